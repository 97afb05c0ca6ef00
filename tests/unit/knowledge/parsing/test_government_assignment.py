"""Government assignments in free text: who is to do it, and when it is to be reported."""

import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AmountFact, AssignmentFact, DeadlineFact, Fact, LinkFact, Role, RoleFact
from knowledge.parsing.government_assignment import is_government_assignment, read_government_assignment
from knowledge.reading.markdown import read_markdown
from knowledge.when import Precision

PROFILE = DocumentProfile("Uppdrag", DocumentKind.DIRECTIVE, date=dt.date(2025, 11, 1), year=2025)


def read(text: str) -> tuple[Fact, ...]:
    return read_government_assignment(read_markdown(text), PROFILE)


def addressees(text: str) -> list[str]:
    return [fact.holder for fact in read(text) if isinstance(fact, RoleFact) and fact.role is Role.ADDRESSEE]


def deadlines(text: str) -> list[tuple[str, str]]:
    return [(fact.label, str(fact.due.end)) for fact in read(text) if isinstance(fact, DeadlineFact)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Regeringen uppdrar åt Sjöverket att kartlägga farleder.", ["Sjöverket"]),
        (
            "Regeringen ger Havs- och kustmyndigheten, Fyrstyrelsen (FYS) och Länsstyrelsen i Norra län i uppdrag att räkna fyrar.",
            ["Havs- och kustmyndigheten", "Fyrstyrelsen", "Länsstyrelsen i Norra län"],
        ),
        (
            "Myndigheten för press, radio och tv får i uppdrag att mäta ljud.",
            ["Myndigheten för press, radio och tv"],
        ),
        (
            "Regeringen uppdrar åt länsstyrelserna i Norra, Södra och Västra län att räkna älgar.",
            ["länsstyrelserna i Norra, Södra och Västra län"],
        ),
        ("En särskild utredare ska se över fyravgifterna.", ["En särskild utredare"]),
        ("Torsdagen den 3 maj gav regeringen Fyrverket i uppdrag att släcka.", ["Fyrverket"]),
        ("Regeringen förlänger tiden för Fyrverkets uppdrag att släcka.", ["Fyrverket"]),
    ],
)
def test_names_those_who_are_given_the_assignment(sentence: str, names: list[str]) -> None:
    assert addressees(f"# Ett uppdrag\n\n{sentence}\n") == names


def test_a_supplement_is_addressed_to_the_inquiry_of_its_title() -> None:
    text = "# Tilläggsdirektiv till Utredningen om fyrar (N 2020:01)\n\nUtredaren ska även räkna bojar.\n"
    assert addressees(text) == ["Utredningen om fyrar"]


def test_former_givings_yield_to_the_present_one() -> None:
    text = (
        "# Uppdrag om fyrar\n\nRegeringen uppdrar åt Fyrverket att räkna fyrar.\n\n## Bakgrund\n\n"
        "Regeringen gav den 3 maj 2020 Bojverket i uppdrag att räkna bojar.\n"
    )
    assert addressees(text) == ["Fyrverket"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Fyrverket ska senast den 1 mars 2026 delredovisa uppdraget och senast den 1 mars 2027 slutredovisa det.",
            [("delredovisa", "2026-03-01"), ("slutredovisa", "2027-03-01")],
        ),
        (
            "Uppdraget ska delredovisas senast den 30 september 2026 respektive 2027 till Regeringskansliet.",
            [("delredovisas", "2026-09-30"), ("delredovisas", "2027-09-30")],
        ),
        (
            "Uppdraget ska delredovisas senast den 4 maj 2026, den 24 mars 2027 och slutredovisas senast den 24 mars 2028.",
            [("delredovisas", "2026-05-04"), ("delredovisas", "2027-03-24"), ("slutredovisas", "2028-03-24")],
        ),
        (
            "Fyrverket ska i stället för den 1 maj 2026 redovisa uppdraget senast den 1 juni 2026.",
            [("redovisa", "2026-06-01")],
        ),
        ("Den 1 mars 2027 ska verket lämna en samlad redovisning.", [("lämna", "2027-03-01")]),
        ("Utredningstiden förlängs till den 30 juni 2026.", [("förlängs", "2026-06-30")]),
        ("Uppdraget rapporterades den 25 oktober 2016.", []),
        ("Fyrverket kom in med en skrivelse den 16 juni 2017.", []),
    ],
)
def test_reads_each_deadline_of_a_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert deadlines(f"# Uppdrag till Fyrverket\n\n{sentence}\n") == expected


def test_a_deadline_that_was_moved_is_not_reported_as_standing() -> None:
    text = (
        "# Tilläggsdirektiv till Fyrutredningen\n\nRegeringen beslutade den 4 maj 2024 kommittédirektiv om fyrar (dir. 2024:9). "
        "Enligt direktiven skulle uppdraget redovisas senast den 1 mars 2025. Utredningstiden förlängs. "
        "Uppdraget ska i stället redovisas senast den 1 mars 2026.\n"
    )
    assert deadlines(text) == [("redovisas", "2026-03-01")]
    link = next(fact for fact in read(text) if isinstance(fact, LinkFact) and fact.relation == "extends")
    assert link.target == "dir. 2024:9"
    assert link.on is not None
    assert link.on.start == dt.date(2024, 5, 4)


def test_a_yearly_report_comes_first_after_the_document() -> None:
    fact = next(
        fact
        for fact in read("# Uppdrag\n\nFyrverket ska årligen senast den 31 oktober redovisa uppdraget.\n")
        if isinstance(fact, DeadlineFact)
    )
    assert fact.due.yearly
    assert fact.due.start == dt.date(2026, 10, 31)


def test_a_report_that_comes_with_another_event_has_no_day() -> None:
    fact = next(
        fact
        for fact in read(
            "# Uppdrag\n\nFyrverket ska redovisa uppdraget i samband med årsredovisningen för 2026.\n"
        )
        if isinstance(fact, DeadlineFact)
    )
    assert fact.due.precision is Precision.EVENT
    assert fact.due.start is None


def test_list_items_are_read_with_the_words_that_lead_in_to_them() -> None:
    text = "# Uppdrag\n\nFyrverket ska bland annat\n\n* räkna fyrar,\n* senast den 1 maj 2026 redovisa uppdraget till Regeringskansliet.\n"
    assert deadlines(text) == [("redovisa", "2026-05-01")]


def test_money_that_is_to_be_claimed_is_no_report_and_is_an_amount() -> None:
    text = (
        "# Uppdrag\n\nRegeringen uppdrar åt Fyrverket att räkna fyrar. För uppdraget får verket använda högst 300 000 kronor under 2026. "
        "Rekvisitionen ska lämnas senast den 1 december 2026.\n"
    )
    assert deadlines(text) == [("Rekvisitionen", "2026-12-01")]
    assert [(fact.amount, fact.period) for fact in read(text) if isinstance(fact, AmountFact)] == [
        ("300 000 kronor", "2026")
    ]


def test_every_quote_is_what_its_span_points_at() -> None:
    text = "# Uppdrag till Fyrverket\n\nRegeringen uppdrar åt Fyrverket att räkna fyrar.\n"
    document = read_markdown(text)
    quotes = [fact.span.quote(document.text) for fact in read(text) if isinstance(fact, AssignmentFact)]
    assert quotes == ["Regeringen uppdrar åt Fyrverket att räkna fyrar."]


def test_a_template_is_not_taken_for_a_government_assignment() -> None:
    assert not is_government_assignment(read_markdown("# Uppdragsdirektiv\n\nUppdragsledare: Ada Ek\n"))
    assert is_government_assignment(
        read_markdown("# Uppdrag\n\nRegeringen ger Fyrverket i uppdrag att släcka.\n")
    )
