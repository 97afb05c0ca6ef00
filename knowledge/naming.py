"""What a document is called: the title it bears, else what its head says that it is about; pure."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.blocks import Block, BlockKind
from knowledge.documents import DocumentKind
from knowledge.kind_words import BOARD_NAME, STANDING_KINDS, TITLE_KINDS
from knowledge.letterheads import without_column_beside
from knowledge.reading.headings import looks_like_heading

_SAYS_WHAT = re.compile(
    r"(?:(?:Uppdrags|Projekt|Program)beskrivning|(?:Uppdrags|Projekt|Program|Ägar)direktiv):\s[^.:]+$"
)
_NOTES = re.compile(r"^(?:minnes|mötes)anteckningar\b", re.IGNORECASE | re.MULTILINE)
_KIND_ALONE = re.compile(
    r"(?:uppdrags|projekt|program|ägar)?direktiv(?: för (?:uppdrag|projekt|program)(?:et)?)?|(?:uppdrags|projekt|program)beskrivning|protokoll(?:sutdrag)?|(?:nämnd|styrelse|verksamhets)plan|delårsrapport|uppföljning|tjänsteskrivelse",
    re.IGNORECASE,
)
# A line of these alone is followed by the name of what it is a directive or a letter about.
_HEADS_A_NAME = re.compile(
    r"(?:uppdrags|projekt|program|ägar)?direktiv(?: för (?:uppdrag|projekt|program)(?:et)?)?|(?:uppdrags|projekt|program)beskrivning|tjänste(?:skrivelse|utlåtande)",
    re.IGNORECASE,
)
# What a line may hold and still not say what the document is about: sort, organisation, office, number.
_SAYS_NOTHING = re.compile(
    rf"{_KIND_ALONE.pattern}|sammanträdes|kallelse|föredragningslista|författningssamling|revisionsrapport|samverkansavtal"
    rf"|{BOARD_NAME}|styrelsen?|(?:region|kommunalförbundet) [a-zåäö]+|\b[a-zåäö]+ (?:kommuns?|stads?)"
    r"|\b(?:[a-zåäö]+- och )?[a-zåäö]+(?:förvaltningen|kontoret|avdelningen|enheten|departementet|staben)"
    r"|\b(?:stab|förvaltning|bolag|nr|nummer|dnr|sida|av|och|för|från|till|flik|blad|org\.?nr|utkast|utgåva|version|datum)\b|\d+|[^\w\s]|_",
    re.IGNORECASE,
)
_NAMED_IN_FIELD = re.compile(
    r"^(?:Uppdrag(?:s|ets)?\s?(?:namn|benämning|titel)|Projekt(?:s|ets)?\s?(?:namn|titel)|Namn på (?:uppdraget|projektet|programmet)|Benämning|Ärendemening|Titel)\s*[:|\t ]\s*(?P<name>\S[^\n|]{6,150}?)\s*$",
    re.MULTILINE,
)
_FIELD = re.compile(
    r"(?:Dnr|Diarie|Datum|Handläggare|Antage[nt]|Fastställd|Sid|Version|Utgåva|Beslut(?:ad|at)?\b|Dokument|Plats|Närvarande)",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"\d{1,3} ?\(\d{1,3}\)|\bSida \d|\t")
# How the names of documents that govern begin.
_BEGINS_A_NAME = re.compile(
    r"(?:Uppdrag att|Uppdrag till|Förstudie|Förslag till (?!beslut)|Ägardirektiv|Riktlinje|Reglemente|Policy|Överenskommelse|Program|Strategi|Plan|Avtal|Samverkansavtal|Handlingsplan"
    r"|Verksamhetsplan|Nämndplan|Delegationsordning|Arbetsordning|Taxa|Årsredovisning|Delårsrapport|Granskning|Revisionsrapport|Sammanträdesplan|Uppdragsbeskrivning|Projektdirektiv)\b"
)
_GOES_ON = re.compile(r"20\d\d(?:\s?[-–]\s?20\d\d)?|[a-zåäö].{4,80}[^.:]")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2} [a-z]+ (?:19|20)\d\d")
_OPENS_PARAGRAPH = re.compile(r"^§§?[ \t]*(\d{1,4})\b", re.MULTILINE)
_PARAGRAPH = re.compile(r"§§?\s*(\d{1,4})")
_NEXT_PARAGRAPH = 20  # minutes leave out some numbers in an extract, but never leap
_TOP, _FIELDS = 12, 30  # blocks
_LEAST_SAID = 4  # letters
_HEADER_LINE = 90


@dataclass(frozen=True, slots=True)
class Naming:
    """What is known of a document before it is named.

    `own` is the title that it bears, `is_declared` when that stands in the file's properties; `matters` are its
    headings of numbered paragraphs.
    """

    blocks: Sequence[Block]
    text: str
    stem: str
    own: str
    is_declared: bool
    kind: DocumentKind
    board: str
    day: dt.date | None
    matters: tuple[str, ...]


def title_of(known: Naming) -> str:
    """Return what staff read for a name: never empty, and never an organisation or a sort of document alone."""
    if known.kind is DocumentKind.MINUTES:
        return _of_minutes(known)
    named = known.own if len(known.own) >= 8 else _by_its_head(known) or known.own or _of_file(known)
    named = named or "Dokument utan namn"
    if _KIND_ALONE.fullmatch(named):
        about = _about(known) if _HEADS_A_NAME.fullmatch(named) else ""
        return f"{named.capitalize() if about else named} – {about or _line_after(known, named)}"
    if known.kind is DocumentKind.AGENDA:
        is_named = re.search(r"kallelse|lista|dagordning", named, re.IGNORECASE) and not _says_nothing(named)
        return named if is_named else _of_meeting(known, "Kallelse")
    is_file = named == _of_file(known)
    is_plan = known.kind in {DocumentKind.BOARD_PLAN, DocumentKind.FOLLOW_UP} and _KIND_ALONE.search(named)
    if not is_file and (is_plan or not _says_nothing(named)):
        return named
    head = "\n".join(block.text for block in known.blocks[:4] if len(block.text) <= _HEADER_LINE)
    kind = (
        (None if is_file else _KIND_ALONE.search(named))
        or _KIND_ALONE.search(head)
        or _KIND_ALONE.search(named)
    )
    about = _about(known)
    if about and kind and not _KIND_ALONE.search(about):
        return f"{kind[0].capitalize()} – {about}"
    return about or named


def _of_minutes(known: Naming) -> str:
    numbers = _paragraphs(known)
    if known.matters:
        # what stands at the top of an extract is a page header, not its name
        if len(known.matters) == 1 and not known.is_declared and len(numbers) <= 1:
            return known.matters[0]
        is_header = re.search("protokoll", known.own, re.IGNORECASE) and _DAY.search(known.own)
        if len(known.own) < 25 or (is_header and len(known.own) > 60):
            return _of_meeting(known, "Protokoll", numbers)
    if len(known.own) >= 8 and not _says_nothing(known.own):
        return known.own
    if known.board or known.day:
        return _of_meeting(known, "Protokoll", numbers)
    return _by_its_head(known) or known.own or _of_file(known)


def _of_meeting(known: Naming, what: str, numbers: Sequence[int] = ()) -> str:
    day = known.day.isoformat() if known.day else ""
    noted = (
        _NOTES.search("\n".join(block.text for block in known.blocks[:_TOP])) if what == "Protokoll" else None
    )
    what = noted[0].capitalize() if noted is not None else what
    paragraphs = f"§ {_numbers_in_words(numbers)}" if numbers else ""
    return " ".join(part for part in (what, known.board, day, paragraphs) if part)


def _paragraphs(known: Naming) -> list[int]:
    """Return the paragraphs' numbers: those of the headings, or where these are too few the longest run of openings."""
    headed = [int(found[1]) for matter in known.matters if (found := _PARAGRAPH.match(matter))]
    if len(headed) > 1:
        return list(dict.fromkeys(headed))
    longest: list[int] = []
    run: list[int] = []
    for number in dict.fromkeys(int(found[1]) for found in _OPENS_PARAGRAPH.finditer(known.text)):
        run = [*run, number] if run and 0 < number - run[-1] <= _NEXT_PARAGRAPH else [number]
        longest = max(longest, run, key=len)
    return longest if len(longest) > 1 and set(headed) <= set(longest) else headed


def _numbers_in_words(numbers: Sequence[int]) -> str:
    """Return paragraph numbers as "93–101" where they follow on each other, else the first few of them."""
    if len(numbers) > 2 and list(numbers) == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers[:6])) + (" m.fl." if len(numbers) > 6 else "")


def _by_its_head(known: Naming) -> str:
    """Return the first line at the top that says what the document is, or its first heading."""
    for block in known.blocks[:8]:
        kinds = [pattern for _, pattern in (*STANDING_KINDS, *TITLE_KINDS)]
        is_name = block.kind is BlockKind.HEADING or looks_like_heading(block.text.rstrip(":"))
        is_name = is_name or (block.text[-1] not in ".:" and _SAYS_WHAT.match(block.text) is not None)
        if (
            len(block.text) <= 120
            and is_name
            and not block.text[0].isdigit()
            and any(pattern.search(block.text) for pattern in kinds)
        ):
            return block.text.strip(" :–-")
    first = next((b.text for b in known.blocks[:3] if b.kind is BlockKind.HEADING and b.level <= 2), "")
    return "" if re.match(r"\d", first) else first


def _about(known: Naming) -> str:
    """Return what a field or the first telling line at the top says that the document is about."""
    field = _NAMED_IN_FIELD.search("\n".join(block.text for block in known.blocks[:_FIELDS]))
    if field is not None:
        return " ".join(field["name"].split())
    top = [without_column_beside(block, known.text).strip(" :–-") for block in known.blocks[:_TOP]]
    start = 1 + next((n for n, line in enumerate(top) if _HEADS_A_NAME.fullmatch(line)), -1)
    for line, following in zip(top[start:], [*top[start + 1 :], ""], strict=True):
        if (start or _BEGINS_A_NAME.match(line)) and _is_telling(line):
            return f"{line} {following}" if _GOES_ON.fullmatch(following) else line
    return ""


def _is_telling(line: str) -> bool:
    return (
        12 <= len(line) <= 200
        and line[0].isupper()
        and line[-1] not in ".,;"
        and ":" not in line
        and not _FIELD.match(line)
        and not _COUNTER.search(line)
        and not _says_nothing(line)
    )


def _says_nothing(words: str) -> bool:
    return len(re.sub(r"\s", "", _SAYS_NOTHING.sub(" ", words))) < _LEAST_SAID


def _line_after(known: Naming, named: str) -> str:
    """Return the line that follows a title that only says what sort of document it is, else the file's name."""
    for block, after in zip(known.blocks[:8], known.blocks[1:9], strict=False):
        following = after.text.strip()
        if (
            block.text.strip(" :–-") == named
            and 8 <= len(following) <= 200
            and ":" not in following
            and not following[0].isdigit()
            and following[-1] != "."
        ):
            return following
    return _of_file(known)


def _of_file(known: Naming) -> str:
    words = re.sub(r"[_-]+", " ", known.stem).strip()
    return words[:1].upper() + words[1:]
