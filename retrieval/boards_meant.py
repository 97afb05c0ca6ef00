"""Which board's meetings a question is after, among those whose meetings are known."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from rapidfuzz import fuzz

from knowledge.entries import FactEntry
from knowledge.scope import name_key
from retrieval.inquiry import Inquiry, words_of_document
from retrieval.matching import Asked, AskedWord

_SORT = r"(?:styrgrupp|ledningsgrupp|projektgrupp|arbetsgrupp|referensgrupp|fullmäktige|styrelse|nämnd|utskott|beredning|direktion|presidie|råd|kommitt[eé])"
_OF_A_SORT = re.compile(rf"{_SORT}(?:n|en|et|t|s|ns|ens|ets)?$", re.IGNORECASE)
# A meeting word may name the sort of board by itself: "styrelsemöte".
_SORT_OF_MEETING = re.compile(rf"\b({_SORT})s?(?:möte|sammanträde)\w*", re.IGNORECASE)
# Words of asking for a meeting, which name nothing.
_OF_MEETINGS = re.compile(
    rf"(?:{_SORT}s?)?(?:sammantr[äa](?:de|da|der|dde|tt)\w*|m[öo]t(?:e|en|et|es|ena|esdag\w*|esdatum\w*|estid\w*|esplan\w*|s)|mötas|träff\w*|meetings?|meets?)"
    r"|n[äa]sta|nästkommande|kommande|framöver|gång|gången|gånger|först\w*|sist\w*|senast\w*|förra|föregående|ordinarie|dag|dagar\w*|datum\w*|tid|tider\w*"
    r"|plats\w*|lokal\w*|kl|klockan|när|var|vår\w*|höst\w*|sommar\w*|vint\w*|år|året|månad\w*|veck\w*|kalender\w*|plan\w*|inplanera\w*|tänkt|håll\w*|höll\w*"
    r"|äger|rum|börja\w*|start\w*|bokad\w*|samtliga|alla|next|last|first|held|veckodag\w*|idag|imorgon|morgon|vet|vill|undrar|igen|schema\w*",
    re.IGNORECASE,
)
_TYPO_RATIO = 92.0
_JOINING = {"och", "för", "i", "samt", "med", "av", "the", "of"}
_SPLIT_BEFORE_SORT = re.compile(rf"(?<=\w\w)(?={_SORT})", re.IGNORECASE)


class Fit(IntEnum):
    """How surely a question means a board."""

    BY_DOCUMENT = 1  # only its organisation or document is named, or nothing at all
    BY_SORT = 2  # "nämnden"
    BY_NAME = 3


@dataclass(frozen=True, slots=True)
class MeantBoard:
    """A board with the facts of its meetings, and how surely the question means it."""

    name: str
    organisation: str
    entries: tuple[FactEntry, ...]
    fit: Fit


def boards_meant(inquiry: Inquiry, entries: Iterable[FactEntry], text: str) -> list[MeantBoard]:
    """Return the boards that the question may mean, those that it means most surely.

    `text` is the question without the words that name its period. Nothing is returned when the question speaks of
    something else than meetings, or of a board whose meetings are not known.
    """
    kept = set(re.findall(r"\w+", text))
    of_period = set(re.findall(r"\w+", inquiry.understanding.text)) - kept
    topic = [
        word
        for word in inquiry.asked.words
        if word.surface not in of_period and not _OF_MEETINGS.fullmatch(word.surface)
    ]
    sorts = _sorts_asked(text)
    found = [
        replace(board, fit=fit)
        for board in _boards(entries)
        if (fit := _fit(inquiry, board, topic, sorts)) is not None
    ]
    surest = max((board.fit for board in found), default=Fit.BY_DOCUMENT)
    meant = [board for board in found if board.fit is surest]
    if surest is Fit.BY_NAME:  # "regionstyrelsens arbetsutskott" also names "regionstyrelsen"
        longest = max(len(_key_words(board.name)) for board in meant)
        meant = [board for board in meant if len(_key_words(board.name)) == longest]
    return meant


def _boards(entries: Iterable[FactEntry]) -> list[MeantBoard]:
    """Group meetings by board and organisation; a source that names no organisation goes with the one it agrees with."""
    grouped: dict[str, dict[str, list[FactEntry]]] = defaultdict(lambda: defaultdict(list))
    entries = list(entries)
    organisations = {entry.document.profile.organisation for entry in entries} - {""}
    only = organisations.pop() if len(organisations) == 1 else ""
    for entry in entries:
        name = entry.fact.subject or entry.document.profile.board or entry.document.profile.organisation
        grouped[name_key(name)][entry.document.profile.organisation].append(entry)
    boards = []
    for name, by_organisation in grouped.items():
        loose = by_organisation.pop("", [])
        home = _home_of(loose, by_organisation) or only
        by_organisation.setdefault(home, []).extend(loose)
        boards += [
            MeantBoard(_spelled(name, held), organisation, tuple(held), Fit.BY_DOCUMENT)
            for organisation, held in by_organisation.items()
            if held
        ]
    return boards


def _home_of(loose: Sequence[FactEntry], by_organisation: dict[str, list[FactEntry]]) -> str:
    if len(by_organisation) == 1:
        return next(iter(by_organisation))
    days = {_day(entry) for entry in loose}
    agreeing = [name for name, held in by_organisation.items() if days & {_day(entry) for entry in held}]
    return agreeing[0] if len(agreeing) == 1 else ""


def _day(entry: FactEntry) -> object:
    return entry.fact.on.start if entry.fact.kind == "meeting" else None


def _spelled(key: str, entries: Sequence[FactEntry]) -> str:
    name = next((entry.fact.subject for entry in entries if name_key(entry.fact.subject) == key), key)
    return name[:1].upper() + name[1:]


def _fit(
    inquiry: Inquiry, board: MeantBoard, topic: Sequence[AskedWord], sorts: frozenset[str]
) -> Fit | None:
    words = inquiry.matcher.words
    asked_terms = frozenset(words.terms(inquiry.understanding.text))
    short = short_names(board.name)
    rest = [word for word in topic if word.surface.upper() not in short]
    board_terms = frozenset(words.terms(board.name))
    own_sort = _sort_of(board.name)
    key_words = [words.forms(word)[0] for word in _key_words(board.name)]
    misspelt = {
        word.stem: words.forms(name)[0]
        for word in rest
        for name in _key_words(board.name)
        if fuzz.ratio(word.surface.lower(), name.lower()) >= _TYPO_RATIO
    }
    is_named = len(rest) < len(topic) or asked_terms.union(misspelt.values()).issuperset(key_words)
    unnamed = [
        word
        for word in rest
        if word.stem not in board_terms
        and word.stem not in misspelt
        and not (own_sort in sorts and _is_bare_sort(word.surface))
    ]
    if any(_OF_A_SORT.search(word.surface) for word in unnamed):
        return None  # another board is named
    document = " ".join(dict.fromkeys(words_of_document(entry.document) for entry in board.entries))
    if _lacking(inquiry, unnamed, document):
        return None
    if is_named and not _is_bare_sort(board.name):
        return Fit.BY_NAME
    if own_sort in sorts:
        return Fit.BY_SORT
    named_board = any(_OF_A_SORT.search(word.surface) for word in rest)
    return None if named_board or sorts else Fit.BY_DOCUMENT


def _lacking(inquiry: Inquiry, topic: Sequence[AskedWord], document: str) -> bool:
    """Tell whether the question speaks of something that neither the board nor its documents are called."""
    asked = Asked(tuple(replace(word, is_asking=False) for word in topic))
    missing = inquiry.matcher.coverage(asked, inquiry.matcher.evidence(document)).missing
    return any(not word.is_light for word in missing)


def _sorts_asked(text: str) -> frozenset[str]:
    """Return the sorts of board that are asked for without a name: "nämnden", "styrelsemöte"."""
    bare = {_sort_of(word) for word in re.findall(r"[\w-]+", text) if _is_bare_sort(word)}
    return frozenset(bare | {found[1].lower() for found in _SORT_OF_MEETING.finditer(text)})


def _is_bare_sort(word: str) -> bool:
    return (
        re.fullmatch(rf"(?:arbets)?{_SORT}(?:n|en|et|t|s|ns|ens|ets|er|erna)?", word, re.IGNORECASE)
        is not None
    )


def _sort_of(name: str) -> str:
    """Return the sort of a board: its last word of that kind before "för"."""
    found = re.findall(_SORT, re.split(r"\bför\b", name)[0], re.IGNORECASE)
    return found[-1].lower() if found else ""


def _key_words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", name) if word.lower() not in _JOINING]


def short_names(name: str) -> frozenset[str]:
    """Return the initials that a board goes by: HSN, KF, RSAU and AU."""
    parts = [_SPLIT_BEFORE_SORT.sub(" ", word).split() for word in _key_words(name)]
    initials = ["".join(part[0] for part in word).upper() for word in parts]
    return frozenset(each for each in ("".join(initials), initials[-1] if initials else "") if len(each) > 1)
