"""Definitions: what a term or a short form means, as sentences say it ("Med lots menas …", "HN står för hamnnämnden")."""

import re
from collections.abc import Iterator

from knowledge.blocks import RepairedText
from knowledge.parsing.initials import WORD, initials_agree

# Two capitals at least, and nothing but letters: "HN", "eNPS", "VoO".
SHORT = r"(?=[a-zåäö]*[A-ZÅÄÖ][a-zåäö]*[A-ZÅÄÖ])[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö&]{1,7}(?![\w-])"
_MEANT = re.compile(
    r"\b[Mm]ed\s(?!(?:detta|det|denna|dessa|de|den|sådan\w*|vad|vilket)\s)(?P<term>[^.,;:()]{2,60}?)\s(?:avses|menas|förstås|åsyftas)\s"
    r"(?:(?:här|nedan|i (?:detta|denna|den här|det här) \w+)\s)?(?P<meaning>[^.;]{5,300})"
)
_ALSO_MEANT = re.compile(rf",?\s(?:och|samt)\smed\s(?P<term>{SHORT})\s")
_LINK = r"(?:\s?[:=]|\s[–-])\s"
_PAIR = re.compile(
    rf"(?<![\w-])(?P<short>{SHORT})(?P<link>{_LINK}|\s(?:för|betyder|står för|utläses|uttyds|avser|är)\s|,?\s)"
    rf"(?P<meaning>[^\W\d_][^.,;:()=]{{3,90}}?)(?=[.,;)]|\s(?:och|samt)\s(?:med\s)?{SHORT}|$)"
)
_SHORT_FOR = re.compile(
    rf"(?<![\w-])(?P<short>{SHORT})\s(?:används|är|brukas)\s(?:som\s)?(?:en\s|ett\s)?(?:kortnamn|förkortning|kortform)(?:en|et)?\s(?:för|på|av)\s(?P<meaning>[^\W\d_][\w-]*(?:\s[\w-]+){{0,5}})"
)
_SURE = re.compile(_LINK)
_LEADS = re.compile(
    r"\b(?:betyder|används|står för|utläses|uttyds|avser|avses|förkortning\w*|begrepp\w*)\b", re.IGNORECASE
)
_CAPITALS = re.compile(r"[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ]")
Definition = tuple[str, str, int, int]  # term, meaning, and where they stand in the sentence


def defined_in(sentence: RepairedText) -> Iterator[Definition]:
    """Yield each term that a sentence explains; of a short form only when its letters are the meaning's."""
    text = sentence.text
    meant = _MEANT.search(text)
    if meant is not None:
        yield from _meant(meant)
    if not _CAPITALS.search(text):
        return
    for found in _SHORT_FOR.finditer(text):
        told = [word.group() for word in WORD.finditer(found["meaning"])]
        counts = (count for count in range(1, len(told) + 1) if initials_agree(found["short"], told[:count]))
        meaning = " ".join(found["meaning"].split()[: next(counts, 1)])
        yield found["short"], meaning, found.start(), found.start("meaning") + len(meaning)
    is_led = _LEADS.search(text) is not None
    for pair in _PAIR.finditer(text):
        told = [word.group() for word in WORD.finditer(pair["meaning"])]
        if (is_led or _SURE.fullmatch(pair["link"])) and initials_agree(pair["short"], told):
            yield pair["short"], pair["meaning"].strip(), pair.start(), pair.end()


def _meant(found: re.Match[str]) -> Iterator[Definition]:
    """Yield what a sentence means with its term, and with those that it goes on to."""
    term, start, place = found["term"], found.start(), found.start("meaning")
    for further in _ALSO_MEANT.finditer(found.string, place, found.end()):
        yield term.strip("\"'”"), found.string[place : further.start()].strip(), start, further.start()
        term, start, place = further["term"], further.start("term"), further.end()
    yield term.strip("\"'”"), found.string[place : found.end()].strip(), start, found.end()
