"""The words, symbols and phrases by which people say how something is going; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.entries import State

_EMOJI = {
    "🟢": State.GREEN, "💚": State.GREEN, "🟩": State.GREEN,
    "🟡": State.YELLOW, "💛": State.YELLOW, "🟨": State.YELLOW, "🟠": State.YELLOW,
    "🔴": State.RED, "❤️": State.RED, "🟥": State.RED,
    "✅": State.DONE, "☑️": State.DONE, "☑": State.DONE, "✔️": State.DONE, "✔": State.DONE,
}  # fmt: skip
_EMOJI_NAMES = {
    "large_green_circle": State.GREEN, "green_circle": State.GREEN, "green_heart": State.GREEN,
    "large_green_square": State.GREEN, "large_yellow_circle": State.YELLOW, "yellow_circle": State.YELLOW,
    "large_orange_circle": State.YELLOW, "yellow_heart": State.YELLOW, "large_yellow_square": State.YELLOW,
    "red_circle": State.RED, "large_red_circle": State.RED, "large_red_square": State.RED,
    "white_check_mark": State.DONE, "heavy_check_mark": State.DONE, "ballot_box_with_check": State.DONE,
}  # fmt: skip
_COLOURS = {
    State.GREEN: "grön|grönt|gröna|grönn|gron|gront|grona|green",
    State.YELLOW: "gul|gult|gula|gullt|yellow|amber",
    State.RED: "röd|rött|röda|rod|rott|roda|red",
}
_DONE = (
    "klar|klart|klara|färdig|färdigt|färdiga|färdigställt|färdigställd|avslutad|avslutat|avslutade|slutfört|slutförd|slutförda|"
    "genomfört|genomförd|slutredovisat|i hamn|i mål|done|completed|complete|finished|closed"
)
_AS_PLANNED = (
    r"(?:går |löper |rullar |är |allt |på )*(?:(?:enligt|enl\.?) (?:tid)?plan(?:en)?|som planerat|som det ska|i fas|på rätt spår)"
    r"|följer (?:tid)?plan(?:en)?|on track|on schedule|according to plan|as planned"
)
# A symbol that shows how somebody feels, not how it goes.
FEELING = rf"(?!{'|'.join(map(re.escape, _EMOJI))})[\U0001F300-\U0001FAFF\u2600-\u27BF]\uFE0F?\s+"
_HUES = "|".join(words.split("|")[0] for words in _COLOURS.values())  # grön, gul, röd
_COLOUR_OF = {word: state for state, words in _COLOURS.items() for word in words.split("|")}

_WORD = re.compile(
    rf"(?P<emoji>{'|'.join(map(re.escape, sorted(_EMOJI, key=len, reverse=True)))})"
    rf"|:(?P<name>{'|'.join(_EMOJI_NAMES)}):"
    rf"|(?<![\w-])(?P<one>{_HUES})-?(?P<other>{_HUES})(?:t|a)?(?![\w-])"  # "gulgrön" is neither
    rf"|(?<![\w-])(?P<colour>{'|'.join(_COLOUR_OF)})(?:[ -]?(?:markera[dt]|status|läge|flagga[dt]?))?(?![\w-])"
    rf"|(?<![\w-])(?P<done>{_DONE})(?![\w-])"
    rf"|(?<![\w-])(?P<planned>{_AS_PLANNED})(?![\w-])"
    r"|(?<![\w,.])(?P<whole>100\s?(?:%|procent|percent))",
    re.IGNORECASE,
)
# Before a word: it is denied, past, wished for, or ahead, and says nothing of today.
_NOT_SO = re.compile(
    r"(?<!\w)(?:inte|ej|icke|aldrig|not|isn't|isnt|never|no longer|knappast|nästan|snart|almost|nearly|soon|nowhere near|"
    r"halv|delvis|partly)(?:\s+(?:är|helt|riktigt|längre|ännu|än|yet|quite|be|fully))*\s*$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<!\w)(?:blir|bli|ska|skall|skulle|väntas|beräknas|förväntas|kommer|hoppas|tror|räknar|siktar|planerar|planeras|kan|"
    r"måste|bör|borde|vill|om|when|if|will|would|should|expect\w*|hope\w*|aim\w*|going to|until|tills|innan|när|targets?)\b"
    r"(?:\s+(?:rapporteras|redovisas|markeras|flaggas|sättas|klassas|anges|reported|marked|set|as|som|till|vi|det|den|de|jag|att|vara|ha|bli|kunna|snart|åter|igen|inte|be|get|become|to|we|it|är|is|helt|på|sedan|redan|back|is))*\s*$",
    re.IGNORECASE,
)
# Anywhere before a word in its clause: what follows is denied, wished for or supposed.
_NOT_SAID = re.compile(
    r"(?<!\w)(?:inte|ej|icke|aldrig|knappast|ing(?:en|a)(?:\s+\w+){1,4}\s+att|not|never|\w+n't|hoppas|hoppades|önskar|vill att|målet är|mål(?:et)? att|tror|gissar|antar|"
    r"misstänker|undrar|oklart|osäker\w*|osäkert|ryktet|tveksam\w*|förhoppning\w*|hope|hoping|hopefully|wish|guess|suppose|doubt|"
    r"wonder|unsure|whether|huruvida)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE_BEFORE = re.compile(
    r"[.;:!\n]|,(?=\s)|\s[–—-]\s|(?<!\w)(?:men|och|medan|utan|but|and|while)(?!\w)", re.IGNORECASE
)
_DENIED_AFTER = re.compile(
    r"^\s+(?:är|blir|ligger|kan|skulle|is|are)\s+(?:\w+\s+){1,3}?(?:inte|ej|knappast|not)\b", re.IGNORECASE
)
_TAKEN_BACK = re.compile(
    r"(?<!\w)(?:(?:så|det|detta) (?:är|var) (?:det )?(?:inte|fel)|stämmer (?:ju |tyvärr |nog )?inte|inte sant|håller (?:jag |vi )?inte med|"
    r"not true|isn't true|that's wrong)(?!\w)",
    re.IGNORECASE,
)
_QUOTES = '"”“„»«'
_CONDITION = re.compile(
    r"^\s*(?:om|ifall|if|när|when)\b.*\b(?:blir|will|riskerar|hamnar|gets|becomes)\b", re.IGNORECASE
)
_PAST = re.compile(
    r"(?<!\w)(?:var|låg|stod|was|were|från|from|förut|tidigare|formerly|previously|i stället för|istället för|instead of)"
    r"(?:\s+(?:det|den|tidigare|nyss|förut|först|på|röd\w*|i))*\s*$",
    re.IGNORECASE,
)
_DAYS_AHEAD = re.compile(
    r"^[\s:]*(?:till|senast|i slutet|i början|i mitten|först|om|den|by|on|in|before|innan|före|nästa|next|till och med|runt|"
    r"kring|vecka|v\.?\s?\d|under|efter|hösten|våren|\d)|^[\s:]*(?:i\s+)?(?:januari|februari|mars|april|maj|juni|juli|augusti|"
    r"september|oktober|november|december|morgon|övermorgon|höst|vår|sommar|vinter)\b",
    re.IGNORECASE,
)
_PROGRESS = re.compile(
    r"\d\s?(?:%|procent|percent)|(?<!\w)(?:(?<!min )(?<!minuter )(?<!minutes )försena\w*|fördröj\w*|flytta[dt]\w*|skjut\w* (?:upp|fram)|uppskjut\w*|halkar|ligger efter|oförändra\w*|"
    r"(?:ingen|inga|liten) (?:för)?ändring(?:ar)?|off track|"
    r"går (?:\w+ )?(?:bra|sådär|så där|trögt|tungt|segt|dåligt|framåt|knackigt)|samma (?:läge|status)|samma som (?:sist|förra|förut|tidigare)|unchanged|no change|"
    r"vet \w+ inte|"
    r"(?:veck\w+|dag\w*|månad\w*) sen\w*|(?<!minuter )(?<!minut )(?<!min )(?<!timmar )(?<!timme )sena?|seg\w*|stannat|stoppa\w*|paus\w*|väntar|avvikelse\w*|risk\w* att|delayed|behind|late|blocked|"
    r"slipp\w*|postponed|paused)(?!\w)",
    re.IGNORECASE,
)
# A colour that belongs to the word after it.
_COLOUR_OF_A_THING = re.compile(
    r"\s+(?:omställning\w*|tråd\w*|obligation\w*|kors\w*|kort\w*|linje\w*|siffr\w*|zon\w*|el\b|energi\w*|skrift\w*|lista\w*|"
    r"list\w*|area\w*|ytor\w*|yta\w*|vätgas\w*|avfall\w*|kuvert\w*|fil\w*|boken\b|bok\b|rum\w*|flagg\w*\s+för|hav\w*|team\w*|"
    r"laget|tape\b|deal\b|bond\w*|house\w*|teknik\w*|lån\w*|rehab\w*|recept\w*|korridor\w*|veckor\w*|stråk\w*|resor\w*|kund\w*)",
    re.IGNORECASE,
)
_PAINTED = re.compile(r"^\s+(?:till färgen|i färg\w*|färg\w*|in colou?r|paint\w*)", re.IGNORECASE)
_PAINTED_BEFORE = re.compile(
    r"(?<!\w)(?:måla\w*|lackera\w*|färga\w*|klädd\w*|färgen(?: är)?|paint\w*)(?:\s+\w+)?\s+$", re.IGNORECASE
)
_THE = re.compile(r"(?<!\w)(?:den|det|de|dessa|en|ett|an?|the)\s+$", re.IGNORECASE)
_SHARE_BEFORE = re.compile(r"\d\s?(?:%|procent|percent)(?:\s+\w+){0,4}\s*$", re.IGNORECASE)
_ARROW = re.compile(r"^[)\s]*(?:->|→|➡️?|=>|–>)")
_CORRECTED = re.compile(r"^[^.;\n]{0,20},?\s+(?:inte|not|ej)\s+\w+", re.IGNORECASE)
_SHALL_BE = re.compile(r"(?:ska|skall|should)\s+(?:vara|be|stå som)\s*$", re.IGNORECASE)
_WHOLE_BEFORE = re.compile(r"(?<![\d,.])100\s?(?:%|procent|percent)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidState:
    """A state that a text says, and where."""

    start: int
    end: int
    state: State
    is_symbol: bool = False
    is_done_word: bool = False


def speaks_of_state(text: str) -> bool:
    """Tell whether a text says anything of how it goes, though it be denied, past or yet to come."""
    if _PROGRESS.search(text):
        return True
    return any(not match["colour"] or not _is_of_a_thing(match, text) for match in _WORD.finditer(text))


def states_in(text: str) -> tuple[SaidState, ...]:
    """Return the states that a text says hold today, in order; denied, past and coming ones are left out."""
    return tuple(said for match in _WORD.finditer(text) for said in _said(match, text))


def _is_of_a_thing(match: re.Match[str], text: str) -> bool:
    """Tell whether a colour is that of a thing: "röda till färgen", "målades gröna", "den gröna bussen"."""
    before, after = text[: match.start()], text[match.end() :]
    if _COLOUR_OF_A_THING.match(after) or _PAINTED.match(after) or _PAINTED_BEFORE.search(before):
        return True
    article = _THE.search(before)
    if article is None or not re.match(r"\s+(?!hållet\b)[^\W\d_]{3,}", after):
        return False
    return match["colour"].lower().endswith("a") or article.group().strip().lower() not in (
        "det",
        "den",
        "de",
    )


def _is_quoted(match: re.Match[str], text: str) -> bool:
    before = text[: match.start()].rpartition("\n")[2]
    after = text[match.end() :].partition("\n")[0]
    return sum(map(before.count, _QUOTES)) % 2 == 1 and any(mark in after for mark in _QUOTES)


def _is_taken_back(match: re.Match[str], text: str) -> bool:
    """Tell whether the words around deny, wish for or suppose what a word says."""
    before, after = text[: match.start()], text[match.end() :]
    clause = _CLAUSE_BEFORE.split(before)[-1]
    rest = re.split(r"[.!?]\s|\n", after, maxsplit=1)[0]
    return (
        _NOT_SAID.search(clause) is not None
        or _DENIED_AFTER.match(after) is not None
        or _TAKEN_BACK.search(rest) is not None
    )


def _said(match: re.Match[str], text: str) -> Iterator[SaidState]:
    """Yield the state that a word says holds today; of a mixed colour both."""
    said = _of_today(match, text)
    for hue in filter(None, (match["one"], match["other"])) if said is not None else ():
        yield SaidState(match.start(), match.end(), _COLOUR_OF[hue.lower()])
    if said is not None and not match["one"]:
        yield said


def _of_today(match: re.Match[str], text: str) -> SaidState | None:
    before, after = text[: match.start()], text[match.end() :]
    if _ARROW.match(after) or _is_quoted(match, text) or _is_taken_back(match, text):
        return None
    if match["emoji"]:
        return SaidState(match.start(), match.end(), _EMOJI[match["emoji"]], is_symbol=True)
    if match["name"]:
        return SaidState(match.start(), match.end(), _EMOJI_NAMES[match["name"].lower()], is_symbol=True)
    clause = re.split(r"[.;!\n]|,(?=\s)", before)[-1]
    is_corrected = _SHALL_BE.search(clause) and _CORRECTED.match(after)
    if (
        _NOT_SO.search(clause)
        or _CONDITION.match(clause)
        or _PAST.search(clause)
        or (_AHEAD.search(clause) and not is_corrected)
    ):
        return None
    if match["colour"]:
        if _is_of_a_thing(match, text):
            return None
        return SaidState(match.start(), match.end(), _COLOUR_OF[match["colour"].lower()])
    if match["planned"]:
        return SaidState(match.start(), match.end(), State.GREEN)
    if match["whole"] and re.match(
        r"\s*(?:av|of|större|mer|more|säker\w*|sure|engagera\w*)\b", after, re.IGNORECASE
    ):
        return None
    if match["done"] and _SHARE_BEFORE.search(before) and not _WHOLE_BEFORE.search(before):
        return None
    if match["done"] and _DAYS_AHEAD.match(after):
        return None
    return SaidState(match.start(), match.end(), State.DONE, is_done_word=True)
