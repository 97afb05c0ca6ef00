"""Role labels: which part a label names, by its head noun and what stands before it ("Genomförandeledare", "Styrande grupp")."""

import re
from functools import lru_cache

from knowledge.facts import Role

# What may stand before or after a label without changing the part that it names.
_KIND = r"(?:(?:extern|intern|operativ|strategisk|politisk|regional|lokal|gemensam|övergripande|huvudansvarig|ansvarig|tilltänkt|föreslagen|tillförordnad|t\.?\s?f\.?)[at]?\s)?"
_OF_IT = r"(?:\s(?:för|i|av)\s(?:detta\s|hela\s)?(?:uppdraget|projektet|arbetet|programmet|processen|utredningen|satsningen|insatsen|översynen))?"
_WORK = r"(?:uppdrags|projekt|program|process|delprojekts?|delprocess|genomförande|införande|förändrings|utrednings|utvecklings|plan|insats|åtgärds|effekt|nytto|initiativ)"
_LED = r"(?:uppdraget|projektet|arbetet|programmet|processen|utredningen|översynen|satsningen)"
_HELD_BY_ONE = r"[\wåäö]*(?:ledare|ägare|ansvarig|beställare|samordnare|koordinator)"

# Longest first within a role; the first that matches a label speaks.
_ROLE_WORDS: tuple[tuple[str, Role], ...] = (
    (
        rf"(?:ersättare|ställföreträdare|vikarie|avlösare)\s(?:för|till)\s(?:den\s)?{_HELD_BY_ONE}[ne]?|{_HELD_BY_ONE}[ne]?s\s(?:ersättare|ställföreträdare)"
        rf"|(?:ställföreträdande|stf\.?|vikarierande)\s{_HELD_BY_ONE}",
        Role.DEPUTY,
    ),
    (
        rf"(?:bi(?:trädande |tr\.? )?|vice )?(?:{_WORK}|dokument|mål|verksamhets|system|tjänste|produkt|leverans|informations|budget|resultat)ägare[n]?|ägare(?: (?:av|till) uppdraget)?"
        r"|huvudsponsor(?:er)?|(?:projekt)?sponsor(?:er)?|(?:ansvarig|huvudansvarig|ytterst ansvarig|verksamhetsansvarig)\s(?:uppdrags|projekt)?beställare[n]?|(?:beställar|ägar)ombud(?:et)?|ytterst ansvarig(?:\s(?:chef|direktör))?",
        Role.OWNER,
    ),
    (
        r"(?:uppdrags|projekt)?beställare[n]?|uppdragsgivare[n]?|initiativtagare[n]?|uppdraget ges av|uppdrag från|beställs av|på uppdrag av",
        Role.GIVER,
    ),
    (
        rf"delprojektledare[n]?(?: (?:för )?[\wåäö-]{{2,30}})?|{_KIND}(?:bi(?:trädande |tr\.? )?|vice |huvud)?(?:{_WORK}|arbets|förvaltnings|grupp|arbetsgrupps|team|huvudprojekt|verksamhets)ledare[n]?{_OF_IT}"
        rf"|(?:uppdrags|projekt|program|delprojekts?)(?:ansvarig|ledning)[a]?|(?:{_LED}\s)?(?:leds|ledas|drivs)\sav|leder\s{_LED}",
        Role.LEADER,
    ),
    (
        r"(?:koordinerings|samordnings)ansvarig[a]?|(?:projekt|program|process)?(?:koordinator|samordnare)[n]?|sammankallande",
        Role.COORDINATOR,
    ),
    (
        rf"{_KIND}(?:projekt|program|uppdrags)?styrgrupp(?:en|smedlemmar(?:na)?|ens (?:ledamöter|medlemmar|deltagare))?(?: \(.{{1,30}}\))?{_OF_IT}"
        rf"|{_KIND}(?:projekt|program|uppdrags)?ledningsgrupp(?:en)?{_OF_IT}|(?:styrande|beslutande)\sgrupp(?:en)?{_OF_IT}|(?:projekt|program|uppdrags)styrelse[n]?|beslutsgrupp(?:en)?",
        Role.STEERING_GROUP,
    ),
    (
        rf"(?:övriga\s)?(?:uppdrags|projekt|arbetsgrupps|team|grupp)?(?:medlemmar(?:na)?|deltagare|medarbetare|medlem)(?: i (?:uppdraget|projektet|arbetsgruppen|projektgruppen))?"
        rf"|{_KIND}(?:{_WORK}|arbets|kärn|analys|skriv|berednings|planerings)grupp(?:en)?{_OF_IT}|{_KIND}(?:{_WORK}|arbets|kärn)?team(?:et)?{_OF_IT}|projektresurser|interna resurser",
        Role.MEMBER,
    ),
    (
        r"(?:resultat)?mottagare(?: i (?:linjen|verksamheten|förvaltningen))?(?: av (?:resultat(?:et)?|leverans(?:en)?|uppdraget|projektets resultat)|\s*/\s*[\wåäö]{5,30})?|förvaltningsmottagare|mottagande\s[\wåäö]{4,30}"
        r"|(?:tar (?:emot|över)|övertas|tas emot)(?: (?:resultatet|leveransen|ansvaret|arbetet|förvaltningen))?(?: av)?|(?:resultatet\s)?(?:förvaltas|övertas)\sav"
        r"|(?:resultatet\s|lösningen\s)?(?:överlämnas|lämnas över|överlämning(?:en)?(?: sker)?)\still|förvaltningsansvarig|förvaltande\s(?:organisation|enhet|verksamhet)",
        Role.RECIPIENT,
    ),
    (
        r"uppdragsmottagare[n]?|uppdragstagare[n]?|(?:uppdraget )?riktas till|utförare[n]?|utredare[n]?|ansvarig nämnd(?: eller styrelse)?|berörda nämnder",
        Role.ADDRESSEE,
    ),
    (
        rf"(?:övriga )?intressenter(?:na)?|{_KIND}referensgrupp(?:en)?{_OF_IT}|referensperson(?:er)?|bollplank|expertgrupp(?:en)?|rådgivande\sgrupp(?:en)?|samrådsgrupp(?:en)?"
        r"|samverkan(?:sparter|spartners)|samarbetspartners|berörda(?: parter| verksamheter)?|medverkande(?: parter)?",
        Role.STAKEHOLDER,
    ),
    (
        r"handläggare[n]?|föredragande|kontaktperson(?:er)?|kontakt|upprättad av|författare|dokumentansvarig|tjänsteperson|tjänsteman",
        Role.HANDLER,
    ),
    (
        r"(?:huvud|verksamhets|genomförande|uppföljnings|realiserings|effekt|delmåls|mål|process)?ansvarig[at]?(?: (?:nämnd|chef|förvaltning|enhet|person|tjänsteperson|tjänsteman|för [^:]{3,80}))?|ansvar(?: för [^:]{3,80})?|huvudansvar",
        Role.RESPONSIBLE,
    ),
    (r"(?:vice )?ordförande[n]?(?: i (?:styrgruppen|nämnden|styrelsen|direktionen|utskottet))?", Role.CHAIR),
    (r"sekreterare[n]?", Role.SECRETARY),
)
_LABELS = tuple((re.compile(rf"(?:{words})", re.IGNORECASE), role) for words, role in _ROLE_WORDS)
# A part of the work that somebody leads: "Delprojekt Målning".
PART = re.compile(
    r"(?:delprojekt|deluppdrag|delprocess|arbetsspår)(?:et)?\s(?P<what>[^:]{2,50})", re.IGNORECASE
)
_JOINT = re.compile(r"\s*/\s*|\soch\s")
_ABOUT = re.compile(r"\bför\s+(?!(?:detta\s|hela\s)?(?:uppdraget|projektet|arbetet)$)(?P<what>.+)$")
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+")
_COLON, _CAPITAL, _LONGEST = re.compile(r":\s"), re.compile(r"(?<!\S)[A-ZÅÄÖ]"), 70
ANY_LABEL = "|".join(f"(?:{words})" for words, _ in _ROLE_WORDS)
LINE = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*\.?\s+)?(?P<label>(?:{ANY_LABEL})(?:(?:\s?/\s?|\soch\s)(?:{ANY_LABEL}))?|{PART.pattern})(?P<detail>\s*\([^():]{{2,40}}\))?\s*(?::|\s[–-](?=\s))\s*(?P<who>.*)$",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(maxsize=2_000)  # the same headings and cells are asked for by several grammars
def role_of(label: str) -> Role | None:
    """Return the role that a label names ("Projektägare", "Mottagare av resultatet"), the first of two, or nothing."""
    words = _NUMBER.sub("", label).strip(" :")
    role = _named(words)
    if role is None and len(both := _JOINT.split(words)) > 1:
        named = [_named(each) for each in both]
        role = named[0] if all(named) else None
    return role


def part_of(label: str) -> str:
    """Return the part of the work that a label is of ("Delprojekt Målning"), "" for the whole."""
    part = PART.fullmatch(_NUMBER.sub("", label).strip(" :"))
    return part["what"] if part is not None else ""


def names_role(label: str) -> bool:
    """Tell whether a label names a role, or a part of the work that somebody leads."""
    return role_of(label) is not None or bool(part_of(label))


def detail_of(label: str) -> str:
    """Return what a label says that the role is of, when that is no more than the whole assignment."""
    if part_of(label):
        return label
    about = _ABOUT.search(label)
    if about is None:
        return ""
    return about[0] if role_of(label) is Role.DEPUTY else about["what"]


def label_starts(text: str) -> list[int]:
    """Return where role labels begin within a text in which the ends of lines were lost."""
    found: list[int] = []
    for colon in _COLON.finditer(text):
        low = max(found[-1] + 1 if found else 0, colon.start() - _LONGEST)
        starts = (each.start() for each in _CAPITAL.finditer(text, low, colon.start()))
        start = next((each for each in starts if names_role(text[each : colon.start()])), None)
        if start is not None:
            found.append(start)
    return found


def _named(words: str) -> Role | None:
    return next((role for pattern, role in _LABELS if pattern.fullmatch(words)), None)
