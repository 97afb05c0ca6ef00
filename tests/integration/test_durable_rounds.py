"""Rounds that ended long ago are forgotten; what they started is not, so that it never starts again."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.durable import Durable, Schedule, Starter, Steps, Workflow

Eventually = Callable[[Callable[[], object]], None]
OLD = 1_600_000_000_000  # in milliseconds, years ago


def test_old_rounds_are_forgotten_and_what_they_started_is_kept(
    tmp_path: Path, eventually: Eventually
) -> None:
    file, sent = tmp_path / "durable.db", []

    def look(steps: Steps, starter: Starter, _at: datetime) -> None:
        starter.start("send", steps.run("list", str, lambda: "week 48"), "text")

    def rows() -> Counter[str]:
        with closing(sqlite3.connect(file)) as connection:
            return Counter(name for (name,) in connection.execute("SELECT name FROM workflow_status"))

    def steps_of(name: str) -> int:
        query = (
            "SELECT count(*) FROM operation_outputs JOIN workflow_status USING (workflow_uuid) WHERE name = ?"
        )
        with closing(sqlite3.connect(file)) as connection:
            return int(connection.execute(query, (name,)).fetchone()[0])

    def one_round() -> None:
        durable = Durable(
            f"sqlite:///{file}",
            "one",
            [Workflow("send", str, lambda _steps, key, _value: sent.append(key))],
            [Schedule("look", "0 0 1 1 *", "Europe/Stockholm", look)],
            lambda *failure: sent.append(str(failure)),
        )
        durable.launch()
        rounds = "SELECT count(*) FROM workflow_status WHERE name = 'look' AND status = 'SUCCESS'"

        def has_ended() -> bool:
            with closing(sqlite3.connect(file)) as connection:
                return bool(connection.execute(rounds + " AND created_at > ?", (OLD,)).fetchone()[0])

        eventually(has_ended)
        durable.close(5)

    one_round()
    assert rows() == Counter(look=1, send=1)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE workflow_status SET created_at = ?, completed_at = ?", (OLD, OLD))
        connection.commit()
    one_round()
    assert rows() == Counter(look=1, send=1)
    assert steps_of("look") > 0
    assert sent == ["week 48"]
