"""Who may use the bot: full members of the workspace; what is known is remembered for a moment."""

import time
from collections.abc import Callable
from threading import Lock

from bot.parts import Member, Slack

REMEMBERED_FOR = 60.0  # seconds; somebody who is deactivated is out within a minute


class People:
    """Looks people up; only those who may use the bot are remembered, so a refusal is always asked anew."""

    def __init__(self, slack: Slack, clock: Callable[[], float] = time.monotonic) -> None:
        self._slack = slack
        self._clock = clock
        self._known: dict[tuple[str, str], tuple[float, Member]] = {}
        self._lock = Lock()

    def member(self, user: str, team: str) -> Member:
        """Return the person; raises SlackUnavailableError when Slack cannot say."""
        with self._lock:
            at, known = self._known.get((user, team), (0.0, None))
        if known is not None and self._clock() - at < REMEMBERED_FOR:
            return known
        member = self._slack.member(user, team)
        if member.may_use:
            with self._lock:
                self._known[(user, team)] = (self._clock(), member)
        return member
