"""Send a digest, step by step, and each part of it once however many processes try and however often."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

from bot.digest_times import Issue
from bot.digest_words import digest_words
from bot.durable import Steps
from bot.incoming import Place
from bot.outgoing import Attachment, Outgoing
from bot.parts import DigestBuilder, DigestIssues, Slack
from bot.views import digest as digest_view
from bot.weekly_digest import DigestSubscription, WeeklyDigest
from knowledge.digest import Week
from knowledge.timeline import Timeline

_log = logging.getLogger(__name__)


DrawFiles = Callable[[Timeline, Week, str, datetime], tuple[Attachment, ...]]
"""Makes the files of a week's digest in a language, as of a moment."""


@dataclass(frozen=True)
class Digests:
    """Builds digests and sends them; `zone` tells which day it is where the organisation is."""

    slack: Slack
    build: DigestBuilder
    issues: DigestIssues
    zone: tzinfo
    draw: DrawFiles

    def compose(self, wanted: DigestSubscription, issue: Issue, now: datetime) -> WeeklyDigest:
        """Return the digest as of now; new is what came since the last one was sent."""
        last = self.issues.last_sent(wanted.place, issue.week)
        since = last.astimezone(self.zone).date() if last else None
        return self.build.digest(wanted, now.astimezone(self.zone).date(), since)

    def send(
        self, steps: Steps, wanted: DigestSubscription, issue: Issue, now: datetime, again: str = ""
    ) -> None:
        """Send an issue: the digest itself, then in its thread what there was no room for, and its files.

        `again` is a new word for each time that somebody wants it sent once more. The keys hold place and week, and
        `Slack.post` looks for what an interrupted try may have posted before it posts.
        """

        def compose() -> tuple[Outgoing, ...]:
            due = issue.due.astimezone(self.zone) if issue.is_late(now) else None
            return digest_view.render(self.compose(wanted, issue, now), due)

        first, *rest = steps.run("compose", tuple[Outgoing, ...], compose)
        ts = self._post(steps, Place(wanted.place), first, delivery_key(wanted.place, issue.week, 0, again))
        for number, message in enumerate(rest, 1):
            key = delivery_key(wanted.place, issue.week, number, again)
            self._post(steps, Place(wanted.place, ts), message, key)
        steps.run(
            "note that it was sent",
            type(None),
            lambda: self.issues.sent(wanted.place, issue.week, now),
        )
        self._add_files(steps, wanted, issue, now, Place(wanted.place, ts), again)

    def _add_files(
        self, steps: Steps, wanted: DigestSubscription, issue: Issue, now: datetime, thread: Place, again: str
    ) -> None:
        """Put picture and calendar file in the digest's thread; the digest is sent already, whatever becomes of them."""
        key = f"{delivery_key(wanted.place, issue.week, 0, again)}:files"

        def share() -> None:
            timeline = self.build.timeline(wanted, now.astimezone(self.zone).date())
            if files := self.draw(timeline, issue.week, wanted.language, now):
                self.slack.share(thread, files, digest_words(wanted.language).files, key)

        try:
            steps.attempt(f"share {key}", type(None), share)
        except Exception as error:  # noqa: BLE001 - the digest is sent: files that fail are left out, and the log tells
            _log.warning("the digest's files are left out: %s", error)

    def _post(self, steps: Steps, place: Place, message: Outgoing, key: str) -> str:
        return steps.attempt(f"post {key}", str, lambda: self.slack.post(place, message, key))


def issue_of_day(day: date, zone: tzinfo) -> Issue:
    """Return the issue of the week that a day is in, due on that day: for who asks for it by hand."""
    return Issue(Week.of(day), datetime.combine(day, time(23, 59), zone).astimezone(UTC))


def delivery_key(place: str, week: Week, number: int, again: str = "") -> str:
    """Return the key of a message of a week's digest."""
    return f"digest:{place}:{week}:{number}{':' + again if again else ''}"
