"""`sitrep read`: what is read in each article of a file; nothing is stored."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.cli.lines import read_articles
from bot.config import Settings
from index.articles import Article
from index.reports.reading import read
from index.reports.records import Reading, Statement


def read_file(args: argparse.Namespace, settings: Settings) -> None:
    for article in read_articles(args.file, now=datetime.now(UTC), untitled=True):
        reading = read(article.title, article.text, article.publisher, article.published_at, article.language)
        if args.json:
            print(json.dumps(reading_json(article, reading), ensure_ascii=False), flush=True)
        else:
            print("\n".join(_plain(article, reading)), end="\n\n", flush=True)


def reading_json(article: Article, reading: Reading) -> dict[str, Any]:
    """One line of the command line's contract."""
    return {
        "url": article.url,
        "language": reading.language,
        "statements": [_statement(statement, article.publisher) for statement in reading.statements],
    }


def _statement(statement: Statement, publisher: str) -> dict[str, Any]:
    return {
        "start": statement.start,
        "end": statement.end,
        "kind": statement.kind,
        "attribution": [*(voice.name for voice in statement.voices), publisher],
        "figures": [
            {
                "value": figure.value,
                "low": figure.low,
                "high": figure.high,
                "modality": figure.modality,
                "counted": figure.counted,
                "outcome": figure.outcome,
                "start": figure.start,
                "end": figure.end,
            }
            for figure in statement.figures
        ],
        "acts": [
            {"type": act.type, "agent": act.agent.name, "patient": act.patient.name, "what": " ".join(act.what)}
            for act in statement.acts
        ],
        "places": [{"name": place.name, "id": place.place_id, "country": place.country} for place in statement.places],
        "days": [day.isoformat() for day in statement.days],
    }


def _plain(article: Article, reading: Reading) -> Iterator[str]:
    yield f"{article.title} ({article.publisher}, {reading.language})"
    for statement in reading.statements:
        speakers = " via ".join(voice.name for voice in statement.voices) or article.publisher
        yield f"[{statement.kind}] {speakers}: {' '.join(article.text[statement.start : statement.end].split())}"
