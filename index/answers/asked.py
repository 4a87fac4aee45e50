"""What is asked, as a trained head tells it from the question's vector: in any language, whatever the words."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Literal, TypeVar, get_args

# What a question wants to hear: a number; a person or party; a place; a time; what took place; the newest; who did it;
# who says so; yes or no; what something is and how it came about; how it changed; how accounts differ; a reason; what
# somebody said; a thing or a way; the same as before of something else.
Kind = Literal[
    "figure",
    "who",
    "where",
    "when",
    "event",
    "news",
    "blame",
    "source",
    "yesno",
    "background",
    "change",
    "comparison",
    "why",
    "said",
    "what",
    "again",
]
# What is no question: `nothing` is whatever else people write to a bot.
Chat = Literal["greeting", "thanks", "farewell", "bot", "name", "link", "nothing"]
# A wish that a command of this name fulfils.
Wish = Literal["unsubscribe", "subscribe", "language", "forget", "help", "sources", "brief", "timezone", "export"]

_Label = TypeVar("_Label", bound=str)

KINDS: tuple[Kind, ...] = get_args(Kind)
CHAT: tuple[Chat, ...] = get_args(Chat)
WISHES: tuple[Wish, ...] = get_args(Wish)


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """How probable it is that a message is each kind of question, each kind of talk, or a wish for a command.

    Each list is ordered, most probable first.
    """

    kinds: tuple[tuple[Kind, float], ...]
    chat: tuple[tuple[Chat, float], ...]
    wishes: tuple[tuple[Wish, float], ...]

    @property
    def question(self) -> float:
        """How probable it is that it is a question on the news."""
        return sum(probability for _, probability in self.kinds)

    @property
    def kind(self) -> Kind:
        """The kind of question that it is, if it is one."""
        return self.kinds[0][0]

    @property
    def certainty(self) -> float:
        """How probable `kind` is among questions."""
        return self.kinds[0][1] / max(self.question, 1e-9)

    @property
    def talk(self) -> Chat | Wish | None:
        """What it is where it is more probably no question."""
        if self.question >= 0.5:
            return None
        best: tuple[Chat | Wish, float] = max(self.chat[0], self.wishes[0], key=lambda labelled: labelled[1])
        return best[0]


def asked(probabilities: Mapping[str, float]) -> Asked:
    """The head's labels by what they are."""

    return Asked(
        kinds=_ordered(probabilities, KINDS),
        chat=_ordered(probabilities, CHAT),
        wishes=_ordered(probabilities, WISHES),
    )


def _ordered(probabilities: Mapping[str, float], labels: tuple[_Label, ...]) -> tuple[tuple[_Label, float], ...]:
    rows = ((label, probabilities.get(label, 0.0)) for label in labels)
    return tuple(sorted(rows, key=lambda row: row[1], reverse=True))
