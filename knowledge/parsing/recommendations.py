"""Recommendations: what auditors and reports recommend, and to whom."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, BlockKind, ReadDocument, Section, sections
from knowledge.facts import FocusFact
from knowledge.parsing.sentences import split_sentences, trail_of

_HEADING = re.compile(r"rekommendation", re.IGNORECASE)
_WHO = r"(?P<who>(?:[A-ZÅÄÖa-zåäö][\wåäöÅÄÖ&-]*\s+(?:(?:och|för|samt)\s+)?){0,8}?[\wåäöÅÄÖ-]*(?:nämnd(?:en|erna)?|styrelse(?:n|rna)?|fullmäktige|utskottet|direktören|förvaltningen|bolaget|direktionen|regionen|kommunen|myndigheten))"
_RECOMMENDS = re.compile(
    rf"\b(?:[Vv]i|[Rr]evisorerna|[Rr]evisionen|[Uu]tredningen|[Rr]apporten|KPMG|PwC|EY|Deloitte|Ernst & Young)\s+(?:\w+\s+)?rekommenderar(?:\s+(?:därför|även|också|att))*\s+(?:{_WHO}\s+)?(?:att\b|följande)"
    rf"|\brekommenderar\s+(?:vi|revisorerna|revisionen)\s+(?:därför\s+)?(?P<who2>[^.:]{{3,80}}?)\s+att\b|(?P<who3>[A-ZÅÄÖ][^.:]{{3,60}}?)\s+rekommenderas\s+(?:att\b|:)"
)
_TO = re.compile(rf"(?:\btill\b|\brekommenderar\b|\brekommenderas\b)\s+{_WHO}", re.IGNORECASE)


def read_recommendations(document: ReadDocument) -> tuple[FocusFact, ...]:
    """Return each recommendation with whom it is made to, from lists under such headings and from sentences."""
    return tuple(fact for section in sections(document.blocks) for fact in _of_section(section))


def _of_section(section: Section) -> Iterator[FocusFact]:
    under = _HEADING.search(section.title) is not None
    whom = _recipient(section.title) if under else ""
    listed = under
    for block in section.blocks:
        if block.kind is BlockKind.LIST_ITEM:
            if listed:
                yield _fact(block, section, block.text, whom)
            continue
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        match = _RECOMMENDS.search(block.text) if "rekommend" in block.text else None
        leads = block.text.rstrip().endswith((":", "att"))
        if match is not None:
            whom = next((match[name].strip() for name in ("who", "who2", "who3") if match[name]), whom)
        listed = (match is not None and leads) or (under and (leads or match is None))
        if match is not None and not leads:
            for part in split_sentences(block.content):
                if _RECOMMENDS.search(part.text):
                    yield FocusFact(
                        span=part.span(),
                        subject=part.text[:160],
                        section=trail_of(section),
                        label="Rekommendation",
                        text=part.text,
                        recipient=whom,
                    )


def _recipient(words: str) -> str:
    match = _TO.search(words)
    return match["who"].strip() if match is not None else ""


def _fact(block: Block, section: Section, text: str, whom: str) -> FocusFact:
    return FocusFact(
        span=block.span,
        subject=text[:160],
        section=trail_of(section),
        label="Rekommendation",
        text=text,
        recipient=whom,
    )
