"""Role statements: who holds which part, as sentences say it ("Eva Ek är projektledare", "med Bo Ek som ordförande")."""

import re
from collections.abc import Iterator

from knowledge.blocks import RepairedText
from knowledge.facts import Role
from knowledge.parsing.addressees import ORGANISATION_END

_NAME = r"[A-ZÅÄÖÉ][a-zåäöé]+(?:-[A-ZÅÄÖÉ][a-zåäöé]+)?"
PERSON = rf"{_NAME}(?:\s(?:af|von|de)\b)?(?:\s{_NAME}){{1,2}}"
_TITLE = (
    r"[A-ZÅÄÖa-zåäö&-]*(?:chef|direktör|strateg|ledare|sekreterare|samordnare|handläggare|controller|ekonom|utredare|jurist|läkare|planerare|rektor|vd|ordförande|råd|ingenjör|utvecklare)"
    r"(?:\s[A-ZÅÄÖ][a-zåäö]+)?|(?!under|mellan|genom|tillsammans|därefter|enligt|samtidigt)[a-zåäö-]{5,}"
)
WHO = rf"(?:(?:(?:{_TITLE}),?\s)?{PERSON}(?:\s\([^()]{{1,40}}\))?)"
_LIST = rf"{WHO}(?:(?:,|\soch|\ssamt|,\ssamt)\s{WHO})*"
_ROLES: tuple[tuple[str, Role], ...] = (
    (r"(?:uppdrags|projekt|program|process|system|dokument)ägare", Role.OWNER),
    (r"(?:uppdrags|projekt)?beställare|uppdragsgivare", Role.GIVER),
    (
        r"(?:(?:del|bi)?(?:uppdrags|projekt|program|process|arbets|förvaltnings|utrednings|grupp))ledare",
        Role.LEADER,
    ),
    (r"sammankallande|(?:projekt|program|process)?(?:koordinator|samordnare)", Role.COORDINATOR),
    (r"(?:vice\s)?ordförande", Role.CHAIR),
    (r"(?:nämnd)?sekreterare", Role.SECRETARY),
    (r"kontaktperson|handläggare", Role.HANDLER),
)
_LABEL = "|".join(words for words, _ in _ROLES)
_IS = re.compile(
    rf"(?<![\w-])(?P<who>{WHO})\s(?:är|har varit|var|blir|utses till)\s(?:uppdragets\s|projektets\s)?(?P<label>{_LABEL})(?:\soch\s(?P<second>{_LABEL}))?(?![\w-])"
)
_IS_INVERTED = re.compile(rf"\b(?:är|blir)\s(?P<who>{WHO})\s(?P<label>{_LABEL})(?![\w-])")
_FOR_YEARS = re.compile(
    rf"[Ff]ör\s(?P<first>(?:19|20)\d\d)\sär\s(?P<who>{WHO})\s(?P<label>{_LABEL})\soch\sför\s(?P<second>(?:19|20)\d\d)\s(?P<next>{WHO})"
)
_AS = re.compile(rf"\bmed\s(?P<who>{WHO})\ssom\s(?P<label>{_LABEL})(?![\w-])")
_INCLUDED = re.compile(
    rf"\b(?P<group>[Ss]tyrgruppen|[Pp]rojektgruppen|[Aa]rbetsgruppen|[Uu]ppdragsgruppen|[Rr]eferensgruppen|[Gg]ruppen)\s(?:ingår|består av|utgörs av|har bestått av|har varit)\s(?:även\s|också\s|dessutom\s)?(?P<who>{_LIST})"
)
_COUNCIL = re.compile(
    rf"\bbildar\s(?P<group>[a-zåäö]*(?:råd|grupp|nätverk|utskott))(?:et|en)?:\s(?P<who>{_LIST})"
)
_ANSWERED = re.compile(rf"\b(?:besvaras|lämnas|tas emot)\sav\s(?P<who>{WHO})")
_CONVENED = re.compile(
    rf"\b(?:sammankallas|leds|samordnas)\sav\s(?!en\s|ett\s|den\s|det\s|de\s)(?P<who>{WHO}|[a-zåäöA-ZÅÄÖ]+s?\s?[a-zåäö-]*(?:{ORGANISATION_END})(?:\sför\s[a-zåäö]+)?)"
)
_HELD_BY = re.compile(
    r"\b(?:hel)?ägs\s(?:till\s\d+\sprocent\s)?av\s(?P<who>[A-ZÅÄÖ][\wåäöÅÄÖ&-]*(?:\s[\wåäöÅÄÖ&-]+){0,4}?(?:\sAB|\skommun|\sstad|\sförbund))\b"
)
# What a sentence cannot say any of this without: looked for first, since the patterns above are slow and seldom match.
_NAMES_LABEL = re.compile(_LABEL)
_NAMES_GROUP = re.compile(r"ruppen\s|bildar\s")
_NAMES_DOER = re.compile(r"(?:besvaras|lämnas|tas emot|sammankallas|leds|samordnas|ägs)\s")
Statement = tuple[Role, str, str, int, int]  # role, holder, detail, and where they stand in the sentence


def role_statements(sentence: RepairedText) -> Iterator[Statement]:
    """Yield each role that a sentence says somebody holds, with a remark on it and its place in the sentence."""
    text = sentence.text
    has_label = _NAMES_LABEL.search(text) is not None
    years = _FOR_YEARS.search(text) if has_label else None
    if years is not None and (role := _role(years["label"])) is not None:
        yield role, years["who"], years["first"], years.start("who"), years.end("who")
        yield role, years["next"], years["second"], years.start("next"), years.end("next")
        return
    for pattern in (_IS, _IS_INVERTED, _AS) if has_label else ():
        for found in pattern.finditer(text):
            for label in filter(None, (found["label"], found.groupdict().get("second"))):
                role = _role(label)
                if role is not None:
                    yield role, found["who"], "", found.start(), found.end()
    for pattern in (_INCLUDED, _COUNCIL) if _NAMES_GROUP.search(text) else ():
        for found in pattern.finditer(text):
            group = found["group"].lower()
            role = Role.STEERING_GROUP if group.startswith("styrgrupp") else Role.MEMBER
            for each in re.finditer(WHO, found["who"]):
                start = found.start("who") + each.start()
                yield role, each[0], group, start, start + len(each[0])
    doers = ((_ANSWERED, Role.HANDLER), (_CONVENED, Role.COORDINATOR), (_HELD_BY, Role.OWNER))
    for pattern, role in doers if _NAMES_DOER.search(text) else ():
        for found in pattern.finditer(text):
            yield role, found["who"], "", found.start(), found.end()


def names_person(words: str) -> bool:
    """Tell whether words hold a person's name, with a title perhaps."""
    return re.search(rf"(?<![\w-]){PERSON}", words) is not None


def _role(label: str) -> Role | None:
    return next((role for words, role in _ROLES if re.fullmatch(words, label)), None)
