"""A small real server of OpenAI's embeddings interface: vectors of the fake embedder, and faults as a test says."""

from __future__ import annotations

import contextlib
import http.server
import json
import threading
from collections.abc import Iterator
from typing import Any

from tests.fakes import FakeEmbedder


class EmbeddingsServer:
    """`faults` are worked off, one a request: a status, or the body of an answer; after them requests succeed."""

    def __init__(self) -> None:
        self.faults: list[int | bytes] = []
        self.retry_after: str | None = None
        self.required: str | None = None
        self.requests: list[dict[str, Any]] = []
        self._embedder = FakeEmbedder()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def answer(self, path: str, authorization: str | None, body: bytes) -> tuple[int, bytes]:
        if path != "/v1/embeddings":
            return 404, b"{}"
        if self.required is not None and authorization != f"Bearer {self.required}":
            return 401, b"{}"
        asked = json.loads(body)
        self.requests.append(asked)
        if self.faults:
            fault = self.faults.pop(0)
            return (fault, b"{}") if isinstance(fault, int) else (200, fault)
        try:
            vectors = 3 * self._embedder.passages(asked["input"])
        except ValueError:
            return 400, b"{}"
        data = [{"index": at, "embedding": vector.tolist()} for at, vector in enumerate(vectors)]
        return 200, json.dumps({"object": "list", "model": asked["model"], "data": data[::-1]}).encode()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                status, content = server.answer(self.path, self.headers.get("authorization"), body)
                self.send_response(status)
                if server.retry_after is not None:
                    self.send_header("retry-after", server.retry_after)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None: ...

        return Handler


@contextlib.contextmanager
def embeddings() -> Iterator[EmbeddingsServer]:
    """A running server."""
    server = EmbeddingsServer()
    try:
        yield server
    finally:
        server.close()
