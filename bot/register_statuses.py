"""The register's page of status updates, for the bot."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.plan_checks import PlanChecks
from bot.status_drafts import Candidate, StatusDraft
from knowledge.entries import StatusUpdate
from knowledge.errors import StatusGoneError
from knowledge.facts import Role, RoleFact
from knowledge.register import Register
from knowledge.scope import Scope
from knowledge.updates import SaidStatus, Updates

WRITING_ROLES = frozenset({Role.OWNER, Role.LEADER, Role.COORDINATOR, Role.RESPONSIBLE, Role.MEMBER})


@dataclass(frozen=True)
class RegisterStatusBook:
    """Reads and writes statuses; `organisation` limits the assignments when set."""

    register: Register
    updates: Updates
    organisation: str = ""

    def record(self, key: str, draft: StatusDraft, author: str, at: datetime, original: str) -> bool:
        """Write a complete draft, once for its key; false when what it corrects stands no longer.

        Raises RegisterError.
        """
        if draft.assignment is None or draft.state is None:
            raise ValueError("an incomplete draft cannot be written")
        report = SaidStatus(
            draft.assignment.id, draft.state, draft.text, author, at, original, draft.dates, draft.details
        )
        try:
            self.updates.record_status_update(report, key=key, replaces=draft.corrects or None)
        except StatusGoneError:
            return False
        return True

    def checked(self, draft: StatusDraft, message: str, today: date) -> StatusDraft:
        """Return the draft with what of it does not fit the plan. Raises RegisterError."""
        return PlanChecks(self.register)(draft, message, today)

    def withdraw(self, number: int, author: str, at: datetime, reason: str) -> bool:
        """Take back the update with the number; false when it was taken back before. Raises RegisterError."""
        withdrawal = self.updates.withdraw(number, author, at, reason).withdrawal
        return withdrawal is not None and (withdrawal.author, withdrawal.at) == (author, at)

    def undo(self, key: str, author: str, at: datetime) -> bool:
        """Take back the update with the key; false when it stands no longer. Raises RegisterError."""
        try:
            self.updates.undo(key, author, at)
        except StatusGoneError:
            return False
        return True

    def of_message(self, key: str) -> tuple[StatusUpdate, ...]:
        """Return what stands of the updates that a message gave."""
        return tuple(self.updates.of_message(key))

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
