"""Facts of the register in plain Swedish: a heading for each kind, and one line for each fact."""

from knowledge.documents import DocumentKind
from knowledge.facts import (
    AbbreviationFact,
    ActivityFact,
    AmountFact,
    AssignmentFact,
    DeadlineFact,
    DecisionFact,
    DecisionPointFact,
    DispatchFact,
    DissentFact,
    Fact,
    FocusFact,
    GoalFact,
    IndicatorFact,
    LinkFact,
    MatterFact,
    MeetingFact,
    MotionFact,
    RoleFact,
    RowFact,
    Standing,
    UnfilledFact,
    VoteFact,
)
from knowledge.when import When
from retrieval.wording import DISSENT_VERBS, VALUE_NAMES, role_name

DOCUMENT = {
    DocumentKind.DIRECTIVE: "uppdragsdirektiv",
    DocumentKind.BOARD_PLAN: "nämndplan",
    DocumentKind.MINUTES: "protokoll",
    DocumentKind.MEETING_SUMMARY: "sammanfattning från sammanträde",
    DocumentKind.AGENDA: "föredragningslista",
    DocumentKind.FOLLOW_UP: "uppföljning",
    DocumentKind.CALENDAR: "sammanträdesplan",
    DocumentKind.OTHER: "övrigt dokument",
}
HEADING = {  # in the order in which they are shown
    "assignment": "Uppdrag",
    "role": "Roller",
    "decision_point": "Beslutspunkter och milstolpar",
    "deadline": "Redovisning och slutdatum",
    "activity": "Aktiviteter",
    "matter": "Ärenden",
    "decision": "Beslut",
    "motion": "Yrkanden och motioner",
    "vote": "Omröstningar",
    "dissent": "Avvikande meningar",
    "dispatch": "Skickas till",
    "goal": "Mål",
    "indicator": "Indikatorer",
    "amount": "Belopp",
    "focus": "Innehåll",
    "meeting": "Sammanträden",
    "link": "Samband med andra uppdrag",
    "abbreviation": "Förkortningar",
    "unfilled": "Inte ifyllt",
    "row": "Rader i tabeller",
}
_RELATION = {
    "changes": "ändrar",
    "extends": "förlänger",
    "brings_forward": "tidigarelägger",
    "ends": "avslutar",
    "continues": "fortsätter",
    "splits": "delar upp",
    "earlier_handling": "behandlades tidigare i",
}


def words(fact: Fact) -> str:  # noqa: PLR0912 - a table of kinds, one line each
    """Return what the fact says besides its subject."""
    match fact:
        case RoleFact():
            return _joined(f"{role_name(fact.role, 'sv')}: {fact.holder}", fact.detail)
        case DecisionPointFact():
            name = " ".join(part for part in (fact.code, fact.label) if part)
            return _timed(
                name or ("milstolpe" if fact.is_milestone else "beslutspunkt"), fact.starts, fact.ends
            )
        case ActivityFact():
            told = _timed(fact.label, fact.starts, fact.ends)
            return _joined(told, fact.responsible and f"ansvarig: {fact.responsible}")
        case DeadlineFact():
            return _joined(_timed(fact.label, None, fact.due), fact.recipient and f"till {fact.recipient}")
        case AssignmentFact():
            to = ", ".join(fact.addressees)
            parts = (fact.number and f"nummer {fact.number}", fact.giver and f"givet av {fact.giver}")
            year = f"år {fact.year}" if fact.year else ""
            proposed = "förslag" if fact.standing is Standing.PROPOSED else ""
            return _joined(*parts, to and f"riktat till {to}", year, proposed)
        case MatterFact():
            return _joined(fact.board, fact.paragraph, _day(fact), fact.case_number)
        case DecisionFact():
            proposer = f" från {fact.proposed_by}" if fact.proposed_by else ""
            state = "Beslutat" if fact.standing is Standing.DECIDED else f"Förslag{proposer}, inte beslutat"
            place = _joined(fact.board, fact.paragraph, _day(fact), fact.case_number)
            return f"{state}{f' ({place})' if place else ''}: {fact.text}"
        case DissentFact():
            return _joined(
                f"{', '.join(fact.who)} {DISSENT_VERBS[fact.form]}", fact.reason, fact.paragraph, _day(fact)
            )
        case MotionFact():
            said = "motion" if fact.is_motion else "yrkande"
            return f"{said.capitalize()} av {', '.join(fact.movers)}: {fact.text}"
        case VoteFact():
            counts = (
                ("ja", fact.yes),
                ("nej", fact.no),
                ("avstår", fact.abstained),
                ("frånvarande", fact.absent),
            )
            told = ", ".join(f"{count} {name}" for name, count in counts if count is not None)
            named = (
                ("ja", fact.yes_members),
                ("nej", fact.no_members),
                ("avstår", fact.abstaining_members),
                ("frånvarande", fact.absent_members),
            )
            members = [f"{name}: {', '.join(who)}" for name, who in named if who]
            return _joined(told, *members, fact.result, fact.paragraph, _day(fact))
        case DispatchFact():
            return _joined(", ".join(fact.recipients), fact.paragraph)
        case GoalFact():
            kind = "delmål" if fact.is_objective else "mål"
            return _joined(
                f"{kind} {fact.number}".strip(), fact.goal and f"under {fact.goal}", fact.assessment
            )
        case IndicatorFact():
            values = (
                f"{VALUE_NAMES[each.role]} {each.period}".strip() + f": {each.value}" for each in fact.values
            )
            return "; ".join(values)
        case AmountFact():
            return _joined(fact.amount, fact.period)
        case FocusFact():
            return f"{fact.label}: {fact.text}" + (f" (till {fact.recipient})" if fact.recipient else "")
        case MeetingFact():
            return _joined(_spoken(fact.on), fact.on.time and f"kl. {fact.on.time}", fact.place)
        case LinkFact():
            return _joined(f"{_RELATION[fact.relation]} {fact.target}", fact.on.words if fact.on else "")
        case AbbreviationFact():
            return fact.meaning
        case RowFact(cells=cells):
            return "; ".join(f"{cell.name}: {cell.value or '–'}" for cell in cells)
        case UnfilledFact():
            return fact.label


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _timed(name: str, starts: When | None, ends: When | None) -> str:
    days = list(dict.fromkeys(_spoken(each) for each in (starts, ends) if each))
    return f"{name}: {' till '.join(days)}" if days else name


def _day(fact: MatterFact | DecisionFact | DissentFact | VoteFact) -> str:
    return fact.meeting_date.isoformat() if fact.meeting_date else ""


def _spoken(when: When) -> str:
    """Return the words of the source; of a calendar's figures ("20270616T090000") the day."""
    is_figures = when.words.replace("T", "").rstrip("Z").isdigit()
    return when.start.isoformat() if is_figures and when.start else when.words
