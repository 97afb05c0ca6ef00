"""The register's page of status updates, for the bot."""

from dataclasses import dataclass
from datetime import datetime

from bot.status_drafts import Candidate, StatusDraft
from knowledge.entries import StatusUpdate
from knowledge.facts import Role, RoleFact
from knowledge.register import Register
from knowledge.scope import Scope
from knowledge.updates import Updates

WRITING_ROLES = frozenset({Role.OWNER, Role.LEADER, Role.COORDINATOR, Role.RESPONSIBLE, Role.MEMBER})


@dataclass(frozen=True)
class RegisterStatusBook:
    """Reads and writes statuses; `organisation` limits the assignments when set."""

    register: Register
    updates: Updates
    organisation: str = ""

    def record(self, key: str, draft: StatusDraft, author: str, at: datetime, original: str) -> None:
        """Write a complete draft; the same key is written once. Raises RegisterError."""
        if draft.assignment is None or draft.state is None:
            raise ValueError("an incomplete draft cannot be written")
        self.updates.record_status_update(
            draft.assignment.id, draft.state, draft.text, author, at, original, draft.dates, key=key
        )

    def assignments(self) -> tuple[Candidate, ...]:
        """Return every assignment that can be reported on, by title."""
        return tuple(Candidate(each.id, each.title) for each in self.register.assignments(self._scope))

    def latest(self, limit: int) -> tuple[StatusUpdate, ...]:
        """Return the newest status of each assignment that has one, newest first."""
        return tuple(self.register.latest_statuses(self._scope)[:limit])

    def people(self, assignment_id: int) -> tuple[str, ...]:
        """Return who holds a role in the assignment, as the documents name them."""
        facts = (entry.fact for entry in self.register.facts_of_assignment(assignment_id, ("role",)))
        return tuple(
            fact.holder for fact in facts if isinstance(fact, RoleFact) and fact.role in WRITING_ROLES
        )

    @property
    def _scope(self) -> Scope:
        return Scope(organisation=self.organisation)
