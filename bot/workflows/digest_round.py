"""Every quarter of an hour: start what is due and was not sent."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.digest_times import latest_issue
from bot.durable import Starter, Steps
from bot.parts import Clock, DigestIssues, Subscriptions
from bot.workflows import names
from bot.workflows.send_digest import DigestTry


@dataclass(frozen=True)
class DigestRound:
    """Starts a workflow of its own for each digest that is due, so that one that fails keeps none back."""

    subscriptions: Subscriptions
    issues: DigestIssues
    clock: Clock
    zone: ZoneInfo

    def __call__(self, steps: Steps, starter: Starter, _at: datetime) -> None:
        """Start each try under its own key: the same round in another process starts nothing more."""
        for one in steps.run("list what is due", tuple[DigestTry, ...], self._due):
            starter.start(names.SEND_DIGEST, one.key, one)

    def _due(self) -> tuple[DigestTry, ...]:
        now, due = self.clock.now(), []
        for wanted in self.subscriptions.all():
            issue = latest_issue(now, wanted.when, self.zone)
            if wanted.since is not None and issue.due < wanted.since:
                continue
            number = self.issues.try_now(wanted.place, issue.week, now)
            if number is not None:
                due.append(DigestTry(wanted, issue, number))
        return tuple(due)
