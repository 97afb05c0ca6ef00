"""The home tab: decision points ahead, the last statuses, questions to ask."""

from bot import texts
from bot.actions import ANSWER_CHOICE, STATUS_REPORT
from bot.guard import escape
from bot.outgoing import Block
from bot.parts import PointAhead
from bot.views.elements import actions, button, context, divider, header, section
from bot.views.status_card import state_words
from knowledge.entries import StatusUpdate

MOST_POINTS = 20


def render(
    ahead: tuple[PointAhead, ...], statuses: tuple[StatusUpdate, ...], questions: tuple[str, ...]
) -> tuple[Block, ...]:
    """Return the tab's blocks."""
    blocks = [header(texts.HOME_TITLE), section(texts.WELCOME)]
    if questions:
        tried = [
            button(question, f"{ANSWER_CHOICE}{number}", f"\n{question}", spoken=question)
            for number, question in enumerate(questions)
        ]
        blocks += [
            section(f"*{texts.WELCOME_TRY}*"),
            actions(tried),
            context(texts.HOME_ANSWERED_IN_MESSAGES),
        ]
    blocks += [divider(), section(f"*{texts.HOME_AHEAD}*")]
    blocks += [
        section(f"*{escape(each.on)}* {escape(each.label)}\n{escape(each.assignment)}")
        for each in ahead[:MOST_POINTS]
    ]
    if not ahead:
        blocks.append(section(texts.HOME_NOTHING_AHEAD))
    report = button(texts.HOME_REPORT, STATUS_REPORT, "home", style="primary")
    blocks += [divider(), section(f"*{texts.HOME_STATUSES}*"), actions([report])]
    blocks += [_status(each) for each in statuses]
    if not statuses:
        blocks.append(section(texts.HOME_NO_STATUSES))
    return (*blocks, context(texts.WELCOME_COMMANDS))


def _status(update: StatusUpdate) -> Block:
    text = f" – {escape(update.text)}" if update.text else ""
    signature = f"{escape(update.author)} {update.at:%Y-%m-%d}"
    return section(f"*{escape(update.assignment)}*: {state_words(update.state)}{text}\n_{signature}_")
