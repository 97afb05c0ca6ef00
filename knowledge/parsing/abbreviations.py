"""Abbreviations: lists of terms, and definitions within a sentence whose initials agree."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, BlockKind, ReadDocument, Section, sections
from knowledge.facts import AbbreviationFact
from knowledge.parsing.aligned_cells import gapped
from knowledge.parsing.sentences import trail_of
from knowledge.parsing.tables import Table, tables_of

_TERM = re.compile(r"begrepp|förkortning|^term\b|akronym|^ord\b|uttryck", re.IGNORECASE)
_MEANING = re.compile(r"förklaring|betydelse|definition|innebörd|beskrivning|klartext|utläses", re.IGNORECASE)
_LIST_HEADING = re.compile(r"förkortning|ordlista|begrepp|definition", re.IGNORECASE)
_LISTED = re.compile(
    r"(?P<term>[^\s:=–][^:=–]{0,60}?)\s*(?::|=|\s[–-]\s|\t)\s*(?P<meaning>\S.{1,400})$", re.DOTALL
)
_AFTER = re.compile(
    r"\((?:nedan(?: kallad[et]?)?|förkortat|förkortas|här kallad[et]?|i fortsättningen|fortsättningsvis)?\s?(?P<short>[A-ZÅÄÖ][A-Za-zÅÄÖåäö0-9&]{1,9})\)"
)
_BEFORE = re.compile(
    r"(?<![\w(])(?P<short>[A-ZÅÄÖ][A-ZÅÄÖa-z]{0,2}[A-ZÅÄÖ]{1,5})(?:-\w{3,20})?\s\((?P<long>[^()]{5,90})\)"
)
_APPOSED = re.compile(r"(?<=\w), (?P<short>[A-ZÅÄÖ]{3,7})(?=[\s.,;)])")
_WORD = re.compile(r"[^\W\d_]+(?:-(?=\s|$))?")
_SMALL = frozenset(
    {
        "och",
        "för",
        "av",
        "i",
        "om",
        "med",
        "till",
        "på",
        "the",
        "of",
        "and",
        "for",
        "mot",
        "samt",
        "vid",
        "de",
        "den",
        "det",
        "en",
        "ett",
    }
)
_MOST_WORDS, _PAIR = 9, 2
_LONGEST_ROW, _LONGEST_TERM = 240, 3  # characters of a row in columns; words of its term


def read_abbreviations(document: ReadDocument) -> tuple[AbbreviationFact, ...]:
    """Return every term or abbreviation that the document explains, in order, none twice from the same place."""
    found: list[AbbreviationFact] = []
    for table in tables_of(document.blocks):
        found.extend(_of_table(table))
    for section in sections(document.blocks):
        found.extend(_of_list(section))
        for block in section.blocks:
            found.extend(_within(block, trail_of(section)))
    return tuple(dict.fromkeys(found))


def _of_table(table: Table) -> Iterator[AbbreviationFact]:
    term = next((n for n, name in enumerate(table.header) if _TERM.search(name)), None)
    meaning = next((n for n, name in enumerate(table.header) if _MEANING.search(name) and n != term), None)
    if (
        term is None
        and table.trail
        and _LIST_HEADING.search(table.trail[-1])
        and len(table.rows[0].cells) == 2
    ):
        term, meaning = 0, 1
    if term is None or meaning is None:
        return
    for row in table.rows:
        if max(term, meaning) < len(row.cells) and row.cells[term] and row.cells[meaning]:
            yield AbbreviationFact(
                span=row.span,
                subject=row.cells[term],
                section=table.section,
                header_span=table.header_span,
                meaning=row.cells[meaning],
            )


def _of_list(section: Section) -> Iterator[AbbreviationFact]:
    if not _LIST_HEADING.search(section.title) or any(
        block.kind is BlockKind.TABLE_ROW and block.header for block in section.blocks
    ):
        return
    for block in section.blocks:
        listed = (
            _LISTED.match(block.text)
            if block.kind is not BlockKind.TABLE_ROW and len(block.text) < 500
            else None
        )
        parts = gapped(block) if block.kind is BlockKind.PARAGRAPH and len(block.text) < _LONGEST_ROW else []
        if (
            len(parts) == _PAIR
            and len(parts[0].split()) <= _LONGEST_TERM
            and not any(part.endswith(":") for part in parts)
        ):
            listed = None
            yield AbbreviationFact(
                span=block.span,
                subject=parts[0],
                section=trail_of(section),
                meaning=parts[1].strip(" ."),
            )
        if listed is not None and len(listed["term"].split()) <= 6 and not listed["term"].endswith("."):
            yield AbbreviationFact(
                span=block.span,
                subject=listed["term"].strip(),
                section=trail_of(section),
                meaning=listed["meaning"].strip(" ."),
            )


def _within(block: Block, section: str) -> Iterator[AbbreviationFact]:
    text = block.text
    for match in (*_AFTER.finditer(text), *_APPOSED.finditer(text)):
        start = _start_of_name(text, match.start(), match["short"])
        if start is not None:
            yield AbbreviationFact(
                span=block.content.span(start, match.end()),
                subject=match["short"],
                section=section,
                meaning=text[start : match.start()].strip(),
            )
    for match in _BEFORE.finditer(text) if "(" in text else ():
        words = list(_WORD.finditer(match["long"]))
        if words and initials_agree(match["short"], [w.group() for w in words]):
            yield AbbreviationFact(
                span=block.content.span(match.start(), match.end()),
                subject=match["short"],
                section=section,
                meaning=match["long"].strip(),
            )


def _start_of_name(text: str, bracket: int, short: str) -> int | None:
    """Return where the name begins whose initials the bracketed abbreviation gives; the shortest name wins."""
    if sum(letter.isupper() for letter in short) < 2:
        return None
    low = max(0, bracket - 140)
    cut = max(text.rfind(mark, low, bracket) for mark in (". ", ": ", "; ", "(", ")", ", "))
    words = list(_WORD.finditer(text, max(low, cut + 1), bracket))[-_MOST_WORDS:]
    for count in range(1, len(words) + 1):
        chosen = words[-count:]
        if (
            len(words) > count + 1
            and words[-count - 1].group().lower() in ("och", "samt")
            and words[-count - 2].group().endswith("-")
        ):
            continue  # the second half of "hälso- och sjukvårdsnämnden" is no name
        if chosen[0].group().lower() not in _SMALL and initials_agree(short, [w.group() for w in chosen]):
            return chosen[0].start()
    return None


def initials_agree(short: str, words: list[str]) -> bool:
    """Tell whether the letters of `short` are, in order, initials of the words or of parts within them.

    The first letter begins the first word, and every word but small ones gives its initial.
    """
    letters = short.lower().replace("&", "")
    if not words or not letters or words[0][0].lower() != letters[0]:
        return False
    return _agree(letters, 1, words, 0, 1)


def _agree(letters: str, at: int, words: list[str], word: int, inside: int) -> bool:
    if at == len(letters):
        return all(rest.lower() in _SMALL for rest in words[word + 1 :])
    following = word + 1
    while following < len(words):
        if words[following][0].lower() == letters[at] and _agree(letters, at + 1, words, following, 1):
            return True
        if words[following].lower() not in _SMALL:
            break
        following += 1
    position = words[word].lower().find(letters[at], inside)
    return position > 0 and len(words[word]) > 4 and _agree(letters, at + 1, words, word, position + 1)
