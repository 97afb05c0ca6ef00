"""A directive's budget: the amounts of its lines and posts, and what else it says of the money."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, Section, Span
from knowledge.facts import AmountFact, FocusFact
from knowledge.parsing.amounts import amounts_in, period_near
from knowledge.parsing.columns import period_in
from knowledge.parsing.role_lines import is_role_line
from knowledge.parsing.unfilled import says_nothing

_UNIT = re.compile(r"\b(?:mnkr|mkr|tkr|kkr|kronor|kr)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[+−–-]?\s?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?")
# The line above posts without columns: "Kostnadsslag Belopp (tkr)", "Post tkr".
_HEAD = re.compile(
    r"[A-ZÅÄÖ][\wåäö]*(?:\s[\wåäö]+)?\s(?:(?:Belopp|Kostnad|Budget|Summa)(?:\s20\d\d)?,?\s)?\(?(?P<unit>mnkr|mkr|tkr|kkr|kronor|kr)\)?",
)
_FLAT_POST = re.compile(
    r"\s*(?P<name>[A-ZÅÄÖ][^\d\n]{1,80}?)\s(?P<figure>[+−–-]?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?)(?=\s[A-ZÅÄÖ]|\s*$)"
)
_TOTAL = re.compile(r"(?:Summa|Totalt?|Total summa)(?:\s(?:kostnad|budget)(?:er)?)?", re.IGNORECASE)
_PAIR, _LONGEST = 2, 160
_Post = tuple[str, str, Span]  # what money is for, the figure, and where both stand


def budget_of(section: Section, subject: str, trail: str, name: str) -> Iterator[AmountFact | FocusFact]:
    """Yield the money of a section whose heading is `name`, each amount under what it is for."""
    unit = _UNIT.search(name)
    is_flat = is_summed = False
    for block in section.blocks:
        head = _HEAD.match(block.text) if not block.cells else None
        if head is not None and (head.end() == len(block.text) or _flat_posts(block, head.end())):
            unit, is_flat = _UNIT.search(head["unit"]), True
        if block.header and _told_by_columns(block):
            continue  # a table of money: its amounts are read by their columns
        posts = _post(block) or (_flat_posts(block, head.end() if head is not None else 0) if is_flat else [])
        if unit is not None and posts:
            for what, figure, span in posts:
                of_all = _TOTAL.fullmatch(what) is not None
                is_summed = is_summed or of_all
                yield AmountFact(
                    span=span,
                    subject=f"{name}: {subject}" if of_all else what,
                    section=trail,
                    amount=f"{figure} {unit.group()}",
                    period=period_in(name),
                )
        if (unit is not None and posts) or (is_flat and head is not None):
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
                subject=about
                if 3 < len(about) < 120
                else block.text[:_LONGEST]
                if is_summed  # what is said below the sum is of parts of it
                else f"{name}: {subject}",
                section=trail,
                amount=match.group().strip(),
                period=period_near(block.text, match.start()),
            )
        if not amounts:
            yield FocusFact(span=block.span, subject=subject, section=trail, label=name, text=block.text)


def _told_by_columns(block: Block) -> bool:
    """Tell whether a row has figures alone beside its name, under columns whose names give their unit."""
    cells = [cell.text.strip() for cell in block.cells[1:] if cell.text.strip()]
    units = [_UNIT.search(name.text) for name in block.header[1:]]
    return bool(cells) and any(units) and all(map(_FIGURE.fullmatch, cells))


def _flat_posts(block: Block, start: int) -> list[_Post]:
    """Return the names and figures of the lines under such a head, which reading may have joined; all of them or none."""
    if block.cells:
        return []
    posts: list[_Post] = []
    while (found := _FLAT_POST.match(block.text, start)) is not None:
        span = block.content.span(found.start("name"), found.end("figure"))
        posts.append((found["name"], found["figure"], span))
        start = found.end()
    return posts if start == len(block.text) else []


def _post(block: Block) -> list[_Post]:
    """Return the name and the figure of a row that holds nothing else; the first row may have been taken for a header."""
    cells = [cell.text.strip() for cell in block.cells if cell.text.strip()]
    if len(cells) == _PAIR and _FIGURE.fullmatch(cells[1]) and not _FIGURE.fullmatch(cells[0]):
        return [(cells[0], cells[1], block.span)]
    return []
