"""Claims about words: stems, compounds, numbers."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from knowledge.swedish_words import SwedishWords, folded


@pytest.mark.parametrize(
    ("compound", "stem", "parts"),
    [
        ("hyrberoende", "hyrberoend", ("hyr", "beroend")),
        ("hyrberoendet", "hyrberoend", ("hyr", "beroend")),
        ("uppdragsdirektiv", "uppdragsdirektiv", ("uppdrag", "direktiv")),
        ("Regionstyrelsens", "regionstyr", ("region", "styr")),
        ("sjukvårdsnämnden", "sjukvårdsnämnd", ("sjukvård", "nämnd")),
        ("delårsrapporter", "delårsrapport", ("delår", "rapport")),
        ("hyrpersonalen", "hyrpersonal", ("hyr", "personal")),
        ("basenheternas", "basen", ("bas", "enhet")),
        ("kösituationen", "kösituation", ("kö", "situation")),
    ],
)
def test_splits_compounds_into_stems_of_their_parts(
    words: SwedishWords, compound: str, stem: str, parts: tuple[str, ...]
) -> None:
    assert words.forms(compound) == (stem, parts)


@pytest.mark.parametrize(
    "word",
    [
        "uppdrag",
        "förslag",
        "protokoll",
        "rapporten",
        "anställning",
        "ordförande",
        "avtal",
        "bassängen",
        "köparens",
    ],
)
def test_leaves_words_whole_that_only_look_like_compounds(words: SwedishWords, word: str) -> None:
    assert words.forms(word)[1] == ()


def test_knows_a_word_under_its_inflections(words: SwedishWords) -> None:
    assert (
        len({words.forms(word)[0] for word in ("nämnd", "nämnden", "nämndens", "nämnder", "Nämnderna")}) == 1
    )


def test_leaves_a_hanging_first_part_findable_as_the_word_it_is_of(words: SwedishWords) -> None:
    assert words.terms("hälso- och sjukvård")[0] == words.forms("hälsa")[0]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Dnr RS 68-2024", "rs68-2024"),
        ("RS 68–2024", "rs68-2024"),
        ("VO-2023-00265", "vo-2023-00265"),
        ("S2023/02379", "s2023/02379"),
        ("dnr 1043-2022", "1043-2022"),
        ("§ 142", "§142"),
        ("2024-12-17", "2024-12-17"),
        ("12,5 procent", "12,5"),
        ("10 000 kronor", "10000"),
        ("BP2", "bp2"),
    ],
)
def test_keeps_case_numbers_paragraphs_dates_and_numbers_whole(
    words: SwedishWords, text: str, term: str
) -> None:
    assert term in words.terms(text)


def test_finds_a_case_number_without_its_letters(words: SwedishWords) -> None:
    assert "68-2024" in words.terms("RS 68-2024")


def test_drops_stop_words_but_not_abbreviations_that_look_like_them(words: SwedishWords) -> None:
    assert words.terms("vem är det som har") == ()
    assert words.terms("IT") == ("it",)


def test_tells_parts_from_words_of_the_text(words: SwedishWords) -> None:
    assert [(each.term, each.is_part) for each in words.weighted_terms("vårdplats")] == [
        ("vårdplat", False),
        ("vård", True),
        ("plat", True),
    ]


def test_reads_composed_and_decomposed_letters_alike(words: SwedishWords) -> None:
    assert words.terms("na\u0308mnden") == words.terms("nämnden")


def test_folds_a_term_to_what_is_typed_without_diacritics() -> None:
    assert folded("nämnd åtgärd örebro") == "namnd atgard orebro"


def test_threads_get_the_same_terms(words: SwedishWords) -> None:
    text = "Regionstyrelsens uppdragsdirektiv om kompetensförsörjning och hyrberoende " * 20
    fresh = SwedishWords(words.vocabulary)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(fresh.terms, [text] * 40)) == {words.terms(text)}


def test_a_megabyte_of_one_word_is_read_in_time(words: SwedishWords) -> None:
    started = time.process_time()
    words.terms("a" * 300_000 + " " + "§" * 10_000 + "1-" * 20_000)
    words.terms("styrelse" * 2_000)
    assert time.process_time() - started < 60  # squared it would be hours


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemensam", "gemensamma"),
        ("skolskjuts", "skolskjutsarna"),
        ("hem", "hemmet"),
        ("vatten", "vattnet"),
        ("register", "registret"),
        ("plats", "platser"),
    ],
)
def test_forms_that_a_stemmer_keeps_apart_are_one_word(words: SwedishWords, one: str, other: str) -> None:
    assert words.forms(one)[0] == words.forms(other)[0]


def test_a_span_of_years_after_an_abbreviation_is_no_case_number(words: SwedishWords) -> None:
    assert "lss" in words.terms("boendeplan för LSS 2026–2035")
    assert "rs68-2024" in words.terms("RS 68-2024")


@pytest.mark.parametrize(
    "forms",
    [
        "kostnad kostnaden kostnader kostnaderna",
        "indikator indikatorn indikatorer indikatorerna",
        "värde värdet värden värdena",
        "förskola förskolan förskolans förskolor förskolorna",
        "förmåga förmågan förmågor",
        "månad månaden månader månaderna",
        "konsekvens konsekvensen konsekvenser konsekvenserna",
        "land landet länder länderna",
        "ledamot ledamoten ledamöter ledamöterna ledamöternas",
        "bok boken böcker böckerna",
        "stad staden städer städerna",
        "tjänsteman tjänstemannen tjänstemän tjänstemännen",
        "politiker politikern politikerna",
        "ansvar ansvaret ansvarar ansvarig",
        "år året åren årets",
        "driftskostnad driftskostnaden driftskostnader",
    ],
)
def test_all_forms_of_a_noun_are_one_term(words: SwedishWords, forms: str) -> None:
    assert len({words.forms(form)[0] for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    ["politiker politik", "buffert buffé", "lag lager", "regel regering", "nämnd nämnare"],
)
def test_words_of_their_own_stay_apart(words: SwedishWords, pair: str) -> None:
    one, other = pair.split()
    assert words.forms(one)[0] != words.forms(other)[0]


@pytest.mark.parametrize(
    ("form", "infinitive", "other"),
    [
        ("godkände", "godkänna", "godkänt"),
        ("inledde", "inleda", "inlett"),
        ("avslogs", "avslå", "avslagit"),
        ("antog", "anta", "antagits"),
        ("biföll", "bifalla", "bifallit"),
        ("bifölls", "bifalla", "bifaller"),
        ("tillsatte", "tillsätta", "tillsätter"),
        ("gav", "ge", "givit"),
        ("framgick", "framgå", "framgår"),
        ("samlades", "samla", "samlat"),
    ],
)
def test_knows_a_verb_by_any_of_its_forms(
    words: SwedishWords, form: str, infinitive: str, other: str
) -> None:
    verbs = words.verb_stems(form)
    assert set(verbs) == {words.forms(infinitive)[0]}
    assert words.forms(other)[0] in verbs[words.forms(infinitive)[0]]


@pytest.mark.parametrize(
    "word", ["nämnden", "planer", "frågor", "bostad", "kurs", "Ekhammar", "", "s", "2026"]
)
def test_what_is_no_verb_has_no_verb_forms(words: SwedishWords, word: str) -> None:
    assert words.verb_stems(word) == {}


def test_splits_a_compound_whose_last_word_drops_a_vowel(words: SwedishWords) -> None:
    assert words.forms("reservvattnet")[0] == words.forms("reservvatten")[0]
