"""Claims about reading status messages, beyond the labelled ones."""

from datetime import date

import pytest

from knowledge.entries import State
from knowledge.status_message import KnownAssignment, StatusReading, read_status
from knowledge.status_usage import with_used_words
from knowledge.swedish_words import SwedishWords

KNOWN = [
    KnownAssignment(1, "Minska hyrberoendet"),
    KnownAssignment(2, "Digitalt arkiv", ("Införande av e-arkiv",)),
    KnownAssignment(3, "Nära vård 2027"),
    KnownAssignment(4, "Nära vård i glesbygd"),
]


@pytest.fixture
def read(words: SwedishWords):
    return lambda text: read_status(text, KNOWN, words, date(2026, 11, 23))


def test_two_assignments_that_fit_as_well_are_asked_about(read) -> None:
    (update,) = read("nära vård är gul").updates
    assert {each.id for each in update.candidates} == {3, 4}
    assert read("nära vård är gul").unclear


def test_the_words_that_tell_two_alike_assignments_apart_are_heard(read) -> None:
    assert [each.id for each in read("Nära vård i glesbygd är gul").updates[0].candidates] == [4]


def test_an_earlier_wording_names_the_assignment(read) -> None:
    assert [each.id for each in read("e-arkiv: grön").updates[0].candidates] == [2]


@pytest.mark.parametrize(
    "text",
    ["digitalt arkiv är inte klart", "digitalt arkiv blir klart i mars", "digitalt arkiv är nästan klart"],
)
def test_what_is_not_done_yet_is_not_done(read, text: str) -> None:
    assert all(update.state is not State.DONE for update in read(text).updates)


@pytest.mark.parametrize(
    "text", ["digitalt arkiv är varken grönt eller rött", "hyrberoendet röd, nej gul, eller grön"]
)
def test_several_states_are_no_state(read, text: str) -> None:
    assert [update.state for update in read(text).updates] in ([None], [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "🎉",
        "Den röda tråden i nära vård är viktig",
        "Region Sjöland satsar på grön omställning",
        "klart!",
        "Vad betyder gul för digitalt arkiv?",
        "x" * 20_000,
    ],
)
def test_other_messages_are_no_status(read, text: str) -> None:
    assert read(text) == StatusReading(is_status=False)


def test_markup_of_slack_is_no_part_of_the_message(read) -> None:
    (update,) = read("<@U012AB> *Digitalt arkiv* är :large_yellow_circle: leverantören sen").updates
    assert (update.candidates[0].id, update.state, update.text) == (2, State.YELLOW, "leverantören sen")


def test_a_label_is_answered_though_nothing_known_is_named(read) -> None:
    reading = read("status: bredband på landsbygden är röd")
    assert reading.is_status
    assert reading.updates[0].candidates == ()
    assert reading.unclear == ("Vilket uppdrag gäller det?",)


def test_without_known_assignments_nothing_is_guessed(words: SwedishWords) -> None:
    reading = read_status("status: hyrberoendet gul", [], words, date(2026, 11, 23))
    assert reading.updates[0].candidates == ()


@pytest.mark.parametrize(
    "text",
    [
        "jag kan inte påstå att hyrberoendet är grönt",
        "jag hoppas verkligen att hyrberoendet är grönt nu",
        "ingen här anser att hyrberoendet är rött",
        '"hyrberoendet är rött" skrev tidningen',
        "hyrberoendet är rött, så är det inte",
        "hyrberoendet är gult, rättare sagt grönt",
        "hyrberoendet: grönt för sjuksköterskor, rött för läkare",
        "hyrberoendet: kartläggningen klar",
        "hyrberoendet: oförändrat",
        "hyrberoendet ska redovisas som gult",
    ],
)
def test_what_is_not_said_outright_of_the_whole_is_asked_about(read, text: str) -> None:
    (update,) = read(text).updates
    assert (update.candidates[0].id, update.state) == (1, None)


@pytest.mark.parametrize(
    "text",
    [
        "hyrberoendet är rött, eller hur?",
        "hyrberoendet är rött. Stämmer det?",
        "> hyrberoendet är rött\nvem skrev det?",
        "&gt; hyrberoendet är rött",
        "tänk om hyrberoendet vore grönt",
        "arkivets dörrar målades gröna",
    ],
)
def test_what_is_asked_quoted_or_wished_is_no_status(read, text: str) -> None:
    assert read(text) == StatusReading(is_status=False)


@pytest.mark.parametrize("text", ["status: vård går trögt", "nära är gul", "vård: röd"])
def test_a_word_that_two_titles_share_is_asked_about(read, text: str) -> None:
    (update,) = read(text).updates
    assert {each.id for each in update.candidates} == {3, 4}
    assert not update.is_clear


@pytest.mark.parametrize("text", ["Uppdraget är försenat en månad", "🔴 leverantören svarar inte"])
def test_a_status_of_no_named_assignment_is_asked_about(read, text: str) -> None:
    assert "Vilket uppdrag gäller det?" in read(text).unclear


CARE = [
    KnownAssignment(1, "Korta vårdköerna inom ortopedin"),
    KnownAssignment(2, "Sanera förorenad mark vid hamnen"),
    KnownAssignment(3, "Stärk språkstödet i förskolan"),
    KnownAssignment(4, "Minska tjänsteresorna"),
    KnownAssignment(5, "Gör det lättare att resa kollektivt"),
]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ortopediköerna är röda", [1]),
        ("Saneringen av hamnen är gul", [2]),
        ("hamnsaneringen gul", [2]),
        ("språkfrågan grön", [3]),
        ("språkprojektet grönt", [3]),
    ],
)
def test_a_compound_of_a_titles_words_names_it_when_only_one_can_be_meant(
    words: SwedishWords, text: str, meant: list[int]
) -> None:
    reading = read_status(text, CARE, words, date(2026, 11, 23))
    assert [[each.id for each in update.candidates] for update in reading.updates] == [meant]
    assert not reading.unclear


@pytest.mark.parametrize("text", ["resefrågan röd", "status: hyrbilen är röd", "Samrådet stänger, röd"])
def test_a_compound_that_may_mean_several_or_none_is_never_taken_for_one(
    words: SwedishWords, text: str
) -> None:
    assert not any(update.is_clear for update in read_status(text, CARE, words, date(2026, 11, 23)).updates)


def test_a_word_that_the_documents_of_one_assignment_use_names_it(words: SwedishWords) -> None:
    known = [KnownAssignment(1, "Minska hyrberoendet"), KnownAssignment(2, "Digitalt arkiv")]
    text = "hyrpersonalen är gul"
    (update,) = read_status(
        text, with_used_words(text, known, words, lambda _: {1}), words, date(2026, 11, 23)
    ).updates
    assert [each.id for each in update.candidates] == [1]
    strangers = with_used_words(text, known, words, lambda _: {2})  # the title shares no part of the word
    assert strangers == known


def test_a_word_that_two_may_mean_is_asked_about(words: SwedishWords) -> None:
    known = [
        KnownAssignment(1, "Minska hyrberoendet"),
        KnownAssignment(2, "Bli varaktigt oberoende av inhyrd personal"),
    ]
    text = "hyrpersonalen är gul"
    reading = read_status(text, with_used_words(text, known, words, lambda _: {1}), words, date(2026, 11, 23))
    assert {each.id for each in reading.updates[0].candidates} == {1, 2}
    assert reading.unclear


def test_names_between_states_divide_what_no_comma_does(read) -> None:
    updates = read("hyrberoendet gul digitalt arkiv grönt").updates
    assert [(each.candidates[0].id, each.state) for each in updates] == [(1, State.YELLOW), (2, State.GREEN)]
    (only,) = read("Allt grönt utom hyrberoendet som är rött").updates
    assert (only.candidates[0].id, only.state) == (1, State.RED)


@pytest.mark.parametrize("text", ["hyrberoendet gulgrönt", "hyrberoendet: röd-gul", "hyrberoendet off track"])
def test_a_mixed_colour_and_off_track_are_asked_about(read, text: str) -> None:
    (update,) = read(text).updates
    assert update.state is None


TWO_ALIKE = [
    KnownAssignment(1, "Minska hyrberoendet"),
    KnownAssignment(
        2, "Bli varaktigt oberoende av inhyrd personal (fortsättning på 2026 års uppdrag Minska hyrberoendet)"
    ),
    KnownAssignment(3, "Minska tjänsteresorna med 20 procent jämfört med 2023"),
    KnownAssignment(4, "Minska tjänsteresorna med 30 procent jämfört med 2023"),
]


def test_several_in_a_sentence_are_each_read_though_one_may_mean_two(words: SwedishWords) -> None:
    text = "Hyrberoendet grön, tjänsteresorna röd – budget saknas, beslut väntas 12/3"
    first, second = read_status(text, TWO_ALIKE, words, date(2026, 11, 23)).updates
    assert ([each.id for each in first.candidates], first.state) == ([1], State.GREEN)
    assert ({each.id for each in second.candidates}, second.state) == ({3, 4}, State.RED)
    assert second.details.risk == "budget saknas"


def test_what_a_title_tells_in_brackets_names_it_less_than_a_title_of_its_own(words: SwedishWords) -> None:
    (update,) = read_status("hyrberoendet är gul", TWO_ALIKE, words, date(2026, 11, 23)).updates
    assert [each.id for each in update.candidates] == [1]


BUILDINGS = [
    KnownAssignment(1, "Bygg om förskolan i Västervik"),
    KnownAssignment(2, "Bygg om förskolan i Österby"),
    KnownAssignment(3, "Korta kön till barn- och elevhälsan"),
    KnownAssignment(4, "Samla stadsarkivcentralen"),
    KnownAssignment(5, "Plan för gröna arenor"),
]


def told(text: str, words: SwedishWords) -> list[tuple[list[int], str | None]]:
    reading = read_status(text, BUILDINGS, words, date(2026, 11, 23))
    return [
        ([each.id for each in update.candidates], update.state and update.state.value)
        for update in reading.updates
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Båda förskolorna är gröna", [([1], "green"), ([2], "green")]),
        ("förskolan är grön", [([1, 2], "green")]),
        ("BEH gul", [([3], "yellow")]),
        ("sac: röd", [([4], "red")]),
        ("kort rapport: stadsarkivet är grönt", [([4], "green")]),
        ("Läget i veckan:\n- stadsarkivet grönt\n- elevhälsan gul", [([4], "green"), ([3], "yellow")]),
        ("Elevhälsan: intervjuerna börjar i maj", [([3], None)]),
        ("Elevhälsan: när börjar intervjuerna?", []),
        ("stadsarkivet gult pga flytten", [([4], "yellow")]),
    ],
)
def test_names_as_colleagues_say_them(text: str, expected: list, words: SwedishWords) -> None:
    assert told(text, words) == expected
