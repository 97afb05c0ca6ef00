"""Recognise a document as a whole: its kind, who stands behind it, when, and whether it is a draft. Pure."""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.reading.headings import looks_like_heading

_HEAD, _TAIL, _TOP = 2_500, 1_200, 400
_MOST_TEXT = 200_000
_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_DAY = rf"(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>(?:19|20)\d\d))(?!\d)"
_WEEKDAY = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?"
_DATED = tuple(
    re.compile(before + _WEEKDAY + _DAY, re.DOTALL)
    for before in (
        r"\b(?:Sammanträdes(?:datum|dag)|Mötes(?:datum|dag))\s*:?\s*",
        r"^(?:(?:STYRELSE|SAMMANTRÄDES)?PROTOKOLL|(?:\w+ )?[Pp]rotokoll|[Mm]ötesanteckning(?:ar)?)[^\n\d]{0,30}\s",
        r"\b[Ff]ört vid (?:sammanträde|möte)\w*[^\d]{0,80}?",
        r"\bSammanfattning (?:från|av)[^\n\d]{3,60}? ",
        r"(?:^|\n)(?:Datum|Dag|Tid(?: och plats)?|Beslutsdatum|Upprättad(?:at)?|Fastställd(?: av .{3,60}?)?|Antagen(?: av .{3,60}?)?)\s*:?\s*",
        r"\b[Pp]rotokoll(?: från| fört)?[^\n\d]{0,60}? ",
        r"\b(?:[Dd]atum|[Bb]eslutsdatum)\s*:?\s*",
    )
)
_ANY_DAY = re.compile(_DAY)
_CASE_NUMBER = re.compile(
    r"\b(?:(?P<kept>(?:Dnr|dnr) ?:? ?(?=[A-ZÅÄÖ\d])(?:[A-ZÅÄÖ]{1,6}[ -]?)?\d{1,6}[/:-]\d{2,6}(?:[/:-]\d{1,6})?)"
    r"|(?:Diarienr|Diarienummer|Ärendenummer|Ärendenr|Diarie-?nr)\.?:?\s*(?P<number>(?:[A-ZÅÄÖ]{1,6}[ -]?)?(?:\d{5}/(?:19|20)\d\d|\d{1,6}[/:-]\d{2,6}(?:[/:-]\d{1,6})?))"
    r"|(?P<bare>[A-ZÅÄÖ]{1,5}-(?:19|20)\d\d-\d{3,6}|[A-ZÅÄÖ]{2,5} \d{1,5}-(?:19|20)\d\d|[A-ZÅÄÖ][a-z]?(?:19|20)\d\d/\d{3,6}|[A-ZÅÄÖ]{2,5}(?:19|20)\d\d[-/]\d{3,6}))"
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
_BOARD_NAME = (
    r"(?:[Rr]egion|[Kk]ommun|[Ff]örbunds|[Ss]tads|[Ll]andstings)(?:styrelsens arbetsutskott|styrelsen|fullmäktige|direktionen)"
    r"|[Nn]ämnden för [A-ZÅÄÖa-zåäö][a-zåäö]+(?:-? (?:&|och|samt) [A-ZÅÄÖa-zåäö][a-zåäö]+){0,3}"
    r"|[Ss]ocialnämnd(?:en)? [A-ZÅÄÖ][a-zåäö]+"
    r"|(?:[A-ZÅÄÖa-zåäö][a-zåäö]+-(?:,? och | & )[a-zåäö]*|[A-ZÅÄÖa-zåäö][a-zåäö]+-, [a-zåäö]+- och [a-zåäö]*|[Rr]egionala [a-zåäö]*|[Tt]ekniska |[A-ZÅÄÖa-zåäö][a-zåäö]{2,})nämnden"
    r"|[A-ZÅÄÖ][a-zåäö]+ [Ss]amverkansgrupp|[Pp]olitiskt samrådsorgan|[Dd]irektionen"
)
_BOARD = re.compile(rf"\b(?:{_BOARD_NAME})\b")
_BOARD_OWNING = re.compile(rf"\b({_BOARD_NAME})s(?= [a-zåäö-]*plan\b)")
_DECIDES = re.compile(
    rf"(?:{_BOARD_NAME}|Arbetsutskottet|Styrelsen|Nämnden)(?= (?:beslutar|beslutade|föreslår|tillstyrker|avstyrker|hemställer|ger|godkänner|antar|överlämnar|avslår|bifaller|noterar|återremitterar|förklarar|fastställer|bordlägger|har beslutat)\b)"
)
_NAME = r"[A-ZÅÄÖ][a-zåäö]+"
_ORGANISATION = re.compile(
    r"\b(?:(?P<bolag>(?:[A-ZÅÄÖ][\wåäö-]+ )(?:(?:i |och |& )?[\wåäöÅÄÖ-]+ ){0,3}?AB)(?::s)?\b"
    r"|(?P<forbund>(?:[A-ZÅÄÖ][a-zåäö]+ )?(?:[Kk]ommunal|[Ss]amordnings|[Rr]äddningstjänst|[Gg]ymnasie|[Vv]årds|[Ss]jukvårdsregion)förbund(?:et)?(?: [A-ZÅÄÖ][a-zåäö]+)?)\b"
    rf"|Region (?P<region>Jämtland Härjedalen|Västra Götaland|{_NAME})(?! (?:Syd|Nord|Öst|Väst)\b)"
    r"|(?P<lan>[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?sregionen)s?\b"
    rf"|(?P<kommun>(?:(?:Lilla|Stora|Östra|Västra|Norra|Södra|Upplands) )?{_NAME}) (?:[Kk]ommun)(?:en)?s?\b"
    r"|(?P<versal>[A-ZÅÄÖ]{3,}(?: [A-ZÅÄÖ]{3,})?) (?P<form>KOMMUN|STAD)\b"
    rf"|(?P<stad>{_NAME}s) [Ss]tads?\b"
    rf"|(?P<annan>Tolkförmedling {_NAME}|Regeringskansliet))"
)
_NOT_A_PLACE = frozenset(
    (
        "Varje",
        "Annan",
        "Denna",
        "Egen",
        "Hela",
        "En",
        "Er",
        "Vår",
        "Din",
        "Samma",
        "Ingen",
        "Berörd",
        "Respektive",
        "Sveriges",
        "Som",
    )
)
_YEARS = re.compile(r"(?<![\d-])(20[0-4]\d)(?:\s?[-–/]\s?(?:20)?\d\d)?(?![\d-])")
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
_ENGLISH = re.compile(r"\b(?:the|and|of|is|that|for|with|by|shall|was|are)\b")
_SWEDISH = re.compile(r"\b(?:och|att|det|som|för|är|på|av|med|till|ska|har|den|en)\b")
_NO_TITLE = re.compile(
    r"\(?(?:anonymous|untitled|unspecified|namnlös|powerpoint|microsoft word|dokument ?\d*$|document ?\d*$)|.*\.(?:docx?|pdf|xlsx?)$",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"§§?\s*(\d{1,4})")
_FILE_DATE = re.compile(r"(20\d\d)-?(\d\d)-?(\d\d)(?!\d)")

_TITLE_KINDS = (
    (
        DocumentKind.MEETING_SUMMARY,
        re.compile(
            r"\bsammanfattning (?:från|av|av beslut från) (?:\w+ )?(?:\w*styrelse\w*|\w*nämnd\w*|\w*fullmäktige\w*|sammanträde\w*|mötet)|\bbeslut i korthet\b",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.CALENDAR,
        re.compile(
            r"\b(?:sammanträdesplan|sammanträdestider|sammanträdesdagar|sammanträdeskalender|möteskalender|mötesplan|sammanträdesdatum \d{4}$)",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.AGENDA,
        re.compile(
            r"\b(?:kallelse|föredragningslista|ärendelista|ärendeförteckning|dagordning)\b", re.IGNORECASE
        ),
    ),
    (
        DocumentKind.MINUTES,
        re.compile(r"(?:protokoll|\bmötesanteckning\w*|\bminnesanteckning\w*|^§§? ?\d+)", re.IGNORECASE),
    ),
    (
        DocumentKind.DIRECTIVE,
        re.compile(
            r"\b(?:uppdragsdirektiv|projektdirektiv|kommittédirektiv|regeringsuppdrag|uppdragsbeskrivning|uppdragshandling|tilläggsdirektiv)",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.FOLLOW_UP,
        re.compile(
            r"(?:delårs|års|tertial|kvartals|månads|revisions|slut|läges|uppföljnings)(?:rapport|redovisning|bokslut|bild)\w*|\buppföljning|\bmåluppfyllelse|\bbokslut|\bgranskning",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.BOARD_PLAN,
        re.compile(
            r"(?:nämnd|styrelse|verksamhets|region|budget|handlings|mål)plan\w*|\b(?:styrelsens|nämndens) plan\b|\bplan (?:mot|för) .{3,60}\d{4}|program\b.{0,20}\d{4}|\bplan(?: och budget)? 20\d\d",
            re.IGNORECASE,
        ),
    ),
)
_STEM_KINDS = (
    (
        DocumentKind.MEETING_SUMMARY,
        re.compile(r"sammanfattning.{0,30}(?:styrelse|namnd|fullmaktige|sammantrade)"),
    ),
    (DocumentKind.CALENDAR, re.compile(r"sammantrades(?:plan|tider|dagar|kalender)|moteskalender")),
    (DocumentKind.AGENDA, re.compile(r"kallelse|foredragningslista|arendelista")),
    (
        DocumentKind.MINUTES,
        re.compile(r"protokoll|motesanteckning|omrostningslista|(?:^|[_ -])(?:par|p|§)\d"),
    ),
    (DocumentKind.DIRECTIVE, re.compile(r"uppdragsdirektiv|projektdirektiv|uppdragsbeskrivning")),
    (
        DocumentKind.FOLLOW_UP,
        re.compile(
            r"delarsrapport|arsredovisning|uppfoljning|revisionsrapport|lagesbild|lagesrapport|slutrapport|tertialrapport"
        ),
    ),
    (
        DocumentKind.BOARD_PLAN,
        re.compile(
            r"namndplan|styrelseplan|verksamhetsplan|styrelsens-plan|handlingsplan|(?:^|[_ -])plan(?:[_ -]|$)"
        ),
    ),
)


def recognise(document: ReadDocument, file_name: str) -> DocumentProfile:
    """Return what a document says of itself.

    `file_name` is the file's name, better its path below the source root: it decides only what the words leave open.
    """
    return _Recogniser(document, file_name).profile()


_BARE_KIND = re.compile(
    r"(?:uppdrags|projekt|ägar)?direktiv|uppdragsbeskrivning|protokoll(?:sutdrag)?|(?:nämnd|styrelse|verksamhets)plan|delårsrapport|uppföljning|tjänsteskrivelse",
    re.IGNORECASE,
)


def _numbers_in_words(numbers: list[str]) -> str:
    """Return paragraph numbers as "93–101" where they follow on each other, else the first few of them."""
    plain = [int(number) for number in numbers if number.isdigit()]
    if len(plain) == len(numbers) > 2 and plain == list(range(plain[0], plain[-1] + 1)):
        return f"{plain[0]}–{plain[-1]}"
    return ", ".join(numbers[:6]) + (" m.fl." if len(numbers) > 6 else "")


class _Recogniser:
    """Read a document's head, tail and headings for what they tell of the whole."""

    def __init__(self, document: ReadDocument, file_name: str) -> None:
        self._blocks = document.blocks
        self._text = document.text[:_MOST_TEXT]
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
            title=self._title,
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
        return max(leading, key=len, default="").strip(" –-:") or self._declared_title

    @property
    def _declared_title(self) -> str:
        """The title in the file's properties, unless a program put it there."""
        named = self._front.get("title", "").strip()
        return "" if _NO_TITLE.match(named) else named

    @cached_property
    def _kind(self) -> DocumentKind:
        if self._front.get("kind") == DocumentKind.CALENDAR:  # the format itself says so
            return DocumentKind.CALENDAR
        if self._is_government:
            return self._government_kind()
        title = self._own_title[:300]
        top = "\n".join(
            line for line in self._head[:_TOP].split("\n") if len(line) < 100 and line[-1:] != "."
        )
        stem = _folded(self._stem)
        for kind, pattern in _TITLE_KINDS:
            if pattern.search(title):
                if kind is DocumentKind.BOARD_PLAN and re.search(r"uppf[oö]ljning", stem):
                    return DocumentKind.FOLLOW_UP
                return kind
        decides = any(b.kind is BlockKind.HEADING and re.match(r"Beslut\b", b.text) for b in self._blocks)
        if self._matters and (decides or len(self._matters) > 1):
            return DocumentKind.MINUTES
        if self._assigns_roles:
            return DocumentKind.DIRECTIVE
        for kind, pattern in _STEM_KINDS:
            if pattern.search(stem):
                return kind
        for kind, pattern in _TITLE_KINDS:
            if pattern.search(top):
                return kind
        return self._kind_by_content()

    @property
    def _assigns_roles(self) -> bool:
        """Tell whether the document says who gives and who takes on an assignment, as only directives do."""
        text = self._text
        return re.search(r"\bUppdrags(?:ägare|ledare)\s*:", text) is not None or (
            re.search(r"\bUppdragsgivare\b", text) is not None
            and re.search(r"\bUppdrags(?:mottagare|tagare|ledare)", text) is not None
        )

    def _kind_by_content(self) -> DocumentKind:
        """Judge by the words that only one kind of document uses."""
        if any(
            b.is_header
            and sum(1 for c in b.cells if re.match(r"(?:Del)?[Mm]ål|Indikator|Insats", c.text)) >= 1
            for b in self._blocks
        ):
            return DocumentKind.BOARD_PLAN
        if re.search(r"\bAntal Ja: ?\d+", self._text):
            return DocumentKind.MINUTES
        return DocumentKind.OTHER

    @cached_property
    def _is_government(self) -> bool:
        """Tell whether the document comes from the national government."""
        if _GOVERNMENT_PATH.search(self._path):
            return True
        if "regeringen.se" in self._front.get("url", "") + self._front.get("source", ""):
            return True
        head = self._head[:1200]
        return (
            _LOCAL.search(head) is None
            and _GOVERNMENT.search(self._own_title + "\n" + head) is not None
            and not self._matters
        )

    def _government_kind(self) -> DocumentKind:
        if re.search(r"(?:^|/)(?:regeringsuppdrag|kommittedirektiv)/", self._path):
            return DocumentKind.DIRECTIVE
        if re.search(
            r"(?:^|/)(?:pressmeddelanden|remisser|artiklar|tal|debattartiklar|rapporter|proposition|lagradsremiss|skrivelse)/",
            self._path,
        ):
            return DocumentKind.OTHER
        is_assignment = (
            _ASSIGNMENT_TITLE.match(self._own_title) is not None
            and _ASSIGNS.search(self._text[:4000]) is not None
        )
        return DocumentKind.DIRECTIVE if is_assignment else DocumentKind.OTHER

    @cached_property
    def _title(self) -> str:
        named = self._name()
        return f"{named} – {self._subject_after(named)}" if _BARE_KIND.fullmatch(named) else named

    def _subject_after(self, named: str) -> str:
        """Return the line that follows a title that only says what sort of document it is, else the file's name."""
        for index, block in enumerate(self._blocks[:8]):
            if block.text.strip(" :–-") != named or index + 1 >= len(self._blocks):
                continue
            following = self._blocks[index + 1].text.strip()
            if (
                8 <= len(following) <= 200
                and ":" not in following
                and not following[0].isdigit()
                and following[-1] != "."
            ):
                return following
        return _humanised(self._stem)

    def _name(self) -> str:
        own = self._own_title
        if self._kind is DocumentKind.MINUTES and self._matters:
            # what stands at the top of an extract is a page header, not its name
            if len(self._matters) == 1 and not self._declared_title:
                return self._matters[0].text
            if (
                not own
                or len(own) < 25
                or (re.search("protokoll", own, re.IGNORECASE) and _ANY_DAY.search(own) and len(own) > 60)
            ):
                return self._minutes_title()
        if own and len(own) >= 8:
            return own
        if self._kind is DocumentKind.MINUTES and (self._board or self._date):
            return self._minutes_title()
        return self._named_by_its_head() or own or _humanised(self._stem) or "Dokument utan namn"

    def _named_by_its_head(self) -> str:
        """Return the first line at the top that says what the document is, or its first heading."""
        for block in self._blocks[:8]:
            is_name = block.kind is BlockKind.HEADING or looks_like_heading(block.text.rstrip(":"))
            if (
                len(block.text) <= 120
                and is_name
                and not block.text[0].isdigit()
                and any(pattern.search(block.text) for _, pattern in _TITLE_KINDS)
            ):
                return block.text.strip(" :–-")
        first = next((b.text for b in self._blocks[:3] if b.kind is BlockKind.HEADING and b.level <= 2), "")
        return "" if re.match(r"\d", first) else first

    def _minutes_title(self) -> str:
        """Return a name for minutes that bear none, from the board, the day and the paragraphs."""
        numbers = [found[1] for b in self._matters if (found := _PARAGRAPH.match(b.text))]
        paragraphs = f"§ {_numbers_in_words(numbers)}" if numbers else ""
        day = self._date.isoformat() if self._date else ""
        return " ".join(part for part in ("Protokoll", self._board, day, paragraphs) if part)

    # who stands behind it

    def _organisation(self) -> str:
        if self._is_government:
            return "Regeringskansliet"
        weights: dict[str, float] = {}
        for found in _ORGANISATION.finditer(self._text):
            name = _organisation_name(found)
            if found.lastgroup in ("kommun", "stad") and name.split()[0] in _NOT_A_PLACE:
                continue
            near = 4.0 if found.start() < 150 else 1.0 if found.start() < 600 else 0.0
            weight = near + (0.02 if found.lastgroup == "bolag" else 1.0)
            weights[name] = weights.get(name, 0.0) + weight
        name = max(weights, key=lambda key: weights[key], default="")
        return name if name and weights[name] >= 1 else self._organisation_by_name() or name

    def _organisation_by_name(self) -> str:
        """Return the municipality that the file's name and the words agree on, "" when they do not."""
        for token in re.split(r"[_\W]+", _folded(self._stem)):
            if len(token) < 4:
                continue
            for found in re.finditer(r"(?<=[a-zåäö,] )([A-ZÅÄÖ][a-zåäö]{3,})\b", self._text[:20_000]):
                name = found[1]
                if _folded(name) not in (token, token + "s"):
                    continue
                owning = name if name.endswith(("s", "x", "z")) else name + "s"
                if re.search(r"\b[Ss]tad(?:en|ens)\b", self._text):
                    return f"{owning} stad"
                if re.search(r"\b[Kk]ommunens?\b", self._text):
                    return f"{name} kommun"
                break
        return ""

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
            words = line.strip()
            if (
                len(words) < 70
                and (found := _BOARD.match(words))
                and (found.end() == len(words) or "   " in words[found.end() :][:4])
            ) or (len(words) < 200 and (found := _BOARD.match(words)) and re.search(r"\bProtokoll\b", words)):
                yield found[0], 6
        for found in _BOARD.finditer(self._own_title):
            yield found[0], 8
        if re.search(
            r"\bSTYRELSEPROTOKOLL\b|\bStyrelseprotokoll\b|\bsammanträde med styrelsen\b|\bstyrelsemöte\b",
            self._head,
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
                if found is not None and (day := _day(found)) is not None:
                    return day
        if self._kind in (DocumentKind.MINUTES, DocumentKind.MEETING_SUMMARY, DocumentKind.AGENDA):
            if (named := _FILE_DATE.search(self._stem)) is not None:
                return _valid(int(named[1]), int(named[2]), int(named[3]))
            if (titled := _ANY_DAY.search(self._own_title)) is not None:
                return _day(titled)
        return None

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
            for words in (self._own_title, self._stem, self._head[:200]):
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
        for words in places:
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
        if re.search(r"(?:^|[_ -])(?:utkast|arbetsmaterial|draft)(?:[_ -]|$)", _folded(self._stem)):
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


def _organisation_name(found: re.Match[str]) -> str:
    """Return an organisation's name in its usual form."""
    if found["region"]:
        name = found["region"]
        return f"Region {name.removesuffix('s')}"  # no region's name ends in s: it stands in the genitive
    if found["lan"]:
        return found["lan"]
    if found["kommun"]:
        return f"{found['kommun']} kommun"
    if found["versal"]:
        return f"{found['versal'].title()} {found['form'].lower()}"
    if found["stad"]:
        return f"{found['stad']} {'Stad' if 'Stad' in found[0] else 'stad'}"
    return " ".join((found["bolag"] or found["forbund"] or found["annan"]).split())


def _day(found: re.Match[str]) -> dt.date | None:
    if found["y"]:
        return _valid(int(found["y"]), int(found["m"]), int(found["d"]))
    return _valid(int(found["year"]), _MONTHS.index(found["month"].lower()) + 1, int(found["day"]))


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _folded(words: str) -> str:
    """Return words in lower case without marks on the letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(c))


def _humanised(stem: str) -> str:
    words = re.sub(r"[_-]+", " ", stem).strip()
    return words[:1].upper() + words[1:]
