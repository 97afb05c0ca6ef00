"""The sample documents are written from their texts, hang together and hold what the golden questions ask for."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pypdf
import pytest

from samples import generate
from tests.samples.plain_text import SAMPLES, plain_text

ROOT = SAMPLES.parents[1]
CONTENT = ROOT / "samples" / "content"
QUESTIONS = ROOT / "tests" / "evaluation" / "questions-samples.jsonl"
MESSAGES = ROOT / "tests" / "evaluation" / "status_messages.jsonl"


def words(text: str) -> str:
    return " ".join(text.replace("|", " ").split())


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {path.name: words(plain_text(path)) for path in SAMPLES.iterdir()}


@pytest.mark.parametrize("source", sorted(CONTENT.glob("*.in")), ids=lambda path: path.stem)
def test_word_and_pdf_files_say_what_their_texts_say(
    source: Path, texts: dict[str, str], tmp_path: Path
) -> None:
    sample = generate.read_sample(source)
    written = tmp_path / source.stem
    written.write_bytes(
        generate.word_document(sample) if written.suffix == ".docx" else generate.pdf_document(sample)
    )
    assert words(plain_text(written)) == texts[written.name]


def test_a_document_carries_no_trace_of_when_it_was_written() -> None:
    word = generate.word_document(generate.read_sample(CONTENT / "uppdragsdirektiv-digitalt-arkiv.docx.in"))
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 20, 8, 0, 0)}
    pdf = generate.pdf_document(generate.read_sample(CONTENT / "namndplan-regionstyrelsen-2027.pdf.in"))
    written = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    assert written
    assert str(written["/CreationDate"]).startswith("D:2000")


def test_every_golden_answer_stands_in_a_document_it_names(texts: dict[str, str]) -> None:
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        if question["abstain"]:
            continue
        named = question["document"] if isinstance(question["document"], list) else [question["document"]]
        assert any(words(question["quote"]) in texts[name] for name in named), question["id"]


def test_a_quarter_of_the_golden_questions_must_not_be_answered() -> None:
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert len(questions) == 40
    assert sum(question["abstain"] for question in questions) == 10


def test_every_document_says_once_where_it_is_published(texts: dict[str, str]) -> None:
    with (SAMPLES / "sources.csv").open(encoding="utf-8") as file:
        listed = [row["document"] for row in csv.DictReader(file)]
    with_front_matter = [name for name, text in texts.items() if "url: https://" in text]
    assert sorted([*listed, *with_front_matter]) == sorted(set(texts) - {"sources.csv", "holders.csv"})


def test_every_status_message_keeps_its_notes_and_asks_for_what_is_missing() -> None:
    messages = [json.loads(line) for line in MESSAGES.read_text(encoding="utf-8").splitlines()]
    assert len(messages) == 150
    for message in messages:
        missing = {
            field for update in message["updates"] for field in ("assignment", "state") if not update[field]
        }
        assert missing == set(message["ask"]), message["id"]
        assert bool(message["updates"]) == message["save"], message["id"]
        assert all(update["note"] in message["text"] for update in message["updates"]), message["id"]
