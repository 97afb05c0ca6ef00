"""A status update as it was understood, before anybody saved it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from knowledge.entries import NO_DETAILS, State, StatusDetails


class Ending(StrEnum):
    """How far a draft has come."""

    OPEN = "open"
    SAVED = "saved"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An assignment that the words may mean."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """What in a draft does not fit the plan, with the plan's own words and where they stand."""

    text: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class StatusDraft:
    """One assignment's update: the assignments it may mean, its state if one was said, and the rest.

    `is_hinted`: the words are not enough to know that the candidates are meant. `corrects` is the number of the row
    that saving replaces, `withdraws` of the one that is to be taken back, and `before` tells what that row says. `states`
    are those to choose from where two readings differ, and `doubts` the names of the details that they differ in.
    Stored as JSON with the card: a new field needs a default.
    """

    candidates: tuple[Candidate, ...]
    state: State | None
    text: str
    dates: tuple[str, ...] = ()
    ending: Ending = Ending.OPEN
    saved_by: str = ""
    saved_at: datetime | None = None
    details: StatusDetails = NO_DETAILS
    is_hinted: bool = False
    corrects: int = 0
    withdraws: int = 0
    before: str = ""
    warnings: tuple[PlanWarning, ...] = ()
    states: tuple[State, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def assignment(self) -> Candidate | None:
        """The one assignment that is meant, or nothing when none, several or only perhaps one may be."""
        return self.candidates[0] if len(self.candidates) == 1 and not self.is_hinted else None

    @property
    def is_complete(self) -> bool:
        """Tell whether the draft can be saved as it is."""
        return self.assignment is not None and self.state is not None

    def in_state(self, state: State) -> "StatusDraft":
        """Return the draft with the state chosen."""
        return replace(self, state=state, states=())

    def about(self, candidate: Candidate) -> "StatusDraft":
        """Return the draft with the assignment chosen."""
        return replace(self, candidates=(candidate,), is_hinted=False)

    def saved(self, by: str, at: datetime) -> "StatusDraft":
        """Return the draft as saved."""
        return replace(self, ending=Ending.SAVED, saved_by=by, saved_at=at)


@dataclass(frozen=True, slots=True)
class StatusCard:
    """What one message said, draft by draft; `key` names the message, `author` is the Slack user."""

    key: str
    author: str
    original: str
    drafts: tuple[StatusDraft, ...]

    def with_draft(self, index: int, draft: StatusDraft) -> "StatusCard":
        """Return the card with one draft replaced."""
        return replace(self, drafts=(*self.drafts[:index], draft, *self.drafts[index + 1 :]))

    def key_of(self, index: int) -> str:
        """Name one draft's row in the register, so that it is written once."""
        return f"{self.key}#{index}" if index else self.key


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Which draft of which card a button stands for, and what assignment it chooses (0: none)."""

    key: str
    index: int
    choice: int = 0

    def encode(self) -> str:
        """Return the place as a button's value."""
        return f"{self.index}|{self.choice}|{self.key}"

    @classmethod
    def decode(cls, value: str) -> "DraftPlace | None":
        """Return the place that a button's value names, or nothing if it names none."""
        index, _, rest = value.partition("|")
        choice, _, key = rest.partition("|")
        if not (index.isdecimal() and choice.isdecimal() and key):
            return None
        return cls(key, int(index), int(choice))
