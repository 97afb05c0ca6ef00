"""The timeline of decision points as a picture that can be read on a phone, and the same in words; pure."""

import io
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font

from bot.digest_words import DigestWords
from bot.guard import shorten
from knowledge.entries import State
from knowledge.timeline import PointKind, Timeline, TimelinePoint, TimelineRow

WIDTH = 390.0  # points; as wide as a phone, so that the letters are as large there as they are drawn
DOTS_PER_INCH = 200
LONGEST_ALT_TEXT = 1_000  # Slack's limit
_EDGE, _TEXT, _SMALL = 14.0, 13.0, 11.5
_LINE, _LABEL, _GAP = 17.0, 15.0, 12.0
_FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"  # in the package, so that every machine draws the same
_DARK, _GREY, _BLUE, _RED, _PALE = "#1d1c1d", "#6b6b6b", "#1d4e6b", "#b3261e", "#d5d5d5"
_COLOUR = {State.GREEN: "#2e7d32", State.YELLOW: "#a66f00", State.RED: _RED, State.DONE: _GREY}
_SHAPE = {State.GREEN: "o", State.YELLOW: "^", State.RED: "s", State.DONE: "P"}
_MARK = {PointKind.DECISION: "D", PointKind.MILESTONE: "o", PointKind.DUE: "s"}


@dataclass(frozen=True)
class _Scale:
    """Where days lie from left to right."""

    first: date
    last: date

    def at(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return _EDGE + share * (WIDTH - 2 * _EDGE)


@dataclass(frozen=True)
class _Row:
    """A row as it is laid out: lines of its title, and how far below the line each label stands (None: no room)."""

    row: TimelineRow
    title: tuple[str, ...]
    levels: tuple[int | None, ...]

    @property
    def height(self) -> float:
        depth = max((level + 1 for level in self.levels if level is not None), default=0)
        return len(self.title) * _LINE + 12 + depth * _LABEL + _GAP


def picture(timeline: Timeline, words: DigestWords) -> bytes:
    """Return the timeline as a PNG file: the same bytes for the same timeline."""
    scale = _Scale(timeline.first, timeline.last)
    rows = [_laid_out(row, scale, words) for row in timeline.rows]
    top, bottom = 62.0, 40.0 + (_LINE if timeline.left_out else 0)
    height = top + sum(row.height for row in rows) + bottom
    figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=DOTS_PER_INCH, facecolor="white")
    FigureCanvasAgg(figure)
    drawing = _Drawing(figure, height)
    drawing.text(_EDGE, 20, words.timeline, _TEXT + 1, bold=True)
    drawing.months(scale, top - 20, height - bottom, words)
    drawing.today(scale.at(timeline.today), top - 14, height - bottom, words.today)
    at = top
    for row in rows:
        drawing.row(row, scale, at, timeline.today, words)
        at += row.height
    drawing.legend(height - bottom + 18, words)
    if timeline.left_out:
        drawing.text(_EDGE, height - 14, words.rows_left_out.format(count=timeline.left_out), _SMALL, _GREY)
    written = io.BytesIO()
    figure.savefig(written, format="png", metadata={"Software": None})
    return written.getvalue()


def alt_text(timeline: Timeline, words: DigestWords) -> str:
    """Return what the picture shows, in words."""
    told = [f"{words.timeline}. {words.today}: {words.day(timeline.today)}."]
    for row in timeline.rows:
        ahead = [each for each in row.points if each.day >= timeline.today]
        points = ", ".join(f"{_named(each, words)} {_when(each, words)}" for each in ahead)
        told.append(f"{_capital(row.assignment.title)}, {_state(row, words)}: {points}.")
    if timeline.left_out:
        told.append(words.rows_left_out.format(count=timeline.left_out))
    return shorten(" ".join(told), LONGEST_ALT_TEXT)


def _named(point: TimelinePoint, words: DigestWords) -> str:
    return point.code or point.label or words.due


def _when(point: TimelinePoint, words: DigestWords) -> str:
    return words.day(point.day) if point.when.start == point.when.end else point.when.words


def _state(row: TimelineRow, words: DigestWords) -> str:
    return words.state[row.status.state] if row.status else words.not_reported


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _laid_out(row: TimelineRow, scale: _Scale, words: DigestWords) -> _Row:
    room = WIDTH - 2 * _EDGE - _wide(_state(row, words), _SMALL) - 30
    return _Row(row, _wrapped(_drawable(_capital(row.assignment.title)), room), _levels(row.points, scale))


def _levels(points: Sequence[TimelinePoint], scale: _Scale) -> tuple[int | None, ...]:
    """Return the row of labels that each point's code stands in, so that none covers another."""
    ends = [0.0, 0.0, 0.0]
    levels: list[int | None] = []
    for point in points:
        half = _wide(point.code, _SMALL) / 2
        start = min(max(scale.at(point.day) - half, 0), WIDTH - 2 * half)
        free = next((level for level, end in enumerate(ends) if start >= end), None) if point.code else None
        if free is not None:
            ends[free] = start + 2 * half + 4
        levels.append(free)
    return tuple(levels)


def _wrapped(text: str, room: float) -> tuple[str, ...]:
    """Return the text on at most two lines; what there is no room for is cut with an ellipsis."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or _wide(longer, _TEXT, bold=True) <= room:
            lines[-1] = longer
        elif len(lines) == 1:
            lines.append(word)
        else:
            lines[-1] += " …"
            break
    return tuple(_cut(line, room) for line in lines)


def _cut(line: str, room: float) -> str:
    """Return as much of a word as there is room for."""
    if _wide(line, _TEXT, bold=True) <= room:
        return line
    fits = bisect(range(len(line)), room, key=lambda length: _wide(f"{line[:length]}…", _TEXT, bold=True))
    return f"{line[: fits - 1].rstrip()}…"


def _file(*, bold: bool) -> str:
    return str(_FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"))


def _drawable(text: str) -> str:
    """Return a text with a question mark for what the font has no letter for."""
    letters = get_font(_file(bold=True)).get_charmap()
    return "".join(each if ord(each) in letters else "?" for each in text)


def _wide(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is, in points."""
    font = get_font(_file(bold=bold))
    font.set_size(size, 72)
    font.set_text(text)
    return float(font.get_width_height()[0]) / 64


class _Drawing:
    """A page measured in points from its upper left corner."""

    def __init__(self, figure: Figure, height: float) -> None:
        self._axes = figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(height, 0)
        self._axes.axis("off")

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str = _DARK,
        *,
        bold: bool = False,
        align: str = "left",
    ) -> None:
        """Write a text whose middle is at height y; `$` is a letter like any other."""
        self._axes.text(
            x,
            y,
            text,
            color=colour,
            fontproperties=FontProperties(fname=_file(bold=bold), size=size),
            ha=align,
            va="center",
            parse_math=False,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
        )

    def mark(self, x: float, y: float, shape: str, colour: str, size: float, *, hollow: bool = False) -> None:
        """Draw a mark; a hollow one has only its edge."""
        self._axes.plot(
            [x],
            [y],
            marker=shape,
            markersize=size,
            markeredgecolor=colour,
            markerfacecolor="white" if hollow else colour,
            markeredgewidth=1.4,
            linestyle="",
        )

    def line(self, ends: tuple[tuple[float, float], tuple[float, float]], colour: str, width: float) -> None:
        """Draw a line from one place to another."""
        (x1, y1), (x2, y2) = ends
        self._axes.plot([x1, x2], [y1, y2], color=colour, linewidth=width, solid_capstyle="butt", zorder=0)

    def months(self, scale: _Scale, top: float, bottom: float, words: DigestWords) -> None:
        """Draw the beginning of every month, and name every other."""
        day = scale.first.replace(day=1)
        for number in range(14):
            day = (day.replace(day=28) + (date(1, 1, 8) - date(1, 1, 1))).replace(day=1) if number else day
            if scale.first <= day <= scale.last:
                x = scale.at(day)
                self.line(((x, top + 8), (x, bottom)), _PALE, 0.6)
                if number % 2 and x < WIDTH - 2 * _EDGE:
                    name = words.months[day.month - 1][:3].lower()
                    self.text(
                        x, top, f"{name} {day:%y}" if day.month <= 2 else name, _SMALL, _GREY, align="center"
                    )

    def today(self, x: float, top: float, bottom: float, words: str) -> None:
        """Draw the line of today, with its name at its foot."""
        self.line(((x, top), (x, bottom)), _RED, 1.6)
        self.text(x, bottom, words, _SMALL, _RED, bold=True, align="center")

    def row(self, row: _Row, scale: _Scale, top: float, today: date, words: DigestWords) -> None:
        """Draw an assignment: title and status, then its points on a line, with their codes below."""
        y = top + _LINE / 2
        for number, title in enumerate(row.title):
            self.text(_EDGE, y + number * _LINE, title, _TEXT, bold=True)
        self._status(row.row, y, words)
        line = top + len(row.title) * _LINE + 6
        self.line(((_EDGE, line), (WIDTH - _EDGE, line)), _GREY, 1.2)
        for point, level in zip(row.row.points, row.levels, strict=True):
            x, has_passed = scale.at(point.day), point.day < today
            colour = _GREY if has_passed else _BLUE
            self.mark(x, line, _MARK[point.kind], colour, 8.5, hollow=has_passed)
            if level is not None:
                half = _wide(point.code, _SMALL) / 2
                middle = min(max(x, half + 2), WIDTH - half - 2)
                self.text(middle, line + 14 + level * _LABEL, point.code, _SMALL, colour, align="center")

    def _status(self, row: TimelineRow, y: float, words: DigestWords) -> None:
        told = _state(row, words)
        state = row.status.state if row.status else None
        self.text(WIDTH - _EDGE, y, told, _SMALL, _COLOUR[state] if state else _GREY, align="right")
        if state is not None:
            self.mark(WIDTH - _EDGE - _wide(told, _SMALL) - 11, y, _SHAPE[state], _COLOUR[state], 8)

    def legend(self, y: float, words: DigestWords) -> None:
        """Tell what the marks mean."""
        x = _EDGE + 5
        for kind in PointKind:
            self.mark(x, y, _MARK[kind], _BLUE, 7)
            self.text(x + 10, y, words.point[kind], _SMALL, _GREY)
            x += _wide(words.point[kind], _SMALL) + 30
