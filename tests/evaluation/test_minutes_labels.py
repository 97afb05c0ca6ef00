"""How much of what minutes say is found: each decision, proposal, vote, dissent, assignment and deadline, listed by hand.

A label says in which document, what kind, a value of few words and at which offset. Counted are the points of a
matter's decision or proposal, not rulings on procedure (propositionsordning, ajournering) nor other boards'
decisions that the background retells. A fact is right when its span covers the label's offset and its value is
the same. Run with `-s` to see the table.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AssignmentFact, DeadlineFact, DecisionFact, DissentFact, Fact, Standing, VoteFact
from knowledge.parsing.minutes import read_meeting_summary, read_minutes
from knowledge.reading import read_document

SHARED = Path(__file__).parents[2].parent / "shared"
LABELS = Path(__file__).with_name("labels_minutes.jsonl")
PRECISION, RECALL = 0.97, 0.92


@dataclass(frozen=True)
class Label:
    document: str
    kind: str
    value: str
    offset: int


def labels() -> list[Label]:
    return [Label(**json.loads(line)) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def path_of(document: str) -> Path:
    found = [SHARED / folder / document for folder in ("documents", "documents-more")]
    return next(path for path in found if path.exists())


def found_in(document: str) -> tuple[Fact, ...]:
    path = path_of(document)
    is_summary = document.startswith("sammanfattning")
    kind = DocumentKind.MEETING_SUMMARY if is_summary else DocumentKind.MINUTES
    read = read_meeting_summary if is_summary else read_minutes
    return read(read_document(path), DocumentProfile(path.stem, kind))


def judged(fact: Fact) -> tuple[str, str] | None:
    """Return the kind and value that a label would give the fact."""
    match fact:
        case DecisionFact():
            kind = "proposal" if fact.standing is Standing.PROPOSED else "decision"
            return kind, fact.text
        case VoteFact():
            counts = (fact.yes, fact.no, fact.abstained, fact.absent)
            return "vote", " ".join("-" if count is None else str(count) for count in counts)
        case DissentFact():
            return "dissent", f"{fact.form.value}: {'; '.join(fact.who)}"
        case AssignmentFact():
            return "assignment", "; ".join(fact.addressees)
        case DeadlineFact(due=due):
            if due.start is None or due.end is None:
                return "deadline", due.words
            return "deadline", str(due.start) if due.start == due.end else f"{due.start} {due.end}"
    return None


def fits(label: Label, fact: Fact) -> bool:
    kind, value = judged(fact) or ("", "")
    same = (
        value.startswith(label.value.rstrip(".,"))
        if kind in {"decision", "proposal"}
        else value == label.value
    )
    return kind == label.kind and same and fact.span.start <= label.offset < fact.span.end


def outcomes(wanted: list[Label]) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, right | missed | wrong, words) for each label and each fact that no label asks for."""
    for document in sorted({label.document for label in wanted}):
        facts = [fact for fact in found_in(document) if judged(fact)]
        for label in (label for label in wanted if label.document == document):
            fact = next(filter(partial(fits, label), facts), None)
            if fact is None:
                yield label.kind, "missed", f"{document} @{label.offset}: {label.value}"
            else:
                facts.remove(fact)
                yield label.kind, "right", label.value
        for fact in facts:
            kind, value = judged(fact) or ("", "")
            yield kind, "wrong", f"{document} @{fact.span.start}: {value[:90]}"


@pytest.mark.skipif(not SHARED.exists(), reason="the documents to measure on are not here (../shared)")
def test_minutes_are_read_as_listed_by_hand() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    report: list[str] = []
    for kind, outcome, words in outcomes(labels()):
        counts[kind, outcome] += 1
        if outcome != "right":
            report.append(f"{outcome:7}{kind:11}{words}")
    report.append(f"{'kind':12}{'labels':>7}{'found':>7}{'precision':>11}{'recall':>8}")
    kinds = ["decision", "proposal", "vote", "dissent", "assignment", "deadline"]
    for name in [*kinds, "all"]:
        right, missed, wrong = (
            sum(counts[kind, outcome] for kind in (kinds if name == "all" else [name]))
            for outcome in ("right", "missed", "wrong")
        )
        precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
        report.append(f"{name:12}{right + missed:7}{right + wrong:7}{precision:11.3f}{recall:8.3f}")
    sys.stdout.write("\n".join(report) + "\n")
    assert precision >= PRECISION
    assert recall >= RECALL
