"""Decisions and proposals: the points of a decision, whose they are, and what became of the matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from knowledge.facts import DecisionOutcome
from knowledge.parsing.boards import BOARD, Voice, voice_of
from knowledge.parsing.decision_chunks import Chunk, chunks_of
from knowledge.parsing.minutes_sections import Part, PartKind
from knowledge.parsing.minutes_stream import Stream, sentences


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """One point of a decision or proposal: where its words stand and what its surroundings say of it.

    `task_of` names who the point is a task for when the words before the list say so ("… får i uppdrag att:").
    """

    start: int
    end: int
    words: str
    number: str = ""
    voice: Voice = field(default_factory=Voice)
    outcome: DecisionOutcome = DecisionOutcome.OTHER
    task_of: str = ""


@dataclass(frozen=True, slots=True)
class _Lead:
    """What the words before a list settle for its items."""

    voice: Voice = field(default_factory=Voice)
    number: str = ""
    task_of: str = ""
    depth: int = 0


_PURE_LEAD = re.compile(
    r"(?:\b(?:besluta[rdet]*|beslöt|beslut(?:\s+enligt)?\s+följande|enligt\s+följande|följande(?:\s+(?:beslut|förslag)(?:\s+till\s+\w+)?)?|att|att-satser)"
    r"(?:\s+att|\s+följande|\s+enhälligt|\s+för\s+(?:egen|sin)\s+del)*\s*:?|\bföljande(?:\s+beslut)?\.|\bförslag\s+till\s+beslut(?:\s+\([^)]*\))?\s*:|^(?:Enligt|På\s+förslag|I\s+enlighet|Med|För\s+egen|Förslag|I)\b.*:)$",
    re.DOTALL,
)
# "Kommunstyrelsen föreslår kommunfullmäktige", and the points on the lines below.
_PROPOSING_LEAD = re.compile(
    r"[A-ZÅÄÖ][^.:;]{2,90}?\b(?:föreslår|hemställer\s+hos|rekommenderar)\s+(?:[\wåäö]+s\s+|region|kommun)?[\wåäöÅÄÖ-]*(?:fullmäktige|styrelsen|nämnden|direktionen|stämman)(?:\s+besluta)?(?:\s+att)?"
)
_TASK_LEAD = re.compile(
    r"\b(?:i\s+uppdrag(?:\s+att)?|uppdra[rg]?\s+(?:åt|till)\s.{3,120}?\s+att|följande\s+(?:fullmäktige)?uppdrag)\s*:?$",
    re.DOTALL,
)
NO_DECISION = re.compile(
    r"(?:^(?:Paragrafen|Punkten|Beslutet|Ärendet|Protokollet|Denna\s+paragraf)\s+(?:förklaras\s+|är\s+)?(?:\w+\s+)?(?:omedelbart\s+)?justera|omedelbar\s+justering|omedelbart\s+justera|^§|^forts\b|^Det\s+(?:noterades|antecknades)\s+att\b|"
    r"^(?:_+|\.{3,}|…+)|^Signatur|^Vid\s+protokollet|^\(?(?:Ingen|Inga|Inget)\b(?!-)|^Enligt\s+ovan|^Yttrandet\s+biläggs)",
    re.IGNORECASE | re.DOTALL,
)
# "Den ska vara klar i maj" says when of what the sentence before decides.
SAYS_MORE = re.compile(r"(?:Den|Det|De|Detta|Denna|Dessa|\w+et)\s+(?:ska|skall)\s+(?:ha\s+|vara\s+)")
# What joins a point to the next one: ", samt" at its end.
JOINER = re.compile(r"(?:[,;]\s*(?:samt|och)?|\s(?:samt|och))$")
_OWN_VERB = re.compile(
    r"\b(?:utses|utsågs|väljs|valdes|lämnas|får\s+i\s+uppdrag|ges\s+i\s+uppdrag|i\s+uppdrag|ska|skall|beslutar|godkänn\w+|fastställ\w+|antas|antar|uppdrar|uppdras|upphör|"
    r"upphävs|ger|gäller|finansieras|anvisas|avslår|avslås|bifaller|återremitter\w+|bordlägg\w+|noterar|bemyndigas|överlämnas|beviljas|anses|förklaras)\b"
)
_OUTCOMES: tuple[tuple[DecisionOutcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(words, re.IGNORECASE))
    for outcome, words in (
        (DecisionOutcome.TABLED, r"\bbordl(?:ägg|a[dg])\w*|\bsk(?:öts|juts)\s+upp\b"),
        (DecisionOutcome.REFERRED_BACK, r"\båterremi(?:tt|ss)\w*(?!yrkande)"),
        (
            DecisionOutcome.REPEALED,
            r"\bupphäv(?:er|s|a|as|des)\b|\bupphör\w*\b.{0,40}\bgälla|\båterkalla[rs]?\b",
        ),
        (DecisionOutcome.ANSWERED, r"\bbesvara[dts]\w*|\banses?\s+(?:därmed\s+|härmed\s+|som\s+)?besvara"),
        (DecisionOutcome.REJECTED, r"\bavsl(?:å|år|ås|og|ogs|ag)\b|\bavstyrk\w*|\bavvisa[rs]?\b"),
        (
            DecisionOutcome.ASSIGNED,
            r"\bi\s+uppdrag\b|\buppdra[rgs]?\b(?=.{0,12}\b(?:åt|till)\b)|\bdelrapportering\s+ska\b",
        ),
        (
            DecisionOutcome.APPROVED,
            r"\bgodkän\w*|\bbif(?:all\w*|ölls?)\b|\btillstyrk\w*|\bbevilja[rs]?\b|\bställ\w+\s+sig\s+(?:bakom|positiv)",
        ),
        (
            DecisionOutcome.ADOPTED,
            r"\banta[rs]?\b|\bantog(?:s)?\b|\bfastställ(?:er|s|a|as|des|de)\b|\bfastslå[rs]?\b|\bfastslogs\b",
        ),
        (
            DecisionOutcome.NOTED,
            r"\bnotera[rsd]?(?:es|de)?\b|\banteckna[rsd]?(?:es|de)?\b|\btill\s+handlingarna\b|\b(?:tar|tagit|tog)\s+del\b|\binformation(?:en)?\s+(?:tas|mottas)\b|\btacka[rd]e?\s+för\b",
        ),
    )
)


_AS_PROPOSED = re.compile(
    r"\b(?:enligt|i\s+enlighet\s+med)\s+(?:[\wåäö-]+\s+){0,4}?(?:\w*förslag|yrkande)(?:et)?\b", re.IGNORECASE
)


def outcome_of(words: str) -> DecisionOutcome:
    """Name what became of the matter by the first deciding word."""
    found = [
        (match.start(), order, outcome)
        for order, (outcome, pattern) in enumerate(_OUTCOMES)
        if (match := pattern.search(words))
    ]
    if found:
        return min(found)[2]
    return DecisionOutcome.APPROVED if _AS_PROPOSED.search(words) else DecisionOutcome.OTHER


def decision_points(stream: Stream, part: Part) -> list[DecisionPoint]:
    """Return the points of a part that holds a decision or a proposal, in order."""
    chunks = list(chunks_of(stream, part.body, part.end, is_lead))
    points: list[DecisionPoint] = []
    parent = ""
    enumerates = False
    lead = _Lead(_heading_voice(part.heading))
    brief = part.heading.lower().startswith("ställningstagande")
    for index, chunk in enumerate(chunks):
        words = stream.words(chunk.start, chunk.end)
        enumerates = bool(points) and chunk.is_item and (enumerates or _is_open(points[-1].words))
        if enumerates or (points and _completes(points[-1], chunk, words)):
            last = points[-1]
            points[-1] = replace(last, end=chunk.end, words=stream.words(last.start, chunk.end))
            continue
        if not chunk.is_item and _AFTER_DECISION.search(words) and (points or not BOARD.match(words)):
            break
        after_list = bool(points) and chunks[index - 1].is_item and _is_past_list(points[-1], chunk, words)
        if after_list or (points and _is_past(stream, chunk, words, brief=brief)):
            break
        if not words or NO_DECISION.search(words) or not re.search(r"\w{2}", words):
            continue
        if chunk.depth == 1:
            parent = chunk.number
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        leads_list = following is not None and (following.is_item or not chunk.is_item)
        if chunk.depth <= lead.depth and not (chunk.is_item and lead.depth == 0) and not is_lead(words):
            lead = _Lead(lead.voice if chunk.depth <= lead.depth else Voice())
        if is_lead(words) and leads_list:
            new = _lead(words, lead, chunk)
            if not _is_pure(words):
                points.append(_point(stream, chunk, words, lead, parent, words_are_lead=True))
            lead = new
        elif chunk.is_item or part.in_report:
            points.append(_in_wake_of(points, _point(stream, chunk, words, lead, parent)))
        else:
            points.extend(_by_sentence(stream, chunk, lead))
    return _with_tables(stream, points, part)


# What minutes without further headings tell after the decision: debate, procedure, dissent.
_AFTER_DECISION = re.compile(
    r"\b(?:yrkar|yrkade|yttrar\s+sig|reserverar\s+sig|(?:votering|omröstning)(?:en)?\s+(?:begärs|utfaller|genomförs|verkställs)|ställer\s+(?:först\s+|därefter\s+|härefter\s+)?(?:propositioner?|förslage[nt])|"
    r"delt(?:ar|og)\s+(?:inte|ej)\s+i|avstår\s+från|föredrar|föredrog|anmäler\s+jäv|särskilt\s+yttrande|avvikande\s+mening|protokollsanteckning|godkänner\s+följande|är\s+jävig)\b"
    r"|^(?:Justera[sdt]|Protokollet\s+justera|Nästa\s+(?:sammanträde|möte)|Vid\s+protokollet|Sekreterare|Ordförande\s*:|Underskrift)",
    re.IGNORECASE,
)


# A list after "följande rekommendationer:" is what the point is about, not further points.
_ENUMERATES = re.compile(
    r"\bföljande\s+(?!beslut|uppdrag|förslag|tillägg|ändring|fullmäktige|att|punkt)[a-zåäö]{4,}:$"
)
# A matter is sent back as a whole, whatever list says what for ("återremitteras till kommunstyrelsen för att:").
_SENDS_BACK_FOR = re.compile(r"\båterremitter\w*\b[^.:]*\bför\s+att:?$", re.IGNORECASE)
# How background without a heading begins: what has come in, and from whom.
_TELLS = re.compile(
    r"\bha(?:r|de)\s+(?:\S+\s+){0,6}?(?:ställt|väckt|inkommit|lämnat\s+in|lämnats|inlämnats?|kommit\s+in|yttrat|begärt|tillstyrkt|avstyrkt|föreslagit|skickats)\b"
    r"|^(?:I\s+(?:motionen|initiativet|medborgarförslaget|skrivelsen)|Motionär(?:en|erna)?|Förslagsställar(?:en|na))\b",
    re.IGNORECASE,
)
# A line with so many gaps of so many blanks is a row of a table that reading has left as text.
_GAPS, _GAP = 2, 3


def _is_open(words: str) -> bool:
    """Tell words whose list belongs to the decision that they make, rather than being decisions of its own."""
    return bool(_ENUMERATES.search(words) or _SENDS_BACK_FOR.search(words))


def _goes_on(words: str, *, brief: bool) -> bool:
    """Tell whether a later paragraph still decides; minutes without further headings go on with background."""
    if is_lead(words) or voice_of(words).board:
        return True
    return not brief and bool(_OWN_VERB.search(words))


def _is_past(stream: Stream, chunk: Chunk, words: str, *, brief: bool) -> bool:
    """Tell a table, or a paragraph that decides nothing, after the points of a decision."""
    offsets = stream.content.offsets
    first_line = stream.text[chunk.start : chunk.end].split("\n", 1)[0]
    gaps = [
        place
        for place, character in enumerate(first_line[:-1], chunk.start)
        if character == " " and offsets[place + 1] - offsets[place] >= _GAP
    ]
    if len(gaps) >= _GAPS:
        return True
    return not chunk.is_item and bool(_TELLS.search(words) or not _goes_on(words, brief=brief))


def _completes(last: DecisionPoint, chunk: Chunk, words: str) -> bool:
    """Tell words that fill in what a point ending with a colon left open."""
    return not (chunk.is_item or not last.words.endswith(":") or _OWN_VERB.search(words) or is_lead(words))


def _is_past_list(last: DecisionPoint, chunk: Chunk, words: str) -> bool:
    """Tell words after a list whose last point ended as a sentence does, and which decide nothing more."""
    return not (chunk.is_item or not last.words.endswith(".")) and not (
        words.startswith("att ") or is_lead(words) or voice_of(words).board
    )


def is_lead(words: str) -> bool:
    """Tell whether the words lead to a list of points rather than being one."""
    return (
        words.endswith(":")
        or _is_pure(words)
        or bool(re.search(r"\bi\s+uppdrag\s+att$", words) or _SENDS_BACK_FOR.search(words))
    )


def _is_pure(words: str) -> bool:
    return not _SENDS_BACK_FOR.search(words) and bool(
        _PURE_LEAD.search(words)
        or _PROPOSING_LEAD.fullmatch(words)
        or (_TASK_LEAD.search(words) and outcome_of(words) is DecisionOutcome.ASSIGNED)
    )


def _lead(words: str, outer: _Lead, chunk: Chunk) -> _Lead:
    voice = voice_of(words)
    if not (voice.board or voice.proposed_by or voice.is_proposal):
        voice = outer.voice
    task_of = _task_of(words) if _TASK_LEAD.search(words) else ""
    return _Lead(voice, chunk.number, task_of, chunk.depth)


def _task_of(words: str) -> str:
    for pattern in (
        r"återremitteras?\s+(?:ärendet\s+)?till\s+(?P<who>.+?)\s+(?:med|för)\b",
        r"\b(?:ger|ge|gav)\s+(?P<who>.+?)\s+i\s+uppdrag",
        r"\buppdra[rg]?\s+(?:åt|till)\s+(?P<who>.+?)\s+att\s*:?$",
        r"^(?:att\s+)?(?P<who>.+?)\s+(?:får|ges|fick)\s+(?:även\s+)?i\s+uppdrag",
    ):
        match = re.search(pattern, words)
        if match:
            return match["who"]
    return ""


def _point(
    stream: Stream, chunk: Chunk, words: str, lead: _Lead, parent: str = "", *, words_are_lead: bool = False
) -> DecisionPoint:
    number = chunk.number
    if chunk.depth > 1 and parent.isdigit():
        number = f"{parent}{chunk.number}"
    voice = _joined(voice_of(words), lead.voice)
    outcome = outcome_of(words)
    task_of = "" if words_are_lead else lead.task_of
    if task_of:
        outcome = DecisionOutcome.ASSIGNED
    joiner = JOINER.search(words)
    if joiner is not None and not words_are_lead:
        words = words[: joiner.start()]
    return DecisionPoint(
        chunk.start, chunk.start + _length(stream, chunk, words), words, number, voice, outcome, task_of
    )


def _in_wake_of(points: list[DecisionPoint], point: DecisionPoint) -> DecisionPoint:
    """Take an item for a proposal when the one before it is, and it names nobody who decides it."""
    settled = {DecisionOutcome.ASSIGNED, DecisionOutcome.NOTED, DecisionOutcome.TABLED}
    if not points or not points[-1].voice.is_proposal or not points[-1].number or point.outcome in settled:
        return point
    return point if point.voice.board or point.voice.is_proposal else replace(point, voice=points[-1].voice)


def _length(stream: Stream, chunk: Chunk, words: str) -> int:
    """Return how far into a chunk its first words reach, line breaks and double spaces counted in."""
    raw = stream.text[chunk.start : chunk.end]
    wanted = len(words) - words.count(" ")
    for index, character in enumerate(raw):
        if not character.isspace():
            wanted -= 1
            if wanted == 0:
                return index + 1
    return len(raw)


def _by_sentence(stream: Stream, chunk: Chunk, lead: _Lead) -> Iterator[DecisionPoint]:
    """Cut an unnumbered paragraph where a new sentence decides something of its own."""
    pieces: list[tuple[int, int]] = []
    for start, end in sentences(stream.text, chunk.start, chunk.end):
        words = stream.words(start, end)
        if pieces and (SAYS_MORE.match(words) or not _OWN_VERB.search(words)):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    for start, end in pieces:
        yield _point(stream, Chunk(start, end, chunk.number), stream.words(start, end), lead)


def _joined(own: Voice, lead: Voice) -> Voice:
    if own.is_proposal:
        return Voice(
            own.board or lead.board,
            own.proposed_by or lead.proposed_by or ("" if lead.is_proposal else lead.board),
            is_proposal=True,
        )
    return Voice(own.board or lead.board, lead.proposed_by, lead.is_proposal)


def _heading_voice(heading: str) -> Voice:
    """Read what a heading says: "Kommunstyrelsens förslag till kommunfullmäktige", "I Kommunfullmäktige"."""
    origin = re.match(r"Förslag\s+från\s+(?P<who>.+)", heading)
    if origin:
        return Voice("", origin["who"], is_proposal=True)
    proposer = re.match(r"(?P<who>.+?s)\s+förslag\b", heading)
    target = re.search(
        r"\b(?:till|i)\s+(?P<board>[\wåäöÅÄÖ]*(?:fullmäktige|styrelsen|nämnden))", heading, re.IGNORECASE
    )
    owner = re.match(r"(?P<who>[A-ZÅÄÖ].+?)s\s+(?:beslut|ställningstagande)", heading)
    if proposer:
        who = re.sub(r"(?<=[nte])s$", "", proposer["who"])
        return Voice(target["board"] if target else "", who, is_proposal=True)
    if target:
        return Voice(target["board"], "", is_proposal=True)
    if owner and BOARD.search(owner["who"]):
        return Voice(owner["who"])
    return Voice()


def _with_tables(stream: Stream, points: list[DecisionPoint], part: Part) -> list[DecisionPoint]:
    """Let a decision that ends with "enligt nedan:" keep the table or lines below it."""
    if part.kind is PartKind.OTHER or not points:
        return points
    last = points[-1]
    if not last.words.endswith(":"):
        return points
    end = part.end
    while end > last.end and stream.text[end - 1].isspace():
        end -= 1
    words = stream.words(last.start, end)
    return [
        *points[:-1],
        DecisionPoint(last.start, end, words, last.number, last.voice, last.outcome, last.task_of),
    ]
