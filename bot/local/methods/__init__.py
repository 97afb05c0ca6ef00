"""The Web API's methods, one file per family."""

from bot.local.method import Method
from bot.local.methods import assistant, chat, conversations, directory, files, reactions, streams, views


def all_methods() -> dict[str, Method]:
    """Return every method by its name."""
    families = (assistant, chat, conversations, directory, files, reactions, streams, views)
    return {name: method for family in families for name, method in family.METHODS.items()}
