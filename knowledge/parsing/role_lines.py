"""Role lines: who holds which part, as lines ("Uppdragsledare: Erika Frohm"), lists and sentences say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.blocks import Block, BlockKind, RepairedText, Section, Span
from knowledge.facts import Role, RoleFact, UnfilledFact
from knowledge.parsing.addressees import is_organisation, split_addressees
from knowledge.parsing.aligned_cells import gapped, gapped_places
from knowledge.parsing.role_labels import ANY_LABEL, LINE, detail_of, label_starts, names_role, role_of
from knowledge.parsing.role_sentences import stated_roles
from knowledge.parsing.role_statements import names_person
from knowledge.parsing.roles import Held, holders_in, holds_nothing, may_hold, role_facts
from knowledge.parsing.sentences import split_sentences

_OPENING = re.compile(
    rf"(?P<label>{ANY_LABEL})\s+(?:representeras av|består av|utgörs av|är)\s*:\s*$", re.IGNORECASE
)
_DIRECTED = re.compile(r"(?P<label>Riktas till)\s+(?P<who>\S.{3,200})$")
_PAIR = re.compile(r"(?P<what>[A-ZÅÄÖ][^–:]{2,60}?)\s[–-]\s(?P<who>\S.{2,80})")
_RESPONSIBLE_LIST = re.compile(r"\bansvar(?:iga?|sfördelning|sområden)?\b", re.IGNORECASE)
# The roles whose label may stand alone above those who hold it, and those that several hold.
_OF_SEVERAL = frozenset({Role.MEMBER, Role.STEERING_GROUP, Role.STAKEHOLDER})
_GOES_ON = _OF_SEVERAL | {Role.HANDLER}
_STACKED = _GOES_ON | {
    Role.DEPUTY,
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
# The next line's label, or a date, of which a list of holders is no part.
_OTHER_FIELD = re.compile(
    r"\s(?:(?P<label>[A-ZÅÄÖ][a-zåäö-]+):\s|(?:Datum|(?:Utfärda|Datera|Upprätta|Revidera|Beslutas?)[dt]|Fastställ[dt])\s\d)"
)
_TWO = 2  # cells of a name and what it stands for
_LONGEST_FIELD, _LONGEST_CAPTION = 200, 80


def role_lines(section: Section, subject: str, trail: str) -> Iterator[RoleFact | UnfilledFact]:
    """Yield the roles that a section's lines, lists and sentences give; a label with nothing after it is unfilled."""
    lines = _Lines(section, subject, trail, section.title if role_of(section.title) else "")
    laid_out = _laid_out(section)
    for number, block in enumerate(section.blocks):
        if number in laid_out:
            yield from role_facts(laid_out[number], block.span, subject, trail, "")
            lines.forget()
        elif block.kind is BlockKind.TABLE_ROW:
            lines.stacked = ""
            yield from lines.of_pair_below(block)
        elif labelled := list(_labelled(block)):
            lines.listed = next((label for label, who, _ in labelled if not who), "")
            for label, who, span in labelled:
                if who and holds_nothing(who):
                    yield UnfilledFact(span=span, subject=subject, section=trail, label=label)
                elif who and len(who) < 1200:
                    yield from role_facts(holders_in(label, who), span, subject, trail, detail_of(label))
            told = {span for _, _, span in labelled}
            yield from (fact for fact in stated_roles(block, subject, trail) if fact.span not in told)
        else:
            yield from lines.facts_of(block)


@dataclass(slots=True)
class _Lines:
    """The lines of a section that bear no label themselves, and the label that stands above them.

    `heading` is the section's title when it names a role, `listed` the label of a list's items, `stacked` of the
    lines below a label on a line of its own.
    """

    section: Section
    subject: str
    trail: str
    heading: str
    listed: str = ""
    stacked: str = ""
    caption: str = ""

    def of_pair_below(self, row: Block) -> Iterator[RoleFact]:
        """Yield who holds the role that the line above a list in two columns names ("… en kontaktperson:")."""
        named = _NAMES_ROLE.search(self.caption)
        label = named["label"] if named is not None and role_of(named["label"]) else ""
        cells = [cell.text.strip() for cell in row.cells]
        if not label or row.header or len(cells) != _TWO or holds_nothing(cells[1]) or not may_hold(cells[1]):
            return
        yield from self._held(
            tuple(
                replace(each, detail="; ".join(filter(None, (cells[0], each.detail))))
                for each in holders_in(label, cells[1])
            ),
            row,
        )

    def forget(self) -> None:
        """Take what follows for no part of a list any more."""
        self.listed = self.stacked = ""

    def facts_of(self, block: Block) -> Iterator[RoleFact | UnfilledFact]:
        """Yield the roles of a line under its label, of a list's item, or of what a sentence says."""
        if block.kind is BlockKind.LIST_ITEM:
            yield from self._of_item(block)
            return
        self.caption = block.text if len(block.text) < _LONGEST_CAPTION else ""
        if role_of(block.text) in _STACKED:
            self.stacked, self.listed = block.text, ""
        elif self.stacked and (held := _standing_under(block, self.stacked)):
            yield from self._held(held, block)
            self.stacked = self.stacked if role_of(self.stacked) in _GOES_ON else ""
        else:
            self.stacked = ""
            yield from self._of_words(block)

    def _of_item(self, block: Block) -> Iterator[RoleFact]:
        label = self.listed or self.heading
        if label and may_hold(block.text):
            yield from self._held(holders_in(label, block.text), block)
        elif stated := list(stated_roles(block, self.subject, self.trail)):
            yield from stated
        elif any(map(_RESPONSIBLE_LIST.search, (self.section.title, self.caption))):
            yield from self._held(_of_pair(block), block)

    def _of_words(self, block: Block) -> Iterator[RoleFact | UnfilledFact]:
        under = _standing_under(block, self.heading) if role_of(self.heading) in _STACKED else ()
        if under and not may_hold(block.text):
            yield from self._held(under, block)
        stated = [*stated_roles(block, self.subject, self.trail), *self._of_group(block)]
        opening = _OPENING.match(block.text) if not stated else None
        self.listed = opening["label"] if opening is not None else ""
        if stated or opening is not None or not self.heading or not may_hold(block.text):
            yield from stated
        elif holds_nothing(block.text):
            yield UnfilledFact(
                span=block.span, subject=self.subject, section=self.trail, label=self.section.title
            )
        else:
            yield from self._held(holders_in(self.heading, block.text), block)

    def _of_group(self, block: Block) -> Iterator[RoleFact]:
        """Yield who a section on a group names as its chair and the others ("Ordförande är …. Övriga: …")."""
        if role_of(self.heading) not in _OF_SEVERAL:
            return
        for part in split_sentences(block.content):
            chair = _CHAIR.match(part.text)
            others = _OTHERS.match(part.text)
            if chair is not None:
                held = tuple(
                    replace(each, detail="ordförande") for each in holders_in(self.heading, chair["who"])
                )
            elif others is not None:
                held = holders_in(self.heading, _LAST_OF_LIST.sub(", ", others["who"]))
            else:
                continue
            yield from role_facts(held, part.span(), self.subject, self.trail, "")

    def _held(self, held: tuple[Held, ...], block: Block) -> Iterator[RoleFact]:
        return role_facts(held, block.span, self.subject, self.trail, "")


def _labelled(block: Block) -> Iterator[tuple[str, str, Span]]:
    """Yield label, who and place for each part of a block that begins with a role's label."""
    if ":" not in block.text and " – " not in block.text and " - " not in block.text:
        directed = _DIRECTED.match(block.text)
        if directed is not None and _are_organisations(directed["who"]):
            yield directed["label"], directed["who"], block.span
        return
    apart = gapped_places(block) if len(block.text) <= _LONGEST_FIELD else []
    whole = (
        apart[0]
        if len(apart) > 1 and LINE.match(apart[0].text) and apart[0].text[-1] != ":"
        else block.content
    )
    for number, part in enumerate(each for sentence in split_sentences(whole) for each in _fields(sentence)):
        found = LINE.match(part.text)
        label = found["label"] if found is not None else ""
        if found is None or not names_role(label) or (number and not may_hold(found["who"].rstrip(" ."))):
            continue
        who = found["who"].strip()
        other = _OTHER_FIELD.search(who)
        if other is None or role_of(other["label"] or ""):
            yield label, who, part.span()
        else:
            yield (
                label,
                who[: other.start()].rstrip(" ,;"),
                part.part(0, found.start("who") + other.start()).span(),
            )


def _fields(sentence: RepairedText) -> Iterator[RepairedText]:
    """Yield the parts of a sentence that is a run of labels and their values, whose line ends were lost."""
    starts = [start for start in label_starts(sentence.text) if start > 0]
    for start, end in pairwise([0, *starts, len(sentence.text)]):
        stop = start + len(sentence.text[start:end].rstrip())
        if stop > start:
            yield sentence.part(start, stop)


def _are_organisations(words: str) -> bool:
    members = split_addressees(words)
    return bool(members) and all(is_organisation(each.name) for each in members)


def _standing_under(block: Block, label: str) -> tuple[Held, ...]:
    """Return who a line below a role's label names: people, a title or a unit; for a group anybody."""
    if block.kind is not BlockKind.PARAGRAPH:
        return ()
    words = next((part.text for part in split_sentences(block.content)), "").rstrip(" .")
    named = names_person(words) or _are_organisations(words)
    joins = role_of(label) in _OF_SEVERAL and words == block.text and words[0].islower()
    if not may_hold(words) or _RESPONSIBLE_LIST.search(words) or not (named or joins):
        return ()
    return tuple(
        held for part in re.split(r"(?<=\))\s(?=[a-zåäö])", words) for held in holders_in(label, part)
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
    wrapped = ""
    for number, block in enumerate(section.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            goes_on = wrapped and may_hold(block.text)
            held = holders_in(wrapped, block.text) if goes_on else _gapped_role(block)
            if held:
                found[number] = held
        wrapped = _unfinished(block) if block.kind is BlockKind.TABLE_ROW else ""
    return found


_JOB = re.compile(r"(?:utvecklings|verksamhets|team|grupp|arbets|förvaltnings|områdes)ledare", re.IGNORECASE)
_TITLE_ALONE = re.compile(
    r"\w+(?:chef|direktör|ledare|sekreterare|strateg|ordförande|handläggare)", re.IGNORECASE
)


def _unfinished(row: Block) -> str:
    """Return the role's label of a table's row whose list of holders goes on below the row."""
    filled = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    return filled[0] if len(filled) > 1 and filled[-1].endswith(",") and role_of(filled[0]) else ""


def _gapped_role(block: Block) -> tuple[Held, ...]:
    """Return who a line without a colon names, its label parted from them by blanks ("Styrgrupp      LG HSS")."""
    parts = gapped(block)
    if len(parts) < _TWO or not parts[0][0].isupper() or not names_role(parts[0]):
        return ()
    if ":" in parts[0] or holds_nothing(parts[1]) or not may_hold(parts[1]):
        return ()
    if any(role_of(re.sub(r"^[Vv]ice\s+", "", part)) for part in parts[1:]):
        return ()  # titles side by side below signatures
    if _JOB.fullmatch(parts[0]) and _TITLE_ALONE.fullmatch(parts[1]):
        return ()  # and so are two titles of which one sounds like a role
    return tuple(
        replace(held, detail=held.detail or "; ".join(parts[2:])[:200])
        for held in holders_in(parts[0], parts[1])
    )


def is_role_line(block: Block) -> bool:
    """Tell whether a block is a line that gives a role."""
    found = LINE.match(block.text)
    return found is not None and names_role(found["label"])
