"""Read a status update by rules: `status: NAMN är gul, …`, or an assignment and its colour in one message."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.status_drafts import Candidate, StatusDraft
from knowledge.entries import AssignmentEntry, State

FITS = 0.5  # of an assignment's wording must be in the words
AS_WELL = 0.1  # closer than this to the best, another assignment may be meant too
MOST_CANDIDATES = 5

_ADDRESSED = re.compile(r"\s*(?:status|läge(?:t|srapport)?|lägesrapport)\s*[:–-]\s*", re.IGNORECASE)
_STATES = (
    (State.GREEN, r"gr(?:ön|önt|öna|een)|🟢"),
    (State.YELLOW, r"gul|gult|gula|yellow|🟡"),
    (State.RED, r"röd|rött|röda|red|🔴"),
    (State.DONE, r"klar|klart|färdig|färdigt|avslutat|avslutad|slutfört|slutförd|done|✅"),
)
_STATE = re.compile(
    "|".join(rf"(?P<{state.value}>(?<!\w)(?:{words})(?!\w))" for state, words in _STATES), re.IGNORECASE
)
_LINK = re.compile(r"(?:\s|^)(?:är|blir|ligger på|står på|=|is|:)\s*$", re.IGNORECASE)

FindAssignments = Callable[[str], Sequence[tuple[AssignmentEntry, float]]]
FindDates = Callable[[str, date], Sequence[str]]


@dataclass(frozen=True)
class StatusReading:
    """Understands status updates about the assignments that `find` knows."""

    find: FindAssignments
    dates: FindDates

    def __call__(self, text: str, today: date) -> tuple[StatusDraft, ...] | None:
        """Return what the message says; None when it is a question or no status update."""
        addressed = _ADDRESSED.match(text)
        words = text[addressed.end() :] if addressed else text
        if words.rstrip().endswith("?") or not words.strip():
            return None
        state = _STATE.search(words)
        name = words[: state.start()] if state else words
        found = self.find(_LINK.sub("", name) or words)
        candidates = _candidates(found)
        if not addressed and not (state and candidates and _LINK.search(name)):
            return None
        said = State(state.lastgroup) if state and state.lastgroup else None
        rest = words[state.end() :].strip(" ,.;:–-\n") if state else words.strip()
        return (StatusDraft(candidates, said, rest, tuple(self.dates(words, today))),)


def _candidates(found: Sequence[tuple[AssignmentEntry, float]]) -> tuple[Candidate, ...]:
    best = max((score for _, score in found), default=0.0)
    if best < FITS:
        return ()
    near = [entry for entry, score in found if best - score < AS_WELL]
    return tuple(Candidate(entry.id, entry.title) for entry in near[:MOST_CANDIDATES])
