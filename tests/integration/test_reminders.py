"""Each thing is told once to each of its people, one message a day, though the process is killed and answers are lost."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from slack_sdk import WebClient

from bot.durable import Workflow
from bot.guard import guarded
from bot.parts import Member
from bot.reminder_times import ReminderTimes
from bot.slack import WebSlack
from bot.store.deliveries import SqlDeliveries
from bot.store.identities import SqlIdentities
from bot.store.reminders import SqlReminderLog
from bot.store.schema import prepare
from bot.views import reminder as reminder_view
from bot.workflows import names
from bot.workflows.remind import ReminderRound, ReminderTry, SendReminder
from knowledge.database import Database, open_database
from knowledge.entries import AssignmentEntry
from knowledge.reminders import Reminder, ReminderCause
from tests.builders import TODAY, a_source
from tests.fakes import FakeClock, FakeRegister, FakeSteps
from tests.simulated_work import SimulatedAnswer, SimulatedClient, SimulatedWork, kill_at_every

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MORNING = dt.datetime(2026, 11, 23, 8, tzinfo=STOCKHOLM)
ANNA, KARIM = "U0ANNALIND1", "U0KARIMSAL1"
NAMES = {ANNA: "Anna Lind", KARIM: "Karim Saleh"}


def a_reminder(
    number: int, day: dt.date, *holders: str, cause: ReminderCause = ReminderCause.POINT
) -> Reminder:
    assignment = AssignmentEntry(number, f"Uppdrag {number}")
    return Reminder(cause, assignment, "BP2", "BP2 Beslut", day, holders or ("Anna Lind",), a_source())


class Client(SimulatedClient):
    """Slack with two people and a guest."""

    def auth_test(self) -> SimulatedAnswer:
        return SimulatedAnswer({"team_id": "T1"})

    def users_list(self, **_given: object) -> SimulatedAnswer:
        people = [
            {"id": user, "team_id": "T1", "profile": {"real_name": name}} for user, name in NAMES.items()
        ]
        guest = {
            "id": "U0MIAGAST01",
            "team_id": "T1",
            "is_restricted": True,
            "profile": {"real_name": "Anna Lind"},
        }
        stranger = {"id": "U0STRANGER1", "team_id": "T2", "profile": {"real_name": "Anna Lind"}}
        return SimulatedAnswer({"members": [*people, guest, stranger]})


@dataclass
class Office:
    """The bot's work with reminders, from one half-hour to the next."""

    database: Database
    client: Client
    clock: FakeClock
    log: SqlReminderLog
    work: SimulatedWork
    rounds: ReminderRound

    def pass_time(self, days: int) -> None:
        """Look every half-hour; nobody works at weekends, but the clock does not know that."""
        end = self.clock.moment + dt.timedelta(days=days)
        while self.clock.moment < end:
            self.rounds(FakeSteps(), self.work, self.clock.moment)
            self.work.until_done()
            self.clock.moment += dt.timedelta(minutes=30)

    def told(self, user: str) -> list[str]:
        return [each["text"] for each in self.client.messages if each["channel"] == user]


def an_office(
    reminders: tuple[Reminder, ...], kills: Iterable[bool] = (), lose: Iterable[bool] = ()
) -> Office:
    database = open_database("sqlite://")
    prepare(database)
    clock, client, log = FakeClock(MORNING), Client(iter(lose)), SqlReminderLog(database)
    web = cast("WebClient", client)
    slack = WebSlack(web, web, SqlDeliveries(database, "one", clock.now), frozenset)
    register, times = FakeRegister(reminders=reminders), ReminderTimes()
    send = SendReminder(slack, register, log, clock, times, STOCKHOLM)
    work = SimulatedWork({names.SEND_REMINDER: Workflow(names.SEND_REMINDER, ReminderTry, send)}, iter(kills))
    rounds = ReminderRound(slack.everybody, register, log, SqlIdentities(database), clock, times, STOCKHOLM)
    return Office(database, client, clock, log, work, rounds)


def test_one_message_tells_all_of_a_day_and_each_thing_once() -> None:
    soon, later = TODAY + dt.timedelta(days=7), TODAY + dt.timedelta(days=8)
    office = an_office((a_reminder(1, soon), a_reminder(2, soon), a_reminder(3, later)))
    office.pass_time(days=9)
    assert [text.count("Uppdrag") for text in office.told(ANNA)] == [2, 1]
    assert {each["channel"] for each in office.client.messages} == {ANNA}


def test_nobody_is_written_to_outside_the_hours_or_at_a_weekend() -> None:
    saturday = dt.datetime(2026, 11, 28, 9, tzinfo=STOCKHOLM)
    office = an_office((a_reminder(1, dt.date(2026, 12, 1)),))
    office.clock.moment = saturday
    office.pass_time(days=1)
    assert office.told(ANNA) == []
    office.clock.moment = dt.datetime(2026, 11, 30, 8, tzinfo=STOCKHOLM)
    office.pass_time(days=1)
    assert len(office.told(ANNA)) == 1


def test_who_says_no_is_not_reminded_until_saying_yes() -> None:
    office = an_office((a_reminder(1, TODAY + dt.timedelta(days=2)),))
    office.log.turn_off("T1", ANNA)
    office.pass_time(days=1)
    assert office.told(ANNA) == []
    assert not office.log.is_on("T1", ANNA)
    office.log.turn_on("T1", ANNA)
    office.pass_time(days=1)
    assert len(office.told(ANNA)) == 1


@pytest.mark.parametrize(("steps_before", "was_posted"), [(9, False), (10, True)])
def test_work_taken_up_at_night_sends_nothing_then_and_what_was_sent_is_not_sent_again(
    steps_before: int, was_posted: bool
) -> None:
    due = (a_reminder(1, TODAY + dt.timedelta(days=3)),)
    office = an_office(due, kill_at_every([steps_before]))
    night = dt.datetime.combine(TODAY + dt.timedelta(days=1), dt.time(3), STOCKHOLM)
    office.work.after_kill = lambda: setattr(office.clock, "moment", night)
    office.rounds(FakeSteps(), office.work, office.clock.moment)
    office.work.until_done()
    assert office.clock.moment == night
    assert len(office.told(ANNA)) == was_posted
    office.pass_time(days=1)
    assert len(office.told(ANNA)) == 1


def test_forty_days_with_the_process_killed_at_every_step_and_answers_lost_double_and_miss_nothing() -> None:
    days = [TODAY + dt.timedelta(days=number) for number in range(2, 42)]
    due = tuple(
        a_reminder(number, day, *(("Anna Lind",) if number % 2 else ("Anna Lind", "Karim Saleh")))
        for number, day in enumerate(days)
    )
    office = an_office(
        due, kill_at_every(itertools.cycle(range(17))), itertools.cycle([False, True, True, False, True])
    )
    office.pass_time(days=44)
    for user, numbers in ((ANNA, range(40)), (KARIM, range(0, 40, 2))):
        told = Counter(line.partition(":")[0] for text in office.told(user) for line in text.splitlines()[1:])
        assert told == Counter(f"Uppdrag {number}" for number in numbers)
        keys = [
            each["metadata"]["event_payload"]["key"]
            for each in office.client.messages
            if each["channel"] == user
        ]
        assert len(set(keys)) == len(keys)
    assert min(office.work.killed, office.client.lost) > 20


def test_the_message_says_what_when_and_why_with_a_button_to_report_and_the_source() -> None:
    due = [
        a_reminder(1, TODAY),
        a_reminder(1, TODAY + dt.timedelta(days=2)),
        a_reminder(2, TODAY + dt.timedelta(days=1), cause=ReminderCause.MEETING),
        *(a_reminder(number, TODAY + dt.timedelta(days=5)) for number in range(3, 20)),
    ]
    message = guarded(reminder_view.render(due, TODAY), frozenset())
    assert "Uppdrag 1: 23 november 2026 (i dag): BP2 Beslut." in message.text
    assert "24 november 2026 (i morgon): BP2 Beslut sammanträder och ska få läget." in message.text
    assert "(om 5 dagar)" in message.text
    shown = str(message.blocks)
    assert all(
        words in shown for words in ("status_quick_0", "show_source", "home_reminders_off", "… och 11 till")
    )
    assert len(message.blocks) <= 50


@pytest.mark.parametrize("member", [Member(ANNA, "Anna Lind", may_use=True, team="T1")])
def test_the_fake_register_gives_reminders_to_whom_they_name(member: Member) -> None:
    register = FakeRegister()
    due = (a_reminder(1, TODAY), a_reminder(2, TODAY, "Karim Saleh"))
    assert register.shared_out(due, [(member, None)], TODAY) == {member: due[:1]}
