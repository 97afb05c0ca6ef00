import pytest

from knowledge.errors import UnreadableDocumentError
from knowledge.reading.decoding import decoded

SENTENCE = "Åsa Öberg återrapporterar ärendet ”snarast” – senast i mars.\nRad två."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_swedish_survives_its_encoding(encoding: str) -> None:
    assert decoded(SENTENCE.encode(encoding)) == SENTENCE


def test_latin_1() -> None:
    words = "Åsa Öberg är på väg" * 3
    assert decoded(words.encode("latin-1")) == words


def test_line_ends_become_plain() -> None:
    assert decoded(b"ett\r\ntv\xc3\xa5\rtre\n") == "ett\ntvå\ntre\n"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableDocumentError, match="inte text"):
        decoded(bytes(range(1, 32)) * 100)
