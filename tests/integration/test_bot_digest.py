"""A channel's week is posted once, whoever posts it and whatever is lost on the way."""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.channel_settings import ChannelSettings
from bot.cli.console import Exit
from bot.cli.digest import digest
from bot.digest_choices import DigestChoice, DigestChoices
from bot.digest_files import digest_files
from bot.digest_times import DigestTime, Issue
from bot.digests import Digests
from bot.durable import StepsAtOnce
from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.local.message import Message
from bot.local.server import LocalWorkspace
from bot.settings import read_settings
from bot.slack import WebSlack
from bot.store.channels import SqlChannels
from bot.store.digest_issues import SqlDigestIssues
from bot.store.follows import SqlFollows
from bot.store.schema import prepare
from bot.store.subscriptions import SqlSubscriptions
from bot.weekly_digest import DigestSubscription
from bot.wiring.slack import SlackByTeam
from bot.workflows import names
from bot.workflows.digest_round import DigestRound
from bot.workflows.send_digest import DigestTry, SendDigest
from knowledge.database import open_database
from knowledge.digest import Week
from tests.builders import NOW
from tests.conftest import HOSTS, RunningBot, slack_environment
from tests.fakes import FakeClock, FakeRegister, FakeSteps

MONDAY = dt.date(2026, 11, 23)
FILES = ["beslutspunkter-2026-v48.png", "beslutspunkter-2026-v48.ics"]
STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def slack(local: LocalWorkspace, tmp_path: Path) -> WebSlack:
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    database = open_database(settings.database_url)
    prepare(database)
    return SlackByTeam(settings, database, lambda: HOSTS, "test")("")


@dataclass
class Sender:
    """Sends a week's digest as the command does."""

    digests: Digests

    def post(self, channel: str, day: dt.date, *, again: str = "", hour: int = 8) -> None:
        wanted = DigestSubscription("T1", self.digests.slack.channel(channel))
        issue = Issue.of(Week.of(day), DigestTime(), STOCKHOLM)
        now = dt.datetime.combine(day, dt.time(hour), STOCKHOLM)
        self.digests.send(StepsAtOnce(), wanted, issue, now, again)


@pytest.fixture
def issues(tmp_path: Path) -> SqlDigestIssues:
    return SqlDigestIssues(open_database(f"sqlite:///{tmp_path / 'kansli.db'}"))


@pytest.fixture
def digests(slack: WebSlack, issues: SqlDigestIssues) -> Sender:
    return Sender(Digests(slack, FakeRegister(), issues, STOCKHOLM, digest_files))


def posted(local: LocalWorkspace, channel: str = "#uppdrag") -> list[Message]:
    conversation = local.workspace.conversation(channel)
    return [
        message
        for message in local.workspace.history(conversation.id)
        if message.is_bot and not message.thread_ts
    ]


def files_of(local: LocalWorkspace) -> list[str]:
    """Return the names of the files in the digest's thread."""
    (digest,) = posted(local)
    replies = local.workspace.thread(digest.channel, digest.ts)[1:]
    return [str(file["name"]) for reply in replies for file in reply.files]


def test_posts_a_week_once(local: LocalWorkspace, digests: Sender) -> None:
    for day in (0, 3, 6):
        digests.post("#uppdrag", MONDAY + dt.timedelta(days=day))
    (message,) = posted(local)
    assert "Veckobrev, vecka 48" in message.visible_text
    assert "BP0" in message.text


def test_posts_the_next_week_and_another_channel(local: LocalWorkspace, digests: Sender) -> None:
    digests.post("#uppdrag", MONDAY)
    digests.post("#uppdrag", MONDAY + dt.timedelta(days=7))
    digests.post("#allmänt", MONDAY)
    assert len(posted(local)) == 2
    assert len(posted(local, "#allmänt")) == 1


def test_posts_again_only_when_told_to(local: LocalWorkspace, digests: Sender) -> None:
    digests.post("#uppdrag", MONDAY)
    digests.post("#uppdrag", MONDAY, again="a")
    assert len(posted(local)) == 2


def test_the_command_says_when_nothing_was_sent(
    local: LocalWorkspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    for told in ("", "Inget skickades: veckobrevet för vecka 48 är redan skickat till #uppdrag."):
        code = digest(settings, "#uppdrag", lambda _: MONDAY, dry_run=False, again=False, as_json=False)
        assert code is Exit.OK
        err = capsys.readouterr().err
        assert err.startswith(told) if told else not err
    digest(settings, "#uppdrag", lambda _: MONDAY, dry_run=False, again=True, as_json=False)
    assert "Inget skickades" not in capsys.readouterr().err
    assert len(posted(local)) == 2


def test_finds_the_digest_whose_answer_was_lost(local: LocalWorkspace, digests: Sender) -> None:
    local.faults.drop_response("chat.postMessage")
    with pytest.raises(SlackUnavailableError):
        digests.post("#uppdrag", MONDAY)
    digests.post("#uppdrag", MONDAY)
    assert len(posted(local)) == 1


def test_posts_after_an_error_that_slack_did_nothing_in(local: LocalWorkspace, digests: Sender) -> None:
    local.faults.fail("chat.postMessage", status=500)
    with pytest.raises(SlackUnavailableError):
        digests.post("#uppdrag", MONDAY)
    digests.post("#uppdrag", MONDAY)
    assert len(posted(local)) == 1


def test_puts_picture_and_calendar_in_its_thread_once(local: LocalWorkspace, digests: Sender) -> None:
    for _ in range(2):
        digests.post("#uppdrag", MONDAY)
    assert files_of(local) == FILES


def test_finds_the_files_whose_answer_was_lost(local: LocalWorkspace, digests: Sender) -> None:
    local.faults.drop_response("files.completeUploadExternal")
    digests.post("#uppdrag", MONDAY)
    digests.post("#uppdrag", MONDAY)
    assert files_of(local) == FILES


def test_a_picture_that_fails_stops_no_digest(
    local: LocalWorkspace, digests: Sender, issues: SqlDigestIssues
) -> None:
    local.faults.fail("files.getUploadURLExternal", status=500)
    digests.post("#uppdrag", MONDAY)
    assert files_of(local) == []
    assert issues.sent_at(local.workspace.conversation("#uppdrag").id, Week.of(MONDAY)) is not None


def test_marks_a_late_digest_as_late(local: LocalWorkspace, digests: Sender) -> None:
    digests.post("#uppdrag", MONDAY + dt.timedelta(days=2))
    (message,) = posted(local)
    assert "försenat" in message.text


@dataclass
class Started:
    """Keeps what a round starts."""

    tries: list[DigestTry] = field(default_factory=list)

    def start(self, workflow: str, key: str, value: object) -> None:
        assert workflow == names.SEND_DIGEST
        assert isinstance(value, DigestTry)
        assert key == value.key
        self.tries.append(value)


def test_rounds_send_each_channel_its_week_once_and_try_again_what_slack_refused(
    local: LocalWorkspace, digests: Sender, issues: SqlDigestIssues
) -> None:
    subscriptions = SqlSubscriptions(issues.database)
    channel = local.workspace.conversation("#uppdrag").id
    monday = dt.datetime(2026, 11, 23, 8, tzinfo=STOCKHOLM)
    subscriptions.add("T1", channel, monday - dt.timedelta(days=1))
    subscriptions.add("T1", "C0GONE00001", monday - dt.timedelta(days=1))
    subscriptions.add("T1", "C0LATER0001", monday + dt.timedelta(hours=1))
    clock = FakeClock(monday - dt.timedelta(minutes=15))
    looks = DigestRound(subscriptions, issues, clock, STOCKHOLM)
    sends = SendDigest(digests.digests, issues, clock)
    tried = []
    for _ in range(8):
        started = Started()
        looks(FakeSteps(), started, clock.moment)
        for one in started.tries:
            tried.append((one.wanted.place, one.number))
            with suppress(SlackRefusedError):
                sends(FakeSteps(), one.key, one)
        clock.moment += dt.timedelta(minutes=15)
    assert len(posted(local)) == 1
    assert tried == [(channel, 0), *(("C0GONE00001", number) for number in range(3))]


def test_the_digest_is_of_what_the_channel_or_the_person_asks_for_and_when(issues: SqlDigestIssues) -> None:
    prepare(issues.database)
    subscriptions = SqlSubscriptions(issues.database)
    SqlChannels(issues.database).save(
        ChannelSettings(
            "C0UPPDRAG01",
            organisation="Region Sjöland",
            boards=("Vårdnämnden",),
            digest_day=2,
            digest_hour=15,
        )
    )
    for number in (9, 7):
        SqlFollows(issues.database).add("T1", "U0ANNALIND1", number)
    for place in ("C0UPPDRAG01", "U0ANNALIND1"):
        subscriptions.add("T1", place, NOW)
    subscriptions.choose("T1", "U0ANNALIND1", "en", (4,))
    channel, person = sorted(subscriptions.all(), key=lambda each: each.place)
    assert (channel.boards, channel.assignments) == (("Vårdnämnden",), ())
    assert (channel.organisation, person.organisation) == ("Region Sjöland", "")
    assert (channel.language, person.language) == ("sv", "en")
    assert channel.when == DigestTime(2, dt.time(15))
    assert (person.boards, person.when) == ((), DigestTime())
    assert (person.assignments, person.followed) == ((4,), (7, 9))


def weeks_posted(
    log: SqlDigestIssues, subscriptions: SqlSubscriptions, clock: FakeClock, until: dt.datetime
) -> list[str]:
    """Return the weeks whose digest is sent to somebody from now until a moment, by rounds an hour apart."""
    looks, sent = DigestRound(subscriptions, log, clock, STOCKHOLM), []
    while clock.moment < until:
        started = Started()
        looks(FakeSteps(), started, clock.moment)
        for one in started.tries:
            log.sent(one.wanted.place, one.issue.week, clock.moment)
            sent.append((str(one.issue.week), one.issue.is_late(clock.moment)))
        clock.moment += dt.timedelta(hours=1)
    assert not any(late for _, late in sent), sent
    return [week for week, _ in sent]


@pytest.mark.parametrize("changed_on", range(7))
@pytest.mark.parametrize(("former", "chosen"), [(0, 4), (4, 0), (2, 3)])
def test_a_digest_moved_to_another_day_comes_once_a_week_and_never_as_late(
    issues: SqlDigestIssues, former: int, chosen: int, changed_on: int
) -> None:
    prepare(issues.database)
    subscriptions, channels = SqlSubscriptions(issues.database), SqlChannels(issues.database)
    choices = DigestChoices(channels, subscriptions, STOCKHOLM)
    clock = FakeClock(dt.datetime(2026, 8, 31, 0, tzinfo=STOCKHOLM))
    choices.keep(ChannelSettings("U1", "T1", digest_day=former), DigestChoice("sv"), clock.moment)
    changed = clock.moment + dt.timedelta(weeks=2, days=changed_on, hours=12)
    before = weeks_posted(issues, subscriptions, clock, changed)
    for _ in range(2):
        moved = ChannelSettings("U1", "T1", digest_day=chosen)
        choices.keep(moved, DigestChoice("en", (3,)), clock.moment)
    after = weeks_posted(issues, subscriptions, clock, changed + dt.timedelta(weeks=3))
    weeks = [*before, *after]
    assert len(set(weeks)) == len(weeks)
    assert len(after) >= 2
    assert weeks[:2] == ["2026-W36", "2026-W37"]
    wanted = subscriptions.of("T1", "U1")
    assert wanted is not None
    assert (wanted.when.weekday, wanted.language, wanted.assignments) == (chosen, "en", (3,))


def test_a_channel_turns_the_digest_on_and_off(running: RunningBot) -> None:
    anna = running.person()
    anna.command("/kansli", "veckobrev på")
    anna.wait_for_message("#uppdrag", lambda message: "varje måndag" in message.text)
    anna.command("/kansli", "veckobrev av")
    anna.wait_for_message("#uppdrag", lambda message: "inte hit längre" in message.text)
