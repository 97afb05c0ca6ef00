"""A board is known by its name, its abbreviation and nearly its name."""

import datetime as dt
from itertools import count

import pytest

from bot.reports.bodies import Body, bodies_meant, known_bodies, nearest_names
from knowledge.blocks import Span
from knowledge.entries import FactEntry
from knowledge.facts import AssignmentFact, Fact, MeetingFact, Role, RoleFact
from knowledge.when import Precision, When
from tests.builders import a_source

SPAN = Span(0, 3)
_numbers = count(1)


def an_entry(fact: Fact) -> FactEntry:
    return FactEntry(next(_numbers), fact, a_source())


def a_meeting(board: str, *days: str) -> list[FactEntry]:
    dates = [dt.date.fromisoformat(day) for day in days]
    return [
        an_entry(MeetingFact(span=SPAN, subject=board, on=When(day, day, Precision.DAY, str(day))))
        for day in dates
    ]


KNOWN = known_bodies(
    [
        *a_meeting("Regionstyrelsen", "2026-11-17", "2026-12-15", "2027-01-26"),
        *a_meeting("Hälso- och sjukvårdsnämnden", "2026-12-08"),
        an_entry(AssignmentFact(span=SPAN, subject="x", addressees=("HSN", "RUN", "Regiondirektören"))),
        an_entry(RoleFact(span=SPAN, role=Role.STEERING_GROUP, holder="regionstyrelsens arbetsutskott")),
        an_entry(RoleFact(span=SPAN, role=Role.STEERING_GROUP, holder="Karin Ekvall")),
    ],
    [],
)


def test_bodies_are_those_that_meet_steer_or_are_addressed() -> None:
    names = ["Hälso- och sjukvårdsnämnden", "Regionstyrelsen", "Regionstyrelsens arbetsutskott", "RUN"]
    assert [each.name for each in KNOWN] == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("RS", "Regionstyrelsen"),
        ("regionstyrelse", "Regionstyrelsen"),
        ("REGIONSTYRELSEN", "Regionstyrelsen"),
        ("hsn", "Hälso- och sjukvårdsnämnden"),
        ("run", "RUN"),
        ("RSAU", "Regionstyrelsens arbetsutskott"),
    ],
)
def test_a_body_is_meant_by_its_name_or_abbreviation(words: str, name: str) -> None:
    assert [each.name for each in bodies_meant(words, KNOWN)] == [name]


def test_a_mistyped_name_is_near_the_right_one_and_one_that_is_like_none_is_told_who_meets() -> None:
    assert bodies_meant("Regionstyrelze", KNOWN) == ()
    assert nearest_names("Regionstyrelze", KNOWN)[0] == "Regionstyrelsen"
    assert nearest_names("HNS", KNOWN)[0] == "Hälso- och sjukvårdsnämnden"
    assert nearest_names("qqqq", KNOWN)[:2] == ("Hälso- och sjukvårdsnämnden", "Regionstyrelsen")


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("Regionstyrelsen", True),
        ("vid regionstyrelsens och nämndens samtliga sammanträden", True),
        ("lämnas till RS varje kvartal", True),
        ("Alla nämnder och styrelser", True),
        ("Regionstyrelsens arbetsutskott", False),
        ("Regionstyrelsens förvaltning", False),
        ("VERSION", False),
        ("", False),
    ],
)
def test_words_name_a_board_and_not_its_committee_or_administration(words: str, is_named: bool) -> None:
    assert Body("Regionstyrelsen", "").as_reported().is_named_in(words) is is_named


def test_a_committee_is_not_meant_by_all_boards() -> None:
    assert (
        not Body("Regionstyrelsens arbetsutskott", "").as_reported().is_named_in("Alla nämnder och styrelser")
    )


def test_a_day_between_known_meetings_should_be_one_of_them() -> None:
    board = next(each for each in KNOWN if each.name == "Regionstyrelsen")
    assert board.knows_the_days_around(dt.date(2026, 12, 16))
    assert not board.knows_the_days_around(dt.date(2027, 3, 1))
    assert board.meeting_before(dt.date(2026, 12, 15)) == dt.date(2026, 11, 17)
    assert board.nearest_meetings(dt.date(2026, 12, 16))[1] == dt.date(2026, 12, 15)
