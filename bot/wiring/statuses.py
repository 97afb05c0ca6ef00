"""The reader of status updates, joined to the register's assignments."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.plan_checks import PlanChecks
from bot.settings import Settings
from bot.status_drafts import Candidate, StatusDraft
from bot.wiring.register import OpenRegister
from knowledge.errors import ProposalError
from knowledge.register import Register
from knowledge.scope import Scope
from knowledge.status_agreement import LONGEST_MESSAGE, StatusModel, agreed
from knowledge.status_dates import told_date
from knowledge.status_message import KnownAssignment, ReadUpdate, StatusReading, is_question, read_status
from knowledge.status_usage import with_used_words
from knowledge.swedish_words import SwedishWords
from retrieval.status_reading import ModelStatusReader

SECONDS = 6.0  # that a person may have to wait for the model before the rules are believed alone
MOST_LISTED = 20  # assignments that the model chooses among
NAMES_IT = 0.5
MOST_FACTS = 60  # that are looked at for a word

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RegisterStatusReader:
    """Understands status updates about the assignments of the register."""

    register: Register
    words: SwedishWords
    organisation: str = ""
    model: StatusModel | None = None

    def __call__(self, text: str, today: date) -> tuple[StatusDraft, ...] | None:
        """Return what the message says of each assignment; None when it is no status update."""
        scope = Scope(organisation=self.organisation)
        known = [
            KnownAssignment(each.id, each.title, each.aliases) for each in self.register.assignments(scope)
        ]
        known = with_used_words(text, known, self.words, lambda word: self._users_of(word, scope))
        reading = read_status(text, known, self.words, today)
        if self.model and len(text) <= LONGEST_MESSAGE:
            reading = self._agreed(self.model, reading, text, known, today)
        if not reading.is_status:
            return None
        check = PlanChecks(self.register)
        return tuple(check(_draft(update), text, today) for update in reading.updates)

    def _users_of(self, word: str, scope: Scope) -> set[int]:
        """Return the assignments of whose facts the quoted words hold just this word."""
        stem = self.words.forms(word)[0]
        found = self.register.find_facts(word, scope=scope, limit=MOST_FACTS)
        return {
            entry.assignment_id
            for entry, _ in found
            if entry.assignment_id is not None and stem in self.words.terms(entry.source.quote)
        }

    def _agreed(
        self,
        model: StatusModel,
        reading: StatusReading,
        text: str,
        known: Sequence[KnownAssignment],
        today: date,
    ) -> StatusReading:
        """Return what the rules and the model agree on; the rules' reading when the model does not answer in time.

        Of messages that the rules take for no status, it is asked only when they name an assignment and ask nothing.
        """
        near = self.register.find_assignments(text, Scope(organisation=self.organisation), MOST_LISTED)
        if not reading.is_status and (is_question(text) or not near or near[0][1] < NAMES_IT):
            return reading
        meant = {each.id for update in reading.updates for each in update.candidates}
        meant |= {entry.id for entry, _ in near}
        listed = [each for each in known if each.id in meant]
        try:
            return agreed(reading, model.read(text, listed, today), text, listed)
        except ProposalError as error:
            _log.warning("a status is read by rules alone: %s", error)
            return reading


def open_status_reader(settings: Settings, opened: OpenRegister) -> RegisterStatusReader:
    """Return what reads status updates: rules, and the language model as well where one is configured."""
    return RegisterStatusReader(opened.register, opened.words, settings.organisation, _model(settings))


def _model(settings: Settings) -> StatusModel | None:
    if not settings.model:
        return None
    from retrieval.hosted_model import HostedModel  # noqa: PLC0415 - imports LangChain, which takes a second

    return ModelStatusReader.by(
        HostedModel(
            settings.model,
            api_key=settings.openai_api_key,
            base_url=settings.openai_base_url,
            seconds=SECONDS,
            retries=0,
        )
    )


def _draft(update: ReadUpdate) -> StatusDraft:
    candidates = tuple(Candidate(each.id, each.title) for each in update.candidates)
    return StatusDraft(
        candidates,
        update.state,
        update.text,
        tuple(map(told_date, update.dates)),
        details=update.details,
        is_hinted=update.hinted,
        states=update.states,
        doubts=update.doubts,
    )
