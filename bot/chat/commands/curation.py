"""What of a source is read, and lists of sources as files."""

from __future__ import annotations

from bot.chat.commands.sources import named_source
from bot.chat.incoming import Incoming
from bot.chat.reply import Document, Reply, say
from bot.chat.services import Services
from bot.wording.typeset import shorten
from index.errors import InputError

# A list of 5,000 sources is a tenth of this.
MOST_BYTES = 5_000_000
# What is shown of one list, and of a name.
_FILTER_UNITS, _NAME_UNITS = 1000, 200
_LISTS = {"topics": "topics", "keep": "keep_words", "drop": "drop_words"}


def filter_source(incoming: Incoming, services: Services) -> Reply:
    """The source's number on the first line, then "keep:", "drop:" or "topics:" with words; a list left empty ends."""
    texts, store = services.audience(incoming).texts, services.index.sources
    first, *rest = [line.strip() for line in incoming.text.splitlines() if line.strip()] or [""]
    stated = [line.partition(":") for line in rest]
    if not first or any(name.strip().lower() not in _LISTS or not colon for name, colon, _words in stated):
        return say(texts("filtersource-how"))
    source = named_source(first, services)
    for name, _colon, words in stated:
        kept = tuple(dict.fromkeys(word.strip() for word in words.split(",") if word.strip()))
        store.change(source.id, **{_LISTS[name.strip().lower()]: kept})
    now = store.get(source.id) or source
    lines = [texts("filtersource-now", name=shorten(source.name, _NAME_UNITS))]
    for name, held in (("topics", now.topics), ("keep", now.keep_words), ("drop", now.drop_words)):
        lines.append(texts(f"filter-{name}", words=shorten(", ".join(held), _FILTER_UNITS) or "-"))
    return say("\n".join(lines), target=f"source {source.id}")


def export_opml(incoming: Incoming, services: Services) -> Reply:
    """All sources as an OPML file."""
    texts, sources = services.audience(incoming).texts, services.index.sources.list()
    said = say(texts("exportsources-done", count=len(sources)))
    return Reply(said.messages, document=Document("sources.opml", services.index.ingest.export_opml()))


def import_opml(incoming: Incoming, services: Services) -> Reply:
    """The sources of an OPML file that was sent; each is looked at when it is first read."""
    texts, file = services.audience(incoming).texts, incoming.file
    if file is None:
        return say(texts("importsources-how"))
    if not file.content:
        raise InputError("That file could not be fetched, or is too long.", code="file_unread")
    imported = services.index.ingest.import_opml(file.content, now=incoming.now)
    said = texts("importsources-done", count=len(imported.added), known=imported.known)
    return say(said, target=f"{len(imported.added)} sources")
