"""Each fake keeps the promises of the real part that it stands for."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.incoming import Place
from bot.local.server import LocalWorkspace
from bot.outgoing import Outgoing
from bot.parts import Slack, StatusBook
from bot.register_statuses import RegisterStatusBook
from bot.settings import read_settings
from bot.store.schema import prepare
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import OpenRegister, open_register
from bot.wiring.slack import build_slack
from bot.wiring.statuses import RegisterStatusReader
from knowledge.entries import State
from knowledge.updates import Updates
from tests.builders import NOW, a_draft
from tests.conftest import HOSTS, slack_environment
from tests.fakes import FakeSlack, FakeStatusBook, FakeStatusReader

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
    return build_slack(settings, opened.database, lambda: HOSTS)


def test_a_status_is_written_once_under_its_key(book: StatusBook) -> None:
    assignment = next(each for each in book.assignments() if "hyrberoendet" in each.title)
    draft = a_draft(candidates=(assignment,))
    key = f"T:C:{id(book)}"
    book.record(key, draft, "Anna Lind", NOW, "status: gul")
    book.record(key, a_draft(candidates=(assignment,), state=State.RED), "Karim", NOW, "status: röd")
    (latest,) = [each for each in book.latest(10) if each.assignment_id == assignment.id]
    assert (latest.state, latest.author, latest.original) == (State.YELLOW, "Anna Lind", "status: gul")


def test_an_incomplete_draft_is_never_written(book: StatusBook) -> None:
    with pytest.raises((ValueError, AssertionError)):
        book.record("T:C:incomplete", a_draft(state=None), "Anna Lind", NOW, "status")


def test_a_message_is_posted_once_under_its_key(slack: Slack) -> None:
    place, key = Place("C0UPPDRAG01"), f"contract:{id(slack)}"
    first = slack.post(place, Outgoing("hej"), key)
    assert slack.post(place, Outgoing("hej"), key) == first
    assert slack.post(place, Outgoing("hej igen"), key + ":2") != first


def test_a_guest_may_not_use_the_bot(slack: Slack) -> None:
    assert slack.member(KARIM, "").may_use
    assert not slack.member(GUEST, "").may_use


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


def test_the_real_slack_knows_channels_by_name(
    local: LocalWorkspace, opened: OpenRegister, tmp_path: Path
) -> None:
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    prepare(opened.database)
    slack = build_slack(settings, opened.database, lambda: HOSTS)
    assert (
        slack.channel("#uppdrag") == slack.channel("uppdrag") == slack.channel("C0UPPDRAG01") == "C0UPPDRAG01"
    )
