"""A site on loopback in a process of its own, so that what it costs is not measured with what asks it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Protocol

from tests.servers.site import Reply, Request, Site


class World(Protocol):
    """What answers; its other methods can be called from the asking process."""

    def answer(self, request: Request) -> Reply: ...


class SiteApart:
    """Serves what `make` makes, there."""

    def __init__(self, make: Callable[[], World]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(make, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self.port: int = self._pipe.recv()

    def call(self, method: str, *args: Any) -> Any:
        """What a method of the world says; `busiest` is the site's."""
        self._pipe.send((method, args))
        return self._pipe.recv()

    def close(self) -> None:
        self._pipe.send(None)
        self._process.join()
        self._pipe.close()

    def __enter__(self) -> SiteApart:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _serve(make: Callable[[], World], pipe: Connection) -> None:
    world = make()
    with Site(world.answer, remember=False) as site:
        pipe.send(site.port)
        while (asked := pipe.recv()) is not None:
            method, args = asked
            pipe.send(site.busiest if method == "busiest" else getattr(world, method)(*args))
