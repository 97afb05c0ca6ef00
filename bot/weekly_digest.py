"""WeeklyDigest: what a channel is told once a week, in sentences."""

from dataclasses import dataclass

from knowledge.digest import DigestKind, Week


@dataclass(frozen=True, slots=True)
class SpokenSection:
    """A part of the digest; each item is one plain sentence."""

    kind: DigestKind
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeeklyDigest:
    """The digest of one week; sections without items are left out."""

    week: Week
    sections: tuple[SpokenSection, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has happened and nothing lies ahead."""
        return not self.sections
