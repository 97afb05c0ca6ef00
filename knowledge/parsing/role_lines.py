"""Role lines: who holds which part, as lines ("Uppdragsledare: Erika Frohm"), lists and sentences say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.blocks import Block, BlockKind, Section, Span
from knowledge.facts import Role, RoleFact, UnfilledFact
from knowledge.parsing.addressees import is_organisation, split_addressees
from knowledge.parsing.aligned_cells import gapped, gapped_places
from knowledge.parsing.role_statements import names_person, role_statements
from knowledge.parsing.roles import (
    ANY_LABEL,
    LINE,
    Held,
    holders_in,
    holds_nothing,
    may_hold,
    role_facts,
    role_of,
)
from knowledge.parsing.sentences import split_sentences

_STATEMENT = re.compile(
    rf"^(?:(?:Som|Till)\s+)?(?P<label>(?:{ANY_LABEL}))(?:\s+för\s+(?P<what>[^.:]{{3,140}}?))?\s+(?:är|ska vara|utgörs av|representeras av|består av|utses|har utsetts)\s*:?\s+(?P<who>[^.]{{2,400}}?(?:\.\s(?=[A-ZÅÄÖ]\w+(?:förvaltning|nämnd))[^.]{{2,300}}?)*)(?P<rest>\.|$|\s(?:under perioden|från och med|fr\.o\.m\.|till och med)\s[^.]*)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:dess ägare|bolagets ägare|är|utgörs av|representeras av|består av|utses|har utsetts|vara)\b"
)
_OPENING = re.compile(
    rf"(?P<label>{ANY_LABEL})\s+(?:representeras av|består av|utgörs av|är)\s*:\s*$", re.IGNORECASE
)
_DIRECTED = re.compile(r"(?P<label>Riktas till)\s+(?P<who>\S.{3,200})$")
_PAIR = re.compile(r"(?P<what>[A-ZÅÄÖ][^–:]{2,60}?)\s[–-]\s(?P<who>\S.{2,80})")
_RESPONSIBLE_LIST = re.compile(r"\bansvar(?:iga?|sfördelning|sområden)?\b", re.IGNORECASE)
# The roles whose label may stand alone above those who hold it, and those that several hold.
_OF_SEVERAL = frozenset({Role.MEMBER, Role.STEERING_GROUP, Role.STAKEHOLDER})
_STACKED = _OF_SEVERAL | {
    Role.OWNER,
    Role.GIVER,
    Role.LEADER,
    Role.COORDINATOR,
    Role.RECIPIENT,
    Role.ADDRESSEE,
    Role.RESPONSIBLE,
}
_NAMES_ROLE = re.compile(
    r"\b(?P<label>[a-zåäö]*(?:personer|person|ansvariga?|samordnare|handläggare|ledare|ägare))\s*:$"
)
_CHAIR = re.compile(r"Ordförande(?:\si\s[a-zåäö]+)?\s(?:är|blir)\s(?P<who>[^.:;]{4,80})")
_OTHERS = re.compile(
    r"(?:Övriga|Vidare ingår|I övrigt ingår)(?:\s(?:ledamöter|medlemmar|deltagare|i gruppen))?(?:\s(?:är|ingår))?\s?:?\s(?P<who>[^.:]{4,600})"
)
_LAST_OF_LIST = re.compile(r"\s(?:samt|och)\s(?=[a-zåäö-]+\s[A-ZÅÄÖ]\S+\s[A-ZÅÄÖ])")
_TWO = 2  # cells of a name and what it stands for
_OWNED = re.compile(r"\b(?:dess|bolagets)\s+(?:ägare|moderbolag),\s+(?P<who>[A-ZÅÄÖ][^.,;()]{2,60})")
_LONGEST_STATEMENT, _LONGEST_FIELD, _LONGEST_CAPTION = 2000, 200, 80


def role_lines(section: Section, subject: str, trail: str) -> Iterator[RoleFact | UnfilledFact]:
    """Yield the roles that a section's lines, lists and sentences give; a label with nothing after it is unfilled."""
    lines = _Lines(section, subject, trail, role_of(section.title) if section.title else None)
    laid_out = _laid_out(section)
    for number, block in enumerate(section.blocks):
        if number in laid_out:
            yield from role_facts(laid_out[number], block.span, subject, trail, "")
            lines.forget()
        elif block.kind is BlockKind.TABLE_ROW:
            lines.stacked = None
            yield from lines.of_pair_below(block)
        elif labelled := list(_labelled(block)):
            lines.listed = next((role for role, who, _, _ in labelled if not who), None)
            for role, who, label, span in labelled:
                if who and holds_nothing(who):
                    yield UnfilledFact(span=span, subject=subject, section=trail, label=label)
                elif who and len(who) < 1200:
                    yield from role_facts(holders_in(role, who), span, subject, trail, _detail_of(label))
            told = {span for _, _, _, span in labelled}
            yield from (fact for fact in _statements(block, subject, trail) if fact.span not in told)
        else:
            yield from lines.facts_of(block)


@dataclass(slots=True)
class _Lines:
    """The lines of a section that bear no label themselves, and the label that stands above them.

    `listed` is the role of a list's items, `stacked` of the lines below a label on a line of its own.
    """

    section: Section
    subject: str
    trail: str
    heading: Role | None
    listed: Role | None = None
    stacked: Role | None = None
    caption: str = ""

    def of_pair_below(self, row: Block) -> Iterator[RoleFact]:
        """Yield who holds the role that the line above a list in two columns names ("… en kontaktperson:")."""
        named = _NAMES_ROLE.search(self.caption)
        role = role_of(named["label"]) if named is not None else None
        cells = [cell.text.strip() for cell in row.cells]
        if (
            role is None
            or row.header
            or len(cells) != _TWO
            or holds_nothing(cells[1])
            or not may_hold(cells[1])
        ):
            return
        yield from self._held(
            tuple(
                Held(each.role, each.holder, "; ".join(filter(None, (cells[0], each.detail))))
                for each in holders_in(role, cells[1])
            ),
            row,
        )

    def forget(self) -> None:
        """Take what follows for no part of a list any more."""
        self.listed = self.stacked = None

    def facts_of(self, block: Block) -> Iterator[RoleFact | UnfilledFact]:
        """Yield the roles of a line under its label, of a list's item, or of what a sentence says."""
        if block.kind is BlockKind.LIST_ITEM:
            yield from self._of_item(block)
            return
        self.caption = block.text if len(block.text) < _LONGEST_CAPTION else ""
        if role_of(block.text) in _STACKED:
            self.stacked, self.listed = role_of(block.text), None
        elif self.stacked is not None and (held := _standing_under(block, self.stacked)):
            yield from self._held(held, block)
            self.stacked = self.stacked if self.stacked in _OF_SEVERAL else None
        else:
            self.stacked = None
            yield from self._of_words(block)

    def _of_item(self, block: Block) -> Iterator[RoleFact]:
        role = self.listed or self.heading
        if role is not None and may_hold(block.text):
            yield from self._held(holders_in(role, block.text), block)
        elif stated := list(_statements(block, self.subject, self.trail)):
            yield from stated
        elif any(map(_RESPONSIBLE_LIST.search, (self.section.title, self.caption))):
            yield from self._held(_of_pair(block), block)

    def _of_words(self, block: Block) -> Iterator[RoleFact | UnfilledFact]:
        under = _standing_under(block, self.heading) if self.heading in _STACKED and self.heading else ()
        if under and not may_hold(block.text):
            yield from self._held(under, block)
        stated = [*_statements(block, self.subject, self.trail), *self._of_group(block)]
        opening = _OPENING.match(block.text) if not stated else None
        self.listed = role_of(opening["label"]) if opening is not None else None
        if stated or opening is not None or self.heading is None or not may_hold(block.text):
            yield from stated
        elif holds_nothing(block.text):
            yield UnfilledFact(
                span=block.span, subject=self.subject, section=self.trail, label=self.section.title
            )
        else:
            yield from self._held(holders_in(self.heading, block.text), block)

    def _of_group(self, block: Block) -> Iterator[RoleFact]:
        """Yield who a section on a group names as its chair and the others ("Ordförande är …. Övriga: …")."""
        if self.heading not in _OF_SEVERAL or self.heading is None:
            return
        for part in split_sentences(block.content):
            chair = _CHAIR.match(part.text)
            others = _OTHERS.match(part.text)
            if chair is not None:
                held = tuple(
                    Held(self.heading, each.holder, "ordförande")
                    for each in holders_in(self.heading, chair["who"])
                )
            elif others is not None:
                held = holders_in(self.heading, _LAST_OF_LIST.sub(", ", others["who"]))
            else:
                continue
            yield from role_facts(held, part.span(), self.subject, self.trail, "")

    def _held(self, held: tuple[Held, ...], block: Block) -> Iterator[RoleFact]:
        return role_facts(held, block.span, self.subject, self.trail, "")


def _labelled(block: Block) -> Iterator[tuple[Role, str, str, Span]]:
    """Yield role, holders, label and place for each sentence of a block that begins with a role's label."""
    if ":" not in block.text and " – " not in block.text and " - " not in block.text:
        directed = _DIRECTED.match(block.text)
        if directed is not None and _are_organisations(directed["who"]):
            yield Role.ADDRESSEE, directed["who"], directed["label"], block.span
        return
    apart = gapped_places(block) if len(block.text) <= _LONGEST_FIELD else []
    whole = (
        apart[0]
        if len(apart) > 1 and LINE.match(apart[0].text) and apart[0].text[-1] != ":"
        else block.content
    )
    for number, part in enumerate(split_sentences(whole)):
        found = LINE.match(part.text)
        role = role_of(found["label"]) if found is not None else None
        if found is None or role is None or (number and not may_hold(found["who"].rstrip(" ."))):
            continue
        yield role, found["who"].strip(), found["label"], part.span()


def _are_organisations(words: str) -> bool:
    members = split_addressees(words)
    return bool(members) and all(is_organisation(each.name) for each in members)


def _standing_under(block: Block, role: Role) -> tuple[Held, ...]:
    """Return who a line below a role's label names: people, a title or a unit; for a group anybody."""
    if block.kind is not BlockKind.PARAGRAPH:
        return ()
    words = next((part.text for part in split_sentences(block.content)), "").rstrip(" .")
    named = names_person(words) or _are_organisations(words)
    joins = role in _OF_SEVERAL and words == block.text and words[0].islower()
    if not may_hold(words) or _RESPONSIBLE_LIST.search(words) or not (named or joins):
        return ()
    return tuple(
        held for part in re.split(r"(?<=\))\s(?=[a-zåäö])", words) for held in holders_in(role, part)
    )


def _of_pair(block: Block) -> tuple[Held, ...]:
    """Return who answers for a part of the work, of an item that names both ("Utbildning – Eva Ek")."""
    pair = _PAIR.fullmatch(block.text.strip())
    if pair is None or holds_nothing(pair["who"]) or not may_hold(pair["who"]):
        return ()
    return (Held(Role.RESPONSIBLE, pair["who"].strip(), pair["what"].strip()),)


def _laid_out(section: Section) -> dict[int, tuple[Held, ...]]:
    """Return who the section's lines name by their layout, by the line's number in the section."""
    found: dict[int, tuple[Held, ...]] = {}
    wrapped: Role | None = None
    for number, block in enumerate(section.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            goes_on = wrapped is not None and may_hold(block.text)
            held = holders_in(wrapped, block.text) if goes_on and wrapped else _gapped_role(block)
            if held:
                found[number] = held
        wrapped = _unfinished(block) if block.kind is BlockKind.TABLE_ROW else None
    return found


def _unfinished(row: Block) -> Role | None:
    """Return the role of a table's row whose list of holders goes on below the row."""
    filled = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    return role_of(filled[0]) if len(filled) > 1 and filled[-1].endswith(",") else None


def _gapped_role(block: Block) -> tuple[Held, ...]:
    """Return who a line without a colon names, its label parted from them by blanks ("Styrgrupp      LG HSS")."""
    parts = gapped(block)
    role = role_of(parts[0]) if len(parts) > 1 and parts[0][0].isupper() else None
    if role is None or ":" in parts[0] or holds_nothing(parts[1]) or not may_hold(parts[1]):
        return ()
    if any(role_of(re.sub(r"^[Vv]ice\s+", "", part)) for part in parts[1:]):
        return ()  # titles side by side below signatures
    return tuple(
        Held(held.role, held.holder, held.detail or "; ".join(parts[2:])[:200])
        for held in holders_in(role, parts[1])
    )


def _statements(block: Block, subject: str, trail: str) -> Iterator[RoleFact]:
    """Yield the roles of sentences such as "Uppdragsgivare är förvaltningsdirektören"."""
    if len(block.text) > _LONGEST_STATEMENT:
        return
    for part in split_sentences(block.content):
        for held_role, who, remark, start, end in role_statements(part):
            yield from role_facts((Held(held_role, who, remark),), part.span(start, end), subject, trail, "")
        if _VERB.search(part.text) is None:
            continue
        owned = _OWNED.search(part.text)
        if owned is not None:
            yield from role_facts((Held(Role.OWNER, owned["who"].strip()),), part.span(), subject, trail, "")
        statement = _STATEMENT.match(part.text)
        role = role_of(statement["label"]) if statement is not None else None
        if statement is None or role in (None, Role.RESPONSIBLE) or role is None:
            continue
        detail = statement["what"] or (statement["rest"] or "").strip(" .")
        span = part.span(0, statement.end())
        yield from role_facts(holders_in(role, statement["who"].strip(" :")), span, subject, trail, detail)


def _detail_of(label: str) -> str:
    about = re.search(r"\bför\s+(.+)$", label)
    return about[1] if about is not None else ""


def is_role_line(block: Block) -> bool:
    """Tell whether a block is a line that gives a role."""
    found = LINE.match(block.text)
    return found is not None and role_of(found["label"]) is not None
