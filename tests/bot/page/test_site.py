"""The page of a briefing over HTTP: all its evidence, for nobody who was not given its address."""

from __future__ import annotations

import json
import logging
import select
import shutil
import socket
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot.housekeeping import tidy
from bot.page.markdown import markdown
from bot.page.permalinks import Permalinks, new_token
from bot.page.view import page_view
from bot.store import schema
from bot.store.migrate import migrate
from bot.wording.texts import texts_for
from index import Index, Settings
from index.articles import Article
from index.sample import sample_articles
from tests.bot.chat.conversation import Conversation
from tests.bot.page.library import served
from tests.bot.pictures.looking import ink, pixels
from tests.bot.worlds import Clock
from tests.conftest import missing
from tests.fakes import FakeEmbedder

NOW = datetime(2024, 4, 25, 12, 0, tzinfo=UTC)
HOSTILE = Article(
    url="javascript:alert(1)//https://evil.example/",
    title='<script>alert("title")</script> Shells hit Aleppo market, ten killed',
    text=(
        'Rescuers said on Thursday that ten people were killed when shells hit a market in Aleppo <img src=x onerror="'
        'alert(1)">. The ministry denied it and said that four people were wounded. `code` [link](javascript:alert(2))'
        " was seen near the market, a witness said."
    ),
    publisher="<b>Outlet</b> & Sons",
    published_at=NOW - timedelta(hours=3),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(Settings(tmp_path_factory.mktemp("pages")), embedder=FakeEmbedder()) as corpus:
        migrate(corpus.database)
        corpus.add([*sample_articles(), HOSTILE])
        yield corpus


@pytest.fixture(scope="module")
def site(corpus: Index) -> Iterator[str]:
    with served(corpus) as address:
        yield address


@pytest.fixture
def talk(corpus: Index, site: str) -> Conversation:
    return Conversation(corpus, Clock(NOW), permalinks=Permalinks(site))


def opened(talk: Conversation, *, user_id: int = 42) -> str:
    """The address under the button of a briefing."""
    sent = talk.say("/brief", user_id=user_id)
    return next(str(button["url"]) for receipt in sent for button in receipt.buttons if "url" in button)


def test_connections_that_ask_nothing_keep_nobody_out(site: str) -> None:
    host, _, port = site.removeprefix("http://").partition(":")
    idle = [socket.create_connection((host, int(port))) for _ in range(260)]

    answered = httpx.get(f"{site}/robots.txt").status_code
    closed = len(select.select(idle, [], [], 5)[0])
    for connection in idle:
        connection.close()

    assert answered == 200
    assert closed >= 60


def test_nothing_redirects_to_the_host_that_a_request_names(site: str) -> None:
    reply = httpx.get(f"{site}/style.css/", headers={"Host": "evil.example"}, follow_redirects=False)

    assert reply.status_code == 404


def test_a_page_has_every_claim_with_each_quote_in_its_surroundings(talk: Conversation) -> None:
    url = opened(talk)
    page = httpx.get(url).text
    briefing = httpx.get(f"{url}/briefing.json").json()

    assert briefing["stories"]
    for story in briefing["stories"]:
        for claim in story["claims"]:
            assert escaped(claim["text"]) in page
    for citation in briefing["citations"]:
        assert f'id="quote-{citation["n"]}"' in page
        assert f"<mark>{escaped(citation['quote'])}</mark>" in page
        assert escaped(citation["publisher"]) in page


def test_what_sources_write_is_shown_and_never_run(talk: Conversation) -> None:
    url = opened(talk)
    reply = httpx.get(url)

    assert "&lt;script&gt;" in reply.text
    assert "&lt;img src=x onerror=" in reply.text
    for forbidden in ("<script", "<img src=x", 'href="javascript', "style="):
        assert forbidden not in reply.text
    assert "script-src" not in reply.headers["content-security-policy"]
    assert reply.headers["content-security-policy"].startswith("default-src 'none'")
    notes = httpx.get(f"{url}/briefing.md").text
    assert "<script" not in notes.replace("\\<", "")
    assert "](javascript" not in notes.replace("\\]", "")
    assert "](<javascript" not in notes


def test_no_robot_keeps_a_page_and_no_address_leaks(talk: Conversation, site: str) -> None:
    url = opened(talk)

    for address in (url, f"{url}/briefing.json", f"{url}/picture.png", f"{site}/nothing"):
        headers = httpx.get(address).headers
        assert "noindex" in headers["x-robots-tag"]
        assert headers["referrer-policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex' in httpx.get(url).text
    assert "Disallow: /" in httpx.get(f"{site}/robots.txt").text


def test_addresses_have_256_random_bits_and_a_wrong_one_shows_nothing(talk: Conversation, site: str) -> None:
    url = opened(talk)

    assert url != opened(talk)
    assert len({new_token() for _ in range(100)}) == 100
    assert min(len(new_token()) for _ in range(100)) >= 43
    wrong = [f"{url[:-1]}{'A' if url[-1] != 'A' else 'B'}", f"{site}/b/1", f"{site}/b/..%2f..%2fetc", f"{site}/"]
    replies = [httpx.get(address) for address in wrong]
    assert {reply.status_code for reply in replies} == {404}
    assert len({reply.text for reply in replies}) == 1
    assert httpx.post(url).status_code == 405


def test_a_page_is_removed_after_its_days(corpus: Index, site: str) -> None:
    talk = Conversation(corpus, Clock(NOW), permalinks=Permalinks(site, keep=timedelta(days=10)))
    url = opened(talk)

    talk.clock.advance(days=9)
    tidy(talk.services)
    assert httpx.get(url).status_code == 200
    talk.clock.advance(days=2)
    tidy(talk.services)
    assert httpx.get(url).status_code == 404


def test_a_page_shows_what_was_corrected_with_its_passage(corpus: Index) -> None:
    content = json.loads(json.dumps(corpus.brief(NOW - timedelta(days=7), NOW).to_json()))
    row = {"key": "k", "kind": "edited", "publisher": "Wire", "before": "21 killed", "after": "12 killed"}
    quoted = content["citations"][0]
    content["corrections"] = [row | {"told": "At least 21 died.", "at": "2024-04-20T09:00:00Z", "citations": [1]}]

    view = page_view(content, {}, texts_for("en"), zone="UTC")

    assert "it now says 12 killed" in view.corrections[0].text
    assert [quote.words for quote in view.corrected] == [quoted["quote"]]
    assert "it now says 12 killed" in markdown(view, texts_for("en"))


def test_forgetting_a_chat_removes_its_pages_and_no_others(talk: Conversation) -> None:
    mine, other = opened(talk, user_id=71), opened(talk, user_id=72)

    talk.say("/forget yes", user_id=71)

    assert [httpx.get(url).status_code for url in (mine, f"{mine}/briefing.json", f"{mine}/picture.png")] == [404] * 3
    assert httpx.get(other).status_code == 200


def test_the_picture_comes_for_light_and_dark_screens_with_its_words(talk: Conversation) -> None:
    url = opened(talk)
    light, dark = (pixels(httpx.get(f"{url}/{name}.png", timeout=30).content) for name in ("picture", "picture-dark"))

    assert light.shape == dark.shape
    assert light[0, 0].mean() > 200 > 80 > dark[0, 0].mean()
    assert "in these 24 hours" in httpx.get(url).text.partition("<figcaption>")[2]


def test_a_page_speaks_its_readers_language(talk: Conversation) -> None:
    with talk.services.database.read() as connection:
        assert connection.execute(schema.page.select()).first()
    url = opened(talk, user_id=73)
    card = talk.say("/language", user_id=73)[-1]
    talk.press(card, "العربية", user_id=73)

    page = httpx.get(url).text
    assert '<html lang="ar" dir="rtl">' in page
    assert "إحاطة" in page


def test_no_address_is_written_to_a_log(talk: Conversation, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "uvicorn")
    url = opened(talk)
    with httpx.Client() as client:
        client.get(url)

    said = [record.getMessage() for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))]
    assert not [line for line in said if url.rpartition("/")[2] in line]


def test_without_a_public_address_there_are_no_pages(corpus: Index) -> None:
    talk = Conversation(corpus, Clock(NOW))

    assert not [button for receipt in talk.say("/brief", user_id=74) for button in receipt.buttons if "url" in button]


CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or shutil.which("google-chrome")
DARK = "--blink-settings=preferredColorScheme=0"


@pytest.mark.parametrize("width", [360, 412, 1200])
@pytest.mark.parametrize("dark", [False, True])
def test_a_browser_shows_the_page_within_its_width(talk: Conversation, tmp_path: Path, width: int, dark: bool) -> None:
    if CHROMIUM is None:
        missing("no Chromium is installed")
    seen = pixels(photographed(opened(talk), tmp_path, width, dark=dark))

    assert seen.shape[1] == width
    assert bool(seen[0, 0].mean() < 80) is dark
    assert ink(seen) > 0.02
    # Nothing runs over the edge: the margin is paper all the way down.
    assert ink(seen[:, -8:]) == 0


def photographed(url: str, folder: Path, width: int, *, dark: bool) -> bytes:
    assert CHROMIUM is not None
    file = folder / "page.png"
    look = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={width},2400"]
    look += [f"--user-data-dir={folder / 'browser'}", f"--screenshot={file}", *([DARK] if dark else [])]
    subprocess.run([CHROMIUM, "--headless", *look, url], check=True, timeout=90, capture_output=True)
    return file.read_bytes()


def escaped(text: str) -> str:
    """As the template engine writes it."""
    pairs = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))
    for plain, entity in pairs:
        text = text.replace(plain, entity)
    return text
