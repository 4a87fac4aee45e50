"""The one place that talks to Chroma: ids and vectors in, nearest ids out."""

from __future__ import annotations

import contextlib
import hashlib
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import structlog

from index.embedding.embedder import Vectors
from index.errors import SitrepError
from index.retrieval import probe
from index.retrieval.chroma import Home, VectorsUnavailable
from index.retrieval.patience import within
from index.retrieval.scope import Label

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

# Chroma's own bound is 5,461; smaller batches keep its server responsive.
_BATCH = 1000
# Embedded Chroma holds Python's interpreter while it writes: nothing else runs in this process. So it writes few
# vectors at once, and rests for this share of the time that it took.
_WRITTEN_AT_ONCE = 200
_REST = 0.2
# Seconds that a question waits for Chroma; then an exact scan answers it, and those of the next while.
_PATIENCE_S = 3.0
# Seconds for which a Chroma that failed is not asked again: every question would wait for it.
_REST_S = 30.0

# Chroma's graph, chosen by how many of the 100 nearest of 100,000 it finds: see tests/bench/sizes.py.
_GRAPH = {"max_neighbors": 32, "ef_construction": 200, "ef_search": 400}


def collection_name(token: str, generation: int, fingerprint: str) -> str:
    """The name of the collection of one corpus and generation; another model's embeddings never share it."""
    return f"sitrep-{token}-{generation}-{hashlib.sha256(fingerprint.encode()).hexdigest()[:12]}"


class VectorStore:
    """Collections of vectors by name. Opened when first used; every failure is VectorsUnavailable.

    After a failure it rests for a while, during which every call fails at once.
    """

    def __init__(self, home: Home, *, patience_s: float = _PATIENCE_S) -> None:
        self._home = home
        self._patience_s = patience_s
        self._slow_until = 0.0
        self._opening = threading.Lock()
        self._client: ClientAPI | None = None
        self._collections: dict[str, Collection] = {}
        self._failed: VectorsUnavailable | None = None
        self._rests_until = 0.0
        self._filling = threading.Lock()
        self._told: str | None = None
        self._log = structlog.get_logger()

    def create(self, name: str) -> None:
        """Make a collection unless it is there."""
        with self._translated():
            self._collections[name] = self._opened().get_or_create_collection(
                name, embedding_function=None, configuration={"hnsw": {"space": "cosine", **_GRAPH}}
            )

    def upsert(self, name: str, ids: Sequence[str], vectors: Vectors, labels: Sequence[Label]) -> None:
        """Put vectors and their labels under their ids; those already there are replaced."""
        metadatas = [one.as_metadata() for one in labels]
        with self._translated():
            collection = self._collection(name)
            for begin in range(0, len(ids), _WRITTEN_AT_ONCE):
                self._home.check_room()
                end, began = begin + _WRITTEN_AT_ONCE, time.monotonic()
                collection.upsert(
                    ids=list(ids[begin:end]), embeddings=vectors[begin:end], metadatas=metadatas[begin:end]
                )
                if end < len(ids):
                    time.sleep(_REST * (time.monotonic() - began))
        self._tell(None)

    @contextlib.contextmanager
    def filled(self) -> Iterator[None]:
        """While many vectors are put in: a question does not wait behind them, an exact scan answers."""
        with self._filling:
            yield

    def query(self, name: str, vector: Vectors, k: int, *, where: Mapping[str, Any] | None = None) -> list[str]:
        """The ids of the `k` nearest vectors, of those whose labels are as `where` says; nearest first."""
        return self.query_each(name, vector[None, :], k, where=where)[0]

    def query_each(
        self, name: str, vectors: Vectors, k: int, *, where: Mapping[str, Any] | None = None
    ) -> list[list[str]]:
        """The same for each of some vectors, by one query."""
        if self._filling.locked():
            raise VectorsUnavailable("Chroma is being filled")
        if self._client is None and self._opening.locked():
            # After a kill that takes a while: a question does not wait for it, an exact scan answers.
            raise VectorsUnavailable("Chroma is being opened")
        if time.monotonic() < self._slow_until:
            raise VectorsUnavailable("Chroma is slow")
        with self._translated(), contextlib.suppress(TimeoutError):
            return within(self._patience_s, lambda: self._nearest(name, vectors, k, where))
        # Only for questions: what is being written may take its time.
        self._slow_until = time.monotonic() + _REST_S
        raise VectorsUnavailable("Chroma is slow")

    def _nearest(self, name: str, vectors: Vectors, k: int, where: Mapping[str, Any] | None) -> list[list[str]]:
        filtering: Any = None if where is None else dict(where)
        nearest = self._collection(name).query(query_embeddings=list(vectors), n_results=k, include=[], where=filtering)
        ids: list[list[str]] = nearest["ids"]
        return ids

    def delete(self, name: str, ids: Sequence[str]) -> None:
        """Remove ids; those that are not there are no error."""
        with self._translated():
            collection = self._collection(name)
            for begin in range(0, len(ids), _BATCH):
                collection.delete(ids=list(ids[begin : begin + _BATCH]))

    def count(self, name: str) -> int:
        with self._translated():
            count: int = self._collection(name).count()
            return count

    def is_sound(self, name: str) -> bool:
        """Whether the collection finds the vectors that it holds, by the newest and a sample."""
        with self._translated():
            return probe.is_sound(self._collection(name))

    def vectors(self, name: str) -> Iterator[tuple[list[str], Vectors]]:
        """All that a collection holds, in batches."""
        offset = 0
        while True:
            with self._translated():
                page = self._collection(name).get(limit=_BATCH, offset=offset, include=["embeddings"])
            if not page["ids"]:
                return
            yield page["ids"], np.asarray(page["embeddings"], np.float32)
            offset += len(page["ids"])

    def drop_others(self, name: str) -> None:
        """Remove every other collection of the same corpus."""
        prefix = name.rsplit("-", 2)[0] + "-"
        with self._translated():
            client = self._opened()
            others = {one.name for one in client.list_collections() if one.name.startswith(prefix)} - {name}
            for other in others:
                self._collections.pop(other, None)
                client.delete_collection(other)

    def clear(self) -> None:
        """Let go of a broken Chroma and remove what it left, so that it can be made anew."""
        with self._opening:
            self._let_go()
            with self._translated():
                self._home.clear()

    def wake(self) -> None:
        """Try Chroma again at the next call, even if it failed a moment ago."""
        self._rests_until = self._slow_until = 0.0

    def close(self) -> None:
        """Let go of Chroma and of its folder."""
        with self._opening:
            self._let_go()

    def _tell(self, why: str | None) -> None:
        """One line where it begins to fail, and one where it is written to again: not one for each try."""
        told, self._told = self._told, why
        if why is not None and why != told:
            self._log.warning("vectors_unavailable", why=why)
        elif why is None and told is not None:
            self._log.info("vectors_back")

    def _let_go(self) -> None:
        client, self._client = self._client, None
        self._collections.clear()
        self._rests_until = self._slow_until = 0.0
        if client is not None:
            with contextlib.suppress(Exception):  # whatever it has to say no longer matters
                self._home.close(client)

    def _collection(self, name: str) -> Collection:
        if name not in self._collections:
            self._collections[name] = self._opened().get_collection(name, embedding_function=None)
        return self._collections[name]

    def _opened(self) -> ClientAPI:
        with self._opening:
            if self._client is None:
                self._client = self._home.open()
            return self._client

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        """Chroma raises its own errors, its transport's, pyo3's and ValueError: all mean the same to us."""
        if self._failed is not None and time.monotonic() < self._rests_until:
            raise self._failed
        try:
            yield
        except BaseException as error:
            # A panic in Chroma's native code is no Exception.
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise
            failure = _failure(error)
            self._tell(str(failure))
            self._failed, self._rests_until = failure, time.monotonic() + _REST_S
            self._collections.clear()
            raise failure from error


def _failure(error: BaseException) -> VectorsUnavailable:
    import httpx

    if isinstance(error, VectorsUnavailable):
        return error
    if isinstance(error, SitrepError):
        return VectorsUnavailable(str(error))
    away = isinstance(error, httpx.TransportError) or "Could not connect" in str(error)
    return VectorsUnavailable(f"Chroma fails ({type(error).__name__})", broken=not away)
