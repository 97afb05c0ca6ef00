"""Lists that are complete and say how many: assignments, focus areas, goals, activities."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.blocks import Span
from knowledge.entries import FactEntry
from knowledge.facts import AssignmentFact, FocusFact, GoalFact, NamedCell, RowFact
from retrieval.answer import FEWEST_ROWS, Intent, Table
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored, dates_of_document, words_of_document
from retrieval.matching import AskedWord, Coverage
from retrieval.wording import LONGEST_LIST, listing, one_line, shorten

LONGEST_INTRODUCTION = 400  # characters
MOST_COLUMNS = 6  # more are read better in the document
_INDICATORS = re.compile(r"\b(?:indikator|nyckeltal|mått)(?:er|en|erna)?\b|\bindicators\b", re.IGNORECASE)

_LISTED = re.compile(r"\b(?:vilka|which|list(?:a|ar)?|alla|samtliga)\s+([^\W\d_]+)", re.IGNORECASE)
_PEOPLE_ASKED = re.compile(
    r"\bvilka (?:personer|ledamöter|politiker|politiska)\b|\b(?:valdes|väljs|valts|utsågs|utses)\b|which people"
)
_MATTERS = re.compile(
    r"\b(?:vilka|vad för|which) (?:ärenden|punkter|items|matters)\b|(?:på|i) (?:dagordningen|föredragningslistan|kallelsen)\b|on the agenda",
    re.IGNORECASE,
)


def assignment_lists(inquiry: Inquiry) -> list[Candidate]:
    """Answer which assignments a document, board or year holds."""
    text = inquiry.understanding.text.lower()
    if not inquiry.understanding.wants_list or not re.search(
        r"uppdrag(?!sägar|sledar|smedlem|sdirektiv)\w*|assignments", text
    ):
        return []
    if _PEOPLE_ASKED.search(text):
        return []
    if inquiry.understanding.roles and not re.search(r"riktas|riktade|fick|\bgäller\b|till både", text):
        return []
    by_document: dict[int, list[FactEntry]] = {}
    for scored in inquiry.find({"assignment"}, 200):
        by_document.setdefault(scored.entry.document.id, []).append(scored.entry)
    candidates: list[Candidate] = []
    for document_id, some in list(by_document.items())[:8]:
        entries = [
            entry
            for entry in inquiry.register.facts_of(document_id, {"assignment"})
            if isinstance(entry.fact, AssignmentFact)
        ]
        entries = _addressed(inquiry, entries)
        if len(entries) < 2:
            continue
        coverage = _coverage(inquiry, some[0], " ".join(_words_of(entry) for entry in entries))
        if coverage.dates == 0.0:  # another year's list is no answer
            continue
        candidates.extend(
            _list(group, coverage).raised(0.12)
            for group in _sections(entries)
            if len({entry.fact.subject for entry in group}) > 1
        )
    return sorted(candidates, key=lambda each: -each.score)[:3]


def _words_of(entry: FactEntry) -> str:
    addressees = entry.fact.addressees if isinstance(entry.fact, AssignmentFact) else ()
    return " ".join((entry.fact.section, *addressees))


def _addressed(inquiry: Inquiry, entries: Sequence[FactEntry]) -> list[FactEntry]:
    """Keep the assignments directed to every board that the question names, when it names any by a short name."""
    boards = set(re.findall(r"\b[A-ZÅÄÖ]{2,4}\b", inquiry.understanding.text))
    known = {
        name for entry in entries if isinstance(entry.fact, AssignmentFact) for name in entry.fact.addressees
    }
    boards &= known
    if not boards:
        return _directed_to_named(inquiry, entries) or list(entries)
    return [
        entry
        for entry in entries
        if isinstance(entry.fact, AssignmentFact) and boards <= set(entry.fact.addressees)
    ]


def _directed_to_named(inquiry: Inquiry, entries: Sequence[FactEntry]) -> list[FactEntry]:
    """Keep the assignments directed to the one board that the question names in full."""
    named = re.findall(
        r"\b\w*(?:styrelsen|nämnden|direktören|beredningen)\b", inquiry.understanding.text.lower()
    )
    if len(named) != 1:
        return []
    return [
        entry
        for entry in entries
        if isinstance(entry.fact, AssignmentFact)
        and any(named[0] in addressee.lower() for addressee in entry.fact.addressees)
    ]


def _sections(entries: Sequence[FactEntry]) -> list[list[FactEntry]]:
    by_section: dict[str, list[FactEntry]] = {}
    for entry in sorted(entries, key=lambda each: each.source.span.start):
        by_section.setdefault(entry.fact.section, []).append(entry)
    groups = [group for group in by_section.values() if len(group) > 1]
    return groups or [list(entries)]


def focus_lists(inquiry: Inquiry) -> list[Candidate]:
    """Answer with all focus areas, goals, requirements, limits, dependencies or risks under one label."""
    if not (inquiry.understanding.wants_list or inquiry.understanding.asks_for(Intent.INDICATOR)):
        return []
    found = [each for each in inquiry.find({"focus", "goal"}, 200) if each.coverage.share >= 0.5]
    understanding = inquiry.understanding
    is_counting = understanding.expectation is Expectation.HOW_MUCH and not understanding.wants_list
    counted = inquiry.asked.word(understanding.focus) if is_counting else None
    candidates: list[Candidate] = []
    seen: set[tuple[int, str]] = set()
    for each in found:
        label = _label(each)
        key = (each.entry.document.id, label)
        if key in seen:
            continue
        seen.add(key)
        document = each.entry.document
        own = f"{label} {each.fact.section}"
        evidence = inquiry.matcher.evidence(own, "", document.title, (), dates_of_document(document))
        coverage = inquiry.matcher.coverage(inquiry.asked, evidence)
        if coverage.share < 0.66 or coverage.dates == 0.0:
            continue
        if inquiry.matcher.own_share(inquiry.asked, own, document.title) < 0.5:
            continue
        if counted is not None and not inquiry.matcher.names(counted, label):
            continue  # "hur många deltagare" is not told by how many goals there are
        entries = [
            entry
            for entry in inquiry.register.facts_of(each.entry.document.id, {each.fact.kind})
            if _label(inquiry.score(entry)) == label
        ]
        if len(entries) > 1:
            candidates.append(_list(entries, coverage))
        if len(candidates) == 2:
            break
    return candidates


def indicator_lists(inquiry: Inquiry) -> list[Candidate]:
    """Answer with all indicators of a document, when the question names it and no one of them."""
    if not inquiry.understanding.wants_list or not _INDICATORS.search(inquiry.understanding.text):
        return []
    first = {scored.entry.document.id: scored.entry for scored in inquiry.find({"indicator"}, 200)}
    candidates: list[Candidate] = []
    for document_id, entry in list(first.items())[:8]:
        coverage = _coverage(inquiry, entry, "indikatorer indikatorerna nyckeltal mått")
        if coverage.missing or coverage.dates == 0.0:
            continue
        entries = inquiry.register.facts_of(document_id, {"indicator"})
        if len({each.fact.subject for each in entries}) > 1:
            candidates.append(_list(entries, coverage))
    return candidates


def matter_lists(inquiry: Inquiry) -> list[Candidate]:
    """Answer which matters a meeting has or had, in the order of its agenda or minutes."""
    if not _MATTERS.search(inquiry.understanding.text):
        return []
    first = {scored.entry.document.id: scored.entry for scored in inquiry.find({"matter"}, 200)}
    candidates: list[Candidate] = []
    for document_id, entry in list(first.items())[:8]:
        coverage = _coverage(inquiry, entry, "ärenden punkter dagordning föredragningslista")
        entries = inquiry.register.facts_of(document_id, {"matter"})
        if not coverage.missing and coverage.dates > 0.0 and len({each.fact.subject for each in entries}) > 1:
            candidates.append(_list(entries, coverage))
    return sorted(candidates, key=lambda each: -each.score)[:2]


def row_lists(inquiry: Inquiry) -> list[Candidate]:
    """Answer with every row of a table whose first column or heading is what the question asks for."""
    understanding = inquiry.understanding
    listed = _LISTED.search(understanding.text)
    word = inquiry.asked.word(listed[1].lower()) if listed is not None else None
    if not understanding.wants_list or word is None:
        return []
    candidates: list[Candidate] = []
    seen: set[tuple[int, Span | None]] = set()
    for each in inquiry.find({"row"}, 200):
        fact, document = each.fact, each.entry.document
        if not isinstance(fact, RowFact) or len(fact.cells) == 1 or (document.id, fact.header_span) in seen:
            continue
        seen.add((document.id, fact.header_span))
        heading = fact.section.rsplit(" › ", 1)[-1]
        named = next(cell.name for cell in fact.cells if cell.value == fact.subject)
        if not any(_names(inquiry, word, words) for words in (named, heading)):
            continue
        introduced = _introduction(inquiry, each.entry)
        entries, told = _those_meant(
            inquiry,
            [
                entry
                for entry in inquiry.register.facts_of(document.id, {"row"})
                if entry.fact.header_span == fact.header_span
            ],
        )
        coverage = _coverage(inquiry, each.entry, f"{named} {word.surface} {introduced} {told}")
        if not coverage.missing and coverage.dates > 0.0 and len(entries) > 1:
            candidates.append(replace(_list(entries, coverage), table=_table(entries)))
    return candidates[:2]


def _those_meant(inquiry: Inquiry, entries: Sequence[FactEntry]) -> tuple[Sequence[FactEntry], str]:
    """Return the rows whose cell is what the question says of its column, "prioritet 1", and that; all where it says nothing."""
    text = inquiry.understanding.text
    for number, name in enumerate(cell.name for cell in _cells(entries[0])) if entries else ():
        if not any(_names(inquiry, word, name) for word in inquiry.asked.subject):
            continue
        values = {each: _cells(each)[number].value.strip() for each in entries if number < len(_cells(each))}
        kept = [
            each
            for each, value in values.items()
            if value and re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE)
        ]
        if 0 < len(kept) < len(entries):
            return kept, f"{name} {values[kept[0]]}"
    return entries, ""


def _cells(entry: FactEntry) -> Sequence[NamedCell]:
    return entry.fact.cells if isinstance(entry.fact, RowFact) else ()


def _introduction(inquiry: Inquiry, entry: FactEntry) -> str:
    """Return the line above a table's header when it introduces the table: "Fyra risker följs under året:"."""
    above = inquiry.text_of(entry.document)[: entry.header.span.start] if entry.header is not None else ""
    line = above[-LONGEST_INTRODUCTION:].rstrip(" \n|").rsplit("\n", 1)[-1].strip()
    return line if line.endswith(":") else ""


def _table(entries: Sequence[FactEntry]) -> Table:
    """Return rows of one table as a table again, when they have the same columns and few enough to read."""
    rows = [entry.fact.cells for entry in entries if isinstance(entry.fact, RowFact)]
    heads = {tuple(cell.name for cell in cells) for cells in rows}
    if len(heads) != 1 or len(rows) < FEWEST_ROWS or len(rows[0]) > MOST_COLUMNS:
        return ()
    return (*heads, *(tuple(one_line(cell.value) for cell in cells) for cells in rows))


def _names(inquiry: Inquiry, word: AskedWord, words: str) -> bool:
    """Tell whether a column or heading names what is asked for: "aktivitet" names "delaktiviteter" too."""
    if inquiry.matcher.names(word, words):
        return True
    return bool(word.parts) and word.parts[-1] in inquiry.matcher.words.terms(words)


def _label(each: Scored) -> str:
    fact = each.fact
    if isinstance(fact, FocusFact):
        return fact.label
    if isinstance(fact, GoalFact):
        return f"Delmål {fact.goal}" if fact.is_objective else "Mål"
    return ""


def _coverage(inquiry: Inquiry, entry: FactEntry, sections: str) -> Coverage:
    evidence = inquiry.matcher.evidence(
        f"{sections} {entry.source.section} {entry.fact.section}",
        "",
        words_of_document(entry.document),
        (),
        dates_of_document(entry.document),
    )
    return inquiry.matcher.coverage(inquiry.asked, evidence)


def _list(entries: Sequence[FactEntry], coverage: Coverage) -> Candidate:
    titles = list(dict.fromkeys(shorten(one_line(_title(entry)), 170) for entry in entries))
    room = LONGEST_LIST - 60
    if sum(len(title) + 3 for title in titles) > room:
        titles = [shorten(title, max(40, room // len(titles) - 3)) for title in titles]
    text = f"{len(titles)} stycken:\n" + "\n".join(f"• {title}" for title in titles)
    return Candidate(
        text=text,
        sources=tuple(entry.source for entry in entries),
        score=0.85 * coverage.share
        + 0.1 * coverage.near
        - 0.2 * (1 - coverage.dates)
        - 0.4 * (1 - coverage.exact)
        + 0.2,
        intent=Intent.LIST,
        coverage=coverage,
        subject=listing([entries[0].fact.section]),
        is_list=True,
    )


def _title(entry: FactEntry) -> str:
    if isinstance(entry.fact, FocusFact):
        return entry.fact.text or entry.fact.subject
    return entry.fact.subject
