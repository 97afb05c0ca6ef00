"""Votes: counts, what Yes and No meant, and the names that a sentence or a roll call gives."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.parsing.minutes_sections import Part, PartKind
from knowledge.parsing.minutes_stream import Stream, sentences
from knowledge.parsing.people import NAMES, listed_names, people_in
from knowledge.parsing.roll_calls import Vote, member_lines, voting_tables, with_records
from knowledge.parsing.vote_counts import LABELLED_COUNT, Counts, counts_in
from knowledge.parsing.voting_lists import VotingList


@dataclass(slots=True)
class _Gathering:
    """A vote being put together, sentence by sentence."""

    start: int
    end: int
    vote: Vote
    open_to_names: bool = True


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
_WAYS = r"(?:Ja|Nej|Avstår|Avstod|Frånvarande|(?<=\d )(?:ja|nej|avstår|frånvarande))"
# "Ja: Ek, Holm, Ås (3)", "Nej-röster: Lund, Vik", "Nej röstar Udd (M) och Vik", "Ja Ek, Holm, Ås": names without parties.
_NAMES_OF_WAY = re.compile(
    rf"\s*(?:[^:.\n]{{0,30}}röst[^:.\n]{{0,30}}:\s*)?(?:(?P<n3>\d{{1,3}}) )?(?P<what>{_WAYS})(?:-?\s?röst(?:er)?)?\s*(?:\((?P<n>\d{{1,3}})(?:\s+st)?\))?\s*"
    rf"(?P<told>(?:röstar|röstade)\s*:?|:)?\s*(?P<names>{NAMES})\s*(?:\((?P<n2>\d{{1,3}})(?:\s+st)?\))?[\s.]*"
)
_NEXT_WAY = re.compile(
    rf"\n(?=\s*(?:\d{{1,3}} )?{_WAYS}(?:-?\s?röst(?:er)?)?\s*(?:\(\d{{1,3}}(?:\s+st)?\))?\s*:\s*[A-ZÅÄÖ]"
    r"|[A-ZÅÄÖ]\w+\s+(?:har|finner|beslutar|konstaterar)\b)"
)
_FEWEST_UNMARKED = 3  # names in a row that stand by a way with neither count, verb nor colon
_LISTED = re.compile(
    r"(?:^|\n)\s*(?:Följande\s+(?:ledamöter\s+)?(?:röstar|röstade)\s+)?(?P<what>Ja|Nej|Avstår|JA|NEJ|ja|nej)"
    r"(?:-?röst(?:er)?|\s+röstar|\s+från\s+att\s+rösta)?\s*(?:\((?P<n>\d{1,3})(?:\s+st)?\))?\s*:\s*"
    r"(?P<names>(?:(?!\s*(?:Ja|Nej|Avstår)\s*:)[^\n]*\((?:[A-ZÅÄÖ]{1,4}|-)\)[^\n]*\n?)+)"
)
_RESULT = re.compile(
    r"(?:finner|konstaterar|förklarar|innebär)\s+(?:ordföranden?\s+)?(?:[^.]{0,40}?\s)?att\s+(?P<result>[^.]*?(?:beslut\w*|bif\w+|avsl\w+|anta\w*|återremi\w+)[^.]*)"
    r"|(?P<result2>[A-ZÅÄÖ][^.]{2,80}?\s+(?:beslutar|har\s+(?:därmed\s+|således\s+)?beslutat|beslutade|har\s+därmed\s+\w+)\s+(?:därmed|således|därför|alltså|att|om)\b[^.]*)"
)
_SUMS_UP = re.compile(r"\s*(?:Summa|Totalt|Resultat)\b", re.IGNORECASE)
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


def votes_in(
    stream: Stream,
    parts: Iterable[Part],
    start: int,
    end: int,
    paragraph: str = "",
    lists: Sequence[VotingList] = (),
) -> list[Vote]:
    """Return the votes of a matter in order, with names from roll calls, tables and the minutes' voting `lists`."""
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
    roll_calls = member_lines(stream, start, end)
    taken = [(call.start, call.end) for call in roll_calls] + [(each.start, each.end) for each in lists]
    rows = [
        row
        for row in stream.rows
        if start <= row.start < end and not any(begin <= row.start < stop for begin, stop in taken)
    ]
    if not any(start <= begin < end for begin, _ in taken):
        votes = with_records(stream, votes, start, end)
    own = [vote for each in lists for named, vote in each.votes.items() if paragraph.endswith(named)]
    own += [vote for each in lists if start <= each.start < end for vote in each.others]
    tables = [
        _said(stream, each, proposition) if each.yes is not None and not each.yes_members else each
        for each in voting_tables(stream, rows)
    ]
    return _with_named(votes, [*roll_calls, *tables, *own])


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
    counts = counts_in(text)
    if counts.yes is not None and counts.no is not None and not roll:
        vote = _said(stream, _vote(begin, stop, counts, _result(text)), proposition)
        if (
            gathered
            and gathered[-1].open_to_names
            and gathered[-1].vote.yes in {None, vote.yes}
            and not vote.proposition
            and begin - gathered[-1].end < 500
        ):
            gathered[-1] = _Gathering(gathered[-1].start, stop, _joined(gathered[-1].vote, vote))
        elif _SUMS_UP.match(text) and (told := _told_before(gathered, vote)):
            told.vote = _joined(told.vote, vote)
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


def _vote(begin: int, stop: int, counts: Counts, result: str) -> Vote:
    return Vote(
        begin,
        stop,
        counts.yes,
        counts.no,
        counts.abstained,
        counts.absent,
        yes_members=counts.yes_members,
        no_members=counts.no_members,
        abstaining_members=counts.abstaining_members,
        absent_members=counts.absent_members,
        result=result,
    )


def _joined(old: Vote, new: Vote) -> Vote:
    """Return a vote with what the same vote says when it is told again."""
    return replace(
        old,
        yes=new.yes,
        no=new.no,
        abstained=old.abstained if new.abstained is None else new.abstained,
        absent=old.absent if new.absent is None else new.absent,
        yes_members=old.yes_members or new.yes_members,
        no_members=old.no_members or new.no_members,
        abstaining_members=old.abstaining_members or new.abstaining_members,
        absent_members=old.absent_members or new.absent_members,
        result=new.result or old.result,
    )


def _told_before(gathered: list[_Gathering], vote: Vote) -> _Gathering | None:
    """Return the vote of the same counts that a line of sums repeats."""
    counts = (vote.yes, vote.no)
    return next((each for each in gathered if (each.vote.yes, each.vote.no) == counts), None)


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
    counts, result = counts_in(text), _result(text)
    tells = counts.abstained is not None or counts.absent is not None or bool(counts.abstaining_members)
    if not tells and not result:
        return
    vote = last.vote
    last.vote = replace(
        vote,
        abstained=vote.abstained if counts.abstained is None else counts.abstained,
        absent=vote.absent if counts.absent is None else counts.absent,
        abstaining_members=vote.abstaining_members or counts.abstaining_members,
        absent_members=vote.absent_members or counts.absent_members,
        result=vote.result or result,
    )
    if tells or len(text) < 260:
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
    of_way = _NAMES_OF_WAY.fullmatch(" ".join(text.split()))
    if of_way:
        names = listed_names(of_way["names"])
        count = of_way["n"] or of_way["n2"] or of_way["n3"]
        if count or len(names) >= (1 if of_way["told"] else _FEWEST_UNMARKED):
            return of_way["what"].lower(), names, int(count) if count else None
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
    members = {"ja": vote.yes_members, "nej": vote.no_members, "frånvarande": vote.absent_members}
    return bool(members.get(what, vote.abstaining_members))


def _counted(vote: Vote, what: str, names: tuple[str, ...], count: int | None) -> Vote:
    number = count if count is not None else len(names)
    if what == "ja":
        return replace(vote, yes_members=names, yes=number if vote.yes is None else vote.yes)
    if what == "nej":
        return replace(vote, no_members=names, no=number if vote.no is None else vote.no)
    if what == "frånvarande":
        return replace(vote, absent_members=names, absent=number if vote.absent is None else vote.absent)
    return replace(
        vote, abstaining_members=names, abstained=number if vote.abstained is None else vote.abstained
    )


def _result(text: str) -> str:
    match = _RESULT.search(text)
    return " ".join((match["result"] or match["result2"]).split()) if match else ""


def _with_named(votes: list[Vote], tables: list[Vote]) -> list[Vote]:
    """Give the votes the names of roll calls and tables; those that fit none are votes of their own."""
    for table in tables:
        if not (table.yes_members or table.no_members):
            if table.yes is not None and not any(
                (each.yes, each.no) == (table.yes, table.no) for each in votes
            ):
                votes = [*votes, table]
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
    if 0 < table.ordinal <= len(votes):
        return table.ordinal - 1
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
        absent=vote.absent if vote.absent is not None else (table.absent or None),
        absent_members=vote.absent_members or table.absent_members,
    )
