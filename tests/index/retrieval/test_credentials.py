"""What stands before the host in CHROMA_URL becomes a header, and no part of an address that is logged."""

from __future__ import annotations

from index.retrieval.chroma import credentials


def test_a_name_and_password_or_a_token_become_headers() -> None:
    assert credentials("sitrep", "p%40ss") == {"Authorization": "Basic c2l0cmVwOnBAc3M="}
    assert credentials("t0ken", None) == {"Authorization": "Bearer t0ken", "X-Chroma-Token": "t0ken"}
    assert credentials(None, None) == {}
