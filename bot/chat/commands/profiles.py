"""A publisher's profile by buttons: a field, then one of the values that stand in other profiles, or unknown."""

from __future__ import annotations

import hashlib

from bot.chat.happenings import language_name
from bot.chat.incoming import ChatKind, Incoming
from bot.chat.reply import Reply
from bot.chat.services import Services
from bot.wording.message import Button, Message
from bot.wording.render_profiles import profile_text
from bot.wording.texts import Texts
from bot.wording.typeset import shorten
from index.profiles import FIELDS

_DECIDE_MINUTES = 60 * 24
_LABEL_UNITS = 30
_MOST_VALUES = 8
_UNKNOWN = "unknown"


def page(incoming: Incoming, services: Services, name: str) -> Message:
    """The profile; for an admin in private with a button for each field."""
    texts = services.audience(incoming).texts
    profile = services.index.ingest.publishers.get(name)
    if incoming.chat_kind is not ChatKind.PRIVATE or not services.is_admin(incoming.user_id):
        return Message(profile_text(profile, texts))
    buttons = [
        _button(incoming, services, "profile", f"{_mark(name)}.{number}", texts.plain(_key(field)))
        for number, field in enumerate(FIELDS)
    ]
    return Message(profile_text(profile, texts), (tuple(buttons[:2]), tuple(buttons[2:4]), tuple(buttons[4:])))


def choose_field(incoming: Incoming, services: Services) -> Reply:
    """A field was pressed: what it could be, as far as that stands anywhere; everything else is written."""
    texts = services.audience(incoming).texts
    publisher, _dot, number = incoming.text.partition(".")
    name, field = _meant(publisher, services), FIELDS[int(number)]
    if name is None:
        return Reply(edit=Message(texts("error-publisher-unknown")))
    values = [(value, _shown(field, value, texts)) for value in _values(services, name, field, texts)]
    values.append((_UNKNOWN, texts.plain("profile-unknown")))
    buttons = [
        _button(incoming, services, "describe", f"{incoming.text}.{_mark(value)}", shown) for value, shown in values
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    asked = texts("profile-ask", name=shorten(name, 200), field=texts.plain(_key(field)))
    return Reply(edit=Message(asked, tuple(rows)))


def set_field(incoming: Incoming, services: Services) -> Reply:
    """A value was pressed: it is written down, as /setpublisher would."""
    texts, store = services.audience(incoming).texts, services.index.ingest.publishers
    publisher, number, mark = incoming.text.split(".")
    name, field = _meant(publisher, services), FIELDS[int(number)]
    offered = (*_values(services, name, field, texts), _UNKNOWN) if name is not None else ()
    value = next((one for one in offered if _mark(one) == mark), None)
    if name is None or value is None:
        return Reply(edit=Message(texts("error-publisher-unknown")))
    store.describe(name, field, value, by=str(incoming.user_id), now=incoming.now)
    return Reply(edit=page(incoming, services, name), target=f"publisher {name}"[:100])


def known_publishers(services: Services) -> list[str]:
    """Publishers that are sources, those that have a profile, and everyone whose articles are stored."""
    sources = (source.name for source in services.index.sources.list())
    names = {*sources, *services.profiles(), *services.index.ingest.publishers.published()}
    return sorted(names, key=str.casefold)


def _values(services: Services, name: str, field: str, texts: Texts) -> list[str]:
    """What could be chosen: the values that admins have written of others, and the languages of its own articles."""
    if field == "state_run":
        return ["yes", "no"]
    written = [getattr(one, field) for one in services.index.ingest.publishers.list()]
    if field == "language":
        tags = services.index.ingest.publishers.languages_of(name)
        written = [*(language_name(tag, texts) for tag in tags), *written]
    return list(dict.fromkeys(value for value in written if value))[:_MOST_VALUES]


def _shown(field: str, value: str, texts: Texts) -> str:
    return texts.plain(f"profile-{value}") if field == "state_run" else value


def _button(incoming: Incoming, services: Services, action: str, payload: str, label: str) -> Button:
    return Button(shorten(label, _LABEL_UNITS), data=services.sign(incoming, action, payload, minutes=_DECIDE_MINUTES))


def _key(field: str) -> str:
    return f"profile-{field.replace('_', '-')}"


def _mark(text: str) -> str:
    """A name in a button's few bytes."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _meant(mark: str, services: Services) -> str | None:
    return next((name for name in known_publishers(services) if _mark(name) == mark), None)
