"""People that a message mentions, by name: Slack writes their ids."""

import re
from dataclasses import dataclass

from bot.errors import SlackUnavailableError
from bot.people import People

_ID = re.compile(r"(?<!\w)@([UW][A-Z0-9]{5,})(?!\w)")  # as bot.typed leaves a mention


@dataclass(frozen=True)
class MentionedPeople:
    """Puts names to ids."""

    people: People

    def named(self, text: str) -> str:
        """Return the words with each person's name in place of the id; an id that Slack has no name for stays."""

        def name(found: re.Match[str]) -> str:
            try:
                known = self.people.member(found[1], "").name
            except SlackUnavailableError:
                return found[0]
            return f"@{known}" if known else found[0]

        return _ID.sub(name, text)
