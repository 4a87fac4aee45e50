"""An embeddings server over loopback: asked as it should be, and whatever it answers is no article's fault."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from index import Index, Settings
from index.embedding.embedder import EmbeddingPolicy
from index.embedding.remote import RemoteModel
from index.errors import EmbedderLost, ModelMissing, SettingsError
from tests.servers.embeddings import EmbeddingsServer, embeddings
from tests.servers.postgresql import free_port

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
ROWS = [
    {"url": f"https://example.org/{n}", "title": f"Report {n}", "text": f"Rockets hit base {n}.", "publisher": "Voice"}
    for n in range(5)
]


@pytest.fixture
def server() -> Iterator[EmbeddingsServer]:
    with embeddings() as running:
        yield running


@pytest.fixture
def policy(server: EmbeddingsServer) -> EmbeddingPolicy:
    return EmbeddingPolicy(url=server.url, batch_size=2, deadline_s=5.0)


class Pauses:
    """Remembers how long one was to sleep, and does not."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)


def test_a_corpus_is_embedded_and_asked_by_a_server(tmp_path: Path, policy: EmbeddingPolicy) -> None:
    with Index.open(Settings(tmp_path, embedding=policy)) as corpus:
        corpus.add(ROWS, now=NOW)

        assert len(corpus.search("rockets hit base 3")) == 5
        assert corpus.check(deep=True).is_sound
        assert set(corpus.model_seconds) == {"passages", "queries"}


def test_it_is_asked_by_the_model_s_name_with_its_prompts_a_batch_at_a_time(
    server: EmbeddingsServer, policy: EmbeddingPolicy
) -> None:
    model = RemoteModel(policy)

    vectors = model.passages(["one", "three three", "two two two"])

    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0)
    assert {request["model"] for request in server.requests} == {"intfloat/multilingual-e5-small"}
    assert [len(request["input"]) for request in server.requests] == [1, 2, 1]
    assert server.requests[-1]["input"] == ["passage: one"]
    model.close()


def test_rows_are_put_in_the_order_of_the_texts(policy: EmbeddingPolicy) -> None:
    model = RemoteModel(dataclasses.replace(policy, batch_size=8))
    texts = ["rockets", "a bakery", "the harbour"]

    together, alone = model.passages(texts), [model.passages([text])[0] for text in texts]

    assert np.allclose(together, alone, atol=1e-6)
    model.close()


@pytest.mark.parametrize("fault", [500, 503, 429])
def test_a_server_that_has_too_much_to_do_is_asked_again(
    server: EmbeddingsServer, policy: EmbeddingPolicy, fault: int
) -> None:
    server.faults, server.retry_after, pauses = [fault, fault], "3", Pauses()
    model = RemoteModel(policy, sleep=pauses)

    assert model.dimension == 64
    assert pauses.taken == [3.0, 3.0]
    model.close()


@pytest.mark.parametrize(
    "fault", [500, b"no JSON", b"{}", b'{"data": []}', b'{"data": [{"index": 0, "embedding": ["x"]}]}', b'{"data": 7}']
)
def test_an_answer_that_is_none_loses_the_embedder_and_blames_no_article(
    tmp_path: Path, server: EmbeddingsServer, policy: EmbeddingPolicy, fault: int | bytes
) -> None:
    model = RemoteModel(policy, sleep=Pauses())
    assert model.dimension == 64
    server.faults = [fault] * 100

    with Index.open(Settings(tmp_path), embedder=model) as corpus:
        corpus.save(ROWS, now=NOW)
        with pytest.raises(EmbedderLost):
            corpus.index_pending(now=NOW)

        server.faults = []
        assert corpus.index_pending(now=NOW) == 5
    model.close()


def test_a_text_that_it_refuses_costs_that_article_alone(tmp_path: Path, policy: EmbeddingPolicy) -> None:
    poisoned = ROWS[0] | {"url": "https://example.org/bad", "text": "\N{SKULL} poison."}
    with Index.open(Settings(tmp_path, embedding=policy)) as corpus:
        corpus.add([*ROWS, poisoned], now=NOW)

        assert corpus.stats().quarantined == 1
        assert len(corpus.search("rockets")) == 5


def test_a_server_that_is_away_is_one_clear_line(policy: EmbeddingPolicy) -> None:
    model = RemoteModel(dataclasses.replace(policy, url=f"http://127.0.0.1:{free_port()}"), sleep=Pauses())

    with pytest.raises(EmbedderLost, match="does not answer"):
        model.queries(["Who?"])
    model.close()


def test_a_key_is_shown_to_it_and_a_wrong_one_is_one_clear_line(
    server: EmbeddingsServer, policy: EmbeddingPolicy
) -> None:
    server.required = "sesame"
    knowing = RemoteModel(dataclasses.replace(policy, api_key="sesame"))
    assert knowing.dimension == 64
    knowing.close()

    stranger = RemoteModel(policy)
    with pytest.raises(ModelMissing, match="OPENAI_API_KEY"):
        stranger.queries(["Who?"])
    stranger.close()
    assert "sesame" not in repr(dataclasses.replace(policy, api_key="sesame"))


def test_an_address_that_is_none_is_one_clear_line(policy: EmbeddingPolicy) -> None:
    with pytest.raises(SettingsError, match=r"embedding\.url"):
        RemoteModel(dataclasses.replace(policy, url="localhost:8080"))


def test_the_fingerprint_is_the_model_s_and_not_the_server_s(policy: EmbeddingPolicy) -> None:
    here = RemoteModel(policy)
    there = RemoteModel(dataclasses.replace(policy, url="http://elsewhere.example/v1"))
    other = RemoteModel(dataclasses.replace(policy, passage_prompt="text: "))

    assert here.fingerprint == there.fingerprint != other.fingerprint
    for model in (here, there, other):
        model.close()
