"""A document as it was read, and the rows that its facts and passages become; pure."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.blocks import ReadDocument, Span
from knowledge.documents import DocumentProfile
from knowledge.fact_words import days_of, key_of, own_words, payload_of, wording_of
from knowledge.facts import Fact
from knowledge.passages import Passage
from knowledge.sources import SourceFile
from knowledge.swedish_words import SwedishWords
from knowledge.word_index import RowWords, row_words


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source file as it was read, ready to be written."""

    source: SourceFile
    content_hash: str
    document: ReadDocument
    profile: DocumentProfile
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...]
    url: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """What the document keeps whatever it holds."""
        return identity_of(self.source.root, self.source.path)


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of a row that depend on the document alone, and the words that it is found by."""

    values: Mapping[str, object]
    words: RowWords


def identity_of(root: str, path: str) -> str:
    """Return what a document keeps whatever it holds."""
    return f"{root}\n{path}"


def within_text(span: Span, text: str) -> bool:
    """Tell whether a span points at words of the text."""
    return span.start < span.end <= len(text)


def fact_rows(
    facts: Iterable[Fact],
    document: ReadDocument,
    title: str,
    identity: str,
    words: SwedishWords,
    origin: str = "",
) -> list[Row]:
    """Return a row for each fact of a document, in order; `origin` names the model that proposed them."""
    seen: Counter[str] = Counter()
    rows = []
    for fact in facts:
        payload = payload_of(fact)
        wording = wording_of(payload)
        seen[wording] += 1
        heading = f"{title} {fact.subject} {fact.section}"
        values = {
            **fact_values(fact, payload, document),
            "key": key_of(identity, wording, seen[wording]),
            "origin": origin,
        }
        rows.append(Row(values, row_words(0, heading, own_words(fact), words)))
    return rows


def fact_values(fact: Fact, payload: str, document: ReadDocument) -> dict[str, object]:
    """Return the columns that a fact and its document's text fill."""
    first_day, last_day = days_of(fact)
    header = fact.header_span
    return {
        "kind": fact.kind,
        "subject": fact.subject,
        "payload": payload,
        "start": fact.span.start,
        "end": fact.span.end,
        "page": document.page_of(fact.span.start),
        "quote": fact.span.quote(document.text),
        "header_quote": header.quote(document.text) if header else "",
        "header_page": document.page_of(header.start) if header else None,
        "first_day": first_day,
        "last_day": last_day,
    }


def passage_rows(read: ReadSource, words: SwedishWords) -> dict[str, Row]:
    """Return a row for each passage by its id, which is the same as long as its words are in the document."""
    seen: Counter[str] = Counter()
    rows = {}
    for passage in read.passages:
        seen[passage.search_text] += 1
        named = f"{read.identity}\n{seen[passage.search_text]}\n{passage.search_text}"
        identity = hashlib.sha256(named.encode()).hexdigest()[:40]
        values = {
            "start": passage.span.start,
            "end": passage.span.end,
            "page": passage.page,
            "section": passage.section,
            "quote": passage.span.quote(read.document.text),
            "text": passage.text,
            "search_text": passage.search_text,
        }
        heading = f"{read.profile.title} {passage.section}"
        rows[identity] = Row(values, row_words(0, heading, passage.text, words))
    return rows
