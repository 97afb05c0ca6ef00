"""A reminder: what lies ahead for a person's assignments, with a button to report each one's status."""

from collections.abc import Sequence
from datetime import date

from bot import texts
from bot.actions import HOME_REMINDERS_OFF, SHOW_SOURCE, STATUS_QUICK
from bot.guard import escape
from bot.outgoing import Block, Outgoing
from bot.source_place import SourcePlace
from bot.views.elements import actions, button, context, section
from knowledge.reminders import Reminder, ReminderCause
from knowledge.when import Precision, When
from retrieval.wording import day_in_words

MOST_ASSIGNMENTS = 8  # of at most 5 blocks each
MOST_DAYS = 3


def render(due: Sequence[Reminder], today: date) -> Outgoing:
    """Return the message, assignment by assignment; what there is no room for is counted."""
    by_assignment: dict[int, list[Reminder]] = {}
    for each in due:
        by_assignment.setdefault(each.assignment.id, []).append(each)
    told = list(by_assignment.values())
    blocks: list[Block] = [section(f"*{texts.REMINDER}*")]
    for number, reminders in enumerate(told[:MOST_ASSIGNMENTS]):
        blocks += _assignment(number, reminders, today)
    if (left_out := len(told) - MOST_ASSIGNMENTS) > 0:
        blocks.append(context(texts.REMINDER_MORE.format(count=left_out)))
    blocks += [
        context(texts.REMINDER_WHY),
        actions([button(texts.HOME_REMINDERS_OFF, HOME_REMINDERS_OFF, "off")]),
    ]
    spoken = [f"{_capital(each.assignment.title)}: {_line(each, today)}" for each in due]
    return Outgoing(escape("\n".join([texts.REMINDER, *spoken])), tuple(blocks))


def _assignment(number: int, reminders: Sequence[Reminder], today: date) -> list[Block]:
    """Return an assignment's days, each with its source, and the button by which to report."""
    title, entry = _capital(reminders[0].assignment.title), reminders[0].assignment
    report = button(
        texts.STATUS_UPDATE,
        f"{STATUS_QUICK}{number}",
        str(entry.id),
        spoken=f"{texts.STATUS_UPDATE}: {title}",
    )
    days = [section(escape(_line(each, today)), _source(each)) for each in reminders[:MOST_DAYS]]
    return [section(f"*{escape(title)}*"), *days, actions([report])]


def _source(each: Reminder) -> Block:
    span, quote = each.source.span, each.source.quote
    place = SourcePlace.of(each.source.document.id, span.start, span.end, quote)
    return button(texts.SHOW_SOURCE, SHOW_SOURCE, place.encode(), spoken=f"{texts.SHOW_SOURCE}: {each.what}")


def _line(each: Reminder, today: date) -> str:
    day = day_in_words(When(each.day, each.day, Precision.DAY, ""))
    left = (each.day - today).days
    when = (
        texts.REMINDER_TODAY
        if not left
        else texts.REMINDER_TOMORROW
        if left == 1
        else texts.REMINDER_IN.format(days=left)
    )
    words = texts.REMINDER_POINT if each.cause is ReminderCause.POINT else texts.REMINDER_MEETING
    return words.format(what=each.what, day=day, when=when)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
