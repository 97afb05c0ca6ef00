"""Durable work and Slack as they are when everything goes wrong: killed at a step, answers lost; no time passes."""

import urllib.error
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.durable import Workflow
from bot.errors import SlackUnavailableError

T = TypeVar("T")


class KilledError(BaseException):
    """The process is killed: nothing catches it."""


@dataclass
class Kept:
    """A started workflow: its input, and what its steps returned."""

    workflow: str
    key: str
    value: object
    results: list[Any] = field(default_factory=list)
    is_done: bool = False


@dataclass
class KeptSteps:
    """Steps kept as DBOS keeps them; `kill` is asked before a step, between its end and its being kept, and after."""

    kept: list[Any]
    kill: Callable[[], bool]
    at: int = 0

    def run(self, name: str, kind: type[T], step: Callable[[], T]) -> T:
        if self.at < len(self.kept):
            self.at += 1
            return self.kept[self.at - 1]  # type: ignore[no-any-return]
        self._perhaps_die()
        result = step()
        self._perhaps_die()
        self.kept.append(result)
        self.at += 1
        self._perhaps_die()
        return result

    def attempt(self, name: str, kind: type[T], step: Callable[[], T], most: int = 10) -> T:
        def again() -> T:
            for _ in range(most - 1):
                try:
                    return step()
                except SlackUnavailableError:
                    self._perhaps_die()
            return step()

        return self.run(name, kind, again)

    def _perhaps_die(self) -> None:
        if self.kill():
            raise KilledError


@dataclass
class SimulatedWork:
    """Starts workflows once under their key, and takes up what was left when the process is killed."""

    workflows: dict[str, Workflow]
    kills: Iterator[bool]
    kept: dict[str, Kept] = field(default_factory=dict)
    killed: int = 0
    after_kill: Callable[[], None] = lambda: None

    def start(self, workflow: str, key: str, value: object) -> None:
        self.kept.setdefault(f"{workflow}:{key}", Kept(workflow, key, value))

    def until_done(self) -> None:
        """Run what is started to its end, however often the process is killed."""
        while left := [each for each in self.kept.values() if not each.is_done]:
            for one in left:
                try:
                    steps = KeptSteps(one.results, lambda: next(self.kills, False))
                    self.workflows[one.workflow].run(steps, one.key, one.value)
                    one.is_done = True
                except KilledError:
                    self.killed += 1
                    self.after_kill()


def kill_at_every(spacing: Iterable[int]) -> Iterator[bool]:
    """Yield True at each chance whose distance from the last kill is the next of `spacing`."""
    for distance in spacing:
        yield from (False for _ in range(distance))
        yield True


@dataclass
class SimulatedAnswer:
    """What the client returns."""

    data: dict[str, Any]


@dataclass
class SimulatedClient:
    """Slack's Web API in memory; `lose` tells whether the next answer is lost after Slack has done what was asked."""

    lose: Iterator[bool]
    messages: list[dict[str, Any]] = field(default_factory=list)
    lost: int = 0

    def chat_postMessage(self, **given: Any) -> SimulatedAnswer:  # noqa: N802 - the client's own name
        return self._answered(self._posted(given))

    def files_upload_v2(self, **given: Any) -> SimulatedAnswer:
        files = [{"id": f"F{len(self.messages)}", "name": each["filename"]} for each in given["file_uploads"]]
        self._posted({"channel": given["channel"], "thread_ts": given["thread_ts"], "files": files})
        return self._answered({"files": files})

    def conversations_history(self, **given: Any) -> SimulatedAnswer:
        found = [
            each for each in self.messages if each["channel"] == given["channel"] and not each["thread_ts"]
        ]
        return SimulatedAnswer({"messages": found[-20:]})

    def conversations_replies(self, **given: Any) -> SimulatedAnswer:
        return SimulatedAnswer(
            {"messages": [each for each in self.messages if each["thread_ts"] == given["ts"]]}
        )

    def conversations_open(self, **given: Any) -> SimulatedAnswer:
        return SimulatedAnswer({"channel": {"id": given["users"]}})

    def _posted(self, given: dict[str, Any]) -> dict[str, Any]:
        ts = f"{len(self.messages) + 1}.000100"
        self.messages.append({"thread_ts": "", **given, "ts": ts})
        return {"ts": ts}

    def _answered(self, data: dict[str, Any]) -> SimulatedAnswer:
        if next(self.lose, False):
            self.lost += 1
            raise urllib.error.URLError("the answer was lost")
        return SimulatedAnswer(data)
