"""Abbreviations: lists of terms, and the short form beside a name whose initials it gives."""

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.blocks import Block, BlockKind, ReadDocument, Section, Span, sections
from knowledge.facts import AbbreviationFact
from knowledge.parsing.aligned_cells import gapped, gapped_places
from knowledge.parsing.definitions import SHORT, defined_in
from knowledge.parsing.initials import WORD, initials_agree, start_of_name
from knowledge.parsing.sentences import split_sentences, trail_of
from knowledge.parsing.tables import Table, tables_of

_TERM = re.compile(r"begrepp|förkortning|^term\b|akronym|^ord\b|uttryck", re.IGNORECASE)
_MEANING = re.compile(
    r"förklaring|betyd|definition|innebörd|beskrivning|klartext|utläses|står för|menas|avses|utskriv",
    re.IGNORECASE,
)
_LIST_HEADING = re.compile(r"förkortning|förklaringar|ordlista|begrepp|definition|\btermer\b", re.IGNORECASE)
_LISTED = re.compile(
    r"(?P<term>[^\s:=–][^:=–]{0,60}?)\s*(?::|=|\s[–-]\s|\t)\s*(?P<meaning>\S.{1,400})$", re.DOTALL
)
_AFTER = re.compile(
    r"\((?:nedan(?: kallad[et]?)?|förkortat|förkortas|här kallad[et]?|i fortsättningen|fortsättningsvis)?\s?(?P<short>[A-ZÅÄÖ][A-Za-zÅÄÖåäö0-9&]{1,9})\)"
)
_BEFORE = re.compile(
    r"(?<![\w(])(?P<short>[A-ZÅÄÖ][A-ZÅÄÖa-z]{0,2}[A-ZÅÄÖ]{1,5})(?:-\w{3,20})?\s\((?P<long>[^()]{5,90})\)"
)
_APPOSED = re.compile(
    rf"(?<=\w),? (?:(?:(?:här|nedan|fortsättningsvis|i fortsättningen|hädanefter)\s)?(?:kalla[dts]+|benämn[dts]+|förkorta[dts]+)(?:\still|\ssom)?\s(?P<marked>{SHORT})|(?<=, )(?P<short>[A-ZÅÄÖ]{{3,7}}))(?=[\s.,;)])"
)
_PAIR = 2
_LONGEST_ROW, _LONGEST_TERM = 240, 3  # characters of a row in columns; words of its term
_SHORT = re.compile(SHORT)


def read_abbreviations(document: ReadDocument) -> tuple[AbbreviationFact, ...]:
    """Return every term or abbreviation that the document explains, in order, none twice from the same place."""
    found: list[AbbreviationFact] = []
    for table in tables_of(document.blocks):
        found.extend(_of_table(table))
    for section in sections(document.blocks):
        found.extend(_of_list(section))
        for block in section.blocks if section.heading is None else (section.heading, *section.blocks):
            listed = {fact.subject for fact in found if fact.span.covers(block.span)}
            found.extend(fact for fact in _within(block, section) if fact.subject not in listed)
    return tuple(dict.fromkeys(found))


def _of_table(table: Table) -> Iterator[AbbreviationFact]:
    term = next((n for n, name in enumerate(table.header) if _TERM.search(name)), None)
    meaning = next((n for n, name in enumerate(table.header) if _MEANING.search(name) and n != term), None)
    if (
        term is None
        and table.trail
        and _LIST_HEADING.search(table.trail[-1])
        and len(table.rows[0].cells) == _PAIR
    ):
        term, meaning = 0, 1
    if term is None or meaning is None:
        return
    is_named = any(map(_MEANING.search, table.header))
    if not is_named and len(table.header) == _PAIR and table.header_span is not None:
        subject, explained = table.header  # the first of a list without names above its columns
        yield AbbreviationFact(
            span=table.header_span, subject=subject, section=table.section, meaning=explained
        )
    for row in table.rows:
        if max(term, meaning) < len(row.cells) and row.cells[term] and row.cells[meaning]:
            yield AbbreviationFact(
                span=row.span,
                subject=row.cells[term],
                section=table.section,
                header_span=table.header_span if is_named else None,
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


def _within(block: Block, section: Section) -> Iterator[AbbreviationFact]:
    text, trail = block.text, trail_of(section)
    for match in (*_AFTER.finditer(text), *_APPOSED.finditer(text)):
        short = match.groupdict().get("marked") or match["short"]
        start = start_of_name(text, match.start(), short)
        if start is not None:
            meaning = text[start : match.start()].strip()
            yield _fact(block.content.span(start, match.end()), trail, short, meaning)
    for match in _BEFORE.finditer(text) if "(" in text else ():
        if initials_agree(match["short"], [word.group() for word in WORD.finditer(match["long"])]):
            span = block.content.span(match.start(), match.end())
            yield _fact(span, trail, match["short"], match["long"].strip())
    for part in split_sentences(block.content):
        for term, meaning, begin, end in defined_in(part):
            yield _fact(part.span(begin, end), trail, term, meaning)
    yield from _in_columns(block, section)


def _in_columns(block: Block, section: Section) -> Iterator[AbbreviationFact]:
    """Yield the short forms of lines that became one block, each parted from its meaning by a gap of blanks."""
    parts = gapped_places(block) if block.kind is not BlockKind.HEADING and not block.cells else []
    is_listed = _LIST_HEADING.search(section.title) is not None
    for number, (before, after) in enumerate(pairwise(parts)):
        *earlier, term = before.text.split()
        is_listed = is_listed or (
            number == 0 and len(earlier) == 1 and bool(_LIST_HEADING.search(earlier[0]))
        )
        following = after.text.split()[-1] if number + 2 < len(parts) else ""
        meaning = after.text.strip().removesuffix(following).strip(" .")
        words = [word.group() for word in WORD.finditer(meaning)]
        if (
            _SHORT.fullmatch(term)
            and not (earlier and _SHORT.fullmatch(earlier[-1]))
            and words
            and (not following or _SHORT.fullmatch(following))
            and (is_listed or initials_agree(term, words))
        ):
            start = before.text.rindex(term)
            span = Span(before.span(start).start, after.span(0, after.text.index(meaning) + len(meaning)).end)
            yield _fact(span, trail_of(section), term, meaning)


def _fact(span: Span, section: str, subject: str, meaning: str) -> AbbreviationFact:
    return AbbreviationFact(span=span, subject=subject, section=section, meaning=meaning)
