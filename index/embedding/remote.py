"""An embedder behind an address: any server that speaks OpenAI's embeddings interface (TEI, Infinity, vLLM, Ollama)."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

import httpx
import numpy as np

from index.embedding import e5, languages
from index.embedding.embedder import EmbeddingPolicy, Vectors, in_batches
from index.errors import EmbedderLost, ModelMissing, SettingsError

_ATTEMPTS = 3
_PAUSE_S, _LONGEST_PAUSE_S = 0.5, 10.0
# The server may be starting, or have too much to do.
_TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
# What it says of a text that it does not take.
_REFUSED = frozenset({400, 413, 422})
_PROMPTS = {e5.NAME: ("query: ", "passage: "), e5.HUB_NAME: ("query: ", "passage: ")}


class RemoteModel:
    """The model `policy.model` on the server at `policy.url`. Several threads may use it.

    Raises EmbedderLost where the server is away, ValueError for a text that it refuses, ModelMissing where it does not
    know the model or us.
    """

    def __init__(self, policy: EmbeddingPolicy, *, sleep: Callable[[float], None] = time.sleep) -> None:
        """Raises SettingsError where the address is none."""
        if urlsplit(policy.url).scheme not in {"http", "https"} or not urlsplit(policy.url).hostname:
            raise SettingsError("embedding.url is not an address, such as http://host:8080/v1")
        self._name = e5.HUB_NAME if policy.model == e5.NAME else policy.model
        usual = _PROMPTS.get(policy.model, ("", ""))
        self._query_prompt = policy.query_prompt or usual[0]
        self._passage_prompt = policy.passage_prompt or usual[1]
        self._batch_size = policy.batch_size
        self._sleep = sleep
        headers = {"Authorization": f"Bearer {policy.api_key}"} if policy.api_key else {}
        self._client = httpx.Client(timeout=policy.deadline_s, headers=headers)
        self._address = f"{policy.url.rstrip('/')}/embeddings"
        self._lock = threading.Lock()
        self._dimension: int | None = None
        self._languages: Vectors | None = None
        # Seconds waited for it, by what for.
        self.waited_s: defaultdict[str, float] = defaultdict(float)

    @property
    def fingerprint(self) -> str:
        """Of the model and what it is told, not of the server: the same model on another one gives the same vectors."""
        told = f"{self._name}\0{self._query_prompt}\0{self._passage_prompt}"
        return f"{self._name.rpartition('/')[2]}-served-{hashlib.sha256(told.encode()).hexdigest()[:12]}"

    @property
    def dimension(self) -> int:
        if self._dimension is None:
            self._dimension = self._embed(["?"], "passages").shape[1]
        return self._dimension

    def passages(self, texts: Sequence[str]) -> Vectors:
        prompted = [self._passage_prompt + text for text in texts]
        return in_batches(prompted, self._batch_size, lambda batch: self._embed(batch, "passages"), self.dimension)

    def queries(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self._embed([self._query_prompt + text for text in texts], "queries")
        return languages.without(vectors, self._apart())

    def close(self) -> None:
        self._client.close()

    def _apart(self) -> Vectors:
        with self._lock:
            if self._languages is None:
                self._languages = languages.directions(self.passages)
            return self._languages

    def _embed(self, texts: Sequence[str], what: str) -> Vectors:
        began = time.monotonic()
        try:
            return _vectors(self._ask(list(texts)), len(texts))
        finally:
            self.waited_s[what] += time.monotonic() - began

    def _ask(self, texts: list[str]) -> Any:
        """The server's answer. What may pass is tried again, a question as well as passages."""
        body = {"model": self._name, "input": texts, "encoding_format": "float"}
        for attempt in range(_ATTEMPTS):
            last = attempt == _ATTEMPTS - 1
            try:
                reply = self._client.post(self._address, json=body)
            except httpx.HTTPError as error:
                if last:
                    raise EmbedderLost("The embeddings server does not answer") from error
                self._sleep(_PAUSE_S * 2**attempt)
                continue
            if reply.status_code not in _TRANSIENT or last:
                return _content(reply)
            self._sleep(_pause(reply, attempt))
        raise AssertionError("unreachable")


def _content(reply: httpx.Response) -> Any:
    if reply.status_code in _REFUSED:
        raise ValueError(f"the embeddings server refuses the text ({reply.status_code})")
    if reply.status_code in {401, 403}:
        raise ModelMissing("The embeddings server refuses us: check OPENAI_API_KEY")
    if reply.status_code == 404:
        raise ModelMissing("The embeddings server does not know the model: check embedding.url and embedding.model")
    if reply.status_code != 200:
        raise EmbedderLost(f"The embeddings server fails ({reply.status_code})")
    try:
        return reply.json()
    except ValueError as error:
        raise EmbedderLost("The embeddings server's answer is not JSON") from error


def _pause(reply: httpx.Response, attempt: int) -> float:
    asked = reply.headers.get("retry-after", "")
    return min(float(asked), _LONGEST_PAUSE_S) if asked.isdecimal() else _PAUSE_S * 2**attempt


def _vectors(answer: Any, count: int) -> Vectors:
    """The vectors of an answer, in the order of the texts, of length 1. Raises EmbedderLost where it is no answer."""
    try:
        rows = sorted(answer["data"], key=lambda row: row["index"])
        vectors = np.array([row["embedding"] for row in rows], np.float32)
    except (KeyError, TypeError, ValueError) as error:
        raise EmbedderLost("The embeddings server's answer holds no embeddings") from error
    if [row["index"] for row in rows] != list(range(count)) or vectors.ndim != 2 or not np.isfinite(vectors).all():
        raise EmbedderLost("The embeddings server's answer does not fit what was asked")
    unit: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return unit
