"""The one place that talks to Chroma, embedded or on a server: ids and vectors in, nearest ids out."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import filelock

from index.embedding.embedder import Vectors
from index.errors import SettingsError, SitrepError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

T = TypeVar("T")

# Chroma's own bound is 5,461; smaller batches keep its server responsive.
_BATCH = 1000
# Seconds that a Chroma server may take to answer before it counts as away.
_PATIENCE_S = 15.0


class VectorsUnavailable(SitrepError):
    """Chroma can not be used now. Nothing is lost: an exact scan answers, and SQL holds every embedding."""

    code = "vectors_unavailable"


def collection_name(token: str, generation: int, fingerprint: str) -> str:
    """The name of the collection of one corpus and generation; another model's embeddings never share it."""
    return f"sitrep-{token}-{generation}-{hashlib.sha256(fingerprint.encode()).hexdigest()[:12]}"


class VectorStore:
    """Collections of vectors by name. Opened when first used; every failure is VectorsUnavailable.

    An embedded Chroma belongs to one process: a second one is refused by a lock on the folder, for it would lose
    vectors silently.
    """

    def __init__(self, connect: Callable[[], ClientAPI], lock: filelock.FileLock | None) -> None:
        self._connect = connect
        self._lock = lock
        self._opening = threading.Lock()
        self._client: ClientAPI | None = None
        self._collections: dict[str, Collection] = {}

    @classmethod
    def embedded(cls, folder: Path) -> VectorStore:
        def connect() -> ClientAPI:
            import chromadb

            return chromadb.PersistentClient(str(folder), settings=_settings())

        return cls(connect, filelock.FileLock(folder.with_name(f"{folder.name}.lock"), timeout=0))

    @classmethod
    def server(cls, url: str) -> VectorStore:
        """The Chroma server at `url`. Raises SettingsError where that is no http address."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise SettingsError("CHROMA_URL is not an address, such as http://host:8000") from error
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise SettingsError("CHROMA_URL is not an address, such as http://host:8000")
        host, secure = parts.hostname, parts.scheme == "https"

        def connect() -> ClientAPI:
            import chromadb
            import httpx

            # Chroma's own client waits for ever, already while it is being made.
            httpx.get(f"{url.rstrip('/')}/api/v2/heartbeat", timeout=_PATIENCE_S).raise_for_status()
            client = chromadb.HttpClient(host, port or (443 if secure else 8000), ssl=secure, settings=_settings())
            for session in _sessions(client):
                session.timeout = httpx.Timeout(_PATIENCE_S)
            return client

        return cls(connect, None)

    def upsert(self, name: str, ids: Sequence[str], vectors: Vectors) -> None:
        """Put vectors under their ids; those already there are replaced."""
        with _translated():
            collection = self._collection(name)
            for begin in range(0, len(ids), _BATCH):
                end = begin + _BATCH
                collection.upsert(ids=list(ids[begin:end]), embeddings=vectors[begin:end])

    def query(self, name: str, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The ids of the `k` nearest vectors with their cosine, nearest first."""
        with _translated():
            found = self._collection(name).query(query_embeddings=[vector], n_results=k, include=["distances"])
        ids, distances = found["ids"][0], (found["distances"] or [[]])[0]
        return [(one, 1.0 - float(distance)) for one, distance in zip(ids, distances, strict=True)]

    def delete(self, name: str, ids: Sequence[str]) -> None:
        """Remove ids; those that are not there are no error."""
        with _translated():
            collection = self._collection(name)
            for begin in range(0, len(ids), _BATCH):
                collection.delete(ids=list(ids[begin : begin + _BATCH]))

    def vectors(self, name: str) -> Iterator[tuple[list[str], Vectors]]:
        """All that a collection holds, in batches."""
        import numpy as np

        offset = 0
        while True:
            with _translated():
                page = self._collection(name).get(limit=_BATCH, offset=offset, include=["embeddings"])
            if not page["ids"]:
                return
            yield page["ids"], np.asarray(page["embeddings"], np.float32)
            offset += len(page["ids"])

    def drop_others(self, name: str) -> None:
        """Remove every other collection of the same corpus."""
        prefix = name.rsplit("-", 2)[0] + "-"
        with _translated():
            client = self._opened()
            for other in client.list_collections():
                if other.name.startswith(prefix) and other.name != name:
                    self._collections.pop(other.name, None)
                    with contextlib.suppress(Exception):  # another process may have dropped it already
                        client.delete_collection(other.name)

    def close(self) -> None:
        """Let go of Chroma and of its folder."""
        with self._opening:
            client, self._client = self._client, None
            self._collections.clear()
            if client is not None:
                with contextlib.suppress(Exception):
                    client.close()
                    # It leaves its connections to the garbage collector.
                    for session in _sessions(client):
                        session.close()
            if self._lock is not None:
                self._lock.release()

    def _collection(self, name: str) -> Collection:
        client = self._opened()
        if name not in self._collections:
            self._collections[name] = client.get_or_create_collection(
                name,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
            )
        return self._collections[name]

    def _opened(self) -> ClientAPI:
        with self._opening:
            if self._client is None:
                self._take()
                self._client = self._connect()
            return self._client

    def _take(self) -> None:
        if self._lock is None:
            return
        path = Path(self._lock.lock_file)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire()
        except filelock.Timeout as error:
            raise VectorsUnavailable("Another sitrep process uses the vectors in this data folder") from error
        path.write_text(str(os.getpid()))


def _sessions(client: Any) -> list[Any]:
    """The HTTP sessions inside a client of a server; an embedded one has none."""
    servers = [getattr(one, "_server", None) for one in (client, getattr(client, "_admin_client", None))]
    return [session for server in servers if (session := getattr(server, "_session", None)) is not None]


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    """Chroma raises its own errors, its transport's, pyo3's panics and plain ValueError: all mean the same to us."""
    try:
        yield
    except SitrepError:
        raise
    except Exception as error:
        raise VectorsUnavailable(f"Chroma does not answer ({type(error).__name__})") from error
