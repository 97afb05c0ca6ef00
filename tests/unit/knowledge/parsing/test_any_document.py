"""What any document may hold: abbreviations, roles, responsibilities, deadlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    AbbreviationFact,
    DeadlineFact,
    DecisionPointFact,
    Fact,
    IndicatorFact,
    Role,
    RoleFact,
)
from knowledge.parsing.any_document import read_any
from knowledge.parsing.board_plan import read_board_plan
from knowledge.parsing.directive import read_directive
from knowledge.parsing.follow_up import read_follow_up
from knowledge.parsing.initials import initials_agree
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile("Fyrboken", DocumentKind.OTHER, year=2026)


def read(text: str, profile: DocumentProfile = PROFILE) -> tuple[Fact, ...]:
    return read_any(read_plain_text(text), profile)


def held(text: str) -> list[tuple[Role, str, str]]:
    return [(f.role, f.holder, f.detail) for f in read(text) if isinstance(f, RoleFact)]


@pytest.mark.parametrize(
    ("short", "words", "agrees"),
    [
        ("HSF", "Hälso- och sjukvårdsförvaltningen", True),
        ("PTS", "Post- och telestyrelsen", True),
        ("HME", "Hållbart medarbetarengagemang", True),
        ("LOU", "Lagen om offentlig upphandling", True),
        ("MSB", "Myndigheten för samhällsskydd och beredskap", True),
        ("SCB", "Statens fyrverk", False),
        ("FN", "Nämnden för fyrar", False),
    ],
)
def test_an_abbreviation_is_believed_when_its_letters_are_in_the_name(
    short: str, words: str, agrees: bool
) -> None:
    assert initials_agree(short, words.split()) is agrees


def test_definitions_within_sentences_are_found_both_ways_around() -> None:
    text = "Ärendet bereds av den nya Hälso- och sjukvårdsförvaltningen (HSF). Ansvar har RU (Rekrytering och utbildning). Ada Ek (S) yrkar.\n"
    found = [(f.subject, f.meaning) for f in read(text) if isinstance(f, AbbreviationFact)]
    assert found == [("HSF", "Hälso- och sjukvårdsförvaltningen"), ("RU", "Rekrytering och utbildning")]


def test_a_group_is_listed_after_the_words_that_present_it() -> None:
    text = "# Fyrplan\n\nStyrgruppen representeras av:\n\n- Fyrverket AB\n- Bojförvaltningen (från maj)\n\nStyrgruppens syfte har ändrats:\n\n- Den ska lysa.\n"
    assert held(text) == [
        (Role.STEERING_GROUP, "Fyrverket AB", ""),
        (Role.STEERING_GROUP, "Bojförvaltningen", "från maj"),
    ]


def test_statements_say_who_gave_and_who_received() -> None:
    text = "Uppdragsgivare är fyrdirektören i Norra hamnen. Uppdragsmottagare är Ada Ek under perioden 1 februari–30 april 2026.\n"
    assert held(text) == [
        (Role.GIVER, "fyrdirektören i Norra hamnen", ""),
        (Role.ADDRESSEE, "Ada Ek", "under perioden 1 februari–30 april 2026"),
    ]


def test_responsibility_is_read_from_statements_and_columns() -> None:
    text = "Fyrnämnden ansvarar för alla lampor.\n\n| Åtgärd | Ansvarig |\n| --- | --- |\n| Byt glas | Hamnchefen |\n"
    assert held(text) == [
        (Role.RESPONSIBLE, "Fyrnämnden", "alla lampor"),
        (Role.RESPONSIBLE, "Hamnchefen", ""),
    ]


def test_deadlines_in_prose_carry_their_sentence() -> None:
    text = "Fyrnämnden ska lämna sitt yttrande senast den 5 juni 2026 till kommunstyrelsen.\n"
    (found,) = (f for f in read(text) if isinstance(f, DeadlineFact))
    assert (str(found.due.start), found.recipient) == ("2026-06-05", "kommunstyrelsen")
    assert found.subject.startswith("Fyrnämnden ska lämna")


def test_chair_and_members_of_a_meeting_are_left_to_the_grammar_of_minutes() -> None:
    minutes = DocumentProfile("Protokoll", DocumentKind.MINUTES)
    facts = read("Ordförande: Ada Ek\n\nHandläggare: Bo Dahl\n", minutes)
    assert [(f.role, f.holder) for f in facts if isinstance(f, RoleFact)] == [(Role.HANDLER, "Bo Dahl")]


WORDS = st.lists(
    st.sampled_from(
        [
            *"Uppdragsledare: Ada Ek senast den 1 mars 2026 redovisa | \n\n # - Mål 1. Indikator Utfall 2024 12 % BP1 \t fyrnämnden ansvarar för (FN) i uppdrag att Regeringen ger xxxx 3 Mkr".split(
                " "
            ),
            "\n",
            "\n\n",
            "\t",
            "Regeringen ger",
        ]
    ),
    max_size=60,
)


@given(WORDS)
def test_every_span_stays_within_the_text_whatever_it_holds(words: list[str]) -> None:
    document = read_plain_text(" ".join(words))
    for kind, grammar in (
        (DocumentKind.DIRECTIVE, read_directive),
        (DocumentKind.BOARD_PLAN, read_board_plan),
        (DocumentKind.FOLLOW_UP, read_follow_up),
        (DocumentKind.OTHER, read_any),
    ):
        for fact in grammar(document, DocumentProfile("T", kind, year=2026)):
            assert 0 <= fact.span.start <= fact.span.end <= len(document.text)
            if fact.header_span is not None:
                assert fact.header_span.end <= len(document.text)


def test_a_schedule_in_columns_without_a_header_tells_decisions_from_the_rest() -> None:
    facts = read("""Ärendet
Fyren ska byggas om.

Tidplan (alternativ B)
Beslut i hamnnämnden               21 oktober 2025
Byggstart                          maj 2027
Invigning                          augusti 2029

Hamnen noterar att tiden är knapp.
""")
    planned = [f for f in facts if isinstance(f, DecisionPointFact)]
    assert [(f.is_milestone, f.label, f.ends.words if f.ends else "") for f in planned] == [
        (False, "Beslut i hamnnämnden", "21 oktober 2025"),
        (True, "Byggstart", "maj 2027"),
        (True, "Invigning", "augusti 2029"),
    ]


def test_titles_side_by_side_below_signatures_hold_no_role() -> None:
    assert (
        held(
            "Underskrifter\n\nYlva Molander            Olle Regnell\nOrdförande               Vice ordförande\n"
        )
        == []
    )


def test_minutes_hold_the_indicators_that_were_decided_and_no_text_after_their_table() -> None:
    profile = DocumentProfile("Protokoll", DocumentKind.MINUTES, board="Hamnnämnden", year=2027)
    facts = read(
        "§ 5 Mål 2027\nHamnnämnden beslutar\nMålen fastställs enligt tabellen.\n\n"
        "Mått                        Utfall 2026   Budget 2026   Mål 2027\n"
        "Lotsade båtar, antal        112           120           140\n"
        "Andel hela bojar            71 %          80 %          95 %\n"
        "§ 6 Rekrytering             Dnr 27-160\nNämnden noterar informationen.\n",
        profile,
    )
    told = {f.subject: [(v.period, v.value) for v in f.values] for f in facts if isinstance(f, IndicatorFact)}
    assert told == {
        "Lotsade båtar, antal": [("2026", "112"), ("Budget 2026", "120"), ("2027", "140")],
        "Andel hela bojar": [("2026", "71 %"), ("Budget 2026", "80 %"), ("2027", "95 %")],
    }


def test_a_goal_in_words_is_no_value_of_the_indicator_above_it() -> None:
    facts = read(
        "Mål ur planen\n\nMål: Fler lotsas\nIndikator: Andel lotsade båtar\nUtfall 2026: 34 %\nMål 2027: 38 %\nMål: Kajen blir hel\n"
        "Indikator: Antal lagade stenar\nUtfall 2026: 145\nMål 2027: 160\n",
        DocumentProfile("Anteckningar", DocumentKind.MINUTES, year=2027),
    )
    told = {f.subject: [v.value for v in f.values] for f in facts if isinstance(f, IndicatorFact)}
    assert told == {"Andel lotsade båtar": ["34 %", "38 %"], "Antal lagade stenar": ["145", "160"]}


def test_a_list_of_assignments_with_a_figure_each_is_no_schedule_and_no_indicators() -> None:
    facts = read(
        "Läget i uppdragen\n\nUppdrag\nAnsvarig\nRedovisas\nBP\nKartlägga bojarna\nHamnchef\nVecka 20\n3\nRita kajen\nLots\nVecka 22\n1\n"
    )
    assert not any(isinstance(fact, DecisionPointFact | IndicatorFact) for fact in facts)


def test_a_new_time_is_due_the_one_it_replaces_is_not_and_neither_is_a_time_in_a_measures_name() -> None:
    facts = read(
        "Kajen\n\nNy tid för färdigställande är den 30 april 2027 (tidigare 31 oktober 2026).\n\n"
        "Andel båtar som får lots inom tre dagar\n"
    )
    assert [str(fact.due.start) for fact in facts if isinstance(fact, DeadlineFact)] == ["2027-04-30"]
