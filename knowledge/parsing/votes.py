"""Votes: counts, what Yes and No meant, and the names that a sentence or a roll call gives."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.parsing.minutes_sections import Part, PartKind
from knowledge.parsing.minutes_stream import Stream, sentences
from knowledge.parsing.people import people_in
from knowledge.parsing.roll_calls import LABELLED_COUNT, Vote, member_lines, voting_tables, with_records


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
    rf"\b(?P<n>{_COUNT})\s+(?:st\.?\s+)?(?:[Jj][Aa]\b|ja-?\s?röst\w*|röst\w*\s+(?:för|på)\s+(?:ja|bifall)\b|(?:ledamöter\s+)?röstar\s+ja|för\s+bifall)",
    re.IGNORECASE,
)
_NO = re.compile(
    rf"\b(?P<n>{_COUNT})\s+(?:st\.?\s+)?(?:[Nn]ej\b|nej-?\s?röst\w*|röst\w*\s+(?:för|på)\s+(?:nej|avslag)\b|(?:ledamöter\s+)?röstar\s+nej)",
    re.IGNORECASE,
)
# "Ja 12, Nej 10, Frånvarande 1"
_TALLY = re.compile(
    r"\b(?P<what>Ja|Nej|Avstår|Avstod|Frånv\w*|Nedlagda)\s+(?P<n>\d{1,3})(?=\s*[,.;]|\s+och\b|\s*$)",
    re.IGNORECASE,
)
# "5 för styrelsens förslag och 2 för …", "7 röster mot 4", "röstsiffrorna 7–4": the first wins or is the main proposal
_AGAINST = re.compile(
    rf"\bröst\w*\b.{{0,80}}?\b(?P<yes>{_COUNT})\s+(?:röster\s+)?för\b.{{3,90}}?\b(?:och|mot|medan)\s+(?P<no>{_COUNT})\s+(?:röster\s+)?för\b"
    rf"|\b(?P<yes2>{_COUNT})\s+röster\s+mot\s+(?P<no2>{_COUNT})\b"
    r"|\b(?:röstsiffrorna|rösterna)\s+(?P<yes3>\d{1,3})\s*(?:[–-]|mot)\s*(?P<no3>\d{1,3})\b",
    re.IGNORECASE | re.DOTALL,
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
# "Ja: Ek, Holm, Ås (3)": names without parties, counted.
_COUNTED_NAMES = re.compile(
    r"\s*(?P<what>Ja|Nej|Avstår)\s*:\s*(?P<names>[A-ZÅÄÖ][\wåäöÅÄÖ ,\n-]*?)\s*\((?P<n>\d{1,3})\)[\s.]*"
)
_NEXT_WAY = re.compile(r"\n(?=\s*(?:Ja|Nej|Avstår)\s*:\s*[A-ZÅÄÖ])")
_LISTED = re.compile(
    r"(?:^|\n)\s*(?:Följande\s+(?:ledamöter\s+)?(?:röstar|röstade)\s+)?(?P<what>Ja|Nej|Avstår|JA|NEJ|ja|nej)"
    r"(?:-?röst(?:er)?|\s+röstar|\s+från\s+att\s+rösta)?\s*(?:\((?P<n>\d{1,3})(?:\s+st)?\))?\s*:\s*"
    r"(?P<names>(?:(?!\s*(?:Ja|Nej|Avstår)\s*:)[^\n]*\((?:[A-ZÅÄÖ]{1,4}|-)\)[^\n]*\n?)+)"
)
_RESULT = re.compile(
    r"(?:finner|konstaterar|förklarar|innebär)\s+(?:ordföranden?\s+)?(?:[^.]{0,40}?\s)?att\s+(?P<result>[^.]*?(?:beslut\w*|bif\w+|avsl\w+|anta\w*|återremi\w+)[^.]*)"
    r"|(?P<result2>[A-ZÅÄÖ][^.]{2,80}?\s+(?:beslutar|har\s+(?:därmed\s+|således\s+)?beslutat|beslutade|har\s+därmed\s+\w+)\s+(?:därmed|således|därför|alltså|att|om)\b[^.]*)"
)
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
            ways = [begin, *(match.end() for match in _NEXT_WAY.finditer(stream.text, begin, stop)), stop]
            for first, last in itertools.pairwise(ways):
                _take(stream, first, last, gathered, proposition)
    votes = [_closed(gathering) for gathering in gathered]
    rows = [row for row in stream.rows if start <= row.start < end]
    roll_calls = member_lines(stream, start, end)
    if roll_calls:
        rows = [row for row in rows if not any(call.start <= row.start < call.end for call in roll_calls)]
    else:
        votes = with_records(stream, votes, start, end)
    return _with_named(votes, [*roll_calls, *voting_tables(stream, rows)])


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
    yes, no, listed = _counts(text)
    if yes is not None and no is not None and not roll:
        vote = Vote(
            begin,
            stop,
            yes,
            no,
            listed.get("avs", _number(_ABSTAINED.search(text))),
            listed.get("frå", _number(_ABSENT.search(text))),
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


def _counts(text: str) -> tuple[int | None, int | None, dict[str, int]]:
    """Return the votes for yes and for no in a sentence, and all counts that it labels, by the label's first letters."""
    tally = {match["what"].lower()[:3]: int(match["n"]) for match in _TALLY.finditer(text)}
    listed = tally if {"ja", "nej"} <= tally.keys() else {}
    listed |= {match["what"].lower()[:3]: int(match["n"]) for match in LABELLED_COUNT.finditer(text)}
    yes, no = _number(_YES.search(text)), _number(_NO.search(text))
    against = _AGAINST.search(text) if yes is None and no is None else None
    if against:
        yes, no = (
            _count(next(filter(None, (against[f"{way}{form}"] for form in ("", "2", "3")))))
            for way in ("yes", "no")
        )
    return listed.get("ja", yes), listed.get("nej", no), listed


def _take_count(
    stream: Stream, begin: int, stop: int, gathered: list[_Gathering], proposition: list[tuple[int, int]]
) -> bool:
    """Take a count that stands on a line of its own: "Ja: 9", then "Nej: 6"."""
    match = LABELLED_COUNT.fullmatch(stream.text[begin:stop].strip(" ."))
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
    counted = _COUNTED_NAMES.fullmatch(text)
    if counted:
        names = tuple(" ".join(name.split()) for name in counted["names"].split(",") if name.strip())
        return counted["what"].lower(), names, int(counted["n"])
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
    return None if match is None else _count(match["n"])


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER_WORDS[word.lower()]


def _result(text: str) -> str:
    match = _RESULT.search(text)
    return " ".join((match["result"] or match["result2"]).split()) if match else ""


def _with_named(votes: list[Vote], tables: list[Vote]) -> list[Vote]:
    """Give the votes the names of roll calls and tables; those that fit none are votes of their own."""
    for table in tables:
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
