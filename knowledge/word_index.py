"""Rows found by their words: SQLite's FTS5 or PostgreSQL's full text, over terms that were stemmed before.

Each row has three fields: the words of its headings, its own words, and the parts of compounds among both.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Any, Protocol

from rapidfuzz import fuzz, process
from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Float,
    Integer,
    bindparam,
    cast,
    column,
    func,
    insert,
    literal,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy import delete as delete_rows
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from knowledge.models import VocabularyTerm
from knowledge.swedish_words import SwedishWords, folded

_HEADING, _WORD, _PART = 1.6, 1.0, 0.6
_MOST_TERMS = 24
_MOST_ROWS = 6_000  # read for one search: the rarest terms first, common ones only as long as they fit
_FEWEST_TERMS = 2
_SEARCHES_REMEMBERED = 200
_TYPO = 85.0
_BEGINS_ALIKE = 2  # letters
_MOST_RESEMBLING = 2_000
_ADD_TERM = f"INSERT OR IGNORE INTO {VocabularyTerm.__tablename__} (term, folded) VALUES (?, ?)"  # noqa: S608  our own name
_MOST_WORDS = 200_000  # a text index takes no row with more


@dataclass(frozen=True, slots=True)
class RowWords:
    """The words of one row, as terms."""

    row: int
    heading: tuple[str, ...]
    words: tuple[str, ...]
    parts: tuple[str, ...]


class WordIndex(Protocol):
    """What both databases offer; every method works inside the caller's transaction."""

    def add(self, connection: Connection, rows: Sequence[RowWords]) -> None:
        """Add rows that the index does not hold yet."""

    def remove(self, connection: Connection, rows: Sequence[int]) -> None:
        """Remove rows; unknown ones are no error."""

    def hits(self, connection: Connection, terms: Iterable[str]) -> CTE | None:
        """Return the rows that hold any of the terms, columns `row` and `score`; nothing when none can."""

    def frequencies(self, connection: Connection, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many rows each term stands; terms that stand in none are left out."""

    def size(self, connection: Connection) -> int:
        """Return the number of rows."""


def row_words(row: int, heading: str, body: str, words: SwedishWords) -> RowWords:
    """Return the terms of a row."""
    of_heading, of_body = words.weighted_terms(heading), words.weighted_terms(body)
    return RowWords(
        row,
        tuple(each.term for each in of_heading if not each.is_part),
        tuple(each.term for each in of_body if not each.is_part),
        tuple(each.term for each in (*of_heading, *of_body) if each.is_part),
    )


def word_index(name: str, *, is_sqlite: bool) -> WordIndex:
    """Return the index called `name` ("passage_words" or "fact_words") of this kind of database."""
    return SqliteWordIndex(name) if is_sqlite else PostgresWordIndex(name)


def add_to_vocabulary(connection: Connection, rows: Iterable[RowWords]) -> None:
    """Note which terms there are, so that a mistyped one can be told from an unknown one."""
    terms = {term for row in rows for term in (*row.heading, *row.words, *row.parts)}
    if terms and connection.dialect.name == "sqlite":
        # past SQLAlchemy's own compiler: a document has some hundred terms, and building them took longer than adding them
        connection.exec_driver_sql(_ADD_TERM, [(term, folded(term)) for term in sorted(terms)])
    elif terms:
        values = [{"term": term, "folded": folded(term)} for term in sorted(terms)]
        connection.execute(postgresql.insert(VocabularyTerm).on_conflict_do_nothing(), values)


def resembling(connection: Connection, term: str) -> list[str]:
    """Return known terms that begin like `term`, diacritics aside."""
    start = folded(term)[:_BEGINS_ALIKE]
    if not start:
        return []
    end = start[:-1] + chr(ord(start[-1]) + 1)
    statement = (
        select(VocabularyTerm.term)
        .where(VocabularyTerm.folded >= start, VocabularyTerm.folded < end)
        .where(func.length(VocabularyTerm.term).between(len(term) - 3, len(term) + 4))
        .limit(_MOST_RESEMBLING)
    )
    return list(connection.execute(statement).scalars())


def meant_terms(connection: Connection, term: str) -> list[str]:
    """Return the known terms that somebody may have meant by an unknown one: its diacritics, else its typos."""
    same = select(VocabularyTerm.term).where(VocabularyTerm.folded == folded(term)).limit(4)
    found = list(connection.execute(same).scalars())
    if found or len(term) <= 3 or any(character.isdigit() for character in term):
        return found
    nearest = process.extract(
        term, resembling(connection, term), scorer=fuzz.ratio, score_cutoff=_TYPO, limit=2
    )
    return [choice for choice, _, _ in nearest]


def _rarest(
    index: "SqliteWordIndex | PostgresWordIndex", connection: Connection, terms: Iterable[str]
) -> Mapping[str, float]:
    """Return the terms worth searching for with their weights, the rarest first; a question searches several times."""
    wanted = list(dict.fromkeys(term for term in terms if term and "\x00" not in term))[: 4 * _MOST_TERMS]
    known = index.counts(connection).rarest
    chosen = known.get(tuple(wanted))
    if chosen is None:
        if len(known) >= _SEARCHES_REMEMBERED:
            known.clear()
        chosen = known[tuple(wanted)] = _chosen(index, connection, wanted)
    return chosen


def _chosen(index: WordIndex, connection: Connection, wanted: Sequence[str]) -> Mapping[str, float]:
    counts = dict(index.frequencies(connection, wanted))
    meant = [other for term in wanted if term not in counts for other in meant_terms(connection, term)]
    counts.update(index.frequencies(connection, [term for term in meant if term not in counts]))
    total = max(index.size(connection), 1)
    chosen: dict[str, float] = {}
    rows = 0
    for term, count in sorted(counts.items(), key=lambda each: (each[1], each[0])):
        rows += count
        if len(chosen) >= _MOST_TERMS or (rows > _MOST_ROWS and len(chosen) >= _FEWEST_TERMS):
            break
        chosen[term] = log(1 + (total - count + 0.5) / (count + 0.5))
    return chosen


# Where FTS5 keeps which segments there are and how much was ever written; it changes with every write, also one that
# takes the number of a row that was removed. https://www.sqlite.org/fts5.html#fts5_data_structures
_STRUCTURE = 10


@dataclass(slots=True)
class _Counts:
    """What was read of an index, kept as long as its stamp stays the same."""

    stamp: object = None
    size: int = 0
    of: dict[str, int] = field(default_factory=dict)
    rarest: dict[tuple[str, ...], Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SqliteWordIndex:
    """FTS5, ranked by BM25."""

    name: str
    _counts: _Counts = field(default_factory=_Counts, compare=False, repr=False)

    def add(self, connection: Connection, rows: Sequence[RowWords]) -> None:
        """Add rows that the index does not hold yet."""
        if not rows:
            return
        fts = table(self.name, column("rowid"), column("heading"), column("words"), column("parts"))
        values = [
            {
                "rowid": row.row,
                "heading": " ".join(row.heading),
                "words": " ".join(row.words[:_MOST_WORDS]),
                "parts": " ".join(row.parts),
            }
            for row in rows
        ]
        connection.execute(insert(fts), values)
        add_to_vocabulary(connection, rows)

    def remove(self, connection: Connection, rows: Sequence[int]) -> None:
        """Remove rows; unknown ones are no error."""
        if rows:
            fts = table(self.name, column("rowid"))
            statement = delete_rows(fts).where(fts.c.rowid == bindparam("row"))
            connection.execute(statement, [{"row": row} for row in rows])

    def hits(self, connection: Connection, terms: Iterable[str]) -> CTE | None:
        """Return the rows that hold any of the terms, columns `row` and `score`; nothing when none can."""
        chosen = _rarest(self, connection, terms)
        if not chosen:
            return None
        query = " OR ".join('"' + term.replace('"', '""') + '"' for term in chosen)
        rank = literal_column(f"-bm25({self.name}, {_HEADING}, {_WORD}, {_PART})", Float)
        return (
            select(literal_column("rowid", Integer).label("row"), rank.label("score"))
            .select_from(table(self.name))
            .where(text(f"{self.name} MATCH :words").bindparams(words=query))
            .cte("hits")
            .prefix_with("MATERIALIZED")
        )

    def frequencies(self, connection: Connection, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many rows each term stands; terms that stand in none are left out."""
        known = self.counts(connection).of
        unread = [term for term in dict.fromkeys(terms) if term not in known]
        if unread:
            vocabulary = table(f"{self.name}_vocabulary", column("term"), column("doc"))
            statement = select(vocabulary.c.doc).where(vocabulary.c.term == bindparam("wanted"))
            for term in unread:
                known[term] = connection.execute(statement, {"wanted": term}).scalar() or 0
        return {term: known[term] for term in terms if known.get(term)}

    def size(self, connection: Connection) -> int:
        """Return the number of rows."""
        return self.counts(connection).size

    def counts(self, connection: Connection) -> _Counts:
        """Return what was counted, counted anew after every write."""
        structure = f"SELECT block FROM {self.name}_data WHERE id = {_STRUCTURE}"  # noqa: S608  our own name
        stamp = connection.execute(text(structure)).scalar()
        counts = self._counts
        if counts.stamp != stamp:
            counts.of, counts.rarest = {}, {}
            counts.size = connection.execute(text(f"SELECT count(*) FROM {self.name}_docsize")).scalar() or 0  # noqa: S608
            counts.stamp = stamp
        return counts


@dataclass(frozen=True, slots=True)
class PostgresWordIndex:
    """A tsvector of ready terms, ranked by the rarity of the terms that a row holds and where it holds them."""

    name: str
    _counts: _Counts = field(default_factory=_Counts, compare=False, repr=False)

    def add(self, connection: Connection, rows: Sequence[RowWords]) -> None:
        """Add rows that the index does not hold yet."""
        if not rows:
            return
        words = table(self.name, column("rowid"), column("terms"))
        statement = insert(words).values(rowid=bindparam("row"), terms=cast(bindparam("vector"), TSVECTOR))
        connection.execute(statement, [{"row": row.row, "vector": _vector(row)} for row in rows])
        add_to_vocabulary(connection, rows)

    def remove(self, connection: Connection, rows: Sequence[int]) -> None:
        """Remove rows; unknown ones are no error."""
        if rows:
            words = table(self.name, column("rowid"))
            connection.execute(delete_rows(words).where(words.c.rowid.in_(rows)))

    def hits(self, connection: Connection, terms: Iterable[str]) -> CTE | None:
        """Return the rows that hold any of the terms, columns `row` and `score`; nothing when none can."""
        chosen = _rarest(self, connection, terms)
        if not chosen:
            return None
        words = table(self.name, column("rowid", Integer), column("terms", TSVECTOR))
        weights: ColumnElement[Any] = literal_column(
            f"'{{0.1, {_PART / 2}, {_WORD / 2}, {_HEADING / 2}}}'::float4[]"
        )
        score = sum(
            (
                weight * func.ts_rank(weights, words.c.terms, cast(literal(_quoted(term)), TSQUERY), 1)
                for term, weight in chosen.items()
            ),
            start=literal(0.0),
        )
        query = cast(literal(" | ".join(_quoted(term) for term in chosen)), TSQUERY)
        return (
            select(words.c.rowid.label("row"), score.label("score"))
            .where(words.c.terms.op("@@")(query))
            .cte("hits")
        )

    def frequencies(self, connection: Connection, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many rows each term stands; terms that stand in none are left out."""
        known = self.counts(connection).of
        words = table(self.name, column("rowid"), column("terms", TSVECTOR))
        statement = (
            select(func.count())
            .select_from(words)
            .where(words.c.terms.op("@@")(cast(bindparam("wanted"), TSQUERY)))
        )
        for term in dict.fromkeys(terms):
            if term not in known:
                known[term] = connection.execute(statement, {"wanted": _quoted(term)}).scalar() or 0
        return {term: known[term] for term in terms if known.get(term)}

    def size(self, connection: Connection) -> int:
        """Return the number of rows."""
        return self.counts(connection).size

    def counts(self, connection: Connection) -> _Counts:
        """Return what was counted, counted anew when rows were added."""
        newest = connection.execute(text(f"SELECT max(rowid) FROM {self.name}")).scalar() or 0  # noqa: S608  our own name
        counts = self._counts
        if counts.stamp != newest:
            counts.of, counts.rarest = {}, {}
            counts.size = connection.execute(text(f"SELECT count(*) FROM {self.name}")).scalar() or 0  # noqa: S608
            counts.stamp = newest
        return counts


_LAST_POSITION = 16_383  # PostgreSQL counts no further within one row


def _vector(row: RowWords) -> str:
    places: dict[str, list[str]] = {}
    place = 0
    for terms, weight in ((row.heading, "A"), (row.words, "B"), (row.parts, "C")):
        for term in terms:
            place = min(place + 1, _LAST_POSITION)
            held = places.setdefault(term, [])
            if len(held) < 200:
                held.append(f"{place}{weight}")
    return " ".join(f"{_quoted(term)}:{','.join(held)}" for term, held in places.items())


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"
