"""Give passages of minutes and agendas the matter that they stand under, where no heading of theirs names it. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.facts import Fact, MatterFact
from knowledge.passages import TRAIL_MARK, Passage
from knowledge.reading.headings import is_known_heading
from knowledge.swedish_words import folded

_NAMED = 0.8  # of a title's words: a heading that holds them names the matter


def under_matters(passages: Sequence[Passage], facts: Iterable[Fact]) -> tuple[Passage, ...]:
    """Return the passages with the title of their matter in the heading trail.

    A matter's title may stand in a line that is no heading ("Diarienummer: … Ärende: 16 Ny panna"); what follows it
    until the next matter, or the next heading of another sort, is on that matter.
    """
    matters = {
        fact.span.start: fact.subject for fact in facts if isinstance(fact, MatterFact) and fact.subject
    }
    starts = sorted(matters)
    found: list[Passage] = []
    around = ""  # the headings that stand over the matter's own title
    last = -1
    for passage in passages:
        place = bisect_right(starts, passage.span.end - 1) - 1
        if place != last:
            around, last = _around(passage), place
        is_after = place >= 0 and starts[place] <= passage.span.start
        found.append(_under(passage, matters[starts[place]], around) if is_after else passage)
    return tuple(found)


def _around(passage: Passage) -> str:
    """Return the heading trail without the known heading ("Beslut") that every matter has of its own."""
    outer, _, inner = passage.section.rpartition(TRAIL_MARK)
    return outer if is_known_heading(inner) else passage.section


def _under(passage: Passage, title: str, around: str) -> Passage:
    """Return a passage under a matter's title, above a known heading within the matter, if no other heading parts them."""
    if _around(passage) != around or _names(passage.search_text, title):
        return passage
    inner = passage.section.removeprefix(around).removeprefix(TRAIL_MARK)
    above, _, words = passage.search_text.partition("\n")
    return replace(
        passage,
        section=TRAIL_MARK.join(filter(None, (around, title, inner))),
        search_text=f"{above}{TRAIL_MARK}{title}\n{words}",
    )


def _names(words: str, title: str) -> bool:
    """Tell whether words hold most of a title's."""
    asked, held = _words(title), _words(words)
    return len(asked & held) >= _NAMED * len(asked)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", folded(text)))
