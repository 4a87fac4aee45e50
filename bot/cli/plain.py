"""What the corpus says as plain text for a terminal. Pure."""

from __future__ import annotations

from datetime import datetime

from index.answers.answer import Answer, Citation
from index.articles import Hit
from index.stories.members import Member, StoryMembers
from index.stories.story import Briefing, Story, StoryBrief

_CHANGES = {"figure": "New figure", "denial": "Denied", "correction": "Corrected"}


def plain_answer(answer: Answer) -> str:
    """The answer, then its numbered sources with their addresses."""
    return "\n".join([answer.text, *_sources(answer.citations)])


def plain_hit(hit: Hit) -> str:
    passage = hit.passage
    head = f"{hit.rank}. {passage.title}\n   {passage.publisher}, {_day(passage.published_at)} · {passage.url}"
    return f"{head}\n   {' '.join(passage.text.split())}"


def plain_story(story: Story, reasons: StoryMembers | None = None) -> str:
    """The story with its articles; with `reasons` each article with what put it there."""
    articles, outlets = len(story.article_urls), story.publishers
    head = f"{story.headline}\n   {_day(story.first_seen_at)} to {_day(story.last_seen_at)}"
    counts = f"{_count(articles, 'article')}, {_count(outlets, 'outlet')}, {_count(story.origins, 'origin')}"
    lines = [*story.article_urls] if reasons is None else [_reason(member, reasons) for member in reasons.members]
    return "\n   ".join([f"{head} · {counts}", *lines])


def _reason(member: Member, found: StoryMembers) -> str:
    nearest = next((one for one in found.members if one.article_id == member.why.get("nearest")), None)
    if nearest is None:
        return f"{member.url}\n      nothing else is like it"
    alike, shared = member.why["nearest_similarity"], ", ".join(member.why["shared"])
    return f"{member.url}\n      {alike:.2f} alike to {nearest.url}; both have: {shared}"


def plain_briefing(briefing: Briefing) -> str:
    """Every story with its claims, then what was quiet, then the numbered sources."""
    blocks = [f"From {_minute(briefing.since)} to {_minute(briefing.until)}"]
    blocks += [
        f"{one.kind.capitalize()} by {one.publisher}: {one.after or 'gone'}. Told: {one.told} {_numbers(one.citations)}"
        for one in briefing.corrections
    ]
    blocks += [_story(brief) for brief in briefing.stories]
    if not briefing.stories:
        blocks.append("No source reported anything new.")
    blocks += [f"Nothing new on: {topic}" for topic in briefing.quiet_topics]
    blocks += [f"Could not be read: {name}" for name in briefing.failing_sources]
    return "\n\n".join(blocks) + "\n" + "\n".join(_sources(briefing.citations))


def _story(brief: StoryBrief) -> str:
    story = brief.story
    lines = [story.headline if brief.section == "new" else f"Developing: {story.headline}"]
    lines += [f"  * {_CHANGES[one.kind]}: {one.text} {_numbers(one.citations)}" for one in brief.changes]
    lines += [f"  - {claim.text} {_numbers(claim.citations)}" for claim in brief.claims]
    for conflict in brief.conflicts:
        lines.append(f"  Sources differ on {conflict.about}:")
        for position in conflict.positions:
            who = ", via ".join(position.attribution)
            lines.append(f"    {position.value}: {who} {_numbers(position.citations)}")
    lines.append(f"  {_count(story.publishers, 'outlet')}, {_count(story.origins, 'origin')}")
    return "\n".join(lines)


def _sources(citations: tuple[Citation, ...]) -> list[str]:
    if not citations:
        return []
    return [
        "",
        *(f"[{c.n}] {c.publisher}, {_day(c.published_at)}: {c.title}\n    {c.url}" for c in citations),
    ]


def _numbers(citations: tuple[int, ...]) -> str:
    return "".join(f"[{n}]" for n in citations)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _day(moment: datetime | None) -> str:
    return "date unknown" if moment is None else f"{moment.day} {moment:%B %Y}"


def _minute(moment: datetime) -> str:
    return f"{_day(moment)}, {moment:%H:%M} UTC"
