"""The harness: processes that are killed at random moments, and what is checked meanwhile and afterwards."""

from __future__ import annotations

import contextlib
import ctypes
import dataclasses
import json
import multiprocessing.connection
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.crash import mutations, scene
from tests.crash.roles import serve
from tests.crash.settings import Run
from tests.servers.chroma import chroma
from tests.servers.postgresql import fresh_database, postgresql

# Which processes a shape has. Embedded Chroma belongs to one process, here that of "index".
SHAPES = {
    "embedded": (("ingest", "briefing", "delivery"), ("briefing", "delivery"), ("index",)),
    "scaled": (
        ("ingest",),
        ("ingest",),
        ("index",),
        ("index",),
        ("briefing",),
        ("briefing",),
        ("delivery",),
        ("delivery",),
    ),
}
# How often each is chosen. After a kill embedded Chroma is first examined by a process that imports it, which takes
# seconds: killed as often as the others, it would never come to its work. tests/crash/vectors.py kills it 100 times.
_WEIGHTS = {"embedded": (12, 12, 1), "scaled": (1,) * 8}
_CHECK_EVERY = 100
# Once nothing is killed any more, something must come to an end at least this often.
_PROGRESS_S = 60.0


@dataclasses.dataclass
class Report:
    """What a run came to."""

    shape: str
    points: int = 0
    violations: list[str] = dataclasses.field(default_factory=list)
    figures: dict[str, Any] = dataclasses.field(default_factory=dict)
    seconds: float = 0.0


class Workers:
    """The processes of a shape. Each is forked from this one, which has everything imported and no threads."""

    def __init__(self, run: Run, shape: str, rng: random.Random) -> None:
        self._run = run
        self._rng = rng
        self._roles, self._weights = SHAPES[shape], _WEIGHTS[shape]
        self._pids = [self._start(roles) for roles in self._roles]

    def _start(self, roles: tuple[str, ...]) -> int:
        seed = self._rng.randrange(2**32)
        return fork(lambda: serve(self._run, roles, seed))

    def kill_one(self) -> str | None:
        """Kill one and start it again; a sentence if it had already ended by itself."""
        (place,) = self._rng.choices(range(len(self._pids)), self._weights)
        time.sleep(self._rng.uniform(0.0, 0.35))
        status = kill(self._pids[place])
        self._pids[place] = self._start(self._roles[place])
        if os.WIFEXITED(status):
            return f"a process of {'+'.join(self._roles[place])} ended by itself with {os.WEXITSTATUS(status)}"
        return None

    def kill_all(self) -> None:
        for pid in self._pids:
            kill(pid)
        self._pids = []


def one_thread(module: str) -> None:
    """Begin again with numeric libraries that start no threads on import: a forked child would find them gone."""
    wanted = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    if not wanted.items() <= os.environ.items():
        os.execve(sys.executable, [sys.executable, "-m", module, *sys.argv[1:]], {**os.environ, **wanted})


def fork(work: Callable[[], object]) -> int:
    """A child that does this work and never returns here."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _die_with_parent()
        work()
        os._exit(0)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(3)


def _die_with_parent() -> None:
    """A harness that is stopped half-way leaves nobody at work (Linux: prctl with PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def kill(pid: int) -> int:
    os.kill(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1]


def apart(work: Callable[[], Any]) -> Any:
    """The result of work done in a child: this process opens no database, so that forks inherit none."""
    ours, theirs = multiprocessing.connection.Pipe(duplex=False)
    pid = fork(lambda: theirs.send(work()))
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        raise AssertionError("a check could not be done; see the output above") from None
    finally:
        os.waitpid(pid, 0)


def crash(
    shape: str, *, points: int, seed: int, mutation: str | None = None, say: Callable[[str], None] = print
) -> Report:
    """Kill `points` times at random moments; stop at the first violation."""
    report, rng, began = Report(shape), random.Random(seed), time.monotonic()
    listing: dict[str, str] = {}
    with world(shape, seed, mutation) as (run, outside):
        mutations.apply(mutation)
        try:
            apart(lambda: scene.prepare(run))
            workers = Workers(run, shape, rng)
            try:
                _kill(run, workers, report, points, say)
                if not report.violations:
                    listing = _settle(run, outside, report)
            finally:
                workers.kill_all()
            if not report.violations:
                report.violations += apart(lambda: scene.final(run, listing))
            report.figures |= apart(lambda: scene.figures(run))
            if mutation is None:
                report.violations += scene.idle(report.figures, points)
        finally:
            mutations.undo()
    report.seconds = time.monotonic() - began
    return report


def _kill(run: Run, workers: Workers, report: Report, points: int, say: Callable[[str], None]) -> None:
    while report.points < points and not report.violations:
        ended = workers.kill_one()
        report.violations += [ended] if ended else []
        report.points += 1
        if report.points % (_CHECK_EVERY if run.mutation is None else 25) == 0 or report.points == points:
            report.violations += apart(lambda: scene.meanwhile(run))
            say(f"  {report.shape}: {report.points} kills, {len(report.violations)} violations")


def _settle(run: Run, outside: subprocess.Popen[str], report: Report) -> dict[str, str]:
    """No kills and no faults any more: everything under way must come to an end. What the feeds list."""
    run.frozen.write_text(str(time.time()))
    listing = heal(outside)
    before, since = "", time.monotonic()
    while open_ends := apart(lambda: scene.open_ends(run, listing)):
        if open_ends != before:
            before, since = open_ends, time.monotonic()
        if time.monotonic() > since + _PROGRESS_S:
            report.violations.append(f"did not settle: {open_ends}")
            break
        time.sleep(0.5)
    return listing


@contextlib.contextmanager
def world(shape: str, seed: int, mutation: str | None) -> Iterator[tuple[Run, subprocess.Popen[str]]]:
    """Databases and the outside of one run."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sitrep-crash-")))
        (folder / "data").mkdir()
        database_url = chroma_url = None
        if shape == "scaled":
            database_url = stack.enter_context(fresh_database(stack.enter_context(postgresql())))
            (folder / "chroma").mkdir()
            chroma_url, _ = stack.enter_context(chroma(folder / "chroma"))
        outside = stack.enter_context(_outside(folder, seed))
        assert outside.stdout is not None
        addresses = json.loads(outside.stdout.readline())
        run = Run(
            folder=str(folder),
            database_url=database_url,
            chroma_url=chroma_url,
            bot_api_url=addresses["bot_api"],
            site_urls=tuple(addresses["sites"]),
            seed=seed,
            started_at=time.time(),
            mutation=mutation,
        )
        yield run, outside


@contextlib.contextmanager
def _outside(folder: Path, seed: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.crash.servers", str(folder), str(seed)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def heal(outside: subprocess.Popen[str]) -> dict[str, str]:
    """End all faults; what the feeds list from now on."""
    assert outside.stdin is not None
    assert outside.stdout is not None
    outside.stdin.write("heal\n")
    outside.stdin.flush()
    found: dict[str, str] = json.loads(outside.stdout.readline())
    return found
