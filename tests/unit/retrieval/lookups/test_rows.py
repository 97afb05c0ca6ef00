"""Claims about cells of tables that no other kind of fact holds."""

from dataclasses import replace

import pytest

from knowledge.blocks import Span
from knowledge.documents import DocumentKind
from knowledge.facts import NamedCell, RowFact
from knowledge.swedish_words import SwedishWords
from retrieval.answer import Outcome
from retrieval.candidate import Candidate
from retrieval.lookups.rows import rows
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

PLAN = a_fact_document("Handlingsplan för simhallarna", on="2026-01-15")


def a_row(*cells: tuple[str, str]) -> RowFact:
    return RowFact(span=SOMEWHERE, subject=cells[0][1], cells=tuple(NamedCell(*cell) for cell in cells))


@pytest.fixture
def facts() -> FakeFacts:
    held = FakeFacts()
    held.hold(
        a_row(
            ("Åtgärd", "Byta reningsverk"),
            ("Ansvarig", "Driftchef Mia Ek"),
            ("Klart", "mars 2027"),
            ("Kostnad", "–"),
        ),
        "Byta reningsverk | Driftchef Mia Ek | mars 2027 | –",
        PLAN,
        header="Åtgärd | Ansvarig | Klart | Kostnad",
    )
    held.hold(
        a_row(("Nyckeltal", "Kölängd i kassan"), ("Utfall 2024", "12 min"), ("Mål 2025", "8 min")),
        "Kölängd i kassan | 12 min | 8 min",
        PLAN,
        header="Nyckeltal | Utfall 2024 | Mål 2025",
    )
    held.hold(
        RowFact(span=SOMEWHERE, subject=PLAN.title, cells=(NamedCell("Kontaktperson", "Ali Berg"),)),
        "Kontaktperson: Ali Berg",
        PLAN,
    )
    return held


def best(words: SwedishWords, question: str, facts: FakeFacts) -> Candidate | None:
    return max(rows(an_inquiry(words, question, facts)), key=lambda each: each.score, default=None)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vem ansvarar för att byta reningsverk?", "Byta reningsverk – ansvarig: Driftchef Mia Ek."),
        ("Vem äger åtgärden att byta reningsverk?", "Byta reningsverk – ansvarig: Driftchef Mia Ek."),
        ("När är det klart att byta reningsverk?", "Byta reningsverk – klart: mars 2027."),
        ("Vad blev utfallet för kölängden i kassan 2024?", "Kölängd i kassan – utfall 2024: 12 min."),
        ("Hur lång är kölängden i kassan jämfört med målet?", "utfall 2024: 12 min, mål 2025: 8 min"),
        ("Vem är kontaktperson för simhallarnas handlingsplan?", "Kontaktperson: Ali Berg."),
    ],
)
def test_the_cell_that_is_asked_for_is_given(
    words: SwedishWords, question: str, said: str, facts: FakeFacts
) -> None:
    found = best(words, question, facts)
    assert found is not None
    assert found.outcome is Outcome.ANSWERED
    assert said in found.text


def test_the_row_is_cited_with_its_header(words: SwedishWords, facts: FakeFacts) -> None:
    found = best(words, "Vem ansvarar för att byta reningsverk?", facts)
    assert found is not None
    assert [source.quote[:6] for source in found.sources] == ["Byta r", "Åtgärd"]


def test_an_empty_cell_is_said_to_be_empty(words: SwedishWords, facts: FakeFacts) -> None:
    found = best(words, "Hur stor är kostnaden för att byta reningsverk?", facts)
    assert found is not None
    assert (found.outcome, found.text) == (
        Outcome.NOT_FILLED_IN,
        "Det är inte ifyllt för Byta reningsverk – kostnad.",
    )


def test_a_figure_of_another_year_is_said_to_be_missing(words: SwedishWords, facts: FakeFacts) -> None:
    found = best(words, "Vad blev utfallet för kölängden i kassan 2025?", facts)
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    ["Vem gav uppdraget att byta reningsverk?", "Varför byts reningsverket?", "Vem äger biblioteket?"],
)
def test_what_no_column_holds_is_not_answered(words: SwedishWords, question: str, facts: FakeFacts) -> None:
    assert best(words, question, facts) is None


@pytest.mark.parametrize("mark", ["?", "???", "–"])
def test_a_mark_for_nothing_is_no_time(words: SwedishWords, mark: str) -> None:
    held = FakeFacts()
    held.hold(
        a_row(("Vad", "Ny tidplan"), ("Vem", "Mia"), ("Klart", mark)), f"Ny tidplan | Mia | {mark}", PLAN
    )
    found = best(words, "När är den nya tidplanen klar?", held)
    assert found is not None
    assert found.outcome is Outcome.NOT_FILLED_IN


def test_a_title_that_no_list_holds_is_told_from_the_column_of_who_answers(words: SwedishWords) -> None:
    held = FakeFacts()
    held.hold(
        a_row(("Vad kontrolleras", "Klorhalten mäts"), ("Metod", "Stickprov"), ("Ansvar", "Badapotekare")),
        "Klorhalten mäts | Stickprov | Badapotekare",
        PLAN,
    )
    found = best(words, "Vem ansvarar för att kontrollera att klorhalten mäts?", held)
    assert found is not None
    assert found.text == "Klorhalten mäts – ansvar: Badapotekare."


def table(*of_rows: tuple[tuple[str, str], ...]) -> FakeFacts:
    held, header = FakeFacts(), Span(0, 9)
    for cells in of_rows:
        fact = replace(a_row(*cells), header_span=header)
        held.hold(
            fact, " | ".join(value for _, value in cells), PLAN, header=" | ".join(name for name, _ in cells)
        )
    return held


def test_a_row_is_not_told_where_another_of_its_table_fits_as_well(words: SwedishWords) -> None:
    held = table((("Post", "Hyror"), ("Prognos helår", "92")), (("Post", "Löner"), ("Prognos helår", "77")))
    assert best(words, "Vad är prognosen för helåret för simhallarna?", held) is None
    found = best(words, "Vad är prognosen för löner på helåret?", held)
    assert found is not None
    assert "77" in found.text


def test_the_number_of_a_row_counts_nothing(words: SwedishWords) -> None:
    held = table((("Ärende", "Antal lov för simhallarna"), ("Nr", "M 4")))
    found = best(words, "Hur många lov för simhallarna?", held)
    assert found is None or found.outcome is not Outcome.ANSWERED


def test_a_bare_figure_tells_nothing_of_what_holds(words: SwedishWords) -> None:
    held = FakeFacts()
    held.hold(
        RowFact(span=SOMEWHERE, subject=PLAN.title, cells=(NamedCell("Badvakter i simhallarna", "12"),)),
        "Badvakter i simhallarna: 12",
        PLAN,
    )
    assert best(words, "Vad gäller om badvakter i simhallarna inte kommer?", held) is None
    assert best(words, "Hur många badvakter i simhallarna?", held) is not None


def test_what_was_done_is_not_told_by_its_target(words: SwedishWords) -> None:
    held = table((("Mått", "Antal lektioner"), ("Utfall 2024", "96"), ("Mål 2025", "120")))
    found = best(words, "Hur många lektioner gjorde simhallarna 2025?", held)
    assert found is None or found.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(("year", "is_answered"), [(2027, True), (2026, False)])
def test_a_figure_is_of_the_year_of_its_heading_and_not_of_the_meeting(
    words: SwedishWords, year: int, is_answered: bool
) -> None:
    facts = FakeFacts()
    minutes = a_fact_document("Protokoll 2026-11-19", kind=DocumentKind.MINUTES, on="2026-11-19")
    row = RowFact(
        span=SOMEWHERE, subject=minutes.profile.title, cells=(NamedCell("Åby Bostäder AB", "0,4 %"),)
    )
    facts.hold(replace(row, section="§ 4 Borgensavgift 2027 › Beslut"), "Åby Bostäder AB 0,4 %", minutes)
    found = best(words, f"Vilken borgensavgift har Åby Bostäder {year}?", facts)
    assert (found is not None and found.coverage.dates > 0.5) == is_answered
