"""Two hundred weeks of digests with the process killed at every step and answers lost: each week comes once."""

import datetime as dt
import itertools
from collections import Counter
from typing import cast
from zoneinfo import ZoneInfo

from slack_sdk import WebClient

from bot.digest_times import DigestTime, Issue
from bot.digests import Digests
from bot.durable import Workflow
from bot.outgoing import Attachment
from bot.slack import WebSlack
from bot.store.deliveries import SqlDeliveries
from bot.store.digest_issues import SqlDigestIssues
from bot.store.schema import prepare
from bot.store.subscriptions import SqlSubscriptions
from bot.workflows import names
from bot.workflows.digest_round import DigestRound
from bot.workflows.send_digest import DigestTry, SendDigest
from knowledge.database import open_database
from knowledge.digest import Week
from knowledge.timeline import Timeline
from tests.fakes import FakeClock, FakeRegister, FakeSteps
from tests.simulated_work import SimulatedClient, SimulatedWork, kill_at_every

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WEEKS = 200
CHANNEL = "C0UPPDRAG01"


def named_after_its_week(
    _timeline: Timeline, week: Week, _language: str, _made: dt.datetime
) -> tuple[Attachment, ...]:
    return (Attachment(f"{week}.png", "Bild", b"x"),)


def test_each_of_200_weeks_is_sent_once_though_killed_at_every_step_and_answers_are_lost() -> None:
    database = open_database("sqlite://")  # in memory: two thousand commits to a disk would take their time
    prepare(database)
    first = Week(2024, 40)  # through week 52, 1, a year of 53 weeks and eight changes of the clock
    weeks = [Week.of(first.first + dt.timedelta(weeks=number)) for number in range(WEEKS)]
    issues = [Issue.of(week, DigestTime(), STOCKHOLM) for week in weeks]
    clock = FakeClock(issues[0].due - dt.timedelta(days=1))
    client = SimulatedClient(itertools.cycle([False, False, True, False, True, True, False]))
    web = cast("WebClient", client)
    slack = WebSlack(web, web, SqlDeliveries(database, "one", clock.now), frozenset)
    log, subscriptions = SqlDigestIssues(database), SqlSubscriptions(database)
    digests = Digests(slack, FakeRegister(), log, STOCKHOLM, named_after_its_week)
    send = Workflow(names.SEND_DIGEST, DigestTry, SendDigest(digests, log, clock))
    work = SimulatedWork({names.SEND_DIGEST: send}, kill_at_every(itertools.cycle(range(23))))
    subscriptions.add("T1", CHANNEL, clock.moment)
    looks = DigestRound(subscriptions, log, clock, STOCKHOLM)
    for issue in issues:
        for after in (dt.timedelta(minutes=5), dt.timedelta(days=4)):
            clock.moment = issue.due + after
            looks(FakeSteps(), work, clock.moment)
            work.until_done()
    digests_sent = [each for each in client.messages if not each["thread_ts"]]
    keys = Counter(each["metadata"]["event_payload"]["key"] for each in digests_sent)
    assert keys == Counter(f"digest:{CHANNEL}:{issue.week}:0" for issue in issues)
    pictures = Counter(file["name"] for each in client.messages for file in each.get("files", ()))
    assert pictures == Counter(f"{issue.week}.png" for issue in issues)
    assert min(work.killed, client.lost) > WEEKS / 2
    assert not [each for each in digests_sent if "försenat" in each["text"]]
