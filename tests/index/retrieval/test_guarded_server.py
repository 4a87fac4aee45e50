"""A Chroma server that wants to know who asks, and one behind TLS."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from index import Index, Settings
from index.errors import SettingsError
from index.retrieval.chroma import Server, VectorsUnavailable
from tests.fakes import FakeEmbedder
from tests.servers.trouble import Proxy, troubled

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
ROWS = [{"url": "https://example.org/1", "title": "Report", "text": "Rockets hit a base.", "publisher": "Voice"}]


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def guarded(chroma_url: str, authority: trustme.CA) -> Iterator[Proxy]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    with troubled(chroma_url, context) as proxy:
        proxy.required = ("authorization", "Bearer opensesame")
        yield proxy


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    return str(file)


def test_a_guarded_server_behind_tls_is_asked_with_its_header(tmp_path: Path, guarded: Proxy, ca_file: str) -> None:
    given = {"chroma_headers": ("Authorization: Bearer opensesame",), "chroma_ca_file": ca_file}
    settings = Settings(tmp_path, chroma_url=guarded.url, **given)

    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        corpus.add(ROWS, now=NOW)

        assert len(corpus.search("rockets")) == 1
        assert guarded.queries == 1
        assert corpus.check(deep=True).is_sound
    assert "opensesame" not in repr(settings)


def test_credentials_in_the_address_are_sent_beside_other_headers(chroma_url: str, tmp_path: Path) -> None:
    with troubled(chroma_url) as proxy:
        proxy.required = ("authorization", "Bearer opensesame")
        address = proxy.url.replace("http://", "http://opensesame@")
        settings = Settings(tmp_path, chroma_url=address, chroma_headers=("X-Desk: night",))

        with Index.open(settings, embedder=FakeEmbedder()) as corpus:
            corpus.add(ROWS, now=NOW)

            assert len(corpus.search("rockets")) == 1
        assert proxy.queries == 1


def test_a_server_that_refuses_us_is_one_clear_line_and_questions_are_answered(
    tmp_path: Path, guarded: Proxy, ca_file: str
) -> None:
    settings = Settings(tmp_path, chroma_url=guarded.url, chroma_ca_file=ca_file)

    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        corpus.add(ROWS, now=NOW)

        assert len(corpus.search("rockets")) == 1
        [_missing, refused] = corpus.check().problems
    assert refused.sentence.startswith("The Chroma server refuses us: check CHROMA_HEADERS")


def test_a_server_whose_certificate_nobody_vouches_for_is_not_asked(guarded: Proxy) -> None:
    with pytest.raises(VectorsUnavailable, match="does not answer"):
        Server(guarded.url, headers=("authorization: Bearer opensesame",)).open()
    assert guarded.asked == 0


@pytest.mark.parametrize("header", ["opensesame", "Authorization:", "Two words: x", "Name: a\nOther: b"])
def test_what_is_no_header_is_refused_without_being_shown(header: str) -> None:
    with pytest.raises(SettingsError, match="CHROMA_HEADERS") as refused:
        Server("http://127.0.0.1:8000", headers=(header,))
    assert header not in str(refused.value)
