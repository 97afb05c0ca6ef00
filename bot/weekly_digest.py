"""WeeklyDigest: what somebody is told once a week, in sentences; and who wants it, of what and when."""

from dataclasses import dataclass
from datetime import datetime

from bot.digest_times import DigestTime
from knowledge.digest import DigestKind, Week
from knowledge.entries import SourceQuote


@dataclass(frozen=True, slots=True)
class DigestSubscription:
    """A channel or a person (`place` is its id) that wants the digest.

    It is about the boards and assignments that were chosen and those that a person follows; about all when there are none.
    Nothing that was due before `since` is sent.
    """

    team: str
    place: str
    boards: tuple[str, ...] = ()
    assignments: tuple[int, ...] = ()
    when: DigestTime = DigestTime()  # noqa: RUF009 - a frozen value
    language: str = "sv"
    since: datetime | None = None
    organisation: str = ""
    followed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SpokenItem:
    """One thing as a plain sentence, where it stands, and a question by which to learn more.

    `url` is where the document itself is published, when the thing is a document.
    """

    text: str
    sources: tuple[SourceQuote, ...] = ()
    question: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class SpokenSection:
    """A part of the digest."""

    kind: DigestKind
    items: tuple[SpokenItem, ...]


@dataclass(frozen=True, slots=True)
class WeeklyDigest:
    """The digest of one week; sections without items are left out."""

    week: Week
    sections: tuple[SpokenSection, ...]
    language: str = "sv"

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has happened and nothing lies ahead."""
        return not self.sections
