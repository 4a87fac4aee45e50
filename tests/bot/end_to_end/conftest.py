"""One corpus of the sample articles for the whole suite; what runs on it copies it."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import pytest

from tests.bot.end_to_end.process import environment, sitrep
from tests.servers.botapi import BotApi


@pytest.fixture(scope="session")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the process finds or makes the converted model."""
    return os.environ.get("SITREP_EMBEDDING__MODEL_DIR") or str(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory, model_dir: str) -> Path:
    """A data folder with the sample articles indexed."""
    folder = tmp_path_factory.mktemp("indexed") / "data"
    with BotApi() as api:
        env = environment(folder, api, model_dir)
        sample = str(resources.files("index.sample") / "articles.jsonl")
        for arguments in (("import", sample), ("index",)):
            done = sitrep(*arguments, env=env)
            assert done.returncode == 0, done.stderr
    return folder
