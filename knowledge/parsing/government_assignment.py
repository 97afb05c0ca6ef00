"""Government assignments and committee directives in free text: who is to do it, and when it is to be reported."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from knowledge.blocks import BlockKind, ReadDocument, Span
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AmountFact, AssignmentFact, DeadlineFact, Fact, LinkFact, Relation, Role, RoleFact
from knowledge.parsing.addressees import Addressee, is_organisation, split_addressees
from knowledge.parsing.amounts import amounts_in, period_near
from knowledge.parsing.assignment_wording import SPLIT, GivenTo, Strength, given_in, given_in_title
from knowledge.parsing.reporting import RHYTHM, Calendar, dues_in
from knowledge.parsing.sentences import Sentence, sentences_of
from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision

_NOTICE = timedelta(days=45)  # within which a meeting is called
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
    r"^(?:Enligt|I) (?:(?:utredningens|de|det|den|nuvarande|ursprungliga|tidigare|gällande|kommitténs|utredarens|regeringens)\s+)*(?:uppdrag(?:et)?|direktiv(?:en)?|beslut(?:et)?|regleringsbrev(?:et)?|dir\.|tilläggsdirektiv(?:en)?|kommittédirektiv(?:en)?)(?!\w)"
    r"|\b(?:ska|skall|skulle),? (?:enligt|i enlighet med) (?:(?:de|det|den|nuvarande|ursprungliga|tidigare|gällande)\s+)*(?:direktiv(?:en|et)?|beslutet)\b"
)
_GIVES_NOW = re.compile(r"\bRegeringen (?:uppdrar|ger|ändrar|förlänger)\b")
_GAVE_EARLIER = re.compile(
    r"\b(?:uppdrog|gav|gett|uppdragit)\b[^.]*\b(?:åt|uppdrag)\b[^.]*\batt\s(?:[^.,]{1,60}\s)?senast\b"
)
_SAME_DAY = re.compile(
    r"^(?:(?:Vid|Senast|Till)\s+(?:vid\s+)?)?[Ss]amma (?:datum|dag|tidpunkt)\b.*?\b(?P<what>redovis\w*|rapport\w*)"
    r"|\b(?P<named>redovisning\w*|rapport\w*)\b[^.]*\bska[^.]*\bsenast samma (?:datum|dag)\.?$"
)
_STANDS_NOW = re.compile(
    r"\b(?:i\s?stället|nu|senareläggs|förlängs|förlänger|flyttas|ändras)\b", re.IGNORECASE
)
_BARE_TITLE = re.compile(
    r"(?:Uppdrag(?:et)?|Bakgrund|Sammanfattning|Inledning|Direktiv|Beslut|Ärendet|Syfte)", re.IGNORECASE
)
_COLLECTIVE = re.compile(
    r"(?:\w+\s)?(?:statliga\s)?(?:myndigheter|länsstyrelser|lärosäten|organisationer|aktörer)"
)
_ANNOUNCES = re.compile(
    r"\b(?:följande|nedanstående|dessa)\b|\b(?:myndigheter|länsstyrelser|lärosäten)\b[^:]*:\s*$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÅÄÖ]|länsstyrels")
_SHORT_WORD = re.compile(r"(?:verket|rådet|institutet|förbundet|universitetet|högskolan|inspektionen)")
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
        # what an agenda wants done is wanted before the meeting that it calls to
        is_called = profile.kind is DocumentKind.AGENDA
        return Calendar(profile.date.year, profile.date - _NOTICE if is_called else profile.date)
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
    if from_title is None and sentences and sentences[0].text.startswith("Tilläggsdirektiv "):
        from_title = given_in_title(sentences[0].text)  # the heading holds the directive's number alone
    if from_title is not None:
        best = [(from_title, title_span, "")]
    for number, sentence in enumerate(sentences):
        found = given_in(sentence.text)
        if found is not None and _COLLECTIVE.fullmatch(found.addressees[0].name):
            listed = _listed(sentences[number:])
            found = replace(found, addressees=listed or found.addressees)
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
    if from_title is not None and _names(everyone) < _names(from_title.addressees):
        everyone = from_title.addressees  # the sentences give one part each
    return GivenTo(_distinct(everyone), first.giver, first.strength), span, section


def _listed(sentences: Sequence[Sentence]) -> tuple[Addressee, ...]:
    """Return the organisations that the first sentence announces ("följande myndigheter"), or nothing."""
    for number, announcing in enumerate(sentences):
        if not _ANNOUNCES.search(announcing.text):
            continue
        after = sentences[number + 1 :]
        items = [s.text for s in takewhile(lambda s: s.block.kind is BlockKind.LIST_ITEM, after)]
        here = announcing.text.rpartition(":")[2] if ":" in announcing.text else ""
        for words in ("; ".join(items), here, after[0].text if after else ""):
            names = split_addressees(re.sub(r",?(?:\s(?:och|samt))?;", ";", words))
            if len(names) > 1 and all(
                _NAME.match(each.name) and is_organisation(each.name) for each in names
            ):
                return names
    return ()


def _names(addressees: tuple[Addressee, ...]) -> set[str]:
    return {each.name.lower() for each in addressees}


def _distinct(addressees: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
    """Return each addressee once; a later short word for another ("verket", its abbreviation) is that other."""
    seen: dict[str, Addressee] = {}
    for each in addressees:
        seen.setdefault(each.name.lower(), each)
    short = {each.detail.lower() for each in addressees if each.detail}
    short |= {name for name in seen if len(seen) > 1 and _SHORT_WORD.fullmatch(name)}
    short |= {name for name in seen if any(other.startswith(f"{name} ") for other in seen)}
    return tuple(each for name, each in seen.items() if name not in short)


def _deadlines(title: str, sentences: tuple[Sentence, ...], calendar: Calendar) -> Iterator[DeadlineFact]:
    changed = _SETTLED_TITLE.search(title) is not None or any(
        re.search(r"\bi\s?stället\b|[Uu]tredningstiden förlängs|förlänger", sentence.text)
        for sentence in sentences
    )
    changed = changed and not any(_LIES_FAST.search(sentence.text) for sentence in sentences)
    if any(_GIVES_NOW.search(sentence.text) for sentence in sentences):
        sentences = tuple(s for s in sentences if not _GAVE_EARLIER.search(s.text))
    former = [
        changed and _FORMER.search(s.text) is not None and not _STANDS_NOW.search(s.text) for s in sentences
    ]
    now = [s for s, gone in zip(sentences, former, strict=True) if not gone]
    # A supplement that sets no new date leaves the date that it repeats standing.
    found = list(_of_sentences(title, now, calendar)) or list(_of_sentences(title, sentences, calendar))
    has_yearly_day = any(each.due.yearly and each.due.start is not None for each in found)
    yield from (each for each in found if not (has_yearly_day and RHYTHM.fullmatch(each.due.words)))


def _of_sentences(title: str, sentences: Sequence[Sentence], calendar: Calendar) -> Iterator[DeadlineFact]:
    """Yield the deadlines of sentences in order; "vid samma tidpunkt" is the day that was named last before."""
    before: DeadlineFact | None = None
    for sentence in sentences:
        same = _SAME_DAY.search(sentence.text)
        if same is not None and before is not None:
            yield replace(
                before, span=sentence.span, section=sentence.section, label=same["what"] or same["named"]
            )
        else:
            found = list(_of_sentence(title, sentence, calendar))
            before = found[-1] if found else None
            yield from found


def _of_sentence(title: str, sentence: Sentence, calendar: Calendar) -> Iterator[DeadlineFact]:
    for due in dues_in(sentence, calendar, with_rhythms=True):
        if RHYTHM.fullmatch(due.when.words) and not due.label.lower().endswith(("a", "as", "ar")):
            continue  # "ta fram en rapport årligen" makes a report, it does not hand one in
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
        relation = _relation(words, is_title=span == title_span)
        if relation is None or relation in seen:
            continue
        seen.add(relation)
        yield LinkFact(
            span=span,
            subject=title,
            section=section,
            relation=relation,
            target=reference.group() if reference is not None else title,
            on=days[0].when if days else None,
        )


def _relation(words: str, *, is_title: bool) -> Relation | None:
    """Return what the words do to an earlier assignment; a sentence must speak of the assignment to do anything."""
    if SPLIT.search(words):
        return "splits"
    match = _LINK.search(words)
    is_about_it = is_title or (
        re.search(
            r"uppdrag|direktiv|utredning|redovis|\btid(?:en)?\b|kommitté|delegation", words, re.IGNORECASE
        )
        and re.search(r"[Rr]egeringen|förlängs|ska i stället|tid", words)
    )
    if match is None or not is_about_it:
        return None
    return match.lastgroup  # type: ignore[return-value]
