"""What is done now and then: old rows are dropped, admins are told of what happened to sources."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.chat.buttons import Signer
from bot.chat.happenings import event_text
from bot.chat.services import Services
from bot.delivery.pacing import forget_lanes
from bot.store.arrivals import forget_arrivals
from bot.store.audit import forget_refusals
from bot.store.chats import ensure_chat
from bot.store.limits import forget_asked
from bot.store.outbox import enqueue_notice
from bot.store.pages import forget_pages
from bot.store.proposals import forget_proposals
from bot.store.shown import chats_told_of
from bot.store.tallies import forget_tallies
from bot.store.turns import forget_turns
from bot.store.updates import forget_seen
from bot.store.uploads import forget_uploads
from bot.store.watches import forget_alerts
from bot.wording.message import Button, Message
from bot.wording.texts import Texts, texts_for
from index.store.source_events import SourceEvent

# Telegram keeps an update for a day.
_SEEN = timedelta(days=2)
_TURNS = timedelta(days=90)
_LANES = timedelta(hours=1)
_TALLIES = timedelta(days=365)
# The briefing's picture is another one every day.
_UPLOADS = timedelta(days=7)
_NOTICE = timedelta(days=1)
_DECIDE = timedelta(days=30)
# What was told longer ago has been forgotten by its readers, too.
_TOLD = timedelta(days=30)


def tidy(services: Services) -> None:
    """Drop what has served its time, and what `/forget` removed from the last place where it could be read."""
    now = services.clock()

    def work(connection: sa.Connection) -> None:
        forget_seen(connection, before=now - _SEEN)
        forget_asked(connection, now=now)
        forget_refusals(connection, before=(now - _TURNS).date())
        forget_arrivals(connection, before=now - _SEEN)
        forget_turns(connection, before=now - _TURNS)
        forget_alerts(connection, before=now - _TURNS)
        forget_proposals(connection, before=now - _SEEN)
        forget_lanes(connection, before=now - _LANES)
        forget_tallies(connection, before=(now - _TALLIES).date())
        forget_uploads(connection, before=now - _UPLOADS)
        forget_pages(connection, before=now - services.permalinks.keep)

    services.database.transact(work)
    services.database.empty_log()


def _choices(event: SourceEvent, admin: int, texts: Texts, signer: Signer) -> tuple[tuple[Button, ...], ...]:
    """What the admin can do about an event at once: a move to another site is theirs to judge."""
    if event.kind != "moved":
        return ()
    expires_at = event.at + _DECIDE
    data = signer.sign("moved", str(event.source_id), chat_id=admin, user_id=admin, expires_at=expires_at)
    return ((Button(texts.plain("button-moved"), data=data),),)


def tell_admins(services: Services) -> int:
    """Queue a notice about each source event to each owner and admin, in their language; how many events there were.

    An article that was taken down matters where somebody was told of it.
    """
    ingest, now = services.index.ingest, services.clock()
    events = ingest.events.untold()

    def work(connection: sa.Connection) -> None:
        told = {event.id: _chats_told(connection, event, now) for event in events if event.kind == "withdrawn"}
        worth = [event for event in events if told.get(event.id, 1)]
        for admin in services.admin_ids(connection):
            chat = ensure_chat(connection, admin, kind="private", now=now)
            texts, zone = texts_for(chat.language), chat.zone or services.briefing.zone
            for event in worth:
                text = event_text(event, texts, zone, chats=told.get(event.id, 0))
                message = Message(text, _choices(event, admin, texts, services.signer))
                key = f"source-event:{event.id}:{admin}"
                enqueue_notice(connection, admin, message, key=key, now=now, expires_at=now + _NOTICE)

    if events:
        services.database.transact(work)
        ingest.events.mark_told([event.id for event in events], now=now)
    return len(events)


def _chats_told(connection: sa.Connection, event: SourceEvent, now: datetime) -> int:
    return len(chats_told_of(connection, event.details["article"], since=now - _TOLD))
