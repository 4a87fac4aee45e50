"""The passage behind a citation, in its surroundings. Pure."""

from __future__ import annotations

from bot.stored import StoredAs
from bot.wording.message import Button, Message
from bot.wording.render import Reader, outlet_named, when
from bot.wording.texts import Texts
from bot.wording.typeset import Html, clean, escape, link, shorten
from index.answers.answer import Citation
from index.articles import PassageView

# The most of the passage and of what stands around it that is shown, in UTF-16 units.
_PASSAGE_UNITS = 2000
_AROUND_UNITS = 600
# Less of it where what has changed since is shown, too.
_LESS_AROUND_UNITS = 200
_CHANGES_SHOWN = 3
_CHANGE_UNITS = 120
_SHORT_UNITS = 120
# So much of a hash tells one text from any other.
_DIGEST = 16
# Telegram's limit for what a button copies.
MOST_COPIED = 256


def passage_message(
    view: PassageView, citation: Citation | None, reader: Reader, stored: StoredAs | None = None
) -> Message:
    """The exact passage behind a citation, in its surroundings, the cited words in bold, and which text it is of."""
    texts, passage = reader.texts, view.passage
    lines = [Html(f"<b>{link(passage.url, shorten(passage.title, _SHORT_UNITS * 2))}</b>")]
    outlet = outlet_named(passage.publisher, passage.carrier, passage.url, reader)
    lines.append(Html(texts.joint.join((outlet, when(passage.published_at, reader)))))
    around = _AROUND_UNITS if not view.changes else _LESS_AROUND_UNITS
    body = Html("")
    if view.before.strip():
        body = Html(f"{escape(_last_units(view.before, around))}\n")
    body = Html(f"{body}{_marked(passage.text, passage.start, citation)}")
    if view.after.strip():
        body = Html(f"{body}\n{escape(shorten(view.after, around))}")
    lines.append(Html(f"<blockquote expandable>{body}</blockquote>"))
    if view.part is not None:
        lines.append(texts("passage-headline" if view.part == "headline" else "passage-teaser"))
    if view.revision < view.latest_revision:
        lines.append(Html("\n".join([texts("passage-revised"), *_changes(view, reader)])))
    if stored is not None:
        lines.append(Html(f"<i>{stored_line(stored, texts, reader.zone)}</i>"))
    rows = () if citation is None else ((Button(texts.plain("button-copy"), copy=_quoted(citation, reader)),),)
    return Message("\n\n".join(lines[:1]) + "\n" + "\n\n".join(lines[1:]), rows)


def stored_line(stored: StoredAs, texts: Texts, zone: str) -> Html:
    """Which text a quote is of: when it was read, and its hash."""
    at = texts.moment(stored.read_at, zone)
    return texts("passage-stored", at=at, number=stored.number, digest=stored.digest[:_DIGEST])


def _quoted(citation: Citation, reader: Reader) -> str:
    """The quote as one puts it into a text of one's own: words, outlet, day; what is too long loses words."""
    published = citation.published_at
    day = reader.texts.plain("undated") if published is None else reader.texts.day(published.date())
    outlet = f" ({shorten(clean(citation.outlet), _SHORT_UNITS // 2)}, {day})"
    words = shorten(" ".join(clean(citation.quote).split()), MOST_COPIED - len(outlet) - 2)
    return f"“{words}”{outlet}"


def _changes(view: PassageView, reader: Reader) -> list[Html]:
    """What the article has otherwise now, and when its publisher says that it changed it."""
    texts = reader.texts
    lines = [texts("passage-modified", at=texts.moment(view.modified_at, reader.zone))] if view.modified_at else []
    for change in view.changes[:_CHANGES_SHOWN]:
        before, after = shorten(change.before, _CHANGE_UNITS), shorten(change.after, _CHANGE_UNITS)
        key = "passage-changed" if before and after else "passage-added" if after else "passage-removed"
        values = {name: value for name, value in (("before", before), ("after", after)) if value}
        lines.append(Html(f"• {texts(key, **values)}"))
    if len(view.changes) > _CHANGES_SHOWN:
        lines.append(texts("passage-more", count=len(view.changes) - _CHANGES_SHOWN))
    return lines


def _marked(text: str, start: int, citation: Citation | None) -> Html:
    """The passage, the cited characters in bold; only the neighbourhood of the citation where it is very long."""
    if citation is None or not start <= citation.start < citation.end <= start + len(text):
        return escape(shorten(text, _PASSAGE_UNITS))
    head, tail = citation.start - start, citation.end - start
    room = max(0, _PASSAGE_UNITS - (tail - head)) // 2
    quote = escape(shorten(text[head:tail], _PASSAGE_UNITS))
    before, after = escape(_last_units(text[:head], room)), escape(_first_units(text[tail:], room))
    return Html(f"{before}<b>{quote}</b>{after}")


def _first_units(text: str, units: int) -> str:
    return text if len(text) * 2 <= units else text[: units // 2] + ("…" if len(text) > units // 2 else "")


def _last_units(text: str, units: int) -> str:
    return text if len(text) * 2 <= units else ("…" if len(text) > units // 2 else "") + text[-(units // 2) :]
