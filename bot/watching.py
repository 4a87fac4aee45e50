"""The alert tick: what chats want to hear of at once, one message a story, edited as the story develops.

The corpus is read outside any transaction. Then one transaction, guarded by the watch's lease, writes the alert, its
delivery and when to look again, so that after a kill either all of it happened or the watch is due again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
import structlog

from bot.alerts import AlertPolicy, Moment, Render, Step, plan
from bot.localtime import local, quiet_until
from bot.shared_briefings import Correct
from bot.store import outbox, watches
from bot.store.chats import Chat, get_chat
from bot.store.mutes import list_mutes
from bot.store.shown import correction_key, shown_to
from bot.store.watches import Alert, Watch
from index.errors import SitrepError
from index.store.database import Database
from index.stories.briefing import ComposingPolicy
from index.stories.corrections import Found, with_corrections
from index.stories.desk import News
from index.stories.interest import Interest
from index.stories.story import Briefing

# However many are given back, a chat gets no more than so many times its alerts in a day.
_MOST_GIVEN = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Recent:
    """The news of a time, and how many independent origins that count each story has in it."""

    news: News
    origins: Mapping[str, int]

    def worth(self, origins: int, alerts: Sequence[Alert]) -> News:
        """The news without stories that a chat is neither to be alerted of nor was."""
        shown = {url for alert in alerts for story in alert.content["stories"] for url in story["articles"]}
        told = (
            one
            for one in self.news.told
            if self.origins[one.found.story_id] >= origins or any(member.url in shown for member in one.found.members)
        )
        return dataclasses.replace(self.news, told=tuple(told))


class Watcher:
    """Looks at what is watched. Any number may run: each watch is leased."""

    def __init__(
        self,
        database: Database,
        news: Callable[[datetime, datetime], News],
        changed_at: Callable[[], datetime | None],
        render: Render,
        *,
        policy: AlertPolicy,
        zone: str,
        owner: str,
        clock: Callable[[], datetime],
        correct: Correct = lambda contents, known: (),
        houses: Callable[[datetime, timedelta], frozenset[str]] | None = None,
        standing: Callable[[str, frozenset[str]], int] | None = None,
    ) -> None:
        """`houses` are those whose reports count by now, `standing` says how many origins of theirs a story has."""
        self._database = database
        self._news = news
        self._changed_at = changed_at
        self._render = render
        self._correct = correct
        self._houses = houses
        self._standing = standing
        self._policy = policy
        self._zone = zone
        self._owner = owner
        self._clock = clock
        self._log = structlog.get_logger().bind(role="briefing")

    def tick(self, stopping: Callable[[], bool] = lambda: False) -> int:
        """Look at what is due; how many alerts were made or edited. Stops between two where `stopping` says so."""
        now = self._clock()
        self._database.transact(lambda connection: watches.bring_back(connection, latest=now + timedelta(days=2)))
        read: dict[datetime, Recent] = {}
        done = 0
        while not stopping() and (due := self._database.transact(self._lease)):
            changed_at = self._changed_at()
            for watch in due:
                if stopping():
                    break
                try:
                    done += self._look(watch, changed_at, read)
                except SitrepError as error:
                    # It stays leased, so it is looked at again when the lease runs out.
                    self._log.error("watch failed", watch=watch.id, code=error.code)
        if stopping():
            self._database.transact(lambda connection: watches.release_all(connection, owner=self._owner))
        return done

    def _look(self, watch: Watch, changed_at: datetime | None, read: dict[datetime, Recent]) -> int:
        now = self._clock()
        with self._database.read() as connection:
            chat = get_chat(connection, watch.chat_id)
            alerts = watches.list_alerts(connection, watch.chat_id, since=now - 3 * self._window)
            shown = shown_to(connection, watch.chat_id, now=now)
            muted = frozenset(one.story_id for one in list_mutes(connection, watch.chat_id))
        again = now + timedelta(seconds=self._policy.every_s)
        quiet = quiet_until(chat.quiet, chat.zone or self._zone, now) if chat else None
        if chat is None or quiet is not None or changed_at is None or changed_at == watch.looked_at:
            self._put_off(watch, quiet or again)
            return 0
        houses = self._houses(now, timedelta(days=self._policy.site_known_days)) if self._houses else None
        recent = self._read(watch, now, read, houses)
        # Those that the chat knows must not crowd out the others, nor must those that nobody is alerted of.
        composing = ComposingPolicy(stories=self._policy.a_day + len(alerts))
        news = recent.worth(watch.origins, alerts)
        briefing = news.whole.brief(Interest((watch.topic,), muted=muted), policy=composing)
        today = [alert for alert in alerts if alert.day == local(now, chat.zone or self._zone).date()]
        counting = {alert.id: self._counts(alert, houses) for alert in today}
        left = self._policy.a_day - sum(counting.values())
        steps, waits = plan(briefing, watch, alerts, recent.origins, left=left, now=now, policy=self._policy)

        corrections = self._correct(shown.contents, shown.corrected)

        def work(connection: sa.Connection) -> int:
            if not watches.advance(connection, watch.id, owner=self._owner, due_at=again):
                return 0
            for alert in today:
                if counting[alert.id] != alert.counts:
                    watches.update_alert(connection, alert.id, counts=counting[alert.id])
            done = [self._tell(connection, step, watch, chat) for step in steps]
            done += [self._put_right(connection, one, watch, chat) for one in corrections]
            if not waits and None not in done:
                watches.mark_looked(connection, watch.id, changed_at)
            return sum(map(bool, done))

        told = self._database.transact(work)
        self._log.info("watch", watch=watch.id, planned=len(steps), told=told)
        return told

    def _counts(self, alert: Alert, houses: frozenset[str] | None) -> bool:
        """Whether an alert counts towards the day's: not where its story has fewer origins than it was made for."""
        if self._standing is None or houses is None:
            return alert.counts
        return self._standing(alert.story_id, houses) >= alert.origins

    def _tell(self, connection: sa.Connection, step: Step, watch: Watch, chat: Chat) -> bool | None:
        """Whether something will be sent; None where it has to wait."""
        moment = self._moment(watch, chat, edited=step.instead is not None)
        if step.instead is None:
            return self._alert(connection, step.content, watch, moment)
        return self._edit(connection, step.content, step.instead, moment)

    def _put_right(self, connection: sa.Connection, found: Found, watch: Watch, chat: Chat) -> bool:
        """Queue a correction of what the chat was told, once."""
        moment = self._moment(watch, chat)
        empty = Briefing(moment.now, moment.now, (), (), ())
        message = self._render(with_corrections(empty, [found]), moment)
        sent = outbox.enqueue_alert(
            connection,
            chat.id,
            message,
            thread_id=watch.thread_id,
            key=correction_key(chat.id, found.correction.key),
            now=moment.now,
            expires_at=moment.now + timedelta(seconds=self._policy.expires_after_s),
        )
        return sent is not None

    def _moment(self, watch: Watch, chat: Chat, *, edited: bool = False) -> Moment:
        zone = chat.zone or self._zone
        return Moment(chat.id, 0, watch.topic, zone, chat.language, self._clock(), edited=edited)

    def _alert(self, connection: sa.Connection, content: Briefing, watch: Watch, moment: Moment) -> bool:
        """Write a new alert and queue its message, unless the chat was told of the story or of enough meanwhile."""
        now, day = moment.now, local(moment.now, moment.zone).date()
        (brief,) = content.stories
        counted, given = watches.count_alerts(connection, watch.chat_id, day=day)
        if counted >= self._policy.a_day or given >= _MOST_GIVEN * self._policy.a_day:
            return False
        made = watches.record_alert(
            connection,
            watch.chat_id,
            brief.story.story_id,
            day=day,
            content=content.to_json(),
            origins=watch.origins,
            now=now,
        )
        if made is None:
            return False
        last = counted + 1 == self._policy.a_day
        message = self._render(content, dataclasses.replace(moment, alert_id=made, last=last))
        expires_at = now + timedelta(seconds=self._policy.expires_after_s)
        sent = outbox.enqueue_alert(
            connection,
            watch.chat_id,
            message,
            thread_id=watch.thread_id,
            key=f"alert:{made}",
            now=now,
            expires_at=expires_at,
        )
        watches.update_alert(connection, made, delivery_id=sent)
        return sent is not None

    def _edit(self, connection: sa.Connection, content: Briefing, known: Alert, moment: Moment) -> bool | None:
        """Put the new words in the place of the old ones, whether these were sent yet or not; None: not just now."""
        if known.delivery_id is None:
            return False
        now = moment.now
        message = self._render(content, dataclasses.replace(moment, alert_id=known.id))
        key = f"alert:{known.id}:{int(now.timestamp())}"
        expires_at = now + timedelta(seconds=self._policy.expires_after_s)
        try:
            edit = outbox.revise(connection, known.delivery_id, message, key=key, now=now, expires_at=expires_at)
        except outbox.BeingSent:
            return None
        if edit is not None:
            watches.update_alert(connection, known.id, content=content.to_json(), changed_at=now, delivery_id=edit)
        return edit is not None

    def _read(self, watch: Watch, now: datetime, read: dict[datetime, Recent], houses: frozenset[str] | None) -> Recent:
        """The news of the watch's time, and what counts of it; watches of the same hour share it."""
        since = max(now - self._window, watch.created_at).replace(minute=0, second=0, microsecond=0)
        if since not in read:
            news = self._news(since, now + timedelta(minutes=1))
            ids = {told.found.story_id for told in news.told}
            read[since] = Recent(news, {story_id: news.recent_origins(story_id, houses) for story_id in ids})
        return read[since]

    @property
    def _window(self) -> timedelta:
        return timedelta(seconds=self._policy.window_s)

    def _put_off(self, watch: Watch, until: datetime) -> None:
        self._database.transact(
            lambda connection: watches.advance(connection, watch.id, owner=self._owner, due_at=until)
        )

    def _lease(self, connection: sa.Connection) -> list[Watch]:
        policy = self._policy
        duration = timedelta(seconds=policy.lease_s)
        return watches.lease_due(
            connection, owner=self._owner, now=self._clock(), duration=duration, limit=policy.batch
        )
