"""A local workspace, and the smallest real Bolt app that talks to it."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bot.local.person import Person
from bot.local.server import LocalWorkspace

ANNA = "U0ANNALIND1"
KARIM = "U0KARIMSAL1"
GUEST = "U0MIAGAST01"


@pytest.fixture
def local() -> Iterator[LocalWorkspace]:
    with LocalWorkspace(ack_seconds=1.0, retry_after=(0.0, 0.1, 0.2)) as workspace:
        yield workspace


@pytest.fixture
def client(local: LocalWorkspace) -> WebClient:
    return WebClient(token=local.bot_token, base_url=local.api_url)


@pytest.fixture
def anna(local: LocalWorkspace) -> Person:
    return Person(local, ANNA)
