"""Claims about what was decided, what was only proposed, and what a whole meeting decided."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

import pytest

from knowledge.documents import DocumentKind
from knowledge.entries import FactEntry
from knowledge.facts import DecisionFact, DecisionOutcome, Standing
from knowledge.swedish_words import SwedishWords
from retrieval.answer import NoteKind, Outcome
from retrieval.candidate import Candidate
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.decisions import decisions
from retrieval.wording import LONGEST_ANSWER, LONGEST_LIST
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

MINUTES = a_fact_document(
    "Protokoll regionstyrelsen", 1, kind=DocumentKind.MINUTES, board="Regionstyrelsen", on="2026-11-17"
)
NOVEMBER = date(2026, 11, 17)


def a_decision(
    text: str,
    subject: str = "Ny simhall",
    *,
    standing: Standing = Standing.DECIDED,
    board: str = "Regionstyrelsen",
    proposed_by: str = "",
    number: str = "",
    paragraph: str = "142",
    on: date | None = NOVEMBER,
) -> DecisionFact:
    return DecisionFact(
        span=SOMEWHERE,
        subject=subject,
        text=text,
        standing=standing,
        board=board,
        proposed_by=proposed_by,
        number=number,
        paragraph=paragraph,
        meeting_date=on,
    )


def a_proposal(text: str, subject: str = "Ny simhall") -> DecisionFact:
    return a_decision(
        text, subject, standing=Standing.PROPOSED, board="Regionfullmäktige", proposed_by="Regionstyrelsen"
    )


def holding(*facts: DecisionFact) -> FakeFacts:
    held = FakeFacts()
    for fact in facts:
        held.hold(fact, fact.text, MINUTES)
    return held


def best(words: SwedishWords, question: str, facts: FakeFacts) -> Candidate | None:
    return max(decisions(an_inquiry(words, question, facts)), key=lambda each: each.score, default=None)


BUILT = a_decision("Simhallen byggs i Storsunda.")
PARKING = a_decision("Taxan för parkering höjs.", "Parkeringstaxa", paragraph="143")


def test_a_decision_is_told_with_who_when_and_where(words: SwedishWords) -> None:
    found = best(words, "Vad beslutades om simhallen?", holding(BUILT, PARKING))
    assert found is not None
    assert found.text == "Regionstyrelsen den 17 november 2026 (§ 142): Simhallen byggs i Storsunda."
    assert [source.quote for source in found.sources] == ["Simhallen byggs i Storsunda."]
    assert found.outcome is Outcome.ANSWERED
    assert found.notes == ()
    assert found.score >= REGISTER_FITS


def test_another_matter_is_no_answer(words: SwedishWords) -> None:
    assert best(words, "Vad beslutades om färdtjänsten?", holding(BUILT, PARKING)) is None


def test_all_points_of_a_matter_are_told_in_order_once(words: SwedishWords) -> None:
    facts = holding(
        a_decision("Simhallen byggs i Storsunda.", number="1"),
        a_decision("Tekniska nämnden svarar för driften.", number="2"),
        a_decision("Simhallen byggs i Storsunda.", number="1"),
    )
    found = best(words, "Vad beslutades om simhallen?", facts)
    assert found is not None
    assert found.text.splitlines()[1:] == [
        "1. Simhallen byggs i Storsunda.",
        "2. Tekniska nämnden svarar för driften.",
    ]
    assert len(found.sources) == 2


def test_points_that_do_not_fit_are_counted(words: SwedishWords) -> None:
    facts = holding(
        *(a_decision(f"Punkt om simhallen: {'ord ' * 35}slut {number}.", number=str(number)) for number in range(1, 9))
    )  # fmt: skip
    found = best(words, "Vad beslutades om simhallen?", facts)
    assert found is not None
    assert len(found.text) <= LONGEST_ANSWER
    told = sum(line[:1].isdigit() for line in found.text.splitlines())
    assert 0 < told < 8
    assert f"(+ {8 - told} punkter till)" in found.text


def test_all_that_somebody_shall_do_is_told_though_it_is_longer_than_an_answer(words: SwedishWords) -> None:
    facts = holding(
        *(a_decision(f"Punkt om simhallen: {'ord ' * 35}slut {number}.", number=str(number)) for number in range(1, 6))
    )  # fmt: skip
    found = best(words, "Vad är det nämnden ska göra enligt beslutet om simhallen?", facts)
    assert found is not None
    assert LONGEST_ANSWER < len(found.answer("sv").text) < LONGEST_LIST
    assert "slut 5" in found.answer("sv").text


def test_what_a_board_proposes_in_the_words_of_the_other_is_not_the_others_decision(
    words: SwedishWords,
) -> None:
    draft = a_decision(
        "Regionfullmäktige beslutar att simhallen byggs.",
        standing=Standing.PROPOSED,
        board="Regionfullmäktige",
    )
    found = best(words, "När fattade regionfullmäktige beslut om simhallen?", holding(draft))
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND


def test_what_became_of_a_matter_is_told_by_its_decision_though_a_word_is_missing(
    words: SwedishWords,
) -> None:
    facts = holding(replace(BUILT, text="Motionen avslås.", subject="Svar på motion om bad i simhallen"))
    found = best(words, "Hur gick det med motionen om bad i simhallen för äldre?", facts)
    assert found is not None
    assert found.score >= REGISTER_FITS


def test_what_somebody_shall_do_is_told_by_the_decision_that_gives_the_task(words: SwedishWords) -> None:
    task = a_decision("Tekniska nämnden får i uppdrag att utreda simhallens energi.")
    task = replace(task, outcome=DecisionOutcome.ASSIGNED)
    asked = "Vad ska tekniska nämnden utreda om simhallen?"
    found = best(words, asked, holding(task))
    assert found is not None
    assert found.score >= REGISTER_FITS
    assert best(words, asked, holding(BUILT)) is None


def test_a_proposal_is_marked_as_one(words: SwedishWords) -> None:
    found = best(words, "Vad föreslår regionstyrelsen om simhallen?", holding(a_proposal("Simhallen byggs.")))
    assert found is not None
    assert found.outcome is Outcome.ANSWERED
    assert "förslag till beslut" in found.text
    assert [note.kind for note in found.notes] == [NoteKind.PROPOSED]


@pytest.mark.parametrize(
    "question",
    [
        "Vad beslutade fullmäktige om simhallen?",
        "Vad beslutade regionfullmäktige om simhallen?",
        "Har regionfullmäktige beslutat om simhallen?",
        "Vilket datum fattade regionfullmäktige sitt beslut om simhallen?",
    ],
)
def test_what_was_only_proposed_to_a_board_is_not_told_as_its_decision(
    words: SwedishWords, question: str
) -> None:
    found = best(words, question, holding(a_proposal("Simhallen byggs.")))
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND
    assert found.text.startswith("Det framgår inte att Regionfullmäktige har beslutat.")
    assert [note.kind for note in found.notes] == [NoteKind.PROPOSED]


def test_a_decision_goes_before_the_proposal_to_it_and_the_other_way_when_asked(words: SwedishWords) -> None:
    facts = holding(a_proposal("Simhallen byggs i Storsunda."), BUILT)
    decided = best(words, "Vad beslutades om simhallen?", facts)
    proposed = best(words, "Vad föreslogs om simhallen?", facts)
    assert decided is not None
    assert decided.notes == ()
    assert proposed is not None
    assert [note.kind for note in proposed.notes] == [NoteKind.PROPOSED]


def test_another_boards_decision_is_no_answer_to_what_a_board_decided(words: SwedishWords) -> None:
    found = best(words, "Vad beslutade fullmäktige om simhallen?", holding(BUILT))
    assert found is None or found.score < REGISTER_FITS
    own = best(words, "Vad beslutade regionstyrelsen om simhallen?", holding(BUILT))
    assert own is not None
    assert own.score >= REGISTER_FITS


def test_a_whole_meeting_is_told_matter_by_matter(words: SwedishWords) -> None:
    facts = holding(BUILT, a_decision("Medel avsätts.", number="2"), PARKING)
    found = best(words, "Vad beslutade regionstyrelsen den 17 november 2026?", facts)
    assert found is not None
    assert found.text.splitlines() == [
        "Regionstyrelsen den 17 november 2026, 2 ärenden:",
        "• § 142 Ny simhall: Simhallen byggs i Storsunda.",
        "• § 143 Parkeringstaxa: Taxan för parkering höjs.",
    ]
    assert found.is_list
    assert len(found.sources) == 2


def test_a_whole_meeting_leaves_out_other_days_boards_and_proposals(words: SwedishWords) -> None:
    facts = holding(
        BUILT,
        PARKING,
        a_decision("Badet stängs.", "Badet", paragraph="120", on=date(2026, 10, 20)),
        a_decision("Biblioteket flyttas.", "Biblioteket", paragraph="9", board="Kulturnämnden"),
        a_proposal("Skatten höjs.", "Skatten"),
    )
    found = best(words, "Vad beslutade regionstyrelsen den 17 november 2026?", facts)
    assert found is not None
    assert "2 ärenden" in found.text
    assert not any(word in found.text for word in ("Badet", "Biblioteket", "Skatten"))


class FactsWithTheWord(FakeFacts):
    """Finds facts by a word, as the real register does."""

    def find_facts(self, words: str, kinds: Collection[str], limit: int) -> Sequence[FactEntry]:
        return [each for each in super().find_facts(words, kinds, limit) if "beslut" in each.source.quote]


def test_a_whole_meeting_is_told_though_few_of_its_words_are_in_the_question(words: SwedishWords) -> None:
    facts = FactsWithTheWord()
    for fact in (BUILT, PARKING, a_decision("Delegationsbeslut noteras.", "Meddelanden", paragraph="144")):
        facts.hold(fact, fact.text, MINUTES)
    found = best(words, "Vad beslutades den 17 november 2026?", facts)
    assert found is not None
    assert found.text.startswith("Regionstyrelsen den 17 november 2026, 3 ärenden:")


def test_a_meeting_that_the_documents_do_not_hold_is_not_told(words: SwedishWords) -> None:
    found = best(words, "Vad beslutade regionstyrelsen den 15 december 2026?", holding(BUILT, PARKING))
    assert found is None or found.score < REGISTER_FITS


def test_a_long_meeting_is_told_within_a_lists_length(words: SwedishWords) -> None:
    facts = holding(
        *(a_decision(f"Ärendet avgörs så här: {'ord ' * 30}", f"Ärende {number}", paragraph=str(number)) for number in range(1, 19))
    )  # fmt: skip
    found = best(words, "Vad beslutade regionstyrelsen den 17 november 2026?", facts)
    assert found is not None
    assert len(found.text) <= LONGEST_LIST
    assert "18 ärenden" in found.text
    assert found.text.count("•") == 18


def test_only_a_question_of_what_was_decided_is_answered(words: SwedishWords) -> None:
    assert decisions(an_inquiry(words, "Vem leder arbetet med simhallen?", holding(BUILT))) == []


@pytest.mark.parametrize("kind", [DocumentKind.AGENDA, DocumentKind.OTHER])
def test_what_is_written_before_the_meeting_is_no_answer_to_what_was_decided(
    words: SwedishWords, kind: DocumentKind
) -> None:
    agenda = a_fact_document("Kallelse", 7, kind=kind, board="Regionstyrelsen", on="2026-12-15")
    held = FakeFacts()
    fact = a_decision("att lägga ned simhallen", standing=Standing.PROPOSED)
    held.hold(fact, fact.text, agenda)
    decided, proposed = (
        max(decisions(an_inquiry(words, asked, held)), key=lambda each: each.score)
        for asked in (
            "Beslutade regionstyrelsen att lägga ned simhallen?",
            "Vad föreslås om att lägga ned simhallen?",
        )
    )
    assert decided.outcome is Outcome.NOT_FOUND
    assert decided.text.startswith("Det framgår inte att Regionstyrelsen har beslutat.")
    assert proposed.outcome is Outcome.ANSWERED


def test_the_day_of_the_meeting_is_no_answer_to_when_something_shall_be(words: SwedishWords) -> None:
    held = FakeFacts()
    held.hold(
        a_decision("Förslaget om simhallen ska redovisas för styrelsen"), "Förslaget ska redovisas", MINUTES
    )
    assert best(words, "När ska förslaget om ny simhall redovisas?", held) is None
    held.hold(a_decision("Förslaget ska redovisas senast den 1 maj 2027"), "senast den 1 maj 2027", MINUTES)
    assert best(words, "När ska förslaget om ny simhall redovisas?", held) is not None


def test_the_decision_that_gave_an_inquiry_does_not_tell_what_it_found(words: SwedishWords) -> None:
    held = holding(a_decision("Regiondirektören får i uppdrag att göra en översyn av simhallen."))
    assert best(words, "Vad kom översynen av simhallen fram till?", held) is None
    assert best(words, "Vad kom regionstyrelsen fram till om simhallen?", held) is not None


def test_when_a_plan_is_adopted_is_told_by_a_decision_that_adopts(words: SwedishWords) -> None:
    asked = "När antogs planen för simhallen?"
    assert (
        best(
            words, asked, holding(a_decision("Styrelsen avstår från att yttra sig om planen för simhallen."))
        )
        is None
    )
    assert best(words, asked, holding(a_decision("Styrelsen antar planen för simhallen."))) is not None


def test_from_when_something_applies_is_told_by_the_point_that_says_it(words: SwedishWords) -> None:
    held = FakeFacts()
    for number, text in enumerate(
        ("Avgiften för simhallen antas.", "Avgiften gäller från och med den 1 maj 2027.")
    ):
        held.hold(a_decision(text, number=str(number + 1)), text, MINUTES)
    found = best(words, "Från vilket datum gäller den avgift för simhallen som föreslogs?", held)
    assert found is not None
    assert [source.quote for source in found.sources] == ["Avgiften gäller från och med den 1 maj 2027."]
