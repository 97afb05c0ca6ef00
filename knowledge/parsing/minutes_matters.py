"""Cut minutes into matters: each paragraph (§) or numbered item with its title and case number."""

import itertools
import re
from dataclasses import dataclass

from knowledge.parsing.minutes_sections import PartKind, heading_kind
from knowledge.parsing.minutes_stream import Line, Stream
from knowledge.parsing.minutes_tables import is_table_of_rulings


@dataclass(frozen=True, slots=True)
class Matter:
    """One paragraph of minutes; `start`–`heading_end` is its heading, `heading_end`–`end` what follows."""

    paragraph: str
    title: str
    case_number: str
    start: int
    heading_end: int
    end: int

    @property
    def section(self) -> str:
        """The heading as a reader would cite it: "§ 66 Hemställan …"."""
        return f"{self.paragraph} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where a matter may begin: its number as written and as a number, and where the number's words end."""

    line: Line
    paragraph: str
    number: int
    after: int
    case_number: str = ""


_PARAGRAPH = re.compile(
    r"(?:(?P<board>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,9})\s+)?(?P<sign>§§?)\s*(?P<number>\d{1,4})(?P<suffix>\s?[a-c]\b|/\d{2,4}|:\d{1,3})?"
    r"|(?P<word>Nr|Ärende|ÄRENDE|Punkt|PUNKT|Pkt|[Pp]\.?|Paragraf|PARAGRAF)\s+(?:nr\.?\s+)?(?P<number2>\d{1,4})\b",
)
_ABBREVIATED = re.compile(
    r"(?P<board>[A-ZÅÄÖ][A-Za-zåäö]{1,4})\s+(?P<number>\d{1,4})(?:/\d{2,4})?\s+(?=[A-ZÅÄÖ])"
)
_NUMBER_FIRST = re.compile(r"(?P<number>\d{1,4})\s?§[.:]?\s+(?=[A-ZÅÄÖ”\"])")
_COMPANY = re.compile(
    r"(?:Diarienummer:?|Dnr:?|Ärende(?:nummer|nr)?:?|\s)+(?P<case>[\w:/-]*\d[\w:/-]+)\s+(?P<number>\d{1,3})\.?\s+(?=[A-ZÅÄÖ])"
)
# "3. Budget", and "1–3 Formalia" for several at once
_ITEM = re.compile(r"(?P<first>\d{1,3})(?:\s?[–-]\s?(?P<last>\d{1,3}))?[.)]?\s+(?=[A-ZÅÄÖ”\"])")
_NOT_TITLE = re.compile(
    r"\s*(?:[,;)]|\.(?!\s+[A-ZÅÄÖ”\"])|$|(?:och|samt|i|ska|skall|att|punkt|stycket?|kap)\b)|\s*[–-]\s*\d"
)
_REFERRING = re.compile(r"(?:,|\bden|\benligt|\bi|\bav|\boch|\d{4}-\d\d-\d\d,?|\b\d{4},?)\s*$")

_CASE_LABEL = re.compile(
    r"\b(?:Ärende(?:nummer|nr)|Diarienummer|Diarienr|Diarie|Dnr|DNR|Ärende-?ID|Ä(?:rende)?nr|Ärende(?=:?\s+[A-ZÅÄÖ]{2,6}\s?\d{4}))\b\.?\s*:?\s*"
    r"(?P<case>(?:[A-ZÅÄÖa-zåäö]{1,8}[ ]?)?\d[\w/:.\-–]*(?:[ ]?/\d{2,4}|[ ][A-ZÅÄÖ](?=[ ][A-ZÅÄÖ]))?|[A-ZÅÄÖ]{1,8}(?:[/-]?[A-ZÅÄÖ]{1,6})?[ /\-:.]?\d[\w/:.\-–]*(?:-\d+)?(?:[ ]\d{2,3}(?=$))?)",
    re.IGNORECASE,
)
_CASE_BARE = re.compile(
    r"(?:[–-]\s*)?\(?\b(?P<case>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,6}(?:[/-][A-ZÅÄÖ]{1,6})?[ /:\-]?\d{4}[-/:]\d{2,6}(?:[-/]\d+)?|[A-ZÅÄÖ]{2,5} \d{4}-\d\b|[A-ZÅÄÖ]{1,6} \d{1,5}[-/]\d{4}|[A-ZÅÄÖ]{1,5}[ .]\d{4}\.\d{2,6}|[A-ZÅÄÖ][A-Za-z]{0,5}[/ ]\d{4}:\d{1,5}|"
    r"\d{4}-[A-ZÅÄÖ]{2,4}\d{3,6}|(?!20\d\d[/-]20\d\d)(?:\d{4}[/-]\d{3,6}|\d{2,5}/\d{2,4}))\)?"
)
# A matter may have several: "Dnr KS 2025/266, KS 2025/271".
_FURTHER_CASE = re.compile(rf"\s*(?:,|;|och)\s*(?:{_CASE_BARE.pattern})")
# What agendas and notes add after a title: how long it takes and who presents it.
_ASIDE = re.compile(
    r"\s+(?:(?:Information|Ställningstagande|Beslut|Diskussion|Dialog|Besluts\w+)(?:\s+och\s+\w+)?\s*\(\d|[A-ZÅÄÖ][\wåäö]+s\s+beslut\s+(?=[A-ZÅÄÖ])|Föredragande\s*:|Föredragning\s*:|Handläggare\s*:)"
)
# A list of contents draws dots to the page number.
_LEADERS = re.compile(r"\.{4,}|(?:\.\s){4,}|…{2,}")
_SAME_TITLE = 24
_SHORTEST_SENTENCE = 14
# How notes head a matter: a few words on a line of their own, right above sentences.
_NOTE_HEADING = re.compile(r"[A-ZÅÄÖ][^.:;,!?\d]{1,50}")
_SENTENCE = re.compile(r"^[A-ZÅÄÖ].*[a-zåäö]\s.*[a-zåäö]{2}\.(?:\s|$)")
_ATTENDS = re.compile(r"(?:Närvarande|Deltagare|Deltagande|Frånvarande|Med|Plats|Sekreterare)\b[^:\n]{0,30}:")
_ENDED_SENTENCE = re.compile(r"[a-zåäö]{4}\.\s+[A-ZÅÄÖ][a-zåäö]")
_PLAIN_HEADING = re.compile(r"(?:\S+\s+){0,4}?(?:beslut|förslag\b.*|sammanfattning\b.*)$", re.IGNORECASE)
_NUMBER_MARK = re.compile(r"\d{1,3}[.)]\s+[A-ZÅÄÖ]")
# The same matter's number at the board before: "§ 12 AU § 5 Title", "Sn 50 Au 84 Title".
_ELSEWHERE = re.compile(r"^(?:[A-ZÅÄÖ][A-Za-zåäö]{1,4}\s+§?\s*\d{1,3}\s+)+(?=(?:Dnr\b|[A-ZÅÄÖ][\wåäö]{3}))")
_TITLE_LINES = 7
_TITLE_LENGTH = 420


def matters_of(stream: Stream, fallback_title: str) -> tuple[Matter, ...]:
    """Return the paragraphs in order; the whole text as one matter when nothing is numbered."""
    openings = _paragraphs(stream) or _number_first(stream) or _abbreviated(stream) or _companies(stream)
    items = _items(stream)
    # a list inside an item ("TDB 55 …") is no numbering of its own
    contents: list[_Opening] = []
    if _are_contents(items, openings):  # an agenda's table, before each matter's own text
        contents, openings = items, sorted((*_only_listed(items, openings), *openings), key=_place)
    elif items and (
        not openings or (items[0].line.start < openings[0].line.start and len(items) > len(openings))
    ):
        openings = items
    openings = openings or _headed(stream)
    if not openings:
        end = len(stream.text)
        return (_matter_of_extract(stream, fallback_title, end),) if stream.text.strip() else ()
    starts = sorted({_place(opening) for opening in (*contents, *openings)} | {len(stream.text)})
    read = [
        _matter(stream, opening, next(start for start in starts if start > _place(opening)))
        for opening in openings
    ]
    numbers = [matter.paragraph for matter in read]
    # A list of contents names each paragraph once before its body comes.
    return tuple(
        matter
        for index, matter in enumerate(read)
        if matter.title
        and not _LEADERS.search(matter.title)
        and (
            not matter.paragraph
            or matter.paragraph not in numbers[index + 1 :]
            or len(stream.words(matter.heading_end, matter.end)) > 60
        )
    )


def _are_contents(items: list[_Opening], openings: list[_Opening]) -> bool:
    """Tell whether numbered items list what "Ärende 2 …" and its like take up later on."""
    numbers = {opening.number for opening in openings}
    return (
        len(numbers) > 1
        and bool(items)
        and items[-1].line.start < openings[0].line.start
        and numbers <= {item.number for item in items}
    )


def _only_listed(items: list[_Opening], openings: list[_Opening]) -> list[_Opening]:
    """Return the items that have no text of their own later on, such as the choice of who signs."""
    taken = {opening.number for opening in openings}
    return [item for item in items if item.number not in taken]


def _place(opening: _Opening) -> int:
    return opening.line.start


def case_number_in(words: str) -> str:
    """Return the first case number in the words: labelled (Dnr, Ärendenummer) or in a form of its own."""
    match = _CASE_LABEL.search(words) or _CASE_BARE.search(words)
    return _tidy_case(match["case"]) if match else ""


def _paragraphs(stream: Stream) -> list[_Opening]:
    found: list[_Opening] = []
    before = ""
    for line in stream.lines:
        words = stream.text[line.start : line.end]
        match = _PARAGRAPH.match(words)
        if match and not (match["word"] and not _follows(match, words)):
            number = int(match["number"] or match["number2"])
            referring = not line.opens and not line.is_heading and bool(_REFERRING.search(before))
            plural = match["sign"] == "§§"
            if not referring and not plural and not _NOT_TITLE.match(words[match.end() :] or " x"):
                found.append(_Opening(line, " ".join(match[0].split()), number, line.start + match.end()))
        before = words
    return _rising(stream, found)


def _follows(match: re.Match[str], words: str) -> bool:
    rest = words[match.end() :].lstrip(" .:–-")
    return bool(rest) and rest[0].isupper()


def _rising(stream: Stream, openings: list[_Opening]) -> list[_Opening]:
    """Drop openings whose number breaks the order that its neighbours keep: references that begin a line."""
    kept: list[_Opening] = []
    for index, opening in enumerate(openings):
        later = openings[index + 1].number if index + 1 < len(openings) else None
        earlier = kept[-1].number if kept else None
        if (
            earlier is not None
            and opening.number > earlier
            and later is not None
            and earlier < later < opening.number
        ):
            continue
        if kept and opening.paragraph == kept[-1].paragraph and _is_continued(stream, kept[-1], opening):
            continue
        if earlier is not None and opening.number < earlier and not opening.line.opens:
            continue
        kept.append(opening)
    return kept


def _is_continued(stream: Stream, first: _Opening, again: _Opening) -> bool:
    """Tell a paragraph's heading repeated on a new page from the body that a list of contents announced."""
    between = stream.text[first.after : again.line.start]
    return "forts" in stream.text[again.line.start : again.line.end] or (
        len(between) > 200 and not _LEADERS.search(between)
    )


def _number_first(stream: Stream) -> list[_Opening]:
    """Find paragraphs whose number stands before the sign: "66 § Alkolås"; a law's paragraph stands alone."""
    found = [
        _Opening(line, f"§ {match['number']}", int(match["number"]), match.end())
        for line in stream.lines
        if line.opens and (match := _NUMBER_FIRST.match(stream.text, line.start, line.end))
    ]
    return _rising(stream, found) if len(found) > 1 else []


def _abbreviated(stream: Stream) -> list[_Opening]:
    """Find paragraphs numbered with the board's abbreviation and no sign: "Sn 49 Budget", "KS 115 Taxor"."""
    found: dict[str, list[_Opening]] = {}
    for line in stream.lines:
        match = _ABBREVIATED.match(stream.text, line.start, line.end)
        if match and line.opens and not _LEADERS.search(stream.text, line.start, line.end):
            opening = _Opening(line, " ".join(match[0].split()), int(match["number"]), match.end())
            found.setdefault(match["board"], []).append(opening)
    # a list of contents names each before its body: the last one counts
    longest: list[_Opening] = []
    for openings in found.values():
        once = {opening.number: opening for opening in openings}
        if len(once) > len(longest):
            longest = sorted(once.values(), key=lambda opening: opening.line.start)
    rising = all(one.number <= other.number for one, other in itertools.pairwise(longest))
    return longest if len(longest) > 1 and rising else []


def _companies(stream: Stream) -> list[_Opening]:
    """Find items as companies number them: the case number first, then number and title."""
    found = []
    for line in stream.lines:
        match = _COMPANY.match(stream.text, line.start, line.end)
        if match:
            found.append(
                _Opening(line, match["number"], int(match["number"]), match.end(), _tidy_case(match["case"]))
            )
    return found


def _items(stream: Stream) -> list[_Opening]:
    """Find items numbered 1, 2, 3 … at the outermost level; a list inside an item breaks the order and is passed by."""
    found: list[_Opening] = []
    titles: dict[tuple[int, str], int] = {}
    in_decision = False
    rulings = {row.start for row in stream.rows if is_table_of_rulings(row.header)}
    for line in stream.lines:
        if line.start in rulings:
            continue
        words = stream.text[line.start : line.end]
        kind = heading_kind(words)
        if kind is not None:
            in_decision = kind in {PartKind.DECISION, PartKind.PROPOSAL, PartKind.DOCUMENTS}
        match = _ITEM.match(words)
        if match is None:
            if line.opens and re.search(r"beslutar?(?:\s+att)?:?$|följande(?:\s+\w+)?:$", words):
                in_decision = True
            continue
        first, number = int(match["first"]), int(match["last"] or match["first"])
        paragraph = " ".join(match[0].split()).rstrip(".)")
        opening = _Opening(line, paragraph, number, line.start + match.end())
        title = (number, words[match.end() : match.end() + _SAME_TITLE].casefold())
        if title in titles:  # the body of an item that a list of contents has named
            found[titles[title]] = opening
        elif (
            (first == (found[-1].number if found else 0) + 1 or (not found and line.is_heading))
            and first <= number
            and (line.opens or line.is_heading or found)
            and not (in_decision and not found)
        ):
            titles[title] = len(found)
            found.append(opening)
            in_decision = False
    return sorted(found, key=lambda opening: opening.line.start) if len(found) > 1 else []


def _headed(stream: Stream) -> list[_Opening]:
    """Find matters that have no number, only a heading, where at least two of them come to a decision."""
    headings: list[_Opening] = []
    noted: list[_Opening] = []
    decided: set[int] = set()
    following = [*stream.lines[1:], None]
    for line, below in zip(stream.lines, following, strict=False):
        words = stream.text[line.start : line.end]
        kind = heading_kind(words)
        if kind is PartKind.ATTENDANCE or _ATTENDS.match(
            words
        ):  # what stands above is the document's own title
            headings, noted = ([], []) if not decided else (headings, noted)
        if headings and (kind is PartKind.DECISION or words.startswith("Beslut:")):
            decided.add(headings[-1].line.start)
        if kind is not None or not line.opens:
            continue
        opening = _Opening(line, "", 0, line.start)
        if line.is_heading:
            headings.append(opening)
        if line.is_heading or (below is not None and _heads_note(stream, words, below)):
            noted.append(opening)
    if len(decided) > 1:
        return headings
    return noted if len(noted) > 1 else []


def _heads_note(stream: Stream, words: str, below: Line) -> bool:
    """Tell the heading of a matter in notes: a few words on a line of their own above a sentence."""
    return bool(_NOTE_HEADING.fullmatch(words) and _SENTENCE.search(stream.text[below.start : below.end]))


def _matter(stream: Stream, opening: _Opening, end: int) -> Matter:
    heading_end = _heading_end(stream, opening, end)
    aside = _ASIDE.search(stream.text, opening.after, heading_end)
    heading_end = aside.start() if aside else heading_end
    whole = stream.text[opening.line.start : heading_end]
    title, case_number = _title(" ".join(stream.text[opening.after : heading_end].split()))
    case_number = case_number or opening.case_number
    if not case_number and opening.after > opening.line.start + len(opening.paragraph) + 1:
        case_number = case_number_in(stream.words(opening.line.start, opening.after))
    if not case_number:
        labelled = _CASE_LABEL.search(stream.text, heading_end, min(heading_end + 300, end))
        case_number = _tidy_case(labelled["case"]) if labelled else ""
    span_end = opening.line.start + len(whole.rstrip())
    return Matter(opening.paragraph, title, case_number, opening.line.start, span_end, end)


def _heading_end(stream: Stream, opening: _Opening, end: int) -> int:
    """Return where the heading stops: at the first part's heading, else at the end of its own block."""
    lines = list(stream.lines_between(opening.line.start, end))[: _TITLE_LINES + 1]
    has_title = bool(_title(stream.words(opening.after, lines[0].end))[0])
    stop, first_stop = lines[0].end, 0
    for place, line in enumerate(lines[1:], 1):
        words = stream.text[line.start : line.end]
        # "Delegationsbeslut" right below the number is what the matter is called
        is_title = not has_title and place == 1 and not _PLAIN_HEADING.match(words)
        if (heading_kind(words) is not None and not is_title) or _opens_part(words):
            return stop
        if line.opens and has_title and not first_stop:
            first_stop = stop
        if has_title and _NUMBER_MARK.match(words):
            break
        if _is_prose(words) and has_title:
            break
        if line.end - opening.line.start > _TITLE_LENGTH:
            break
        has_title = has_title or bool(_title(words)[0])
        stop = line.end
    return first_stop or stop


def _opens_part(words: str) -> bool:
    return bool(
        re.match(
            r"(?:Beslut|Ställningstagande|Sammanfattning|Ärendet|Bakgrund|Föredragande)\b:?\s+[A-ZÅÄÖ0-9]",
            words,
        )
    )


def _is_prose(words: str) -> bool:
    return (
        bool(_ENDED_SENTENCE.search(words))
        or (words.endswith(".") and len(words) > _SHORTEST_SENTENCE)
        or (words.endswith(":") and len(words) > 40)
    )


def _title(words: str) -> tuple[str, str]:
    """Part a heading's words into title and case number."""
    case_number = ""
    words = _ELSEWHERE.sub("", words)
    for pattern in (_CASE_LABEL, _CASE_BARE):
        match = pattern.search(words)
        if match:
            case_number = _tidy_case(match["case"])
            before = words[: match.start()].rstrip(" –-(")
            after = words[match.end() :]
            while further := _FURTHER_CASE.match(after):
                after = after[further.end() :]
            words = f"{before} {after.lstrip(' )')}"
            break
    return re.sub(r"\s+", " ", words).strip(" .:–-*"), case_number


def _tidy_case(case: str) -> str:
    return " ".join(case.split()).rstrip(".,:;-–")


def _matter_of_extract(stream: Stream, title: str, end: int) -> Matter:
    """Treat a text without numbered paragraphs as one matter, titled by its "Ärendemening" or the document."""
    named = re.search(
        r"^(?:Ärendemening|Rubrik|Ärende):\s*(?P<title>[^\n]{8,}(?:\n(?!\n|Antal|\w+:)[^\n]+)*)",
        stream.text,
        re.MULTILINE,
    )
    if named:
        words = stream.words(*named.span("title"))
        return Matter(
            "", words, case_number_in(stream.text[:2000]), named.start("title"), named.end("title"), end
        )
    label = _CASE_LABEL.search(stream.text, 0, 3000)
    first = stream.lines[0]
    return Matter("", title, _tidy_case(label["case"]) if label else "", first.start, first.start, end)
