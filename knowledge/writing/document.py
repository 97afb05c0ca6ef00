"""WrittenDocument: a document as it is written, whatever file it becomes."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the document's title is level 0, its parts level 1 and on."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text; `lead` are words before it that stand out."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption, which is shown unless a heading says the same."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shows_caption: bool = True

    def __post_init__(self) -> None:
        """Refuse a table whose rows do not fit its columns."""
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row has as many cells as there are columns")


@dataclass(frozen=True, slots=True)
class Link:
    """A source with the address where it is published, if it is."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """A numbered list of sources."""

    items: tuple[Link, ...]


Part = Heading | Paragraph | Bullets | Table | Links


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document with its title, who publishes it, as of which day, and its parts in order."""

    title: str
    author: str
    on: date
    parts: tuple[Part, ...]
