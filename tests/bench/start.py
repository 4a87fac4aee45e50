"""`python -m tests.bench.start [--model-dir F]`: how soon the program says something, and what a bot that waits takes.

The help of the command; a question from a cold start to its answer, in the terminal and to the bot in a chat (a Bot API
of the tests on loopback); the memory of that bot a while later, before and after it has answered. Of each also the CPU
seconds: on a busy machine the clock says little.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import processes
from tests.bench.machine import peak
from tests.bot.end_to_end.process import RunningBot, environment
from tests.servers import updates
from tests.servers.botapi import BotApi

QUESTION = "How many people were killed in Gaza?"
READER = 4_711


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model-dir", default=os.environ.get("SITREP_EMBEDDING__MODEL_DIR", ""))
    parser.add_argument("--idle", type=float, default=20.0, help="seconds that the bot waits before it is weighed")
    options = parser.parse_args()
    print(peak(), flush=True)
    with tempfile.TemporaryDirectory(prefix="sitrep-bench-") as folder, BotApi() as api:
        env = environment(Path(folder), api, options.model_dir)
        _import_sample(env)
        for _ in range(3):
            _run("sitrep --help", ["--help"], env)
        for _ in range(3):
            _run("sitrep ask, cold start to answer", ["ask", QUESTION, "--json"], env)
        _bot(env, api, Path(folder), options.idle)


def _import_sample(env: dict[str, str]) -> None:
    from index.sample import sample_articles

    rows = [
        {
            "url": article.url,
            "title": article.title,
            "text": article.text,
            "publisher": article.publisher,
            "published": article.published_at.isoformat() if article.published_at else None,
        }
        for article in sample_articles()
    ]
    lines = "\n".join(json.dumps(row) for row in rows)
    for command in (["import", "-"], ["index"]):
        subprocess.run([sys.executable, "-m", "bot", *command], env=env, input=lines, text=True, check=True)


def _run(name: str, command: list[str], env: dict[str, str]) -> None:
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "bot", *command], env=env, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:<38} {time.perf_counter() - began:6.2f} s   CPU {spent:6.2f} s", flush=True)


def _bot(env: dict[str, str], api: BotApi, folder: Path, idle_s: float) -> None:
    began = time.perf_counter()
    api.push(updates.message(QUESTION, user_id=READER))
    with RunningBot(env, folder / "log") as bot:
        api.wait(lambda: api.sent(READER), timeout=120)
        spent = processes.cpu_s(processes.family(bot.pid))
        print(
            f"{'sitrep run, cold start to first answer':<38} {time.perf_counter() - began:6.2f} s   CPU {spent:6.2f} s",
            flush=True,
        )
        time.sleep(idle_s)
        _weigh("a bot that has answered and waits", bot)
    # As half an hour after the last question.
    rests = env | {"SITREP_EMBEDDING__REST_MINUTES": "0.05"}
    with RunningBot(rests, folder / "log").ready(api, "getUpdates") as bot:
        time.sleep(idle_s)
        _weigh("a bot at rest", bot)


def _weigh(name: str, bot: RunningBot) -> None:
    sizes = {process: processes.memory_mb(process) for process in processes.family(bot.pid)}
    main_mb = sizes.pop(bot.pid)
    parts = "".join(f", {size:.0f}" for size in sorted(sizes.values(), reverse=True))
    print(f"{name:<38} {main_mb + sum(sizes.values()):6.0f} MB (PSS: the bot {main_mb:.0f}{parts})", flush=True)


if __name__ == "__main__":
    main()
