"""The composition root: everything is constructed here, runs here, and is closed here."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import faulthandler
import functools
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
import structlog
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder
from telegram.request import BaseRequest

from bot.alone import alone
from bot.chat.buttons import Signer
from bot.chat.desk import frames
from bot.chat.dispatch import Dispatcher, Gate, InOrder
from bot.chat.intents import HeadIntents
from bot.chat.lanes import Lanes
from bot.chat.menus import publish_menus
from bot.chat.outgoing import Outgoing
from bot.chat.policy import TelegramPolicy
from bot.chat.polling import Poller, Take, TokenRefused
from bot.chat.services import Services
from bot.chat.webhook import Webhook, secret_of_token
from bot.delivery.gallery import Gallery
from bot.delivery.sender import Sender, TokenWasRefused
from bot.delivery.telegram import SharedPacing, telegram_send
from bot.delivery.wire import Wire
from bot.housekeeping import tell_admins, tidy
from bot.page.permalinks import Permalinks
from bot.pictures.easel import Easel
from bot.rounds import make_briefer, make_watcher
from bot.store.migrate import migrate
from bot.store.tallies import count
from bot.ticks import Ticks, in_thread
from bot.usage import UNREADABLE
from index import Index
from index.errors import SettingsError, SitrepError, StorageUnusable
from index.store.leases import new_owner

if TYPE_CHECKING:
    from bot.config import Settings

App = Application[Any, Any, Any, Any, Any, Any]

ROLES = frozenset({"chat", "ingest", "index", "briefing", "delivery", "page"})
# to_thread's own default is six threads on two cores: an ingest pass could keep questions waiting.
_THREADS = 32
_FINISH_S, _LEAVE_S = 4.0, 9.0
# A process in which nothing moved for so long is ended: it would not even hear that it is asked to stop.
_BEAT_S, _FROZEN_S = 1.0, 25.0
_INGEST_EVERY_S, _INDEX_EVERY_S, _BRIEF_EVERY_S, _DELIVER_EVERY_S, _TIDY_EVERY_S, _ALERT_EVERY_S = 15, 5, 2, 1, 600, 5
_INDEX_AT_ONCE = 200
# Telegram is asked this often, at the longest, while it can not be reached.
_LONGEST_WAIT_S = 30.0


def run(settings: Settings, roles: frozenset[str]) -> None:
    """The bot, until it is told to stop. Raises SettingsError for what an operator must mend first."""
    _check(settings, roles)
    with alone(settings.data_dir, shared=settings.index.chroma_url is not None), open_corpus(settings) as corpus:
        asyncio.run(_Bot(settings, roles, corpus).run())


def _check(settings: Settings, roles: frozenset[str]) -> None:
    if roles & {"chat", "delivery"} and not settings.telegram.token:
        raise SettingsError("TELEGRAM_BOT_TOKEN is not set; get a token from @BotFather, or use sitrep chat")
    if roles != ROLES and settings.index.chroma_url is None:
        raise StorageUnusable(
            "--only needs a Chroma server: set CHROMA_URL, or run all roles in one process (embedded "
            "Chroma belongs to one process)"
        )


@contextlib.contextmanager
def open_corpus(settings: Settings) -> Iterator[Index]:
    """The corpus with the tables about people beside it."""
    with Index.open(settings.index) as corpus:
        migrate(corpus.database)
        yield corpus


def clock() -> datetime:
    return datetime.now(UTC)


def build_services(settings: Settings, corpus: Index, telegram: TelegramPolicy) -> Services:
    return Services(
        index=corpus,
        database=corpus.database,
        telegram=telegram,
        briefing=settings.briefing,
        alerts=settings.alerts,
        signer=Signer.of_token(telegram.token),
        clock=clock,
        permalinks=Permalinks(settings.page.public_url, keep=timedelta(days=settings.page.keep_days)),
        intents=HeadIntents(corpus.talk),
    )


def build_application(
    services: Services,
    *,
    pacing: Any = None,
    request: BaseRequest | None = None,
    easel: Easel | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> App:
    """The PTB application with our handlers, over the network or over `request`. It fetches no updates itself."""
    policy = services.telegram
    builder = ApplicationBuilder().token(policy.token).base_url(policy.methods_url).updater(None).job_queue(None)
    builder = builder.base_file_url(policy.files_url)
    builder = builder.concurrent_updates(InOrder())
    if request is not None:
        builder = builder.request(request).get_updates_request(request)
    else:
        builder = builder.connection_pool_size(64).pool_timeout(10.0)
    if pacing is not None:
        builder = builder.rate_limiter(pacing)
    application: App = builder.build()
    gallery = build_gallery(services, easel or Easel())
    outgoing = Outgoing(application.bot, services.database, services.clock, gallery, sleep=sleep)
    Dispatcher(services, outgoing).attach(application)
    return application


def build_gallery(services: Services, easel: Easel) -> Gallery:
    number = services.telegram.token.partition(":")[0]
    return Gallery(services.database, easel.png, bot=number, in_thread=in_thread, clock=services.clock)


def taker(application: App, services: Services) -> Take:
    """A function that takes one update through the application, in its person's order."""

    gate, log = Gate(services, application.bot), structlog.get_logger("bot.chat")

    async def take(update: Any) -> None:
        try:
            if await gate.admits(update):
                await application.update_processor.process_update(update, application.process_update(update))
        except Exception as error:
            # The top of an update: whatever it is, it costs this one, and the log says nothing of its content.
            log.error("update failed", update=update.update_id, error=type(error).__name__, where=frames(error))

    return take


class _Bot:
    """One running process with some of the roles."""

    def __init__(self, settings: Settings, roles: frozenset[str], corpus: Index) -> None:
        self._settings, self._roles, self._corpus = settings, roles, corpus
        self._services = build_services(settings, corpus, settings.telegram)
        self._log = structlog.get_logger("bot")
        self._ticks = Ticks()
        self._easel = Easel()
        self._began = False

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(_THREADS))
        self._over: asyncio.Future[None] = loop.create_future()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._asked_to_stop)
        async with contextlib.AsyncExitStack() as stack:
            self._watch(asyncio.create_task(self._beat()))
            stack.callback(faulthandler.cancel_dump_traceback_later)
            if self._settings.monitoring.listen:
                self._be_monitored(stack)
            if "page" in self._roles and self._settings.page.public_url:
                await self._show_pages(stack)
            self._corpus_ticks()
            self._ticks.start()
            self._began = True
            if self._roles & {"chat", "delivery"}:
                await self._unless_over(self._talk(stack))
            # Pushed last, so that nothing is begun any more while the rest is closed.
            stack.push_async_callback(self._ticks.stop, within_s=_FINISH_S)
            self._log.info("running", roles=sorted(self._roles))
            await self._over

    async def _unless_over(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it, or leave it where the bot is told to stop meanwhile."""
        task = asyncio.ensure_future(work)
        await asyncio.wait({task, self._over}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    async def _beat(self) -> None:
        """As long as this goes on, the process answers. Where one thread keeps all others from running, which no thread
        of ours could end, the interpreter ends it, and whoever runs the process starts it anew."""
        while not self._over.done():
            faulthandler.dump_traceback_later(_FROZEN_S, exit=True, file=sys.__stderr__ or sys.stderr)
            await asyncio.sleep(_BEAT_S)

    def _asked_to_stop(self) -> None:
        """Stop within ten seconds. What a thread is still at by then is left, as safely as after a kill."""
        faulthandler.dump_traceback_later(_LEAVE_S + 0.5, exit=True, file=sys.__stderr__ or sys.stderr)
        last = threading.Timer(_LEAVE_S, os._exit, (0,))
        last.daemon = True
        last.start()
        self._end(None)

    def _end(self, error: BaseException | None) -> None:
        """Stop: asked to, or because of an error that only the operator can mend."""
        if self._over.done():
            return
        if error is None:
            self._over.set_result(None)
        else:
            self._over.set_exception(error)

    async def _talk(self, stack: contextlib.AsyncExitStack) -> None:
        policy = self._settings.delivery
        wire = Wire(policy)
        pacing = SharedPacing(self._services.database, policy=policy, in_thread=in_thread, clock=clock, wire=wire)
        application = build_application(self._services, pacing=pacing, easel=self._easel)
        await stack.enter_async_context(connected(application))
        if "delivery" in self._roles:
            self._deliver(application, stack, wire)
        if "chat" in self._roles:
            await self._listen(application, stack)

    def _deliver(self, application: App, stack: contextlib.AsyncExitStack, wire: Wire) -> None:
        gallery = build_gallery(self._services, self._easel)
        sender = Sender(
            self._services.database,
            telegram_send(application.bot, gallery),
            gallery,
            policy=self._settings.delivery,
            owner=new_owner("delivery"),
            in_thread=in_thread,
            clock=clock,
            wire=wire,
        )

        async def deliver() -> None:
            try:
                await sender.tick()
            except TokenWasRefused as error:
                self._end(TokenRefused(str(error)))

        self._ticks.every(_DELIVER_EVERY_S, "delivery", deliver)
        stack.push_async_callback(sender.stop)

    async def _listen(self, application: App, stack: contextlib.AsyncExitStack) -> None:
        await publish_menus(application.bot, self._services)
        policy, take = self._settings.telegram, taker(application, self._services)
        unread = functools.partial(asyncio.to_thread, self._count_unread)
        self._watch(asyncio.create_task(in_thread(self._warm_up)))
        if policy.webhook_url:
            # Telegram's updates are spread over as many processes as there are behind that address.
            lanes = Lanes(self._corpus.database, take, clock=clock, in_thread=in_thread)
            secret = secret_of_token(policy.token)
            webhook = Webhook(application.bot, lanes.take, unread, policy=policy, secret=secret)
            webhook.open()
            stack.push_async_callback(webhook.close, within_s=_FINISH_S)
            await _reached(webhook.register)
            return
        poller = Poller(application.bot, take, unread)
        task = asyncio.create_task(poller.run())
        self._watch(task)
        stack.push_async_callback(poller.finish, within_s=_FINISH_S)
        stack.callback(task.cancel)

    def _count_unread(self) -> None:
        """An update that could not be read is counted, for /stats."""
        day = clock().date()
        try:
            self._services.database.transact(lambda connection: count(connection, day, UNREADABLE))
        except (sa.exc.SQLAlchemyError, StorageUnusable) as error:
            self._log.warning("unreadable update not counted", error=type(error).__name__)

    def _be_monitored(self, stack: contextlib.AsyncExitStack) -> None:
        from bot.monitoring.exposition import expose  # only who is monitored waits for these
        from bot.monitoring.figures import read_figures
        from bot.monitoring.serving import MonitoringServer

        def read() -> bytes:
            with self._corpus.database.read() as connection:
                figures = read_figures(connection, now=clock())
            return expose(figures, self._corpus.model_seconds)

        policy = self._settings.monitoring
        server = MonitoringServer(policy, metrics=lambda: in_thread(read), is_ready=lambda: self._began)
        self._log.info("monitoring", port=server.open())
        stack.push_async_callback(server.close)

    async def _show_pages(self, stack: contextlib.AsyncExitStack) -> None:
        from bot.page.serving import page_server  # only who serves pages waits for the web framework

        server = page_server(self._corpus, self._easel, self._settings.briefing, self._settings.page)
        self._log.info("pages", port=await server.open())
        stack.push_async_callback(server.close)

    def _warm_up(self) -> None:
        # A missing model ends the bot now, and the first question need not wait for the loading: nor for what the first
        # answer loads, with which it takes three times as long.
        self._corpus.embedder.queries(["ready"])
        with contextlib.suppress(SitrepError):
            self._corpus.ask("How many were killed?")

    def _watch(self, task: asyncio.Task[Any]) -> None:
        """A task whose error ends the bot."""

        def done(finished: asyncio.Task[Any]) -> None:
            if not finished.cancelled() and finished.exception() is not None:
                self._end(finished.exception())

        task.add_done_callback(done)

    def _corpus_ticks(self) -> None:
        corpus, ticks, services = self._corpus, self._ticks, self._services
        if "ingest" in self._roles:
            poll = functools.partial(corpus.ingest.poll_due, clock, goes_on=lambda: not ticks.stopping)
            ticks.every_in_thread(_INGEST_EVERY_S, "ingest", poll)
            ticks.every_in_thread(_TIDY_EVERY_S, "tidy", lambda: tidy(services))
            ticks.every_in_thread(_TIDY_EVERY_S, "tell admins", lambda: tell_admins(services))
        if "index" in self._roles:
            index = functools.partial(corpus.index_pending, limit=_INDEX_AT_ONCE, goes_on=lambda: not ticks.stopping)
            ticks.every_in_thread(_INDEX_EVERY_S, "index", index)
        if "briefing" in self._roles:
            briefer, watcher = make_briefer(services), make_watcher(services)
            ticks.every_in_thread(_BRIEF_EVERY_S, "briefing", lambda: briefer.tick(lambda: ticks.stopping))
            ticks.every_in_thread(_ALERT_EVERY_S, "alerts", lambda: watcher.tick(lambda: ticks.stopping))


@contextlib.asynccontextmanager
async def connected(application: App) -> AsyncIterator[App]:
    """The application, introduced to Telegram: while that can not be reached it waits, and says so.

    Raises TokenRefused.
    """
    await _reached(application.initialize)
    try:
        yield application
    finally:
        await application.shutdown()


async def _reached(work: Callable[[], Awaitable[None]]) -> None:
    """Do it as soon as Telegram can be reached. Only a configuration that is wrong ends it."""
    log, failures = structlog.get_logger("bot"), 0
    while True:
        try:
            await work()
        except InvalidToken as error:
            raise TokenRefused("Telegram refuses the bot's token; check TELEGRAM_BOT_TOKEN") from error
        except BadRequest as error:
            raise SettingsError(f"Telegram refuses our settings: {error.message}") from error
        except TelegramError as error:
            pause = min(_LONGEST_WAIT_S, 2.0**failures)
            failures += 1
            log.warning("waiting for Telegram", error=type(error).__name__, failures=failures, next_try_s=pause)
            await asyncio.sleep(pause)
        else:
            if failures:
                log.info("Telegram is reached", failures=failures)
            return
