"""`python -m tests.crash`: kill -9 at random moments, in both shapes; then seeded bugs, which must all be caught."""

from __future__ import annotations

import argparse
import sys

from tests.crash.harness import SHAPES, Report, crash, one_thread
from tests.crash.mutations import BUGS


def main() -> int:
    one_thread("tests.crash")
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--points", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--shape", choices=[*SHAPES, "both"], default="both")
    options.add_argument("--bug", choices=[*BUGS, "all", "none"], default="none", help="seed a bug: it must be caught")
    chosen = options.parse_args()
    shapes = list(SHAPES) if chosen.shape == "both" else [chosen.shape]
    if chosen.bug == "none":
        reports = [show(crash(shape, points=chosen.points, seed=chosen.seed)) for shape in shapes]
        return 1 if any(report.violations for report in reports) else 0
    bugs = list(BUGS) if chosen.bug == "all" else [chosen.bug]
    missed = [bug for bug in bugs if not caught(bug, shapes, chosen.points, chosen.seed)]
    print(f"{len(bugs) - len(missed)} of {len(bugs)} seeded bugs caught" + (f"; missed: {missed}" if missed else ""))
    return 1 if missed else 0


def caught(bug: str, shapes: list[str], points: int, seed: int) -> bool:
    for shape in shapes:
        report = crash(shape, points=points, seed=seed, mutation=bug, say=lambda _: None)
        if report.violations:
            print(f"caught {bug} in {shape} after {report.points} kills: {report.violations[0]}", flush=True)
            return True
    print(f"missed {bug}", flush=True)
    return False


def show(report: Report) -> Report:
    print(f"{report.shape}: {report.points} kills in {report.seconds:.0f} s, {len(report.violations)} violations")
    for name, value in report.figures.items():
        print(f"  {name}: {value}")
    for violation in report.violations[:20]:
        print(f"  violation: {violation}")
    sys.stdout.flush()
    return report


if __name__ == "__main__":
    sys.exit(main())
