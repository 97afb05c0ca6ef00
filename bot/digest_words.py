"""The digest's fixed words, in Swedish and in English; what is quoted from documents stays as it stands there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot import texts
from knowledge.digest import DigestKind, Trend
from knowledge.entries import State
from knowledge.timeline import PointKind
from knowledge.when import MONTH_NAMES


@dataclass(frozen=True, slots=True)
class DigestWords:
    """Everything that a digest says by itself, in one language."""

    language: str
    title: str
    late: str
    empty: str
    section: Mapping[DigestKind, str]
    trend: Mapping[Trend, str]
    state: Mapping[State, str]
    months: tuple[str, ...]
    due: str  # a deadline without a name
    never_reported: str
    last_reported: str
    points_differ: str
    more_in_thread: str
    continued: str
    show_source: str
    ask_more: str
    timeline: str
    today: str
    not_reported: str
    rows_left_out: str
    point: Mapping[PointKind, str]
    calendar: str
    file_name: str
    files: str

    def day(self, day: date) -> str:
        """Return a day as it is said."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


SWEDISH = DigestWords(
    language="sv",
    title="Veckobrev, vecka {week}",
    late="Veckobrevet är försenat: det skulle ha kommit {due}.",
    empty="Inget nytt sedan förra veckobrevet, och inga beslutspunkter de närmaste fyra veckorna.",
    section={
        DigestKind.OVERDUE: "Passerade beslutspunkter utan rapport",
        DigestKind.AHEAD: "Beslutspunkter de närmaste fyra veckorna",
        DigestKind.STATUS: "Nya lägesrapporter",
        DigestKind.SILENT: "Uppdrag utan lägesrapport på mer än 30 dagar",
        DigestKind.DECISIONS: "Nya beslut",
        DigestKind.DOCUMENTS: "Nya dokument",
        DigestKind.CONFLICTS: "Källor som är oense",
    },
    trend={
        Trend.FIRST: "● första rapporten",
        Trend.BETTER: "↗ bättre, var {before}",
        Trend.WORSE: "↘ sämre, var {before}",
        Trend.SAME: "→ oförändrat",
    },
    state=texts.STATE,
    months=tuple(MONTH_NAMES),
    due="ska redovisas eller vara klart",
    never_reported="aldrig rapporterat",
    last_reported="senast {state} {day}",
    points_differ="dokumenten säger olika: {versions}",
    more_in_thread="… och {count} till. De står i tråden.",
    continued="(fortsättning)",
    show_source="Visa källa",
    ask_more="Fråga mer",
    timeline="Beslutspunkter framåt",
    today="i dag",
    not_reported="ingen rapport",
    rows_left_out="… och {count} uppdrag till.",
    point={
        PointKind.DECISION: "beslutspunkt",
        PointKind.MILESTONE: "milstolpe",
        PointKind.DUE: "redovisas, klart",
    },
    calendar="Beslutspunkter",
    file_name="beslutspunkter",
    files="Beslutspunkterna som bild, och som kalenderfil att lägga in i din kalender.",
)

ENGLISH = DigestWords(
    language="en",
    title="Weekly digest, week {week}",
    late="This digest is late: it was due {due}.",
    empty="Nothing new since the last digest, and no decision points in the next four weeks.",
    section={
        DigestKind.OVERDUE: "Decision points that passed without a report",
        DigestKind.AHEAD: "Decision points in the next four weeks",
        DigestKind.STATUS: "New status reports",
        DigestKind.SILENT: "Assignments without a status for more than 30 days",
        DigestKind.DECISIONS: "New decisions",
        DigestKind.DOCUMENTS: "New documents",
        DigestKind.CONFLICTS: "Sources that disagree",
    },
    trend={
        Trend.FIRST: "● first report",
        Trend.BETTER: "↗ better, was {before}",
        Trend.WORSE: "↘ worse, was {before}",
        Trend.SAME: "→ unchanged",
    },
    state={State.GREEN: "green", State.YELLOW: "yellow", State.RED: "red", State.DONE: "done"},
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    due="is to be reported or done",
    never_reported="never reported",
    last_reported="last {state} {day}",
    points_differ="the documents differ: {versions}",
    more_in_thread="… and {count} more, in the thread.",
    continued="(continued)",
    show_source="Show source",
    ask_more="Ask more",
    timeline="Decision points ahead",
    today="today",
    not_reported="no report",
    rows_left_out="… and {count} more assignments.",
    point={
        PointKind.DECISION: "decision point",
        PointKind.MILESTONE: "milestone",
        PointKind.DUE: "due",
    },
    calendar="Decision points",
    file_name="decision-points",
    files="The decision points as a picture, and as a calendar file for your own calendar.",
)


def digest_words(language: str) -> DigestWords:
    """Return the words of a language; Swedish unless it is English."""
    return ENGLISH if language == "en" else SWEDISH
