"""The HTTP side of the Bot API server: requests in, replies (spoilt where a fault says so) out.

Side door for a test in another process, JSON in and out, POST: /control/push (an update; `?id=` repeats one),
/control/fault (the fields of Fault), /control/heal, /control/receipts (those after `{"after": n}`).
"""

from __future__ import annotations

import dataclasses
import email
import email.policy
import json
import re
import socket
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.servers import botapi_rules as rules
from tests.servers.botapi_rules import Params

if TYPE_CHECKING:
    from tests.servers.botapi import BotApi, Fault

_GARBAGE = b"<html><body>Please sign in to this network</body></html>"
_JSON_FIELDS = {"reply_markup", "entities", "allowed_updates", "link_preview_options", "commands", "scope"}


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, api: BotApi, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.api = api

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed in the middle of a request is what many tests are about."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        address = urlsplit(self.path)
        params = {**dict(parse_qsl(address.query)), **read_body(self.headers.get("Content-Type", ""), body)}
        if address.path.startswith("/control/"):
            self._reply(200, json.dumps(control(self.server.api, address.path[9:], params)).encode())
            return
        sent = re.fullmatch(r"/file/bot([^/]+)/documents/(\w+)", unquote(address.path))
        if sent is not None and sent[1] == self.server.api.token and sent[2] in self.server.api.files:
            self._reply(200, self.server.api.files[sent[2]], kind="application/octet-stream")
            return
        match = re.fullmatch(r"/bot([^/]+)/(\w+)", address.path)
        if match is None or match[1] != self.server.api.token:
            self._reply(401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}')
        else:
            self._answer(match[2], params)

    def _answer(self, method: str, params: Params) -> None:
        api = self.server.api
        if method.lower() == "getupdates":
            status, body, fault = *api.get_updates(params), api.take_fault("getUpdates", None)
        else:
            status, body, fault = api.call(method, params)
        if fault is not None and fault.how != "refuse":
            self._spoil(fault)
        elif fault is not None:
            refused = api.refused(fault)
            self._reply(refused["error_code"], json.dumps(refused).encode())
        else:
            self._reply(status, json.dumps(body).encode())

    def _spoil(self, fault: Fault) -> None:
        if fault.how == "hang":
            self.server.api.stopping.wait(fault.seconds)
        if fault.how in {"cut", "hang"}:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        status = (fault.status if fault.status != 200 else 502) if fault.how == "html" else 200
        self._reply(status, _GARBAGE, kind="text/html")

    def _reply(self, status: int, body: bytes, *, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def read_body(kind: str, body: bytes) -> Params:
    """The parameters of a form, JSON or multipart body; of a file, what it is."""
    if kind.startswith("application/json"):
        return dict(json.loads(body or b"{}"))
    if kind.startswith("multipart/form-data"):
        fields = _multipart(kind, body)
    else:
        fields = dict(parse_qsl(body.decode(), keep_blank_values=True))
    return {k: json.loads(v) if k in _JSON_FIELDS and isinstance(v, str) and v else v for k, v in fields.items()}


def _multipart(kind: str, body: bytes) -> dict[str, Any]:
    parsed = email.message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body, policy=email.policy.HTTP)
    fields: dict[str, Any] = {}
    for part in parsed.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        named_file = part.get_filename() is not None
        fields[str(name)] = rules.describe(content) if named_file else content.decode()
    return fields


def control(api: BotApi, action: str, params: Params) -> Any:
    if action == "push":
        return {"update_id": api.push(params.get("update", params), update_id=params.get("id"))}
    if action == "fault":
        return dataclasses.asdict(api.fault(params.pop("method"), **params))
    if action == "heal":
        return api.heal()
    with api.changed:
        return [dataclasses.asdict(receipt) for receipt in api.receipts[int(params.get("after", 0)) :]]


def post_update(hook: Params, update: dict[str, Any]) -> bool:
    """Deliver to a webhook as Telegram does; whether it was accepted."""
    headers = {"Content-Type": "application/json"}
    if hook.get("secret_token"):
        headers["X-Telegram-Bot-Api-Secret-Token"] = hook["secret_token"]
    request = urllib.request.Request(hook["url"], json.dumps(update).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False
