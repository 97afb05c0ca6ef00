"""The settings of a channel: the form opened by `/kansli inställningar`, and what it says kept."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from bot import actions, texts
from bot.channel_settings import Bodies, Channels, ChannelSettings
from bot.digest_choices import DigestChoice, DigestChoices, boards_of, digest_time_of
from bot.durable import Steps
from bot.editors import Editors
from bot.errors import SlackRefusedError
from bot.incoming import Command, Submission
from bot.outgoing import Modal, Outgoing
from bot.parts import Clock, Slack, StatusBook, Subscriptions
from bot.views import channel_form
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.telling import Telling


@dataclass(frozen=True, slots=True)
class ChannelFormOrigin:
    """Which channel a form is about, and where to say how it went."""

    channel: str
    response_url: str


_ORIGINS = TypeAdapter(ChannelFormOrigin)


@dataclass(frozen=True)
class OpenChannelForm:
    """Opens the form for those who may change how the bot behaves."""

    slack: Slack
    editors: Editors
    channels: Channels
    subscriptions: Subscriptions
    bodies: Bodies
    book: StatusBook
    opening: ModalOpening

    def open(self, steps: Steps, command: Command) -> None:
        """Open it, or say why not."""
        refusal = steps.attempt("check the right to edit", str, lambda: self._refusal(command))
        if refusal:
            telling = Telling(self.slack)
            steps.attempt("refuse", type(None), lambda: telling.say(command, refusal))
            return
        self.opening.open(steps, command, lambda: self._form(command))

    def _refusal(self, command: Command) -> str:
        if command.channel.startswith("D"):
            return texts.CHANNEL_NONE
        return "" if self.editors.may_edit(command.user, command.team) else texts.EDIT_NOT_ALLOWED

    def _form(self, command: Command) -> Modal:
        origin = ChannelFormOrigin(command.channel, command.response_url)
        return channel_form.render(
            self.channels.of(command.channel),
            self.bodies.organisations(),
            self.bodies.boards(),
            self.book.assignments(),
            _ORIGINS.dump_json(origin).decode(),
            digest=self.subscriptions.of(command.team, command.channel),
        )


@dataclass(frozen=True)
class KeepChannelForm:
    """Keeps what a submitted form says."""

    slack: Slack
    editors: Editors
    choices: DigestChoices
    clock: Clock

    def __call__(self, steps: Steps, _key: str, submission: Submission) -> None:
        """Check again that the person may, keep it, and say how the bot behaves now."""
        origin = _ORIGINS.validate_json(submission.private)
        may_edit = steps.attempt(
            "check the right to edit",
            bool,
            lambda: self.editors.may_edit(submission.user, submission.team),
        )
        note = Outgoing(texts.EDIT_NOT_ALLOWED)
        if may_edit:
            now = steps.run("note the time", datetime, self.clock.now)
            settings = _settings(submission, origin.channel)
            has_digest = submission.value(actions.FIELD_DIGEST) == channel_form.YES
            choice = DigestChoice.of(submission) if has_digest else None
            steps.run("keep", type(None), lambda: self._keep(settings, choice, now))
            note = Outgoing(texts.CHANNEL_SAVED.format(behaviour=_spoken(settings, choice)))
        steps.attempt("tell", type(None), lambda: self._tell(submission, origin, note))

    def _tell(self, submission: Submission, origin: ChannelFormOrigin, note: Outgoing) -> None:
        """Say it where the command was given; Slack takes no answer there when the form was open for long."""
        try:
            self.slack.respond(origin.response_url, note)
        except SlackRefusedError:
            Telling(self.slack).show(submission, note, f"channel:{submission.key}")

    def _keep(self, settings: ChannelSettings, choice: DigestChoice | None, now: datetime) -> None:
        if choice is not None:
            self.choices.keep(settings, choice, now)
        else:
            self.choices.end(settings)


def _settings(submission: Submission, channel: str) -> ChannelSettings:
    organisation = submission.value(actions.FIELD_ORGANISATION)
    day, hour = digest_time_of(submission)
    return ChannelSettings(
        channel,
        submission.team,
        "" if organisation == channel_form.ALL else organisation,
        boards_of(submission),
        submission.value(actions.FIELD_LISTENING) == channel_form.YES,
        submission.value(actions.FIELD_ANSWERS) == channel_form.YES,
        day,
        hour,
    )


def _spoken(settings: ChannelSettings, choice: DigestChoice | None) -> str:
    """Return how the bot behaves in the channel, in a few sentences."""
    scope = ", ".join(each for each in (settings.organisation, *settings.boards) if each)
    digest = texts.CHANNEL_SAYS_NO_DIGEST
    if choice is not None:
        day, hour = texts.WEEKDAYS[settings.digest_day], f"{settings.digest_hour:02}:00"
        digest = texts.CHANNEL_SAYS_DIGEST.format(day=day, hour=hour)
        if count := len(choice.assignments):
            digest += " " + (
                texts.CHANNEL_SAYS_ASSIGNMENT if count == 1 else texts.CHANNEL_SAYS_ASSIGNMENTS
            ).format(count=count)
    return " ".join(
        (
            texts.CHANNEL_SAYS_SCOPE.format(scope=scope or texts.CHANNEL_SAYS_ALL),
            texts.CHANNEL_SAYS_EVERY if settings.every_question else texts.CHANNEL_SAYS_MENTIONED,
            texts.CHANNEL_SAYS_PRIVATE if settings.is_private else texts.CHANNEL_SAYS_OPEN,
            digest,
        )
    )
