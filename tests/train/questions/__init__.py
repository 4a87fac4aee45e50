"""Questions and other messages in seven languages, each with what it asks for: written for learning, from templates.

`LANGUAGE.txt` has a section a kind, whose lines are templates: `(this|that|)` is one of these, `{place}` one of the
slot `[:place]`. Beside them stand questions of ../shared/train, whose first word tells what they ask for.
"""

from __future__ import annotations

import dataclasses
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.train import pairs

HERE = Path(__file__).parent
LANGUAGES = ("ar", "en", "es", "fr", "he", "ru", "uk")

_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_SLOT = re.compile(r"\{(\w+)\}")
# What is asked is asked of reports; what is no question has no question mark to gain.
QUESTIONS = (
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
)
_HELLOS = {
    "ar": ("مرحبا، ", "من فضلك "),
    "en": ("hi, ", "please tell me: ", "ok and ", "hello bot, "),
    "es": ("hola, ", "por favor, ", "oye, "),
    "fr": ("bonjour, ", "s’il te plaît, ", "dis, "),
    "he": ("שלום, ", "בבקשה, "),
    "ru": ("привет, ", "скажи, ", "подскажите, "),
    "uk": ("привіт, ", "скажи, ", "підкажіть, "),
}

# The first word of a question that can only ask for one thing.
_FIRST_WORDS = {
    "en": {
        "figure": r"how (many|much) ",
        "who": r"who ",
        "where": r"where ",
        "when": r"when |what year |in what year ",
        "why": r"why ",
        "yesno": r"(did|is|are|was|were|does|do|has|can) ",
        "what": r"what (type|kind|sort|language|company|team|song|weapon|device|law|method|material)s? ",
    },
    "ar": {
        "figure": r"كم ",
        "who": r"من (هو|هي|هم|الذي) ",
        "where": r"(أين|اين) ",
        "when": r"متى ",
        "why": r"لماذا ",
        "yesno": r"هل ",
    },
    "fr": {
        "figure": r"combien ",
        "who": r"qui ",
        "where": r"où ",
        "when": r"quand |en quelle année ",
        "why": r"pourquoi ",
        "what": r"quel(le)?s? (type|sorte|genre|instrument|langue|matière) ",
    },
    "es": {
        "figure": r"¿cuánt[oa]s? ",
        "who": r"¿quién(es)? ",
        "where": r"¿dónde ",
        "when": r"¿cuándo |¿en qué año ",
        "why": r"¿por qué ",
        "what": r"¿qué (tipo|clase|idioma|equipo|material) ",
    },
    "ru": {
        "figure": r"сколько ",
        "who": r"кто ",
        "where": r"где ",
        "when": r"когда |в каком году ",
        "why": r"почему ",
    },
    "he": {
        "figure": r"כמה ",
        "who": r"מי ",
        "where": r"(איפה|היכן) ",
        "when": r"(מתי|באיזו שנה) ",
        "why": r"(מדוע|למה) ",
        "yesno": r"האם ",
    },
    "fa": {"figure": r"چند ", "when": r"چه زمانی ", "why": r"چرا ", "yesno": r"آیا ", "who": r"چه کسی "},
    "it": {
        "figure": r"quant[ie] ",
        "who": r"chi ",
        "where": r"dove ",
        "when": r"quando |in che anno ",
        "why": r"perché ",
    },
}


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """What somebody may write, what it asks for, and which template or file it came from."""

    text: str
    kind: str
    language: str
    template: str


class Templates:
    """The templates of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.of_kind: dict[str, list[str]] = {}
        self._slots: dict[str, list[str]] = {}
        section = ""
        for line in (HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                section = line.strip("[]")
            elif section.startswith(":") and line:
                self._slots[section[1:]] = [value.strip() for value in line.split(" | ")]
            elif line and not line.startswith("#"):
                self.of_kind.setdefault(section, []).append(line)

    def messages(self, kind: str, count: int, rng: random.Random) -> Iterator[Message]:
        """So many, each template about as often; written as people write."""
        templates = self.of_kind[kind]
        for at in range(count):
            template = templates[at % len(templates)]
            yield Message(
                as_written(self._filled(template, rng), kind, self.language, rng), kind, self.language, template
            )

    def _filled(self, template: str, rng: random.Random) -> str:
        text = template
        while match := _CHOICE.search(text):
            text = text[: match.start()] + rng.choice(match[1].split("|")) + text[match.end() :]
        text = _SLOT.sub(lambda slot: rng.choice(self._slots[slot[1]]), text)
        return " ".join(text.split())


def as_written(text: str, kind: str, language: str, rng: random.Random) -> str:
    """With or without capitals, question marks, a greeting before it, and a slip of the finger."""
    if kind in QUESTIONS:
        if rng.random() < 0.06:
            text = rng.choice(_HELLOS[language]) + text
        if rng.random() < 0.5:
            text = f"¿{text}?" if language == "es" and rng.random() < 0.5 else text + ("؟" if language == "ar" else "?")
    elif kind not in {"link", "name"} and rng.random() < 0.15:
        text += rng.choice(("!", ".", " :)", "?"))
    chance = rng.random()
    if chance < 0.3:
        text = text.lower()
    elif chance < 0.65:
        text = text[:1].upper() + text[1:]
    elif chance < 0.68:
        text = text.upper()
    return slipped(text, rng) if kind != "link" and rng.random() < 0.35 else text


def slipped(text: str, rng: random.Random) -> str:
    """A letter left out, doubled, or changed for its neighbour."""
    letters = [at for at in range(1, len(text) - 1) if text[at].isalpha() and text[at + 1].isalpha()]
    if len(text) < 8 or not letters:
        return text
    at = rng.choice(letters)
    return rng.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )


def written(count: int, rng: random.Random) -> list[Message]:
    """So many of each kind and language."""
    templates = [Templates(language) for language in LANGUAGES]
    return [message for each in templates for kind in each.of_kind for message in each.messages(kind, count, rng)]


def gathered(most: int, rng: random.Random) -> list[Message]:
    """Questions of the training data by their first word, at most so many of each kind and language."""
    of: dict[tuple[str, str], list[str]] = {}
    for learnt in pairs.learnt().values():
        for question, language in sorted({(pair.question.strip(), pair.language) for pair in learnt}):
            for kind, first in _FIRST_WORDS.get(language, {}).items():
                if re.match(first, question.lstrip("- "), re.IGNORECASE):
                    of.setdefault((language, kind), []).append(question)
    found = []
    for (language, kind), texts in sorted(of.items()):
        for text in rng.sample(texts, min(most, len(texts))):
            found.append(Message(text, kind, language, "gathered"))
    return found


def kinds(messages: Sequence[Message]) -> list[str]:
    return sorted({message.kind for message in messages})
