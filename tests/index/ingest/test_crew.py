"""Who waits for something slow takes nobody's place."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from index.ingest import crew


def test_everything_that_is_given_is_done_once() -> None:
    left = list(range(50))

    def take(most: int) -> Sequence[int]:
        taken, left[:] = left[:most], left[most:]
        return taken

    assert sorted(crew.work_off(take, lambda one: one * 2, parallel=4)) == [one * 2 for one in range(50)]


def test_no_more_work_at_once_than_may() -> None:
    counting, busy, busiest = threading.Lock(), 0, 0
    left = list(range(40))

    def take(most: int) -> Sequence[int]:
        taken, left[:] = left[:most], left[most:]
        return taken

    def work(_one: int) -> None:
        nonlocal busy, busiest
        with counting:
            busy += 1
            busiest = max(busiest, busy)
        threading.Event().wait(0.01)
        with counting:
            busy -= 1

    assert len(list(crew.work_off(take, work, parallel=3))) == 40

    assert busiest == 3


def test_what_falls_due_while_something_slow_goes_on_is_done_meanwhile() -> None:
    """The slow one ends only when the others are done, of which one comes later."""
    done = threading.Event()
    left = ["slow", "quick", "late"]

    def take(most: int) -> Sequence[str]:
        return [left.pop(0)] if left else []

    def work(one: str) -> str:
        if one == "slow":
            assert done.wait(10)
        elif one == "late":
            done.set()
        return one

    assert set(crew.work_off(take, work, parallel=2)) == {"slow", "quick", "late"}


def test_the_slow_give_their_places_up_but_not_without_end() -> None:
    many = [0.0] * 8

    assert crew.room(many, crew.PATIENCE_S / 2, parallel=8) == 0
    assert crew.room(many, crew.PATIENCE_S * 2, parallel=8) == 8
    assert crew.room(many * 2, crew.PATIENCE_S * 2, parallel=8) == 8
    assert crew.room(many * crew.MOST_SLOW, crew.PATIENCE_S * 2, parallel=8) == 0
    assert crew.room([], 0.0, parallel=8) == 8
