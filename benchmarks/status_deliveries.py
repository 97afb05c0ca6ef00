"""Statuses delivered twice over, shuffled, to a process that is killed again and again: are the rows right?

usage: python -m benchmarks.status_deliveries [UPDATES] [KILLS] [SEED]
Of a hundred updates, 88 are messages and 12 edits of them; each is shown on a card and saved by a click, and every
message, edit and click is delivered twice. What is killed before it has stored a delivery gets it again, as from Slack.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.status_worker import delivery
from bot import actions
from bot.incoming import Click, IncomingMessage, MessageChange
from bot.settings import read_settings
from bot.status_drafts import DraftPlace
from bot.store.schema import prepare
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import OpenRegister, open_register
from bot.wiring.statuses import open_status_reader
from bot.workflows import names
from knowledge.entries import State, StatusUpdate

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples" / "region-sjoland"
EDITED = 0.12
STATE_WORDS = {State.GREEN: "grön", State.YELLOW: "gul", State.RED: "röd", State.DONE: "klar"}
PATIENCE = 3_600.0  # seconds for a round's work


@dataclass(frozen=True)
class Report:
    """A message as it is written or as it reads after an edit, and what it should come to."""

    message: IncomingMessage
    state: State
    edit: MessageChange | None = None

    @property
    def words(self) -> str:
        return self.edit.text if self.edit else self.message.text

    @property
    def card_key(self) -> str:
        return self.edit.key if self.edit else self.message.key

    @property
    def arrival(self) -> str:
        if self.edit:
            return delivery(names.REVISE_STATUS, self.edit)
        return delivery(names.REPLY, self.message)

    @property
    def save(self) -> str:
        value = DraftPlace(self.card_key, 0).encode()
        click = Click("T1", self.message.user, actions.STATUS_SAVE, value, "C1", "9.9", action_ts="1.1")
        return delivery(names.STATUS_CLICK, click)


@dataclass
class Outcome:
    """What came of it all."""

    rows: int
    wrong: list[str]
    deliveries: int
    kills: int
    seconds: float


class Worker:
    """The process, started anew whenever it was killed."""

    def __init__(self, data_dir: Path, rng: random.Random) -> None:
        self._data_dir = data_dir
        self._rng = rng
        self._process: subprocess.Popen[str] | None = None
        self.kills = 0
        self.deliveries = 0

    def deliver(self, lines: Sequence[str], kills: int) -> None:
        """Deliver every line until each delivery was stored; kill the process so many times on the way."""
        waiting = list(lines)
        while waiting:
            process = self._running()
            share = self._rng.uniform(0.1, 0.9) / (kills + 1) if kills else 1.0
            stop_after = max(int(len(waiting) * share), 1) if kills else len(waiting)
            stored = self._send(process, waiting, stop_after)
            self.deliveries += stored
            waiting = waiting[stored:]
            if kills:
                self._kill()
                kills -= 1

    def close(self) -> None:
        """Let the process end what it has, and stop."""
        if self._process and self._process.stdin:
            self._process.stdin.close()
            self._process.wait(PATIENCE)

    def kill_idle(self) -> None:
        """Kill the process while it works off what is stored."""
        self._running()
        self._kill()
        self._running()

    def _send(self, process: subprocess.Popen[str], lines: Sequence[str], stop_after: int) -> int:
        """Return how many of the lines were told to be stored before there were enough."""
        assert process.stdin
        assert process.stdout
        sink = process.stdin
        writer = threading.Thread(target=lambda: _write(sink, lines[: stop_after + 20]))
        writer.start()
        stored = sum(1 for _ in _first(process.stdout, stop_after))
        writer.join()
        return stored

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            environment = {
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("KANSLI_", "SLACK_", "OPENAI_"))
            }
            self._process = subprocess.Popen(
                [sys.executable, "-m", "benchmarks.status_worker", str(self._data_dir)],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert self._process.stdout
            assert self._process.stdout.readline().strip() == "ready"
        return self._process

    def _kill(self) -> None:
        assert self._process
        time.sleep(self._rng.uniform(0.0, 0.3))
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self.kills += 1


def run(
    data_dir: Path, documents: Path, updates: int, kills: int, seed: int, told: Callable[[str], None]
) -> Outcome:
    """Deliver so many updates of the documents' assignments and return what the register holds then."""
    rng = random.Random(seed)
    began = time.monotonic()
    opened = _indexed(data_dir, documents)
    written, edited = _reports(opened, updates, rng)
    worker = Worker(data_dir, rng)
    rounds = (
        ("messages", [each.arrival for each in written], lambda: _cards(opened) >= len(written)),
        ("saved", [each.save for each in written], lambda: len(_rows(opened)) >= len(written)),
        ("edits", [each.arrival for each in edited], lambda: _cards(opened) >= updates),
        ("corrected", [each.save for each in edited], lambda: len(_rows(opened)) >= updates),
    )
    for number, (name, events, is_done) in enumerate(rounds):
        lines = [*events, *events]
        rng.shuffle(lines)
        due = kills // 4 + (
            (number - 1) % 4 < kills % 4
        )  # of the odd ones the first comes while statuses are saved
        worker.deliver(lines, due - (due > 1))
        if due > 1:
            worker.kill_idle()
        deadline = time.monotonic() + PATIENCE
        while not is_done() and time.monotonic() < deadline:
            time.sleep(0.1)
        told(f"{name}: {len(lines)} deliveries, {time.monotonic() - began:.0f} s")
    worker.close()
    rows = _rows(opened)
    wrong = _wrong(rows, written, edited, opened)
    opened.database.close()
    return Outcome(len(rows), wrong, worker.deliveries, worker.kills, time.monotonic() - began)


def replayed(rows: Sequence[StatusUpdate]) -> dict[int, tuple[State, str]]:
    """Return each assignment's status by going through the history from its beginning."""
    stands: dict[int, dict[int, StatusUpdate]] = {}
    acts = [(row.at, 0, row) for row in rows]
    acts += [(row.withdrawal.at, 1, row) for row in rows if row.withdrawal]
    for _, kind, row in sorted(acts, key=lambda act: (act[0], act[1], act[2].id)):
        of_assignment = stands.setdefault(row.assignment_id, {})
        if kind == 0:
            of_assignment[row.id] = row
        else:
            del of_assignment[row.id]
    newest = {
        number: max(kept.values(), key=lambda row: (row.at, row.id))
        for number, kept in stands.items()
        if kept
    }
    return {number: (row.state, row.original) for number, row in newest.items()}


def _wrong(
    rows: Sequence[StatusUpdate], written: Sequence[Report], edited: Sequence[Report], opened: OpenRegister
) -> list[str]:
    """Return what is not as it should be: a row missing, double or other than was said, a state that does not follow."""
    wrong = []
    by_key = {row.key: row for row in rows}
    for report in (*written, *edited):
        row = by_key.pop(report.card_key, None)
        if row is None or (row.state, row.original) != (report.state, report.words):
            wrong.append(f"{report.card_key}: {row}")
        elif row.withdrawn != (report.edit is None and any(e.message == report.message for e in edited)):
            wrong.append(f"{report.card_key}: withdrawn {row.withdrawn}")
    wrong += [f"{key}: nobody wrote it" for key in by_key]
    latest = {each.assignment_id: (each.state, each.original) for each in opened.register.latest_statuses()}
    if latest != replayed(rows):
        wrong.append("the history replayed gives another state than the register")
    return wrong


def _reports(opened: OpenRegister, updates: int, rng: random.Random) -> tuple[list[Report], list[Report]]:
    """Return so many reports of assignments whose names are clear: messages, and edits of some of them."""
    clear = list(_clear_titles(opened))
    edits = int(updates * EDITED)

    def words(number: int) -> tuple[str, State]:
        state = rng.choice(list(STATE_WORDS))
        return f"status: {rng.choice(clear)} är {STATE_WORDS[state]}, rapport nummer {number}", state

    written = []
    for number in range(updates - edits):
        text, state = words(number)
        written.append(Report(IncomingMessage("T1", "C1", f"{number}.1", f"U{number % 50}", text), state))
    edited = []
    for number, former in enumerate(rng.sample(written, edits), start=updates):
        title = former.message.text.partition(":")[2].partition(" är ")[0].strip()
        state = rng.choice(list(STATE_WORDS))
        text = f"status: {title} är {STATE_WORDS[state]}, rättad rapport {number}"
        message = former.message
        edit = MessageChange("T1", "C1", message.ts, message.user, text, f"{number}.2")
        edited.append(Report(message, state, edit))
    return written, edited


def _clear_titles(opened: OpenRegister) -> Iterator[str]:
    read = open_status_reader(read_settings({}, Path("no.env")), opened)
    for each in opened.register.assignments():
        found = (
            read(f"status: {each.title} är {word}, rapport nummer 1", date(2026, 11, 23)) or ()
            for word in STATE_WORDS.values()
        )
        if all(len(drafts) == 1 and drafts[0].is_complete for drafts in found):
            yield each.title


def _indexed(data_dir: Path, documents: Path) -> OpenRegister:
    opened = open_register(read_settings({"KANSLI_DATA_DIR": str(data_dir)}, data_dir / "no.env"))
    prepare(opened.database)
    with open_ingestion(opened) as ingest:
        ingest.index([documents])
    return opened


def _rows(opened: OpenRegister) -> list[StatusUpdate]:
    return opened.register.status_updates()


def _cards(opened: OpenRegister) -> int:
    with opened.database.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM bot_status_cards").scalar() or 0)


def _write(sink: "object", lines: Sequence[str]) -> None:
    try:
        for line in lines:
            sink.write(line + "\n")  # type: ignore[attr-defined]
        sink.flush()  # type: ignore[attr-defined]
    except BrokenPipeError:
        pass  # it was killed


def _first(lines: Iterator[str], count: int) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        yield line
        if number >= count:
            return


def main() -> None:
    updates, kills, seed = (int(word) for word in (*sys.argv[1:], *("2500", "12", "1")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(Path(folder), SAMPLES, updates, kills, seed, print)
    print(
        f"{updates} updates, {outcome.deliveries} deliveries stored, {outcome.kills} kills: {outcome.rows} rows, "
        f"{len(outcome.wrong)} wrong, {outcome.seconds:.0f} s"
    )
    sys.exit("\n".join(outcome.wrong[:20]) if outcome.wrong or outcome.rows != updates else 0)


if __name__ == "__main__":
    main()
