"""Abbreviations and terms are read from lists, columns and sentences that explain them."""

import pytest

from knowledge.parsing.abbreviations import read_abbreviations
from knowledge.reading.plain_text import read_plain_text


def explained(text: str) -> list[tuple[str, str]]:
    return [(fact.subject, fact.meaning) for fact in read_abbreviations(read_plain_text(text))]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Med stor våg menas en våg som är högre än två meter.", [("stor våg", "en våg som är högre än två meter")]),
        (
            "Med NHM avses Norra hamnens magasin och med SLV slussen i Lövvik.",
            [("NHM", "Norra hamnens magasin"), ("SLV", "slussen i Lövvik")],
        ),
        (
            "I listan betyder HF hamnförvaltningen, LoS lotsning och sjöräddning och BEB båt- och enskilda bryggor.",
            [
                ("HF", "hamnförvaltningen"),
                ("LoS", "lotsning och sjöräddning"),
                ("BEB", "båt- och enskilda bryggor"),
            ],
        ),
        (
            "I det följande används HN för hamnnämnden samt FN för farledsnämnden.",
            [("HN", "hamnnämnden"), ("FN", "farledsnämnden")],
        ),
        ("Koder: BP: bojpunkt; MP = mätpunkt.", [("BP", "bojpunkt"), ("MP", "mätpunkt")]),
        ("Lagen (1999:17) om bojar och sjömärken, nedan kallad LBS, gäller.", [("LBS", "Lagen (1999:17) om bojar och sjömärken")]),
        ("Tillsyn enligt lag (1999:2) om farliga bojar i vikar (LFB) görs.", [("LFB", "lag (1999:2) om farliga bojar i vikar")]),
        ("Lag om farliga bojar (LHS) gäller.", []),
        ("HMT används som kortnamn för hemmateamet i all kontakt.", [("HMT", "hemmateamet")]),
        ("Direktivet för Sunda Kraft & Vatten AB (SKVAB) antas.", [("SKVAB", "Sunda Kraft & Vatten AB")]),
        ("Lotsstation förkortas LS i planen.", [("LS", "Lotsstation")]),
        ("Uppgifterna hämtas ur boj- och lotsdatabasen (Boloda).", [("Boloda", "boj- och lotsdatabasen")]),
        ("Med detta avses ingenting särskilt.", []),
        ("HN är ny. KS: Eva Ek leder arbetet.", []),
        ("Båtarna ligger i hamnen vid sjön (Hamnsjö).", []),
    ],
)  # fmt: skip
def test_a_sentence_explains_a_term(sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert explained(f"Inledning\n\n{sentence}\n") == wanted


def test_the_first_line_of_a_list_in_columns_is_a_term_and_no_header() -> None:
    assert explained("""Förkortningar

BP     bojpunkt
FRS    farled
""") == [("BP", "bojpunkt"), ("FRS", "farled")]


def test_short_forms_in_columns_may_stand_in_one_block() -> None:
    assert explained("""Bojar 12 14
Förklaringar
bNPS  mått på hur gärna lotsar rekommenderar bojen
MT    marin teknik
""") == [("bNPS", "mått på hur gärna lotsar rekommenderar bojen"), ("MT", "marin teknik")]


def test_a_heading_of_one_word_opens_a_list_of_terms() -> None:
    assert explained("""3. Hamnen

Hamnen har tre bryggor och en kran.

Begrepp
BP – bojpunkt
Bojbrist – hinder som drabbar den som lägger till
""") == [("BP", "bojpunkt"), ("Bojbrist", "hinder som drabbar den som lägger till")]
