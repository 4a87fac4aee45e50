"""From a fetched document to what it lists, whatever kind it is of; and the one place that knows the kinds."""

from __future__ import annotations

from datetime import datetime

from index.errors import FetchError
from index.ingest.documents import extract_document
from index.ingest.entries import Entry, Feed, NotAFeed, dated
from index.ingest.feeds import parse_feed
from index.ingest.fetch import Fetched
from index.ingest.listings import parse_section
from index.ingest.pages import Page, extract
from index.ingest.shapes import shape_of
from index.ingest.sitemaps import parse_sitemap
from index.ingest.workers import Runner

# What an admin may add.
KINDS = ("feed", "sitemap", "section", "channel", "article")


def check_status(fetched: Fetched) -> None:
    """FetchError, with one sentence for the admin, unless the answer is a document."""
    status = fetched.status
    if 200 <= status < 300:
        return
    known = {
        401: ("forbidden", "The site asks for a password."),
        403: ("forbidden", "The site refuses to answer us."),
        404: ("not_found", "There is nothing at that address (any more)."),
        410: ("gone", "The site says that this address is gone for good."),
        429: ("rate_limited", "The site asks us to come back later."),
        451: ("forbidden", "The site may not show this for legal reasons."),
        503: ("unavailable", "The site is not available at the moment."),
    }
    code, sentence = known.get(status, ("http_error", f"The site answered with error {status}."))
    raise FetchError(sentence, code=code, permanent=status in (401, 403, 404, 410, 451))


def read(fetched: Fetched, kind: str, *, runner: Runner, now: datetime) -> Feed:
    """What a source of this kind lists, its dates believable. NotAFeed, FetchError or TooHeavy where it is not."""
    body, url, content_type = fetched.body, fetched.url, fetched.headers.get("content-type", "")
    shape_of(body)
    if kind == "feed":
        feed = runner.run(parse_feed, body, url=url, content_type=content_type)
    elif kind == "sitemap":
        feed = runner.run(parse_sitemap, body, url=url)
    elif kind in ("section", "channel"):
        feed = runner.run(parse_section, body, url=url, content_type=content_type)
    elif kind == "article":
        feed = _as_feed(read_page(fetched, runner=runner, now=now))
    else:
        raise ValueError(f"no kind of source: {kind}")
    return dated(feed, now=now)


def read_page(fetched: Fetched, *, runner: Runner, now: datetime) -> Page:
    """The article on a fetched page, or the text of a document."""
    content_type = fetched.headers.get("content-type", "")
    shape = shape_of(fetched.body)
    if shape == "document":
        page = runner.run(extract_document, fetched.body, url=fetched.url, now=now)
        if page.wall is not None:
            raise FetchError("No text can be read in that document.", code="wrong_type", permanent=True)
        return page
    if shape != "page":
        raise FetchError("That address is not a page.", code="wrong_type", permanent=True)
    return runner.run(extract, fetched.body, url=fetched.url, now=now, content_type=content_type)


def _as_feed(page: Page) -> Feed:
    if page.wall is not None:
        raise NotAFeed("No article can be read at that address.")
    stated = page.stated
    entry = Entry(
        key=page.url,
        url=stated.canonical_url or page.url,
        title=stated.title,
        content=page.text,
        published_at=stated.published_at,
        updated_at=stated.modified_at,
        author=stated.author,
        language=stated.language,
        complete=True,
    )
    title = stated.site_name or stated.title
    return Feed(form="article", title=title, entries=(entry,), url=page.url, language=stated.language)
