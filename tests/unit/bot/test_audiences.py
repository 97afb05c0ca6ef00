"""Which limited documents an answer may quote depends on where it leads, and on nothing that cannot be known."""

from dataclasses import dataclass

import pytest

from bot.audiences import Audiences
from bot.errors import BotError, SlackRefusedError, SlackUnavailableError
from tests.fakes import FakeRegister, FakeSlack

ANNA, KARIM = "U0ANNALIND1", "U0KARIMSAL1"
CHANNEL, PRIVATE, GROUP, OTHER_GROUP = "C0LEDNING01", "G0LEDNING01", "S0LEDNING01", "S0HEMLIGT01"


@dataclass
class FailingSlack(FakeSlack):
    """Cannot say who is in a group."""

    error: BotError = SlackUnavailableError("usergroups")  # noqa: RUF009 - raised, never changed

    def group(self, group: str) -> tuple[str, ...]:
        raise self.error


def audiences(slack: FakeSlack | None = None) -> Audiences:
    slack = slack or FakeSlack(groups={GROUP: (KARIM,), OTHER_GROUP: ()})
    return Audiences(slack, FakeRegister(limited={CHANNEL, PRIVATE, GROUP, OTHER_GROUP}))


@pytest.mark.parametrize(
    ("channel", "user", "places"),
    [
        (CHANNEL, KARIM, (CHANNEL,)),  # all in the channel may see it, so his groups do not count
        (PRIVATE, ANNA, (PRIVATE,)),
        ("C0ALLMANT01", KARIM, ()),
        ("D0KARIM0001", KARIM, (GROUP,)),
        (KARIM, KARIM, (GROUP,)),  # a person stands for the conversation with them
        ("", KARIM, (GROUP,)),  # a modal or the home tab
        ("D0ANNA00001", ANNA, ()),
        (GROUP, ANNA, ()),  # no channel, and no way to be in the group
    ],
)
def test_an_answer_reaches_its_channel_or_the_groups_of_one_person(
    channel: str, user: str, places: tuple[str, ...]
) -> None:
    assert audiences().of(channel, user) == places


@pytest.mark.parametrize(
    "error", [SlackUnavailableError("usergroups"), SlackRefusedError("usergroups", "missing_scope")]
)
def test_nobody_is_in_a_group_that_slack_cannot_tell_of(error: BotError) -> None:
    assert audiences(FailingSlack(error=error)).of("D0KARIM0001", KARIM) == ()


def test_what_is_told_elsewhere_may_come_from_a_limited_place() -> None:
    assert audiences().may_hold_limited(CHANNEL)
    assert audiences().may_hold_limited("D0ANNA00001")
    assert not audiences().may_hold_limited("C0ALLMANT01")
    assert not Audiences(FakeSlack(), FakeRegister()).may_hold_limited("D0ANNA00001")
