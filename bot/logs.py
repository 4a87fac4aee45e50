"""Logs: one event a line on stderr, with ids and counts, never a text, a question, a name or a token."""

from __future__ import annotations

import dataclasses
import logging
import re
import sys
from collections.abc import Sequence
from typing import Any

import structlog

# A bot's token, its colon written in any way; credentials in any address, whatever stands in the password; what follows
# a name such as password; the token of a page; long keys.
_SECRETS = re.compile(
    r"(?<![0-9])[0-9]{5,16}(?::|%3A|%253A|&#58;|\\u003a|\\x3a)[\w-]{20,}"
    r"|(?<=://)[^/\s]{1,300}(?=@)"
    r"|(?<=password=)[^\s&;,'\"]+|(?<=passwd=)[^\s&;,'\"]+|(?<=pwd=)[^\s&;,'\"]+|(?<=token=)[^\s&;,'\"]+"
    r"|(?<=secret=)[^\s&;,'\"]+|(?<=api_key=)[^\s&;,'\"]+|(?<=/b/)[\w-]{22,64}|\bsk-[\w-]{16,}",
    re.IGNORECASE,
)
# Libraries that log requests (httpx: the token, at INFO) or texts; what they warn of still shows.
_NOISY = (
    "httpx",
    "httpcore",
    "alembic",
    "tornado",
    "chromadb",
    "sentence_transformers",
    "trafilatura",
)
# A tick that is still at work when the next one is due is skipped, as it should be: no news for anybody. Telegram's
# library writes whole answers that it can not read, with people's texts: what happened is logged by ourselves.
_SILENT = {"apscheduler": logging.ERROR, "telegram": logging.CRITICAL}


@dataclasses.dataclass(frozen=True, slots=True)
class LogPolicy:
    # The least level that is logged: debug, info, warning or error.
    level: str = "info"
    # How a line looks: console for people, json for machines.
    format: str = "console"

    def __post_init__(self) -> None:
        if self.level not in {"debug", "info", "warning", "error"}:
            raise ValueError(f"level must be debug, info, warning or error, not {self.level!r}")
        if self.format not in {"console", "json"}:
            raise ValueError(f"format must be console or json, not {self.format!r}")


def configure(policy: LogPolicy) -> None:
    """Send structlog's and the standard library's logs to stderr, through one chain that strikes out secrets."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        strike_secrets,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(_level(policy)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    renderer: Any = (
        structlog.processors.JSONRenderer()
        if policy.format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(_level(policy))
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name, level in _SILENT.items():
        logging.getLogger(name).setLevel(level)


def strike_secrets(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """A structlog processor: tokens and credentials in any field become `***`."""
    return {key: _struck(value) for key, value in event.items()}


def _struck(value: Any) -> Any:
    if isinstance(value, str):
        return _SECRETS.sub("***", value)
    if isinstance(value, bytes | bytearray):
        return _struck(bytes(value).decode("utf-8", "replace"))
    if isinstance(value, dict):
        return {key: _struck(part) for key, part in value.items()}
    if isinstance(value, Sequence | set | frozenset):
        return [_struck(part) for part in value]
    if isinstance(value, BaseException):
        return _struck(f"{type(value).__name__}: {value}")
    return value


def _level(policy: LogPolicy) -> int:
    return logging.getLevelNamesMapping()[policy.level.upper()]
