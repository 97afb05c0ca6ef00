"""A message that a status was read from was edited or deleted: offer a correction, or ask whether to take it back."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.channel_settings import Channels
from bot.durable import Steps
from bot.incoming import MessageChange, Place
from bot.mentioned_people import MentionedPeople
from bot.parts import Clock, Slack, StatusBook, StatusCards, StatusReader
from bot.status_drafts import Ending, StatusCard, StatusDraft
from bot.status_revisions import revisions
from bot.views import status_card
from bot.workflows.access import Access
from knowledge.errors import KnowledgeError

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ReviseStatus:
    """Says nothing of messages that no status was read from."""

    slack: Slack
    access: Access
    read: StatusReader
    cards: StatusCards
    book: StatusBook
    clock: Clock
    channels: Channels
    mentioned: MentionedPeople

    def __call__(self, steps: Steps, key: str, change: MessageChange) -> None:
        """Show what the change means, for the person to decide; most messages that are edited were no status."""
        if not steps.run("look for a card", bool, lambda: self._has_card(change)):
            return
        if not self.access.may_use(steps, change.user, change.team):
            return
        now = steps.run("note the time", datetime, self.clock.now)
        for card in steps.run("compose", tuple[StatusCard, ...], lambda: self._revised(key, change, now)):
            steps.attempt("show", type(None), partial(self._show, change, card))

    def _has_card(self, change: MessageChange) -> bool:
        """Tell whether a status was read from the message; when that cannot be known, it is taken for others' talk."""
        try:
            return self.cards.find(change.message_key) is not None
        except KnowledgeError:
            _log.exception("an edited message is passed over: %s", change.message_key)
            return False

    def _revised(self, key: str, change: MessageChange, now: datetime) -> tuple[StatusCard, ...]:
        text = self.mentioned.named(change.text)
        drafts = self.read(text, now.date()) or () if text else ()
        if standing := self.book.of_message(change.message_key):
            decide = revisions(standing, drafts)
            if not decide:
                return ()
            self.cards.open(StatusCard(key, change.user, text or standing[-1].original, decide), now)
            return tuple(filter(None, (self.cards.find(key),)))
        card = self.cards.find(change.message_key)
        if card is None or not any(draft.ending is Ending.OPEN for draft in card.drafts):
            return ()
        changed = replace(card, original=text or card.original, drafts=drafts or _cancelled(card))
        self.cards.replace(changed)
        return (changed,)

    def _show(self, change: MessageChange, card: StatusCard) -> None:
        shown = status_card.render(card)
        if self.channels.of(change.channel).is_private and not change.is_direct:
            self.slack.whisper(Place(change.channel, change.thread_ts), change.user, shown)
            return
        place = Place(change.channel, change.thread_ts or change.ts)
        ts = self.slack.post(place, shown, card.key)
        if card.key == change.message_key:  # posted before: it is there that it changes
            self.slack.update(place, ts, shown)


def _cancelled(card: StatusCard) -> tuple[StatusDraft, ...]:
    return tuple(
        replace(draft, ending=Ending.CANCELLED) if draft.ending is Ending.OPEN else draft
        for draft in card.drafts
    )
