"""Every Monday at eight: the digest to each channel that wants it, one workflow a channel and week."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.digests import Digests
from bot.durable import Steps
from bot.parts import Clock, Subscriptions
from knowledge.digest import Week

CRON = "0 8 * * 1"


@dataclass(frozen=True)
class PostWeeklyDigests:
    """Posts the digests of the week in which it was due; a week that has passed is left."""

    digests: Digests
    subscriptions: Subscriptions
    clock: Clock

    def __call__(self, steps: Steps, due: datetime) -> None:
        """Post to each channel in a step of its own, so that one that fails is tried again alone."""
        today = steps.run("note the day", date, self.clock.today)
        if Week.of(today) != Week.of(due.astimezone(self.clock.now().tzinfo).date()):
            return
        for channel in steps.run("list the channels", tuple[str, ...], self.subscriptions.channels):
            self._post(steps, channel, today)

    def _post(self, steps: Steps, channel: str, today: date) -> None:
        def post() -> None:
            self.digests.post(channel, today)

        steps.attempt(f"post to {channel}", type(None), post)
