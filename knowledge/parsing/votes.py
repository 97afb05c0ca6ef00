"""Votes: counts, what Yes and No meant, and how each member voted by roll call, table or list."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.parsing.minutes_sections import Part, PartKind
from knowledge.parsing.minutes_stream import Stream, TableRow, sentences
from knowledge.parsing.people import is_person, people_in


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote; counts are None where the text gives none."""

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
    result: str = ""


@dataclass(slots=True)
class _Gathering:
    """A vote being put together, sentence by sentence."""

    start: int
    end: int
    vote: Vote
    open_to_names: bool = True


_NUMBER_WORDS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
    "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17, "arton": 18,
    "nitton": 19, "tjugo": 20,
}  # fmt: skip
_COUNT = r"(?:\d{1,3}|" + "|".join(_NUMBER_WORDS) + r")"
_YES = re.compile(
    rf"\b(?P<n>{_COUNT})\s+(?:st\.?\s+)?(?:[Jj][Aa]\b|ja-?\s?röst\w*|röst\w*\s+(?:för|på)\s+ja|(?:ledamöter\s+)?röstar\s+ja|för\s+bifall)",
    re.IGNORECASE,
)
_NO = re.compile(
    rf"\b(?P<n>{_COUNT})\s+(?:st\.?\s+)?(?:[Nn]ej\b|nej-?\s?röst\w*|röst\w*\s+(?:för|på)\s+nej|(?:ledamöter\s+)?röstar\s+nej)",
    re.IGNORECASE,
)
_ANTAL = re.compile(
    r"\b(?:Antal\s+)?(?P<what>Ja|Nej|Avstår|Avstår\s+från\s+att\s+rösta|Frånv\w*|Nedlagda)(?:-?röster)?\s*:\s*(?P<n>\d{1,3})\b",
    re.IGNORECASE,
)
_ABSTAINED = re.compile(
    rf"\b(?P<n>{_COUNT})\s+(?:ledamot|ledamöter|av\s+ledamöterna|personer)?\s*(?:som\s+)?(?:avstår|avstod|avstått|nedlagda|lade\s+ned|blanka|avstående|lägger\s+ned)",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    rf"\b(?P<n>{_COUNT})\s+(?:ledamot|ledamöter|personer)?\s*(?:är|var)?\s*frånvarande", re.IGNORECASE
)
_PROPOSITION = re.compile(
    r"[”\"“]?\s*(?:[-–−•]\s*)?\bJa(?:-röst)?\s*[,:]?\s*(?:=|(?:för|innebär|betyder|är|till)\b).*|\b[Dd]en\s+som\s+(?:bifaller|röstar|vill|stöder|stödjer|biträder|önskar|är\s+för)\b.*\b(?i:ja|nej)\b.*|"
    r"\butser\b.*\btill\s+ja\b.*|\b[Jj]a-?röst\s+(?:för|innebär|till)\b.*|\b(?:röstar|rösta)\s+ja\s*[,.:]?\s+den\s+som\b.*",
    re.DOTALL,
)
_MEANS_NO = re.compile(
    r"^[\s–−•\-\"”“]*(?:och\s+)?Nej(?:-röst)?\s*[,:]?\s*(?:=|(?:för|innebär|betyder|är|till)\b)|^Den\s+som\b.*\bnej\b",
    re.IGNORECASE | re.DOTALL,
)
_ROLL = re.compile(
    r"(?P<names>[A-ZÅÄÖ].*?)\s*(?:röstar|röstade|rösta|röstat)\s+(?P<what>[Jj][Aa]|[Nn]ej|blankt)\b\s*(?:\((?P<n>\d{1,3})\))?",
    re.DOTALL,
)
_ABSTAINS = re.compile(
    r"(?P<names>[A-ZÅÄÖ].*?)\s+(?:avstår|avstod|avstår\s+från\s+att\s+rösta|lägger\s+ned\s+sin\s+röst)(?:\s+från\s+att\s+rösta)?\s*(?:\((?P<n>\d{1,3})\))?",
    re.DOTALL,
)
_LISTED = re.compile(
    r"(?:^|\n)\s*(?:Följande\s+(?:ledamöter\s+)?(?:röstar|röstade)\s+)?(?P<what>Ja|Nej|Avstår|JA|NEJ|ja|nej)"
    r"(?:-?röst(?:er)?|\s+röstar|\s+från\s+att\s+rösta)?\s*(?:\((?P<n>\d{1,3})(?:\s+st)?\))?\s*:\s*"
    r"(?P<names>(?:[^\n]*\((?:[A-ZÅÄÖ]{1,4}|-)\)[^\n]*\n?)+)"
)
_RECORD = re.compile(
    r"(?P<name>[A-ZÅÄÖÉÖ][^\n\d|()]{2,50}?)[\s|]+\(?(?P<party>[A-ZÅÄÖ]{1,4})\)?[\s|]+(?:(?P<seat>\d{1,3})[\s|]+)?"
    r"(?:(?P<role>Ledamot|Ersättare|(?:\d:?[ea]\s+)?(?:v(?:ice|\.)?\s+)?[Oo]rdf\w*|Tjg\.?\s*ers\w*)[\s|]+)?(?P<vote>Ja|Nej|Avstår|Avst|Frånvarande|Frånv|Kvittad)\b"
)
_RESULT = re.compile(
    r"(?:finner|konstaterar|förklarar|innebär)\s+(?:ordföranden?\s+)?(?:[^.]{0,40}?\s)?att\s+(?P<result>[^.]*?(?:beslut\w*|bif\w+|avsl\w+|anta\w*|återremi\w+)[^.]*)"
    r"|(?P<result2>[A-ZÅÄÖ][^.]{2,80}?\s+(?:beslutar|har\s+(?:därmed\s+|således\s+)?beslutat|beslutade|har\s+därmed\s+\w+)\s+(?:därmed|således|därför|alltså|att|om)\b[^.]*)"
)
_MARK = re.compile(r"^(?:x|✓|✔|1|ja|nej|•|\*|v)$", re.IGNORECASE)
_SILENT = {
    PartKind.DOCUMENTS,
    PartKind.BACKGROUND,
    PartKind.DISPATCH,
    PartKind.EARLIER,
    PartKind.RESERVATION,
    PartKind.STATEMENT,
    PartKind.NOT_PARTICIPATING,
    PartKind.RECUSAL,
}


def votes_in(stream: Stream, parts: Iterable[Part], start: int, end: int) -> list[Vote]:
    """Return the votes of a matter in order, with names from roll calls and tables."""
    gathered: list[_Gathering] = []
    proposition: list[tuple[int, int]] = []
    for part in parts:
        if part.kind in _SILENT or part.in_report:
            continue
        if gathered and part.kind is not PartKind.VOTE:
            gathered[-1].open_to_names = False
        for begin, stop in sentences(stream.text, part.body, part.end):
            _take(stream, begin, stop, gathered, proposition)
    votes = [_closed(gathering) for gathering in gathered]
    votes = _with_records(stream, votes, start, end)
    return _with_tables(votes, [row for row in stream.rows if start <= row.start < end])


def _take(
    stream: Stream, begin: int, stop: int, gathered: list[_Gathering], proposition: list[tuple[int, int]]
) -> None:
    text = stream.text[begin:stop]
    meaning = _PROPOSITION.search(text)
    if meaning or (proposition and _MEANS_NO.match(text)):
        place = begin + (meaning.start() if meaning else 0)
        if proposition and place - proposition[-1][1] < 40:
            proposition[-1] = (proposition[-1][0], stop)
        else:
            proposition.append((place, stop))
        if gathered:
            gathered[-1].open_to_names = False
        return
    roll = _roll(text)
    if len(text) < 30 and not roll and _take_count(stream, begin, stop, gathered, proposition):
        return
    listed = {match["what"].lower()[:3]: int(match["n"]) for match in _ANTAL.finditer(text)}
    yes, no = _number(_YES.search(text)), _number(_NO.search(text))
    yes, no = listed.get("ja", yes), listed.get("nej", no)
    if yes is not None and no is not None and not roll:
        vote = Vote(
            begin,
            stop,
            yes,
            no,
            _number(_ABSTAINED.search(text)),
            _number(_ABSENT.search(text)),
            result=_result(text),
        )
        vote = _said(stream, vote, proposition)
        if (
            gathered
            and gathered[-1].open_to_names
            and gathered[-1].vote.yes in {None, yes}
            and not vote.proposition
            and begin - gathered[-1].end < 500
        ):
            old = gathered[-1].vote
            vote = replace(
                old,
                yes=yes,
                no=no,
                abstained=vote.abstained,
                absent=vote.absent,
                result=vote.result or old.result,
            )
            gathered[-1] = _Gathering(gathered[-1].start, stop, vote)
        else:
            gathered.append(_Gathering(begin, stop, vote))
        return
    if roll:
        what, names, count = roll
        if not (gathered and gathered[-1].open_to_names and not _has(gathered[-1].vote, what)):
            gathered.append(_Gathering(begin, stop, _said(stream, Vote(begin, stop), proposition)))
        last = gathered[-1]
        last.vote, last.end = _counted(last.vote, what, names, count), stop
        return
    if gathered and gathered[-1].open_to_names and begin - gathered[-1].end < 400:
        _add(stream, begin, stop, gathered[-1])


def _take_count(
    stream: Stream, begin: int, stop: int, gathered: list[_Gathering], proposition: list[tuple[int, int]]
) -> bool:
    """Take a count that stands on a line of its own: "Ja: 9", then "Nej: 6"."""
    match = _ANTAL.fullmatch(stream.text[begin:stop].strip(" ."))
    field = {"ja": "yes", "nej": "no", "avst": "abstained", "från": "absent", "nedl": "abstained"}.get(
        match["what"].lower()[:4] if match else "", ""
    )
    if match is None or not field:
        return False
    if not gathered or not gathered[-1].open_to_names or getattr(gathered[-1].vote, field) is not None:
        gathered.append(_Gathering(begin, stop, _said(stream, Vote(begin, stop), proposition)))
    last = gathered[-1]
    last.vote, last.end = _with_count(last.vote, field, int(match["n"])), stop
    return True


def _with_count(vote: Vote, field: str, number: int) -> Vote:
    if field == "yes":
        return replace(vote, yes=number)
    if field == "no":
        return replace(vote, no=number)
    return replace(vote, abstained=number) if field == "abstained" else replace(vote, absent=number)


def _add(stream: Stream, begin: int, stop: int, last: _Gathering) -> None:
    """Take what the sentence after a count adds: who abstained, who was away, and the result."""
    text = stream.text[begin:stop]
    abstained, absent, result = _number(_ABSTAINED.search(text)), _number(_ABSENT.search(text)), _result(text)
    if abstained is None and absent is None and not result:
        return
    vote = last.vote
    last.vote = replace(
        vote,
        abstained=vote.abstained if abstained is None else abstained,
        absent=vote.absent if absent is None else absent,
        result=vote.result or result,
    )
    if abstained is not None or absent is not None or len(text) < 260:
        last.end = stop


def _closed(gathering: _Gathering) -> Vote:
    return replace(gathering.vote, start=min(gathering.start, gathering.vote.start), end=gathering.end)


def _said(stream: Stream, vote: Vote, proposition: list[tuple[int, int]]) -> Vote:
    if not proposition:
        return vote
    start, stop = proposition[-1]
    proposition.clear()
    words = stream.words(start, stop).strip(' ”"“.–−-•')
    near = vote.start - stop < 700
    return replace(vote, proposition=words, start=start if near else vote.start)


def _roll(text: str) -> tuple[str, tuple[str, ...], int | None] | None:
    """Read "A (V), B (S) … röstar Ja (7)": which way, who, how many."""
    match = _LISTED.search(f"\n{text}\n") or _ROLL.search(text)
    if match is None:
        match = _ABSTAINS.search(text)
        if match is None or not people_in(match["names"]) or re.search(r"\bdelta\b|\bbeslut", text):
            return None
        names = people_in(match["names"])
        return "avstår", names, int(match["n"]) if match["n"] else None
    names = people_in(match["names"])
    if not names:
        return None
    return match["what"].lower(), names, int(match["n"]) if match["n"] else None


def _has(vote: Vote, what: str) -> bool:
    return bool({"ja": vote.yes_members, "nej": vote.no_members}.get(what, vote.abstaining_members))


def _counted(vote: Vote, what: str, names: tuple[str, ...], count: int | None) -> Vote:
    number = count if count is not None else len(names)
    if what == "ja":
        return replace(vote, yes_members=names, yes=number if vote.yes is None else vote.yes)
    if what == "nej":
        return replace(vote, no_members=names, no=number if vote.no is None else vote.no)
    return replace(
        vote, abstaining_members=names, abstained=number if vote.abstained is None else vote.abstained
    )


def _number(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    word = match["n"].lower()
    return int(word) if word.isdigit() else _NUMBER_WORDS[word]


def _result(text: str) -> str:
    match = _RESULT.search(text)
    return " ".join((match["result"] or match["result2"]).split()) if match else ""


def _with_records(stream: Stream, votes: list[Vote], start: int, end: int) -> list[Vote]:
    """Read a voting list with one record a member: name, party, seat, role, result."""
    records = list(_RECORD.finditer(stream.text, start, end))
    if len(records) < 3:
        return votes
    named: dict[str, list[str]] = {}
    for record in records:
        name = " ".join(record["name"].split()).strip(" ,|")
        name = re.sub(r"^(?:Namn|Parti|Plats|Funktion|Resultat|Datum|Ja|Nej|Avstår|Frånvarande)\s+", "", name)
        named.setdefault(record["vote"].lower()[:4], []).append(f"{name} ({record['party']})")
    counts = {
        match["what"].lower()[:4]: int(match["n"]) for match in _ANTAL.finditer(stream.text, start, end)
    }
    first_count = next(_ANTAL.finditer(stream.text, start, end), None)
    begin = first_count.start() if first_count else records[0].start()
    stop = max((m.end() for m in _ANTAL.finditer(stream.text, start, end)), default=records[-1].end())
    vote = Vote(
        begin,
        stop,
        counts.get("ja", len(named.get("ja", []))),
        counts.get("nej", len(named.get("nej", []))),
        counts.get("avst", len(named.get("avst", []))),
        counts.get("från", len(named.get("från", []))),
        yes_members=tuple(named.get("ja", ())),
        no_members=tuple(named.get("nej", ())),
        abstaining_members=tuple(named.get("avst", ())),
    )
    same = next((index for index, old in enumerate(votes) if old.yes == vote.yes and old.no == vote.no), None)
    if same is None:
        return [*votes, vote]
    joined = replace(
        votes[same],
        yes_members=vote.yes_members,
        no_members=vote.no_members,
        abstaining_members=vote.abstaining_members,
        absent=vote.absent,
    )
    return [*votes[:same], joined, *votes[same + 1 :]]


def _with_tables(votes: list[Vote], rows: list[TableRow]) -> list[Vote]:
    """Read tables with a column each for Ja, Nej and Avstår, also when a page break has cut them."""
    for table in _voting_tables(rows):
        if not (table.yes_members or table.no_members):
            continue
        index = _vote_of(table, votes)
        if index is None:
            votes = [*votes, table]
        else:
            votes = [*votes[:index], _filled(votes[index], table), *votes[index + 1 :]]
    return votes


def _vote_of(table: Vote, votes: list[Vote]) -> int | None:
    for index, vote in enumerate(votes):
        if vote.yes == len(table.yes_members) and vote.no == len(table.no_members):
            return index
    nameless = [index for index, vote in enumerate(votes) if not vote.yes_members and not vote.no_members]
    return nameless[0] if nameless else None


def _filled(vote: Vote, table: Vote) -> Vote:
    return replace(
        vote,
        yes=table.yes if vote.yes is None else vote.yes,
        no=table.no if vote.no is None else vote.no,
        abstained=vote.abstained if vote.abstained is not None else (table.abstained or None),
        yes_members=vote.yes_members or table.yes_members,
        no_members=vote.no_members or table.no_members,
        abstaining_members=vote.abstaining_members or table.abstaining_members,
    )


def _voting_tables(rows: list[TableRow]) -> list[Vote]:
    tables: list[Vote] = []
    columns: dict[str, int] = {}
    width = 0
    for row in rows:
        found = _columns(row.cells) or (_columns(row.header) if not columns else {})
        if found and found != columns | {"again": 1}:
            if _columns(row.cells):
                columns, width = found, len(row.cells)
                tables.append(Vote(row.start, row.end))
                continue
            columns, width = found, len(row.header)
            tables.append(Vote(row.start, row.end))
        if columns and len(row.cells) == width:
            tables[-1] = _with_row(tables[-1], row, columns)
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
    if re.match(r"(?:summa|totalt|antal|resultat)\b", row.cells[0], re.IGNORECASE) or (
        len(row.cells[0]) < 3 and not ways
    ):
        return table
    if len(ways) != 1 or not name:
        return table
    if ways[0] == "ja":
        members = (*table.yes_members, name)
        return replace(table, yes_members=members, yes=len(members), no=table.no or 0, end=row.end)
    if ways[0] == "nej":
        members = (*table.no_members, name)
        return replace(table, no_members=members, no=len(members), yes=table.yes or 0, end=row.end)
    members = (*table.abstaining_members, name)
    return replace(table, abstaining_members=members, abstained=len(members), end=row.end)


def _completed(name: str) -> str:
    """Close a bracket that the source left open ("Tina Hald (SD")."""
    name = re.sub(r"\s*<br\s*/?>\s*", " ", name).strip()
    return f"{name})" if name.count("(") > name.count(")") else name
