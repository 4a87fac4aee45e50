"""What happened to a source, and why one can not be read, worded for its admins."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from babel import Locale, UnknownLocaleError

from bot.wording.texts import Texts
from bot.wording.typeset import Html, shorten
from index.store.source_events import SourceEvent

_NAME_UNITS = 120
_URL_UNITS = 300
_SAID_UNITS = 150
# Causes that an admin need not tell apart.
_SAME = {
    **dict.fromkeys(("busy",), "timeout"),
    **dict.fromkeys(("redirect_scheme", "redirect_loop", "too_many_redirects", "scheme", "port"), "redirects"),
    **dict.fromkeys(("bad_address", "credentials"), "redirects"),
    **dict.fromkeys(("too_large", "bomb", "encoding"), "too_heavy"),
    **dict.fromkeys(("wrong_type", "nothing_found"), "not_a_feed"),
}


def event_text(event: SourceEvent, texts: Texts, zone: str, *, chats: int = 0) -> Html:
    """An event as a sentence or two; `chats` were told of the article that it is about."""
    values: dict[str, Any] = {**event.details, "name": shorten(event.details["name"], _NAME_UNITS), "chats": chats}
    if "code" in values:
        values["why"] = why_text(values.pop("code"), values.pop("said"), texts)
    if "since" in values:
        values["since"] = texts.moment(datetime.fromisoformat(values["since"]), zone)
    if "url" in values:
        values["url"] = shorten(values["url"], _URL_UNITS)
    for name in ("language", "before"):
        if name in values:
            values[name] = language_name(values[name], texts)
    return texts("source-event", said=texts(f"source-event-{event.kind}", **values))


def why_text(code: str | None, said: str, texts: Texts) -> Html:
    """Why a source can not be read; as the error says it where that has no words in the reader's language."""
    key = f"why-{_SAME.get(code or '', code or '').replace('_', '-')}"
    return texts(key) if texts.has(key) else texts("error-said", said=shorten(said, _SAID_UNITS))


def language_name(tag: str, texts: Texts) -> str:
    """A language's name in the reader's language; the tag where it has none."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(texts.language) or tag
    except (ValueError, UnknownLocaleError):
        return tag
