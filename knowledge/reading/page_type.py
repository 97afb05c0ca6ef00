"""Page type: what the size, weight and place of a page's letters tell of its lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from knowledge.reading.lines import Line

_LARGER = 1.12
_WIDER_GAP = 1.35
_USUAL_LEADING = 1.2
_MOST_LEVELS = 5
_LONGEST_HEADING = 200
_LONGEST_BOLD = 120


@dataclass(frozen=True, slots=True)
class TypeRun:
    """Characters of a document's text set in one size and weight; `height` is where on the page they begin."""

    start: int
    end: int
    size: float
    is_bold: bool
    height: float

    def moved(self, by: int) -> "TypeRun":
        """Return the run as it stands `by` characters later."""
        return TypeRun(self.start + by, self.end + by, self.size, self.is_bold, self.height)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How one line is set."""

    size: float
    is_bold: bool
    height: float | None


def set_in_type(lines: Sequence[Line], runs: Sequence[TypeRun]) -> list[Line]:
    """Return the lines with the gaps seen on the page, and `weight` on those set larger or bolder than the body."""
    settings = _settings(lines, runs)
    spaced = _spaced(lines, settings)
    sizes: Counter[float] = Counter()
    bold = plain = 0
    for line, setting in zip(lines, settings, strict=True):
        if setting is not None:
            sizes[setting.size] += len(line.text)
            bold += len(line.text) * setting.is_bold
            plain += len(line.text) * (not setting.is_bold)
    if not sizes:
        return spaced
    body = sizes.most_common(1)[0][0]
    larger = sorted((size for size in sizes if size > body * _LARGER), reverse=True)[: _MOST_LEVELS - 1]
    bold_counts = plain > 2 * bold
    weighed: list[Line] = []
    for line, setting in zip(spaced, settings, strict=True):
        weight = 0
        if setting is not None and len(line.text) <= _LONGEST_HEADING:
            if setting.size > body * _LARGER:
                weight = larger.index(setting.size) + 1 if setting.size in larger else len(larger)
            elif (
                setting.is_bold
                and bold_counts
                and setting.size >= body * 0.95
                and len(line.text) <= _LONGEST_BOLD
            ):
                weight = len(larger) + 1
        weighed.append(line._replace(weight=weight))
    return weighed


def _settings(lines: Sequence[Line], runs: Sequence[TypeRun]) -> list[_Setting | None]:
    """Return how each line is set, None for a line that no run covers."""
    settings: list[_Setting | None] = []
    first = 0
    for line in lines:
        while first < len(runs) and runs[first].end <= line.start:
            first += 1
        sizes: Counter[float] = Counter()
        bold = covered = 0
        height: float | None = None
        number = first
        while number < len(runs) and runs[number].start < line.end:
            run = runs[number]
            length = min(run.end, line.end) - max(run.start, line.start)
            sizes[run.size] += length
            covered += length
            bold += length * run.is_bold
            if height is None and run.start >= line.start - 2:
                height = run.height
            number += 1
        settings.append(
            _Setting(sizes.most_common(1)[0][0], bold >= 0.9 * covered, height) if covered else None
        )
    return settings


def _spaced(lines: Sequence[Line], settings: Sequence[_Setting | None]) -> list[Line]:
    """Return the lines with a gap where the page shows more room than between the lines of a paragraph."""
    drops: list[float | None] = [None]
    for (above, line), (before, setting) in zip(pairwise(lines), pairwise(settings), strict=True):
        known = (
            before is not None
            and setting is not None
            and before.height is not None
            and setting.height is not None
            and above.page == line.page
        )
        if (
            known
            and before is not None
            and setting is not None
            and before.height is not None
            and setting.height is not None
        ):
            drops.append((before.height - setting.height) / max(before.size, setting.size, 1.0))
        else:
            drops.append(None)
    usual = [drop for drop in drops if drop is not None and 0.8 < drop < 2.2]
    leading = min(median(usual), 1.8) if usual else _USUAL_LEADING
    spaced: list[Line] = []
    for line, drop in zip(lines, drops, strict=True):
        is_apart = drop is not None and (drop > leading * _WIDER_GAP or drop < -0.5)
        spaced.append(line._replace(gap=max(line.gap, int(is_apart))))
    return spaced
