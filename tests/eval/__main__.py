"""Answer quality on real news: `python -m tests.eval [SET…]` prints figures beside floors and exits 1 below them.

The data and its scorer lie beside the project, in ../shared/eval; where they are absent there is nothing to do.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

SCORER = Path(__file__).resolve().parents[3] / "shared" / "eval" / "score.py"
FLOORS = Path(__file__).with_name("floors.toml")
WORK = Path(tempfile.gettempdir()) / "sitrep-eval"

Floors = dict[str, dict[str, dict[str, float]]]


def main(chosen: list[str]) -> int:
    if not SCORER.exists():
        print("eval: no ../shared/eval beside the project, nothing to measure")
        return 0
    floors: Floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    unknown = [name for name in chosen if name not in floors]
    if unknown:
        print(f"eval: no floors for {', '.join(unknown)}; there are {', '.join(floors)}")
        return 2
    below = 0
    for name in chosen or list(floors):
        below += table(name, measured(name), floors[name])
    print(f"{below} figure(s) below the floor" if below else "all figures at or above their floors")
    return 1 if below else 0


def measured(name: str) -> dict[str, Any]:
    """The scorer's figures of one set."""
    sitrep = Path(sys.executable).with_name("sitrep")
    command = [sys.executable, str(SCORER), "all", name, "--sitrep", str(sitrep), "--work", str(WORK), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"eval: {done.stderr.strip()[-400:]}")
    figures: dict[str, Any] = json.loads(done.stdout)[name]
    return figures


def table(name: str, figures: dict[str, Any], floors: dict[str, dict[str, float]]) -> int:
    """Print a set's figures beside their floors; how many are below."""
    below = 0
    print(f"\n{name}")
    for part, limits in floors.items():
        for key, limit in limits.items():
            ceiling = key.endswith("_max")
            value = figures.get(part, {}).get(key.removesuffix("_max"))
            held = value is not None and (value <= limit if ceiling else value >= limit)
            below += not held
            sign = "at most" if ceiling else "at least"
            print(
                f"  {part:10} {key.removesuffix('_max'):15} {value!s:>8}   {sign} {limit:g}{'' if held else '   BELOW'}"
            )
    return below


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
