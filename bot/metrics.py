"""What is counted and timed, for an operator's dashboard; no words of anybody's."""

import time
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Histogram

from bot.durable import OnFailure, Starter, Steps
from bot.parts import Answers
from retrieval.answer import Answer
from retrieval.answering import Tell
from retrieval.question import Question

SECONDS = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0)


class Metrics:
    """The counters of one process, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.stored = Counter(
            "kansli_events_stored", "Events and clicks that were stored", ["workflow"], registry=self.registry
        )
        self.failed = Counter(
            "kansli_work_failed", "Work that ended in an error", ["workflow"], registry=self.registry
        )
        self.answers = Counter(
            "kansli_answers", "Questions by how they ended", ["outcome"], registry=self.registry
        )
        self.seconds = Histogram(
            "kansli_answer_seconds", "Time to find an answer", buckets=SECONDS, registry=self.registry
        )


@dataclass(frozen=True)
class CountingStarter:
    """Counts what is stored."""

    starter: Starter
    metrics: Metrics

    def start(self, workflow: str, key: str, value: object) -> None:
        """Store the work and count it."""
        self.starter.start(workflow, key, value)
        self.metrics.stored.labels(workflow).inc()


@dataclass(frozen=True)
class TimedAnswers:
    """Times answers and counts their outcomes."""

    answers: Answers
    metrics: Metrics

    def answer(self, question: Question, tell: Tell | None = None) -> Answer:
        """Return the answer."""
        began = time.perf_counter()
        answer = self.answers.answer(question, tell)
        self.metrics.seconds.observe(time.perf_counter() - began)
        self.metrics.answers.labels(answer.outcome.value).inc()
        return answer


def counting(on_failure: OnFailure, metrics: Metrics) -> OnFailure:
    """Return what is told of failures, counting them as well."""

    def told(steps: Steps, workflow: str, key: str, value: object, error: Exception) -> None:
        metrics.failed.labels(workflow).inc()
        on_failure(steps, workflow, key, value, error)

    return told
