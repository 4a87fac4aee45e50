"""Every error that `index` raises on purpose.

The tree:

    SitrepError                 a prepared sentence for the person who can act, and a stable code
    ├── SettingsError           a setting or environment is wrong (exit 2)
    │   ├── ModelMissing        the embedding model can not be found or loaded
    │   └── StorageUnusable     data folder, database or Chroma can not be opened
    ├── EmbedderLost            the embedding model's process ended; another is started
    ├── InputError              what a person handed in is wrong; nothing was changed
    └── FetchError              an address could not be fetched; `.permanent` says whether to try again
        └── AddressRefused      an address that is never visited, whoever asks (exit 2)
"""

from __future__ import annotations

import dataclasses


class SitrepError(Exception):
    """An error with one plain sentence for the person who can act on it.

    `code` is stable and may be counted, logged and tested; `str(error)` is the sentence.
    """

    code = "error"

    def __init__(self, sentence: str, *, code: str | None = None) -> None:
        super().__init__(sentence)
        if code is not None:
            self.code = code


@dataclasses.dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should consider though nothing failed: a sentence, and a stable code."""

    code: str
    sentence: str


class SettingsError(SitrepError):
    code = "settings"


class ModelMissing(SettingsError):
    code = "model_missing"


class StorageUnusable(SettingsError):
    code = "storage_unusable"


class EmbedderLost(SitrepError):
    """The process that embeds ended, or was ended for taking too long. `bystander`: because of another's text."""

    code = "embedder_lost"

    def __init__(self, sentence: str, *, bystander: bool = False) -> None:
        super().__init__(sentence)
        self.bystander = bystander


class InputError(SitrepError):
    code = "input"


class FetchError(SitrepError):
    """An address could not be fetched. `permanent`: trying again unchanged will not help."""

    code = "fetch"

    def __init__(self, sentence: str, *, code: str, permanent: bool) -> None:
        super().__init__(sentence, code=code)
        self.permanent = permanent


class AddressRefused(FetchError):
    """An address that is never visited: not the web, not public, or not safe to name."""

    def __init__(self, sentence: str, *, code: str) -> None:
        super().__init__(sentence, code=code, permanent=True)
