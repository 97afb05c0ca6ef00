"""Subscriptions: the channels and people that want the weekly digest."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update

from bot.digest_times import DigestTime
from bot.store.channels import SqlChannels
from bot.store.follows import SqlFollows
from bot.store.insertion import insert_once
from bot.store.tables import SubscriptionRow
from bot.weekly_digest import DigestSubscription
from knowledge.database import Database


@dataclass(frozen=True)
class SqlSubscriptions:
    """Subscriptions in SQL."""

    database: Database

    def add(self, team: str, place: str, since: datetime) -> None:
        """Begin to send the place the digest: the first one that is due after `since`."""
        insert_once(self.database, SubscriptionRow, {"team": team, "channel": place, "since": since})

    def remove(self, team: str, place: str) -> None:
        """Send the place no more digests."""
        with self.database.writing() as connection:
            connection.execute(delete(SubscriptionRow).where(*_at(team, place)))

    def of(self, team: str, place: str) -> DigestSubscription | None:
        """Return what the place wants, or nothing when it wants no digest."""
        with self.database.reading() as connection:
            row = connection.execute(select(SubscriptionRow.__table__).where(*_at(team, place))).first()
        return self._wanted(row) if row is not None else None

    def choose(
        self,
        team: str,
        place: str,
        language: str,
        assignments: Sequence[int],
        since: datetime | None = None,
    ) -> None:
        """Send the digest in a language and of assignments from now on; `since` when it begins anew."""
        values: dict[str, Any] = {"language": language, "assignments": json.dumps(list(assignments))}
        if since is not None:
            values["since"] = since
        with self.database.writing() as connection:
            connection.execute(update(SubscriptionRow).where(*_at(team, place)).values(**values))

    def all(self) -> tuple[DigestSubscription, ...]:
        """Return who wants the digest, of what and when."""
        with self.database.reading() as connection:
            rows = connection.execute(select(SubscriptionRow.__table__)).all()
        return tuple(map(self._wanted, rows))

    def _wanted(self, row: Row[Any]) -> DigestSubscription:
        settings = SqlChannels(self.database).of(row.channel)
        return DigestSubscription(
            row.team,
            row.channel,
            settings.boards,
            tuple(json.loads(row.assignments)),
            DigestTime(settings.digest_day, time(settings.digest_hour)),
            row.language,
            row.since,
            settings.organisation,
            SqlFollows(self.database).of(row.team, row.channel),
        )


def _at(team: str, place: str) -> tuple[ColumnElement[bool], ...]:
    return (SubscriptionRow.team == team, SubscriptionRow.channel == place)
