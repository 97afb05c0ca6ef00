"""What the sentences of a passage fail to tell of the thing that is asked for, and what that costs a run of them; pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.entries import PassageEntry
from retrieval.actors import asks_for_an_actor, board_chaired, chairs_another
from retrieval.asked_for import Expectation
from retrieval.inquiry import Inquiry
from retrieval.list_items import answers_another_item, item_asked, items_named
from retrieval.matching import LEAST_HELD, Asked, AskedWord, Held
from retrieval.quantities import are_people, are_such_people, counted, counts, measured
from retrieval.quoted_list import with_mark
from retrieval.requirements import could_answer
from retrieval.understanding import Understanding
from retrieval.windows import Sentence

OTHER_SORT_COST = 0.35  # words of another sort than what is asked for: no name, no date, no number
NAMED_ELSEWHERE_COST = 0.25  # a figure in words that name nobody, or nothing, of the question's names
OUT_OF_FOCUS_COST = 0.3  # words that do not hold the very thing that is asked for
OF_NOTHING_COST = 0.5  # a reason for something else: neither it nor its heading names anything of the subject
_TOLD_IN_A_FIGURE = {Expectation.WHEN, Expectation.HOW_MUCH}
_GOES_ON = re.compile(r"^(?:Den|Det|De|Detta|Denna|Dessa|Siffran|Andelen|Motsvarande)\b")


@dataclass(frozen=True, slots=True)
class SentenceFaults:
    """Of each sentence of a passage, what it fails to tell.

    `needs_a_figure` when a figure, a time or a name is asked for; `off_focus` does not name the very thing that is asked
    for, `of_another` counts or measures another thing, `is_telling` holds what could answer; `items` is whether its list item names what is asked about (nothing outside lists).
    """

    understanding: Understanding
    asked: Asked
    parts: Sequence[Sentence]
    held: Sequence[Held]
    around: tuple[Held, Held]
    needs_a_figure: bool
    off_focus: Sequence[bool]
    of_another: Sequence[bool]
    is_telling: Sequence[bool]
    items: Sequence[bool | None]

    def cost(self, first: int, last: int) -> float:
        """Return what a run of sentences (both inclusive) loses for what it fails to tell."""
        run = slice(first, last + 1)
        cost = OUT_OF_FOCUS_COST if all(self.off_focus[run]) else 0.0
        if self.needs_a_figure and answers_another_item(self.understanding, self.parts[run], self.items[run]):
            cost += OTHER_SORT_COST
        if all(self.of_another[run]):
            cost += OTHER_SORT_COST
        if self.needs_a_figure and self._is_named_elsewhere(run):
            cost += NAMED_ELSEWHERE_COST
        if self.understanding.expectation is Expectation.WHY and not self._speaks_of_it(run):
            cost += OF_NOTHING_COST
        return cost

    def _speaks_of_it(self, run: slice) -> bool:
        """Tell whether the run or its heading names anything of the subject: a title alone lends every reason in its document."""
        heading, _ = self.around
        return any(
            max(each[place] for each in (*self.held[run], heading)) >= LEAST_HELD
            for place, word in enumerate(self.asked.words)
            if not (word.is_asking or word.is_light)
        )

    def _is_named_elsewhere(self, run: slice) -> bool:
        """Tell whether a name of the question stands neither in the sentences that tell nor in heading or title."""
        telling = [words for words, told in zip(self.held[run], self.is_telling[run], strict=True) if told]
        if not telling:
            return False
        words = (*telling, *self.around)
        return any(
            word.is_name and not word.is_asking and max(each[place] for each in words) < LEAST_HELD
            for place, word in enumerate(self.asked.words)
        )


def sentence_faults(
    inquiry: Inquiry,
    passage: PassageEntry,
    parts: Sequence[Sentence],
    held: Sequence[Held],
    around: tuple[Held, Held],
) -> SentenceFaults:
    """Judge the sentences of a passage; `held` is what each holds of what is asked, `around` what heading and title hold."""
    understanding = inquiry.understanding
    needs_a_figure = understanding.expectation in _TOLD_IN_A_FIGURE or asks_for_an_actor(understanding)
    return SentenceFaults(
        understanding,
        inquiry.asked,
        parts,
        held,
        around,
        needs_a_figure,
        off_focus=_off_focus(inquiry, passage, parts),
        of_another=_of_another(inquiry, passage, parts),
        is_telling=[not needs_a_figure or could_answer(understanding, part.text) for part in parts],
        items=_items(inquiry, passage, parts, held, around) if needs_a_figure else (),
    )


def focus(inquiry: Inquiry) -> AskedWord | None:
    """Return the very thing that is asked for; "ny" and "första" only say which holder of a title."""
    word = inquiry.asked.word(inquiry.understanding.focus)
    says_which = word is not None and word.is_light and inquiry.understanding.expectation is Expectation.WHO
    return None if says_which else word


def _off_focus(inquiry: Inquiry, passage: PassageEntry, parts: Sequence[Sentence]) -> list[bool]:
    """Tell of each sentence whether it, and the heading above it, fail to name the very thing that is asked for."""
    if chairs_another(inquiry.understanding.text, passage.source.document.profile.board):
        return _of_another(inquiry, passage, parts)
    word = focus(inquiry)
    if word is None or inquiry.matcher.names(word, passage.source.heading):
        return [False] * len(parts)
    return [not inquiry.matcher.names(word, part.text) for part in parts]


def _of_another(inquiry: Inquiry, passage: PassageEntry, parts: Sequence[Sentence]) -> list[bool]:
    """Tell of each sentence whether its figure is of another thing than "hur många" counts or "hur hög är" measures."""
    text = inquiry.understanding.text
    if chairs_another(text, passage.source.document.profile.board):
        return [board_chaired(text) not in _near_chair(part.text) for part in parts]
    noun = counted(text)
    word = inquiry.asked.word(noun)
    if word is not None or are_people(noun):
        names = _naming(inquiry, noun, (word,) if word else inquiry.asked.subject)
        return [not counts(part.text, names) for part in parts]
    word = inquiry.asked.word(measured(text))
    if word is None or inquiry.matcher.names(word, passage.source.heading):
        return [False] * len(parts)
    named = [inquiry.matcher.names(word, part.text) for part in parts]
    of_it = [
        is_named or (place > 0 and named[place - 1] and _GOES_ON.match(parts[place].text) is not None)
        for place, is_named in enumerate(named)
    ]
    return [
        not (of_it[place] and could_answer(inquiry.understanding, part.text))
        for place, part in enumerate(parts)
    ]


_CHAIR = re.compile(r"ordf", re.IGNORECASE)
_NEAR_CHAIR = 60  # characters on either side of the word


def _near_chair(text: str) -> str:
    """Return what stands beside each "ordförande" of some words, in small letters."""
    return " ".join(
        text[max(0, found.start() - _NEAR_CHAIR) : found.end() + _NEAR_CHAIR].lower()
        for found in _CHAIR.finditer(text)
    )


def _naming(inquiry: Inquiry, noun: str, meant: Sequence[AskedWord]) -> Callable[[str], bool]:
    """Return what tells whether a word names what is counted: the noun, its last part, people when it is of people."""

    def names(token: str) -> bool:
        return are_such_people(noun, token) or any(
            inquiry.matcher.names(each, token) or inquiry.matcher.is_head(each, token) for each in meant
        )

    return names


def _items(
    inquiry: Inquiry,
    passage: PassageEntry,
    parts: Sequence[Sentence],
    held: Sequence[Held],
    around: tuple[Held, Held],
) -> list[bool | None]:
    """Tell of each sentence whether its list item names what is asked about; the first one's mark may stand before the passage."""
    start = passage.source.span.start
    is_list = parts[0].is_item or (
        any(part.is_item for part in parts)
        and with_mark(inquiry.text_of(passage.source.document), start) < start
    )
    return items_named(parts, held, item_asked(inquiry.asked, held, around), opens_list=is_list)
