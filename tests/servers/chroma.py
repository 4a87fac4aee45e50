"""A Chroma server for tests: `chroma run` on a temporary folder and a free loopback port."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.servers.postgresql import free_port


@contextlib.contextmanager
def chroma(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a running server, and its process for tests that stop or kill it."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder)]
    process = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if "Listening on" in line:
                break
        else:
            raise RuntimeError("chroma run ended before it listened")
        # Nobody else reads what it prints, and a full pipe would stop it.
        threading.Thread(target=process.stdout.read, daemon=True).start()
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.kill()
        process.wait()
