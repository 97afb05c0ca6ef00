"""Words of an answer, from register facts: plain Swedish sentences built around the source's own words; pure."""

import re
from collections.abc import Sequence

from knowledge.facts import (
    DecisionFact,
    DecisionOutcome,
    DecisionPointFact,
    DissentForm,
    IndicatorValue,
    Role,
    Standing,
    ValueRole,
)
from knowledge.when import MONTH_NAMES, Precision, When

LONGEST_ANSWER = 600
LONGEST_LIST = 1_500

PROPOSED = "Det är ett förslag, inte ett beslut."

ROLE_NAMES: dict[Role, tuple[str, str]] = {
    Role.OWNER: ("Uppdragsägare", "Assignment owner (uppdragsägare)"),
    Role.LEADER: ("Uppdragsledare", "Assignment leader (uppdragsledare)"),
    Role.DEPUTY: ("Ersättare", "Deputy (ersättare)"),
    Role.COORDINATOR: ("Koordineringsansvarig", "Coordinator (koordineringsansvarig)"),
    Role.MEMBER: ("Medlemmar", "Members (medlemmar)"),
    Role.RECIPIENT: ("Mottagare av resultatet", "Recipient (mottagare)"),
    Role.RESPONSIBLE: ("Ansvarig", "Responsible (ansvarig)"),
    Role.ADDRESSEE: ("Riktas till", "Assigned to (riktas till)"),
    Role.GIVER: ("Uppdragsgivare", "Commissioned by (uppdragsgivare)"),
    Role.STEERING_GROUP: ("Styrgrupp", "Steering group (styrgrupp)"),
    Role.STAKEHOLDER: ("Intressenter", "Stakeholders (intressenter)"),
    Role.HANDLER: ("Handläggare eller föredragande", "Presented or handled by"),
    Role.CHAIR: ("Ordförande", "Chair (ordförande)"),
    Role.ATTENDEE: ("Närvarande", "Present (närvarande)"),
    Role.SECRETARY: ("Sekreterare", "Secretary (sekreterare)"),
    Role.ADJUSTER: ("Justerare", "Minutes checked by (justerare)"),
    Role.ABSENT: ("Frånvarande", "Absent (frånvarande)"),
}
VALUE_NAMES: dict[ValueRole, str] = {
    ValueRole.ACTUAL: "utfall",
    ValueRole.TARGET: "mål",
    ValueRole.BASELINE: "startvärde",
    ValueRole.FORECAST: "prognos",
    ValueRole.UNKNOWN: "värde",
}
DISSENT_VERBS: dict[DissentForm, str] = {
    DissentForm.RESERVATION: "reserverade sig",
    DissentForm.STATEMENT: "lämnade en anteckning eller ett särskilt yttrande",
    DissentForm.NOT_PARTICIPATING: "deltog inte i beslutet",
    DissentForm.ABSTAINS: "avstod från att rösta",
    DissentForm.RECUSED: "anmälde jäv eller var jäviga",
}
OUTCOME_NAMES: dict[DecisionOutcome, str] = {
    DecisionOutcome.TABLED: "bordlades",
    DecisionOutcome.REFERRED_BACK: "återremitterades",
    DecisionOutcome.REJECTED: "avslogs",
}


def role_name(role: Role, language: str) -> str:
    """Return what a role is called in the language of the question."""
    return ROLE_NAMES[role][1 if language == "en" else 0]


def day_in_words(when: When) -> str:
    """Return a date as people say it, no more precise than its source; the source's words when it has no date."""
    if when.start is None or when.end is None or when.precision is Precision.EVENT:
        return when.words
    if when.precision is Precision.DAY:
        clock = f" kl. {when.time}" if when.time else ""
        return f"{when.start.day} {MONTH_NAMES[when.start.month - 1]} {when.start.year}{clock}"
    if when.precision is Precision.MONTH and (when.start.year, when.start.month) == (
        when.end.year,
        when.end.month,
    ):
        return f"{MONTH_NAMES[when.start.month - 1]} {when.start.year}"
    if (
        when.precision is Precision.QUARTER
        and when.start.month % 3 == 1
        and when.end.month == when.start.month + 2
    ):
        return f"kvartal {(when.start.month + 2) // 3} {when.start.year}"
    if when.assumed_year:
        return f"{when.words} {when.start.year}"
    return when.words


def period_in_words(starts: When | None, ends: When | None) -> str:
    """Return a stretch of time in words: one date, or from–to."""
    if starts is None and ends is None:
        return "datum anges inte"
    if starts is None or ends is None or starts == ends:
        only = ends or starts
        assert only is not None
        return day_in_words(only)
    return f"{day_in_words(starts)} – {day_in_words(ends)}"


def listing(names: Sequence[str]) -> str:
    """Join names as a Swedish sentence does."""
    unique = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} och {unique[-1]}"


def shorten(text: str, limit: int) -> str:
    """Cut at a sentence or word, with an ellipsis, so that the result is within `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 2]
    sentence = max(cut.rfind(". "), cut.rfind("; "), cut.rfind("\n"))
    if sentence > limit * 0.6:
        return cut[: sentence + 1].rstrip() + " …"
    return cut[: cut.rfind(" ")].rstrip(" ,;") + " …"


def one_line(quote: str) -> str:
    """Return a quote as one line of prose: wrapped lines joined, marks of Markdown and tables taken away."""
    text = re.sub(r"(?<=\w)[\u00ad-]\s*\n\s*(?=[a-zåäö])", "", quote)
    text = re.sub(r"</?[a-zA-Z][^<>]{0,40}>|\*\*|__|^#+\s*", " ", text, flags=re.MULTILINE)
    text = re.sub(r"\s*(?:\||\t)\s*", " | ", text)
    text = re.sub(r"(?:\s*\|\s*)+", " | ", text).strip(" |")
    return re.sub(r"\s+", " ", text).strip()


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    text = text.strip()
    if not text:
        return text
    text = text[0].upper() + text[1:]
    return text if text[-1] in '.!?:…”"' else text + "."


def decision_point_name(fact: DecisionPointFact) -> str:
    """Return what a decision point is called: its code and label."""
    label = re.sub(r"^(?:BP|MS)\s?[O0-9]\s*", "", fact.label, flags=re.IGNORECASE).strip(" :–-")
    label = re.sub(r"^Beslut\s+(?=[A-ZÅÄÖ])", "", label)
    return f"{fact.code} ({label})" if fact.code and label else fact.code or label


def indicator_value_in_words(value: IndicatorValue) -> str:
    """Return one value of an indicator with its period and what it is."""
    name = VALUE_NAMES[value.role]
    return f"{name} {value.period}: {value.value}" if value.period else f"{name}: {value.value}"


def paragraph_in_words(paragraph: str) -> str:
    """Return a paragraph's number with its sign, however the source wrote it."""
    return paragraph if paragraph.startswith(("§", "p", "P", "n", "N")) else f"§ {paragraph}"


def decision_lead(fact: DecisionFact) -> str:
    """Return who decided or proposed, when and under which paragraph, as the opening of a sentence."""
    when = (
        f" den {fact.meeting_date.day} {MONTH_NAMES[fact.meeting_date.month - 1]} {fact.meeting_date.year}"
        if fact.meeting_date
        else ""
    )
    where = f" ({paragraph_in_words(fact.paragraph)})" if fact.paragraph else ""
    if fact.standing is Standing.PROPOSED:
        proposer = fact.proposed_by or "Förslag"
        target = f" till {fact.board}" if fact.board and fact.board != fact.proposed_by else ""
        return (
            f"{proposer}{when}{where}, förslag till beslut{target}"
            if fact.proposed_by
            else f"Förslag till beslut{target}{when}{where}"
        )
    return f"{fact.board or 'Beslut'}{when}{where}"
