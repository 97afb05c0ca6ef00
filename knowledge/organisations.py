"""Whose a document is: the region, municipality, federation or company that its words name most and first; pure."""

import re

from knowledge.swedish_words import folded

_COMPANY_NEAR = 0.2  # a municipality's paper may name its companies first
_BEGINNING, _NEAR = 150, 600  # characters
_NAMELESS = "kommunalförbund"
_SHORTEST_TOKEN = 4
_READ_FOR_NAMES = 20_000  # characters
_NAME = r"[A-ZÅÄÖ][a-zåäö]+"
_ORGANISATION = re.compile(
    r"\b(?:(?P<bolag>(?:[A-ZÅÄÖ][\wåäö-]+ )(?:(?:i |och |& )?[\wåäöÅÄÖ-]+ ){0,3}?AB)(?::s)?\b"
    r"|(?P<forbund>(?:[A-ZÅÄÖ][a-zåäö]+ )?(?:[Kk]ommunal|[Ss]amordnings|[Rr]äddnings(?:tjänst)?|[Gg]ymnasie|[Vv]årds|[Ss]jukvårdsregion)förbund(?:et)?(?: (?!Direktion|Protokoll|Sida|Dnr|Styrelse|Datum|Kallelse)[A-ZÅÄÖ][a-zåäö]+){0,2})\b"
    r"|REGION (?P<versalregion>[A-ZÅÄÖ]{3,})\b"
    rf"|Region (?P<region>Jämtland Härjedalen|Västra Götaland|{_NAME})(?! (?:Syd|Nord|Öst|Väst)\b)"
    r"|(?P<lan>[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?sregionen)s?\b"
    rf"|(?P<kommun>(?:(?:Lilla|Stora|Östra|Västra|Norra|Södra|Upplands) )?{_NAME}) (?:[Kk]ommun)(?:en)?s?\b"
    r"|(?P<versal>[A-ZÅÄÖ]{3,}(?: [A-ZÅÄÖ]{3,})?) (?P<form>KOMMUN|STAD)\b"
    rf"|(?P<stad>{_NAME}) [Ss]tads?\b"
    r"|(?P<versalforbund>(?:KOMMUNAL|SAMORDNINGS|RÄDDNINGS(?:TJÄNST)?)FÖRBUNDET(?: (?!DIREKTION|PROTOKOLL|SIDA|DNR|STYRELSE|DATUM|KALLELSE)[A-ZÅÄÖ]{2,}){1,3})\b"
    rf"|(?P<annan>Tolkförmedling {_NAME}|Regeringskansliet))"
)
_NOT_A_PLACE = frozenset(
    (
        "Varje",
        "Annan",
        "Denna",
        "Egen",
        "Hela",
        "En",
        "Er",
        "Vår",
        "Din",
        "Samma",
        "Vilken",
        "Ingen",
        "Berörd",
        "Respektive",
        "Sveriges",
        "Som",
    )
)
_DOES = re.compile(r"(?:TJÄNST|VATTEN|AVFALL|MILJÖ|ENERGI|UTBILDNING|GYMNASIUM|TRAFIK|AVLOPP|OCH)$")


def organisation_of(text: str, stem: str) -> str:
    """Return the organisation in its usual form, "" when none is named; `stem` is the file's name without its ending."""
    weights: dict[str, float] = {}
    for found in _ORGANISATION.finditer(text):
        name = _name_of(found)
        if found.lastgroup in ("kommun", "stad") and name.split()[0] in _NOT_A_PLACE:
            continue
        if name.lower() == _NAMELESS:
            continue
        is_company = found.lastgroup == "bolag"
        further = _COMPANY_NEAR if is_company else 1.0
        near = 4.0 if found.start() < _BEGINNING else further if found.start() < _NEAR else 0.0
        weights[name] = weights.get(name, 0.0) + near + (0.02 if is_company else 1.0)
    name = max(weights, key=lambda key: weights[key], default="")
    return name if name and weights[name] >= 1 else _by_file_name(text, stem) or name


def _by_file_name(text: str, stem: str) -> str:
    """Return the municipality that the file's name and the words agree on, "" when they do not."""
    for token in re.split(r"[_\W]+", folded(stem.lower())):
        if len(token) < _SHORTEST_TOKEN:
            continue
        for found in re.finditer(r"(?<=[a-zåäö,] )([A-ZÅÄÖ][a-zåäö]{3,})\b", text[:_READ_FOR_NAMES]):
            name = found[1]
            if folded(name.lower()) not in (token, token + "s"):
                continue
            owning = name if name.endswith(("s", "x", "z")) else name + "s"
            if re.search(r"\b[Ss]tad(?:en|ens)\b", text):
                return f"{owning} stad"
            if re.search(r"\b[Kk]ommun(?:ens?|fullmäktige|styrelsen)\b", text):
                return f"{name} kommun"
            break
    return ""


def _cased(word: str) -> str:
    """Return a word written in capitals as it stands in a name: what a federation does is no name of its own."""
    return word.lower() if _DOES.search(word) else word.capitalize()


def _name_of(found: re.Match[str]) -> str:
    """Return an organisation's name in its usual form."""
    if found["region"]:
        name = found["region"]
        return f"Region {name.removesuffix('s')}"  # no region's name ends in s: it stands in the genitive
    if found["versalregion"]:
        return f"Region {found['versalregion'].capitalize()}"
    if found["lan"]:
        return found["lan"]
    if found["kommun"]:
        return f"{found['kommun']} kommun"
    if found["versal"]:
        return f"{found['versal'].title()} {found['form'].lower()}"
    if found["stad"]:
        return f"{found['stad']} {'Stad' if 'Stad' in found[0] else 'stad'}"
    if found["versalforbund"]:
        kind, place, *rest = found["versalforbund"].split()
        return " ".join([kind.capitalize(), place.capitalize(), *(_cased(word) for word in rest)])
    return " ".join((found["bolag"] or found["forbund"] or found["annan"]).split())
