"""Inquiry: a question understood and weighed, with the facts that may answer it; what every lookup is handed."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from knowledge.blocks import Span
from knowledge.documents import DocumentKind
from knowledge.entries import AssignmentEntry, DocumentEntry, FactEntry, SourceQuote, StatusUpdate
from knowledge.facts import (
    Fact,
    MotionFact,
)
from knowledge.swedish_words import folded
from knowledge.when import Precision, When
from retrieval.answer import Intent
from retrieval.asked_for import Expectation
from retrieval.dates_held import dates_in
from retrieval.fact_words import dates_of, own_words, whole_year
from retrieval.matching import Asked, Coverage, Evidence, Matcher
from retrieval.understanding import Understanding


class Register(Protocol):
    """The named reads that answering needs; `kinds` are the facts' kinds, empty for all."""

    def find_facts(self, words: str, kinds: Collection[str], limit: int) -> Sequence[FactEntry]:
        """Return facts that hold any of the words, best first."""

    def facts_of(self, document_id: int, kinds: Collection[str]) -> Sequence[FactEntry]:
        """Return a document's standing facts in reading order."""

    def facts_of_documents(
        self, document_ids: Collection[int], kinds: Collection[str]
    ) -> Sequence[FactEntry]:
        """Return the standing facts of some documents, each document's in reading order."""

    def find_assignments(self, words: str, limit: int) -> Sequence[AssignmentEntry]:
        """Return assignments whose wordings hold any of the words, best first."""

    def status_history(self, assignment_id: int) -> Sequence[StatusUpdate]:
        """Return an assignment's status updates, newest first."""

    def text_of(self, version_id: int) -> str:
        """Return the whole text of a document version, that spans count in."""

    def document(self, document_id: int) -> DocumentEntry | None:
        """Return one document, or nothing when it is out of scope."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A fact with how well it covers the question."""

    entry: FactEntry
    coverage: Coverage
    score: float

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return self.entry.fact

    @property
    def sources(self) -> tuple[SourceQuote, ...]:
        """The quoted place, and the table header that belongs to it."""
        return (self.entry.source, self.entry.header) if self.entry.header else (self.entry.source,)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question on its way through the lookups."""

    understanding: Understanding
    asked: Asked
    today: date
    matcher: Matcher
    register: Register
    organisation: str = ""
    words: str = ""
    _cache: dict[int, Scored] = field(default_factory=dict, compare=False)
    _texts: dict[int, str] = field(default_factory=dict, compare=False)
    _matter_facts: dict[int, list[FactEntry]] = field(default_factory=dict, compare=False)
    _matters: dict[tuple[int, bool], Mapping[tuple[str, str], frozenset[str]]] = field(
        default_factory=dict, compare=False
    )
    _titles: dict[int, Sequence[tuple[int, str]]] = field(default_factory=dict, compare=False)
    _documents: dict[int, tuple[frozenset[str], tuple[When, ...]]] = field(
        default_factory=dict, compare=False
    )

    def find(self, kinds: Collection[str], limit: int = 120) -> list[Scored]:
        """Return the facts of these kinds that hold words of the question, best fit first."""
        return self.rank(self.register.find_facts(self.words, kinds, limit))

    def find_of_matters(self, kinds: Collection[str], limit: int = 120) -> list[Scored]:
        """Return what belongs to matters of a meeting, also where only the matter's decision holds the question's words."""
        found = {entry.id: entry for entry in self.register.find_facts(self.words, kinds, limit)}
        decided = self.register.find_facts(self.words, _OF_THE_MATTER, MATTERS_READ)
        minutes = list(dict.fromkeys(entry.document.id for entry in decided))
        of_minutes = self.register.facts_of_documents(minutes, kinds)
        found.update((entry.id, entry) for entry in of_minutes)
        return self.rank(found.values())

    def rank(self, entries: Iterable[FactEntry]) -> list[Scored]:
        """Score facts and put the best first; between equals the newest document stands first."""
        entries = list(entries)
        self._read_matters({entry.document.id for entry in entries if entry.fact.kind in _UNDER_A_MATTER})
        scored = [self.score(entry) for entry in entries]
        return sorted(
            scored, key=lambda each: (-round(each.score, 2), _age(each.entry), each.entry.source.span.start)
        )

    def score(self, entry: FactEntry) -> Scored:
        """Measure how well a fact covers the question."""
        if entry.id in self._cache:
            return self._cache[entry.id]
        coverage = self.matcher.coverage(self.asked, self.evidence(entry))
        other_board = entry.fact.kind in _TAKEN_BY_A_BOARD and names_another_board(
            self.understanding.text, getattr(entry.fact, "board", "") or entry.document.profile.board
        )
        scored = Scored(entry, coverage, fit(coverage) - (OTHER_BOARD_COST if other_board else 0.0))
        self._cache[entry.id] = scored
        return scored

    def evidence(self, entry: FactEntry) -> Evidence:
        """Return a fact's own words as near, its subject, section and document as context."""
        near = own_words(entry.fact)
        of_document, _ = self.of_document(entry.document)
        # a row that is under nothing else is under the document's title, whose day is not its own
        dated = near.replace(entry.document.profile.title, " ") if entry.fact.kind == "row" else near
        terms = self.matcher.words.terms
        return Evidence(
            near=frozenset(terms(near)),
            context=of_document.union(
                terms(f"{entry.fact.subject} {entry.fact.section}"), self._of_matter(entry)
            ),
            document=of_document,
            near_dates=(*dates_of(entry.fact), *(dates_in(dated) if self.asked.dates else ())),
            dates=self.dates_around(entry.document, entry.fact.section),
            text=near,
            context_text=f"{entry.fact.subject} {entry.fact.section} {words_of_document(entry.document)}",
        )

    def _of_matter(self, entry: FactEntry) -> frozenset[str]:
        """Return the terms of the matter that a vote, reservation or dispatch belongs to, of the motion that was decided on."""
        if entry.fact.kind == "decision":
            return self._words_of_matters(entry.document.id, {"motion"}).get(_matter(entry.fact), frozenset())
        if entry.fact.kind == "row":
            return frozenset(self.matcher.words.terms(self.matter_above(entry)))
        if entry.fact.kind not in _BELONGS_TO_A_MATTER:
            return frozenset()
        return self._words_of_matters(entry.document.id, _OF_THE_MATTER).get(_matter(entry.fact), frozenset())

    def matter_above(self, entry: FactEntry) -> str:
        """Return the title of the matter under which a row of minutes stands, which its section may not hold."""
        if entry.document.profile.kind not in _OF_A_MEETING:
            return ""
        titles = self._titles.get(entry.document.id)
        if titles is None:
            matters = (each for each in self._matters_of(entry.document.id) if each.fact.kind == "matter")
            titles = sorted((each.source.span.start, each.fact.subject) for each in matters)
            self._titles[entry.document.id] = titles
        above = [subject for start, subject in titles if start <= entry.source.span.start]
        return above[-1] if above else ""

    def _words_of_matters(
        self, document_id: int, kinds: Collection[str]
    ) -> Mapping[tuple[str, str], frozenset[str]]:
        """Return the terms of a document's facts of these kinds by matter; of motions those that were handed in as such."""
        are_handed_in = "decision" not in kinds
        key = (document_id, are_handed_in)
        if key not in self._matters:
            matters: dict[tuple[str, str], set[str]] = {}
            for each in self._matters_of(document_id):
                if each.fact.kind not in kinds:
                    continue
                words = f"{each.fact.subject} {getattr(each.fact, 'text', '')}"
                if isinstance(each.fact, MotionFact) and are_handed_in:
                    if not each.fact.is_motion:
                        continue
                    words = f"{words} {' '.join(each.fact.movers)}"
                matters.setdefault(_matter(each.fact), set()).update(self.matcher.words.terms(words))
            self._matters[key] = {matter: frozenset(held) for matter, held in matters.items()}
        return self._matters[key]

    def _matters_of(self, document_id: int) -> Sequence[FactEntry]:
        """Return a document's matters, motions and decisions in reading order, read once a question."""
        self._read_matters({document_id})
        return self._matter_facts[document_id]

    def _read_matters(self, document_ids: Collection[int]) -> None:
        """Read the matters of several documents at once, where that has not been done."""
        unread = [each for each in document_ids if each not in self._matter_facts]
        if not unread:
            return
        self._matter_facts.update((each, []) for each in unread)
        for entry in self.register.facts_of_documents(unread, _OF_THE_MATTER):
            self._matter_facts[entry.document.id].append(entry)

    def of_document(self, document: DocumentEntry) -> tuple[frozenset[str], tuple[When, ...]]:
        """Return the terms of what a document is called and the dates it carries, read once a question."""
        known = self._documents.get(document.version_id)
        if known is None:
            words = words_of_document(document)
            if document.profile.kind is DocumentKind.DIRECTIVE:  # all of it is about what its opening says
                reach = OPENING if _is_titled(document) else OPENING_UNTITLED
                words = f"{words} {_FIRST_SECTION.split(self.text_of(document)[:reach])[0]}"
            terms = frozenset(self.matcher.words.terms(words))
            bare = {term for term in terms if term.isascii()}  # a file's name, typed without å, ä and ö
            meant = {word.stem for word in self.asked.words if folded(word.stem) in bare}
            known = (terms | meant, dates_of_document(document))
            self._documents[document.version_id] = known
        return known

    def dates_around(self, document: DocumentEntry, section: str) -> tuple[When, ...]:
        """Return the dates of a document and of the headings over a place in it; a figure is of its heading's year alone."""
        _, own = self.of_document(document)
        over = dates_in(section) if self.asked.dates else ()
        of_a_year = any(when.precision is Precision.YEAR for when in over)
        return over if of_a_year and self.asks_for_figure else (*own, *over)

    @property
    def asks_for_figure(self) -> bool:
        """Tell whether a number answers: how much of something, or an indicator's value."""
        understanding = self.understanding
        return understanding.expectation is Expectation.HOW_MUCH or understanding.asks_for(Intent.INDICATOR)

    def text_of(self, document: DocumentEntry) -> str:
        """Return a document's text, fetched once a question."""
        if document.version_id not in self._texts:
            self._texts[document.version_id] = self.register.text_of(document.version_id)
        return self._texts[document.version_id]

    def label_share(self, entry: FactEntry, label: str) -> float:
        """Return how much of the question, beyond the assignment and document that it names, a label holds."""
        return self.matcher.own_share(
            self.asked, label, f"{entry.fact.subject} {words_of_document(entry.document)}"
        )


def _matter(fact: Fact) -> tuple[str, str]:
    """Return what tells a meeting's matters apart: the paragraph, and the subject where there is none."""
    paragraph = getattr(fact, "paragraph", "")
    return (paragraph, "") if paragraph else ("", fact.subject)


def fit(coverage: Coverage) -> float:
    """Return one number for how well a source covers a question: 1 when it holds all of it."""
    return (
        0.85 * coverage.share
        + 0.1 * coverage.near
        + 0.05 * coverage.asking
        - 0.5 * (1 - coverage.dates)
        - 0.4 * (1 - coverage.exact)
        - missing_cost(coverage)
    )


def missing_cost(coverage: Coverage) -> float:
    """Return what the words found nowhere cost beyond their share: a name most, a common word little."""
    return sum(
        0.14 if word.is_name else 0.1 * min(1.0, word.weight / 0.6)
        for word in coverage.missing
        if not word.is_light
    )


OTHER_BOARD_COST = 0.5
OPENING = 300  # characters before the first section
OPENING_UNTITLED = 1_500  # where only the file's name is a title
_FIRST_SECTION = re.compile(r"\n\W*1[.\s]")
MATTERS_READ = 40  # decisions among which the matter that is meant is looked for
_OF_THE_MATTER = {"decision", "matter", "motion"}
_OF_A_MEETING = {DocumentKind.MINUTES, DocumentKind.MEETING_SUMMARY}
_BELONGS_TO_A_MATTER = {"dissent", "vote", "dispatch"}
_UNDER_A_MATTER = {"decision", "row", *_BELONGS_TO_A_MATTER}
_TAKEN_BY_A_BOARD = {"decision", "vote", "dissent"}
_BOARD_NAMES: tuple[tuple[str, str], ...] = (
    ("fullmäktige", r"(?:kommun|region|förbunds)?fullmäktige\w*|\bKF\b|\bRF\b|\bcouncil\b"),
    ("styrelse", r"(?:kommun|region|förbunds)styrelse\w*|\bKS\b|\bRS\b|executive board"),
    ("utskott", r"\w*utskott\w*|\bAU\b"),
    ("nämnd", r"\w*nämnd(?:en|ens)?\b|\bHSN\b|\bRUN\b"),
)


# What a board does in a question; a board named beside it is the one that is asked about.
_ACTED = r"(?:beslut\w*|fatta\w*|beslöt\w*|fastställ\w*|antog|antar|röst\w*|reserver\w*|godkän\w*|avslog|avslå\w*|bevilj\w*|bestäm\w*|sade|sa|sas|tog|decided?|voted?)"


def names_another_board(question: str, board: str) -> bool:
    """Tell whether the question asks what a board of another sort did than the one that acted."""
    if not board:
        return False
    asked = {
        sort
        for sort, pattern in _BOARD_NAMES
        if re.search(
            rf"\b{_ACTED}\s+(?:\w+\s+){{0,2}}(?:{pattern})|\b{_ACTED}\s+(?:\w+\s+){{0,4}}i\s+(?:{pattern})|(?:{pattern})(?:\s+\w+){{0,3}}\s+{_ACTED}\b",
            question,
            re.IGNORECASE,
        )
    }
    return bool(asked) and not any(sort in board.lower() for sort in asked)


def words_of_document(document: DocumentEntry) -> str:
    """Return what a document is called: title, organisation, board, case number, file name."""
    profile = document.profile
    name = document.name.rsplit(".", 1)[0].replace("_", " ").replace("-", " ")
    meeting = "sammanträde" if profile.kind in _OF_A_MEETING else ""
    return f"{profile.title} {profile.organisation} {profile.board} {profile.case_number} {name} {meeting}"


def _is_titled(document: DocumentEntry) -> bool:
    """Tell whether a document bears a title of its own, and not its file's name for one."""
    name = document.name.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ").replace("-", " ")
    return document.profile.title.replace("-", " ").casefold() != name.casefold()


def dates_of_document(document: DocumentEntry) -> tuple[When, ...]:
    """Return the dates that a document carries as a whole: its own, its year, those of its title."""
    profile = document.profile
    dates = [when for when in dates_in(words_of_document(document)) if when.precision is Precision.YEAR]
    dates += dates_in(profile.title)
    if profile.date is not None:
        dates.append(When(profile.date, profile.date, Precision.DAY, profile.date.isoformat()))
    if profile.year is not None:
        dates.append(whole_year(profile.year))
    return tuple(dates)


def _age(entry: FactEntry) -> int:
    when = entry.document.profile.date
    year = entry.document.profile.year
    return -(when.toordinal() if when else date(year, 1, 1).toordinal() if year else 0)


def same_place(one: Span, other: Span) -> bool:
    """Tell whether two stretches overlap."""
    return one.start < other.end and other.start < one.end
