"""What the briefing role does, round by round, made of the bot's services: briefings that are due, and alerts."""

from __future__ import annotations

import time

from bot.briefings import Briefer
from bot.chat.alerting import alert_renderer
from bot.chat.scheduled import renderer
from bot.chat.services import Services
from bot.watching import Watcher
from index.store.leases import new_owner


def make_briefer(services: Services) -> Briefer:
    corpus, deadline_s = services.index, services.briefing.deadline_s
    return Briefer(
        services.database,
        lambda since, until, interest: corpus.illustrated(corpus.draft(since, until, interest, deadline_s=deadline_s)),
        renderer(services.signer, services.profiles),
        policy=services.briefing,
        owner=new_owner("briefing"),
        clock=services.clock,
        correct=services.index.corrections,
        permalinks=services.permalinks,
        rest=time.sleep,
    )


def make_watcher(services: Services) -> Watcher:
    return Watcher(
        services.database,
        services.index.news,
        services.index.stories_changed_at,
        alert_renderer(services.signer, services.profiles),
        policy=services.alerts,
        zone=services.briefing.zone,
        owner=new_owner("alerts"),
        clock=services.clock,
        correct=services.index.corrections,
        houses=lambda now, age: services.index.ingest.sites.established(now=now, age=age),
        standing=services.index.counted_origins,
    )
