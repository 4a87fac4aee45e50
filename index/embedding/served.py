"""An embedder that answers over two pipes, in a process of its own, until its parent is gone."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NoReturn

from index.embedding.embedder import Embedder
from index.memory import give_back, keep_in_one_arena

# A question does not wait behind passages: the model may be used by several threads.
_AT_ONCE = 8
# After so long without a request what batches were reckoned in is given back: 200 MB.
_QUIET_S = 3.0
# Where memory runs out, the system ends this process before the bot: it is started again and nothing is lost.
_EXPENDABLE = "500"


def serve(incoming: Connection[Any, Any], outgoing: Connection[Any, Any]) -> NoReturn:
    """Answer requests (number, what, arguments) by (number, result or error); the first message makes the embedder."""
    embedder: Embedder = incoming.recv()()
    sending = threading.Lock()

    def answer(number: int, what: str, arguments: tuple[Any, ...]) -> None:
        try:
            result: object = embedder.dimension if what == "dimension" else getattr(embedder, what)(*arguments)
        except Exception as error:
            # Whatever it is, whoever asked has to hear of it.
            result = error
        with sending:
            outgoing.send((number, result))

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while True:
            try:
                if not incoming.poll(_QUIET_S):
                    give_back()
                pool.submit(answer, *incoming.recv())
            except (EOFError, OSError):
                # At once: a thread that hangs would be waited for.
                os._exit(0)


def main(reading: int, writing: int) -> NoReturn:
    # The parent decides when to stop; a signal meant for it may reach its children as well.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    keep_in_one_arena()
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_EXPENDABLE, encoding="ascii")
    serve(Connection(reading, writable=False), Connection(writing, readable=False))
