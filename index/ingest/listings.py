"""Web pages that list articles: a section of a site, a public Telegram channel. Run it in a worker."""

from __future__ import annotations

import dataclasses
import itertools
import re
from urllib.parse import unquote, urlsplit

import lxml.html

from index.ingest.addresses import web_link
from index.ingest.channels import channel_feed, posts_of
from index.ingest.encodings import decode
from index.ingest.entries import MAX_TITLE, Entry, Feed, NotAFeed, cut, keyed
from index.ingest.markup import one_line, parse_html, strip_hidden
from index.sites import same_site

_MAX_LINKS = 200
_LEAST_TITLE = 15
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_FEED_PATH = re.compile(r"(?:^|[/._-])(?:rss|feeds?|atom)(?:$|[/._?=-])", re.IGNORECASE)
_NOT_ARTICLE = re.compile(
    r"/(?:tags?|topics?|category|categories|authors?|people|search|login|signin|signup|register|subscribe|account"
    r"|about|contact|privacy|terms|cookies?|help|jobs|careers|newsletters?|podcasts?|videos?|gallery|page)(?:/|$)"
    r"|\.(?:jpe?g|png|gif|mp3|mp4|zip|xml|rss)$",
    re.IGNORECASE,
)
_AROUND = "ancestor::nav or ancestor::footer or ancestor::header[not(ancestor::article)]"


@dataclasses.dataclass(frozen=True, slots=True)
class Link:
    """An address that a page offers, with what the page calls it."""

    url: str
    title: str


@dataclasses.dataclass(frozen=True, slots=True)
class Listing:
    """What a web page lists: articles, and feeds that a machine would rather read."""

    name: str
    language: str | None
    entries: tuple[Entry, ...]
    feeds: tuple[Link, ...]
    is_channel: bool = False
    oldest: int | None = None


def parse_section(body: bytes, *, url: str, content_type: str = "") -> Feed:
    """The articles that a section page links to, in its order; NotAFeed where it links to none."""
    listing = read_listing(body, url=url, content_type=content_type)
    if not listing.entries and not listing.is_channel:
        raise NotAFeed("No articles are linked on that page.")
    form = "channel" if listing.is_channel else "section"
    return Feed(
        form=form,
        title=listing.name,
        entries=listing.entries,
        url=url,
        language=listing.language,
        oldest=listing.oldest,
    )


def read_listing(body: bytes, *, url: str, content_type: str = "") -> Listing:
    """All that a web page offers to follow."""
    text, _guessed = decode(body, content_type)
    tree = parse_html(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    if tree is None:
        return Listing("", None, (), ())
    feeds = _feeds(tree, url)
    name = one_line("".join(tree.xpath('//meta[@property="og:site_name"]/@content')[:1]))
    title = one_line("".join(tree.xpath("(//title)[1]/text()")))
    if posts_of(tree):
        channel = channel_feed(tree, url=url)
        return Listing(channel.title, None, channel.entries, (), is_channel=True, oldest=channel.oldest)
    language = re.match(r"[A-Za-z]{2,3}", tree.get("lang") or "")
    strip_hidden(tree)
    return Listing(
        name=cut(name or title, MAX_TITLE),
        language=language.group().lower() if language else None,
        entries=keyed(_articles(tree, url)),
        feeds=feeds,
    )


def _feeds(tree: lxml.html.HtmlElement, base: str) -> tuple[Link, ...]:
    """Feeds that the page declares; failing that, links that look like feeds."""
    declared = [
        (link.get("href"), link.get("title") or "")
        for link in tree.xpath('//link[contains(concat(" ", @rel, " "), " alternate ")][@href]')
        if (link.get("type") or "").partition(";")[0].strip().lower() in _FEED_TYPES
    ]
    linked = [(a.get("href"), a.text_content()) for a in tree.xpath("//a[@href]") if _FEED_PATH.search(a.get("href"))]
    found: dict[str, Link] = {}
    for href, title in declared or linked[:20]:
        absolute = web_link(href, base=base)
        if absolute is not None:
            found.setdefault(absolute, Link(absolute, cut(one_line(title), 100)))
    # Comments on a site's posts are a feed, but no source of news.
    return tuple(link for link in found.values() if "comment" not in link.url.lower())[:10]


def _articles(tree: lxml.html.HtmlElement, base: str) -> list[Entry]:
    """Links to what look like articles, each once with its longest text, in the order of the page."""
    titles: dict[str, str] = {}
    for anchor in tree.xpath(f"//a[@href][not({_AROUND})]"):
        link = web_link(anchor.get("href"), base=base)
        if link is None or not _looks_like_article(link, base):
            continue
        heading = anchor.xpath(".//h1 | .//h2 | .//h3 | .//h4")
        title = one_line((heading[0] if heading else anchor).text_content())
        if len(title) < _LEAST_TITLE:
            title = _title_beside(anchor) or title
        if len(title) > len(titles.get(link, "")) or link not in titles:
            titles[link] = title
    listed = [(link, title) for link, title in titles.items() if len(title) >= _LEAST_TITLE][:_MAX_LINKS]
    return [Entry(key=link, url=link, title=cut(title, MAX_TITLE), is_link=True) for link, title in listed]


def _title_beside(anchor: lxml.html.HtmlElement) -> str:
    """What the item of a list that a link stands in is called, where the link itself says no more than "Download"."""
    for holder in itertools.islice(anchor.iterancestors(), 5):
        if holder.tag in ("body", "main", "table", "ul", "ol"):
            break
        named = holder.xpath('.//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//*[contains(@class, "title")] | ./th | ./td')
        titles = [one_line(element.text_content()) for element in named]
        title = next((title for title in titles if _LEAST_TITLE <= len(title) <= MAX_TITLE), "")
        if title:
            return title
    return ""


def _looks_like_article(link: str, base: str) -> bool:
    """Whether an address is of this site and has a name of its own: a long slug, a date or a number."""
    if not same_site(link, base) or link == base:
        return False
    path = unquote(urlsplit(link).path).rstrip("/")
    if path.lower().endswith(".pdf"):
        return True
    if _NOT_ARTICLE.search(path):
        return False
    slug = path.rpartition("/")[2]
    words = re.split(r"[-_.]", slug)
    return len(words) >= 4 or re.search(r"\d{5,}|/20\d\d/\d\d?/", path) is not None or len(slug) >= 40
