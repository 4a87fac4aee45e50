"""Settings of what machines are told about the bot."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class MonitoringPolicy:
    """Where a process says whether it is alive and ready, and how it does."""

    # Where /healthz, /readyz and /metrics are served, host:port; empty: nowhere. Not for the public.
    listen: str = ""

    def __post_init__(self) -> None:
        host, _, port = self.listen.rpartition(":")
        if self.listen and not (host and port.isdigit() and int(port) <= 65535):
            raise ValueError("monitoring.listen must be host:port, such as 127.0.0.1:8091")

    @property
    def address(self) -> tuple[str, int]:
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)
