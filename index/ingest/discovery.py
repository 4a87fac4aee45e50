"""What is at an address: what an admin sees before a source is added."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime

from index.errors import Doubt, FetchError, InputError
from index.ingest import rhythm
from index.ingest.addresses import parse
from index.ingest.deciding import is_full
from index.ingest.entries import Entry, Feed, NotAFeed
from index.ingest.fetch import Fetched, Fetcher
from index.ingest.listings import Link, Listing, read_listing
from index.ingest.pages import Page
from index.ingest.reading import check_status, read, read_page
from index.ingest.shapes import shape_of
from index.ingest.workers import Runner

_TELEGRAM = re.compile(r"(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me)/(?:s/)?(\w{4,})/?(?:[?#].*)?", re.IGNORECASE)
_HANDLE = re.compile(r"@(\w{4,})")
# Where publishing systems keep a feed that the page does not mention.
_USUAL = ("feed", "rss.xml", "rss")
# A page with fewer links to articles is an article with some related ones.
_SECTION_LINKS = 8
# Where there is nothing else to follow, so many are a list.
_SECTION_LINKS_ALONE = 3
_ARTICLE_TEXT = 400


@dataclasses.dataclass(frozen=True, slots=True)
class Offer:
    """Something else at that site which could be added instead. `title` may be empty."""

    url: str
    title: str
    kind: str = "feed"


@dataclasses.dataclass(frozen=True, slots=True)
class Inspection:
    """What is at an address. `kind` is what it would be added as, None where it can not be; `offers` come first
    where there are any. `entries` are the newest three of `count`; `full_text`: the source gives whole articles."""

    url: str
    kind: str | None
    name: str
    language: str | None = None
    entries: tuple[Entry, ...] = ()
    count: int = 0
    per_day: float | None = None
    full_text: bool | None = None
    offers: tuple[Offer, ...] = ()
    doubt: Doubt | None = None


def inspect(text: str, *, fetcher: Fetcher, runner: Runner, now: datetime, kind: str | None = None) -> Inspection:
    """What is at the address that a person typed; changes nothing. FetchError or InputError, each one plain sentence,
    where nothing can be read there. `kind` takes it as that kind, whatever it looks like."""
    address = parse(typed(text), allow_private=bool(fetcher.policy.allow_private_networks))
    fetched = fetcher.get(address.url)
    check_status(fetched)
    # What has moved for good is added where it is now.
    url = fetched.moved_to or address.url
    shape = kind or shape_of(fetched.body)
    # A document is one article.
    shape = "article" if shape == "document" else shape
    if shape != "page":
        inspection = _listed(url, shape, read(fetched, shape, runner=runner, now=now), now=now)
    else:
        inspection = _page(url, fetched, fetcher=fetcher, runner=runner, now=now)
    return dataclasses.replace(inspection, doubt=address.doubt or inspection.doubt)


def typed(text: str) -> str:
    """The address that a person means: a bare domain is one, and so is the name of a public channel."""
    written = text.strip().strip("<>")
    channel = _TELEGRAM.fullmatch(written) or _HANDLE.fullmatch(written)
    if channel:
        return f"https://t.me/s/{channel.group(1)}"
    if re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", written, re.IGNORECASE):
        return written
    if not re.match(r"[^\s/]+\.[^\s/]", written) and not re.match(r"[\w.-]+:\d", written):
        raise InputError("That is not a web address.", code="bad_address")
    return f"https://{written}"


def _listed(url: str, kind: str, feed: Feed, *, now: datetime) -> Inspection:
    dates = [entry.published_at for entry in feed.entries if entry.published_at]
    newest = sorted(feed.entries, key=lambda entry: entry.published_at.timestamp() if entry.published_at else 0.0)
    full = [is_full(entry) for entry in feed.entries]
    languages = [entry.language for entry in feed.entries if entry.language]
    return Inspection(
        url=url,
        kind=None if feed.form == "sitemapindex" else kind,
        name=feed.title or _host(url),
        language=feed.language or (languages[0] if languages else None),
        entries=tuple(newest[::-1][:3]) if dates else feed.entries[:3],
        count=len(feed.entries),
        per_day=rhythm.per_day(dates, now=now) if kind != "article" else None,
        full_text=sum(full) * 2 > len(full) if full else None,
        offers=_sitemaps(feed) if feed.form == "sitemapindex" else (),
        doubt=_doubt(feed),
    )


def _sitemaps(feed: Feed) -> tuple[Offer, ...]:
    """The sitemaps of an index, those of news first."""
    urls = [entry.url for entry in feed.entries if entry.url]
    urls.sort(key=lambda url: "news" not in url.lower())
    return tuple(Offer(url, url.rpartition("/")[2], "sitemap") for url in urls[:5])


def _doubt(feed: Feed) -> Doubt | None:
    if feed.guessed:
        said = "The feed does not say truthfully how its letters are encoded; its texts may show wrong ones."
        return Doubt("encoding_guessed", said)
    if feed.degraded:
        return Doubt("badly_made", "The feed is not well formed; what can be read of it is read.")
    return None


def _page(url: str, fetched: Fetched, *, fetcher: Fetcher, runner: Runner, now: datetime) -> Inspection:
    """A web page: a channel, feeds to offer, a section, or an article."""
    content_type = fetched.headers.get("content-type", "")
    listing: Listing = runner.run(read_listing, fetched.body, url=fetched.url, content_type=content_type)
    if listing.is_channel:
        return _listed(url, "channel", read(fetched, "channel", runner=runner, now=now), now=now)
    offers = tuple(Offer(link.url, link.title) for link in listing.feeds or _guess(fetched, fetcher, runner, now))
    page = read_page(fetched, runner=runner, now=now)
    is_article = _is_article(page, url)
    few = _SECTION_LINKS if offers else _SECTION_LINKS_ALONE
    if len(listing.entries) >= few and not is_article:
        feed = Feed("section", listing.name, listing.entries, url=url, language=listing.language)
        return dataclasses.replace(_listed(url, "section", feed, now=now), offers=offers)
    if is_article:
        single = _listed(url, "article", read(fetched, "article", runner=runner, now=now), now=now)
        return dataclasses.replace(single, offers=offers)
    if not offers:
        raise FetchError("No feed and no articles were found at that address.", code="nothing_found", permanent=True)
    return Inspection(url, None, listing.name or _host(url), listing.language, offers=offers)


def _is_article(page: Page, url: str) -> bool:
    """Whether a page is one article: dated, titled, with a text of some length, and not the front of a site."""
    stated = page.stated
    is_front = url.count("/") <= 3
    dated_and_titled = stated.published_at is not None and bool(stated.title)
    return page.wall is None and not is_front and dated_and_titled and len(page.text) >= _ARTICLE_TEXT


def _guess(fetched: Fetched, fetcher: Fetcher, runner: Runner, now: datetime) -> tuple[Link, ...]:
    """A feed at one of the usual places, where the page names none."""
    origin = "/".join(fetched.url.split("/")[:3])
    for path in _USUAL:
        try:
            answer = fetcher.get(f"{origin}/{path}")
            check_status(answer)
            if shape_of(answer.body) == "feed":
                feed = read(answer, "feed", runner=runner, now=now)
                return (Link(answer.moved_to or f"{origin}/{path}", feed.title),) if feed.entries else ()
        except (FetchError, NotAFeed):
            continue
    return ()


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")
