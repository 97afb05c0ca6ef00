"""Voting lists: tables that give each member's name and, in a column a vote, the word for how that member voted."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge.parsing.minutes_stream import Stream, TableRow
from knowledge.parsing.roll_calls import Vote, records_in, with_member


@dataclass(frozen=True, slots=True)
class VotingList:
    """A list and its votes: those of a paragraph that its caption names (`votes`), and those of where it stands."""

    start: int
    end: int
    votes: Mapping[str, Vote] = field(default_factory=dict)
    others: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True)
class _Member:
    """One member's name, with the party, and the words of the vote columns that follow it."""

    name: str
    ways: tuple[str, ...]


_WAY = re.compile(r"(?:Ja|Nej|Avst(?:år|od)?\.?|Frånv(?:arande)?\.?)", re.IGNORECASE)
_PARTY = re.compile(r"\(?(?:[A-ZÅÄÖ]{1,4}|[–-])\)?")
_NAME = re.compile(r"[A-ZÅÄÖÉ][^\d|:]{2,60}")
_TITLE = re.compile(r",?\s+\(?(?:v\.?\s+)?ordf(?:örande|\.)?\)?$", re.IGNORECASE)
# "Omröstning 1: § 142 Avfallstaxa": which paragraph a column of the list below is about.
_CAPTION = re.compile(
    r"\b(?:Omröstning|Votering|Omr\.?)\s*(?:nr\.?\s*)?(?P<number>\d{1,2})\s*[:,–-]?\s*\(?(?P<paragraph>§\s*\d{1,4})\b",
    re.IGNORECASE,
)
# "Bilaga 1 Omröstningslista § 142, omröstning 2": which vote of which paragraph the records below are of.
_ANNEX = re.compile(
    r"\b(?:Omröstnings|Voterings|Röst)(?:lista|längd|protokoll|resultat|bilaga)\b[^\n§]{0,40}(?P<paragraph>§\s*\d{1,4})\b"
    r"(?:[^\n]{0,20}?\b(?:omröstning|votering)\s+(?:nr\.?\s*)?(?P<number>\d{1,2})\b)?[^\n]*",
    re.IGNORECASE,
)
_FEWEST = 3  # members of a list
_FAR = 600  # characters between a caption and its list


def voting_lists_in(stream: Stream, paragraphs: Collection[str] = ()) -> tuple[VotingList, ...]:
    """Return the voting lists of minutes that hold `paragraphs`.

    A list goes on over a page break as long as its rows have as many votes.
    """
    runs: list[list[tuple[TableRow, list[_Member]]]] = []
    for row in stream.rows:
        members = list(_members(row.cells))
        if not members:
            continue
        width = len(members[0].ways)
        if not runs or len(runs[-1][-1][1][0].ways) != width or not _adjoins(stream, runs[-1][-1][0], row):
            runs.append([])
        runs[-1].append((row, members))
    tables = [_list(stream, run) for run in runs if sum(len(members) for _, members in run) >= _FEWEST]
    return (*tables, *_annexes(stream, tables, paragraphs))


def _annexes(
    stream: Stream, tables: Sequence[VotingList], paragraphs: Collection[str]
) -> Iterator[VotingList]:
    """Yield the lists with one record a member under a caption that names the paragraph they are of."""
    captions = list(_ANNEX.finditer(stream.text))
    ends = [*(caption.start() for caption in captions[1:]), len(stream.text)]
    for caption, end in zip(captions, ends, strict=False):
        if any(caption.end() <= table.start < end for table in tables):
            continue
        vote = records_in(stream, caption.end(), end)
        if vote is not None and vote.start - caption.end() < _FAR:
            paragraph = " ".join(caption["paragraph"].replace("§", "§ ").split())
            counted = replace(vote, ordinal=int(caption["number"] or 0))
            named = {paragraph: counted} if paragraph in paragraphs else {}
            yield VotingList(caption.start(), vote.end, named, () if named else (counted,))


def _adjoins(stream: Stream, last: TableRow, row: TableRow) -> bool:
    """Tell whether only rows of the same table, such as a header repeated on the next page, part two rows."""
    between = [each for each in stream.lines_between(last.end, row.start) if not each.is_row]
    return not between


def _members(cells: tuple[str, ...]) -> Iterator[_Member]:
    """Yield the members of a row, which may hold several side by side."""
    name, ways = "", []
    for cell in (*cells, ""):
        if _WAY.fullmatch(cell):
            ways.append(cell.lower())
        elif name and ways:
            yield _Member(name, tuple(ways))
            name, ways = "", []
        if name and not ways and _PARTY.fullmatch(cell):
            party = cell.strip("()–-")
            name = f"{name} ({party})" if party else name
        elif not _WAY.fullmatch(cell):
            name, ways = (_TITLE.sub("", cell), []) if _NAME.fullmatch(cell) else ("", [])


def _list(stream: Stream, run: list[tuple[TableRow, list[_Member]]]) -> VotingList:
    start, end = run[0][0].start, run[-1][0].end
    width = len(run[0][1][0].ways)
    votes = [Vote(start, end, 0, 0)] * width
    for member in (member for _, members in run for member in members):
        votes = [with_member(vote, way, member.name) for vote, way in zip(votes, member.ways, strict=False)]
    captions = {
        int(caption["number"]): " ".join(caption["paragraph"].replace("§", "§ ").split())
        for caption in _CAPTION.finditer(stream.text, max(0, start - _FAR), start)
    }
    named = {captions[number]: vote for number, vote in enumerate(votes, 1) if number in captions}
    return VotingList(
        start,
        end,
        named,
        tuple(vote for number, vote in enumerate(votes, 1) if number not in captions),
    )
