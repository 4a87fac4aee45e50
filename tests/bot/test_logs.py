"""Logs: secrets are struck out wherever they stand, and libraries that log them are kept quiet."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import logs

TOKEN = "7001234567:AAF0canaryCANARYcanaryCANARYcanary-_9"


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is logged, as JSON lines; logging is put back as it was."""
    root = logging.getLogger()
    before, level, settings = root.handlers, root.level, structlog.get_config()
    caught = io.StringIO()
    monkeypatch.setattr("sys.stderr", caught)
    logs.configure(logs.LogPolicy(level="debug", format="json"))
    yield caught
    root.handlers, root.level = before, level
    structlog.configure(**settings)


@pytest.mark.parametrize(
    "said",
    [
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        TOKEN,
        f"token={TOKEN} refused",
        TOKEN.replace(":", "%3A"),
        f"bot{TOKEN.replace(':', '%3a')}/getMe",
        TOKEN.replace(":", "%253A"),
        TOKEN.encode(),
        {TOKEN},
        ValueError(TOKEN),
    ],
)
def test_a_token_is_struck_out_wherever_it_stands(stream: io.StringIO, said: object) -> None:
    structlog.get_logger("test").warning("event", field=said, nested={"list": [said]})
    logging.getLogger("other").error("by the standard library: %s", said)

    assert TOKEN[11:] not in stream.getvalue()
    assert len(stream.getvalue().splitlines()) == 2


def test_a_traceback_has_no_token(stream: io.StringIO) -> None:
    try:
        raise ValueError(f"cannot open https://api.telegram.org/bot{TOKEN}/getMe")
    except ValueError:
        structlog.get_logger("test").exception("failed")

    assert "ValueError" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_credentials_in_an_address_are_struck_out(stream: io.StringIO) -> None:
    structlog.get_logger("test").info("event", url="postgresql://sitrep:canary@db/sitrep")

    assert json.loads(stream.getvalue())["url"] == "postgresql://***@db/sitrep"


@pytest.mark.parametrize(
    "said",
    [
        "http://user:can@ary@chroma:8000",
        "host=db user=sitrep password=canary",
        "https://e.org/?api_key=canary&x=1",
        "GET /b/canarycanarycanarycanarycanarycanarycanary",
        "sk-canarycanarycanary",
    ],
)
def test_passwords_and_keys_are_struck_out_in_whatever_form(stream: io.StringIO, said: str) -> None:
    logging.getLogger("other").warning("by the standard library: %s", said)

    assert "canary" not in stream.getvalue()
    assert "ary@" not in stream.getvalue()


def test_the_http_library_does_not_log_requests(stream: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST something")

    assert stream.getvalue() == ""


@pytest.mark.parametrize("policy", [{"level": "loud"}, {"format": "xml"}])
def test_a_wrong_policy_is_refused(policy: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"level|format"):
        logs.LogPolicy(**policy)
