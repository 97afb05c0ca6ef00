"""`kansli demo`: a local workspace and the real bot in one process, with sample documents read in."""

import signal
import threading
from pathlib import Path

from bot.cli.console import Exit, result, tell
from bot.cli.demo_people import colleagues
from bot.cli.holders import import_list
from bot.cli.manifest import BOT_SCOPES
from bot.demo_data import Connection, connected, forget, remember
from bot.incoming import Place
from bot.indexing import Indexing
from bot.local.installation import Installation
from bot.local.rate_limits import slack_limits
from bot.local.server import LocalWorkspace
from bot.local.workspace import Workspace
from bot.serving import SlackConnection
from bot.settings import Settings
from bot.wiring.answering import open_filler
from bot.wiring.ingestion import open_ingestion
from bot.wiring.knowledge import open_knowledge
from bot.wiring.register import open_register
from bot.wiring.slack import Bot, build_bot
from bot.workflows.greeting import Welcome

SAMPLES = Path(__file__).parents[2] / "samples" / "region-sjoland"
CHANNEL = "#uppdrag"
HOLDERS = "holders.csv"  # befattning och innehavare


def demo(settings: Settings, port: int) -> Exit:
    """Start the workspace, read the samples, connect the bot and run until SIGTERM or Ctrl-C."""
    told_to_stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told_to_stop.set())
    if not SAMPLES.is_dir():
        tell(f"Exempelhandlingarna saknas: {SAMPLES}")
        return Exit.FAILED
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    _read_samples(settings)
    # what the manifest asks for and no more, so that a right that is missing there is missed here
    local = LocalWorkspace(
        Workspace(people=colleagues()),
        installation=Installation(scopes=frozenset(BOT_SCOPES)),
        limits=slack_limits(),
        folder=settings.data_dir,
    )
    _start(local, port)
    settings = _joined(settings, local)
    try:
        with open_knowledge(settings) as knowledge:
            bot = build_bot(settings, knowledge, "demo")
            greeting = Welcome(bot.slack, knowledge.suggestions, knowledge.book)
            _run(bot, settings, local, greeting, told_to_stop)
    finally:
        forget(settings)
        local.stop()
    return Exit.OK


def _read_samples(settings: Settings) -> None:
    tell("Läser exempelhandlingarna …")
    opened = open_register(settings)
    filler = open_filler(settings, opened)
    with open_ingestion(opened) as ingest:
        summary = Indexing(ingest, filler.filler).index([SAMPLES], lambda _: None, lambda _: None)
    filler.close()
    tell(f"{summary.documents} dokument, {summary.facts} uppgifter, {summary.passages} textavsnitt.")
    for remark in (*summary.failed, *summary.warnings):
        tell(f"{remark.file}: {remark.text}")
    opened.database.close()
    if (SAMPLES / HOLDERS).is_file():
        import_list(settings, SAMPLES / HOLDERS, told=tell)


def _start(local: LocalWorkspace, port: int) -> None:
    """Listen on the port, or on any free one when it is taken."""
    try:
        local.start(port)
    except OSError:
        tell(f"Porten {port} är upptagen. Tar en ledig i stället.")
        local.start()


def _joined(settings: Settings, local: LocalWorkspace) -> Settings:
    connection = Connection(local.api_url, local.bot_token, local.app_token, local.signing_secret)
    remember(settings, connection)
    return connected(settings, connection)


def _run(
    bot: Bot,
    settings: Settings,
    local: LocalWorkspace,
    welcome: Welcome,
    told_to_stop: threading.Event,
) -> None:
    bot.launch()
    connection = SlackConnection.open(bot, settings)
    try:
        local.wait_for_connection()
        if not local.restored:
            bot.slack.post(Place(CHANNEL), welcome.compose(), f"welcome:{local.url}:{local.bot_token[-8:]}")
        tell("Avsluta med Ctrl-C.")
        result(f"Open {local.url}/")
        told_to_stop.wait()
    finally:
        connection.close()
        bot.close()
