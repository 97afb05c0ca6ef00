"""Compounds that no title holds but that an assignment's own documents use: "hyrpersonalen" of "Minska hyrberoendet".

Pure. Such a word names each assignment that it may mean: if that is one, the message is understood, and else the person chooses.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from knowledge.status_titles import KnownAssignment, KnownTitles
from knowledge.swedish_words import SwedishWords

MOST_WORDS = 8  # of one message that are looked up
MOST_MEANT = 4  # a word that more assignments use tells none of them
_WORD = re.compile(r"[^\W\d_]{6,}(?:-[^\W\d_]+)*")


def with_used_words(
    text: str,
    assignments: Sequence[KnownAssignment],
    words: SwedishWords,
    users_of: Callable[[str], Collection[int]],
) -> list[KnownAssignment]:
    """Return the assignments, each with the compounds of the message that its documents use beside its title.

    `users_of` tells which assignments' documents use a word. One of them must share a part of the compound with its title;
    an assignment whose title has a part of it as a word may be meant too.
    """
    titles = KnownTitles(tuple(assignments), words)
    used: dict[int, list[str]] = {}
    for word in list(_loose_compounds(text, titles))[:MOST_WORDS]:
        parts = set(words.forms(word)[1])
        users = set(users_of(word))
        kin = {each.id for each in assignments if parts & _terms(each, words, with_parts=True)}
        if not users & kin:
            continue
        meant = users & kin | {
            each.id for each in assignments if parts & _terms(each, words, with_parts=False)
        }
        for number in meant if len(meant) <= MOST_MEANT else ():
            used.setdefault(number, []).append(word)
    return [replace(each, used=tuple(used[each.id])) if each.id in used else each for each in assignments]


def _loose_compounds(text: str, titles: KnownTitles) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if titles.words.forms(word)[1] and not titles.has_word(word):
            yield word


def _terms(assignment: KnownAssignment, words: SwedishWords, *, with_parts: bool) -> set[str]:
    return {
        each.term
        for wording in (assignment.title, *assignment.aliases)
        for each in words.weighted_terms(wording)
        if with_parts or not each.is_part
    }
