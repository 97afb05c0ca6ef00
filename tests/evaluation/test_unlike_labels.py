"""How much of what forty invented documents say is found, by kind: floors under what is read, in layouts of all sorts.

A label gives a kind, the words as written and where they stand. A fact of that kind whose span covers the place finds
it. The labels know fewer kinds than the register: budget figures are labelled as indicators, meetings as decision
points, a directive's goals as goals, its tasks and auditors' recommendations as assignments. Run with `-s` to see the table; what lies far below the rest is what to read better next.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bot.wiring.ingestion import PARSERS
from knowledge.facts import (
    ActivityFact,
    AmountFact,
    AssignmentFact,
    DeadlineFact,
    DecisionFact,
    DecisionPointFact,
    DissentFact,
    Fact,
    FocusFact,
    GoalFact,
    IndicatorFact,
    MeetingFact,
    MotionFact,
    RoleFact,
    Standing,
    VoteFact,
)
from knowledge.kinds import recognise
from knowledge.reading import read_document

UNLIKE = Path(__file__).with_name("unlike")
# The least share of the labels that is found.
FLOORS: Mapping[str, Mapping[str, float]] = {
    "minutes": {
        "decision": 0.94,
        "dissent": 0.98,
        "proposal": 0.88,
        "vote": 0.98,
        "assignment": 0.9,
        "deadline": 0.84,
    },
    "plans": {
        "milestone": 0.95,
        "indicator": 0.9,
        "decision_point": 0.85,
        "goal": 0.82,
        "deadline": 0.78,
        "role": 0.75,
        "assignment": 0.7,
    },
}
# The least share of what is found in plans that some label asks for; the labels leave out some of what is said.
PRECISION = 0.93


def kinds_of(fact: Fact) -> tuple[str, ...]:
    """Return the kinds of label that the fact answers."""
    match fact:
        case DecisionFact():
            return ("proposal",) if fact.standing is Standing.PROPOSED else ("decision",)
        case MotionFact():
            return ("proposal",)
        case VoteFact():
            return ("vote",)
        case DissentFact():
            return ("dissent",)
        case AssignmentFact():
            return ("assignment",)
        case DecisionPointFact():
            return ("milestone",) if fact.is_milestone else ("decision_point",)
        case DeadlineFact():
            return ("deadline",)
        case ActivityFact():
            return ("deadline", "role")
        case RoleFact():
            return ("role",)
        case GoalFact():
            return ("goal",)
        case IndicatorFact() | AmountFact():
            return ("indicator",)
        case MeetingFact():
            return ("decision_point",)
        case FocusFact() if "mål" in fact.label.lower() or "uppnå" in fact.label:
            return ("goal",)
        case FocusFact() if "rekommendation" in fact.label.lower() or "ingår" in fact.label:
            return ("assignment",)
        case _:
            return ()


def facts_in(path: Path) -> Sequence[Fact]:
    document = read_document(path)
    profile = recognise(document, path.name)
    return [fact for parse in PARSERS[profile.kind] for fact in parse(document, profile)]


@pytest.mark.parametrize("theme", FLOORS)
def test_most_of_what_unlike_documents_say_is_found(theme: str) -> None:
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for folder in (UNLIKE / f"{theme}-seen", UNLIKE / f"{theme}-unseen"):
        facts = {path.name: facts_in(path) for path in sorted((folder / "documents").iterdir())}
        for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
            label = json.loads(line)
            asked[label["kind"]] += 1
            found[label["kind"]] += any(
                label["kind"] in kinds_of(fact) and fact.span.start <= label["offset"] < fact.span.end
                for fact in facts[label["document"]]
            )
    for kind, count in asked.items():
        sys.stdout.write(f"{theme:8} {kind:15} {found[kind]:>4} of {count:>4}  {found[kind] / count:.2f}\n")
    assert {
        kind: found[kind] / asked[kind] >= floor for kind, floor in FLOORS[theme].items()
    } == dict.fromkeys(FLOORS[theme], True)


def test_little_is_read_from_unlike_plans_that_they_do_not_say() -> None:
    asked_for: Counter[bool] = Counter()
    for folder in (UNLIKE / "plans-seen", UNLIKE / "plans-unseen"):
        labels = [
            json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        for path in sorted((folder / "documents").iterdir()):
            offsets = [(each["kind"], each["offset"]) for each in labels if each["document"] == path.name]
            for fact in facts_in(path):
                if kinds := kinds_of(fact):
                    asked_for[
                        any(
                            kind in kinds and fact.span.start <= offset < fact.span.end
                            for kind, offset in offsets
                        )
                    ] += 1
    share = asked_for[True] / asked_for.total()
    sys.stdout.write(f"plans: {share:.3f} of what is found is asked for by a label\n")
    assert share >= PRECISION
