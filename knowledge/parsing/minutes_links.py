"""What a decision does to an earlier one: ends, extends, splits or changes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts import Relation
from knowledge.parsing.assignment_wording import SPLIT
from knowledge.parsing.decisions import DecisionPoint
from knowledge.parsing.minutes_stream import Stream, sentences
from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import When


@dataclass(frozen=True, slots=True)
class Link:
    """How a decision bears on an earlier one, which the words name as `target`."""

    start: int
    end: int
    relation: Relation
    target: str
    on: When | None


_RELATIONS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("splits", SPLIT),
    (
        "ends",
        re.compile(
            r"^(?:att\s+)?(?P<target>.+?)\s+(?:ska\s+|samtidigt\s+|därmed\s+)?(?:upphör\w*\s+(?:samtidigt\s+|därmed\s+|därvid\s+)?att\s+gälla|upphävs|upphävdes|avslutas)\b",
            re.DOTALL,
        ),
    ),
    (
        "ends",
        re.compile(
            r"\b(?:upphäver|upphäva|återkallar|återkalla|avslutar|avsluta)\s+(?P<target>[^.;]+)", re.DOTALL
        ),
    ),
    (
        "ends",
        re.compile(
            r"\bförklarar?\s+(?P<target>.+?)(?:,)?\s+(?:för\s+|som\s+|vara\s+)?(?:avslutat|avslutad|slutfört|fullgjort|genomfört)\b",
            re.DOTALL,
        ),
    ),
    (
        "extends",
        re.compile(
            r"\b(?:[Ff]örläng(?:a|er))\s+(?P<target>[^.;]+)|(?:^|\batt\s+)(?P<target2>[A-ZÅÄÖa-zåäö][^.;]+?)\s+förlängs\b",
            re.DOTALL,
        ),
    ),
    ("brings_forward", re.compile(r"\b(?:tidigarelägg(?:a|er|s))\s+(?P<target>[^.;]+)", re.DOTALL)),
    (
        "changes",
        re.compile(
            r"\b(?:ersätter|ändrar|ändra|ersätta)\s+(?P<target>[^.;]*?(?:beslut|uppdrag|reglemente|riktlinje|taxa|plan|policy)[^.;]*)",
            re.DOTALL,
        ),
    ),
)


def links_in(stream: Stream, point: DecisionPoint) -> Iterator[Link]:
    """Yield what a decision point ends, extends, brings forward, splits or changes."""
    for start, end in sentences(stream.text, point.start, point.end):
        words = stream.words(start, end)
        for relation, pattern in _RELATIONS:
            match = pattern.search(words)
            if match is None:
                continue
            target = next(filter(None, match.groups()), "").strip(" ,").removeprefix("att ")
            if target:
                dates = find_dates(target)
                yield Link(start, end, relation, target, dates[0].when if dates else None)
            break
