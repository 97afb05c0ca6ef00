"""Each fake keeps the promises of the real part that it stands for."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.digest_building import RegisterDigests
from bot.incoming import Place
from bot.local.server import LocalWorkspace
from bot.outgoing import Attachment, Outgoing
from bot.parts import Slack, StatusBook, StatusCards
from bot.register_statuses import RegisterStatusBook
from bot.settings import read_settings
from bot.status_drafts import StatusCard
from bot.store.schema import prepare
from bot.store.status_cards import SqlStatusCards
from bot.weekly_digest import DigestSubscription
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import OpenRegister, open_register
from bot.wiring.slack import SlackByTeam
from bot.wiring.statuses import RegisterStatusReader
from knowledge.entries import State
from knowledge.updates import Updates
from tests.builders import NOW, a_draft
from tests.conftest import HOSTS, slack_environment
from tests.fakes import FakeSlack, FakeStatusBook, FakeStatusCards, FakeStatusReader

SAMPLES = Path(__file__).parents[2] / "samples" / "region-sjoland"
DIRECTIVES = ("uppdragsdirektiv-minska-hyrberoendet.md", "uppdragsdirektiv-nara-vard-2027-utkast.txt")
KARIM = "U0KARIMSAL1"
GUEST = "U0MIAGAST01"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenRegister]:
    folder = tmp_path_factory.mktemp("register")
    settings = read_settings({"KANSLI_DATA_DIR": str(folder)}, folder / "no.env")
    opened = open_register(settings)
    with open_ingestion(opened) as ingest:
        ingest.index([SAMPLES / name for name in DIRECTIVES])
    yield opened
    opened.database.close()


@pytest.fixture(params=["real", "fake"])
def book(request: pytest.FixtureRequest, opened: OpenRegister) -> StatusBook:
    if request.param == "fake":
        return FakeStatusBook()
    return RegisterStatusBook(opened.register, Updates(opened.database))


@pytest.fixture(params=["real", "fake"])
def slack(
    request: pytest.FixtureRequest, local: LocalWorkspace, opened: OpenRegister, tmp_path: Path
) -> Slack:
    if request.param == "fake":
        fake = FakeSlack()
        fake.members[GUEST] = fake.member(KARIM, "")
        fake.members[GUEST] = type(fake.members[GUEST])(GUEST, "Mia Berg", may_use=False)
        return fake
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    prepare(opened.database)
    return SlackByTeam(settings, opened.database, lambda: HOSTS, "test")("")


def test_the_digest_holds_the_channels_organisation_alone(opened: OpenRegister) -> None:
    digests = RegisterDigests(opened.register, dt.UTC)
    own = DigestSubscription("T1", "C1", organisation="Region Sjöland")
    assert not digests.digest(own, dt.date(2026, 11, 23), dt.date(2026, 1, 1)).is_empty
    other = replace(own, organisation="Grannregionen")
    assert digests.digest(other, dt.date(2026, 11, 23), dt.date(2026, 1, 1)).is_empty


def test_a_status_is_written_once_under_its_key(book: StatusBook) -> None:
    assignment = next(each for each in book.assignments() if "hyrberoendet" in each.title)
    draft = a_draft(candidates=(assignment,))
    key = f"T:C:{id(book)}"
    book.record(key, draft, "Anna Lind", NOW, "status: gul")
    book.record(key, a_draft(candidates=(assignment,), state=State.RED), "Karim", NOW, "status: röd")
    (latest,) = [each for each in book.latest(10) if each.assignment_id == assignment.id]
    assert (latest.state, latest.author, latest.original) == (State.YELLOW, "Anna Lind", "status: gul")


def test_a_correction_replaces_what_it_corrects_once_and_can_be_undone(book: StatusBook) -> None:
    assignment = next(each for each in book.assignments() if "hyrberoendet" in each.title)
    key = f"T:C:corrected-{id(book)}"

    def states() -> list[State]:
        return [each.state for each in book.of_message(key)]

    book.record(key, a_draft(candidates=(assignment,)), "Anna Lind", NOW, "gul")
    (first,) = book.of_message(key)
    correction = replace(a_draft(candidates=(assignment,), state=State.RED), corrects=first.id)
    assert book.record(f"{key}~2", correction, "Anna Lind", NOW, "röd")
    assert book.record(f"{key}~2", correction, "Anna Lind", NOW, "röd")
    assert states() == [State.RED]
    assert not book.record(f"{key}~3", correction, "Anna Lind", NOW, "röd igen")
    assert book.undo(f"{key}~2", "Anna Lind", NOW)
    assert book.undo(f"{key}~2", "Anna Lind", NOW) in (True, False)
    assert states() == [State.YELLOW]
    (restored,) = book.of_message(key)
    assert book.withdraw(restored.id, "Anna Lind", NOW, "borttaget")
    assert not book.withdraw(restored.id, "Karim", NOW, "borttaget")
    assert states() == []
    assert not book.undo(restored.key, "Anna Lind", NOW)
    assert book.of_message("T:C:correcte") == ()


@pytest.mark.parametrize("kind", ["real", "fake"])
def test_a_card_is_kept_once_and_replaced_as_it_changes(kind: str, opened: OpenRegister) -> None:
    prepare(opened.database)
    cards: StatusCards = SqlStatusCards(opened.database) if kind == "real" else FakeStatusCards()
    card = StatusCard(f"T:C:{kind}", "U1", "status: gul", (a_draft(),))
    cards.open(card, NOW)
    cards.open(replace(card, original="något annat"), NOW)
    assert cards.find(card.key) == card
    changed = replace(card, original="status: röd", drafts=(a_draft(state=State.RED),))
    cards.replace(changed)
    assert cards.find(card.key) == changed
    again = cards.change(card.key, lambda each: replace(each, drafts=(a_draft(state=State.GREEN),)))
    assert again == cards.find(card.key) == replace(changed, drafts=(a_draft(state=State.GREEN),))
    assert cards.change("T:C:okänt", lambda each: each) is None
    assert cards.find("T:C:okänt") is None


def test_an_incomplete_draft_is_never_written(book: StatusBook) -> None:
    with pytest.raises((ValueError, AssertionError)):
        book.record("T:C:incomplete", a_draft(state=None), "Anna Lind", NOW, "status")


def test_a_message_is_posted_once_under_its_key(slack: Slack) -> None:
    place, key = Place("C0UPPDRAG01"), f"contract:{id(slack)}"
    first = slack.post(place, Outgoing("hej"), key)
    assert slack.post(place, Outgoing("hej"), key) == first
    assert bool(slack.find_post(place, key))
    assert not slack.find_post(place, f"{key}:never")
    assert slack.post(place, Outgoing("hej igen"), key + ":2") != first


def test_files_are_shared_in_a_thread_once_under_their_key(slack: Slack) -> None:
    thread = Place("C0UPPDRAG01", slack.post(Place("C0UPPDRAG01"), Outgoing("hej"), f"thread:{id(slack)}"))
    for _ in range(2):
        slack.share(
            thread, [Attachment("bild.png", "Bild", b"x", "en bild")], "Se bilden.", f"files:{id(slack)}"
        )
    if isinstance(slack, FakeSlack):
        assert [place for place, _ in slack.shared.values()] == [thread]


def test_a_guest_may_not_use_the_bot(slack: Slack) -> None:
    assert slack.member(KARIM, "").may_use
    assert not slack.member(GUEST, "").may_use
    assert not next(each for each in slack.everybody() if each.user == GUEST).may_use


@pytest.mark.parametrize("kind", ["real", "fake"])
def test_a_status_message_is_told_from_a_question(kind: str, opened: OpenRegister) -> None:
    read = FakeStatusReader() if kind == "fake" else RegisterStatusReader(opened.register, opened.words)
    today = dt.date(2026, 11, 23)
    drafts = read("status: Minska hyrberoendet är gul, två veckor sen", today)
    assert drafts is not None
    (draft,) = drafts
    assert draft.assignment is not None
    assert (draft.assignment.title, draft.state) == ("Minska hyrberoendet", State.YELLOW)
    assert "två veckor sen" in draft.text
    assert read("vem äger Minska hyrberoendet?", today) is None


def test_what_does_not_fit_the_directive_is_said_with_its_words(opened: OpenRegister) -> None:
    read = RegisterStatusReader(opened.register, opened.words)
    (draft,) = read("status: Minska hyrberoendet är klar", dt.date(2026, 11, 23)) or ()
    (warning,) = draft.warnings
    assert "BP3 Leverans till uppdragsägaren" in warning.text
    assert "31 mars 2027" in warning.quote
    assert warning.source.startswith("Uppdragsdirektiv")


def test_the_real_slack_knows_channels_by_name(
    local: LocalWorkspace, opened: OpenRegister, tmp_path: Path
) -> None:
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    prepare(opened.database)
    slack = SlackByTeam(settings, opened.database, lambda: HOSTS, "test")("")
    assert (
        slack.channel("#uppdrag") == slack.channel("uppdrag") == slack.channel("C0UPPDRAG01") == "C0UPPDRAG01"
    )
