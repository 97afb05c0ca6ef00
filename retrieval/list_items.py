"""Items of a list that a passage holds: which of them names what is asked about, and whether that one answers; pure."""

import itertools
from collections.abc import Sequence

from retrieval.matching import LEAST_HELD, Asked, Held
from retrieval.requirements import could_answer
from retrieval.understanding import Understanding
from retrieval.windows import Sentence


def item_asked(asked: Asked, held: Sequence[Held], around: tuple[Held, Held]) -> int | None:
    """Return the place of the weightiest asked word that tells the parts of a passage apart: no heading or title says it."""
    telling = [
        (word.weight, place)
        for place, word in enumerate(asked.words)
        if not (word.is_asking or word.is_light)
        and all(words[place] < LEAST_HELD for words in around)
        and any(part[place] >= LEAST_HELD for part in held)
    ]
    return max(telling)[1] if telling else None


def items_named(
    parts: Sequence[Sentence], held: Sequence[Held], item: int | None, *, opens_list: bool
) -> list[bool | None]:
    """Tell of each sentence whether its list item names what is asked about; nothing of what belongs to no item, or where none does.

    What follows an item and is none itself belongs to it: "Ansvarig: X." to what stands above it. Items that are whole sentences
    speak of one matter together: "1. Skolan byggs ut. 2. Det får kosta högst …".
    """
    opens = (opens_list, *(part.is_item for part in parts[1:]))
    runs = tuple(itertools.accumulate(map(int, opens)))
    naming = [place for place, each in enumerate(held) if item is not None and each[item] >= LEAST_HELD]
    named = {runs[place] for place in naming}
    if not named or 0 in named or any(parts[place].text.endswith(".") for place in naming):
        return [None] * len(parts)
    return [run in named if run else None for run in runs]


def answers_another_item(
    understanding: Understanding, parts: Sequence[Sentence], named: Sequence[bool | None]
) -> bool:
    """Tell whether the items of a window that name what is asked about give no answer of the sort, and another does."""
    if False not in named or any(part.introduces for part in parts):
        return False
    own = " ".join(part.text for part, is_named in zip(parts, named, strict=True) if is_named is not False)
    return not could_answer(understanding, own)
