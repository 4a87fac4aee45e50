"""What operators are handed is true: compose's settings are settings, nothing is open to the world, locks fit."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import config

ROOT = Path(__file__).parents[1]
SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
OURS = [name for name, service in SERVICES.items() if service["image"] == "sitrep"]


@pytest.mark.parametrize("name", OURS)
def test_a_service_s_environment_holds_settings_that_are_known(name: str) -> None:
    given = {key: re.sub(r"\$\{\w+:-\}", "x", value) for key, value in SERVICES[name]["environment"].items()}
    given |= {"SITREP_TELEGRAM__WEBHOOK_URL": "https://bot.example/hook"} if name == "chat" else {}

    settings = config.load(None, given)

    assert settings.telegram.token == "x"
    assert (settings.index.chroma_url is None) == (name == "bot")


def test_every_role_has_a_service_and_the_database_is_brought_up_to_date_first() -> None:
    commands = {tuple(SERVICES[name].get("command", ())) for name in OURS}

    for role in ("chat", "ingest", "index", "briefing", "delivery"):
        assert ("run", "--only", role) in commands
        assert "migrate" in SERVICES[role]["depends_on"]
    assert ("migrate",) in commands


def test_no_port_is_published_and_the_servers_are_on_the_inner_network_alone() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == []
    assert {name: SERVICES[name]["networks"] for name in ("database", "chroma")} == {
        "database": ["inside"],
        "chroma": ["inside"],
    }


def test_the_lock_holds_what_the_project_asks_for_each_with_its_hash() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    locked = re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.]+) \\\n    --hash=sha256:", lock(), re.MULTILINE)
    versions = {_plain(name): version for name, version in locked}

    for requirement in asked:
        name, _, version = requirement.partition("==")
        plain = _plain(name.partition("[")[0])
        assert plain == "torch" or versions.get(plain) == version, requirement
    assert len(locked) == len(re.findall(r"^[\w.-]+.*==", lock(), re.MULTILINE)), "nothing is without a hash"
    assert not [name for name in versions if name.startswith(("nvidia", "cuda", "triton"))]


def test_the_image_takes_the_pytorch_that_the_project_names() -> None:
    [version] = re.findall(r'"torch==([\w.]+)"', (ROOT / "pyproject.toml").read_text())

    assert f"torch=={version} " in (ROOT / "Dockerfile").read_text()


def lock() -> str:
    return (ROOT / "requirements.lock").read_text()


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
