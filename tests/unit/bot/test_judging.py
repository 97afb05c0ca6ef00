"""A wrong answer is told from a silent one, and both from one that nobody can check."""

import importlib.util
import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer_json import answer_object
from bot.judging import KnownQuestion, Verdict, folded, judge
from retrieval.answer import Answer
from tests.builders import a_citation, an_answer, not_found

SHARED = Path(__file__).parents[4] / "shared"
TEXT = "Inledning. " * 100 + "Uppdragsägare: HR-direktören" + " Mer text." * 100
DOCUMENTS = {"direktiv": folded(TEXT)}
KNOWN = KnownQuestion.of(
    {
        "id": "1",
        "question": "Vem äger uppdraget?",
        "kind": "owner",
        "document": "direktiv.md",
        "quote": "Uppdragsägare: HR-direktören",
        "abstain": False,
        "expect": {"all": [["HR-direktören", "HR direktören"]], "any": [], "none": ["Regiondirektören"]},
    }
)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (an_answer(), Verdict.RIGHT),
        (an_answer("HR‑DIREKTÖREN äger det"), Verdict.RIGHT),
        (not_found(), Verdict.SILENT),
        (an_answer("Regiondirektören och HR-direktören"), Verdict.WRONG),
        (an_answer("Någon annan"), Verdict.INCOMPLETE),
        (an_answer("Någon annan", citations=(a_citation("påhittat citat"),)), Verdict.WRONG),
        (an_answer(citations=(a_citation("påhittat citat"),)), Verdict.UNCITED),
        (an_answer("HR-direktören " * 100), Verdict.INCOMPLETE),
        (an_answer(citations=(a_citation(),) * 7), Verdict.INCOMPLETE),
    ],
)
def test_each_ending_has_its_verdict(answer: Answer, verdict: Verdict) -> None:
    assert judge(KNOWN, answer, DOCUMENTS).verdict is verdict


def test_a_question_that_no_source_answers_must_not_be_answered() -> None:
    unanswerable = replace(KNOWN, abstain=True)
    assert judge(unanswerable, not_found(), DOCUMENTS).verdict is Verdict.RIGHT
    assert judge(unanswerable, an_answer(), DOCUMENTS).verdict is Verdict.WRONG


@pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="the shared judge is not beside the project")
def test_judges_as_the_shared_judge_does() -> None:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    texts = {
        file.stem: score.fold(file.read_text(encoding="utf-8"))
        for file in (SHARED / "documents").rglob("*")
        if file.suffix in {".txt", ".md"}
    }
    for line in (SHARED / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        names = given["document"] if isinstance(given["document"], list) else [given["document"]]
        held = [
            way for entry in given["expect"]["all"] for way in ([entry] if isinstance(entry, str) else entry)
        ]
        right = an_answer(
            " ".join(held + given["expect"]["any"]) or "svar",
            citations=(replace(a_citation(given["quote"] or "ord"), document=str(names[0])),),
        )
        for answer in (
            right,
            an_answer("något annat"),
            not_found(),
            replace(right, text="Ja. " + right.text * 9),
        ):
            expected, _ = score.judge(given, answer_object("", answer, 0), texts)
            assert judge(KnownQuestion.of(given), answer, texts).verdict == expected, given["id"]
