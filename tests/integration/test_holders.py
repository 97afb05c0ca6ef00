"""Claims about holders of titles, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.cli.console import Exit
from bot.cli.holders import import_list, show
from bot.settings import read_settings
from knowledge.database import Database
from knowledge.errors import UnreadableDocumentError
from knowledge.holders import Holders, title_key
from retrieval.answer import Answer, Intent
from retrieval.answering import keep
from retrieval.holder_line import NamingHolders
from retrieval.question import Question
from tests.builders import an_answer, not_found

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
LIST = (
    "title,person,from,to,slack_email\n"
    "Fyrdirektören,Bo Dahl,2019-01-01,2026-08-31,bo@fyr.example\n"
    "Fyrdirektören,Siv Ek,2026-09-01,,siv@fyr.example\n"
    "Boj- och fyrchefen,Ulf Ask,,,\n"
)


@pytest.fixture
def holders(database: Database) -> Holders:
    held = Holders(database)
    held.import_holders(LIST, "holders.csv", NOW, "Region Fyr")
    return held


@pytest.mark.parametrize(
    ("title", "on", "person"),
    [
        ("Fyrdirektören", date(2026, 8, 31), "Bo Dahl"),
        ("fyrdirektör", date(2026, 9, 1), "Siv Ek"),
        ("boj- och fyrchef", date(1990, 1, 1), "Ulf Ask"),
    ],
)
def test_a_title_is_held_by_who_has_it_that_day(holders: Holders, title: str, on: date, person: str) -> None:
    held = holders.holder_of(title, on)
    assert held is not None
    assert held.person == person


def test_nobody_holds_a_title_before_its_first_day_or_one_that_is_not_listed(holders: Holders) -> None:
    assert holders.holder_of("Fyrdirektören", date(2018, 12, 31)) is None
    assert holders.holder_of("Direktören", TODAY) is None


def test_a_new_list_replaces_the_former(holders: Holders) -> None:
    holders.import_holders("befattning;innehavare\nFyrdirektören;Åsa Berg\n", "ny.csv", NOW)
    assert [(each.title, each.person) for each in holders.holders(TODAY)] == [("Fyrdirektören", "Åsa Berg")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title,person\n",
        "a,b\nc,d\n",
        "title,person\nFyrdirektören,\n",
        "title,person,from\nFyrdirektören,Bo Dahl,i våras\n",
        "title,person,from,to\nFyrdirektören,Bo Dahl,2026-02-01,2026-01-01\n",
    ],
)
def test_a_list_that_is_wrong_changes_nothing(holders: Holders, text: str) -> None:
    with pytest.raises(UnreadableDocumentError):
        holders.import_holders(text, "fel.csv", NOW)
    assert len(holders.holders(TODAY)) == 2


def test_a_row_is_quoted_where_it_stands(holders: Holders) -> None:
    held = holders.holder_of("Fyrdirektören", TODAY)
    assert held is not None
    assert LIST[held.start : held.start + len(held.quote)] == held.quote
    assert held.quote == "Fyrdirektören,Siv Ek,2026-09-01", "the address is nobody else's concern"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Regionarkivarien", "regionarkivarie"),
        ("Upphandlingsenheten", "upphandlingsenhet"),
        ("Handläggaren", "handläggare"),
    ],
)
def test_the_forms_of_a_title_are_one(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


def test_titles_that_differ_stay_apart() -> None:
    assert (
        len(
            {
                title_key(title)
                for title in ("HR-direktören", "Regiondirektören", "Regionarkivet", "Regionarkivarien")
            }
        )
        == 4
    )


OWNED = replace(an_answer("Uppdragsägare: Fyrdirektören."), intent=Intent.OWNER)


def named(holders: Holders, answer: Answer, organisation: str = "Region Fyr") -> Answer:
    naming = NamingHolders(holders, lambda _: organisation, keep)
    return naming(Question("Vem äger uppdraget?", TODAY), answer, (), None)


def test_another_organisations_title_is_held_by_somebody_else(holders: Holders) -> None:
    assert named(holders, OWNED, "Region Boj") == OWNED


def test_an_answer_that_names_a_title_tells_who_has_it_with_a_source_of_its_own(holders: Holders) -> None:
    told = named(holders, OWNED)
    assert told.text == "Uppdragsägare: Fyrdirektören.\nBefattningslistan i dag: Fyrdirektören är Siv Ek."
    assert told.citations[:-1] == OWNED.citations
    assert told.citations[-1].document == "holders.csv"
    assert told.citations[-1].quote.startswith("Fyrdirektören,Siv Ek")


@pytest.mark.parametrize(
    "answer",
    [
        replace(OWNED, text="Uppdragsägare: Fyrdirektören (Siv Ek)."),
        replace(OWNED, text="Uppdragsägare: Åsa Berg."),
        replace(OWNED, text="Fyrdirektören. " + "x" * 580),
        replace(OWNED, citations=OWNED.citations * 6),
        replace(OWNED, intent=Intent.DECIDED),
        not_found("Fyrdirektören framgår inte."),
    ],
)
def test_an_answer_stays_as_it_is_when_there_is_nothing_to_add_or_no_room(
    holders: Holders, answer: Answer
) -> None:
    assert named(holders, answer) == answer


def test_the_command_imports_a_file_and_tells_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = read_settings({"KANSLI_DATA_DIR": str(tmp_path / "data")}, tmp_path / "no.env")
    right, wrong = tmp_path / "holders.csv", tmp_path / "fel.csv"
    right.write_bytes(LIST.encode("cp1252"))
    wrong.write_text("title,person\nFyrdirektören,\n", encoding="utf-8")
    assert import_list(settings, right) is Exit.OK
    assert import_list(settings, wrong) is Exit.FAILED
    assert import_list(settings, tmp_path / "saknas.csv") is Exit.FAILED
    assert "Rad 2 saknar" in capsys.readouterr().err
    assert show(settings, TODAY) is Exit.OK
    assert capsys.readouterr().out == "Boj- och fyrchefen: Ulf Ask\nFyrdirektören: Siv Ek sedan 2026-09-01\n"
