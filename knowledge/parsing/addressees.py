"""Addressees: a list of boards, authorities, titles or people cut into its members, as written."""

import re
from dataclasses import dataclass

# The last part of a word that names somebody who can be given an assignment.
ORGANISATION_END = (
    r"(?:nämnd(?:en|er|erna)?|styrelse(?:n|r|rna)?|fullmäktige|utskott(?:et|en)?|beredning(?:en|ar|arna)?|direktion(?:en)?"
    r"|verk(?:et|en)?|myndighet(?:en|er|erna)?|inspektion(?:en)?|råd(?:et|en)?|förvaltning(?:en|ar|arna)?|bolag(?:et|en)?"
    r"|koncern(?:en)?|kontor(?:et|en)?|institut(?:et|en)?|universitet(?:et|en)?|högskol(?:a|an|or|orna)|museum|muse(?:et|er|erna)|arkiv(?:et)?"
    r"|bibliotek(?:et)?|delegation(?:en)?|kass(?:a|an)|centrum|kommitté(?:n|er|erna)?|domstol(?:en|ar|arna)?"
    r"|förbund(?:et|en)?|region(?:en|er|erna)?|kommun(?:en|er|erna)?|enhet(?:en|er|erna)?|avdelning(?:en|ar|arna)?"
    r"|sekretariat(?:et)?|ämbete(?:t)?|ombudsman(?:nen)?|väsende(?:t)?|värn(?:et)?|polis(?:en)?|tull(?:en)?|stiftelse(?:n)?|grupp(?:en)?|organisation(?:en|er|erna)?"
    r"|kollegi(?:um|et)|lärosäte(?:t|n|na)?|kansli(?:et)?|departement(?:et|en)?|center|lantbruk|forskning|kanalen|radion?|dotterbolag|förmedlingen|försvarsmakten|kriminalvården|förening(?:en|ar|arna)?|utredning(?:en)?|presidi(?:um|et)|landsting(?:et|en)?|Sametinget|Lantmäteriet|anstalt(?:en)?|bevakning(?:en)?|undersökning|AB)"
)
_TITLE_END = (
    r"(?:direktör(?:en|er|erna)?|chef(?:en|er|erna)?|ordförande(?:n)?|ledare(?:n)?|strateg(?:en|er|erna)?|samordnare(?:n)?"
    r"|sekreterare(?:n)?|utredare(?:n)?|handläggare(?:n)?|ansvarig(?:a)?|controller(?:n)?|rektor(?:n|er)?|hövding(?:en|ar)?|koordinator(?:n|er)?|ägare(?:n)?)"
)
_HEAD = re.compile(rf"(?:{ORGANISATION_END}|{_TITLE_END})\)?$", re.IGNORECASE)
_STARTS_HEAD = re.compile(
    rf"(?:de|samtliga|alla|övriga|vissa|berörda)\b|(?:regionala?\b|länsstyrelse\w+|(?:hälso|kultur|bygg|miljö)-|[A-ZÅÄÖ][\wåäö]+-\s?(?:och|samt)\s[\wåäö]+\b)"
    rf"|[\wåäöÅÄÖ&-]*(?:{ORGANISATION_END}|{_TITLE_END})\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*[,;/]\s*(?:och\s+|samt\s+)?|\s+(?:och|samt|respektive|jämte|&)\s+")
_OPEN_ENDED = re.compile(
    r"^(?:[A-ZÅÄÖa-zåäö]*(?:nämnden|myndigheten|rådet|verket|institutet|styrelsen|inspektionen|delegationen|centrum|statens beredning|skyddet|kommittén))"
    r"\s+(?:för|mot|av|i)\s[^()]*$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"^[\wåäöÅÄÖ-]*(?:{ORGANISATION_END}|{_TITLE_END})\s+(?:för|i|vid)\s+[\wåäöÅÄÖ]+(?:\s(?:och|&)\s[\wåäöÅÄÖ]+)?$",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(r"(?:alla|samtliga|övriga|berörda)\s[\wåäö]+$", re.IGNORECASE)
_COUNTY_LIST = re.compile(r"länsstyrelserna\s+i\b(?!.*\blän(?:en)?$)", re.IGNORECASE)
_PLACED = re.compile(r"\w+(?:erna|na)\s+i\s+[A-ZÅÄÖ]")
_PLACE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+|(?:[A-ZÅÄÖ][a-zåäö]+\s){1,2}län")
_MANY = re.compile(r"(?:länsstyrels|kommun|region|landsting|universitet|lärosäte)\w*")
# A word that a line's end broke, whose hyphen stayed ("Ekobrotts-myndigheten").
_BROKEN = re.compile(rf"(?<=[a-zåäö]{{4}})-(?=[a-zåäö]*{ORGANISATION_END}\b)(?!utredning|kommitté)")
_DISTRICTED = re.compile(
    r"^\w+nämnd(?:en|erna)?\s+[A-ZÅÄÖ][\wåäö]+(?:,\s[A-ZÅÄÖ][\wåäö]+)*(?:\s+och\s+[A-ZÅÄÖ][\wåäö]+)*$"
)
_BARE_PLACE = re.compile(r"^[A-ZÅÄÖ][a-zåäö]+$")
_BRACKETED = re.compile(r"\s*\(([^()]*)\)\s*")
_UNCLOSED = re.compile(r"(?<=\w)\s*\([^()]*$")
_SHORT_FORM = re.compile(
    r"^(?P<name>\S+(?: \S+)? (?:för|i|mot) .+), (?P<short>[A-ZÅÄÖ]{2}[A-ZÅÄÖa-zåäö]{0,4}|[A-ZÅÄÖ][a-zåäö][A-ZÅÄÖ]{1,3})$"
)
_LEADING = re.compile(r"^(?:till|åt|av|även|också|därutöver|härmed|följande)\s+", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:,?\s+(?:m\.?\s?fl\.?|med flera)|,?\s+(?:i|under|vid)\s+(?:samverkan|samråd|samarbete|dialog)\s.*|,?\s+tillsammans med\s.*|\s+var för sig|\s+gemensamt"
    r"|,\s+(?:inom|utifrån|under|med|som|vilk|på|för|vid|efter|enligt|utöver|genom|via)\b.*)$"
)
_PERSON = re.compile(r"^[A-ZÅÄÖÉ][\w'’-]+(?:\s+[A-ZÅÄÖÉ][\w'’.-]*){1,3}$")


@dataclass(frozen=True, slots=True)
class Addressee:
    """One who is named in a list; `detail` is what stands in brackets after the name."""

    name: str
    detail: str = ""


def split_addressees(words: str, *, every_comma: bool = False) -> tuple[Addressee, ...]:
    """Return the members of a list such as "Hälso- och sjukvårdsnämnden, regionstyrelsen och Forte (F)".

    With `every_comma` each comma parts two members, as in a list of people and groups; otherwise a comma may
    stand within a name ("Forskningsrådet för hälsa, arbetsliv och välfärd").
    """
    words = _LEADING.sub("", _BROKEN.sub("", " ".join(words.split())).strip(" .,:;"))
    words = _TRAILING.sub("", words).strip(" .,:;")
    members: list[str] = []
    current, depth, position = "", 0, 0
    while position < len(words):
        character = words[position]
        depth = max(0, depth + (character == "(") - (character == ")"))
        joint = _JOINT.match(words, position) if depth == 0 and character in " ,;/" else None
        parts = (
            joint is not None
            and bool(current)
            and (
                (every_comma and joint.group().strip() == ",")
                or _may_part(current, words[joint.end() :], joint.group())
            )
        )
        if joint is not None and parts:
            members.append(current)
            current = ""
            position = joint.end()
            continue
        current += character
        position += 1
    members.append(current)
    return tuple(addressee for member in members if (addressee := _addressee(member)).name)


def is_organisation(name: str) -> bool:
    """Tell whether a name ends as those of boards, authorities, units and titles do ("Beredning för folkhälsa")."""
    words = _BRACKETED.sub(" ", name).strip()
    if re.search(r"\d|\bmed\b|\bsom\b", words) or len(words.split()) > 9:
        return False
    if re.search(r"\bAB\b", words):
        return True
    return bool(
        _HEAD.search(words) or _OPEN_ENDED.match(words) or _HEADED.match(words) or _DISTRICTED.match(words)
    )


def _may_part(before: str, after: str, joint: str) -> bool:
    if not after or before.endswith("-") or before.rstrip().endswith(" -"):
        return False
    if _COUNTY_LIST.search(before) or (after[0].islower() and _COLLECTIVE.match(before)):
        return False
    whole = _BRACKETED.sub(" ", before).strip()
    next_member = re.split(r"\s*[,;/]\s*|\s+(?:och|samt)\s+", after, maxsplit=1)[0]
    if _DISTRICTED.match(whole) and _BARE_PLACE.match(next_member.strip()):
        return False
    if whole.endswith("Sveriges Kommuner") or (
        _PLACED.search(whole) and _PLACE.fullmatch(next_member.strip())
    ):
        return False
    starts_head = _STARTS_HEAD.match(after) is not None
    if after[0].isupper():
        if re.search(r"\blän$", whole):
            return True
        if _OPEN_ENDED.match(whole) and not before.rstrip().endswith(")"):
            return (
                starts_head
                or _HEAD.search(next_member) is not None
                or len(next_member.split()) > 2
                or ";" in joint
            )
        return True
    if not starts_head:
        return False
    return bool(
        _HEAD.search(whole)
        or (_OPEN_ENDED.match(whole) and _MANY.match(after))
        or _PERSON.match(whole)
        or before.rstrip().endswith(")")
        or re.search(r"\bläns?$", whole)
        or re.match(r"(?:RS|HSN|RUN|KS|KF)$", whole)
    )


def _addressee(member: str) -> Addressee:
    details = _BRACKETED.findall(member)
    name = _UNCLOSED.sub("", _BRACKETED.sub(" ", member)).strip(" .,:;–-)")
    short = _SHORT_FORM.match(name)
    if short is not None:
        name, details = short["name"], [*details, short["short"]]
    if not name:
        name, details = member.strip(" ()"), []
    return Addressee(" ".join(name.split()), "; ".join(details))
