"""Whom an answer reaches: the places whose limited documents it may quote."""

import logging
from dataclasses import dataclass
from typing import Protocol

from bot.errors import BotError
from bot.parts import Slack

GROUP = "S"  # ids of user groups begin so
_CHANNELS = ("C", "G")

_log = logging.getLogger(__name__)


class LimitedPlaces(Protocol):
    """Knows where limited documents may be quoted."""

    def places(self) -> frozenset[str]:
        """Return every channel and user group that some document is limited to."""


@dataclass(frozen=True)
class Audiences:
    """Tells by channel or, in a conversation with one person, by the groups that the person is in.

    An answer that is shown in a channel counts as the channel's, also when one person alone sees it: it can be shared.
    """

    slack: Slack
    limited: LimitedPlaces

    def of(self, channel: str, user: str) -> tuple[str, ...]:
        """Return the places that an answer in the channel, or in the person's own conversation, reaches."""
        places = self.limited.places()
        if channel.startswith(_CHANNELS):
            return (channel,) if channel in places else ()
        return tuple(
            place for place in sorted(places) if place.startswith(GROUP) and self._is_in(user, place)
        )

    def may_hold_limited(self, channel: str) -> bool:
        """Tell whether an answer in the channel may hold what others may not see."""
        places = self.limited.places()
        return channel in places or (
            not channel.startswith(_CHANNELS) and any(place.startswith(GROUP) for place in places)
        )

    def _is_in(self, user: str, group: str) -> bool:
        """Tell whether the person is in the group; when Slack cannot say, the answer is no."""
        try:
            return user in self.slack.group(group)
        except BotError as error:
            _log.warning("nobody counts as a member of %s: %s", group, error)
            return False
