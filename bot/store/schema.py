"""The tables about people: chats, subscriptions, briefings and deliveries. Alembic's migrations make them."""

from __future__ import annotations

import sqlalchemy as sa

from index.store.database import UtcDateTime

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# `id` is Telegram's. `state`: active, paused (with `paused_reason`: blocked, deactivated, no_rights and such). A pause
# ends when anything gets through; at `retry_at` one more try is made, `tries` of them so far. From `quiet_from` to
# `quiet_until`, minutes of the day in its zone, alerts wait. `language` is what its people chose, or in a private chat
# what Telegram told.
chat = sa.Table(
    "chat",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("zone", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("quiet_from", sa.Integer),
    sa.Column("quiet_until", sa.Integer),
    sa.Column("pictures", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("state", sa.Text, nullable=False, server_default="active"),
    sa.Column("paused_reason", sa.Text),
    sa.Column("paused_at", UtcDateTime),
    sa.Column("retry_at", UtcDateTime),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", UtcDateTime, nullable=False),
)

# A topic of a forum that takes no messages (0: the general one), while the rest of its chat does. Without `retry_at` it
# is being tried again.
topic_pause = sa.Table(
    "topic_pause",
    metadata,
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("thread_id", sa.BigInteger, primary_key=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("paused_at", UtcDateTime, nullable=False),
    sa.Column("retry_at", UtcDateTime),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
)

# One briefing at `minute` of the day (0..1439) in `zone`, on the weekdays of `days` (bit 0 is Monday). `due_at` is the
# UTC moment of the next occurrence and `due_date` its local date; both move in the transaction that makes the briefing.
# `made_by` is told where its group or channel can not be written to.
subscription = sa.Table(
    "subscription",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("thread_id", sa.BigInteger),
    sa.Column("minute", sa.Integer, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("topics", sa.JSON, nullable=False),
    sa.Column("days", sa.Integer, nullable=False, server_default="127"),
    sa.Column("made_by", sa.BigInteger),
    sa.Column("state", sa.Text, nullable=False, server_default="active"),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("due_at", UtcDateTime, nullable=False),
    sa.Column("due_date", sa.Date, nullable=False),
    sa.Column("covered_until_at", UtcDateTime),
    sa.Column("lease_owner", sa.Text),
    sa.Column("lease_until_at", UtcDateTime),
    sa.Index("ix_subscription_state_due_at", "state", "due_at"),
)

# A topic that a chat follows: its stories come first in the chat's briefings.
follow = sa.Table(
    "follow",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("chat_id", "topic"),
)

# What became of one occurrence. `outcome`: made, skipped. The unique key is the promise "once per local
# date".
briefing = sa.Table(
    "briefing",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("subscription_id", sa.Integer, sa.ForeignKey("subscription.id", ondelete="CASCADE"), nullable=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("local_date", sa.Date, nullable=False),
    sa.Column("due_at", UtcDateTime, nullable=False),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("since_at", UtcDateTime),
    sa.Column("until_at", UtcDateTime),
    sa.Column("content", sa.JSON),
    sa.UniqueConstraint("subscription_id", "local_date"),
)

# The outbox: one message to one chat. `state`: pending, sending, sent, dead, blocked, unknown, expired,
# cancelled. `sending` is committed before the bytes leave; `unknown_outcomes` counts sends whose fate nobody
# knows. `blocked` waits for its chat to come back. A notice has no briefing; its `key` makes sure that it is
# queued once. A picture is the last part of its briefing, and leaves only after some of its text.
delivery = sa.Table(
    "delivery",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("briefing_id", sa.Integer, sa.ForeignKey("briefing.id", ondelete="CASCADE")),
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("thread_id", sa.BigInteger),
    sa.Column("key", sa.Text, unique=True),
    sa.Column("part", sa.Integer, nullable=False),
    sa.Column("parts", sa.Integer, nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("picture", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("state", sa.Text, nullable=False, server_default="pending"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("unknown_outcomes", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("not_before_at", UtcDateTime, nullable=False),
    sa.Column("expires_at", UtcDateTime, nullable=False),
    sa.Column("sent_at", UtcDateTime),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("last_error_code", sa.Text),
    sa.Column("lease_owner", sa.Text),
    sa.Column("lease_until_at", UtcDateTime),
    sa.UniqueConstraint("briefing_id", "part"),
    sa.Index("ix_delivery_state_not_before_at", "state", "not_before_at"),
)

# A story that a chat does not want to hear of any more; `headline` is what it was told under.
mute = sa.Table(
    "mute",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("story_id", sa.Text, nullable=False),
    sa.Column("headline", sa.Text, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("chat_id", "story_id"),
)

# A topic on which a chat wants to hear at once, when at least so many independent `origins` report. `looked_at` is the
# state of the stories when it was last looked at: where nothing changed since, there is nothing to do.
watch = sa.Table(
    "watch",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("thread_id", sa.BigInteger),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("origins", sa.Integer, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("due_at", UtcDateTime, nullable=False, index=True),
    sa.Column("looked_at", UtcDateTime),
    sa.Column("lease_owner", sa.Text),
    sa.Column("lease_until_at", UtcDateTime),
    sa.UniqueConstraint("chat_id", "topic"),
)

# The one message about a story that a chat got at once, and `content`, what it says now; `delivery_id` is the message
# or its latest edit. `day` is the chat's local date, for the cap, towards which it `counts` as long as its story has so
# many `origins`. The unique key is the promise "one message a story".
alert = sa.Table(
    "alert",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("story_id", sa.Text, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("delivery_id", sa.Integer, sa.ForeignKey("delivery.id", ondelete="SET NULL")),
    sa.Column("origins", sa.Integer, nullable=False, server_default="1"),
    sa.Column("counts", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.UniqueConstraint("chat_id", "story_id"),
)

# When a scope may be sent to next: "all", or a chat's id. Written by every sender before it sends.
pace = sa.Table(
    "pace",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("not_before_at", UtcDateTime, nullable=False),
    sa.Column("sends", sa.JSON, nullable=False),
)

# What a chat was answered: what a citation button opens, and what a follow-up question refers to.
turn = sa.Table(
    "turn",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    sa.Column("asked_at", UtcDateTime, nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("answer", sa.JSON, nullable=False),
)

# Which message of a chat shows an answer, and which one asked for it: for replies to it, edits of the question and
# reactions.
said = sa.Table(
    "said",
    metadata,
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("message_id", sa.BigInteger, primary_key=True),
    sa.Column("turn_id", sa.Integer, sa.ForeignKey("turn.id", ondelete="CASCADE"), nullable=False),
    sa.Column("question_id", sa.BigInteger),
    sa.Column("said_at", UtcDateTime, nullable=False),
    sa.Index("ix_said_chat_id_question_id", "chat_id", "question_id"),
)

# What a person was asked and has not answered yet: what they write next is the answer. `step`: hour, zone, topics.
awaited = sa.Table(
    "awaited",
    metadata,
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("user_id", sa.BigInteger, primary_key=True),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("about", sa.JSON, nullable=False),
    sa.Column("asked_at", UtcDateTime, nullable=False),
)

# An outlet whose articles a chat does not want to be told of.
hidden = sa.Table(
    "hidden",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("publisher", sa.Text, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("chat_id", "publisher"),
)

# A page with the evidence of one briefing, or of one that was asked for in a turn. Its token is its address.
page = sa.Table(
    "page",
    metadata,
    sa.Column("token", sa.Text, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, sa.ForeignKey("chat.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("briefing_id", sa.Integer, sa.ForeignKey("briefing.id", ondelete="CASCADE")),
    sa.Column("turn_id", sa.Integer, sa.ForeignKey("turn.id", ondelete="CASCADE")),
    sa.Column("made_at", UtcDateTime, nullable=False),
)

# What a person thought of an answer (`about` "t12"), a briefing ("b7") or a story (its id): good, bad, report; the
# latest counts.
feedback = sa.Table(
    "feedback",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("about", "user_id"),
)

# A source that an admin was shown and has not yet confirmed.
proposal = sa.Table(
    "proposal",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("language", sa.Text),
    sa.Column("made_at", UtcDateTime, nullable=False),
)

# Admins beside the owners, whom the configuration names.
admin = sa.Table(
    "admin",
    metadata,
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("added_by", sa.BigInteger, nullable=False),
    sa.Column("added_at", UtcDateTime, nullable=False),
)

# People and chats that are not answered, by id.
ban = sa.Table(
    "ban",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("banned_by", sa.BigInteger, nullable=False),
    sa.Column("banned_at", UtcDateTime, nullable=False),
)

# Every admin action, done or refused: ids only, no names and no texts of people.
audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("outcome", sa.Text, nullable=False),
)

# How much somebody asked in which minute of late. `who` is a keyed hash, so that `/forget` need not reset it: nobody
# can tell from it who that is, and it is dropped within hours.
asked = sa.Table(
    "asked",
    metadata,
    sa.Column("who", sa.Text, primary_key=True),
    sa.Column("minute", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, nullable=False),
)

# What of an admin's was refused to whom on which day, and how often.
refusal = sa.Table(
    "refusal",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False, index=True),
    sa.Column("action", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)

# What happened how often on which day: questions answered or not, and how long answers took.
tally = sa.Table(
    "tally",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)

# Pictures that Telegram has, by what they show and by the number of the bot that uploaded them. Nothing here says who
# got one.
upload = sa.Table(
    "upload",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("bot", sa.Text, primary_key=True),
    sa.Column("file_id", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)

# Updates that took effect: Telegram may deliver one twice.
seen_update = sa.Table(
    "seen_update",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("seen_at", UtcDateTime, nullable=False),
)

# Updates that a process is at, or that wait for an earlier one of their lane, which is one person in one chat. After
# `until_at` the process is taken for dead.
arrival = sa.Table(
    "arrival",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("lane", sa.Text, nullable=False),
    sa.Column("until_at", UtcDateTime, nullable=False),
    sa.Index("ix_arrival_lane_id", "lane", "id"),
)
