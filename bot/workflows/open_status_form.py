"""Buttons that open the status form: empty, or filled in with an assignment and a state."""

from dataclasses import dataclass

from bot.durable import Steps
from bot.incoming import Click
from bot.outgoing import Modal
from bot.parts import StatusBook
from bot.status_drafts import StatusDraft
from bot.views import status_form
from bot.workflows.access import Access
from bot.workflows.form_origin import FormOrigin
from bot.workflows.modal_opening import ModalOpening
from knowledge.entries import State


@dataclass(frozen=True)
class OpenStatusForm:
    """Opens the form; the result is shown where the button stands."""

    access: Access
    book: StatusBook
    opening: ModalOpening

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Open the form for a person who may use the bot."""
        if self.access.may_use(steps, click.user, click.team):
            origin = FormOrigin(
                channel=click.channel,
                thread_ts=click.thread_ts,
                response_url=click.response_url if click.is_ephemeral else "",
                is_home=not click.channel,
            ).encode()
            self.opening.open(steps, click, lambda: self._form(click.value, origin))

    def _form(self, value: str, origin: str) -> Modal:
        """Return the form; `value` holds the number of the assignment and the state, when the button has any."""
        number, _, state = value.partition(" ")
        known = self.book.assignments()
        meant = tuple(each for each in known if number == str(each.id))
        draft = StatusDraft(meant, State(state) if state in set(State) else None, "") if meant else None
        return status_form.render(known, draft, origin)
