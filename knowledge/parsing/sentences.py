"""Sentences: repaired text cut where a sentence ends, each part keeping its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.blocks import Block, BlockKind, RepairedText, Section, Span, sections

_END = re.compile(r"[.!?][”\"')\]]*\s+(?=[”\"'(]?[A-ZÅÄÖ0-9§•])|;\s+(?=[A-ZÅÄÖ])|\s+(?=• )")
_ABBREVIATED = re.compile(
    r"(?:\b(?:bl|t|f|s|m|d|o|e|fr|kl|kap|st|ca|dnr|nr|resp|jfr|prop|bet|rskr|dir|kungl|dr|doc|prof|ev|inkl|exkl|max|min"
    r"|tel|sid|art|moms|S:t|v|u|mfl|dvs|osv|etc|lag|i|p|g|a|k|n|b|h|l|r|w|c)\.|\b[A-ZÅÄÖ]\.|\bm\.?\s?fl\.|\bm\.\s?m\.)\s*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b\w*(?:rapport|etapp|fas|bilaga|alternativ|nivå|spår|kvartal|vecka|tabell|steg|zon)\s\d{1,2}\.$",
    re.IGNORECASE,
)  # "i tertialrapport 1." ends a sentence, "den 1." does not
_CLOSING_ABBREVIATION = re.compile(r"(?:m\.?\s?fl|m\.?\s?m|o\.?\s?d|etc|osv)\.\s*$", re.IGNORECASE)
_SUBJECT_AFTER = re.compile(r"(?:Uppdraget|Regeringen|Den|Det|De|I|Vid|För|Myndigheten|En|Ett|Syftet)\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the words that lead in to it when it is a list item, and the heading trail above it."""

    content: RepairedText
    lead: str
    section: str
    block: Block

    @property
    def text(self) -> str:
        """The sentence's repaired words."""
        return self.content.text

    @property
    def span(self) -> Span:
        """Where the sentence stands in the document's text."""
        return self.content.span()


def split_sentences(content: RepairedText) -> Iterator[RepairedText]:
    """Yield the sentences of `content`, white space trimmed; an abbreviation's full stop ends none."""
    for start, end in _cuts(content.text):
        yield content.part(start, end)


@lru_cache(maxsize=2_000)  # one document's blocks: most grammars ask for the sentences of each of them
def _cuts(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the sentences of a text stand."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] == "." and _is_abbreviation(text, match.start() + 1, match.end()):
            continue
        found.extend(_trimmed(text, start, match.end()))
        start = match.end()
    found.extend(_trimmed(text, start, len(text)))
    return tuple(found)


def _is_abbreviation(text: str, stop: int, after: int) -> bool:
    before = text[max(0, stop - 9) : stop]
    if _CLOSING_ABBREVIATION.search(before):
        return _SUBJECT_AFTER.match(text, after) is None
    if _NUMBERED.search(text[max(0, stop - 24) : stop]):
        return False
    return _ABBREVIATED.search(before) is not None or bool(re.search(r"(?:^|\s)\d{1,2}\.$", before))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def sentences_of(blocks: tuple[Block, ...]) -> Iterator[Sentence]:
    """Yield the sentences of paragraphs and list items, each with its section's trail joined by " › "."""
    for section in sections(blocks):
        yield from _of_section(section)


def trail_of(section: Section) -> str:
    """Return a section's heading trail as facts keep it."""
    return " › ".join(section.trail)


def _of_section(section: Section) -> Iterator[Sentence]:
    trail, lead = trail_of(section), ""
    for block in section.blocks:
        if block.kind is BlockKind.TABLE_ROW:
            continue
        parts = list(split_sentences(block.content))
        if block.kind is BlockKind.PARAGRAPH and parts:
            lead = parts[-1].text
            for part in parts:
                yield Sentence(part, "", trail, block)
        else:
            for part in parts:
                yield Sentence(part, lead, trail, block)
