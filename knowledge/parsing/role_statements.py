"""Role statements: who holds which part, as sentences say it ("Eva Ek är projektledare", "med Bo Ek som ordförande")."""

import re
from collections.abc import Iterator

from knowledge.blocks import RepairedText
from knowledge.facts import Role
from knowledge.parsing.addressees import ORGANISATION_END
from knowledge.parsing.role_labels import role_of

_NAME = r"[A-ZÅÄÖÉ][a-zåäöé]+(?:-[A-ZÅÄÖÉ][a-zåäöé]+)?"
PERSON = rf"{_NAME}(?:\s(?:af|von|de)\b)?(?:\s{_NAME}){{1,2}}"
_TITLE = (
    r"(?:[A-ZÅÄÖa-zåäö]+-\soch\s)?[A-ZÅÄÖa-zåäö&-]*(?:chef(?:en)?|direktör(?:en)?|strateg|ledare|sekreterare|samordnare|handläggare|controller|ekonom|utredare|jurist|läkare|planerare|rektor|vd|ordförande|råd|ingenjör|utvecklare)"
    r"(?:\s(?:för\s|i\s|på\s)?[A-ZÅÄÖa-zåäö][a-zåäö]+)?|(?!under|mellan|genom|tillsammans|därefter|enligt|samtidigt)[a-zåäö-]{5,}"
)
WHO = rf"(?:(?:(?:{_TITLE}),?\s)?{PERSON}(?:\s\([^()]{{1,40}}\))?)"
_LIST = rf"{WHO}(?:(?:,|\soch|\ssamt|,\ssamt)\s{WHO})*"
_LABEL = (
    r"(?:(?:biträdande|ställföreträdande|vice|ansvarig)\s)?(?:[a-zåäö]*(?:ledare|ägare|beställare|koordinator|samordnare|sponsor|ordförande|sekreterare|uppdragsgivare)"
    r"|(?:projekt|uppdrags|program)ansvarig|sammankallande|kontaktperson|handläggare)"
)
_IS = re.compile(
    rf"(?<![\w-])(?P<who>{WHO})\s(?:är|har varit|var|blir|fungerar som|utses till|(?:är|har) utse(?:dd|tts) till)\s(?:uppdragets\s|projektets\s)?(?P<label>{_LABEL})(?:\soch\s(?P<second>{_LABEL}))?(?![\w-])"
)
_IS_INVERTED = re.compile(rf"\b(?:är|blir)\s(?P<who>{WHO})\s(?P<label>{_LABEL})(?![\w-])")
_FOR_YEARS = re.compile(
    rf"[Ff]ör\s(?P<first>(?:19|20)\d\d)\sär\s(?P<who>{WHO})\s(?P<label>{_LABEL})\soch\sför\s(?P<second>(?:19|20)\d\d)\s(?P<next>{WHO})"
)
_AS = re.compile(rf"\bmed\s(?P<who>{WHO})\ssom\s(?P<label>{_LABEL})(?![\w-])")
_INCLUDED = re.compile(
    rf"(?<![\w-])(?P<group>[A-ZÅÄÖa-zåäö]*[Gg]ruppen)\s(?:sitter|finns|deltar|ingår|består av|utgörs av|har bestått av|har varit)\s(?:även\s|också\s|dessutom\s)?(?P<who>{_LIST})"
)
_COUNCIL = re.compile(
    rf"\bbildar\s(?P<group>[a-zåäö]*(?:råd|grupp|nätverk|utskott))(?:et|en)?:\s(?P<who>{_LIST})"
)
_ANSWERED = re.compile(rf"\b(?:besvaras|lämnas|tas emot)\sav\s(?P<who>{WHO})")
_CONVENED = re.compile(
    rf"\b(?:sammankallas|leds|samordnas)\sav\s(?!en\s|ett\s|den\s|det\s|de\s)(?P<who>{WHO}|[a-zåäöA-ZÅÄÖ]+s?\s?[a-zåäö-]*(?:{ORGANISATION_END})(?:\sför\s[a-zåäö]+)?)"
)
_WORK = r"(?:[Pp]rojektet|[Uu]ppdraget|[Aa]rbetet|[Pp]rogrammet|[Uu]tredningen|[Öö]versynen|[Ss]atsningen|[Ii]nförandet)"
_PART = r"[Dd]el(?:projektet|uppdraget|processen)\s[a-zåäö-]+(?:\s[a-zåäö-]+)?"
_LED = re.compile(
    rf"(?<![\w-])(?:{_WORK}|(?P<part>{_PART}))\s(?:(?:ska\s)?ledas|leds|drivs)\sav\s(?P<who>{WHO})"
    rf"|(?<![\w-])(?P<leader>{WHO})\s(?:leder|driver|håller\si(?:hop)?)\s(?:{_WORK}|(?P<led>{_PART}))(?![\w-])"
)
_SEEN_TO = re.compile(
    rf"(?:^|,\soch\s)(?P<what>[A-ZÅÄÖa-zåäö][a-zåäö-]+(?:\s[a-zåäö-]+){{0,4}}?)\s(?:sköts|hanteras|hålls\sihop|följs\supp)\sav\s(?P<who>{WHO})"
    rf"|^(?P<doer>{WHO})\s(?:håller\s(?:i|ihop)|sköter)\s(?!{_WORK}(?![\w-]))(?P<seen>[a-zåäö-]+(?:\s[a-zåäö-]+){{0,4}}?)(?=[.,]|$)"
)
_HELD_BY = re.compile(
    r"\b(?:hel)?ägs\s(?:till\s\d+\sprocent\s)?av\s(?P<who>[A-ZÅÄÖ][\wåäöÅÄÖ&-]*(?:\s[\wåäöÅÄÖ&-]+){0,4}?(?:\sAB|\skommun|\sstad|\sförbund))\b"
)
# What a sentence cannot say any of this without: looked for first, since the patterns above are slow and seldom match.
_NAMES_LABEL = re.compile(_LABEL)
_NAMES_GROUP = re.compile(r"ruppen\s|bildar\s")
_NAMES_DOER = re.compile(
    r"(?:besvaras|lämnas|tas emot|sammankallas|leds|ledas|leder|samordnas|ägs|drivs|driver|sköts|sköter|hanteras|håller|hålls|följs upp)\s"
)
Statement = tuple[
    Role, str, str, str, int, int
]  # role, holder, detail, label, and where they stand in the sentence


def role_statements(sentence: RepairedText) -> Iterator[Statement]:
    """Yield each role that a sentence says somebody holds, with a remark on it, its name and its place in the sentence."""
    text = sentence.text
    has_label = _NAMES_LABEL.search(text) is not None
    years = _FOR_YEARS.search(text) if has_label else None
    if years is not None and (role := role_of(years["label"])) is not None:
        label = years["label"]
        yield role, years["who"], years["first"], label, years.start("who"), years.end("who")
        yield role, years["next"], years["second"], label, years.start("next"), years.end("next")
        return
    for pattern in (_IS, _IS_INVERTED, _AS) if has_label else ():
        for found in pattern.finditer(text):
            for label in filter(None, (found["label"], found.groupdict().get("second"))):
                role = role_of(label.removeprefix("nämnd"))
                if role is not None:
                    yield role, found["who"], "", label, found.start(), found.end()
    for pattern in (_INCLUDED, _COUNCIL) if _NAMES_GROUP.search(text) else ():
        for found in pattern.finditer(text):
            group = found["group"].lower()
            role = role_of(group) or Role.MEMBER
            for each in re.finditer(WHO, found["who"]):
                start = found.start("who") + each.start()
                yield role, each[0], group, group, start, start + len(each[0])
    if _NAMES_DOER.search(text):
        yield from _doers(text)


def _doers(text: str) -> Iterator[Statement]:
    """Yield who does what by the verb of a sentence ("Projektet leds av …", "Upphandlingen sköts av …")."""
    led = list(_LED.finditer(text))
    for found in led:
        part = found["part"] or found["led"] or ""
        yield Role.LEADER, found["who"] or found["leader"], part, part, found.start(), found.end()
    for found in _SEEN_TO.finditer(text):
        what = found["what"] or found["seen"]
        yield Role.RESPONSIBLE, found["who"] or found["doer"], what, "", found.start(), found.end()
    doers = ((_ANSWERED, Role.HANDLER), (_CONVENED, Role.COORDINATOR), (_HELD_BY, Role.OWNER))
    for pattern, role in doers:
        for found in pattern.finditer(text):
            if not any(each.start() <= found.start() < each.end() for each in led):
                yield role, found["who"], "", "", found.start(), found.end()


def names_person(words: str) -> bool:
    """Tell whether words hold a person's name, with a title perhaps."""
    return re.search(rf"(?<![\w-]){PERSON}", words) is not None
