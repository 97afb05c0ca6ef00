"""Understand a status update and keep what was understood until somebody presses a button."""

from dataclasses import dataclass
from datetime import datetime

from bot.mentioned_people import MentionedPeople
from bot.parts import StatusCards, StatusReader
from bot.status_drafts import StatusCard


@dataclass(frozen=True)
class StatusDrafting:
    """Makes cards of messages that report how something is going."""

    read: StatusReader
    cards: StatusCards
    mentioned: MentionedPeople

    def draft(self, key: str, author: str, text: str, now: datetime) -> StatusCard | None:
        """Return the card of the message, or nothing when it is no status update."""
        text = self.mentioned.named(text)
        drafts = self.read(text, now.date())
        if not drafts:
            return None
        self.cards.open(StatusCard(key, author, text, drafts), now)
        return self.cards.find(key)
