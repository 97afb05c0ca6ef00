"""Motions: who moved what at the meeting, and who submitted a motion or an initiative."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.parsing.minutes_sections import Part, PartKind
from knowledge.parsing.minutes_stream import Stream, sentences
from knowledge.parsing.people import NAME_WITH_PARTY, actors_in, is_person, people_in


@dataclass(frozen=True, slots=True)
class Motion:
    """Who moved, the words of the motion, and where they stand; `is_submitted` for a written motion."""

    start: int
    end: int
    movers: tuple[str, ...]
    words: str
    is_submitted: bool = False


_MOVES = re.compile(
    r"\b(?:yrkar|yrkade|yrkat|lämnar\s+(?:ett\s+)?(?:\w+)?yrkande[t]?|framställer\s+(?:ett\s+)?(?:\w+)?yrkande|väcker\s+förslag|lägger\s+(?:fram\s+)?(?:ett\s+)?(?:eget\s+)?(?:\w+)?(?:förslag|yrkande)|föreslår|föreslog)\b"
)
_MOVES_HERE = re.compile(
    r"\b(?:yrkar|yrkade|yrkat|föreslår|föreslog|vill(?=\s+att\b)|lämnar\s+(?:ett\s+)?(?:\w+)?yrkande[t]?|framställer\s+(?:ett\s+)?(?:\w+)?yrkande|instämmer|instämde|biträder|ställer\s+sig\s+bakom|"
    r"väcker\s+förslag|lägger\s+(?:fram\s+)?(?:ett\s+)?(?:eget\s+)?(?:\w+)?(?:förslag|yrkande)|begär\s+(?!omröstning|votering|ordet))"
)
_SILENT = {
    PartKind.BACKGROUND,
    PartKind.DOCUMENTS,
    PartKind.PROPOSAL,
    PartKind.RESERVATION,
    PartKind.DISPATCH,
    PartKind.ATTENDANCE,
    PartKind.EARLIER,
}
_SUPPORT = re.compile(
    r"\b(?:med\s+instämmande\s+(?:av|från)|med\s+bifall\s+av|till\s+vilket|instämmer|under\s+instämmande\s+av)\s+(?P<who>[^.;]*)"
)
_SUPPORTS_AFTER = re.compile(
    r"^(?:Instämmer|I\s+(?:yrkandet|detta|förslaget)\s+instämmer|(?:Yrkandet|Förslaget)\s+biträds\s+av|Bifall\s+yrkas\s+(?:även|också)\s+av)\b"
)
_MARK = re.compile(r"^\s*(?:(?:\d{1,2}[.)]|[•–−*-])\s+)?")
# "Under ärendets behandling yrkar Eva Ek (S) bifall": the verb comes first.
_TURNED = re.compile(
    rf"\b(?:yrkar|yrkade|föreslår|föreslog)\s+(?P<who>(?:\w+\s+)?{NAME_WITH_PARTY}(?:(?:,|\s+(?:och|samt))\s+{NAME_WITH_PARTY})*)"
)
# "Eva Ek (S): bifall till …", as a list of what was moved has it.
_MOVES_BY_COLON = re.compile(
    rf"(?P<who>{NAME_WITH_PARTY}(?:(?:,|\s+(?:och|samt))\s+{NAME_WITH_PARTY})*)\s*:\s+\S"
)
_CHAIR_ASKS = re.compile(
    r"^(?:Ordföranden?|Den\s+som)\b[^.]{0,60}?\b(?:frågar|ställer|finner|konstaterar|förklarar)\b"
)
_SUBMITTED_TITLE = re.compile(
    r"\b(?:motion(?:en)?|initiativ(?:ärende)?|medborgarförslag|e-förslag|ledamotsinitiativ|nämndinitiativ|interpellation|enkel\s+fråga|fråga)\s+(?:\d{4}:\d{1,4}\s+)?(?:av|från|ställd\s+av)\s+(?P<who>.+?)(?=\s+(?:om|angående|gällande|rörande|till|–|-)\s|:|$)",
    re.IGNORECASE,
)
_MEMBERS = rf"{NAME_WITH_PARTY}(?:(?:,|\s+(?:och|samt))\s+{NAME_WITH_PARTY})*"
_SUBMITTED = re.compile(
    rf"\b(?:motionen|initiativet|medborgarförslaget)\s+(?:är\s+(?:väckt|inlämna[dt])|väcktes|har\s+väckts|lämnades(?:\s+in)?|har\s+lämnats(?:\s+in)?)\s+av\s+(?P<who5>(?-i:{_MEMBERS}))|"
    rf"\bmotionär(?:er)?\s+är\s+(?P<who6>(?-i:{_MEMBERS}))|"
    r"\b(?:motionären|motionärerna|förslagsställar(?:en|na)|initiativtagar(?:en|na))\b,?\s*(?P<who>(?:[^.]|m\.fl\.){3,200})|"
    r"(?P<who2>(?:(?:Ledamot(?:en)?|Ledamöterna)\s+)?[A-ZÅÄÖ][^.]{2,200}?\))\s+(?:har|inkom(?:mer|mit)?|lämna[dr]e?|väckte|anmälde)\b[^.]{0,60}?\b(?:motion|initiativ|medborgarförslag|nämndinitiativ)|"
    r"\b(?:väckte|lämnade|väckt|inkom)\s+(?P<who3>[A-ZÅÄÖ][^.]{2,200}?\))\s+(?:\w+\s+)?(?:ett\s+|en\s+)(?:motion|initiativ)|"
    r"^(?P<who4>\w+)\s+inkom\b[^.]{0,30}\binitiativ",
    re.IGNORECASE,
)


# What a written motion wants, told after who has submitted it.
_WANTS = re.compile(
    r"(?:I\s+(?:motionen|initiativet|medborgarförslaget)\s+(?:föreslå[sr]|yrkas|hemställs|begärs)|(?:Motionär|Förslagsställar|Initiativtagar)\w+\s+(?:föreslår|föreslog|yrkar|vill|begär|hemställer)"
    r"|(?:Motionen|Initiativet|Medborgarförslaget)\s+(?:går\s+ut\s+på|innebär|föreslår))\b"
)
_SAYS_WHAT = re.compile(r"\b(?:föreslagit|föreslår|föreslog|om)\s+att\b")
_BESIDE = 200  # characters between who has submitted a motion and what it wants, when both are shown together
_TELLING = {PartKind.BACKGROUND, PartKind.OPENING, PartKind.EARLIER, PartKind.DECISION}


_SUBMITTED_IN_DECISION = re.compile(
    r"\b(?:motionen|initiativet|medborgarförslaget|interpellationen)\s+(?:från|av)\s+(?P<who>[A-ZÅÄÖ][^.]{2,120}?\))",
    re.IGNORECASE,
)


def motions_in(stream: Stream, part: Part, people: frozenset[str] = frozenset()) -> Iterator[Motion]:
    """Yield the motions moved in a part of a paragraph; `people` are those whom a bare name can mean."""
    if part.kind in _SILENT or part.in_report:
        return
    verb = _MOVES_HERE if part.kind is PartKind.MOTIONS else _MOVES
    cuts = sentences(stream.text, part.body, part.end)
    index = 0
    while index < len(cuts):
        start, end = cuts[index]
        index += 1
        if _SUPPORTS_AFTER.match(stream.text[start:end]) and people_in(stream.text[start:end]):
            words = stream.words(start, end)
            yield Motion(start, end, people_in(words), words)
        listed = _MOVES_BY_COLON.match(stream.text, start, end) if part.kind is PartKind.MOTIONS else None
        if listed:
            yield Motion(start, end, people_in(listed["who"]), stream.words(start, end))
            continue
        for begin, stop, movers in _moves(stream, start, end, verb, people):
            reach = stop
            if stream.text[begin:stop].rstrip().endswith(":"):
                # the motion's own points follow, until somebody else speaks
                while index < len(cuts) and not _speaks(stream, *cuts[index], verb):
                    reach = cuts[index][1]
                    index += 1
            words = stream.words(begin, reach)
            yield Motion(begin, reach, movers, words)


def submitted_motion(
    stream: Stream, title: str, heading: tuple[int, int], parts: tuple[Part, ...]
) -> Motion | None:
    """Return the motion, initiative or citizen's proposal that the matter is about, with who submitted it."""
    if not re.search(r"\b(?:motion|initiativ|medborgarförslag|interpellation)", title, re.IGNORECASE):
        return None
    told = [
        cut
        for part in parts
        if part.kind in _TELLING and not part.in_report
        for cut in sentences(stream.text, part.body, part.end)
    ]
    wanted = next((cut for cut in told if _WANTS.match(stream.words(*cut))), None)
    for start, end in told:
        words = stream.words(start, end)
        found = _SUBMITTED.search(words)
        movers = people_in(next(filter(None, found.groups()))) if found else ()
        if found and not movers and found["who4"]:
            movers = (found["who4"],)
        if movers:
            return _with_wanted(stream, Motion(start, end, movers, title, is_submitted=True), wanted)
    for part in parts:
        if part.kind in {PartKind.DECISION, PartKind.PROPOSAL, PartKind.OPENING} and not part.in_report:
            for start, end in sentences(stream.text, part.body, part.end):
                by = _SUBMITTED_IN_DECISION.search(stream.words(start, end))
                if by and people_in(by["who"]):
                    return Motion(start, end, people_in(by["who"]), title, is_submitted=True)
    named = _SUBMITTED_TITLE.search(title)
    movers = actors_in(named["who"]) if named else ()
    if not movers:
        return None
    return _with_wanted(stream, Motion(*heading, movers, title, is_submitted=True), wanted)


def _with_wanted(stream: Stream, motion: Motion, wanted: tuple[int, int] | None) -> Motion:
    """Give a written motion the words that say what it wants, where they stand; its title says it otherwise."""
    own = stream.words(motion.start, motion.end)
    if wanted is None or motion.start <= wanted[0] < motion.end:
        return replace(motion, words=own) if _SAYS_WHAT.search(own) and own != motion.words else motion
    start, end = wanted
    beside = 0 <= start - motion.end < _BESIDE
    return replace(motion, start=motion.start if beside else start, end=end, words=stream.words(start, end))


def _moves(
    stream: Stream, start: int, end: int, verb: re.Pattern[str], people: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find each mover with a verb in a sentence: "A yrkar bifall och B yrkar avslag" holds two."""
    whole = stream.text[start:end]
    if _CHAIR_ASKS.match(whole):
        return
    found: list[tuple[int, tuple[str, ...]]] = []
    place = 0
    for match in verb.finditer(whole):
        before = whole[place : match.start()]
        movers = _movers(before, whole[match.start() :], first=not found)
        # whoever "föreslår" outside a list of motions may be a board or an authority
        is_somebody = bool(people_in(before)) or all(is_person(mover) and mover in people for mover in movers)
        if movers and (verb is _MOVES_HERE or "föresl" not in match[0] or is_somebody):
            begin = place if not found else place + _names_begin(before)
            found.append((begin, movers))
        place = match.end()
    if not found:
        turned = _TURNED.search(whole)
        if turned:
            found = [(0, people_in(turned["who"]))]
    for index, (begin, movers) in enumerate(found):
        stop = found[index + 1][0] if index + 1 < len(found) else len(whole)
        text = whole[begin:stop].rstrip()
        text = re.sub(r"[,\s]+(?:och|samt|medan)?$", "", text) if index + 1 < len(found) else text
        lead = len(text) - len(_MARK.sub("", text))
        yield start + begin + lead, start + begin + len(text), movers


def _movers(before: str, rest: str, *, first: bool) -> tuple[str, ...]:
    if not first and not people_in(before):
        return ()
    before = before.rsplit("\n\n", maxsplit=1)[-1]
    subject = re.sub(r"^[\s–−•*\-\d.)]+", "", before)
    subject = re.split(r",\s*med\s+instämmande\b", subject)[0] if "instämmande" in subject else subject
    movers = ("Ordföranden",) if re.fullmatch(r"Ordföranden?", subject.strip()) else actors_in(subject)
    if not movers or any(len(mover.split()) > 7 for mover in movers):
        return ()
    support = _SUPPORT.search(f"{before} {rest}")
    if support:
        movers += tuple(name for name in people_in(support["who"]) if name not in movers)
    return movers


def _names_begin(before: str) -> int:
    joint = re.search(r"\b(?:och|samt|medan)\s+|,\s*", before)
    return joint.end() if joint else 0


def _speaks(stream: Stream, start: int, end: int, verb: re.Pattern[str]) -> bool:
    return next(_moves(stream, start, end, verb), None) is not None
