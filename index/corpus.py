"""The corpus as one object: everything that `bot` does with articles goes through it."""

from __future__ import annotations

import contextlib
import dataclasses
import math
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import structlog

from index.allowance import Allowance, unlimited
from index.answers.answer import Answer
from index.answers.answering import ask
from index.answers.asked import asked
from index.answers.followups import Turn
from index.articles import Article, Hit, PassageView, StoredPassage
from index.embedding.apart import ModelProcess
from index.embedding.embedder import Embedder
from index.embedding.heads import Head, asked_head
from index.embedding.remote import RemoteModel
from index.health import Health, examine, mend
from index.importing import to_article
from index.indexing import Indexer, is_empty, pending, try_again
from index.ingest.collecting import PollReport
from index.ingest.desk import IngestDesk
from index.ingest.discovery import Inspection
from index.ingest.workers import Runner, Workers
from index.renewing import renew as renew_passages
from index.rereading import reread
from index.retrieval.chroma import Folder, Home, Server, VectorsUnavailable
from index.retrieval.projection import Projection, renew
from index.retrieval.scope import Scope
from index.retrieval.search import Searcher
from index.retrieval.vectors import VectorStore
from index.settings import Settings
from index.snapshot import Snapshot
from index.store.articles import Added, ArticleStore
from index.store.backup import backup, restore
from index.store.database import Database, make_folder
from index.store.figures import CorpusStats, corpus_stats
from index.store.migrate import migrate
from index.store.passages import article_passages, passage_view
from index.store.readings import SetAside, articles_set_aside, set_aside
from index.store.sources import SourceStore
from index.stories import desk
from index.stories.assign import Assigned, assign_pending
from index.stories.briefing import ComposingPolicy
from index.stories.changes import MOST_STORIES
from index.stories.corrections import Found, find_corrections
from index.stories.interest import EVERYTHING, Interest
from index.stories.members import StoryMembers
from index.stories.overviews import Overviews
from index.stories.reading import read_stories, with_history
from index.stories.shared import SharedNews
from index.stories.story import Briefing, Story
from index.stories.views import Comparison, FigureTable, Timeline


class Index:
    """Sources in; passages, answers and stories out. Safe to use from several threads; close it when done."""

    def __init__(self, settings: Settings, database: Database, store: VectorStore, embedder: Embedder | None) -> None:
        self.settings = settings
        self.database = database
        self.articles = ArticleStore(database)
        self._store = store
        self._projection = Projection(database, store)
        self._embedder = embedder
        self._own: ModelProcess | RemoteModel | None = None
        self._loading = threading.Lock()
        self.ingest = IngestDesk(database, self.articles, fetch=settings.fetch, polling=settings.polling)
        self._news = SharedNews(database)
        self._overviews = Overviews(database)
        self._searcher = Searcher(database, lambda: self.embedder, store, settings.search)
        # What strangers wrote is read where it can be ended.
        self._readers: Runner = Workers(count=1)
        self._head: tuple[str, Head | None] | None = None

    @classmethod
    def open(cls, settings: Settings, *, embedder: Embedder | None = None) -> Index:
        """Open or create the corpus. Raises StorageUnusable; the model is looked for when it is first needed."""
        if settings.database_url is None or settings.chroma_url is None:
            make_folder(settings.data_dir)
        home = _chroma(settings)
        database = Database.open(settings.database_url, settings.data_dir)
        migrate(database)
        return cls(settings, database, VectorStore(home), embedder)

    @property
    def embedder(self) -> Embedder:
        """The embedding model. Raises ModelMissing."""
        with self._loading:
            if self._embedder is None:
                self._embedder = self._own = _model(self.settings)
            return self._embedder

    @property
    def model_seconds(self) -> Mapping[str, float]:
        """How long this process has waited for the embedding model, by what for: passages, queries."""
        return {} if self._own is None else dict(self._own.waited_s)

    def add(self, articles: Iterable[Article | Mapping[str, Any]], *, now: datetime | None = None) -> Added:
        """Save articles and index what is pending."""
        added = self.save(articles, now=now)
        self.index_pending(now=now)
        return added

    def save(
        self,
        articles: Iterable[Article | Mapping[str, Any]],
        *,
        now: datetime | None = None,
        source_id: int | None = None,
    ) -> Added:
        """Store articles, to be indexed later. A mapping has the keys of the import contract, else InputError."""
        whole = [one if isinstance(one, Article) else to_article(one) for one in articles]
        return self.articles.save(whole, now=now or _now(), source_id=source_id)

    def index_pending(
        self,
        *,
        now: datetime | None = None,
        limit: int | None = None,
        progress: Callable[[int, int], None] | None = None,
        goes_on: Callable[[], bool] = lambda: True,
    ) -> int:
        """Index pending revisions, newest first, while `goes_on`; how many. What Chroma lacks or an older model made
        is put right."""
        done = 0
        if self.pending():
            clock = _now if now is None else lambda: now
            done = self._indexer().run(clock, limit=limit, progress=progress, goes_on=goes_on)
            self.assign_stories(now=now)
        self._keep_up(now or _now())
        return done

    def _indexer(self) -> Indexer:
        return Indexer(
            self.database,
            self.embedder,
            self._projection,
            self.settings.indexing,
            self.settings.passages,
            self._readers,
        )

    def _keep_up(self, now: datetime) -> None:
        if is_empty(self.database):
            return
        renew_passages(self.database, self.embedder, self.settings.indexing)
        reread(self.database, self.embedder, self._readers)
        # Away is no failure of indexing: an exact scan finds what Chroma has not got, and the next pass tries again.
        with contextlib.suppress(VectorsUnavailable):
            self._projection.keep_up(self.embedder.fingerprint, now=now)

    def assign_stories(self, *, now: datetime | None = None) -> Assigned:
        """Put the indexed articles that are in no story yet into one."""
        return assign_pending(self.database, now=now or _now(), policy=self.settings.stories)

    def stories(self, since: datetime | None = None, until: datetime | None = None) -> list[Story]:
        """The stories with an article dated from `since` to before `until`, the latest first."""
        self.assign_stories()
        return desk.list_stories(self.database, since, until)

    def story_members(self, since: datetime | None = None, until: datetime | None = None) -> list[StoryMembers]:
        """The same stories with their articles, what put each where it is, and their splits and merges."""
        return with_history(self.database, read_stories(self.database, since, until))

    def brief(
        self, since: datetime, until: datetime, interest: Interest = EVERYTHING, *, deadline_s: float = math.inf
    ) -> Briefing:
        """What was reported from `since` to before `until`, as it interests one reader; what is ready in time."""
        self.assign_stories()
        with self._within(deadline_s) as allowance:
            return desk.read_news(self.database, since, until, allowance).brief(interest, allowance=allowance)

    def draft(
        self, since: datetime, until: datetime, interest: Interest = EVERYTHING, *, deadline_s: float = math.inf
    ) -> Briefing:
        """A briefing with more stories than are told, to be compared with what its reader knows (`since_last`)."""
        self.assign_stories()
        policy = ComposingPolicy(stories=2 * MOST_STORIES, characters=None)
        with self._within(deadline_s) as allowance:
            return self._news.read(since, until, allowance).brief(interest, policy=policy, allowance=allowance)

    def news(self, since: datetime, until: datetime) -> desk.News:
        """What was reported from `since` to before `until`, for briefings to many readers."""
        self.assign_stories()
        return desk.read_news(self.database, since, until)

    def corrections(self, contents: Sequence[Mapping[str, Any]], known: Collection[str] = ()) -> tuple[Found, ...]:
        """What became of what `contents` (briefings as JSON) told; those `known` by their key are left out."""
        return find_corrections(self.database, contents, known)

    def stories_changed_at(self) -> datetime | None:
        """When a story last changed; None where there is none."""
        return desk.changed_at(self.database)

    def illustrated(self, briefing: Briefing) -> Briefing:
        """The same briefing with what its picture shows."""
        told = [one.story.story_id for one in briefing.stories]
        overview = self._overviews.make(briefing.until, told)
        return dataclasses.replace(briefing, overview=overview)

    def find_stories(self, topic: str, since: datetime | None = None, until: datetime | None = None) -> list[Story]:
        """The stories on a topic, those with most articles on it first."""
        self.assign_stories()
        return desk.find_stories(self.database, topic, since, until)

    def story(self, story_id: str) -> Story | None:
        """A story; of one that was merged, the story that took it over."""
        return desk.find_story(self.database, story_id)

    def counted_origins(self, story_id: str, houses: frozenset[str]) -> int:
        """How many independent origins of these houses (and imports) a story has as it stands now."""
        return desk.counted_origins(self.database, story_id, houses)

    def compare(self, story_id: str) -> Comparison | None:
        """How each outlet words a story; None where there is no such story."""
        return desk.compare_story(self.database, story_id)

    def timeline(self, story_id: str) -> Timeline | None:
        """A story day by day; None where there is no such story."""
        return desk.story_timeline(self.database, story_id)

    def figures(self, topic: str, since: datetime | None = None, until: datetime | None = None) -> FigureTable:
        """The tolls that reports on a topic give over time."""
        self.assign_stories()
        return desk.topic_figures(self.database, topic, since, until)

    @property
    def sources(self) -> SourceStore:
        return self.ingest.sources

    def inspect(self, text: str, *, now: datetime | None = None, kind: str | None = None) -> Inspection:
        """What is at an address, before it is added. Raises FetchError or InputError."""
        return self.ingest.inspect(text, now=now or _now(), kind=kind)

    def poll(self, *, now: datetime | None = None) -> PollReport:
        """Read every source once; what was saved waits to be indexed."""
        return self.ingest.poll(now=now or _now())

    def stats(self) -> CorpusStats:
        """Figures about what is stored."""
        with self.database.read() as connection:
            return corpus_stats(connection)

    def set_aside(self, most: int = 5) -> list[SetAside]:
        """The newest of the articles that could not be indexed, or cost an answer its time."""
        with self.database.read() as connection:
            return articles_set_aside(connection, most)

    def pending(self) -> int:
        """How many revisions wait to be indexed."""
        return pending(self.database)

    def try_again(self) -> int:
        """Let what was set aside wait for indexing once more, or be read for answers again; how many revisions."""
        return try_again(self.database)

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        since: datetime | None = None,
        until: datetime | None = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> list[Hit]:
        """The `k` best passages of articles dated from `since` to `until`, best first."""
        return self._searcher.search(query, k=k, scope=Scope(since, until, publisher, language))

    def ask(
        self,
        question: str,
        *,
        now: datetime | None = None,
        zone: str = "UTC",
        turns: Sequence[Turn] = (),
        deadline_s: float | None = None,
    ) -> Answer:
        """An answer from articles dated up to `now`, or an abstention; `turns` are the chat's last exchanges. What is
        ready after `deadline_s` (None: as settings say) is all that is looked at."""
        policy = self.settings.answers
        with (
            self._within(policy.deadline_s if deadline_s is None else deadline_s) as allowance,
            self.snapshot(allowance) as snapshot,
        ):
            answer = ask(snapshot, question, now=now or _now(), zone=zone, turns=turns, policy=policy)
            return dataclasses.replace(answer, cut_short=allowance.cut_short)

    @contextlib.contextmanager
    def _within(self, seconds: float) -> Iterator[Allowance]:
        """The time for one question or briefing; an article that alone used it up is set aside afterwards."""
        allowance = Allowance(seconds, clock=time.monotonic, cpu=time.thread_time)
        yield allowance
        blamed = allowance.to_blame()
        if blamed is not None:
            self.database.transact(lambda connection: set_aside(connection, *blamed))
            structlog.get_logger().warning("article_set_aside", article=blamed[0], seconds=round(blamed[1], 1))

    @contextlib.contextmanager
    def snapshot(self, allowance: Allowance | None = None) -> Iterator[Snapshot]:
        """The corpus at one moment, for one question. Raises ModelMissing."""
        with contextlib.ExitStack() as opened:
            snapshot = Snapshot(
                lambda: opened.enter_context(self.database.read()),
                self._searcher,
                lambda: self.embedder,
                self._asked_head,
                allowance or unlimited(),
            )
            with contextlib.closing(snapshot):
                yield snapshot

    def _asked_head(self) -> Head | None:
        """The head that tells what is asked, where it was trained over the model in use; read once."""
        fingerprint = self.embedder.fingerprint
        if self._head is None or self._head[0] != fingerprint:
            self._head = (fingerprint, asked_head(self.embedder))
        return self._head[1]

    def talk(self, text: str) -> str | None:
        """What a message is that is no question on the news, by the trained head: a greeting, a wish for a command.

        None where that is less probable than a question, or where there is no head over this model. Raises
        ModelMissing.
        """
        head = self._asked_head()
        if head is None:
            return None
        message = asked(head.probabilities(self.embedder.queries([text])[0]))
        likeliest = max(message.chat[0][1], message.wishes[0][1])
        return message.talk if likeliest > message.question else None

    def passages(self, article_id: str) -> list[StoredPassage]:
        """The searchable passages of an article, in order."""
        with self.database.read() as connection:
            return article_passages(connection, article_id)

    def passage(self, passage_id: str) -> PassageView | None:
        """A passage in its surroundings, of an older revision too."""
        with self.database.read() as connection:
            return passage_view(connection, passage_id)

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Make the vector index anew from SQL, without embedding again; how many passages it holds."""
        return self._projection.rebuild(self.embedder.fingerprint, now=_now(), progress=progress)

    def check(self, deep: bool = False, *, repair: bool = False) -> Health:
        """What is wrong with what is stored; `deep` compares every passage with Chroma, `repair` mends first."""
        fingerprint = self.embedder.fingerprint
        mended = 0
        if repair:
            with contextlib.suppress(VectorsUnavailable):
                mended = mend(self.database, self._store, self._projection, fingerprint=fingerprint, now=_now())
        return examine(self.database, self._store, self._projection, fingerprint, deep=deep, mended=mended, now=_now())

    def backup(self, file: Path) -> None:
        """Copy the database to `file` while it is in use. Raises InputError where it is on a server."""
        backup(self.database, file)

    @classmethod
    def restore(cls, settings: Settings, file: Path) -> None:
        """Put a backup in the place of what is stored; Chroma is made anew by the next indexing. Raises InputError."""
        if settings.database_url is None:
            make_folder(settings.data_dir)
        database = Database.open(settings.database_url, settings.data_dir)
        try:
            migrate(database)
            restore(database, file)
            migrate(database)
            database.transact(lambda connection: renew(connection, _now()))
        finally:
            database.close()

    def close(self) -> None:
        self.ingest.close()
        self._readers.close()
        if self._own is not None:
            self._own.close()
        self._store.close()
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _chroma(settings: Settings) -> Home:
    if settings.chroma_url is None:
        return Folder(settings.data_dir / "chroma")
    return Server(settings.chroma_url, headers=settings.chroma_headers, ca_file=settings.chroma_ca_file)


def _model(settings: Settings) -> ModelProcess | RemoteModel:
    if settings.embedding.url:
        return RemoteModel(settings.embedding)
    return ModelProcess.open(settings.embedding, settings.data_dir)


def _now() -> datetime:
    return datetime.now(UTC)
