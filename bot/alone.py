"""One running bot a data folder: two would lose vectors of embedded Chroma without a word."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import filelock

from index.errors import StorageUnusable


@contextlib.contextmanager
def alone(folder: Path, *, shared: bool) -> Iterator[None]:
    """Hold the folder, unless processes of different roles share it. Raises StorageUnusable, naming the owner's pid."""
    if shared:
        yield
        return
    lock, owner = filelock.FileLock(folder / "run.lock", timeout=0), folder / "run.pid"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
        owner.write_text(str(os.getpid()))
    except filelock.Timeout as error:
        pid = owner.read_text() if owner.exists() else "unknown"
        raise StorageUnusable(
            f"another sitrep, process {pid}, runs on the data folder {folder}; stop it first, or set data_dir"
        ) from error
    except OSError as error:
        raise StorageUnusable(f"the data folder {folder} can not be used: {error.strerror}") from error
    with lock:
        yield
