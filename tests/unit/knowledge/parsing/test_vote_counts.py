"""The counts of a vote as sentences tell them."""

import pytest

from knowledge.parsing.vote_counts import Counts, counts_in


@pytest.mark.parametrize(
    "words",
    [
        "Röstetalen var sju för avslag, fyra för bifall.",
        "Omröstningen slutade 7 mot 4.",
        "Det blev 7 röster för motionen och 4 emot.",
        "För styrelsens förslag röstade 7 ledamöter, 4 röstade för Centerpartiets förslag.",
        "Sju ledamöter röstar för att avgöra ärendet i dag; fyra röstar för återremiss.",
        "Sju stödde kansliets förslag, fyra var emot.",
        "Antal ja\n7\nAntal nej\n4",
        "Summa: Ja 7 Nej 4",
        "Vid omröstningen avges 7 röster för utskottets förslag och 4 röster för Eva Ros förslag.",
    ],
)
def test_counts_may_be_told_without_the_words_yes_and_no(words: str) -> None:
    counts = counts_in(words)
    assert (counts.yes, counts.no) == (7, 4)


@pytest.mark.parametrize(
    "words",
    [
        "Två ledamöter, Ek och Holm, röstar för återremiss; en ledamot, Olle Ås, röstar för beslut i dag.",
        "För VD:s förslag röstar Ek och Holm (2 röster) och för motförslaget Olle Ås (1 röst).",
        "Två (Ek, Holm) stödde kansliets förslag, en (Olle Ås) var emot.",
        "Med två ja-röster (Ek, Holm) mot en nej-röst (Olle Ås) bifalls förslaget.",
    ],
)
def test_names_stand_by_the_counts(words: str) -> None:
    counts = counts_in(words)
    assert (counts.yes, counts.no) == (2, 1)
    assert (counts.yes_members, counts.no_members) == (("Ek", "Holm"), ("Olle Ås",))


def test_those_who_abstain_or_are_away_are_counted_and_named() -> None:
    assert counts_in("Ingen avstod.").abstained == 0
    away = counts_in("Tre ledamöter, Ek, Holm och Ås, var frånvarande.")
    assert (away.absent, away.absent_members) == (3, ("Ek", "Holm", "Ås"))
    assert counts_in("Ledamöter som avstod: Ek, Holm.").abstaining_members == ("Ek", "Holm")


def test_numbers_in_other_sentences_count_no_votes() -> None:
    assert counts_in("Tre förslag har lämnats för två av områdena och ett för det tredje.") == Counts()
