"""What the register holds of a document or an assignment, as lines of plain Swedish; pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot import texts
from bot.fact_words import HEADING, words
from knowledge.entries import FactEntry
from knowledge.facts import DecisionPointFact
from retrieval.answer import NoteKind
from retrieval.candidate import said_of
from retrieval.lookups.decision_points import times_in_words, times_that_differ

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """Facts to be shown below a title; sources name their document unless the page is a document's own."""

    title: str
    entries: Sequence[FactEntry]
    is_document: bool = False

    def lines(self) -> Iterator[str]:
        """Yield the facts below a heading for each kind; what several are about, and their quote, is said once."""
        found = _each_place_once(self.entries)
        for kind, heading in HEADING.items():
            of_kind = [each for each in found if each.fact.kind == kind]
            if of_kind:
                yield ""
                yield heading
            for subject, group in groupby(of_kind, lambda each: each.fact.subject):
                yield from self._about(subject, list(group))
            yield from _differing(of_kind)

    def _about(self, subject: str, entries: list[FactEntry]) -> Iterator[str]:
        is_title = subject == self.title
        if is_title or len(entries) == 1:
            for entry, is_last in _with_last_of_quote(entries):
                parts = ("" if is_title else subject, words(entry.fact))
                told = " – ".join(part for part in parts if part) or subject
                yield f"{_INDENT}{told} [{entry.id}]"
                yield from self._source(entry, 2, is_last=is_last)
            return
        yield f"{_INDENT}{subject}"
        for entry, is_last in _with_last_of_quote(entries):
            yield f"{2 * _INDENT}{words(entry.fact) or subject} [{entry.id}]"
            yield from self._source(entry, 3, is_last=is_last)

    def _source(self, entry: FactEntry, depth: int, *, is_last: bool) -> Iterator[str]:
        source = entry.source
        if is_last:
            page = f"s. {source.page}" if source.page else ""
            place = ", ".join(
                part for part in ("" if self.is_document else source.document.name, page) if part
            )
            yield f"{depth * _INDENT}{f'Källa: {place}' if place else 'Källa'}: ”{' '.join(source.quote.split())}”"
        for note in said_of(source):
            yield f"{depth * _INDENT}{texts.NOTE[note.kind]}: {note.text}"


def _with_last_of_quote(entries: Sequence[FactEntry]) -> Iterator[tuple[FactEntry, bool]]:
    """Yield the facts, and whether the next one is read from other words."""
    for number, entry in enumerate(entries):
        following = entries[number + 1].source if number + 1 < len(entries) else None
        source = entry.source
        yield (
            entry,
            following is None or (following.document.id, following.span) != (source.document.id, source.span),
        )


def _each_place_once(entries: Iterable[FactEntry]) -> list[FactEntry]:
    """Leave out rows of tables and lines with labels that a fact of a sort of its own tells of already."""
    found = list(entries)
    told = {entry.source.span for entry in found if entry.fact.kind != "row"}
    return [entry for entry in found if entry.fact.kind != "row" or entry.source.span not in told]


def _differing(entries: Iterable[FactEntry]) -> Iterator[str]:
    """Yield a line for each decision point whose times, in one place and another, cannot all be true."""
    points: dict[tuple[str, str], list[DecisionPointFact]] = {}
    for entry in entries:
        if isinstance(entry.fact, DecisionPointFact) and entry.fact.code:
            points.setdefault((entry.fact.subject, entry.fact.code), []).append(entry.fact)
    for (_, code), facts in points.items():
        if times_that_differ(facts):
            told = texts.TIMES_DIFFER.format(code=code, times=times_in_words(facts))
            yield f"{_INDENT}{texts.NOTE[NoteKind.CONFLICT]}: {told}"
