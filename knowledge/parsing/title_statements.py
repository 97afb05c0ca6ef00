"""Title statements: who holds a title, as sentences say it ("Skolchef är för grundskolan Bo Ek och för förskolan Eva Ro")."""

import re
from collections.abc import Iterator

from knowledge.blocks import BlockKind, Section
from knowledge.facts import NamedCell, RowFact
from knowledge.parsing.role_labels import role_of
from knowledge.parsing.role_statements import PERSON
from knowledge.parsing.sentences import split_sentences, trail_of

_TITLE = r"(?:tf\.?\s|[Tt]illförordnad\s|[Bb]iträdande\s)?[A-ZÅÄÖa-zåäö][a-zåäö-]*(?:chef|direktör|rektor|ansvarig|samordnare|strateg|ombud|\bvd|föreståndare|kontrollant)"
_PART = r"(?:för|vid|på|i)\s[a-zåäö]+(?:(?:\s[a-zåäö]+){0,2}?|\s[A-ZÅÄÖ][a-zåäö]+)"
# A lesser title may stand before the name: "områdeschef för akutvård, Jens Fridell".
_WHO = rf"(?:(?:[a-zåäö]+\s)?[a-zåäö-]*(?:chef|direktör|rektor|läkare|ledare|strateg|samordnare|ingenjör)(?:\s(?:för|i|på|vid)\s[A-ZÅÄÖa-zåäö -]{{3,40}}?,)?\s)?{PERSON}"
_IS = re.compile(
    rf"(?<![\w-])(?P<title>{_TITLE})(?:\s(?P<part>{_PART}))?(?:\senligt\s[a-zåäö]+)?\s(?:är|heter|blir)\s(?:(?P<part1>{_PART})\s)?(?P<who>{_WHO})(?:,?\soch\s(?P<part2>{_PART})\s(?P<who2>{_WHO}))?"
)
_INVERTED = re.compile(rf"\b(?:är|blir)\s(?P<who>{PERSON})\s(?P<title>{_TITLE})(?![\w-])")
_LONGEST = 2000


def title_statements(section: Section, title: str) -> Iterator[RowFact]:
    """Yield a row of a title and its holder for each that a section's sentences name; roles are left to their grammar."""
    for block in section.blocks:
        if block.kind is BlockKind.TABLE_ROW or len(block.text) > _LONGEST:
            continue
        for sentence in split_sentences(block.content):
            for found in (*_IS.finditer(sentence.text), *_INVERTED.finditer(sentence.text)):
                if role_of(found["title"]) is not None:
                    continue
                groups = found.groupdict()
                pairs = [(groups.get("part") or groups.get("part1"), found["who"])]
                if groups.get("who2"):
                    pairs.append((groups["part2"], groups["who2"]))
                for part, who in pairs:
                    yield RowFact(
                        span=sentence.span(),
                        subject=section.trail[-1] if section.trail else title,
                        section=trail_of(section),
                        cells=(NamedCell(" ".join(filter(None, (found["title"], part))), who),),
                    )
