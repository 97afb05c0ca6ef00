"""Every kind of fact has a heading in Swedish."""

from typing import get_args

from bot.fact_words import DOCUMENT, HEADING
from knowledge.documents import DocumentKind
from knowledge.facts import Fact


def test_no_kind_is_without_a_heading() -> None:
    kinds = {kind.__dataclass_fields__["kind"].default for kind in get_args(Fact)}
    assert set(HEADING) == kinds
    assert set(DOCUMENT) == set(DocumentKind)
