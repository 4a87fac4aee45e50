"""The corpus: sources in; passages, answers and stories out."""

from index.corpus import Index
from index.settings import Settings

__all__ = ["Index", "Settings"]
