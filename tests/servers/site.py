"""A small web site on loopback: scripted answers, faults included, and a record of every request."""

from __future__ import annotations

import dataclasses
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Protocol


@dataclasses.dataclass(frozen=True)
class Request:
    """One request as it came in; header names in lower case."""

    path: str
    headers: Mapping[str, str]

    @property
    def host(self) -> str:
        return self.headers.get("host", "").partition(":")[0]


@dataclasses.dataclass(frozen=True)
class Reply:
    """What to answer, `delay_s` later. `raw` replaces the whole answer; `drip_s` waits before each byte of the body;
    `cut` closes the connection after so many bytes of the body; `endless` repeats it until the reader goes."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = dataclasses.field(default_factory=dict)
    raw: bytes | None = None
    delay_s: float = 0.0
    drip_s: float = 0.0
    cut: int | None = None
    endless: bool = False


class Certificate(Protocol):
    """What a server proves itself with; trustme's are some."""

    def configure_cert(self, ctx: ssl.SSLContext, /) -> None: ...


Answer = Callable[[Request], Reply]


class Site:
    """Serves `routes` (path to Reply, or to a function of the request), or whatever `answer` says.

    `busiest` is the largest number of requests that any one Host was serving at once.
    """

    def __init__(
        self,
        answer: Answer | None = None,
        address: str = "127.0.0.1",
        certificate: Certificate | None = None,
        remember: bool = True,
    ) -> None:
        self._remember = remember
        self.routes: dict[str, Reply | Answer] = {}
        self.requests: list[Request] = []
        self.busiest = 0
        self._answer = answer or self._route
        self._closing = threading.Event()
        self._tls: ssl.SSLContext | None = None
        if certificate is not None:
            self._tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            certificate.configure_cert(self._tls)
        self._lock = threading.Lock()
        self._active: dict[str, int] = {}
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._listener = socket.create_server((address, 0), family=family, backlog=128)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://{f'[{address}]' if ':' in address else address}:{self.port}"
        self._thread = threading.Thread(target=self._accept, name="site", daemon=True)
        self._thread.start()

    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def close(self) -> None:
        self._closing.set()
        # Wakes the accepting thread, which a plain close would leave waiting.
        with socket.socket(self._listener.family, socket.SOCK_STREAM) as waker:
            waker.connect(self._listener.getsockname())
        self._thread.join()
        self._listener.close()

    def __enter__(self) -> Site:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _route(self, request: Request) -> Reply:
        reply = self.routes.get(request.path, Reply(b"not here", 404))
        return reply if isinstance(reply, Reply) else reply(request)

    def _accept(self) -> None:
        while not self._closing.is_set():
            connection, _ = self._listener.accept()
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                if self._tls is not None:
                    connection = self._tls.wrap_socket(connection, server_side=True)
                request = _read_request(connection)
                if request is not None:
                    self._reply(connection, request)
            except OSError:
                pass  # the reader hung up, as a bounded reader does
            finally:
                connection.close()

    def _reply(self, connection: socket.socket, request: Request) -> None:
        with self._lock:
            if self._remember:
                self.requests.append(request)
            self._active[request.host] = self._active.get(request.host, 0) + 1
            self.busiest = max(self.busiest, self._active[request.host])
        try:
            reply = self._answer(request)
            if reply.delay_s:
                self._closing.wait(reply.delay_s)
            payload = self._payload(connection, reply)
        finally:
            # Counted as over before the last byte leaves: the reader may be back at once.
            with self._lock:
                self._active[request.host] -= 1
        connection.sendall(payload)

    def _payload(self, connection: socket.socket, reply: Reply) -> bytes:
        """What is left to send in one go, after all that is sent slowly or for ever."""
        if reply.raw is not None:
            return reply.raw
        head = f"HTTP/1.1 {reply.status} x\r\n"
        headers = {"connection": "close", **{name.lower(): value for name, value in reply.headers.items()}}
        if not reply.endless:
            headers.setdefault("content-length", str(len(reply.body)))
        start = (head + "".join(f"{n}: {v}\r\n" for n, v in headers.items()) + "\r\n").encode()
        if not (reply.drip_s or reply.endless):
            return start + reply.body[: reply.cut]
        connection.sendall(start)
        while True:
            for at in range(len(reply.body)) if reply.drip_s else ():
                if self._closing.wait(reply.drip_s):
                    return b""
                connection.sendall(reply.body[at : at + 1])
            if not reply.endless or self._closing.is_set():
                return b""
            connection.sendall(reply.body)


def _read_request(connection: socket.socket) -> Request | None:
    connection.settimeout(30)
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return None
        data += more
    first, *lines = data.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return Request(first.split(" ")[1], headers)
