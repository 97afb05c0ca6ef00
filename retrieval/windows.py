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


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item or table row of a passage; the span counts in the passage's quoted words."""

    span: Span
    text: str
    introduces: bool = False  # ends with a colon: what follows belongs to it
    is_item: bool = False


@lru_cache(maxsize=4_000)
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
    cuts.append(len(quote))
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
                    is_item=bool(re.match(rf"{_MARK}\s", text)),
                )
            )
    return tuple(found)


def windows(found: tuple[Sentence, ...], longest: int) -> tuple[tuple[int, int], ...]:
    """Return every run of neighbouring sentences (first, last inclusive) of at most `longest` characters."""
    runs = []
    for first in range(len(found)):
        for last in range(first, min(first + 6, len(found))):
            if last > first and found[last].span.end - found[first].span.start > longest:
                break
            runs.append((first, last))
    return tuple(runs)
