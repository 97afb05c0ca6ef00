"""What the register needs to know of a fact whatever its kind: its own words, its days and its lasting key; pure."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from knowledge.facts import FACT_ADAPTER, Fact
from knowledge.when import When

_CLASSIFYING = frozenset({"kind", "relation", "subject", "section"})
_PLACES = frozenset({"span", "header_span"})


def own_words(fact: Fact) -> str:
    """Return the words of a fact besides its subject and section: label, text, holder, dates as written."""
    return " ".join(
        words
        for each in fields(fact)
        if each.name not in _CLASSIFYING and each.name not in _PLACES
        for words in _words(getattr(fact, each.name))
        if words
    )


def _words(value: object) -> Iterator[str]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, When):
        yield value.words
    elif isinstance(value, tuple):
        for part in value:
            yield from _words(part)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _words(getattr(value, each.name))


def days_of(fact: Fact) -> tuple[date | None, date | None]:
    """Return the first and the last day that any date of the fact can mean."""
    first: list[date] = []
    last: list[date] = []
    for each in fields(fact):
        value = getattr(fact, each.name)
        if isinstance(value, When) and value.start is not None and value.end is not None:
            first.append(value.start)
            last.append(value.end)
        elif isinstance(value, date):
            first.append(value)
            last.append(value)
    return min(first, default=None), max(last, default=None)


def payload_of(fact: Fact) -> str:
    """Return the fact as JSON."""
    return FACT_ADAPTER.dump_json(fact).decode()


def key_of(document: str, wording: str, ordinal: int) -> str:
    """Return what a fact keeps as long as its words stay: the same for the same fact of the same document.

    `ordinal` counts facts with the same wording in one document.
    """
    return hashlib.sha256(f"{document}\n{ordinal}\n{wording}".encode()).hexdigest()[:40]


def wording_of(payload: str) -> str:
    """Return a fact's JSON without its places in the text."""
    held = json.loads(payload)
    return json.dumps({name: held[name] for name in sorted(held) if name not in _PLACES}, ensure_ascii=False)
