"""Files dropped to the bot: fetch each, show what was read in it, and ask whether it belongs in the register."""

from dataclasses import dataclass

from bot import texts
from bot.document_intake import LARGEST_DOCUMENT, Intake, SharedFile, Standing, WaitingDocument
from bot.durable import Steps
from bot.editors import Editors
from bot.errors import SlackRefusedError
from bot.guard import escape
from bot.incoming import IncomingMessage
from bot.outgoing import Outgoing
from bot.parts import Slack
from bot.views import document_offer
from bot.workflows.access import Access

MOST_FILES = 10  # in one message


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that waits, or why it could not be fetched; stored with unfinished work."""

    document: WaitingDocument | None
    refusal: str = ""


@dataclass(frozen=True)
class OfferDocuments:
    """Reads files for those who may change the register; nothing is written to it yet."""

    slack: Slack
    access: Access
    editors: Editors
    intake: Intake

    def __call__(self, steps: Steps, key: str, message: IncomingMessage) -> None:
        """Offer each file in a message of its own, in the thread."""
        if not self.access.may_use(steps, message.user, message.team):
            return
        may_edit = steps.attempt(
            "check the right to edit", bool, lambda: self.editors.may_edit(message.user, message.team)
        )
        if not may_edit:
            self._say(steps, message, texts.DOCUMENT_NOT_ALLOWED, f"{key}:not_allowed")
            return
        for number, file in enumerate(message.files[:MOST_FILES]):
            self._offer(steps, message, file, f"{key}:document:{number}")
        if (left := len(message.files) - MOST_FILES) > 0:
            words = texts.DOCUMENTS_LEFT.format(most=MOST_FILES, left=left)
            self._say(steps, message, words, f"{key}:left")

    def _offer(self, steps: Steps, message: IncomingMessage, file: SharedFile, key: str) -> None:
        ts = self._say(steps, message, texts.DOCUMENT_READING.format(name=escape(file.name)), key)
        fetched = steps.attempt("fetch", Fetched, lambda: self._fetched(file))
        card = steps.run("read", Outgoing, lambda: self._card(file, fetched, message))
        steps.attempt("show", type(None), lambda: self.slack.update(message.place, ts, card))

    def _fetched(self, file: SharedFile) -> Fetched:
        try:
            content = self.slack.fetch(file.id, LARGEST_DOCUMENT)
        except SlackRefusedError as error:
            return Fetched(None, _reason(error.code))
        return Fetched(self.intake.keep(content))

    def _card(self, file: SharedFile, fetched: Fetched, message: IncomingMessage) -> Outgoing:
        if fetched.document is None:
            return document_offer.refused(file.name, fetched.refusal)
        reading = self.intake.read(fetched.document)
        if reading.refusal or reading.standing is Standing.KNOWN:
            self.intake.discard(fetched.document)
        return document_offer.render(fetched.document, reading, in_channel=not message.is_direct)

    def _say(self, steps: Steps, message: IncomingMessage, words: str, key: str) -> str:
        note = Outgoing(words)
        return steps.attempt("say", str, lambda: self.slack.post(message.place, note, key))


def _reason(code: str) -> str:
    if code == "file_too_large":
        return texts.FILE_TOO_LARGE.format(most=LARGEST_DOCUMENT // 1024**2)
    return texts.FILE_REFUSED.get(code, texts.FILE_NOT_FETCHED)
