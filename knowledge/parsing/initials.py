"""Initials: whether the letters of an abbreviation are those of a name, and where that name begins."""

import re

WORD = re.compile(r"[^\W\d_]+(?:-(?=\s|$))?")
_YEAR_OF_LAW = re.compile(r"\(\d{4}:\d+\)")  # stands within a law's name: "lagen (1999:1) om …"
_SMALL = frozenset(
    {
        "och",
        "för",
        "av",
        "i",
        "om",
        "med",
        "till",
        "på",
        "the",
        "of",
        "and",
        "for",
        "mot",
        "samt",
        "vid",
        "de",
        "den",
        "det",
        "en",
        "ett",
    }
)
_MOST_WORDS = 9
# A law goes by the initials of what it is on, its last words often left out: "Lag (1999:1) om bojar till sjöss (LB)".
_LAW = re.compile(r"\b[Ll]ag(?:en)?\s+(?:om|med|mot|för)\s(?P<on>[^().,;:]{3,120})\s?$")
_FEWEST_CAPITALS = 2
_SPOKEN, _WORDS_SPOKEN = 5, 3  # letters of an abbreviation that is said as a word, and words of its name


def start_of_name(text: str, bracket: int, short: str) -> int | None:
    """Return where the name begins whose initials the bracketed abbreviation gives; the shortest name wins."""
    fewest = 1
    if sum(letter.isupper() for letter in short) < _FEWEST_CAPITALS:
        if len(short) < _SPOKEN:
            return None
        fewest = _WORDS_SPOKEN
    text = _YEAR_OF_LAW.sub(lambda found: " " * len(found[0]), text)
    low = max(0, bracket - 140)
    cut = max(text.rfind(mark, low, bracket) for mark in (". ", ": ", "; ", "(", ")", ", "))
    words = list(WORD.finditer(text, max(low, cut + 1), bracket))[-_MOST_WORDS:]
    for count in range(fewest, len(words) + 1):
        chosen = words[-count:]
        if (
            len(words) > count + 1
            and words[-count - 1].group().lower() in ("och", "samt")
            and words[-count - 2].group().endswith("-")
        ):
            continue  # the second half of "hälso- och sjukvårdsnämnden" is no name
        if chosen[0].group().lower() not in _SMALL and initials_agree(short, [w.group() for w in chosen]):
            return chosen[0].start()
    return _start_of_law(text[:bracket], short)


def _start_of_law(before: str, short: str) -> int | None:
    """Return where a law begins of which a short form gives the initials of what it is on, but for the last words."""
    law = _LAW.search(before)
    if law is None or len(short) <= _FEWEST_CAPITALS or short[0] != "L" or not short.isupper():
        return None
    words = [word.group() for word in WORD.finditer(law["on"])]
    if not words or words[0][0].lower() != short[1].lower():
        return None
    left = iter(word[0].lower() for word in words)
    return law.start() if all(letter in left for letter in short[1:].lower()) else None


def initials_agree(short: str, words: list[str]) -> bool:
    """Tell whether the letters of `short` are, in order, initials of the words or of parts within them.

    The first letter begins the first word, and every word but small ones gives its initial.
    """
    letters = short.lower().replace("&", "")
    if not words or not letters or words[0][0].lower() != letters[0]:
        return False
    return _agree(letters, 1, words, 0, 1)


def _agree(letters: str, at: int, words: list[str], word: int, inside: int) -> bool:
    if at == len(letters):
        return all(rest.lower() in _SMALL for rest in words[word + 1 :])
    following = word + 1
    while following < len(words):
        if words[following][0].lower() == letters[at] and _agree(letters, at + 1, words, following, 1):
            return True
        short = words[following].lower()
        if words[following].isupper() and letters.startswith(short, at):  # "Kraft & Vatten AB" is "KVAB"
            return _agree(letters, at + len(short), words, following, len(short))
        if short not in _SMALL:
            break
        following += 1
    position = words[word].lower().find(letters[at], inside)
    return position > 0 and len(words[word]) > 4 and _agree(letters, at + 1, words, word, position + 1)
