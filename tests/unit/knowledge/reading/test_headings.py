import pytest

from knowledge.blocks import BlockKind
from knowledge.reading.headings import (
    heading_within,
    inline_heading,
    is_known_heading,
    lists_references,
    looks_like_heading,
    names_recipients,
)
from knowledge.reading.plain_text import read_plain_text


@pytest.mark.parametrize(
    "line",
    [
        "Beslut",
        "Förslag till beslut:",
        "Sammanfattning av ärendet",
        "Protokollsutdrag skickas till:",
        "Beslutet skickas till",
        "Deltar ej i beslut",
        "Beslut – för fastställande i kommunfullmäktige",
        "Förslag till beslut på sammanträdet",
        "YRKANDEN",
        "5. Tidplan",
        "Bedömning ur ekonomisk dimension",
    ],
)
def test_knows_the_headings_of_minutes_and_plans(line: str) -> None:
    assert is_known_heading(line)


@pytest.mark.parametrize("line", ["beslut", "Beslutet fattades i maj.", "Nämnden beslutar", "Organisationen"])
def test_takes_no_sentence_for_a_known_heading(line: str) -> None:
    assert not is_known_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "Utredning om arbetskläder",
        "Fullmäktigeuppdrag 2027",
        "Vad arbetar rådet med i dag?",
        "Mål 3. God hälsa",
    ],
)
def test_a_line_without_verb_or_end_mark_can_be_a_heading(line: str) -> None:
    assert looks_like_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "N/A",
        "xxxx",
        "Punkten förklaras omedelbart justerad",
        "Samverkan är därmed fullgjord",
        "Uppdragsledare: Åsa Berg",
        "Antal vårdplatser 25 30",
        "Andel utbildade 60 %",
        "Vid protokollet",
        "Dnr 1043-2027",
        "2027-01-15",
        "Protokoll (nr 6) Sammanträdesdatum: 2027-12-16",
        "och fortsätter här",
        "Det är en mening.",
    ],
)
def test_a_value_field_signature_or_sentence_is_no_heading(line: str) -> None:
    assert not looks_like_heading(line)


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("Beslut 1. Arkivnämnden hemställer om samråd.", "Beslut"),
        ("Sammanfattning av ärendet Högsta domstolen har slagit fast.", "Sammanfattning av ärendet"),
        ("Skickas till Medlemskommunerna", "Skickas till"),
        ("Strategigrupp Strategigruppens syfte är formulerat enligt följande: planera.", "Strategigrupp"),
        (
            "Bilaga 2: Mål och mått Denna bilaga innehåller beskrivningar av alla mått.",
            "Bilaga 2: Mål och mått",
        ),
        (
            "7.1.1 Centrala mål: Fler i arbete Nämnd/Styrelse God måluppfyllelse Under året har",
            "7.1.1 Centrala mål: Fler i arbete",
        ),
    ],
)
def test_finds_the_heading_that_extraction_joined_to_its_paragraph(paragraph: str, heading: str) -> None:
    assert paragraph[: inline_heading(paragraph)] == heading


@pytest.mark.parametrize(
    "paragraph",
    [
        "Beslutet fattades av nämnden i maj 2027 efter en lång överläggning om kostnader.",
        "Uppdraget innebär att presentera en lägesbild för samtliga förvaltningar i regionen.",
        "Regeringen uppdrar åt Socialstyrelsen att beskriva behovet av platser i boenden.",
        "Yrkande – Samverkan för Staden (S) och (M).",
        "Insatser                    Ansvariga",
    ],
)
def test_a_sentence_keeps_its_first_word(paragraph: str) -> None:
    assert inline_heading(paragraph) == 0


def test_finds_a_known_heading_after_a_title_on_the_same_line() -> None:
    line = "Hemställan om samråd med arkivet Förslag till beslut I Arkivnämnden:"
    found = heading_within(line)
    assert found is not None
    assert line[slice(*found)] == "Förslag till beslut"


def test_a_sentence_that_mentions_a_proposal_is_not_cut() -> None:
    assert heading_within("Se nämndens yttrande. Förslag till beslut Lämnas av nämnden.") is None


def test_what_follows_dispatch_and_reference_headings_is_no_heading() -> None:
    assert names_recipients("Protokollsutdrag skickas till:")
    assert lists_references("Beslutsunderlag")
    assert not lists_references("Bakgrund")


def test_a_question_without_its_mark_is_a_heading_and_a_line_that_explains_letters_is_none() -> None:
    document = read_plain_text(
        "1. Varför gör vi detta\n\n1.1 Tanken\n\nFyrarna är gamla och lyser allt svagare för varje år som går.\n\n"
        "2. Vad kan gå fel\n\nS = sannolikhet, K = konsekvens, V = S x K\n\nDimman kan dölja skäret hela hösten.\n\n"
        "3. Vilka är med\n\n3.1 Krav\n- Lampan ska lysa.\n- Bojen ska flyta.\n"
    )
    assert [block.text for block in document.blocks if block.kind is BlockKind.HEADING] == [
        "1. Varför gör vi detta",
        "1.1 Tanken",
        "2. Vad kan gå fel",
        "3. Vilka är med",
        "3.1 Krav",
    ]
