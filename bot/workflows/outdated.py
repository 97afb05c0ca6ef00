"""A button that nobody hears any more: of an earlier version, or of something that is over."""

from dataclasses import dataclass

from bot import texts
from bot.durable import Steps
from bot.incoming import Click
from bot.workflows.access import Access
from bot.workflows.telling import Telling


@dataclass(frozen=True)
class OutdatedButton:
    """Says so to a person who may use the bot."""

    telling: Telling
    access: Access

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Say it."""
        if self.access.may_use(steps, click.user, click.team):
            self.telling.tell(steps, click, texts.BUTTON_OUTDATED)
