"""Reports of war made of templates, in seven languages, with what only looks like an answer.

`LANGUAGE.txt` has slots (`in = in Kharkiv | …`, at the same place in each language) and sections, a fact each: `+`
lines say it, `-` lines do not, `?` lines ask. A sentence with another town, day, party or speaker than the question
names does not say it either, nor does one in which who did it and to whom are swapped. As in reports that people
write, the sentence often leaves out the town: one before it (`lead`) names it.
"""

from __future__ import annotations

import dataclasses
import functools
import random
import re
from collections.abc import Mapping
from pathlib import Path

from tests.train.windows import Group, Window

HERE = Path(__file__).parent
LANGUAGES = ("ar", "en", "es", "fr", "he", "ru", "uk")
_SLOT = re.compile(r"\{(\w+)\}")
# Of a question and its report, so often in two languages.
_ACROSS = 0.45
# Of a hundred reports, so many name the town in a sentence before.
_LED = 0.6
_TOWN = re.compile(r" ?\{in\}")

Filling = Mapping[str, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Fact:
    """What says it, what does not, and what asks."""

    says: tuple[str, ...]
    not_: tuple[str, ...]
    asks: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Book:
    """The templates of one language."""

    slots: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, Fact]
    leads: tuple[str, ...]

    def filled(self, template: str, filling: Filling) -> str:
        text = _SLOT.sub(
            lambda slot: str(filling["n"]) if slot[1] == "n" else self.slots[slot[1]][filling[slot[1]]], template
        )
        return text[:1].upper() + text[1:]


@functools.cache
def book(language: str) -> Book:
    slots: dict[str, tuple[str, ...]] = {}
    facts: dict[str, dict[str, list[str]]] = {}
    section = ""
    for line in (HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            facts[section] = {"+": [], "-": [], "?": []}
        elif section and line:
            facts[section][line[0]].append(line[2:])
        elif " = " in line:
            name, values = line.split(" = ")
            slots[name] = tuple(value.strip() for value in values.split(" | "))
    leads = tuple(facts.pop("lead")["+"])
    return Book(
        slots, {name: Fact(tuple(of["+"]), tuple(of["-"]), tuple(of["?"])) for name, of in facts.items()}, leads
    )


def draw(rng: random.Random) -> Group:
    """A question on one fact, with a window that says it and one or two that only look so."""
    language = rng.choice(LANGUAGES)
    asked_in = rng.choice(LANGUAGES) if rng.random() < _ACROSS else language
    told, asking = book(language), book(asked_in)
    name = rng.choice(sorted(told.facts))
    fact = told.facts[name]
    filling = _any(told, rng)
    question = rng.choice(asking.facts[name].asks)
    asked = asking.filled(question, filling)
    if rng.random() < 0.3:
        asked = asked.lower().rstrip("?؟ ")
    says, other = rng.choice(fact.says), _changed(question, filling, told, rng)
    if "{in}" in question and "{in}" in says and rng.random() < _LED:
        return Group("reports", asked, _led(says, fact, filling, told, rng))
    # Which of both says it may hang on the template: each language has them in the same order.
    sentence = told.filled(says, filling)
    lookalikes = [told.filled(rng.choice(fact.not_), filling)]
    if other is not None:
        lookalikes.append(told.filled(rng.choice(fact.says), other))
    rng.shuffle(lookalikes)
    right = _window([(sentence, True), (lookalikes[0], False)], told, name, filling, rng)
    wrong = _window([(text, False) for text in lookalikes[:1]], told, name, filling, rng)
    if len(lookalikes) > 1:
        wrong = _window([(lookalikes[1], False)], told, name, filling, rng)
    return Group("reports", asked, (right, wrong))


def _led(says: str, fact: Fact, filling: Filling, told: Book, rng: random.Random) -> tuple[Window, ...]:
    """The town named by the sentence before alone: it says it after that town and after none, not after another."""
    lead = rng.choice(told.leads)
    sentence = told.filled(_TOWN.sub("", says), filling)
    other = told.filled(lead, {**filling, "in": (filling["in"] + rng.randrange(1, 14)) % len(told.slots["in"])})
    unsaid = told.filled(_TOWN.sub("", rng.choice(fact.not_)), filling)
    rows = [(told.filled(lead, filling), False), (sentence, True), *([(unsaid, False)] if rng.random() < 0.5 else [])]
    if rng.random() < 0.3:
        rows = rows[1:]
    wrong = [(other, False), (rng.choice((sentence, unsaid)), False)]
    return tuple(Window(tuple(text for text, _ in of), tuple(right for _, right in of)) for of in (rows, wrong))


def _any(of: Book, rng: random.Random) -> Filling:
    filling = {name: rng.randrange(len(values)) for name, values in of.slots.items()}
    # In each language the same names stand at A's places and, in another order, at B's: never one against itself.
    filling["B"] = filling["A"]
    return filling | {"n": rng.choice((2, 3, 4, 7, 11, 12, 16, 23, 35, 48, 60, 112, 240))}


def _changed(question: str, filling: Filling, of: Book, rng: random.Random) -> Filling | None:
    """The same fact of another town, day, party or speaker than the question names."""
    named = [slot for slot in dict.fromkeys(_SLOT.findall(question)) if slot in {"in", "day", "A", "B", "P"}]
    if not named:
        return None
    slot = rng.choice(named)
    if slot in {"A", "B"}:
        # The places of A and B are pairs: the next one has them swapped.
        swapped = filling["A"] ^ 1
        return {**filling, "A": swapped, "B": swapped}
    values = [at for at in range(len(of.slots[slot])) if at != filling[slot]]
    return {**filling, slot: rng.choice(values)}


def _window(sentences: list[tuple[str, bool]], of: Book, name: str, filling: Filling, rng: random.Random) -> Window:
    """Sentences among others of the same report."""
    rows = [row for at, row in enumerate(sentences) if at == 0 or rng.random() < 0.4]
    others = [fact for fact in sorted(of.facts) if fact != name and {fact, name} not in _ALIKE]
    for _ in range(rng.choice((0, 1, 1, 2))):
        fact = of.facts[rng.choice(others)]
        rows.append((of.filled(rng.choice(fact.says), filling), False))
    rng.shuffle(rows)
    return Window(tuple(text for text, _ in rows), tuple(says for _, says in rows))


# Facts that may say something of each other.
_ALIKE = ({"toll", "when"}, {"blame", "denial"}, {"attack", "bridge"})
