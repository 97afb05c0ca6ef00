"""The weekly digest as messages; a long list ends with how many more there are and how to see them."""

from bot import texts
from bot.guard import escape
from bot.outgoing import Block, Outgoing
from bot.views.elements import context, header, section
from bot.weekly_digest import SpokenSection, WeeklyDigest

LONGEST_PART = 2_700  # characters in one section block
LONGEST_MESSAGE = 9_000  # characters in one message
MOST_BLOCKS = 40
LONGEST_ITEM = 2_000
MOST_ITEMS = 12  # in a section; a longer list is not read to its end


def render(digest: WeeklyDigest, note: str = "") -> tuple[Outgoing, ...]:
    """Return the digest's messages, the first with its heading; `note` goes under the heading."""
    parts = _parts(digest)
    messages: list[Outgoing] = []
    blocks: list[Block] = [header(title(digest))]
    if note:
        blocks.append(context(escape(note)))
    spoken = [title(digest), *([note] if note else [])]
    length = 0
    for part in parts:
        if len(blocks) >= MOST_BLOCKS or length + len(part) > LONGEST_MESSAGE:
            messages.append(Outgoing("\n".join(spoken), tuple(blocks)))
            blocks, spoken, length = [], [], 0
        blocks.append(section(part))
        spoken.append(part.replace("*", ""))
        length += len(part)
    messages.append(Outgoing("\n".join(spoken), tuple(blocks)))
    return tuple(messages)


def title(digest: WeeklyDigest) -> str:
    """Return the heading: which week it is."""
    return texts.DIGEST_TITLE.format(week=digest.week.number)


def plain_text(digest: WeeklyDigest) -> str:
    """Return the digest as text."""
    lines = [title(digest)]
    for each in digest.sections:
        lines += ["", texts.DIGEST_SECTION[each.kind], *(f"• {item}" for item in each.items[:MOST_ITEMS])]
        lines += [_rest(each, texts.DIGEST_ALL_AT_THE_TERMINAL)] if len(each.items) > MOST_ITEMS else []
    if digest.is_empty:
        lines += ["", texts.DIGEST_EMPTY]
    return "\n".join(lines)


def _parts(digest: WeeklyDigest) -> list[str]:
    """Return the digest's paragraphs, each short enough for a block; a long list goes on in the next."""
    if digest.is_empty:
        return [texts.DIGEST_EMPTY]
    parts: list[str] = []
    for each in digest.sections:
        part = f"*{texts.DIGEST_SECTION[each.kind]}*"
        for item in each.items[:MOST_ITEMS]:
            line = f"\n• {escape(item[:LONGEST_ITEM])}"
            if len(part) + len(line) > LONGEST_PART:
                parts.append(part)
                part = f"*{texts.DIGEST_SECTION[each.kind]}* {texts.DIGEST_CONTINUED}"
            part += line
        if len(each.items) > MOST_ITEMS:
            part += f"\n{_rest(each, texts.DIGEST_ALL[each.kind])}"
        parts.append(part)
    return parts


def _rest(section: SpokenSection, how: str) -> str:
    """Return how many items are left out and how to see them."""
    return texts.DIGEST_MORE.format(count=len(section.items) - MOST_ITEMS, how=how)
