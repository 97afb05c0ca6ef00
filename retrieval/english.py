"""English: the field's words as staff who read Swedish documents in English ask for them, and telling that they do."""

import re

from retrieval.english_words import ENGLISH, ENGLISH_PHRASES
from retrieval.lexicon import UNMARKED

_ENGLISH_SIGNS = re.compile(
    r"\b(?:the|who|what|when|which|how|why|is|are|was|were|did|does|of|for|about|tell|has|have|will)\b",
    re.IGNORECASE,
)
_GLOSSED = re.compile(
    r"(?:\b(?!(?:the|a|an|of|for|to|in|on|at|by|is|are|was|were|and|with|from|about)\b)[a-z-]+\s+){1,3}\((?P<swedish>[a-zåäö-]{5,})\)"
)
_PHRASE = re.compile(
    r"\b(?:"
    + "|".join(re.escape(phrase) for phrase, _ in sorted(ENGLISH_PHRASES, key=lambda each: -len(each[0])))
    + r")\b",
    re.IGNORECASE,
)
_UNMARKED = re.compile(rf"\b(?:{'|'.join(UNMARKED)})\b", re.IGNORECASE)
_MEANING = dict(ENGLISH_PHRASES)
_INFLECTIONS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
)
_SWEDISH_SIGNS = re.compile(
    r"[åäö]|\b(?:vem|vad|vilka|vilken|vilket|och|som|att|det|hur|av|ska|om|enligt|inte|har)\b", re.IGNORECASE
)


def is_english(text: str) -> bool:
    """Tell whether a question is asked in English (names in it may be Swedish)."""
    return len(_ENGLISH_SIGNS.findall(text)) > len(
        _SWEDISH_SIGNS.findall(re.sub(r"\b[A-ZÅÄÖ]\w+|\([^)]*\)", "", text))
    )


def with_marks(text: str) -> str:
    """Put å, ä and ö back where a Swedish question's words of asking are typed without: "nar ar" is "när är"."""
    return text if is_english(text) else _UNMARKED.sub(lambda found: UNMARKED[found.group().lower()], text)


def without_glosses(text: str) -> str:
    """Leave out the English words that a Swedish word in brackets says again: "the school transport (skolskjuts)"."""
    return _GLOSSED.sub(r"\g<swedish>", text)


def with_phrases_in_swedish(text: str) -> str:
    """Put phrases into the Swedish word that means what their words do not: "conflict of interest"."""
    return _PHRASE.sub(lambda found: _MEANING[found.group().lower()], text)


def in_swedish(word: str) -> str | None:
    """Return the Swedish words for an English one, also where only its dictionary form is known; nothing for others."""
    if word in ENGLISH:
        return ENGLISH[word]
    forms = (word.removesuffix(ending) + base for ending, base in _INFLECTIONS if word.endswith(ending))
    return next((ENGLISH[form] for form in forms if form in ENGLISH), None)
