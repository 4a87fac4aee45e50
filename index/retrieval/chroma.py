"""Where Chroma lives: in a folder of this process, or on a server. Opening it safely, and letting go."""

from __future__ import annotations

import base64
import contextlib
import re
import shutil
import ssl
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import disk_usage
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote, urlsplit

import filelock

from index.errors import SettingsError, SitrepError
from index.retrieval import probe

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

# Seconds that Chroma may take to answer before it counts as away: a server's request, or a probe of a folder.
PATIENCE_S = 15.0
_PROBE_S = 120.0
_EXAMINED = "examined"
_HEADER_NAME = re.compile(r"[A-Za-z0-9-]+")
# Bytes that stay free: what is written at once, its journal and a copy of the graph take less.
_LEAST_FREE = 200_000_000


class VectorsUnavailable(SitrepError):
    """Chroma can not be used now. Nothing is lost: an exact scan answers, and SQL holds every embedding.

    `broken`: waiting will not help, it must be made anew.
    """

    code = "vectors_unavailable"

    def __init__(self, sentence: str, *, broken: bool = False) -> None:
        super().__init__(sentence)
        self.broken = broken


class Home(Protocol):
    """Where Chroma lives."""

    def open(self) -> ClientAPI:
        """A client. Raises VectorsUnavailable, or an error of Chroma's."""
        ...

    def check_room(self) -> None:
        """Raises VectorsUnavailable where there is too little space to write."""
        ...

    def close(self, client: ClientAPI) -> None: ...

    def clear(self) -> None:
        """Remove what no client can open any more, as far as it is ours to remove."""
        ...


class Folder:
    """Chroma in a folder. It belongs to one process: a second one would lose vectors silently, so it is locked.

    A marker stays behind when the process is killed; whoever opens the folder next examines it first, in a process
    of its own, for a damaged one can raise, hang or crash (RELIABILITY.md, 0.1). One that was found sound and whose
    process died again is not believed twice: in one of 55 kills it crashed the process that opened it after all.
    """

    def __init__(
        self, folder: Path, *, probe_s: float = _PROBE_S, free: Callable[[Path], int] = lambda at: disk_usage(at).free
    ) -> None:
        self._folder = folder
        self._probe_s = probe_s
        self._free = free
        self._marker = folder.with_name(f"{folder.name}.in-use")
        # The process holds it, not a thread: one opens Chroma for a question, another makes it anew.
        self._lock = filelock.FileLock(folder.with_name(f"{folder.name}.lock"), timeout=0, thread_local=False)

    def open(self) -> ClientAPI:
        import chromadb

        self._take()
        try:
            left = self._marker.exists() and self._folder.exists()
            if left:
                self._examine()
            self._marker.write_text(_EXAMINED if left else "")
            return chromadb.PersistentClient(str(self._folder), settings=_settings())
        except BaseException:
            self._lock.release()
            raise

    def check_room(self) -> None:
        # After a write that failed for want of space Chroma's native code hung at a later one, and the process with it.
        if self._free(self._folder.parent) < _LEAST_FREE:
            raise VectorsUnavailable("The disk of the vector index is full: free some space in the data folder")

    def close(self, client: ClientAPI) -> None:
        client.close()
        self._marker.unlink(missing_ok=True)
        self._lock.release()

    def clear(self) -> None:
        self._take()
        try:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._marker.unlink(missing_ok=True)
        finally:
            self._lock.release()

    def _take(self) -> None:
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire()
        except filelock.Timeout as error:
            raise VectorsUnavailable("Another sitrep process uses the vectors in this data folder") from error

    def _examine(self) -> None:
        if self._marker.read_text() == _EXAMINED:
            raise VectorsUnavailable("Chroma's folder was found sound, and its process died all the same", broken=True)
        command = [sys.executable, "-m", probe.__name__, str(self._folder)]
        try:
            outcome = subprocess.run(command, timeout=self._probe_s, capture_output=True, check=False)
        except subprocess.TimeoutExpired as error:
            raise VectorsUnavailable("Chroma hangs on its folder", broken=True) from error
        if outcome.returncode != 0:
            raise VectorsUnavailable("Chroma's folder was damaged when a process was killed", broken=True)


def credentials(user: str | None, password: str | None) -> dict[str, str]:
    """The headers for what stands before the host in an address: a name and a password, or a token alone."""
    if not user:
        return {}
    if password is None:
        token = unquote(user)
        return {"Authorization": f"Bearer {token}", "X-Chroma-Token": token}
    pair = f"{unquote(user)}:{unquote(password)}".encode()
    return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}


class Server:
    """Chroma on a server; its address may hold credentials."""

    def __init__(
        self, url: str, *, headers: Sequence[str] = (), ca_file: str = "", patience_s: float = PATIENCE_S
    ) -> None:
        """`headers`: "Name: value" each, sent with every request; `ca_file`: whose certificates alone are trusted.

        Raises SettingsError where `url` is no http address, or a header none.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise SettingsError("CHROMA_URL is not an address, such as http://host:8000") from error
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise SettingsError("CHROMA_URL is not an address, such as http://host:8000")
        self._patience_s = patience_s
        self._secure = parts.scheme == "https"
        self._host = parts.hostname
        self._port = port or (443 if self._secure else 8000)
        self._headers = credentials(parts.username, parts.password) | dict(_header(one) for one in headers)
        self._trusted: ssl.SSLContext | bool = _trusting(ca_file) if ca_file else True

    def open(self) -> ClientAPI:
        import chromadb
        import httpx

        # Chroma's own client waits for ever, already while it is being made.
        scheme = "https" if self._secure else "http"
        address = f"{scheme}://{self._host}:{self._port}/api/v2/heartbeat"
        try:
            reply = httpx.get(address, timeout=self._patience_s, headers=self._headers, verify=self._trusted)
            reply.raise_for_status()
        except httpx.HTTPStatusError as error:
            if error.response.status_code in {401, 403}:
                raise VectorsUnavailable("The Chroma server refuses us: check CHROMA_HEADERS") from error
            raise VectorsUnavailable("The Chroma server does not answer") from error
        except httpx.HTTPError as error:
            raise VectorsUnavailable("The Chroma server does not answer") from error
        settings = _settings()
        settings.chroma_server_ssl_verify = self._trusted
        client = chromadb.HttpClient(self._host, self._port, ssl=self._secure, headers=self._headers, settings=settings)
        for session in _sessions(client):
            session.timeout = httpx.Timeout(self._patience_s)
        return client

    def check_room(self) -> None:
        """Its disk is not ours to see."""

    def close(self, client: ClientAPI) -> None:
        client.close()
        # It leaves its connections to the garbage collector.
        for session in _sessions(client):
            with contextlib.suppress(RuntimeError):
                session.close()

    def clear(self) -> None:
        """Nothing: a damaged collection of a server stays until the one that replaces it is whole."""


def _header(text: str) -> tuple[str, str]:
    name, _, value = text.partition(":")
    if not _HEADER_NAME.fullmatch(name.strip()) or not value.strip().isprintable() or not value.strip():
        # Not said which: it is a secret.
        raise SettingsError('CHROMA_HEADERS must be "Name: value", several with commas between them')
    return name.strip(), value.strip()


def _trusting(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise SettingsError(f"chroma.ca_file {ca_file} holds no certificates that can be read") from error


def _sessions(client: Any) -> list[Any]:
    """The HTTP sessions inside a client of a server."""
    servers = [getattr(one, "_server", None) for one in (client, getattr(client, "_admin_client", None))]
    return [session for server in servers if (session := getattr(server, "_session", None)) is not None]


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)
