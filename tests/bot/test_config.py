"""The configuration: where values come from, and what a wrong one is answered with."""

from __future__ import annotations

import dataclasses
import itertools
import tomllib
from pathlib import Path

import pytest

from bot import config
from index.errors import SettingsError

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text)
    return path


def test_the_example_holds_every_setting_with_its_default() -> None:
    example = tomllib.loads(EXAMPLE.read_text())
    stated = {name: value for name, value in example.items() if not isinstance(value, dict)}
    stated_sections = {"": stated, **{name: value for name, value in example.items() if isinstance(value, dict)}}

    defaults = {
        name: {field.name: plain(getattr(policy(), field.name)) for field in dataclasses.fields(policy)}
        for name, policy in config.sections().items()
    }

    assert stated_sections == defaults


def test_the_example_says_of_every_setting_what_it_is() -> None:
    lines = EXAMPLE.read_text().splitlines()

    bare = [line for before, line in itertools.pairwise(lines) if "=" in line[:40] and before[:1] != "#"]

    assert [line for line in bare if not line.startswith("#")] == []


def plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def test_the_environment_overrides_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "[telegram]\nadmins = [1]\n[fetch]\nallow_private_networks = []\n")

    settings = config.load(
        path,
        {
            "SITREP_TELEGRAM__ADMINS": "7, 8",
            "SITREP_FETCH__ALLOW_PRIVATE_NETWORKS": "wiki.intranet, 10.0.0.0/8",
            "TELEGRAM_BOT_TOKEN": "1:secret",
            "DATABASE_URL": "postgresql://here/db",
            "SITREP_DATA_DIR": str(tmp_path / "elsewhere"),
        },
    )

    assert settings.telegram.admins == (7, 8)
    assert settings.telegram.token == "1:secret"
    assert settings.index.fetch.allow_private_networks == ("wiki.intranet", "10.0.0.0/8")
    assert settings.index.database_url == "postgresql://here/db"
    assert settings.index.chroma_url is None
    assert settings.data_dir == tmp_path / "elsewhere"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[telegram]\ntokn = 'x'\n", "telegram.tokn"),
        ("[telegramm]\ntoken = 'x'\n", "[telegramm]"),
        ("dat_dir = 'x'\n", "dat_dir"),
        ("[telegram]\nadmins = ['seven']\n", "telegram.admins"),
        ("[telegram]\nadmins = 7\n", "telegram.admins"),
        ("[fetch]\nallow_private_networks = 7\n", "fetch.allow_private_networks"),
        ("[log]\nlevel = 'loud'\n", "[log]"),
        ("[telegram\n", "TOML"),
    ],
)
def test_a_wrong_file_is_named_with_its_key(tmp_path: Path, text: str, named: str) -> None:
    path = write(tmp_path, text)

    with pytest.raises(SettingsError) as caught:
        config.load(path, {})

    assert named in str(caught.value)


def test_an_environment_variable_that_names_no_setting_is_refused() -> None:
    with pytest.raises(SettingsError, match="SITREP_FETCH__SPEED"):
        config.load(None, {"SITREP_FETCH__SPEED": "1"})


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.toml"):
        config.load(tmp_path / "nowhere.toml", {})
