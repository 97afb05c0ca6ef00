"""Correct a fact: the form opened from a source, and what it says kept in the register."""

from dataclasses import dataclass
from datetime import datetime

from bot import texts
from bot.actions import FIELD_REASON, FIELD_TEXT
from bot.durable import Steps
from bot.editors import Editors
from bot.guard import escape
from bot.incoming import Click, Place, Submission
from bot.outgoing import Outgoing
from bot.parts import Clock, Corrections, Slack
from bot.people import People
from bot.views import correction_form
from bot.workflows.access import Access
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.telling import Telling


@dataclass(frozen=True)
class OpenCorrection:
    """Opens the form for those who may correct."""

    telling: Telling
    access: Access
    editors: Editors
    corrections: Corrections
    opening: ModalOpening

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Check the right and open the form, on top of the source that the button stands in."""
        may_edit = steps.attempt(
            "check the right to edit", bool, lambda: self.editors.may_edit(click.user, click.team)
        )
        if not may_edit:
            if self.access.may_use(steps, click.user, click.team):
                self.telling.tell(steps, click, texts.EDIT_NOT_ALLOWED)
            return
        if not click.value.isdecimal():
            self.telling.tell(steps, click, texts.BUTTON_OUTDATED)
            return
        self.opening.open(
            steps, click, lambda: correction_form.render(self.corrections.fact(int(click.value)))
        )


@dataclass(frozen=True)
class KeepCorrection:
    """Writes what the form says, and tells the editor in their own conversation how it went."""

    slack: Slack
    people: People
    editors: Editors
    corrections: Corrections
    clock: Clock

    def __call__(self, steps: Steps, key: str, submission: Submission) -> None:
        """Check the right again, write once and tell."""
        may_edit = steps.attempt(
            "check the right to edit", bool, lambda: self.editors.may_edit(submission.user, submission.team)
        )
        words = texts.EDIT_NOT_ALLOWED
        if may_edit:
            now = steps.run("note the time", datetime, self.clock.now)
            words = steps.run("correct", str, lambda: self._correct(submission, now))
        steps.attempt(
            "tell", str, lambda: self.slack.post(Place(submission.user), Outgoing(words), f"corrected:{key}")
        )

    def _correct(self, submission: Submission, now: datetime) -> str:
        number, text = int(submission.private), submission.value(FIELD_TEXT).strip()
        fact = self.corrections.fact(number)
        if fact is None:
            return texts.CORRECT_GONE
        name = self.people.member(submission.user, submission.team).name
        self.corrections.correct(number, text, submission.value(FIELD_REASON).strip(), name, now)
        return texts.CORRECTED.format(fact=escape(fact.words), text=escape(text))
