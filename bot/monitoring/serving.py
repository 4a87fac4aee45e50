"""A small server for probes and for Prometheus, in the bot's event loop."""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable
from typing import Any

import tornado.httpserver
import tornado.web

from bot.monitoring.policy import MonitoringPolicy
from index.errors import SettingsError, SitrepError

# In a thread, for it reads SQL. Raises SitrepError where it can not be read.
Read = Callable[[], Awaitable[bytes]]
_TEXT = "text/plain; version=0.0.4; charset=utf-8"


class MonitoringServer:
    """`/healthz`: the process answers; `/readyz`: it has begun its work and reads its database; `/metrics`."""

    def __init__(self, policy: MonitoringPolicy, *, metrics: Read, is_ready: Callable[[], bool]) -> None:
        self._policy = policy
        reading = {"metrics": metrics, "is_ready": is_ready}
        pages: tuple[tuple[str, type[_Page]], ...] = (
            ("/healthz", _Health),
            ("/readyz", _Ready),
            ("/metrics", _Metrics),
        )
        application = tornado.web.Application([(path, page, reading) for path, page in pages], log_function=_no_log)
        self._server = tornado.httpserver.HTTPServer(application)

    def open(self) -> int:
        """The port that it listens on. Raises SettingsError where that can not be had."""
        host, port = self._policy.address
        try:
            listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        except OSError as error:
            where = self._policy.listen
            raise SettingsError(f"cannot listen on {where}: {error.strerror}; set monitoring.listen") from error
        listener.setblocking(False)
        self._server.add_socket(listener)
        return int(listener.getsockname()[1])

    async def close(self) -> None:
        self._server.stop()
        await self._server.close_all_connections()


class _Page(tornado.web.RequestHandler):
    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, metrics: Read, is_ready: Callable[[], bool]) -> None:
        self._metrics, self._is_ready = metrics, is_ready

    def set_default_headers(self) -> None:
        self.set_header("Content-Type", _TEXT)

    async def get(self) -> None:
        raise NotImplementedError

    async def head(self) -> None:
        await self.get()

    def say(self, status: int, text: str) -> None:
        self.set_status(status)
        self.finish(f"{text}\n")

    async def read(self) -> bytes | None:
        """The metrics; None, and said so, where the database can not be read."""
        try:
            return await self._metrics()
        except SitrepError as error:
            self.say(503, error.code)
            return None

    def log_exception(self, *_args: Any) -> None:
        """What a prober sends is no news."""


class _Health(_Page):
    async def get(self) -> None:
        self.say(200, "ok")


class _Ready(_Page):
    async def get(self) -> None:
        if not self._is_ready():
            self.say(503, "starting")
        elif await self.read() is not None:
            self.say(200, "ok")


class _Metrics(_Page):
    async def get(self) -> None:
        page = await self.read()
        if page is not None:
            self.finish(page)


def _no_log(_handler: tornado.web.RequestHandler) -> None:
    """Requests are not logged."""
