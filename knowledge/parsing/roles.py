"""Roles: what the parts are called, how lists name those who hold them, and the tables that give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.blocks import Span
from knowledge.facts import Role, RoleFact, UnfilledFact
from knowledge.parsing.addressees import Addressee, split_addressees
from knowledge.parsing.tables import Table

# Longest first within a role; the first that matches a label speaks.
_ROLE_WORDS: tuple[tuple[str, Role], ...] = (
    (
        r"(?:bi(?:trädande |tr\.? )?|vice )?(?:uppdrags|projekt|program|process|delprojekt|initiativ|plan|dokument|mål|verksamhets|system|informations|budget|resultat)ägare[n]?|ägare(?: av uppdraget)?|huvudsponsor(?:er)?|sponsor(?:er)?",
        Role.OWNER,
    ),
    (r"(?:uppdrags|projekt)?beställare[n]?|uppdragsgivare[n]?|uppdraget ges av|uppdrag från", Role.GIVER),
    (
        r"delprojektledare[n]?(?: (?:för )?[\wåäö-]{2,30})?|(?:bi(?:trädande |tr\.? )?)?(?:uppdrags|projekt|program|process|delprojekts?|arbets|förändrings|utrednings|grupp)ledare[n]?|huvudprojektledare[n]?",
        Role.LEADER,
    ),
    (
        r"(?:koordinerings|samordnings)ansvarig[a]?|(?:projekt|program|process)?(?:koordinator|samordnare)[n]?",
        Role.COORDINATOR,
    ),
    (
        r"(?:politisk )?styrgrupp(?:en|smedlemmar(?:na)?|ens (?:ledamöter|medlemmar|deltagare))?(?: \(.{1,30}\))?|ledningsgrupp(?:en)?|projektstyrgrupp(?:en)?",
        Role.STEERING_GROUP,
    ),
    (
        r"(?:uppdrags|projekt|arbetsgrupps)?(?:medlemmar(?:na)?|deltagare|medarbetare|medlem)(?: i (?:uppdraget|projektet|arbetsgruppen|projektgruppen))?|(?:projekt|arbets|uppdrags|utrednings|kärn)grupp(?:en)?|projektresurser|interna resurser",
        Role.MEMBER,
    ),
    (
        r"(?:resultat)?mottagare(?: av (?:resultat(?:et)?|leverans(?:en)?|uppdraget|projektets resultat)|\s*/\s*[\wåäö]{5,30})?|förvaltningsmottagare|mottagande (?:organisation|verksamhet|förvaltning)",
        Role.RECIPIENT,
    ),
    (
        r"uppdragsmottagare[n]?|uppdragstagare[n]?|(?:uppdraget )?riktas till|utförare[n]?|utredare[n]?|ansvarig nämnd(?: eller styrelse)?|berörda nämnder",
        Role.ADDRESSEE,
    ),
    (
        r"(?:övriga )?intressenter(?:na)?|(?:politisk )?referensgrupp(?:en)?|samverkan(?:sparter|spartners)|samarbetspartners|berörda(?: parter| verksamheter)?|medverkande(?: parter)?",
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
    (r"ordförande[n]?(?: i styrgruppen)?", Role.CHAIR),
    (r"sekreterare[n]?", Role.SECRETARY),
)
_LABELS = tuple((re.compile(rf"(?:{words})", re.IGNORECASE), role) for words, role in _ROLE_WORDS)
ANY_LABEL = "|".join(f"(?:{words})" for words, _ in _ROLE_WORDS)
LINE = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*\.?\s+)?(?P<label>{ANY_LABEL})(?P<detail>\s*\([^():]{{2,40}}\))?\s*(?::|\s[–-](?=\s))\s*(?P<who>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(
    r"\b(?:ska|har|skall|utvecklats|behöver|ansvarar|är|har|för att|kan|ges|får|består|deltar|utgör|innebär|anger|beskriver|följer|syftar|ingår|att)\b"
)
_TASK = re.compile(
    r"(?:\(?\d{1,2}[.)]\s|[a-z]\)\s)?[a-zåäö]+[aåe]r?\s(?:\S+\s){3,}"
)  # "ta fram en mall för …"
_LONGEST_HOLDER = 160
_EMBEDDED = re.compile(
    r",?\s*\(?\b(?P<label>koordineringsansvarig|samordningsansvarig|biträdande projektledare|biträdande uppdragsledare|sammankallande|koordinator|samordnare|projektledare|uppdragsledare|ordförande)(?::|\s+(?:är\s+)?)\s*(?=(?:[A-ZÅÄÖ]{2,4}\s)?[A-ZÅÄÖ][a-zåäö])",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"^(?:x{2,}|n\s?/?\s?a\.?|[-–—_.…\s]+|tbd|\?+|ej (?:ifyllt|aktuellt|tillämpligt|utsedd|utsett|klart)|saknas|ingen|inga|utses senare|vakant|kompletteras|\(?ej utsedd\)?|n\.\s?n\.|namn|\[.*\]|<.*>|…)?$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:placerad|anställd|verksam)\b")
_SINCE = re.compile(
    r"(?:till och med|t\.?\s?o\.?\s?m\.?|från och med|fr\.?\s?o\.?\s?m\.?|sedan|under|tidigare|vikarie|tills vidare|tjänstledig|föräldraledig)\s",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?P<since>därefter|sedan|från och med .{4,25}?|fr\.?\s?o\.?\s?m\.? .{4,25}?) (?P<who>(?:[a-zåäö-]+ )?[A-ZÅÄÖ]\S+ [A-ZÅÄÖ].*)",
    re.DOTALL,
)
_JOINED = re.compile(r"(?:utökad|kompletterad|förstärkt|tillsammans) med ")
_NAMED_PERSON = re.compile(r"[a-zåäö-]+ (?!Norra|Södra|Östra|Västra|Region)[A-ZÅÄÖ][\w'-]+ [A-ZÅÄÖ][\w'-]+$")
_UNIT = re.compile(
    r"[a-zåäö][a-zåäö-]*(?: [a-zåäö-]+){0,3}?(?:enheten|avdelningen|kontoret|förvaltningen|staben|bolaget|gruppen|centrum)$"
)
_TITLE_ONLY = re.compile(r"^[a-zåäö][\wåäö&-]*(?:\s[\wåäö&-]+){0,4}$")
_PERSON = re.compile(r"^[A-ZÅÄÖÉ][\w'’-]+(?:\s+[A-ZÅÄÖÉ][\w'’.-]*){1,3}$")


@dataclass(frozen=True, slots=True)
class Held:
    """A role, who holds it, and what else is said of them."""

    role: Role
    holder: str
    detail: str = ""


def role_of(label: str) -> Role | None:
    """Return the role that a label names ("Projektägare", "Mottagare av resultatet"), or nothing."""
    words = re.sub(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+", "", label).strip(" :")
    for pattern, role in _LABELS:
        if pattern.fullmatch(words):
            return role
    return None


def holds_nothing(words: str) -> bool:
    """Tell whether a field or section was left as the template has it ("xxxx", "N/A", "–")."""
    return _NOTHING.match(words.strip()) is not None


def holders_in(role: Role, words: str) -> tuple[Held, ...]:
    """Return the holders in a list of people, titles and units; a role named within the list is its own."""
    embedded = list(_EMBEDDED.finditer(words))
    if (
        embedded
        and embedded[0].start() == 0
        and len(embedded) == 1
        and not words[embedded[0].end() :].strip()
    ):
        embedded = []
    parts: list[tuple[Role, str]] = []
    start, current = 0, role
    for match in embedded:
        parts.append((current, words[start : match.start()]))
        current, start = role_of(match["label"]) or role, match.end()
    parts.append((current, words[start:]))
    return tuple(
        held
        for each, text in parts
        for held in _paired(
            each, split_addressees(_without_stray_bracket(text.strip(" ,;.")), every_comma=True)
        )
    )


def _without_stray_bracket(words: str) -> str:
    return words.rstrip(") ") if words.count(")") > words.count("(") else words


def may_hold(words: str) -> bool:
    """Tell whether a line reads as a name, a title or a unit rather than as a sentence."""
    return (
        len(words) < _LONGEST_HOLDER
        and not words.rstrip().endswith((".", ":", ";"))
        and _SENTENCE.search(words) is None
        and _TASK.match(words) is None
    )


def _paired(role: Role, members: tuple[Addressee, ...]) -> Iterator[Held]:
    """Yield the members, a title after a person ("Anna Berg, ekonomichef") as the person's detail."""
    waiting: Held | None = None
    for member in members:
        if (
            waiting is not None
            and _PERSON.match(waiting.holder)
            and not waiting.detail
            and any(told(member.name) for told in (_is_title, _PLACED.match, _SINCE.match, _UNIT.match))
            and _NEXT.fullmatch(member.name) is None
        ):
            yield Held(role, waiting.holder, member.name)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        followed = _NEXT.fullmatch(member.name)
        waiting = (
            Held(role, followed["who"], followed["since"])
            if followed is not None
            else Held(role, _JOINED.sub("", member.name), member.detail)
        )
    if waiting is not None:
        yield waiting


def _is_title(words: str) -> bool:
    return bool(
        _TITLE_ONLY.match(words)
        and _NAMED_PERSON.match(words) is None
        and re.search(
            r"(?:chef|direktör|ledare|strateg|sekreterare|samordnare|handläggare|controller|ekonom|utredare|jurist|läkare|ansvarig|rektor|vd|ordförande|ledamot|råd|planerare|utvecklare|ingenjör|revisor|arkitekt|inspektör|koordinator|administratör|föreståndare|specialist|inköpare|upphandlare|tekniker|pedagog|sjuksköterska|psykolog|kurator|kamrer)\b",
            words,
            re.IGNORECASE,
        )
    )


def role_facts(
    held: tuple[Held, ...], span: Span, subject: str, trail: str, detail: str, header: Span | None = None
) -> Iterator[RoleFact]:
    """Yield the facts of those who hold roles in `subject`; `detail` is said of each who has none of their own."""
    for each in held:
        if 1 < len(each.holder) <= 220:
            yield RoleFact(
                span=span,
                subject=subject,
                section=trail,
                header_span=header,
                role=each.role,
                holder=each.holder,
                detail=each.detail or detail,
            )


def role_table(table: Table, subject: str) -> Iterator[RoleFact | UnfilledFact]:
    """Yield the roles of a table with the columns "Roll | Namn", or whose first column names roles."""
    role_column = table.column("roll", "funktion", "uppdragsroll")
    name_column = table.column(
        "namn", "person", "bemanning", "vem", "innehavare", "representant", "deltagare"
    )
    if role_column is None and table.header and name_column is None:
        return
    if role_column is None:
        role_column = 0
    for row in table.rows:
        if role_column >= len(row.cells) or (role := role_of(row.cells[role_column])) is None:
            continue
        column = name_column if name_column is not None and name_column != role_column else role_column + 1
        if column >= len(row.cells):
            continue
        if holds_nothing(row.cells[column]):
            yield UnfilledFact(
                span=row.span,
                subject=subject,
                section=table.section,
                header_span=table.header_span,
                label=row.cells[role_column],
            )
            continue
        rest = [cell for number, cell in enumerate(row.cells) if number not in (role_column, column) and cell]
        yield from role_facts(
            holders_in(role, row.cells[column]),
            row.span,
            subject,
            table.section,
            "; ".join(rest)[:200],
            table.header_span,
        )
