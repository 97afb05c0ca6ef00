"""Each thing in a digest is one line that a colleague understands."""

import datetime as dt

from bot.digest_building import by_matter, sentence
from bot.digest_words import ENGLISH, SWEDISH
from knowledge.digest import DigestItem, DigestKind, DigestSection
from knowledge.entries import State, StatusDetails, StatusUpdate
from tests.builders import NOW


def test_a_point_ahead_says_when_first() -> None:
    item = DigestItem("Minska hyrberoendet", "BP2 Beslut", "15 december 2026")
    assert sentence(DigestKind.AHEAD, item, SWEDISH) == "15 december 2026: Minska hyrberoendet, BP2 Beslut"


def test_a_decision_says_who_where_and_when() -> None:
    item = DigestItem("Riktlinje", "Riktlinjen antas.", "Regionstyrelsen § 95", dt.date(2026, 11, 17))
    assert (
        sentence(DigestKind.DECISIONS, item, SWEDISH)
        == "Regionstyrelsen § 95, 17 november 2026: Riktlinje – Riktlinjen antas."
    )


def test_a_status_says_the_state_in_words_and_who_said_it() -> None:
    update = StatusUpdate(1, 7, "Minska hyrberoendet", State.YELLOW, "sen", "Anna Lind", NOW, "…")
    item = DigestItem("Minska hyrberoendet", "sen", status=update)
    told = sentence(DigestKind.STATUS, item, SWEDISH)
    assert told == "Minska hyrberoendet: 🟡 gul (● första rapporten) – sen (Anna Lind, 23 november 2026)"


def test_a_status_says_delay_risk_and_next_step_once() -> None:
    details = StatusDetails(delay="två veckor", next_step="Annonsera igen", risk="Budget saknas")
    update = StatusUpdate(
        1, 7, "Hyr", State.YELLOW, "två veckor sen.", "Anna Lind", NOW, "…", details=details
    )
    told = sentence(DigestKind.STATUS, DigestItem("Hyr", status=update), SWEDISH)
    assert "– två veckor sen; Risk eller hinder: Budget saknas; Nästa steg: Annonsera igen (Anna" in told


def test_an_expected_day_is_said_unless_the_comment_says_it() -> None:
    details = StatusDetails(expected=("2026-12-14", "2027-01-20", "vecka 5, 2027"))
    update = StatusUpdate(
        1, 7, "Hyr", State.GREEN, "anbuden väntas den 14 december", "Anna Lind", NOW, "…", details=details
    )
    told = sentence(DigestKind.STATUS, DigestItem("Hyr", status=update), SWEDISH)
    assert "den 14 december; Väntas: 20 januari 2027, vecka 5, 2027 (Anna" in told


def test_a_long_text_is_cut_so_that_it_shows() -> None:
    told = sentence(DigestKind.DECISIONS, DigestItem("Riktlinje", "ord " * 200, "Nämnden § 1"), SWEDISH)
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
    assert sentence(DigestKind.SILENT, DigestItem("inrätta en e-handelsplattform"), SWEDISH).startswith(
        "Inrätta"
    )
    ahead = sentence(DigestKind.AHEAD, DigestItem("redovisa en plan", "", "15 december 2026"), SWEDISH)
    assert ahead == "15 december 2026: Redovisa en plan, ska redovisas eller vara klart"


def test_a_status_says_with_arrow_and_word_how_it_turned_in_either_language() -> None:
    green = StatusUpdate(1, 7, "Minska hyrberoendet", State.GREEN, "", "Anna Lind", NOW, "…")
    red = StatusUpdate(2, 7, "Minska hyrberoendet", State.RED, "", "Anna Lind", NOW, "…")
    item = DigestItem("Minska hyrberoendet", status=red, before=green)
    assert "🔴 röd (↘ sämre, var grön)" in sentence(DigestKind.STATUS, item, SWEDISH)
    assert "🔴 red (↘ worse, was green)" in sentence(DigestKind.STATUS, item, ENGLISH)


def test_what_documents_disagree_on_is_said_in_words() -> None:
    point = DigestItem("Digitalt arkiv", "BP3 Leverans", versions=("2027-11-30", "2027-12-15"))
    told = sentence(DigestKind.CONFLICTS, point, SWEDISH)
    assert told == "Digitalt arkiv, BP3 Leverans: dokumenten säger olika: 30 november 2027 / 15 december 2027"
    owner = DigestItem("Digitalt arkiv", "owner", versions=("Arkivchefen", "HR-direktören"))
    told = sentence(DigestKind.CONFLICTS, owner, SWEDISH)
    assert told == "Digitalt arkiv, uppdragsägare: dokumenten säger olika: Arkivchefen / HR-direktören"
    assert "owner" in sentence(DigestKind.CONFLICTS, owner, ENGLISH)
