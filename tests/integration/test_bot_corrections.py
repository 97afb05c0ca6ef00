"""A fact is corrected from the source of an answer, by those allowed."""

from pathlib import Path

import pytest

from bot import texts
from bot.local.person import Person
from bot.local.view import View
from bot.register_corrections import RegisterCorrections
from bot.settings import read_settings
from bot.source_place import SourcePlace
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import open_register
from knowledge.updates import Updates
from tests.builders import NOW
from tests.conftest import RunningBot

SAMPLE = Path(__file__).parents[2] / "samples" / "region-sjoland" / "uppdragsdirektiv-minska-hyrberoendet.md"


def source_of(person: Person) -> View:
    ts = person.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    person.click(person.wait_for_reply("#uppdrag", ts), "show_source")
    return person.wait_for_view()


def test_an_editor_corrects_the_fact_that_the_source_shows(running: RunningBot) -> None:
    anna = running.person()
    anna.click(source_of(anna), "correct_fact_0")
    form = anna.wait_for_view("correction_form")
    assert set(anna.submit(form, {"text": "Ekonomidirektören"}).errors) == {"reason"}
    assert not anna.submit(form, {"text": "Ekonomidirektören", "reason": "Beslut i maj"}).errors
    told = anna.wait_for_message(anna.direct_channel, lambda message: message.text.startswith("Rättat."))
    assert "ägare: HR-direktören är nu: Ekonomidirektören" in told.text


def test_others_see_the_source_without_the_button(running: RunningBot) -> None:
    karim = running.person("U0KARIMSAL1")
    source = source_of(karim)
    with pytest.raises(LookupError):
        karim.click(source, "correct_fact_0")


def test_the_source_is_shown_though_slack_cannot_say_who_may_correct(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    reply = anna.wait_for_reply("#uppdrag", ts)
    running.local.faults.fail("users.info", status=500)
    anna.click(reply, "show_source")
    assert texts.SOURCE_QUOTE in str(anna.wait_for_view().blocks)


def test_a_correction_is_found_where_the_fact_was_quoted(tmp_path: Path) -> None:
    opened = open_register(read_settings({"KANSLI_DATA_DIR": str(tmp_path)}, tmp_path / "no.env"))
    with open_ingestion(opened) as ingest:
        ingest.index([SAMPLE])
    corrections = RegisterCorrections(opened.register, Updates(opened.database))
    document = opened.register.documents()[0]
    entry = opened.register.facts_of(document.id, ("role",))[0]
    span = entry.source.span
    place = SourcePlace.of(document.id, span.start, span.end, entry.source.quote)
    assert entry.id in {fact.id for fact in corrections.facts_at(place, 5)}
    corrections.correct(entry.id, "Ekonomidirektören", "Beslut i maj", "Anna Lind", NOW)
    corrected = corrections.fact(entry.id)
    assert corrected is not None
    assert corrected.corrected == "Ekonomidirektören"
    assert corrections.fact(10_000) is None
    opened.database.close()
