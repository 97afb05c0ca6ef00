"""The home tab: a person's assignments, what they follow, what lies ahead, the last statuses, settings."""

from dataclasses import dataclass
from datetime import date

from bot import texts
from bot.actions import (
    ANSWER_CHOICE,
    HOME_DIGEST_CHANGE,
    HOME_DIGEST_OFF,
    HOME_DIGEST_ON,
    HOME_IS_HOLDER,
    HOME_REMINDERS_OFF,
    HOME_REMINDERS_ON,
    STATUS_QUICK,
    STATUS_REPORT,
    UNFOLLOW,
)
from bot.guard import escape
from bot.outgoing import Block
from bot.parts import AssignmentCard, OwnPage, PointAhead
from bot.reports.building import MeetingAhead
from bot.views import assignment, report
from bot.views.elements import actions, button, context, divider, header, section
from bot.views.status_card import state_words
from bot.weekly_digest import DigestSubscription
from knowledge.digest import SILENT_AFTER_DAYS
from knowledge.entries import State, StatusUpdate
from retrieval.wording import listing

MOST_POINTS = 20


@dataclass(frozen=True, slots=True)
class HomePage:
    """What one person's tab shows."""

    today: date
    own: OwnPage
    followed: tuple[AssignmentCard, ...]
    ahead: tuple[PointAhead, ...]
    statuses: tuple[StatusUpdate, ...]
    questions: tuple[str, ...]
    digest: DigestSubscription | None = None
    has_reminders: bool = True
    meetings: tuple[MeetingAhead, ...] = ()


def render(page: HomePage) -> tuple[Block, ...]:
    """Return the tab's blocks."""
    return (
        header(texts.HOME_TITLE),
        section(texts.WELCOME),
        *_questions(page.questions),
        *_own(page),
        *_followed(page.followed),
        *_ahead(page.ahead),
        *_statuses(page.statuses),
        *_report(page),
        *_settings(page),
        context(texts.WELCOME_COMMANDS),
    )


def _questions(questions: tuple[str, ...]) -> list[Block]:
    if not questions:
        return []
    tried = [
        button(question, f"{ANSWER_CHOICE}{number}", f"\n{question}", spoken=question)
        for number, question in enumerate(questions)
    ]
    return [section(f"*{texts.WELCOME_TRY}*"), actions(tried), context(texts.HOME_ANSWERED_IN_MESSAGES)]


def _own(page: HomePage) -> list[Block]:
    """Return the person's own assignments, those whose status is due first, each with a button for each state."""
    blocks = [divider(), section(f"*{texts.HOME_OWN}*")]
    if page.own.asks:
        yes = button(texts.HOME_IS_ME, f"{HOME_IS_HOLDER}yes", f"holder:{page.own.asks}", style="primary")
        no = button(texts.HOME_IS_NOT_ME, f"{HOME_IS_HOLDER}no", "holder:")
        blocks += [section(texts.HOME_WHO.format(person=escape(page.own.asks))), actions([yes, no])]
    elif not page.own.assignments:
        blocks.append(section(texts.HOME_NO_OWN))
    ordered = sorted(page.own.assignments, key=lambda card: not _is_due(card, page.today))
    for number, card in enumerate(ordered):
        due = f"\n*{texts.HOME_DUE}*" if _is_due(card, page.today) else ""
        states = [
            button(
                state_words(state),
                f"{STATUS_QUICK}{number}_{state}",
                f"{card.assignment.id} {state}",
                spoken=f"{texts.HOME_REPORT}: {card.assignment.title}, {texts.STATE[state]}",
            )
            for state in State
        ]
        blocks += [
            section(f"*{escape(card.assignment.title)}*{due}"),
            assignment.facts_of(card),
            actions(states),
        ]
    return blocks


def _is_due(card: AssignmentCard, today: date) -> bool:
    """Tell whether nobody has said for a month how it goes; what is done needs no more reports."""
    if card.status is None:
        return True
    return card.status.state is not State.DONE and (today - card.status.at.date()).days > SILENT_AFTER_DAYS


def _followed(cards: tuple[AssignmentCard, ...]) -> list[Block]:
    blocks = [divider(), section(f"*{texts.HOME_FOLLOWED}*")]
    if not cards:
        blocks.append(section(texts.HOME_NOTHING_FOLLOWED))
    for number, card in enumerate(cards):
        stop = button(
            texts.UNFOLLOW,
            f"{UNFOLLOW}{number}",
            str(card.assignment.id),
            spoken=f"{texts.UNFOLLOW} {card.assignment.title}",
        )
        blocks += [section(f"*{escape(card.assignment.title)}*", stop), assignment.facts_of(card)]
    return blocks


def _ahead(points: tuple[PointAhead, ...]) -> list[Block]:
    blocks = [divider(), section(f"*{texts.HOME_AHEAD}*")]
    blocks += [
        section(f"*{escape(each.on)}* {escape(each.label)}\n{escape(each.assignment)}")
        for each in points[:MOST_POINTS]
    ]
    return blocks if points else [*blocks, section(texts.HOME_NOTHING_AHEAD)]


def _statuses(statuses: tuple[StatusUpdate, ...]) -> list[Block]:
    report = button(texts.HOME_REPORT, STATUS_REPORT, "home", style="primary")
    blocks = [divider(), section(f"*{texts.HOME_STATUSES}*"), actions([report])]
    blocks += [_status(each) for each in statuses]
    return blocks if statuses else [*blocks, section(texts.HOME_NO_STATUSES)]


def _status(update: StatusUpdate) -> Block:
    text = f" – {escape(update.text)}" if update.text else ""
    signature = f"{escape(update.author)} {update.at:%Y-%m-%d}"
    return section(f"*{escape(update.assignment)}*: {state_words(update.state)}{text}\n_{signature}_")


def _settings(page: HomePage) -> list[Block]:
    if page.has_reminders:
        reminded, change = (
            texts.HOME_HAS_REMINDERS,
            button(texts.HOME_REMINDERS_OFF, HOME_REMINDERS_OFF, "off"),
        )
    else:
        reminded, change = (
            texts.HOME_HAS_NO_REMINDERS,
            button(texts.HOME_REMINDERS_ON, HOME_REMINDERS_ON, "on"),
        )
    return [
        divider(),
        section(f"*{texts.HOME_SETTINGS}*"),
        *_digest(page.digest),
        section(reminded, change),
    ]


def _digest(wanted: DigestSubscription | None) -> list[Block]:
    """Return whether, when and of what the person gets the digest, with the buttons that change it."""
    if wanted is None:
        return [section(texts.HOME_HAS_NO_DIGEST, button(texts.HOME_DIGEST_ON, HOME_DIGEST_ON, "on"))]
    words = texts.HOME_HAS_DIGEST.format(
        day=texts.WEEKDAYS[wanted.when.weekday],
        hour=f"{wanted.when.at:%H:%M}",
        language=texts.IN_LANGUAGE[wanted.language],
        about=escape(_about(wanted)),
    )
    change = button(texts.HOME_DIGEST_CHANGE, HOME_DIGEST_CHANGE, "change")
    return [section(words), actions([change, button(texts.HOME_DIGEST_OFF, HOME_DIGEST_OFF, "off")])]


def _about(wanted: DigestSubscription) -> str:
    """Return in words what a person's digest is about."""
    count = len(wanted.assignments)
    chosen = texts.DIGEST_ABOUT_ONE if count == 1 else texts.DIGEST_ABOUT_CHOSEN.format(count=count)
    parts = [*wanted.boards, chosen if count else "", texts.DIGEST_ABOUT_FOLLOWED if wanted.followed else ""]
    return listing([part for part in parts if part]) or texts.DIGEST_ABOUT_ALL


def _report(page: HomePage) -> list[Block]:
    offered = report.offer(page.meetings, page.today)
    return [divider(), *offered] if offered else []
