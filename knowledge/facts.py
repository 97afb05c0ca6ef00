"""The kinds of facts that the register holds, as frozen values; each keeps the place it was read from.

Words in a fact are the source's own (repaired, never reworded). `subject` is what the fact is about in the
words of the document: the assignment's title, the paragraph's title, the indicator's name. `section` is the
heading trail joined by " › ". `span` is the one contiguous stretch that a person should be shown;
`header_span` the table header that belongs to a quoted row.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from knowledge.blocks import Span
from knowledge.when import When


class Role(StrEnum):
    """The part somebody plays in an assignment or a meeting."""

    OWNER = "owner"  # uppdragsägare
    LEADER = "leader"  # uppdragsledare, projektledare
    DEPUTY = "deputy"  # ersättare för uppdragsledaren
    COORDINATOR = "coordinator"  # koordineringsansvarig, samordnare
    MEMBER = "member"  # uppdragsmedlem, deltagare i styrgrupp
    RECIPIENT = "recipient"  # mottagare av resultatet
    RESPONSIBLE = "responsible"  # ansvarig
    ADDRESSEE = "addressee"  # riktas till, uppdrag åt
    GIVER = "giver"  # uppdragsgivare
    STEERING_GROUP = "steering_group"  # styrgrupp
    STAKEHOLDER = "stakeholder"  # övriga intressenter
    HANDLER = "handler"  # handläggare, föredragande, kontakt
    CHAIR = "chair"  # ordförande
    ATTENDEE = "attendee"  # närvarande, tjänstgörande
    SECRETARY = "secretary"  # sekreterare, protokollförare
    ADJUSTER = "adjuster"  # justerare
    ABSENT = "absent"  # frånvarande, förhinder


class Standing(StrEnum):
    """How far a decision has come; a proposal is never reported as decided."""

    DECIDED = "decided"
    PROPOSED = "proposed"  # förslag till beslut, föreslår fullmäktige besluta


class DecisionOutcome(StrEnum):
    """What became of the matter."""

    APPROVED = "approved"  # bifall, godkänner, tillstyrker
    ADOPTED = "adopted"  # antar, fastställer
    REJECTED = "rejected"  # avslår, avstyrker
    TABLED = "tabled"  # bordlägger
    REFERRED_BACK = "referred_back"  # återremitterar
    NOTED = "noted"  # noterar, antecknar, lägger till handlingarna
    ANSWERED = "answered"  # motionen besvarad
    ASSIGNED = "assigned"  # ger i uppdrag
    REPEALED = "repealed"  # upphäver, upphör att gälla
    OTHER = "other"


class DissentForm(StrEnum):
    """How somebody stood apart from a decision."""

    RESERVATION = "reservation"
    STATEMENT = "statement"  # protokollsanteckning, särskilt yttrande, röstförklaring
    NOT_PARTICIPATING = "not_participating"  # deltar ej, avstår från att delta
    ABSTAINS = "abstains"  # avstår från att rösta
    RECUSED = "recused"  # jäv


class ValueRole(StrEnum):
    """What an indicator's value is."""

    ACTUAL = "actual"  # utfall
    TARGET = "target"  # mål, målvärde
    BASELINE = "baseline"  # startvärde, nuläge
    FORECAST = "forecast"  # prognos
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBase:
    """What every fact has: its place, its subject and its section."""

    span: Span
    subject: str = ""
    section: str = ""
    header_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentFact(FactBase):
    """An assignment stands in the document; `subject` is its title (what is to be done)."""

    kind: Literal["assignment"] = "assignment"
    number: str = ""
    giver: str = ""
    addressees: tuple[str, ...] = ()
    standing: Standing = Standing.DECIDED
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFact(FactBase):
    """Somebody holds a role in `subject`; `holder` is a person, title, unit or board as written.

    `label` is what the document calls the role ("Genomförandeledare").
    """

    kind: Literal["role"] = "role"
    role: Role
    holder: str
    detail: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPointFact(FactBase):
    """A decision point (BP0–BP3) or milestone (MS1, or no code) of `subject`."""

    kind: Literal["decision_point"] = "decision_point"
    code: str = ""
    label: str = ""
    is_milestone: bool = False
    starts: When | None = None
    ends: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFact(FactBase):
    """A part of the work on `subject` with its own dates and responsible."""

    kind: Literal["activity"] = "activity"
    label: str
    starts: When | None = None
    ends: When | None = None
    responsible: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFact(FactBase):
    """Something about `subject` is due (slutrapport, delredovisning, återrapportering, genomförande)."""

    kind: Literal["deadline"] = "deadline"
    label: str
    due: When
    recipient: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFact(FactBase):
    """A numbered paragraph (§) or item of minutes or agenda; `subject` is its title."""

    kind: Literal["matter"] = "matter"
    paragraph: str = ""
    case_number: str = ""
    board: str = ""
    meeting_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFact(FactBase):
    """One decision or proposal; `text` its words, `number` its point ("1") when the decision has several.

    `board` decides (or, when proposed, `proposed_by` proposes that `board` decides).
    """

    kind: Literal["decision"] = "decision"
    text: str
    standing: Standing
    outcome: DecisionOutcome = DecisionOutcome.OTHER
    board: str = ""
    proposed_by: str = ""
    number: str = ""
    paragraph: str = ""
    case_number: str = ""
    meeting_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DissentFact(FactBase):
    """People or parties stood apart from the decision on `subject`, with their reason when given."""

    kind: Literal["dissent"] = "dissent"
    who: tuple[str, ...]
    form: DissentForm
    reason: str = ""
    paragraph: str = ""
    meeting_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionFact(FactBase):
    """Somebody moved (yrkade) something on `subject`, or submitted a motion (`is_motion`)."""

    kind: Literal["motion"] = "motion"
    movers: tuple[str, ...]
    text: str
    is_motion: bool = False
    paragraph: str = ""
    meeting_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteFact(FactBase):
    """A vote on `subject`: the counts, and the names where a roll call or table gives them."""

    kind: Literal["vote"] = "vote"
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    absent: int | None = None
    proposition: str = ""
    yes_members: tuple[str, ...] = ()
    no_members: tuple[str, ...] = ()
    abstaining_members: tuple[str, ...] = ()
    absent_members: tuple[str, ...] = ()
    result: str = ""
    paragraph: str = ""
    meeting_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchFact(FactBase):
    """Whom the decision on `subject` is sent to."""

    kind: Literal["dispatch"] = "dispatch"
    recipients: tuple[str, ...]
    paragraph: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFact(FactBase):
    """A goal (mål), or an objective (delmål) when `is_objective`; `subject` is its wording."""

    kind: Literal["goal"] = "goal"
    number: str = ""
    goal: str = ""
    is_objective: bool = False
    assessment: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """A value as written, the period it holds for as written ("2024", "Q2 2025"), and what it is."""

    value: str
    period: str
    role: ValueRole


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFact(FactBase):
    """An indicator (`subject` is its name) with its values, under its objective and goal."""

    kind: Literal["indicator"] = "indicator"
    values: tuple[IndicatorValue, ...]
    objective: str = ""
    goal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountFact(FactBase):
    """An amount of money or a share for `subject` (budget frame, cost, change of frame), as written."""

    kind: Literal["amount"] = "amount"
    amount: str
    period: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusFact(FactBase):
    """A focus area, effect goal, assignment goal, requirement, limit, dependency, risk or recommendation.

    `label` is the kind of thing as the document's heading calls it ("Uppdragsmål", "Avgränsningar").
    """

    kind: Literal["focus"] = "focus"
    label: str
    text: str
    recipient: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationFact(FactBase):
    """A term or abbreviation (`subject`) and what the document says that it means."""

    kind: Literal["abbreviation"] = "abbreviation"
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfilledFact(FactBase):
    """A section (`label` is its heading) that is there and holds nothing ("xxxx", "N/A", blank)."""

    kind: Literal["unfilled"] = "unfilled"
    label: str


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A cell of a table, or what stands after a label: `value` as written (empty when nothing does) under `name`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFact(FactBase):
    """A row of a table whatever the table is of, or one line "label: value"; `subject` is what the row is about.

    It answers what no other kind of fact holds: the measure against a risk, the place of an activity.
    """

    kind: Literal["row"] = "row"
    cells: tuple[NamedCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFact(FactBase):
    """A board meets; `subject` is the board."""

    kind: Literal["meeting"] = "meeting"
    on: When
    place: str = ""


Relation = Literal["changes", "extends", "brings_forward", "ends", "continues", "splits", "earlier_handling"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFact(FactBase):
    """The document changes, extends, brings forward, splits, ends or continues an earlier assignment or decision."""

    kind: Literal["link"] = "link"
    relation: Relation
    target: str
    on: When | None = None


Fact = (
    AssignmentFact
    | RoleFact
    | DecisionPointFact
    | ActivityFact
    | DeadlineFact
    | MatterFact
    | DecisionFact
    | DissentFact
    | MotionFact
    | VoteFact
    | DispatchFact
    | GoalFact
    | IndicatorFact
    | AmountFact
    | FocusFact
    | AbbreviationFact
    | UnfilledFact
    | RowFact
    | MeetingFact
    | LinkFact
)

FACT_ADAPTER: TypeAdapter[Fact] = TypeAdapter(Annotated[Fact, Field(discriminator="kind")])
