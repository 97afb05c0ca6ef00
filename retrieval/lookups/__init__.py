"""Lookups: each reads one kind of fact from the register and says what it would answer."""

from retrieval.lookups.decision_points import deadlines, decision_points
from retrieval.lookups.decisions import case_numbers, decisions, dispatches, motions
from retrieval.lookups.definitions import definitions
from retrieval.lookups.dissent import dissent
from retrieval.lookups.indicators import amounts, indicators
from retrieval.lookups.lists import assignment_lists, focus_lists
from retrieval.lookups.roles import roles
from retrieval.lookups.statuses import statuses
from retrieval.lookups.unfilled import unfilled
from retrieval.lookups.votes import votes

LOOKUPS = (
    definitions,
    statuses,
    unfilled,
    decision_points,
    roles,
    votes,
    dissent,
    motions,
    dispatches,
    case_numbers,
    decisions,
    deadlines,
    indicators,
    amounts,
    assignment_lists,
    focus_lists,
)

__all__ = ["LOOKUPS"]
