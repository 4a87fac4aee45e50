"""The conversations kept in bot/docs/newcomer.md, held with the bot again: python -m tests.transcript writes them anew.

What is typed stands in the file itself, after "> "; everything else in its blocks is the bot's.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import bot
from tests.bot.end_to_end.process import sitrep

FILE = Path(bot.__file__).parent / "docs" / "newcomer.md"
_BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TYPED = re.compile(r"^> (.*)$", re.MULTILINE)
# The sample is of 2024: what is of later days is of the day on which the bot is spoken to.
_TODAY = re.compile(r"\d{1,2} \S+ 20(?:2[5-9]|[3-9]\d)(?:[,،] \d\d:\d\d)?")
_PICTURE = re.compile(r"\(\S*/pictures/\w+\.png\)")
_DOCUMENT = re.compile(r"\(\S*/files/\w+\.\w+\)")


def kept() -> list[str]:
    """The conversations as they stand in the file."""
    return _BLOCK.findall(FILE.read_text(encoding="utf-8"))


def held_again(conversation: str, env: Mapping[str, str]) -> str:
    """The same conversation with the bot as it is now; `env` says where its data are."""
    typed = "\n".join(_TYPED.findall(conversation))
    done = sitrep("chat", env=env, stdin=f"{typed}\n/quit\n")
    assert done.returncode == 0, done.stderr
    said = done.stdout.partition("> /quit")[0]
    return _DOCUMENT.sub("(a file)", _PICTURE.sub("(a picture)", said)).strip() + "\n"


def timeless(conversation: str) -> str:
    """The conversation without what depends on when it was held."""
    return _TODAY.sub("(now)", conversation)


def _environment(folder: str) -> dict[str, str]:
    return {**os.environ, "SITREP_DATA_DIR": folder}


def main() -> None:
    """Hold every conversation again, each with an empty bot, and write them down."""
    text = FILE.read_text(encoding="utf-8")
    for conversation in kept():
        with tempfile.TemporaryDirectory() as folder:
            said = held_again(conversation, _environment(folder))
        text = text.replace(f"```\n{conversation}```", f"```\n{said}```")
    FILE.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(kept())} conversations written to {FILE.name}\n")


if __name__ == "__main__":
    main()
