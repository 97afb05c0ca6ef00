"""The status workflows in a process of its own, to be killed: real durable work and register, Slack left out.

usage: python -m benchmarks.status_worker DATA_DIR
Reads deliveries as JSON lines from standard input and tells each that is stored, which is when Slack would have its
acknowledgement.
"""

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.clock import WallClock
from bot.durable import Durable, Steps, Workflow
from bot.incoming import Click, IncomingMessage, MessageChange
from bot.mentioned_people import MentionedPeople
from bot.people import People
from bot.register_statuses import RegisterStatusBook
from bot.settings import read_settings
from bot.status_writers import StatusWriters
from bot.store.schema import prepare
from bot.store.status_cards import SqlStatusCards
from bot.wiring.register import open_register
from bot.wiring.statuses import open_status_reader
from bot.workflows import names
from bot.workflows.access import Access
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.revise_status import ReviseStatus
from bot.workflows.status_click import StatusClick
from bot.workflows.status_drafting import StatusDrafting
from knowledge.updates import Updates
from tests.fakes import FakeChannels, FakeSlack

TAKES: dict[str, type] = {
    names.REPLY: IncomingMessage,
    names.STATUS_CLICK: Click,
    names.REVISE_STATUS: MessageChange,
}


def delivery(workflow: str, value: Any) -> str:
    """Return a delivery as the line that the worker reads."""
    return json.dumps({"workflow": workflow, "key": value.key, "value": asdict(value)})


def main() -> None:
    settings = read_settings({"KANSLI_DATA_DIR": sys.argv[1]}, Path(sys.argv[1]) / "no.env")
    opened = open_register(settings)
    prepare(opened.database)
    slack, clock, channels = FakeSlack(), WallClock(settings.timezone), FakeChannels()
    people = People(slack)
    access, cards = Access(people), SqlStatusCards(opened.database)
    book = RegisterStatusBook(opened.register, Updates(opened.database))
    read = open_status_reader(settings, opened)
    mentioned = MentionedPeople(people)
    drafting = StatusDrafting(read, cards, mentioned)

    def reply(steps: Steps, _key: str, message: IncomingMessage) -> None:
        """Make the card as a reply does; the words of the reply are left out."""
        now = steps.run("note the time", datetime, clock.now)
        steps.run(
            "compose", bool, lambda: drafting.draft(message.key, message.user, message.text, now) is not None
        )

    click = StatusClick(
        slack, access, people, cards, book, StatusWriters(slack, book), clock, ModalOpening(slack)
    )
    revise = ReviseStatus(slack, access, read, cards, book, clock, channels, mentioned)
    run = {names.REPLY: reply, names.STATUS_CLICK: click, names.REVISE_STATUS: revise}
    works = [Workflow(name, takes, run[name]) for name, takes in TAKES.items()]
    durable = Durable(f"sqlite:///{settings.data_dir / 'durable.db'}", "status-worker", works, (), _failed)
    durable.launch()
    print("ready", flush=True)
    for line in sys.stdin:
        given = json.loads(line)
        value = TypeAdapter(TAKES[given["workflow"]]).validate_python(given["value"])
        durable.start(given["workflow"], given["key"], value)
        print(given["key"], flush=True)
    durable.close(patience=60)


def _failed(workflow: str, key: str, _value: object, error: Exception) -> None:
    print(f"{workflow} {key}: {error!r}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
