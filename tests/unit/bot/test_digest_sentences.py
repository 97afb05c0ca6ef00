"""Each thing in a digest is one line that a colleague understands."""

import datetime as dt

from bot.digest_building import by_matter, sentence
from knowledge.digest import DigestItem, DigestKind, DigestSection
from knowledge.entries import State, StatusUpdate
from tests.builders import NOW


def test_a_point_ahead_says_when_first() -> None:
    item = DigestItem("Minska hyrberoendet", "BP2 Beslut", "15 december 2026")
    assert sentence(DigestKind.AHEAD, item) == "15 december 2026: Minska hyrberoendet, BP2 Beslut"


def test_a_decision_says_who_where_and_when() -> None:
    item = DigestItem("Riktlinje", "Riktlinjen antas.", "Regionstyrelsen § 95", dt.date(2026, 11, 17))
    assert (
        sentence(DigestKind.DECISIONS, item)
        == "Regionstyrelsen § 95, 17 november 2026: Riktlinje – Riktlinjen antas."
    )


def test_a_status_says_the_state_in_words_and_who_said_it() -> None:
    update = StatusUpdate(1, 7, "Minska hyrberoendet", State.YELLOW, "sen", "Anna Lind", NOW, "…")
    item = DigestItem("Minska hyrberoendet", "sen", status=update)
    told = sentence(DigestKind.STATUS, item)
    assert told == "Minska hyrberoendet: 🟡 gul – sen (Anna Lind, 2026-11-23)"


def test_a_long_text_is_cut_so_that_it_shows() -> None:
    told = sentence(DigestKind.DECISIONS, DigestItem("Riktlinje", "ord " * 200, "Nämnden § 1"))
    assert told.endswith(" …")
    assert len(told) < 360


def test_decisions_stand_by_day_and_by_the_number_of_their_paragraph() -> None:
    given = [("§ 100", 17), ("§ 93", 17), ("§ 101", 3), ("§ 9 b", 17)]
    items = tuple(
        DigestItem("Riktlinje", "Antas.", f"Regionstyrelsen {paragraph}", dt.date(2026, 11, day))
        for paragraph, day in given
    )
    ordered = by_matter(DigestSection(DigestKind.DECISIONS, items))
    assert [each.when.partition(" ")[2] for each in ordered] == ["§ 101", "§ 9 b", "§ 93", "§ 100"]


def test_each_item_begins_with_a_capital() -> None:
    assert sentence(DigestKind.SILENT, DigestItem("inrätta en e-handelsplattform")).startswith("Inrätta")
    ahead = sentence(DigestKind.AHEAD, DigestItem("redovisa en plan", "", "15 december 2026"))
    assert ahead == "15 december 2026: Redovisa en plan"
