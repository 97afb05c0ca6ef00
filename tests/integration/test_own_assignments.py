"""Whose assignments: by address or confirmed name to the title, and from the title to what names it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assignment_cards import RegisterAssignments
from bot.own_assignments import RegisterOwnAssignments
from bot.parts import Member
from bot.settings import read_settings
from bot.suggestions import LEADER, MOST, NEXT_POINT, RegisterSuggestions
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import open_register
from knowledge.holders import Holders
from tests.builders import NOW, TODAY, not_found
from tests.fakes import FakeAnswers, FakeClock

SAMPLE = Path(__file__).parents[2] / "samples" / "region-sjoland" / "uppdragsdirektiv-minska-hyrberoendet.md"
LIST = """title,person,from,to,slack_email
HR-direktör,Eva Holmberg,2025-01-01,,eva@region.example
Regionjurist,Sven Ek,2025-01-01,,
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RegisterOwnAssignments]:
    folder = tmp_path_factory.mktemp("own")
    opened = open_register(read_settings({"KANSLI_DATA_DIR": str(folder)}, folder / "no.env"))
    with open_ingestion(opened) as ingest:
        ingest.index([SAMPLE])
    holders = Holders(opened.database)
    holders.import_holders(LIST, "holders.csv", NOW)
    yield RegisterOwnAssignments(opened.register, holders, RegisterAssignments(opened.register))
    opened.database.close()


def titles(own: RegisterOwnAssignments, member: Member, confirmed: str | None = None) -> list[str]:
    return [card.assignment.title for card in own.of(member, confirmed, TODAY, 5).assignments]


def test_questions_to_begin_with_are_first_of_the_persons_own_assignments_when_they_can_be_answered(
    own: RegisterOwnAssignments,
) -> None:
    next_point, leader = (each.format(subject="Minska hyrberoendet") for each in (NEXT_POINT, LEADER))
    answers = FakeAnswers()
    suggestions = RegisterSuggestions(own.register, answers, FakeClock())
    assert suggestions.suggest(("Minska hyrberoendet",))[0] == next_point
    assert len(suggestions.suggest(("Minska hyrberoendet", "Digitalt arkiv", "Nära vård"))) <= MOST
    answers.known = {next_point: not_found()}
    assert suggestions.suggest(("Minska hyrberoendet",))[0] == leader
    answers.known[leader] = not_found()
    others = RegisterSuggestions(own.register, answers, FakeClock()).suggest(("Minska hyrberoendet",))
    assert others
    assert not {next_point, leader} & set(others)


def test_a_person_is_known_by_the_address_in_the_list(own: RegisterOwnAssignments) -> None:
    eva = Member("U1", "E. Holmberg", may_use=True, email="Eva@Region.example")
    assert titles(own, eva) == ["Minska hyrberoendet"]
    assert own.of(eva, None, TODAY, 5).asks == ""


def test_a_name_alone_is_asked_about_before_it_counts(own: RegisterOwnAssignments) -> None:
    eva = Member("U1", "Eva Holmberg", may_use=True, email="annan@region.example")
    assert own.of(eva, None, TODAY, 5).asks == "Eva Holmberg"
    assert titles(own, eva) == []
    assert titles(own, eva, "Eva Holmberg") == ["Minska hyrberoendet"]
    assert own.of(eva, "", TODAY, 5).asks == ""


def test_a_title_that_no_assignment_names_gives_none(own: RegisterOwnAssignments) -> None:
    sven = Member("U2", "Sven Ek", may_use=True)
    assert titles(own, sven, "Sven Ek") == []


def test_a_person_without_name_or_address_has_none(own: RegisterOwnAssignments) -> None:
    assert titles(own, Member("U3", "", may_use=True)) == []


def test_a_title_counts_from_its_first_day(own: RegisterOwnAssignments) -> None:
    eva = Member("U1", "Eva", may_use=True, email="eva@region.example")
    assert own.of(eva, None, dt.date(2024, 12, 31), 5).assignments == ()
