"""One assignment as a card, and a list of them."""

from bot import texts
from bot.guard import escape
from bot.outgoing import Block, Outgoing
from bot.parts import AssignmentCard
from bot.views.elements import context, divider, fields, section
from bot.views.status_card import state_words


def listing(words: str, found: tuple[AssignmentCard, ...], total: int) -> Outgoing:
    """Return the assignments that were found; `total` is how many there are when nothing was searched for."""
    if not found:
        return Outgoing(
            texts.ASSIGNMENTS_NONE.format(words=escape(words)) if words else texts.ASSIGNMENTS_EMPTY
        )
    title = texts.ASSIGNMENTS_MATCHING.format(words=escape(words)) if words else texts.ASSIGNMENTS
    blocks: list[Block] = [section(f"*{title}*")]
    for each in found:
        blocks += [divider(), section(f"*{escape(each.assignment.title)}*"), fields(_facts(each))]
    if total > len(found):
        blocks.append(context(texts.ASSIGNMENTS_MORE.format(count=total - len(found))))
    spoken = [title, *(_spoken(each) for each in found)]
    return Outgoing("\n".join(spoken), tuple(blocks))


def _facts(card: AssignmentCard) -> tuple[tuple[str, str], ...]:
    status = texts.NOT_REPORTED
    if card.status:
        status = f"{state_words(card.status.state)} ({card.status.at:%Y-%m-%d}, {card.status.author})"
    return (
        (texts.OWNER, card.owner or texts.NOT_KNOWN),
        (texts.LEADER, card.leader or texts.NOT_KNOWN),
        (texts.NEXT_DECISION_POINT, card.next_point or texts.NOT_KNOWN),
        (texts.STATUS_STATE, status),
    )


def _spoken(card: AssignmentCard) -> str:
    facts = "; ".join(f"{label}: {value}" for label, value in _facts(card))
    return escape(f"{card.assignment.title}. {facts}")
