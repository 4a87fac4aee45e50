"""A past time played again: the briefings that readers with given topics would have got."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.cli.moments import parse_moment
from bot.cli.plain import plain_briefing
from bot.config import Settings
from index import Index
from index.errors import InputError
from index.stories.replay import Issue, Reader, faults
from index.stories.replay import replay as play


def replay(args: argparse.Namespace, settings: Settings) -> None:
    """Print each briefing, then what is wrong with them; exit 1 where something is."""
    now = datetime.now(UTC)
    since, until = parse_moment(args.since, now=now), parse_moment(args.until, now=now)
    if since >= until:
        raise InputError("--from must be before --to")
    issues: list[Issue] = []
    with Index.open(settings.index) as corpus:
        for issue in play(corpus.draft, since, until, _readers(args.reader), every=timedelta(hours=args.every)):
            issues.append(issue)
            _show(issue, as_json=args.json)
    found = faults(issues)
    print("\n".join([*found, f"{len(issues)} briefings, {len(found)} faults"]), file=sys.stderr)
    if found:
        raise SystemExit(1)


def _show(issue: Issue, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"reader": issue.reader.name, "briefing": issue.briefing.to_json()}, ensure_ascii=False))
    else:
        print(f"=== {issue.reader.name}\n{plain_briefing(issue.briefing)}\n")


def _readers(given: Sequence[str]) -> list[Reader]:
    """`NAME=topic,topic` each; a name alone follows everything. Without any, one reader of everything."""
    found = []
    for text in given or ["everything"]:
        name, _, topics = text.partition("=")
        found.append(Reader(name.strip(), tuple(topic.strip() for topic in topics.split(",") if topic.strip())))
    if len({reader.name for reader in found}) < len(found):
        raise InputError("give every --reader a name of its own")
    return found
