"""The kept conversations of a newcomer are what the bot says today, and the README shows the same in short."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.transcript import held_again, kept, timeless

README = Path(__file__).parents[3] / "README.md"

pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize("number", range(len(kept())))
def test_the_conversation_is_what_the_bot_says(number: int, indexed: Path, model_dir: str, tmp_path: Path) -> None:
    data_dir = shutil.copytree(indexed, tmp_path / "data")
    own = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    env = {**own, "SITREP_DATA_DIR": str(data_dir), "SITREP_EMBEDDING__MODEL_DIR": model_dir, "LC_ALL": "C.UTF-8"}

    said = held_again(kept()[number], env)

    assert timeless(said).splitlines() == timeless(kept()[number]).splitlines()


def test_what_the_readme_shows_is_in_it() -> None:
    """What the README leaves out of a line stands there as "…"."""
    (shown,) = re.findall(r"## What it looks like.*?```\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    whole = " ".join(timeless(kept()[0]).split())
    for paragraph in shown.split("\n\n"):
        for piece in re.split(r"…", timeless(" ".join(paragraph.split()))):
            assert piece.strip() in whole, piece
