"""Directives: the numbered template of an assignment, section by section, into facts."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, BlockKind, ReadDocument, Section, Span, sections
from knowledge.documents import DocumentProfile
from knowledge.facts import (
    AssignmentFact,
    DeadlineFact,
    DecisionPointFact,
    Fact,
    FocusFact,
    Role,
    RoleFact,
    UnfilledFact,
)
from knowledge.letterheads import registers, without_column_beside
from knowledge.parsing.abbreviations import read_abbreviations
from knowledge.parsing.addressees import Addressee, split_addressees
from knowledge.parsing.budget import table_amounts
from knowledge.parsing.directed_assignments import own_words
from knowledge.parsing.directive_budget import budget_of
from knowledge.parsing.figure_tables import figure_rows
from knowledge.parsing.further_deadlines import further_deadlines
from knowledge.parsing.government_assignment import (
    calendar_of,
    is_government_assignment,
    read_government_assignment,
)
from knowledge.parsing.indicators import read_indicators
from knowledge.parsing.reporting import Calendar, Due, dues_in
from knowledge.parsing.responsibility import responsibilities, responsible_cells
from knowledge.parsing.role_lines import is_role_line, role_lines
from knowledge.parsing.roles import holds_nothing, role_table
from knowledge.parsing.schedule import flat_activities, read_schedule, schedule_lines
from knowledge.parsing.sentences import Sentence, split_sentences, trail_of
from knowledge.parsing.swedish_dates import find_dates
from knowledge.parsing.tables import flat_tables_of, tables_of
from knowledge.parsing.unfilled import empty_fields, is_field, says_nothing
from knowledge.when import Precision

_NUMBER = re.compile(r"^\s*(?:(?:Kapitel|Kap\.?|§)\s*)?\d{1,2}(?:\.\d{1,2})*(?:[.)]|\s?§)?\s*(?:[–-]\s*)?")
_KIND_OF_DOCUMENT = re.compile(
    r"^(?:Bilaga\s\d+\w?\s*[:–-]?\s*)?(?:(?:Uppdrags|Projekt|Program|Ägar|Utrednings)?direktiv|(?:Uppdrags|Projekt|Program)(?:beskrivning|beställning|plan)|Direktiv|Beställning)"
    r"(?:\s(?:nr\.?\s?)?(?P<number>\d{1,3}))?(?:\s(?:20\d\d))?\s*(?:[:–—-]|\bför\b|\bavseende\b|\bom\b|\btill\b|\s)\s*",
    re.IGNORECASE,
)
_BARE_KIND = re.compile(
    r"^(?:(?:Uppdrags|Projekt|Program|Ägar|Utrednings)?direktiv|(?:Uppdrags|Projekt|Program)(?:beskrivning|beställning|plan))(?:\sför\s(?:uppdrag|projekt|program)(?:et)?)?(?:\s20\d\d)?\W*$",
    re.IGNORECASE,
)
_NUMBERED_IN_PLAN = re.compile(
    r"\s*\((?:\w+\s)?(?:uppdrag|projekt)\s(?:nr\.?\s|nummer\s)?(?P<number>\d{1,3})\)\s*$", re.IGNORECASE
)
_REGISTERED = re.compile(r"[\s,]*\(?\b(?:Organisationsnummer|Org\.?\s?nr)\b.*$", re.IGNORECASE)
_DIRECTED = re.compile(r"\s*\((?:riktas |riktat |riktade )?till\s+(?P<who>[^()]{2,160})\)\s*$", re.IGNORECASE)
_NAME_FIELD = re.compile(
    r"^(?:Uppdrag(?:ets namn)?|Uppdragsnamn|Projektnamn|Projekt|Benämning|Titel|Namn på (?:uppdraget|projektet))\s*:\s*(?P<name>\S.{3,300})$"
)
_NUMBER_FIELD = re.compile(
    r"^(?:Uppdrags?nummer|Uppdrag nr|Projektnummer|Nr)\s*:\s*(?P<number>\S{1,20})\s*$", re.IGNORECASE
)
_GOALS = re.compile(
    r"\b(?:vad (?:ska|vill) vi uppnå|idé|syfte|\w*mål|mål(?:bild|sättning)?(?:en|ar)?|nytta\w*|\w*nytta|effekt\w*|krav\b.*|förutsättning\w*|avgränsning\w*|ingår (?:inte|ej)|omfattas? (?:inte|ej)|(?:ligger )?utanför|omfattning|koppling\w*|beroende\w*|risk\w*|resultat|leverans\w*|"
    r"kommunikation\w*|överlämn\w*|realisering\w*|återrapportering|rapportering|uppföljning|utvärdering|huvuduppgift\w*|ansvar och befogenhet\w*|uppdraget|uppdragsbeskrivning|i uppdraget ingår.*|"
    r"rekommendation\w*|förväntat resultat|vad ska utredas.*|genomförande|direktiv|det kommunala ändamålet|bolagets uppdrag|metod\w*|framgångsfaktor\w*)\b",
    re.IGNORECASE,
)
_NOT_FOCUS = re.compile(
    r"bakgrund|sammanfattning|inledning|organisation|tidplan|milstolp|aktivitet|definition|förkortning|förändringshistorik|revision|bilag|referens|innehåll",
    re.IGNORECASE,
)
_BUDGET = re.compile(r"budget|kostnad|finansiering|ekonomi|resurs", re.IGNORECASE)
_REPORTING = re.compile(r"rapporter|redovisning|uppföljning", re.IGNORECASE)
_RISKS = re.compile(r"Sannolikhet|Risk(?:er|värde|tal)?|S\s?[x×*]\s?K", re.IGNORECASE)
_LETTERS_OF_RISK = {"S", "K"}  # sannolikhet, konsekvens
_WORDS = re.compile(r"[^\W\d_]{3,}\s")
_LONGEST_LABEL, _LONGEST_TITLE, _TOP = 80, 260, 12
_NAMED, _PAIR = 30, 2
_ORGANISATION = re.compile(
    r"^(?:Region\s[A-ZÅÄÖ]\w+|[A-ZÅÄÖ]\w+s?\s(?:kommun|stad|kommunförbund))\b|(?:förvaltningen|kontoret|nämnden)$"
)
_LEAD_IN = re.compile(r"[:;]\s*$")


def read_directive(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return the facts of a directive; one in free text, as the Government writes, is read by its own grammar."""
    found = tuple(sections(document.blocks))
    if not _is_template(found) and is_government_assignment(document):
        return tuple(dict.fromkeys(_in_free_text(document, profile, found)))
    assignment = _assignment(found, profile, document.text)
    subject = assignment.subject
    calendar = calendar_of(profile, document)
    year = profile.date.year if profile.date is not None else profile.year
    facts: list[Fact] = [assignment]
    facts.extend(
        RoleFact(
            span=assignment.span,
            subject=subject,
            section=assignment.section,
            role=Role.ADDRESSEE,
            holder=name,
        )
        for name in assignment.addressees
    )
    for number, section in enumerate(found):
        facts.extend(_of_section(section, subject, calendar, has_children=_has_children(found, number)))
        facts.extend(schedule_lines(section, subject, year))
    told = frozenset(fact.span.start for fact in facts if isinstance(fact, DeadlineFact | DecisionPointFact))
    for section in found:
        facts.extend(further_deadlines(section, subject, calendar, told))
    facts.extend(read_indicators(document))
    facts.extend(table_amounts(document))
    for table in tables_of(document.blocks):
        facts.extend(figure_rows(table))
        schedule = tuple(read_schedule(table, subject, year))
        facts.extend(schedule or tuple(role_table(table, subject)) or responsible_cells(table))
    for flat in flat_tables_of(document.blocks):
        facts.extend(flat_activities(flat, subject, year))
    facts.extend(read_abbreviations(document))
    return tuple(dict.fromkeys(facts))


def _in_free_text(
    document: ReadDocument, profile: DocumentProfile, found: tuple[Section, ...]
) -> Iterator[Fact]:
    """Yield the facts of a free text: the assignment as governments word it, and roles as other organisations do."""
    yield from read_government_assignment(document, profile)
    for section in found:
        yield from role_lines(section, profile.title, trail_of(section))
    yield from (fact for fact in own_words(document, profile.year))
    yield from read_abbreviations(document)


def _is_template(found: tuple[Section, ...]) -> bool:
    """Tell whether the document is built of the sections that directive templates have."""
    names = [_heading(section).lower() for section in found]
    marks = sum(
        any(mark in name for name in names)
        for mark in (
            "avgränsning",
            "tidplan",
            "organisation",
            "milstolp",
            "risk",
            "mål",
            "budget",
            "överlämning",
            "krav",
            "syfte",
        )
    )
    return marks >= 3 or any(_KIND_OF_DOCUMENT.match(section.title) for section in found[:4])


def _heading(section: Section) -> str:
    return _NUMBER.sub("", section.title).strip(" :")


def _assignment(found: tuple[Section, ...], profile: DocumentProfile, text: str) -> AssignmentFact:
    """Return the directive's assignment, named by its title, its name field or its profile."""
    title, span, section, number = _title_at_top(found, text)
    if _ORGANISATION.search(title):
        title = ""  # who issues the directive stands where its name might
    for each in found:
        for block in each.blocks:
            field = _NAME_FIELD.match(_as_field(block))
            if field is not None and not title and not holds_nothing(field["name"]):
                title, span, section = field["name"].strip(), block.span, trail_of(each)
            numbered = _NUMBER_FIELD.match(block.text)
            if numbered is not None and not number:
                number = numbered["number"]
    if not title:
        title = _KIND_OF_DOCUMENT.sub("", profile.title).strip() or profile.title
        named = [b for s in found for b in ((s.heading,) if s.heading else ()) + s.blocks]
        headed = next((b for b in named[:_NAMED] if b.text.startswith(title)), None)
        headed = headed or next((s.heading for s in found if s.heading and title in s.title), None)
        if headed is not None:
            span = headed.span
        elif span.end == 0:
            first = next(
                (b for s in found for b in ([s.heading] if s.heading else []) + list(s.blocks[:1])), None
            )
            span = first.span if first is not None else span
    title = _REGISTERED.sub("", title).strip()
    in_plan = _NUMBERED_IN_PLAN.search(title)
    if in_plan is not None:
        title, number = title[: in_plan.start()], number or in_plan["number"]
    directed = _DIRECTED.search(title)
    addressees: tuple[Addressee, ...] = ()
    if directed is not None:
        addressees = split_addressees(directed["who"])
        title = title[: directed.start()].strip()
    return AssignmentFact(
        span=span,
        subject=title or profile.title,
        section=section,
        number=number,
        addressees=tuple(each.name for each in addressees),
        year=profile.year,
    )


def _as_field(block: Block) -> str:
    """Return a block's words, those of a row of a name and its value as "name: value"."""
    cells = [cell.text.strip() for cell in block.cells if cell.text.strip()]
    return ": ".join(cells) if len(cells) == _PAIR else block.text


def _title_at_top(found: tuple[Section, ...], source: str) -> tuple[str, Span, str, str]:
    """Return title, place, section and number from the lines at the top that say what the document directs."""
    top = [
        (block, section)
        for section in found[:6]
        for block in ((section.heading,) if section.heading else ()) + section.blocks
    ]
    for number, (block, section) in enumerate(top[:_TOP]):
        text = without_column_beside(block, source)
        if _BARE_KIND.match(text):
            following = top[number + 1][0] if number + 1 < len(top) else None
            name = without_column_beside(following, source) if following is not None else ""
            if (
                following is not None
                and 3 < len(name) < _LONGEST_TITLE
                and ":" not in name[:25]
                and not registers(name)
            ):
                return name, Span(block.span.start, following.span.end), trail_of(section), ""
            continue
        match = _KIND_OF_DOCUMENT.match(text)
        if match is not None and match.end() < len(text) < _LONGEST_TITLE and not text.endswith("."):
            return text[match.end() :].strip(), block.span, trail_of(section), match["number"] or ""
    return "", Span(0, 0), "", ""


def _has_children(found: tuple[Section, ...], number: int) -> bool:
    following = found[number + 1] if number + 1 < len(found) else None
    return following is not None and len(following.trail) > len(found[number].trail)


def _of_section(section: Section, subject: str, calendar: Calendar, *, has_children: bool) -> Iterator[Fact]:
    trail, name = trail_of(section), _heading(section)
    yield from role_lines(section, subject, trail)
    yield from responsibilities(section, subject, trail)
    yield from empty_fields(section, subject, trail)
    yield from _reporting(
        section, subject, trail, calendar, is_about_reporting=_REPORTING.search(name) is not None
    )
    if section.heading is None:
        return
    told = [block for block in section.blocks if not says_nothing(block)]
    if not told and not has_children:
        span = Span(
            section.heading.span.start,
            section.blocks[-1].span.end if section.blocks else section.heading.span.end,
        )
        if not (section.heading.level <= 1 and not section.blocks):
            yield UnfilledFact(span=span, subject=subject, section=trail, label=name)
        return
    if _BUDGET.search(name):
        yield from budget_of(section, subject, trail, name)
    elif _is_focus(section):
        yield from _focus(section, subject, trail, name)
    else:
        yield from _labelled_lists(section, subject, trail)
        yield from _risks(section, subject, trail)


def _is_focus(section: Section) -> bool:
    name = _heading(section)
    if _NOT_FOCUS.search(name):
        return False
    return _GOALS.search(name) is not None or any(
        _GOALS.search(_NUMBER.sub("", part)) and not _NOT_FOCUS.search(part) for part in section.trail[-2:-1]
    )


def _focus(section: Section, subject: str, trail: str, name: str) -> Iterator[FocusFact]:
    blocks = [block for block in section.blocks if block.kind is not BlockKind.TABLE_ROW]
    for number, block in enumerate(blocks):
        leads_in = (
            _LEAD_IN.search(block.text)
            and number + 1 < len(blocks)
            and blocks[number + 1].kind is BlockKind.LIST_ITEM
        )
        if leads_in or is_role_line(block) or says_nothing(block) or is_field(block):
            continue
        yield FocusFact(span=block.span, subject=subject, section=trail, label=name, text=block.text)
    for block in section.blocks:
        if block.kind is BlockKind.TABLE_ROW and not block.is_header and not _is_dated(block):
            header = next((b for b in section.blocks if b.is_header and b.table == block.table), None)
            yield FocusFact(
                span=block.span,
                subject=subject,
                section=trail,
                label=name,
                text=block.text,
                header_span=header.span if header else None,
            )


def _labelled_lists(section: Section, subject: str, trail: str) -> Iterator[FocusFact]:
    """Yield the items of lists that a short line heads without being a heading ("I uppdraget ingår att")."""
    label = ""
    for number, block in enumerate(section.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            following = section.blocks[number + 1] if number + 1 < len(section.blocks) else None
            heads = (
                following is not None
                and following.kind is BlockKind.LIST_ITEM
                and len(block.text) < _LONGEST_LABEL
            )
            label = block.text.rstrip(" :") if heads and _GOALS.search(block.text) else ""
        elif block.kind is BlockKind.LIST_ITEM and label:
            yield FocusFact(span=block.span, subject=subject, section=trail, label=label, text=block.text)


def _risks(section: Section, subject: str, trail: str) -> Iterator[FocusFact]:
    """Yield the risks of a table that is known by its columns alone, whatever the section is called."""
    for block in section.blocks:
        names = [cell.text.strip() for cell in block.header]
        weighs_risks = any(map(_RISKS.fullmatch, names)) or set(names) >= _LETTERS_OF_RISK
        if block.is_header or not weighs_risks or len(block.cells) != len(names):
            continue
        cells = [cell.text.strip() for cell in block.cells]
        risk = next((cell for cell in cells if _WORDS.search(cell)), "")
        if risk:
            header = Span(block.header[0].span().start, block.header[-1].span().end)
            yield FocusFact(
                span=block.span, subject=subject, section=trail, label="Risker", text=risk, header_span=header
            )


def _is_dated(block: Block) -> bool:
    return any(find_dates(cell.text) for cell in block.cells)


def _reporting(
    section: Section, subject: str, trail: str, calendar: Calendar, *, is_about_reporting: bool
) -> Iterator[DeadlineFact]:
    for block in section.blocks:
        if block.kind is BlockKind.TABLE_ROW:
            continue
        for part in split_sentences(block.content):
            sentence = Sentence(part, "", trail, block)
            dues = tuple(dues_in(sentence, calendar, with_rhythms=True))
            if not dues and is_about_reporting:
                dues = tuple(_plain_dates(sentence, calendar))
            for due in dues:
                if due.when.precision is Precision.YEAR and not is_about_reporting:
                    continue
                yield DeadlineFact(
                    span=sentence.span,
                    subject=subject,
                    section=trail,
                    label=due.label,
                    due=due.when,
                    recipient=due.recipient,
                )


def _plain_dates(sentence: Sentence, calendar: Calendar) -> Iterator[Due]:
    """Yield the dates of a sentence that says when reporting takes place ("Rapport till styrgruppen i mars 2025")."""
    for found in find_dates(sentence.text, calendar.default_year):
        if found.when.precision is Precision.YEAR:
            continue
        word = re.search(r"\w*(?:rapport|redovis)\w*", sentence.text, re.IGNORECASE)
        yield Due(word.group() if word is not None else "Återrapportering", found.when, "", is_reporting=True)
