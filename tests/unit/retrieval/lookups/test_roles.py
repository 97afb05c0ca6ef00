"""Claims about who owns, leads, answers for or takes part."""

import pytest

from knowledge.facts import ActivityFact, AssignmentFact, Role, RoleFact, Standing
from knowledge.swedish_words import SwedishWords
from retrieval.answer import Intent, NoteKind
from retrieval.candidate import Candidate
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.roles import roles
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

RENTAL, ARCHIVE = "Minska hyrberoendet", "Digitalt arkiv"
ARCHIVE_DOCUMENT = a_fact_document("Uppdragsdirektiv: Digitalt arkiv", 2)
RENTAL_DOCUMENT = a_fact_document("Uppdragsdirektiv: Minska hyrberoendet", 1)


def a_role(role: Role, holder: str, subject: str = RENTAL) -> RoleFact:
    return RoleFact(span=SOMEWHERE, subject=subject, role=role, holder=holder)


@pytest.fixture
def facts() -> FakeFacts:
    held = FakeFacts()
    held.hold(a_role(Role.OWNER, "HR-direktören"), "Uppdragsägare: HR-direktören", RENTAL_DOCUMENT)
    held.hold(a_role(Role.LEADER, "Mia Ek"), "Uppdragsledare: Mia Ek", RENTAL_DOCUMENT)
    held.hold(a_role(Role.MEMBER, "Ali Ros"), "Medlem: Ali Ros", RENTAL_DOCUMENT)
    held.hold(a_role(Role.MEMBER, "Bo Lind"), "Medlem: Bo Lind", RENTAL_DOCUMENT)
    held.hold(a_role(Role.LEADER, "Arkivchefen", ARCHIVE), "Uppdragsledare: Arkivchefen", ARCHIVE_DOCUMENT)
    return held


def best(words: SwedishWords, question: str, facts: FakeFacts) -> Candidate | None:
    found = roles(an_inquiry(words, question, facts))
    return max(found, key=lambda each: each.score, default=None)


@pytest.mark.parametrize(
    ("question", "said", "quoted"),
    [
        ("Vem äger Minska hyrberoendet?", "Uppdragsägare: HR-direktören.", "Uppdragsägare: HR-direktören"),
        ("Vem leder Minska hyrberoendet?", "Uppdragsledare: Mia Ek.", "Uppdragsledare: Mia Ek"),
        ("Vem är uppdragsledare för digitalt arkiv?", "Uppdragsledare: Arkivchefen.", "Uppdragsledare: Arkivchefen"),
    ],
)  # fmt: skip
def test_names_who_has_the_role_that_is_asked_for(
    words: SwedishWords, facts: FakeFacts, question: str, said: str, quoted: str
) -> None:
    found = best(words, question, facts)
    assert found is not None
    assert found.text.startswith(said)
    assert [source.quote for source in found.sources] == [quoted]
    assert found.score >= REGISTER_FITS
    assert found.intent is Intent.OWNER


def test_all_who_share_a_role_are_named_with_a_source_each(words: SwedishWords, facts: FakeFacts) -> None:
    found = best(words, "Vilka är med i arbetsgruppen för Minska hyrberoendet?", facts)
    assert found is not None
    assert "Ali Ros och Bo Lind" in found.text
    assert [source.quote for source in found.sources] == ["Medlem: Ali Ros", "Medlem: Bo Lind"]


def test_a_role_that_nobody_has_is_not_answered_with_another(words: SwedishWords, facts: FakeFacts) -> None:
    assert best(words, "Vem tar emot resultatet av Minska hyrberoendet?", facts) is None


def test_another_assignment_is_no_answer(words: SwedishWords, facts: FakeFacts) -> None:
    found = best(words, "Vem leder ombyggnaden av simhallen?", facts)
    assert found is None or found.score < REGISTER_FITS


def test_an_english_question_gets_the_role_in_both_languages(words: SwedishWords, facts: FakeFacts) -> None:
    found = best(words, "Who is the owner of Minska hyrberoendet?", facts)
    assert found is not None
    assert found.text.startswith("Assignment owner (uppdragsägare): HR-direktören.")


def test_who_is_responsible_may_be_the_board_it_is_directed_to(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(
        AssignmentFact(span=SOMEWHERE, subject="Se över taxorna", addressees=("Kulturnämnden", "Tekniska nämnden")),
        "Kulturnämnden och tekniska nämnden: Se över taxorna",
    )  # fmt: skip
    found = best(words, "Vem ansvarar för att se över taxorna?", facts)
    assert found is not None
    assert found.text.startswith("Riktas till: Kulturnämnden och Tekniska nämnden.")


def test_a_proposed_assignment_is_said_to_be_one(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(
        AssignmentFact(
            span=SOMEWHERE,
            subject="Se över taxorna",
            addressees=("Kulturnämnden",),
            standing=Standing.PROPOSED,
        ),
        "Förslag: Kulturnämnden ska se över taxorna",
    )
    found = best(words, "Vem får i uppdrag att se över taxorna?", facts)
    assert found is not None
    assert [note.kind for note in found.notes] == [NoteKind.PROPOSED]


def test_who_answers_for_a_part_is_told_when_the_part_is_named_only(words: SwedishWords) -> None:
    facts = FakeFacts()
    for label, holder in (("Upphandling av system", "Mia Ek"), ("Utbildning av chefer", "Ali Ros")):
        facts.hold(
            ActivityFact(span=SOMEWHERE, subject=ARCHIVE, label=label, responsible=holder),
            f"{label}\t{holder}",
            ARCHIVE_DOCUMENT,
        )
    part = best(words, "Vem ansvarar för utbildning av chefer i Digitalt arkiv?", facts)
    assert part is not None
    assert "Ali Ros" in part.text
    assert "Mia Ek" not in part.text
    assert best(words, "Vem ansvarar för Digitalt arkiv?", facts) is None


def test_a_title_is_no_answer_to_who_has_it(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(a_role(Role.RESPONSIBLE, "Arkivchefen", "Arkivchefens uppgifter"), "Ansvarig: Arkivchefen")
    assert best(words, "Vem ansvarar som arkivchef?", facts) is None


@pytest.mark.parametrize(
    "question",
    [
        "När tillträder den som leder Minska hyrberoendet?",
        "Vilket beslut leder Minska hyrberoendet till?",
        "Vad kostar Minska hyrberoendet?",
        "Hur leds Minska hyrberoendet?",
    ],
)
def test_a_question_for_something_else_than_a_holder_gets_none(
    words: SwedishWords, facts: FakeFacts, question: str
) -> None:
    assert roles(an_inquiry(words, question, facts)) == []


@pytest.fixture
def group() -> FakeFacts:
    held = FakeFacts()
    for holder in ("Mia Ek (ordf.)", "Ali Ros"):
        held.hold(a_role(Role.STEERING_GROUP, holder), f"Styrgrupp: {holder}", RENTAL_DOCUMENT)
    return held


def test_those_who_sit_in_a_steering_group_are_named(words: SwedishWords, group: FakeFacts) -> None:
    found = best(words, "Vilka sitter i styrgruppen för Minska hyrberoendet?", group)
    assert found is not None
    assert found.text.startswith("Styrgrupp: Mia Ek (ordf.) och Ali Ros.")
    assert found.score >= REGISTER_FITS


def test_who_chairs_a_steering_group_is_told_from_its_members(words: SwedishWords, group: FakeFacts) -> None:
    found = best(words, "Vem är ordförande i styrgruppen för Minska hyrberoendet?", group)
    assert found is not None
    assert found.text.startswith("Styrgrupp: Mia Ek (ordf.).")
    assert found.score >= REGISTER_FITS


def test_a_group_is_named_whole_whatever_its_members_are_called(words: SwedishWords) -> None:
    """A question that says "förvaltningar" is no reason to leave out those called something else."""
    held = FakeFacts()
    for name in ("Miljöförvaltningen", "Hamnbolaget AB", "Stadskontoret"):
        held.hold(a_role(Role.STEERING_GROUP, name), name, RENTAL_DOCUMENT)
    found = best(words, "Vilka förvaltningar sitter i styrgruppen för Minska hyrberoendet?", held)
    assert found is not None
    assert "Miljöförvaltningen, Hamnbolaget AB och Stadskontoret" in found.text


def test_what_is_no_party_is_not_asked_of_the_roles(words: SwedishWords, facts: FakeFacts) -> None:
    assert best(words, "Vilka fokusområden har Minska hyrberoendet?", facts) is None


def test_things_that_are_included_are_no_members(words: SwedishWords, facts: FakeFacts) -> None:
    assert best(words, "Vilka byggnader ingår i Minska hyrberoendet?", facts) is None
    assert best(words, "Vilka personer ingår i Minska hyrberoendet?", facts) is not None


def test_no_board_is_the_official_who_is_asked_for(words: SwedishWords) -> None:
    held = FakeFacts()
    held.hold(a_role(Role.RESPONSIBLE, "Kulturnämnden", "Se över taxorna"), "Ansvarig: Kulturnämnden")
    asked = "Vem på förvaltningen ansvarar för Se över taxorna?"
    assert best(words, asked, held) is None
    held.hold(
        a_role(Role.RESPONSIBLE, "avgiftschef Mia Ek", "Se över taxorna"), "Ansvarig: avgiftschef Mia Ek"
    )
    found = best(words, asked, held)
    assert found is not None
    assert "Mia Ek" in found.text


def test_whoever_chairs_another_board_is_not_told(words: SwedishWords) -> None:
    held = FakeFacts()
    held.hold(a_role(Role.CHAIR, "Mia Ek (S)", "Regionfullmäktige"), "Ordförande Mia Ek (S)")
    assert best(words, "Vem är ordförande i regionstyrelsen i Region Sjöland?", held) is None
    found = best(words, "Vem är ordförande i regionfullmäktige i Region Sjöland?", held)
    assert found is not None
