"""A Chroma server for tests: `chroma run` on a temporary folder and a free loopback port."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx

from tests.servers.postgresql import free_port


@contextlib.contextmanager
def chroma(folder: Path, port: int | None = None) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a running server, and its process for tests that stop or kill it."""
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder)]
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen([*command, "--host", "127.0.0.1", "--port", str(port)], stdout=output, stderr=output)
        try:
            # The transport tries again, each time after a longer while, until the server listens.
            with httpx.Client(transport=httpx.HTTPTransport(retries=7)) as client:
                client.get(f"{url}/api/v2/heartbeat").raise_for_status()
            yield url, process
        finally:
            process.kill()
            process.wait()
