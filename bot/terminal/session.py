"""`sitrep chat`: the same bot in a terminal. A typed line is an update; every reply is waited for."""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import hashlib
import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import telegram

from bot import app
from bot.chat.polling import Take
from bot.terminal.screen import Screen
from bot.terminal.telegram import BOT, TerminalRequest, message
from bot.ticks import Ticks
from bot.wording.texts import texts_for
from index import Index
from index.sample import sample_articles

if TYPE_CHECKING:
    from bot.config import Settings

# Who types: an admin, in a private chat.
_PERSON = 1
_TOKEN = "0:terminal"
_NO_LIMIT = 1_000_000
_INGEST_EVERY_S, _INDEX_EVERY_S = 15, 2


def chat(settings: Settings) -> None:
    """The bot in this terminal, until /quit or the end of the input."""
    with app.open_corpus(settings) as corpus:
        _prepare(corpus)
        asyncio.run(_converse(settings, corpus))


def _prepare(corpus: Index) -> None:
    """An empty corpus without sources gets the sample articles, so that there is something to ask about."""
    if not corpus.stats().articles and not corpus.sources.list():
        _note("No articles yet: taking in the sample articles (invented outlets, April 2024).")
        corpus.save(sample_articles())
    if corpus.pending():
        corpus.index_pending(progress=_progress)
        _note("")


def _progress(done: int, total: int) -> None:
    end = "\r" if sys.stderr.isatty() else "\n"
    if sys.stderr.isatty() or done == total:
        print(f"indexing {done} of {total}", end=end, file=sys.stderr, flush=True)


def _note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


async def _converse(settings: Settings, corpus: Index) -> None:
    interactive = sys.stdin.isatty()
    screen = Screen(
        lambda text: print(text, end="", flush=True),
        colour=sys.stdout.isatty(),
        keep=lambda content, kind: _keep(content, kind, settings.data_dir),
    )
    policy = dataclasses.replace(
        settings.telegram,
        token=_TOKEN,
        admins=(*settings.telegram.admins, _PERSON),
        messages_per_minute=_NO_LIMIT,
        questions_per_hour=_NO_LIMIT,
    )
    services = app.build_services(settings, corpus, policy)
    application = app.build_application(services, request=TerminalRequest(screen.show))
    ticks = _ticks(corpus)
    async with app.connected(application):
        ticks.start()
        try:
            if interactive:
                _note(texts_for(None).plain("terminal-hello"))
            await _Typist(application.bot, app.taker(application, services), screen, echo=not interactive).run()
        finally:
            await ticks.stop()


def _keep(content: bytes, kind: str, data_dir: Path) -> Path:
    """Write a picture or another file that the bot sends; the same content is the same file."""
    folder = data_dir / ("pictures" if kind == "png" else "files")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{hashlib.sha256(content).hexdigest()[:12]}.{kind}"
    file.write_bytes(content)
    return file


def _ticks(corpus: Index) -> Ticks:
    """Sources that are added here are read here; briefings are only sent by `sitrep run`."""
    ticks = Ticks()
    poll = functools.partial(corpus.ingest.poll_due, app.clock, goes_on=lambda: not ticks.stopping)
    ticks.every_in_thread(_INGEST_EVERY_S, "ingest", poll)
    ticks.every_in_thread(_INDEX_EVERY_S, "index", lambda: corpus.index_pending())
    return ticks


class _Typist:
    """Turns lines into updates, one at a time."""

    def __init__(self, bot: telegram.Bot, take: Take, screen: Screen, *, echo: bool) -> None:
        self._bot, self._take, self._screen, self._echo = bot, take, screen, echo
        # Update ids must be new in a database that other sessions used: time, then counting.
        self._updates = itertools.count(int(app.clock().timestamp() * 1000))
        self._messages = itertools.count(1_000_000)

    async def run(self) -> None:
        while True:
            line = await asyncio.to_thread(_read_line, self._echo)
            if line is None or line.strip() in {"/quit", "/exit"}:
                return
            update = self._update(line.strip())
            if update is not None:
                await self._take(update)

    def _update(self, line: str) -> telegram.Update | None:
        if not line:
            return None
        body = self._press(line[1:]) if line.startswith("!") else self._message(line)
        if body is None:
            return None
        self._screen.new_turn()
        return telegram.Update.de_json({"update_id": next(self._updates), **body}, self._bot)

    def _message(self, text: str) -> dict[str, Any]:
        body = message(_PERSON, next(self._messages), text)
        return {"message": {**body, "from": _person()}}

    def _press(self, number: str) -> dict[str, Any] | None:
        buttons = self._screen.buttons
        if not number.isdecimal() or not 1 <= int(number) <= len(buttons):
            self._screen.note(texts_for(None).plain("terminal-no-button", number=number))
            return None
        button = buttons[int(number) - 1]
        if button.data is None:
            self._screen.note(button.url or "")
            return None
        under = {**message(_PERSON, 1, "…"), "from": BOT}
        return {
            "callback_query": {
                "id": str(next(self._messages)),
                "from": _person(),
                "message": under,
                "chat_instance": "0",
                "data": button.data,
            }
        }


def _person() -> dict[str, Any]:
    return {"id": _PERSON, "is_bot": False, "first_name": "you", "language_code": "en"}


def _read_line(echo: bool) -> str | None:
    """A typed line; None at the end. Piped input is echoed, so that a transcript reads as a conversation."""
    try:
        line = input("\n> ")
    except EOFError:
        return None
    if echo:
        print(line, flush=True)
    return line
