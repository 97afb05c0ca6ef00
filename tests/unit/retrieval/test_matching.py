"""Claims about how well a source covers what a question asks about."""

from collections.abc import Mapping
from datetime import date

import pytest

from knowledge.swedish_words import SwedishWords
from knowledge.when import Precision, When
from retrieval.dates_held import asks_since_when, dates_held, dates_in
from retrieval.lexicon import LIGHT_WORDS
from retrieval.matching import AskedWord, Coverage, Matcher
from retrieval.question import Question
from retrieval.synonyms import SYNONYMS
from retrieval.understanding import understand
from tests.retrieval_fakes import a_day, a_matcher, a_year

TODAY = date(2026, 11, 23)


def cover(
    words: SwedishWords,
    question: str,
    text: str,
    context: str = "",
    document: str = "",
    counts: Mapping[str, int] | None = None,
    **abbreviations: str,
) -> Coverage:
    matcher = a_matcher(words, counts, **abbreviations)
    asked = matcher.ask(understand(Question(question, TODAY)))
    return matcher.coverage(asked, matcher.evidence(text, context, document))


def asked_word(matcher: Matcher, question: str, surface: str) -> AskedWord:
    asked = matcher.ask(understand(Question(question, TODAY)))
    return next(word for word in asked.words if word.surface == surface)


def test_a_source_that_holds_every_word_covers_the_question(words: SwedishWords) -> None:
    found = cover(words, "Vem leder Minska hyrberoendet?", "Hyrberoendet ska minska")
    assert (found.share, found.near, found.missing) == (1.0, 1.0, ())


def test_a_source_that_holds_none_covers_nothing_and_lacks_all(words: SwedishWords) -> None:
    found = cover(words, "Vem leder Minska hyrberoendet?", "Taxan för parkering höjs")
    assert (found.share, found.near) == (0.0, 0.0)
    assert [word.surface for word in found.missing] == ["Minska", "hyrberoendet"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("simhallen", "en simhall"),
        ("arkivens", "arkivet"),
        ("utredas", "utredning"),
        ("samordningen", "ska samordna"),
        ("omfördelningen", "medel omfördelas"),
        ("frånvarande", "förhinder anmäldes"),
        ("vildsvinsfrågan", "ersättning för vildsvin"),
        ("uppsägningen", "avtalet sägs upp"),
        ("gratis", "avgiftsfria resor"),
        ("dagiset", "en ny förskola"),
        ("säbo", "plats i särskilt boende"),
        ("nya", "ny chef"),
        ("skjutits", "arbetet är försenat"),
        ("sjukfrånvaron", "sjukfrånvaro"),
        ("sjukfrånvaro", "sjukfrånvaron"),
        ("förskolan", "en förskola"),
        ("område", "områdena"),
        ("fortsätta", "en fortsättning"),
        ("avsättning", "medel ska avsättas"),
        ("Moderaterna", "Eva Ros (M)"),
        ("M", "Moderaterna"),
    ],
)
def test_a_word_is_held_in_other_forms_derivations_and_synonyms(
    words: SwedishWords, asked: str, said: str
) -> None:
    found = cover(words, f"Vad gäller om {asked}?", said)
    assert found.share >= 0.9
    assert found.missing == ()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("När ska bidraget räknas upp?", "uppräkning av bidraget"),
        ("När läggs Ekby skola ned?", "nedläggning av Ekby skola"),
        ("När ska rutterna planeras om?", "omplanering av rutterna"),
    ],
)
def test_a_verb_with_its_particle_is_held_by_the_noun_of_both(
    words: SwedishWords, question: str, said: str
) -> None:
    assert cover(words, question, said).missing == ()


def test_a_preposition_further_on_is_no_particle(words: SwedishWords) -> None:
    asked = asked_word(a_matcher(words), "När gräver kommunen i parken om ledningen?", "gräver")
    assert not any(stem.startswith("om") for stem in asked.also)


def test_the_word_itself_is_surer_than_its_synonym_and_that_surer_than_its_parts(words: SwedishWords) -> None:
    itself = cover(words, "Vad gäller om hyrberoendet?", "hyrberoendet").share
    synonym = cover(words, "Vad gäller om kostnaden?", "priset").share
    parts = cover(words, "Vad gäller om hyrberoendet?", "beroende av att hyra personal, hyr").share
    part = cover(words, "Vad gäller om hyrberoendet?", "beroende").share
    assert itself > synonym > parts > part > 0


def test_a_compound_is_missing_when_only_a_small_part_of_it_is_there(words: SwedishWords) -> None:
    found = cover(words, "Vad gäller om hyrberoendet?", "att hyr lokaler")
    assert [word.surface for word in found.missing] == ["hyrberoendet"]


def test_another_word_that_shares_letters_is_not_held(words: SwedishWords) -> None:
    assert cover(words, "Vad gäller om simhallen?", "sporthallen").share == 0.0
    assert cover(words, "Vad gäller om arkivet?", "aktiviteten").share == 0.0
    assert cover(words, "Vad gäller om hamnen?", "namnet").share == 0.0


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("simhalen", "simhallen"),
        ("telefonvaxeln", "telefonväxeln"),
        ("rekrytteringen", "rekryteringen"),
        ("näravården", "nåravården"),
        ("forsaljningen", "försäljningen"),
        ("sjukfranvaron", "sjukfrånvaron"),
    ],
)
def test_a_misspelt_word_is_read_as_the_one_in_the_documents(
    words: SwedishWords, typed: str, known: str
) -> None:
    stem, _ = words.forms(known)
    assert cover(words, f"Vad gäller om {typed}?", known, counts={stem: 9}).share >= 0.9
    assert cover(words, f"Vad gäller om {typed}?", known).share == 0.0, "no document knows the word"


def test_a_word_that_the_documents_know_is_no_misspelling(words: SwedishWords) -> None:
    counts = {"simhall": 9, "simhal": 9}
    assert cover(words, "Vad gäller om simhalen?", "simhallen", counts=counts).share == 0.0


def test_a_letter_put_right_must_be_far_more_common(words: SwedishWords) -> None:
    assert cover(words, "Vad gäller om hallen?", "hällen", counts={"hall": 5, "häll": 8}).share == 0.0
    assert cover(words, "Vad gäller om hallen?", "hällen", counts={"hall": 1, "häll": 8}).share >= 0.9


def test_digits_are_never_misspelt(words: SwedishWords) -> None:
    assert cover(words, "Vad gäller om 14500 platser?", "14501", counts={"14501": 9}).share < 0.5


def test_an_abbreviation_is_held_by_what_it_stands_for(words: SwedishWords) -> None:
    said = "Hälso- och sjukvårdsnämnden beslutar"
    known = cover(words, "Vad gäller om HVN?", said, HVN="hälso- och sjukvårdsnämnden")
    assert known.share >= 0.9
    assert cover(words, "Vad gäller om HVN?", said).share == 0.0


def test_a_meaning_of_mere_small_words_is_no_meaning(words: SwedishWords) -> None:
    assert cover(words, "Vad gäller om HVN?", "något helt annat", HVN="och i").share == 0.0


def test_a_name_weighs_more_than_another_word(words: SwedishWords) -> None:
    matcher = a_matcher(words)
    name = asked_word(matcher, "Vad sade Vestlund om taxan?", "Vestlund")
    word = asked_word(matcher, "Vad sade Vestlund om taxan?", "taxan")
    assert name.is_name
    assert not word.is_name
    assert name.weight > word.weight
    said_name = cover(words, "Vad sade Vestlund om taxan?", "Vestlund").share
    said_word = cover(words, "Vad sade Vestlund om taxan?", "taxan").share
    assert said_name > said_word


def test_the_first_word_of_a_question_is_no_name_for_its_capital(words: SwedishWords) -> None:
    assert not asked_word(a_matcher(words), "Simhallen, när är den klar?", "Simhallen").is_name


def test_a_rare_word_weighs_more_than_a_common_one(words: SwedishWords) -> None:
    matcher = a_matcher(words, {"simhall": 1, "region": 90})
    question = "Vad gäller om simhallen i regionen?"
    assert (
        asked_word(matcher, question, "simhallen").weight > asked_word(matcher, question, "regionen").weight
    )


def test_a_word_of_every_day_weighs_little_and_an_asking_word_steers_only(words: SwedishWords) -> None:
    matcher = a_matcher(words)
    question = "Vem är uppdragsledare för simhallen som blev försenat?"
    subject = asked_word(matcher, question, "simhallen")
    assert asked_word(matcher, question, "försenat").is_light
    assert asked_word(matcher, question, "försenat").weight < 0.5 * subject.weight
    assert asked_word(matcher, question, "uppdragsledare").is_asking
    assert asked_word(matcher, question, "uppdragsledare").weight < 0.5 * subject.weight


def test_an_asking_word_is_counted_apart_from_the_subject(words: SwedishWords) -> None:
    without = cover(words, "Vem är uppdragsledare för simhallen?", "simhallen")
    with_it = cover(words, "Vem är uppdragsledare för simhallen?", "simhallen, uppdragsledare")
    assert without.share == with_it.share == 1.0
    assert (without.asking, with_it.asking) == (0.0, 1.0)


def test_words_around_the_quote_count_for_the_whole_but_not_as_near(words: SwedishWords) -> None:
    found = cover(words, "Vem leder simhallen?", "Mia Ek", context="Simhallen")
    assert (found.share, found.near) == (1.0, 0.0)


def test_what_the_documents_title_says_need_not_be_said_again(words: SwedishWords) -> None:
    found = cover(words, "Vem leder simhallen?", "Mia Ek", document="Direktiv om simhallen")
    assert found.share == 1.0
    assert 0.8 < found.near < 1.0


def test_a_question_about_nothing_is_covered_by_anything(words: SwedishWords) -> None:
    assert cover(words, "Vad är det?", "vad som helst").share == 1.0


YEAR_2024, YEAR_2025 = a_year(2024), a_year(2025)
YEARS = When(date(2023, 1, 1), date(2025, 12, 31), Precision.YEAR, "2023–2025")
IN_2024 = a_day("2024-12-17")


def test_no_date_asked_for_is_always_held() -> None:
    assert dates_held((), [YEAR_2025], []) == 1.0


@pytest.mark.parametrize("near", [YEAR_2024, IN_2024])
def test_a_year_in_the_quoted_words_is_held_whole(near: When) -> None:
    assert dates_held((YEAR_2024,), [near], []) == 1.0


def test_a_year_of_the_document_counts_less_and_least_when_the_words_name_another_year() -> None:
    of_document = dates_held((YEAR_2024,), [], [YEAR_2024])
    another_named = dates_held((YEAR_2024,), [YEAR_2025], [YEAR_2024])
    assert 1.0 > of_document > another_named > 0.0


def test_a_day_of_the_document_says_less_of_the_year_than_its_year() -> None:
    assert dates_held((YEAR_2024,), [], [IN_2024]) < dates_held((YEAR_2024,), [], [YEAR_2024])


def test_another_year_is_not_held() -> None:
    assert dates_held((YEAR_2024,), [YEAR_2025], [YEAR_2025]) == 0.0
    assert dates_held((YEAR_2024,), [], []) == 0.0


def test_a_span_of_years_holds_one_of_them_but_less_surely() -> None:
    assert 0.0 < dates_held((YEAR_2024,), [YEARS], []) < 1.0
    assert dates_held((YEARS,), [YEARS], []) == 1.0


def test_a_day_is_held_by_that_day_and_not_by_its_year_or_another_day() -> None:
    assert dates_held((IN_2024,), [a_day("2024-12-17")], []) == 1.0
    assert dates_held((IN_2024,), [a_day("2024-12-18")], []) == 0.0
    assert dates_held((IN_2024,), [YEAR_2024], []) == 0.0
    assert 0.0 < dates_held((IN_2024,), [], [a_day("2024-12-17")]) < 1.0


def test_each_of_several_dates_counts() -> None:
    assert dates_held((YEAR_2024, YEAR_2025), [YEAR_2025], []) == 0.5


def test_a_compound_is_held_by_another_whose_parts_mean_the_same(words: SwedishWords) -> None:
    held = cover(words, "Vad gäller om parkeringstaxan?", "parkeringsavgiften").share
    assert held > cover(words, "Vad gäller om parkeringstaxan?", "parkeringsskivan").share


def test_words_of_another_year_are_not_made_the_asked_one_by_the_day_of_their_document() -> None:
    assert dates_held((YEAR_2024,), [YEAR_2025], [IN_2024]) < dates_held((YEAR_2024,), [], [IN_2024])


def test_a_season_is_held_less_surely_by_its_year_and_not_by_another() -> None:
    summer = dates_in("sommaren 2024")
    assert 0.0 < dates_held(summer, [YEAR_2024], []) < 1.0
    assert dates_held(summer, [YEAR_2025], []) == 0.0


def test_a_document_named_by_its_year_is_not_another_years_that_speaks_of_it() -> None:
    assert dates_held((YEAR_2024,), [YEAR_2024], [YEAR_2025], of_document={2024}) == 0.0
    assert dates_held((YEAR_2024,), [], [YEAR_2024], of_document={2024}) > 0.0


def test_a_time_that_is_only_compared_with_is_not_what_words_are_of() -> None:
    assert dates_in("Värdet har höjts jämfört med 2024") == ()
    assert len(dates_in("klart senare än 2024")) == 1


def test_dates_are_found_in_words_and_never_given_a_year() -> None:
    assert [when.words for when in dates_in("senast den 31 maj 2027 och Q2 2025")] == [
        "den 31 maj 2027",
        "Q2 2025",
    ]
    assert dates_in("senast den 31 maj") == ()


def exact(words: SwedishWords, question: str, text: str) -> float:
    return cover(words, question, text).exact


@pytest.mark.parametrize("text", ["Dnr RS 68-2024", "RS 68-2024", "RS-68-2024", "rs 68–2024"])
def test_a_case_number_is_held_however_it_is_spaced(words: SwedishWords, text: str) -> None:
    assert exact(words, "Vad gäller RS 68-2024?", text) == 1.0


def test_another_case_number_is_not_held(words: SwedishWords) -> None:
    assert exact(words, "Vad gäller RS 68-2024?", "RS 69-2024") == 0.0
    assert exact(words, "Vad gäller RS 68-2024?", "RS 168-2024") == 0.0
    assert exact(words, "Vad gäller RS 8-2024?", "VRS 8-20245") == 0.0


@pytest.mark.parametrize("text", ["§ 142 Simhallen", "§142", "paragraf 142", "142 §", "§§ 142"])
def test_a_paragraph_is_held_by_its_sign_or_word(words: SwedishWords, text: str) -> None:
    assert exact(words, "Vad beslutades i § 142?", text) == 1.0


@pytest.mark.parametrize("text", ["§ 14", "§ 1423", "142 platser", "den 14 § 2"])
def test_another_paragraph_or_a_mere_number_is_not(words: SwedishWords, text: str) -> None:
    assert exact(words, "Vad beslutades i § 142?", text) == 0.0


def test_half_of_what_must_be_exact_is_half(words: SwedishWords) -> None:
    assert exact(words, "Vad beslutades i § 142, RS 68-2024?", "§ 142") == 0.5


def test_a_question_without_such_numbers_is_always_exact(words: SwedishWords) -> None:
    assert exact(words, "Vad beslutades om simhallen?", "något annat") == 1.0


def test_a_label_is_weighed_by_what_its_context_does_not_already_say(words: SwedishWords) -> None:
    matcher = a_matcher(words)
    asked = matcher.ask(understand(Question("När är pilottest i Digitalt arkiv?", TODAY)))
    assert matcher.own_share(asked, "Pilottest", "Digitalt arkiv") == 1.0
    assert matcher.own_share(asked, "Upphandling", "Digitalt arkiv") == 0.0
    assert matcher.own_share(asked, "Pilottest", "Digitalt arkiv, pilottest") == 1.0


@pytest.mark.parametrize(
    ("asked", "said", "is_named"),
    [
        ("cyklar", "cykelställ vid 11 hälsocentraler", False),
        ("platser", "25 vårdplatser öppnas", True),
        ("cyklar", "en cykel", True),
        ("risker", "riskplatser inventeras", False),
        ("vårdplatser", "25 vårdplatser öppnas", True),
        ("anställda", "250 medarbetare", True),
    ],
)
def test_a_compound_names_what_its_last_part_says(
    words: SwedishWords, asked: str, said: str, is_named: bool
) -> None:
    matcher = a_matcher(words)
    assert matcher.names(asked_word(matcher, f"Hur många {asked} finns?", asked), said) is is_named


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("sålde", "försäljning av fastigheten"),
        ("valdes", "val av ledamot"),
        ("köpte", "kommunen förvärvar marken"),
    ],
)
def test_the_forms_of_a_strong_verb_and_its_noun_are_one_word(
    words: SwedishWords, asked: str, said: str
) -> None:
    assert cover(words, f"Vem {asked} huset?", f"huset: {said}").missing == ()


def test_a_word_that_no_index_holds_is_not_asked_for(words: SwedishWords) -> None:
    assert cover(words, "Vad gäller vård efter stroke?", "vård vid stroke").missing == ()


def test_an_unknown_compound_is_held_by_the_known_word_that_it_begins_with(words: SwedishWords) -> None:
    known = {words.forms("passersystem")[0]: 3}
    assert cover(words, "Vad gäller i passersystemprojektet?", "passersystem", counts=known).share >= 0.9
    assert cover(words, "Vad gäller i passersystemprojektet?", "passersystem").share < 0.9


def test_a_plan_for_other_years_is_not_the_one_that_its_years_name() -> None:
    asked = dates_in("plan 2024–2027")
    assert dates_held(asked, dates_in("plan 2024–2027"), ()) == 1.0
    assert dates_held(asked, dates_in("plan 2026–2028"), ()) == 0.0


def test_a_phrase_that_means_a_word_keeps_a_word_that_says_so(words: SwedishWords) -> None:
    light = {words.forms(word)[0] for word in LIGHT_WORDS}
    phrases = [word for group in SYNONYMS for word in group if " " in word]
    said_by_a_light_word = [
        phrase for phrase in phrases if len(terms := words.terms(phrase)) < 2 and set(terms) <= light
    ]
    assert said_by_a_light_word == ["säga upp"]  # no index holds "upp", and nothing else says it


def test_free_of_charge_is_not_any_charge(words: SwedishWords) -> None:
    assert cover(words, "Vad gäller om gratis?", "avgiften höjs").share == 0.0


def test_the_year_that_a_change_is_measured_from_is_told_by_what_words_compare_with() -> None:
    words = "Jämfört med 2025 har avgiften stigit med 4 %."
    assert dates_in(words) == ()
    assert [when.words for when in dates_in(words, with_compared=True)] == ["2025"]
    assert asks_since_when("Hur mycket har avgiften stigit sedan 2025?")
    assert not asks_since_when("Hur hög var avgiften 2025?")
