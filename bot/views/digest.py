"""The weekly digest as messages: the first for the channel, what there is no room for there in its thread."""

from datetime import datetime

from bot import texts
from bot.actions import ANSWER_CHOICE, SHOW_SOURCE
from bot.digest_words import DigestWords, digest_words
from bot.guard import escape, shorten
from bot.outgoing import Block, Outgoing
from bot.source_place import SourcePlace
from bot.views.elements import actions, context, header, link_target, plain, section
from bot.weekly_digest import SpokenItem, SpokenSection, WeeklyDigest
from knowledge.entries import SourceQuote

LONGEST_PART = 2_700  # characters in one section block
LONGEST_ITEM = 2_000  # what is said of one thing is short already; this holds whatever comes
LONGEST_MESSAGE = 9_000  # characters in one message
MOST_BLOCKS = 40
MOST_ITEMS = 6  # of a section in the channel; the rest stands in the thread
LONGEST_OPTION_VALUE = 150  # Slack's limits for menus
LONGEST_OPTION = 75

Part = tuple[list[Block], str]  # blocks that belong together, and the same in words


def render(digest: WeeklyDigest, late_since: datetime | None = None) -> tuple[Outgoing, ...]:
    """Return the digest's messages; `late_since` is when it should have come, if it is late."""
    words = digest_words(digest.language)
    if digest.is_empty:
        late = _late_note(words, late_since)
        line = " ".join(filter(None, (f"{title(digest)}: {words.empty}", late)))
        return (Outgoing(line, (section(escape(line)),)),)
    first = [part for each in digest.sections for part in _parts(each, words, each.items[:MOST_ITEMS])]
    rest = [
        part
        for each in digest.sections
        if len(each.items) > MOST_ITEMS
        for part in _parts(each, words, each.items[MOST_ITEMS:], is_continued=True)
    ]
    late = _late_note(words, late_since)
    spoken = "\n".join(filter(None, (title(digest), late)))
    heading: Part = ([header(title(digest)), *([context(escape(late))] if late else [])], spoken)
    return _messages([heading, *first]) + (_messages(rest) if rest else ())


def title(digest: WeeklyDigest) -> str:
    """Return the heading: which week it is."""
    return digest_words(digest.language).title.format(week=digest.week.number)


def plain_text(digest: WeeklyDigest) -> str:
    """Return the whole digest as text, with where each thing stands."""
    words = digest_words(digest.language)
    lines = [title(digest)]
    for each in digest.sections:
        lines += ["", words.section[each.kind], *(f"• {_with_source(item)}" for item in each.items)]
    if digest.is_empty:
        lines += ["", words.empty]
    return "\n".join(lines)


def _late_note(words: DigestWords, since: datetime | None) -> str:
    return words.late.format(due=f"{words.day(since.date())} {since:%H:%M}") if since else ""


def _messages(parts: list[Part]) -> tuple[Outgoing, ...]:
    """Pack parts into as few messages as Slack's limits allow."""
    messages: list[Outgoing] = []
    blocks: list[Block] = []
    spoken: list[str] = []
    for part, text in parts:
        is_full = len(blocks) + len(part) > MOST_BLOCKS or sum(map(len, spoken)) + len(text) > LONGEST_MESSAGE
        if blocks and is_full:
            messages.append(Outgoing("\n".join(spoken), tuple(blocks)))
            blocks, spoken = [], []
        blocks += part
        spoken.append(text)
    return (*messages, Outgoing("\n".join(spoken), tuple(blocks)))


def _parts(
    each: SpokenSection, words: DigestWords, items: tuple[SpokenItem, ...], *, is_continued: bool = False
) -> list[Part]:
    """Return a section's items as parts, each short enough for a block, with menus for sources and questions."""
    parts: list[Part] = []
    held: list[SpokenItem] = []
    for item in items:
        if held and sum(len(_line(one)) for one in (*held, item)) > LONGEST_PART:
            parts.append(_part(each, words, held, is_continued=is_continued or bool(parts)))
            held = []
        held.append(item)
    parts.append(_part(each, words, held, is_continued=is_continued or bool(parts)))
    if not is_continued and len(each.items) > len(items):
        note = words.more_in_thread.format(count=len(each.items) - len(items))
        blocks, text = parts[-1]
        parts[-1] = ([*blocks, context(note)], f"{text}\n{note}")
    return parts


def _part(each: SpokenSection, words: DigestWords, items: list[SpokenItem], *, is_continued: bool) -> Part:
    name = words.section[each.kind]
    lead = f"*{name}*" + (f" {words.continued}" if is_continued else "")
    blocks = [section("\n".join([lead, *(_line(item) for item in items)]))]
    if menus := _menus(items, words):
        blocks.append(actions(menus))
    return (blocks, "\n".join([name, *(f"• {item.text}" for item in items)]))


def _line(item: SpokenItem) -> str:
    words = escape(shorten(item.text, LONGEST_ITEM))
    return f"• <{link_target(item.url)}|{words.replace('|', '¦')}>" if item.url else f"• {words}"


def _menus(items: list[SpokenItem], words: DigestWords) -> list[Block]:
    """Return the menus below a part: one to show where a thing stands, one to ask more about it."""
    places = {_value(source): _label(item, source) for item in items for source in item.sources}
    questions = {
        "\n" + shorten(item.question, LONGEST_OPTION_VALUE - 1): item.question
        for item in items
        if item.question
    }
    menus = []
    if places:
        menus.append(_menu(words.show_source, SHOW_SOURCE, places))
    if questions:
        menus.append(_menu(words.ask_more, f"{ANSWER_CHOICE}digest", questions))
    return menus


def _menu(name: str, action_id: str, labels: dict[str, str]) -> Block:
    options = [{"text": plain(label, LONGEST_OPTION), "value": value} for value, label in labels.items()]
    return {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": plain(name, LONGEST_OPTION),
        "options": options[:100],
    }


def _value(source: SourceQuote) -> str:
    return SourcePlace.of(source.document.id, source.span.start, source.span.end, source.quote).encode()


def _label(item: SpokenItem, source: SourceQuote) -> str:
    return f"{shorten(item.text, 40)} ({place_of(source)})"


def _with_source(item: SpokenItem) -> str:
    places = "; ".join(dict.fromkeys(place_of(source) for source in item.sources))
    return f"{item.text} [{places}]" if places else item.text


def place_of(source: SourceQuote) -> str:
    """Return the name of a source with its page."""
    page = f", {texts.PAGE.format(page=source.page)}" if source.page else ""
    return f"{source.document.name}{page}"
