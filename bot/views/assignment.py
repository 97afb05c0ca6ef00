"""One assignment as a card, and a list of them."""

from bot import texts
from bot.actions import FOLLOW, STATUS_QUICK
from bot.guard import escape
from bot.outgoing import Block, Outgoing
from bot.parts import AssignmentCard
from bot.views.elements import MOST_ROWS, actions, button, context, divider, fields, section, table
from bot.views.status_card import state_words

MOST_POINTS = MOST_ROWS - 1


def listing(words: str, found: tuple[AssignmentCard, ...], total: int) -> Outgoing:
    """Return the assignments that were found; `total` is how many there are when nothing was searched for."""
    if not found:
        return Outgoing(
            texts.ASSIGNMENTS_NONE.format(words=escape(words)) if words else texts.ASSIGNMENTS_EMPTY
        )
    title = texts.ASSIGNMENTS_MATCHING.format(words=escape(words)) if words else texts.ASSIGNMENTS
    blocks: list[Block] = [section(f"*{title}*")]
    for number, each in enumerate(found):
        blocks += [divider(), section(f"*{escape(each.assignment.title)}*"), facts_of(each)]
        if len(found) == 1 and each.timeline:
            blocks += [
                section(f"*{texts.TIMELINE}*"),
                table((texts.TIMELINE_COLUMNS, *each.timeline[:MOST_POINTS])),
            ]
        blocks.append(_doing(each, number))
    if total > len(found):
        blocks.append(context(texts.ASSIGNMENTS_MORE.format(count=total - len(found))))
    spoken = [title, *(_spoken(each) for each in found)]
    return Outgoing("\n".join(spoken), tuple(blocks))


def facts_of(card: AssignmentCard) -> Block:
    """Return what is known of an assignment, as labelled fields."""
    return fields(_facts(card))


def _doing(card: AssignmentCard, number: int) -> Block:
    """Return the buttons for what can be done with an assignment."""
    about, value = card.assignment.title, str(card.assignment.id)
    return actions(
        [
            button(
                texts.STATUS_UPDATE,
                f"{STATUS_QUICK}{number}",
                value,
                spoken=f"{texts.STATUS_UPDATE}: {about}",
            ),
            button(texts.FOLLOW, f"{FOLLOW}_{number}", value, spoken=f"{texts.FOLLOW} {about}"),
        ]
    )


def _facts(card: AssignmentCard) -> tuple[tuple[str, str], ...]:
    status = texts.NOT_REPORTED
    if card.status:
        status = f"{state_words(card.status.state)} ({card.status.at:%Y-%m-%d}, {card.status.author})"
    return (
        (texts.OWNER, card.owner or texts.NOT_KNOWN),
        (texts.LEADER, card.leader or texts.NOT_KNOWN),
        *(((texts.ADDRESSEES, ", ".join(card.addressees)),) if card.addressees else ()),
        (texts.NEXT_DECISION_POINT, card.next_point or texts.NOT_KNOWN),
        (texts.STATUS_STATE, status),
    )


def _spoken(card: AssignmentCard) -> str:
    facts = "; ".join(f"{label}: {value}" for label, value in _facts(card))
    return escape(f"{card.assignment.title}. {facts}")
