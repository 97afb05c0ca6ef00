"""The fields by which a channel and a person choose their weekly digest: when, in what language, of what."""

from collections.abc import Collection

from bot import texts
from bot.actions import (
    FIELD_ASSIGNMENTS,
    FIELD_BOARDS,
    FIELD_DIGEST_DAY,
    FIELD_DIGEST_HOUR,
    FIELD_DIGEST_LANGUAGE,
)
from bot.outgoing import Block
from bot.status_drafts import Candidate
from bot.views.elements import MOST_OPTIONS, field, many_of, menu, radio_buttons

LONGEST_VALUE = 150  # Slack's limit for an option's value


def when(weekday: int, hour: int) -> list[Block]:
    """Return the fields for weekday and hour."""
    days = {day: str(number) for number, day in enumerate(texts.WEEKDAYS)}
    hours = {f"{each:02}:00": str(each) for each in range(24)}
    return [
        field(FIELD_DIGEST_DAY, texts.CHANNEL_DIGEST_DAY, menu(days, str(weekday))),
        field(FIELD_DIGEST_HOUR, texts.CHANNEL_DIGEST_HOUR, menu(hours, str(hour))),
    ]


def language(chosen: str) -> Block:
    """Return the field for the language."""
    buttons = radio_buttons(texts.DIGEST_LANGUAGES, chosen)
    return field(FIELD_DIGEST_LANGUAGE, texts.CHANNEL_DIGEST_LANGUAGE, buttons)


def boards(names: tuple[str, ...], chosen: tuple[str, ...], hint: str) -> list[Block]:
    """Return the field for boards; nothing when none is known."""
    if not names:
        return []
    element = many_of(named(names, chosen), chosen, texts.CHANNEL_ALL_BOARDS)
    return [{**field(FIELD_BOARDS, texts.CHANNEL_BOARDS, element, hint), "optional": True}]


def assignments(known: tuple[Candidate, ...], chosen: Collection[int], label: str, hint: str) -> list[Block]:
    """Return the field for assignments; nothing when none is known."""
    if not known:
        return []
    titles = {str(each.id): each.title for each in sorted(known, key=lambda each: each.title.casefold())}
    element = many_of(titles, [str(each) for each in chosen], texts.DIGEST_NO_ASSIGNMENTS)
    return [{**field(FIELD_ASSIGNMENTS, label, element, hint), "optional": True}]


def named(names: tuple[str, ...], chosen: tuple[str, ...]) -> dict[str, str]:
    """Return the names that one menu can hold, those chosen before first, each once."""
    ordered = dict.fromkeys((*(name for name in chosen if name), *names))
    held = [name for name in ordered if len(name) <= LONGEST_VALUE]
    return {name: name for name in held[: MOST_OPTIONS - 1]}
