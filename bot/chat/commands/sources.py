"""Sources: everyone may see them, admins change them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.chat.commands.asking import ask_first
from bot.chat.happenings import language_name, why_text
from bot.chat.incoming import ChatKind, Incoming
from bot.chat.paging import page_in, page_of
from bot.chat.reply import Reply, refuse, say
from bot.chat.services import Audience, Services
from bot.store.proposals import Proposal, add_proposal, take_proposal
from bot.wording.message import Button, Message
from bot.wording.texts import Texts
from bot.wording.typeset import Html, shorten
from index.errors import InputError
from index.ingest.discovery import Inspection
from index.store.sources import Source
from index.stories.topics import is_same_topic

_DECIDE_MINUTES = 60
_ENTRIES_SHOWN = 3
# However long their names and errors are, they fit into one message.
_ON_A_PAGE = 5
_FIELD_UNITS = 150
_OFFERS_SHOWN = 5
_SITES_NAMED = 20
_TITLE_UNITS = 120
_LABEL_UNITS = 30
_URL_UNITS = 300


def sources(incoming: Incoming, services: Services) -> Reply:
    """What is read, with its health, all of it or on a topic; admins in private see numbers and addresses as well."""
    texts = services.audience(incoming).texts
    articles = texts("sources-corpus", articles=services.index.stats().articles)
    held = services.index.sources.list()
    if not held:
        lines = [f"{texts('sources-none')} {articles}"]
        if incoming.chat_kind is ChatKind.PRIVATE and services.is_admin(incoming.user_id):
            lines.append(texts("sources-none-admin"))
        return say("\n".join(lines))
    topic = _topic(incoming.text, held)
    if incoming.text and topic is None:
        topics = ", ".join(_topics(held))
        return say(texts("sources-topics", topics=topics) if topics else texts("sources-no-topics"))
    return Reply((_page(incoming, services, held, 0, topic=topic, more=f"\n{articles}" if topic is None else ""),))


def turn_page(incoming: Incoming, services: Services) -> Reply:
    """A button under the list: another page of it in its place."""
    held = services.index.sources.list()
    if not held:
        return Reply(edit=Message(services.audience(incoming).texts("sources-none")))
    which, topics = incoming.text.rpartition(".")[0], _topics(held)
    topic = topics[int(which)] if which and int(which) < len(topics) else None
    return Reply(edit=_page(incoming, services, held, page_in(incoming.text), topic=topic))


def _topics(held: Sequence[Source]) -> list[str]:
    """The topics that sources have, each once."""
    return sorted({topic.casefold(): topic for source in held for topic in source.topics}.values(), key=str.casefold)


def _topic(text: str, held: Sequence[Source]) -> str | None:
    """The topic that is meant, under any name that we know it by."""
    return next((topic for topic in _topics(held) if text and is_same_topic(topic, text)), None)


def _page(
    incoming: Incoming,
    services: Services,
    held: Sequence[Source],
    page: int,
    *,
    topic: str | None = None,
    more: str = "",
) -> Message:
    """Some of the sources, with buttons to what is before and after them."""
    audience = services.audience(incoming)
    texts = audience.texts
    listed = [source for source in held if topic is None or topic.casefold() in map(str.casefold, source.topics)]
    shown = page_of(listed, page, _ON_A_PAGE)
    admin = incoming.chat_kind is ChatKind.PRIVATE and services.is_admin(incoming.user_id)
    lines = [_line(source, audience, services, admin=admin, now=incoming.now) for _, source in shown.shown]
    on = "" if topic is None else f" {texts('sources-on', topic=topic)}"
    heading = shown.heading(f"{texts('sources-list', count=len(listed))}{on}{more}", texts)
    about = "" if topic is None else str(_topics(held).index(topic))
    turning = services.turning(incoming, "sources", about)
    return Message("\n".join([heading, "", *lines]), shown.buttons(texts, turning))


def test(incoming: Incoming, services: Services) -> Reply:
    """Look at what is at the address, or at a source that there is, and show it; nothing is added or changed."""
    texts = services.audience(incoming).texts
    if not incoming.text:
        return say(texts("testsource-how"))
    url, kind = incoming.text, None
    if incoming.text.isdecimal():
        source = named_source(incoming.text, services)
        url, kind = source.url, source.kind
    found = services.index.inspect(url, kind=kind)
    return say(found_text(found, texts, asks=False), target="inspected")


def add(incoming: Incoming, services: Services) -> Reply:
    """Look at what is at the address, show it, and ask; what the site offers beside it can be chosen instead."""
    texts = services.audience(incoming).texts
    if not incoming.text:
        return say(texts("addsource-how"))
    known = next(
        (s for s in services.index.sources.list() if _bare_address(s.url) == _bare_address(incoming.text)), None
    )
    if known is not None:
        return refuse(texts("addsource-known", id=known.id, name=known.name), target=f"source {known.id}")
    found = services.index.inspect(incoming.text)
    listed = next((s for s in services.index.sources.list() if _bare_address(s.url) == _bare_address(found.url)), None)
    if listed is not None and not found.offers:
        return refuse(texts("addsource-known", id=listed.id, name=listed.name), target=f"source {listed.id}")
    choices = [(offer.url, offer.kind, offer.title) for offer in found.offers[:_OFFERS_SHOWN]]
    if found.kind is not None:
        choices.append((found.url, found.kind, ""))
    rows = [(_choice(incoming, services, found, choice, texts=texts),) for choice in choices]
    if rows:
        rows.append((Button(texts.plain("button-cancel"), data=_sign(incoming, services, "refrain", 0)),))
    return Reply((Message(found_text(found, texts), tuple(rows)),), target="inspected")


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


def follow_move(incoming: Incoming, services: Services) -> Reply:
    """Yes: the source is read at the address that it has moved to. A second press finds nothing to follow."""
    texts, store = services.audience(incoming).texts, services.index.sources
    source = store.get(int(incoming.text))
    if source is None or source.moved_to is None or store.is_known(source.moved_to):
        return Reply(edit=Message(texts("source-moved-gone")))
    store.change(source.id, url=source.moved_to)
    if source.state != "paused":
        store.resume(source.id, now=incoming.now)
    done = texts(
        "source-moved", name=source.name, url=texts.link(source.moved_to, shorten(source.moved_to, _URL_UNITS))
    )
    return Reply(edit=Message(done), target=f"source {source.id}")


def remove(incoming: Incoming, services: Services) -> Reply:
    """Say which source would not be read any more, and ask."""
    texts = services.audience(incoming).texts
    if not incoming.text:
        return refuse(texts("source-which", example=Html("/removesource 3")))
    source = named_source(incoming.text, services)
    asked = texts("source-remove-ask", name=source.name, id=source.id, url=shorten(source.url, _URL_UNITS))
    return ask_first(incoming, services, asked, "drop", str(source.id), target=f"source {source.id}")


def drop(incoming: Incoming, services: Services) -> Reply:
    """Yes: the source is removed. A second press finds it gone."""
    texts, store = services.audience(incoming).texts, services.index.sources
    source = store.get(int(incoming.text))
    if source is None or not store.remove(source.id):
        return Reply(edit=Message(texts("error-source-unknown")), outcome="refused")
    return Reply(edit=Message(texts("source-removed", name=source.name)), target=f"source {source.id}")


def pause(incoming: Incoming, services: Services) -> Reply:
    return _change(incoming, services, "source-paused", lambda source: services.index.sources.pause(source.id))


def resume(incoming: Incoming, services: Services) -> Reply:
    store = services.index.sources
    return _change(incoming, services, "source-resumed", lambda source: store.resume(source.id, now=incoming.now))


def vouch(incoming: Incoming, services: Services) -> Reply:
    """An admin's word that a source is who it says: it counts for alerts at once, and speaks for the sites named after
    it, which are of the same outlet."""
    texts, age = services.audience(incoming).texts, timedelta(days=services.alerts.site_known_days)
    first, *others = incoming.text.split()[: 1 + _SITES_NAMED] or [""]
    if not first:
        return refuse(texts("vouch-how", days=age.days))
    source, store = named_source(first, services), services.index.ingest.sites
    since = store.known_since(source.url) or incoming.now
    counted = store.speaker(source.url).house in store.established(now=incoming.now, age=age)
    sites = store.vouch(source.url, others, by=str(incoming.user_id), now=incoming.now, name=source.name)
    fields = {"name": source.name, "sites": texts.listed(sites)}
    said = texts("vouched-counted", **fields) if counted else texts("vouched", day=texts.day(since + age), **fields)
    return say(said, target=f"source {source.id}")


def unvouch(incoming: Incoming, services: Services) -> Reply:
    store = services.index.ingest.sites
    return _change(incoming, services, "unvouched", lambda source: store.unvouch(source.url))


def _change(incoming: Incoming, services: Services, done: str, act: Callable[[Source], object]) -> Reply:
    """Find the source that was named, act on it, say so."""
    texts = services.audience(incoming).texts
    if not incoming.text:
        return refuse(texts("source-which", example=Html(f"/{incoming.command} 3")))
    source = named_source(incoming.text, services)
    act(source)
    return say(texts(done, name=source.name, id=source.id), target=f"source {source.id}")


def named_source(text: str, services: Services) -> Source:
    """The source that an admin means. A number is a number, an address is all of it, and a name is all of it: what is
    nearly another source's is nobody's. Raises InputError."""
    wanted, held = text.strip().strip("#.").strip(), services.index.sources.list()
    if wanted.isdecimal():
        fitting = [source for source in held if source.id == int(wanted)]
    elif "://" in wanted or "/" in wanted:
        fitting = [source for source in held if _bare_address(source.url) == _bare_address(wanted)]
    else:
        fitting = [source for source in held if source.name.casefold() == wanted.casefold()]
    if not fitting:
        raise InputError("No source of that number, address or name is known.", code="source_unknown")
    if len(fitting) > 1:
        raise InputError("Several sources fit. Give the number.", code="source_ambiguous")
    return fitting[0]


def _bare_address(url: str) -> str:
    return url.partition("://")[2].casefold().rstrip("/") if "://" in url else url.casefold().rstrip("/")


def _take(incoming: Incoming, services: Services) -> Proposal | None:
    number = int(incoming.text)
    return services.database.transact(lambda connection: take_proposal(connection, number, user_id=incoming.user_id))


def found_text(found: Inspection, texts: Texts, *, asks: bool = True) -> str:
    name = shorten(found.name, _TITLE_UNITS)
    kind = _kind(found.kind or "page", texts)
    lines = [texts("addsource-found", name=name, kind=kind, url=texts.link(found.url, shorten(found.url, _URL_UNITS)))]
    if found.doubt:
        lines.append(texts(f"doubt-{found.doubt.code.replace('_', '-')}"))
    shown = [Html(f"• {texts.link(e.url or '', shorten(e.title or e.url or '', _TITLE_UNITS))}") for e in found.entries]
    if shown:
        lines.append(Html("\n".join([texts("addsource-newest"), *shown[:_ENTRIES_SHOWN]])))
    elif found.kind is not None:
        lines.append(texts("addsource-none"))
    if found.per_day is not None:
        lines.append(_rate(found.per_day, texts))
    if found.language:
        lines.append(texts("addsource-language", language=language_name(found.language, texts)))
    if found.full_text is not None:
        lines.append(texts("addsource-full" if found.full_text else "addsource-summaries"))
    if not asks:
        return "\n\n".join(lines)
    if found.offers:
        lines.append(texts("addsource-offers"))
    elif found.kind is None:
        lines.append(texts("addsource-not"))
    else:
        lines.append(texts("addsource-ask"))
    return "\n\n".join(lines)


def _rate(per_day: float, texts: Texts) -> Html:
    """How much comes, by the day or the week."""
    if round(per_day) >= 1:
        return texts("addsource-rate", count=round(per_day))
    weekly = round(per_day * 7)
    return texts("addsource-rate-week", count=weekly) if weekly else texts("addsource-rate-rare")


def _line(source: Source, audience: Audience, services: Services, *, admin: bool, now: datetime) -> Html:
    """A source and how it is; for admins with its address and its articles today against the usual."""
    texts = audience.texts
    fields = {"name": shorten(source.name, _TITLE_UNITS), "kind": _kind(source.kind, texts)}
    if not admin:
        return Html(f"• {texts('source-line', **fields)}{texts.joint}{_health(source, audience)}")
    known = texts(
        "source-line-admin", id=source.id, url=texts.link(source.url, shorten(source.url, _FIELD_UNITS)), **fields
    )
    today = round(services.index.sources.articles_a_day(source.id, now=now))
    usual = texts("source-usual", today=today, usual=texts.number(source.per_day)) if source.per_day else ""
    made = Html(f"{texts.wide_joint}{texts('source-degraded')}") if source.degraded else ""
    return Html(f"{known}{texts.joint}{_health(source, audience)}{usual}{made}{_filters(source, texts)}")


def _filters(source: Source, texts: Texts) -> Html:
    lists = (("topics", source.topics), ("keep", source.keep_words), ("drop", source.drop_words))
    lines = [
        texts(f"filter-{name}", words=shorten(texts.joint.join(words), _FIELD_UNITS // 2))
        for name, words in lists
        if words
    ]
    return Html("".join(f"\n{line}" for line in lines))


def _kind(kind: str, texts: Texts) -> Html:
    key = f"source-kind-{kind}"
    return texts(key) if texts.has(key) else texts("source-kind-page")


def _health(source: Source, audience: Audience) -> Html:
    texts = audience.texts
    if source.state != "active":
        return texts("source-state-paused")
    if source.health == "failing" and source.last_error:
        return texts("source-state-failing", why=why_text(source.last_error_code, source.last_error, texts))
    if source.last_success_at is None:
        return texts("source-state-new")
    if source.health == "quiet" and source.last_new_at is not None:
        return texts("source-state-quiet", at=texts.moment(source.last_new_at, audience.zone))
    return texts("source-state-ok", at=texts.moment(source.last_success_at, audience.zone))
