"""An answer as a message: the answer first, then notes, then numbered sources with the words they quote."""

from bot import texts
from bot.actions import ANSWER_CHOICE, FEEDBACK, FOLLOW, SHARE_ANSWER, SHOW_SOURCE
from bot.guard import LONGEST_MESSAGE, escape, shorten
from bot.outgoing import Block, Outgoing
from bot.source_place import SourcePlace
from bot.views.elements import actions, button, context, fits_a_table, link_target, marked, section, table
from retrieval.answer import Answer, Citation, CitedPlace

LONGEST_QUOTE = 500
SHORTEST_QUOTE = 80
ROOM_FOR_SOURCES = LONGEST_MESSAGE - 4_500  # the answer, its notes and its buttons take the rest
MOST_SOURCES = 40


def render(answer: Answer, key: str, *, is_private: bool = False) -> Outgoing:
    """Return the message for an answer; `key` names the exchange that its buttons are about.

    One that only the asker sees (`is_private`) can be shared in the channel.
    """
    blocks = _words(answer)
    blocks += [context(f"*{texts.NOTE[note.kind]}:* {escape(note.text)}") for note in answer.notes]
    if answer.choices:
        blocks.append(_choices(answer, key))
    if answer.nearest and not answer.citations:
        names = ", ".join(escape(name) for name in answer.nearest)
        if not all(name in answer.text for name in answer.nearest):
            blocks.append(context(texts.NEAREST.format(documents=names)))
    blocks += _sources(answer.places)
    if further := _further(answer, key, is_private=is_private):
        blocks.append(actions(further))
    blocks.append(feedback(key))
    return Outgoing(plain_text(answer), tuple(blocks))


def shared(answer: Answer, key: str, question: str, sharer: str) -> Outgoing:
    """Return an answer that its asker shares with the channel, with the question before it."""
    asked = texts.SHARED_BY.format(name=escape(sharer), question=escape(shorten(question, 500)))
    shown = render(answer, key)
    return Outgoing(f"{asked}\n{shown.text}", (context(asked), *shown.blocks))


def plain_text(answer: Answer) -> str:
    """Return the answer with its notes and sources as text, for screen readers and notifications."""
    lines = [escape(answer.text)]
    lines += [f"{texts.NOTE[note.kind]}: {escape(note.text)}" for note in answer.notes]
    if answer.citations:
        lines.append(f"{texts.SOURCES}:")
        lines += [f"{number}. {escape(_place(each.main))}" for number, each in enumerate(answer.places, 1)]
    return "\n".join(lines)


def feedback(key: str) -> Block:
    """Return the two feedback buttons of an answer."""
    return {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": FEEDBACK,
                "positive_button": {
                    "text": {"type": "plain_text", "text": texts.FEEDBACK_GOOD},
                    "accessibility_label": texts.FEEDBACK_GOOD,
                    "value": f"good {key}",
                },
                "negative_button": {
                    "text": {"type": "plain_text", "text": texts.FEEDBACK_BAD},
                    "accessibility_label": texts.FEEDBACK_BAD,
                    "value": f"bad {key}",
                },
            }
        ],
    }


def _words(answer: Answer) -> list[Block]:
    """Return the answer itself; what it lists in columns as a table below its first line."""
    if not answer.table or not fits_a_table(answer.table):
        return [section(escape(answer.text))]
    return [section(escape(answer.text.partition("\n")[0])), table(answer.table)]


def _further(answer: Answer, key: str, *, is_private: bool) -> list[Block]:
    """Return the buttons for what can be done with the answer besides checking it."""
    buttons = []
    if answer.assignment_id is not None:
        about = f"{texts.FOLLOW} {answer.subject}".strip()
        buttons.append(button(texts.FOLLOW, FOLLOW, str(answer.assignment_id), spoken=about))
    if is_private:
        buttons.append(button(texts.SHARE, SHARE_ANSWER, key))
    return buttons


def _choices(answer: Answer, key: str) -> Block:
    buttons = [
        button(choice.label, f"{ANSWER_CHOICE}{number}", f"{key}\n{choice.question}", spoken=choice.question)
        for number, choice in enumerate(answer.choices)
    ]
    return actions(buttons)


def _sources(places: tuple[CitedPlace, ...]) -> list[Block]:
    if not places:
        return []
    shown = places[:MOST_SOURCES]
    room = min(LONGEST_QUOTE, max(SHORTEST_QUOTE, ROOM_FOR_SOURCES // len(shown) - 150))
    blocks = [{"type": "context", "elements": [marked(f"*{texts.SOURCES}*")]}]
    for number, cited in enumerate(shown, 1):
        citation = cited.main
        title = escape(shorten(citation.title, 120))
        if citation.url:
            title = f"<{link_target(citation.url)}|{title.replace('|', '¦')}>"
        place = escape(shorten(_place(citation, with_title=False), 120))
        quotes = "\n".join(
            f">{escape(shorten(' '.join(quote.split()), max(SHORTEST_QUOTE, room // len(cited.quotes))))}"
            for quote in cited.quotes
        )
        words = f"{number}. *{title}*{', ' if place else ''}{place}\n{quotes}"
        value = SourcePlace.of(citation.document_id, citation.start, citation.end, citation.quote).encode()
        spoken = f"{texts.SHOW_SOURCE} {number}: {citation.title}"
        blocks.append(section(words, button(texts.SHOW_SOURCE, SHOW_SOURCE, value, spoken=spoken)))
    return blocks


def _place(citation: Citation, *, with_title: bool = True) -> str:
    parts = [citation.title if with_title else "", citation.section]
    parts.append(texts.PAGE.format(page=citation.page) if citation.page else "")
    parts.append(citation.date.isoformat() if citation.date else "")
    return ", ".join(part for part in parts if part)
