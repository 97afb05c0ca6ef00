"""Claims about the items of a list: one is no answer for another."""

from datetime import date

import pytest

from knowledge.swedish_words import SwedishWords
from retrieval.list_items import answers_another_item, item_asked, items_named
from retrieval.matching import held_by
from retrieval.question import Question
from retrieval.understanding import understand
from retrieval.windows import sentences
from tests.retrieval_fakes import a_matcher


@pytest.mark.parametrize(
    ("question", "quote", "is_of_another"),
    [
        ("När startar tvätteriet?", "BP1 (start köket) 2027-02-14\n– BP2 (start tvätteriet)", True),
        ("När startar köket?", "BP1 (start köket) 2027-02-14\n– BP2 (start tvätteriet)", False),
        ("Vem ansvarar för sjukresorna?", "Ansvarig: kulturnämnden.\n5. Översyn av sjukresor", True),
        ("När ska skolan stå klar?", "1. Skolan byggs ut.\n2. Arbetet ska vara klart 2028.", False),
    ],
)
def test_what_one_item_says_is_no_answer_for_another(
    words: SwedishWords, question: str, quote: str, *, is_of_another: bool
) -> None:
    understanding = understand(Question(question, date(2026, 11, 23)))
    asked = a_matcher(words).ask(understanding)
    parts = sentences(quote)
    held = [held_by(asked, frozenset(words.terms(part.text))) for part in parts]
    nothing = held_by(asked, frozenset())
    named = items_named(parts, held, item_asked(asked, held, (nothing, nothing)), opens_list=True)
    assert answers_another_item(understanding, parts, named) == is_of_another
