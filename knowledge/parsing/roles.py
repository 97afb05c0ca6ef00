"""Roles: who holds which part, from lines such as "Uppdragsledare: Erika Frohm", from tables and from statements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.blocks import Block, BlockKind, Section, Span
from knowledge.facts import Role, RoleFact, UnfilledFact
from knowledge.parsing.addressees import Addressee, split_addressees
from knowledge.parsing.sentences import split_sentences
from knowledge.parsing.tables import Table

# Longest first within a role; the first that matches a label speaks.
_ROLE_WORDS: tuple[tuple[str, Role], ...] = (
    (
        r"(?:bi(?:trädande )?|vice )?(?:uppdrags|projekt|program|process|delprojekt|initiativ|plan|mål|verksamhets|system|informations|budget|resultat)ägare[n]?|ägare(?: av uppdraget)?|huvudsponsor(?:er)?|sponsor(?:er)?",
        Role.OWNER,
    ),
    (r"(?:uppdrags|projekt)?beställare[n]?|uppdragsgivare[n]?|uppdraget ges av|uppdrag från", Role.GIVER),
    (
        r"(?:bi(?:trädande )?)?(?:uppdrags|projekt|program|process|delprojekts?|arbets|förändrings|utrednings|grupp)ledare[n]?|huvudprojektledare[n]?",
        Role.LEADER,
    ),
    (
        r"(?:koordinerings|samordnings)ansvarig[a]?|(?:projekt|program|process)?(?:koordinator|samordnare)[n]?",
        Role.COORDINATOR,
    ),
    (
        r"styrgrupp(?:en|smedlemmar(?:na)?|ens (?:ledamöter|medlemmar|deltagare))?(?: \(.{1,30}\))?|ledningsgrupp(?:en)?|projektstyrgrupp(?:en)?",
        Role.STEERING_GROUP,
    ),
    (
        r"(?:uppdrags|projekt|arbetsgrupps)?(?:medlemmar(?:na)?|deltagare|medarbetare|medlem)(?: i (?:uppdraget|projektet|arbetsgruppen|projektgruppen))?|(?:projekt|arbets|uppdrags|utrednings|kärn)grupp(?:en)?|projektresurser|interna resurser",
        Role.MEMBER,
    ),
    (
        r"(?:resultat)?mottagare(?: av (?:resultat(?:et)?|leverans(?:en)?|uppdraget|projektets resultat))?|förvaltningsmottagare|mottagande (?:organisation|verksamhet|förvaltning)",
        Role.RECIPIENT,
    ),
    (
        r"uppdragsmottagare[n]?|uppdragstagare[n]?|(?:uppdraget )?riktas till|utförare[n]?|utredare[n]?|ansvarig nämnd(?: eller styrelse)?|berörda nämnder",
        Role.ADDRESSEE,
    ),
    (
        r"(?:övriga )?intressenter(?:na)?|referensgrupp(?:en)?|samverkan(?:sparter|spartners)|samarbetspartners|berörda(?: parter| verksamheter)?|medverkande(?: parter)?",
        Role.STAKEHOLDER,
    ),
    (
        r"handläggare[n]?|föredragande|kontaktperson(?:er)?|kontakt|upprättad av|författare|dokumentansvarig",
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
_ANY_LABEL = "|".join(f"(?:{words})" for words, _ in _ROLE_WORDS)
_LINE = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*\.?\s+)?(?P<label>{_ANY_LABEL})(?P<detail>\s*\([^():]{{2,40}}\))?\s*(?::|\s[–-](?=\s))\s*(?P<who>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_STATEMENT = re.compile(
    rf"^(?:(?:Som|Till)\s+)?(?P<label>(?:{_ANY_LABEL}))(?:\s+för\s+(?P<what>[^.:]{{3,140}}?))?\s+(?:är|ska vara|utgörs av|representeras av|består av|utses|har utsetts)\s*:?\s+(?P<who>[^.]{{2,400}}?(?:\.\s(?=[A-ZÅÄÖ]\w+(?:förvaltning|nämnd))[^.]{{2,300}}?)*)(?P<rest>\.|$|\s(?:under perioden|från och med|fr\.o\.m\.|till och med)\s[^.]*)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:dess ägare|bolagets ägare|är|utgörs av|representeras av|består av|utses|har utsetts|vara)\b"
)
_SENTENCE = re.compile(
    r"\b(?:ska|har|skall|utvecklats|behöver|ansvarar|är|har|för att|kan|ges|får|består|deltar|utgör|innebär|anger|beskriver|följer|syftar)\b"
)
_LONGEST_STATEMENT, _LONGEST_HOLDER = 2000, 160
_OWNED = re.compile(r"\b(?:dess|bolagets)\s+(?:ägare|moderbolag),\s+(?P<who>[A-ZÅÄÖ][^.,;()]{2,60})")
_EMBEDDED = re.compile(
    r",?\s*\(?\b(?P<label>koordineringsansvarig|samordningsansvarig|biträdande projektledare|biträdande uppdragsledare|sammankallande|koordinator|samordnare|projektledare|uppdragsledare|ordförande)(?::|\s+(?:är\s+)?)\s*(?=(?:[A-ZÅÄÖ]{2,4}\s)?[A-ZÅÄÖ][a-zåäö])",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"^(?:x{2,}|n\s?/?\s?a\.?|[-–—_.…\s]+|tbd|\?+|ej (?:ifyllt|aktuellt|tillämpligt|utsedd|utsett|klart)|saknas|ingen|inga|utses senare|vakant|namn|\[.*\]|<.*>|…)?$",
    re.IGNORECASE,
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


def _may_hold(words: str) -> bool:
    """Tell whether a line reads as a name, a title or a unit rather than as a sentence."""
    return (
        len(words) < _LONGEST_HOLDER
        and not words.rstrip().endswith((".", ":", ";"))
        and _SENTENCE.search(words) is None
    )


def _paired(role: Role, members: tuple[Addressee, ...]) -> Iterator[Held]:
    """Yield the members, a title after a person ("Anna Berg, ekonomichef") as the person's detail."""
    waiting: Held | None = None
    for member in members:
        if (
            waiting is not None
            and _PERSON.match(waiting.holder)
            and not waiting.detail
            and _is_title(member.name)
        ):
            yield Held(role, waiting.holder, member.name)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = Held(role, member.name, member.detail)
    if waiting is not None:
        yield waiting


def _is_title(words: str) -> bool:
    return bool(
        _TITLE_ONLY.match(words)
        and re.search(
            r"(?:chef|direktör|ledare|strateg|sekreterare|samordnare|handläggare|controller|ekonom|utredare|jurist|läkare|ansvarig|rektor|vd|ordförande|ledamot|råd)\b",
            words,
            re.IGNORECASE,
        )
    )


def role_lines(section: Section, subject: str, trail: str) -> Iterator[RoleFact | UnfilledFact]:
    """Yield the roles that a section's lines and lists give; a label with nothing after it is unfilled."""
    listed: Role | None = None
    heading = role_of(section.title) if section.title else None
    for block in section.blocks:
        if block.kind is BlockKind.TABLE_ROW:
            continue
        found = (
            _LINE.match(block.text)
            if ":" in block.text or " – " in block.text or " - " in block.text
            else None
        )
        if found is not None and (role := role_of(found["label"])) is not None:
            who = found["who"].strip()
            listed = role if not who else None
            if who and holds_nothing(who):
                yield UnfilledFact(span=block.span, subject=subject, section=trail, label=found["label"])
            elif who and len(who) < 1200:
                yield from _facts(
                    holders_in(role, who), block.span, subject, trail, _detail_of(found["label"])
                )
            continue
        if block.kind is BlockKind.LIST_ITEM and (listed or heading) and _may_hold(block.text):
            yield from _facts(
                holders_in(listed or heading or Role.MEMBER, block.text), block.span, subject, trail, ""
            )
            continue
        stated = list(_statements(block, subject, trail))
        if stated:
            yield from stated
            listed = None
            continue
        opening = re.match(
            rf"(?P<label>{_ANY_LABEL})\s+(?:representeras av|består av|utgörs av|är)\s*:\s*$",
            block.text,
            re.IGNORECASE,
        )
        if opening is not None:
            listed = role_of(opening["label"])
            continue
        if heading is not None and block.kind is BlockKind.PARAGRAPH and _may_hold(block.text):
            if holds_nothing(block.text):
                yield UnfilledFact(span=block.span, subject=subject, section=trail, label=section.title)
            else:
                yield from _facts(holders_in(heading, block.text), block.span, subject, trail, "")
            continue
        if block.kind is BlockKind.PARAGRAPH:
            listed = None


def _statements(block: Block, subject: str, trail: str) -> Iterator[RoleFact]:
    """Yield the roles of sentences such as "Uppdragsgivare är förvaltningsdirektören"."""
    if len(block.text) > _LONGEST_STATEMENT or _VERB.search(block.text) is None:
        return
    for part in split_sentences(block.content):
        owned = _OWNED.search(part.text)
        if owned is not None:
            yield from _facts((Held(Role.OWNER, owned["who"].strip()),), part.span(), subject, trail, "")
        statement = _STATEMENT.match(part.text)
        role = role_of(statement["label"]) if statement is not None else None
        if statement is None or role in (None, Role.RESPONSIBLE) or role is None:
            continue
        detail = statement["what"] or (statement["rest"] or "").strip(" .")
        span = part.span(0, statement.end())
        yield from _facts(holders_in(role, statement["who"].strip(" :")), span, subject, trail, detail)


def _detail_of(label: str) -> str:
    about = re.search(r"\bför\s+(.+)$", label)
    return about[1] if about is not None else ""


def _facts(
    held: tuple[Held, ...], span: Span, subject: str, trail: str, detail: str, header: Span | None = None
) -> Iterator[RoleFact]:
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
        yield from _facts(
            holders_in(role, row.cells[column]),
            row.span,
            subject,
            table.section,
            "; ".join(rest)[:200],
            table.header_span,
        )


def is_role_line(block: Block) -> bool:
    """Tell whether a block is a line that gives a role."""
    found = _LINE.match(block.text)
    return found is not None and role_of(found["label"]) is not None
