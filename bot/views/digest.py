"""The weekly digest as messages: as many as it takes, none cut."""

from bot import texts
from bot.guard import escape
from bot.outgoing import Block, Outgoing
from bot.views.elements import context, header, section
from bot.weekly_digest import WeeklyDigest

LONGEST_PART = 2_700  # characters in one section block
LONGEST_MESSAGE = 9_000  # characters in one message
MOST_BLOCKS = 40
LONGEST_ITEM = 2_000


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
        lines += ["", texts.DIGEST_SECTION[each.kind], *(f"• {item}" for item in each.items)]
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
        for item in each.items:
            line = f"\n• {escape(item[:LONGEST_ITEM])}"
            if len(part) + len(line) > LONGEST_PART:
                parts.append(part)
                part = f"*{texts.DIGEST_SECTION[each.kind]}* {texts.DIGEST_CONTINUED}"
            part += line
        parts.append(part)
    return parts
