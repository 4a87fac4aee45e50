"""Scripted faults of the Bot API server, and the bodies of its refusals."""

from __future__ import annotations

import dataclasses
from typing import Any

from tests.servers.botapi_rules import Refusal


@dataclasses.dataclass
class Fault:
    """What becomes of the next `times` (-1: all) calls of `method`, or of those to `chat_id`.

    `status` with `description`, `retry_after`, `migrate_to_chat_id`: the call is refused so. `how`: "html" (a
    page with the status), "garbage" (200, not JSON), "cut" (connection closed without a reply), "hang" (no
    reply for `seconds`). `accepted`: whether the call takes effect all the same; a cut or a hang does unless
    told otherwise. `skip`: how many matching calls pass unharmed first.
    """

    method: str
    chat_id: int | None = None
    times: int = 1
    skip: int = 0
    status: int = 200
    how: str = "refuse"
    accepted: bool | None = None
    description: str = ""
    retry_after: int | None = None
    migrate_to_chat_id: int | None = None
    seconds: float = 60.0

    @property
    def takes_effect(self) -> bool:
        return self.how in {"cut", "hang", "garbage"} if self.accepted is None else self.accepted


def refusal_of(fault: Fault) -> Refusal:
    extra = {"retry_after": fault.retry_after, "migrate_to_chat_id": fault.migrate_to_chat_id}
    status = 429 if fault.retry_after and fault.status == 200 else fault.status
    status = 400 if fault.migrate_to_chat_id else status
    words = fault.description or (
        f"Too Many Requests: retry after {fault.retry_after}" if status == 429 else f"Scripted {status}"
    )
    return Refusal(status, words, **{k: v for k, v in extra.items() if v is not None})


def failure_body(refusal: Refusal) -> dict[str, Any]:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    return {**body, "parameters": refusal.parameters} if refusal.parameters else body
