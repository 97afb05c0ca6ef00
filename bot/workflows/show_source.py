"""Show a source: the quoted words with what stands before and after them, in a modal."""

from dataclasses import dataclass

from bot import texts
from bot.durable import Steps
from bot.incoming import Click
from bot.outgoing import Outgoing
from bot.parts import Slack, Sources
from bot.source_place import SourcePlace
from bot.views import source
from bot.workflows.access import Access
from bot.workflows.modal_opening import ModalOpening


@dataclass(frozen=True)
class ShowSource:
    """Opens the document at the quoted place."""

    slack: Slack
    access: Access
    sources: Sources
    opening: ModalOpening

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Open the modal; the trigger lives for three seconds, so nothing comes in between."""
        if not self.access.may_use(steps, click.user, click.team):
            return
        place = SourcePlace.decode(click.value)
        if place is None:
            note = Outgoing(texts.SOURCE_GONE)
            steps.attempt("tell", type(None), lambda: self.slack.whisper(click.place, click.user, note))
            return
        self.opening.open(steps, click, lambda: source.render(self.sources.passage(place)))
