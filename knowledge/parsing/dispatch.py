"""What follows and precedes a decision: whom it is sent to, and earlier handling of the matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.parsing.minutes_sections import Part, PartKind
from knowledge.parsing.minutes_stream import Stream, sentences
from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import When


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Whom a decision is sent to, as a list of its own words."""

    start: int
    end: int
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EarlierHandling:
    """Words that name an earlier handling of the matter, with its date when given."""

    start: int
    end: int
    words: str
    on: When | None


_ENDS_LIST = re.compile(
    r"^(?:_{3,}|\.{3,}|…+|Vid\s+protokollet|Justera|Underskrift|Paragrafen\s+justera|Sida\s+\d|Signature|Rätt\s+utdraget|Dag\s+som|Bilag|§|\|)"
)
_SPLIT = re.compile(r"\s*[;\n]\s*|,\s+(?!\w+\s+och\s+\w+$)")
_LINE_MARK = re.compile(r"^(?:[•·▪*−–-]|\d{1,2}[.)])\s*")
_REFERENCE = re.compile(
    r"(?:\bden\s+)?(?P<date>\d{1,2}\s+[a-zåäö]+\s+\d{4}|\d{4}-\d\d-\d\d),?\s*(?P<paragraph>§§?\s*\d+(?:[/:]\d+)?)|(?P<paragraph2>§§?\s*\d+(?:[/:]\d+)?),?\s*(?:den\s+)?(?P<date2>\d{1,2}\s+[a-zåäö]+\s+\d{4}|\d{4}-\d\d-\d\d)"
)
# "Ks au § 12/2025", "AU § 7": board and paragraph, no day.
_UNDATED = re.compile(
    r"\b(?:K[sS]|K[fF]|A[uU]|KS?AU|RS|RF|RSAU|[A-ZÅÄÖ][A-Za-zåäö]{1,4})(?:\s*[aA][uU])?\s+§\s*\d+(?:/\d{2,4})?(?!,?\s*(?:den\s+)?\d)(?=\s*(?:$|[.,;\n]))",
    re.MULTILINE,
)
_HANDLED = re.compile(
    r"\b(?:bordl\w+|återremi\w+|behandla\w*|gavs|beslut\w*|beredd?\w*|tillstyrk\w*|föredr\w+|anmäl\w+|styrelse|nämnd|utskott|fullmäktige|KF|KS|AU)\b|styrelsen|nämnden|utskott|fullmäktige",
    re.IGNORECASE,
)
_CASE_REFERENCE = re.compile(
    r"\((?P<date>\d{4}-\d\d-\d\d),\s*(?P<case>[A-ZÅÄÖ]{1,5}[ /-]\d{4}[-:/]\d+)\)|\b(?P<date2>\d{4}-\d\d-\d\d)\s+\((?P<case2>[A-ZÅÄÖ]{1,5}[ /-]\d{4}[-:/]\d+)\)"
)


def dispatch_in(stream: Stream, part: Part) -> Dispatch | None:
    """Return the recipients under a heading such as "Protokollsutdrag skickas till"."""
    if part.kind is not PartKind.DISPATCH or part.in_report:
        return None
    recipients: list[str] = []
    start = end = part.body
    for line in stream.lines_of(part.body, part.end):
        line_start, line_end, opens = line.start, line.end, line.opens
        if line.is_row:
            continue
        words = _LINE_MARK.sub("", stream.text[line_start:line_end]).strip(" .")
        if _ENDS_LIST.match(words) or len(words) > 160 or (recipients and opens and _is_sentence(words)):
            break
        continues = recipients and (words[:1].islower() or _open_end(stream.text[start:end]))
        parts = [piece.strip(" .") for piece in _SPLIT.split(words) if piece.strip(" .")]
        if recipients and not opens and "," in stream.text[start:end]:
            continues = True
        if continues and not opens and parts:
            joint = "" if recipients[-1].endswith("-") and parts[0][:1].islower() else " "
            if stream.text[start:end].rstrip().endswith(","):
                recipients.extend(parts)
            else:
                recipients[-1] = f"{recipients[-1]}{joint}{parts[0]}"
                recipients.extend(parts[1:])
        else:
            recipients.extend(parts)
        start, end = (line_start if end == part.body else start), line_end
    recipients = [recipient for recipient in recipients if re.search(r"\w{2}", recipient)]
    return Dispatch(part.start, end, tuple(recipients)) if recipients else None


def earlier_handling_in(stream: Stream, part: Part) -> Iterator[EarlierHandling]:
    """Yield each earlier meeting's paragraph that the matter's history or documents name."""
    if part.in_report or part.kind not in {
        PartKind.EARLIER,
        PartKind.DOCUMENTS,
        PartKind.OPENING,
        PartKind.BACKGROUND,
    }:
        return
    if part.kind in {PartKind.EARLIER, PartKind.DOCUMENTS}:
        for match in _UNDATED.finditer(stream.text, part.body, part.end):
            yield EarlierHandling(*match.span(), stream.words(*match.span()), None)
    strict = part.kind in {PartKind.OPENING, PartKind.BACKGROUND}
    cuts = (
        sentences(stream.text, part.body, part.end)
        if strict or part.kind is PartKind.EARLIER
        else list(_entries(stream, part))
    )
    for start, end in cuts:
        text = stream.text[start:end]
        previous = start
        for match in _REFERENCE.finditer(text):
            words_before = text[previous - start : match.start()]
            begin = (
                previous
                if not re.match(r"^\W*(?:och|samt|,)", words_before.strip() or ",")
                else start + match.start()
            )
            if strict and not re.search(
                r"\b(?:besluta\w*|gav|gavs|återremitter\w+|bordla\w+|behandla\w*)\b", text
            ):
                break
            if _HANDLED.search(text[: match.end()]):
                day = match["date"] or match["date2"]
                dates = find_dates(day)
                while stream.text[begin] in " \n,.":
                    begin += 1
                yield EarlierHandling(
                    begin,
                    start + match.end(),
                    stream.words(begin, start + match.end()),
                    dates[0].when if dates else None,
                )
            previous = start + match.end()
        if strict:
            for match in _CASE_REFERENCE.finditer(text):
                dates = find_dates(match["date"] or match["date2"])
                yield EarlierHandling(start, end, stream.words(start, end), dates[0].when if dates else None)


def _entries(stream: Stream, part: Part) -> Iterator[tuple[int, int]]:
    """Join the wrapped lines of a list of documents into entries."""
    start = end = -1
    for line in stream.lines_of(part.body, part.end):
        begin, stop, opens = line.start, line.end, line.opens
        words = stream.text[begin:stop]
        if start >= 0 and (
            opens or not (words[:1].islower() or words[:1].isdigit() or _open_end(stream.text[start:end]))
        ):
            yield start, end
            start = begin
        start = begin if start < 0 else start
        end = stop
    if start >= 0:
        yield start, end


def _open_end(words: str) -> bool:
    return bool(re.search(r"(?:[,–&-]|\b(?:och|samt|för|i|av))\s*$", words))


def _is_sentence(words: str) -> bool:
    return bool(re.search(r"\b(?:beslutar|yrkar|är|har|ska|får|finner|reserverar)\b", words))
