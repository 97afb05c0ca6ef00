"""How a vote fell, and how one person or party voted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.blocks import Span
from knowledge.entries import SourceQuote
from knowledge.facts import VoteFact
from retrieval.actors import names_somebody
from retrieval.answer import Intent, Outcome
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored, names_another_board
from retrieval.lookups.vote_sides import is_of_what_is_asked, side_asked
from retrieval.wording import LONGEST_ANSWER, listing, one_line, sentence, shorten

PERSON_FITS = 0.5
PERSON_FITS_ON_THE_DAY = 0.25  # the day of the meeting says the rest
_NAMED = re.compile(r"\w \([A-ZÅÄÖ]{1,4}\)")
_VERBS = {"avstår": "avstod från att rösta", "frånvarande": "var frånvarande"}
LONGEST_ROLL = 500  # characters of a roll call that can be shown whole
MOST_SHOWN = 3  # members whose own lines of a long roll call are shown
NOT_LISTED = 0.9  # who is not in the roll call of the very vote is told of before any other passage is quoted
_WHOLE_NAME = 2  # words of a name that is surely a person's
_PARTY_AND_WAY = r"[\s|(]+(?:[A-ZÅÄÖ]{1,4}|-)\)?[\s|]+(?:\d{1,3}[\s|]+)?(?:\w+[\s|]+)?(?:Ja|Nej|Avst|Frånv)"
_LAST_VOTE = re.compile(r"\b(?:sista|slutliga|avgörande|huvud\w*|final|last)\b", re.IGNORECASE)
_YES_OR_NO = re.compile(r"\b(?:ja|nej)\b", re.IGNORECASE)

_ASKS_FOR_SOMEBODY = re.compile(
    r"\b(?:vem|who|vilken ledamot|vilket parti|vilka(?! förslag| alternativ| röst))\b", re.IGNORECASE
)
# A board, a party or a short form is no person, though it is written with a capital.
_NO_PERSON = re.compile(
    r"\w*(?:fullmäktige|styrelsen|nämnden|utskottet|direktionen|erna|partiet|kommunen|regionen)|[A-ZÅÄÖ]{1,5}"
)
_ASKS_FOR_NAMES = re.compile(
    r"\b(?:vilka|vem|vilken (?:\w+ )?(?:\w*ledamot|\w+ist|\w+demokrat|\w*politiker)|who)\b.{0,40}\b(?:röst(?:a|ade|ar|at|en|er)?|voted?)\b",
    re.IGNORECASE,
)


def votes(inquiry: Inquiry) -> list[Candidate]:
    """Answer with the counts, the names on one side, or the one person's vote."""
    understanding = inquiry.understanding
    if not understanding.asks_for(Intent.VOTE):
        return []
    found = [each for each in inquiry.find_of_matters({"vote"}, 120) if isinstance(each.fact, VoteFact)]
    person = _person(understanding.text) or _member_named(understanding.text, found)
    if person:
        return _one_person(inquiry, found, person)
    found = [each for each in found if each.coverage.share >= 0.6]
    if _ASKS_FOR_NAMES.search(understanding.text):
        found = [each for each in found if isinstance(each.fact, VoteFact) and _members(each.fact)]
    if not found:
        return []
    best = found[0]
    same = [each for each in found if _same_matter(each, best) and each.score >= best.score - 0.12]
    same = [
        each
        for each in same
        if isinstance(each.fact, VoteFact)
        and is_of_what_is_asked(inquiry, each.fact, each.entry.source.quote)
    ] or same
    told = _together(
        [_result(inquiry, each) for each in sorted(same, key=lambda each: each.entry.source.span.start)]
    )
    if _ASKS_FOR_SOMEBODY.search(understanding.text) and not names_somebody(told.text):
        return []
    return [told]


def _members(fact: VoteFact) -> tuple[str, ...]:
    return (*fact.yes_members, *fact.no_members, *fact.abstaining_members)


def _same_matter(one: Scored, other: Scored) -> bool:
    assert isinstance(one.fact, VoteFact)
    assert isinstance(other.fact, VoteFact)
    return one.entry.document.id == other.entry.document.id and one.fact.paragraph == other.fact.paragraph


def _together(results: Sequence[Candidate]) -> Candidate:
    """Return the votes of one matter as one answer, in order, as short as they must be."""
    if len(results) == 1:
        return results[0]
    room = LONGEST_ANSWER // len(results) - 5
    return replace(
        max(results, key=lambda each: each.score),
        text="\n".join(shorten(each.text, room) for each in results),
        sources=tuple(source for each in results for source in each.sources),
    )


def _person(text: str) -> str:
    """Return the name in "Hur röstade Anna Svensson (S)" or "Hur röstade Svensson", if one person is asked about."""
    match = re.search(
        r"(?:röstade|did|röstar|rösta)\s+((?:[A-ZÅÄÖÉ][\wåäöéü-]+\s*){1,4})(?=\(|\s|$|[?,.])", text
    )
    name = match[1].strip() if match else ""
    return "" if _NO_PERSON.fullmatch(name) else name


def _member_named(text: str, found: Sequence[Scored]) -> str:
    """Return the member whose surname a question without capitals names after "hur röstade", if one is asked about."""
    match = re.search(r"\bhur\s+röstade\s+(?P<who>(?:(?!(?:när|om|i|vid|för)\b)[\w:.-]+\s*){1,4})", text)
    said = set(match["who"].lower().split()) if match else set()
    members = (member for each in found if isinstance(each.fact, VoteFact) for member in _members(each.fact))
    surnames = (member.split(" (", maxsplit=1)[0].split()[-1] for member in members)
    return next((surname for surname in surnames if surname.lower() in said), "")


@dataclass(frozen=True, slots=True)
class _Cast:
    """How one member voted in one vote."""

    vote: Scored
    member: str
    side: str


def _one_person(inquiry: Inquiry, found: Sequence[Scored], person: str) -> list[Candidate]:
    """Answer how one person voted in each vote on the newest matter that fits, or that the roll calls do not name them."""
    names = person.lower().split()
    fitting = [each for each in found if _fits_without(inquiry, each, names)]
    fitting.sort(key=lambda each: (-round(_share_without(each, names, inquiry), 1), _newest_first(each)))
    casts = [cast for each in fitting if (cast := _cast(each, names)) is not None]
    if not casts:
        listed = [each for each in fitting if _names_others(inquiry, each, person)]
        return [_not_listed(listed[0], person)] if listed and len(names) >= _WHOLE_NAME else []
    same = [cast for cast in casts if _same_matter(cast.vote, casts[0].vote)]
    same.sort(key=lambda cast: cast.vote.entry.source.span.start)
    if _LAST_VOTE.search(inquiry.understanding.text):
        same = same[-1:]
    return [_together([_voted(inquiry, cast) for cast in same])]


def _fits_without(inquiry: Inquiry, each: Scored, names: Sequence[str]) -> bool:
    """Tell whether a vote is the one that is asked about, the person's name left aside."""
    needed = PERSON_FITS_ON_THE_DAY if inquiry.asked.dates and each.coverage.dates >= 0.9 else PERSON_FITS
    board = each.entry.document.profile.board
    return (
        _share_without(each, names, inquiry) >= needed
        and each.coverage.dates >= 0.5
        and not names_another_board(inquiry.understanding.text, board)
    )


def _newest_first(each: Scored) -> tuple[int, int]:
    assert isinstance(each.fact, VoteFact)
    day = each.fact.meeting_date
    return (-day.toordinal() if day else 0, each.entry.source.span.start)


def _cast(each: Scored, names: Sequence[str]) -> _Cast | None:
    """Return how the member of these names voted, when the roll call holds one."""
    fact = each.fact
    assert isinstance(fact, VoteFact)
    for side, members in (
        ("ja", fact.yes_members),
        ("nej", fact.no_members),
        ("avstår", fact.abstaining_members),
        ("frånvarande", fact.absent_members),
    ):
        for member in members:
            if all(name in member.lower() for name in names):
                return _Cast(each, member, side)
    return None


def _names_others(inquiry: Inquiry, each: Scored, person: str) -> bool:
    """Tell whether a vote has its members' names, and its document tells nowhere how this person voted."""
    assert isinstance(each.fact, VoteFact)
    told = rf"{_spaced(person)}{_PARTY_AND_WAY}"
    return bool(_members(each.fact)) and not re.search(told, inquiry.text_of(each.entry.document))


def _spaced(name: str) -> str:
    """Return a pattern for a name however its words are parted."""
    return r"\s+".join(re.escape(part) for part in name.split())


def _not_listed(each: Scored, person: str) -> Candidate:
    return Candidate(
        text=f"Det framgår inte hur {person} röstade: namnet står inte i omröstningens lista.",
        sources=each.sources,
        score=NOT_LISTED,
        intent=Intent.VOTE,
        outcome=Outcome.NOT_FOUND,
        coverage=each.coverage,
        subject=each.fact.subject,
    )


def _voted(inquiry: Inquiry, cast: _Cast) -> Candidate:
    each, fact = cast.vote, cast.vote.fact
    assert isinstance(fact, VoteFact)
    verb = _VERBS.get(cast.side, f"röstade {cast.side}")
    meaning = f" Omröstningen gällde: {shorten(one_line(fact.proposition), 250)}" if fact.proposition else ""
    quote = next((part for part in _around(inquiry, each, cast.member)), each.entry.source)
    return Candidate(
        text=f"{cast.member} {verb}.{meaning}",
        sources=(quote, *each.sources[1:]),
        score=max(each.score, 0.7) + 0.3,
        intent=Intent.VOTE,
        coverage=each.coverage,
        subject=fact.subject,
    )


def _around(inquiry: Inquiry, each: Scored, member: str) -> Iterator[SourceQuote]:
    """Yield where the roll call names the member, when the vote's own quote does not or is too long to show."""
    source = each.entry.source
    name = _spaced(member.split(" (", maxsplit=1)[0])
    if len(source.quote) <= LONGEST_ROLL and re.search(name, source.quote):
        return
    text = inquiry.text_of(source.document)
    places = [match.start() for match in re.finditer(name, text)]
    # who is named in a list with one line each is also named elsewhere, but not with the way of voting after the name
    listed = [start for start in places if re.match(rf"{name}{_PARTY_AND_WAY}", text[start:])]
    places = listed or places
    if places:
        place = min(places, key=lambda start: (abs(start - source.span.start), start))
        start, end = max(0, place - 20), min(len(text), place + len(member) + 60)
        yield replace(source, quote=text[start:end], span=Span(start, end))


def _share_without(each: Scored, names: Sequence[str], inquiry: Inquiry) -> float:
    """Return how much of the question a vote holds when the person's name and small marks are left aside."""
    words = [
        word
        for word in inquiry.asked.subject
        if word.surface.lower() not in names and len(word.surface) > 2 and not word.is_light
    ]
    total = sum(word.weight for word in words)
    missing = {word.surface for word in each.coverage.missing}
    return sum(word.weight for word in words if word.surface not in missing) / total if total else 1.0


def _result(inquiry: Inquiry, each: Scored) -> Candidate:
    counted = each.fact
    assert isinstance(counted, VoteFact)
    has_counts = counted.yes is not None and counted.no is not None
    _, members = side_asked(inquiry, counted, each.entry.source.quote)
    shown = members if len(members) <= MOST_SHOWN else ()
    own_lines = tuple(part for member in shown for part in _around(inquiry, each, member))
    return Candidate(
        text=_in_words(inquiry, each, counted) if has_counts else sentence(one_line(each.entry.source.quote)),
        sources=(*each.sources, *own_lines),
        score=each.score + (0.2 if has_counts else 0.0),
        intent=Intent.VOTE,
        coverage=each.coverage,
        subject=counted.subject,
    )


def _counts(each: Scored, fact: VoteFact) -> str:
    """Return how many voted each way; in the source's own words where these speak of no yes and no."""
    quote = each.entry.source.quote
    if not _YES_OR_NO.search(quote.replace("-", " ")) and len(quote) <= LONGEST_ROLL:
        return sentence(one_line(quote))
    cast = " mot ".join(
        f"{number} {way}-röst{'' if number == 1 else 'er'}"
        for number, way in ((fact.yes, "ja"), (fact.no, "nej"))
    )
    others = ((fact.abstained, "avstår"), (fact.absent, "frånvarande"))
    return f"Omröstningen gav {cast}{''.join(f', {number} {what}' for number, what in others if number is not None)}."


def _in_words(inquiry: Inquiry, each: Scored, fact: VoteFact) -> str:
    lowered = inquiry.understanding.text.lower()
    text = _counts(each, fact)
    if _ASKS_FOR_SOMEBODY.search(lowered) or _ASKS_FOR_NAMES.search(lowered):
        voted, members = side_asked(inquiry, fact, each.entry.source.quote)
        if members:
            text = f"{listing(members)} {voted} ({len(members)}). {text}"
        elif voted and not _members(fact) and _NAMED.search(each.entry.source.quote):
            # the names stand there, but were not told apart
            return sentence(shorten(one_line(each.entry.source.quote), LONGEST_ROLL))
        elif not voted and _ASKS_FOR_NAMES.search(lowered):
            text = f"{_both_sides(fact)}{text}"
    if fact.proposition:
        text += f" {sentence(shorten(one_line(fact.proposition), 220))}"
    if fact.result:
        text += f" {sentence(shorten(one_line(fact.result), 200))}"
    return text


def _both_sides(fact: VoteFact) -> str:
    """Return who voted yes and who no, for a question that does not tell which of them it means; nothing of a long roll."""
    sides = ((fact.yes_members, "ja"), (fact.no_members, "nej"))
    told = " ".join(
        f"{listing(members)} röstade {way} ({len(members)})." for members, way in sides if members
    )
    return f"{told} " if len(told) <= LONGEST_ROLL else ""
