"""Facts proposed by a language model, joined together; imported only where one is configured."""

from datetime import UTC, datetime
from time import monotonic

from bot.settings import Settings
from bot.wiring.ingestion import rules
from bot.wiring.register import OpenRegister
from knowledge.document_writing import DocumentWriter
from knowledge.model_readings import ModelReadings
from knowledge.proposing import Proposing
from retrieval.fact_proposals import ModelProposer
from retrieval.hosted_model import HostedModel

SECONDS_AN_EXCERPT = 60.0


def open_proposing(settings: Settings, opened: OpenRegister) -> Proposing:
    """Return what asks the configured model for facts; nobody waits for it, so that it may take its time."""
    model = HostedModel(
        settings.model,
        api_key=settings.openai_api_key,
        base_url=settings.openai_base_url,
        seconds=SECONDS_AN_EXCERPT,
        pause_seconds=0.0,
    )
    return Proposing(
        readings=ModelReadings(opened.database),
        writer=DocumentWriter(opened.database, opened.words, rules()),
        proposer=ModelProposer.by(model),
        now=lambda: datetime.now(UTC),
        clock=monotonic,
    )
