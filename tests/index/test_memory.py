"""Threads share one arena; looked at in a process of its own, where none exists yet."""

from __future__ import annotations

import subprocess
import sys

import pytest

_COUNT_ARENAS = """
import ctypes, sys, tempfile, threading
from index.memory import keep_in_one_arena
if sys.argv[1] == "one":
    keep_in_one_arena()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.fdopen.restype = ctypes.c_void_p
ready = threading.Barrier(6)
def allocate():
    for _ in range(100):
        libc.malloc(1000)
    ready.wait()
threads = [threading.Thread(target=allocate) for _ in range(6)]
for thread in threads: thread.start()
for thread in threads: thread.join()
with tempfile.TemporaryFile() as told:
    stream = ctypes.c_void_p(libc.fdopen(told.fileno(), b"w"))
    libc.malloc_info(0, stream)
    libc.fflush(stream)
    told.seek(0)
    print(told.read().count(b"<heap nr="))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="arenas are glibc's")
def test_all_threads_share_one_arena() -> None:
    def arenas(how: str) -> int:
        done = subprocess.run([sys.executable, "-c", _COUNT_ARENAS, how], capture_output=True, text=True, check=True)
        return int(done.stdout)

    assert arenas("as glibc likes") > 1
    assert arenas("one") == 1
