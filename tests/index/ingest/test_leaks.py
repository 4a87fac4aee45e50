"""Polling leaves nothing open, whatever is the matter with a source; the long run is `python -m tests.bench.leaks`."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.bench import leaks


def test_after_many_polls_no_more_is_open_than_after_some(tmp_path: Path) -> None:
    after = [held for _done, held in leaks.poll(tmp_path, 240, rounds=2)]

    assert not after[1].exceeds(after[0]), after


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_leak_in_one_source_of_twenty_would_be_seen(tmp_path: Path) -> None:
    left_open = []

    def leaking(host: str, port: int) -> list[str]:
        if host == "wrong1.test":
            left_open.append(socket.socket())
        return leaks.resolve(host, port)

    after = [held for _done, held in leaks.poll(tmp_path, 240, rounds=2, resolve=leaking)]

    for one in left_open:
        one.close()
    assert after[1].exceeds(after[0]), after
