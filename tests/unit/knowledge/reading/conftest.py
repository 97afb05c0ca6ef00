"""What the tests of reading share: how a document's blocks are told apart, and that their places hold."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from knowledge.blocks import Block, BlockKind, ReadDocument


def headings(document: ReadDocument) -> list[str]:
    return [block.text for block in document.blocks if block.kind is BlockKind.HEADING]


def assert_places_hold(document: ReadDocument) -> None:
    """Each repaired character stands where its offset says, offsets rise, blocks come in order."""
    blank = {" ", "\t"}
    for block in document.blocks:
        for part in (block.content, *block.cells):
            assert len(part.text) == len(part.offsets)
            assert all(a <= b for a, b in pairwise(part.offsets)), block.text
            for character, offset in zip(part.text, part.offsets, strict=True):
                assert character in blank or document.text[offset] == character, block.text
        assert block.span.quote(document.text)
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)


@pytest.fixture
def holds() -> Callable[[ReadDocument], None]:
    return assert_places_hold


@pytest.fixture
def named() -> Callable[[ReadDocument], list[str]]:
    return headings


@pytest.fixture
def rows() -> Callable[[ReadDocument], list[Block]]:
    return lambda document: [b for b in document.blocks if b.kind is BlockKind.TABLE_ROW]
