"""Who decides and who proposes: boards as the words of a decision name them."""

import re
from dataclasses import dataclass

# A board by its last word ("kommunstyrelsens arbetsutskott"), with what may stand before and after it.
_HEAD = (
    r"(?:[\wåäöÅÄÖ-]*(?:fullmäktiges?|styrelsen?s?|nämnden?s?|nämnders?|utskott(?:et)?s?|beredning(?:en)?s?|direktionen|"
    r"presidiet|rådet|samrådsorganet|delegationen|kommitt[eé]n|förbundsmötet|bolagsstämman|årsmötet)|SRO)"
)
BOARD = re.compile(
    rf"(?:[A-ZÅÄÖ][\wåäöÅÄÖ]*-,?\s+(?:och\s+|samt\s+)?){{0,2}}(?:(?:[A-ZÅÄÖ][\wåäöÅÄÖ&-]*s|[\wåäö]+s)\s+(?:och\s+[\wåäö-]+s\s+)?){{0,3}}\b{_HEAD}\b(?<!ns)"
    r"(?:(?<=nden)\s+för\s+(?!fastställ|beslut|antagande|godkänn|ställning|kännedom|verkställ|att|yttrande|vidare|avgörande|den\b|det\b)"
    r"[\wåäöÅÄÖ-]+(?:(?:\s*,|\s+och|\s+samt|\s+&)?\s+(?-i:[A-ZÅÄÖ])[\wåäö-]*|\s+och\s+(?!(?-i:besluta|att|föreslå))[\wåäö-]+){0,5}"
    r"|\s+(?:för|i)\s+(?-i:[A-ZÅÄÖ])[\wåäö-]*)?",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:nämnden|styrelsen|utskottet|fullmäktige|direktionen|beredningen|presidiet)$", re.IGNORECASE
)
_VERB = (
    r"(?:har\s+(?:därmed\s+)?|ska\s+)?(?:enhälligt\s+)?(?:beslutar|beslutade|beslutat|beslöt|föreslår|föreslog|hemställer|hemställde|rekommenderar|"
    r"överlämnar|tillstyrker|avstyrker|anhåller|ger|gav|gett|lämnar|uppdrar|antar|antog|godkänner|godkände|godkänt|fastställer|fastställde|"
    r"fastslår|avslår|avslog|bifaller|biföll|bordlägger|återremitterar|noterar|noterade|antecknar|antecknade|förklarar|ansöker|"
    r"upphäver|utser|utsåg|väljer|valde|beviljar|medger|uppmanar|ställer|yttrar|avger|tar|tog|tagit|lägger|konstaterar|anser|överlåter|"
    r"delegerar|bemyndigar|uppdragit|översänder|instämmer|anvisar|anslår|avsätter|säger|begär|inrättar|reviderar|tillsätter|"
    r"förordar|entledigar|avskriver|avslutar|tackar|tackade)"
)
_SUBJECT = re.compile(rf"^(?:att\s+)?(?P<who>[A-ZÅÄÖ][^.:;\n]{{1,110}}?)\s+(?P<verb>(?i:{_VERB}))\b")
_PROPOSING = re.compile(
    r"\b(?:föreslår|föreslå|föreslog|föreslagit|hemställer|hemställa|hemställde|rekommenderar|rekommendera)\b|\b(?:tillstyrker?\b.{0,200}?\bföreslår?|"
    r"överlämnar?\s+(?:ärendet\s+)?(?:till|åt)\b.{0,160}?\batt\s+(?:besluta|fastställa|anta|godkänna)|"
    r"med\s+förslag\s+(?:om\s+)?att|anhåller|förordar|för\s+(?:beslut|fastställande|antagande|godkännande)\s+i\s|till\s+[\wåäö]*(?:fullmäktige|styrelsen|nämnden)\s+för\s+"
    r"(?:beslut|fastställande|antagande|godkännande)\b(?!\s+om))",
    re.IGNORECASE | re.DOTALL,
)
_IS_PROPOSED_TO = re.compile(r"\bföreslås\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a decision is: the board that decides, and who proposes when it is a proposal."""

    board: str = ""
    proposed_by: str = ""
    is_proposal: bool = False


def voice_of(words: str) -> Voice:
    """Read from a lead or a decision's own words who decides or proposes; empty where they do not say."""
    subject = _SUBJECT.match(words)
    who = _board_at_end(subject["who"]) if subject else ""
    target = _IS_PROPOSED_TO.search(words[:200])
    if target and not re.search(r"\bsom\s+$", words[: target.start()]):
        board = BOARD.search(words, 0, target.start())
        if board:
            return Voice(board[0], "", is_proposal=True)
    # "föreslår" deep inside a long decision belongs to something else than the decision itself
    proposing = _PROPOSING.search(words)
    if proposing and (subject is None or _leads(words, proposing, subject.end("verb"))):
        board = BOARD.search(
            words, proposing.start() if " i" in proposing[0] or "till" in proposing[0] else proposing.end()
        )
        named = board[0] if board else ""
        if (who or not subject) and (named or not proposing[0].startswith("rekommender")):
            return Voice(named, who, is_proposal=bool(who or named))
    return Voice(who)


def is_generic(board: str) -> bool:
    """Tell whether the words only say "the board" ("Nämnden", "Styrelsen")."""
    return bool(_GENERIC.match(board))


def boards_in(words: str) -> tuple[str, ...]:
    """Return every board named, in order."""
    return tuple(match[0] for match in BOARD.finditer(words))


def _leads(words: str, proposing: re.Match[str], verb_end: int) -> bool:
    """Tell whether the proposing verb is the main one, or hangs on "beslutar att" or "och"."""
    if proposing.start() <= verb_end:
        return True
    between = words[verb_end : proposing.start()]
    if re.search(r"\buppdrag\b|\buppdra\b", between):
        return False
    return bool(
        re.fullmatch(r"\s*(?:att|enhälligt|för\s+egen\s+del|därmed|,|\s)*", between)
        or re.search(r"\b(?:och|samt)\s+(?:att\s+)?$", between)
        or proposing[0].lower().startswith(("för ", "till "))
    )


def _board_at_end(who: str) -> str:
    """Return the subject when it is a board, else the board that it begins with, else nothing."""
    who = re.sub(r"^(?:[Aa]tt|Därmed)\s+", "", who).strip(" ,")
    board = BOARD.search(who)
    if board is None:
        return ""
    whole = len(who) <= 60 or (board.end() >= len(who) - 2 and len(who) <= 90)
    if whole and not re.search(r"\b(?:som|har|är|att|på|av|under|vid)\b", who):
        return who
    return board[0] if board.start() == 0 else ""
