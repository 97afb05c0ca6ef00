"""Build the weekly digest: the register's material, what of it belongs in the week, and how each thing is said."""

from dataclasses import dataclass
from datetime import date, tzinfo

from bot import texts
from bot.weekly_digest import SpokenSection, WeeklyDigest
from knowledge.digest import KINDS_OF_FACTS, DigestItem, DigestKind, DigestMaterial, what_belongs
from knowledge.register import Register
from knowledge.scope import Scope

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
            SpokenSection(each.kind, tuple(dict.fromkeys(sentence(each.kind, item) for item in each.items)))
            for each in found.sections
        )
        return WeeklyDigest(found.week, sections)


def sentence(kind: DigestKind, item: DigestItem) -> str:
    """Return an item in one line: when first where time matters, then what, then who said so or where it stands."""
    what = (
        item.what if len(item.what) <= LONGEST_WORDS else item.what[:LONGEST_WORDS].rpartition(" ")[0] + " …"
    )
    if item.status is not None and kind is DigestKind.STATUS:
        state = f"{texts.STATE_MARK[item.status.state]} {texts.STATE[item.status.state]}"
        words = f"{item.subject}: {state}" + (f" – {item.status.text}" if item.status.text else "")
        return f"{words} ({item.status.author}, {item.when or item.status.at.date().isoformat()})"
    if kind is DigestKind.DECISIONS:
        place = ", ".join(part for part in (item.when, item.day.isoformat() if item.day else "") if part)
        return f"{place}: {item.subject} – {what}"
    if kind in {DigestKind.DOCUMENTS, DigestKind.SILENT}:
        return ", ".join(part for part in (item.subject, what, item.when) if part)
    return (f"{item.when}: " if item.when else "") + ", ".join(part for part in (item.subject, what) if part)
