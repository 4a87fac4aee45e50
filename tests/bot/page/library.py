"""Pages served over real HTTP from a thread, on a corpus of the test's choice."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator

from bot.briefings import BriefingPolicy
from bot.page.policy import PagePolicy
from bot.page.serving import page_server
from bot.pictures.easel import Easel
from index import Index


@contextlib.contextmanager
def served(corpus: Index) -> Iterator[str]:
    """The address under which the pages are served."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = page_server(corpus, Easel(), BriefingPolicy(zone="Asia/Gaza"), PagePolicy(port=0))
    try:
        port = asyncio.run_coroutine_threadsafe(server.open(), loop).result(10)
        yield f"http://127.0.0.1:{port}"
        asyncio.run_coroutine_threadsafe(server.close(), loop).result(10)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
