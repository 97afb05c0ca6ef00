"""Decisions told in running text ("Styrelsen beslutade att …", "Vi enades om att …"), where no heading says so."""

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date

from knowledge.parsing.boards import BOARD, Voice, is_generic, voice_of
from knowledge.parsing.decisions import JOINER, NO_DECISION, SAYS_MORE, DecisionPoint, outcome_of
from knowledge.parsing.minutes_sections import Part
from knowledge.parsing.minutes_stream import Stream, sentences
from knowledge.parsing.swedish_dates import find_dates

_ACTS = re.compile(
    r"\b(?:har\s+)?(?:(?i:beslutar)|beslutade|beslutat|beslöt|antecknade|antecknar|godkände|godkänner|godkänt|noterar|noterade|fastställde|fastställer|fastställt|"
    r"lägger|lade|utsåg|utser|valde|väljer|uppdrog|uppdrar|gav|ger|gett|ställer\s+sig\s+bakom|bordlade|bordlagt|återremitterade|återremitterat|avslog|avslår|biföll|bifaller|"
    r"antog|antar|antagit|tagit\s+del|tar\s+del|tog\s+del|föreslår|föreslog|avslagit|bifallit|tillstyrker|tillstyrkt|tackar\s+för|tackade\s+för)\b"
)
_PASSIVE = re.compile(
    r"\b(?:godkändes|godkänns|godkännes|fastställes|fastställdes|fastställs|antecknades|antecknas|(?:lades|läggs)\s+till\s+handlingarna|"
    r"(?:information|rapport|redovisning)en\s+noter(?:as|ades)|utsågs|utses|valdes|väljs|bordlades|(?:sköts|skjuts)\s+upp|"
    r"(?:samverkan|förhandlingen|ärendet|uppdraget)\s+(?:är|förklaras|anses)\s+(?:därmed\s+|härmed\s+)?(?:fullgjord|avslutad|slutförd|färdigbehandla[td]|slutfört|avslutat)|"
    r"bordläggs|återremitterades|återremitteras|beslutades|avslogs|bifölls|antogs|(?:får|fick|gavs|ges)\s+i\s+uppdrag)\b",
    re.IGNORECASE,
)
# "… som avslogs i maj": the verb belongs to something told of; "som väckts av …, avslogs" is no such.
_RETOLD = re.compile(r"\bsom\s+\w+(?:des|ts)\b(?![^.]*,\s*(?:\w+\s+){0,2}\w+(?:s|des)[\s.]*$)")
_PROPOSES = re.compile(r"\bföresl(?:å|år|og)\b")
_CONTINUES = re.compile(
    r"\b(?:får\s+i\s+uppdrag|ges\s+i\s+uppdrag|utses|lämnas|ska\s+(?:lämnas|redovisas|rapporteras|återrapporteras)|i\s+uppdrag)\b"
)
_FORECASTS = re.compile(r"^[A-ZÅÄÖ]\S*(?:\s+\S+){0,3}?\s+(?:beräknas|väntas|bedöms|planeras)\b")
_PAST = re.compile(
    r"\b(?:beslutade|beslöt|gav|antog|fastställde|godkände|godkändes|fastställdes|antogs|uppdrog|återremitterades|återremitterade|bordlades|beslutades|avslogs|avslog|utsågs)\b"
)
# Words that may stand between such a verb and the day when it tells of an earlier meeting.
_WHEN_WORDS = frozenset(
    "vid sitt sina sin sammanträde sammanträdet möte mötet under i år den redan tidigare hösten våren på , (".split()
)
# What ends so leads to a list of att-clauses.
_LEADS = re.compile(r"\b(?:beslutar|beslutade|beslöt|enades|bestämde|föreslår)\b[^.:;,]{0,60}:?$")
_DEFINITE = re.compile(r"(?<=utskott)et$")
# "Efter diskussion beslutade styrelsen att …": the board stands after its verb.
_TURNED = re.compile(
    rf"^(?!.*\bsom\b.*\bbeslut)[^.;]{{0,70}}?\b(?:beslutade|beslöt|beslutar)\s+(?P<who>{BOARD.pattern}|mötet|gruppen|man)\b",
    re.IGNORECASE,
)
_PROPOSERS = r"(?!(?:Enligt|Efter|Mot|Mellan|Utöver|Trots)\b)(?:[A-ZÅÄÖ][\wåäö-]*\s+(?:och\s+)?)?[\wåäöÅÄÖ-]*(?:nämnden|styrelsen|utskott(?:et)?|fullmäktige|presidiet|förvaltningen|kontoret|kansliet|direktionen|chefen|direktören)|V[Dd]"
# A board or the administration "föreslår", "har den 24 oktober föreslagit", or its "förslag är".
_PROPOSAL_TOLD = re.compile(
    rf"(?:(?P<who>{_PROPOSERS})\s+(?:föreslår|föreslog|ha(?:r|de)\s+(?:[^.]{{0,60}}?\s)?föreslagit|ville\s+(?:avslå|bifalla)|(?:till|av)styrk(?:er|te)\b(?=.*\b(?:motion|att-sats|förslag|begäran|ansökan)))\b"
    rf"|(?P<whose>{_PROPOSERS}):?s\s+(?:ursprungliga\s+)?förslag(?:\s+(?:är|var)\b|:))",
    re.IGNORECASE,
)
# What those who met did as one, in notes: "Vi enades om att …", "Frågan lyfts till styrelsen".
_TOGETHER = re.compile(
    r"^(?:(?:Vi|Gruppen|Mötet|Samtliga|Alla|Deltagarna|\w+gruppen)\s+(?:enas|enades|är\s+(?:över)?ens|var\s+(?:över)?ens|kom(?:mer)?\s+överens|bestäm(?:mer|de)|"
    r"beslutar|beslutade|beslöt|föreslår|föreslog|ställer\s+sig\s+bakom|ställde\s+sig\s+bakom)\b"
    r"|(?:Frågan|Ärendet|Punkten)\s+(?:lyfts|hänskjuts|skjuts|stryks|utgår|utgick)\b)"
)


def decided_sentences(stream: Stream, part: Part, board: str, meeting: date | None) -> list[DecisionPoint]:
    """Return decisions told in running text ("Styrelsen beslutade att …", "Dagordningen godkändes")."""
    points: list[DecisionPoint] = []
    follows = False
    listing: Voice | None = None
    rows = [row for row in stream.rows if len(row.cells) > 2]
    row_starts = [row.start for row in rows]
    for start, end in sentences(stream.text, part.body, part.end):
        above = bisect_right(row_starts, start) - 1
        if above >= 0 and start < rows[above].end:
            continue  # a cell of a table, not a sentence
        words = stream.words(start, end)
        if listing is not None and words.startswith("att "):
            joiner = JOINER.search(words)
            words = words[: joiner.start()] if joiner else words
            points.append(
                DecisionPoint(
                    start, start + len(stream.text[start:end].rstrip()), words, "", listing, outcome_of(words)
                )
            )
            continue
        listing = _listing(words, board, meeting)
        if listing is not None:
            continue
        decides = _decides(words, board, meeting)
        continues = (
            follows
            and len(words) < 260
            and bool(_CONTINUES.search(words))
            and not _is_history(words, meeting)
        )
        adds = _FORECASTS.search(words) or SAYS_MORE.match(words)
        if follows and adds and not _is_history(words, meeting):
            last = points[-1]
            points[-1] = replace(last, end=end, words=stream.words(last.start, end))
        elif (decides or continues) and not NO_DECISION.search(words):
            points.append(DecisionPoint(start, end, words, "", _voice(words, board), outcome_of(words)))
            follows = True
        else:
            follows = False
    return points


def proposed_sentences(stream: Stream, part: Part, board: str) -> list[DecisionPoint]:
    """Return what the text above a decision says that a board or the administration proposed to `board`."""
    return [
        DecisionPoint(
            start,
            end,
            words,
            "",
            Voice(board, told["who"] or told["whose"], is_proposal=True),
            outcome_of(words),
        )
        for start, end in sentences(stream.text, part.body, part.end)
        if (told := _PROPOSAL_TOLD.match(words := stream.words(start, end)))
    ]


def _listing(words: str, board: str, meeting: date | None) -> Voice | None:
    """Return who decides what the list below holds, when the words only lead to it ("Nu beslutade fullmäktige")."""
    if not _LEADS.search(words) or _is_history(words, meeting):
        return None
    voice = voice_of(words)
    return voice if voice.board or voice.is_proposal else Voice(board)


def _is_history(words: str, meeting: date | None) -> bool:
    """Tell a sentence about an earlier meeting: the day stands right after the verb and lies before this one."""
    if re.search(r"\btidigare\s+(?:beslut|har)|\bha(?:r|de)\s+under\b", words):
        return True
    verb = _PAST.search(words)
    if verb is None or "per capsulam" in words:  # between two meetings, and told at the second
        return False
    for found in find_dates(words, today=meeting):
        between = re.findall(r"[\wåäö]+|[,(]", words[verb.end() : found.start].casefold())
        if found.start >= verb.end() and all(word in _WHEN_WORDS for word in between):
            if meeting is None or found.when.start is None or found.when.start < meeting:
                return True
            # "återremitterades i april": a verb in the past never tells of a month to come
            return found.when.assumed_year and found.when.start > meeting
    return False


def _voice(words: str, board: str) -> Voice:
    """Name whose words a sentence's decision is; a group that meets proposes when it agrees to do so."""
    together = _TOGETHER.match(words)
    turned = _TURNED.match(words)
    proposing = _PROPOSES.search(words) if together or turned else None
    if proposing is None:
        return voice_of(words)
    target = BOARD.search(words, proposing.end())
    return Voice(target[0] if target else "", board, is_proposal=True)


def _decides(words: str, board: str, meeting: date | None) -> bool:
    if _is_history(words, meeting):
        return False
    turned = _TURNED.match(words)
    if _TOGETHER.match(words) or (
        turned and (not board or is_generic(turned["who"]) or _same(turned["who"], board))
    ):
        return True
    voice = voice_of(words)
    who = voice.proposed_by or voice.board
    if who and _ACTS.search(words[len(who) : len(who) + 60]) and words.startswith(who[:3]):
        return is_generic(who) or not board or _same(who, board)
    if re.match(
        r"^(?:Styrelsen|Nämnden|Fullmäktige|Utskottet|Mötet|Stämman|Årsmötet|Gruppen)\s", words
    ) and _ACTS.search(words[:60]):
        return True
    return bool(_PASSIVE.search(words)) and len(words) < 300 and not _RETOLD.search(words)


def _same(one: str, other: str) -> bool:
    one, other = (_DEFINITE.sub("", each.casefold()) for each in (one, other))
    return one in other or other in one or one.split()[0].rstrip("s") == other.split()[0].rstrip("s")
