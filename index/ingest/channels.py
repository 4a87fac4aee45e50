"""Public Telegram channels as their web preview shows them: its posts, and the older ones back to the last known."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection
from urllib.parse import urlsplit

import lxml.html

from index.errors import FetchError
from index.ingest.addresses import web_link
from index.ingest.entries import MAX_TITLE, Entry, Feed, NotAFeed, cut, first_sentence, from_iso, is_wordy, keyed
from index.ingest.markup import one_line, plain_text

# Pages of some twenty posts that are read back at once: a day of the liveliest channel.
_MOST_PAGES = 15
_MARKED = 'contains(concat(" ", normalize-space(@class), " "), " tgme_widget_message{} ")'


def posts_of(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """The posts on a page, if it is that of a channel; what says that somebody joined or was pinned is none."""
    return list(tree.xpath(f"//*[@data-post][{_MARKED.format('')}]"))


def channel_feed(tree: lxml.html.HtmlElement, *, url: str) -> Feed:
    """What a channel's page lists, newest first; `oldest` is the number of the first post on it, whatever it holds."""
    posts = posts_of(tree)
    title = one_line("".join(tree.xpath('//meta[@property="og:title"]/@content')[:1]))
    title = title or one_line("".join(tree.xpath("(//title)[1]/text()")))
    entries = [entry for entry in (_entry(post, url) for post in posts) if entry is not None]
    numbers = [number for number in (_number(post.get("data-post")) for post in posts) if number]
    return Feed(
        form="channel",
        title=cut(title, MAX_TITLE),
        entries=keyed(entries[::-1]),
        url=url,
        oldest=min(numbers, default=None),
    )


def _entry(post: lxml.html.HtmlElement, base: str) -> Entry | None:
    """A post with words of its own: what it says is all there is. A quoted post, a poll and a picture are none."""
    number = post.get("data-post") or ""
    quoted = " or ".join(_MARKED.format(part) for part in ("_reply", "_poll", "_link_preview"))
    bodies = post.xpath(f".//*[{_MARKED.format('_text')}][not(ancestor-or-self::*[{quoted}])]")
    if not bodies or "service_message" in (post.get("class") or "") or not re.fullmatch(r"\w+/\d+", number):
        return None
    pieces = [lxml.html.tostring(body, encoding="unicode", with_tail=False) for body in bodies]
    text = "\n".join(dict.fromkeys(filter(None, map(plain_text, pieces))))
    if not is_wordy(text):
        return None
    forwarded = post.xpath('.//*[contains(@class, "forwarded_from_name")]')
    origin = one_line(forwarded[0].text_content())[:200] or None if forwarded else None
    signed = post.xpath(f".//*[{_MARKED.format('_forwarded_from_author')} or {_MARKED.format('_from_author')}]")
    return Entry(
        key=number,
        url=web_link(f"/{number}", base=base),
        title=first_sentence(text),
        content=cut(text),
        published_at=from_iso("".join(post.xpath('.//*[contains(@class, "message_date")]//time/@datetime')[:1])),
        author=one_line(signed[0].text_content())[:200] or None if signed else None,
        origin_name=origin,
        complete=True,
    )


def read_back(first: Feed, known: Collection[str], read: Callable[[str], Feed]) -> tuple[Feed, int]:
    """The posts on a channel's page with the older ones down to the newest of the `known`, page by page; and how many
    could not be had. `read` gives what is listed at an address."""
    last = max((number for number in map(_number, known) if number), default=None)
    feed, oldest, lost = first, first.oldest, 0
    for _page in range(_MOST_PAGES):
        if last is None or oldest is None or oldest <= last + 1 or feed.url is None:
            return feed, 0
        try:
            older = read(f"{_address(feed.url)}?before={oldest}")
        except NotAFeed:
            # Nothing is older: what is missing was taken down.
            return feed, 0
        except FetchError:
            break
        if older.oldest is None:
            return feed, 0
        if older.oldest >= oldest:
            # It shows the same page again: what lies before can not be had.
            break
        listed = {entry.key for entry in feed.entries}
        feed = dataclasses.replace(feed, entries=(*feed.entries, *(e for e in older.entries if e.key not in listed)))
        oldest = older.oldest
    if last is not None and oldest is not None:
        lost = max(0, oldest - last - 1)
    return dataclasses.replace(feed, oldest=oldest), lost


def _address(url: str) -> str:
    return urlsplit(url)._replace(query="", fragment="").geturl()


def _number(key: str | None) -> int:
    behind = (key or "").rpartition("/")[2]
    return int(behind) if behind.isdigit() else 0
