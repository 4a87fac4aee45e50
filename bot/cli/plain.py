"""What the corpus says as plain text for a terminal. Pure."""

from __future__ import annotations

from datetime import datetime

from index.answers.answer import Answer, Citation, Conflict, Development, Position
from index.articles import Hit
from index.stories.members import Member, Passing, StoryMembers
from index.stories.story import Briefing, Change, Story, StoryBrief

_CUT_SHORT = "Time ran out: this is what was ready."
_CHANGES = {"figure": "New figure", "denial": "Denied", "correction": "Corrected"}


def plain_answer(answer: Answer) -> str:
    """The answer, then its numbered sources with their addresses."""
    late = [_CUT_SHORT] if answer.cut_short else []
    return "\n".join([answer.text, *late, *_sources(answer.citations)])


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
    lines += [] if reasons is None else [_passing(one) for one in reasons.history]
    return "\n   ".join([f"{head} · {counts}", *lines])


def _passing(one: Passing) -> str:
    """One split, merge or move, as this story saw it."""
    count, other = _count(one.articles, "article"), f"story {one.other_id}"
    told = {
        ("merge", True): f"{other} became part of this one, with {count}",
        ("merge", False): f"this one became part of {other}, with {count}",
        ("split", True): f"this one was split off {other}, with {count}",
        ("split", False): f"{other} was split off this one, with {count}",
        ("move", True): f"{count} came over from {other}",
        ("move", False): f"{count} went over to {other}",
    }
    return f"{_day(one.at)}: {told[one.kind, one.came]}"


def _reason(member: Member, found: StoryMembers) -> str:
    nearest = next((one for one in found.members if one.article_id == member.why.get("nearest")), None)
    if nearest is None:
        first = "the first of it" if len(found.members) > 1 else "nothing else is like it"
        return f"{member.url}\n      {first}"
    alike, shared = member.why["nearest_similarity"], ", ".join(member.why["shared"])
    return f"{member.url}\n      {alike:.2f} alike to {nearest.url}; both have: {shared}"


def plain_briefing(briefing: Briefing) -> str:
    """Every story with its claims, then what was quiet, then the numbered sources."""
    blocks = [f"From {_minute(briefing.since)} to {_minute(briefing.until)}"]
    blocks += [_CUT_SHORT] if briefing.cut_short else []
    blocks += [
        f"{one.kind.capitalize()} by {one.publisher}: {one.after or 'gone'}. Told: {one.told} {_numbers(one.citations)}"
        for one in briefing.corrections
    ]
    section = ""
    for number, brief in enumerate(briefing.stories, start=1):
        told = f"{number}. {_story(brief)}"
        blocks.append(told if brief.section == section else f"{brief.section.upper()}\n\n{told}")
        section = brief.section
    if not briefing.stories:
        blocks.append("No source reported anything new.")
    quiet = [f"Nothing new on: {', '.join(briefing.quiet_topics)}"] if briefing.quiet_topics else []
    quiet += [f"Could not be read: {', '.join(briefing.failing_sources)}"] if briefing.failing_sources else []
    blocks += ["\n".join(["QUIET", *quiet])] if quiet else []
    return "\n\n".join(blocks) + "\n" + "\n".join(_sources(briefing.citations))


def _story(brief: StoryBrief) -> str:
    """The headline, with the numbers of the claims that say no more, then what there is to tell beside it."""
    story = brief.story
    repeated = [claim for claim in brief.claims if brief.says_headline(claim)]
    numbers = _numbers(tuple(number for claim in repeated for number in claim.citations))
    lines = [f"{story.headline} {numbers}".rstrip()]
    lines += [_change(one) for one in brief.changes]
    lines += [f"  - {claim.text} {_numbers(claim.citations)}" for claim in brief.claims if claim not in repeated]
    lines += [_development(one) for one in brief.developments]
    lines += [_dispute(one) for one in brief.conflicts]
    lines.append(f"  {_count(story.publishers, 'outlet')}, {_count(story.origins, 'origin')}")
    return "\n".join(lines)


def _development(change: Development) -> str:
    """How one speaker's count changed, the latest first."""
    values = [f"{value.value} {_numbers(value.citations[:1])}" for value in reversed(change.values)]
    return f"  * {change.speaker} now counts {values[0]}; before that {', '.join(values[1:])} ({change.about})"


def _dispute(conflict: Conflict) -> str:
    """Who says what, and when, in one line."""
    return f"  disputed: {conflict.about}: {'; '.join(map(_side, conflict.positions))}"


def _side(side: Position) -> str:
    day = [f"{side.as_of.day} {side.as_of:%B}"] if side.as_of else []
    return f"{side.value} ({', '.join([', via '.join(side.attribution), *day])}) {_numbers(side.citations)}"


def _change(change: Change) -> str:
    who = f" ({', via '.join(change.attribution)})" if change.kind == "figure" else ""
    before = f"; told before: {change.before}" if change.before else ""
    return f"  * {_CHANGES[change.kind]}: {change.text}{who}{before} {_numbers(change.citations)}"


def _sources(citations: tuple[Citation, ...]) -> list[str]:
    if not citations:
        return []
    return [
        "",
        *(f"[{c.n}] {c.outlet}, {_day(c.published_at)}: {c.title}\n    {c.url}" for c in citations),
    ]


def _numbers(citations: tuple[int, ...]) -> str:
    return "".join(f"[{n}]" for n in citations)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _day(moment: datetime | None) -> str:
    return "date unknown" if moment is None else f"{moment.day} {moment:%B %Y}"


def _minute(moment: datetime) -> str:
    return f"{_day(moment)}, {moment:%H:%M} UTC"
