"""`python -m tests.crash.steps`: a process is stopped at each of its steps in turn, not at random ones.

A step is an SQL statement, a commit, the moment before the bytes of a message leave and the moment before Telegram's
answer to it is read. What the k-th step is does not depend on chance, so a seeded bug is found by design, and the
unbugged code has passed the very same run. Prints one line of JSON a run.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import mmap
import os
import shutil
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import structlog

from bot.store import schema as people
from index.store import schema as corpus
from index.store.database import Database
from tests.bot.worlds import START, Clock
from tests.crash import mutations
from tests.crash.harness import fork, one_thread

_DIED = 9


class SharedClock(Clock):
    """One time for all processes that are forked from this one."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 8)
        super().__init__()

    @property
    def now(self) -> datetime:
        return START + timedelta(seconds=struct.unpack("d", self._shared[:8])[0])

    @now.setter
    def now(self, moment: datetime) -> None:
        self._shared[:8] = struct.pack("d", (moment - START).total_seconds())


class Steps:
    """Counts the steps of this process, and stops it at one of them; 0 stops it nowhere."""

    # A connection is checked out before its transaction begins: who sleeps then holds no lock.
    def __init__(
        self, stop_at: int = 0, stop: Callable[[], None] = lambda: None, *, in_transactions: bool = True
    ) -> None:
        self._stop_at = stop_at
        self._stop = stop
        self._events = ("before_cursor_execute", "commit") if in_transactions else ("checkout",)
        self.taken = 0

    def watch(self, database: Database) -> Database:
        for event in self._events:
            sa.event.listen(database.engine, event, self.step)
        return database

    def step(self, *_: Any) -> None:
        self.taken += 1
        if self.taken == self._stop_at:
            self._stop()


@dataclasses.dataclass
class Place:
    """Where one play takes place. Each process opens the database for itself."""

    folder: Path
    clock: SharedClock
    steps: Steps = dataclasses.field(default_factory=Steps)

    def open(self) -> Database:
        return self.steps.watch(Database.open(None, self.folder))

    @property
    def receipts(self) -> Path:
        return self.folder / "receipts.jsonl"

    @property
    def acknowledged(self) -> Path:
        return self.folder / "acknowledged"

    @property
    def taken(self) -> Path:
        """How many steps the first process took, where nothing stopped it."""
        return self.folder / "taken"


@dataclasses.dataclass(frozen=True)
class Trial:
    """`first` is stopped at a step; `other` then brings everything to its end; `check` says what is wrong.

    `halfway` is asked as well, right after `first` has died. With `sleeps` it does not die: it stands still where it
    holds no lock, until `other` is through, and then goes on as if nothing had been.
    """

    name: str
    prepare: Callable[[Place, Database], None]
    first: Callable[[Place, Database], None]
    other: Callable[[Place, Database], None]
    halfway: Callable[[Place, Database], list[str]]
    check: Callable[[Place, Database], list[str]]
    sleeps: bool = False
    # A long trial is stopped at every so many steps only, unless SITREP_CASES asks for more.
    stride: int = 1


@dataclasses.dataclass(frozen=True)
class Outcome:
    """A run of a trial: how many stops were played, and what was wrong after the first bad one."""

    trial: str
    bug: str | None
    stops: int
    violations: tuple[str, ...]
    seconds: float


def run(trial: Trial, bug: str | None) -> Outcome:
    """Undisturbed first, then stopped at each step, until something is wrong."""
    began, found, stops = time.monotonic(), list[str](), 0
    with tempfile.TemporaryDirectory(prefix="sitrep-steps-", dir=_memory()) as folder:
        mutations.apply(bug)
        try:
            _make_template(trial, Path(folder))
            steps, found = play(trial, Path(folder), 0)
            for stop_at in [] if found else _stops(trial, steps, bug):
                stops += 1
                _, found = play(trial, Path(folder), stop_at)
                if found:
                    break
        finally:
            mutations.undo()
    return Outcome(trial.name, bug, stops, tuple(found), round(time.monotonic() - began, 1))


def _stops(trial: Trial, steps: int, bug: str | None) -> list[int]:
    stride = trial.stride if os.environ.get("SITREP_CASES", "1") == "1" else 1
    stops = list(range(1, steps + 1, stride))
    # Most bugs are about what comes last: they are found sooner from there.
    return stops if bug is None else stops[::-1]


def _memory() -> str | None:
    """Thousands of commits are made to survive the death of a process, not that of the machine."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _make_template(trial: Trial, folder: Path) -> None:
    database = Database.open(None, folder)
    # From the tables themselves: a seeded bug may be in them.
    with database.engine.begin() as connection:
        corpus.metadata.create_all(connection)
        people.metadata.create_all(connection)
    trial.prepare(Place(folder, SharedClock()), database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def play(trial: Trial, template: Path, stop_at: int) -> tuple[int, list[str]]:
    """How many steps `first` took, and what was wrong."""
    place = Place(template / str(stop_at), SharedClock())
    place.folder.mkdir()
    shutil.copy(template / "sitrep.db", place.folder)
    pid = fork(lambda: _first(trial, place, stop_at))
    _, status = os.waitpid(pid, os.WUNTRACED)
    database = place.open()
    found = trial.halfway(place, database) + _goes_on(trial, place, database)
    if os.WIFSTOPPED(status):
        os.kill(pid, signal.SIGCONT)
        _, status = os.waitpid(pid, 0)
        found += _goes_on(trial, place, database)
    if status and os.WEXITSTATUS(status) != _DIED:
        found.append(f"the process failed with {status}")
    found += trial.check(place, database)
    database.close()
    steps = int(place.taken.read_text()) if place.taken.exists() else 0
    shutil.rmtree(place.folder)
    return steps, [f"stopped at step {stop_at}: {one}" for one in found]


def _goes_on(trial: Trial, place: Place, database: Database) -> list[str]:
    try:
        trial.other(place, database)
    except Exception as error:
        return [f"the process that went on failed with {type(error).__name__}"]
    return []


def _first(trial: Trial, place: Place, stop_at: int) -> None:
    if trial.sleeps:
        place.steps = Steps(stop_at, lambda: os.kill(os.getpid(), signal.SIGSTOP), in_transactions=False)
    else:
        place.steps = Steps(stop_at, lambda: os._exit(_DIED))
    trial.first(place, place.open())
    place.taken.write_text(str(place.steps.taken))


def main() -> int:
    from tests.crash.trials import CAUGHT_IN, TRIALS

    one_thread("tests.crash.steps")
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bug", choices=[*CAUGHT_IN, "all", "none"], default="all")
    options.add_argument("--trial", choices=list(TRIALS), help="without a bug, only this one")
    chosen = options.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    bugs = {"all": list(CAUGHT_IN), "none": []}.get(chosen.bug, [chosen.bug])
    clean = [chosen.trial] if chosen.trial else list(TRIALS)
    wrong = 0
    for name, bug in [*((name, None) for name in clean), *((CAUGHT_IN[bug], bug) for bug in bugs)]:
        outcome = run(TRIALS[name], bug)
        wrong += bool(outcome.violations) == (bug is None)
        print(json.dumps(dataclasses.asdict(outcome)), flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
