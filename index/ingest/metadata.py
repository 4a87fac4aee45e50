"""What a page states about its article: title, dates, author, language, own address. Pure; nothing is guessed."""

from __future__ import annotations

import dataclasses
import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import lxml.html

from index.ingest.addresses import web_link
from index.ingest.bylines import author_of
from index.ingest.dating import dates_of
from index.ingest.entries import MAX_TITLE, cut
from index.ingest.markup import one_line
from index.sites import same_site

_ARTICLE_TYPE = re.compile(r"Article|Posting|Report$|Review$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s{1,9}[|–—·•*:»«-]\s+|\s{0,9}[｜|ㅣ]\s*|(?<=\S)-(?=\S{1,99}[ㅣ|])|--")
_MAX_DEPTH = 5
_MAX_SECTIONS = 200
# Words that say what a title is about: short Latin ones stand in every other.
_TELLING = re.compile(r"[a-z]{4,}|\d+|[^\W\d_a-z]+")
# Where an object lists other articles.
_OF_OTHERS = frozenset({"itemListElement", "hasPart", "mentions", "citation", "isBasedOn", "relatedLink", "isPartOf"})
_SECTION_META = re.compile(r"section|category|rubri[ck]|^application-name$")
_DESCRIBED = ("description", "og:description", "twitter:description")


@dataclasses.dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; None where it says nothing that can be believed."""

    title: str = ""
    site_name: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None
    language: str | None = None
    canonical_url: str | None = None
    free: bool = True
    described: tuple[str, ...] = ()


def read_metadata(tree: lxml.html.HtmlElement, *, url: str, now: datetime) -> Metadata:
    """The metadata of the article on a page that was fetched from `url`."""
    stated = _article_object(tree, url)
    meta = _meta(tree)
    site_name = one_line(meta.get("og:site_name") or _name(stated.get("publisher"))) or None
    published, modified = dates_of(tree, stated, meta, url=url, now=now)
    return Metadata(
        title=_title(tree, stated, meta, site_name),
        site_name=site_name,
        author=author_of(tree, stated, site_name),
        published_at=published,
        modified_at=modified if published is None or modified is None or modified >= published else None,
        language=_language(tree, stated, meta),
        canonical_url=_canonical(tree, url),
        free=str(stated.get("isAccessibleForFree", "")).rpartition("/")[2].lower() != "false",
        described=tuple(
            filter(None, (_line(_name(stated.get("description"))), *(_line(meta.get(n, "")) for n in _DESCRIBED)))
        ),
    )


def _article_object(tree: lxml.html.HtmlElement, url: str) -> dict[str, Any]:
    """The JSON-LD object of this page's article: the one of this address, or that has its headline; never another's."""
    found = [
        item
        for script in tree.xpath('//script[contains(@type, "ld+json")]')
        for item in _objects(_json(script.text_content()))
        if _ARTICLE_TYPE.search(_kinds(item)) and isinstance(item.get("headline", item.get("name")), str)
    ]
    path = url.partition("?")[0].rstrip("/")
    own = [item for item in found if path and path in json.dumps([item.get("url"), item.get("mainEntityOfPage")])]
    if own:
        return own[0]
    shown = {_letters(_line(h.text_content())) for h in tree.xpath("//h1 | (//title)[1]")}
    alike = [item for item in found if any(_same_headline(item, title) for title in shown)]
    if alike or not found:
        return alike[0] if alike else {}
    # One that names an address of its own, which is not this page's by any of its names, is another article.
    names = [*tree.xpath('//link[@rel="canonical"]/@href | //meta[@property="og:url"]/@content')[:4], url]
    address = _address(found[0])
    elsewhere = address is not None and all(_path(address, url) != _path(name, url) for name in names)
    return {} if elsewhere else found[0]


def _path(address: str, base: str) -> str:
    return urlsplit(web_link(address, base=base) or address).path.rstrip("/")


def _same_headline(item: dict[str, Any], title: str) -> bool:
    headline = _letters(_line(str(item.get("headline", item.get("name")))))
    return bool(headline) and (headline in title or (len(title) > 8 and title in headline))


def _address(item: dict[str, Any]) -> str | None:
    page = item.get("mainEntityOfPage")
    stated = item.get("url") or (page.get("@id") if isinstance(page, dict) else page)
    return stated if isinstance(stated, str) else None


def _json(text: str) -> Any:
    try:
        bare = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", text)
        return json.loads(bare.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name, item in value.items():
            if name not in _OF_OTHERS and isinstance(item, list | dict):
                yield from _objects(item, depth + 1)


def _kinds(item: dict[str, Any]) -> str:
    kinds = item.get("@type")
    return " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)


def _meta(tree: lxml.html.HtmlElement) -> dict[str, str]:
    """Content of the meta elements by name, the first of each; names in lower case."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name:
                found.setdefault(name, element.get("content"))
    return found


def _title(tree: lxml.html.HtmlElement, stated: dict[str, Any], meta: dict[str, str], site: str | None) -> str:
    """The headline. The page states it up to four times: what most of them agree on, the barer of two, and never the
    name of the site."""
    headings = [heading for heading in (_line(h.text_content()) for h in tree.xpath("//h1")) if heading]
    element = _line("".join(tree.xpath("(//title)[1]/text()")))
    headline = stated.get("headline")
    candidates = [_line(meta.get("og:title", "")), _line(headline) if isinstance(headline, str) else ""]
    known = {_letters(title) for title in (*headings, *candidates, element)} - {""}
    names = [site, stated.get("articleSection"), *(meta[name] for name in meta if _SECTION_META.search(name))]
    apart = {_letters(name) for name in names if isinstance(name, str)}
    sections = {_letters(link.text_content()) for link in tree.xpath("//nav//a | //header//a")[:_MAX_SECTIONS]}
    social, own, named = (_without_site(title, known, apart | sections) for title in (*candidates, element))
    if social and own and social in own:
        own = social
    weighed = [(social, 1.0), (own, 1.3), *((heading, 0.5) for heading in headings[:3]), (named, 0.2)]
    return cut(
        _agreed([(title, weight) for title, weight in weighed if title and not _is_name(title, apart)]), MAX_TITLE
    )


def _agreed(weighed: list[tuple[str, float]]) -> str:
    """The title that weighs most with those that say the same; as most of them write it."""
    weights: Counter[str] = Counter()
    for title, weight in weighed:
        weights[_letters(title)] += weight  # type: ignore[assignment]
    spellings = Counter(title for title, _weight in weighed)
    words = {title: set(_TELLING.findall(title.casefold())) for title, _weight in weighed}
    # One that has nothing in common with all the others is of something else on the page.
    said = Counter(_letters(title) for title, _weight in weighed)
    told = [
        title
        for title in words
        if said[_letters(title)] > 1
        or max(said.values()) == 1
        or any(words[title] & words[other] for other in words if _letters(other) != _letters(title))
    ]
    return max(told or list(words), key=lambda title: (weights[_letters(title)], spellings[title]), default="")


def _is_name(title: str, names: set[str]) -> bool:
    """Whether a title is the name of a site, alone or with what it says of itself behind it."""
    head = _SEPARATOR.split(title)[0]
    return _letters(title) in names or (head != title and _letters(head) in names)


def _letters(text: str) -> str:
    """What two ways of writing one title have in common."""
    return re.sub(r"[\W_]+", "", text.casefold())


def _line(text: str) -> str:
    return one_line(html.unescape(text).replace("\xad", ""))


def _without_site(title: str, known: set[str], names: set[str]) -> str:
    """`title` without the names of the site and its section behind it: another candidate is its beginning, or the name
    is stated."""
    for match in reversed(list(_SEPARATOR.finditer(title))):
        head, tail = title[: match.start()].strip(), title[match.end() :].strip()
        if _letters(head) in known:
            return head
        if _letters(tail) in names:
            title = head
    return title


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:5])))
    if isinstance(value, dict):
        return _name(value.get("name"))
    return value if isinstance(value, str) else ""


def _language(tree: lxml.html.HtmlElement, stated: dict[str, Any], meta: dict[str, str]) -> str | None:
    tags = (tree.get("lang"), stated.get("inLanguage"), meta.get("og:locale"), meta.get("content-language"))
    for tag in tags:
        match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)", tag) if isinstance(tag, str) else None
        if match:
            return match.group(1).lower()
    return None


def _canonical(tree: lxml.html.HtmlElement, url: str) -> str | None:
    """The address that the page gives as its own, if on the same site: another site's would be a false identity."""
    for link in tree.xpath('//link[contains(concat(" ", @rel, " "), " canonical ")]/@href')[:1]:
        own = web_link(link, base=url)
        # A front page named as canonical is a common mistake of publishing systems.
        if own and same_site(own, url) and (own.count("/") > 3 or url.count("/") <= 3):
            return own if not own.endswith(("/#", "://")) else None
    return None
