"""Judge answers against questions with known answers: pure; a wrong answer counts as worse than silence.

A question holds `kind`, `document` (one or several), `quote` (where a person found the answer), `abstain` and
`expect` {all, any, none}: strings of which the answer must hold every one (a list: one of them), at least one,
none. An answer must also quote a right document where a person found the answer, and be short.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from retrieval.answer import Answer, Citation

NEAR = 400  # characters between a quote and the place where a person found the answer
SHORTEST_QUOTE = 3
LIMITS = {"list": (1_500, 20)}
USUAL_LIMIT = (600, 6)  # characters, sources


class Verdict(StrEnum):
    """How an answer did."""

    RIGHT = "right"
    INCOMPLETE = "incomplete"
    SILENT = "silent"
    UNCITED = "uncited"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and why, in Swedish; empty when right."""

    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question with what a right answer holds."""

    id: str
    question: str
    kind: str
    stems: frozenset[str]
    quote: str
    abstain: bool
    all_of: tuple[tuple[str, ...], ...]
    any_of: tuple[str, ...]
    none_of: tuple[str, ...]

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> "KnownQuestion":
        """Read a line of a question file; raises KeyError or TypeError when something is missing."""
        expect = given.get("expect") or {}
        documents = given["document"] if isinstance(given["document"], list) else [given["document"]]
        return cls(
            id=str(given.get("id", "")),
            question=str(given["question"]),
            kind=str(given["kind"]),
            stems=frozenset(PurePath(str(name)).stem for name in documents if name),
            quote=str(given.get("quote") or ""),
            abstain=bool(given["abstain"]),
            all_of=tuple(
                tuple(entry) if isinstance(entry, list) else (str(entry),) for entry in expect.get("all", ())
            ),
            any_of=tuple(expect.get("any", ())),
            none_of=tuple(expect.get("none", ())),
        )


def judge(known: KnownQuestion, answer: Answer, documents: Mapping[str, str]) -> Judgement:
    """Judge an answer; `documents` holds each document's folded text by its file name without ending."""
    if known.abstain:
        return (
            Judgement(Verdict.RIGHT) if answer.abstained else Judgement(Verdict.WRONG, "skulle inte besvaras")
        )
    if answer.abstained:
        return Judgement(Verdict.SILENT, "inget svar")
    said = folded(answer.text)
    if false := [words for words in known.none_of if folded(words) in said]:
        return Judgement(Verdict.WRONG, f"innehåller {', '.join(false)}")
    missing = [" eller ".join(ways) for ways in known.all_of if not any(folded(way) in said for way in ways)]
    if known.any_of and not any(folded(words) in said for words in known.any_of):
        missing.append(" eller ".join(known.any_of))
    is_placed = _is_placed(known, answer.citations, documents)
    if missing:
        return Judgement(Verdict.INCOMPLETE if is_placed else Verdict.WRONG, f"saknar {'; '.join(missing)}")
    if not is_placed:
        return Judgement(Verdict.UNCITED, "ingen källa citerar rätt ställe")
    longest, most = LIMITS.get(known.kind, USUAL_LIMIT)
    if len(said) > longest or len(answer.citations) > most:
        return Judgement(Verdict.INCOMPLETE, f"för långt: {len(said)} tecken, {len(answer.citations)} källor")
    return Judgement(Verdict.RIGHT)


def folded(words: str) -> str:
    """Return words without the differences of case, space, dashes, hyphenation and table bars."""
    words = unicodedata.normalize("NFKC", words).casefold().replace("\u00ad", "")
    words = re.sub("[‐‑‒–—―−]", "-", words)
    words = re.sub(r"-\n\s*(?=[a-zåäö])", "", words)
    return " ".join(re.sub(r"[|*_\\]", " ", words).split())


def _is_placed(known: KnownQuestion, citations: tuple[Citation, ...], documents: Mapping[str, str]) -> bool:
    """Tell whether a source quotes a right document word for word at the right place."""
    expected = [folded(way) for way in (*known.any_of, *(way for ways in known.all_of for way in ways))]
    gold = folded(known.quote)
    for citation in citations:
        stem, quote = PurePath(citation.document).stem, folded(citation.quote)
        text = documents.get(stem, "")
        if stem not in known.stems or len(quote) < SHORTEST_QUOTE or quote not in text:
            continue
        if any(words and words in quote for words in expected):
            return True
        found = text.find(gold) if gold else -1
        if found >= 0 and any(
            found - NEAR - len(quote) <= place <= found + len(gold) + NEAR for place in _places(quote, text)
        ):
            return True
    return False


def _places(quote: str, text: str) -> Iterator[int]:
    place = text.find(quote)
    while place >= 0:
        yield place
        place = text.find(quote, place + 1)
