"""How the process ends when it can not go on, and what a killed one leaves for the next."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from tests.bot.end_to_end.process import RunningBot, environment, sitrep
from tests.servers import updates
from tests.servers.botapi import BotApi
from tests.servers.chroma import chroma
from tests.servers.postgresql import free_port, fresh_database

pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"TELEGRAM_BOT_TOKEN": "1:wrong"}, "refuses the bot's token"),
        ({"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN is not set"),
    ],
    ids=["wrong token", "no token"],
)
def test_what_the_operator_must_mend_is_one_line_and_exit_2(
    more: dict[str, str], words: str, tmp_path: Path, model_dir: str
) -> None:
    with BotApi() as api:
        done = sitrep("run", env=environment(tmp_path, api, model_dir) | more)

    assert done.returncode == 2
    assert words in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_another_copy_ends_the_older_one(indexed: Path, tmp_path: Path, model_dir: str) -> None:
    data_dir = Path(shutil.copytree(indexed, tmp_path / "data"))
    with BotApi() as api:
        bot = RunningBot(environment(data_dir, api, model_dir), tmp_path / "log").ready(api, "getUpdates")
        api.get_updates({"timeout": 0})

        assert bot.wait() == 1
    assert "another copy" in bot.log.read_text().splitlines()[-1]


def test_a_second_bot_on_the_same_data_is_refused_with_the_pid_of_the_first(tmp_path: Path, model_dir: str) -> None:
    with BotApi() as api:
        env = environment(tmp_path / "data", api, model_dir)
        with RunningBot(env, tmp_path / "log").ready(api, "getUpdates") as first:
            second = sitrep("run", env=env)

            assert second.returncode == 2
            assert f"process {first.pid}" in second.stderr
            assert len(second.stderr.splitlines()) == 1


def test_a_question_that_a_kill_interrupted_is_answered_after_the_restart(
    indexed: Path, tmp_path: Path, model_dir: str
) -> None:
    data_dir = Path(shutil.copytree(indexed, tmp_path / "data"))
    with BotApi() as api:
        env = environment(data_dir, api, model_dir)
        bot = RunningBot(env, tmp_path / "log").ready(api, "getUpdates")
        api.push(updates.message("How many attacks on US troops were counted?", user_id=9))
        api.wait(lambda: any(r.method == "sendChatAction" for r in api.receipts))
        bot.kill()
        assert api.sent(9) == []

        with RunningBot(env, tmp_path / "log"):
            answers = api.wait(lambda: api.sent(9), timeout=120)
    assert "140" in answers[0].text


QUESTION = "How many attacks on US troops were counted?"


def listening(env: dict[str, str]) -> dict[str, str]:
    """The same, where updates come by webhook."""
    listen = f"127.0.0.1:{free_port()}"
    hook = {"SITREP_TELEGRAM__WEBHOOK_LISTEN": listen, "SITREP_TELEGRAM__WEBHOOK_URL": f"http://{listen}/hook"}
    return env | hook


def killed_under_a_question(bot: RunningBot, api: BotApi) -> None:
    api.push(updates.message(QUESTION, user_id=9))
    api.wait(lambda: any(r.method == "sendChatAction" for r in api.receipts))
    bot.kill()
    assert api.sent(9) == []


def answered_once(api: BotApi) -> bool:
    """Whether the interrupted question is answered, and not again by the time that Telegram gets rid of it."""
    answers = api.wait(lambda: api.sent(9), timeout=120)
    api.push(updates.message("/help", user_id=10))
    api.wait(lambda: api.sent(10), timeout=120)
    return "140" in answers[0].text and len(api.sent(9)) == 1


def test_a_question_that_came_by_webhook_and_a_kill_interrupted_is_answered_once_after_the_restart(
    indexed: Path, tmp_path: Path, model_dir: str
) -> None:
    data_dir = Path(shutil.copytree(indexed, tmp_path / "data"))
    with BotApi() as api:
        env = listening(environment(data_dir, api, model_dir))
        killed_under_a_question(RunningBot(env, tmp_path / "log").ready(api, "setWebhook"), api)

        with RunningBot(env, tmp_path / "log"):
            assert answered_once(api)


def test_a_question_that_a_killed_process_was_at_is_answered_once_by_another_behind_the_same_webhook(
    postgresql_server: str, tmp_path: Path, model_dir: str
) -> None:
    sample = str(resources.files("index.sample") / "articles.jsonl")
    (tmp_path / "chroma").mkdir()
    with (
        fresh_database(postgresql_server) as database_url,
        chroma(tmp_path / "chroma") as (chroma_url, _),
        BotApi() as api,
    ):
        servers = {"DATABASE_URL": database_url, "CHROMA_URL": chroma_url}
        env = environment(tmp_path / "data", api, model_dir, **servers)
        for arguments in (("import", sample), ("index",)):
            done = sitrep(*arguments, env=env)
            assert done.returncode == 0, done.stderr
        with RunningBot(listening(env), tmp_path / "log", "--only", "chat") as other:
            other.ready(api, "setWebhook")
            others = dict(api.webhook)
            api.webhook = {}
            first = RunningBot(listening(env), tmp_path / "first", "--only", "chat").ready(api, "setWebhook")
            killed_under_a_question(first, api)
            api.webhook = others

            assert answered_once(api)


def test_the_terminal_says_what_telegram_would(indexed: Path, tmp_path: Path, model_dir: str) -> None:
    data_dir = Path(shutil.copytree(indexed, tmp_path / "data"))
    with BotApi() as api:
        env = environment(data_dir, api, model_dir)
        done = sitrep("chat", env=env, stdin="How many attacks on US troops were counted?\n!1\n!99\n/quit\n/help\n")

    assert done.returncode == 0, done.stderr
    assert "140" in done.stdout
    assert "!1  [1]" in done.stdout
    assert "«" in done.stdout
    assert "no button 99" in done.stdout
    assert "/subscribe" not in done.stdout


def test_started_without_network_it_waits_says_so_and_answers_when_the_network_comes(
    indexed: Path, tmp_path: Path, model_dir: str
) -> None:
    data_dir = Path(shutil.copytree(indexed, tmp_path / "data"))
    with BotApi() as api:
        api.fault("getMe", times=3, status=502)
        with RunningBot(environment(data_dir, api, model_dir), tmp_path / "log") as bot:
            bot.ready(api, "getUpdates")
            api.push(updates.message("/help", user_id=9))
            assert api.wait(lambda: api.sent(9), timeout=120)
            assert "waiting for Telegram" in bot.log.read_text()


def test_an_update_that_can_not_be_read_costs_that_one_and_is_not_logged(
    indexed: Path, tmp_path: Path, model_dir: str
) -> None:
    data_dir = Path(shutil.copytree(indexed, tmp_path / "data"))
    with BotApi() as api, RunningBot(environment(data_dir, api, model_dir), tmp_path / "log") as bot:
        bot.ready(api, "getUpdates")
        strange = updates.message("canary-31c7", user_id=9)
        strange["message"]["chat"]["type"] = {"of": "a newer Telegram"}
        strange["message"]["date"] = "tomorrow"
        api.push(strange)
        api.push(updates.message("/help", user_id=10))
        assert api.wait(lambda: api.sent(10), timeout=120)
        assert bot.stop() == 0
        assert "update not readable" in bot.log.read_text()
        assert "canary-31c7" not in bot.log.read_text()
        assert "Reader9" not in bot.log.read_text()
