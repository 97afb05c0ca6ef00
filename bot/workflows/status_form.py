"""A submitted status form: write the row, and show it where the form came from."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot import texts
from bot.actions import (
    FIELD_ASSIGNMENT,
    FIELD_DELAY,
    FIELD_EXPECTED,
    FIELD_NEXT_STEP,
    FIELD_RISK,
    FIELD_STATE,
    FIELD_TEXT,
    FIELD_WHO,
)
from bot.durable import Steps
from bot.errors import SlackRefusedError
from bot.incoming import Submission
from bot.outgoing import Outgoing
from bot.parts import Clock, Member, Slack, StatusBook, StatusCards
from bot.people import People
from bot.status_drafts import Candidate, Ending, StatusCard, StatusDraft
from bot.status_writers import StatusWriters
from bot.views import status_card
from bot.workflows.access import Access
from bot.workflows.form_origin import FormOrigin
from bot.workflows.home import ShowHome
from bot.workflows.status_click import WRITTEN
from bot.workflows.telling import Telling
from knowledge.entries import State, StatusDetails
from knowledge.status_dates import told_dates


@dataclass(frozen=True)
class StatusForm:
    """Writes what the form says."""

    slack: Slack
    access: Access
    people: People
    cards: StatusCards
    book: StatusBook
    writers: StatusWriters
    clock: Clock
    home: ShowHome

    def __call__(self, steps: Steps, _key: str, submission: Submission) -> None:
        """Check again that the person may, write once, and show it."""
        if not self.access.may_use(steps, submission.user, submission.team):
            return
        origin = FormOrigin.decode(submission.private)
        now = steps.run("note the time", datetime, self.clock.now)
        card = steps.run("read the card", StatusCard, lambda: self._card(submission, origin, now))
        draft = card.drafts[origin.index]
        if draft.ending is not Ending.OPEN:
            self._tell(steps, submission, origin, texts.STATUS_ALREADY)
            return
        member = steps.attempt(
            "look up the author", Member, lambda: self.people.member(submission.user, submission.team)
        )
        if refusal := steps.attempt(
            "check the right to write", str, lambda: self._refusal(member, card, draft)
        ):
            self._tell(steps, submission, origin, refusal)
            return
        key = card.key_of(origin.index)
        written = steps.run(
            "write", WRITTEN, lambda: self.book.record(key, draft, member.name, now, card.original)
        )
        if written is False:
            self._tell(steps, submission, origin, texts.STATUS_GONE)
            return
        saved = card.with_draft(origin.index, draft.saved(member.name, now))
        steps.run("keep the card", type(None), lambda: self.cards.replace(saved))
        steps.attempt("show", type(None), lambda: self._show(submission, origin, status_card.render(saved)))

    def _card(self, submission: Submission, origin: FormOrigin, now: datetime) -> StatusCard:
        """Return the card with the draft as the form has it; a form that stood alone gets a card of its own."""
        number = int(submission.value(FIELD_ASSIGNMENT))
        title = next((each.title for each in self.book.assignments() if each.id == number), "")
        state, text = State(submission.value(FIELD_STATE)), submission.value(FIELD_TEXT).strip()
        details = _details(submission, now.date())
        found = self.cards.find(origin.card) if origin.card else None
        if found is None:
            draft = StatusDraft((Candidate(number, title),), state, text, details.expected, details=details)
            original = origin.original or text or f"{title}: {texts.STATE[state]}"
            checked = self.book.checked(draft, f"{original}\n{text}", now.date())
            found = StatusCard(origin.key or submission.key, submission.user, original, (checked,))
            self.cards.open(found, now)
            return self.cards.find(found.key) or found
        former = found.drafts[origin.index]
        others = [each for each in former.dates if each not in former.details.expected]
        filled_in = replace(
            former,
            candidates=(Candidate(number, title),),
            is_hinted=False,
            state=state,
            text=text,
            dates=(*others, *details.expected),
            details=details,
        )
        return found.with_draft(
            origin.index, self.book.checked(filled_in, f"{found.original}\n{text}", now.date())
        )

    def _refusal(self, member: Member, card: StatusCard, draft: StatusDraft) -> str:
        """Return why the person may not write, or nothing."""
        if card.author != member.user and not self.writers.is_trusted(member.user):
            return texts.STATUS_NOT_YOURS
        if draft.assignment is None or not self.writers.may_write(member, draft.assignment.id):
            return texts.STATUS_NOT_ALLOWED
        return ""

    def _show(self, submission: Submission, origin: FormOrigin, shown: Outgoing) -> None:
        """Show the card where the form came from; on the home tab what is saved shows by itself."""
        if origin.is_home:
            self.home.publish(submission.user, submission.team)
            return
        try:
            if origin.response_url:
                self.slack.respond(origin.response_url, shown, replace=origin.is_ephemeral)
            elif origin.message_ts:
                self.slack.update(origin.place, origin.message_ts, shown)
            else:
                self._whisper(submission, origin, shown)
        except SlackRefusedError:  # the address is used up, or the message is gone
            self._whisper(submission, origin, shown)

    def _tell(self, steps: Steps, submission: Submission, origin: FormOrigin, words: str) -> None:
        steps.attempt("tell", type(None), lambda: self._whisper(submission, origin, Outgoing(words)))

    def _whisper(self, submission: Submission, origin: FormOrigin, shown: Outgoing) -> None:
        key = f"form:{submission.key}"
        Telling(self.slack).whisper(origin.place, submission.user, shown, key)


def _details(submission: Submission, today: date) -> StatusDetails:
    return StatusDetails(
        delay=submission.value(FIELD_DELAY).strip(),
        next_step=submission.value(FIELD_NEXT_STEP).strip(),
        risk=submission.value(FIELD_RISK).strip(),
        expected=told_dates(submission.value(FIELD_EXPECTED), today),
        who=submission.value(FIELD_WHO).strip(),
    )
