"""A person talking to the running bot over HTTP, in a language: what is said back is held against its catalogue."""

from __future__ import annotations

import dataclasses
import functools
import re
import unicodedata
from importlib import resources
from typing import Any

from fluent.syntax import ast, parse

from bot.wording.texts import texts_for
from bot.wording.typeset import FSI, PDI, Html
from tests.servers import updates
from tests.servers.botapi import BotApi, Receipt

# Stands for whatever is put into a text.
_ANY = "\ue000"
_COUNTS = (0, 1, 2, 3, 11, 100)


@functools.cache
def catalogue() -> dict[str, ast.Message]:
    """The English messages by key; every other catalogue has the same."""
    source = resources.files("bot.wording") / "locales" / "en" / "sitrep.ftl"
    body = parse(source.read_text(encoding="utf-8")).body
    return {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}


@functools.cache
def said(key: str, language: str) -> re.Pattern[str]:
    """What a reader sees where the catalogue's text of that key is shown, whatever is put into it."""
    found = set()
    for count in _COUNTS:
        values: dict[str, Any] = {name: Html(_ANY) for name in _variables(catalogue()[key])}
        values |= dict.fromkeys(_numbers(catalogue()[key]), count)
        shown = re.escape(_bare(texts_for(language).plain(key, **values))).replace(_ANY, ".*?")
        found.add(re.sub(r"(?<![\w:])\d+(?![\w:])", r"\\d+", shown))
    return re.compile("|".join(sorted(found)), re.DOTALL)


def _bare(text: str | None) -> str:
    return (text or "").replace(FSI, "").replace(PDI, "")


def _variables(node: Any) -> set[str]:
    return {one.id.name for one in _walk(node) if isinstance(one, ast.VariableReference)}


def _numbers(node: Any) -> set[str]:
    chosen = (one.selector for one in _walk(node) if isinstance(one, ast.SelectExpression))
    return set().union(*map(_variables, chosen), set())


def _walk(node: Any) -> list[Any]:
    if isinstance(node, list):
        return [one for each in node for one in _walk(each)]
    if isinstance(node, ast.BaseNode):
        return [node, *(one for each in vars(node).values() for one in _walk(each))]
    return []


def out_of_order(text: str) -> list[str]:
    """The lines in which words from left to right and from right to left stand side by side, not isolated."""
    found = []
    for line in text.split("\n"):
        depth, seen = 0, set()
        for character in line:
            depth += (character == FSI) - (character == PDI)
            if depth == 0:
                seen.add(unicodedata.bidirectional(character))
        if depth or ("L" in seen and seen & {"R", "AL"}):
            found.append(line)
    return found


@dataclasses.dataclass
class Talk:
    """One person. `where` are the fields of a chat that is not their private one."""

    api: BotApi
    language: str
    user_id: int
    where: dict[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def chat_id(self) -> int:
        return int(self.where.get("chat_id", self.user_id))

    def text(self, key: str) -> str:
        return texts_for(self.language).plain(key)

    def say(self, text: str, key: str, **more: Any) -> Receipt:
        """Send a message; the first reply that shows the text of that key."""
        before = self.api.last
        body = updates.message(text, user_id=self.user_id, language=self.language, **self.where, **more)
        self.api.push(body)
        return self.hear(key, after=before)

    def press(self, receipt: Receipt, label: str, key: str, *, user_id: int | None = None) -> Receipt:
        """Press the first button whose label has those words; the first message or edit that shows that text."""
        before = self.api.last
        self._press(receipt, label, user_id)
        return self.hear(key, after=before)

    def press_for_notice(self, receipt: Receipt, label: str, key: str, *, user_id: int | None = None) -> None:
        """Press a button; the notice that answers is that text."""
        before = self.api.last
        self._press(receipt, label, user_id)
        self.notice(key, after=before)

    def forge(self, receipt: Receipt, data: str, key: str) -> None:
        """Press a button that we never made."""
        before = self.api.last
        assert receipt.message is not None
        self.api.push(updates.press(data, under=receipt.message, user_id=self.user_id, language=self.language))
        self.notice(key, after=before)

    def hear(self, key: str, *, after: int) -> Receipt:
        pattern = said(key, self.language)

        def found() -> list[Receipt]:
            return [r for r in self.api.sent(self.chat_id, after=after) if pattern.search(_bare(r.text))]

        heard: Receipt = self.api.wait(found, timeout=40)[0]
        return heard

    def notice(self, key: str, *, after: int) -> None:
        pattern = said(key, self.language)

        def found() -> list[Receipt]:
            answered = (r for r in self.api.receipts[after:] if r.method == "answerCallbackQuery")
            return [r for r in answered if pattern.fullmatch(_bare(r.params.get("text", "")))]

        self.api.wait(found)

    def _press(self, receipt: Receipt, label: str, user_id: int | None) -> None:
        assert receipt.message is not None
        button = next(button for button in receipt.buttons if label in button["text"])
        who = self.user_id if user_id is None else user_id
        self.api.push(
            updates.press(button["callback_data"], under=receipt.message, user_id=who, language=self.language)
        )
