"""Remind people of decision points and meetings: one message a day at most, each thing once, within working hours."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.durable import Starter, Steps
from bot.incoming import Place
from bot.outgoing import Outgoing
from bot.parts import Clock, Identities, Member, Slack
from bot.reminder_parts import ReminderLog, Reminders
from bot.reminder_times import ReminderTimes
from bot.views import reminder as reminder_view
from bot.workflows import names

REMINDER_CRON = "*/30 * * * *"


@dataclass(frozen=True, slots=True)
class ReminderTry:
    """A person's message of a day; stored with unfinished work, so new fields need defaults."""

    team: str
    user: str
    day: date
    causes: tuple[str, ...]

    @property
    def key(self) -> str:
        """Name the message: there is one a day for each person."""
        return f"{self.team}:{self.user}:{self.day}"


@dataclass(frozen=True)
class ReminderRound:
    """Starts a workflow for each person who is to be reminded of something today; `everybody` may raise as Slack does."""

    everybody: Callable[[], Iterable[Member]]
    reminders: Reminders
    log: ReminderLog
    identities: Identities
    clock: Clock
    times: ReminderTimes
    zone: ZoneInfo

    def __call__(self, steps: Steps, starter: Starter, _at: datetime) -> None:
        """Start each person's message under the day's key: later rounds of the day start nothing more."""
        for one in steps.attempt("list who is reminded", tuple[ReminderTry, ...], self._due):
            starter.start(names.SEND_REMINDER, one.key, one)

    def _due(self) -> tuple[ReminderTry, ...]:
        now = self.clock.now()
        today = now.astimezone(self.zone).date()
        if not self.times.are_open(now, self.zone):
            return ()
        due = self.reminders.due(today, self.times.ahead)
        if not due:
            return ()
        people = [
            (member, self.identities.holder(member.team, member.user))
            for member in self.everybody()
            if member.may_use and self.log.is_on(member.team, member.user)
        ]
        tries = []
        for member, own in self.reminders.shared_out(due, people, today).items():
            told = self.log.reminded(member.user)
            if causes := tuple(each.key for each in own if each.key not in told):
                tries.append(ReminderTry(member.team, member.user, today, causes))
        return tuple(tries)


@dataclass(frozen=True)
class SendReminder:
    """Sends a person's message of the day."""

    slack: Slack
    reminders: Reminders
    log: ReminderLog
    clock: Clock
    times: ReminderTimes
    zone: ZoneInfo

    def __call__(self, steps: Steps, _key: str, one: ReminderTry) -> None:
        """Take what the message is about, and send it; what an earlier day's try may have sent counts."""
        steps.attempt("settle earlier tries", type(None), lambda: self._settle(one))
        taken = steps.run("take", tuple[str, ...], lambda: self.log.take(one.user, one.day, one.causes))
        messages = steps.run("compose", tuple[Outgoing, ...], lambda: self._compose(one, taken))
        for message in messages:
            self._send(steps, one, message)

    def _send(self, steps: Steps, one: ReminderTry, message: Outgoing) -> None:
        if steps.attempt("post", bool, lambda: self._post(one, message)):
            steps.run("note that it was sent", type(None), lambda: self.log.sent(one.user, one.day))

    def _settle(self, one: ReminderTry) -> None:
        for day in self.log.unsettled(one.user, one.day):
            if self.slack.find_post(Place(one.user), _delivery_key(one.user, day)):
                self.log.sent(one.user, day)
            else:
                self.log.forget(one.user, day)

    def _compose(self, one: ReminderTry, taken: tuple[str, ...]) -> tuple[Outgoing, ...]:
        due = [each for each in self.reminders.due(one.day, self.times.ahead) if each.key in taken]
        return (reminder_view.render(due, one.day),) if due else ()

    def _post(self, one: ReminderTry, message: Outgoing) -> bool:
        """Post the message, unless the work was taken up again too late for it: then a later day's try settles it."""
        now, key = self.clock.now(), _delivery_key(one.user, one.day)
        if now.astimezone(self.zone).date() != one.day or not self.times.are_open(now, self.zone):
            return bool(self.slack.find_post(Place(one.user), key))
        return bool(self.slack.post(Place(one.user), message, key))


def _delivery_key(user: str, day: date) -> str:
    return f"reminder:{user}:{day}"
