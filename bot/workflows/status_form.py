"""A submitted status form: write the row, and show it where the form came from."""

from dataclasses import dataclass
from datetime import datetime

from bot import texts
from bot.actions import FIELD_ASSIGNMENT, FIELD_STATE, FIELD_TEXT
from bot.durable import Steps
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
from knowledge.entries import State


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
        steps.run(
            "write",
            type(None),
            lambda: self.book.record(card.key_of(origin.index), draft, member.name, now, card.original),
        )
        saved = card.with_draft(origin.index, draft.saved(member.name, now))
        steps.run("keep the card", type(None), lambda: self.cards.replace(saved))
        steps.attempt("show", type(None), lambda: self._show(submission, origin, saved))

    def _card(self, submission: Submission, origin: FormOrigin, now: datetime) -> StatusCard:
        """Return the card with the draft as the form has it; a form that stood alone gets a card of its own."""
        number = int(submission.value(FIELD_ASSIGNMENT))
        title = next((each.title for each in self.book.assignments() if each.id == number), "")
        state, text = State(submission.value(FIELD_STATE)), submission.value(FIELD_TEXT).strip()
        found = self.cards.find(origin.card) if origin.card else None
        if found is None:
            draft = StatusDraft((Candidate(number, title),), state, text)
            original = origin.original or text or f"{title}: {texts.STATE[state]}"
            found = StatusCard(origin.key or submission.key, submission.user, original, (draft,))
            self.cards.open(found, now)
            return self.cards.find(found.key) or found
        former = found.drafts[origin.index]
        return found.with_draft(
            origin.index,
            StatusDraft((Candidate(number, title),), state, text, former.dates, former.ending),
        )

    def _refusal(self, member: Member, card: StatusCard, draft: StatusDraft) -> str:
        """Return why the person may not write, or nothing."""
        if card.author != member.user and not self.writers.is_trusted(member.user):
            return texts.STATUS_NOT_YOURS
        if draft.assignment is None or not self.writers.may_write(member, draft.assignment.id):
            return texts.STATUS_NOT_ALLOWED
        return ""

    def _show(self, submission: Submission, origin: FormOrigin, card: StatusCard) -> None:
        shown = status_card.render(card)
        if origin.response_url:
            self.slack.respond(origin.response_url, shown, replace=origin.is_ephemeral)
        elif origin.message_ts:
            self.slack.update(origin.place, origin.message_ts, shown)
        elif origin.channel:
            self.slack.whisper(origin.place, submission.user, shown)
        else:
            self.home.publish(submission.user)

    def _tell(self, steps: Steps, submission: Submission, origin: FormOrigin, words: str) -> None:
        if origin.channel:
            note = Outgoing(words)
            steps.attempt("tell", type(None), lambda: self.slack.whisper(origin.place, submission.user, note))
