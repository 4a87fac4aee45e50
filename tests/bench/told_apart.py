"""What people say, told apart: `python -m tests.bench.told_apart [--model-dir FOLDER]`.

The lines of tests/bot/chat/lines.py, by the phrases of the catalogues alone and with the trained head asked as well;
of the held half nothing was looked at while the phrases were written. Then the wordings of a subscription.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.chat.commands.subscribing import zone_of
from bot.chat.intents import HeadIntents, Intent, Intents, WordIntents
from bot.chat.wishes import read_wish
from index import Index, Settings
from index.embedding.embedder import EmbeddingPolicy
from tests.bot.chat import wordings_as_typed
from tests.bot.chat.lines import (
    LATER_QUESTIONS,
    LATER_SMALL,
    LATEST_QUESTIONS,
    LATEST_SMALL,
    NEXT_QUESTIONS,
    NEXT_SMALL,
    QUESTIONS,
    SMALL,
)
from tests.bot.chat.wordings import FIRST, FRESH, FRESHER, HELD, LATER, Wording, is_right

HALF = 60
# The name of a place alone is asked about as well.
NEWS = frozenset({Intent.QUESTION, Intent.PLACE})


Lines = tuple[Sequence[tuple[str, str]], Sequence[str]]


def told(name: str, intents: Intents, lines: Lines) -> None:
    """How many of both are told apart, and how many lines are called what they are."""
    said, asked = lines
    heard = {text: intents.of(text) for text in (*(text for text, _ in said), *asked)}
    taken = [text for text, _ in said if heard[text].intent in NEWS]
    missed = [text for text in asked if heard[text].intent not in NEWS]
    right = sum((heard[text].command or heard[text].intent) == meant for text, meant in said)
    apart = 1 - (len(taken) + len(missed)) / (len(said) + len(asked))
    print(f"{name:<26} {apart:.3f} told apart, {right} of {len(said)} called rightly; taken for questions: {taken}")
    if missed:
        print(f"{'':<26} questions taken for talk: {missed}")


def understood(name: str, wordings: tuple[Wording, ...]) -> None:
    """How many wordings of a subscription are read rightly, how many are asked back, and which are read wrongly."""
    read = [(wording, read_wish(wording[0], zone_of)) for wording in wordings]
    missed = [(wording, wish) for wording, wish in read if not is_right(wording, wish)]
    wrong = [wording[0] for wording, wish in missed if not wish.unclear]
    print(f"subscriptions, {name:<11} {len(read) - len(missed)} of {len(read)} read rightly,", end=" ")
    print(f"{len(missed) - len(wrong)} asked back, {len(wrong)} wrong {wrong}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model-dir", default="", help="where the converted model is kept; empty: made anew")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), embedding=EmbeddingPolicy(model_dir=options.model_dir))
        with Index.open(settings) as corpus:
            for name, wordings in (
                ("first half", FIRST),
                ("held half", HELD),
                ("later", LATER),
                ("fresh", FRESH),
                ("fresher", FRESHER),
                *((f"as typed {place}", typed) for place, typed in enumerate(wordings_as_typed.ALL, start=1)),
            ):
                understood(name, wordings)
            for name, lines in (
                ("first half", (SMALL[:HALF], QUESTIONS[:HALF])),
                ("held half", (SMALL[HALF:], QUESTIONS[HALF:])),
                ("later", (LATER_SMALL, LATER_QUESTIONS)),
                ("latest", (LATEST_SMALL, LATEST_QUESTIONS)),
                ("next", (NEXT_SMALL, NEXT_QUESTIONS)),
            ):
                told(f"{name}, phrases", WordIntents(), lines)
                told(f"{name}, with the head", HeadIntents(corpus.talk), lines)


if __name__ == "__main__":
    main()
