"""`sitrep search`, `ask`, `stories` and `brief`: what the corpus says, as text or JSON on stdout."""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from bot.cli.lines import read_batch
from bot.cli.moments import parse_moment
from bot.cli.plain import plain_answer, plain_briefing, plain_hit, plain_story
from bot.config import Settings
from index import Index
from index.answers.answer import iso
from index.articles import Hit
from index.errors import InputError
from index.stories.interest import Interest
from index.stories.members import StoryMembers


def search(args: argparse.Namespace, settings: Settings) -> None:
    since, until = _bounds(args)
    one_or_batch(args)
    with Index.open(settings.index) as corpus:
        if args.batch:
            for asked in read_batch(args.batch, now=_now()):
                latest = min(filter(None, (until, asked.as_of)), default=None)
                hits = corpus.search(asked.query, k=args.k, since=since, until=latest, publisher=args.publisher)
                _json({"id": asked.query_id, **_hits(asked.query, hits)})
            return
        hits = corpus.search(args.query, k=args.k, since=since, until=until, publisher=args.publisher)
    if args.json:
        _json(_hits(args.query, hits))
    else:
        _text((plain_hit(hit) for hit in hits), nothing="Nothing was found.")


def ask(args: argparse.Namespace, settings: Settings) -> None:
    one_or_batch(args)
    with Index.open(settings.index) as corpus:
        if args.batch:
            for asked in read_batch(args.batch, now=_now()):
                # Nobody waits for one of a batch.
                answer = corpus.ask(asked.query, now=asked.as_of or _now(), deadline_s=math.inf)
                _json({"id": asked.query_id, **answer.to_json()})
            return
        answer = corpus.ask(args.query, now=_now())
    if args.json:
        _json(answer.to_json())
    else:
        print(plain_answer(answer))


def stories(args: argparse.Namespace, settings: Settings) -> None:
    since, until = _bounds(args)
    with Index.open(settings.index) as corpus:
        found = corpus.stories(since, until)
        reasons = {one.story_id: one for one in corpus.story_members(since, until)} if args.why else {}
    if args.json:
        why = {story_id: {"why": _why(one), "history": _history(one)} for story_id, one in reasons.items()}
        _json([story.to_json() | why.get(story.story_id, {}) for story in found])
    else:
        told = (plain_story(story, reasons.get(story.story_id)) for story in found)
        _text(told, nothing="No stories in that time.")


def brief(args: argparse.Namespace, settings: Settings) -> None:
    since, until = _bounds(args)
    now = _now()
    with Index.open(settings.index) as corpus:
        briefing = corpus.brief(
            since or parse_moment("24h", now=until or now), until or now, Interest(tuple(args.topic))
        )
    if args.json:
        _json(briefing.to_json())
    else:
        print(plain_briefing(briefing))


def one_or_batch(args: argparse.Namespace) -> None:
    """Raises InputError unless there is either a query or a batch file."""
    if bool(args.query) == bool(args.batch):
        raise InputError("give either a question in quotation marks or --batch FILE.jsonl")


def _bounds(args: argparse.Namespace) -> tuple[datetime | None, datetime | None]:
    now = _now()
    since = parse_moment(args.since, now=now) if args.since else None
    until = parse_moment(args.until, now=now, day_ends=True) if args.until else None
    if since and until and since > until:
        raise InputError("--since is later than --until; nothing can lie between them")
    return since, until


def _why(found: StoryMembers) -> list[dict[str, Any]]:
    return [{"url": member.url, "similarity": round(member.similarity, 3), **member.why} for member in found.members]


def _history(found: StoryMembers) -> list[dict[str, Any]]:
    return [dataclasses.asdict(one) | {"at": iso(one.at)} for one in found.history]


def _hits(query: str, hits: list[Hit]) -> dict[str, Any]:
    """The search result of the command line's contract."""
    return {"query": query, "hits": [_hit(hit) for hit in hits]}


def _hit(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": hit.score,
        "passage_id": passage.passage_id,
        "article_id": passage.article_id,
        "url": passage.url,
        "title": passage.title,
        "publisher": passage.publisher,
        "published": iso(passage.published_at),
        "text": passage.text,
    }


def _json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)


def _text(lines: Iterable[str], *, nothing: str) -> None:
    print("\n\n".join(lines) or nothing)


def _now() -> datetime:
    return datetime.now(UTC)
