from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from index.articles import Article
from index.sample import sample_articles
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.schema import revision, story_event
from index.stories.assign import Assigned, assign_pending
from index.stories.desk import list_stories
from index.stories.reading import read_stories, read_story, with_history

NOW = datetime(2024, 5, 1, tzinfo=UTC)


def take_in(database: Database, articles: Iterable[Article], *, now: datetime = NOW) -> Assigned:
    """Articles as they are once indexed, without passages: words alone decide."""
    ArticleStore(database).save(list(articles), now=now)

    def index(connection: sa.Connection) -> None:
        newest = sa.select(sa.func.max(revision.c.id)).group_by(revision.c.article_id)
        connection.execute(sa.update(revision).values(state="superseded"))
        connection.execute(sa.update(revision).where(revision.c.id.in_(newest)).values(state="indexed"))

    database.transact(index)
    return assign_pending(database, now=now)


def story_of(database: Database, url_part: str) -> str:
    (found,) = [s.story_id for s in list_stories(database) if any(url_part in url for url in s.article_urls)]
    return found


def article(url: str, day: int, text: str, title: str = "Air strikes on Douma", publisher: str = "Outlet") -> Article:
    return Article(f"https://{url}.example/a", title, text, publisher, datetime(2024, 4, day, tzinfo=UTC))


def test_outlets_on_one_incident_are_one_story_and_others_are_apart(database: Database) -> None:
    take_in(database, sample_articles())

    zummar = {"rockets-zummar-us-base", "rockets-iraq-us-base-syria", "resistance-rockets-occupation-base"}
    assert len({story_of(database, slug) for slug in zummar}) == 1
    assert story_of(database, "kalsu-base-explosion") == story_of(database, "treacherous-attack-kalsu")
    assert story_of(database, "kalsu-base-explosion") != story_of(database, "rockets-zummar-us-base")
    assert story_of(database, "damascus-consulate-strike") != story_of(database, "iran-launches-drones-missiles")


def test_every_article_is_in_exactly_one_story(database: Database) -> None:
    take_in(database, sample_articles())

    urls = [url for story in list_stories(database) for url in story.article_urls]

    assert sorted(urls) == sorted(one.url for one in sample_articles())


def test_one_by_one_and_all_at_once_give_stories_of_the_same_incidents(database: Database) -> None:
    for one in sample_articles():
        take_in(database, [one])

    assert story_of(database, "rockets-zummar-us-base") == story_of(database, "rockets-iraq-us-base-syria")
    assert story_of(database, "kalsu-base-explosion") != story_of(database, "rockets-zummar-us-base")


def test_a_story_keeps_its_name_when_more_is_reported(database: Database) -> None:
    first, *rest = [one for one in sample_articles() if "zummar" in one.text.lower()]
    take_in(database, [first])
    name = story_of(database, first.url)

    take_in(database, rest)

    assert story_of(database, first.url) == name


def test_look_alike_incidents_of_other_days_are_apart(database: Database) -> None:
    text = "Air strikes on the market of Douma killed {} people on {}, rescuers said. Shells fell on the old town."
    take_in(
        database,
        [
            article("one", 3, text.format(22, "Monday")),
            article("two", 3, text.format("at least 22", "Monday"), publisher="Other"),
            article("three", 17, text.format(5, "Wednesday")),
        ],
    )

    assert story_of(database, "//one.") == story_of(database, "//two.")
    assert story_of(database, "//three.") != story_of(database, "//one.")


def test_a_second_pass_changes_nothing(database: Database) -> None:
    take_in(database, sample_articles())
    before = list_stories(database)

    assert assign_pending(database, now=NOW).articles == 0
    assert list_stories(database) == before


def test_a_rewritten_article_moves_to_the_story_it_is_now_about(database: Database) -> None:
    samples = sample_articles()
    zummar = next(one for one in samples if "rockets-zummar" in one.url)
    take_in(database, [article("stub", 22, "Details to follow.", "Breaking"), zummar])
    stub = story_of(database, "stub.example")

    take_in(database, [article("stub", 22, zummar.text, zummar.title)], now=NOW + timedelta(hours=1))

    assert story_of(database, "stub.example") == story_of(database, "rockets-zummar")
    with database.read() as connection:
        events = connection.execute(sa.select(story_event.c.kind, story_event.c.story_id)).all()
    assert [tuple(row) for row in events] == [("merge", stub)]
    moved = read_story(database, stub)
    assert moved is not None
    assert len(moved.members) == 2
    (told,) = with_history(database, [moved])
    assert [(one.kind, one.other_id, one.came, one.articles) for one in told.history] == [("merge", stub, True, 1)]


def test_why_an_article_is_in_its_story_is_kept(database: Database) -> None:
    take_in(database, sample_articles())

    members = [
        member
        for found in read_stories(database)
        for member in found.members
        if "rockets-iraq-us-base-syria" in member.url
    ]

    (why,) = [member.why for member in members]
    assert why["nearest_similarity"] > 0.5
    assert "rocket" in why["shared"]


def test_stories_of_a_time_have_an_article_in_it(database: Database) -> None:
    take_in(database, sample_articles())

    found = list_stories(database, datetime(2024, 4, 19, tzinfo=UTC), datetime(2024, 4, 21, tzinfo=UTC))

    assert {story.first_seen_at.day for story in found} == {19, 20}


def test_a_pass_can_be_limited(database: Database) -> None:
    ArticleStore(database).save(sample_articles(), now=NOW)
    database.transact(lambda connection: connection.execute(sa.update(revision).values(state="indexed")))

    assert assign_pending(database, now=NOW, limit=7).articles == 7
    assert assign_pending(database, now=NOW).articles == len(sample_articles()) - 7


def test_a_withdrawn_article_leaves_its_story(database: Database) -> None:
    take_in(database, sample_articles())
    url = "https://meridian-wire.example/2024/04/kalsu-base-explosion"

    ArticleStore(database).withdraw(url, now=NOW)

    assert url not in [one for story in list_stories(database) for one in story.article_urls]
