"""A local workspace, and the smallest real Bolt app that talks to it."""

import logging
from collections.abc import Iterator

import pytest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.local.person import Person
from bot.local.server import LocalWorkspace
from tests.integration.local.bolt_app import small_app

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


@pytest.fixture
def socket_app(local: LocalWorkspace, client: WebClient) -> Iterator[SocketModeHandler]:
    logging.getLogger("slack_bolt").setLevel(logging.WARNING)
    handler = SocketModeHandler(small_app(local, client), local.app_token)
    handler.connect()
    assert local.wait_for_connection()
    yield handler
    handler.close()
