"""Names of dropped documents are safe in a folder, and buttons name nothing else."""

import pytest

from bot.document_intake import LONGEST_NAME, WaitingDocument, file_name

HASH = "a" * 64


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("Direktiv köer.md", "Direktiv köer.md"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\hemligt\\plan.pdf", "C_hemligt_plan.pdf"),
        (".~lock.plan.docx", "lock.plan.docx"),
        ("rad\nbruten\x00.pdf", "rad_bruten_.pdf"),
        ("", "dokument"),
        ("..", "dokument"),
        ("o\u0308l.txt", "öl.txt"),
    ],
)
def test_a_name_is_made_safe_once(given: str, safe: str) -> None:
    assert file_name(given) == safe
    assert file_name(safe) == safe


def test_a_long_name_keeps_its_ending() -> None:
    name = file_name("lång " * 60 + ".pdf")
    assert name.endswith(".pdf")
    assert len(name) <= LONGEST_NAME
    assert file_name(name) == name


@pytest.mark.parametrize(
    "value", ["", "abc plan.pdf", f"{HASH} ../plan.pdf", f"{HASH} .plan.pdf", HASH.upper()]
)
def test_a_button_that_names_no_waiting_document_names_nothing(value: str) -> None:
    assert WaitingDocument.decode(value) is None


def test_a_button_names_its_document() -> None:
    document = WaitingDocument(HASH, "plan för vård.pdf")
    assert WaitingDocument.decode(document.encode()) == document
