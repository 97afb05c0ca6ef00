"""What is asked for is a row in the register, where a row is the right home; the documents lie beside the project."""

import json
from functools import cache
from pathlib import Path

import pytest

from bot.wiring.ingestion import PARSERS
from knowledge.blocks import ReadDocument
from knowledge.fact_words import payload_of
from knowledge.facts import Fact
from knowledge.kinds import recognise
from knowledge.reading import read_document

SHARED = Path(__file__).parents[3] / "shared"
QUESTIONS = SHARED / "questions.jsonl"
LABELS = [
    json.loads(line)
    for line in Path(__file__).with_name("labels_question_facts.jsonl").read_text("utf-8").splitlines()
]
pytestmark = pytest.mark.skipif(not QUESTIONS.exists(), reason="the documents are not part of the project")


@cache
def read(name: str) -> tuple[ReadDocument, tuple[Fact, ...]]:
    document = read_document(SHARED / "documents" / name)
    profile = recognise(document, name)
    return document, tuple(fact for grammar in PARSERS[profile.kind] for fact in grammar(document, profile))


def words_of(fact: Fact, document: ReadDocument) -> str:
    return " ".join(f"{payload_of(fact)} {fact.span.quote(document.text)}".split()).casefold()


def questions() -> dict[str, str]:
    asked = map(json.loads, QUESTIONS.read_text("utf-8").splitlines())
    return {each["id"]: each["document"] for each in asked if not each["abstain"]}


def test_every_question_that_can_be_answered_has_its_home_named() -> None:
    assert {label["id"] for label in LABELS} == questions().keys()


@pytest.mark.parametrize(
    "label",
    [pytest.param(label, id=label["id"]) for label in LABELS if "passage" not in label],
)
def test_what_is_asked_for_is_a_row(label: dict[str, list[dict[str, object]]]) -> None:
    document, facts = read(questions()[label["id"]])  # type: ignore[index]
    for row in label["rows"]:
        holds = [word.casefold() for word in row["holds"]]  # type: ignore[attr-defined]
        assert any(
            fact.kind == row["kind"] and all(word in words_of(fact, document) for word in holds)
            for fact in facts
        ), row
