"""Who is to be reminded of what: the register's dates, and the people of the workspace."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from bot.parts import Member
from bot.reports.bodies import BODY_FACTS, known_bodies
from knowledge.digest import DigestMaterial
from knowledge.holders import Holders, names_title
from knowledge.register import Register
from knowledge.reminders import REMINDER_FACTS, BoardMeeting, Reminder, reminders_due
from knowledge.scope import Scope

MOST_FACTS = 100_000


@dataclass(frozen=True)
class RegisterReminders:
    """Reads what people are to be reminded of from the register; every method raises RegisterError."""

    register: Register
    holders: Holders
    zone: tzinfo
    organisation: str = ""

    def due(self, today: date, ahead: timedelta) -> tuple[Reminder, ...]:
        """Return what somebody should be reminded of."""
        scope = Scope(organisation=self.organisation)
        bodies = known_bodies(
            self.register.facts_with(BODY_FACTS, scope, MOST_FACTS), self.register.documents(scope)
        )
        meetings = [
            BoardMeeting(body.name, day, body.as_reported().is_named_in)
            for body in bodies
            for day in body.meetings
            if today <= day <= today + ahead
        ]
        material = DigestMaterial(
            facts=self.register.facts_with(REMINDER_FACTS, scope, MOST_FACTS),
            statuses=self.register.status_updates(scope),
            assignments=self.register.assignments(scope),
            zone=self.zone,
        )
        return reminders_due(today, ahead, material, meetings)

    def shared_out(
        self, due: Sequence[Reminder], people: Iterable[tuple[Member, str | None]], today: date
    ) -> dict[Member, tuple[Reminder, ...]]:
        """Return whose each reminder is: of who is named by name, or by a title that the list of holders gives.

        With each person goes whom of the list the person said to be.
        """
        holders = self.holders.holders(today)
        shared = {}
        for member, confirmed in people:
            titles = [
                each.title
                for each in holders
                if (member.email and each.slack_email.casefold() == member.email.casefold())
                or (confirmed and each.person == confirmed)
            ]
            own = tuple(
                each for each in due if any(_is(holder, member.name, titles) for holder in each.holders)
            )
            if own:
                shared[member] = own
        return shared


def _is(holder: str, name: str, titles: list[str]) -> bool:
    is_named = bool(name) and name.casefold() in holder.casefold()
    return is_named or any(names_title(holder, title) for title in titles)
