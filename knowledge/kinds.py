"""Recognise a document as a whole: its kind, who stands behind it, when, and whether it is a draft. Pure."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from knowledge.adoption import ANY_DAY, DAY, adopted_on, day_of, valid_day
from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.kind_words import BOARD_NAME, STANDING_KINDS, STEM_KINDS, TITLE_KINDS
from knowledge.naming import Naming, title_of
from knowledge.organisations import organisation_of
from knowledge.swedish_words import folded

_HEAD, _TAIL, _TOP = 2_500, 1_200, 400
_LETTER_HEAD = 12  # blocks in which a letter without headings says what it is about
_OPENING = 4  # blocks in which a document says what it is
_MOST_TEXT = 200_000
_WEEKDAY = r"(?:(?i:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?"
_DATED = tuple(
    re.compile(before + _WEEKDAY + DAY, re.DOTALL)
    for before in (
        r"\b(?:Sammanträdes(?:datum|dag)|Mötes(?:datum|dag))\s*:?\s*",
        r"\bSammanträdes(?:datum|dag)\b[^\n]*\n[^\n]*?(?<![\d-])",
        rf"(?:^|\n)[ \t]*(?:{BOARD_NAME})[ \t]{{2,}}(?:[^\n]*[ \t])?",
        r"^(?:(?:STYRELSE|SAMMANTRÄDES)?PROTOKOLL|(?:\w+ )?[Pp]rotokoll|[Mm]ötesanteckning(?:ar)?)[^\n\d]{0,30}\s",
        r"\b(?:SAMMANTRÄDES|STYRELSE)?PROTOKOLL[^\n\d]{0,60}\s",  # in the header of each page
        r"\b[Ff]ört vid (?:sammanträde|möte)\w*[^\d]{0,80}?",
        r"\bSammanfattning (?:från|av)[^\n\d]{3,60}? ",
        r"(?:^|\n)(?:Datum|Dag|Tid(?: och plats)?|Beslutsdatum|Upprättad(?:at)?|Fastställd(?: av .{3,60}?)?|Antagen(?: av .{3,60}?)?)\s*:?\s*",
        r"\b[Pp]rotokoll(?!\w* är)(?: från| fört)?[^\n\d]{0,60}? ",
        r"\b(?:[Dd]atum|[Bb]eslutsdatum)\s*:?\s*",
    )
)
_DAY_ALONE = re.compile(rf"^[ \t]*{DAY}[ \t]*$", re.MULTILINE)
_CASE_NUMBER = re.compile(
    r"\b(?:(?P<kept>(?:Dnr|dnr) ?:? ?(?=[A-ZÅÄÖ\d])(?:[A-ZÅÄÖ]{1,6}[ -]?)?\d{1,6}[/:-]\d{2,6}(?:[/:-]\d{1,6})?)"
    r"|(?:Diarienr|Diarienummer|Ärendenummer|Ärendenr|Diarie-?nr)\.?:?\s*(?P<number>(?:[A-ZÅÄÖ]{1,6}[ -]?)?(?:\d{5}/(?:19|20)\d\d|\d{1,6}[/:-]\d{2,6}(?:[/:-]\d{1,6})?))"
    r"|(?P<bare>[A-ZÅÄÖ]{1,5}-(?:19|20)\d\d-\d{3,6}|[A-ZÅÄÖ]{2,5} \d{1,5}-(?:19|20)\d\d|(?!E[UG] )[A-ZÅÄÖ]{2,5} (?:19|20)\d\d(?:/\d{2,6}|-(?!20\d\d\b)\d{3,6})|[A-ZÅÄÖ][a-z]?(?:19|20)\d\d/\d{3,6}|[A-ZÅÄÖ]{2,5}(?:19|20)\d\d[-/]\d{3,6}))"
)
_VERSION = re.compile(
    r"\b(?:Utgåva|Version(?:snummer)?|Revision|Rev\.|Ver\.)\s*(?:nr|nummer)?\s*:?\s*(\d{1,2}(?:\.\d{1,2}){0,2})(?![\d-])"
)
_DRAFT_WORD = re.compile(
    r"\b(utkast|arbetsmaterial|remissversion|arbetsversion|ej justera[dt]|ojustera[dt]|preliminär version|koncept)\b",
    re.IGNORECASE,
)
_STANDING = re.compile(r"^(?:Status|Dokumentstatus|Dokumenttyp|Version)\s*:\s*(.{2,60})$", re.MULTILINE)
_SIGNATURE_FIELD = re.compile(
    r"^Underskrift\b[^\n:]{0,40}:?\s*\n+\s*Datum:?\s*\n+\s*Namnförtydligande:?\s*$", re.MULTILINE
)
_BOARD = re.compile(rf"\b(?:{BOARD_NAME})\b")
_BOARD_OWNING = re.compile(rf"\b({BOARD_NAME})s(?= [a-zåäö-]*plan\b)")
_DECIDES = re.compile(
    rf"(?:{BOARD_NAME}|Arbetsutskottet|Styrelsen|Nämnden)(?= (?:beslutar|beslutade|föreslår|tillstyrker|avstyrker|hemställer|ger|godkänner|antar|överlämnar|avslår|bifaller|noterar|återremitterar|förklarar|fastställer|bordlägger|har beslutat)\b)"
)
_YEARS = re.compile(r"(?<![\d-])(20[0-4]\d)(?:\s?[-–/]\s?(?:20)?\d\d)?(?![\d-]|/\d{3})")
_GOVERNMENT_PATH = re.compile(
    r"(?:^|/)(?:regeringen|arendeforteckningar|artiklar|debattartiklar|faktapromemoria|informationsmaterial|internationella-mr-granskningar-av-sverige"
    r"|kommenterade-dagordningar|overenskommelser-och-avtal|pressmeddelanden|rapporter|rattsliga-dokument|regeringens-politik|regeringsarenden"
    r"|regeringsuppdrag|remisser|strategier-for-internationellt-bistand|sveriges-regering|tal|ud-avrader|uttalanden)/(?=.*\d{4}/\d\d/|.*kommittedirektiv/)"
)
_PATH_YEAR = re.compile(r"(?:^|/)(20[0-4]\d)/")
_GOVERNMENT = re.compile(
    r"\b(?:Regeringen|Regeringskansliet|[A-ZÅÄÖ][a-zåäö]+departementet|[Ss]tatsrådet|[Ss]tatsminister|[a-zåäö]+minister)\b"
)
_LOCAL = re.compile(
    r"\b(?:[Rr]egionstyrelsen|[Kk]ommunstyrelsen|[Kk]ommunfullmäktige|[Rr]egionfullmäktige|[a-zåäö]+nämnden)\b"
)
_ASSIGNS = re.compile(
    r"\b(?:Regeringen (?:uppdrar|ger|gav|har gett|har gett|har beslutat att ge|beslutar att ge|beslutade|förlänger|ändrar)\b.{0,250}?\buppdrag|får i uppdrag|ges i uppdrag|har (?:av regeringen )?fått i uppdrag"
    r"|[Uu]ppdraget ska (?:slut)?redovisas|[Ss]ärskild utredare|[Uu]tredaren ska|[Kk]ommittén? ska)",
    re.DOTALL,
)
_ASSIGNMENT_TITLE = re.compile(
    r"(?:Uppdrag|Ändrat|Ändring av|Förlängd tid|Förlängning av|Regeringsuppdrag|Tilläggsdirektiv|Tilläggsuppdrag|Kommittédirektiv|Fortsatt|Utvidgat|Nytt uppdrag|Återkallande av)\b",
    re.IGNORECASE,
)
# A committee's directive has neither a head nor a name of its own.
_COMMITTEE = re.compile(
    r"\b(?:[Ee]n särskild utredare|[Ee]n (?:parlamentarisk(?:t sammansatt)? )?(?:kommitté|delegation|expertgrupp|utredning)|[Kk]ommittén|[Uu]tredaren|[Dd]elegationen) (?:ska|skall)\b"
)
_IS_REPORTED = re.compile(
    r"\b(?:[Uu]ppdraget|[Uu]tredningen)(?: i dess helhet)? (?:ska|skall) (?:slut)?redovisas\b|\bUppdraget (?:slut)?redovisas senast\b"
)
_COMMITTEE_FILE = re.compile(r"dir[.-]*(?:19|20)\d{2}[.:_-]?\d{1,3}$", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|and|of|is|that|for|with|by|shall|was|are)\b")
_SWEDISH = re.compile(r"\b(?:och|att|det|som|för|är|på|av|med|till|ska|har|den|en)\b")
_NO_TITLE = re.compile(
    r"\(?(?:anonymous|untitled|unspecified|namnlös|powerpoint|microsoft word|dokument ?\d*$|document ?\d*$)|.*\.(?:docx?|pdf|xlsx?)$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?i:[a-zåäö]*)(?i:styr|samråds|samverkans|berednings|arbets|lednings|referens|projekt)gruppen\b"
)
# "1. Dagordning" names a matter of minutes, not what the document is.
_ITEM_HEADING = re.compile(r"(?:§ ?)?\d{1,3}[.)]? ")
_SET_BESIDE = re.compile(r"   (?!\s*[+−–-]?\d[\d ]*(?:\s\s|$))")  # what is no figure of a table's row
_MARKS = re.compile(r"^(?:#{1,6} |\*\*)|\*\*$")
_OF_ORGANISATION = re.compile(r", (?:[A-ZÅÄÖ][a-zåäö]+s? (?:kommun|stad)|Region [A-ZÅÄÖ][a-zåäö]+)$")
_SET_APART = re.compile(r"(?<=[a-zåäö]) - (?=och\b)")  # "Kultur - och fritidsnämnden", as scanning gives it
# What a document of any kind begins with, where its name stands at the head of the pages or on a cover.
_OPENS_ANY = re.compile(
    r"(?:\d{1,2}[. ]+)?(?:Inledning|Bakgrund|Innehåll(?:sförteckning)?|Sammanfattning|Förord|Syfte|Inledande ord)[ :]*",
    re.IGNORECASE,
)
_PARAGRAPH_LINE = re.compile(
    r"^[ \t]*(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,5} )?(?:§ ?\d{1,3}|\d{1,3} ?§) +\D", re.MULTILINE
)
# Labels of those who lead, order and receive an assignment; three of them together stand in directives alone.
_ROLE_LABEL = re.compile(
    r"^\W*((?:Uppdrags|Projekt|Process|Program|Genomförande|Huvudprojekt|Effekt)(?:ledare|ägare|tagare|ansvarig)|(?:Uppdrags)?(?:[Bb]eställare|[Bb]eställarombud)|Sponsor|(?:Projekt)?[Ss]tyrgrupp(?:en)?|Projektgrupp)\b(?:\*\*)?[ ]*(?::|\||\t| {2}| är )",
    re.MULTILINE,
)
LEAST_ROLES = 3
_FILE_DATE = re.compile(r"(20\d\d)-?(\d\d)-?(\d\d)(?!\d)")


def recognise(document: ReadDocument, file_name: str) -> DocumentProfile:
    """Return what a document says of itself.

    `file_name` is the file's name, better its path below the source root: it decides only what the words leave open.
    """
    return _Recogniser(document, file_name).profile()


class _Recogniser:
    """Read a document's head, tail and headings for what they tell of the whole."""

    def __init__(self, document: ReadDocument, file_name: str) -> None:
        self._blocks = document.blocks
        self._text = _SET_APART.sub("- ", document.text[:_MOST_TEXT])
        self._path = file_name.replace("\\", "/")
        self._stem = self._path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        self._front = dict(document.front_matter)
        self._head = "\n".join(block.text for block in self._blocks[:40])[:_HEAD]
        self._tail = "\n".join(block.text for block in self._blocks[-14:])[-_TAIL:]

    def profile(self) -> DocumentProfile:
        """Put together what each part of the document tells."""
        version = self._version
        draft = self._draft_reason()
        return DocumentProfile(
            title=title_of(self._naming()),
            kind=self._kind,
            organisation=self._organisation(),
            board=self._board,
            date=self._date,
            year=self._year(),
            case_number=self._case_number(),
            version=version,
            is_draft=bool(draft),
            draft_reason=draft,
            language=self._language(),
        )

    # what it is

    @cached_property
    def _matters(self) -> list[Block]:
        """The headings of numbered paragraphs (§ 66 …)."""
        return [b for b in self._blocks if b.kind is BlockKind.HEADING and b.text.startswith("§")]

    @cached_property
    def _own_title(self) -> str:
        """The title that the document itself bears, "" when it bears none."""
        leading = []
        for block in self._blocks[:6]:
            if block.kind is not BlockKind.HEADING or block.level != 1:
                break
            leading.append(block.text)
        named = max((line for line in leading if not _OPENS_ANY.fullmatch(line)), key=len, default="")
        return named.strip(" –-:") or self._declared_title

    @property
    def _declared_title(self) -> str:
        """The title in the file's properties, unless a program put it there."""
        named = self._front.get("title", "").strip()
        return "" if _NO_TITLE.match(named) or folded(named.lower()) == folded(self._stem.lower()) else named

    @cached_property
    def _kind(self) -> DocumentKind:
        if self._front.get("kind") == DocumentKind.CALENDAR:  # the format itself says so
            return DocumentKind.CALENDAR
        if self._is_government:
            return self._government_kind()
        return self._standing_kind() or self._local_kind()

    def _standing_kind(self) -> DocumentKind | None:
        """Return the kind of a document that says at once that it is a standing one."""
        opening = [block.text for block in self._blocks[:_OPENING] if len(block.text) < _TOP]
        return next((kind for text in opening for kind, named in STANDING_KINDS if named.match(text)), None)

    def _local_kind(self) -> DocumentKind:
        """Judge a document of a region, a municipality or one of their bodies."""
        title = self._own_title[:300]
        top = "\n".join(
            line
            for line in self._head[:_TOP].split("\n")
            if len(line) < 100 and line[-1:] != "." and not _ITEM_HEADING.match(line)
        )
        stem = folded(self._stem.lower())
        for kind, pattern in TITLE_KINDS:
            if pattern.search(title):
                if kind is DocumentKind.BOARD_PLAN and re.search(r"uppf[oö]ljning", stem):
                    return DocumentKind.FOLLOW_UP
                return kind
        decides = any(b.kind is BlockKind.HEADING and re.match(r"Beslut\b", b.text) for b in self._blocks)
        if self._matters and (decides or len(self._matters) > 1):
            return DocumentKind.MINUTES
        if self._assigns_roles:
            return DocumentKind.DIRECTIVE
        for kind, pattern in STEM_KINDS:
            if pattern.search(stem):
                return kind
        for kind, pattern in TITLE_KINDS:
            if pattern.search(top):
                return kind
        return self._kind_by_content()

    @property
    def _assigns_roles(self) -> bool:
        """Tell whether the document says who gives and who takes on an assignment, as only directives do."""
        text = self._text
        return (
            re.search(r"\bUppdrags(?:ägare|ledare)\s*:", text) is not None
            or (
                re.search(r"\bUppdragsgivare\b", text) is not None
                and re.search(r"\bUppdrags(?:mottagare|tagare|ledare)", text) is not None
            )
            or len({found[1].lower() for found in _ROLE_LABEL.finditer(text)}) >= LEAST_ROLES
        )

    def _kind_by_content(self) -> DocumentKind:
        """Judge by the words that only one kind of document uses."""
        if re.search(r"\bAntal Ja: ?\d+", self._text) or len(_PARAGRAPH_LINE.findall(self._text)) > 2:
            return DocumentKind.MINUTES
        if any(
            b.is_header
            and sum(1 for c in b.cells if re.match(r"(?:Del)?[Mm]ål|Indikator|Insats", c.text)) >= 1
            for b in self._blocks
        ):
            return DocumentKind.BOARD_PLAN
        return DocumentKind.OTHER

    @cached_property
    def _is_government(self) -> bool:
        """Tell whether the document comes from the national government."""
        if _GOVERNMENT_PATH.search(self._path):
            return True
        if "regeringen.se" in self._front.get("url", "") + self._front.get("source", ""):
            return True
        head = self._head[:1200]
        if _LOCAL.search(head) is not None or self._matters:
            return False
        return self._is_committee or _GOVERNMENT.search(f"{self._own_title}\n{head}") is not None

    @cached_property
    def _is_committee(self) -> bool:
        """Tell whether the document directs a committee or a special investigator."""
        if _COMMITTEE.search(self._text) is None:
            return False
        return _COMMITTEE_FILE.match(self._stem) is not None or (
            _COMMITTEE.search(self._head[:1200]) is not None and _IS_REPORTED.search(self._text) is not None
        )

    def _government_kind(self) -> DocumentKind:
        if re.search(r"(?:^|/)(?:regeringsuppdrag|kommittedirektiv)/", self._path):
            return DocumentKind.DIRECTIVE
        if re.search(
            r"(?:^|/)(?:pressmeddelanden|remisser|artiklar|tal|debattartiklar|rapporter|proposition|lagradsremiss|skrivelse)/",
            self._path,
        ):
            return DocumentKind.OTHER
        if self._is_committee:
            return DocumentKind.DIRECTIVE
        titles = (self._own_title, *(block.text for block in self._blocks[:_LETTER_HEAD]))
        is_assignment = (
            any(map(_ASSIGNMENT_TITLE.match, titles)) and _ASSIGNS.search(self._text[:4000]) is not None
        )
        return DocumentKind.DIRECTIVE if is_assignment else DocumentKind.OTHER

    def _naming(self) -> Naming:
        return Naming(
            self._blocks,
            self._text,
            self._stem,
            self._own_title,
            bool(self._declared_title),
            self._kind,
            self._board,
            self._date,
            tuple(block.text for block in self._matters),
        )

    # who stands behind it

    def _organisation(self) -> str:
        return (
            "Regeringskansliet"
            if self._is_government
            else organisation_of(f"{self._declared_title}\n{self._text}", self._stem)
        )

    @cached_property
    def _board(self) -> str:
        owning = _BOARD_OWNING.search(self._own_title)
        if owning is not None:
            return _capitalised(owning[1])
        if self._kind in (DocumentKind.DIRECTIVE, DocumentKind.OTHER):
            return ""
        if self._kind is DocumentKind.CALENDAR:  # it is nobody's when several boards meet in it
            named = {_capitalised(" ".join(found[0].split())) for found in _BOARD.finditer(self._text)}
            return named.pop() if len(named) == 1 else ""
        weights: Counter[str] = Counter()
        least = 5 if self._kind in (DocumentKind.BOARD_PLAN, DocumentKind.FOLLOW_UP) else 1
        for name, weight in self._board_signs():
            if weight >= least:
                weights[_capitalised(" ".join(name.split()))] += weight
        return weights.most_common(1)[0][0] if weights else ""

    def _board_signs(self) -> Iterator[tuple[str, int]]:
        """Yield the boards that the document names, with how strongly each sign speaks."""
        for line in self._text[:6000].split("\n"):
            words = _MARKS.sub("", line.strip())
            if (
                len(" ".join(words.split())) < 70
                and (found := _BOARD.match(words))
                and (
                    found.end() == len(words)
                    or _SET_BESIDE.match(words, found.end())
                    or _OF_ORGANISATION.match(words, found.end())
                )
            ) or (len(words) < 200 and (found := _BOARD.match(words)) and re.search(r"\bProtokoll\b", words)):
                yield found[0], 6
        for found in _BOARD.finditer(self._own_title):
            yield found[0], 8
        if self._kind is DocumentKind.MINUTES and (group := _GROUP.search(self._head[:_TOP])):
            yield group[0], 4
        if re.search(
            r"\bstyrelseprotokoll\b|\bsammanträde med styrelsen\b|\bstyrelse(?:möte|sammanträde)\b",
            self._head,
            re.IGNORECASE,
        ):
            yield "Styrelsen", 8
        deciding = False
        for block in self._blocks:
            if block.kind is BlockKind.HEADING:
                deciding = (
                    re.match(r"Beslut(?:\b(?!sunderlag|sgång)|et\b)", block.text) is not None
                    and "skickas" not in block.text
                )
            elif deciding:
                if found := _DECIDES.match(re.sub(r"^\d{1,2}\. ", "", block.text)):
                    yield self._whole_name(found[0]), 5
                deciding = False
        for found in _BOARD.finditer(self._text[:20_000]):
            yield found[0], 1

    def _whole_name(self, name: str) -> str:
        """Return the name of a board that is called only "Arbetsutskottet" or "Nämnden" where it decides."""
        if name == "Arbetsutskottet":
            found = re.search(r"\b(\w+(?:styrelsens|nämndens) arbetsutskott)\b", self._text)
            return found[1] if found else name
        if name in ("Nämnden", "Styrelsen"):
            found = _BOARD.search(self._head)
            return found[0] if found else name
        return name

    # when, and how far it has come

    @cached_property
    def _date(self) -> dt.date | None:
        if self._is_government:
            return None
        places = (self._own_title, self._head, self._tail, self._text[:20_000])
        for pattern in _DATED:
            for words in places:
                found = pattern.search(words)
                if found is not None and (day := day_of(found)) is not None:
                    return day
        if self._kind in (DocumentKind.MINUTES, DocumentKind.MEETING_SUMMARY, DocumentKind.AGENDA):
            if (named := _FILE_DATE.search(self._stem)) is not None:
                return valid_day(int(named[1]), int(named[2]), int(named[3]))
            if (alone := _DAY_ALONE.search(self._head[:600])) is not None:
                return day_of(alone)
            if (titled := ANY_DAY.search(self._own_title)) is not None:
                return day_of(titled)
            return None
        return None if self._kind is DocumentKind.CALENDAR else adopted_on(self._text, self._blocks)

    def _year(self) -> int | None:
        if (
            self._kind
            in (
                DocumentKind.BOARD_PLAN,
                DocumentKind.FOLLOW_UP,
                DocumentKind.CALENDAR,
                DocumentKind.DIRECTIVE,
            )
            and not self._is_government
        ):
            is_directive = self._kind is DocumentKind.DIRECTIVE and self._date is not None
            for words in (self._own_title, self._stem, "" if is_directive else self._head[:200]):
                if (found := _YEARS.search(words.replace("_", " "))) is not None:
                    return int(found[1])
        if self._date is not None:
            return self._date.year
        for pattern, words in (
            (_PATH_YEAR, self._path),
            (_YEARS, self._own_title),
            (_YEARS, re.sub(r"[_-]", " ", self._stem)),
        ):
            if (found := pattern.search(words)) is not None:
                return int(found[1])
        return None

    def _case_number(self) -> str:
        before = self._text[: self._matters[0].span.start] if self._matters else ""
        places = (
            before[:800],
            self._own_title,
            "\n".join(b.text for b in self._matters[:1]),
            self._text[:1500],
            self._head,
        )
        # what stands further down in an agenda are the numbers of its matters
        for words in places[:2] if self._kind is DocumentKind.AGENDA else places:
            if (found := _CASE_NUMBER.search(words)) is not None:
                return " ".join(
                    (found["kept"] or found["number"] or found["bare"])
                    .replace(":", " ", 1 if found["kept"] else 0)
                    .split()
                )
        return ""

    @cached_property
    def _version(self) -> str:
        for words in (self._front.get("version", ""), self._head[:800], self._tail):
            if words and re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){0,2}", words):
                return words
            if (found := _VERSION.search(words)) is not None:
                return found[1]
        return ""

    def _draft_reason(self) -> str:
        """Return why the document is a draft, in Swedish, "" when it is none."""
        if self._version and int(self._version.split(".")[0]) == 0:
            return f"utgåva {self._version} är lägre än 1.0"
        standing = "\n".join(found[1] for found in _STANDING.finditer(self._head + "\n" + self._tail))
        for words in (
            self._own_title,
            standing,
            "\n".join(b.text for b in self._blocks[:3] if len(b.text) < 60),
            self._front.get("status", ""),
        ):
            if (draft := _DRAFT_WORD.search(words)) is not None:
                return f"dokumentet kallas {draft[1].lower()}"
        if re.search(r"(?:^|[_ -])(?:utkast|arbetsmaterial|draft)(?:[_ -]|$)", folded(self._stem.lower())):
            return "filen är namngiven som utkast"
        if self._kind is DocumentKind.DIRECTIVE and _SIGNATURE_FIELD.search(self._tail):
            return "underskriften är inte ifylld"
        return ""

    def _language(self) -> str:
        named = self._front.get("language", "")[:2].lower()
        if named in ("sv", "en"):
            return named
        sample = self._text[:4000].lower()
        return "en" if len(_ENGLISH.findall(sample)) > 2 * len(_SWEDISH.findall(sample)) + 3 else "sv"


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
