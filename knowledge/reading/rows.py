"""Rows: table rows in plain text, whose cells are parted by bars, tabs or columns of blanks."""

import re
from collections.abc import Sequence

from knowledge.reading.column_names import names_column
from knowledge.reading.lines import Line

Cells = tuple[tuple[int, int], ...]

_ALIGNED_CELL = re.compile(r"\S+(?: \S+)*")
_BAR, _TAB = re.compile(r"(?<!\\)\|"), re.compile(r"\t")
_COLUMN_WORD = re.compile(
    r"\b(?:Del)?[Mm]ål(?:värde)?(?: (?:19|20)\d\d)?\b|\bIndikator(?:er)?\b|\bUtfall(?: (?:19|20)\d\d)?\b|\bStartvärde\b|\bNuläge(?: \d{4})?\b|\bRiktas till\b"
    r"|\bAnsvarig(?:a)?\b|\bStartdatum\b|\bSlutdatum\b|\bAktivitet(?:er)?\b|\bDatum\b|\bKommentar(?:er)?\b|\bBegrepp\b|\bFörklaring\b|\bNamn\b|\bErsätter\b"
    r"|\bUppdrag\b|\bStatus\b|\bTidplan\b|\bInsats(?:er)?\b|\bÅtgärd(?:er)?\b|\bBudget(?: \d{4})?\b|\bPrognos(?: \d{4})?\b|\bMått\b|\bRisk(?:er)?\b|\bSannolikhet\b"
    r"|\bKonsekvens\b|\bBeslutspunkt\b|\bStart\b|\bSlut\b|\bParti\b|\bLedamot\b|\bJa\b|\bNej\b|\bAvstår\b|\bNyckeltal\b|\bMålnivå(?: \d{4})?\b"
)
_ENDS_AS_HEADER = re.compile(r".{8,90}\b(?:Riktas till|Ansvarig(?:a|t)?(?: nämnd)?)")
_BREAKS_OFF = re.compile(r"(?:[,–-]|\b(?:och|samt|för|av|med|i|till)|, (?:och )?[A-ZÅÄÖ][\wåäö-]+)$")
_FEWEST_OF_FIGURES, _LONGEST_COLUMN = 3, 60
_FIGURE_ALONE = re.compile(r"[<>≥≤~±+−–-]?\s?\d[\d ,.]*\s?%?|[–-]|")
_NUMBER = re.compile(r"[\d.•*–−-]{1,12}")
# What numbers the rows of a list ("KS 24-05", "17"); points of a schedule ("BP1") are read line by line.
_ROW_NUMBER = re.compile(r"(?!(?:BP|MS?)\s?\d)(?:[A-ZÅÄÖ]{1,4} ?)?\d[\d:/-]*")
_DAY = re.compile(
    r"\b\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
)
_OF_YEAR = re.compile(r"(?:[\w.]+ )?(?:19|20)\d\d")
_YEARS = re.compile(r"(?:(?:19|20)\d\d\s*){2,12}")


def bar_cells(line: Line) -> Cells:
    """Return where the cells of a Markdown row stand; an empty cell is an empty stretch."""
    return _split(line, _BAR, trimmed=True)


def tab_cells(line: Line) -> Cells:
    """Return where the cells of a row parted by tabs stand."""
    return _split(line, _TAB, trimmed=False)


def _split(line: Line, parter: re.Pattern[str], *, trimmed: bool) -> Cells:
    """Cut a line at its parters; with `trimmed` a parter at either end parts nothing."""
    text = line.text
    first = 1 if trimmed and text.startswith("|") else 0
    last = len(text) - 1 if trimmed and text.endswith("|") and len(text) > 1 else len(text)
    cells: list[tuple[int, int]] = []
    position = first
    for part in [*parter.finditer(text, first, last), None]:
        end = part.start() if part else last
        words = text[position:end]
        start = line.start + position + len(words) - len(words.lstrip())
        cells.append((start, max(start, line.start + position + len(words.rstrip()))))
        position = part.end() if part else end
    return tuple(cells)


def aligned_cells(line: Line) -> Cells:
    """Return where the cells of a row parted by three blanks or more stand, () when it has only one."""
    if "   " not in line.text:
        return ()
    cells = tuple((line.start + c.start(), line.start + c.end()) for c in _ALIGNED_CELL.finditer(line.text))
    return cells if len(cells) > 1 else ()


def is_rule(line: str) -> bool:
    """Tell whether a line only parts a Markdown table's header from its rows."""
    return line[0] in "|-:" and "--" in line and set(line) <= set("|-: \t")


def is_field(cells: Cells, text: str, start: int) -> bool:
    """Tell whether an aligned line is a labelled field ("Plats:   Rådhuset") or a numbered heading, not a row.

    `text` is the line's and stands at `start`.
    """
    label = text[cells[0][0] - start : cells[0][1] - start]
    if label[-1] == ":" or label[0] == "§":
        return True
    if len(cells) > 2 and _ROW_NUMBER.fullmatch(label) and text[cells[1][0] - start].isalpha():
        return False
    return label.isupper() or _NUMBER.fullmatch(label) is not None


def column_of(place: int, text: str) -> int:
    """Return how many characters into its line a place stands."""
    return place - (text.rfind("\n", 0, place) + 1)


def wrapped_under(line: Line, cells: Cells, text: str) -> int:
    """Return which cell of the row above a line goes on, by where it is set in; 0 when it goes on none."""
    column = column_of(line.start, text)
    set_in = text[line.start - column : line.start]
    if set_in and not set_in.strip("\t"):
        return column if column < len(cells) and _is_open(text[slice(*cells[column])], line.text) else 0
    if "   " in line.text:
        return 0
    return next((n for n, (start, _) in enumerate(cells) if n and column_of(start, text) == column), 0)


def _is_open(cell: str, below: str) -> bool:
    """Tell whether a cell breaks off within a list or a name, or what stands below it begins within a sentence."""
    return below[0].islower() or below[0] == "(" or _BREAKS_OFF.search(cell) is not None


def cut_at_columns(cells: Cells, header: Cells, text: str) -> Cells:
    """Part cells that one blank only keeps apart, in a row that has fewer cells than its header, where columns begin."""
    if len(cells) >= len(header):
        return cells
    starts = {column_of(start, text) for start, _ in header[1:]}
    parted: list[tuple[int, int]] = []
    for start, end in cells:
        line = start - column_of(start, text)
        cuts = [c for c in sorted(starts) if start < line + c < end and text[line + c - 1 : line + c] == " "]
        for cut in cuts:
            parted.append((start, line + cut - 1))
            start = line + cut  # noqa: PLW2901
        parted.append((start, end))
    return tuple(parted)


def are_header(words: Sequence[str]) -> bool:
    """Tell whether a first row names its columns: short words, hardly a digit, no cell left empty but the first."""
    named = [w for w in words if w]
    if len(named) < 2 or any(not w for w in words[1:]):
        return False
    return all(
        len(w) <= 60
        and (w[-1] not in ".;" or names_column(w))
        and not re.search(r"\d(?!\d{3}\b)[\d ,.]*%?$", re.sub(r"\b(?:19|20)\d\d\b", "", w))
        and not _DAY.search(w)
        for w in named
    )


def heads_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a first row names columns of figures: words alone stand in it, and figures alone below them."""
    first, *others = rows
    if len(first) < _FEWEST_OF_FIGURES or len(others) < _FEWEST_OF_FIGURES - 1:
        return False
    is_named = all(
        any(character.isalpha() for character in cell) and len(cell) <= _LONGEST_COLUMN for cell in first
    )
    return is_named and all(len(row) > 1 and all(map(_FIGURE_ALONE.fullmatch, row[1:])) for row in others)


def are_columns(words: Sequence[str]) -> bool:
    """Tell whether two words or more are what columns are called."""
    return sum(1 for w in words if len(w) < 40 and _COLUMN_WORD.match(w)) >= 2


def parts_columns(words: Sequence[str]) -> bool:
    """Tell a second row that names what each column of a joined name holds ("Utfall" over "2025" and "2026")."""
    return are_header(words) and (any(_OF_YEAR.fullmatch(each) for each in words) or are_columns(words))


def flattened_header(line: Line) -> Cells:
    """Return the cells of a header whose columns extraction ran together, () when the line is none.

    "Delmål Indikator Utfall 2022 Mål 2024" has four cells; "… till nämnd Riktas till" has two.
    """
    text = line.text
    if len(text) > 160 or text[-1] in ".,;:":
        return ()
    found = list(_COLUMN_WORD.finditer(text))
    if not found:
        return ()
    covered = sum(len(c[0]) for c in found)
    if len(found) >= 3 and covered >= 0.6 * len(text.replace("  ", "")):
        starts = [c.start() for c in found]
        starts[0] = 0
    elif _ENDS_AS_HEADER.fullmatch(text) and not text.endswith(("är ansvarig", "som ansvarig")):
        starts = [0, found[-1].start()]
        if starts[1] == 0:
            return ()
    else:
        return ()
    return _cells_from(line, starts)


def _cells_from(line: Line, starts: Sequence[int]) -> Cells:
    """Return the cells of a line that begin at the given characters."""
    ends = [*starts[1:], len(line.text)]
    return tuple(
        (line.start + start, line.start + start + len(line.text[start:end].rstrip()))
        for start, end in zip(starts, ends, strict=True)
    )


def parted_header(cells: Cells, text: str) -> tuple[Cells, ...]:
    """Return a row as it is, or as header and first row when extraction put both on one line.

    "Indikator | Startvärde | Målvärde 2030 Areal skog | 12 | 14" is a header of three cells and a row of three.
    """
    count = (len(cells) + 1) // 2
    if len(cells) < 5 or len(cells) % 2 == 0 or not are_columns([text[a:b] for a, b in cells[: count - 1]]):
        return (cells,)
    start, end = cells[count - 1]
    column = _COLUMN_WORD.match(text, start, end)
    if column is None or column.end() >= end - 1:
        return (cells,)
    if any(_COLUMN_WORD.match(text, a, b) for a, b in cells[count:]):
        return (cells,)  # what follows names columns too
    return (*cells[: count - 1], (start, column.end())), ((column.end() + 1, end), *cells[count:])


def are_years(line: str) -> bool:
    """Tell whether a line holds nothing but years, the second line of a header."""
    return len(line) < 120 and _YEARS.fullmatch(line) is not None
