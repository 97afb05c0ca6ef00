from dataclasses import replace

from bot.register_page import RegisterPage
from knowledge.entries import FactEntry
from knowledge.facts import DecisionPointFact, Fact, Role, RoleFact, RowFact
from tests.builders import a_source
from tests.retrieval_fakes import a_day

TITLE = "Minska hyrberoendet"


def entry(number: int, fact: Fact, quote: str, start: int) -> FactEntry:
    return FactEntry(number, fact, replace(a_source(quote, start), page=2))


def role(number: int, holder: str, quote: str = "Uppdragsägare: A och B", start: int = 40) -> FactEntry:
    source = a_source(quote, start)
    return entry(
        number, RoleFact(span=source.span, subject=TITLE, role=Role.OWNER, holder=holder), quote, start
    )


def point(number: int, day: str, start: int) -> FactEntry:
    quote = f"BP3 {day}"
    span = a_source(quote, start).span
    return entry(
        number, DecisionPointFact(span=span, subject=TITLE, code="BP3", ends=a_day(day)), quote, start
    )


def test_what_several_facts_are_about_and_their_quote_is_said_once() -> None:
    page = RegisterPage(
        "Direktiv", [role(1, "A"), role(2, "B"), role(3, "C", "Ägare: C", 90)], is_document=True
    )
    assert list(page.lines()) == [
        "",
        "Roller",
        f"  {TITLE}",
        "    Uppdragsägare: A [1]",
        "    Uppdragsägare: B [2]",
        "      Källa: s. 2: ”Uppdragsägare: A och B”",
        "    Uppdragsägare: C [3]",
        "      Källa: s. 2: ”Ägare: C”",
    ]


def test_an_assignment_names_the_document_of_each_source() -> None:
    assert list(RegisterPage(TITLE, [role(1, "A")]).lines())[2:] == [
        "  Uppdragsägare: A [1]",
        "    Källa: direktiv.md, s. 2: ”Uppdragsägare: A och B”",
    ]


def test_times_of_a_point_that_cannot_both_be_true_are_told() -> None:
    told = list(RegisterPage(TITLE, [point(1, "2025-10-20", 10), point(2, "2025-10-31", 60)]).lines())
    assert (
        told[-1]
        == "  Källorna är oense: olika tid anges för BP3: 20 oktober 2025 respektive 31 oktober 2025."
    )


def test_times_that_agree_are_no_conflict() -> None:
    page = RegisterPage(TITLE, [point(1, "2025-10-20", 10), point(2, "2025-10-20", 60)])
    assert not any("oense" in line for line in page.lines())


def test_a_row_that_another_fact_tells_of_is_left_out() -> None:
    first = role(1, "A")
    row = entry(2, RowFact(span=first.source.span, subject=TITLE, cells=()), first.source.quote, 40)
    assert not any("[2]" in line for line in RegisterPage(TITLE, [first, row]).lines())
