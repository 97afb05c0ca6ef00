"""The form for a person's own weekly digest."""

from bot import texts
from bot.actions import DIGEST_FORM
from bot.outgoing import Modal
from bot.status_drafts import Candidate
from bot.views import digest_fields
from bot.views.elements import context
from bot.weekly_digest import DigestSubscription


def render(wanted: DigestSubscription, boards: tuple[str, ...], assignments: tuple[Candidate, ...]) -> Modal:
    """Return the form as the person has chosen."""
    blocks = (
        *digest_fields.when(wanted.when.weekday, wanted.when.at.hour),
        digest_fields.language(wanted.language),
        *digest_fields.boards(boards, wanted.boards, texts.DIGEST_BOARDS_HINT),
        *digest_fields.assignments(
            assignments, wanted.assignments, texts.DIGEST_ASSIGNMENTS, texts.DIGEST_ASSIGNMENTS_HINT
        ),
        context(texts.DIGEST_FORM_NOTE),
    )
    return Modal(texts.DIGEST_TITLE, blocks, texts.STATUS_CANCEL, texts.STATUS_SAVE, DIGEST_FORM)
