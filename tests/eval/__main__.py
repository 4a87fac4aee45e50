"""Answer quality on real news: `python -m tests.eval [--served] [SET…]` prints figures beside floors and exits 1 below
them. With `--served` a PostgreSQL and a Chroma server of its own hold the articles.

The data and its scorer lie beside the project, in ../shared/eval; where they are absent there is nothing to do.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.servers.chroma import chroma
from tests.servers.postgresql import fresh_database, postgresql

SCORER = Path(__file__).resolve().parents[3] / "shared" / "eval" / "score.py"
FLOORS = Path(__file__).with_name("floors.toml")
WORK = Path(tempfile.gettempdir()) / "sitrep-eval"

Floors = dict[str, dict[str, dict[str, float]]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help="all, where none is named")
    parser.add_argument("--served", action="store_true", help="in PostgreSQL and a Chroma server")
    options = parser.parse_args()
    chosen: list[str] = options.sets
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
        with _servers() if options.served else contextlib.nullcontext((WORK, {})) as (work, where):
            below += table(name, measured(name, work, where), floors[name])
    print(f"{below} figure(s) below the floor" if below else "all figures at or above their floors")
    return 1 if below else 0


@contextlib.contextmanager
def _servers() -> Iterator[tuple[Path, dict[str, str]]]:
    """An empty folder, and the environment that has `sitrep` use servers of our own."""
    with tempfile.TemporaryDirectory(prefix="sitrep-eval-") as folder:
        vectors = Path(folder) / "vectors"
        vectors.mkdir()
        with postgresql() as server, fresh_database(server) as database, chroma(vectors) as (url, _):
            yield Path(folder), {"DATABASE_URL": database, "CHROMA_URL": url}


def measured(name: str, work: Path, where: Mapping[str, str]) -> dict[str, Any]:
    """The scorer's figures of one set, `where` being what is added to the environment."""
    sitrep = Path(sys.executable).with_name("sitrep")
    command = [sys.executable, str(SCORER), "all", name, "--sitrep", str(sitrep), "--work", str(work), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **where})
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
    raise SystemExit(main())
