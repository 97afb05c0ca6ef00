"""A saved status follows its message: edited, deleted, undone; and nothing is ever written over."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TypeVar

import pytest

from bot import actions, texts
from bot.channel_settings import ChannelSettings
from bot.incoming import Click, MessageChange
from bot.listeners.event import change_of
from bot.mentioned_people import MentionedPeople
from bot.people import People
from bot.status_drafts import DraftPlace, Ending, StatusCard
from bot.status_writers import StatusWriters
from bot.views import status_card
from bot.workflows.access import Access
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.revise_status import ReviseStatus
from bot.workflows.status_click import StatusClick
from knowledge.entries import State
from tests.builders import NOW
from tests.fakes import (
    FakeChannels,
    FakeClock,
    FakeSlack,
    FakeStatusBook,
    FakeStatusCards,
    FakeStatusReader,
    FakeSteps,
)

T = TypeVar("T")
KEY = "T1:C1:100.1"
SAID = "status: Minska hyrberoendet är gul, två veckor sen"


@dataclass
class InterruptedSteps(FakeSteps):
    """Steps among which something else happens."""

    meanwhile: Callable[[], None] = lambda: None

    def run(self, name: str, kind: type[T], step: Callable[[], T]) -> T:
        result = super().run(name, kind, step)
        if name == "read the card":
            self.meanwhile()
        return result


@dataclass
class Desk:
    """The workflows of statuses, with fakes around them."""

    slack: FakeSlack = field(default_factory=FakeSlack)
    cards: FakeStatusCards = field(default_factory=FakeStatusCards)
    book: FakeStatusBook = field(default_factory=FakeStatusBook)
    clock: FakeClock = field(default_factory=FakeClock)
    channels: FakeChannels = field(default_factory=FakeChannels)

    def say(self, text: str = SAID, key: str = KEY) -> None:
        drafts = FakeStatusReader()(text, NOW.date())
        assert drafts
        self.cards.open(StatusCard(key, "U1", text, drafts), NOW)

    def change(self, text: str, at: str = "200.1") -> None:
        people = People(self.slack)
        revise = ReviseStatus(
            self.slack,
            Access(people),
            FakeStatusReader(),
            self.cards,
            self.book,
            self.clock,
            self.channels,
            MentionedPeople(people),
        )
        change = MessageChange("T1", "C1", "100.1", "U1", text, at)
        for _ in range(2):  # Slack delivers again
            revise(FakeSteps(), change.key, change)

    def delete(self) -> None:
        self.change("", "deleted")

    def press(
        self,
        action_id: str,
        key: str = KEY,
        user: str = "U1",
        choice: int = 0,
        meanwhile: Callable[[], None] | None = None,
    ) -> None:
        """Press a button; `meanwhile` happens when the card has been read."""
        people = People(self.slack)
        writers = StatusWriters(self.slack, self.book)
        click = StatusClick(
            self.slack,
            Access(people),
            people,
            self.cards,
            self.book,
            writers,
            self.clock,
            ModalOpening(self.slack),
        )
        value = DraftPlace(key, 0, choice).encode()
        steps = InterruptedSteps(meanwhile=meanwhile) if meanwhile else FakeSteps()
        click(steps, "k", Click("T1", user, action_id, value, "C1", "300.1"))

    def standing(self) -> list[State]:
        return [each.state for each in self.book.of_message(KEY)]

    def endings(self, key: str) -> list[Ending]:
        return [draft.ending for draft in self.cards.kept[key].drafts]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def saved(desk: Desk) -> Desk:
    desk.say()
    desk.press(actions.STATUS_SAVE)
    assert desk.standing() == [State.YELLOW]
    return desk


def test_two_choices_at_once_are_both_kept(desk: Desk) -> None:
    desk.say("status: Minska hyrberoendet och Digitalt arkiv")
    desk.press(
        f"{actions.STATUS_CHOICE}1",
        choice=8,
        meanwhile=lambda: desk.press(f"{actions.STATUS_STATE}red"),
    )
    (draft,) = desk.cards.kept[KEY].drafts
    assert (draft.candidates[0].id, draft.state) == (8, State.RED)
    assert desk.slack.updated[-1][2].blocks == status_card.render(desk.cards.kept[KEY]).blocks


def test_a_status_that_was_saved_is_not_shown_as_cancelled(desk: Desk) -> None:
    desk.say()
    desk.press(actions.STATUS_CANCEL, meanwhile=lambda: desk.press(actions.STATUS_SAVE))
    assert desk.endings(KEY) == [Ending.SAVED]
    desk.say(key="T1:C1:500.1")
    desk.press(
        actions.STATUS_SAVE,
        "T1:C1:500.1",
        meanwhile=lambda: desk.press(actions.STATUS_CANCEL, "T1:C1:500.1"),
    )
    assert desk.endings("T1:C1:500.1") == [Ending.SAVED]


def test_editing_a_saved_message_offers_a_correction_beside_what_was_saved(saved: Desk) -> None:
    saved.change("status: Minska hyrberoendet är röd, tre veckor sen")
    (correction,) = saved.cards.kept[f"{KEY}~200.1"].drafts
    assert (correction.state, correction.before) == (State.RED, "gul – två veckor sen")
    _, shown = saved.slack.posted[f"{KEY}~200.1"]
    assert texts.STATUS_CORRECTION in shown.text
    assert "Sparat förut: gul – två veckor sen" in shown.text
    assert saved.standing() == [State.YELLOW]


def test_a_saved_correction_is_a_row_of_its_own_and_the_former_row_stays(saved: Desk) -> None:
    saved.change("status: Minska hyrberoendet är röd, tre veckor sen")
    saved.press(actions.STATUS_SAVE, f"{KEY}~200.1")
    saved.press(actions.STATUS_SAVE, f"{KEY}~200.1")
    assert saved.standing() == [State.RED]
    assert [(each.state, each.withdrawn) for each in saved.book.rows.values()] == [
        (State.YELLOW, True),
        (State.RED, False),
    ]


def test_a_second_edit_corrects_the_correction(saved: Desk) -> None:
    saved.change("status: Minska hyrberoendet är röd", "200.1")
    saved.press(actions.STATUS_SAVE, f"{KEY}~200.1")
    saved.change("status: Minska hyrberoendet är grön", "200.2")
    saved.press(actions.STATUS_SAVE, f"{KEY}~200.2")
    assert saved.standing() == [State.GREEN]
    assert len(saved.book.rows) == 3


def test_a_correction_of_what_was_corrected_since_is_refused(saved: Desk) -> None:
    saved.change("status: Minska hyrberoendet är röd", "200.1")
    saved.change("status: Minska hyrberoendet är grön", "200.2")
    saved.press(actions.STATUS_SAVE, f"{KEY}~200.2")
    saved.press(actions.STATUS_SAVE, f"{KEY}~200.1")
    assert saved.standing() == [State.GREEN]
    assert saved.slack.whispered[-1][2].text == texts.STATUS_GONE


def test_an_edit_that_changes_nothing_of_the_status_says_nothing(saved: Desk) -> None:
    saved.change("Status:  Minska hyrberoendet är gul, två veckor sen")
    assert list(saved.slack.posted) == []


def test_another_assignment_after_an_edit_asks_of_both(saved: Desk) -> None:
    saved.change("status: Digitalt arkiv är grön")
    new, former = saved.cards.kept[f"{KEY}~200.1"].drafts
    assert new.assignment is not None
    assert (new.assignment.title, new.corrects) == ("Digitalt arkiv", 0)
    assert former.withdraws == 1


def test_a_name_that_is_no_longer_understood_is_asked_about_as_a_correction(saved: Desk) -> None:
    saved.change("status: hyrningen är röd")
    (draft,) = saved.cards.kept[f"{KEY}~200.1"].drafts
    assert (draft.assignment, draft.corrects) == (None, 1)


def test_editing_what_nobody_has_saved_changes_the_card_in_its_place(desk: Desk) -> None:
    desk.say()
    desk.change("status: Minska hyrberoendet är röd, tre veckor sen")
    card = desk.cards.kept[KEY]
    assert (card.original, card.drafts[0].state) == (
        "status: Minska hyrberoendet är röd, tre veckor sen",
        State.RED,
    )
    assert list(desk.slack.posted) == [KEY]
    assert "tre veckor sen" in desk.slack.updated[-1][2].text


def test_deleting_a_saved_message_asks_before_anything_is_taken_back(saved: Desk) -> None:
    saved.delete()
    assert saved.standing() == [State.YELLOW]
    _, asked = saved.slack.posted[f"{KEY}~deleted"]
    assert "Ska lägesrapporten återtas?" in asked.text
    saved.press(actions.STATUS_WITHDRAW, f"{KEY}~deleted")
    assert saved.standing() == []
    assert len(saved.book.rows) == 1
    assert saved.endings(f"{KEY}~deleted") == [Ending.WITHDRAWN]


def test_what_was_corrected_since_it_was_asked_about_is_not_taken_back(saved: Desk) -> None:
    saved.change("status: Minska hyrberoendet är röd")
    saved.delete()
    saved.press(actions.STATUS_SAVE, f"{KEY}~200.1")
    saved.press(actions.STATUS_WITHDRAW, f"{KEY}~deleted")
    assert saved.standing() == [State.RED]
    assert saved.slack.whispered[-1][2].text == texts.STATUS_GONE


def test_what_was_deleted_can_be_kept(saved: Desk) -> None:
    saved.delete()
    saved.press(actions.STATUS_CANCEL, f"{KEY}~deleted")
    assert saved.standing() == [State.YELLOW]
    assert texts.STATUS_KEPT.format(assignment="Minska hyrberoendet") in saved.slack.updated[-1][2].text


def test_a_question_of_withdrawal_cannot_be_saved_as_a_status(saved: Desk) -> None:
    saved.delete()
    saved.press(actions.STATUS_SAVE, f"{KEY}~deleted")
    assert len(saved.book.rows) == 1


def test_deleting_what_nobody_has_saved_cancels_the_card(desk: Desk) -> None:
    desk.say()
    desk.delete()
    assert desk.endings(KEY) == [Ending.CANCELLED]
    desk.press(actions.STATUS_SAVE)
    assert desk.book.rows == {}


@pytest.mark.parametrize("change", [Desk.delete, lambda desk: desk.change("hej")])
def test_a_message_that_was_no_status_says_nothing(desk: Desk, change: Callable[[Desk], None]) -> None:
    change(desk)
    assert desk.slack.posted == {}
    assert desk.cards.kept == {}
    assert desk.slack.looked_up == 0


def test_a_change_is_shown_to_the_person_alone_where_answers_are(saved: Desk) -> None:
    saved.channels.save(replace(ChannelSettings("C1"), is_private=True))
    saved.change("status: Minska hyrberoendet är röd")
    assert saved.slack.posted == {}
    assert texts.STATUS_CORRECTION in saved.slack.whispered[-1][2].text


def test_a_saved_status_can_be_undone_for_a_day(saved: Desk) -> None:
    saved.clock.moment = NOW + timedelta(hours=23)
    saved.press(actions.STATUS_UNDO)
    saved.press(actions.STATUS_UNDO)
    assert saved.standing() == []
    assert saved.endings(KEY) == [Ending.WITHDRAWN]


def test_after_a_day_it_is_too_late_to_undo(saved: Desk) -> None:
    saved.clock.moment = NOW + timedelta(hours=25)
    saved.press(actions.STATUS_UNDO)
    assert saved.standing() == [State.YELLOW]
    assert saved.slack.whispered[-1][2].text == texts.STATUS_UNDO_TOO_LATE


def test_undoing_a_correction_brings_back_what_was_saved_before(saved: Desk) -> None:
    saved.change("status: Minska hyrberoendet är röd")
    saved.press(actions.STATUS_SAVE, f"{KEY}~200.1")
    saved.press(actions.STATUS_UNDO, f"{KEY}~200.1")
    assert saved.standing() == [State.YELLOW]
    assert len(saved.book.rows) == 3


def test_only_the_author_may_undo(saved: Desk) -> None:
    saved.press(actions.STATUS_UNDO, user="U2")
    assert saved.standing() == [State.YELLOW]
    assert saved.slack.whispered[-1][2].text == texts.STATUS_NOT_YOURS


def test_choosing_the_assignment_checks_it_against_its_plan(desk: Desk) -> None:
    desk.book.misfits = {"klar": "Du skriver att uppdraget är klart, men enligt planen är BP3 2027-03-31."}
    desk.say("status: Minska hyrberoendet och Digitalt arkiv är klar")
    desk.press(f"{actions.STATUS_CHOICE}1", choice=8)
    (draft,) = desk.cards.kept[KEY].drafts
    assert [each.text for each in draft.warnings] == list(desk.book.misfits.values())
    assert "BP3 2027-03-31" in desk.slack.updated[-1][2].text


def test_a_state_that_was_not_clear_is_chosen_with_a_button(desk: Desk) -> None:
    desk.say("status: Minska hyrberoendet går upp och ner")
    desk.press(f"{actions.STATUS_STATE}red")
    assert desk.cards.kept[KEY].drafts[0].state is State.RED
    desk.press(actions.STATUS_SAVE)
    assert desk.standing() == [State.RED]


def test_a_state_that_is_none_is_not_taken(desk: Desk) -> None:
    desk.say("status: Minska hyrberoendet går upp och ner")
    desk.press(f"{actions.STATUS_STATE}purple")
    assert desk.cards.kept[KEY].drafts[0].state is None


FORMER = {"user": "U1", "text": "<@UBOT> status: gul", "ts": "100.1", "thread_ts": "90.1"}
EDIT = {
    "subtype": "message_changed",
    "channel": "C1",
    "ts": "201.0",
    "previous_message": FORMER,
    "message": {**FORMER, "text": "<@UBOT> status: röd", "edited": {"user": "U1", "ts": "200.9"}},
}


def test_an_edit_is_named_by_its_own_time() -> None:
    change = change_of(EDIT, "T1", "UBOT")
    assert change == MessageChange("T1", "C1", "100.1", "U1", "status: röd", "200.9", "90.1")


def test_a_stone_where_a_message_with_replies_was_is_a_deletion() -> None:
    change = change_of(
        {**EDIT, "message": {"subtype": "tombstone", "text": "This was deleted."}}, "T1", "UBOT"
    )
    assert change is not None
    assert change.is_deletion
    deleted = {
        "subtype": "message_deleted",
        "channel": "C1",
        "previous_message": FORMER,
        "deleted_ts": "100.1",
    }
    assert change_of(deleted, "T1", "UBOT") == change


@pytest.mark.parametrize(
    "event",
    [
        {**EDIT, "message": {**FORMER, "attachments": [{"title": "länk"}]}},
        {**EDIT, "previous_message": {**FORMER, "bot_id": "B1"}},
        {"subtype": "message_deleted", "channel": "C1", "deleted_ts": "100.1"},
    ],
    ids=["a link was shown", "a bot's own", "nothing known of it"],
)
def test_what_no_person_changed_is_no_change(event: dict[str, object]) -> None:
    assert change_of(event, "T1", "UBOT") is None
