"""A briefing as its page shows it: every claim, and each quote in its surroundings. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from bot.localtime import zone_label
from bot.wording.render import about_what
from bot.wording.texts import Texts
from bot.wording.typeset import clean, is_web, plain
from index.articles import PassageView
from index.reports.shown import Subject
from index.sites import site_of

_AROUND = 600


@dataclasses.dataclass(frozen=True, slots=True)
class Quote:
    """A citation: the exact words between what stands before and after them in the article."""

    n: int
    title: str
    url: str
    publisher: str
    when: str
    before: str
    words: str
    after: str
    revised: bool
    stored: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """A statement, who says so (first the one who said it, last the outlet), and its citations."""

    text: str
    chain: tuple[str, ...]
    citations: tuple[int, ...]
    label: str = ""
    before: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Dispute:
    about: str
    positions: tuple[Said, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class PageStory:
    number: int
    headline: str
    facts: str
    outlets: str
    said: tuple[Said, ...]
    disputes: tuple[Dispute, ...]
    quotes: tuple[Quote, ...]
    articles: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class PageView:
    """All texts are plain: whoever sets them escapes them."""

    language: str
    rtl: bool
    arrow: str
    title: str
    covers: str
    notes: tuple[str, ...]
    stories: tuple[PageStory, ...]
    picture: str
    corrections: tuple[Said, ...] = ()
    # What the corrections point to.
    corrected: tuple[Quote, ...] = ()


def page_view(
    content: Mapping[str, Any],
    passages: Mapping[str, PassageView],
    texts: Texts,
    *,
    zone: str,
    picture: str = "",
    stored: Mapping[str, str] = MappingProxyType({}),
) -> PageView:
    """The page of a stored briefing. `passages` are those of its citations, `stored` says which text each is of,
    `picture` in words what one shows."""
    since, until = (datetime.fromisoformat(content[end]) for end in ("since", "until"))
    quotes = {
        row["n"]: dataclasses.replace(
            _quote(row, passages.get(row["passage_id"]), texts, zone), stored=stored.get(row["passage_id"], "")
        )
        for row in content["citations"]
    }
    shown = {"since": texts.moment(since, zone), "until": texts.moment(until, zone), "zone": zone_label(zone, until)}
    stories = content["stories"]
    corrections = tuple(_correction(row, texts, zone) for row in content["corrections"])
    return PageView(
        language=texts.language,
        rtl=texts.rtl,
        arrow="←" if texts.rtl else "→",
        title=texts.plain("page-title", day=texts.day(until.date())),
        covers=plain(texts.plain("briefing-heading", **shown)),
        notes=tuple(_notes(content, texts)),
        stories=tuple(_story(number, row, quotes, texts) for number, row in enumerate(stories, start=1)),
        picture=picture,
        corrections=corrections,
        corrected=tuple(quotes[n] for one in corrections for n in one.citations if n in quotes),
    )


def _story(number: int, row: Mapping[str, Any], quotes: Mapping[int, Quote], texts: Texts) -> PageStory:
    said = [_change(change, texts) for change in row["changes"]]
    said += [_said(claim) for claim in row["claims"]]
    disputes = tuple(_dispute(one, texts) for one in row["conflicts"])
    numbers = dict.fromkeys(n for one in (*said, *(p for d in disputes for p in d.positions)) for n in one.citations)
    cited = tuple(quotes[n] for n in sorted(numbers) if n in quotes)
    # Briefings of before had a section of what is disputed.
    facts = [texts.plain("section-new" if row["section"] == "new" else "section-developing")]
    if row["publishers"] > 1:
        facts.append(texts.plain("story-outlets", outlets=row["publishers"]))
    facts.append(texts.plain("story-origins", origins=row["origins"]))
    if row["opposed"]:
        facts.append(texts.plain("story-opposed"))
    outlets = ", ".join(dict.fromkeys(quote.publisher for quote in cited))
    articles = tuple(url for url in row["articles"] if is_web(url))
    headline = clean(row["headline"])
    return PageStory(number, headline, ", ".join(facts), outlets, tuple(said), disputes, cited, articles)


def _dispute(row: Mapping[str, Any], texts: Texts) -> Dispute:
    positions = tuple(_said({"text": one["value"], **one}) for one in row["positions"])
    of = row.get("of") or {}
    what = Subject(counted=of.get("counted", ""), outcome=of.get("outcome", ""))
    return Dispute(clean(about_what(row["about"], what, texts)), positions)


def _change(row: Mapping[str, Any], texts: Texts) -> Said:
    label = plain(texts.plain(f"change-{row['kind']}", said="")).strip()
    before = texts.plain("change-before", before=row["before"]) if row["before"] else ""
    return dataclasses.replace(_said(row), label=label, before=plain(before))


def _correction(row: Mapping[str, Any], texts: Texts, zone: str) -> Said:
    values = {name: clean(row[name]) for name in ("publisher", "before", "after", "told")}
    at = texts.moment(datetime.fromisoformat(row["at"]), zone)
    return Said(plain(texts.plain(f"correction-{row['kind']}", **values, at=at)), (), tuple(row["citations"]))


def _said(row: Mapping[str, Any]) -> Said:
    return Said(clean(row["text"]), tuple(clean(who) for who in row["attribution"]), tuple(row["citations"]))


def _quote(row: Mapping[str, Any], view: PassageView | None, texts: Texts, zone: str) -> Quote:
    """The quote in its passage; alone where the passage is gone or does not hold it where it should."""
    published = row["published"]
    before = after = ""
    words = row["quote"]
    if view is not None:
        start, end = row["start"] - view.passage.start, row["end"] - view.passage.start
        if 0 <= start < end <= len(view.passage.text) and view.passage.text[start:end] == words:
            before = (view.before + view.passage.text[:start])[-_AROUND:]
            after = (view.passage.text[end:] + view.after)[:_AROUND]
    return Quote(
        n=row["n"],
        title=clean(row["title"]),
        url=row["url"] if is_web(row["url"]) else "",
        publisher=_outlet(row, texts),
        when=texts.moment(datetime.fromisoformat(published), zone) if published else texts.plain("undated"),
        before=clean(before),
        words=clean(words),
        after=clean(after),
        revised=view is not None and view.revision < view.latest_revision,
    )


def _outlet(row: Mapping[str, Any], texts: Texts) -> str:
    """The publisher of a citation, and who carries it where that is another."""
    publisher, carrier = clean(row["publisher"]), clean(row.get("carrier") or "")
    if not carrier:
        return publisher
    if carrier == publisher:
        return texts.plain("carried-link", name=carrier, site=site_of(row["url"]))
    return f"{publisher}, {texts.plain('carried-by', name=carrier)}"


def _notes(content: Mapping[str, Any], texts: Texts) -> Iterable[str]:
    if content["topics"]:
        yield plain(texts.plain("briefing-topics", topics=_listed(content["topics"])))
    if content.get("cut_short"):
        yield texts.plain("cut-short")
    elif not content["stories"]:
        yield texts.plain("briefing-quiet", sources=content["sources"])
    if content["quiet_topics"]:
        yield texts.plain("briefing-quiet-topics", topics=_listed(content["quiet_topics"]))
    if content["more"]:
        yield texts.plain("briefing-more", count=content["more"])
    if content["unchanged"]:
        yield texts.plain("briefing-unchanged", count=content["unchanged"])
    if content["failing_sources"]:
        yield texts.plain("briefing-failing", sources=_listed(content["failing_sources"]))


def _listed(items: Iterable[str]) -> str:
    return ", ".join(clean(item) for item in items)
