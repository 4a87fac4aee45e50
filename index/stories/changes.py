"""What is new to one reader: a briefing compared with those that the reader got before."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from index.language.terms import terms
from index.reports.shown import Citation, Claim, Conflict
from index.stories.headlines import story_headline
from index.stories.length import fitted
from index.stories.story import Briefing, Change, StoryBrief, Toll

# Stories that a briefing tells, at most.
MOST_STORIES = 7
# A claim that shares so much of its terms with one that was told before says it again.
_SAID_BEFORE = 0.65
# Of a claim that was told of another story, more: incidents of one kind are told in like words.
_SAID_ELSEWHERE = 0.85
_MOST_FIGURES = 3
_LOWER_BOUND = re.compile(r"(?:at least|more than|over|no fewer than|well over|as many as)\b", re.IGNORECASE)


def since_last(
    briefing: Briefing, previous: Sequence[Mapping[str, Any]], *, most: int = MOST_STORIES, language: str = ""
) -> Briefing:
    """The briefing for a reader of a `language` who got `previous` (as `Briefing.to_json` made them, oldest first).

    What was told before is not told again. A story that was told before comes with what changed; where nothing did,
    it is left out and counted in `unchanged`. A story that the reader has not seen is new, whenever it began. Of what
    is left, `most` stories are told; a draft has more than these, so that what is known does not crowd out what is new.
    """
    briefs = []
    unchanged = 0
    elsewhere = [set(terms(claim["quote"])) for content in previous for claim in _claims(content)]
    for brief in briefing.stories:
        earlier = [row for content in previous for row in content["stories"] if _same_story(row, brief)]
        kept = _updated(brief, earlier) if earlier else _untold(dataclasses.replace(brief, section="new"), elsewhere)
        if kept is None:
            unchanged += 1
        else:
            briefs.append(kept)
    news = dataclasses.replace(briefing, stories=tuple(briefs), unchanged=briefing.unchanged + unchanged)
    return renumbered(in_sections(_trimmed(news, most, language)).with_quiet_topics())


def in_sections(briefing: Briefing) -> Briefing:
    """The briefing with the stories of a section together; the section of the most important story comes first."""
    order = list(dict.fromkeys(brief.section for brief in briefing.stories))
    stories = sorted(briefing.stories, key=lambda brief: order.index(brief.section))
    return dataclasses.replace(briefing, stories=tuple(stories))


def _trimmed(briefing: Briefing, most: int, language: str) -> Briefing:
    """The briefing with the first of its stories, at most `most` and as many as are read in a minute, and with the
    first on each topic in any case among them."""
    leading: dict[str, StoryBrief] = {}
    for brief in briefing.stories:
        for topic in brief.topics:
            leading.setdefault(topic, brief)
    first = {brief.story.story_id for brief in leading.values()}
    order = sorted(briefing.stories, key=lambda brief: brief.story.story_id not in first)
    fitting, _ = fitted(order[:most], first, language=language)
    kept = {brief.story.story_id: brief for brief in fitting}
    cut = [brief for brief in briefing.stories if brief.story.story_id not in kept]
    topics = dict.fromkeys((*briefing.more_topics, *(topic for brief in cut for topic in brief.topics)))
    return dataclasses.replace(
        briefing,
        stories=tuple(kept[brief.story.story_id] for brief in briefing.stories if brief.story.story_id in kept),
        more=briefing.more + len(cut),
        more_topics=tuple(topics),
    )


def _same_story(row: Mapping[str, Any], brief: StoryBrief) -> bool:
    """The same by name, or, where stories were merged or split since, by an article that both have."""
    return row["story_id"] == brief.story.story_id or bool(set(row["articles"]) & set(brief.story.article_urls))


def _claims(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [claim for row in content["stories"] for claim in row["claims"]]


def _untold(brief: StoryBrief, quotes: Sequence[set[str]]) -> StoryBrief | None:
    """A new story without what was told of another one: the same background. None where nothing is left."""
    claims = tuple(claim for claim in brief.claims if not _said(claim.quote, quotes, _SAID_ELSEWHERE))
    return _with_claims(brief, claims) if claims else None


def _updated(brief: StoryBrief, earlier: Sequence[Mapping[str, Any]]) -> StoryBrief | None:
    """The brief with only what is new; None where nothing is."""
    quotes = [set(terms(claim["quote"])) for row in earlier for claim in row["claims"]]
    quotes += [set(terms(change["text"])) for row in earlier for change in row["changes"]]
    corrected = tuple(change for change in brief.changes if not _said(change.text, quotes))
    changes = (*corrected, *_new_tolls(brief, earlier), *_new_denials(brief, earlier))
    numbers = {number for change in changes for number in change.citations}
    claims = tuple(
        claim
        for claim in brief.claims
        if not _said(claim.quote, quotes)
        or (_has_new_toll(claim, brief, earlier) and not numbers & set(claim.citations))
    )
    if not claims and not changes:
        return None
    # What a change tells is not told a second time as a claim.
    cited = {number for change in changes if change.kind != "figure" for number in change.citations}
    claims = tuple(claim for claim in claims if not cited & set(claim.citations))
    before = {_values(conflict) for row in earlier for conflict in row["conflicts"]}
    conflicts = tuple(conflict for conflict in brief.conflicts if _stands(conflict) not in before)
    courses = {_course(row) for story in earlier for row in story.get("developments", ())}
    developments = tuple(
        change for change in brief.developments if (change.speaker, change.values[-1].value) not in courses
    )
    reduced = dataclasses.replace(
        brief, conflicts=conflicts, changes=changes, developments=developments, section="developing"
    )
    return _with_claims(reduced, claims)


def _with_claims(brief: StoryBrief, claims: tuple[Claim, ...]) -> StoryBrief:
    """The brief with some of its claims alone, under the headline that these give."""
    kept = tuple(headline for claim, headline in zip(brief.claims, brief.headlines, strict=False) if claim in claims)
    story = dataclasses.replace(brief.story, headline=story_headline(kept) or brief.story.headline)
    denied = brief.denied and claims[-1:] == brief.claims[-1:] and len(claims) > 1
    return dataclasses.replace(brief, claims=claims, headlines=kept, story=story, denied=denied)


def _has_new_toll(claim: Claim, brief: StoryBrief, earlier: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a claim gives a toll that was never told, however like another its words are: another day's incident."""
    cited = [toll for toll in brief.tolls if set(toll.citations) & set(claim.citations)]
    counts = {(row["low"], row["high"], row["outcome"]) for story in earlier for row in story["tolls"]}
    return bool({(toll.low, toll.high, toll.outcome) for toll in cited} - counts)


def _said(quote: str, before: Iterable[set[str]], share: float = _SAID_BEFORE) -> bool:
    mine = set(terms(quote))
    return any(len(mine & theirs) >= share * max(1, len(mine)) for theirs in before)


def _new_tolls(brief: StoryBrief, earlier: Sequence[Mapping[str, Any]]) -> list[Change]:
    """Tolls that the reader does not know: a speaker's new value, and one above or below all that were told."""
    changes: dict[tuple[str, str, float, float], Change] = {}
    rows = [row for story in earlier for row in story["tolls"]]
    latest = {(toll.outcome, toll.kind, _counter(toll)): toll for toll in brief.tolls}
    for toll in brief.tolls:
        same = [row for row in rows if _is_of_the_same(toll, row)]
        if same and _is_news(toll, same) and toll is latest[toll.outcome, toll.kind, _counter(toll)]:
            changes.setdefault((toll.outcome, toll.kind, toll.low, toll.high), _toll_change(toll, same))
    return list(changes.values())[:_MOST_FIGURES]


def _is_of_the_same(toll: Toll, row: Mapping[str, Any]) -> bool:
    """Whether what was told before may be of the same event and of the same people: else it is another incident's."""
    if (row["outcome"], row["kind"]) != (toll.outcome, toll.kind):
        return False
    theirs = _event(row.get("day", ""), row["at"], row.get("of", ""))
    if toll.day and theirs.day and toll.day != row["day"] and toll.high < row["high"]:
        return False  # a count that fell with the day is another day's
    return _event(toll.day, toll.at, toll.of).may_be(theirs)


@dataclasses.dataclass(frozen=True, slots=True)
class _Event:
    """What a toll is of: the day as the report states it, the day of the report, and of whom ("": of people)."""

    day: date | None
    told: date | None
    of: str

    @property
    def surely(self) -> bool:
        """Whether it happened on its day: the day of the report may be when it was said."""
        return self.day is not None and self.told is not None and self.day < self.told

    def may_be(self, other: _Event) -> bool:
        """Whether both may be of one event and of the same people: nobody reports what happens tomorrow."""
        if {self.of, other.of} == {"fighters", "civilians"}:
            return False
        if "bodies" in (self.of, other.of):
            return True  # they are found over days
        if self.surely and other.surely:
            return self.day == other.day
        for event, later in ((self, other), (other, self)):
            if event.day and later.told and later.told < event.day:
                return False
        return True


def _event(day: str, told: str, of: str) -> _Event:
    happened, reported = (date.fromisoformat(day_named) if day_named else None for day_named in (day, told))
    return _Event(happened, reported, of)


def _counter(toll: Toll) -> str:
    return toll.speaker or _speaker(toll.attribution)


def _is_of_speaker(row: Mapping[str, Any], toll: Toll) -> bool:
    """Whether a toll that was told before is of the same speaker."""
    own = {_speaker(row["attribution"]), row.get("speaker", "").casefold()} - {""}
    return bool(own & {_speaker(toll.attribution), toll.speaker.casefold()})


def _is_news(toll: Toll, rows: Sequence[Mapping[str, Any]]) -> bool:
    if any(toll.at < row["at"] for row in rows):
        return False  # an older report that reached us late
    if toll.high >= 2 * toll.low or any((row["low"], row["high"]) == (toll.low, toll.high) for row in rows):
        return False
    own = any(_is_of_speaker(row, toll) for row in rows)
    lowest, highest = min(row["low"] for row in rows), max(row["high"] for row in rows)
    if toll.high < highest and _LOWER_BOUND.match(toll.value):
        return False  # "at least 58" does not say that 87 is wrong
    if toll.low < lowest and not own:
        # Another speaker's lower toll is another incident's as like as not, unless both reports name the day.
        return any(toll.day and row.get("day") == toll.day for row in rows)
    return own or toll.high > highest


def _toll_change(toll: Toll, rows: Sequence[Mapping[str, Any]]) -> Change:
    own = [row for row in rows if _is_of_speaker(row, toll)]
    before = (own or list(rows))[-1]
    known_as = before["value"] if own else f"{before['value']} ({before['attribution'][0]})"
    return Change("figure", toll.value, known_as, toll.attribution, toll.citations)


def _new_denials(brief: StoryBrief, earlier: Sequence[Mapping[str, Any]]) -> list[Change]:
    denied = {_speaker(row["attribution"]) for story in earlier for row in story["denials"]}
    return [
        Change("denial", claim.text, "", claim.attribution, claim.citations)
        for claim in brief.denials
        if _speaker(claim.attribution) not in denied
    ]


def _speaker(attribution: Sequence[str]) -> str:
    return attribution[0].casefold().removeprefix("the ") if attribution else ""


def _values(conflict: Mapping[str, Any]) -> tuple[str, frozenset[str]]:
    return conflict["about"], frozenset(position["value"] for position in conflict["positions"])


def _stands(conflict: Conflict) -> tuple[str, frozenset[str]]:
    return conflict.about, frozenset(position.value for position in conflict.positions)


def _course(row: Mapping[str, Any]) -> tuple[str, str]:
    """Whose count was told to have changed, and to what."""
    return row["speaker"], row["values"][-1]["value"]


def with_changes(briefing: Briefing, previous: Sequence[Mapping[str, Any]]) -> Briefing:
    """The whole briefing, each story with what is different from `previous`, for a reader who sees it replaced."""
    stories = []
    for brief in briefing.stories:
        earlier = [row for content in previous for row in content["stories"] if _same_story(row, brief)]
        changes = (*brief.changes, *_new_tolls(brief, earlier), *_new_denials(brief, earlier)) if earlier else ()
        stories.append(dataclasses.replace(brief, changes=changes))
    return renumbered(dataclasses.replace(briefing, stories=tuple(stories)))


def only(briefing: Briefing, story_id: str) -> Briefing:
    """The briefing with one of its stories alone."""
    stories = tuple(brief for brief in briefing.stories if brief.story.story_id == story_id)
    bare = dataclasses.replace(briefing, stories=stories, more=0, more_topics=(), unchanged=0, quiet_topics=())
    return renumbered(bare)


def renumbered(briefing: Briefing) -> Briefing:
    """The briefing with the citations that it uses, numbered from 1 in the order of use."""
    by_number = {citation.n: citation for citation in (*briefing.citations, *briefing.spare)}
    order: dict[int, int] = {}
    for number in (number for correction in briefing.corrections for number in correction.citations):
        order.setdefault(number, len(order) + 1)
    for brief in briefing.stories:
        pointers = [position.citations for conflict in brief.conflicts for position in conflict.positions]
        pointers += [value.citations for change in brief.developments for value in change.values]
        cited = [shown.citations for shown in brief.changes] + [shown.citations for shown in brief.claims]
        for number in (number for numbers in (*cited, *pointers) for number in numbers):
            order.setdefault(number, len(order) + 1)
    rest = [number for number in by_number if number not in order]
    shown = len(order)
    order.update({number: shown + place for place, number in enumerate(rest, start=1)})
    numbered = {order[number]: dataclasses.replace(citation, n=order[number]) for number, citation in by_number.items()}
    return dataclasses.replace(
        briefing,
        stories=tuple(_renumbered(brief, order) for brief in briefing.stories),
        corrections=tuple(
            dataclasses.replace(correction, citations=tuple(order[number] for number in correction.citations))
            for correction in briefing.corrections
        ),
        citations=tuple(numbered[number] for number in range(1, shown + 1)),
        spare=_range(numbered, shown),
    )


def _range(numbered: Mapping[int, Citation], shown: int) -> tuple[Citation, ...]:
    return tuple(numbered[number] for number in range(shown + 1, len(numbered) + 1))


def _renumbered(brief: StoryBrief, order: Mapping[int, int]) -> StoryBrief:
    def new(numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(order[number] for number in numbers)

    return dataclasses.replace(
        brief,
        claims=tuple(dataclasses.replace(claim, citations=new(claim.citations)) for claim in brief.claims),
        denials=tuple(dataclasses.replace(claim, citations=new(claim.citations)) for claim in brief.denials),
        tolls=tuple(dataclasses.replace(toll, citations=new(toll.citations)) for toll in brief.tolls),
        changes=tuple(dataclasses.replace(change, citations=new(change.citations)) for change in brief.changes),
        conflicts=tuple(
            dataclasses.replace(
                conflict,
                positions=tuple(
                    dataclasses.replace(position, citations=new(position.citations)) for position in conflict.positions
                ),
            )
            for conflict in brief.conflicts
        ),
        developments=tuple(
            dataclasses.replace(
                change,
                values=tuple(dataclasses.replace(value, citations=new(value.citations)) for value in change.values),
            )
            for change in brief.developments
        ),
    )
