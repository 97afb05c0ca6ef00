"""Whose assignments: from a person in Slack over the titles they have to the assignments that name them."""

from dataclasses import dataclass
from datetime import date

from bot.assignment_cards import RegisterAssignments
from bot.parts import AssignmentCard, Member, OwnPage
from bot.register_statuses import WRITING_ROLES
from knowledge.facts import RoleFact
from knowledge.holders import Holders, names_title
from knowledge.register import Register
from knowledge.scope import Scope


@dataclass(frozen=True)
class RegisterOwnAssignments:
    """Finds a person's assignments by name, and by the titles that the list of holders gives the person.

    The list knows a person by address in Slack; by name alone only when the person has confirmed it once, since
    two people may share a name.
    """

    register: Register
    holders: Holders
    cards: RegisterAssignments
    organisation: str = ""

    def of(self, member: Member, confirmed: str | None, today: date, limit: int) -> OwnPage:
        """Return the assignments; `confirmed` is whom the person said to be, empty nobody, None not asked yet."""
        titles, asks = [], ""
        for holder in self.holders.holders(today):
            by_address = bool(member.email) and holder.slack_email.casefold() == member.email.casefold()
            if by_address or (confirmed and holder.person == confirmed):
                titles.append(holder.title)
            elif confirmed is None and member.name and holder.person.casefold() == member.name.casefold():
                asks = holder.person
        return OwnPage(self._assignments(member.name, titles, today, limit), "" if titles else asks)

    def _assignments(
        self, name: str, titles: list[str], today: date, limit: int
    ) -> tuple[AssignmentCard, ...]:
        numbers: dict[int, None] = {}
        for entry in self.register.facts_with(("role",), Scope(organisation=self.organisation)):
            fact = entry.fact
            if (
                not isinstance(fact, RoleFact)
                or fact.role not in WRITING_ROLES
                or entry.assignment_id is None
            ):
                continue
            is_named = bool(name) and name.casefold() in fact.holder.casefold()
            if is_named or any(names_title(fact.holder, title) for title in titles):
                numbers[entry.assignment_id] = None
        cards: dict[int, AssignmentCard] = {}
        for number in numbers:
            if card := self.cards.card(number, today):
                cards[card.assignment.id] = card
            if len(cards) == limit:
                break
        return tuple(cards.values())
