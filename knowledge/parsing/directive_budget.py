"""A directive's budget: the amounts of its lines and posts, and what else it says of the money."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, Section
from knowledge.facts import AmountFact, FocusFact
from knowledge.parsing.amounts import amounts_in, period_near
from knowledge.parsing.columns import period_in
from knowledge.parsing.role_lines import is_role_line
from knowledge.parsing.unfilled import says_nothing

_UNIT = re.compile(r"\b(?:mnkr|mkr|tkr|kkr|kronor|kr)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[+−–-]?\s?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?")
_TOTAL = re.compile(r"(?:Summa|Totalt?|Total summa)(?:\s(?:kostnad|budget)(?:er)?)?", re.IGNORECASE)
_PAIR = 2


def budget_of(section: Section, subject: str, trail: str, name: str) -> Iterator[AmountFact | FocusFact]:
    """Yield the money of a section whose heading is `name`, each amount under what it is for."""
    unit = _UNIT.search(name)
    for block in section.blocks:
        post = _post(block) if unit is not None else None
        if unit is not None and post is not None:
            of_all = _TOTAL.fullmatch(post[0]) is not None
            yield AmountFact(
                span=block.span,
                subject=f"{name}: {subject}" if of_all else post[0],
                section=trail,
                amount=f"{post[1]} {unit.group()}",
                period=period_in(name),
            )
            continue
        if block.is_header or says_nothing(block) or is_role_line(block):
            continue
        amounts = list(amounts_in(block.text))
        for match in amounts:
            about = (
                block.text[: match.start()].strip(" :–-|")
                if len(amounts) == 1 and (":" in block.text[: match.start()] or block.cells)
                else ""
            )
            yield AmountFact(
                span=block.span,
                subject=about if 3 < len(about) < 120 else f"{name}: {subject}",
                section=trail,
                amount=match.group().strip(),
                period=period_near(block.text, match.start()),
            )
        if not amounts:
            yield FocusFact(span=block.span, subject=subject, section=trail, label=name, text=block.text)


def _post(block: Block) -> tuple[str, str] | None:
    """Return the name and the figure of a row that holds nothing else; the first row may have been taken for a header."""
    cells = [cell.text.strip() for cell in block.cells if cell.text.strip()]
    if len(cells) == _PAIR and _FIGURE.fullmatch(cells[1]) and not _FIGURE.fullmatch(cells[0]):
        return cells[0], cells[1]
    return None
