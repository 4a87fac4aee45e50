"""Connections that go where the check said: resolved once, every address checked, the checked one dialled."""

from __future__ import annotations

import contextlib
import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore

from index.ingest.addresses import Address, IpAddress, is_public, refuse

# All IP addresses of a host, as text. May block; raises OSError where there are none.
Resolve = Callable[[str, int], list[str]]
# Connects to an IP address and port within so many seconds; raises OSError.
Dial = Callable[[tuple[str, int], float], socket.socket]


def system_resolve(host: str, port: int) -> list[str]:
    """What the system's resolver says, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def system_dial(address: tuple[str, int], timeout: float) -> socket.socket:
    return socket.create_connection(address, timeout)


class Deadline:
    """A moment by which a whole request must be over; `remaining` raises once it is."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("deadline")
        return left


def resolve_checked(
    address: Address, resolve: Resolve, *, deadline: Deadline, allow_private: Callable[[IpAddress], bool]
) -> list[IpAddress]:
    """The addresses of a host, all of them checked: a single private one among them refuses the host."""
    if address.ip is not None:
        found: list[IpAddress] = [address.ip]
    else:
        texts = _resolve_within(address, resolve, deadline)
        found = [ipaddress.ip_address(text.partition("%")[0]) for text in texts]
    if not all(is_public(ip) or allow_private(ip) for ip in found):
        raise refuse("That address leads into a private network.", "private_address")
    return found


def _resolve_within(address: Address, resolve: Resolve, deadline: Deadline) -> list[str]:
    """The resolver has no timeout of its own, so it is left behind in its thread where it takes too long."""
    answer: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(resolve(address.host, address.port))
        except (OSError, UnicodeError) as error:
            answer.put(error)

    threading.Thread(target=ask, name="resolve", daemon=True).start()
    try:
        found = answer.get(timeout=deadline.remaining())
    except queue.Empty:
        raise httpcore.ConnectTimeout("resolver") from None
    if isinstance(found, Exception) or not found:
        raise httpcore.ConnectError("no address")
    return found


class CheckedBackend(httpcore.NetworkBackend):
    """Dials only the addresses it was given; the host that the request names stays in SNI and Host."""

    def __init__(self, addresses: Iterable[IpAddress], deadline: Deadline, dial: Dial) -> None:
        self._addresses = list(addresses)
        self._dial = dial
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        last: OSError | None = None
        for ip in self._addresses[:4]:
            wait = min(self._deadline.remaining(), timeout or 10.0)
            try:
                return _Stream(self._dial((str(ip), port), wait), self._deadline)
            except OSError as error:
                last = error
        raise httpcore.ConnectError("no address answered") from last


class _Stream(httpcore.NetworkStream):
    """A socket whose every read and write ends by the deadline, at a byte a second, too."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._socket = sock
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _translated(httpcore.ReadTimeout, httpcore.ReadError):
            self._socket.settimeout(self._deadline.remaining())
            return self._socket.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with _translated(httpcore.WriteTimeout, httpcore.WriteError):
            self._socket.settimeout(self._deadline.remaining())
            self._socket.sendall(buffer)

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            with _translated(httpcore.ConnectTimeout, httpcore.ConnectError):
                self._socket.settimeout(self._deadline.remaining())
                return _Stream(ssl_context.wrap_socket(self._socket, server_hostname=server_hostname), self._deadline)
        except BaseException:
            self.close()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._socket if info == "socket" else None


@contextlib.contextmanager
def _translated(on_timeout: type[Exception], on_error: type[Exception]) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise on_timeout("deadline") from error
    except ssl.SSLError:
        raise
    except OSError as error:
        raise on_error("connection") from error
