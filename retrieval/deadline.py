"""A deadline for calls whose library has none that can be trusted."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def begin(call: Callable[[], T]) -> Future[T]:
    """Start `call` in a daemon thread and return its future, whose `result(timeout=…)` is the deadline.

    A call that is given up goes on in its thread, so it must not hold a lock that others need. A client's own timeout
    counts from byte to byte, so a host that sends one a second would never end; a deadline counts the whole.
    """
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:  # noqa: BLE001  handed over whole to the caller, in its own thread
            future.set_exception(error)

    threading.Thread(target=run, name="deadline", daemon=True).start()
    return future


def within(seconds: float, call: Callable[[], T]) -> T:
    """Return what `call` returns; raise TimeoutError when that takes longer than `seconds`."""
    return begin(call).result(timeout=seconds)
