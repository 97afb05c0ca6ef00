"""Lookups: each reads one kind of fact from the register and says what it would answer."""

from collections.abc import Callable

from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry
from retrieval.lookups.case_numbers import case_numbers
from retrieval.lookups.deadlines import deadlines
from retrieval.lookups.decision_points import decision_points
from retrieval.lookups.decisions import decisions
from retrieval.lookups.definitions import definitions
from retrieval.lookups.dispatches import dispatches
from retrieval.lookups.dissent import dissent
from retrieval.lookups.indicators import amounts, indicators
from retrieval.lookups.lists import assignment_lists, focus_lists, indicator_lists, matter_lists, row_lists
from retrieval.lookups.meetings import meetings
from retrieval.lookups.motions import motions
from retrieval.lookups.roles import roles
from retrieval.lookups.rows import rows
from retrieval.lookups.sections import limits, purposes
from retrieval.lookups.statuses import statuses
from retrieval.lookups.unfilled import unfilled
from retrieval.lookups.votes import votes
from retrieval.understanding import Understanding

Lookup = Callable[[Inquiry], list[Candidate]]

_OF_ALL_SORTS: tuple[Lookup, ...] = (
    unfilled,
    definitions,
    meetings,
    purposes,
    limits,
    decision_points,
    roles,
    motions,
    dispatches,
    case_numbers,
    decisions,
    deadlines,
    indicators,
    amounts,
    assignment_lists,
    focus_lists,
    indicator_lists,
    matter_lists,
    row_lists,
    rows,
)
# A particular question is answered by its own lookups only: who voted is no answer to who reserved themselves.
_PARTICULAR: dict[Intent, tuple[Lookup, ...]] = {
    Intent.DEFINITION: (definitions,),
    Intent.STATUS: (statuses,),
    Intent.DISSENT: (dissent,),
    Intent.VOTE: (votes,),
    Intent.DECISION_POINT: (decision_points, deadlines, unfilled, rows),
    Intent.CASE_NUMBER: (case_numbers,),
    # what shall be done by the next meeting speaks of a meeting too
    Intent.MEETING: (meetings, *_OF_ALL_SORTS),
}


_OF_A_ROLE: tuple[Lookup, ...] = (roles, unfilled, motions, dispatches, decisions, rows)


def lookups_for(understanding: Understanding) -> tuple[Lookup, ...]:
    """Return the lookups that may answer a question."""
    if understanding.main is Intent.OWNER and understanding.roles:
        return _OF_A_ROLE
    return _PARTICULAR.get(understanding.main, _OF_ALL_SORTS)


__all__ = ["Lookup", "lookups_for"]
