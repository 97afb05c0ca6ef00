"""Government assignments and committee directives in free text: who is to do it, and when it is to be reported."""

import re
from collections.abc import Iterator
from typing import Literal

from knowledge.blocks import BlockKind, ReadDocument, Span
from knowledge.documents import DocumentProfile
from knowledge.facts import AmountFact, AssignmentFact, DeadlineFact, Fact, LinkFact, Role, RoleFact
from knowledge.parsing.addressees import Addressee
from knowledge.parsing.amounts import amounts_in, period_near
from knowledge.parsing.assignment_wording import GivenTo, Strength, given_in, given_in_title
from knowledge.parsing.reporting import Calendar, dues_in
from knowledge.parsing.sentences import Sentence, sentences_of
from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision

Relation = Literal["changes", "extends", "brings_forward", "ends", "continues", "splits", "earlier_handling"]

_GOVERNMENT = re.compile(
    r"\bRegeringen\s+(?:\S+\s+){0,6}?(?:uppdrar|uppdrog|ger|ge|gav|förlänger|ändrar|beslutar|tillkallar|tillsätter|bemyndigar)\b|\b[Ss]ärskild utredare\b|\b[Uu]tredningstiden\b|\bUtredaren ska\b"
    r"|\bTilläggsdirektiv\b|\bRegeringskansliet\b|\b[Uu]ppdraget ska (?:\S+ ){0,3}(?:del|slut)?redovisas\b|\bDir\. (?:19|20)\d\d:\d"
)
_CASE = re.compile(r"\s*(?:Diarienummer|Diarienr|Dnr|Dir\.)\s*:?\s*[A-ZÅÄÖ]*[\d/ :().A-Za-zåäö-]*$")
_LINK = re.compile(
    r"(?P<extends>förläng\w*)|(?P<brings_forward>tidigarelägg\w*|förkorta[sr]?\b)|(?P<ends>(?:uppdrag\w*|beslut\w*|direktiv\w*|kommittén|utredningen)\b[^.]{0,90}?\b(?:upphör\w*|upphävs?|återkalla[sr]?)\b|\bUpph(?:örande|ävande) av|\b(?:upphäver|återkallar)\b)"
    r"|(?P<changes>\bändr(?:ing|ar|as|ade|at)\w*|\btilläggs(?:direktiv|uppdrag)\w*|\butvidga\w*|\butöka[sr]\b|\bkomplettering\b|\bkompletterar\b)|(?P<continues>\bfortsatt uppdrag\b|\bfortsättning på\b|\bförnyat uppdrag\b)",
    re.IGNORECASE,
)
_EARLIER_DECISION = re.compile(
    r"(?:beslut(?:ade|at|et)?|uppdrog|gav|direktiv)\s[^.]{0,60}?\bden\s+\d{1,2}\s+\w+\s+(?:19|20)\d\d|\bregeringens beslut den \d{1,2} \w+ (?:19|20)\d\d"
)
_REFERENCE = re.compile(
    r"\b(?:dir\.\s*(?:19|20)\d\d:\d{1,3}|(?:dnr\.?\s*)?[A-ZÅÄÖ][a-zåäö]{0,2}\s?(?:19|20)\d\d/\d{3,6}(?:/[A-ZÅÄÖa-zåäö]{1,5})?|dnr\s+\S+)",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"^(?:Enligt|I) (?:(?:utredningens|de|det|den|nuvarande|ursprungliga|tidigare|gällande|kommitténs|utredarens|regeringens)\s+)*(?:uppdrag(?:et)?|direktiv(?:en)?|beslut(?:et)?|regleringsbrev(?:et)?|tilläggsdirektiv(?:en)?)\b"
)
_STANDS_NOW = re.compile(
    r"\b(?:i\s?stället|nu|senareläggs|förlängs|förlänger|flyttas|ändras)\b", re.IGNORECASE
)
_BARE_TITLE = re.compile(
    r"(?:Uppdrag(?:et)?|Bakgrund|Sammanfattning|Inledning|Direktiv|Beslut|Ärendet|Syfte)", re.IGNORECASE
)
_LIES_FAST = re.compile(r"\bligger fast\b|\bkvarstår\b")
_SETTLED_TITLE = re.compile(r"[Ff]örläng|[Tt]illäggs|[Ää]ndr|[Ff]ramflytt|[Ss]enarelag|[Aa]nstånd")


def is_government_assignment(document: ReadDocument) -> bool:
    """Tell whether a document is a government decision or directive in free text rather than a template."""
    return _GOVERNMENT.search(document.text) is not None


def read_government_assignment(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return the assignment, its addressees, each reporting deadline, amounts and links to earlier decisions."""
    title, title_span = _title(document, profile)
    sentences = tuple(sentences_of(document.blocks))
    facts: list[Fact] = []
    given = _given(title, title_span, sentences)
    if given is not None:
        who, span, section = given
        names = tuple(dict.fromkeys(each.name for each in who.addressees))
        facts.append(
            AssignmentFact(
                span=span,
                subject=title,
                section=section,
                giver=who.giver,
                addressees=names,
                year=profile.year,
            )
        )
        facts.extend(
            RoleFact(
                span=span,
                subject=title,
                section=section,
                role=Role.ADDRESSEE,
                holder=each.name,
                detail=each.detail,
            )
            for each in dict.fromkeys(who.addressees)
        )
    facts.extend(_deadlines(title, sentences, calendar_of(profile, document)))
    facts.extend(_amounts(title, sentences))
    facts.extend(_links(title, title_span, sentences))
    return tuple(facts)


def calendar_of(profile: DocumentProfile, document: ReadDocument) -> Calendar:
    """Return what supplies the years that a document's words leave out."""
    if profile.date is not None:
        return Calendar(profile.date.year, profile.date)
    if profile.year is not None:
        return Calendar(profile.year)
    days = [
        found.when.start
        for found in find_dates(document.text[:20_000])
        if found.when.precision is Precision.DAY
    ]
    years = [day.year for day in days if day is not None]
    return Calendar(min(years) if years else None)


def _title(document: ReadDocument, profile: DocumentProfile) -> tuple[str, Span]:
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            cut = _CASE.search(block.text)
            end = cut.start() if cut is not None and cut.start() > 10 else len(block.text)
            title = block.text[:end].strip()
            return (profile.title if _BARE_TITLE.fullmatch(title) else title), block.content.span(0, end)
        break
    return profile.title, document.blocks[0].span if document.blocks else Span(0, 0)


def _given(title: str, title_span: Span, sentences: tuple[Sentence, ...]) -> tuple[GivenTo, Span, str] | None:
    """Return who is given the assignment by the strongest words, joined over sentences of equal strength."""
    best: list[tuple[GivenTo, Span, str]] = []
    from_title = given_in_title(title)
    if from_title is not None:
        best = [(from_title, title_span, "")]
    for sentence in sentences:
        found = given_in(sentence.text)
        if found is None or (found.strength is Strength.SHALL and best):
            continue
        strongest = best[0][0].strength if best else 0
        if found.strength > strongest:
            best = [(found, sentence.span, sentence.section)]
        elif found.strength == strongest and found.strength is Strength.GIVEN_NOW:
            best.append((found, sentence.span, sentence.section))
    if not best:
        return None
    first, span, section = best[0]
    everyone = tuple(dict.fromkeys(each for given, _, _ in best for each in given.addressees))
    return GivenTo(_distinct(everyone), first.giver, first.strength), span, section


def _distinct(addressees: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
    """Return each addressee once; one named by the abbreviation in another's brackets is that other."""
    seen: dict[str, Addressee] = {}
    for each in addressees:
        seen.setdefault(each.name.lower(), each)
    short = {each.detail.lower() for each in addressees if each.detail}
    return tuple(each for name, each in seen.items() if name not in short)


def _deadlines(title: str, sentences: tuple[Sentence, ...], calendar: Calendar) -> Iterator[DeadlineFact]:
    changed = _SETTLED_TITLE.search(title) is not None or any(
        re.search(r"\bi\s?stället\b|[Uu]tredningstiden förlängs|förlänger", sentence.text)
        for sentence in sentences
    )
    changed = changed and not any(_LIES_FAST.search(sentence.text) for sentence in sentences)
    former = [
        changed and _FORMER.search(s.text) is not None and not _STANDS_NOW.search(s.text) for s in sentences
    ]
    standing = [
        fact
        for s, gone in zip(sentences, former, strict=True)
        if not gone
        for fact in _of_sentence(title, s, calendar)
    ]
    # A supplement that sets no new date leaves the date that it repeats standing.
    yield from standing or [fact for s in sentences for fact in _of_sentence(title, s, calendar)]


def _of_sentence(title: str, sentence: Sentence, calendar: Calendar) -> Iterator[DeadlineFact]:
    for due in dues_in(sentence, calendar):
        yield DeadlineFact(
            span=sentence.span,
            subject=title,
            section=sentence.section,
            label=due.label,
            due=due.when,
            recipient=due.recipient,
        )


def _amounts(title: str, sentences: tuple[Sentence, ...]) -> Iterator[AmountFact]:
    for sentence in sentences:
        for match in amounts_in(sentence.text):
            yield AmountFact(
                span=sentence.span,
                subject=title,
                section=sentence.section,
                amount=match.group().strip(),
                period=period_near(sentence.text, match.start()),
            )


def _links(title: str, title_span: Span, sentences: tuple[Sentence, ...]) -> Iterator[LinkFact]:
    """Yield one link for each way in which the document changes an earlier decision."""
    seen: set[str] = set()
    earlier = next((s for s in sentences if _EARLIER_DECISION.search(s.text)), None)
    days = find_dates(_EARLIER_DECISION.search(earlier.text).group()) if earlier is not None else ()  # type: ignore[union-attr]
    whole = " ".join(s.text for s in sentences[:12])
    reference = _REFERENCE.search(whole)
    for words, span, section in [(title, title_span, ""), *((s.text, s.span, s.section) for s in sentences)]:
        match = _LINK.search(words)
        if match is None or match.lastgroup is None or match.lastgroup in seen:
            continue
        is_about_assignment = re.search(
            r"uppdrag|direktiv|utredning|redovis|\btid(?:en)?\b|kommitté|delegation", words, re.IGNORECASE
        )
        if span != title_span and (
            not is_about_assignment or not re.search(r"[Rr]egeringen|förlängs|ska i stället|tid", words)
        ):
            continue
        seen.add(match.lastgroup)
        relation: Relation = match.lastgroup  # type: ignore[assignment]
        yield LinkFact(
            span=span,
            subject=title,
            section=section,
            relation=relation,
            target=reference.group() if reference is not None else title,
            on=days[0].when if days else None,
        )
