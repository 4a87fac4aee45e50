"""Publishers: what admins wrote down about who answers for an article. What nobody wrote down is unknown."""

from __future__ import annotations

from bot.chat.commands import profiles
from bot.chat.incoming import Incoming
from bot.chat.paging import page_in, page_of
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.wording.message import Message
from bot.wording.render_profiles import profile_text
from bot.wording.texts import Texts
from bot.wording.typeset import shorten
from index.errors import InputError
from index.profiles import FIELDS

_NAME_UNITS = 120
_ON_A_PAGE = 20


def show(incoming: Incoming, services: Services) -> Reply:
    """One publisher's profile, or which publishers there are."""
    if incoming.text:
        return Reply((profiles.page(incoming, services, _name(incoming.text, services)),))
    return Reply((_listing(incoming, services),))


def turn_page(incoming: Incoming, services: Services) -> Reply:
    """A button under the list of publishers: another page of it in its place."""
    return Reply(edit=_listing(incoming, services, page_in(incoming.text)))


def _listing(incoming: Incoming, services: Services, number: int = 0) -> Message:
    texts, names = services.audience(incoming).texts, _known(services)
    if not names:
        return Message(texts("sources-none"))
    page = page_of(names, number, _ON_A_PAGE)
    lines = [texts("publishers-line", name=shorten(name, _NAME_UNITS)) for _, name in page.shown]
    heading = page.heading(texts("publishers-which"), texts)
    return Message("\n".join([heading, *lines]), page.buttons(texts, services.turning(incoming, "publishers")))


def describe(incoming: Incoming, services: Services) -> Reply:
    """Write down what is said of a publisher: its name on the first line, then "field: value" on lines of their own."""
    texts = services.audience(incoming).texts
    first, *rest = [line.strip() for line in incoming.text.splitlines() if line.strip()] or [""]
    stated = [line.partition(":") for line in rest]
    if not first or not stated or not all(colon for _field, colon, _value in stated):
        return say(texts("setpublisher-how", fields=", ".join(FIELDS)))
    name, by = _name(first, services), str(incoming.user_id)
    fields = {_field(label, texts): value for label, _colon, value in stated}
    profile = services.index.ingest.publishers.describe_all(name, fields, by=by, now=incoming.now)
    return say(profile_text(profile, texts), target=f"publisher {name}"[:100])


def _known(services: Services) -> list[str]:
    """Publishers that are sources, and those that have a profile."""
    sources = (source.name for source in services.index.sources.list())
    return sorted({*sources, *services.profiles()}, key=str.casefold)


def _name(text: str, services: Services) -> str:
    """The publisher that is meant; InputError where none of that name has been heard of."""
    wanted = text.casefold()
    for name in profiles.known_publishers(services):
        if name.casefold() == wanted:
            return name
    raise InputError("No publisher of that name is known.", code="publisher_unknown")


def _field(label: str, texts: Texts) -> str:
    """The field that a label names, in the reader's language or in English."""
    wanted = label.strip().casefold()
    for field in FIELDS:
        if wanted == texts.plain(f"profile-{field.replace('_', '-')}").casefold():
            return field
    return wanted
