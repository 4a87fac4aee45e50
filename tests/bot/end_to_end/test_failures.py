"""How the process ends when it can not go on, and what a killed one leaves for the next."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.bot.end_to_end.process import RunningBot, environment, sitrep
from tests.servers import updates
from tests.servers.botapi import BotApi

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
