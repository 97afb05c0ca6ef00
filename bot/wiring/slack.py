"""The bot, joined together: Slack, durable work, and the knowledge it is given."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from slack_bolt import App
from slack_bolt.error import BoltError
from slack_sdk import WebClient

from bot.allowed_hosts import AllowedHosts
from bot.app import build_app
from bot.clock import WallClock
from bot.digests import Digests
from bot.durable import Durable, Schedule
from bot.errors import SlackUnavailableError
from bot.executor_place import ExecutorPlace, take_place
from bot.failures import Failures
from bot.metrics import CountingStarter, Metrics, TimedAnswers, counting
from bot.parts import (
    Answers,
    Assignments,
    DecisionPoints,
    DigestBuilder,
    Slack,
    Sources,
    StatusBook,
    StatusReader,
    Suggestions,
    Threads,
)
from bot.settings import Settings
from bot.slack import WebSlack, hasty_client, web_client
from bot.status_writers import StatusWriters
from bot.store.deliveries import SqlDeliveries
from bot.store.exchanges import SqlExchanges
from bot.store.feedback import SqlFeedback
from bot.store.schema import prepare
from bot.store.status_cards import SqlStatusCards
from bot.store.subscriptions import SqlSubscriptions
from bot.store.threads import SqlThreads
from bot.wiring.register import OpenRegister
from bot.workflows import names
from bot.workflows.catalogue import WorkflowParts, workflows
from bot.workflows.weekly_digest import CRON, PostWeeklyDigests
from knowledge.database import Database


@dataclass(frozen=True)
class Knowledge:
    """What the bot gets from the inner folders; `hosts` are those where sources are published."""

    database: Database
    answers: Answers
    read_status: StatusReader
    book: StatusBook
    assignments: Assignments
    points: DecisionPoints
    sources: Sources
    suggestions: Suggestions
    digests: DigestBuilder
    hosts: Callable[[], AbstractSet[str]]


@dataclass(frozen=True)
class Bot:
    """The bot, joined together; `launch` before the first event, `close` when done."""

    app: App
    client: WebClient
    slack: Slack
    durable: Durable
    threads: Threads
    metrics: Metrics
    place: ExecutorPlace

    def launch(self) -> None:
        """Take up unfinished work."""
        self.durable.launch()

    def close(self, patience: int = 0) -> None:
        """Stop; work under way is taken up at the next launch."""
        self.durable.close(patience)
        self.place.release()


def build_slack(settings: Settings, database: Database, hosts: Callable[[], AbstractSet[str]]) -> WebSlack:
    """Return the way to Slack, guarded and delivering once."""
    return WebSlack(
        web_client(settings.slack_bot_token, settings.slack_api_url),
        hasty_client(settings.slack_bot_token, settings.slack_api_url),
        SqlDeliveries(database),
        hosts,
    )


def deliver_to_slack(settings: Settings, opened: OpenRegister) -> WebSlack:
    """Return the way to Slack for a command that posts."""
    prepare(opened.database)
    return build_slack(settings, opened.database, AllowedHosts(opened.register))


def build_bot(settings: Settings, knowledge: Knowledge, kind: str) -> Bot:
    """Return the bot for a process of this kind (`serve`, `demo`, `worker`).

    Raises SlackUnavailableError when Slack does not accept the token or cannot be reached.
    """
    prepare(knowledge.database)
    slack = build_slack(settings, knowledge.database, knowledge.hosts)
    metrics = Metrics()
    parts = WorkflowParts(
        slack=slack,
        answers=TimedAnswers(knowledge.answers, metrics),
        exchanges=SqlExchanges(knowledge.database),
        feedback=SqlFeedback(knowledge.database),
        read_status=knowledge.read_status,
        cards=SqlStatusCards(knowledge.database),
        book=knowledge.book,
        assignments=knowledge.assignments,
        points=knowledge.points,
        sources=knowledge.sources,
        suggestions=knowledge.suggestions,
        subscriptions=SqlSubscriptions(knowledge.database),
        writers=StatusWriters(slack, knowledge.book, settings.status_assigned_only, settings.status_group),
        clock=WallClock(settings.timezone),
        organisation=settings.organisation,
    )
    digests = PostWeeklyDigests(Digests(slack, knowledge.digests), parts.subscriptions, parts.clock)
    schedules = (Schedule(names.WEEKLY_DIGEST, CRON, settings.timezone.key, digests),)
    place = take_place(kind, settings.data_dir / "places")
    durable = Durable(
        durable_url(settings), place.id, workflows(parts), schedules, counting(Failures(slack), metrics)
    )
    client = web_client(settings.slack_bot_token, settings.slack_api_url)
    threads = SqlThreads(knowledge.database)
    try:
        app = build_app(client, settings.slack_signing_secret, CountingStarter(durable, metrics), threads)
    except (BoltError, OSError) as error:
        durable.close()
        place.release()
        raise SlackUnavailableError(str(error)) from error
    return Bot(app, client, slack, durable, threads, metrics, place)


def durable_url(settings: Settings) -> str:
    """Return where unfinished work is kept: beside the register, in a file of its own when embedded."""
    if settings.is_embedded:
        return f"sqlite:///{settings.data_dir / 'durable.db'}"
    return settings.database_url
