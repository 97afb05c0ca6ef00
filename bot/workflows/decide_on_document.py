"""Lägg in and Avbryt under a document that waits."""

from dataclasses import dataclass

from bot import texts
from bot.actions import DOCUMENT_ADD_HERE, DOCUMENT_CANCEL
from bot.document_intake import EnteredDocument, Intake, WaitingDocument
from bot.durable import Steps
from bot.editors import Editors
from bot.incoming import Click
from bot.outgoing import Outgoing
from bot.parts import Member, Slack
from bot.people import People
from bot.views import document_offer
from bot.workflows.access import Access
from bot.workflows.telling import Telling


@dataclass(frozen=True)
class DecideOnDocument:
    """Enters the document in the register, or throws it away, for those who may change the register."""

    slack: Slack
    telling: Telling
    access: Access
    people: People
    editors: Editors
    intake: Intake

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Check the right again, and do what the button says."""
        document = WaitingDocument.decode(click.value)
        may_edit = steps.attempt(
            "check the right to edit", bool, lambda: self.editors.may_edit(click.user, click.team)
        )
        if not may_edit:
            if self.access.may_use(steps, click.user, click.team):
                self.telling.tell(steps, click, texts.EDIT_NOT_ALLOWED)
        elif document is None:
            self.telling.tell(steps, click, texts.BUTTON_OUTDATED)
        elif click.action_id == DOCUMENT_CANCEL:
            self._cancel(steps, click, document)
        else:
            self._enter(steps, click, document)

    def _cancel(self, steps: Steps, click: Click, document: WaitingDocument) -> None:
        if steps.run("throw away", bool, lambda: self.intake.discard(document)):
            self._show(steps, click, document_offer.cancelled(document.name))
        else:
            self.telling.tell(steps, click, texts.DOCUMENT_GONE)

    def _enter(self, steps: Steps, click: Click, document: WaitingDocument) -> None:
        """Enter it, and say at each step how far it has come; words are found before vectors are made."""
        member = steps.attempt(
            "look up who lets it in", Member, lambda: self.people.member(click.user, click.team)
        )
        places = (click.channel,) if click.action_id == DOCUMENT_ADD_HERE else ()
        if not steps.run("accept", bool, lambda: self.intake.accept(document, places)):
            self.telling.tell(steps, click, texts.DOCUMENT_GONE)
            return
        self._show(steps, click, document_offer.entering(document.name))
        entered = steps.run("enter", EnteredDocument, lambda: self.intake.enter(document))
        then = texts.DOCUMENT_FILLING
        self._show(steps, click, document_offer.entered(document.name, entered, then, member.name))
        if not entered.refusal:
            is_filled = steps.run("fill", bool, self.intake.fill)
            then = texts.DOCUMENT_DONE if is_filled else texts.DOCUMENT_UNFILLED
            self._show(steps, click, document_offer.entered(document.name, entered, then, member.name))

    def _show(self, steps: Steps, click: Click, shown: Outgoing) -> None:
        steps.attempt("show", type(None), lambda: self.slack.update(click.place, click.message_ts, shown))
