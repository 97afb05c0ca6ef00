"""Understand a status message by rules: which assignments, in what state, and what else it says; pure, never guessing.

What is unclear stays so: several candidates, or no state, for a person to choose from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rapidfuzz.distance import OSA

from knowledge.entries import NO_DETAILS, State, StatusDetails
from knowledge.status_clauses import ASKS, EDGES, Clause, clauses_of, own_words
from knowledge.status_dates import dates_in_message
from knowledge.status_details import details_in
from knowledge.status_titles import CandidateAssignment, KnownAssignment, KnownTitles
from knowledge.status_words import speaks_of_state, states_in
from knowledge.swedish_words import SwedishWords
from knowledge.when import When

__all__ = [
    "CandidateAssignment",
    "KnownAssignment",
    "ReadUpdate",
    "StatusReading",
    "is_question",
    "read_status",
]

_LONGEST_MESSAGE = 4_000

_PREFIX = re.compile(
    r"^\s*(?:hej[!,]?\s+)?/?(?:status\s+update|status(?:uppdatering|rapport)?|lägesrapport|lägesuppdatering|läget?|uppdatering|update)"
    r"\s*(?:[:–-]|(?:för|på|of|for|on)\s+|(?=\s\S))",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^[^\n:;.]{3,60}:[ \t]*\n")
_QUOTED_LINE = re.compile(r"^[ \t]*(?:>|&gt;).*$", re.MULTILINE)
_LABEL = re.compile(r"^\s*(\w{4,8})\s*:")
_MARKUP = re.compile(r"<[!#][^>]*>|(?<!\w)[*_~`]+|[*_~`]+(?!\w)")
_HOW_MANY = {"båda": 2, "bägge": 2, "both": 2, "två": 2, "tre": 3, "fyra": 4, "two": 2, "three": 3, "four": 4}
_COUNTED = re.compile(
    r"(?<!\w)(?:båda|bägge|both|(?:alla|all) (?:två|tre|fyra|two|three|four))(?!\w)", re.IGNORECASE
)
_ABOUT_THE_ASSIGNMENT = re.compile(
    r"(?<!\w)(?:uppdraget|projektet|direktivet|the (?:project|assignment))(?!\w)", re.IGNORECASE
)
_DEFINITE = re.compile(r"\w{3,}(?:en|et|an|orna|arna|erna|ingar|na)$")
# What begins with its colour is a status of something, though it does not say of what: "🟡 väntar", "Röd. Ingen …".
_BARE_COLOUR = re.compile(
    r"\s*(?:[🟢🟡🟠🔴🟩🟨🟥]|:large_\w+:|:(?:green|yellow|red)_circle:|(?:grönt?|gult?|röd|rött|green|yellow|red)\s*(?:[.:–—-]|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ReadUpdate:
    """What a message says of one assignment.

    `candidates` are the assignments that may be meant, best first, none when nothing is named that is known; they are
    only `hinted` at when the words are not enough to know. `state` is None when none was said, or when several were.
    `text` is what else was said. `states` and the names of details in `doubts` are what two readings do not agree on.
    """

    candidates: tuple[CandidateAssignment, ...]
    state: State | None
    text: str = ""
    dates: tuple[When, ...] = ()
    details: StatusDetails = NO_DETAILS
    hinted: bool = False
    states: tuple[State, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Tell whether the update can be saved as it is."""
        return len(self.candidates) == 1 and not self.hinted and self.state is not None


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A message as it was understood; `unclear` says in plain Swedish what has to be asked."""

    is_status: bool
    updates: tuple[ReadUpdate, ...] = ()
    unclear: tuple[str, ...] = ()


NO_STATUS = StatusReading(is_status=False)


@dataclass(slots=True)
class _Gathered:
    """An update while its clauses are read."""

    start: int
    end: int
    rest_start: int
    candidates: tuple[CandidateAssignment, ...] = ()
    states: list[State] = field(default_factory=list)
    is_bare: bool = False
    is_asked: bool = False
    is_hinted: bool = False
    is_titled: bool = False
    is_list: bool = False
    told_with: "_Gathered | None" = None


def read_status(
    text: str, assignments: Sequence[KnownAssignment], words: SwedishWords, today: date
) -> StatusReading:
    """Return what a message says of the known assignments; `is_status` is false when it is no status message."""
    if len(text) > _LONGEST_MESSAGE:
        return NO_STATUS
    plain = _MARKUP.sub(" ", _QUOTED_LINE.sub("", text)).strip()
    titles = KnownTitles(tuple(assignments), words)
    prefix = _prefix_end(plain)
    if (heading := _HEADING.match(plain)) and not (
        titles.hinted(heading.group()) or states_in(heading.group())
    ):
        prefix, is_labelled = heading.end(), prefix > 0
    else:
        is_labelled = prefix > 0
    body = plain[prefix:]
    gathered = _gather(list(clauses_of(body, titles)), titles, is_labelled=is_labelled)
    kept = _kept(gathered, body, is_labelled=is_labelled)
    if not kept:
        return NO_STATUS
    updates = tuple(_update(each, body, today, titles) for each in kept)
    return StatusReading(True, updates, tuple(_unclear(kept, updates)))


def is_question(text: str) -> bool:
    """Tell whether a message asks something."""
    return "?" in text or ASKS.match(text) is not None


def _prefix_end(plain: str) -> int:
    """Return where the message begins after "status:" or its like; 0 without such a label."""
    if (match := _PREFIX.match(plain)) is not None:
        return match.end()
    label = _LABEL.match(plain)
    if label is not None and OSA.distance(label.group(1).lower(), "status") <= 2:
        return label.end()
    return 0


def _gather(clauses: Sequence[Clause], titles: KnownTitles, *, is_labelled: bool) -> list[_Gathered]:
    found: list[_Gathered] = []
    for clause in clauses:
        named = titles.named(clause.named)
        candidates = named or _hinted(clause, titles, is_labelled=is_labelled and not found)
        current = found[-1] if found else None
        is_name = bool(candidates) and _is_only_a_name(clause, titles)
        if current is not None and not _opens(clause, candidates, current, is_name=is_name):
            _go_on(clause, candidates, current, is_hinted=not named)
            continue
        opened = _opened(clause, candidates, titles, is_name=is_name)
        opened.is_hinted = not named
        opened.is_titled = clause.opens_sentence and _is_titled(clause, titles)
        if current is not None and not opened.states and _is_like(clause, current, is_name=is_name):
            opened.states, opened.is_list = list(current.states), current.is_list
            opened.rest_start = clause.end
        found.append(opened)
        if not clause.opens_sentence:
            _share_backwards(found)
        _tell_of_all(found, clause)
    return found


def _hinted(clause: Clause, titles: KnownTitles, *, is_labelled: bool) -> tuple[CandidateAssignment, ...]:
    """Return what a clause hints at when it tells how it goes, or begins what is said to be a status.

    Within a sentence only "…, tjänsteresorna röd" does, where nothing but the name and its state stands.
    """
    tells = is_labelled or clause.states or speaks_of_state(clause.text)
    is_name = bool(clause.states) and _is_only_a_name(clause, titles)
    if not (tells and (clause.opens_sentence or is_name)):
        return ()
    return titles.hinted(clause.named)


def _opened(
    clause: Clause, candidates: tuple[CandidateAssignment, ...], titles: KnownTitles, *, is_name: bool
) -> _Gathered:
    name_follows = clause.rest_start <= clause.start + clause.text.find(clause.named)
    if is_name and (not clause.states or name_follows):
        rest = clause.end  # nothing but the name follows the state, or there is no state
    else:
        rest = clause.rest_start if candidates else clause.start
    states = [
        each.state for each in clause.states if not (each.is_done_word and _is_part_done(clause, titles))
    ]
    rest = rest if len(states) == len(clause.states) else clause.start
    is_list = is_name and bool(states) and name_follows
    is_bare = is_name and not states
    return _Gathered(
        clause.start, clause.end, rest, candidates, states, is_bare, is_asked=clause.asks, is_list=is_list
    )


def _is_like(clause: Clause, current: _Gathered, *, is_name: bool) -> bool:
    """Tell whether a clause gives its assignment the state of the one before: "Grön: arkivet, växeln"."""
    if clause.like_the_last:
        return True
    is_told_alone = current.is_list or current.rest_start == current.end
    return is_name and not clause.opens_sentence and not clause.asks and is_told_alone


def _opens(
    clause: Clause, candidates: tuple[CandidateAssignment, ...], current: _Gathered, *, is_name: bool
) -> bool:
    """Tell whether a clause begins to speak of another assignment."""
    if not candidates or {each.id for each in candidates} & {each.id for each in current.candidates}:
        return False
    if not current.candidates:
        return not current.states or bool(clause.states)
    if clause.states or is_name or clause.opens_sentence or clause.like_the_last:
        return True
    return bool(current.states) and speaks_of_state(clause.text)


def _share_backwards(found: list[_Gathered]) -> None:
    """Give "arkivet och växeln är gröna" to both: names that stood alone before take the state that follows."""
    last = found[-1]
    if not last.states:
        return
    for earlier in reversed(found[:-1]):
        if not earlier.is_bare or earlier.states or earlier.is_asked:
            return
        earlier.states = list(last.states)
        earlier.told_with = last


def _tell_of_all(found: list[_Gathered], clause: Clause) -> None:
    """Give "båda upphandlingarna är gröna" to both, when just so many assignments can be meant."""
    last = found[-1]
    counted = _COUNTED.search(clause.text)
    if (
        counted is None
        or not last.states
        or len(last.candidates) != _HOW_MANY[counted.group().split()[-1].lower()]
    ):
        return
    *others, last_candidate = last.candidates
    last.candidates, last.is_hinted = (last_candidate,), False
    found[-1:] = [*(replace(last, candidates=(each,), told_with=last) for each in others), last]


def _go_on(
    clause: Clause, candidates: tuple[CandidateAssignment, ...], current: _Gathered, *, is_hinted: bool
) -> None:
    """Add a clause to the update that is being read."""
    own = own_words(clause.named) if not candidates else []
    of_a_part = bool(own) and all(each.is_done_word for each in clause.states)
    if clause.states and not of_a_part:
        if not current.states:
            is_first = current.is_bare or current.rest_start == current.end
            current.rest_start = clause.rest_start if is_first else current.rest_start
        current.states += [each.state for each in clause.states]
    elif current.is_bare:
        current.rest_start = clause.start
    current.is_bare = False
    if clause.opens_sentence and candidates and not current.candidates:
        current.candidates, current.is_hinted = candidates, is_hinted
    current.end = clause.end


def _is_only_a_name(clause: Clause, titles: KnownTitles) -> bool:
    """Tell whether a clause holds nothing but words of known titles."""
    if any(character.isdigit() for character in clause.named) or not own_words(clause.named):
        return False
    is_whole = bool(clause.states) or len(clause.text) <= len(clause.named) + 2
    return is_whole and all(titles.holds(word) for word in own_words(clause.named))


def _is_titled(clause: Clause, titles: KnownTitles) -> bool:
    """Tell whether a clause is a name and what is told of it: "Resepolicyn: remissen är ute"."""
    head, mark, told = clause.text.partition(":")
    own = own_words(head)
    return bool(mark and told.strip() and own) and all(titles.holds(word) for word in own)


def _is_part_done(clause: Clause, titles: KnownTitles) -> bool:
    """Tell whether a part is done and not the whole: "Färdtjänst: enkäten klar", "enkäten om färdtjänst är klar"."""
    if titles.named(clause.named) == ():
        return False
    _, mark, after_name = clause.named.partition(":")
    foreign = [word for word in own_words(clause.named) if not titles.holds(word)]
    return any(
        _DEFINITE.search(word) or (mark and word in after_name.lower())
        for word in foreign
        if not word.endswith("ligen")
    )


def _kept(gathered: Sequence[_Gathered], body: str, *, is_labelled: bool) -> list[_Gathered]:
    """Return what is a status; an assignment that is only mentioned stays in the words of the one before."""
    kept: list[_Gathered] = []
    for each in gathered:
        is_aside = kept and not each.states and not each.is_asked
        if _belongs(each, body, is_labelled=is_labelled and not is_aside):
            kept.append(each)
        elif kept:
            kept[-1].end = each.end
    return kept


def _belongs(gathered: _Gathered, body: str, *, is_labelled: bool) -> bool:
    """Tell whether what was gathered is a status: of a known assignment, or said to be one."""
    if is_labelled:
        return True
    text = body[gathered.start : gathered.end]
    if gathered.candidates:
        is_told = gathered.states or gathered.is_asked or speaks_of_state(text)
        return bool(is_told) or (gathered.is_titled and not is_question(text))
    if gathered.start > 0:
        return False
    if _ABOUT_THE_ASSIGNMENT.search(text[:40]):
        return bool(gathered.states) or speaks_of_state(text)
    return bool(gathered.states) and (
        _BARE_COLOUR.match(text) is not None or not re.search(r"[^\W\d_]", text)
    )


def _update(gathered: _Gathered, body: str, today: date, titles: KnownTitles) -> ReadUpdate:
    states = set(gathered.states)
    is_told_whole = (
        len(states) != 1 and not gathered.is_bare and (len(states) > 1 or gathered.rest_start >= gathered.end)
    )
    told = gathered.told_with or gathered
    text = body[gathered.start if is_told_whole else told.rest_start : told.end].strip(EDGES)
    whole = body[told.start : told.end]
    return ReadUpdate(
        gathered.candidates,
        states.pop() if len(states) == 1 else None,
        text,
        dates_in_message(whole, today),
        details_in(whole, today, titles.has_word),
        gathered.is_hinted,
    )


def _unclear(gathered: Sequence[_Gathered], updates: Sequence[ReadUpdate]) -> Iterator[str]:
    for each, update in zip(gathered, updates, strict=True):
        if not update.candidates:
            yield "Vilket uppdrag gäller det?"
        elif update.hinted and len(update.candidates) == 1:
            yield f"Menar du {update.candidates[0].title}?"
        elif len(update.candidates) > 1:
            yield "Flera uppdrag kan vara menade. Vilket gäller det?"
        if update.state is None:
            several = len(set(each.states)) > 1
            yield (
                "Flera lägen nämns. Vilket gäller nu?"
                if several
                else "Vilket läge gäller: grön, gul, röd eller klar?"
            )
