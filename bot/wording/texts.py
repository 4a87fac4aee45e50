"""Every text for people comes from here: catalogues in Fluent, one a language, in `locales/`.

A text is Telegram's HTML. What is put into it is escaped, and isolated where it runs against the direction of the
language; what is HTML already comes as `typeset.Html`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from datetime import date, datetime
from importlib import resources
from typing import Any

from babel.dates import format_date, format_datetime, get_day_names
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from bot import localtime
from bot.wording.typeset import Html, clean, escape, isolate, link, plain

DEFAULT = "en"
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa"})
# A command with what is typed after it: one piece from left to right, also within a text from right to left; or a tag.
_COMMAND = re.compile(r"<[^<>]*>|(?<![\w/<:.])/[a-z]\w*(?:,? [A-Za-z0-9](?:[A-Za-z0-9:./-]*[A-Za-z0-9])?)*")

_SHORT = 500


class Texts:
    """The texts in one language; a text that its catalogue lacks is the English one."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.rtl = language in _RIGHT_TO_LEFT
        # What stands between things that are listed, and between those that have such lists in them.
        self.joint, self.wide_joint = ("، ", "؛ ") if language == "ar" else (", ", "; ")
        names = [language] if language == DEFAULT else [language, DEFAULT]
        self._bundles = [_bundle(name) for name in names]

    def __call__(self, key: str, **values: Any) -> Html:
        """The text as HTML, its values escaped."""
        shown = {name: self._as_html(value) for name, value in values.items()}
        # Fluent takes no value of more than 1,000 characters: a long one is put in afterwards.
        long = {f"\ue000{name}\ue001": value for name, value in shown.items() if len(str(value)) > _SHORT}
        held = dict(zip((name[1:-1] for name in long), long, strict=True))
        text = self._format(key, {**shown, **held})
        for mark, value in long.items():
            text = text.replace(mark, value)
        return Html(_COMMAND.sub(_isolated, text) if self.rtl else text)

    def has(self, key: str) -> bool:
        return any(bundle.has_message(key) for bundle in self._bundles)

    def plain(self, key: str, **values: Any) -> str:
        """The text where Telegram takes none of HTML: buttons, notices, command lists."""
        return plain(self(key, **values))

    def moment(self, at: datetime, zone: str) -> str:
        """A moment for people, in their zone and language."""
        shown = localtime.local(at, zone).replace(tzinfo=None)
        pattern = "d MMM y، HH:mm" if self.language == "ar" else "d MMM y, HH:mm"
        return str(format_datetime(shown, pattern, locale=self.language))

    def listed(self, items: Iterable[str]) -> Html:
        """Names side by side, each escaped and its direction kept to itself."""
        return Html(self.joint.join(isolate(escape(item), rtl=self.rtl) for item in items))

    def link(self, url: str, label: str) -> Html:
        """A link whose words keep their direction to themselves."""
        return Html(isolate(link(url, label), rtl=self.rtl))

    def number(self, value: float) -> str:
        """A number as people of the language write it, without more digits than it has meaning."""
        return str(format_decimal(round(value, 1) if value < 10 else round(value), locale=self.language))

    def day(self, day: date) -> str:
        return str(format_date(day, "EEE d MMM y", locale=self.language))

    def short_day(self, day: date) -> str:
        """A day of a time that the reader knows of."""
        return str(format_date(day, "d MMM", locale=self.language))

    def weekday(self, day: int) -> str:
        """The name of a weekday, Monday being 0, as it stands alone in a list."""
        return str(get_day_names("abbreviated", "stand-alone", locale=self.language)[day])

    def _format(self, key: str, values: dict[str, Any]) -> str:
        for bundle in self._bundles:
            if not bundle.has_message(key):
                continue
            pattern = bundle.get_message(key).value
            assert pattern is not None
            text, errors = bundle.format_pattern(pattern, values)
            if errors:
                raise ValueError(f"text {key!r} in {bundle.locales[0]}: {errors[0]}")
            return str(text)
        raise KeyError(key)

    def _as_html(self, value: Any) -> Any:
        if isinstance(value, Html) or not isinstance(value, str):
            return value
        return isolate(escape(value), rtl=self.rtl)


def _isolated(piece: re.Match[str]) -> str:
    """A command from left to right; a tag of HTML, whose address may look like one, as it is."""
    return piece[0] if piece[0].startswith("<") else isolate(piece[0], rtl=True)


def languages() -> list[str]:
    """The languages that have a catalogue."""
    folder = resources.files("bot.wording") / "locales"
    return sorted(entry.name for entry in folder.iterdir() if (entry / "sitrep.ftl").is_file())


@functools.cache
def texts_for(language: str | None) -> Texts:
    """The texts for a language tag as Telegram gives it (`en-GB`, `uk`), English where there is no catalogue."""
    base = clean(language or DEFAULT).replace("_", "-").partition("-")[0].lower()
    base = {"iw": "he"}.get(base, base)
    return Texts(base if base in languages() else DEFAULT)


@functools.cache
def _bundle(language: str) -> FluentBundle:
    source = resources.files("bot.wording") / "locales" / language / "sitrep.ftl"
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source.read_text(encoding="utf-8")))
    return bundle
