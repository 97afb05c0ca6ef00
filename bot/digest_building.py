"""Build the weekly digest: the register's material, what of it belongs in the week, and how each thing is said."""

import re
from dataclasses import dataclass, replace
from datetime import date, tzinfo

from bot import texts
from bot.weekly_digest import SpokenSection, WeeklyDigest
from knowledge.digest import (
    KINDS_OF_FACTS,
    DigestItem,
    DigestKind,
    DigestMaterial,
    DigestSection,
    what_belongs,
)
from knowledge.register import Register
from knowledge.scope import Scope
from retrieval.wording import MONTH_NAMES

LONGEST_WORDS = 300


@dataclass(frozen=True)
class RegisterDigests:
    """Builds digests from the register; `zone` tells which day a status came."""

    register: Register
    zone: tzinfo
    organisation: str = ""

    def digest(self, _channel: str, today: date) -> WeeklyDigest:
        """Return the digest; every channel is told the same as long as channels have no scope of their own."""
        scope = Scope(organisation=self.organisation)
        material = DigestMaterial(
            facts=self.register.facts_with(KINDS_OF_FACTS, scope),
            statuses=self.register.status_updates(scope),
            documents=self.register.documents(scope),
            assignments=self.register.assignments(scope),
            zone=self.zone,
        )
        found = what_belongs(today, material)
        sections = tuple(
            SpokenSection(
                each.kind, tuple(dict.fromkeys(sentence(each.kind, item) for item in by_matter(each)))
            )
            for each in found.sections
        )
        return WeeklyDigest(found.week, sections)


def by_matter(section: DigestSection) -> tuple[DigestItem, ...]:
    """Return the items; decisions by day, board and paragraph, all that was decided on one matter as one."""
    if section.kind is not DigestKind.DECISIONS:
        return section.items
    matters: dict[tuple[str, str, date | None], DigestItem] = {}
    for item in section.items:
        key = (item.when, item.subject, item.day)
        known = matters.get(key)
        matters[key] = replace(known, what=f"{known.what} {item.what}") if known else item
    return tuple(sorted(matters.values(), key=_place_in_minutes))


def _place_in_minutes(item: DigestItem) -> tuple[date, str, tuple[int, ...], str]:
    """Order by day, board and paragraph, whose numbers count as numbers: § 93 comes before § 100."""
    board, _, paragraph = item.when.partition("§")
    numbers = tuple(int(number) for number in re.findall(r"\d+", paragraph))
    return (item.day or date.min, board, numbers, paragraph)


def sentence(kind: DigestKind, item: DigestItem) -> str:
    """Return an item in one line: when first where time matters, then what, then who said so or where it stands."""
    return _told(kind, replace(item, subject=item.subject[:1].upper() + item.subject[1:]))


def _told(kind: DigestKind, item: DigestItem) -> str:
    what = (
        item.what if len(item.what) <= LONGEST_WORDS else item.what[:LONGEST_WORDS].rpartition(" ")[0] + " …"
    )
    if item.status is not None and kind is DigestKind.STATUS:
        state = f"{texts.STATE_MARK[item.status.state]} {texts.STATE[item.status.state]}"
        words = f"{item.subject}: {state}" + (f" – {item.status.text}" if item.status.text else "")
        return f"{words} ({item.status.author}, {item.when or item.status.at.date().isoformat()})"
    if kind is DigestKind.DECISIONS:
        place = ", ".join(part for part in (item.when, _said(item.day) if item.day else "") if part)
        return f"{place}: {item.subject} – {what}"
    if kind is DigestKind.DOCUMENTS:
        return item.subject
    if kind is DigestKind.SILENT:
        return ", ".join(part for part in (item.subject, what, item.when) if part)
    return (f"{_when(item)}: " if item.when else "") + ", ".join(
        part for part in (item.subject.rstrip("."), what) if part
    )


def _said(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _when(item: DigestItem) -> str:
    """Return when in plain words: figures alone ("2026-12-15", "261215") as a date is said."""
    if item.day is not None and re.fullmatch(r"[\d\s/.\-–]+", item.when) and len(item.when) > 4:
        return _said(item.day)
    return item.when.removeprefix("den ").removeprefix("Den ")
