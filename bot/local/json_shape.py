"""Small checks that are put together into the shape of a JSON value, with Slack's words for what is wrong."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

Check = Callable[[object, str], Iterator[str]]
"""Takes a value and its JSON pointer, yields what is wrong with it."""


@dataclass(frozen=True)
class Field:
    """A field of an object."""

    check: Check
    required: bool = False


def wrong(reason: str, pointer: str) -> str:
    """Return an error in Slack's wording."""
    return f"[ERROR] {reason} [json-pointer:{pointer}]"


def string(maximum: int | None = None, minimum: int = 0) -> Check:
    """Accept a text of these lengths."""

    def check(value: object, pointer: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield wrong("must be a string", pointer)
        elif len(value) < minimum:
            yield wrong(f"must be more than {minimum - 1} characters", pointer)
        elif maximum is not None and len(value) > maximum:
            yield wrong(f"must be less than {maximum + 1} characters", pointer)

    return check


def number(value: object, pointer: str) -> Iterator[str]:
    """Accept a whole or decimal number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield wrong("must be a number", pointer)


def boolean(value: object, pointer: str) -> Iterator[str]:
    """Accept true and false."""
    if not isinstance(value, bool):
        yield wrong("must be a boolean", pointer)


def anything(_value: object, _pointer: str) -> Iterator[str]:
    """Accept whatever comes."""
    yield from ()


def one_of(*allowed: str) -> Check:
    """Accept one of these words."""

    def check(value: object, pointer: str) -> Iterator[str]:
        if value not in allowed:
            yield wrong(f"must be a valid enum value, one of: {', '.join(allowed)}", pointer)

    return check


def array(item: Check, maximum: int | None = None, minimum: int = 0) -> Check:
    """Accept a list of this many items."""

    def check(value: object, pointer: str) -> Iterator[str]:
        if not isinstance(value, list | tuple):
            yield wrong("must be an array", pointer)
            return
        if len(value) < minimum:
            yield wrong(f"no less than {minimum} items allowed", pointer)
        if maximum is not None and len(value) > maximum:
            yield wrong(f"no more than {maximum} items allowed", pointer)
        for index, one in enumerate(value):
            yield from item(one, f"{pointer}/{index}")

    return check


def shape(fields: Mapping[str, Field]) -> Check:
    """Accept an object with these fields and no others; an absent value may also be null."""

    def check(value: object, pointer: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield wrong("must be an object", pointer)
            return
        for name, field in fields.items():
            if value.get(name) is not None:
                yield from field.check(value[name], f"{pointer}/{name}")
            elif field.required:
                yield wrong(f"missing required field: {name}", pointer)
        for name in value:
            if name not in fields:
                yield wrong(f"invalid additional property: {name}", pointer)

    return check


def by_type(kinds: Mapping[str, Check]) -> Check:
    """Accept an object whose `type` is known, in that type's shape."""

    def check(value: object, pointer: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield wrong("must be an object", pointer)
            return
        kind = value.get("type")
        if not isinstance(kind, str) or not kind:
            yield wrong("missing required field: type", pointer)
        elif kind not in kinds:
            yield wrong(f"unsupported type: {kind}", f"{pointer}/type")
        else:
            yield from kinds[kind](value, pointer)

    return check


def all_of(*checks: Check) -> Check:
    """Accept what every check accepts."""

    def check(value: object, pointer: str) -> Iterator[str]:
        for one in checks:
            yield from one(value, pointer)

    return check
