"""What an update leads to: find its command, ask the rules, run the handler, turn errors into sentences."""

from __future__ import annotations

import dataclasses
import traceback
from typing import Any

import structlog

from bot.chat.buttons import BadPress
from bot.chat.commands.dialogue import looks_like_question, only_asks
from bot.chat.commands.subscribing import says_when
from bot.chat.incoming import ChatKind, Incoming, MessageKind
from bot.chat.intents import Heard, Intent, WordIntents
from bot.chat.registry import (
    ANSWER,
    BUTTONS,
    COMMANDS,
    EXPIRED,
    NEARLY,
    NEWS_OF_A_PLACE,
    PLACE,
    QUESTION,
    SAID,
    UNKNOWN,
    Command,
    command_meant,
)
from bot.chat.reply import Reply, say
from bot.chat.roles import RUNS_THE_BOT, Role, Verdict, Who, decide
from bot.chat.services import Services
from bot.store.audit import Action, record_action, record_refusal
from bot.store.awaited import awaited_of
from bot.towns import is_place, is_place_alone, zone_within
from bot.wording.texts import Texts, texts_for
from index.errors import SitrepError

_SILENT = Reply()
_FRAMES = 6
# What may be the hour, city or topics that were asked for; thanks and such are not.
_MAY_ANSWER = frozenset({Intent.QUESTION, Intent.PLACE, Intent.TIME})
_AT_ANY_TIME = frozenset({"stop", "forget"})
_MANNERS = frozenset({Intent.GREETING, Intent.THANKS, Intent.FAREWELL, Intent.NOTHING})
# What may be said with a slash before it.
_BY_COMMAND = frozenset({Intent.GREETING, Intent.THANKS, Intent.FAREWELL, Intent.ABOUT})
# Errors that ask the same of whoever sent the address have one text.
_SAME = {
    **dict.fromkeys(("scheme", "credentials", "port"), "bad_address"),
    **dict.fromkeys(("connect", "timeout", "incomplete", "busy", "unavailable", "rate_limited"), "not_reached"),
    **dict.fromkeys(("http_error", "internal"), "not_reached"),
    **dict.fromkeys(("robots",), "forbidden"),
    **dict.fromkeys(("gone",), "not_found"),
    **dict.fromkeys(("redirect_scheme", "redirect_loop", "too_many_redirects"), "redirects"),
    **dict.fromkeys(("too_large", "bomb", "encoding"), "too_heavy"),
    **dict.fromkeys(("wrong_type", "nothing_found", "not_a_feed", "not_addable"), "no_source"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Task:
    """An update with the command that it calls. A press carries its payload as text."""

    command: Command
    incoming: Incoming

    @property
    def asks_standing(self) -> bool:
        """Whether the rules need to know if the person is an admin of the group."""
        shared = self.incoming.chat_kind is not ChatKind.PRIVATE
        return shared and (self.command.rule.who is Who.GROUP_ADMINS or self.command.by_standing)


def find_task(incoming: Incoming, services: Services) -> Task | Reply:
    """The command that is meant, or what to say (nothing, in most cases) where none is."""
    if incoming.kind is MessageKind.PRESS:
        return _pressed(incoming, services)
    if not incoming.addressed:
        return _SILENT
    if incoming.place is not None:
        return Task(PLACE, incoming)
    if incoming.command is None:
        return _said(incoming, services)
    command = COMMANDS.get(incoming.command)
    if command is not None:
        return Task(command, incoming)
    private = incoming.chat_kind is ChatKind.PRIVATE and incoming.kind is MessageKind.NEW
    return _nearly_a_command(incoming) if private else _SILENT


def _nearly_a_command(incoming: Incoming) -> Task:
    """A command that there is not, where it is called as people say what they want: /помощь, /menu, /quit."""
    heard = WordIntents().of((incoming.command or "").replace("_", " "))
    if heard.intent is Intent.WISH and heard.command in COMMANDS:
        return Task(COMMANDS[heard.command], dataclasses.replace(incoming, command=heard.command))
    return Task(SAID[heard.intent] if heard.intent in _BY_COMMAND else UNKNOWN, incoming)


def _said(incoming: Incoming, services: Services) -> Task:
    """What is written without a command: the answer to what was asked, or what people say, or a question."""
    heard = services.intents.of(incoming.text)
    if incoming.kind is MessageKind.FORWARDED:
        return Task(_without_wishes(heard, incoming.text), incoming)
    with services.database.read() as connection:
        awaited = awaited_of(connection, incoming.chat_id, incoming.user_id, now=incoming.now)
    asks = looks_like_question(incoming.text, services.audience(incoming).texts)
    meant = command_meant(incoming.text) if incoming.chat_kind is ChatKind.PRIVATE and not asks else None
    if meant is not None and (awaited is None or awaited.step != "topics"):
        return Task(NEARLY, dataclasses.replace(incoming, text=meant))
    if awaited is not None and not asks and _may_answer(heard, incoming.text, awaited.step):
        return Task(ANSWER, incoming)
    if heard.intent is Intent.WISH and heard.command in COMMANDS:
        text = _taken_along(heard, incoming.text)
        return Task(COMMANDS[heard.command], dataclasses.replace(incoming, text=text, command=heard.command))
    return Task(_without_wishes(heard, incoming.text), incoming)


def _without_wishes(heard: Heard, text: str) -> Command:
    guess = heard.guessed and heard.intent in _MANNERS and is_place(text.strip("?؟!. "))
    if guess or (heard.intent is Intent.QUESTION and is_place_alone(text) and not only_asks(text)):
        return NEWS_OF_A_PLACE
    return SAID.get(heard.intent, QUESTION)


def _taken_along(heard: Heard, text: str) -> str:
    """What a wish takes along: a subscription its hour, city and topics, a time zone its city. What is only like a
    wish for a subscription must say when, or it is asked."""
    if heard.command == "timezone":
        return zone_within(text) or ""
    if heard.command == "subscribe" and (not heard.guessed or says_when(text)):
        return text
    return ""


def _may_answer(heard: Heard, text: str, step: str) -> bool:
    """Whether a message may be the hour, city or topics that were asked for. "Grain exports" is like a wish for a list
    of sources, but it is a topic; "noon" is like nothing, but it is an hour; to stop is meant at any time."""
    if heard.guessed and heard.command in _AT_ANY_TIME:
        return False
    if heard.guessed and (says_when(text) if step == "hour" else step == "topics" and heard.intent is Intent.WISH):
        return True
    return heard.intent in _MAY_ANSWER


def _pressed(incoming: Incoming, services: Services) -> Task:
    try:
        press = services.signer.read(
            incoming.text, chat_id=incoming.chat_id, user_id=incoming.user_id, now=incoming.now
        )
        command = BUTTONS[press.action]
    except (BadPress, KeyError):
        return Task(EXPIRED, incoming)
    return Task(command, dataclasses.replace(incoming, text=press.payload))


def respond(task: Task, services: Services, *, rules_group: bool) -> Reply:
    """Run the command where its rule allows it. Never raises: what goes wrong is a sentence, and a line in the log."""
    log = structlog.get_logger("bot.chat").bind(command=task.command.name, update=task.incoming.update_id)
    texts = texts_for(task.incoming.language)
    try:
        texts = services.audience(task.incoming).texts
        return _judged(task, services, texts, rules_group=rules_group)
    except SitrepError as error:
        log.debug("refused", code=error.code)
        return say(error_text(error, texts))
    except Exception as error:
        log.error("handler failed", error=type(error).__name__, where=frames(error))
        return say(texts("error-unexpected"))


def _judged(task: Task, services: Services, texts: Texts, *, rules_group: bool) -> Reply:
    incoming, rule = task.incoming, task.command.rule
    role = _role(incoming, services, rules_group=rules_group)
    if not _is_allowed(incoming, services, role):
        return (
            say(texts("refused-stranger", chat=str(incoming.chat_id)))
            if incoming.chat_kind is ChatKind.PRIVATE
            else _SILENT
        )
    verdict = decide(rule, role=role, chat=incoming.chat_kind, kind=incoming.kind)
    if verdict is Verdict.IGNORE or (verdict is Verdict.EDITED and incoming.command is None):
        return _SILENT
    if verdict is not Verdict.RUN:
        if rule.who in RUNS_THE_BOT:
            _refused(task, services)
        refusal = texts(verdict)
        return Reply(notice=texts.plain(verdict)) if incoming.press_id else say(refusal)
    if rule.who not in RUNS_THE_BOT:
        private = incoming.chat_kind is ChatKind.PRIVATE
        may_set = private or role >= Role.GROUP_ADMIN or incoming.kind is MessageKind.CHANNEL_POST
        return task.command.handle(dataclasses.replace(incoming, may_set=may_set), services)
    return _audited(task, services)


def _audited(task: Task, services: Services) -> Reply:
    try:
        reply = task.command.handle(task.incoming, services)
    except SitrepError:
        # What can not be done as it was asked for is refused, in a sentence.
        _audit(task, services, target="", outcome="refused")
        raise
    except Exception:
        _audit(task, services, target="", outcome="failed")
        raise
    _audit(task, services, target=reply.target, outcome=reply.outcome)
    return reply


def _audit(task: Task, services: Services, *, target: str, outcome: str) -> None:
    action = Action(task.incoming.now, task.incoming.user_id, task.command.name, target, outcome)
    services.database.transact(lambda connection: record_action(connection, action))


def _refused(task: Task, services: Services) -> None:
    who, action, now = task.incoming.user_id, task.command.name, task.incoming.now
    services.database.transact(lambda connection: record_refusal(connection, who, action, now=now))


def _is_allowed(incoming: Incoming, services: Services, role: Role) -> bool:
    allowed = services.telegram.allowed_chats
    return not allowed or incoming.chat_id in allowed or role >= Role.ADMIN


def _role(incoming: Incoming, services: Services, *, rules_group: bool) -> Role:
    role = Role.READER if incoming.kind is MessageKind.ANONYMOUS else services.role_of(incoming.user_id)
    return max(role, Role.GROUP_ADMIN) if rules_group else role


def error_text(error: SitrepError, texts: Texts) -> str:
    """The sentence of an error in the reader's language where there is one, else as the error has it."""
    key = f"error-{_SAME.get(error.code, error.code).replace('_', '-')}"
    return texts(key) if texts.has(key) else texts("error-said", said=str(error))


def frames(error: BaseException) -> list[str]:
    """Where it happened, without what was said: messages of exceptions may carry people's texts."""
    stack: Any = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in stack]
