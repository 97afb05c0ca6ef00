"""Names of people, parties and groups as minutes write them."""

import re

_FIRST = r"[A-ZÅÄÖÉÈÜØÆŠČŽ][\w'’´\-]*"
_NEXT = r"(?:[A-ZÅÄÖÉÈÜØÆŠČŽ][\w'’´\-]*\.?|af|av|von|van|der|de|la|el|al)"
# A person with party; the closing bracket may be missing in the source.
_GAP = r"(?:[ \xa0]+|\n(?!\n))"  # a name may wrap, but does not run over an empty line
NAME_WITH_PARTY = rf"{_FIRST}(?:{_GAP}{_NEXT}){{0,4}}(?:{_GAP}m\.?[ ]?fl\.?)?{_GAP}?\((?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö\-]{{0,5}}|-|[a-zåäö]{{1,4}})(?:\)|(?=\s|$))"
# Names in a row, whole or surnames only, with or without party: "Ek, Holm och Ås", "Ylva Ek (S), Olle Holm (M)".
_LISTED = rf"{_FIRST}(?:[ ]+{_NEXT}){{0,3}}(?:[ ]*\((?:[A-ZÅÄÖ]{{1,4}}|-|jäv|ordf\.?)\))?"
NAMES = rf"{_LISTED}(?:(?:,\s*(?:och\s+)?|\s+(?:och|samt)\s+){_LISTED})*"
NAMES_ALONE = rf"{_FIRST}(?:[ ]+{_NEXT}){{1,3}}?"  # one whole name, as short as what follows it lets it be
_PERSON = re.compile(NAME_WITH_PARTY)
_PLAIN = re.compile(rf"^{_FIRST}(?:\s+{_NEXT}){{1,4}}$")
_TITLE = re.compile(
    r"^(?:(?:tjänstgörande|avgående|tillförordnad|tf\.?|förste|andre|[12]:?[ea]|första|andra|tredje|v\.?|vice)\s+)*"
    r"(?:ordförande[ns]?|ordf\.?|ledamöter(?:na)?|ledamot(?:en)?|ersättare[n]?|ersättarna|personalföreträdare[n]?|"
    r"kommunalråd(?:et)?|regionråd(?:et)?|oppositionsråd(?:et)?|gruppledare[n]?|ålderspresident(?:en)?|vd|"
    r"motionär(?:en|erna)?|förslagsställar(?:en|na)|initiativtagar(?:en|na)|suppleant(?:en)?|"
    r"(?:ordinarie\s+)?(?:beslutande|närvarande|justerare|justerande|sekreterare|deltagare|frånvarande)|"
    r"[\wåäö-]*(?:ledare[n]?|chef(?:en)?|direktör(?:en)?|handläggare[n]?|samordnare[n]?|strateg(?:en)?|utredare[n]?|controller[n]?|ekonom(?:en)?|jurist(?:en)?)|"
    r"nämndordförande[n]?|revisor(?:n|er|erna)?|insynsplats|tjänstgörande|presidiet)\b,?\s*",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"^(?:(?:samtliga|alla|övriga)\s+)?(?:tjänstgörande\s+)?(?:ledamöter(?:na)?|ersättare|ersättarna|företrädar(?:e|na)|"
    r"representanter(?:na)?)\s+(?:från|för|i|ur)\s+|^partierna\s+",
    re.IGNORECASE,
)
# "S-gruppen", "ledamöterna i Moderaternas och Liberalernas grupper"
_WHOLE_GROUP = re.compile(
    r"(?<!\w)(?P<letters>[A-ZÅÄÖ]{1,3})-gruppen\b|(?P<parties>[A-ZÅÄÖ][a-zåäö]+nas(?:(?:, | och )[A-ZÅÄÖ][a-zåäö]+nas)*) grupp(?:er)?\b"
)
_ALL_OF = re.compile(r"\s*\((?:samtliga|alla)\s+(?P<party>[A-ZÅÄÖ]{1,3})\)$")
_JOINTS = re.compile(r",\s*(?:och|samt)?\s*|\s+(?:och|samt|jämte)\s+")
_TRAILING = re.compile(r"[\s,]+(?:m\.?\s?fl\.?|med flera)\s*$")
_PARTY_WORD = re.compile(
    r"^(?!(?:Under|Vid|I|På|Efter|Med|För|Därefter|Vidare|Mot|Enligt|Av|Om|När|Då|Som|Ordförande|Votering|Omröstning|Ledamöter|Samtliga|Ingen|Den|Det|Detta|En|Ett|Två|Tre|Fyra|Fem|Sex|Sju|Åtta|Nio|Tio)\b)(?:\(?(?:S|M|SD|V|C|KD|L|MP|D|FI|SJVP|NP|HS|VF|DD|SP)\)?|[A-ZÅÄÖ][\wåäöÅÄÖ\- ]{2,40})$"
)


def people_in(words: str) -> tuple[str, ...]:
    """Return each person named with a party, in order, titles left out, nobody twice."""
    found: dict[str, None] = {}
    for match in _PERSON.finditer(words):
        found.setdefault(_tidy(match[0]), None)
    return tuple(found)


def actors_in(words: str) -> tuple[str, ...]:
    """Return who acts in the words before a verb: people with parties, else parties, groups or bare names."""
    words = _TRAILING.sub("", " ".join(words.split())).strip(" ,:–-")
    party = _ALL_OF.search(words)
    if party:
        return tuple(f"{untitled(name)} ({party['party']})" for name in _JOINTS.split(words[: party.start()]))
    people = people_in(words)
    groups = tuple(
        name
        for found in _WHOLE_GROUP.finditer(words)
        for name in (
            [found["letters"]]
            if found["letters"]
            else re.findall(r"[A-ZÅÄÖ][a-zåäö]+na(?=s)", found["parties"])
        )
    )
    if people or groups:
        return (*groups, *people)
    group = _GROUP.sub("", words)
    if not group or len(group) > 160:
        return ()
    actors = [untitled(part).strip(" ()") for part in _JOINTS.split(group)]
    actors = [
        re.sub(r"(?:(?<=[etna])s|(?<=[A-ZÅÄÖ]):s)\s+(?:\w+\s+)?(?:ledamöter(?:na)?|grupp)$", "", actor)
        for actor in actors
    ]
    actors = [re.sub(r"\s*(?:-ledamöterna|-gruppen|ledamöterna|-)$", "", actor) for actor in actors if actor]
    return tuple(actors) if actors and all(_PARTY_WORD.match(actor) for actor in actors) else ()


def listed_names(words: str) -> tuple[str, ...]:
    """Return the names that `NAMES` matches, one by one."""
    names = (" ".join(name.split()) for name in _JOINTS.split(words))
    return tuple(re.sub(r"\s*\((?:jäv|ordf\.?)\)$|(?<=\w\w)\.$", "", name) for name in names if name)


def is_person(words: str) -> bool:
    """Tell whether the words are a bare name of two to five parts, with or without a party."""
    return bool(_PLAIN.match(words) or _PERSON.fullmatch(words))


def untitled(name: str) -> str:
    """Return a name without the titles before it."""
    previous = ""
    while previous != name:
        previous, name = name, _TITLE.sub("", name.strip())
    return name


def _tidy(match: str) -> str:
    name = untitled(re.sub(r"\s+m\.?\s?fl\.?(?=\s*\()", "", " ".join(match.split())))
    if not name or name.startswith("("):
        return " ".join(match.split())
    return name if name.endswith(")") else f"{name})"
