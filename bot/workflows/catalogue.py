"""Every workflow by its stored name, made of its parts."""

from dataclasses import dataclass

from bot.durable import Workflow
from bot.incoming import Click, Command, IncomingMessage, Opened, Shortcut, Submission
from bot.parts import (
    Answers,
    Assignments,
    Clock,
    DecisionPoints,
    Exchanges,
    Feedback,
    Slack,
    Sources,
    StatusBook,
    StatusCards,
    StatusReader,
    Subscriptions,
    Suggestions,
)
from bot.people import People
from bot.status_writers import StatusWriters
from bot.workflows import names
from bot.workflows.access import Access
from bot.workflows.answer_choice import AnswerChoice
from bot.workflows.command import RunCommand
from bot.workflows.feedback import KeepComment, KeepVerdict
from bot.workflows.greeting import Greet, Welcome
from bot.workflows.home import ShowHome
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.open_status_form import OpenStatusForm
from bot.workflows.reply import Reply
from bot.workflows.shortcut import UseShortcut
from bot.workflows.show_source import ShowSource
from bot.workflows.status_click import StatusClick
from bot.workflows.status_drafting import StatusDrafting
from bot.workflows.status_form import StatusForm


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
    writers: StatusWriters
    clock: Clock
    organisation: str = ""


def workflows(parts: WorkflowParts) -> tuple[Workflow, ...]:
    """Return every workflow."""
    people = People(parts.slack)
    access = Access(people)
    opening = ModalOpening(parts.slack)
    drafting = StatusDrafting(parts.read_status, parts.cards)
    welcome = Welcome(parts.slack, parts.suggestions, parts.book)
    reply = Reply(
        parts.slack,
        access,
        parts.answers,
        parts.exchanges,
        drafting,
        parts.suggestions,
        parts.clock,
        parts.organisation,
    )
    home = ShowHome(parts.slack, access, parts.points, parts.book, parts.suggestions, parts.clock)
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
        Workflow(names.ANSWER_CHOICE, Click, AnswerChoice(access, reply)),
        Workflow(names.SHOW_SOURCE, Click, ShowSource(parts.slack, access, parts.sources, opening)),
        Workflow(
            names.FEEDBACK, Click, KeepVerdict(parts.slack, access, parts.feedback, parts.clock, opening)
        ),
        Workflow(names.FEEDBACK_FORM, Submission, KeepComment(access, parts.feedback)),
        Workflow(names.STATUS_CLICK, Click, status_click),
        Workflow(names.STATUS_FORM, Submission, status_form),
        Workflow(names.OPEN_STATUS_FORM, Click, OpenStatusForm(access, parts.book, opening)),
        Workflow(
            names.SHORTCUT, Shortcut, UseShortcut(access, parts.book, parts.read_status, parts.clock, opening)
        ),
        Workflow(names.COMMAND, Command, command),
        Workflow(names.HOME, Opened, home),
        Workflow(names.GREET, Opened, Greet(parts.slack, access, parts.suggestions)),
        Workflow(names.WELCOME, Opened, welcome),
    )
