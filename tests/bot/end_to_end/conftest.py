"""One corpus of the sample articles for the whole suite; what runs on it copies it."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import pytest

from tests.bot.end_to_end.process import RunningBot, environment, sitrep
from tests.bot.end_to_end.talk import Talk
from tests.bot.end_to_end.world import LANGUAGES, World, admins, feed
from tests.servers.botapi import BotApi
from tests.servers.site import Reply, Site

_people = itertools.count(500)


@pytest.fixture(scope="session")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the process finds or makes the converted model."""
    return os.environ.get("SITREP_EMBEDDING__MODEL_DIR") or str(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory, model_dir: str) -> Path:
    """A data folder with the sample articles indexed."""
    folder = tmp_path_factory.mktemp("indexed") / "data"
    with BotApi() as api:
        env = environment(folder, api, model_dir)
        sample = str(resources.files("index.sample") / "articles.jsonl")
        for arguments in (("import", sample), ("index",)):
            done = sitrep(*arguments, env=env)
            assert done.returncode == 0, done.stderr
    return folder


# Telegram's pace is tested elsewhere; here each of some 200 talks would wait for it.
PROMPT = {"SITREP_DELIVERY__CHAT_SPACING_S": "0.02", "SITREP_DELIVERY__GROUP_PER_MINUTE": "1000"}


@pytest.fixture(scope="module")
def running_copy(
    indexed: Path, model_dir: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., World]]:
    """Starts bots on copies of the sample corpus, each with settings of its own; they end with the module."""
    with contextlib.ExitStack() as stack:

        def start(*, admins: dict[str, int], **more: str) -> World:
            folder = tmp_path_factory.mktemp("world")
            data_dir = Path(shutil.copytree(indexed, folder / "data"))
            api = stack.enter_context(BotApi())
            listed = ",".join(map(str, admins.values()))
            env = environment(data_dir, api, model_dir, SITREP_TELEGRAM__ADMINS=listed, **PROMPT, **more)
            bot = stack.enter_context(RunningBot(env, folder / "log"))
            return World(bot.ready(api, "getUpdates"), api, data_dir)

        yield start


@pytest.fixture(scope="module")
def world(running_copy: Callable[..., World]) -> World:
    """A bot with an admin for each language, who may say as much in a minute as all these talks together."""
    return running_copy(admins=admins(LANGUAGES), SITREP_TELEGRAM__MESSAGES_PER_MINUTE="1000")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as opened:
        yield opened


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reader(world: World, language: str) -> Talk:
    return Talk(world.api, language, next(_people))


@pytest.fixture
def admin(world: World, language: str) -> Talk:
    return Talk(world.api, language, admins(LANGUAGES)[language])


@pytest.fixture
def offered(site: Site, language: str) -> str:
    """The address of a feed that nobody has added yet."""
    path = f"/{language}-{next(_people)}.xml"
    site.routes[path] = Reply(feed(site, f"Loopback {path[1:-4]}"), headers={"content-type": "application/rss+xml"})
    return f"{site.url}{path}"
