"""The bot, joined together: Slack, durable work, and the knowledge it is given."""

import secrets
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from ssl import SSLContext, create_default_context

from cryptography.fernet import Fernet
from slack_bolt import App
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient

from bot.allowed_hosts import AllowedHosts
from bot.app import build_app
from bot.audiences import LimitedPlaces
from bot.channel_settings import Bodies
from bot.cli.manifest import BOT_SCOPES
from bot.clock import WallClock
from bot.digest_files import digest_files
from bot.digest_times import ROUND_CRON
from bot.digests import Digests
from bot.document_intake import Intake
from bot.durable import Durable, Schedule
from bot.editors import Editors
from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.executor_place import ExecutorPlace, take_place
from bot.failures import Failures
from bot.installing import installation_flow
from bot.metrics import CountingStarter, Metrics, TimedAnswers, counting
from bot.not_stored import NotStored
from bot.parts import (
    Answers,
    Assignments,
    Corrections,
    DecisionPoints,
    DigestBuilder,
    Member,
    OwnAssignments,
    Reports,
    Slack,
    Sources,
    StatusBook,
    StatusReader,
    Suggestions,
    Threads,
)
from bot.reminder_parts import Reminders
from bot.settings import Settings, hide_client_id
from bot.slack import WebSlack, hasty_client, web_client
from bot.status_writers import StatusWriters
from bot.store.channels import SqlChannels
from bot.store.deliveries import SqlDeliveries
from bot.store.digest_issues import SqlDigestIssues
from bot.store.exchanges import SqlExchanges
from bot.store.feedback import SqlFeedback
from bot.store.follows import SqlFollows
from bot.store.identities import SqlIdentities
from bot.store.install_states import SqlInstallStates
from bot.store.installations import SqlInstallations
from bot.store.reaching import ReachingStarter
from bot.store.reminders import SqlReminderLog
from bot.store.schema import prepare
from bot.store.status_cards import SqlStatusCards
from bot.store.subscriptions import SqlSubscriptions
from bot.store.threads import SqlThreads
from bot.wiring.register import OpenRegister
from bot.workflows import names
from bot.workflows.catalogue import WorkflowParts, workflows_by_team
from bot.workflows.digest_round import DigestRound
from bot.workflows.remind import REMINDER_CRON, ReminderRound
from knowledge.database import Database
from prompts import prompt


@dataclass(frozen=True)
class Knowledge:
    """What the bot gets from the inner folders; `hosts` are those where sources are published."""

    database: Database
    answers: Answers
    read_status: StatusReader
    book: StatusBook
    assignments: Assignments
    points: DecisionPoints
    own: OwnAssignments
    sources: Sources
    suggestions: Suggestions
    digests: DigestBuilder
    bodies: Bodies
    corrections: Corrections
    intake: Intake
    limited: LimitedPlaces
    reminders: Reminders
    reports: Reports
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


@dataclass(frozen=True)
class SlackByTeam:
    """The way to each team's Slack, guarded and delivering once; `owner` names this process among those that post.

    The token is the one that is set, or else the one that the team's installation gave.
    """

    settings: Settings
    database: Database
    hosts: Callable[[], AbstractSet[str]]
    owner: str
    installations: SqlInstallations | None = None
    trust: SSLContext | None = None

    def __call__(self, team: str) -> WebSlack:
        """Return the way to the team's Slack; without an installation Slack refuses each call."""
        token = self.installations.token(team) if self.installations else self.settings.slack_bot_token
        return WebSlack(
            web_client(token, self.settings.slack_api_url, self.trust),
            hasty_client(token, self.settings.slack_api_url, self.trust),
            SqlDeliveries(self.database, self.owner, WallClock(self.settings.timezone).now),
            self.hosts,
        )

    def everybody(self) -> Iterator[Member]:
        """Yield the members of each team."""
        for team in self.installations.teams() if self.installations else [""]:
            yield from self(team).everybody()


def open_installations(settings: Settings, database: Database) -> SqlInstallations | None:
    """Return the workspaces that installed the app; none when a token is set instead."""
    if not settings.is_installed_by_oauth:
        return None
    now = WallClock(settings.timezone).now
    return SqlInstallations(database, Fernet(settings.token_key), now, settings.workspaces)


def deliver_to_slack(settings: Settings, opened: OpenRegister) -> WebSlack:
    """Return the way to Slack for a command that posts: to the workspace, or to the only one that has the app.

    Raises SlackRefusedError when none has it, or several have.
    """
    prepare(opened.database)
    installations = open_installations(settings, opened.database)
    teams = list(installations.teams()) if installations else [""]
    if len(teams) != 1:
        raise SlackRefusedError("installations", "not_one_team")
    owner = f"command-{secrets.token_hex(8)}"
    hosts = AllowedHosts(opened.register)
    return SlackByTeam(settings, opened.database, hosts, owner, installations)(teams[0])


def build_bot(settings: Settings, knowledge: Knowledge, kind: str) -> Bot:
    """Return the bot for a process of this kind (`serve`, `demo`, `worker`).

    Raises SlackUnavailableError when Slack does not accept the token or cannot be reached.
    """
    prepare(knowledge.database)
    place = take_place(kind, settings.data_dir / "places")
    trust = create_default_context()
    installations = open_installations(settings, knowledge.database)
    slack_of = SlackByTeam(settings, knowledge.database, knowledge.hosts, place.id, installations, trust)
    issues = SqlDigestIssues(knowledge.database)
    metrics = Metrics()
    slack = slack_of("")
    parts = WorkflowParts(
        slack=slack,
        answers=TimedAnswers(knowledge.answers, metrics),
        exchanges=SqlExchanges(knowledge.database, _prompt(settings)),
        feedback=SqlFeedback(knowledge.database),
        read_status=knowledge.read_status,
        cards=SqlStatusCards(knowledge.database),
        book=knowledge.book,
        assignments=knowledge.assignments,
        points=knowledge.points,
        sources=knowledge.sources,
        suggestions=knowledge.suggestions,
        subscriptions=SqlSubscriptions(knowledge.database),
        own=knowledge.own,
        follows=SqlFollows(knowledge.database),
        identities=SqlIdentities(knowledge.database),
        channels=SqlChannels(knowledge.database),
        bodies=knowledge.bodies,
        corrections=knowledge.corrections,
        intake=knowledge.intake,
        limited=knowledge.limited,
        editors=Editors(slack, settings.editors_group),
        writers=StatusWriters(slack, knowledge.book, settings.status_assigned_only, settings.status_group),
        clock=WallClock(settings.timezone),
        digests=Digests(slack, knowledge.digests, issues, settings.timezone, digest_files),
        issues=issues,
        reminders=knowledge.reminders,
        reminder_log=SqlReminderLog(knowledge.database),
        reminder_times=settings.reminder_times,
        reports=knowledge.reports,
        zone=settings.timezone,
        organisation=settings.organisation,
        operators_channel=settings.operators_channel,
    )
    digest_round = DigestRound(parts.subscriptions, issues, parts.clock, settings.timezone)
    reminder_round = ReminderRound(
        slack_of.everybody,
        parts.reminders,
        parts.reminder_log,
        parts.identities,
        parts.clock,
        parts.reminder_times,
        parts.zone,
    )
    schedules = (
        Schedule(names.WEEKLY_DIGEST, ROUND_CRON, settings.timezone.key, digest_round),
        Schedule(names.REMINDERS, REMINDER_CRON, settings.timezone.key, reminder_round),
    )

    def parts_of(team: str) -> WorkflowParts:
        return _at(parts, slack_of(team))

    failures = Failures(slack_of)
    durable = Durable(
        durable_url(settings),
        place.id,
        workflows_by_team(parts_of),
        schedules,
        counting(failures, metrics),
    )
    token = None if installations else settings.slack_bot_token
    client = web_client(token, settings.slack_api_url, trust)
    threads = SqlThreads(knowledge.database)
    try:
        starter = CountingStarter(
            durable if settings.is_embedded else ReachingStarter(durable, knowledge.database), metrics
        )
        hide_client_id()
        flow = _flow(settings, client, installations) if installations else None
        app = build_app(
            client,
            settings.slack_signing_secret,
            starter,
            threads,
            parts.channels,
            NotStored(failures),
            flow,
        )
    except (BoltError, OSError) as error:
        durable.close()
        place.release()
        raise SlackUnavailableError(str(error)) from error
    return Bot(app, client, slack, durable, threads, metrics, place)


def _at(parts: WorkflowParts, slack: Slack) -> WorkflowParts:
    """Return the parts with another way to Slack."""
    return replace(
        parts,
        slack=slack,
        editors=replace(parts.editors, slack=slack),
        writers=replace(parts.writers, slack=slack),
        digests=replace(parts.digests, slack=slack),
    )


def _flow(settings: Settings, client: WebClient, installations: SqlInstallations) -> OAuthFlow:
    states = SqlInstallStates(installations.database, installations.now)
    return installation_flow(
        client,
        settings.slack_client_id,
        settings.slack_client_secret,
        list(BOT_SCOPES),
        installations,
        states,
        installations.allows,
    )


def _prompt(settings: Settings) -> str:
    """Return the hash of the words that the language model is given; nothing without a model."""
    return prompt("answer_from_passages").content_hash if settings.model else ""


def durable_url(settings: Settings) -> str:
    """Return where unfinished work is kept: beside the register, in a file of its own when embedded."""
    if settings.is_embedded:
        return f"sqlite:///{settings.data_dir / 'durable.db'}"
    return settings.database_url
