"""Spara, Ändra, Avbryt, Ångra, Återta and the choice of an assignment or a state on a status card."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot import actions, texts
from bot.durable import Steps
from bot.incoming import Click
from bot.parts import Clock, Member, Slack, StatusBook, StatusCards
from bot.people import People
from bot.status_drafts import DraftPlace, Ending, StatusCard, StatusDraft
from bot.status_writers import StatusWriters
from bot.views import status_card, status_form
from bot.workflows.access import Access
from bot.workflows.form_origin import FormOrigin
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.telling import Telling
from knowledge.entries import State

DraftChange = Callable[[StatusDraft], StatusDraft]
UNDO_LASTS = timedelta(days=1)
WRITTEN: Any = bool | None  # work that an earlier version left unfinished has stored nothing


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
        if not self.access.may_use(steps, click.user, click.team):
            return
        if place is None:
            self._tell(steps, click, texts.BUTTON_OUTDATED)
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
        wanted = Ending.SAVED if click.action_id == actions.STATUS_UNDO else Ending.OPEN
        if card.drafts[place.index].ending is not wanted:
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
            self._change(steps, click, place, lambda draft: replace(draft, ending=Ending.CANCELLED))
        elif click.action_id == actions.STATUS_SAVE:
            self._save(steps, click, place, card, draft)
        elif click.action_id in (actions.STATUS_UNDO, actions.STATUS_WITHDRAW):
            self._take_back(steps, click, place, card, draft)
        elif click.action_id.startswith(actions.STATUS_STATE):
            state = click.action_id.removeprefix(actions.STATUS_STATE)
            if state in set(State):
                self._choose(steps, click, place, card, lambda draft: draft.in_state(State(state)))
        else:
            chosen = next((each for each in draft.candidates if each.id == place.choice), None)
            if chosen:
                self._choose(steps, click, place, card, lambda draft: draft.about(chosen))

    def _save(
        self, steps: Steps, click: Click, place: DraftPlace, card: StatusCard, draft: StatusDraft
    ) -> None:
        if not draft.is_complete or draft.withdraws:
            return
        member = self._writer(steps, click, draft)
        if member is None:
            return
        now = steps.run("note the time", datetime, self.clock.now)
        key = card.key_of(place.index)
        written = steps.run(
            "write", WRITTEN, lambda: self.book.record(key, draft, member.name, now, card.original)
        )
        if written is False:
            self._tell(steps, click, texts.STATUS_GONE)
            return
        self._show(steps, click, place, lambda _draft: draft.saved(member.name, now))

    def _take_back(
        self, steps: Steps, click: Click, place: DraftPlace, card: StatusCard, draft: StatusDraft
    ) -> None:
        """Take back what the message no longer says, or what was saved less than a day ago."""
        member = self._writer(steps, click, draft)
        if member is None:
            return
        now = steps.run("note the time", datetime, self.clock.now)
        if not draft.withdraws and (draft.saved_at is None or now - draft.saved_at > UNDO_LASTS):
            self._tell(steps, click, texts.STATUS_UNDO_TOO_LATE)
            return

        def take_back() -> bool:
            if draft.withdraws:
                return self.book.withdraw(draft.withdraws, member.name, now, texts.STATUS_WITHDRAWN_WHY)
            return self.book.undo(card.key_of(place.index), member.name, now)

        if not steps.run("take back", bool, take_back):
            self._tell(steps, click, texts.STATUS_GONE)
            return
        self._show(steps, click, place, lambda _draft: replace(draft, ending=Ending.WITHDRAWN))

    def _writer(self, steps: Steps, click: Click, draft: StatusDraft) -> Member | None:
        """Return the person when they may write the status; else tell them why not."""
        assignment = draft.assignment
        if assignment is None:
            return None
        member = steps.attempt(
            "look up the author", Member, lambda: self.people.member(click.user, click.team)
        )
        if not steps.attempt(
            "check the right to write", bool, lambda: self.writers.may_write(member, assignment.id)
        ):
            self._tell(steps, click, texts.STATUS_NOT_ALLOWED)
            return None
        return member

    def _choose(
        self, steps: Steps, click: Click, place: DraftPlace, card: StatusCard, choose: DraftChange
    ) -> None:
        """Note a choice, with what of the draft does not fit the plan then."""
        today = self.clock.today()
        self._change(
            steps, click, place, lambda draft: self.book.checked(choose(draft), card.original, today)
        )

    def _change(self, steps: Steps, click: Click, place: DraftPlace, change: DraftChange) -> None:
        """Change a draft that nobody has saved or cancelled meanwhile, and show the card as it is then."""
        self._show(steps, click, place, lambda draft: change(draft) if draft.ending is Ending.OPEN else draft)

    def _show(self, steps: Steps, click: Click, place: DraftPlace, change: DraftChange) -> None:
        """Change the draft as it stands, since another click may have changed it, and show the card so."""

        def changed(card: StatusCard) -> StatusCard:
            if place.index >= len(card.drafts):  # the message was edited, and says less
                return card
            return card.with_draft(place.index, change(card.drafts[place.index]))

        def keep() -> tuple[StatusCard, ...]:
            card = self.cards.change(place.key, changed)
            return (card,) if card else ()

        if kept := steps.run("keep the card", tuple[StatusCard, ...], keep):
            steps.attempt("show", type(None), lambda: self._replace(click, place, kept[0]))

    def _read(self, steps: Steps, place: DraftPlace) -> StatusCard | None:
        """Return the card as it was at the click; a step, since saving changes it."""
        found = steps.run("read the card", tuple[StatusCard, ...], lambda: _known(self.cards, place))
        return found[0] if found else None

    def _replace(self, click: Click, place: DraftPlace, kept: StatusCard) -> None:
        """Show the card as it stands now, which may be further on than it was kept here."""
        shown = status_card.render(self.cards.find(place.key) or kept)
        if click.is_ephemeral:
            self.slack.respond(click.response_url, shown, replace=True)
        else:
            self.slack.update(click.place, click.message_ts, shown)

    def _tell(self, steps: Steps, click: Click, words: str) -> None:
        Telling(self.slack).tell(steps, click, words)


def _known(cards: StatusCards, place: DraftPlace) -> tuple[StatusCard, ...]:
    card = cards.find(place.key)
    return (card,) if card else ()
