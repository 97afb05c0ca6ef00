"""The home tab's button that opens an empty status form."""

from dataclasses import dataclass

from bot.durable import Steps
from bot.incoming import Click
from bot.parts import StatusBook
from bot.views import status_form
from bot.workflows.access import Access
from bot.workflows.form_origin import FormOrigin
from bot.workflows.modal_opening import ModalOpening


@dataclass(frozen=True)
class OpenStatusForm:
    """Opens the form; without a channel the result is shown on the home tab."""

    access: Access
    book: StatusBook
    opening: ModalOpening

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Open the form for a person who may use the bot."""
        if self.access.may_use(steps, click.user, click.team):
            origin = FormOrigin(channel=click.channel, thread_ts=click.thread_ts).encode()
            self.opening.open(steps, click, lambda: status_form.render(self.book.assignments(), None, origin))
