"""Topics as people write them. Pure."""

from __future__ import annotations

import re

MOST_TOPICS = 10
MOST_CHARACTERS = 100


def split_topics(text: str) -> tuple[str, ...]:
    """`Gaza, Sudan ceasefire` as two topics; commas, semicolons and line ends separate. ValueError where they are
    too many, too long or without a word.
    """
    parts = [" ".join(part.split()) for part in re.split(r"[,;،؛\n]", text)]
    topics = tuple(dict.fromkeys(part for part in parts if part))
    worded = all(any(character.isalnum() for character in topic) for topic in topics)
    if len(topics) > MOST_TOPICS or any(len(topic) > MOST_CHARACTERS for topic in topics) or not worded:
        raise ValueError("topics")
    return topics
