"""The running text of minutes: all blocks in one stream that keeps line breaks and forgets page furniture."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText, Span

# Lines that a page carries for its own sake: page numbers, signing marks, repeated headers.
_FURNITURE = re.compile(
    r"""^[ \t]*(?:
        (?:sid(?:a|an)?[ :.]*)?\d{1,3}[ ]?\(\d{1,3}\)
      | sid(?:a|an)?[ :.]*\d{1,3}(?:[ ]*(?:av|/|\()[ ]*\d{1,3}\)?)?
      | <!--.*?-->
      | .{0,40}\|[ ]*sida[ ]\d+
      | det[ ]här[ ]dokumentet[ ]är[ ]digitalt[ ]signerat.*
      | transaktionsidentitet:?.*
      | signature[ ]reference:.*
      | [0-9A-F]{24,}
      | justera(?:nde|re)n?s?[ ]sign(?:atur)?(?:er)?\.?.*
      | ordf(?:örande|\.)?s?[ ]sign(?:atur)?\.?.*
      | utdragsbestyrkande.*
      | \[tabell[ ][^\]]*\]\([^)]*\)
      | protokoll[ ](?:nr\.?[ ])?\d{1,3}(?:/\d{2,4})?
      | protokoll[ ]\d{4}-\d\d-\d\d
      | sammanträdesdatum:?[ ]*[\d-]{6,10}
      | (?:\S+[ ]+){0,4}sammanträdesprotokoll(?:[ ]+\d{1,3}[ ]?\(\d{1,3}\))?
      | sammanträdesprotokoll[ ]+sammanträdesdatum:?[ ]*[\d-]{6,10}
      | datum[ ]*(?:[\d-]{6,10})?
      | klassning:.*
      | forts\.?[ ]§[ ]?\d+.*
    )[ \t]*$""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_EMPHASIS = re.compile(r"\*\*|^#{1,6} ", re.MULTILINE)
_BOARD_LINE = re.compile(
    r"^(?:[A-ZÅÄÖ][\wåäöÅÄÖ&,\- ]{0,50})?(?:fullmäktige|styrelsen?|nämnden?|nämnd|utskottet|[Nn]ämnden för [\w&,\- ]{3,50})$",
    re.IGNORECASE,
)
_ISO_LINE = re.compile(r"^\d{4}-\d\d-\d\d$")
_LETTER_START = re.compile(r"[a-zåäö]")
_ENDS_OPEN = re.compile(r"[\w,–\-&/](?<![.:;?!])$")

# Longer lines than this are paragraphs run together; what stands in them with a capital is a heading.
_FLATTENED = 200
_INNER_HEADING = re.compile(
    r"(?<=[\wåäö).:”] )(?:§\s?\d{1,4}(?:/\d\d)?\s+(?=(?:Dnr|Diarienummer|[A-ZÅÄÖ]{2,}[ /-]?\d|[A-ZÅÄÖ][a-zåäö]))|"
    r"(?:[A-ZÅÄÖ][\wåäö-]*(?:nämndens|styrelsens|fullmäktiges|utskottets)\s+beslut|Reservation(?:er)?|Yrkanden|Beslutsgång|Omröstningsresultat|Protokollsanteckning(?:ar)?|"
    r"Beskrivning\s+av\s+ärendet|Sammanfattning\s+av\s+ärendet|Ärendebeskrivning|Beslutsunderlag|Propositionsordning|Särskilt\s+yttrande|"
    r"(?:Beslutet|Protokollsutdrag)\s+(?:skickas|sänds)\s+till|Expedieras\s+till)\s*:?\s+(?=[A-ZÅÄÖ0-9]))"
)

# A full stop after these does not end a sentence.
_ABBREVIATIONS = re.compile(
    r"(?:\b(?:m\.?fl|t\.?ex|bl\.?a|d\.?v\.?s|p\.?g\.?a|s\.?k|f\.?d|t\.?o\.?m|fr\.?o\.?m|f\.?n|e\.?d|o\.?d|m\.?m|"
    r"dnr|nr|kl|kap|st|ca|resp|jfr|inkl|exkl|dvs|osv|etc|ang|avs|ordf|vice|tf|dir|prop|tel|sid|jan|"
    r"feb|aug|sept?|okt|nov|dec)|\b[A-ZÅÄÖ]|^\d{1,2}|\s\d{1,2}\)?)$",
    re.IGNORECASE,
)
# "… enligt bilaga 1. Styrelsen …": the number belongs to the paper, the stop to the sentence.
_NUMBERED_PAPER = re.compile(r"(?:bilaga|punkt|nr)\s\d{1,2}$", re.IGNORECASE)
_STOP = re.compile(r"[.!?][”\"’)]?(?=\s+[\"”’(–\-•*]?\s?[A-ZÅÄÖ0-9§]|\s*$)|\n\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the stream; `opens` when a new block begins with it.

    What the reader knows of the block comes along: `is_heading`, `item_level` (a list item's depth on its
    first line, else 0) and `is_row` for a table row.
    """

    start: int
    end: int
    opens: bool
    is_heading: bool = False
    item_level: int = 0
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table row of the stream with its cells and those of its header, white space tidied."""

    start: int
    end: int
    cells: tuple[str, ...]
    header: tuple[str, ...]
    is_header: bool


@dataclass(frozen=True, slots=True)
class Stream:
    """The text that the grammar works on, where each character stood, and its lines and table rows."""

    content: RepairedText
    lines: tuple[Line, ...]
    rows: tuple[TableRow, ...]
    line_starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The words, blocks parted by an empty line and wrapped lines by a line break."""
        return self.content.text

    def words(self, start: int, end: int) -> str:
        """Return the words between two places of the stream on one line."""
        return " ".join(self.text[start:end].split())

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the document behind two places of the stream."""
        return self.content.span(start, end)

    def lines_between(self, start: int, end: int) -> tuple[Line, ...]:
        """Return the lines that begin at `start` or later and before `end`."""
        return self.lines[bisect_left(self.line_starts, start) : bisect_left(self.line_starts, end)]

    def lines_of(self, start: int, end: int) -> list[Line]:
        """Return the lines of a stretch that may begin in the middle of one, after a heading on the same line."""
        lines = list(self.lines_between(start, end))
        index = bisect_left(self.line_starts, start) - 1
        if index >= 0 and self.lines[index].end > start and self.lines[index].start < start:
            rest = self.text[start : self.lines[index].end]
            if rest.strip():
                begin = start + len(rest) - len(rest.lstrip())
                lines.insert(0, Line(begin, min(self.lines[index].end, end), opens=True))
        return [replace(line, end=end) if line.end > end else line for line in lines]


def stream_of(document: ReadDocument) -> Stream:
    """Join a document's blocks into one stream without page furniture."""
    texts: list[str] = []
    offsets = array("q")
    rows: list[TableRow] = []
    openers: dict[int, Block] = {}
    length = 0
    pages_own = _page_blocks(document.blocks)
    for index, block in enumerate(document.blocks):
        for text, places in [] if index in pages_own else _kept_pieces(block, document.text):
            if texts:
                joint = _joint("".join(texts[-1:]), text, block)
                texts.append(joint)
                offsets.extend([offsets[-1]] * len(joint))
                length += len(joint)
            if block.kind is BlockKind.TABLE_ROW:
                rows.append(_row(block, length, length + len(text), document))
            openers[length] = block
            texts.append(text)
            offsets.extend(places)
            length += len(text)
    whole = "".join(texts)
    lines = _lines(whole, openers)
    return Stream(RepairedText(whole, offsets), lines, tuple(rows), tuple(line.start for line in lines))


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where each sentence between two places begins and ends; an empty line ends one too."""
    found: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop[0] != "\n\n":
            head = text[max(begin, stop.start() - 9) : stop.start()]
            ends_line = _NUMBERED_PAPER.search(head) or (
                head[-1:].isdigit() and text[stop.end() : stop.end() + 1] == "\n"
            )
            if stop[0][0] == "." and _ABBREVIATIONS.search(head) and not ends_line:
                continue
        cut = stop.end() if stop[0] != "\n\n" else stop.start()
        if text[begin:cut].strip():
            found.append(_trimmed(text, begin, cut))
        begin = stop.end()
    if text[begin:end].strip():
        found.append(_trimmed(text, begin, end))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _joint(before: str, after: str, block: Block) -> str:
    """Part two blocks by an empty line, unless a sentence runs on from one to the other."""
    runs_on = (
        block.kind is BlockKind.PARAGRAPH
        and _LETTER_START.match(after)
        and not after.startswith("att ")
        and not re.match(r"[a-zåäö][.)]\s", after)
        and _ENDS_OPEN.search(before)
    )
    return "\n" if runs_on else "\n\n"


def _page_blocks(blocks: tuple[Block, ...]) -> set[int]:
    """Find blocks that are page furniture as a whole: a board's name or a bare date beside a page number."""
    edges = {index for index, block in enumerate(blocks) if _FURNITURE.fullmatch(block.text)}
    for index, block in enumerate(blocks):
        words = block.text.strip()
        if (index - 1 in edges or index + 1 in edges) and (
            _BOARD_LINE.match(words) or _ISO_LINE.match(words)
        ):
            edges.add(index)
    return edges


def _row(block: Block, start: int, end: int, document: ReadDocument) -> TableRow:
    cells = tuple(" ".join(cell.text.split()) for cell in _aligned(block, document))
    header = tuple(" ".join(cell.text.split()) for cell in block.header)
    return TableRow(start, end, cells, header, block.is_header)


def _aligned(block: Block, document: ReadDocument) -> tuple[RepairedText, ...]:
    """Put the cells of a row of plain text under the headings they stand below when it has fewer than they are."""
    cells, header = block.cells, block.header
    filled = [cell for cell in cells if cell.text]
    parted_by_spaces = (
        len(filled) > 1 and document.text[filled[0].span().end : filled[1].span().start].isspace()
    )
    between = document.text[filled[0].span().end : filled[1].span().start] if parted_by_spaces else ""
    if len(filled) == len(cells) or len(cells) != len(header) or not between.startswith("  "):
        return cells
    columns = [_column(title, document.text) for title in header]
    placed = list(cells[:1]) + [RepairedText("", array("q"))] * (len(cells) - 1)
    for cell in filled[1:]:
        place = _column(cell, document.text)
        nearest = min(range(1, len(columns)), key=lambda index: abs(columns[index] - place))
        placed[nearest] = cell
    return tuple(placed)


def _column(cell: RepairedText, text: str) -> int:
    start = cell.offsets[0] if cell.text else 0
    return start - (text.rfind("\n", 0, start) + 1)


def _kept_pieces(block: Block, document_text: str) -> list[tuple[str, list[int]]]:
    """Give a block's text its line breaks back and cut out what belongs to the page."""
    text, offsets = _with_line_breaks(block.content, document_text)
    drops = sorted(_furniture(text)) if block.kind is not BlockKind.TABLE_ROW else []
    drops += [match.span() for match in _EMPHASIS.finditer(text)]
    if not drops:
        return [(text, offsets)] if text.strip() else []
    kept_text: list[str] = []
    kept_offsets: list[int] = []
    place = 0
    for start, end in [*sorted(drops), (len(text), len(text))]:
        if start > place:
            kept_text.append(text[place:start])
            kept_offsets.extend(offsets[place:start])
        place = max(place, end)
    joined = "".join(kept_text)
    begin, end = _trimmed(joined, 0, len(joined))
    return [(joined[begin:end], kept_offsets[begin:end])] if begin < end else []


def _with_line_breaks(content: RepairedText, document_text: str) -> tuple[str, list[int]]:
    offsets = content.offsets.tolist()
    text = content.text
    breaks = [
        index
        for index, character in enumerate(text[:-1])
        if character == " " and document_text.find("\n", offsets[index], offsets[index + 1]) >= 0
    ]
    if not breaks:
        return text, offsets
    characters = list(text)
    for index in breaks:
        characters[index] = "\n"
    return "".join(characters), offsets


def _furniture(text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in _FURNITURE.finditer(text) if match[0].strip()]
    if not found:
        return []
    edges = {start for start, _ in found} | {end for _, end in found}
    for match in re.finditer(r"^.+$", text, re.MULTILINE):
        line = match[0].strip()
        if (_BOARD_LINE.match(line) or _ISO_LINE.match(line)) and _stands_by(match.span(), edges, text):
            found.append(match.span())
            edges |= set(match.span())
    return found


def _stands_by(line: tuple[int, int], edges: set[int], text: str) -> bool:
    """Tell whether only line breaks part a line from page furniture."""
    before, after = line
    while before > 0 and text[before - 1].isspace():
        before -= 1
    while after < len(text) and text[after].isspace():
        after += 1
    return before in edges or after in edges


def _parted(text: str, line: Line) -> Iterator[Line]:
    """Cut a line that a whole paragraph of minutes was flattened into where its inner headings stand."""
    place = line.start
    for match in _INNER_HEADING.finditer(text, line.start + 1, line.end):
        if text[place : match.start()].strip():
            yield replace(
                line,
                start=place,
                end=_trimmed(text, place, match.start())[1],
                opens=place > line.start or line.opens,
            )
        place = match.start()
    yield replace(line, start=place, opens=place > line.start or line.opens)


def _lines(text: str, openers: dict[int, Block]) -> tuple[Line, ...]:
    lines: list[Line] = []
    start, opens = 0, True
    for piece in text.split("\n"):
        end = start + len(piece)
        if piece.strip():
            begin, stop = _trimmed(text, start, end)
            block = openers.get(begin)
            kind = block.kind if block else None
            level = block.level if block and kind is BlockKind.LIST_ITEM else 0
            first = Line(begin, stop, opens, kind is BlockKind.HEADING, level, kind is BlockKind.TABLE_ROW)
            lines.extend(_parted(text, first) if stop - begin > _FLATTENED else [first])
            opens = False
        else:
            opens = True
        start = end + 1
    return tuple(lines)
