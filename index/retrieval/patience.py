"""Waiting for somebody else's code no longer than one can afford."""

from __future__ import annotations

import concurrent.futures
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """The result of `work`. Raises TimeoutError where it takes longer; nobody waits for it then, nor for its end."""
    result: concurrent.futures.Future[T] = concurrent.futures.Future()

    def run() -> None:
        try:
            result.set_result(work())
        except BaseException as error:
            # Whatever it is, whoever waits has to hear of it.
            result.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return result.result(seconds)
