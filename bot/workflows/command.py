"""Slash commands: /uppdrag, /beslut, /status and /kansli."""

from dataclasses import dataclass
from datetime import datetime

from bot import texts
from bot.audiences import Audiences
from bot.channel_settings import Channels
from bot.durable import Steps
from bot.incoming import Command
from bot.outgoing import Outgoing
from bot.parts import Answers, Assignments, Clock, Exchanges, Slack, StatusBook, Subscriptions
from bot.views import answer as answer_view
from bot.views import assignment, status_card, status_form
from bot.workflows.access import Access
from bot.workflows.channel_form import OpenChannelForm
from bot.workflows.exchange import exchange_of
from bot.workflows.form_origin import FormOrigin
from bot.workflows.greeting import Welcome
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.status_drafting import StatusDrafting
from bot.workflows.telling import Telling
from retrieval.question import LONGEST_QUESTION, Question

MOST_LISTED = 10
SETTINGS_WORDS = frozenset({"inställningar", "installningar", "settings"})


@dataclass(frozen=True)
class RunCommand:
    """Answers a command, seen by the person alone."""

    slack: Slack
    access: Access
    answers: Answers
    exchanges: Exchanges
    assignments: Assignments
    drafting: StatusDrafting
    book: StatusBook
    subscriptions: Subscriptions
    welcome: Welcome
    clock: Clock
    opening: ModalOpening
    channels: Channels
    channel_form: OpenChannelForm
    audiences: Audiences
    organisation: str = ""

    def __call__(self, steps: Steps, key: str, command: Command) -> None:
        """Do what the command says."""
        if not self.access.may_use(steps, command.user, command.team):
            return
        if command.name == "/status" and not command.text:
            origin = FormOrigin(channel=command.channel, response_url=command.response_url).encode()
            self.opening.open(
                steps, command, lambda: status_form.render(self.book.assignments(), None, origin)
            )
            return
        if command.name == "/kansli" and command.text.casefold() in SETTINGS_WORDS:
            self.channel_form.open(steps, command)
            return
        now = steps.run("note the time", datetime, self.clock.now)
        reply = steps.run("compose", Outgoing, lambda: self._compose(key, command, now))
        steps.attempt("send", type(None), lambda: Telling(self.slack).show(command, reply, key))

    def _compose(self, key: str, command: Command, now: datetime) -> Outgoing:
        if len(command.text) > LONGEST_QUESTION:
            return Outgoing(texts.TOO_LONG.format(length=len(command.text), longest=LONGEST_QUESTION))
        if command.name == "/uppdrag":
            return self._assignments(key, command, now)
        if command.name == "/beslut":
            return self._decisions(key, command, now)
        if command.name == "/status":
            return self._status(key, command, now)
        return self._kansli(command, now) if command.name == "/kansli" else Outgoing(texts.COMMAND_UNKNOWN)

    def _assignments(self, key: str, command: Command, now: datetime) -> Outgoing:
        if command.text.endswith("?"):
            return self._answer(key, command, command.text, now)
        found = self.assignments.find(command.text, now.date(), MOST_LISTED)
        return assignment.listing(command.text, found, self.assignments.count() if not command.text else 0)

    def _decisions(self, key: str, command: Command, now: datetime) -> Outgoing:
        if not command.text:
            return Outgoing(texts.COMMAND_DECISION_EMPTY)
        asked = command.text if command.text.endswith("?") else texts.ASK_DECIDED.format(words=command.text)
        return self._answer(key, command, asked, now)

    def _status(self, key: str, command: Command, now: datetime) -> Outgoing:
        if card := self.drafting.draft(key, command.user, command.text, now):
            return status_card.render(card)
        asked = command.text if command.text.endswith("?") else texts.ASK_STATUS.format(words=command.text)
        return self._answer(key, command, asked, now)

    def _kansli(self, command: Command, now: datetime) -> Outgoing:
        match command.text.casefold().split():
            case [] | ["hjälp"] | ["help"] | ["hjalp"]:
                return self.welcome.compose()
            case ["veckobrev", "på" | "pa" | "on" | "av" | "off" as turned]:
                return self._digest(command, now, is_on=turned not in {"av", "off"})
            case _:
                return Outgoing(texts.COMMAND_UNKNOWN)

    def _digest(self, command: Command, now: datetime, *, is_on: bool) -> Outgoing:
        """Turn the digest on or off: the channel's, or in the bot's own conversation the person's."""
        is_direct = command.channel.startswith("D")
        place = command.user if is_direct else command.channel
        if not is_on:
            self.subscriptions.remove(command.team, place)
            return Outgoing(texts.DIGEST_OFF_DIRECT if is_direct else texts.DIGEST_OFF)
        self.subscriptions.add(command.team, place, now)
        settings = self.channels.of(place)
        day, hour = texts.WEEKDAYS[settings.digest_day], f"{settings.digest_hour:02}:00"
        words = texts.DIGEST_ON_DIRECT if is_direct else texts.DIGEST_ON
        return Outgoing(words.format(day=day, hour=hour))

    def _answer(self, key: str, command: Command, asked: str, now: datetime) -> Outgoing:
        channel = self.channels.of(command.channel)
        organisation = self.organisation or channel.organisation
        places = self.audiences.of(command.channel, command.user)
        answer = self.answers.answer(Question(asked, now.date(), organisation, channel.boards, places=places))
        self.exchanges.record(
            exchange_of(key, command.team, command.channel, "", command.user, asked, answer, now)
        )
        return answer_view.render(answer, key, is_private=not command.channel.startswith("D"))
