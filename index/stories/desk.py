"""Stories and briefings as the rest of the project asks for them: read from SQL, then composed by pure functions."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa

from index.allowance import Allowance, unlimited
from index.reports.origins import Carried, origins
from index.reports.report import Report
from index.retrieval.reports import reports_of
from index.store.database import Database
from index.store.schema import article, publisher, source, story
from index.stories.briefing import ComposingPolicy, compose
from index.stories.interest import EVERYTHING, Interest, Verdict
from index.stories.leanings import Leanings
from index.stories.members import Member, StoryMembers, to_story
from index.stories.reading import centres, current_ids, read_stories, read_story
from index.stories.shelf import parts
from index.stories.signature import stated_day
from index.stories.story import Briefing, Story
from index.stories.told import Period, Told
from index.stories.topics import is_on_topic
from index.stories.views import Comparison, FigureTable, Timeline, compare, figure_table, timeline

# An article that reaches us late is news for as long as this after its date.
_LATE = timedelta(days=3)
# Metadata may be wrong about an article's day by as much.
_MISDATED = timedelta(days=60)
_ZONES = timedelta(days=1)
# Articles of a story from before the time asked for that are read for rival figures.
_READ_BACK = 30


def list_stories(database: Database, since: datetime | None = None, until: datetime | None = None) -> list[Story]:
    """The stories with an article dated from `since` to before `until`, the latest first."""
    return [to_story(story, count_origins(story.members)) for story in read_stories(database, since, until)]


@dataclasses.dataclass(frozen=True, slots=True)
class News:
    """What was reported in a time, read once: briefings for any number of readers are made of it."""

    since: datetime
    until: datetime
    told: tuple[Told, ...]
    failing_sources: tuple[str, ...]
    sources: int
    leanings: Leanings = dataclasses.field(default_factory=dict)
    # Where stories that the reader muted or judged are looked up: they may have been merged since.
    database: Database | None = None
    # Time ran out before all of it was read.
    cut_short: bool = False

    def brief(
        self,
        interest: Interest = EVERYTHING,
        *,
        policy: ComposingPolicy | None = None,
        allowance: Allowance | None = None,
    ) -> Briefing:
        """The briefing for one reader, as far as time allows."""
        verdicts: tuple[Verdict, ...] = ()
        if self.database is not None and (interest.muted or interest.judged):
            muted = frozenset(current_ids(self.database, interest.muted).values())
            interest = dataclasses.replace(interest, muted=muted)
            verdicts = _verdicts(self.database, interest)
        sources, leanings = self.sources, self.leanings
        period = Period(self.since, self.until, interest, verdicts, self.failing_sources, sources, leanings)
        briefing = compose(self.told, period, policy=policy or ComposingPolicy(), allowance=allowance)
        return dataclasses.replace(briefing, cut_short=True, quiet_topics=()) if self.cut_short else briefing

    @property
    def whole(self) -> News:
        """The same for readers who know nothing of it yet: of each story, all that was reported."""
        stories = (dataclasses.replace(story, fresh=story.found.members) for story in self.told)
        return dataclasses.replace(self, told=tuple(stories))

    def recent_origins(self, story_id: str, houses: Collection[str] | None = None) -> int:
        """How many independent origins reported on a story in this time; `houses`: only these and imports count."""
        recent = (story.fresh for story in self.told if story.found.story_id == story_id)
        return sum(count_origins(_of_houses(members, houses)) for members in recent)


def read_news(database: Database, since: datetime, until: datetime, allowance: Allowance | None = None) -> News:
    """What was reported from `since` to before `until`; where time runs out, the latest of it."""
    allowance = allowance or unlimited()
    failing, sources = _sources(database)
    stories = tuple(_told(database, since, until, allowance))
    return News(since, until, stories, failing, sources, _leanings(database), database, allowance.cut_short)


def _verdicts(database: Database, interest: Interest) -> tuple[Verdict, ...]:
    weights = dict(interest.judged)
    middles = centres(database, weights)
    return tuple(Verdict(weights[story_id], middles[story_id]) for story_id in sorted(middles))


def find_story(database: Database, story_id: str) -> Story | None:
    """A story; of one that was merged, the story that took it over. None where there is no such story."""
    standing = read_story(database, story_id)
    return to_story(standing, count_origins(standing.members)) if standing else None


def counted_origins(database: Database, story_id: str, houses: Collection[str]) -> int:
    """How many independent origins of these houses a story has now; 0 where nothing of it is left."""
    standing = read_story(database, story_id)
    return count_origins(_of_houses(standing.members, houses)) if standing else 0


def _of_houses(members: Sequence[Member], houses: Collection[str] | None) -> list[Member]:
    """What was imported or comes from one of these houses; all of it where none are given."""
    return [member for member in members if houses is None or not member.origin or member.origin in houses]


def compare_story(database: Database, story_id: str) -> Comparison | None:
    """How each outlet words a story; None where there is no such story."""
    standing = read_story(database, story_id)
    return compare(standing.members, _reports(database, standing.members), _leanings(database)) if standing else None


def story_timeline(database: Database, story_id: str) -> Timeline | None:
    """A story day by day; None where there is no such story."""
    standing = read_story(database, story_id)
    return timeline(standing.members, _reports(database, standing.members)) if standing else None


def topic_figures(
    database: Database, topic: str, since: datetime | None = None, until: datetime | None = None
) -> FigureTable:
    """The tolls that reports on a topic give over time."""
    stories = [
        story.members
        for story in read_stories(database, since, until)
        if any(is_on_topic(member, topic) for member in story.members)
    ]
    return figure_table(stories, _reports(database, [member for members in stories for member in members]))


def find_stories(
    database: Database, topic: str, since: datetime | None = None, until: datetime | None = None
) -> list[Story]:
    """The stories on a topic, those with most articles on it first."""
    matches = []
    for standing in read_stories(database, since, until):
        count = sum(is_on_topic(member, topic) for member in standing.members)
        if count:
            matches.append((count, to_story(standing, count_origins(standing.members))))
    return [story for _, story in sorted(matches, key=lambda pair: (-pair[0], pair[1].story_id))]


def changed_at(database: Database) -> datetime | None:
    """When a story last changed."""
    with database.read() as connection:
        moment: datetime | None = connection.execute(sa.select(sa.func.max(story.c.changed_at))).scalar_one()
        return moment


def count_origins(members: Sequence[Member]) -> int:
    """How many independent origins report a story: copies of one wire are one."""
    carried = [
        Carried(
            member.article_id,
            member.publisher,
            member.text,
            house=member.origin,
            seen_at=member.seen_at,
            published_at=member.published_at,
        )
        for member in members
    ]
    return origins(carried).count


def _told(database: Database, since: datetime, until: datetime, allowance: Allowance) -> list[Told]:
    """The stories of a time, as they stood at its end: what was reported later is not known yet."""
    late = _late_arrivals(database, since, until)
    stories: list[Told] = []
    for standing in read_stories(database, since - _LATE, until):
        if stories and allowance.used_up():
            break
        before = tuple(member for member in standing.members if max(member.dated_at, written_at(member)) < until)
        fresh = tuple(member for member in before if _is_fresh(member, since, late))
        if fresh:
            whole = StoryMembers(standing.story_id, standing.headline, before)
            reports = _reports(database, _worth_reading(before, fresh), allowance)
            stories.append(Told(whole, fresh, count_origins(before), reports))
    return stories


def written_at(member: Member) -> datetime:
    """When an article was written: its date, or the day that its text gives at its top where these differ by days.

    A day apart is a time zone; months apart is a day that the article tells of, not its own.
    """
    stated = stated_day(member.text)
    if stated is None or not _ZONES < abs(stated - member.dated_at.date()) < _MISDATED:
        return member.dated_at
    return datetime.combine(stated, time(), UTC)


def _is_fresh(member: Member, since: datetime, late: set[str]) -> bool:
    """Whether a report is of this time, or reached us in it soon after it was written."""
    written = written_at(member)
    if member.article_id in late:
        return written >= since - _LATE
    return max(member.dated_at, written) >= since and written >= since - _LATE


def _late_arrivals(database: Database, since: datetime, until: datetime) -> set[str]:
    with database.read() as connection:
        rows = connection.execute(
            sa.select(article.c.id).where(
                article.c.dated_at >= since - _LATE,
                article.c.dated_at < since,
                article.c.first_seen_at >= since,
                article.c.first_seen_at < until,
            )
        )
        return set(rows.scalars())


def _worth_reading(members: Sequence[Member], fresh: Sequence[Member]) -> list[Member]:
    """What is new, and of what was known before the latest."""
    new = {member.article_id for member in fresh}
    return [*fresh, *(member for member in members[-_READ_BACK:] if member.article_id not in new)]


def _reports(database: Database, members: Iterable[Member], allowance: Allowance | None = None) -> dict[str, Report]:
    """The articles as they were read. Stories compare no statements by their vectors, so these are left out."""
    ids = sorted({member.article_id for member in members})
    allowance = allowance or unlimited()
    with database.read() as connection:
        return {
            report.article_id: report for part in parts(ids) for report in reports_of(connection, part, "", allowance)
        }


def _leanings(database: Database) -> dict[str, str]:
    """Every leaning that admins have written down, by publisher."""
    query = sa.select(publisher.c.name, publisher.c.leaning).where(publisher.c.leaning.is_not(None))
    with database.read() as connection:
        return {row.name: row.leaning for row in connection.execute(query)}


def _sources(database: Database) -> tuple[tuple[str, ...], int]:
    """The active sources whose last poll failed, by name, and how many active ones there are."""
    with database.read() as connection:
        rows = connection.execute(
            sa.select(source.c.name, source.c.failures).where(source.c.state == "active").order_by(source.c.name)
        ).all()
    return tuple(row[0] for row in rows if row[1] > 0), len(rows)
