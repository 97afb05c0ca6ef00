"""Build the weekly digest: the register's material, what of it belongs in the week, and how each thing is said."""

import re
from dataclasses import dataclass, replace
from datetime import date, tzinfo

from bot import texts
from bot.digest_words import DigestWords, digest_words
from bot.status_words import said_in
from bot.weekly_digest import DigestSubscription, SpokenItem, SpokenSection, WeeklyDigest
from knowledge.digest import (
    KINDS_OF_FACTS,
    DigestItem,
    DigestKind,
    DigestMaterial,
    DigestSection,
    trend,
    what_belongs,
)
from knowledge.facts import Role
from knowledge.register import Register
from knowledge.scope import Scope
from knowledge.timeline import Timeline, timeline
from retrieval.wording import role_name

LONGEST_WORDS = 300


@dataclass(frozen=True)
class RegisterDigests:
    """Builds digests from the register; `zone` tells which day a status came."""

    register: Register
    zone: tzinfo
    organisation: str = ""

    def digest(self, wanted: DigestSubscription, today: date, since: date | None) -> WeeklyDigest:
        """Return the digest of what the subscription is about; new is what came after `since`."""
        words = digest_words(wanted.language)
        found = what_belongs(today, self.material(wanted), since)
        sections = tuple(
            SpokenSection(
                each.kind, tuple(dict.fromkeys(spoken(each.kind, item, words) for item in by_matter(each)))
            )
            for each in found.sections
        )
        return WeeklyDigest(found.week, sections, wanted.language)

    def timeline(self, wanted: DigestSubscription, today: date) -> Timeline:
        """Return the decision points around today of what the subscription is about."""
        return timeline(today, self.material(wanted))

    def material(self, wanted: DigestSubscription) -> DigestMaterial:
        """Return what the register holds of what the subscription is about."""
        scope = Scope(organisation=self.organisation or wanted.organisation)
        return DigestMaterial(
            facts=self.register.facts_with(KINDS_OF_FACTS, scope),
            statuses=self.register.status_updates(scope),
            documents=self.register.documents(scope),
            assignments=self.register.assignments(scope),
            zone=self.zone,
        ).concerning(wanted.boards, (*wanted.assignments, *wanted.followed))


def by_matter(section: DigestSection) -> tuple[DigestItem, ...]:
    """Return the items; decisions by day, board and paragraph, all that was decided on one matter as one."""
    if section.kind is not DigestKind.DECISIONS:
        return section.items
    matters: dict[tuple[str, str, date | None], DigestItem] = {}
    for item in section.items:
        key = (item.when, item.subject, item.day)
        known = matters.get(key)
        matters[key] = (
            replace(known, what=f"{known.what} {item.what}", sources=(*known.sources, *item.sources))
            if known
            else item
        )
    return tuple(sorted(matters.values(), key=_place_in_minutes))


def _place_in_minutes(item: DigestItem) -> tuple[date, str, tuple[int, ...], str]:
    """Order by day, board and paragraph, whose numbers count as numbers: § 93 comes before § 100."""
    board, _, paragraph = item.when.partition("§")
    numbers = tuple(int(number) for number in re.findall(r"\d+", paragraph))
    return (item.day or date.min, board, numbers, paragraph)


def spoken(kind: DigestKind, item: DigestItem, words: DigestWords) -> SpokenItem:
    """Return an item in one line, where it stands, and a question by which to learn more of it."""
    told = sentence(kind, item, words)
    if kind is DigestKind.DECISIONS:
        return SpokenItem(told, item.sources, texts.ASK_DECIDED.format(words=item.subject))
    if kind is DigestKind.DOCUMENTS and item.document is not None:
        question = texts.ASK_ABOUT.format(words=item.document.title)
        return SpokenItem(told, question=question, url=item.document.url)
    return SpokenItem(told, item.sources)


def sentence(kind: DigestKind, item: DigestItem, words: DigestWords) -> str:
    """Return an item in one line: when first where time matters, then what, then who said so or where it stands."""
    return _told(kind, replace(item, subject=item.subject[:1].upper() + item.subject[1:]), words)


def _told(kind: DigestKind, item: DigestItem, words: DigestWords) -> str:
    said = said_in(item.status) if kind is DigestKind.STATUS and item.status else item.what
    what = said if len(said) <= LONGEST_WORDS else said[:LONGEST_WORDS].rpartition(" ")[0] + " …"
    if kind is DigestKind.STATUS:
        return _status(item, what, words)
    if kind is DigestKind.DECISIONS:
        place = ", ".join(part for part in (item.when, words.day(item.day) if item.day else "") if part)
        return f"{place}: {item.subject} – {what}"
    if kind is DigestKind.DOCUMENTS:
        return ", ".join(part for part in (item.subject, words.day(item.day) if item.day else "") if part)
    if kind is DigestKind.SILENT:
        return f"{item.subject} ({_last_report(item, words)})"
    if kind is DigestKind.CONFLICTS:
        said = " / ".join(_version(each, words) for each in item.versions)
        versions = words.points_differ.format(versions=said)
        what = role_name(Role(what), words.language).lower() if what in set(Role) else what
        return f"{item.subject}, {what}: {versions}" if what else f"{item.subject}: {versions}"
    return (f"{_when(item, words)}: " if item.when else "") + ", ".join(
        part for part in (item.subject.rstrip("."), what or words.due) if part
    )


def _status(item: DigestItem, what: str, words: DigestWords) -> str:
    """Return a status with what it was before: mark, word, arrow and word again, so that no colour is needed."""
    assert item.status is not None
    now, before = item.status.state, item.before.state if item.before else None
    turned = words.trend[trend(now, before)].format(before=words.state[before] if before else "")
    told = f"{item.subject}: {texts.STATE_MARK[now]} {words.state[now]} ({turned})" + (
        f" – {what}" if what else ""
    )
    return f"{told} ({item.status.author}, {words.day(item.day or item.status.at.date())})"


def _last_report(item: DigestItem, words: DigestWords) -> str:
    if item.status is None or item.day is None:
        return words.never_reported
    return words.last_reported.format(state=words.state[item.status.state], day=words.day(item.day))


def _version(said: str, words: DigestWords) -> str:
    """Return what one of the documents that disagree says: a name, or a day in words."""
    try:
        return words.day(date.fromisoformat(said))
    except ValueError:
        return said


def _when(item: DigestItem, words: DigestWords) -> str:
    """Return when in plain words: figures alone ("2026-12-15", "261215") as a date is said."""
    if item.day is not None and re.fullmatch(r"[\d\s/.\-–]+", item.when) and len(item.when) > 4:
        return words.day(item.day)
    return item.when.removeprefix("den ").removeprefix("Den ")
