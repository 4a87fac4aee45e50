"""Who an article is by, as its page says: people before desks, agencies with them, never an address. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

import lxml.html

from index.ingest.markup import one_line

_META = ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author", "cxenseparse:author")
_NOT_A_NAME = re.compile(
    r"://|@|\bwww\.|^\W*\d|[<>{}|]"
    r"|^(?:\W*(?:twitter|facebook|x|instagram|linkedin|telegram|whatsapp|e-?mail|share))+\W*$",
    re.IGNORECASE,
)
# A byline's small words before a name, in the languages of bylines.
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}")
_BY = re.compile(
    r"^\W{0,20}(?:(?:story|words|text|report(?:ed|ing)?|written|posted|published)?\s{0,9}by|von|par|por|di|door|av|af|od|przez"
    r"|автор\w*"
    r"|текст|بقلم|كتب(?:ت)?|מאת|نویسنده|yazan|authors?|autore?s?|autor(?:en|zy)?)\b[\s:：]*",
    re.IGNORECASE,
)
# Who writes when nobody signs: names of rooms and roles, not of people.
_DESK = re.compile(
    r"\b(?:desk|staff|newsroom|news ?room|editors?|editorial|team|admin\w*|webmaster|web|online|bureau|newswire|digital"
    r"|(?:our )?(?:foreign )?correspondents?|reporters?|agenc(?:y|ies)|redaktion|redakcja|redakce|redacci[oó]n"
    r"|r[eé]daction|redazione|reda[cç][aã]o|toimitus|redaksi|редакц\w+|новин\w*|новост\w*|مراسل\w*"
    r"|تحرير|وكالات|מערכת|haber merkezi)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:[|•·–—]|,?\s(?:in|aus|à|en|at|for)\s|\s{2,}|\bupdated\b|\bpublished\b|\d{1,2}[./:]\d).*$", re.IGNORECASE
)
_CALLED = re.compile(
    r"(?:^|[-_ ])(?:by-?line|author(?:s|-name|_name)?|writer|signature|autor|auteur|firma)(?:$|[-_ ])", re.IGNORECASE
)
_ASIDE = ("aside", "footer", "nav", "figure", "figcaption", "form", "ul")
_MOST = 200
_LONGEST_BYLINE = 160


def author_of(tree: lxml.html.HtmlElement, stated: dict[str, Any], site: str | None) -> str | None:
    """The names that the page gives first and best: those of people; of desks where no person is named."""
    desk: list[str] = []
    for names in (_names(stated.get("author")), _names(stated.get("creator")), _in_meta(tree), *_in_text(tree)):
        kept = list(dict.fromkeys(filter(None, map(_name, names))))
        people = [name for name in kept if not _is_desk(name, site)]
        if people:
            return _with_credit(people, stated)
        desk = desk or kept
    return _with_credit(desk, stated)


def _with_credit(names: list[str], stated: dict[str, Any]) -> str | None:
    credited = [name for field in ("sourceOrganization", "creditText") for name in _names(stated.get(field))][:1]
    credited = [name for name in map(_name, credited) if name]
    return ", ".join(dict.fromkeys([*names, *credited]))[:_MOST] or None


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for item in value[:8] for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return re.split(r"\s{0,9}[;|]\s*", value) if isinstance(value, str) else []


def _in_meta(tree: lxml.html.HtmlElement) -> list[str]:
    found: dict[str, list[str]] = {}
    for element in tree.xpath("//meta[@content]"):
        for attribute in ("name", "property", "itemprop"):
            found.setdefault((element.get(attribute) or "").strip().lower(), []).append(element.get("content"))
    return next((found[name] for name in _META if any(map(_name, found.get(name, ())))), [])


def _in_text(tree: lxml.html.HtmlElement) -> Iterator[list[str]]:
    """The names of each byline that stands on the page, the likeliest first."""
    marked = tree.xpath('//*[@rel="author" or contains(concat(" ", @itemprop, " "), " author ")]')
    yield [name for element in marked[:6] if not _stands_aside(element) for name in _of(element)]
    called = (e for e in tree.iter("a", "span", "p", "div", "address", "em") if _CALLED.search(_called(e)))
    for element in list(called)[:12]:
        if not _stands_aside(element):
            yield _of(element)


def _of(element: lxml.html.HtmlElement) -> list[str]:
    """The names in a byline: those that are links or marked, else what stands behind its "by"."""
    text = one_line(element.text_content())
    if not text or len(text) > _LONGEST_BYLINE:
        return []
    named = element.xpath('.//a[@href or @rel] | .//*[contains(@itemprop, "name")]')
    names = [one_line(part.text_content()) for part in named]
    if any(map(_name, names)):
        return names
    return re.split(r"\s{0,9},\s*|\s{1,9}(?:and|und|et|y|e|и|та|і|&)\s+", _ENDS.sub("", _BY.sub("", text)))


def _called(element: lxml.html.HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _stands_aside(element: lxml.html.HtmlElement) -> bool:
    return any(holder.tag in _ASIDE for holder in element.iterancestors())


def _name(text: object) -> str:
    """A name as it is to be shown; "" for what is none, such as an address."""
    if not isinstance(text, str):
        return ""
    name = _BY.sub("", one_line(html.unescape(html.unescape(text)))).strip(" ,;:-–—•·")
    return "" if _NOT_A_NAME.search(name) or len(name) >= _MOST or len(name) < 2 else name


def _is_desk(name: str, site: str | None) -> bool:
    """Whether a name is not that of a person or an agency that signs: the site's own, a room's or a role's."""
    letters = re.sub(r"\W+", "", name.casefold())
    house = re.sub(r"\W+", "", (site or "").casefold())
    if (house and letters in (house, f"the{house}")) or _DESK.search(name):
        return True
    return name == name.lower() and name.isascii() and " " not in name


def without_addresses(names: Iterable[str]) -> str | None:
    """Names as a feed gives them, without addresses."""
    cleaned = (_name(_ADDRESS.sub("", name).strip(" ()<>,;")) for name in names)
    return ", ".join(dict.fromkeys(filter(None, cleaned)))[:_MOST] or None
