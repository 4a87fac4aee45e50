"""A briefing's page as Markdown, for notes and reports. Pure."""

from __future__ import annotations

import re

from bot.page.view import PageStory, PageView, Quote, Said
from bot.wording.texts import Texts

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~-])")


def markdown(page: PageView, texts: Texts) -> str:
    """The whole page. What came from outside is escaped: it can neither be markup nor HTML."""
    lines = [f"# {_escaped(page.title)}", _escaped(page.covers), *map(_escaped, page.notes)]
    if page.picture:
        lines.append(_escaped(page.picture))
    lines += [f"- {_said(one, page.arrow)}" for one in page.corrections]
    lines += [_quote(quote) for quote in page.corrected]
    for story in page.stories:
        lines += _story(story, page.arrow, texts)
    return "\n\n".join(lines) + "\n"


def _story(story: PageStory, arrow: str, texts: Texts) -> list[str]:
    lines = [f"## {story.number}. {_escaped(story.headline)}", f"*{_escaped(story.facts)}*"]
    lines += [f"- {_said(one, arrow)}" for one in story.said]
    for dispute in story.disputes:
        lines.append(_escaped(texts.plain("sources-disagree", about=dispute.about)))
        lines += [f"- {_said(one, arrow)}" for one in dispute.positions]
    if story.quotes:
        lines.append(f"### {_escaped(texts.plain('sources-heading'))}")
    return lines + [_quote(quote) for quote in story.quotes]


def _said(said: Said, arrow: str) -> str:
    label = f"**{_escaped(said.label)}** " if said.label else ""
    who = f" ({_escaped(f' {arrow} '.join(said.chain))})" if said.chain else ""
    before = f" {_escaped(said.before)}" if said.before else ""
    return f"{label}{_escaped(said.text)}{who}{''.join(f' [{n}]' for n in said.citations)}{before}"


def _quote(quote: Quote) -> str:
    title = f"[{_escaped(quote.title)}](<{quote.url}>)" if quote.url else _escaped(quote.title)
    around = f"{_escaped(quote.before)}**{_escaped(quote.words.strip())}**{_escaped(quote.after)}"
    quoted = "\n".join(f"> {line}" for line in around.splitlines() if line.strip())
    stored = f"\n\n{_escaped(quote.stored)}" if quote.stored else ""
    return f"[{quote.n}] {title}, {_escaped(quote.publisher)}, {_escaped(quote.when)}\n\n{quoted}{stored}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
