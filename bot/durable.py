"""Durable execution: each Slack event and each digest handled once, and to its end.

Starting a workflow is storing it. A workflow's input, and what each of its steps returned, are kept as JSON
text, so that a later version of the code can take up work that an earlier one left: a step's name is never
reused for something else, new steps go last or behind a value that old work does not have, and values gain
fields with defaults only.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from dbos import DBOS, DBOSConfig, SetWorkflowID, StepOptions
from pydantic import TypeAdapter

from bot.errors import SlackUnavailableError

T = TypeVar("T")

# The last attempt comes 1 + 2 + … + 256 seconds after the first: most outages are over by then.
SLACK_ATTEMPTS = 10

# Constant, or work left unfinished by the version before would never be taken up again.
APPLICATION_VERSION = "kansli-1"

# DBOS sleeps this many seconds between looks for messages among workflows, of which we send none, and sleeps on when
# it is told to stop.
STOPS_WITHIN = 0.05


class Steps(Protocol):
    """Runs the steps of one workflow, each at most once when it has ended."""

    def run(self, name: str, kind: type[T], step: Callable[[], T]) -> T:
        """Do the step, or return what it returned before; `kind` is the type of what it returns."""

    def attempt(self, name: str, kind: type[T], step: Callable[[], T], most: int = SLACK_ATTEMPTS) -> T:
        """Do a step that calls Slack, and try again, so many times at most, while Slack is out of order."""


class Starter(Protocol):
    """Stores a piece of work and sees to it that it is done."""

    def start(self, workflow: str, key: str, value: object) -> None:
        """Store the work under its key; the same key is work already taken."""


@dataclass(frozen=True)
class Workflow:
    """A named piece of work: `run` takes the steps, the key and the input of type `takes`."""

    name: str
    takes: type[Any]
    run: Callable[[Steps, str, Any], None]


@dataclass(frozen=True)
class Schedule:
    """Work that begins by the clock: a cron line of five fields in a time zone."""

    name: str
    cron: str
    zone: str
    run: Callable[[Steps, Starter, datetime], None]


# A round comes every quarter of an hour and leaves a row for itself and each of its steps.
ROUNDS_KEPT = timedelta(days=3)
MOST_FORGOTTEN = 500  # at a time

OnFailure = Callable[[Steps, str, str, object, Exception], None]
"""Told of work that failed, with steps for what is done about it: steps, workflow, key, input, error."""


class DurableSteps:
    """Steps kept by DBOS."""

    def run(self, name: str, kind: type[T], step: Callable[[], T]) -> T:
        """Do the step once."""
        return self._run(kind, step, {"name": name})

    def attempt(self, name: str, kind: type[T], step: Callable[[], T], most: int = SLACK_ATTEMPTS) -> T:
        """Do the step, again after 1, 2, 4 … seconds, as a rule for about eight minutes, while Slack is out of order."""
        options: StepOptions = {
            "name": name,
            "retries_allowed": True,
            "max_attempts": most,
            "should_retry": lambda error: isinstance(error, SlackUnavailableError),
        }
        return self._run(kind, step, options)

    @staticmethod
    def _run(kind: type[T], step: Callable[[], T], options: StepOptions) -> T:
        adapter: TypeAdapter[T] = TypeAdapter(kind)

        def as_json() -> str:
            return adapter.dump_json(step()).decode()

        return adapter.validate_json(DBOS.run_step(options, as_json))


class Durable:
    """The durable workflows of this process; `launch` takes up what an earlier process left."""

    def __init__(
        self,
        database_url: str,
        executor_id: str,
        workflows: Iterable[Workflow],
        schedules: Iterable[Schedule],
        on_failure: OnFailure,
    ) -> None:
        self._schedules = tuple(schedules)
        self._on_failure = on_failure
        config: DBOSConfig = {
            "name": "kansli",
            "system_database_url": database_url,
            "application_version": APPLICATION_VERSION,
            "executor_id": executor_id,
            "log_level": "WARNING",
            "max_executor_threads": 32,
            "notification_listener_polling_interval_sec": STOPS_WITHIN,
        }
        logging.getLogger("dbos").setLevel(logging.WARNING)
        DBOS(config=config)
        self._registered = {each.name: self._register(each) for each in workflows}
        self._scheduled = [(each, self._register_schedule(each)) for each in self._schedules]

    def launch(self) -> None:
        """Open the store, take up unfinished work and start the schedules."""
        DBOS.launch()
        DBOS.apply_schedules(
            [
                {
                    "schedule_name": schedule.name,
                    "workflow_fn": function,
                    "schedule": schedule.cron,
                    "cron_timezone": schedule.zone,
                }
                for schedule, function in self._scheduled
            ]
        )
        # What fell due while no process lived is looked for at once, and by every round: no round is made up for.
        for schedule in self._schedules:
            DBOS.trigger_schedule(schedule.name)

    def start(self, workflow: str, key: str, value: object) -> None:
        """Store the work; returns when it is safe on disk."""
        function, adapter = self._registered[workflow]
        with SetWorkflowID(f"{workflow}:{key}"):
            DBOS.start_workflow(function, key, adapter.dump_json(value).decode())

    def close(self, patience: int = 0) -> None:
        """Stop, waiting at most `patience` seconds for work under way; the rest is taken up at next launch."""
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=patience)

    def _register(self, workflow: Workflow) -> tuple[Callable[[str, str], None], TypeAdapter[Any]]:
        adapter: TypeAdapter[Any] = TypeAdapter(workflow.takes)

        def run(key: str, stored: str) -> None:
            value = adapter.validate_json(stored)
            steps = DurableSteps()
            try:
                workflow.run(steps, key, value)
            except Exception as error:  # noqa: BLE001 - the border: whatever fails, the person is told and the log has it
                self._on_failure(steps, workflow.name, key, value, error)

        return DBOS.workflow(name=workflow.name)(run), adapter

    def _register_schedule(self, schedule: Schedule) -> Callable[[datetime, Any], None]:
        def run(at: datetime, _context: Any) -> None:
            steps = DurableSteps()
            try:
                schedule.run(steps, self, at)
                self._forget_rounds(schedule.name, at - ROUNDS_KEPT)
            except Exception as error:  # noqa: BLE001 - the border: a failed round is logged, the next one comes
                self._on_failure(steps, schedule.name, at.isoformat(), None, error)

        return DBOS.workflow(name=schedule.name)(run)

    @staticmethod
    def _forget_rounds(name: str, before: datetime) -> None:
        """Delete rounds that ended long ago; what they started is kept under its own key, which must not start again."""
        ended = DBOS.list_workflows(
            name=name,
            completed_before=before.isoformat(),
            limit=MOST_FORGOTTEN,
            load_input=False,
            load_output=False,
        )
        if ended:
            DBOS.delete_workflows([each.workflow_id for each in ended])


class StepsAtOnce:
    """Steps of a command that a person waits for: nothing is kept, and nothing is tried again."""

    def run(self, _name: str, _kind: type[T], step: Callable[[], T]) -> T:
        """Do the step."""
        return step()

    def attempt(self, name: str, kind: type[T], step: Callable[[], T], most: int = 1) -> T:  # noqa: ARG002
        """Do the step."""
        return self.run(name, kind, step)
