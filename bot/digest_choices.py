"""What a channel or a person chose of the weekly digest, kept in place of what was chosen before."""

from dataclasses import dataclass
from datetime import datetime, time, tzinfo

from bot import actions
from bot.channel_settings import Channels, ChannelSettings
from bot.digest_times import DigestTime, begins_anew
from bot.incoming import Submission
from bot.parts import Subscriptions


@dataclass(frozen=True, slots=True)
class DigestChoice:
    """What a form says of a digest; an empty language when the form does not offer any."""

    language: str = ""
    assignments: tuple[int, ...] = ()

    @classmethod
    def of(cls, submission: Submission) -> "DigestChoice":
        """Return what was filled in."""
        chosen = submission.value(actions.FIELD_ASSIGNMENTS).split("\n")
        return cls(
            submission.value(actions.FIELD_DIGEST_LANGUAGE),
            tuple(int(each) for each in chosen if each.isdecimal()),
        )


@dataclass(frozen=True)
class DigestChoices:
    """Keeps day, hour and boards with the place's settings, the rest with its subscription."""

    channels: Channels
    subscriptions: Subscriptions
    zone: tzinfo

    def keep(self, settings: ChannelSettings, choice: DigestChoice, now: datetime) -> None:
        """Send the place the digest as it is chosen; keeping the same twice changes nothing more."""
        team, place = settings.team, settings.channel
        self.subscriptions.add(team, place, now)
        former = self.subscriptions.of(team, place)
        if former is not None:
            chosen = DigestTime(settings.digest_day, time(settings.digest_hour))
            since = now if begins_anew(former.when, chosen, now, self.zone) else None
            language = choice.language or former.language
            self.subscriptions.choose(team, place, language, choice.assignments, since)
        self.channels.save(settings)  # last: until it is saved, keeping again finds the former time

    def end(self, settings: ChannelSettings) -> None:
        """Send the place no more digests, and keep its settings."""
        self.channels.save(settings)
        self.subscriptions.remove(settings.team, settings.channel)


def digest_time_of(submission: Submission) -> tuple[int, int]:
    """Return the weekday and the hour that were filled in."""
    return int(submission.value(actions.FIELD_DIGEST_DAY)), int(submission.value(actions.FIELD_DIGEST_HOUR))


def boards_of(submission: Submission) -> tuple[str, ...]:
    """Return the boards that were chosen."""
    return tuple(each for each in submission.value(actions.FIELD_BOARDS).split("\n") if each)
