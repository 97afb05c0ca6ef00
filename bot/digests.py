"""Post the weekly digest: each channel's week once, however many processes try and however often."""

from dataclasses import dataclass
from datetime import date

from bot import texts
from bot.incoming import Place
from bot.parts import DigestBuilder, Slack
from bot.views import digest as digest_view
from bot.weekly_digest import WeeklyDigest
from knowledge.digest import Week

LATE_AFTER_DAYS = 1


@dataclass(frozen=True)
class Digests:
    """Builds and posts digests."""

    slack: Slack
    build: DigestBuilder

    def post(self, channel: str, today: date, *, again: str = "") -> WeeklyDigest:
        """Post the channel's digest of the week that today is in; what was posted before is not posted again.

        `again` is a new word for each time that somebody wants it posted once more. The key holds channel and week,
        and `Slack.post` looks for what an interrupted try may have posted before it posts.
        """
        channel = self.slack.channel(channel)
        digest = self.build.digest(channel, today)
        for number, message in enumerate(digest_view.render(digest, late_note(today))):
            self.slack.post(Place(channel), message, delivery_key(channel, today, number, again))
        return digest

    def keys(self, channel: str, today: date) -> tuple[str, ...]:
        """Return the keys under which the channel's digest of the week is posted, one a message."""
        channel = self.slack.channel(channel)
        messages = digest_view.render(self.build.digest(channel, today), late_note(today))
        return tuple(delivery_key(channel, today, number) for number in range(len(messages)))


def delivery_key(channel: str, today: date, number: int, again: str = "") -> str:
    """Return the key of a message of a week's digest."""
    return f"digest:{channel}:{Week.of(today)}:{number}{':' + again if again else ''}"


def late_note(today: date) -> str:
    """Return a note when the digest comes later than the Monday it should have come."""
    due = Week.of(today).first
    return texts.DIGEST_LATE.format(due=due.isoformat()) if (today - due).days >= LATE_AFTER_DAYS else ""
