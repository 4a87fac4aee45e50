"""Serving the pages inside the bot's event loop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Iterator

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.briefings import BriefingPolicy
from bot.page.library import Library
from bot.page.policy import PagePolicy
from bot.page.site import build_site
from bot.pictures.easel import Easel
from index import Index
from index.errors import SettingsError

# Browsers open a few connections and ask at once; others are kept open to keep everybody out.
_MOST_CONNECTIONS, _FIRST_REQUEST_S = 200, 10.0


class PageServer:
    """Listens from `open` to `close`, which lets answers under way finish."""

    def __init__(self, site: Starlette, policy: PagePolicy) -> None:
        # A log of requests would hold addresses, and an address is all that one needs to read a page. uvicorn's own
        # switch is undone by whoever configures logging after it.
        logging.getLogger("uvicorn.access").disabled = True
        config = uvicorn.Config(
            site,
            http=_Bounded,
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            limit_concurrency=2 * _MOST_CONNECTIONS,
        )
        config.timeout_graceful_shutdown = 3
        self._server = _Server(config)
        self._policy = policy

    async def open(self) -> int:
        """The port that it listens on. Raises SettingsError where that can not be had."""
        host, port = self._policy.host, self._policy.port
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            listening = socket.create_server((host, port), family=family)
        except OSError as error:
            raise SettingsError(
                f"the pages can not be served on {host}:{port} ({error.strerror}); set page.host and page.port"
            ) from error
        self._task = asyncio.create_task(self._server.serve(sockets=[listening]))
        return int(listening.getsockname()[1])

    async def close(self) -> None:
        self._server.should_exit = True
        await self._task


def page_server(corpus: Index, easel: Easel, briefing: BriefingPolicy, page: PagePolicy) -> PageServer:
    """A server of the pages of this corpus."""
    return PageServer(build_site(Library(corpus, easel, briefing)), page)


class _Bounded(H11Protocol):
    """A connection that is closed where nothing is asked on it soon, or where others come and there are too many."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.loop.call_later(_FIRST_REQUEST_S, self._close_where_silent)
        if len(self.connections) > _MOST_CONNECTIONS:
            silent = (other for other in self.connections if isinstance(other, _Bounded) and other.is_silent)
            next((other for other in silent if other is not self), self).transport.close()

    @property
    def is_silent(self) -> bool:
        return self.cycle is None and not self.transport.is_closing()

    def _close_where_silent(self) -> None:
        if self.is_silent:
            self.transport.close()


class _Server(uvicorn.Server):
    """Signals are the bot's own business."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
