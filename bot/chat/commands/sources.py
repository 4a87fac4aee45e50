"""Sources: everyone may see them, admins change them."""

from __future__ import annotations

from collections.abc import Callable

from bot.chat.incoming import ChatKind, Incoming
from bot.chat.message import Button, Message
from bot.chat.reply import Reply, say
from bot.chat.services import Audience, Services
from bot.chat.texts import Texts
from bot.chat.typeset import Block, Html, link, messages, shorten
from bot.store.proposals import Proposal, add_proposal, take_proposal
from index.ingest.discovery import Inspection
from index.store.sources import Source

_DECIDE_MINUTES = 60
_ENTRIES_SHOWN = 3
_OFFERS_SHOWN = 5
_TITLE_UNITS = 120
_LABEL_UNITS = 30
_URL_UNITS = 300


def sources(incoming: Incoming, services: Services) -> Reply:
    """What is read, with its health; admins in private see numbers and addresses as well."""
    audience = services.audience(incoming)
    texts = audience.texts
    held = services.index.sources.list()
    articles = texts("sources-corpus", articles=services.index.stats().articles)
    if not held:
        return say(f"{texts('sources-none')} {articles}")
    admin = incoming.chat_kind is ChatKind.PRIVATE and services.is_admin(incoming.user_id)
    lines = [_line(source, audience, admin=admin) for source in held]
    heading = Html(f"{texts('sources-list', count=len(held))}\n{articles}")
    blocks = [Block(heading), *(Block("\n".join(lines[i : i + 5])) for i in range(0, len(lines), 5))]
    return Reply(tuple(messages(blocks, part=lambda n, m: texts("part", number=n, total=m))))


def add(incoming: Incoming, services: Services) -> Reply:
    """Look at what is at the address, show it, and ask; what the site offers beside it can be chosen instead."""
    texts = services.audience(incoming).texts
    if not incoming.text:
        return say(texts("addsource-how"))
    found = services.index.inspect(incoming.text)
    choices = [(offer.url, offer.kind, offer.title) for offer in found.offers[:_OFFERS_SHOWN]]
    if found.kind is not None:
        choices.append((found.url, found.kind, ""))
    rows = [(_choice(incoming, services, found, choice, texts=texts),) for choice in choices]
    if rows:
        rows.append((Button(texts.plain("button-cancel"), data=_sign(incoming, services, "cancel", 0)),))
    return Reply((Message(_found(found, texts), tuple(rows)),), target="inspected")


def _choice(
    incoming: Incoming, services: Services, found: Inspection, choice: tuple[str, str, str], *, texts: Texts
) -> Button:
    """A button that adds one address, once."""
    url, kind, title = choice
    proposal = Proposal(incoming.user_id, incoming.chat_id, url, kind, found.name, found.language, incoming.now)
    number = services.database.transact(lambda connection: add_proposal(connection, proposal))
    shown = shorten(title or url, _LABEL_UNITS)
    label = (
        texts.plain("button-confirm")
        if url == found.url
        else texts.plain("button-offer", kind=_kind(kind, texts), title=shown)
    )
    return Button(label, data=_sign(incoming, services, "confirm", number))


def _sign(incoming: Incoming, services: Services, action: str, number: int) -> str:
    return services.sign(incoming, action, str(number), minutes=_DECIDE_MINUTES)


def confirm(incoming: Incoming, services: Services) -> Reply:
    """Yes: the source is added. A second press finds the proposal gone."""
    texts = services.audience(incoming).texts
    proposal = _take(incoming, services)
    if proposal is None:
        return Reply(edit=Message(texts("addsource-gone")))
    source = services.index.sources.add(
        proposal.url,
        name=proposal.name,
        kind=proposal.kind,
        language=proposal.language,
        now=incoming.now,
    )
    done = texts("addsource-done", id=source.id, name=source.name)
    return Reply(edit=Message(done), target=f"source {source.id}")


def cancel(incoming: Incoming, services: Services) -> Reply:
    """No: nothing is added."""
    texts = services.audience(incoming).texts
    return Reply(edit=Message(texts("addsource-cancelled")))


def remove(incoming: Incoming, services: Services) -> Reply:
    return _change(incoming, services, "source-removed", lambda source: services.index.sources.remove(source.id))


def pause(incoming: Incoming, services: Services) -> Reply:
    return _change(incoming, services, "source-paused", lambda source: services.index.sources.pause(source.id))


def resume(incoming: Incoming, services: Services) -> Reply:
    store = services.index.sources
    return _change(incoming, services, "source-resumed", lambda source: store.resume(source.id, now=incoming.now))


def _change(incoming: Incoming, services: Services, done: str, act: Callable[[Source], object]) -> Reply:
    """Find the source that was named, act on it, say so."""
    texts = services.audience(incoming).texts
    if not incoming.text:
        return say(texts("source-which", example=f"/{incoming.command} 3"))
    source = services.index.sources.find(incoming.text)
    act(source)
    return say(texts(done, name=source.name, id=source.id), target=f"source {source.id}")


def _take(incoming: Incoming, services: Services) -> Proposal | None:
    number = int(incoming.text)
    return services.database.transact(lambda connection: take_proposal(connection, number, user_id=incoming.user_id))


def _found(found: Inspection, texts: Texts) -> str:
    name = shorten(found.name, _TITLE_UNITS)
    kind = _kind(found.kind or "page", texts)
    lines = [texts("addsource-found", name=name, kind=kind, url=shorten(found.url, _URL_UNITS))]
    if found.warning:
        lines.append(texts("error-said", said=found.warning))
    shown = [Html(f"• {link(e.url or '', shorten(e.title or e.url or '', _TITLE_UNITS))}") for e in found.entries]
    if shown:
        lines.append(Html("\n".join([texts("addsource-newest"), *shown[:_ENTRIES_SHOWN]])))
    elif found.kind is not None:
        lines.append(texts("addsource-none"))
    if found.per_day is not None:
        lines.append(texts("addsource-rate", count=max(1, round(found.per_day))))
    if found.full_text is False:
        lines.append(texts("addsource-summaries"))
    if found.offers:
        lines.append(texts("addsource-offers"))
    elif found.kind is None:
        lines.append(texts("addsource-not"))
    else:
        lines.append(texts("addsource-ask"))
    return "\n\n".join(lines)


def _line(source: Source, audience: Audience, *, admin: bool) -> Html:
    texts = audience.texts
    fields = {"name": shorten(source.name, _TITLE_UNITS), "kind": _kind(source.kind, texts)}
    if not admin:
        return Html(f"• {texts('source-line', **fields)}, {_health(source, audience)}")
    known = texts("source-line-admin", id=source.id, url=source.url, **fields)
    return Html(f"{known}, {_health(source, audience)}")


def _kind(kind: str, texts: Texts) -> Html:
    key = f"source-kind-{kind}"
    return texts(key) if texts.has(key) else texts("source-kind-page")


def _health(source: Source, audience: Audience) -> Html:
    texts = audience.texts
    if source.state != "active":
        return texts("source-state-paused")
    if source.health == "failing" and source.last_error:
        return texts("source-state-failing", why=source.last_error)
    if source.last_success_at is None:
        return texts("source-state-new")
    return texts("source-state-ok", at=texts.moment(source.last_success_at, audience.zone))
