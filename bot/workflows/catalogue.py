"""Every workflow by its stored name, made of its parts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.audiences import Audiences, LimitedPlaces
from bot.channel_settings import Bodies, Channels
from bot.digest_choices import DigestChoices
from bot.digests import Digests
from bot.document_intake import Intake
from bot.durable import Steps, Workflow
from bot.editors import Editors
from bot.incoming import Click, Command, IncomingMessage, MessageChange, Opened, Shortcut, Submission
from bot.mentioned_people import MentionedPeople
from bot.parts import (
    Answers,
    Assignments,
    Clock,
    Corrections,
    DecisionPoints,
    DigestIssues,
    Exchanges,
    Feedback,
    Follows,
    Identities,
    OwnAssignments,
    Reports,
    Slack,
    Sources,
    StatusBook,
    StatusCards,
    StatusReader,
    Subscriptions,
    Suggestions,
)
from bot.people import People
from bot.reminder_parts import ReminderLog, Reminders
from bot.reminder_times import ReminderTimes
from bot.status_writers import StatusWriters
from bot.workflows import names
from bot.workflows.access import Access
from bot.workflows.answer_choice import AnswerChoice
from bot.workflows.channel_form import KeepChannelForm, OpenChannelForm
from bot.workflows.command import RunCommand
from bot.workflows.correct_fact import KeepCorrection, OpenCorrection
from bot.workflows.decide_on_document import DecideOnDocument
from bot.workflows.digest_form import KeepDigestForm, OpenDigestForm
from bot.workflows.feedback import KeepComment, KeepVerdict
from bot.workflows.follow import FollowAssignment
from bot.workflows.greeting import Greet, Welcome
from bot.workflows.home import ChangeHome, ShowHome
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.offer_documents import OfferDocuments
from bot.workflows.open_status_form import OpenStatusForm
from bot.workflows.outdated import OutdatedButton
from bot.workflows.remind import ReminderTry, SendReminder
from bot.workflows.reply import Reply
from bot.workflows.revise_status import ReviseStatus
from bot.workflows.send_digest import DigestTry, SendDigest
from bot.workflows.share_answer import ShareAnswer
from bot.workflows.shortcut import UseShortcut
from bot.workflows.show_source import ShowSource
from bot.workflows.status_click import StatusClick
from bot.workflows.status_drafting import StatusDrafting
from bot.workflows.status_form import StatusForm
from bot.workflows.telling import Telling
from bot.workflows.write_report import WriteReport


@dataclass(frozen=True)
class WorkflowParts:
    """What the workflows are made of."""

    slack: Slack
    answers: Answers
    exchanges: Exchanges
    feedback: Feedback
    read_status: StatusReader
    cards: StatusCards
    book: StatusBook
    assignments: Assignments
    points: DecisionPoints
    sources: Sources
    suggestions: Suggestions
    subscriptions: Subscriptions
    own: OwnAssignments
    follows: Follows
    identities: Identities
    writers: StatusWriters
    channels: Channels
    bodies: Bodies
    corrections: Corrections
    editors: Editors
    intake: Intake
    limited: LimitedPlaces
    clock: Clock
    digests: Digests
    issues: DigestIssues
    reminders: Reminders
    reminder_log: ReminderLog
    reminder_times: ReminderTimes
    reports: Reports
    zone: ZoneInfo
    organisation: str = ""
    operators_channel: str = ""


def workflows_by_team(parts_of: Callable[[str], WorkflowParts]) -> tuple[Workflow, ...]:
    """Return every workflow, each run with the parts of the team that its input comes from."""

    def of_team(name: str) -> Callable[[Steps, str, Any], None]:
        def run(steps: Steps, key: str, value: Any) -> None:
            next(each for each in workflows(parts_of(value.team)) if each.name == name).run(steps, key, value)

        return run

    return tuple(Workflow(each.name, each.takes, of_team(each.name)) for each in workflows(parts_of("")))


def workflows(parts: WorkflowParts) -> tuple[Workflow, ...]:
    """Return every workflow."""
    people = People(parts.slack)
    access = Access(people)
    audiences = Audiences(parts.slack, parts.limited)
    opening = ModalOpening(parts.slack)
    mentioned = MentionedPeople(people)
    drafting = StatusDrafting(parts.read_status, parts.cards, mentioned)
    welcome = Welcome(parts.slack, parts.suggestions, parts.book)
    reply = Reply(
        parts.slack,
        access,
        parts.answers,
        parts.exchanges,
        drafting,
        parts.suggestions,
        parts.clock,
        parts.channels,
        audiences,
        parts.organisation,
    )
    telling = Telling(parts.slack)
    home = ShowHome(
        parts.slack,
        access,
        people,
        parts.points,
        parts.book,
        parts.suggestions,
        parts.assignments,
        parts.own,
        parts.follows,
        parts.identities,
        parts.subscriptions,
        parts.clock,
        parts.reminder_log,
        parts.reports,
    )
    channel_form = OpenChannelForm(
        parts.slack,
        parts.editors,
        parts.channels,
        parts.subscriptions,
        parts.bodies,
        parts.book,
        opening,
    )
    choices = DigestChoices(parts.channels, parts.subscriptions, parts.zone)
    command = RunCommand(
        parts.slack,
        access,
        parts.answers,
        parts.exchanges,
        parts.assignments,
        drafting,
        parts.book,
        parts.subscriptions,
        welcome,
        parts.clock,
        opening,
        parts.channels,
        channel_form,
        audiences,
        parts.organisation,
    )
    status_click = StatusClick(
        parts.slack, access, people, parts.cards, parts.book, parts.writers, parts.clock, opening
    )
    status_form = StatusForm(
        parts.slack, access, people, parts.cards, parts.book, parts.writers, parts.clock, home
    )
    return (
        Workflow(names.REPLY, IncomingMessage, reply),
        Workflow(
            names.OFFER_DOCUMENTS,
            IncomingMessage,
            OfferDocuments(parts.slack, access, parts.editors, parts.intake),
        ),
        Workflow(
            names.DECIDE_ON_DOCUMENT,
            Click,
            DecideOnDocument(parts.slack, telling, access, people, parts.editors, parts.intake),
        ),
        Workflow(names.OUTDATED_BUTTON, Click, OutdatedButton(telling, access)),
        Workflow(names.ANSWER_CHOICE, Click, AnswerChoice(access, reply)),
        Workflow(
            names.SHOW_SOURCE,
            Click,
            ShowSource(telling, access, parts.sources, parts.editors, parts.corrections, audiences, opening),
        ),
        Workflow(names.FEEDBACK, Click, KeepVerdict(telling, access, parts.feedback, parts.clock, opening)),
        Workflow(
            names.FEEDBACK_FORM,
            Submission,
            KeepComment(
                parts.slack,
                access,
                people,
                parts.feedback,
                parts.exchanges,
                audiences,
                parts.sources,
                parts.operators_channel,
            ),
        ),
        Workflow(names.STATUS_CLICK, Click, status_click),
        Workflow(
            names.REVISE_STATUS,
            MessageChange,
            ReviseStatus(
                parts.slack,
                access,
                parts.read_status,
                parts.cards,
                parts.book,
                parts.clock,
                parts.channels,
                mentioned,
            ),
        ),
        Workflow(names.STATUS_FORM, Submission, status_form),
        Workflow(names.OPEN_STATUS_FORM, Click, OpenStatusForm(access, parts.book, opening)),
        Workflow(
            names.SHORTCUT,
            Shortcut,
            UseShortcut(access, parts.book, parts.read_status, parts.clock, opening, mentioned),
        ),
        Workflow(names.COMMAND, Command, command),
        Workflow(
            names.CHANNEL_FORM,
            Submission,
            KeepChannelForm(parts.slack, parts.editors, choices, parts.clock),
        ),
        Workflow(
            names.OPEN_DIGEST_FORM,
            Click,
            OpenDigestForm(access, parts.subscriptions, parts.bodies, parts.book, opening),
        ),
        Workflow(names.DIGEST_FORM, Submission, KeepDigestForm(access, choices, parts.clock, home)),
        Workflow(
            names.CORRECT_FACT,
            Click,
            OpenCorrection(telling, access, parts.editors, parts.corrections, opening),
        ),
        Workflow(
            names.CORRECTION_FORM,
            Submission,
            KeepCorrection(parts.slack, people, parts.editors, parts.corrections, parts.clock),
        ),
        Workflow(
            names.FOLLOW,
            Click,
            FollowAssignment(telling, access, parts.assignments, parts.follows, parts.clock, home),
        ),
        Workflow(
            names.SHARE_ANSWER,
            Click,
            ShareAnswer(parts.slack, telling, access, people, parts.exchanges, parts.sources, audiences),
        ),
        Workflow(names.CHANGE_HOME, Click, ChangeHome(access, parts.identities, parts.subscriptions, home)),
        Workflow(names.HOME, Opened, home),
        Workflow(
            names.GREET,
            Opened,
            Greet(parts.slack, access, people, parts.suggestions, parts.own, parts.identities, parts.clock),
        ),
        Workflow(names.WELCOME, Opened, welcome),
        Workflow(names.SEND_DIGEST, DigestTry, SendDigest(parts.digests, parts.issues, parts.clock)),
        Workflow(
            names.SEND_REMINDER,
            ReminderTry,
            SendReminder(
                parts.slack,
                parts.reminders,
                parts.reminder_log,
                parts.clock,
                parts.reminder_times,
                parts.zone,
            ),
        ),
        Workflow(names.WRITE_REPORT, Click, WriteReport(parts.slack, access, parts.reports, parts.clock)),
    )
