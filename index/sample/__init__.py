"""A small corpus to try things on: three invented outlets on real incidents of April 2024.

The outlets and their articles were made up for this project; the events, figures and speakers are on record.
"""

from __future__ import annotations

import json
from datetime import datetime
from importlib import resources

from index.articles import Article


def sample_articles() -> list[Article]:
    """The articles of the sample corpus, oldest first."""
    lines = resources.files(__name__).joinpath("articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [_article(json.loads(line)) for line in lines]
    return sorted(articles, key=lambda article: (str(article.published_at), article.url))


def _article(row: dict[str, str]) -> Article:
    return Article(
        url=row["url"],
        title=row["title"],
        text=row["text"],
        publisher=row["publisher"],
        published_at=datetime.fromisoformat(row["published"]),
        language=row["language"],
        author=row["author"],
    )
