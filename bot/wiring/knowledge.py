"""What the bot gets from the inner folders, opened as a whole and closed after."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.allowed_hosts import AllowedHosts
from bot.assignment_cards import RegisterAssignments
from bot.clock import WallClock
from bot.documents_folder import DocumentsFolder
from bot.own_assignments import RegisterOwnAssignments
from bot.register_bodies import RegisterBodies
from bot.register_corrections import RegisterCorrections
from bot.register_sources import RegisterSources
from bot.register_statuses import RegisterStatusBook
from bot.reminding import RegisterReminders
from bot.settings import Settings
from bot.suggestions import RegisterSuggestions
from bot.wiring.answering import open_retrieval
from bot.wiring.digest import open_digest_builder
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import open_register
from bot.wiring.reports import open_reports
from bot.wiring.slack import Knowledge
from bot.wiring.statuses import open_status_reader
from knowledge.holders import Holders
from knowledge.limits import Limits
from knowledge.updates import Updates


@contextmanager
def open_knowledge(settings: Settings) -> Iterator[Knowledge]:
    """Open register, answering and all that reads them; raises KnowledgeError or RetrievalError."""
    opened = open_register(settings)
    retrieval = open_retrieval(settings, opened)
    clock = WallClock(settings.timezone)
    assignments = RegisterAssignments(opened.register, settings.organisation)
    try:
        yield Knowledge(
            database=opened.database,
            answers=retrieval.answering,
            read_status=open_status_reader(settings, opened),
            book=RegisterStatusBook(opened.register, Updates(opened.database), settings.organisation),
            assignments=assignments,
            points=assignments,
            own=RegisterOwnAssignments(
                opened.register, Holders(opened.database), assignments, settings.organisation
            ),
            sources=RegisterSources(opened.register),
            suggestions=RegisterSuggestions(
                opened.register, retrieval.answering, clock, settings.organisation
            ),
            digests=open_digest_builder(settings, opened),
            bodies=RegisterBodies(opened.register, settings.organisation),
            corrections=RegisterCorrections(opened.register, Updates(opened.database)),
            intake=DocumentsFolder(
                settings.data_dir,
                lambda: open_ingestion(opened),
                retrieval.filler(opened),
                Limits(opened.database),
            ),
            limited=Limits(opened.database),
            reminders=RegisterReminders(
                opened.register, Holders(opened.database), settings.timezone, settings.organisation
            ),
            reports=open_reports(settings, opened),
            hosts=AllowedHosts(opened.register),
        )
    finally:
        retrieval.close()
        opened.database.close()
