"""Values of indicators (utfall, mål, startvärde) and amounts of money."""

import re
from collections.abc import Mapping, Sequence

from knowledge.entries import SourceQuote
from knowledge.facts import AmountFact, FocusFact, IndicatorFact, IndicatorValue, ValueRole
from retrieval.answer import FEWEST_ROWS, Intent, Outcome, Table
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored, words_of_document
from retrieval.rivals import of_the_marked
from retrieval.statements import is_blank
from retrieval.wording import LONGEST_LIST, VALUE_NAMES, indicator_value_in_words, one_line, sentence, shorten

_FITS = 0.66
_OWN_FITS, _OWN_FITS_BEYOND = 0.45, 0.75  # of the question; of what the document's title does not hold of it
MOST_COLUMNS = 8  # more are read better as lines
_ASKS_WHAT_IT_WAS = re.compile(
    r"^(?:(?:vad|va|hur) |(?:hur|vilken|vilket) [\w-]+ )(?:blev|var|är|blir|ligger|låg|landade|hamnade|slutade|uppgick|hade)\b",
    re.IGNORECASE,
)
# What a question says of a value's year, whatever the indicator is called: its value then is what was reached.
_REACHED = re.compile(
    r"\bblev\b|\bvar\b|\bhade\b|\blandade\b|\bhamnade\b|\buppgick\b|\bfick\b|\bgick\b|\bgjorde\w*|\bskedde\b|\b[a-zåäö]{3,}(?:ade|ades|dde|ddes)\b",
    re.IGNORECASE,
)
_AIMED_AT = re.compile(
    r"\bmål\w*|\bska\b|\bskulle\b|\bbör\b|\bborde\b|\bplan\w*|\bbudget\w*|\bprognos\w*|\btarget|\bbeslut\w*|\blovade\b|\b(?:bör|rikt|gräns|tröskel|start|bas)?värde(?:t|n|na)?\b",
    re.IGNORECASE,
)
# A value of one year does not tell how much it has changed.
_ASKS_THE_CHANGE = re.compile(
    r"\bhur (?:mycket|mkt|många procent|stor)\b.{0,80}\b(?:ökat|minskat|stigit|sjunkit|höjts|sänkts)\b",
    re.IGNORECASE,
)
# What may be spent does not tell what was.
_OUTCOME_ASKED = re.compile(r"\butfall|\boutcome\b|\bblev\b|\bkostade\b|förbruka", re.IGNORECASE)
_GRANTED = re.compile(
    r"\bfår kosta\b|\bhögst\b|\bbudgetera\w*|\bavsätt\w*|\banslå\w*|\banvisa\w*", re.IGNORECASE
)
_TARGET = re.compile(r"\bmål\w*|\btarget\w*", re.IGNORECASE)
_TARGET_ASKED = re.compile(r"\bmål(?:värde|nivå)\w*|\btarget value", re.IGNORECASE)
_FUNDING = re.compile(r"[\d. ]*finansiering", re.IGNORECASE)
_FUNDING_ASKED = re.compile(
    r"finans|betala|\bstår för\b|varifrån|budget|medel|pengar|fund|paid|pays", re.IGNORECASE
)
_COST = re.compile(r"kost|budget|finansier|anslag|\bram(?:en|ar)?\b|pris", re.IGNORECASE)


def indicators(inquiry: Inquiry) -> list[Candidate]:
    """Answer with an indicator's values; one that is asked for and not given is said to be missing."""
    understanding = inquiry.understanding
    if not (
        understanding.asks_for(Intent.INDICATOR)
        or understanding.expectation is Expectation.HOW_MUCH
        or _ASKS_WHAT_IT_WAS.search(understanding.text)
    ) or _ASKS_THE_CHANGE.search(understanding.text):
        return []
    found = [
        each
        for each in inquiry.find({"indicator"}, 120)
        if isinstance(each.fact, IndicatorFact) and each.coverage.share >= _FITS
    ]
    candidates = [
        _candidate(inquiry, each, values_given(inquiry, each))
        for each in found[:8]
        if _is_meant(inquiry, each)
    ]
    if understanding.wants_list and re.search(r"indikator|nyckeltal|mått", understanding.text.lower()):
        listed = [each for each in found if _is_named(inquiry, each)]
        return [_listed(listed)] if len(listed) > 1 else candidates[:1]
    given = [candidate for candidate in candidates if candidate.outcome is Outcome.ANSWERED]
    return given or candidates[:2]


def _is_meant(inquiry: Inquiry, each: Scored) -> bool:
    """Tell whether an indicator is the one that is asked for: "12-åringar" are not "6-åringar"."""
    return (
        isinstance(each.fact, IndicatorFact)
        and _is_named(inquiry, each)
        and not (_asks_for_money(inquiry) and _is_of_shares(each.fact))
        and not any(word.surface.isdigit() for word in each.coverage.missing)
    )


def values_given(inquiry: Inquiry, each: Scored) -> list[IndicatorValue]:
    """Return the values that an indicator gives of those asked for; none when it is another indicator."""
    if not isinstance(each.fact, IndicatorFact) or not _is_meant(inquiry, each):
        return []
    return [value for value in _values_asked_for(inquiry, each.fact.values) if not is_blank(value.value)]


def _listed(found: Sequence[Scored]) -> Candidate:
    """Return several indicators with all their values as one list."""
    told = {
        shorten(one_line(each.fact.subject), 160): each.fact.values
        for each in found
        if isinstance(each.fact, IndicatorFact)
    }
    lines = [
        f"• {name} – {', '.join(map(indicator_value_in_words, values))}" for name, values in told.items()
    ]
    return Candidate(
        text=shorten(f"{len(lines)} stycken:\n" + "\n".join(lines), LONGEST_LIST),
        sources=tuple(source for each in found for source in each.sources),
        score=found[0].score + 0.2,
        intent=Intent.INDICATOR,
        coverage=found[0].coverage,
        subject=found[0].fact.subject,
        is_list=True,
        table=_table(told) if len(told) >= FEWEST_ROWS else (),
    )


def _table(told: Mapping[str, Sequence[IndicatorValue]]) -> Table:
    """Return indicators as rows, a column for each sort of value and period that any of them has."""
    columns = list(dict.fromkeys(_column(value) for values in told.values() for value in values))
    if len(columns) > MOST_COLUMNS:
        return ()
    rows = []
    for name, values in told.items():
        held = {_column(value): value.value for value in values}
        rows.append((name, *(held.get(column, "") for column in columns)))
    return (("Indikator", *map(str.capitalize, columns)), *rows)


def _column(value: IndicatorValue) -> str:
    return f"{VALUE_NAMES[value.role]} {value.period}".strip()


def _asks_for_money(inquiry: Inquiry) -> bool:
    return (
        re.search(r"\bpengar\b|\bkronor\b|\b[tm]n?kr\b|\bförbruka", inquiry.understanding.text.lower())
        is not None
    )


def _is_of_shares(fact: IndicatorFact) -> bool:
    """Tell whether every value is a share of something, which is no money."""
    return all("%" in value.value or "procent" in value.value for value in fact.values)


def _is_named(inquiry: Inquiry, each: Scored) -> bool:
    """Tell whether the indicator's own name holds enough of the question, or most of what the document's title does not."""
    assert isinstance(each.fact, IndicatorFact)
    name = f"{each.fact.subject} {each.fact.objective}"
    if inquiry.matcher.coverage(inquiry.asked, inquiry.matcher.evidence(name)).near >= _OWN_FITS:
        return True
    word = inquiry.asked.word(inquiry.understanding.focus)
    if word is not None and not inquiry.matcher.names(word, name):
        return False
    around = words_of_document(each.entry.document)
    return (
        not each.coverage.missing
        and inquiry.matcher.own_share(inquiry.asked, name, around) >= _OWN_FITS_BEYOND
    )


def _values_asked_for(inquiry: Inquiry, values: Sequence[IndicatorValue]) -> list[IndicatorValue]:
    understanding = inquiry.understanding
    strict = _strict_roles(understanding.text.lower())
    if not strict and _REACHED.search(understanding.text) and not _AIMED_AT.search(understanding.text):
        strict = {ValueRole.ACTUAL, ValueRole.BASELINE}
    chosen = [
        value for value in values if not strict or value.role in strict or value.role is ValueRole.UNKNOWN
    ]
    years = [str(year) for year in understanding.years]
    if years:
        in_year = [value for value in chosen if any(year in value.period for year in years)]
        without = [value for value in chosen if not re.search(r"(?:19|20)\d\d", value.period)]
        starts = [value for value in without if value.role is ValueRole.BASELINE and value.role in strict]
        chosen = [*starts, *in_year] if in_year else without
    return chosen


def _strict_roles(text: str) -> set[ValueRole]:
    roles = set()
    if re.search(r"\butfall|\boutcome|\bresultat", text):
        roles.add(ValueRole.ACTUAL)
    if re.search(r"\bmål(?:et|värde\w*)?\b|\btarget", text):
        roles.add(ValueRole.TARGET)
    if re.search(r"startvärde|starting value|baseline|från början", text):
        roles.add(ValueRole.BASELINE)
    if re.search(r"prognos|forecast", text):
        roles.add(ValueRole.FORECAST)
    return roles


def _candidate(inquiry: Inquiry, each: Scored, chosen: Sequence[IndicatorValue]) -> Candidate:
    assert isinstance(each.fact, IndicatorFact)
    name = shorten(one_line(each.fact.subject), 240)
    given = ", ".join(
        indicator_value_in_words(value) for value in each.fact.values if not is_blank(value.value)
    )
    outcome = Outcome.ANSWERED
    bonus = 0.2 if inquiry.understanding.asks_for(Intent.INDICATOR) else 0.1
    if chosen:
        text = f"{name} – {', '.join(indicator_value_in_words(value) for value in chosen)}."
    else:
        text = f"Det värdet anges inte för {name}." + (f" Det som anges är {given}." if given else "")
        outcome = Outcome.NOT_FOUND
        bonus += 0.15 + 0.35 * (1 - each.coverage.dates)  # the year asked for is what is missing
    return Candidate(
        text=text,
        sources=each.sources,
        score=each.score + bonus,
        intent=Intent.INDICATOR,
        coverage=each.coverage,
        outcome=outcome,
        subject=each.fact.subject,
    )


def _costs(inquiry: Inquiry) -> list[Candidate]:
    """Answer from what a directive's section on cost or funding says, also that nothing is settled yet."""
    if not inquiry.understanding.asks_for(Intent.AMOUNT):
        return []
    candidates = []
    for each in inquiry.find({"focus"}, 120):
        fact = each.fact
        if not isinstance(fact, FocusFact) or not _COST.search(fact.label) or not fact.text:
            continue
        if not _FUNDING_ASKED.search(inquiry.understanding.text) and _FUNDING.fullmatch(fact.label.strip()):
            continue  # who pays tells not what it costs
        if fact.text.rstrip().endswith(":"):  # what comes below it is read as rows
            continue
        missing = [
            word for word in each.coverage.missing if not _COST.search(word.surface) and not word.is_light
        ]
        if missing or each.coverage.share < 0.5 or not each.coverage.dates:
            continue
        candidates.append(
            Candidate(
                text=f"{shorten(one_line(fact.label), 80)}: {sentence(shorten(one_line(fact.text), 400))}",
                sources=each.sources,
                score=max(each.score, 0.8) + 0.2,
                intent=Intent.AMOUNT,
                coverage=each.coverage,
                assignment_id=each.entry.assignment_id,
                subject=fact.subject,
            )
        )
    return candidates[:2]


# "Ramen för 2027 är" says no more than "Ramen för 2027" before its sum.
_LEADS_TO_THE_SUM = re.compile(r"\s+(?:är|var|blir|blev|(?:uppgår|uppgick) till|beräknas till)$")


def _tells_the_sum(question: str, fact: AmountFact, source: SourceQuote) -> bool:
    """Tell whether an amount is news: not the question's own, no sum for a target, none of another alternative."""
    if re.search(rf"(?<![\d,.]){re.escape(fact.amount.split()[0])}(?![\d,.]*\d)", question):
        return False
    figure = fact.amount.split()[0]
    said = [each for each in re.split(r"(?<=[.!?])\s+", source.quote) if figure in each]
    words = f"{source.section} {' '.join(said) or source.quote}"
    if _TARGET_ASKED.search(question) and not _TARGET.search(words):
        return False
    return of_the_marked(question, words)


def amounts(inquiry: Inquiry) -> list[Candidate]:
    """Answer with an amount of money."""
    understanding = inquiry.understanding
    if not (understanding.asks_for(Intent.AMOUNT) or understanding.expectation is Expectation.HOW_MUCH):
        return []
    if understanding.expectation is Expectation.WHEN:  # a sum says nothing of when
        return []
    candidates = _costs(inquiry)
    asks_for_the_outcome = _OUTCOME_ASKED.search(understanding.text) is not None
    for each in inquiry.find({"amount"}, 80):
        fact = each.fact
        if (
            not isinstance(fact, AmountFact)
            or each.coverage.share < 0.72
            or any(w.is_name for w in each.coverage.missing)
        ):
            continue
        if each.coverage.near < 0.4 or (asks_for_the_outcome and _GRANTED.search(each.entry.source.quote)):
            continue
        if not _tells_the_sum(understanding.text, fact, each.entry.source):
            continue
        subject = _LEADS_TO_THE_SUM.sub("", shorten(one_line(fact.subject), 240))
        period = f" ({fact.period})" if fact.period and fact.period not in subject else ""
        text = f"{subject}{period}: {fact.amount}."
        candidates.append(
            Candidate(
                text=text,
                sources=each.sources,
                score=each.score + 0.12,
                intent=Intent.AMOUNT,
                coverage=each.coverage,
                assignment_id=each.entry.assignment_id,
                subject=fact.subject,
            )
        )
    return candidates[:2]
