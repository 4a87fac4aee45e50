"""An embedder in a process of its own, which can be ended: a text that hangs it, or makes it take all memory, costs
that text, not the bot. The model is loaded there and nowhere else.
"""

from __future__ import annotations

import functools
import itertools
import os
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import structlog

from index.embedding import served
from index.embedding.embedder import Embedder, EmbeddingPolicy, PairReading, Vectors, in_batches
from index.embedding.model import LocalModel
from index.errors import EmbedderLost

# What loading the model may take, on a slow disk and a busy machine.
_LOAD_S = 300.0
_OPINIONS = frozenset({"support", "contradictions"})


class ModelProcess:
    """The embedder that `make` makes, in another process: started when a vector is first wanted, and again where it
    was lost. Several threads may use it. Raises EmbedderLost where it ended, or took longer than `deadline_s` for a
    batch and was ended. It is ended, too, where nobody asked for `rest_s` (0: never), and started when it is next
    wanted: a bot that waits takes little memory."""

    def __init__(
        self, make: Callable[[], Embedder], *, batch_size: int, deadline_s: float, rest_s: float = 0.0
    ) -> None:
        self._make = make
        # Loads nothing: it knows its name, and raises here what the operator has to mend.
        self._described = make()
        self._batch_size = batch_size
        self._deadline_s = deadline_s
        self._rest_s = rest_s
        self._asking = 0
        self._resting: threading.Timer | None = None
        self._starting = threading.Lock()
        self._child: _Child | None = None
        self._dimension: int | None = None
        # Seconds waited for it, by what for.
        self.waited_s: defaultdict[str, float] = defaultdict(float)
        self._log = structlog.get_logger()
        self._judges = getattr(self._described, "has_judge", False)
        self._contradicts = getattr(self._described, "has_contradiction", False)
        if not self._judges:
            self._log.warning("judge_missing", instead="cosine and words tell what answers a question")

    @classmethod
    def open(cls, policy: EmbeddingPolicy, data_dir: Path) -> ModelProcess:
        """The model that `policy` names. Raises ModelMissing."""
        make = functools.partial(LocalModel.open, policy, data_dir)
        rest_s = policy.rest_minutes * 60
        return cls(make, batch_size=policy.batch_size, deadline_s=policy.deadline_s, rest_s=rest_s)

    @property
    def fingerprint(self) -> str:
        return self._described.fingerprint

    @property
    def dimension(self) -> int:
        if self._dimension is None:
            self._running()
        assert self._dimension is not None
        return self._dimension

    def passages(self, texts: Sequence[str]) -> Vectors:
        return in_batches(texts, self._batch_size, self._passages, self.dimension)

    def queries(self, texts: Sequence[str]) -> Vectors:
        vectors: Vectors = self._ask("queries", list(texts))
        return vectors

    def support(self, question: str, windows: Sequence[tuple[str, ...]]) -> list[tuple[float, ...]] | None:
        """For each sentence of each window how far it says what is asked; None where there is no judge, or it was lost
        over this: an answer can do without it."""
        scores: list[tuple[float, ...]] | None = self._opinion("support", question, list(windows), self._judges)
        return scores

    def contradictions(self, question: str, pairs: Sequence[tuple[str, str]]) -> list[PairReading] | None:
        """For each pair of passages how far the two contradict each other; None where nothing tells that, or it was
        lost over this."""
        scores: list[PairReading] | None = self._opinion("contradictions", question, list(pairs), self._contradicts)
        return scores

    def _opinion(self, what: str, question: str, texts: list[Any], has_one: bool) -> Any:
        if not has_one:
            return None
        try:
            return self._ask(what, question, texts)
        except EmbedderLost:
            return None

    def close(self) -> None:
        """End the process."""
        with self._starting:
            self._end("it was closed")

    def _passages(self, texts: list[str]) -> Vectors:
        vectors: Vectors = self._ask("passages", texts)
        return vectors

    def _ask(self, what: str, *arguments: object) -> Any:
        """A question is asked once more, and so are passages that were only there when others took too long; what an
        answer can do without is not."""
        try:
            return self._once(what, *arguments)
        except EmbedderLost as error:
            self._log.warning("embedder_lost", why=str(error), asked=what, bystander=error.bystander)
            if what in _OPINIONS or (what == "passages" and not error.bystander):
                raise
            return self._once(what, *arguments)

    def _once(self, what: str, *arguments: object) -> Any:
        began = time.monotonic()
        with self._starting:
            self._asking += 1
        try:
            return self._running().ask(what, arguments, self._deadline_s)
        finally:
            self.waited_s[what] += time.monotonic() - began
            self._let_rest()

    def _let_rest(self) -> None:
        """One request less is under way; after the last one the time runs."""
        with self._starting:
            self._asking -= 1
            if self._resting is not None:
                self._resting.cancel()
            if self._rest_s and not self._asking:
                self._resting = threading.Timer(self._rest_s, self._rest)
                self._resting.daemon = True
                self._resting.start()

    def _rest(self) -> None:
        with self._starting:
            if not self._asking:
                self._end("nobody asked for long")

    def _end(self, why: str) -> None:
        if self._resting is not None:
            self._resting.cancel()
        if self._child is not None:
            self._child.end(why)
            self._child = None

    def _running(self) -> _Child:
        with self._starting:
            if self._child is None or self._child.is_over:
                child = _Child(self._make)
                try:
                    self._dimension = child.ask("dimension", (), _LOAD_S)
                except BaseException:
                    child.end("it could not be loaded")
                    raise
                self._child = child
            return self._child


class _Child:
    """One process, its pipes, and who waits for it."""

    def __init__(self, make: Callable[[], Embedder]) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        self._incoming = Connection(ours_in, writable=False)
        self._outgoing = Connection(ours_out, readable=False)
        begin = f"from {served.__name__} import main; main({theirs_in}, {theirs_out})"
        try:
            # Its stdout is nobody's: ours may be read by a program.
            self._process = subprocess.Popen(
                [sys.executable, "-c", begin],
                pass_fds=(theirs_in, theirs_out),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        except OSError as error:
            self._incoming.close()
            self._outgoing.close()
            raise EmbedderLost("The embedding model's process can not be started") from error
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        self._lock = threading.Lock()
        self._sending = threading.Lock()
        self._waiting: dict[int, Future[Any]] = {}
        self._numbers = itertools.count()
        self._late: int | None = None
        self._why = "it ended"
        self.is_over = False
        threading.Thread(target=self._listen, name="embedder", daemon=True).start()
        self._send(make)

    def ask(self, what: str, arguments: tuple[object, ...], seconds: float) -> Any:
        """Its answer. Raises what it raised, or EmbedderLost where it is gone or was ended after so many seconds."""
        future: Future[Any] = Future()
        number = next(self._numbers)
        with self._lock:
            if self.is_over:
                raise self._lost(number)
            self._waiting[number] = future
        # Also while the request is still being sent: a process that hangs reads nothing.
        late = threading.Timer(seconds, self.end, (f"it took longer than {seconds:g} seconds", number))
        late.daemon = True
        late.start()
        try:
            self._send((number, what, arguments))
            return future.result()
        finally:
            late.cancel()

    def end(self, why: str, late: int | None = None) -> None:
        """Kill it: whoever waits hears `why`, and the request that was too late is the one to blame."""
        with self._lock:
            if not self.is_over:
                self._why, self._late = why, late
                self._process.kill()

    def _send(self, message: object) -> None:
        with self._sending:
            try:
                self._outgoing.send(message)
            except OSError:
                # It is gone: who listens tells everyone who waits.
                return

    def _listen(self) -> None:
        try:
            while True:
                number, result = self._incoming.recv()
                with self._lock:
                    future = self._waiting.pop(number)
                if isinstance(result, BaseException):
                    future.set_exception(result)
                else:
                    future.set_result(result)
        except (EOFError, OSError):
            self._over()

    def _over(self) -> None:
        self._process.kill()
        self._process.wait()
        with self._lock:
            self.is_over = True
            waiting, self._waiting = self._waiting, {}
        with self._sending:
            self._outgoing.close()
        self._incoming.close()
        for number, future in waiting.items():
            future.set_exception(self._lost(number))

    def _lost(self, number: int) -> EmbedderLost:
        return EmbedderLost(
            f"The embedding model's process was lost: {self._why}", bystander=self._late not in (None, number)
        )
