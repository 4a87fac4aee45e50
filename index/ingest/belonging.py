"""Whether a page is that of the entry which led to it, and whose words serve where both speak. Pure."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from urllib.parse import urlsplit

from index.articles import Article
from index.ingest.deciding import LEAST_TEXT, appeared_first_cut, is_cut_off, is_full, misses_the_point
from index.ingest.entries import Entry, first_sentence
from index.ingest.pages import Page
from index.language.terms import terms
from index.store.identity import place_in, url_key

# Of the words of an entry's title, so many stand on its page.
_ANNOUNCED_SHARE = 0.5
_ANNOUNCED_SHARE_UNTITLED = 0.8
_FRONT = re.compile(r"/?(?:index\.\w+|home/?|[a-z]{2}(?:-[a-z]{2})?/?)?", re.IGNORECASE)


def told_apart(entry: Entry, page: Page | None) -> Page | None:
    """The page, marked where it is another than the entry's: an error page that calls itself none, or what the site
    shows instead of an article that it has no more."""
    if page is None or page.wall is not None:
        return page
    strayed = url_key(page.url) != url_key(entry.url or page.url) and _is_elsewhere(entry, page)
    if not strayed and not misses_the_point(entry, page.text):
        return page
    return page.behind("error_page")


def _is_elsewhere(entry: Entry, page: Page) -> bool:
    """Whether a redirect led to something else: the front of a site, or a page without the words of the entry."""
    was, now = urlsplit(entry.url or ""), urlsplit(page.url)
    if _FRONT.fullmatch(now.path) and not now.query and not _FRONT.fullmatch(was.path):
        return True
    announced = set(terms(entry.title))
    shown = set(terms(f"{page.stated.title}\n{page.text}"))
    # Under a headline of its own more of it has to be there: a list of news has some word of any.
    titled = announced & set(terms(page.stated.title))
    least = _ANNOUNCED_SHARE if titled else _ANNOUNCED_SHARE_UNTITLED
    return bool(announced) and len(announced & shown) < least * len(announced)


def title_of(entry: Entry, stated: str, names: Sequence[str]) -> str:
    """The article's title: the page's, unless that is a name of the site, or has no word of what the source announced:
    then it belongs to something else on the page."""
    ours = {_bare(name) for name in names if name}
    if not stated or _bare(stated) in ours:
        return entry.title or stated
    announced = set(terms(entry.title))
    return stated if not announced or announced & set(terms(stated)) else entry.title


def _bare(name: str) -> str:
    return re.sub(r"\W+", "", name.casefold())


def words_of(entry: Entry, page: Page | None) -> tuple[str, str | None]:
    """The article's text, and what it is where it is not the whole: "teaser" or "headline". The page's, or what the
    source gives where there is no page or it is a wall."""
    own = appeared_first_cut(max((entry.content, entry.summary), key=len))
    if page is not None and page.wall is None and page.text and len(page.text) >= min(LEAST_TEXT, len(own)):
        # A page of which only a corner was understood must not hide what the feed gives in full.
        if len(own) <= 2 * len(page.text) or is_cut_off(own):
            return page.text, None
        return own, None
    if entry.is_link:
        return "", None
    if own == entry.title or not own:
        return entry.title, None if entry.complete and own else "headline"
    # A post without a title of its own is all that there is of it.
    untitled = entry.title == first_sentence(own) and not is_cut_off(own)
    whole = entry.complete or entry.shares_page or is_full(entry) or untitled
    return own, None if whole else "teaser"


def is_another(entry: Entry, title: str, text: str) -> bool:
    """Whether an entry at the address of an article that another entry came to is not that one with a new name: neither
    its title nor most of its own words stand there."""
    told = max((entry.content, entry.summary), key=len)
    own, stored = set(terms(told)), set(terms(f"{title}\n{text}"))
    if len(told) < LEAST_TEXT or not stored or _bare(entry.title) == _bare(title):
        return False
    return len(own & stored) < _ANNOUNCED_SHARE * len(own)


def with_own_addresses(
    articles: Sequence[tuple[str, Article]], stored: Mapping[str, tuple[str, str]] = MappingProxyType({})
) -> list[Article]:
    """The articles of one reading, given with the addresses of their entries: where two that differ in title and text
    claim one address (a canonical one that names no story), each has that of its entry. `stored` are title and text of
    what other entries came to before, by address."""
    firsts: dict[str, Article] = {}
    crowded = set()
    for _entry_url, article in articles:
        first = firsts.setdefault(url_key(article.url), article)
        title, text = stored.get(article.url, (article.title, article.text))
        if (first.title != article.title and first.text != article.text) or (
            title != article.title and text != article.text
        ):
            crowded.add(url_key(article.url))
    return [_at(article, url) if url_key(article.url) in crowded else article for url, article in articles]


def _at(article: Article, url: str) -> Article:
    return dataclasses.replace(article, url=url) if url else article


def address_of(entry: Entry, page: Page | None) -> str:
    """The address of an entry's article: what its page names as its own, unless that says less than the entry's."""
    own = entry.url or ""
    if page is None or page.wall is not None or place_in(own):
        return own
    canonical = page.stated.canonical_url
    return canonical if canonical is not None and not _says_less(canonical, own) else page.url


def _says_less(canonical: str, own: str) -> bool:
    """Whether an address that a page names as its own can not tell its article from the others of the site: it is that
    of the front, or leaves out what names the article."""
    front = _FRONT.fullmatch(urlsplit(canonical).path) and not urlsplit(canonical).query
    return bool(front and not _FRONT.fullmatch(urlsplit(own).path)) or url_key(own).startswith(f"{url_key(canonical)}?")


def published(entry: Entry, page: Page | None) -> datetime | None:
    """When it was published: as the source says, else its page, else when the source says it was last changed."""
    stated = page.stated.published_at if page is not None and page.wall is None else None
    return entry.published_at or stated or entry.updated_at
