"""The settings of the corpus: where it is kept, and one frozen policy a part."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from index.answers.policy import AnswerPolicy
from index.embedding.embedder import EmbeddingPolicy
from index.indexing import IndexingPolicy
from index.ingest.fetch import FetchPolicy
from index.ingest.rhythm import PollingPolicy
from index.language.passages import PassagePolicy
from index.retrieval.search import SearchPolicy
from index.stories.similarity import StoryPolicy


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """`database_url` None: SQLite in `data_dir`; `chroma_url` None: Chroma in `data_dir`. `chroma_headers`: what the
    server is sent with each request, each "Name: value"; `chroma_ca_file`: whom to trust about it, empty: as usual."""

    data_dir: Path
    database_url: str | None = None
    chroma_url: str | None = None
    # A secret as like as not.
    chroma_headers: tuple[str, ...] = dataclasses.field(default=(), repr=False)
    chroma_ca_file: str = ""
    embedding: EmbeddingPolicy = dataclasses.field(default_factory=EmbeddingPolicy)
    passages: PassagePolicy = dataclasses.field(default_factory=PassagePolicy)
    indexing: IndexingPolicy = dataclasses.field(default_factory=IndexingPolicy)
    search: SearchPolicy = dataclasses.field(default_factory=SearchPolicy)
    fetch: FetchPolicy = dataclasses.field(default_factory=FetchPolicy)
    polling: PollingPolicy = dataclasses.field(default_factory=PollingPolicy)
    stories: StoryPolicy = dataclasses.field(default_factory=StoryPolicy)
    answers: AnswerPolicy = dataclasses.field(default_factory=AnswerPolicy)
