"""Unfilled: what a template leaves blank, or still holds its instructions to whoever is to fill it in."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, BlockKind, Section
from knowledge.facts import UnfilledFact
from knowledge.parsing.role_labels import role_of
from knowledge.parsing.roles import holds_nothing

_EMPTY_FIELD = re.compile(
    r"^(?P<label>Diarienummer|Dnr|Diarienr|Ärendenummer|Uppdrag|Projekt|Version|Utgåva|Datum|Beslutsdatum|Fastställd(?: av)?|Godkänd(?: av)?|Uppdragsnummer|Giltig(?:hetstid| till)|Dokumentansvarig|Uppdragsägare|Uppdragsledare|Projektledare|Projektägare|Beställare|Namnförtydligande|Budget|Finansiering)\s*:\s*(?P<value>.{0,24})$",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"^(?:[\[<(]\s*)?(?:Beskriv|Ange|Fyll i|Skriv|Klicka|Här (?:anges|beskrivs|fyller|skriver)|Redogör för|Lista|Infoga|Välj|Ersätt|Anges? här)\b[^.]{0,300}(?:\.|[\])>]|$)",
    re.IGNORECASE,
)


def says_nothing(block: Block) -> bool:
    """Tell a block that holds no answer of its own: a blank, an instruction, the header of a table."""
    return (
        holds_nothing(block.text)
        or _INSTRUCTION.match(block.text) is not None
        or (block.is_header and block.kind is BlockKind.TABLE_ROW)
    )


def is_field(block: Block) -> bool:
    """Tell a line that is one of the fields at a template's top, filled in or not."""
    return _EMPTY_FIELD.match(block.text) is not None


def empty_fields(section: Section, subject: str, trail: str) -> Iterator[UnfilledFact]:
    """Yield the fields of a section that nothing stands in."""
    for block in section.blocks:
        field = _EMPTY_FIELD.match(block.text)
        if field is None:
            continue
        is_blank = not field["value"].strip()
        if is_blank or (holds_nothing(field["value"]) and role_of(field["label"]) is None):
            yield UnfilledFact(span=block.span, subject=subject, section=trail, label=field["label"])
