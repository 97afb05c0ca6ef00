"""Row ends: who and when at the end of a row whose cells extraction ran together, each told by what it is."""

import re
from dataclasses import replace

from knowledge.parsing.addressees import Addressee, is_organisation, split_addressees
from knowledge.parsing.definitions import SHORT
from knowledge.parsing.role_statements import PERSON
from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision, When

_TITLE = (
    r"[A-ZÅÄÖa-zåäö-]*(?:chef|direktör|ledare|strateg|samordnare|läkare|sekreterare|rektor|ekonom|controller|jurist|utvecklare|planerare|ansvarig|partner|handläggare"
    r"|ingenjör|arkitekt|kommunikatör|upphandlare|utredare|sköterska|koordinator|specialist|ombud|(?<![a-zåäö])VD|(?<![a-zåäö])vd)(?:en|n)?"
)
_HOLDER = re.compile(
    rf"(?:{_TITLE}\s)?{PERSON}|{_TITLE}(?:\s(?:för\s|i\s|på\s)?(?:[a-zåäö]+(?:\soch\s[a-zåäö]+|\s[a-zåäö]+)?|[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]*))?"
    rf"|{SHORT}|[A-ZÅÄÖ]{{2,5}}|(?:Samtliga|Alla|Berörda|Respektive)\s[a-zåäö]+"
)
_JOINT = re.compile(r"(?:,|\s(?:och|samt|&)|\s?/)\s*$")
_WORD = re.compile(r"(?<!\S)(?=[A-ZÅÄÖa-zåäö])")
_NAME = re.compile(rf"{PERSON}|{SHORT}|[A-ZÅÄÖ]{{2,5}}")
_HALF_A_NAME = re.compile(r"[a-zåäö]-\s(?:och|samt)\s$")
_UNFINISHED = re.compile(r"\b(?:i|för|av|till|med|från|och|mellan|inom|hos|vid|på|som|åt|om|samt|den|det)$")
_TITLED = re.compile(rf"(?<!\S){_TITLE}(?:\s[A-ZÅÄÖ][a-zåäö]+)?\s$")
_LONGEST, _FEWEST_WORDS = 90, 2
# What may stand before a date in its cell: "senast den", "nämnden i", "delårsrapport 2".
_REPORT = r"(?:(?:delårs|tertial|års|månads|del|slut|halvårs)(?:rapport|redovisning|bokslut)\w*|bokslut\w*|årsredovisning\w*|budget|verksamhetsberättelse\w*)(?:\s\d)?"
_BEFORE_DATE = re.compile(
    rf"(?<!\S)(?:(?:[Ss]enast|[Ff]öre|[Ee]fter|[Uu]nder|[Tt]ill|[Ii]nför|[Ff]rån|[Vv]id|[Ii]|[Mm]ed|[Ii] samband med|[Dd]en|[Åå]rligen|[Vv]arje år,?|[Uu]tgången av|[Ss]lutet av|[Bb]örjan av|[Mm]itten av|[Kk]lart?|"
    rf"[a-zåäö]*(?:nämnden|styrelsen|fullmäktige|utskottet|mötet|sammanträdet)|(?i:{_REPORT}))\s)+$"
)
_RHYTHM = re.compile(
    r"(?<!\S)(?:(?:[Vv]id|[Ii] samband med)\s)?(?:[Ll]öpande|[Oo]mgående|[Ss]narast|[Tt]ills vidare|[Åå]rligen|[Vv]artannat år|(?:[Kk]vartals|[Mm]ånads|[Tt]ertial|[Hh]alvårs|[Vv]ecko)vis|(?:[Vv]id\s)?[Vv]arje\s[a-zåäö]+|(?:[Ee]n|[Tt]vå|[Tt]re|[Ff]yra|\d) gånger? (?:per|om) \w+)$"
)
_COARSE = (Precision.YEAR, Precision.EVENT)


def time_at_end(words: str, year: int | None) -> tuple[int, When] | None:
    """Return where the time begins that words end in, with the words before its date, and the time."""
    dates = [each for each in find_dates(words, year) if each.end == len(words)]
    if dates:
        found = dates[-1]
        before = _BEFORE_DATE.search(words[: found.start])
        start = before.start() if before is not None else found.start
        when = found.when
        if when.precision in _COARSE:
            when = replace(when, words=words[start:])
        return start, when
    rhythm = _RHYTHM.search(words)
    if rhythm is None:
        return None
    return rhythm.start(), When(None, None, Precision.EVENT, rhythm.group())


def holders_at_end(words: str) -> tuple[int, tuple[Addressee, ...]] | None:
    """Return where those begin who end a row, and who they are; nothing unless each of them is told for certain.

    From the end, the fewest words that name somebody are one holder; a comma or "och" before them leads to another.
    """
    end = len(words)
    while True:
        start = _one_holder(words, end)
        if start is None:
            return None
        joint = _JOINT.search(words, 0, start)
        if joint is None:
            break
        end = joint.start()
    if (
        not words[start].isupper()
        or len(words[:start].split()) < _FEWEST_WORDS
        or _UNFINISHED.search(words[:start].rstrip())
    ):
        return None
    return start, split_addressees(words[start:], every_comma=True)


def is_holder(words: str) -> bool:
    """Tell whether words are a title, a person, a board, a unit or the short form of one."""
    return _HOLDER.fullmatch(words) is not None or (
        is_organisation(words) and len(split_addressees(words)) == 1
    )


def _one_holder(words: str, end: int) -> int | None:
    """Return where the fewest words before `end` begin that name somebody, the title before a name with them."""
    low = max(0, end - _LONGEST)
    for match in reversed(list(_WORD.finditer(words, low, end))):
        name, before = words[match.start() : end], words[: match.start()]
        if name[0].islower() and not _JOINT.search(before):
            continue  # a holder begins with a capital, but within a list
        if _HALF_A_NAME.search(before) or not is_holder(name):
            continue
        titled = _TITLED.search(words, low, match.start()) if _NAME.fullmatch(name) else None
        return titled.start() if titled is not None else match.start()
    return None
