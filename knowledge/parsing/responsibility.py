"""Responsibility: statements of who is responsible for what, wherever they stand."""

import re
from collections.abc import Iterator

from knowledge.blocks import BlockKind, Section
from knowledge.facts import Role, RoleFact
from knowledge.parsing.addressees import ORGANISATION_END, Addressee, split_addressees
from knowledge.parsing.role_statements import WHO
from knowledge.parsing.roles import holds_nothing
from knowledge.parsing.sentences import split_sentences
from knowledge.parsing.tables import Table, heads_group

_WHO = (
    rf"(?P<who>(?:[A-ZÅÄÖ][\wåäöÅÄÖ&-]*\s+(?:(?:och|för|i|av|samt)\s+)?){{0,6}}?[\wåäöÅÄÖ&-]*(?:{ORGANISATION_END}|direktör(?:en)?|chef(?:en)?|ledare(?:n)?|ägare(?:n)?|samordnare(?:n)?|rektor(?:n)?|styrgruppen|representanterna)"
    r"(?:\s(?:för|i)\s[A-ZÅÄÖ][\wåäö]+(?:\s(?:och|&)\s[A-ZÅÄÖ]?[\wåäö]+)?)?(?:\s\([^)]{1,30}\))?)"
)
_RESPONSIBLE_IS = re.compile(
    r"^(?:Huvuda|A)nsvarig[at]?(?: nämnd| chef| förvaltning)? för\s+(?P<what>[^.:]{3,160}?)\s+är\s+(?P<who>[^.]{2,160})\.?$"
)
_IS_RESPONSIBLE = re.compile(
    rf"^(?:§\s?\d{{1,3}}\s+)?(?:{_WHO}|(?-i:(?P<person>{WHO})))\s+(?:är(?:\s+(?:ytterst|huvud|gemensamt|också|även))?\s*(?:huvud)?ansvariga?|har(?:\s+\w+)?\s+(?:huvud)?ansvar(?:et)?|ansvarar)\s+(?:för\s+)(?P<what>[^.;]{{3,220}})",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"ansvar|^delegat$|^ägare$|^vem$|^svarar för$|^utförs av$", re.IGNORECASE)
_WHAT = re.compile(
    r"uppdrag|^arbete|uppgift|^vad\b|insats|åtgärd|aktivitet|indikator|nyckeltal|\bmått\b|\brisk\b|^ärende|moment|leverans",
    re.IGNORECASE,
)
_LONGEST = 200
_GENERIC = re.compile(r"^(?:Den|Det|De|Detta|Dessa|Varje|Respektive|Ingen|Alla|Vem)\b")


def responsible_cells(table: Table) -> Iterator[RoleFact]:
    """Yield who answers for each row of a table that has a column for it, of the person or the unit that decides too."""
    column = next((n for n, name in enumerate(table.header) if _COLUMN.search(name)), None)
    if not column:  # none, or the rows are named by those who answer for them
        return
    what = next((n for n, name in enumerate(table.header) if n != column and _WHAT.search(name)), None)
    for row in table.rows:
        if not column < len(row.cells) <= len(table.header) or heads_group(row, table):
            continue
        who = row.cells[column]
        subject = row.cells[what] if what is not None else ""
        subject = subject or next((cell for n, cell in enumerate(row.cells) if cell and n != column), "")
        if not subject or not who or holds_nothing(who) or len(who) > _LONGEST:
            continue
        for each in split_addressees(who):
            yield RoleFact(
                span=row.span,
                subject=subject,
                section=table.section,
                header_span=table.header_span,
                role=Role.RESPONSIBLE,
                holder=each.name,
                detail=each.detail,
            )


def responsibilities(section: Section, subject: str, trail: str) -> Iterator[RoleFact]:
    """Yield a role for each sentence such as "Ansvarig för realiseringen är uppdragsägaren" or "X ansvarar för Y"."""
    for block in section.blocks:
        if block.kind is BlockKind.TABLE_ROW or "nsvar" not in block.text:
            continue
        for part in split_sentences(block.content):
            if "nsvar" not in part.text:
                continue
            match = _RESPONSIBLE_IS.match(part.text) or _IS_RESPONSIBLE.match(part.text)
            person = match.groupdict().get("person") if match is not None else None
            who = person or (match["who"] if match is not None else "")
            if match is None or _GENERIC.match(who):
                continue
            for each in (Addressee(person),) if person else split_addressees(who):
                yield RoleFact(
                    span=part.span(),
                    subject=subject,
                    section=trail,
                    role=Role.RESPONSIBLE,
                    holder=each.name,
                    detail=match["what"].strip(),
                )
