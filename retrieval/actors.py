"""Actors: whether words name whom a question asks for: a person, a title, a unit, an organisation; pure."""

import re

from knowledge.facts import Role
from retrieval.asked_for import Expectation
from retrieval.statements import said_beyond
from retrieval.understanding import Understanding

PERSON = r"(?:[A-ZÅÄÖÉ][a-zåäöéü]+(?:[ -][A-ZÅÄÖÉ][a-zåäöéü]+)+)"
_ACTOR = (
    r"\b\w*(?:direktör|chef|nämnd|styrelse|utskott|förvaltning|beredning|fullmäktige|kontor|avdelning|ordförande|presidi|ledare|ägare|ansvarig|"
    r"bolag|region|kommun|myndighet|grupp|enhet|förbund|råd|minister|revision|revisor|domstol|polis)\w*|\b[A-ZÅÄÖ]\w*(?:verket|inspektionen|institutet|universitetet|högskolan|museet|kansliet|delegationen)\b|\bAB\b|\bVD\b|\b[A-ZÅÄÖ]{2,5}\b(?![ -]*\d)"
)
PARTY = r"\([A-ZÅÄÖ]{1,4}\)"
_PARTY_NAME = r"(?i:\w*(?:demokrat|parti|liberal|moderat|allians)\w*)"
_A_PERSON = re.compile(PERSON)
_WHO = re.compile(f"{PERSON}|{_ACTOR}")
_IS_WHO = re.compile(
    r"^(?:(?:vem|who) (?:är|var|blir|blev|is|was|became|fick \w+ som|(?:anställ\w+|utsågs|valdes) (?:till|som))|vad heter)\b.*?"
    r"\b(?P<title>vd|\w*(?:chef|direktör|ordförande|sekreterare|handläggare|administratör|controller|ombud|strateg|rektor|koordinator|samordnare|"
    r"revisor|ekonom|jurist|kurator|utredare|minister|statsråd|utredningsledare))(?:en|n|et)?\b",
    re.IGNORECASE,
)
_SUCCEEDS = re.compile(
    r"^(?:vem|who)\b.*\b(?:övert\w+|efterträ\w+|ersätt(?:er|a|s)?|bl(?:ir|ev) (?:ny|nästa)|succeeds?|replaces?)\b|^(?:vem|who) (?:kom|kommer|går|gick|väljs|valdes|sitter)\b.*\b(?:i ?stället för|efter) [A-ZÅÄÖ]",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"tillträ|efterträ|ersätt|tar över|tog över|överta|\buts(?:es|ågs|edd)|\bvald|\bvälj|anställ|rekryter|\bnya?\b|ordinarie|tillförordn|\bt\.?f\b|\bblir\b|\bblev\b",
    re.IGNORECASE,
)
_ACTOR_ASKED = re.compile(
    r"\b(?:vilken|vilket|vilka|which) (?:annan |annat |andra |other )?(?:\w*myndighet\w*|\w*bolag\w*|\w*företag\w*|\w*leverantör\w*|konsult\w*|entreprenör\w*|förening\w*|firma\w*|\w*byrå\w*|"
    r"\w*organisation\w*|stiftelse\w*|minister\w*|compan\w+|authorit\w+|agenc\w+|supplier\w*)\b|^vad (?:heter|hette) (?:den|de|det) som\b",
    re.IGNORECASE,
)
_BOARD_ASKED = re.compile(r"\b(?:vilken|vilka|which) (?:\w+ )?(?:nämnd|styrelse|board)\w*", re.IGNORECASE)
_BOARD_NAMED = re.compile(
    r"\b(?i:\w*(?:nämnd|styrelse|utskott|beredning|direktion)\w*)|\b[A-ZÅÄÖ]{2,5}\b(?![ -]*\d)"
)
# A house or a place with a name is no company: "Ekby simhall".
_PREMISES = re.compile(
    r"\b[A-ZÅÄÖ][\w-]+ (?:\w*(?:hall(?:en)?|hus(?:et)?|skola[ns]?|badet|bibliotek(?:et)?|lasarett(?:et)?|park(?:en)?|gård(?:en)?|hamn(?:en)?|torg(?:et)?|station(?:en)?|boende(?:t)?|kommun|stad|län))\b"
)
_MEMBERS = re.compile(rf"{PERSON}\s*{PARTY}")
_PLACES = re.compile(r"\b(?:i|vid|från) [A-ZÅÄÖ][a-zåäö]+(?:(?:,| och| samt) [A-ZÅÄÖ][a-zåäö]+)*(?! AB)\b")
_PEOPLE = re.compile(
    rf"(?:\|\s*|\b[a-zåäö]*(?:chef|direktör|ledare|handläggare|sekreterare|strateg)(?:en|n)? ){PERSON}(?=\s*(?:\||$|[.,]))"
)  # alone in a cell, or after a title
_BOARD_FOR = re.compile(r"\b[Nn]ämnden för [A-ZÅÄÖ][\w-]+(?:(?: &| och|,) [A-ZÅÄÖ][\w-]+)*")
_MUNICIPALITY_ASKED = re.compile(
    r"\b(?:vilken|vilka|which) (?:annan |andra |other )?(?:kommun(?:en|er|erna)?\b|stad\b|municipalit\w+)",
    re.IGNORECASE,
)
_MUNICIPALITY_NAMED = re.compile(
    r"\b[A-ZÅÄÖ][\w-]+ (?:[Kk]ommun|[Ss]tad)\b|\b[A-ZÅÄÖ][a-zåäö]+(?=[^.]*\bkommuner(?:na)?\b)|(?<=kommuner )[A-ZÅÄÖ]\w+|(?<=kommunerna )[A-ZÅÄÖ]\w+"
)
_COMPANY_ASKED = re.compile(
    r"\b(?:\w*bolag|\w*företag|\w*leverantör|konsult|entreprenör|firma|\w*byrå|vann (?:upphandling|anbud|avtal)|supplier|compan)\w*",
    re.IGNORECASE,
)
# A company says that it is one, or does what companies do: "av Söderberg & Partners", "leverantören Cambio".
_COMPANY_NAMED = re.compile(
    r"\b[A-ZÅÄÖ][\w-]+(?: (?:&|och)? ?[A-ZÅÄÖ][\w-]+)* (?:AB|HB|KB)\b"
    r"|\b(?:leverantör\w*|entreprenör\w*|konsult\w*|företag\w*|bolag\w*|firman?|byrån?|operatör\w*|tilldela[ts]\w*|anta[sg]\w*|anlita\w*|avtal\w* med|g(?:år|ick) till|av|från|hos|med)"
    r"\s(?:konsult\w*|företaget|bolaget|firman)?\s?(?P<name>[A-ZÅÄÖ](?!\w*(?:styrelse|nämnd|fullmäktige|förvaltning|utskott|kommun|region|högskol|universitet|gatan|vägen|bilaga|tabell|avsnitt))[\wåäöÅÄÖ-]+)"
    r"|\b[A-ZÅÄÖ][\w-]+(?= (?:levererar|levererade|driver|drev|utför|utförde|lämnade|vann|tar över|fick (?:uppdraget|avtalet|upphandlingen)))"
)
# A name within a sentence, a short name, a company, an authority by the ending of its name.
_ACTOR_NAMED = re.compile(
    r"(?<=[a-zåäö:,;(”\"] )[A-ZÅÄÖ][\wåäöÅÄÖ-]+|\([A-ZÅÄÖ][\wåäö]{1,8}\)|\b[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)* (?:AB|HB|KB)\b"
    r"|\b[A-ZÅÄÖ]\w*(?:verket|styrelsen|inspektionen|myndigheten|institutet|rådet|nämnden|universitetet|högskolan|museet|kontoret|förbundet)\b|\bStatens \w+"
)
_NAME = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)*"
_PREDECESSOR = re.compile(
    rf"\b(?:efter(?: att)?|sedan|sen|när|after|since) (?:{_NAME} )*(?P<name>{_NAME})(?=\s*\?|\s+(?:slut|gick|lämna|avgick|avgått|left|retired))"
)
_DEPUTY = re.compile(r"\b(?:vice|v\.) ?(?:ordförande|ordf\b)\w*", re.IGNORECASE)
_HELD_BY_PEOPLE = {Role.ABSENT, Role.ATTENDEE, Role.SECRETARY}
_BOARD = re.compile(r"styrelse|nämnd|fullmäktige|utskott|direktion", re.IGNORECASE)
_BOARD_STEM = 8  # letters
_CHAIRED = re.compile(
    r"\bvem\b.*\bordförande (?:i|för) (?P<board>\w*(?:styrelse|nämnd|fullmäktige|utskott)\w*)", re.IGNORECASE
)
_LEADERS = re.compile(
    rf"{PERSON}|\b\w*(?:direktör|chef|strateg|samordnare|koordinator|sekreterare|handläggare|utvecklare|enhet|förvaltning|kontor|avdelning|konsult|bolag|kommun|region)\w*"
)  # boards and groups lead no work
_OFFICIAL_ASKED = re.compile(r"\bvilken tjänsteperson\b", re.IGNORECASE)
_OFFICIAL = re.compile(
    rf"{PERSON}|\b\w*(?:direktör|chef|strateg|samordnare|koordinator|sekreterare|handläggare|utvecklare|controller|rektor|ingenjör|jurist|arkitekt|ledare)\w*"
)
_CHAIRS = re.compile(rf"{PERSON}|\b(?!\w*styrelse)\w*(?:direktör|chef|minister|ledare|strateg|råd)\w*")


def asks_for_an_actor(understanding: Understanding) -> bool:
    """Tell whether a question asks for somebody: "vem", "vad heter chefen", "vilken myndighet"."""
    return (
        understanding.expectation is Expectation.WHO
        or _IS_WHO.search(understanding.text) is not None
        or asks_which_actor(understanding)
        or _MUNICIPALITY_ASKED.search(understanding.text) is not None
    )


def asks_for_an_official(question: str) -> bool:
    """Tell whether a question asks for somebody employed: no board answers for its officials."""
    return _OFFICIAL_ASKED.search(question) is not None


def board_chaired(question: str) -> str:
    """Return the beginning of the name of the board whose chair is asked for; nothing for other questions."""
    found = _CHAIRED.search(question)
    return found["board"][:_BOARD_STEM].lower() if found is not None else ""


def chairs_another(question: str, body: str) -> bool:
    """Tell whether a body is another board than the one whose chair is asked for."""
    board = board_chaired(question)
    return bool(board) and _BOARD.search(body) is not None and board not in body.lower()


def asks_which_actor(understanding: Understanding) -> bool:
    """Tell whether a question asks for a sort of organisation by its name: "vilket bolag"."""
    return _ACTOR_ASKED.search(understanding.text) is not None


def names_the_actor(understanding: Understanding, text: str) -> bool:
    """Tell whether words name somebody of the sort that is asked for, whom the question does not name itself."""
    question = understanding.text
    if (title := _IS_WHO.search(question)) is not None:
        told = _without_named(question, _without_deputies(question, text))
        return _names_holder(title["title"], told)
    if asks_for_an_official(question):
        return names_an_official(text)
    if Role.CHAIR in understanding.roles and understanding.expectation is Expectation.WHO:
        return any(said_beyond(question, found.group()) for found in _CHAIRS.finditer(text))
    if Role.LEADER in understanding.roles and understanding.expectation is Expectation.WHO:
        return any(said_beyond(question, found.group()) for found in _LEADERS.finditer(text))
    if _SUCCEEDS.search(question):
        return _FOLLOWS.search(text) is not None and any(
            said_beyond(question, found.group().split()[-1]) for found in _A_PERSON.finditer(text)
        )
    if asks_which_actor(understanding):
        for other in (_BOARD_FOR, _MEMBERS, _PREMISES, _PLACES, _PEOPLE):
            text = other.sub("", text)
    names = _BOARD_NAMED if _BOARD_ASKED.search(question) else _WHO
    if _MUNICIPALITY_ASKED.search(question):
        names = _MUNICIPALITY_NAMED
    elif understanding.expectation is not Expectation.WHO:
        names = _COMPANY_NAMED if _COMPANY_ASKED.search(question) else _ACTOR_NAMED
    elif _HELD_BY_PEOPLE.intersection(understanding.roles) and not names_a_person(text):
        return False
    return any(said_beyond(question, found.group()) for found in names.finditer(text))


def names_the_holder(understanding: Understanding, text: str) -> bool:
    """Tell whether words answer "vem är chef?" with a person's name beside the title; true of other questions."""
    title = _IS_WHO.search(understanding.text)
    return (
        title is None
        or understanding.expectation is not Expectation.WHO
        or _names_holder(title["title"], _without_deputies(understanding.text, text))
    )


def _without_deputies(question: str, text: str) -> str:
    """Return words without the titles of deputies, when the question is of none: a vice chair is no chair."""
    return text if _DEPUTY.search(question) else _DEPUTY.sub("v.", text)


def names_a_predecessor(question: str) -> bool:
    """Tell whether a question names whoever held a title before the one it asks for."""
    return _PREDECESSOR.search(question) is not None


def _without_named(question: str, text: str) -> str:
    """Return words without whom a question names itself, by first and last name or as who held the title before."""
    for name in _A_PERSON.findall(question):
        text = text.replace(name, "…")
    before = _PREDECESSOR.search(question)
    return re.sub(rf"(?:{_NAME} )*{re.escape(before['name'])}", "…", text) if before else text


def _names_holder(title: str, text: str) -> bool:
    """Tell whether a person's name stands close to the title."""
    name = rf"(?!\w+s (?:Stad|AB|Kommun|Region)){PERSON}(?! AB| kommun| stad)"
    stem = r"\w*chef" if title.lower() == "chef" else re.escape(title)
    title = rf"(?i:{stem})"
    chosen = r"(?:väljs|valdes|utses|utsågs|anställs|anställdes|tillträder|tillträdde)"
    told = r"[^.;:|]{0,60}?\b(?:är|var|heter|blir|blev|valdes|väljs|utsågs|utses)\b[^.;:|]{0,40}?"  # "Skolchef enligt skollagen är för grundskolan …"
    return bool(
        re.search(
            rf"{title}\w*(?:[\s:,–-]{{1,3}}|{told}){name}|{name}(?:\s*{PARTY})?[\s,(–-]{{1,3}}(?:\w+ )?{title}"
            rf"|\bär {name}(?: \(\w+\))? {title}"
            rf"|\bTill\b[^.;]{{1,60}}?{title}\b[^.;]{{0,120}}?\b{chosen} {name}"
            rf"|{name}(?:\s*{PARTY})?[^.;:|]{{0,30}}?\b{chosen}(?: \w+)? (?:som|till)(?: \w+){{0,2}} {title}",
            text,
        )
    )


def names_a_person(text: str) -> bool:
    """Tell whether words hold a person's first and last name."""
    return _A_PERSON.search(text) is not None


def names_an_official(text: str) -> bool:
    """Tell whether words hold a person's name or the title of somebody employed."""
    return _OFFICIAL.search(text) is not None


def names_somebody(text: str) -> bool:
    """Tell whether words name a person or a party."""
    return re.search(f"{PERSON}|{PARTY}|{_PARTY_NAME}", text) is not None
