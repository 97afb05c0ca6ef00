"""Quantities: whether words hold a number of what a question counts: how many, how much, how often, how old; pure."""

import re
from collections.abc import Callable, Sequence

from retrieval.lexicon import FUNCTION_WORDS

# Numbers that count nothing: list marks, paragraphs, dates, case numbers.
_NO_QUANTITY = re.compile(
    r"(?:^|\n)\s*\d+(?:\.\d+)+\.?\s|(?:^|\n)\s*\d{1,2}[.)]\s|(?<=[:;.] )\d{1,2}[.)]\s(?=[A-ZÅÄÖ])|\b(?:BP|MS)\s?\d+|§§?\s*\d+|\b(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?\b|\bDnr\s*\S+|\b[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,4}[ -]\d+[-/:]\d+|\b\d{1,2} (?:januari|februari|mars|"
    r"april|maj|juni|juli|augusti|september|oktober|november|december)"
    r"|\b(?:112|1177)\b|\b\d{1,3} kap\.|\b\d+\s?§|\(\d{4}:\d+\)|\b(?i:artikel|bilaga|sidan?|kapitel|avsnitt|punkt(?:en|erna)?|alternativ|årskurs(?:erna)?|åk|etapp|fas|version) \d+(?:[.–-]\d+)*|\bF\s?[–-]\s?\d\b"
)
_TIME_SPAN = re.compile(
    r"\b(?:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv)(?:\s?[–-]\s?\d+| till \w+)? (?:års?|månad\w*|veck\w+|dag\w*|timm\w+|minut\w*)\b|\d+-(?:åring\w*|års\w*)",
    re.IGNORECASE,
)
_TIME_ASKED = re.compile(
    r"\b(?:år|månader|veckor|dagar|timmar|minuter|lång\w*|länge|gam\w+|ofta|\w*tid\w*|ålder|long|old|years|months|weeks|days|hours)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo\w*|trettio\w*|fyrtio\w*|femtio\w*|sextio\w*|sjuttio\w*|åttio\w*|nittio\w*|hundra\w*|hälften|dubbel\w*|oförändra\w*|(?:ingen|inga)(?![^.]*\b(?:ska|skall|bör|får)\b)|noll|en tredjedel|en fjärdedel)\b",
    re.IGNORECASE,
)
_LENGTH_ASKED = re.compile(
    r"\bhur lån[gt]\w*\b(?! (?:är|var|blir|blev) (?:\w*kön?|\w*köer\w*)\b)", re.IGNORECASE
)
_LENGTH = re.compile(r"\d\s?(?:km|kilometer|meter|mil|m|cm|mm|sidor|sekunder|sek|min)\b", re.IGNORECASE)
_OFTEN_ASKED = re.compile(r"\bhur ofta\b|how often", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:årlig\w*|månatlig\w*|månadsvis|kvartalsvis|halvårsvis|veckovis|daglig\w*|löpande|regelbund\w*|kontinuerligt|vart\w* \w+ år|varje|per (?:år|månad|vecka|kvartal|termin|mandatperiod)"
    r"|(?:en|två|tre|fyra|fem|sex|\d+) gång(?:er)?|varannan|samtliga|vid behov)\b",
    re.IGNORECASE,
)
_AGE_ASKED = re.compile(r"\bhur gam(?:mal|la|malt)\b|\bhow old\b", re.IGNORECASE)
_AGE = re.compile(r"\d+[ -]år|\bår gam|\bfödd|\bbyggd|\b(?:från|sedan) (?:19|20)\d\d", re.IGNORECASE)
_MONEY = re.compile(
    r"\d[\d\s.,]*\s*(?:kronor|kr\b|mkr|mnkr|tkr|miljon\w*|miljard\w*|msek|procent|%)", re.IGNORECASE
)
_MONEY_ASKED = re.compile(
    r"pengar|kost|\bcost|\bpay|\bpaid\b|\bspen[dt]|\bprice|budget|miljon|kronor|mkr|belopp|\bhur (?:mycket|stort|stor|högt|hög|höga|stora) (?:är |blir |var |blev )?(?:\w*bidrag|\w*stöd|\w*anslag|\w*tillskott|\w*lån|\w*arvode|\w*ersättning|\w*avgift|\w*lön|\w*hyra|\w*vite|\w*skuld)(?:et|en|n)?\b|\bvad\b.*\bg(?:år|ick)\b(?:(?!\but\b).)* på\b",
    re.IGNORECASE,
)
_COUNT_ASKED = re.compile(r"\bhur många\b|how many", re.IGNORECASE)
# The noun of "hur många", which a number must count; units have patterns of their own.
_COUNTED = re.compile(
    r"\bhur många (?:av )?+(?:de |dom )?+(?:(?:nya|olika|fler|andra|extra|egna) )*+(?P<what>(?-i:[a-zåäö])[\w-]+)",
    re.IGNORECASE,
)
# The noun of "hur hög är", which the figure must be of.
_MEASURED = re.compile(
    r"\bhur (?:hög|högt|höga|stor|stort|stora|lång|långt|låg|lågt) (?:är|var|blir|blev) (?:(?:den|det|de) [\w-]+ )?+(?P<what>(?-i:[a-zåäö])[\w-]+)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"gång\w*|procent\w*|år|dag\w*|veck\w+|månad\w*|kvartal|timm\w+|minut\w*|miljo\w+|miljard\w*|kron\w+|tusen\w*|mkr|mnkr|kilo\w*|ton|liter|meter|kvadrat\w+|hektar|mil|poäng\w*|del\w*|"
    r"stycken|st|röst\w*|avst\w+|reserv\w+|som|är|var|har|hade|ska|får|fick|kan|la|lade|går|gick|sitter|satt|bor|deltog|jobbar|arbetar|söker|sökte|behöver|kom|kommer",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?P<young>\w*(?:elev|barn|ungdom|flick|pojk|student)\w*)|(?P<working>\w*(?:anställd|medarbetar|personal|årsarbetar|tjänst)\w*)|(?P<sitting>(?:ledam|ersättar|medlem|ombud)\w*)"
    r"|(?P<any>\w*(?:person|människ|invånare|deltagar|patient|brukar|kund|vuxn|kvinn|män\b|besökare|boende)\w*)",
    re.IGNORECASE,
)
_ONES = re.compile(r"st|stycken|till|personer|fler|färre|vardera|totalt|varav|under|jämfört|medan|vilket")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+")
_TOKEN = re.compile(r"\d[\d \u00a0\u202f.,]*\d|\d+|[^\W\d_][\w-]*")
# Words between a number and what it counts: "27 nya auktoriserade tolkar", "antalet tolkar var 27".
BEFORE, AFTER = 5, 10
_AMOUNT = re.compile(r"\d[\d\s.,]*(?:kronor|kr\b|mkr|mnkr|tkr|miljon\w*|miljard\w*)")
_SHARE_ASKED = re.compile(r"\bprocent\b|\bandel|\bhur stor del\b", re.IGNORECASE)
_PERCENTAGE = re.compile(r"\d[\d,.]*\s?(?:%|procent(?!enhet))")
_WHOLE_YEAR_ASKED = re.compile(r"\bhela (?:året|(?:19|20)\d\d)\b|\bhelår\w*", re.IGNORECASE)
_SOME_MONTHS = re.compile(
    r"\befter (?:fyra|sex|åtta|tio|\d{1,2}) månader|\bjan\w*\s?[–-]\s?(?:apr|aug|okt)\w*|\bper (?:april|augusti|oktober)\b|\bför perioden\b|\bhittills\b",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(r"\bhelår|\bhela året|\bprognos|\bårsbasis|\bbokslut", re.IGNORECASE)
_EACH_COSTS = re.compile(r"\bkr(?:onor)?\s?(?:/|per )", re.IGNORECASE)
_PART_ASKED = re.compile(r"\bhur stor del\b", re.IGNORECASE)
_A_PART = re.compile(r"%|procent|\bandel|\bav \d|hälften|tredjedel|fjärdedel|\bdel av\b", re.IGNORECASE)
_REFERS = re.compile(
    r"(?<!som )\b(?:redovisas|framgår|presenteras|återfinns|beskrivs) (?:närmare |separat |särskilt )?(?:i|av)\b"
)
_SHARE = re.compile(r"%|procent|\d\s?\|")


def _is_told_elsewhere(question: str, text: str) -> bool:
    """Tell whether words refer to another place for the very thing that is asked for: "Omsättningen redovisas i bilaga"."""
    asked = {word.lower()[:-2] for word in re.findall(r"[^\W\d_]{8,}", question)}
    for said in re.split(r"(?<=[.!?])\s+", text):
        refers = None if re.search(r"\d", said) else _REFERS.search(said)
        before = said[max(0, refers.start() - 60) : refers.start()].lower() if refers else ""
        if any(word in before for word in asked):
            return True
    return False


def holds_quantity(question: str, text: str) -> bool:
    """Tell whether words hold a quantity of the sort that is asked for; dates, marks and references are none."""
    if _AGE_ASKED.search(question):
        return bool(_AGE.search(text))
    if _OFTEN_ASKED.search(question):
        return bool(_OFTEN.search(text))
    if _is_told_elsewhere(question, text) or is_of_part_of_the_year(question, text):
        return False
    if _LENGTH_ASKED.search(question):
        return bool(_TIME_SPAN.search(text) or _LENGTH.search(text))
    text = _NO_QUANTITY.sub(" ", text)
    asks_for_money = _MONEY_ASKED.search(question) is not None
    if _COUNT_ASKED.search(question) and not asks_for_money:
        text = _AMOUNT.sub(" ", text)
        text = text if _SHARE_ASKED.search(question) else _PERCENTAGE.sub(" ", text)
    if not _TIME_ASKED.search(question):
        text = _TIME_SPAN.sub(" ", text)
    if _SHARE_ASKED.search(question):
        return bool(_SHARE.search(text))
    return bool((_MONEY if asks_for_money else _NUMBER).search(text))


def is_of_part_of_the_year(question: str, text: str) -> bool:
    """Tell whether a figure is of some months, where one of the whole year is asked for."""
    return (
        _WHOLE_YEAR_ASKED.search(question) is not None
        and _SOME_MONTHS.search(text) is not None
        and _WHOLE_YEAR.search(text) is None
    )


def is_another_quantity(question: str, text: str) -> bool:
    """Tell whether a fact is of another quantity: of some months, no share where "hur stor del" asks for one, what each costs."""
    return (
        is_of_part_of_the_year(question, text)
        or (_PART_ASKED.search(question) is not None and _A_PART.search(text) is None)
        or (bool(counted(question)) and _EACH_COSTS.search(text) is not None)
    )


def counted(question: str) -> str:
    """Return the noun that "hur många" asks the number of; nothing for units, which need no counting."""
    found = _COUNTED.search(question)
    return "" if found is None or _UNIT.fullmatch(found["what"]) else found["what"]


def measured(question: str) -> str:
    """Return the noun that "hur hög är" asks the size of; nothing for other questions."""
    found = _MEASURED.search(question)
    return "" if found is None else found["what"]


def counts(text: str, names: Callable[[str], bool]) -> bool:
    """Tell whether a number stands beside a word that names what is counted, in one sentence."""
    for other in (_NO_QUANTITY, _AMOUNT, _PERCENTAGE, _TIME_SPAN):
        text = other.sub(" ", text)
    return any(_counts(_TOKEN.findall(said), names) for said in re.split(r"(?<=[.!?])\s", text))


def _counts(tokens: Sequence[str], names: Callable[[str], bool]) -> bool:
    """Tell whether a number before the named thing counts it, or one after it that counts nothing else."""
    numbers = [place for place, token in enumerate(tokens) if _NUMBER.match(token)]
    if not numbers:
        return False
    named = [place for place, token in enumerate(tokens) if names(token)]
    return any(
        0 < noun - number <= BEFORE or (0 < number - noun <= AFTER and _stands_alone(tokens, number))
        for noun in named
        for number in numbers
    )


def _stands_alone(tokens: Sequence[str], number: int) -> bool:
    """Tell whether no noun follows a number, or it is of a row of them: "27 vid årets slut", not "27 lokaler"."""
    if len(tokens[number].split()) > 1 and not _THOUSANDS.fullmatch(tokens[number]):
        return True
    following = tokens[number + 1].lower() if number + 1 < len(tokens) else ""
    return not following.isalpha() or following in FUNCTION_WORDS or _ONES.fullmatch(following) is not None


def are_people(noun: str) -> bool:
    """Tell whether a noun is of people, whom documents call many things."""
    return _PEOPLE.fullmatch(noun) is not None


def are_such_people(noun: str, token: str) -> bool:
    """Tell whether a word may be of the people that a noun is of: children may be pupils, staff are neither."""
    asked, said = _PEOPLE.fullmatch(noun), _PEOPLE.fullmatch(token)
    if asked is None or said is None:
        return False
    return "any" in {asked.lastgroup, said.lastgroup} or asked.lastgroup == said.lastgroup
