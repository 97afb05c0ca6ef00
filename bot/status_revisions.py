"""What an edited or deleted message means for what was saved from it: corrections, and questions whether to take back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot import texts
from bot.status_drafts import Candidate, StatusDraft
from knowledge.entries import StatusUpdate


def revisions(standing: Sequence[StatusUpdate], drafts: Sequence[StatusDraft]) -> tuple[StatusDraft, ...]:
    """Return what is to be decided: `standing` was saved from the message, `drafts` is how it reads now."""
    return tuple(_revisions({each.assignment_id: each for each in standing}, drafts))


def _revisions(saved: dict[int, StatusUpdate], drafts: Sequence[StatusDraft]) -> Iterator[StatusDraft]:
    unclear = [draft for draft in drafts if draft.assignment is None]
    for draft in drafts:
        former = saved.pop(draft.assignment.id, None) if draft.assignment else None
        if former is not None and not _says_the_same(former, draft):
            yield replace(draft, corrects=former.id, before=_in_words(former))
        elif former is None and draft.assignment is not None:
            yield draft
    if len(unclear) == len(saved) == 1:  # the one whose name is no longer understood
        (former,) = saved.values()
        yield replace(unclear[0], corrects=former.id, before=_in_words(former))
        return
    yield from unclear
    for former in saved.values():
        meant = (Candidate(former.assignment_id, former.assignment),)
        yield StatusDraft(
            meant, former.state, former.text, former.dates, details=former.details, withdraws=former.id
        )


def _says_the_same(former: StatusUpdate, draft: StatusDraft) -> bool:
    return (former.state, former.text, former.details) == (draft.state, draft.text, draft.details)


def _in_words(former: StatusUpdate) -> str:
    return " – ".join(part for part in (texts.STATE[former.state], former.text) if part)
