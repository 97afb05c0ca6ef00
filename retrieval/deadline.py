"""A deadline for calls whose library has none that can be trusted."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, call: Callable[[], T]) -> T:
    """Return what `call` returns; raise TimeoutError when that takes longer than `seconds`.

    The call goes on in a daemon thread that nobody waits for, so it must not hold a lock that others need. A client's
    own timeout counts from byte to byte, so a host that sends one a second would never end; this counts the whole.
    """
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:  # noqa: BLE001  handed over whole to the caller, in its own thread
            future.set_exception(error)

    threading.Thread(target=run, name="deadline", daemon=True).start()
    return future.result(timeout=seconds)
