"""What is known of the words of each language: data files, a concern each, behind one interface."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

LANGUAGES = ("ar", "en", "es", "fr", "he", "ru", "uk")


@functools.cache
def lexicon(language: str, concern: str) -> Mapping[str, Any]:
    """The words of `language` for a concern ("reporting", "counting", "acts", "dates"); English ones where the
    language has none. The files are `lexicons/LANGUAGE.CONCERN.toml`."""
    folder = resources.files("index.language") / "lexicons"
    path = folder / f"{language}.{concern}.toml"
    if not path.is_file():
        path = folder / f"en.{concern}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
