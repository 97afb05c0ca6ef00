"""How much of what plans, directives and follow-ups say is found: each fact of five kinds, listed by hand.

A label says in which document, what kind, a value of few words and at which offset. A fact is right when its
span covers the label's offset and its value is the same. Run with `-s` to see the table and what is missed.
"""

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    ActivityFact,
    AssignmentFact,
    DeadlineFact,
    DecisionPointFact,
    Fact,
    IndicatorFact,
    RoleFact,
)
from knowledge.parsing.any_document import read_any
from knowledge.parsing.board_plan import read_board_plan
from knowledge.parsing.directive import read_directive
from knowledge.parsing.follow_up import read_follow_up
from knowledge.reading import read_document
from knowledge.when import When

SHARED = Path(__file__).parents[2].parent / "shared"
LABELS = Path(__file__).with_name("labels_plans.jsonl")
PRECISION, RECALL = 0.97, 0.92
READERS = {
    DocumentKind.DIRECTIVE: read_directive,
    DocumentKind.BOARD_PLAN: read_board_plan,
    DocumentKind.FOLLOW_UP: read_follow_up,
}
KINDS = {
    "uppdragsdirektiv": (DocumentKind.DIRECTIVE, dt.date(2024, 11, 18)),
    "agardirektiv": (DocumentKind.DIRECTIVE, None),
    "uppdragsbeskrivning": (DocumentKind.DIRECTIVE, None),
    "energiplan": (DocumentKind.OTHER, None),
    "lagesbild": (DocumentKind.FOLLOW_UP, None),
    "delarsrapport": (DocumentKind.FOLLOW_UP, None),
    "verksamhetsplan_uppfoljning": (DocumentKind.FOLLOW_UP, None),
    "tolkformedling": (DocumentKind.FOLLOW_UP, None),
}


@dataclass(frozen=True)
class Label:
    document: str
    kind: str
    value: str
    offset: int


def labels() -> list[Label]:
    return [Label(**json.loads(line)) for line in LABELS.read_text(encoding="utf-8").splitlines()]


@cache
def found_in(document: str) -> tuple[Fact, ...]:
    path = next(p for folder in ("documents", "documents-more") if (p := SHARED / folder / document).exists())
    kind, day = next(
        (kind for name, kind in KINDS.items() if name in document), (DocumentKind.BOARD_PLAN, None)
    )
    profile = DocumentProfile(path.stem, kind, date=day, year=day.year if day else None)
    read = read_document(path)
    specific = READERS[kind](read, profile) if kind in READERS else ()
    return tuple(dict.fromkeys((*specific, *read_any(read, profile))))


def words_of(when: When | None) -> str:
    return when.words if when is not None else ""


def judged(fact: Fact) -> tuple[str, str] | None:
    """Return the kind and value that a label would give the fact."""
    match fact:
        case AssignmentFact():
            return "assignment", fact.subject
        case RoleFact():
            return "role", f"{fact.role.value} {fact.holder}"
        case IndicatorFact():
            return "indicator", " | ".join(f"{value.role.value} {value.value}" for value in fact.values)
        case DecisionPointFact():
            return "decision_point", " ".join(
                filter(None, (fact.code, words_of(fact.starts), words_of(fact.ends)))
            )
        case ActivityFact():
            return "activity", " ".join(filter(None, (words_of(fact.starts), words_of(fact.ends))))
        case DeadlineFact(due=due):
            is_day = due.start is not None and due.start == due.end
            return "deadline", str(due.start) if is_day else due.words
    return None


def fits(label: Label, fact: Fact) -> bool:
    kind, value = judged(fact) or ("", "")
    by_start = kind in {"assignment", "role"} and len(label.value.split()) > 3
    value, wanted = value.replace(",", ""), label.value.replace(",", "")  # a torn cell loses its commas
    same = value.startswith(wanted) if by_start else value == wanted
    return kind == label.kind and same and fact.span.start <= label.offset < fact.span.end


def outcomes(wanted: list[Label]) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, right | missed | wrong, words) for each label and each fact that no label asks for."""
    for document in sorted({label.document for label in wanted}):
        facts = [fact for fact in found_in(document) if judged(fact)]
        for label in (label for label in wanted if label.document == document):
            fact = next((fact for fact in facts if fits(label, fact)), None)
            if fact is None:
                yield label.kind, "missed", f"{document} @{label.offset}: {label.value}"
            else:
                facts.remove(fact)
                yield label.kind, "right", label.value
        for fact in facts:
            kind, value = judged(fact) or ("", "")
            yield kind, "wrong", f"{document} @{fact.span.start}: {value[:90]}"


@pytest.mark.skipif(not SHARED.exists(), reason="the documents to measure on are not here (../shared)")
def test_plans_and_directives_are_read_as_listed_by_hand() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    report: list[str] = []
    for kind, outcome, words in outcomes(labels()):
        counts[kind, outcome] += 1
        if outcome != "right":
            report.append(f"{outcome:7}{kind:15}{words}")
    report.append(f"{'kind':15}{'labels':>7}{'found':>7}{'precision':>11}{'recall':>8}")
    kinds = sorted({kind for kind, _ in counts})
    precision = recall = 0.0
    for name in [*kinds, "all"]:
        right, missed, wrong = (
            sum(counts[kind, outcome] for kind in (kinds if name == "all" else [name]))
            for outcome in ("right", "missed", "wrong")
        )
        precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
        report.append(f"{name:15}{right + missed:7}{right + wrong:7}{precision:11.3f}{recall:8.3f}")
    sys.stdout.write("\n".join(report) + "\n")
    assert precision >= PRECISION
    assert recall >= RECALL
