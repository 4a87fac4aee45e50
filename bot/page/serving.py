"""Serving the pages inside the bot's event loop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Iterator

import uvicorn
from starlette.applications import Starlette

from bot.briefings import BriefingPolicy
from bot.page.library import Library
from bot.page.policy import PagePolicy
from bot.page.site import build_site
from bot.pictures.easel import Easel
from index import Index
from index.errors import SettingsError


class PageServer:
    """Listens from `open` to `close`, which lets answers under way finish."""

    def __init__(self, site: Starlette, policy: PagePolicy) -> None:
        # A log of requests would hold addresses, and an address is all that one needs to read a page. uvicorn's own
        # switch is undone by whoever configures logging after it.
        logging.getLogger("uvicorn.access").disabled = True
        config = uvicorn.Config(
            site, log_config=None, access_log=False, lifespan="off", server_header=False, limit_concurrency=64
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


class _Server(uvicorn.Server):
    """Signals are the bot's own business."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
