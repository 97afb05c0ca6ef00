"""Reasons: whether words say why what a question asks about is so, or is not so; pure."""

import re

from retrieval.actors import PARTY, PERSON
from retrieval.understanding import Understanding
from retrieval.windows import sentences

_OUTRIGHT = r"eftersom|därför|på grund av|pga|p\.g\.a|med anledning|anledningen|orsaken|skälet|beror|berodde|varför|till följd|tack vare"
# "Chefen ansvarar för att …" tells a task and no reason.
_NO_TASK = "".join(
    rf"(?<!\b{verb} )"
    for verb in (
        "ansvarar",
        "ansvara",
        "ansvarig",
        "ansvariga",
        "ansvaret",
        "ansvar",
        "svarar",
        "sörja",
        "verkar",
        "verka",
    )
)
_MAYBE = (
    rf"då det|då de|då ärendet|anledning\w*|orsak\w*|skäl(?:en)?|motivering\w*|{_NO_TASK}för att|grund|med hänvisning|innebär|därmed|medför\w*|utifrån|"
    r"saknar|har inga|har ingen|brist på|förklaras|förklaring\w*|leder till|ledde till|av sådan|bakgrund|risk(?:er|en|erna)?|oro\w*|motiv\w*|anser"
)
_PLAIN_REASON = re.compile(rf"\b(?:{_OUTRIGHT})\b", re.IGNORECASE)
_REASON = re.compile(rf"\b(?:{_OUTRIGHT}|{_MAYBE}|syft\w*)\b", re.IGNORECASE)
# The purpose of a thing tells why it is, never why it is not.
_NOT_DONE = re.compile(r"\b(?:inte|ej|aldrig|inget|inga|ingen)\b", re.IGNORECASE)
_REASON_NOT_TO = re.compile(rf"\b(?:{_OUTRIGHT}|{_MAYBE})\b", re.IGNORECASE)


def gives_a_reason(understanding: Understanding, text: str) -> bool:
    """Tell whether words give a reason: where a person is asked about, in the sentence that names them."""
    question = understanding.text
    reason = _REASON_NOT_TO if _NOT_DONE.search(question) else _REASON
    asked = [name.group().split()[-1] for name in re.finditer(rf"{PERSON}(?= {PARTY})", question)]
    if not asked:
        return bool(reason.search(text)) or _comes_of(understanding.subject, text)
    return any(
        reason.search(each.text) and any(name in each.text for name in asked) for each in sentences(text)
    )


def gives_a_plain_reason(text: str) -> bool:
    """Tell whether words say outright that they give a reason."""
    return _PLAIN_REASON.search(text) is not None


def _comes_of(subject: tuple[str, ...], text: str) -> bool:
    """Tell whether what is asked about stands before "kopplat till": what stands after it is the reason."""
    linked = re.search(r"\bkoppla(?:t|d|de)? till\b", text)
    return linked is not None and any(
        word[:-2] in text[: linked.start()].lower() for word in subject if len(word) >= 7 and word.islower()
    )
