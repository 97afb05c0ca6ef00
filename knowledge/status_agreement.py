"""A status read by rules and by a language model as well: what both say stands, the rest the person chooses; pure.

The model never decides anything alone: what it says against the rules becomes a choice, and its words are heard only
when they stand in the message.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Protocol

from knowledge.entries import NO_DETAILS, State, StatusDetails
from knowledge.status_message import ReadUpdate, StatusReading
from knowledge.status_titles import CandidateAssignment, KnownAssignment

LONGEST_MESSAGE = 2_000  # characters that a model is asked about
_BY_MODEL_ALONE = 0.5


@dataclass(frozen=True, slots=True)
class ToldStatus:
    """What a language model says that a message tells of one assignment; `assignment_id` is None when it cannot tell."""

    assignment_id: int | None
    state: State | None
    details: StatusDetails = NO_DETAILS


class StatusModel(Protocol):
    """A language model that reads status messages."""

    def read(self, text: str, assignments: Sequence[KnownAssignment], today: date) -> Sequence[ToldStatus]:
        """Return what the message tells of the assignments; raise ProposalError when the model does not answer in time."""


def agreed(
    reading: StatusReading,
    told: Sequence[ToldStatus],
    text: str,
    assignments: Sequence[KnownAssignment],
) -> StatusReading:
    """Return the reading as far as both agree; where they do not, it is for the person to choose."""
    known = {each.id: each for each in assignments}
    by_assignment = {number: each for each in told if (number := each.assignment_id) in known and number}
    pairs: list[tuple[ReadUpdate, ToldStatus | None]] = []
    for update in reading.updates:
        meant = next((each.id for each in update.candidates if each.id in by_assignment), 0)
        pairs.append((update, by_assignment.pop(meant, None)))
    unmatched = [at for at, (_, other) in enumerate(pairs) if other is None]
    if len(unmatched) == len(by_assignment) == 1:  # one reads another assignment than the other
        pairs[unmatched[0]] = (pairs[unmatched[0]][0], by_assignment.popitem()[1])
    updates = [_together(update, other, text, known) for update, other in pairs]
    updates += [_by_model_alone(each, text, known) for each in by_assignment.values()]
    return StatusReading(bool(updates), tuple(updates), reading.unclear)


def _together(
    update: ReadUpdate, told: ToldStatus | None, text: str, known: Mapping[int, KnownAssignment]
) -> ReadUpdate:
    if told is None:
        return replace(update, hinted=True)
    states = tuple(dict.fromkeys(each for each in (update.state, told.state) if each))
    agree = len(states) == 1 and update.state is told.state
    return replace(
        update,
        candidates=_candidates(update.candidates, told.assignment_id, known),
        hinted=update.hinted or not update.candidates,
        state=states[0] if agree else None,
        states=() if agree else states,
        doubts=_doubts(update.details, told.details, text),
    )


def _candidates(
    by_rules: Sequence[CandidateAssignment], by_model: int | None, known: Mapping[int, KnownAssignment]
) -> tuple[CandidateAssignment, ...]:
    """Return the rules' candidates, the model's first when the rules name several, and last when they name another."""
    if by_model is None:
        return tuple(by_rules)
    if by_model in {each.id for each in by_rules}:
        return tuple(sorted(by_rules, key=lambda each: each.id != by_model))
    return (*by_rules, CandidateAssignment(by_model, known[by_model].title, _BY_MODEL_ALONE))


def _by_model_alone(told: ToldStatus, text: str, known: Mapping[int, KnownAssignment]) -> ReadUpdate:
    """Return what only the model found, as something to confirm: the rules' comment is then the whole message."""
    return ReadUpdate(
        _candidates((), told.assignment_id, known),
        None,
        text.strip(),
        hinted=True,
        states=(told.state,) if told.state else (),
        doubts=_doubts(NO_DETAILS, told.details, text),
    )


def _doubts(by_rules: StatusDetails, by_model: StatusDetails, text: str) -> tuple[str, ...]:
    """Return the names of the details that one found and the other did not, or read in other words.

    Dates are left out: the model copies words, the rules tell days.
    """
    message = " ".join(text.casefold().split())
    doubts = []
    for each in fields(StatusDetails):
        if each.name == "expected":
            continue
        one, other = (" ".join(getattr(said, each.name).casefold().split()) for said in (by_rules, by_model))
        other = other if other in message else ""
        if bool(one) != bool(other) or (one and one not in other and other not in one):
            doubts.append(each.name)
    return tuple(doubts)
