"""Decision points ahead are told once each, their days in one form."""

from datetime import date

from bot.assignment_cards import points_told_once
from bot.parts import PointAhead
from knowledge.blocks import Span
from knowledge.facts import DecisionPointFact
from knowledge.when import Precision, When


def a_point(words: str, label: str = "", *, day: date = date(2026, 12, 15)) -> DecisionPointFact:
    when = When(day, day, Precision.DAY, words)
    return DecisionPointFact(
        span=Span(0, 3), subject="Minska hyrberoendet", code="BP2", label=label, ends=when
    )


def test_a_point_of_two_tables_is_told_once_with_its_fuller_name() -> None:
    facts = [a_point("2026-12-15"), a_point("15 december 2026", "Beslut om genomförande")]
    assert points_told_once(facts) == (
        PointAhead("Minska hyrberoendet", "BP2 Beslut om genomförande", "15 december 2026"),
    )


def test_the_same_point_on_another_day_is_another() -> None:
    facts = [a_point("2026-12-15"), a_point("261220", day=date(2026, 12, 20))]
    assert [each.on for each in points_told_once(facts)] == ["15 december 2026", "20 december 2026"]


def test_what_is_less_exact_keeps_the_words_of_its_source() -> None:
    quarter = When(date(2027, 1, 1), date(2027, 3, 31), Precision.QUARTER, "Q1 2027")
    fact = DecisionPointFact(span=Span(0, 3), subject="A", code="BP3", ends=quarter)
    assert points_told_once([fact])[0].on == "Q1 2027"
