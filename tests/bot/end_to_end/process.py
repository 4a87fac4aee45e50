"""The real `sitrep run` as a process, and the environment that points it at servers on loopback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.servers.botapi import TOKEN, BotApi

ADMIN = 7001


def environment(data_dir: Path, api: BotApi, model_dir: str, **more: str) -> dict[str, str]:
    """What the process sees: nothing of this machine's own settings but the path."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "LC_ALL") if name in os.environ}
    return {
        **kept,
        "SITREP_DATA_DIR": str(data_dir),
        "SITREP_EMBEDDING__MODEL_DIR": model_dir,
        "SITREP_FETCH__ALLOW_PRIVATE_NETWORKS": "true",
        "SITREP_TELEGRAM__BASE_URL": api.base_url,
        "SITREP_TELEGRAM__ADMINS": str(ADMIN),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "OMP_NUM_THREADS": "2",
        **more,
    }


def sitrep(
    *arguments: str, env: Mapping[str, str], stdin: str = "", timeout: float = 280
) -> subprocess.CompletedProcess[str]:
    """One command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env=dict(env),
        input=stdin,
        text=True,
        capture_output=True,
        timeout=timeout,
        check=False,
    )


class RunningBot:
    """`sitrep run`; its log is in `log`. Ends with SIGTERM, or SIGKILL where a test says so."""

    def __init__(self, env: Mapping[str, str], log: Path, *arguments: str) -> None:
        self.log = log
        with log.open("ab") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run", *arguments],
                env=dict(env),
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
            )

    def ready(self, api: BotApi, method: str) -> Self:
        """Wait for the first `getUpdates`, or for `setWebhook`."""
        before = api.pollers

        def came() -> bool:
            assert self._process.poll() is None, self.log.read_text()
            return api.pollers > before if method == "getUpdates" else bool(api.webhook.get("url"))

        api.wait(came, timeout=120)
        return self

    @property
    def pid(self) -> int:
        return self._process.pid

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def wait(self) -> int:
        return self._process.wait(120)

    def stop(self) -> int:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        return self._process.wait(60)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
