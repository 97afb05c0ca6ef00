"""Asks whether the database can be reached before work is stored there."""

from dataclasses import dataclass

from sqlalchemy import text

from bot.durable import Starter
from knowledge.database import Database


@dataclass(frozen=True)
class ReachingStarter:
    """Stores work where register and unfinished work stand in one database.

    The durable store waits for as long as it cannot reach its database: Slack would get no acknowledgement, and the
    person no word.
    """

    starter: Starter
    database: Database

    def start(self, workflow: str, key: str, value: object) -> None:
        """Store the work; raises RegisterError when the database cannot be reached."""
        with self.database.reading() as connection:
            connection.execute(text("SELECT 1"))
        self.starter.start(workflow, key, value)
