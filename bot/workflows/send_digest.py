"""Send one digest, to one channel or person, of one week."""

from dataclasses import dataclass
from datetime import datetime

from bot.digest_times import Issue
from bot.digests import Digests
from bot.durable import Steps
from bot.parts import Clock, DigestIssues
from bot.weekly_digest import DigestSubscription


@dataclass(frozen=True, slots=True)
class DigestTry:
    """A try to send an issue; stored with unfinished work, so new fields need defaults."""

    wanted: DigestSubscription
    issue: Issue
    number: int

    @property
    def team(self) -> str:
        """Return where it goes."""
        return self.wanted.team

    @property
    def key(self) -> str:
        """Name the try."""
        return f"{self.wanted.team}:{self.wanted.place}:{self.issue.week}:{self.number}"


@dataclass(frozen=True)
class SendDigest:
    """Sends the digest; a try that fails is noted, and a later round makes the next."""

    digests: Digests
    issues: DigestIssues
    clock: Clock

    def __call__(self, steps: Steps, _key: str, one: DigestTry) -> None:
        """Send it as it is when it is sent, however late that is."""
        now = steps.run("note the time", datetime, self.clock.now)
        try:
            self.digests.send(steps, one.wanted, one.issue, now)
        except Exception:
            steps.run("note that it failed", type(None), lambda: self._note_failure(one))
            raise

    def _note_failure(self, one: DigestTry) -> None:
        self.issues.failed(one.wanted.place, one.issue.week, one.number, self.clock.now())
