"""Roles: how lists name those who hold them, and the tables that give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.blocks import Span
from knowledge.facts import Role, RoleFact, UnfilledFact
from knowledge.parsing.addressees import Addressee, split_addressees
from knowledge.parsing.role_labels import names_role, part_of, role_of
from knowledge.parsing.role_statements import names_person
from knowledge.parsing.tables import Row, Table

_SENTENCE = re.compile(
    r"\b(?:ska|har|skall|utvecklats|behöver|ansvarar|svarar|utser|tillsätter|leder|är|har|för att|kan|ges|får|består|deltar|utgör|innebär|anger|beskriver|följer|syftar|ingår|att)\b"
)
_TASK = re.compile(
    r"(?:\(?\d{1,2}[.)]\s|[a-z]\)\s)?[a-zåäö]+[aåe]r?\s(?:\S+\s){3,}"
)  # "ta fram en mall för …"
_LONGEST_HOLDER, _LONGEST_NAME = 160, 220
_FEWEST_CELLS = 2  # of a row that says who holds a role
_EMBEDDED = re.compile(
    r",?\s*\(?\b(?P<label>koordineringsansvarig|samordningsansvarig|biträdande projektledare|biträdande uppdragsledare|sammankallande|koordinator|samordnare|projektledare|uppdragsledare|ordförande)(?::|\s+(?:är\s+)?)\s*(?=(?:[A-ZÅÄÖ]{2,4}\s)?[A-ZÅÄÖ][a-zåäö])",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"^(?:x{2,}|n\s?/?\s?a\.?|[-–—_.…\s]+|tbd|\?+|ej (?:ifyllt|aktuellt|tillämpligt|utsedd|utsett|klart|fördelat|satt|bestämt)|saknas|ingen|inga|(?:utses|tillsätts)(?: \w+){0,4}|vakant|kompletteras(?: \w+){0,4}|\(?ej utsedd\)?|n\.\s?n\.|namn|\[.*\]|<.*>|…)?$",
    re.IGNORECASE,
)
_PARTY = re.compile(r"[A-ZÅÄÖ]{1,3}")
_FOR_NOW = re.compile(r",\s((?:för närvarande|för tillfället|just nu|i dag|f\.?\s?n\.?)\s[^,()]+)")
_AMOUNT = re.compile(r"[\d\s.,–-]+\S{0,6}")
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
_EMPLOYER = re.compile(r"(?:[A-ZÅÄÖ][\w-]+ )+(?:kommun|stad|AB)|Region(?: [A-ZÅÄÖ][\w-]+)+")
# Roles that one person holds: what follows a name is then no other holder.
_OF_ONE = frozenset({Role.OWNER, Role.LEADER, Role.DEPUTY})
_PERSON = re.compile(r"^[A-ZÅÄÖÉ][\w'’-]+(?:\s+[A-ZÅÄÖÉ][\w'’.-]*){1,3}$")


@dataclass(frozen=True, slots=True)
class Held:
    """A role, who holds it, what else is said of them, and what the role is called where it is given."""

    role: Role
    holder: str
    detail: str = ""
    label: str = ""


def holds_nothing(words: str) -> bool:
    """Tell whether a field or section was left as the template has it ("xxxx", "N/A", "–")."""
    return _NOTHING.match(words.strip()) is not None


def holders_in(label: str, words: str) -> tuple[Held, ...]:
    """Return the holders in a list of people, titles and units below a role's label; a role named within is its own."""
    role = role_of(label) or (Role.LEADER if part_of(label) and names_person(words) else None)
    words = _FOR_NOW.sub(r" (\1)", words)
    embedded = list(_EMBEDDED.finditer(words))
    if (
        embedded
        and embedded[0].start() == 0
        and len(embedded) == 1
        and not words[embedded[0].end() :].strip()
    ):
        embedded = []
    parts: list[tuple[str, str]] = []
    start, current = 0, label
    for match in embedded:
        parts.append((current, words[start : match.start()]))
        current, start = match["label"], match.end()
    parts.append((current, words[start:]))
    return tuple(
        held
        for each, text in parts
        if (named := role_of(each) or role) is not None
        for held in _paired(
            Held(named, "", label=each),
            split_addressees(_without_stray_bracket(text.strip(" ,;.")), every_comma=True),
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


def _paired(role: Held, members: tuple[Addressee, ...]) -> Iterator[Held]:
    """Yield the members, a title after a person ("Anna Berg, ekonomichef") as the person's detail."""
    waiting: Held | None = None
    for member in members:
        if (
            waiting is not None
            and role.role in _OF_ONE
            and _PERSON.match(waiting.holder)
            and _EMPLOYER.fullmatch(member.name)
        ):
            waiting = replace(waiting, detail=", ".join(filter(None, (waiting.detail, member.name))))
            continue
        if (
            waiting is not None
            and _PERSON.match(waiting.holder)
            and (not waiting.detail or _PARTY.fullmatch(waiting.detail))
            and (
                any(told(member.name) for told in (_is_title, _PLACED.match, _SINCE.match, _UNIT.match))
                or (
                    role.role in _OF_ONE
                    and _TITLE_ONLY.match(member.name)
                    and not _NAMED_PERSON.match(member.name)
                )
            )
            and _NEXT.fullmatch(member.name) is None
        ):
            waiting = replace(waiting, detail=", ".join(filter(None, (waiting.detail, member.name))))
            continue
        if waiting is not None:
            yield waiting
        followed = _NEXT.fullmatch(member.name)
        waiting = (
            replace(role, holder=followed["who"], detail=followed["since"])
            if followed is not None
            else replace(role, holder=_JOINED.sub("", member.name), detail=member.detail)
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
        if 1 < len(each.holder) <= _LONGEST_NAME and not _AMOUNT.fullmatch(each.holder):
            yield RoleFact(
                span=span,
                subject=subject,
                section=trail,
                header_span=header,
                role=each.role,
                holder=each.holder,
                detail=each.detail or detail,
                label=each.label,
            )


def _headless(table: Table) -> Table:
    """Return a table whose first row, that gives a role like those below it, is no header but a row."""
    if (
        table.header_span is None
        or len(table.header) < _FEWEST_CELLS
        or not names_role(table.header[0])
        or any(names_role(cell) for cell in table.header[1:])
        or not names_person(table.header[1])
        or not any(names_role(row.cells[0]) for row in table.rows)
    ):
        return table
    first = Row(table.header, (), table.header_span)
    return replace(table, header=(), header_span=None, rows=(first, *table.rows))


def role_table(table: Table, subject: str) -> Iterator[RoleFact | UnfilledFact]:
    """Yield the roles of a table with the columns "Roll | Namn", or whose first column names roles."""
    table = _headless(table)
    role_column = table.column("roll", "funktion", "uppdragsroll")
    name_column = table.column(
        "namn", "person", "bemanning", "vem", "innehavare", "representant", "deltagare"
    )
    if role_column is None and table.header and name_column is None:
        return
    if role_column is None:
        role_column = 0
    for row in table.rows:
        if role_column >= len(row.cells) or not names_role(row.cells[role_column]):
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
            holders_in(row.cells[role_column], row.cells[column]),
            row.span,
            subject,
            table.section,
            "; ".join(rest)[:200],
            table.header_span,
        )
