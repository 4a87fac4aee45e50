"""Receiving updates by webhook. Who does not know the secret is turned away before anything is read or parsed."""

from __future__ import annotations

import asyncio
import hmac
import json
import socket
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import structlog
import telegram
import tornado.httpserver
import tornado.web
from tornado.http1connection import HTTP1Connection
from tornado.iostream import IOStream

from bot.chat import raw_updates
from bot.chat.dispatch import ALLOWED_UPDATES
from bot.chat.policy import TelegramPolicy
from bot.chat.raw_updates import Unread
from index.errors import SettingsError

# Whether the update is done with: if not, Telegram must send it again.
Take = Callable[[telegram.Update], Awaitable[bool]]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
# Telegram's updates are a few kilobytes.
_MOST_BYTES = 1_000_000
# Telegram posts at once, and a reverse proxy opens a connection when it has something to say.
_MOST_HEADER_BYTES, _IDLE_S = 16_384, 60.0
# Connections on which nobody has shown the secret yet: each is closed soon, the oldest where there are too many.
_MOST_SILENT, _SILENT_S = 200, 10.0
# Telegram is told that an update is taken when it is done with. What takes longer than this, or what another process
# is at, it sends again: the process may die, and then somebody must be sent the update.
_PATIENCE_S = 20.0
_AGAIN_S = "2"


def secret_of_token(token: str) -> str:
    """What Telegram shows with each update: the same in every process of the bot, and it tells nothing of the token."""
    return hmac.new(token.encode(), b"sitrep webhook", "sha256").hexdigest()


class Webhook:
    """A small server for Telegram's posts; `open` it before `register`, so that none comes too early."""

    def __init__(self, bot: telegram.Bot, take: Take, unread: Unread, *, policy: TelegramPolicy, secret: str) -> None:
        self._bot = bot
        self._policy = policy
        self._secret = secret
        self.under_way: set[asyncio.Task[bool]] = set()
        path = urlsplit(policy.webhook_url).path or "/"
        silent = _Silent()
        shared = {
            "bot": bot,
            "take": take,
            "unread": unread,
            "secret": secret,
            "under_way": self.under_way,
            "silent": silent,
        }
        application = tornado.web.Application([(f"{path.rstrip('/')}/?", _Handler, shared)], log_function=_no_log)
        self._server = _Server(
            application,
            max_body_size=_MOST_BYTES,
            max_header_size=_MOST_HEADER_BYTES,
            idle_connection_timeout=_IDLE_S,
            body_timeout=_IDLE_S,
        )
        self._server.silent = silent

    def open(self) -> None:
        """Listen. Raises SettingsError where the port can not be had."""
        host, port = self._policy.listen
        try:
            listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        except OSError as error:
            where = self._policy.webhook_listen
            raise SettingsError(f"cannot listen on {where}: {error.strerror}; set telegram.webhook_listen") from error
        listener.setblocking(False)
        self._server.add_socket(listener)

    async def register(self) -> None:
        """Tell Telegram where we listen."""
        await self._bot.set_webhook(
            self._policy.webhook_url, secret_token=self._secret, allowed_updates=ALLOWED_UPDATES
        )

    async def close(self, *, within_s: float) -> None:
        """Take nothing more, and wait that long for the updates under way."""
        self._server.stop()
        if self.under_way:
            await asyncio.wait(set(self.under_way), timeout=within_s)
        await self._server.close_all_connections()


class _Silent:
    """The connections on which nobody has shown the secret, the oldest first."""

    def __init__(self) -> None:
        self._streams: dict[IOStream, None] = {}

    def opened(self, stream: IOStream) -> None:
        self._streams[stream] = None
        asyncio.get_running_loop().call_later(_SILENT_S, self._close, stream)
        if len(self._streams) > _MOST_SILENT:
            self._close(next(iter(self._streams)))

    def spoke(self, stream: IOStream) -> None:
        self._streams.pop(stream, None)

    def _close(self, stream: IOStream) -> None:
        if stream in self._streams:
            del self._streams[stream]
            stream.close()


class _Server(tornado.httpserver.HTTPServer):
    """Who opens connections and says nothing keeps nobody out."""

    silent: _Silent

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        self.silent.opened(stream)
        super().handle_stream(stream, address)


@tornado.web.stream_request_body
class _Handler(tornado.web.RequestHandler):
    SUPPORTED_METHODS = ("POST",)

    def initialize(
        self,
        bot: telegram.Bot,
        take: Take,
        unread: Unread,
        secret: str,
        under_way: set[asyncio.Task[bool]],
        silent: _Silent,
    ) -> None:
        self._bot, self._take, self._unread, self._secret, self._under_way = bot, take, unread, secret, under_way
        self._silent = silent
        self._body = bytearray()

    def prepare(self) -> None:
        """Called when the headers are in, before the body."""
        given = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self._secret.encode()):
            raise tornado.web.HTTPError(403)
        connection = self.request.connection
        if isinstance(connection, HTTP1Connection):
            self._silent.spoke(connection.stream)
        if self.request.headers.get("Content-Type", "").partition(";")[0].strip() != "application/json":
            raise tornado.web.HTTPError(403)

    def data_received(self, chunk: bytes) -> None:
        self._body += chunk

    async def post(self) -> None:
        try:
            row = json.loads(self._body)
        except (ValueError, RecursionError) as error:
            raise tornado.web.HTTPError(400) from error
        if raw_updates.number_of(row) is None:
            raise tornado.web.HTTPError(400)
        update = raw_updates.read(row, self._bot)
        if update is None:
            # Acknowledged and passed over: refused, Telegram would send it again and again, before all others.
            await self._unread()
            self.set_status(200)
            return
        task = asyncio.ensure_future(self._take(update))
        self._under_way.add(task)
        task.add_done_callback(self._ended)
        await asyncio.wait([task], timeout=_PATIENCE_S)
        if _is_done(task):
            self.set_status(200)
        else:
            self.set_header("Retry-After", _AGAIN_S)
            self.set_status(503)

    def _ended(self, task: asyncio.Task[bool]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            structlog.get_logger("bot.chat").error("update not taken", error=type(error).__name__)

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        self.finish()

    def log_exception(self, *_args: Any) -> None:
        """Requests of strangers are no news, and may hold anything."""


def _is_done(task: asyncio.Task[bool]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is None and task.result()


def _no_log(_handler: tornado.web.RequestHandler) -> None:
    """Requests are not logged."""
