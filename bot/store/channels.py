"""Channels: how the bot behaves in each."""

import json
from dataclasses import asdict, dataclass

from sqlalchemy import select, update

from bot.channel_settings import ChannelSettings
from bot.store.insertion import insert_once
from bot.store.tables import ChannelRow
from knowledge.database import Database


@dataclass(frozen=True)
class SqlChannels:
    """Channel settings in SQL."""

    database: Database

    def of(self, channel: str) -> ChannelSettings:
        """Return a channel's settings, or those that hold unless somebody has changed them."""
        statement = select(ChannelRow.__table__).where(ChannelRow.channel == channel)
        with self.database.reading() as connection:
            row = connection.execute(statement).first()
        if row is None:
            return ChannelSettings(channel)
        return ChannelSettings(**{**row._asdict(), "boards": tuple(json.loads(row.boards))})

    def save(self, settings: ChannelSettings) -> None:
        """Keep a channel's settings in place of the former ones."""
        values = {**asdict(settings), "boards": json.dumps(settings.boards, ensure_ascii=False)}
        if not insert_once(self.database, ChannelRow, values):
            with self.database.writing() as connection:
                connection.execute(
                    update(ChannelRow).where(ChannelRow.channel == settings.channel).values(**values)
                )
