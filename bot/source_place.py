"""SourcePlace: which words of which document a button stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A stretch of a document's text, in code points, end exclusive."""

    document_id: int
    start: int
    end: int

    def encode(self) -> str:
        """Return the place as a button's value."""
        return f"{self.document_id}:{self.start}:{self.end}"

    @classmethod
    def decode(cls, value: str) -> "SourcePlace | None":
        """Return the place that a button's value names, or nothing if it names none."""
        parts = value.split(":")
        if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
            return None
        document_id, start, end = map(int, parts)
        return cls(document_id, start, end) if start <= end else None
