"""Claims about lists that are whole and say how many they hold."""

import pytest

from knowledge.documents import DocumentKind
from knowledge.facts import AssignmentFact, FocusFact, GoalFact, IndicatorFact, MatterFact, NamedCell, RowFact
from knowledge.swedish_words import SwedishWords
from retrieval.candidate import Candidate
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.lists import assignment_lists, focus_lists, indicator_lists, matter_lists, row_lists
from retrieval.wording import LONGEST_LIST
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

PLAN = a_fact_document("Nämndplan 2027", kind=DocumentKind.BOARD_PLAN, on="2026-12-01")
DIRECTIVE = a_fact_document("Uppdragsdirektiv: Digitalt arkiv", 2)


def an_assignment(title: str, *addressees: str, section: str = "Fullmäktigeuppdrag 2027") -> AssignmentFact:
    return AssignmentFact(span=SOMEWHERE, subject=title, addressees=addressees, section=section)


@pytest.fixture
def facts() -> FakeFacts:
    held = FakeFacts()
    for title, addressees in (
        ("Se över taxorna", ("HSN", "RS")),
        ("Minska resorna", ("RS",)),
        ("Utveckla biblioteken", ("Kulturnämnden",)),
        ("Inför delad arkivtjänst", ("Kulturnämnden", "RS")),
    ):
        held.hold(an_assignment(title, *addressees), f"{title} ({', '.join(addressees)})", PLAN)
    return held


def best(words: SwedishWords, question: str, facts: FakeFacts) -> Candidate | None:
    return max(
        assignment_lists(an_inquiry(words, question, facts)), key=lambda each: each.score, default=None
    )


def titles(found: Candidate) -> list[str]:
    return [line.removeprefix("• ") for line in found.text.splitlines()[1:]]


def test_all_assignments_are_listed_with_their_number_and_a_source_each(
    words: SwedishWords, facts: FakeFacts
) -> None:
    found = best(words, "Vilka fullmäktigeuppdrag gäller 2027?", facts)
    assert found is not None
    assert found.text.startswith("4 stycken:\n")
    assert titles(found) == [
        "Se över taxorna",
        "Minska resorna",
        "Utveckla biblioteken",
        "Inför delad arkivtjänst",
    ]
    assert len(found.sources) == 4
    assert found.is_list
    assert found.score >= REGISTER_FITS


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vilka uppdrag riktas till RS 2027?", ["Se över taxorna", "Minska resorna", "Inför delad arkivtjänst"]),
        ("Vilka uppdrag riktas till kulturnämnden 2027?", ["Utveckla biblioteken", "Inför delad arkivtjänst"]),
    ],
)  # fmt: skip
def test_only_those_directed_to_the_named_board_are_listed(
    words: SwedishWords, facts: FakeFacts, question: str, expected: list[str]
) -> None:
    found = best(words, question, facts)
    assert found is not None
    assert titles(found) == expected
    assert found.text.startswith(f"{len(expected)} stycken:")


def test_a_board_that_no_assignment_is_directed_to_gets_no_list(
    words: SwedishWords, facts: FakeFacts
) -> None:
    for question in (
        "Vilka uppdrag riktas till tekniska nämnden 2027?",
        "Vilka uppdrag riktas till KTN 2027?",
    ):
        found = best(words, question, facts)
        assert found is None or found.score < REGISTER_FITS, question


def test_another_years_list_is_no_answer(words: SwedishWords, facts: FakeFacts) -> None:
    found = best(words, "Vilka fullmäktigeuppdrag gäller 2024?", facts)
    assert found is None or found.score < REGISTER_FITS


def test_assignments_of_another_section_make_a_list_of_their_own(
    words: SwedishWords, facts: FakeFacts
) -> None:
    for title in ("Byt larm", "Måla väntrum"):
        facts.hold(an_assignment(title, "RS", section="Nämndens egna uppdrag"), title, PLAN)
    found = best(words, "Vilka fullmäktigeuppdrag gäller 2027?", facts)
    assert found is not None
    assert found.text.startswith("4 stycken:")


def test_a_long_list_keeps_every_item_within_its_length(words: SwedishWords) -> None:
    facts = FakeFacts()
    for number in range(1, 26):
        title = f"Uppdrag {number} som {'ord ' * 20}slutar"
        facts.hold(an_assignment(title, "RS"), title, PLAN)
    found = best(words, "Vilka fullmäktigeuppdrag gäller 2027?", facts)
    assert found is not None
    assert found.text.startswith("25 stycken:")
    assert len(titles(found)) == 25
    assert len(found.text) <= LONGEST_LIST


@pytest.mark.parametrize("question", ["Vem leder uppdraget Se över taxorna?", "Vad beslutades om taxorna?"])
def test_a_question_that_asks_for_no_list_gets_none(
    words: SwedishWords, facts: FakeFacts, question: str
) -> None:
    assert assignment_lists(an_inquiry(words, question, facts)) == []
    assert focus_lists(an_inquiry(words, question, facts)) == []


def a_risk(text: str, subject: str = "Digitalt arkiv") -> FocusFact:
    return FocusFact(span=SOMEWHERE, subject=subject, label="Risker", text=text, section="9 Risker")


def test_all_under_one_label_are_listed(words: SwedishWords) -> None:
    facts = FakeFacts()
    for text in ("Brist på personal", "Osäker teknik", "Förseningar i upphandling"):
        facts.hold(a_risk(text), text, DIRECTIVE)
    aim = FocusFact(span=SOMEWHERE, subject="Digitalt arkiv", label="Uppdragsmål", text="Alla handlingar")
    facts.hold(aim, "Alla handlingar", DIRECTIVE)
    (found,) = focus_lists(an_inquiry(words, "Vilka risker finns för Digitalt arkiv?", facts))
    assert found.text.splitlines() == [
        "3 stycken:",
        "• Brist på personal",
        "• Osäker teknik",
        "• Förseningar i upphandling",
    ]
    assert len(found.sources) == 3
    assert found.score >= REGISTER_FITS


def test_another_documents_risks_stay_out(words: SwedishWords) -> None:
    facts = FakeFacts()
    for text in ("Brist på personal", "Osäker teknik"):
        facts.hold(a_risk(text), text, DIRECTIVE)
        facts.hold(
            a_risk(f"{text} i hallen", "Ny simhall"), f"{text} i hallen", a_fact_document("Simhall", 3)
        )
    found = focus_lists(an_inquiry(words, "Vilka risker finns för Digitalt arkiv?", facts))
    assert [each.text.count("hallen") for each in found if each.score >= REGISTER_FITS] == [0]


def test_goals_and_objectives_are_different_lists(words: SwedishWords) -> None:
    facts = FakeFacts()
    for text in ("En frisk befolkning", "En hållbar ekonomi"):
        facts.hold(GoalFact(span=SOMEWHERE, subject=text, section="Mål"), text, PLAN)
    for text in ("Fler hälsosamtal", "Färre hyrda"):
        goal = GoalFact(
            span=SOMEWHERE, subject=text, goal="En frisk befolkning", is_objective=True, section="Delmål"
        )
        facts.hold(goal, text, PLAN)
    found = focus_lists(an_inquiry(words, "Vilka mål har nämndplanen 2027?", facts))
    assert found
    top = max(found, key=lambda each: each.score)
    assert titles(top) == ["En frisk befolkning", "En hållbar ekonomi"]


def test_all_indicators_of_the_plan_that_is_named_are_listed(words: SwedishWords) -> None:
    held = FakeFacts()
    for name in ("Sjukfrånvaro", "Antal besök", "Nöjda medarbetare"):
        held.hold(IndicatorFact(span=SOMEWHERE, subject=name, values=()), name, PLAN)
    (found,) = indicator_lists(an_inquiry(words, "Vilka indikatorer finns i nämndplanen 2027?", held))
    assert found.text.splitlines()[0] == "3 stycken:"
    assert titles(found) == ["Sjukfrånvaro", "Antal besök", "Nöjda medarbetare"]
    assert len(found.sources) == 3
    assert found.score >= REGISTER_FITS
    assert indicator_lists(an_inquiry(words, "Vilka indikatorer finns i nämndplanen 2024?", held)) == []
    assert indicator_lists(an_inquiry(words, "Vilka indikatorer gäller avloppet?", held)) == []


def test_the_matters_of_a_meeting_are_listed_in_order(words: SwedishWords) -> None:
    held = FakeFacts()
    agenda = a_fact_document("Kallelse kulturnämnden", kind=DocumentKind.AGENDA, on="2026-11-20")
    for title in ("Budget 2027", "Ny taxa för arkivet"):
        held.hold(MatterFact(span=SOMEWHERE, subject=title), title, agenda)
    (found,) = matter_lists(an_inquiry(words, "Vilka ärenden har kulturnämnden?", held))
    assert found.text == "2 stycken:\n• Budget 2027\n• Ny taxa för arkivet"
    assert matter_lists(an_inquiry(words, "Vilka beslut har kulturnämnden?", held)) == []


def test_the_rows_of_a_table_are_listed_when_its_column_is_asked_for(words: SwedishWords) -> None:
    held = FakeFacts()
    for risk in ("Förseningar", "Sjukdom"):
        cells = (NamedCell("Risk", risk), NamedCell("Åtgärd", "Tidig dialog"))
        held.hold(RowFact(span=SOMEWHERE, subject=risk, cells=cells), risk, DIRECTIVE, header="Risk\tÅtgärd")
    (found,) = row_lists(an_inquiry(words, "Vilka risker har Digitalt arkiv?", held))
    assert found.text == "2 stycken:\n• Förseningar\n• Sjukdom"
    assert row_lists(an_inquiry(words, "Vilka mål har Digitalt arkiv?", held)) == []


def test_the_line_above_a_table_says_what_its_rows_are(words: SwedishWords) -> None:
    held = FakeFacts()
    introduction = "Två har valts ut för särskild bevakning under året:"
    held.hold(MatterFact(span=SOMEWHERE, subject=introduction), introduction, DIRECTIVE)
    for risk in ("Förseningar", "Sjukdom"):
        cells = (NamedCell("Risk", risk), NamedCell("Åtgärd", "Tidig dialog"))
        held.hold(RowFact(span=SOMEWHERE, subject=risk, cells=cells), risk, DIRECTIVE, header="Risk\tÅtgärd")
    asked = "Vilka risker har valts ut för särskild bevakning i Digitalt arkiv?"
    (found,) = row_lists(an_inquiry(words, asked, held))
    assert found.text == "2 stycken:\n• Förseningar\n• Sjukdom"


def test_who_was_chosen_for_assignments_is_no_list_of_assignments(
    words: SwedishWords, facts: FakeFacts
) -> None:
    assert best(words, "Vilka personer valdes till nya uppdrag 2027?", facts) is None


def test_only_the_rows_are_listed_whose_cell_is_what_the_question_says(words: SwedishWords) -> None:
    held = FakeFacts()
    for risk, priority in (("Förseningar", "1"), ("Sjukdom", "2"), ("Brand", "1")):
        cells = (NamedCell("Risk", risk), NamedCell("Prioritet", priority))
        held.hold(
            RowFact(span=SOMEWHERE, subject=risk, cells=cells), risk, DIRECTIVE, header="Risk\tPrioritet"
        )
    (found,) = row_lists(an_inquiry(words, "Vilka risker i Digitalt arkiv har prioritet 1?", held))
    assert found.text == "2 stycken:\n• Förseningar\n• Brand"
    (found,) = row_lists(an_inquiry(words, "Vilka risker har Digitalt arkiv?", held))
    assert found.text.startswith("3 stycken:")
