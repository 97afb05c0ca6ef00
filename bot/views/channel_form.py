"""The form for how the bot behaves in a channel."""

from bot import texts
from bot.actions import CHANNEL_FORM, FIELD_ANSWERS, FIELD_DIGEST, FIELD_LISTENING, FIELD_ORGANISATION
from bot.channel_settings import ChannelSettings
from bot.outgoing import Block, Modal
from bot.status_drafts import Candidate
from bot.views import digest_fields
from bot.views.elements import context, field, menu, radio_buttons
from bot.weekly_digest import DigestSubscription

ALL = "alla"
YES, NO = "yes", "no"


def render(
    settings: ChannelSettings,
    organisations: tuple[str, ...],
    boards: tuple[str, ...],
    assignments: tuple[Candidate, ...],
    private: str,
    *,
    digest: DigestSubscription | None,
) -> Modal:
    """Return the form as the channel is set; a choice of bodies is left out where there is but one to choose.

    `digest` is what the channel wants, None when it gets no digest.
    """
    blocks: list[Block] = []
    if len(organisations) > 1:
        chosen = settings.organisation
        named = {texts.CHANNEL_ALL_ORGANISATIONS: ALL} | digest_fields.named(organisations, (chosen,))
        blocks.append(field(FIELD_ORGANISATION, texts.CHANNEL_ORGANISATION, menu(named, chosen or ALL)))
    blocks += digest_fields.boards(boards, settings.boards, texts.CHANNEL_BOARDS_HINT)
    listening = {texts.CHANNEL_MENTIONED: NO, texts.CHANNEL_EVERY_QUESTION: YES}
    answers = {texts.CHANNEL_OPEN: NO, texts.CHANNEL_PRIVATE: YES}
    wanted = {texts.CHANNEL_DIGEST_OFF: NO, texts.CHANNEL_DIGEST_ON: YES}
    blocks += [
        field(
            FIELD_LISTENING, texts.CHANNEL_LISTENING, radio_buttons(listening, _said(settings.every_question))
        ),
        field(FIELD_ANSWERS, texts.CHANNEL_ANSWERS, radio_buttons(answers, _said(settings.is_private))),
        field(FIELD_DIGEST, texts.CHANNEL_DIGEST, radio_buttons(wanted, _said(digest is not None))),
        *digest_fields.when(settings.digest_day, settings.digest_hour),
        digest_fields.language(digest.language if digest else ""),
        *digest_fields.assignments(
            assignments,
            digest.assignments if digest else (),
            texts.CHANNEL_ASSIGNMENTS,
            texts.CHANNEL_ASSIGNMENTS_HINT,
        ),
        context(texts.CHANNEL_FORM_NOTE),
    ]
    return Modal(
        texts.CHANNEL_TITLE, tuple(blocks), texts.STATUS_CANCEL, texts.STATUS_SAVE, CHANNEL_FORM, private
    )


def _said(value: bool) -> str:
    return YES if value else NO
