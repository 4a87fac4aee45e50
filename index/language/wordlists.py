"""Word lists written as they are read: words with spaces between them."""

from __future__ import annotations


def words(listing: str) -> frozenset[str]:
    """The words of a listing."""
    return frozenset(listing.split())
