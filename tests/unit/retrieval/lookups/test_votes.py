"""Claims about how a vote fell and how one person voted."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.documents import DocumentKind
from knowledge.facts import VoteFact
from knowledge.swedish_words import SwedishWords
from retrieval.answer import Outcome
from retrieval.candidate import Candidate
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.votes import LONGEST_ROLL, votes
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

MINUTES = a_fact_document("Protokoll regionstyrelsen", kind=DocumentKind.MINUTES, on="2026-11-17")
YES, NO = ("Anna Lind (S)", "Bo Ek (V)"), ("Eva Ros (M)",)
HALL = VoteFact(
    span=SOMEWHERE,
    subject="Ny simhall",
    yes=2,
    no=1,
    abstained=1,
    proposition="Ja för att bygga simhallen, nej för avslag",
    yes_members=YES,
    no_members=NO,
    abstaining_members=("Ulf Dahl (SD)",),
    result="Styrelsen beslutar att bygga simhallen",
    paragraph="142",
)
ROLL = "Ja: Anna Lind (S), Bo Ek (V). Nej: Eva Ros (M). Avstår: Ulf Dahl (SD)."


@pytest.fixture
def facts() -> FakeFacts:
    held = FakeFacts()
    held.hold(HALL, ROLL, MINUTES)
    return held


def found_for(words: SwedishWords, question: str, facts: FakeFacts) -> Candidate | None:
    return next(iter(votes(an_inquiry(words, question, facts))), None)


def test_a_vote_is_told_with_its_counts_and_what_it_was_about(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "Hur föll omröstningen om simhallen?", facts)
    assert found is not None
    assert found.text.startswith("Omröstningen gav 2 ja-röster mot 1 nej-röst, 1 avstår.")
    assert "Ja för att bygga simhallen" in found.text
    assert [source.quote for source in found.sources] == [ROLL]
    assert found.score >= REGISTER_FITS


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vilka röstade nej till simhallen?", "Eva Ros (M) röstade nej (1)."),
        ("Vilka röstade ja till simhallen?", "Anna Lind (S) och Bo Ek (V) röstade ja (2)."),
        ("Vem avstod vid omröstningen om simhallen?", "Ulf Dahl (SD) avstod (1)."),
    ],
)
def test_the_names_on_one_side_are_told(
    words: SwedishWords, facts: FakeFacts, question: str, said: str
) -> None:
    found = found_for(words, question, facts)
    assert found is not None
    assert found.text.startswith(said)


@pytest.mark.parametrize(
    ("proposition", "question", "said"),
    [
        (HALL.proposition, "Vilka röstade mot simhallen?", "Eva Ros (M) röstade nej (1)."),
        (
            "Ja för avslag, nej för att bygga simhallen",
            "Vilka röstade för simhallen?",
            "Eva Ros (M) röstade nej",
        ),
        (
            "Ja för avslag på förslaget om simhall, nej för bifall",
            "Vilka röstade mot simhallen?",
            "Anna Lind (S)",
        ),
        (
            "Ja för avgörande i dag och nej för återremiss",
            "Vilka röstade mot återremiss av simhallen?",
            "Anna Lind",
        ),
        (
            "Den som vill avslå röstar ja, den som bygger simhallen röstar nej",
            "Vilka röstade för simhallen?",
            "Eva Ros",
        ),
        ("", "Vilka röstade emot simhallen?", "Eva Ros (M) röstade nej (1)."),
    ],
)
def test_those_for_or_against_are_told_by_what_a_yes_meant(
    words: SwedishWords, proposition: str, question: str, said: str
) -> None:
    facts = FakeFacts()
    facts.hold(replace(HALL, proposition=proposition), ROLL, MINUTES)
    found = found_for(words, question, facts)
    assert found is not None
    assert found.text.startswith(said)


def test_what_a_no_was_for_may_be_told_by_the_count(words: SwedishWords) -> None:
    facts = FakeFacts()
    count = "Med 2 ja-röster för avgörande i dag mot 1 nej-röst för återremiss beslutar styrelsen."
    facts.hold(replace(HALL, proposition="", result="", yes_members=()), count, MINUTES)
    found = found_for(words, "Vilken moderat ledamot röstade för återremiss av simhallen?", facts)
    assert found is not None
    assert found.text.startswith("Eva Ros (M) röstade nej (1).")


def test_both_sides_are_named_where_a_vote_was_on_the_order_alone(words: SwedishWords) -> None:
    facts = FakeFacts()
    order = replace(HALL, proposition="Ja för avgörande i dag, nej för återremiss")
    facts.hold(order, ROLL, MINUTES)
    found = found_for(words, "Vilka röstade mot simhallen?", facts)
    assert found is not None
    assert found.text.startswith("Anna Lind (S) och Bo Ek (V) röstade ja (2). Eva Ros (M) röstade nej (1).")


def test_a_member_is_known_without_capitals(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "hur röstade ros om simhallen?", facts)
    assert found is not None
    assert found.text.startswith("Eva Ros (M) röstade nej.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anna Lind", "Anna Lind (S) röstade ja."),
        ("Eva Ros (M)", "Eva Ros (M) röstade nej."),
        ("Ulf Dahl", "Ulf Dahl (SD) avstod från att rösta."),
    ],
)
def test_one_persons_vote_is_told(words: SwedishWords, facts: FakeFacts, name: str, said: str) -> None:
    found = found_for(words, f"Hur röstade {name} om simhallen?", facts)
    assert found is not None
    assert found.text.startswith(said)
    assert found.score >= REGISTER_FITS


@pytest.mark.parametrize("name", ["Karin Holm", "Anna Ek", "Bo Lind"])
def test_a_person_who_is_not_in_the_roll_gets_no_vote(
    words: SwedishWords, facts: FakeFacts, name: str
) -> None:
    found = found_for(words, f"Hur röstade {name} om simhallen?", facts)
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND
    assert found.score >= REGISTER_FITS  # no other passage is quoted instead


def test_whom_a_list_names_is_not_said_to_be_missing_from_it(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(HALL, f"{ROLL}\n\nKarin Holm\n\nC\n\n49\n\nLedamot\n\nJa", MINUTES)
    assert found_for(words, "Hur röstade Karin Holm om simhallen?", facts) is None


def test_a_single_name_that_no_roll_holds_may_be_a_partys(words: SwedishWords, facts: FakeFacts) -> None:
    assert found_for(words, "Hur röstade Centern om simhallen?", facts) is None


def test_a_persons_vote_in_another_matter_is_no_answer(words: SwedishWords, facts: FakeFacts) -> None:
    assert found_for(words, "Hur röstade Anna Lind om färdtjänsten?", facts) is None
    assert found_for(words, "Hur föll omröstningen om färdtjänsten?", facts) is None


def test_a_long_roll_is_quoted_where_it_names_the_person(words: SwedishWords) -> None:
    facts = FakeFacts()
    roll = "Ja: " + ", ".join(f"Ledamot Nummer{number} (S)" for number in range(40)) + ", Anna Lind (S)."
    facts.hold(HALL, roll, MINUTES)
    found = found_for(words, "Hur röstade Anna Lind om simhallen?", facts)
    assert found is not None
    (source,) = found.sources
    assert len(roll) > LONGEST_ROLL > len(source.quote)
    assert "Anna Lind" in source.quote
    assert source.span.quote(facts.text_of(MINUTES.version_id)) == source.quote


def test_votes_of_one_matter_are_told_together_in_order(words: SwedishWords, facts: FakeFacts) -> None:
    second = VoteFact(span=SOMEWHERE, subject="Ny simhall", yes=3, no=0, paragraph="142")
    facts.hold(second, "Ja 3, nej 0 om återremiss av simhallen", MINUTES)
    found = found_for(words, "Hur föll omröstningen om simhallen?", facts)
    assert found is not None
    first_line, second_line = found.text.splitlines()
    assert "2 ja-röster mot 1 nej-röst" in first_line
    assert "3 ja-röster mot 0 nej-röster" in second_line
    assert len(found.sources) == 2


def test_a_persons_votes_on_one_matter_are_told_together_and_the_last_alone_when_it_is_asked_for(
    words: SwedishWords, facts: FakeFacts
) -> None:
    again = replace(HALL, yes_members=NO, no_members=YES, abstaining_members=(), proposition="")
    facts.hold(again, "Nej: Anna Lind (S), Bo Ek (V). Ja: Eva Ros (M).", MINUTES)
    found = found_for(words, "Hur röstade Eva Ros om simhallen?", facts)
    assert found is not None
    first, second = found.text.splitlines()
    assert first.startswith("Eva Ros (M) röstade nej.")
    assert second.startswith("Eva Ros (M) röstade ja.")
    found = found_for(words, "Hur röstade Eva Ros i den sista omröstningen om simhallen?", facts)
    assert found is not None
    assert found.text == "Eva Ros (M) röstade ja."


def test_of_two_boards_votes_the_newest_is_meant_unless_the_question_names_the_board(
    words: SwedishWords,
) -> None:
    earlier = a_fact_document(
        "Protokoll regionstyrelsen", kind=DocumentKind.MINUTES, on="2026-10-01", board="Regionstyrelsen"
    )
    later = a_fact_document(
        "Protokoll regionfullmäktige",
        2,
        kind=DocumentKind.MINUTES,
        on="2026-11-17",
        board="Regionfullmäktige",
    )
    facts = FakeFacts()
    facts.hold(replace(HALL, meeting_date=date(2026, 10, 1)), ROLL, earlier)
    turned = replace(HALL, meeting_date=date(2026, 11, 17), yes_members=NO, no_members=YES)
    facts.hold(turned, "Nej: Anna Lind (S), Bo Ek (V). Ja: Eva Ros (M).", later)
    for question, said in (
        ("Hur röstade Anna Lind om simhallen?", "Anna Lind (S) röstade nej."),
        ("Hur röstade Anna Lind i regionstyrelsen om simhallen?", "Anna Lind (S) röstade ja."),
    ):
        found = found_for(words, question, facts)
        assert found is not None
        assert found.text.startswith(said)


def test_a_vote_without_yes_and_no_is_told_in_its_own_words(words: SwedishWords) -> None:
    facts = FakeFacts()
    told = "Vid omröstningen avges 7 röster för majoritetens förslag och 5 röster för minoritetens."
    facts.hold(VoteFact(span=SOMEWHERE, subject="Ny simhall", yes=7, no=5), told, MINUTES)
    found = found_for(words, "Hur föll rösterna om simhallen?", facts)
    assert found is not None
    assert found.text == told
    assert found.score >= REGISTER_FITS


@pytest.mark.parametrize(
    "question",
    [
        "Vem saknades vid omröstningen om simhallen?",
        "Vem avstod från att rösta när nämnden voterade om simhallen?",
    ],
)
def test_words_for_a_vote_and_for_being_away_belong_to_the_fact(words: SwedishWords, question: str) -> None:
    facts = FakeFacts()
    lines = "\n\n".join(
        f"Ledamot Nummer{number}\n\nS\n\n{number + 1}\n\nLedamot\n\nJa" for number in range(30)
    )
    lines += "\n\nEva Ros\n\nM\n\n31\n\nLedamot\n\nFrånvarande\n\nUlf Dahl\n\nSD\n\n32\n\nLedamot\n\nAvstår"
    facts.hold(replace(HALL, absent=1, absent_members=("Eva Ros (M)",)), lines, MINUTES)
    found = found_for(words, question, facts)
    assert found is not None
    assert found.score >= REGISTER_FITS
    member = found.text.split(" (")[0]
    assert any(len(source.quote) < LONGEST_ROLL and member in source.quote for source in found.sources)


def test_only_a_question_of_a_vote_is_answered(words: SwedishWords, facts: FakeFacts) -> None:
    assert votes(an_inquiry(words, "Vad beslutades om simhallen?", facts)) == []


def test_names_that_were_not_told_apart_are_shown_as_they_stand(words: SwedishWords) -> None:
    held = FakeFacts()
    held.hold(replace(HALL, yes_members=(), no_members=(), abstaining_members=()), ROLL, MINUTES)
    found = found_for(words, "Vem avstod vid omröstningen om simhallen?", held)
    assert found is not None
    assert found.text == ROLL


def test_one_person_may_be_asked_about_by_the_surname_alone(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "Hur röstade Ros om simhallen?", facts)
    assert found is not None
    assert found.text.startswith("Eva Ros (M) röstade nej.")
    assert found_for(words, "Hur röstade Sundqvist om simhallen?", facts) is None


def test_a_board_is_no_person(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "Hur röstade Regionstyrelsen om simhallen?", facts)
    assert found is not None
    assert found.text.startswith("Omröstningen gav 2 ja-röster mot 1 nej-röst")
