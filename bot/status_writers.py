"""Who may write a status: every full member, or only the assignment's people and a group."""

from dataclasses import dataclass

from bot.parts import Member, Slack, StatusBook


@dataclass(frozen=True)
class StatusWriters:
    """Decides who may write; `assigned_only` is KANSLI_STATUS_WRITERS=assigned, `group` its user group."""

    slack: Slack
    book: StatusBook
    assigned_only: bool = False
    group: str = ""

    def may_write(self, member: Member, assignment_id: int) -> bool:
        """Tell whether the person may write the status of the assignment."""
        if not member.may_use:
            return False
        if not self.assigned_only or self.is_trusted(member.user):
            return True
        name = member.name.casefold()
        return bool(name) and any(name in holder.casefold() for holder in self.book.people(assignment_id))

    def is_trusted(self, user: str) -> bool:
        """Tell whether the person belongs to the group that may write every status."""
        return bool(self.group) and user in self.slack.group(self.group)
