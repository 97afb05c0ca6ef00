"""Numbered tables whose columns ran together still tell who answers for a row and when it is done."""

import pytest

from knowledge.parsing.flattened_plans import flattened_plans
from knowledge.reading.plain_text import read_plain_text

PLAN = """4. Åtgärder

Nr Åtgärd Ansvarig Medverkar Klart senast

1 Kartläggning av Fastighetsenheten HEVAB 2027-06-30
bryggor i viken

2 Larm vid dimma Hamnchefen Lots- 2027-04-30
och storm förvaltningen

3 Vattenbesparings- Miljö- och byggnads- Hamnchefen 2027-05-31
kampanj förvaltningen

4 Fler bojar Parkenheten – Fastställs
senare

5. Uppföljning

Planen följs upp varje år.
"""
RISKS = """Nr Risk Sannolikhet Konsekvens Riskvärde Åtgärd Ansvarig
1 Bryggan blir försenad 3 4 12 Vite i avtalet, reserv- Inköpschef
varv kontaktas
2 Kranen går sönder 2 5 10 Tät kontroll Lena Ek

Risker med värde 12 rapporteras.
"""


def rows(text: str) -> list[dict[str, str]]:
    return [{cell.name: cell.value for cell in fact.cells} for fact in flattened_plans(read_plain_text(text))]


def test_the_cells_of_a_measure_are_told_from_the_last_one_on() -> None:
    told = [tuple(row.values()) for row in rows(PLAN)]
    assert told == [
        ("1", "Kartläggning av bryggor i viken", "Fastighetsenheten", "HEVAB", "2027-06-30"),
        ("2", "Larm vid dimma och storm", "Hamnchefen", "Lotsförvaltningen", "2027-04-30"),
        ("3", "Vattenbesparingskampanj", "Miljö- och byggnadsförvaltningen", "Hamnchefen", "2027-05-31"),
        ("4", "Fler bojar", "Parkenheten", "", "Fastställs senare"),
    ]


def test_figures_part_a_risk_from_what_is_done_against_it() -> None:
    first, second = rows(RISKS)
    assert (first["Risk"], first["Riskvärde"], first["Ansvarig"]) == (
        "Bryggan blir försenad",
        "12",
        "Inköpschef",
    )
    assert "Åtgärd" not in first  # where it goes on cannot be told from the rest of the risk
    assert (second["Åtgärd"], second["Ansvarig"]) == ("Tät kontroll", "Lena Ek")


def test_a_row_quotes_its_lines_and_its_header() -> None:
    document = read_plain_text(PLAN)
    fact = list(flattened_plans(document))[1]
    assert (
        fact.span.quote(document.text)
        == "2 Larm vid dimma Hamnchefen Lots- 2027-04-30\noch storm förvaltningen"
    )
    assert fact.header_span is not None
    assert fact.header_span.quote(document.text) == "Nr Åtgärd Ansvarig Medverkar Klart senast"


@pytest.mark.parametrize(
    "text",
    [
        "Nr Åtgärd Ansvarig Klart\n1 Måla fyren senare 2027-06-30\n2 Laga kajen kanske 2027-07-30\n",
        "Nr Risk och Ansvarig i hamnen\n1 Storm Hamnchefen\n2 Dimma Hamnchefen\n",
        "Vi har tre mål.\n1 Måla fyren Hamnchefen 2027-06-30\n2 Laga kajen Hamnchefen 2027-07-30\n",
    ],
)
def test_rows_that_cannot_be_told_apart_are_left_out(text: str) -> None:
    assert rows(text) == []
