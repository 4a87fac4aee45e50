"""A real HTTP server that speaks the Bot API as far as the bot uses it, as strictly as Telegram's own.

In a test: `with BotApi() as api:` and point the bot at `api.base_url`. As a process of its own:
`python -m tests.servers.botapi --port 0 --log receipts.jsonl` prints the port; for its side door see
botapi_http.py.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from tests.servers import botapi_rules as rules
from tests.servers.botapi_faults import Fault, failure_body, refusal_of
from tests.servers.botapi_http import Server, post_update
from tests.servers.botapi_methods import METHODS
from tests.servers.botapi_rules import Params, Refusal

TOKEN = "1:test-token"


@dataclasses.dataclass(frozen=True)
class Receipt:
    """One request as it came in. `accepted`: it took effect, whatever the client was told."""

    seq: int
    monotonic: float
    at: float
    method: str
    chat_id: int | None
    params: Params
    status: int
    accepted: bool
    error: str | None = None
    text: str | None = None  # as a reader sees it
    links: tuple[str, ...] = ()
    entities: int = 0
    message: dict[str, Any] | None = None  # what sendMessage answered

    @property
    def buttons(self) -> list[dict[str, Any]]:
        return [button for row in rules.keyboard_of(self.params) for button in row]


class BotApi:
    """The server and its log. Thread-safe; everything waits on one condition, nothing polls."""

    def __init__(self, *, token: str = TOKEN, port: int = 0, log: Path | None = None) -> None:
        self.token = token
        self.receipts: list[Receipt] = []
        self.changed = threading.Condition(threading.RLock())
        self.stopping = threading.Event()
        self.webhook: Params = {}
        self._log = log.open("a", encoding="utf-8") if log else None
        self._updates: list[dict[str, Any]] = []
        self._update_ids, self.message_ids = itertools.count(1), itertools.count(1)
        self._faults: list[Fault] = []
        self.pollers = 0
        self.messages: dict[tuple[int, int], dict[str, Any]] = {}
        self.files: dict[str, bytes] = {}  # what people sent, by file id
        self.photos: dict[str, dict[str, Any]] = {}  # what the bot sent, by the id that it was given
        self.members: dict[tuple[int, int], str] = {}  # what getChatMember says; else member
        self._port = port

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    @property
    def base_url(self) -> str:
        """What `telegram.base_url` is set to."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Listen. Unstarted it can still be called directly."""
        self._http = Server(self, self._port)
        for work in (lambda: self._http.serve_forever(poll_interval=0.05), self._deliver):
            threading.Thread(target=work, daemon=True).start()
        return self

    def stop(self) -> None:
        self.stopping.set()
        with self.changed:
            self.changed.notify_all()
        self._http.shutdown()
        self._http.server_close()
        if self._log:
            self._log.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    # What a test does.

    def push(self, update: dict[str, Any], *, update_id: int | None = None) -> int:
        """Hand an update (see updates.py) to the bot; a given `update_id` delivers one a second time."""
        with self.changed:
            number = next(self._update_ids) if update_id is None else update_id
            self._updates.append({"update_id": number, **update})
            self.changed.notify_all()
        return number

    def fault(self, method: str, **fields: Any) -> Fault:
        with self.changed:
            self._faults.append(Fault(method, **fields))
            return self._faults[-1]

    def heal(self) -> None:
        with self.changed:
            self._faults.clear()

    def sent(self, chat_id: int | None = None, *, after: int = 0) -> list[Receipt]:
        """Messages that reached a chat, edits included, those after receipt number `after`."""
        shown = {"sendMessage", "sendPhoto", "editMessageText"}
        with self.changed:
            return [
                r
                for r in self.receipts
                if r.accepted and r.method in shown and r.seq > after and chat_id in (None, r.chat_id)
            ]

    @property
    def last(self) -> int:
        with self.changed:
            return len(self.receipts)

    def wait(self, found: Callable[[], Any], *, timeout: float = 60.0) -> Any:
        """What `found` returns once that is true; AssertionError with the last receipts after `timeout`.

        It is also asked where no request comes: another server may have what it looks for.
        """
        until = time.monotonic() + timeout
        with self.changed:
            while not self.changed.wait_for(found, min(timeout, 0.2)):
                if time.monotonic() >= until:
                    tail = [(r.method, r.status, r.chat_id, r.text or r.error) for r in self.receipts[-6:]]
                    raise AssertionError(f"nothing after {timeout} s; the last receipts were {tail}")
            return found()

    # What the bot does.

    def call(self, method: str, params: Params) -> tuple[int, dict[str, Any], Fault | None]:
        """One request: its status, its body and the fault that is to spoil the reply."""
        with self.changed:
            chat_id = int(params["chat_id"]) if str(params.get("chat_id", "")).lstrip("-").isdigit() else None
            fault = self.take_fault(method, chat_id)
            seen: dict[str, Any] = {"text": None, "links": (), "entities": 0, "message": None}
            try:
                if fault and not fault.takes_effect:
                    raise refusal_of(fault)
                result, status, error = self._perform(method, params, seen), 200, None
                accepted = True
            except Refusal as refusal:
                result, status, error = refusal, refusal.status, refusal.description
                accepted = False
            self._record(method, chat_id, params, status, accepted, error, seen)
        if isinstance(result, Refusal):
            return status, failure_body(result), fault
        return status, {"ok": True, "result": result}, fault

    def take_fault(self, method: str, chat_id: int | None) -> Fault | None:
        with self.changed:
            return self._next_fault(method, chat_id)

    @staticmethod
    def refused(fault: Fault) -> dict[str, Any]:
        return failure_body(refusal_of(fault))

    def _next_fault(self, method: str, chat_id: int | None) -> Fault | None:
        for fault in self._faults:
            if fault.method != method or fault.chat_id not in (None, chat_id) or fault.times == 0:
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            fault.times -= fault.times > 0
            return fault
        return None

    def _record(
        self,
        method: str,
        chat_id: int | None,
        params: Params,
        status: int,
        accepted: bool,
        error: str | None,
        seen: dict[str, Any],
    ) -> None:
        receipt = Receipt(
            len(self.receipts) + 1,
            time.monotonic(),
            time.time(),
            method,
            chat_id,
            params,
            status,
            accepted,
            error,
            **seen,
        )
        self.receipts.append(receipt)
        if self._log:
            self._log.write(json.dumps(dataclasses.asdict(receipt)) + "\n")
            self._log.flush()
        self.changed.notify_all()

    def _perform(self, method: str, params: Params, seen: dict[str, Any]) -> Any:
        action = METHODS.get(method)
        if action is None:
            raise Refusal(404, "Not Found")
        return action(self, params, seen)

    def get_updates(self, params: Params) -> tuple[int, dict[str, Any]]:
        """Long polling. The older of two pollers is told that it is not alone."""
        with self.changed:
            if self.webhook.get("url"):
                return 409, failure_body(Refusal(409, "Conflict: can't use getUpdates method while webhook is active"))
            self.pollers += 1
            me, offset = self.pollers, int(params.get("offset", 0))
            self.changed.notify_all()
            self._updates = [u for u in self._updates if u["update_id"] >= offset]
            timeout = float(params.get("timeout", 0))
            self.changed.wait_for(lambda: self._updates or self.pollers != me or self.stopping.is_set(), timeout)
            if self.pollers != me:
                words = "Conflict: terminated by other getUpdates request"
                return 409, failure_body(Refusal(409, words))
            return 200, {"ok": True, "result": self._updates[: int(params.get("limit", 100))]}

    def _deliver(self) -> None:
        """Post updates to the webhook, in order, each until it is accepted."""
        while not self.stopping.is_set():
            with self.changed:
                self.changed.wait_for(lambda: self.stopping.is_set() or (self.webhook.get("url") and self._updates))
                if self.stopping.is_set():
                    return
                update, hook = self._updates[0], dict(self.webhook)
            if post_update(hook, update):
                with self.changed:
                    self._updates.remove(update)
            else:
                self.stopping.wait(0.1)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--log", type=Path)
    options.add_argument("--token", default=TOKEN)
    chosen = options.parse_args()
    with BotApi(token=chosen.token, port=chosen.port, log=chosen.log) as api:
        print(api.port, flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
