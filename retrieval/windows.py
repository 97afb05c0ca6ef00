"""Windows: the sentences and rows of a passage, and the few in a row that answer best; pure."""

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.blocks import Span

_ABBREVIATION = re.compile(
    r"(?:\b(?:t\.?\s?ex|bl\.?\s?a|m\.?\s?m|m\.?\s?fl|d\.?\s?v\.?\s?s|s\.?\s?k|f\.?\s?d|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|kl|nr|dnr|resp|ca|jfr|kap|st|inkl|exkl|"
    r"e\.?\s?d|o\.?\s?d|osv|etc|max|min|tel|mkr|tkr|milj|enl|tex|prof|dir)|\b[A-ZÅÄÖ]|\b\d{1,2})\.$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b\w*(?:rapport|etapp|fas|bilaga|alternativ|nivå|spår|kvartal|vecka|tabell|steg|zon) \d{1,2}\.$",
    re.IGNORECASE,
)  # "i tertialrapport 1." ends a sentence, "den 1." does not
_CODE = re.compile(r"\s*[A-ZÅÄÖ]{1,2}\d{1,2}\.")  # "F1." at the beginning of a line
_MARK = r"(?:[-•*–]|\d{1,2}[.)]|[a-z]\)|[A-H][.)]|[A-ZÅÄÖ]{1,2}\d{1,2}[.:)])"  # what a list item begins with
_BOUNDARY = re.compile(
    r"(?P<stop>[.!?:;][\"”’)]?)(?=\s+(?:[\"”(]?[A-ZÅÄÖ§•*–-]|\d{1,2}[.)]\s))"  # a sentence ends
    r"|(?P<blank>\n[ \t]*\n\s*)"  # a paragraph ends
    rf"|(?P<item>\n[ \t]*(?={_MARK}\s))"
    r"|(?P<row>\n(?=[^\n]*(?:\t|\|)))|(?<=\|)(?P<row2>\n)"  # a table row begins
)


# "a. … b. … c. …" and "1) … 2) … 3) …", which text extraction leaves in one line.
_COUNTED = re.compile(r"(?<=\s)(?P<mark>[a-k]|\d{1,2})(?P<stop>[.)])\s(?=[^\W\d_])")
# "L1  Analys" and "UN-2 Team" at the beginnings of lines
_CODED = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?P<letters>(?!(?:BP|MS|G|DP|TG|M)\d)[A-ZÅÄÖ]{1,3}-?)(?P<mark>\d{1,2})[.:)]?[ \t]+(?=[^\W\d_])",
    re.MULTILINE,
)
_FEWEST_COUNTED = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item or table row of a passage; the span counts in the passage's quoted words."""

    span: Span
    text: str
    introduces: bool = False  # ends with a colon: what follows belongs to it
    is_item: bool = False


@lru_cache(maxsize=2_000)
def sentences(quote: str) -> tuple[Sentence, ...]:
    """Cut quoted words into sentences, list items and rows, in order, white space trimmed."""
    cuts = [0]
    for match in _BOUNDARY.finditer(quote):
        if match["stop"] is not None:
            end = match.end()
            line = quote[quote.rfind("\n", 0, end) + 1 : end]
            is_numbered = _NUMBERED.search(line[-24:]) is not None
            if match["stop"][0] == "." and (
                (_ABBREVIATION.search(line[-14:]) and not is_numbered) or _CODE.fullmatch(line)
            ):
                continue
            if match["stop"][0] in ":;" and not re.match(r"\s*\n", quote[end : end + 3]):
                continue
            cuts.append(end)
        else:
            cuts.append(match.end())
    counted = _counted_items(quote)
    cuts = sorted({*cuts, *counted, len(quote)})
    found = []
    for start, end in itertools.pairwise(cuts):
        words = quote[start:end]
        left = start + len(words) - len(words.lstrip())
        right = end - (len(words) - len(words.rstrip()))
        if right > left:
            text = quote[left:right]
            found.append(
                Sentence(
                    Span(left, right),
                    text,
                    introduces=text.endswith((":", ";")),
                    is_item=left in counted or bool(re.match(rf"{_MARK}\s", text)),
                )
            )
    return tuple(found)


def _counted_items(quote: str) -> frozenset[int]:
    """Return where the items begin that are counted from "a" or 1, at least three in a row; coded lines follow on each other."""
    runs: dict[str, list[int]] = {}
    items: set[int] = set()
    for match in (*_COUNTED.finditer(quote), *_CODED.finditer(quote)):
        mark, letters = match["mark"], match.groupdict().get("letters")
        sort = letters or f"{'1' if mark.isdigit() else 'a'}{match['stop']}"
        number = int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1
        begin = match.end() - len(match.group().lstrip())
        run = runs.setdefault(sort, [])
        if number == 1:
            run.clear()
        is_next_line = letters is None or not run or quote.count("\n", run[-1], begin) == 1
        if number == len(run) + 1 and is_next_line:
            run.append(begin)
        if len(run) >= _FEWEST_COUNTED:
            items.update(run)
    return frozenset(items)


def windows(found: tuple[Sentence, ...], longest: int) -> tuple[tuple[int, int], ...]:
    """Return every run of neighbouring sentences (first, last inclusive) of at most `longest` characters."""
    runs = []
    for first in range(len(found)):
        for last in range(first, min(first + 6, len(found))):
            if last > first and found[last].span.end - found[first].span.start > longest:
                break
            runs.append((first, last))
    return tuple(runs)
