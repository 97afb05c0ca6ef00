"""Shortcuts: report a status, or save a message as one."""

from dataclasses import dataclass

from bot.durable import Steps
from bot.incoming import Shortcut
from bot.mentioned_people import MentionedPeople
from bot.parts import Clock, StatusBook, StatusReader
from bot.views import status_form
from bot.workflows.access import Access
from bot.workflows.form_origin import FormOrigin
from bot.workflows.modal_opening import ModalOpening


@dataclass(frozen=True)
class UseShortcut:
    """Opens the status form, filled in from the message when there is one."""

    access: Access
    book: StatusBook
    read: StatusReader
    clock: Clock
    opening: ModalOpening
    mentioned: MentionedPeople

    def __call__(self, steps: Steps, _key: str, shortcut: Shortcut) -> None:
        """Open the form; a message saved twice is one row, since the key is the message's."""
        if not self.access.may_use(steps, shortcut.user, shortcut.team):
            return
        text = self.mentioned.named(shortcut.text)
        drafts = self.read(text, self.clock.today()) if text else None
        message = f"{shortcut.team}:{shortcut.channel}:{shortcut.message_ts}" if shortcut.message_ts else ""
        origin = FormOrigin(
            channel=shortcut.channel,
            thread_ts=shortcut.thread_ts or shortcut.message_ts,
            original=text[:1_000],
            key=message,
        ).encode()
        draft = drafts[0] if drafts else None
        self.opening.open(steps, shortcut, lambda: status_form.render(self.book.assignments(), draft, origin))
