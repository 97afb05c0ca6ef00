"""Page furniture: headers, footers, counters and signature lines, which stand in the text and in no block."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from knowledge.reading.headings import is_known_heading, names_recipients
from knowledge.reading.lines import Line, is_page_comment

_COUNTER = re.compile(
    r"(?:.{0,60}\|\s*)?(?:Sida|Sid\.?|Blad|Page)\s*:?\s*\d{1,4}(?:\s*(?:av|of|/|\()\s*\d{1,4}\)?)?"
    r"|\d{1,4}\s?\(\d{1,4}\)|[-–]\s?\d{1,4}\s?[-–]",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"De(?:t här|tta) dokument(?:et)? är (?:digitalt|elektroniskt) signerat\b.{0,80}|Dokumentet är (?:digitalt|elektroniskt) (?:signerat|undertecknat)\b.{0,120}"
    r"|Transaktion(?:s(?:identitet|-?id))?\s*:?\s*(?:[0-9A-Fa-f]{8,64}(?:\s{2,}.{1,60})?)?|Signature reference:\s*[0-9a-fA-F-]{8,64}|Verifikat(?:ion)?(?:s-?id|snummer)?:?\s*[0-9A-Fa-f-]{12,64}"
    r"|[0-9A-F]{32,64}|Elektronisk(?:t)? (?:underskrift|signatur|undertecknad).{0,60}"
    r"|(?:(?:Justera(?:nde|re)s?|Ordförandes?|Ordf\.?|Sekreterares?)\s*(?:sign(?:atur(?:er)?)?\.?)\s*)+(?:Utdragsbestyrkande\s*)?|(?:Sign(?:atur(?:er)?)?\.?:?(?: [A-ZÅÄÖ]{2,4}){0,4}\s+)?Utdragsbestyrkande"
)
_SIGNING_START = re.compile(
    r"Signature reference:\s*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\s+(?=\S)", re.IGNORECASE
)
_CONTINUES = re.compile(
    r"(?:§\s*\d{1,4}\s*)?\(?(?:forts(?:ättning)?\.?|fortsättning följer)\)?(?:\s*§?\s*\d{0,4})?",
    re.IGNORECASE,
)
_LEADER = re.compile(r"[\s.…_·-]{4,}")
_TABLE_LINK = re.compile(r"\[Tabell [\d-]{1,12}\]\([^()\s]{1,200}\)")
_PAGE_HEAD = re.compile(
    r"(?:SAMMANTRÄDES)?PROTOKOLL\s+Sammanträdesdatum:?\s*\d{4}-\d\d-\d\d|Protokoll (?:nr|nummer) \d{1,3}|Sammanträdesdatum:?\s*\d{4}-\d\d-\d\d"
    r"|(?:STYRELSE|SAMMANTRÄDES)?PROTOKOLL\s+\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
_LETTER_HEAD = re.compile(r".{0,60}\bTjänste(?:skrivelse|utlåtande)\b.{0,80}\b(?:Datum|Diarienummer|Dnr)\b")
_BODY_NAME = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]*(?:styrelsen|fullmäktige|nämnden|utskottet|beredningen)|Nämnden för [A-ZÅÄÖ].{2,50}"
)
_RUNNING = re.compile(
    r"(?P<words>.*?[^\W\d].*?)(?P<joint>[\s,|•·–-]*\s)(?P<page>(?:sida|sid\.?|s\.|page)\s*)?(?P<number>\d{1,4}|[ivx]{1,5})(?P<of>\s?(?:\(|av\s|/)\s?\d{1,4}\)?)?",
    re.IGNORECASE,
)
# "Nämnden beslutar" on a line of its own leads to what is decided, however often it stands there.
_LEADS = re.compile(r"\b(?:besluta[rdet]*|beslöt|föreslår|hemställer|yrkar|att)$")
_HEAD_LINES, _FOOT_LINES = 6, 4
_WIDE, _FEWEST_WORDS, _FEWEST_PAGES = (
    3,
    3,
    3,
)  # blanks before a bare number; words and pages where it has fewer
_LONGEST, _LEAST_PAGE = 160, 100  # characters of a furniture's line; of a page from one number to the next
_LONGEST_COUNT, _FAR = 3, 30  # digits of a page's number; characters before one that is set to the right
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that a reader came for; a line that follows furniture has `turns_page` set.

    A header that is repeated page after page is kept once, where it first stands: it often holds the board
    and the date.
    """
    found = _repeated(lines) | _scattered_heads(lines) | _running(lines) | _set_apart(lines)
    headers = {_key(lines[number].text) for number in found}
    left = _left(lines, found)
    torn = _torn(left)
    left = _left(left, torn) if torn else left
    return (
        [line._replace(repeats=True) if _key(line.text) in headers else line for line in left]
        if headers
        else left
    )


def _left(lines: Sequence[Line], furniture: set[int]) -> list[Line]:
    """Return the lines but those numbered in `furniture` or furniture by their own words."""
    kept: list[Line] = []
    gap, dropped = 0, False
    for number, line in enumerate(lines):
        gap = max(gap, line.gap)
        if number in furniture or is_furniture(line.text):
            dropped = True
            continue
        start = line.start
        if line.text.startswith("Signature") and (signing := _SIGNING_START.match(line.text)):
            start += signing.end()
            dropped = True
        words = line.text[start - line.start :]
        kept.append(
            line._replace(
                start=start, text=words, gap=max(gap, int(dropped)), turns_page=line.turns_page or dropped
            )
        )
        gap, dropped = 0, False
    return kept


def is_furniture(line: str) -> bool:
    """Tell whether a line is furniture by its own words."""
    if len(line) > 200:
        return False
    first = line[0]
    return (
        (first == "<" and is_page_comment(line))
        or ((first in "0123456789-–SsPpwBb" or "|" in line) and _COUNTER.fullmatch(line) is not None)
        or _SIGNING.fullmatch(line) is not None
        or (first in ".…_·-" and _LEADER.fullmatch(line) is not None and line.strip("-") != "")
        or (first in "§(fF" and _CONTINUES.fullmatch(line) is not None)
        or (first == "[" and _TABLE_LINK.fullmatch(line) is not None)
    )


def _repeated(lines: Sequence[Line]) -> set[int]:
    """Return the numbers of the lines that stand at the head or foot of several pages; the first of each is kept."""
    pages: list[list[int]] = []
    for number, line in enumerate(lines):
        if line.page is None:
            return set()
        if not pages or lines[pages[-1][0]].page != line.page:
            pages.append([])
        if not is_furniture(line.text):
            pages[-1].append(number)
        elif not pages[-1]:
            pages.pop()
    if len(pages) < 2:
        return set()
    # at most half a page is furniture: what repeats on a page of a line or two may be all there is
    heads = [page[: min(_HEAD_LINES, len(page) // 2)] for page in pages]
    feet = [page[max((len(page) + 1) // 2, len(page) - _FOOT_LINES) :][::-1] for page in pages]
    return _edges(lines, heads, 3) | _edges(lines, feet, 2) | _counters(lines, pages)


def _running(lines: Sequence[Line]) -> set[int]:
    """Return the lines that stand alone and count the pages after words of their own ("Nämndplan 2026 • Hamnnämnden 4").

    The first is kept where it is the document's own head.
    """
    places: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for number, line in enumerate(lines):
        is_alone = line.gap > 0 and (number + 1 >= len(lines) or lines[number + 1].gap > 0)
        may_count = is_alone and len(line.text) < _LONGEST and line.text[-1] in "0123456789)ivxIVX"
        found = _RUNNING.fullmatch(line.text) if may_count else None
        count = _page_number(found) if found is not None else None
        if found is None or count is None:
            continue
        is_sure = bool(found["page"] or found["of"] or len(found["joint"]) >= _WIDE)
        if is_sure or len(found["words"].split()) >= _FEWEST_WORDS:
            places.setdefault((_key(found["words"]), is_sure), []).append((number, count))
    running: set[int] = set()
    for (_, is_sure), counted in places.items():
        counts = [count for _, count in counted]
        if len(counted) >= (2 if is_sure else _FEWEST_PAGES) and counts == sorted(set(counts)):
            running.update(number for number, _ in counted if number >= _HEAD_LINES)
    return running


def _set_apart(lines: Sequence[Line]) -> set[int]:
    """Return the bare numbers that count on, each on a line of its own far to the right or after a blank line."""
    apart = [
        (number, int(line.text))
        for number, line in enumerate(lines)
        if line.text.isdecimal() and len(line.text) <= _LONGEST_COUNT and (line.gap or line.indent >= _FAR)
    ]
    runs: list[list[int]] = []
    ends: dict[int, list[int]] = {}  # the run that a count ends
    for number, count in apart:
        run = ends.pop(count - 1, [])
        if not run:
            runs.append(run)
        run.append(number)
        ends[count] = run
    longest = max(runs, key=len, default=[])
    is_far = all(lines[number].indent >= _FAR for number in longest)
    if len(longest) < (2 if is_far else _FEWEST_PAGES):
        return set()
    if any(lines[last].start - lines[first].start < _LEAST_PAGE for first, last in pairwise(longest)):
        return set()  # seats, or the numbers of a list's items
    beside = [n + step for n in longest for step in (-1, 1) if 0 < n + step < len(lines)]
    often = Counter(_key(lines[number].text) for number in beside)
    heads = {
        n
        for n in beside
        if n >= _HEAD_LINES and often[_key(lines[n].text)] > 1 and _can_be_header(_key(lines[n].text))
    }
    return {*longest, *heads}


def _page_number(found: re.Match[str]) -> int | None:
    """Return the page that a running line counts; a Roman number only where blanks set it apart."""
    if found["number"].isdecimal():
        return int(found["number"])
    return _ROMAN.get(found["number"].lower()) if len(found["joint"]) >= _WIDE else None


def _edges(lines: Sequence[Line], edges: list[list[int]], share: int) -> set[int]:
    """Return the lines, from the edge of a page inwards, that one page in `share` or more has at its edge too."""
    often = Counter(key for edge in edges for key in {_key(lines[n].text) for n in edge})
    least = max(2, -(-len(edges) // share))
    found: set[int] = set()
    seen: set[str] = set()
    for edge in edges:
        for number in edge:
            key = _key(lines[number].text)
            # body text too may return, word for word, at the same place of a page
            if often[key] < least or not _can_be_header(key) or is_known_heading(lines[number].text):
                break
            if number > 0 and names_recipients(lines[number - 1].text):
                break
            if key in seen:
                found.add(number)
            seen.add(key)
    return found


def _can_be_header(key: str) -> bool:
    return 0 < len(key) <= 120 and key[0] != "§" and not key[0].islower() and key[-1] not in ".,;"


def _counters(lines: Sequence[Line], pages: list[list[int]]) -> set[int]:
    """Return the bare numbers that count the pages: on most pages, always as far from the page's own number."""
    bare: list[tuple[int, int]] = []
    for page in pages:
        for number in page:
            line = lines[number]
            is_last = (
                number + 1 >= len(lines) or lines[number + 1].gap > 0 or lines[number + 1].page != line.page
            )
            if (
                line.text.isdecimal()
                and len(line.text) <= 4
                and (is_last or number == page[0])
                and line.page is not None
            ):
                bare.append((number, int(line.text) - line.page))
    if not bare or len(bare) > 3 * len(pages):
        return set()
    difference, often = Counter(d for _, d in bare).most_common(1)[0]
    return {number for number, d in bare if d == difference} if often >= max(2, len(pages) // 2) else set()


def _key(line: str) -> str:
    """Return a line with its page counter and doubled blanks left out."""
    return " ".join(re.sub(r"\b\d{1,4} ?\(\d{1,4}\)|\bSida \d{1,4}(?: av \d{1,4})?", "", line).split())


def _scattered_heads(lines: Sequence[Line]) -> set[int]:
    """Return the parts of page headers that extraction strewed in between the lines of the page.

    The board's name goes wherever a "Protokoll nr …" or "Sammanträdesdatum …" stands within a few lines after it;
    those two are kept where they first stand. A line that returns word for word and once tears a sentence in two goes too.
    """
    found: set[int] = set()
    seen: set[str] = set()
    for number, line in enumerate(lines):
        if len(line.text) >= 160 or not (_PAGE_HEAD.fullmatch(line.text) or _LETTER_HEAD.match(line.text)):
            continue
        if line.text in seen:
            found.add(number)
        seen.add(line.text)
        for name in range(number - 1, max(number - 5, 2), -1):
            if len(lines[name].text) < 60 and _BODY_NAME.fullmatch(lines[name].text):
                if not names_recipients(lines[name - 1].text):
                    found.add(name)
                break
    return found


def _torn(lines: Sequence[Line]) -> set[int]:
    """Return the short lines that stand alone several times and at least once in the middle of a sentence."""
    places: dict[str, list[int]] = {}
    for number in range(1, len(lines) - 1):
        line = lines[number]
        if (
            line.gap
            and lines[number + 1].gap
            and len(line.text) < 80
            and line.text[0].isupper()
            and line.text[-1] not in ".:;"
            and _LEADS.search(line.text) is None
        ):
            places.setdefault(line.text, []).append(number)
    found: set[int] = set()
    for numbers in places.values():
        tears = (lines[n + 1].text[0].islower() and lines[n - 1].text[-1] not in ".:;!?" for n in numbers)
        if len(numbers) > 1 and any(tears) and not is_known_heading(lines[numbers[0]].text):
            found.update(numbers[1:])
            if lines[numbers[0] + 1].text[0].islower():
                found.add(numbers[0])
    return found
