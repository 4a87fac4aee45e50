"""The real bot against a real Bot API server: a reader's and an admin's day, by polling and by webhook."""

from __future__ import annotations

import dataclasses
import shutil
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.store import schema
from index.store.database import Database
from tests.bot.end_to_end.process import ADMIN, RunningBot, environment
from tests.servers import updates
from tests.servers.botapi import BotApi, Receipt
from tests.servers.site import Reply, Site
from tests.servers.telegram_html import parse

# A process starts in seconds on an idle machine, and in a minute on a busy one.
pytestmark = pytest.mark.timeout(300)


@dataclasses.dataclass(frozen=True)
class World:
    """A running bot, its Telegram and its data folder. Tests share it, each with a reader of its own."""

    bot: RunningBot
    api: BotApi
    data_dir: Path


@pytest.fixture(scope="module", params=["getUpdates", "setWebhook"])
def world(
    request: pytest.FixtureRequest, indexed: Path, model_dir: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("world")
    data_dir = Path(shutil.copytree(indexed, folder / "data"))
    more = {}
    if request.param == "setWebhook":
        listen = f"127.0.0.1:{free_port()}"
        more = {"SITREP_TELEGRAM__WEBHOOK_LISTEN": listen, "SITREP_TELEGRAM__WEBHOOK_URL": f"http://{listen}/hook"}
    with BotApi() as api, RunningBot(environment(data_dir, api, model_dir, **more), folder / "log") as running:
        yield World(running.ready(api, request.param), api, data_dir)
        assert_well_formed(api)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def assert_well_formed(api: BotApi) -> None:
    """Every message that was tried parses, fits, and was accepted."""
    said = [r for r in api.receipts if r.method in {"sendMessage", "sendPhoto", "editMessageText"}]
    assert said
    for receipt in said:
        assert receipt.status == 200, receipt
        photo = receipt.method == "sendPhoto"
        parsed = parse(receipt.params["caption" if photo else "text"])
        assert parsed.utf16 <= (1024 if photo else 4096)
        assert len(parsed.entities) <= 100


def say(api: BotApi, text: str, *, user_id: int, timeout: float = 120) -> Receipt:
    """Send `text` and wait for the first text that comes back: a picture may belong to what was said before."""
    before = api.last
    api.push(updates.message(text, user_id=user_id))

    def texts() -> list[Receipt]:
        return [one for one in api.sent(user_id, after=before) if one.method != "sendPhoto"]

    found: list[Receipt] = api.wait(texts, timeout=timeout)
    return found[0]


def press(api: BotApi, receipt: Receipt, label: str, *, user_id: int) -> Receipt:
    button = next(button for button in receipt.buttons if label in button["text"])
    assert receipt.message is not None
    before = api.last
    api.push(updates.press(button["callback_data"], under=receipt.message, user_id=user_id))
    found: list[Receipt] = api.wait(lambda: api.sent(user_id, after=before))
    return found[0]


def make_due(data_dir: Path) -> None:
    """The moment of every subscription has come."""
    database = Database.open(None, data_dir)
    moment = datetime.now(UTC) - timedelta(seconds=1)
    values = {"due_at": moment, "due_date": moment.date()}
    database.transact(lambda connection: connection.execute(sa.update(schema.subscription).values(**values)))
    database.close()


def feed(site: Site, title: str) -> bytes:
    """A feed of one article that was published just now."""
    now = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    text = (
        f"{title}, the mayor of Kharkiv said on Sunday. Rescuers pulled 14 people from the ruins, the state "
        "emergency service said. Two drones were shot down over the Kharkiv region, the air force said. "
    )
    item = (
        f"<item><title>{title}</title><link>{site.url}/story</link><pubDate>{now}</pubDate>"
        f"<description>{text * 3}</description></item>"
    )
    return f'<rss version="2.0"><channel><title>Loopback News</title>{item}</channel></rss>'.encode()


def test_a_question_is_answered_and_its_citation_opens_the_passage(world: World) -> None:
    answer = say(world.api, "How many attacks on US troops were counted?", user_id=101)

    assert answer.text is not None
    assert "140" in answer.text
    assert answer.links
    typing = [r for r in world.api.receipts if r.method == "sendChatAction"]
    assert typing
    assert typing[0].seq < answer.seq
    passage = press(world.api, answer, "[1]", user_id=101)
    assert "Pentagon" in (passage.text or "")
    assert answer.links[0] in passage.links


def test_an_admin_adds_a_source_and_a_subscriber_gets_its_news_once(world: World) -> None:
    with Site() as site:
        title = "Drones hit a power station in Kharkiv"
        site.routes["/feed.xml"] = Reply(feed(site, title), headers={"content-type": "application/rss+xml"})
        found = say(world.api, f"/addsource {site.url}/feed.xml", user_id=ADMIN)
        assert "Loopback News" in (found.text or "")
        added = press(world.api, found, "add", user_id=ADMIN)
        assert "Added" in (added.text or "")
        again = press(world.api, found, "add", user_id=ADMIN)
        assert "already" in (again.text or "")
        world.api.wait(lambda: "/feed.xml" in site.paths()[1:], timeout=120)

        said = say(world.api, "/subscribe 07:00 Kyiv", user_id=102)
        assert "Europe/Kyiv" in (said.text or "")
        wait_for_article(world.data_dir, world.api)
        before = world.api.last
        make_due(world.data_dir)
        briefing = world.api.wait(lambda: world.api.sent(102, after=before), timeout=120)[0]

    assert "Kharkiv" in (briefing.text or "")
    opened = press(world.api, briefing, "[1]", user_id=102)
    assert "Kharkiv" in (opened.text or "")
    say(world.api, "/subscriptions", user_id=102)
    briefings = [r for r in world.api.sent(102, after=before) if (r.text or "").startswith("Briefing")]
    assert len(briefings) == 1


def wait_for_article(data_dir: Path, api: BotApi) -> None:
    """Ask for the figures until the new article is indexed; each asking waits for its reply."""
    for _ in range(60):
        stats = say(api, "/stats", user_id=ADMIN).text or ""
        if "Articles: 21" in stats and "indexed: 0" in stats:
            return
    raise AssertionError("the new article was not indexed")


def test_a_reader_can_not_change_sources(world: World) -> None:
    refusals = {
        say(world.api, command, user_id=103).text
        for command in ("/addsource https://example.org/feed", "/removesource 1", "/stats", "/pausesource 1")
    }

    assert refusals == {"Only admins of this bot can do that, in a private chat with it."}
    database = Database.open(None, world.data_dir)
    with database.read() as connection:
        query = sa.select(schema.refusal.c.action, schema.refusal.c.number).where(schema.refusal.c.user_id == 103)
        refused = {row.action: row.number for row in connection.execute(query)}
    database.close()
    assert refused == dict.fromkeys(("addsource", "removesource", "stats", "pausesource"), 1)


def test_an_owner_names_an_admin_who_brings_sources_and_describes_a_publisher(world: World) -> None:
    api = world.api
    say(api, "/subscribe 07:00 Kyiv", user_id=105)
    before = api.last
    assert "is an admin from now on" in (say(api, "/addadmin 105", user_id=ADMIN).text or "")
    api.wait(lambda: any("You are an admin" in (one.text or "") for one in api.sent(105, after=before)))
    menus = [r.params["scope"] for r in api.receipts if r.method == "setMyCommands" and r.seq > before]
    assert [scope.get("chat_id") for scope in menus] == [105]

    api.files["list"] = b"<opml><body><outline text='Ledger' xmlUrl='https://ledger.invalid/feed'/></body></opml>"
    before = api.last
    api.push(updates.document("mine.opml", "list", len(api.files["list"]), user_id=105))
    (added, *_) = api.wait(lambda: api.sent(105, after=before))
    assert (added.text or "").startswith("Added: 1.")
    assert "Ledger" in (say(api, "/sources", user_id=105).text or "")

    say(api, "/setpublisher Rafidain Voice\nstate-run: yes\ncountry: Iraq", user_id=105)
    answer = say(api, "How many attacks on US troops were counted?", user_id=106)
    assert "Rafidain Voice (state-run, Iraq)" in (answer.text or "")

    press(api, say(api, "/removeadmin 105", user_id=ADMIN), "Yes", user_id=ADMIN)
    assert (say(api, "/audit", user_id=105).text or "").startswith("Only admins")
    assert "105, setpublisher publisher Rafidain Voice: done" in (say(api, "/audit", user_id=ADMIN).text or "")


def test_the_process_ends_cleanly_and_its_log_has_no_secret(world: World) -> None:
    say(world.api, "How many attacks on US troops were counted, canary-7f3a?", user_id=104)

    assert world.bot.stop() == 0
    log = world.bot.log.read_text()
    assert "running" in log
    assert not any(secret in log for secret in ("test-token", "canary-7f3a", "Reader104"))
