"""A proxy before a Chroma server, by which a test troubles it: it stalls, is late, returns less than asked, or lets in
only those who know a header. With a certificate it speaks TLS.
"""

from __future__ import annotations

import contextlib
import http.server
import json
import ssl
import threading
from collections.abc import Iterator

import httpx

_HOP = {"connection", "content-length", "content-encoding", "transfer-encoding", "host", "keep-alive"}


class Proxy:
    """`late_s`: seconds until anything is answered; `fewer`: so many ids of each query's answer, None for all;
    `asked` counts requests, `queries` those for the nearest vectors."""

    def __init__(self, target: str, context: ssl.SSLContext | None = None) -> None:
        self.late_s = 0.0
        self.fewer: int | None = None
        self.asked = 0
        self.queries = 0
        self.required: tuple[str, str] | None = None
        self._target = target
        self._over = threading.Event()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{port}" if context is None else f"https://localhost:{port}"
        if context is not None:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def forward(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, str, bytes]:
        self.asked += 1
        is_query = path.partition("?")[0].endswith("/query")
        self.queries += is_query
        self._over.wait(self.late_s)
        given = {name.lower(): value for name, value in headers.items()}
        if self.required is not None and given.get(self.required[0]) != self.required[1]:
            return 401, "application/json", b"{}"
        kept = {name: value for name, value in headers.items() if name.lower() not in _HOP}
        with httpx.Client(base_url=self._target, timeout=60) as client:
            reply = client.request(method, path, headers=kept, content=body)
        content = reply.content
        if self.fewer is not None and is_query:
            found = json.loads(content)
            found["ids"] = [ids[: self.fewer] for ids in found["ids"]]
            content = json.dumps(found).encode()
        return reply.status_code, reply.headers.get("content-type", "application/json"), content

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        proxy = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one_request(self) -> None:
                self.raw_requestline = self.rfile.readline(65537)
                if not self.raw_requestline or not self.parse_request():
                    self.close_connection = True
                    return
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                # Whoever asked may have gone by now.
                with contextlib.suppress(OSError, httpx.HTTPError):
                    status, kind, content = proxy.forward(self.command, self.path, dict(self.headers), body)
                    self.send_response(status)
                    self.send_header("content-type", kind)
                    self.send_header("content-length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)
                    return
                self.close_connection = True

            def log_message(self, format: str, *args: object) -> None: ...

        return Handler


@contextlib.contextmanager
def troubled(target: str, context: ssl.SSLContext | None = None) -> Iterator[Proxy]:
    """A running proxy before `target`."""
    proxy = Proxy(target, context)
    try:
        yield proxy
    finally:
        proxy.close()
