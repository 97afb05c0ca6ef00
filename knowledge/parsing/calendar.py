"""Meeting calendars (sammanträdesplan) → facts: which board meets, on which day, at what time and where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from knowledge.blocks import Block, BlockKind, ReadDocument, Section, Span, sections
from knowledge.documents import DocumentProfile
from knowledge.facts import DecisionPointFact, Fact, MeetingFact
from knowledge.parsing.boards import BOARD
from knowledge.parsing.calendar_grid import board_names, grid_meetings
from knowledge.parsing.calendar_times import Property, Stamp, meeting_times, moved
from knowledge.parsing.sentences import split_sentences, trail_of
from knowledge.parsing.swedish_dates import find_dates
from knowledge.reading.calendar_columns import Columns, columns_of
from knowledge.when import Precision, When

_LONGEST_QUOTE = 700  # an event with a long description is quoted by its day alone
_MOST_OTHER_WORDS = 24  # letters in a line of dates that belong to neither board nor date
_CALLED_OFF = re.compile(r"\b(?:inställ(?:t|d|ts|da)|utgår|cancell?ed)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.:-])([01]?\d|2[0-3])(?:[.:]([0-5]\d))(?!\d)|^\s*(?:kl\.?\s*)?([01]?\d|2[0-3])\s*$"
)
_YEAR_FIRST = re.compile(
    r"(?P<y>20\d\d)(?P<part>[-/.])(?P<m>\d{1,2})(?P=part)(?P<d>\d{1,2})(?:[T ]+(?P<time>\d{1,2}[.:]\d\d))?"
)
_MEETING = re.compile(
    r"[\s,:–-]*\b(?:ordinarie\s+)?(?:sammanträden?|möten?)\b[\s,:–-]*(?:med\s+|för\s+|i\s+)?", re.IGNORECASE
)
_OCCASION = re.compile(r"(?P<what>[A-ZÅÄÖ][^:.]{3,80}):\s")
_WEEKDAY = re.compile(
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\b|\b(?:den|och|kl|klockan|samt|vecka|plats|tid)\b",
    re.IGNORECASE,
)


def read_calendar(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return one meeting for each row, event or listed day, in the order of the text; none that was called off."""
    facts: list[Fact] = list(grid_meetings(document, profile))
    names = board_names(document)
    instead = moved(_properties(block) for block in document.blocks if block.kind is BlockKind.TABLE_ROW)
    for section in sections(document.blocks):
        for block in section.blocks:
            if block.kind is BlockKind.TABLE_ROW:
                facts.extend(_of_row(document, profile, section, block, instead))
                facts.extend(_of_matter(profile, section, block, names))
            else:
                facts.extend(
                    _of_line(profile, section, block) or _of_occasions(profile, section, block, names)
                )
    return tuple(dict.fromkeys(facts))


def _of_row(
    document: ReadDocument,
    profile: DocumentProfile,
    section: Section,
    row: Block,
    instead: Mapping[str, Sequence[Stamp]],
) -> Iterator[MeetingFact]:
    names = [name.text.strip() for name in row.header]
    if row.is_header or not names or _CALLED_OFF.search(row.text):
        return
    columns = columns_of(names)
    if columns is None:
        yield from _by_column(profile, section, row, names)
        return
    board = _board(_cell(row, columns.board), names[columns.board], section, profile)
    if not board:
        return
    span, header_span = _places(document, row, columns)
    if names[columns.day].upper().startswith("DTSTART"):
        days = meeting_times(_properties(row), instead)
    else:
        days = _days(row, columns, profile)
    for when in days:
        yield MeetingFact(
            span=span,
            header_span=header_span,
            subject=board,
            section=trail_of(section),
            on=when,
            place=_cell(row, columns.place),
        )


def _places(document: ReadDocument, row: Block, columns: Columns) -> tuple[Span, Span | None]:
    """Return where a row stands, with the quotation marks around its outer cells, and where its header does."""
    start, end = row.span.start, row.span.end
    text = document.text
    if text[end : end + 1] == '"':
        end += 1
    if start and text[start - 1] == '"':
        start -= 1
    if end - start > _LONGEST_QUOTE:
        day = row.cells[columns.day].span()
        start, end = day.start, day.end
    own_names = row.header[0].offsets[:1] >= row.content.offsets[:1]  # an event bears its names itself
    header = Span(row.header[0].span().start, row.header[-1].span().end)
    return Span(start, end), None if own_names else header


def _by_column(
    profile: DocumentProfile, section: Section, row: Block, names: Sequence[str]
) -> Iterator[MeetingFact]:
    """Yield the meetings of a table whose columns are boards and whose cells are days."""
    for name, cell in zip(names, row.cells, strict=False):
        if not BOARD.fullmatch(name):
            continue
        for when in _days_in(cell.text, profile):
            yield MeetingFact(
                span=row.span,
                header_span=Span(row.header[0].span().start, row.header[-1].span().end),
                subject=name,
                section=trail_of(section),
                on=when,
            )


def _of_matter(
    profile: DocumentProfile, section: Section, row: Block, names: Mapping[str, str]
) -> Iterator[DecisionPointFact]:
    """Yield when which board takes up a matter ("Budget 2027    KS 14 oktober, KF 23 november")."""
    cells = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    if row.header or row.is_header or len(cells) != 2:
        return
    for found in find_dates(cells[1], profile.year):
        if found.when.precision is Precision.DAY:
            before = re.split(r"[,;]", cells[1][: found.start])[-1].strip(" :")
            board = names.get(before, before)
            yield DecisionPointFact(
                span=row.span,
                subject=cells[0],
                section=trail_of(section),
                label=f"{cells[0]} ({board})" if board else cells[0],
                ends=found.when,
            )


def _of_occasions(
    profile: DocumentProfile, section: Section, block: Block, names: Mapping[str, str]
) -> Iterator[MeetingFact]:
    """Yield the occasions that sentences name before their day ("Presidiekonferens: 17 september.")."""
    for sentence in split_sentences(block.content):
        named = _OCCASION.match(sentence.text)
        days = [
            each for each in find_dates(sentence.text, profile.year) if each.when.precision is Precision.DAY
        ]
        if named is None or len(days) != 1 or _CALLED_OFF.search(sentence.text):
            continue
        board = sentence.text[named.end() : days[0].start].strip(" :,")
        if board in names or not board or board == "den":
            yield MeetingFact(
                span=sentence.span(),
                subject=names.get(board, named["what"].strip()),
                section=trail_of(section),
                on=days[0].when,
            )


def _of_line(profile: DocumentProfile, section: Section, block: Block) -> list[MeetingFact]:
    """Return the days of a line that holds hardly more than a board and its days, or days under a board's heading."""
    text = block.text
    named = BOARD.match(text)
    board = named[0] if named else _board_in(section.title)
    if not board or _CALLED_OFF.search(text):
        return []
    found = [each for each in find_dates(text, profile.year) if each.when.precision is Precision.DAY]
    rest = text[named.end() :] if named else text
    for words in {each.when.words for each in found}:
        rest = rest.replace(words, " ")
    if sum(character.isalpha() for character in _WEEKDAY.sub(" ", rest)) > _MOST_OTHER_WORDS:
        return []
    return [
        MeetingFact(span=block.span, subject=_capital(board), section=trail_of(section), on=each.when)
        for each in found
    ]


def _board(words: str, column: str, section: Section, profile: DocumentProfile) -> str:
    """Name the board of a row; an event's summary may hold more than the board, or leave it to the calendar's name."""
    words = " ".join(words.split())
    if not column.upper().startswith("SUMMARY") and column.casefold() not in {"ämne", "rubrik", "subject"}:
        return words
    if named := _board_in(words):
        return named
    if not _MEETING.search(words):
        return ""
    return _MEETING.sub(" ", words).strip(" ,:–-") or _board_in(section.title) or _board_in(profile.title)


def _board_in(words: str) -> str:
    """Return the longest name of a board in the words, with a capital."""
    return _capital(max((found[0] for found in BOARD.finditer(words)), key=len, default=""))


def _properties(row: Block) -> list[Property]:
    """Return the cells of an event with their names."""
    return [(name.text, cell.text) for name, cell in zip(row.header, row.cells, strict=False)]


def _days(row: Block, columns: Columns, profile: DocumentProfile) -> Iterator[When]:
    words = _cell(row, columns.day)
    clock = _clock(_cell(row, columns.time))
    for when in _days_in(words, profile):
        yield When(
            when.start,
            when.end,
            when.precision,
            when.words,
            time=clock or when.time,
            assumed_year=when.assumed_year,
        )


def _days_in(words: str, profile: DocumentProfile) -> Iterator[When]:
    """Yield the days that a cell names; one without a year is in the calendar's year."""
    if found := _YEAR_FIRST.search(words):
        day = _day(int(found["y"]), int(found["m"]), int(found["d"]))
        if day is not None:
            yield When(day, day, Precision.DAY, found[0], time=found["time"] or "")
        return
    for each in find_dates(words, profile.year):
        if each.when.precision is Precision.DAY:
            yield each.when


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(words: str) -> str:
    found = _CLOCK.search(words)
    if found is None:
        return ""
    return f"{found[1]}.{found[2]}" if found[1] else found[3]


def _cell(row: Block, column: int | None) -> str:
    return row.cells[column].text.strip() if column is not None and column < len(row.cells) else ""


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
