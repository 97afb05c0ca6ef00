"""Listed assignments: the items under a heading that says whose assignments they are ("Uppdrag från direktionen 2026")."""

import re
from collections.abc import Iterator, Sequence

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText, Section, sections
from knowledge.facts import AssignmentFact, DeadlineFact, Fact, Role, RoleFact
from knowledge.parsing.addressees import Addressee, is_organisation, split_addressees
from knowledge.parsing.reporting import Calendar, dues_in
from knowledge.parsing.sentences import Sentence, split_sentences, trail_of

_HEADING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:(?:Särskilda|Nya|Centrala|Prioriterade|Riktade|Pågående|Nämndens|Styrelsens)\s+)?(?:fullmäktige|nämnd|styrelse)?uppdrag(?:en)?"
    r"(?:\s+(?:från|till|åt|för|20\d\d)\b.*)?$"
    r"|(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[\wåäö]+s\s+uppdrag\s+(?:till|åt)\s+.+$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:följande|\w+\s+egna|\w+)\s+uppdrag\b[^.]*:$|\buppdrag(?:et)?\s+(?:att|är att|innebär att|ingår att)\s*:?$|\bska\s+(?:särskilt|till\s+[\wåäö]+\s+lämna)\s*:?$",
    re.IGNORECASE,
)
_GIVER = re.compile(
    r"\bfrån\s+(?P<giver>[\wåäö]*(?:fullmäktige|styrelsen|nämnden|direktionen|utskottet))\b|(?P<owner>[\wåäöÅÄÖ]*(?i:fullmäktige|styrelsen|nämnden|direktionen|utskottet))s\s+uppdrag\b"
)
_TO = re.compile(r"\b(?:till|åt)\s+(?P<who>[\wåäöÅÄÖ -]+?)(?:\s+20\d\d)?$")
_WHO_SHALL = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\wåäöÅÄÖ, &-]{2,90}?)\s+ska(?:ll)?\s+(?P<what>\S.{8,})$", re.DOTALL
)
_MARK = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z]\))\s+")
_ACT = re.compile(r"[A-ZÅÄÖa-zåäö-]+(?:a|å|era|e)\b|Öka|[Tt]a\b|[Ss]e\b")
_TITLED = re.compile(
    r"[\wåäö-]*(?:chef|direktör|strateg|ledare|samordnare|sekreterare)(?:en|n)?(?:\s[\wåäö-]+){0,2}$",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 8, 420


def listed_assignments(
    document: ReadDocument, year: int | None, calendar: Calendar, known: Sequence[Fact]
) -> Iterator[AssignmentFact | RoleFact | DeadlineFact]:
    """Yield the assignments that lists give, with whom each is directed to and when it is due, but those already `known`."""
    told = [fact.span for fact in known if isinstance(fact, AssignmentFact)]
    for section in sections(document.blocks):
        for fact in _of_section(section, year, calendar):
            if not any(span.start < fact.span.end and fact.span.start < span.end for span in told):
                yield fact


def _of_section(
    section: Section, year: int | None, calendar: Calendar
) -> Iterator[AssignmentFact | RoleFact | DeadlineFact]:
    heading = _HEADING.match(section.title) is not None
    lead = section.title if heading else ""
    for block in section.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            lead = block.text if _LEAD.search(block.text) else (section.title if heading else "")
        elif block.kind is BlockKind.LIST_ITEM and lead:
            yield from _of_item(block, lead, trail_of(section), year, calendar)


def _of_item(
    block: Block, lead: str, trail: str, year: int | None, calendar: Calendar
) -> Iterator[AssignmentFact | RoleFact | DeadlineFact]:
    parts = list(split_sentences(block.content))
    mark = _MARK.match(parts[0].text) if parts else None
    first = parts[0].part(mark.end(), len(parts[0].text)) if mark is not None else parts[0]
    shall = _WHO_SHALL.match(first.text)
    addressees: tuple[Addressee, ...] = ()
    what = first.text
    if shall is not None and _all_named(shall["who"]):
        addressees, what = split_addressees(shall["who"]), shall["what"]
    elif _ACT.match(what) is None:
        return
    elif (to := _TO.search(lead)) is not None and _all_named(to["who"]):
        addressees = split_addressees(to["who"])
    what = what.rstrip(" .,;")
    if not _SHORTEST <= len(what) <= _LONGEST:
        return
    giver = _GIVER.search(lead)
    span = block.content.span(mark.end() if mark is not None else 0)
    yield AssignmentFact(
        span=span,
        subject=what,
        section=trail,
        giver=(giver["giver"] or giver["owner"]) if giver is not None else "",
        addressees=tuple(each.name for each in addressees),
        year=year,
    )
    for each in addressees:
        yield RoleFact(
            span=span, subject=what, section=trail, role=Role.ADDRESSEE, holder=each.name, detail=each.detail
        )
    for part in parts:
        yield from _deadlines(part, block, what, trail, calendar)


def _deadlines(
    part: RepairedText, block: Block, subject: str, trail: str, calendar: Calendar
) -> Iterator[DeadlineFact]:
    for due in dues_in(Sentence(part, "", trail, block), calendar, with_rhythms=True):
        yield DeadlineFact(
            span=part.span(),
            subject=subject,
            section=trail,
            label=due.label,
            due=due.when,
            recipient=due.recipient,
        )


def _all_named(words: str) -> bool:
    members = split_addressees(words)
    return bool(members) and all(is_organisation(each.name) or _TITLED.match(each.name) for each in members)
