"""Spara, Ändra, Avbryt and the choice of an assignment on a status card."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot import actions, texts
from bot.durable import Steps
from bot.incoming import Click
from bot.outgoing import Outgoing
from bot.parts import Clock, Member, Slack, StatusBook, StatusCards
from bot.people import People
from bot.status_drafts import DraftPlace, Ending, StatusCard, StatusDraft
from bot.status_writers import StatusWriters
from bot.views import status_card, status_form
from bot.workflows.access import Access
from bot.workflows.form_origin import FormOrigin
from bot.workflows.modal_opening import ModalOpening


@dataclass(frozen=True)
class StatusClick:
    """Does what the button says, for the one who wrote the update."""

    slack: Slack
    access: Access
    people: People
    cards: StatusCards
    book: StatusBook
    writers: StatusWriters
    clock: Clock
    opening: ModalOpening

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Check that the person may, then save, change, cancel or choose."""
        place = DraftPlace.decode(click.value)
        if place is None or not self.access.may_use(steps, click.user, click.team):
            return
        card = self._read(steps, place)
        if card is None or place.index >= len(card.drafts):
            self._tell(steps, click, texts.STATUS_ALREADY)
            return
        if card.author != click.user and not steps.attempt(
            "look up the group", bool, lambda: self.writers.is_trusted(click.user)
        ):
            self._tell(steps, click, texts.STATUS_NOT_YOURS)
            return
        if card.drafts[place.index].ending is not Ending.OPEN:
            self._tell(steps, click, texts.STATUS_ALREADY)
            return
        self._do(steps, click, place, card)

    def _do(self, steps: Steps, click: Click, place: DraftPlace, card: StatusCard) -> None:
        draft = card.drafts[place.index]
        if click.action_id == actions.STATUS_CHANGE:
            origin = FormOrigin.of_click(click, place).encode()
            self.opening.open(
                steps, click, lambda: status_form.render(self.book.assignments(), draft, origin)
            )
        elif click.action_id == actions.STATUS_CANCEL:
            self._show(steps, click, place, replace(draft, ending=Ending.CANCELLED))
        elif click.action_id == actions.STATUS_SAVE:
            self._save(steps, click, place, card, draft)
        else:
            chosen = next((each for each in draft.candidates if each.id == place.choice), None)
            if chosen:
                self._show(steps, click, place, draft.about(chosen))

    def _save(
        self, steps: Steps, click: Click, place: DraftPlace, card: StatusCard, draft: StatusDraft
    ) -> None:
        if not draft.is_complete or draft.assignment is None:
            return
        assignment = draft.assignment
        member = steps.attempt(
            "look up the author", Member, lambda: self.people.member(click.user, click.team)
        )
        if not steps.attempt(
            "check the right to write", bool, lambda: self.writers.may_write(member, assignment.id)
        ):
            self._tell(steps, click, texts.STATUS_NOT_ALLOWED)
            return
        now = steps.run("note the time", datetime, self.clock.now)
        steps.run(
            "write",
            type(None),
            lambda: self.book.record(card.key_of(place.index), draft, member.name, now, card.original),
        )
        self._show(steps, click, place, draft.saved(member.name, now))

    def _show(self, steps: Steps, click: Click, place: DraftPlace, draft: StatusDraft) -> None:
        """Keep the draft as it is now, and show the card so."""

        def keep() -> tuple[StatusCard, ...]:
            cards = _known(self.cards, place)
            changed = tuple(card.with_draft(place.index, draft) for card in cards)
            for card in changed:
                self.cards.replace(card)
            return changed

        shown = tuple(map(status_card.render, steps.run("keep the card", tuple[StatusCard, ...], keep)))
        if shown:
            steps.attempt("show", type(None), lambda: self._replace(click, shown[0]))

    def _read(self, steps: Steps, place: DraftPlace) -> StatusCard | None:
        """Return the card as it was at the click; a step, since saving changes it."""
        found = steps.run("read the card", tuple[StatusCard, ...], lambda: _known(self.cards, place))
        return found[0] if found else None

    def _replace(self, click: Click, shown: Outgoing) -> None:
        if click.is_ephemeral:
            self.slack.respond(click.response_url, shown, replace=True)
        else:
            self.slack.update(click.place, click.message_ts, shown)

    def _tell(self, steps: Steps, click: Click, words: str) -> None:
        note = Outgoing(words)
        steps.attempt("tell", type(None), lambda: self.slack.whisper(click.place, click.user, note))


def _known(cards: StatusCards, place: DraftPlace) -> tuple[StatusCard, ...]:
    card = cards.find(place.key)
    return (card,) if card else ()
