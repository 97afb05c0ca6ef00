"""Documents to blocks: one file per format, and what the formats share by subject."""

from knowledge.reading.formats import READABLE_SUFFIXES, read_document
from knowledge.reading.workers import ReadingPool

__all__ = ["READABLE_SUFFIXES", "ReadingPool", "read_document"]
