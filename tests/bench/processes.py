"""What a process and all that it began cost: CPU seconds, and memory with what they share counted once."""

from __future__ import annotations

import os
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def family(process: int) -> list[int]:
    """A process and its descendants."""
    parents = {int(path.name): _parent(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    members = [process]
    for member in members:
        members += [child for child, parent in parents.items() if parent == member]
    return members


def cpu_s(processes: list[int]) -> float:
    """The CPU seconds of these processes, and of those that they began and that have ended."""
    return sum(sum(map(int, _stat(Path(f"/proc/{process}"))[11:15])) for process in processes) / _TICKS


def memory_mb(process: int) -> float:
    """What a process takes, its part of what it shares with others (PSS)."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:"))


def _parent(path: Path) -> int:
    fields = _stat(path)
    return int(fields[1]) if fields else 0


def _stat(path: Path) -> list[str]:
    try:
        return (path / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
