"""Who sat at a meeting: chair, secretary, adjusters, those present and away, and who presented a matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts import Role
from knowledge.parsing.minutes_stream import Stream
from knowledge.parsing.people import NAME_WITH_PARTY, is_person, people_in, untitled


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody's part in the meeting and the words that say so."""

    start: int
    end: int
    role: Role
    holder: str
    detail: str = ""


_BARE = r"(?!(?:Handläggare|Ordförande|Sekreterare|Plats|Vid)\b)[A-ZÅÄÖÉÜ][\wåäöéüÅÄÖ'’-]+(?:(?:[ ]+|\n(?!\n))(?!(?:Utfärdat|Telefon|Tel|Datum|Diarienummer|E-post|Dnr|Mobil|Sida|Ledamöter|Ersättare|Justera\w*|Ordförande|Sekreterare|Tjänste\w+|Beslut\w*)\b)(?:[A-ZÅÄÖÉÜ][\wåäöéüÅÄÖ'’-]*|af|av|von|de)){1,3}"
_NAME = rf"(?:{NAME_WITH_PARTY}|{_BARE})"
_CHAIR = re.compile(
    rf"(?<![Vv]ice )(?<![Vv]\. )\b[Oo]rdföranden?:?(?:[ \t]+|\n(?!\n))(?P<who>{NAME_WITH_PARTY}|{_BARE})(?=[\s,.:;)]|$)|(?P<who2>{NAME_WITH_PARTY}|{_BARE}),\s*ordförande\b(?!\s+[A-ZÅÄÖa-zåäö]*(?:nämnden|styrelsen|strateg))"
)
# A name with its party needs no comma, and may stand in a line of many.
_CHAIR_OF_PARTY = re.compile(
    rf"(?P<who>{NAME_WITH_PARTY}),?[ \t]+\(?(?:ordförande|ordf\b\.?)(?![\w-])(?!\s+(?:i|för|av)\s)"
)
_CHAIR_ACTS = re.compile(
    rf"(?<![Vv]ice )\b[Oo]rdföranden?:?(?:[ \t]+|\n(?!\n))(?P<who>{NAME_WITH_PARTY}|{_BARE}),?\s+(?:\([A-ZÅÄÖ]+\)\s+)?(?:finner|ställer|frågar|förklara\w*|öppna\w*|hälsa\w*|inled\w*|avslut\w*|konstaterar|redovisar|informerar)\b"
)
# In columns run together a title or a heading tells where the name that follows it begins.
_CHAIR_IN_COLUMNS = re.compile(
    rf"(?:\bVD|\b[\wåäö]*(?:direktör|chef)|\b[Ll]edamöter|\bNärvarande:?|\bBeslutande:?|\bDeltagare:?|\bStyrelsen?:?)\s+(?!VD\b)(?P<who>{_BARE}),\s*ordförande\b(?!\s+i\b)"
)
# How many characters besides the label and the name a line may hold.
_ROOM = 60
_SECRETARY = re.compile(
    rf"\b(?:[Ss]ekreterare|[Pp]rotokollförare|[Vv]id\s+protokollet)\b[\s:_.…]*(?P<who>{_BARE})|(?P<who2>{_BARE}),\s*(?:\w+\s+)?(?:sekreterare|protokollförare|nämndsekreterare)\b"
)
_ADJUSTER = re.compile(
    rf"\b(?:[Jj]ustera(?:nde|re)|[Uu]tses\s+att\s+justera|[Uu]tsedd\s+att\s+justera|[Ll]edamot\s+att\s+justera)\b[\s:_.…]*(?P<who>{_NAME}(?:(?:,|\s+och)\s+{_NAME})*)|"
    rf"\bjustera\b[^.\n]{{0,80}}?\b(?:utsågs|utses|väljs|valdes|utser)\s+(?P<who2>{_NAME}(?:(?:,|\s+och)\s+{_NAME})*)|"
    rf"\b(?P<who3>{_NAME}(?:(?:,|\s+och)\s+{_NAME})*)\s+(?:utses|utsågs|väljs|valdes)\s+(?:till\s+|att\s+)(?:\w+\s+){{0,3}}(?:justera\w*|justerare|justeringsperson\w*)|"
    rf"\b(?P<who5>{_NAME}(?:(?:,|\s+och)\s+{_NAME})*)\s+(?:utses|utsågs|väljs|valdes)\s+att\b[^.\n]{{0,60}}?\bjustera\b|"
    rf"\b(?:utser|utsåg|väljer)\s+(?P<who4>{_NAME}(?:(?:,|\s+och)\s+{_NAME})*)\s+(?:till|att)\s+(?:\w+\s+){{0,3}}(?:justera\w*|justerare|justeringsperson\w*)"
)
_ABSENT = re.compile(
    r"(?:^|\n|\)\s)\s*(?:Frånvarande|Förhinder|Anmält\s+förhinder|Ej\s+närvarande)\s*:\s*(?P<list>[^\n]+(?:\n(?!\n)[^\n]+){0,3})|"
    r"noterades\s+att\s+(?P<list2>[^.]{3,160}?)\s+(?:har\s+)?anmält\s+(?:förhinder|frånvaro)"
)
# What follows the list on its line, and who sits in the place of somebody who is away.
_SENTENCE_END = re.compile(r"(?<=[a-zåäö)])\.\s(?=[A-ZÅÄÖ])")
_IN_THEIR_PLACE = re.compile(rf"[,(]?\s*(?:som\s+)?(?:ersätts|ersattes|ersatt)\s+av\s+{_NAME}\)?")
_HANDLER = re.compile(
    rf"\b(?P<label>[Hh]andläggare|[Ff]öredragande(?:\s+tjänste\w+)?|[Ff]öredragning|[Kk]ontaktperson|[Uu]tredare)\s*:\s*(?P<who>(?:{_BARE})(?:,\s*(?:[A-ZÅÄÖ]{{2,6}}\b|[a-zåäö]+(?:\s+[a-zåäö]+)?(?=\s|,|\.|$)))*(?:(?:,\s*|\s+(?:och|samt)\s+){_BARE}(?:,\s*[\wÅÄÖåäö]+)*)*)"
)
_PRESENTS = re.compile(
    rf"(?P<who>{_BARE}(?:(?:,\s*[a-zåäö][\wåäö -]{{2,40}})?(?:,|\s+och|\s+samt)\s+{_BARE})*(?:,\s*[a-zåäö][\wåäö -]{{2,40}},?)?)\s+(?:föredrar|föredrog|informerar|informerade|redogör|redogjorde|redovisar|redovisade|presenterar|presenterade)\b"
)
_ATTENDEE_HEADING = re.compile(
    r"(?:Närvarande|Beslutande|Ledamöter|Tjänstgörande\s+ersättare|Ersättare|Övriga(?:\s+(?:närvarande|deltagare))?|Deltagare|Deltagande)\b\s*:?",
    re.IGNORECASE,
)
# In columns run together names and titles change places, so a bare name counts on a line of its own only.
_WHOLE_LINE = re.compile(rf"^(?P<who>{_BARE})(?:,[ ][^\n]{{2,60}})?$", re.MULTILINE)
_LISTED = re.compile(
    r"^(?:Deltagare|Närvarande|Deltagande|Beslutande|Medverkande)\s*:\s*(?P<list>[^\n]{5,400})$", re.MULTILINE
)
_RESPONSIBLE = re.compile(r"^Ansvariga?\s*:\s*(?P<who>[A-ZÅÄÖ][^\n]{2,80})$", re.MULTILINE)
_WRITES = re.compile(r"[Ss]ekreterare|[Pp]rotokollf|[Vv]id\s+protokollet")
_ADJUSTS = re.compile(r"[Jj]uster")
_ELECTS = re.compile(r"\b(?:utsågs|utses|väljs|valdes|utser|utsåg|väljer)\b")
_SPLIT = re.compile(r",\s*|\s+(?:och|samt)\s+|\n+|\s{3,}")


def attendance_in(stream: Stream, opening_end: int) -> Iterator[Attendance]:
    """Yield who sat in which chair; lists of those present are read before `opening_end` only."""
    seen: set[tuple[Role, str]] = set()
    for found in (*_seats(stream), *_absent(stream), *_present(stream, opening_end)):
        key = (found.role, re.sub(r"\s*\([^)]*\)$", "", found.holder))
        if key not in seen and (
            found.role is not Role.ATTENDEE or not any(name == key[1] for _, name in seen)
        ):
            seen.add(key)
            yield found


def handlers_in(stream: Stream, start: int, end: int) -> Iterator[Attendance]:
    """Yield who handles or presents a matter, between two places."""
    for match in _RESPONSIBLE.finditer(stream.text, start, end):
        yield Attendance(
            match.start(), match.end(), Role.RESPONSIBLE, " ".join(match["who"].split()).rstrip(".")
        )
    seen: set[str] = set()
    for pattern in (_HANDLER, _PRESENTS):
        for match in pattern.finditer(stream.text, start, end):
            label = match["label"] if pattern is _HANDLER else match[0].split()[-1]
            for person in re.findall(_BARE, match["who"]):
                name = untitled(" ".join(person.split()))
                if name and name not in seen and is_person(name) and not _is_body(name):
                    seen.add(name)
                    yield Attendance(match.start(), match.end(), Role.HANDLER, name, label.lower())


def _seats(stream: Stream) -> Iterator[Attendance]:
    text = stream.text
    if "rdförande" in text or "ordf" in text:
        chair = _CHAIR_ACTS.search(text) or next(
            (m for m in _CHAIR.finditer(text) if _alone(stream, m)),
            _CHAIR_OF_PARTY.search(text) or _CHAIR_IN_COLUMNS.search(text),
        )
        if chair:
            yield from _of(chair, Role.CHAIR)
    for pattern, role, word in ((_SECRETARY, Role.SECRETARY, _WRITES), (_ADJUSTER, Role.ADJUSTER, _ADJUSTS)):
        for start, end in _around(text, word):
            for match in pattern.finditer(text, start, end):
                if _alone(stream, match) or _ELECTS.search(match[0]):
                    yield from _of(match, role)


def _around(text: str, word: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs, with the one that follows, in which a word stands, each once."""
    done = 0
    for match in word.finditer(text):
        if match.start() < done:
            continue
        start = max(text.rfind("\n\n", 0, match.start()), done)
        end = text.find("\n\n", match.end())
        end = text.find("\n\n", end + 2) if end >= 0 else -1
        done = end if end >= 0 else len(text)
        yield start, done


def _alone(stream: Stream, match: re.Match[str]) -> bool:
    """Tell whether a label and name stand on a line of their own; in columns run together names change places."""
    if ":" in match[0]:
        return True
    start = stream.text.rfind("\n", 0, match.start()) + 1
    end = stream.text.find("\n", match.end())
    return (end if end >= 0 else len(stream.text)) - start - (match.end() - match.start()) < _ROOM


def _of(match: re.Match[str], role: Role) -> Iterator[Attendance]:
    who = next(filter(None, match.groups()))
    for name in _names(who):
        yield Attendance(match.start(), match.end(), role, name)


def _absent(stream: Stream) -> Iterator[Attendance]:
    for match in _ABSENT.finditer(stream.text):
        words = _SENTENCE_END.split(_IN_THEIR_PLACE.sub("", match["list"] or match["list2"]))[0]
        for name in _names(words):
            yield Attendance(
                match.start() + len(match[0]) - len(match[0].lstrip()), match.end(), Role.ABSENT, name
            )


def _present(stream: Stream, opening_end: int) -> Iterator[Attendance]:
    """Read lists of those present: names with parties, or names that stand alone on lines or in columns."""
    heading = _ATTENDEE_HEADING.search(stream.text, 0, opening_end)
    if heading is None:
        return
    for match in re.finditer(NAME_WITH_PARTY, stream.text[heading.end() : opening_end]):
        for name in people_in(match[0]):
            yield Attendance(heading.end() + match.start(), heading.end() + match.end(), Role.ATTENDEE, name)
    for listed in _LISTED.finditer(stream.text, 0, opening_end):
        pieces = [piece.strip() for piece in re.split(r",\s*|\s+och\s+", listed["list"]) if piece.strip()]
        if not all(re.fullmatch(rf"{_BARE}(?:\s*\([^)]*\))?", piece) for piece in pieces):
            continue  # titles and places between the names: who is who cannot be told
        for piece in pieces:
            name = re.sub(r"\s*\([^)]*\)$", "", piece)
            is_chair = re.search(r"\(ordf", piece) is not None
            yield Attendance(*listed.span(), Role.CHAIR if is_chair else Role.ATTENDEE, name)
    for row in stream.rows:
        present = next(
            (index for index, title in enumerate(row.header) if title.lower().startswith("närv")), None
        )
        away = present is not None and present < len(row.cells) and not row.cells[present]
        if (
            heading.end() <= row.start < opening_end
            and row.cells
            and not row.is_header
            and is_person(row.cells[0])
            and not away
        ):
            yield Attendance(row.start, row.end, Role.ATTENDEE, row.cells[0])
    for piece in _WHOLE_LINE.finditer(stream.text, heading.end(), opening_end):
        name = untitled(" ".join(piece["who"].split()))
        if is_person(name) and not _is_body(name):
            yield Attendance(piece.start("who"), piece.end("who"), Role.ATTENDEE, name)


def _names(words: str) -> list[str]:
    people = list(people_in(words))
    if people:
        return people
    pieces = (untitled(" ".join(piece.split())).strip(" .:_") for piece in _SPLIT.split(words))
    return [piece for piece in pieces if is_person(piece) and not _is_body(piece)]


def _is_body(name: str) -> bool:
    return bool(
        re.search(
            r"(?:styrelse|nämnd|förvaltning|utskott|kontor|kommun|region|Göteborg|Protokoll|Sammanträd|Ledamöter|Övriga|Förslag|Dnr|Datum|Plats)",
            name,
            re.IGNORECASE,
        )
    )
