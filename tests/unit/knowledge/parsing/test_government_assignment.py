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
        (
            "Regeringen ändrar uppdraget till Fyrverket och de myndigheter som anges i bilagan att släcka.",
            ["Fyrverket", "de myndigheter som anges i bilagan"],
        ),
        (
            "Regeringen ger, i enlighet med 7 § förordningen (2021:663) om fyrar, Fyrverket och Sjöverket i uppdrag att släcka.",
            ["Fyrverket", "Sjöverket"],
        ),
        (
            "Regeringen uppdrar åt Fyrverket och Kungl. Tekniska högskolan att släcka.",
            ["Fyrverket", "Kungl. Tekniska högskolan"],
        ),
        ("Fyrverket ska, i samråd med Sjöverket, räkna fyrar.", ["Fyrverket"]),
        ("Fyrverket har i uppdrag att räkna fyrar.", ["Fyrverket"]),
        ("Regeringen beslutar att Fyrverket, i samverkan med Sjöverket, ska räkna fyrar.", ["Fyrverket"]),
        (
            "Med ändring av regeringens beslut den 3 maj 2025 ska Fyrverket senast den 1 juni 2026 redovisa uppdraget.",
            ["Fyrverket"],
        ),
        ("Regeringskansliet har beslutat att en utredare ska se över fyrarna.", ["en utredare"]),
        ("Regeringen uppdrar i maj åt Fyrverket att släcka.", ["Fyrverket"]),
        ("Regeringen Uppdrar år Fyrverket (FV)att släcka.", ["Fyrverket"]),
        ("Nu ger regeringen Fyrverket flera uppdrag om bojar.", ["Fyrverket"]),
        ("Regeringen lämnar tre uppdrag om bojar. Fyrverket ska räkna dem.", ["Fyrverket"]),
        ("Regeringen beslutar att ge Fyrverket ett samlat uppdrag om bojar.", ["Fyrverket"]),
        ("Regeringen beslutar om uppdrag till Fyrverket för 2026.", ["Fyrverket"]),
        (
            "Regeringen gav den 3 december 2024, som ett led i planen för kusten, Fyrverket i uppdrag att släcka.",
            ["Fyrverket"],
        ),
        ("Regeringen gav den 8 december 2024 i uppdrag åt Fyrverket att släcka.", ["Fyrverket"]),
        (
            "Regeringen uppdrar åt Fyrverket, i egenskap av ägare, och Bojverket genom Bojcentret att släcka.",
            ["Fyrverket", "Bojverket"],
        ),
        (
            "Regeringen uppdrar åt Fyr-myndigheten och Kustbevaknings-verket.",
            ["Fyr-myndigheten", "Kustbevakningsverket"],
        ),
        (
            "Regeringen uppdrar åt Myndigheten för fyrar och bojar, Sjö- och kustverket, länsstyrelserna och Sveriges Kommuner och Regioner att räkna.",
            [
                "Myndigheten för fyrar och bojar",
                "Sjö- och kustverket",
                "länsstyrelserna",
                "Sveriges Kommuner och Regioner",
            ],
        ),
        (
            "De regionala fyrnämnderna i Norrby, Söderby och Västby får i uppdrag att räkna fyrar.",
            ["De regionala fyrnämnderna i Norrby, Söderby och Västby"],
        ),
        ("Regeringen beslutar att Fyrverket ska uppdra åt kommuner att räkna fyrar.", ["Fyrverket"]),
        ("Regeringen erbjuder samtliga regioner att räkna fyrar.", ["samtliga regioner"]),
        ("Regeringen ändrar tidpunkten för Fyrverkets uppdrag.", ["Fyrverket"]),
        ("Med bifall till Fyrverkets framställan ska uppdraget redovisas senare.", ["Fyrverket"]),
        (
            "Regeringen beslutade den 3 maj 2025 att en särskild utredare, som är nationell rådgivare, ska se över fyrarna.",
            ["en särskild utredare"],
        ),
        (
            "Länsstyrelsen i Norra län får i uppdrag att räkna fyrar. Regeringen uppdrar vidare åt länsstyrelsen att räkna bojar.",
            ["Länsstyrelsen i Norra län"],
        ),
        ("Fyrverket får i uppdrag att räkna fyrar. Verket får i uppdrag att räkna bojar.", ["Fyrverket"]),
        ("I Fyrrådet ska fem personer ingå.", []),
    ],
)
def test_names_those_who_are_given_the_assignment(sentence: str, names: list[str]) -> None:
    assert addressees(f"# Ett uppdrag\n\n{sentence}\n") == names


def test_a_supplement_is_addressed_to_the_inquiry_of_its_title() -> None:
    text = "# Tilläggsdirektiv till Utredningen om fyrar (N 2020:01)\n\nUtredaren ska även räkna bojar.\n"
    assert addressees(text) == ["Utredningen om fyrar"]


def test_an_inquiry_goes_by_its_name_alone() -> None:
    title = "# Tilläggsdirektiv till Fyrberedningen (M 2010:04) – en strategi för fyrar\n"
    assert addressees(title) == ["Fyrberedningen"]


def test_the_title_names_all_where_the_sentences_give_one_part_each() -> None:
    text = "# Uppdrag till Fyrverket och Sjöverket att räkna\n\nRegeringen uppdrar åt Fyrverket att räkna fyrar.\n"
    assert addressees(text) == ["Fyrverket", "Sjöverket"]


@pytest.mark.parametrize(
    "listed",
    [
        "Regeringen uppdrar åt följande myndigheter att räkna fyrar.\n\n* Fyrverket,\n* Sjöverket, och\n* Länsstyrelsen i Norra län.\n\nFyrverket ska samordna arbetet.",
        "Regeringen ger följande myndigheter i uppdrag att räkna fyrar: Fyrverket, Sjöverket och Länsstyrelsen i Norra län.",
        "Regeringen ger tre myndigheter i uppdrag att räkna fyrar.\n\nMyndigheterna räknar var för sig.\n\nDessa får uppdraget:\n\n* Fyrverket\n* Sjöverket\n* Länsstyrelsen i Norra län",
    ],
)
def test_those_who_are_announced_are_the_listed_ones(listed: str) -> None:
    text = f"# Uppdrag att räkna fyrar\n\n{listed}\n"
    assert addressees(text) == ["Fyrverket", "Sjöverket", "Länsstyrelsen i Norra län"]


def test_a_collective_without_a_list_stays_as_written() -> None:
    text = "# Uppdrag\n\nRegeringen ger nio myndigheter i uppdrag att räkna fyrar.\n\n* räkna fyrar,\n* räkna bojar.\n"
    assert addressees(text) == ["nio myndigheter"]


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
        ("Utredningstiden förlängs till den 30 juni 2026.", [("Utredningstiden", "2026-06-30")]),
        ("Utredaren ska lämna sitt förslag den 30 december 2026.", [("lämna", "2026-12-30")]),
        (
            "Fyrverket ska till den 15 oktober 2026 redovisa ett samlat underlag.",
            [("redovisa", "2026-10-15")],
        ),
        (
            "Fyrverket ska den 28 februari 2026 och den 28 februari 2027 inkomma med ekonomiska redovisningar.",
            [("inkomma", "2026-02-28"), ("inkomma", "2027-02-28")],
        ),
        (
            "Fyrverket ska redovisa framdriften vid följande tillfällen: den 8 juni 2026 och den 14 juni 2027.",
            [("redovisa", "2026-06-08"), ("redovisa", "2027-06-14")],
        ),
        (
            "Uppdraget ska bedrivas till och med den 31 december 2026 och slutredovisas senast vid den tidpunkten.",
            [("slutredovisas", "2026-12-31")],
        ),
        (
            "Medlen ska återbetalas senast i samband med slutredovisningen den 1 juni 2026.",
            [("slutredovisningen", "2026-06-01")],
        ),
        (
            "Överlämningen av delbetänkandet kommer att ske den 5 mars 2026.",
            [("delbetänkandet", "2026-03-05")],
        ),
        ("Uppdraget redovisas löpande fram till den 31 december 2026.", []),
        (
            "Kommittén skulle ha redovisat uppdraget den 31 december 2025, men får nu förlängt till den 30 maj 2026.",
            [("redovisat", "2026-05-30")],
        ),
        ("Utredningstiden förlängdes till den 29 mars 2026.", []),
        (
            "Tidpunkten för utredarens slutliga redovisning ändras till den 21 november 2026.",
            [("redovisning", "2026-11-21")],
        ),
        ("Ny tid för redovisning är den 28 februari 2026.", [("redovisning", "2026-02-28")]),
        (
            "Regeringen förlänger tiden för redovisning av uppdraget att räkna fyrar och bojar i de vatten som ligger norr om ön och söder om udden till den 1 september 2026.",
            [("redovisning", "2026-09-01")],
        ),
        (
            "Fyrverket delredovisar uppdraget dels den 30 juni 2026, dels den 30 juni 2027.",
            [("delredovisar", "2026-06-30"), ("delredovisar", "2027-06-30")],
        ),
        (
            "En delredovisning den 1 april 2026 och en slutredovisning den 31 mars 2027.",
            [("delredovisning", "2026-04-01"), ("slutredovisning", "2027-03-31")],
        ),
        (
            "Uppdraget ska slutredovisas senast den 30 november 2026 vad gäller fyrar och 30 september 2027 vad gäller bojar.",
            [("slutredovisas", "2026-11-30"), ("slutredovisas", "2027-09-30")],
        ),
        (
            "Verket ska redovisa sitt förslag senast den 1 mars 2026 och de nya reglerna ska träda i kraft senast den 1 juni 2027.",
            [("redovisa", "2026-03-01"), ("senast", "2027-06-01")],
        ),
        (
            "Fyrverket ska under åren 2026–2027 senast den 1 mars delredovisa och senast den 1 april 2028 slutredovisa uppdraget.",
            [("delredovisa", "2026-03-01"), ("delredovisa", "2027-03-01"), ("slutredovisa", "2028-04-01")],
        ),
        (
            "Medlen ska återbetalas senast den 31 mars 2026 då även en ekonomisk redovisning ska lämnas.",
            [("redovisning", "2026-03-31")],
        ),
        (
            "Verket ska senast den 28 februari varje år lämna ett intyg samt rapportera om mål, vilket även ska omfatta utfallet i myndighetens årsredovisning.",
            [("lämna", "2026-02-28")],
        ),
        (
            "Såväl redovisningen av fyrar som stödet ska offentliggöras senast den 30 april 2026.",
            [("offentliggöras", "2026-04-30")],
        ),
        ("Av redovisningen ska framgå vad som kostar mest under tiden före den 1 januari 2026.", []),
        ("Fyrverket har lämnat en delredovisning den 1 april 2025.", []),
        ("Den 1 oktober 2026 slutredovisar myndigheten uppdraget.", [("slutredovisar", "2026-10-01")]),
        (
            "Den 15 oktober 2026 ska utredaren bl.a. lämna förslag till instruktion.",
            [("lämna", "2026-10-15")],
        ),
        ("Rapporten ska ges in till Regeringskansliet den 1 december 2026.", [("ges in", "2026-12-01")]),
        (
            "Underlaget ska vara regeringen (Kustdepartementet) tillhanda senast den 16 mars 2026.",
            [("regeringen (Kustdepartementet) tillhanda", "2026-03-16")],
        ),
        (
            "Fyrverket ska senast den 15 februari 2026 informera Regeringskansliet om valet.",
            [("informera Regeringskansliet", "2026-02-15")],
        ),
        (
            "Planen är ett underlag till den rapport som regeringen ska lämna till Europeiska kommissionen senast den 30 juni 2026.",
            [],
        ),
        (
            "Enligt direktiven skulle den del av uppdraget som gäller hur fyrar, bojar och prickar på öppet vatten i norr och söder sköts, mäts och räknas, redovisas senast den 14 oktober 2025.",
            [],
        ),
        ("Fyrverket har begärt förlängd tid till den 1 februari 2026.", []),
        ("Arbetet ska bidra till att utsläppen är noll senast 2045 och lämna utrymme.", []),
        ("Uppdraget rapporterades den 25 oktober 2016.", []),
        ("Fyrverket kom in med en skrivelse den 16 juni 2017.", []),
    ],
)
def test_reads_each_deadline_of_a_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert deadlines(f"# Uppdrag till Fyrverket\n\n{sentence}\n") == expected


def test_the_same_day_is_the_one_named_before() -> None:
    text = (
        "# Uppdrag till Fyrverket\n\nMedlen ska återbetalas senast den 31 mars 2026. "
        "Vid samma tidpunkt ska en ekonomisk redovisning lämnas till Kammarkollegiet.\n"
    )
    assert deadlines(text)[-1] == ("redovisning", "2026-03-31")


def test_an_earlier_assignments_deadline_is_not_this_ones() -> None:
    text = (
        "# Uppdrag om fyrar\n\nRegeringen uppdrar åt Fyrverket att räkna fyrar.\n\n"
        "Regeringen uppdrog den 4 april 2025 åt Fyrverket att senast den 1 april 2026 lämna ett förslag.\n"
    )
    assert deadlines(text) == []


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


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        ("Uppdraget att räkna fyrar (N2024/00123) delas upp i två nya uppdrag.", ["splits"]),
        ("Regeringen delar uppdraget att räkna fyrar i ett uppdrag om fyrar och ett om bojar.", ["splits"]),
        ("Uppdraget delas mellan Fyrverket och Bojverket.", ["splits"]),
        ("Uppdraget ska delas upp i tre faser, en förstudie och två räkningar.", []),
        ("Kostnaden för fyrarna delas mellan Fyrverket och Bojverket.", []),
    ],
)
def test_links_an_assignment_that_is_split(sentence: str, relations: list[str]) -> None:
    links = [fact for fact in read(f"# Uppdrag till Fyrverket\n\n{sentence}\n") if isinstance(fact, LinkFact)]
    assert [link.relation for link in links] == relations


def test_a_split_names_the_case_that_it_splits() -> None:
    text = "# Delning av uppdraget att räkna fyrar\n\nUppdraget (N2024/00123) delas.\n"
    links = [fact for fact in read(text) if isinstance(fact, LinkFact)]
    assert [(link.relation, link.target) for link in links] == [("splits", "N2024/00123")]


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


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Uppdraget redovisas i FV:s årsredovisning för 2026.", "i FV:s årsredovisning för 2026"),
        (
            "Fyrverket redovisar uppdraget i årsredovisningarna för år 2026 och 2027.",
            "i årsredovisningarna för år 2026 och 2027",
        ),
        (
            "Fyrverket ska senast tre månader efter genomförd räkning lämna en redovisning.",
            "senast tre månader efter genomförd räkning",
        ),
        ("Uppdraget ska redovisas halvårsvis.", "halvårsvis"),
        ("Fyrverket ska varje år lämna en samlad rapport till Regeringskansliet.", "varje år"),
        ("Fyrverket ska fastställa vilka prestationer som årligen ska redovisas.", ""),
        ("Fyrverket ska årligen ta fram en rapport om fyrar.", ""),
        ("Rapporteringen ska omfatta utfallet i årsredovisningen.", ""),
    ],
)
def test_a_report_without_a_day_is_an_event_in_its_own_words(sentence: str, words: str) -> None:
    facts = [
        fact for fact in read(f"# Uppdrag till Fyrverket\n\n{sentence}\n") if isinstance(fact, DeadlineFact)
    ]
    assert [fact.due.words for fact in facts] == [words] * bool(words)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Uppdraget ska redovisas halvårsvis och slutredovisas senast den 30 juni 2026.",
            {"den 30 juni 2026", "halvårsvis"},
        ),
        (
            "En rapport ska lämnas senast den 30 juni 2026 och därefter årligen i årsredovisningen.",
            {"den 30 juni 2026", "i årsredovisningen"},
        ),
        (
            "Verket ska årligen redovisa arbetet i en rapport senast den 15 mars 2026 och 2027.",
            {"den 15 mars 2026 och 2027"},
        ),
    ],
)
def test_a_rhythm_stands_beside_a_day_only_with_a_report_of_its_own(sentence: str, words: set[str]) -> None:
    facts = [f for f in read(f"# Uppdrag till Fyrverket\n\n{sentence}\n") if isinstance(f, DeadlineFact)]
    assert {fact.due.words for fact in facts} == words


def test_a_supplement_keeps_the_inquirys_whole_name_up_to_its_number() -> None:
    title = "# Tilläggsdirektiv till Utredningen om fyrar avseende bojar (N 2020:01)\n"
    assert addressees(title) == ["Utredningen om fyrar avseende bojar"]


def test_a_yearly_day_says_all_that_a_bare_yearly_says() -> None:
    text = "# Uppdrag\n\nFyrverket ska årligen rapportera om fyrar. Rapporten ska lämnas senast den 31 mars varje år.\n"
    assert [due for _, due in deadlines(text)] == ["2026-03-31"]


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
