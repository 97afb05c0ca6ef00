"""Directed assignments: lists and tables that say what is to be done and whom it is directed to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.blocks import Block, BlockKind, ReadDocument, Section, Span, sections
from knowledge.facts import AssignmentFact, DeadlineFact, Role, RoleFact
from knowledge.parsing.addressees import Addressee, is_organisation, split_addressees
from knowledge.parsing.assignment_wording import Strength, given_in
from knowledge.parsing.flattened_assignments import dated_rows
from knowledge.parsing.lined_assignments import LinedRow, lined_assignments
from knowledge.parsing.reporting import Calendar, dues_in
from knowledge.parsing.sentences import Sentence, sentences_of, trail_of
from knowledge.parsing.swedish_dates import find_dates
from knowledge.parsing.tables import FlatTable, Table, flat_tables_of, heads_group, tables_of
from knowledge.parsing.woven_table import woven_rows

_WHAT = re.compile(r"uppdrag|insats|åtgärd|rekommendation|beslut|vad\b", re.IGNORECASE)
_NOT_WHAT = re.compile(r"uppdragsgivare|beslutad|beslutat av|givet av", re.IGNORECASE)
# What is done about a risk, or as a part of an assignment, is no assignment of its own.
_OTHERWISE = re.compile(r"\brisk\b|sannolikhet|aktivitet", re.IGNORECASE)
_WHOM = re.compile(
    r"riktas? till|^till$|ansvar|nämnd|utförare|mottagare|genomförs av|till vem|vem\b|adressat", re.IGNORECASE
)
_DATED = re.compile(r"klar|senast|tid|datum|när|återrapport|redovis|slut", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:nr|nummer|#|id|uppdrag nr)$", re.IGNORECASE)
_GIVER = re.compile(
    r"\bfrån\s+(?P<giver>[\wåäö]+(?:fullmäktige|styrelsen|nämnd(?:en)?|nämnder(?:na)?)|fullmäktige|nämnd|styrelse)\b",
    re.IGNORECASE,
)
_LEAD_GIVER = re.compile(
    r"(?P<giver>[A-ZÅÄÖ][\wåäö-]*(?:fullmäktige|styrelsen|nämnden|direktionen))\s+(?:har\s+)?(?:gett|ger|gav|givit|riktar|uppdrar)"
)
_SUFFIXED = re.compile(
    r"\s*\((?P<who>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,8}(?:\s?[,/&]\s?[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,8}){0,5})\)\s*[.;,]?$"
)
_ORDERED = re.compile(r"^Uppdra(?:s)?\s+(?:till|åt)\s+(?P<who>.{2,80}?)\s+att\s+")
_RESPONSIBLE_HEADER = re.compile(r"ansvar", re.IGNORECASE)
_ACT = re.compile(r"\batt\s+(?P<what>\S.*)$", re.DOTALL)
_OWN = re.compile(r"Uppdraget\s+(?:innebär|är|består i|omfattar)\s+att\s+(?P<what>\S.{8,})$", re.DOTALL)
_LONGEST = 420


def directed_assignments(
    document: ReadDocument, year: int | None
) -> Iterator[AssignmentFact | RoleFact | DeadlineFact]:
    """Yield the assignments of tables and of lists whose items end in "(RS, RUN)", with whom each is directed to."""
    told: set[str] = set()
    for table in tables_of(document.blocks):
        for fact in _of_table(table, year):
            told.add(table.section)
            yield fact
    whole = frozenset(block.span for block in document.blocks if len(block.cells) > 1 and not block.is_header)
    read: list[Span] = []
    for lined in lined_assignments(document, whole, year):
        told.add(lined.section)
        read.append(lined.span)
        yield from _of_lined(lined, year)
    for flat in flat_tables_of(document.blocks):
        if len(flat.header) == 2 and _WHAT.search(flat.header[0]) and _WHOM.search(flat.header[1]):
            yield from (fact for fact in _of_flat_table(flat, year) if not _meets(fact.span, read))
    for row in dated_rows(document, whole, year):
        if _meets(row.span, read):
            continue
        told.add(row.section)
        place = _Place(row.span, row.section, row.header_span)
        yield from _facts(place, row.what, row.whom, Role.RESPONSIBLE, year)
        yield DeadlineFact(
            span=row.span,
            subject=row.what,
            section=row.section,
            header_span=row.header_span,
            label=row.label,
            due=row.due.when,
        )
    for section in sections(document.blocks):
        yield from _of_list(section, year)
        for woven in woven_rows(section, document.text) if trail_of(section) not in told else ():
            place = _Place(woven.span, trail_of(section), woven.header_span)
            yield from _facts(place, woven.what, woven.whom, Role.RESPONSIBLE, year)


def action_lists(
    document: ReadDocument, year: int | None
) -> Iterator[AssignmentFact | RoleFact | DeadlineFact]:
    """Yield what the lists of a meeting's notes say is to be done, by whom and when, where their rows became lines."""
    whole = frozenset(block.span for block in document.blocks if len(block.cells) > 1 and not block.is_header)
    for row in lined_assignments(document, whole, year):
        yield from _of_lined(row, year)


def _of_lined(row: LinedRow, year: int | None) -> Iterator[AssignmentFact | RoleFact | DeadlineFact]:
    """Yield the facts of a row of a table that became lines."""
    place = _Place(row.span, row.section, row.header_span)
    role = Role.RESPONSIBLE if row.is_responsible else Role.ADDRESSEE
    giver = _giver_in(row.caption)
    yield from _facts(place, row.what, row.whom, role, year, giver=giver, number=row.number)
    if row.due is not None:
        yield DeadlineFact(
            span=row.span,
            subject=row.what,
            section=row.section,
            header_span=row.header_span,
            label=row.label,
            due=row.due,
        )


def prose_assignments(
    document: ReadDocument, year: int | None, calendar: Calendar
) -> Iterator[AssignmentFact | RoleFact | DeadlineFact]:
    """Yield the assignments that sentences give ("Regiondirektören får i uppdrag att …"), with their deadlines."""
    yield from own_words(document, year)
    for sentence in sentences_of(document.blocks):
        given = given_in(sentence.text) if "uppdra" in sentence.text else None
        if given is None or given.strength is not Strength.GIVEN_NOW:
            continue
        act = _ACT.search(sentence.text, given.end)
        subject = act["what"].rstrip(" .:") if act is not None else sentence.text.rstrip(" .:")
        if subject.count(")") > subject.count("("):
            subject = subject[: subject.index(")")].rstrip(" .:")  # the whole statement stood in brackets
        if len(subject) < 8 or subject.lower().endswith("följande uppdrag"):
            continue
        yield from _facts(
            _Place(sentence.span, sentence.section),
            subject,
            given.addressees,
            Role.ADDRESSEE,
            year,
            giver=given.giver,
        )
        yield from _deadlines(subject, sentence, calendar)


def own_words(document: ReadDocument, year: int | None) -> Iterator[AssignmentFact]:
    """Yield what a document says that its assignment is ("Uppdraget innebär att …")."""
    for sentence in sentences_of(document.blocks):
        own = _OWN.match(sentence.text)
        if own is not None:
            yield AssignmentFact(
                span=sentence.span, subject=own["what"].rstrip(" .:"), section=sentence.section, year=year
            )


def _deadlines(subject: str, sentence: Sentence, calendar: Calendar) -> Iterator[DeadlineFact]:
    for due in dues_in(sentence, calendar):
        yield DeadlineFact(
            span=sentence.span,
            subject=subject,
            section=sentence.section,
            label=due.label,
            due=due.when,
            recipient=due.recipient,
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an assignment stands."""

    span: Span
    section: str
    header: Span | None = None


def _facts(
    place: _Place,
    subject: str,
    addressees: tuple[Addressee, ...],
    role: Role,
    year: int | None,
    *,
    giver: str = "",
    number: str = "",
) -> Iterator[AssignmentFact | RoleFact]:
    yield AssignmentFact(
        span=place.span,
        subject=subject,
        section=place.section,
        header_span=place.header,
        number=number,
        giver=giver,
        addressees=tuple(each.name for each in addressees),
        year=year,
    )
    for each in addressees:
        yield RoleFact(
            span=place.span,
            subject=subject,
            section=place.section,
            header_span=place.header,
            role=role,
            holder=each.name,
            detail=each.detail,
        )


def _of_table(table: Table, year: int | None) -> Iterator[AssignmentFact | RoleFact | DeadlineFact]:
    if any(map(_OTHERWISE.search, table.header)):
        return
    what = next(
        (n for n, name in enumerate(table.header) if _WHAT.search(name) and not _NOT_WHAT.search(name)), None
    )
    whom = next((n for n, name in enumerate(table.header) if n != what and _WHOM.search(name)), None)
    if what is None or whom is None:
        return
    dated = next(
        (n for n, name in enumerate(table.header) if n not in (what, whom) and _DATED.search(name)), None
    )
    numbered = next((n for n, name in enumerate(table.header) if _NUMBER.match(name.strip())), None)
    role = Role.RESPONSIBLE if _RESPONSIBLE_HEADER.search(table.header[whom]) else Role.ADDRESSEE
    giver = _giver_in(table.header[what])
    for row in table.rows:
        if (
            max(what, whom) >= len(row.cells)
            or len(row.cells) > len(table.header)
            or not row.cells[what]
            or heads_group(row, table)
            or len(row.cells[what]) > _LONGEST
        ):
            continue
        subject, who = row.cells[what], row.cells[whom]
        addressees = split_addressees(who, every_comma=False) if who else ()
        number = row.cells[numbered] if numbered is not None else ""
        place = _Place(row.span, table.section, table.header_span)
        yield from _facts(place, subject, addressees, role, year, giver=giver, number=number)
        if dated is not None and dated < len(row.cells):
            for found in find_dates(row.cells[dated], year)[:1]:
                yield DeadlineFact(
                    span=row.span,
                    subject=subject,
                    section=table.section,
                    header_span=table.header_span,
                    label=table.header[dated],
                    due=found.when,
                )


def _giver_in(words: str) -> str:
    match = _GIVER.search(words)
    return match["giver"] if match is not None else ""


def _of_flat_table(flat: FlatTable, year: int | None) -> Iterator[AssignmentFact | RoleFact]:
    """Read rows in which what and whom follow on each other, on one line or on lines of their own."""
    giver = _giver_in(flat.header[0])
    role = Role.RESPONSIBLE if _RESPONSIBLE_HEADER.search(flat.header[1]) else Role.ADDRESSEE
    waiting: list[Block] = []
    for block in flat.blocks:
        cut = 0 if waiting and _all_organisations(block.text) else _addressees_from(block.text)
        if cut is None:
            waiting.append(block)
            continue
        if not waiting and cut == 0:
            continue
        first = waiting[0] if waiting else block
        title = first.text if waiting else block.text[:cut]
        place = _Place(Span(first.span.start, block.span.end), flat.section, flat.header_span)
        yield from _facts(
            place, title.strip(" •"), split_addressees(block.text[cut:]), role, year, giver=giver
        )
        waiting = []


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _all_organisations(words: str) -> bool:
    members = split_addressees(words)
    return bool(members) and len(words) < 200 and all(is_organisation(each.name) for each in members)


def _addressees_from(words: str) -> int | None:
    """Return where the organisations begin that end a row, or nothing when it ends in none."""
    for match in re.finditer(r"(?<=\s)(?=[A-ZÅÄÖ])", words):
        if (
            match.start() > 8
            and _all_organisations(words[match.start() :])
            and not re.search(
                r"\b(?:i|för|av|till|med|från|och|mellan|inom|hos|vid|på)$", words[: match.start()].strip()
            )
        ):
            return match.start()
    return None


def _of_list(section: Section, year: int | None) -> Iterator[AssignmentFact | RoleFact]:
    """Read list items that end in the abbreviations of those whom they are directed to."""
    items = [block for block in section.blocks if block.kind is BlockKind.LIST_ITEM]
    suffixed = [block for block in items if _SUFFIXED.search(block.text)]
    if len(suffixed) < 3 or len(suffixed) * 2 < len(items):
        return
    lead = next(
        (
            block.text
            for block in section.blocks
            if block.kind is BlockKind.PARAGRAPH
            and block.text.rstrip().endswith(":")
            and "ppdrag" in block.text
        ),
        "",
    )
    giver = _LEAD_GIVER.search(lead)
    for block in suffixed:
        match = _SUFFIXED.search(block.text)
        if match is None:
            continue
        subject = block.text[: match.start()].rstrip(" .")
        addressees = tuple(Addressee(each.strip()) for each in re.split(r"[,/&]", match["who"]))
        place = _Place(block.span, trail_of(section))
        yield from _facts(
            place, subject, addressees, Role.ADDRESSEE, year, giver=giver["giver"] if giver else ""
        )
        ordered = _ORDERED.match(subject)
        if ordered is not None:
            for each in split_addressees(ordered["who"]):
                yield RoleFact(
                    span=block.span,
                    subject=subject,
                    section=trail_of(section),
                    role=Role.RESPONSIBLE,
                    holder=each.name,
                )
