"""SourcePlace: which words of which document a button stands for."""

import zlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A stretch of a document's text, in code points, end exclusive.

    `checksum` is that of the quoted words, so that a document that changed does not show other words as the source.
    """

    document_id: int
    start: int
    end: int
    checksum: int

    @classmethod
    def of(cls, document_id: int, start: int, end: int, quote: str) -> "SourcePlace":
        """Return the place of a quote."""
        return cls(document_id, start, end, checksum(quote))

    def holds(self, quote: str) -> bool:
        """Tell whether these are the words that were quoted."""
        return bool(quote) and checksum(quote) == self.checksum

    def encode(self) -> str:
        """Return the place as a button's value."""
        return f"{self.document_id}:{self.start}:{self.end}:{self.checksum}"

    @classmethod
    def decode(cls, value: str) -> "SourcePlace | None":
        """Return the place that a button's value names, or nothing if it names none."""
        parts = value.split(":")
        if len(parts) != 4 or not all(part.isascii() and part.isdigit() for part in parts):
            return None
        document_id, start, end, check = map(int, parts)
        return cls(document_id, start, end, check) if start <= end else None


def checksum(quote: str) -> int:
    """Return a number that differs when the words do."""
    return zlib.crc32(quote.encode())
