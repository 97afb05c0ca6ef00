"""Show a source: the quoted words with what stands before and after them, in a modal."""

from dataclasses import dataclass

from bot import texts
from bot.audiences import Audiences
from bot.durable import Steps
from bot.editors import Editors
from bot.errors import SlackUnavailableError
from bot.incoming import Click
from bot.outgoing import Modal
from bot.parts import Corrections, ShownFact, Sources
from bot.source_place import SourcePlace
from bot.views import source
from bot.workflows.access import Access
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.telling import Telling

MOST_FACTS = 5


@dataclass(frozen=True)
class ShowSource:
    """Opens the document at the quoted place."""

    telling: Telling
    access: Access
    sources: Sources
    editors: Editors
    corrections: Corrections
    audiences: Audiences
    opening: ModalOpening

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Open the modal; the trigger lives for three seconds, so nothing comes in between."""
        if not self.access.may_use(steps, click.user, click.team):
            return
        place = SourcePlace.decode(click.value)
        if place is None:
            self.telling.tell(steps, click, texts.SOURCE_GONE)
            return
        self.opening.open(steps, click, lambda: self._modal(click, place))

    def _modal(self, click: Click, place: SourcePlace) -> Modal:
        places = self.audiences.of(click.channel, click.user)
        return source.render(self.sources.passage(place, places), self._to_correct(click, place))

    def _to_correct(self, click: Click, place: SourcePlace) -> tuple[ShownFact, ...]:
        """Return the facts that the person may correct; the source is shown whether or not Slack can say who they are."""
        try:
            may_edit = self.editors.may_edit(click.user, click.team)
        except SlackUnavailableError:
            return ()
        return self.corrections.facts_at(place, MOST_FACTS) if may_edit else ()
