"""What all processes of one run agree on: where things are, how time passes, how often faults happen."""

from __future__ import annotations

import dataclasses
import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.briefings import BriefingPolicy
from bot.delivery.policy import DeliveryPolicy
from index import Settings
from index.indexing import IndexingPolicy
from index.ingest.fetch import FetchPolicy

# People live fast here: a day of theirs takes six seconds of ours, so a run has many occurrences.
PEOPLE_FACTOR = 86_400 / 6.0
# Sources are leased for 15 minutes; here that is a second.
POLL_FACTOR = 900.0


@dataclasses.dataclass(frozen=True)
class Run:
    """One run of the harness. Everything in it can be written to a file and read by another process."""

    folder: str
    database_url: str | None
    chroma_url: str | None
    bot_api_url: str
    site_urls: tuple[str, ...]
    seed: int
    started_at: float
    mutation: str | None = None

    def save(self) -> None:
        (Path(self.folder) / "run.json").write_text(json.dumps(dataclasses.asdict(self)))

    @property
    def receipts(self) -> Path:
        return Path(self.folder) / "receipts.jsonl"

    @property
    def frozen(self) -> Path:
        """While this file exists, the day of people stands still at the moment it holds."""
        return Path(self.folder) / "frozen"

    @property
    def acknowledged(self) -> Path:
        return Path(self.folder) / "acknowledged"

    def people_clock(self) -> datetime:
        now = float(self.frozen.read_text()) if self.frozen.exists() else time.time()
        return self._moment(now, PEOPLE_FACTOR)

    def delivery_clock(self) -> datetime:
        """As fast as that of people, but it never stands still: leases must run out."""
        return self._moment(time.time(), PEOPLE_FACTOR)

    def poll_clock(self) -> datetime:
        return self._moment(time.time(), POLL_FACTOR)

    def _moment(self, now: float, factor: float) -> datetime:
        started_at = datetime.fromtimestamp(self.started_at, UTC)
        return started_at + timedelta(seconds=(now - self.started_at) * factor)

    def index_settings(self) -> Settings:
        return Settings(
            Path(self.folder) / "data",
            database_url=self.database_url,
            chroma_url=self.chroma_url,
            indexing=IndexingPolicy(batch_size=4, lease_minutes=0.7 / 60, most_attempts=10_000),
            fetch=FetchPolicy(allow_private_networks=("*",), timeout_s=2.0),
        )


def real_seconds(seconds: float) -> float:
    """So many of our seconds, in those of people."""
    return seconds * PEOPLE_FACTOR


BRIEFING = BriefingPolicy(
    grace_s=20 * 3600,
    late_after_s=8 * 3600,
    lease_s=real_seconds(0.4),
    expires_after_s=real_seconds(600),
    batch=5,
)
DELIVERY = DeliveryPolicy(
    per_second=1e9,
    chat_spacing_s=1e-6,
    group_per_minute=10**6,
    longest_halt_s=real_seconds(0.05),
    lease_s=real_seconds(0.4),
    ambiguous_delay_s=real_seconds(0.3),
    unknown_delay_s=real_seconds(0.1),
    batch=10,
    in_flight=4,
)
