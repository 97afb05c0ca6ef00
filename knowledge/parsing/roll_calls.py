"""Roll calls: how each member voted, by a list with a line a member, a voting list or a table with a column a way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.parsing.minutes_stream import Stream, TableRow
from knowledge.parsing.people import is_person
from knowledge.parsing.vote_counts import LABELLED_COUNT


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote; counts are None where the text gives none.

    `ordinal` says which of its matter's votes it is, where a caption counts them ("omröstning 2"); else 0.
    """

    start: int
    end: int
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    absent: int | None = None
    proposition: str = ""
    yes_members: tuple[str, ...] = ()
    no_members: tuple[str, ...] = ()
    abstaining_members: tuple[str, ...] = ()
    absent_members: tuple[str, ...] = ()
    result: str = ""
    ordinal: int = 0


_RECORD = re.compile(
    r"(?P<name>[A-ZÅÄÖÉÖ][^\n\d|()]{2,50}?)[\s|]+\(?(?P<party>[A-ZÅÄÖ]{1,4}|[–-])\)?[\s|]+(?:(?P<seat>\d{1,3})[\s|]+)?"
    r"(?:(?P<role>Ledamot|Ersättare|(?:\d:?[ea]\s+)?(?:v(?:ice|\.)?\s+)?[Oo]rdf\w*|Tjg\.?\s*ers\w*)[\s|]+)?(?P<vote>Ja|Nej|Avstår|Avst|Frånvarande|Frånv|Kvittad)\b"
)
# A roll call with a line a member: the vote before the name, or after it.
_MEMBER_LINE = re.compile(
    r"(?:(?P<before>Ja|Nej|Avstår|Avst|Frånvarande)[:\s|]+)?"
    r"(?P<member>[A-ZÅÄÖÉ][^\n\d|():]{2,50}?\s*\((?:[A-ZÅÄÖ]{1,4}|-)\))(?:,\s*[^\n,|]{3,30}?)?"
    r"(?:[\s|.]+(?P<after>Ja|Nej|Avstår|Avst|Frånvarande))?",
    re.IGNORECASE,
)
_MARK = re.compile(r"^(?:x|✓|✔|1|ja|nej|•|\*|v)$", re.IGNORECASE)
_SHORTEST_ROLL_CALL = 3
FEWEST_RECORDS = 3  # members of a voting list with one record each


def with_records(stream: Stream, votes: list[Vote], start: int, end: int) -> list[Vote]:
    """Read a voting list with one record a member: name, party, seat, role, result."""
    records = list(_RECORD.finditer(stream.text, start, end))
    if len(records) < FEWEST_RECORDS:
        return votes
    named = _by_way(records)
    counts = {
        match["what"].lower()[:4]: int(match["n"])
        for match in LABELLED_COUNT.finditer(stream.text, start, end)
    }
    first_count = next(LABELLED_COUNT.finditer(stream.text, start, end), None)
    begin = first_count.start() if first_count else records[0].start()
    stop = max((m.end() for m in LABELLED_COUNT.finditer(stream.text, start, end)), default=records[-1].end())
    vote = Vote(
        begin,
        stop,
        counts.get("ja", len(named.get("ja", []))),
        counts.get("nej", len(named.get("nej", []))),
        counts.get("avst", len(named.get("avst", []))),
        counts.get("från", len(named.get("från", []))),
        yes_members=named.get("ja", ()),
        no_members=named.get("nej", ()),
        abstaining_members=named.get("avst", ()),
        absent_members=named.get("från", ()),
    )
    same = next((index for index, old in enumerate(votes) if old.yes == vote.yes and old.no == vote.no), None)
    if same is None:
        return [*votes, vote]
    joined = replace(
        votes[same],
        yes_members=vote.yes_members,
        no_members=vote.no_members,
        abstaining_members=vote.abstaining_members,
        absent_members=vote.absent_members,
        abstained=vote.abstained if votes[same].abstained is None else votes[same].abstained,
        absent=vote.absent,
    )
    return [*votes[:same], joined, *votes[same + 1 :]]


def records_in(stream: Stream, start: int, end: int) -> Vote | None:
    """Return the vote whose members stand between two places with one record each, if as many do as make a list."""
    records = list(_RECORD.finditer(stream.text, start, end))
    if len(records) < FEWEST_RECORDS:
        return None
    named = _by_way(records)
    return Vote(
        records[0].start(),
        records[-1].end(),
        yes_members=named.get("ja", ()),
        no_members=named.get("nej", ()),
        abstaining_members=named.get("avst", ()),
        absent_members=named.get("från", ()),
    )


def _by_way(records: Sequence[re.Match[str]]) -> dict[str, tuple[str, ...]]:
    """Return the members of a voting list by the first letters of the way they voted."""
    named: dict[str, tuple[str, ...]] = {}
    for record in records:
        name = " ".join(record["name"].split()).strip(" ,|")
        name = re.sub(r"^(?:Namn|Parti|Plats|Funktion|Resultat|Datum|Ja|Nej|Avstår|Frånvarande)\s+", "", name)
        way = record["vote"].lower()[:4]
        named[way] = (*named.get(way, ()), f"{name} ({record['party']})")
    return named


def member_lines(stream: Stream, start: int, end: int) -> list[Vote]:
    """Read roll calls with a line a member; a member who comes again votes on something else."""
    calls: list[Vote] = []
    members: set[str] = set()
    for line in stream.lines_between(start, end):
        match = _MEMBER_LINE.fullmatch(stream.text, line.start, line.end)
        way = (match["before"] or match["after"] or "").lower() if match else ""
        if match is None or not way or (match["before"] and match["after"]):
            continue
        name = " ".join(match["member"].split())
        if not calls or name in members:
            calls.append(Vote(line.start, line.end, 0, 0))
            members = set()
        members.add(name)
        calls[-1] = replace(with_member(calls[-1], way, name), end=line.end)
    return [call for call in calls if (call.yes or 0) + (call.no or 0) >= _SHORTEST_ROLL_CALL]


def voting_tables(stream: Stream, rows: list[TableRow]) -> list[Vote]:
    """Read tables with a column each for Ja, Nej and Avstår; a header that only a page break repeats starts no new one."""
    tables: list[Vote] = []
    columns: dict[str, int] = {}
    width = last = 0
    for row in rows:
        named = _columns(row.cells)
        found = named or (_columns(row.header) if not columns else {})
        goes_on = found == columns and not stream.text[last : row.start].strip() and tables[-1:]
        last = row.end
        if found:
            columns, width = found, len(row.cells if named else row.header)
            if not goes_on:
                tables.append(Vote(row.start, row.end))
            if named:
                continue
        # figures set with blanks have no cells of their own: "Summa 21 8 2"
        cells = row.cells or tuple(stream.text[row.start : row.end].split())
        if columns and len(cells) == width:
            tables[-1] = _with_row(tables[-1], replace(row, cells=cells), columns)
    return tables


def _columns(cells: tuple[str, ...]) -> dict[str, int]:
    """Find the columns of a voting table by its header: ja, nej, avstår and who stood in for whom."""
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        word = cell.lower().strip(" :")
        if re.match(r"ja(?:-?röst(?:er)?)?$", word):
            found["ja"] = index
        elif re.match(r"nej(?:-?röst(?:er)?)?$", word):
            found["nej"] = index
        elif word.startswith(("avstår", "avst", "nedlagd", "blank")):
            found["avstår"] = index
        elif word == "parti":
            found["party"] = index
        elif word.startswith(("ersättare", "tjänstgörande ersättare")) and index:
            found["substitute"] = index
    return found if {"ja", "nej"} <= found.keys() else {}


def _with_row(table: Vote, row: TableRow, columns: dict[str, int]) -> Vote:
    name = _completed(row.cells[0])
    if "substitute" in columns and is_person(_completed(row.cells[columns["substitute"]])):
        name = _completed(row.cells[columns["substitute"]])
    if (
        "party" in columns
        and "(" not in name
        and re.fullmatch(r"\(?[A-ZÅÄÖ]{1,4}\)?", row.cells[columns["party"]])
    ):
        name = f"{name} ({row.cells[columns['party']].strip('()')})"
    ways = [way for way in ("ja", "nej", "avstår") if way in columns and _MARK.match(row.cells[columns[way]])]
    if re.match(r"(?:summa|totalt|antal|resultat)\b", row.cells[0], re.IGNORECASE):
        return _with_sums(table, row, columns)
    if columns.get("party") == 0 or (len(row.cells[0]) < 3 and not ways):
        return table  # a row that counts a party's votes, or no name
    if len(ways) != 1 or not name:
        return table
    return replace(with_member(table, ways[0], name), end=row.end)


def _with_sums(table: Vote, row: TableRow, columns: dict[str, int]) -> Vote:
    """Take the counts from the last row of a table that counts each party's votes and names nobody."""
    sums = {
        way: int(row.cells[place]) for way, place in columns.items() if row.cells[place].strip().isdigit()
    }
    if table.yes_members or table.no_members or not {"ja", "nej"} <= sums.keys():
        return table
    return replace(table, end=row.end, yes=sums["ja"], no=sums["nej"], abstained=sums.get("avstår"))


def with_member(vote: Vote, way: str, name: str) -> Vote:
    """Add a member who voted one way, or was away, to a vote."""
    if way == "ja":
        members = (*vote.yes_members, name)
        return replace(vote, yes_members=members, yes=len(members), no=vote.no or 0)
    if way == "nej":
        members = (*vote.no_members, name)
        return replace(vote, no_members=members, no=len(members), yes=vote.yes or 0)
    if way.startswith("från"):
        members = (*vote.absent_members, name)
        return replace(vote, absent_members=members, absent=len(members))
    members = (*vote.abstaining_members, name)
    return replace(vote, abstaining_members=members, abstained=len(members))


def _completed(name: str) -> str:
    """Close a bracket that the source left open ("Tina Hald (SD")."""
    name = re.sub(r"\s*<br\s*/?>\s*", " ", name).strip()
    return f"{name})" if name.count("(") > name.count(")") else name
