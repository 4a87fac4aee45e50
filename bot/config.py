"""The configuration: built-in defaults, then the TOML file, then the environment. Read once, at start, here only.

A section of the file is a frozen policy, defined beside the code that reads it; its fields are the section's keys.
"""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import index.settings
from bot.alerts import AlertPolicy
from bot.briefings import BriefingPolicy
from bot.chat.policy import TelegramPolicy
from bot.delivery.policy import DeliveryPolicy
from bot.logs import LogPolicy
from bot.monitoring.policy import MonitoringPolicy
from bot.page.policy import PagePolicy
from index.errors import SettingsError

DEFAULT_FILE = Path("config.toml")

# Where secrets and deployment come from: names that hosting platforms and people already use.
_WELL_KNOWN = {
    "TELEGRAM_BOT_TOKEN": ("telegram", "token"),
    "DATABASE_URL": ("database", "url"),
    "CHROMA_URL": ("chroma", "url"),
    "CHROMA_HEADERS": ("chroma", "headers"),
    "OPENAI_API_KEY": ("embedding", "api_key"),
    "SITREP_DATA_DIR": ("", "data_dir"),
}
_PREFIX = "SITREP_"
_SECRETS = frozenset({"TELEGRAM_BOT_TOKEN", "DATABASE_URL", "CHROMA_URL", "OPENAI_API_KEY"})
_SECRET_ENDS = ("__TOKEN", "__URL", "__API_KEY", "__PASSWORD")


def is_secret(name: str) -> bool:
    """Whether a variable of the environment may hold a token or a password of ours."""
    return name in _SECRETS or (name.startswith(_PREFIX) and name.endswith(_SECRET_ENDS))


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where a server is; empty: the embedded one in `data_dir`."""

    # Address of the server; empty: embedded in data_dir.
    url: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class ChromaPlace(Place):
    """Where Chroma is, and what it is told by whoever asks."""

    # Headers for the server, a list of "Name: value". Better set as CHROMA_HEADERS than written to a file.
    headers: tuple[str, ...] = ()
    # File with the certificates of the authorities that are trusted for it; empty for those that all trust.
    ca_file: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """All settings of the bot."""

    index: index.settings.Settings
    telegram: TelegramPolicy
    briefing: BriefingPolicy
    alerts: AlertPolicy
    delivery: DeliveryPolicy
    log: LogPolicy
    page: PagePolicy
    monitoring: MonitoringPolicy

    @property
    def data_dir(self) -> Path:
        return self.index.data_dir


def load(path: Path | None, environ: Mapping[str, str]) -> Settings:
    """Settings from the file at `path` (None: `config.toml` where it exists) and the environment.

    Raises SettingsError, naming the key, for an unknown key or a value of the wrong kind.
    """
    given = _from_file(path)
    for name, (section, key) in _WELL_KNOWN.items():
        if environ.get(name):
            given.setdefault(section, {})[key] = environ[name]
    _override(given, environ)
    return _build(given)


def sections() -> dict[str, type[Any]]:
    """The policy class of each section of the file; "" holds what stands above the first section."""
    return {"": _TopLevel, "database": Place, "chroma": ChromaPlace, **_index_policies(), **_bot_policies()}


@dataclasses.dataclass(frozen=True, slots=True)
class _TopLevel:
    # Folder for everything embedded: the database, the vectors, the model. Made where it is missing.
    data_dir: str = "data"


def _bot_policies() -> dict[str, type[Any]]:
    hints = typing.get_type_hints(Settings)
    return {name: hint for name, hint in hints.items() if name != "index"}


def _index_policies() -> dict[str, type[Any]]:
    hints = typing.get_type_hints(index.settings.Settings)
    return {name: hint for name, hint in hints.items() if isinstance(hint, type) and dataclasses.is_dataclass(hint)}


def _from_file(path: Path | None) -> dict[str, dict[str, Any]]:
    if path is None and not DEFAULT_FILE.exists():
        return {}
    path = path or DEFAULT_FILE
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"cannot read the configuration {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from error
    given: dict[str, dict[str, Any]] = {"": {}}
    for name, value in document.items():
        if isinstance(value, dict):
            given[name] = value
        else:
            given[""][name] = value
    return given


def _override(given: dict[str, dict[str, Any]], environ: Mapping[str, str]) -> None:
    """SITREP_SECTION__KEY sets that key, as text; lists are separated by commas."""
    for name, text in environ.items():
        if not name.startswith(_PREFIX) or "__" not in name:
            continue
        section, _, key = name.removeprefix(_PREFIX).lower().partition("__")
        policy = sections().get(section)
        if policy is None or key not in _fields(policy):
            raise SettingsError(f"the environment variable {name} names no setting; see config.example.toml")
        given.setdefault(section, {})[key] = text


def _build(given: dict[str, dict[str, Any]]) -> Settings:
    known = sections()
    for name in given:
        if name not in known:
            raise SettingsError(f"unknown section [{name}] in the configuration; see config.example.toml")
    policies = {name: _policy(name, policy, given.get(name, {})) for name, policy in known.items()}
    corpus = index.settings.Settings(
        data_dir=Path(policies[""].data_dir).expanduser(),
        database_url=policies["database"].url or None,
        chroma_url=policies["chroma"].url or None,
        chroma_headers=policies["chroma"].headers,
        chroma_ca_file=policies["chroma"].ca_file,
        **{name: policies[name] for name in _index_policies()},
    )
    return Settings(index=corpus, **{name: policies[name] for name in _bot_policies()})


def _fields(policy: type[Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(policy)
    return {field.name: hints[field.name] for field in dataclasses.fields(policy)}


def _policy(section: str, policy: type[Any], given: Mapping[str, Any]) -> Any:
    fields = _fields(policy)
    values = {}
    for key, value in given.items():
        dotted = f"{section}.{key}" if section else key
        if key not in fields:
            raise SettingsError(f"unknown setting {dotted} in the configuration; see config.example.toml")
        values[key] = _value(dotted, fields[key], value)
    try:
        return policy(**values)
    except ValueError as error:
        raise SettingsError(f"[{section}] in the configuration: {error}") from error


def _value(name: str, kind: Any, value: Any) -> Any:
    """`value`, from the file or as text from the environment, as the field's type."""
    if typing.get_origin(kind) is tuple:
        parts = [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        if isinstance(parts, list):
            return tuple(_value(name, typing.get_args(kind)[0], part) for part in parts)
        raise SettingsError(f"{name} must be a list, not {value!r}")
    if isinstance(kind, types.UnionType):
        kind = next(part for part in typing.get_args(kind) if part is not types.NoneType)
    wanted = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}[kind]
    try:
        return _scalar(kind, value)
    except ValueError as error:
        raise SettingsError(f"{name} must be {wanted}, not {value!r}") from error


def _scalar(kind: type[Any], value: Any) -> Any:
    if kind is bool and isinstance(value, str) and value.lower() in {"true", "1", "yes", "false", "0", "no"}:
        return value.lower() in {"true", "1", "yes"}
    if isinstance(value, str) and kind in {int, float}:
        return kind(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is kind:
        return value
    raise ValueError(value)
