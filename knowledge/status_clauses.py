"""The clauses of a status message: stretches up to a comma or its like, with what each names and says; pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.status_titles import FRAME_WORDS, KnownTitles
from knowledge.status_words import FEELING, SaidState, states_in

_FIRST_WORDS = 60  # characters of a sentence without a state in which its assignment is named

ASKS = re.compile(
    r"^\s*(?:och\s+|men\s+|vet (?:du|ni|någon)\s+)?(?:vad|vem|vilk\w+|när|hur|var|varför|är|har|kan|ska(?! \w+s\b)|går|blir|finns|who|what|when|which|how|why|where|is|are|"
    r"can|could|does|do|någon som|visa|lista|show|list)\b(?!\s*:)",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"(?:^|[,–—-])\s*(?:(?:eller )?(?:stämmer|gäller) (?:det|detta)|eller hur|eller|visst|väl|va|inte sant|(?:är|var) det (?:rätt|så|sant)|"
    r"har jag (?:rätt|fel)|(?:är|ligger|står|stämmer|gäller) (?:den|det|de|dom)\b[^,?]*|(?:is|are) (?:it|they)\b[^,?]*|right|correct|true|is (?:that|it) (?:right|true|correct|so)|is(?:n't| it not) (?:it|that)|are(?:n't)? they|yes|no)"
    r"(?: fortfarande| verkligen| då| eller)?\s*\?+\s*$",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r"^\W*(?:och\s+)?[\w-]+(?:\s[\w-]+)?\s+då\s*\?+\s*$", re.IGNORECASE)
_WISH = re.compile(
    r"^\s*(?:tänk (?:om|när|vad)|om bara|(?:jag|vi) önskar|ack om|i wish|we wish|if only|imagine)\b",
    re.IGNORECASE,
)
_NEVER_SAID = re.compile(
    r"^\W*(?:nej\W+)?(?:(?:jag|vi|ingen)\s+)?(?:har\s+)?(?:aldrig|inte)\s+(?:jag\s+|vi\s+)?(?:sagt|påstått|skrivit|menat|sade|sa)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"\n+|;|(?<=[.!?])(?<!\A\d\.)(?<!\n\d\.)(?<!\n\d\d\.)(?<!\bv\.)(?<!\bkl\.)(?<!\bca\.)(?<!\bnr\.)(?<!\bp\.g\.a\.)(?<!\bt\.o\.m\.)\s+"
)
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_CLAUSE = re.compile(rf"{FEELING}|,\s+|\s+(?:och|men|medan|samt|and|but|while)\s+|\s+[–—-]\s+", re.IGNORECASE)
_LIKEWISE = re.compile(
    r"(?<!\w)(?:likaså|likadant|samma|också|även|likewise|same|too|båda|both)(?!\w)", re.IGNORECASE
)
EDGES = " \t\n,.;:–—-=!→>|/()"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the message up to a comma or its like; `named` holds the words that may name an assignment."""

    start: int
    end: int
    text: str
    named: str
    rest_start: int
    states: tuple[SaidState, ...]
    opens_sentence: bool
    asks: bool = False
    like_the_last: bool = False


def clauses_of(body: str, titles: KnownTitles) -> Iterator[Clause]:
    """Yield the clauses of a message in order; what is only asked or wished for is left out."""
    said = states_in(body)
    sentences = list(_pieces(body, SENTENCE, 0, len(body)))
    for (first, end), (following, last_end) in pairwise([*sentences, (0, 0)]):
        sentence = body[first:end]
        if _TAG.search(sentence) or _TAG.match(body[following:last_end]) or _WISH.match(sentence):
            continue  # asked back, or only wished for
        if _NEVER_SAID.match(sentence):
            continue
        asks = sentence.rstrip().endswith("?")
        if ASKS.match(sentence) and (asks or not _within(said, first, end)):
            continue
        asks_of_another = first > 0 and _AND_THEN.match(sentence) is not None
        if asks and not asks_of_another and not _CLAUSE.search(sentence):
            continue
        bullet = _BULLET.match(sentence)
        start = first + (bullet.end() if bullet else 0)
        parts = [
            each
            for piece in _pieces(body, _CLAUSE, start, end)
            for part in _by_symbols(body, said, *piece)
            for each in _by_names(body, said, titles, *part)
        ]
        for number, (begin, last) in enumerate(parts):
            is_asked = asks and number == len(parts) - 1
            if is_asked and ASKS.match(body[begin:last]):
                continue
            yield _clause(body, said, begin, last, opens_sentence=number == 0, asks=is_asked)


def _pieces(body: str, divider: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in divider.finditer(body, start, end):
        if body[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if body[start:end].strip():
        yield start, end


def _within(said: Sequence[SaidState], start: int, end: int) -> tuple[SaidState, ...]:
    return tuple(each for each in said if start <= each.start and each.end <= end)


def _by_symbols(body: str, said: Sequence[SaidState], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Divide "Arkivet 🟢 Växeln 🔴", where nothing but the symbols divides."""
    symbols = [each for each in _within(said, start, end) if each.is_symbol]
    if len(symbols) < 2:
        yield start, end
        return
    leads = not body[start : symbols[0].start].strip(EDGES)
    cuts = [each.start for each in symbols[1:]] if leads else [each.end for each in symbols[:-1]]
    yield from ((one, other) for one, other in pairwise([start, *cuts, end]) if body[one:other].strip())


def _by_names(
    body: str, said: Sequence[SaidState], titles: KnownTitles, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Divide "heltid gul översiktsplanen grön", where another assignment is named between two states."""
    for one, other in pairwise(_within(said, start, end)):
        before, between = titles.named(body[start : one.start]), titles.named(body[one.end : other.start])
        is_another = between and not {each.id for each in before} & {each.id for each in between}
        if is_another and (before or not own_words(body[start : one.start])):
            yield start, one.end
            start = one.end
    yield start, end


def _clause(
    body: str, said: Sequence[SaidState], start: int, end: int, *, opens_sentence: bool, asks: bool
) -> Clause:
    text = body[start:end]
    states = _within(said, start, end)
    likewise = _LIKEWISE.search(text) is not None
    if states:
        before, after = body[start : states[0].start], body[states[-1].end : end]
        named, rest = (before, states[-1].end) if own_words(before) else (after, states[-1].end)
    else:
        head, mark, _ = text.partition(":")
        named, rest = (
            (head, start + len(head) + 1) if mark and own_words(head) else (text[:_FIRST_WORDS], start)
        )
    return Clause(start, end, text, named, rest, states, opens_sentence, asks, likewise)


def own_words(named: str) -> list[str]:
    """Return the words that may name an assignment: none that any status message holds."""
    return [
        word for word in re.findall(r"[^\W\d_]+", named.lower()) if word not in FRAME_WORDS and len(word) > 2
    ]
