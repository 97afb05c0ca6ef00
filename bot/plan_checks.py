"""Set a draft beside the plan of its assignment, and say in plain words what does not fit, with the plan's source."""

from dataclasses import dataclass, replace
from datetime import date

from bot import texts
from bot.status_drafts import PlanWarning, StatusDraft
from knowledge.entries import SourceQuote
from knowledge.register import Register
from knowledge.status_checks import CHECKED_KINDS, PlanMisfit, misfits


@dataclass(frozen=True)
class PlanChecks:
    """Checks drafts against the register's decision points and deadlines."""

    register: Register

    def __call__(self, draft: StatusDraft, message: str, today: date) -> StatusDraft:
        """Return the draft with what does not fit the plan; raises RegisterError."""
        if draft.assignment is None or draft.withdraws:
            return replace(draft, warnings=())
        number = draft.assignment.id
        found = misfits(
            draft.state,
            draft.details,
            message,
            self.register.facts_of_assignment(number, CHECKED_KINDS),
            self.register.status_history(number),
            today,
            self.register.words,
        )
        return replace(draft, warnings=tuple(map(_warning, found)))


def _warning(misfit: PlanMisfit) -> PlanWarning:
    words = texts.PLAN_MISFIT[misfit.kind].format(said=misfit.said, point=misfit.point, when=misfit.when)
    return PlanWarning(words, misfit.source.quote, _place(misfit.source))


def _place(source: SourceQuote) -> str:
    page = texts.PAGE.format(page=source.page) if source.page is not None else ""
    return ", ".join(part for part in (source.document.title, page) if part)
