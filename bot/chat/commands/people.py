"""Who runs the bot, who is not answered, and what admins did. People and chats are named by their numbers alone."""

from __future__ import annotations

import re
from datetime import timedelta

import sqlalchemy as sa

from bot.chat.commands.asking import ask_first
from bot.chat.incoming import ANONYMOUS_ADMIN, Incoming
from bot.chat.paging import page_in, page_of
from bot.chat.reply import Reply, refuse, say
from bot.chat.roles import Role
from bot.chat.services import Services
from bot.store import admins as admin_store
from bot.store import bans
from bot.store.audit import Action, latest_action, recent_actions, recent_refusals
from bot.store.chats import get_chat
from bot.store.outbox import enqueue_notice
from bot.store.pauses import pause_chat, resume_chat
from bot.wording.message import Message
from bot.wording.texts import texts_for
from bot.wording.typeset import Html

_NUMBER = re.compile(r"-?[0-9]{1,16}")
# Telegram's own account, and the one that stands for whoever does not show who they are.
_NOBODY = frozenset({0, 777000, ANONYMOUS_ADMIN})
_ON_A_PAGE = 20
# Enough for months; the database keeps all.
_MOST_ACTIONS = 1000
_REFUSALS_SHOWN = 5
_NOTICE = timedelta(days=7)


def add_admin(incoming: Incoming, services: Services) -> Reply:
    """Make a person an admin; they are told, and their menu grows."""
    texts, person = services.audience(incoming).texts, _person(incoming)
    if person is None:
        return refuse(texts("person-which", example=Html("/addadmin 123456789")))

    def work(connection: sa.Connection) -> bool:
        chat = get_chat(connection, person)
        added = person not in services.telegram.admins and admin_store.add_admin(
            connection, person, by=incoming.user_id, now=incoming.now
        )
        if added and chat is not None and chat.state == "active":
            told = Message(texts_for(chat.language)("admin-you-are"))
            key, expires_at = f"admin:{person}:{incoming.update_id}", incoming.now + _NOTICE
            enqueue_notice(connection, person, told, key=key, now=incoming.now, expires_at=expires_at)
        return added

    added = services.database.transact(work)
    said = texts("admin-added" if added else "admin-is-one", person=str(person))
    return Reply((Message(said),), target=f"person {person}", menus=(person,))


def remove_admin(incoming: Incoming, services: Services) -> Reply:
    """Say whose rights are to be taken back, and ask; an owner's are in the configuration."""
    texts, person = services.audience(incoming).texts, _person(incoming)
    if person is None:
        return refuse(texts("person-which", example=Html("/removeadmin 123456789")))
    role = services.role_of(person)
    if role is not Role.ADMIN:
        key = "admin-owner" if role is Role.OWNER else "admin-is-none"
        return refuse(texts(key, person=str(person)), target=f"person {person}")
    return ask_first(incoming, services, texts("admin-remove-ask", person=str(person)), "dismiss", str(person))


def dismiss(incoming: Incoming, services: Services) -> Reply:
    """Yes: a person's rights are taken back, at once."""
    texts, person = services.audience(incoming).texts, int(incoming.text)
    removed = services.database.transact(lambda connection: admin_store.remove_admin(connection, person))
    said = texts("admin-removed" if removed else "admin-is-none", person=str(person))
    return Reply(edit=Message(said), target=f"person {person}", menus=(person,))


def admins(incoming: Incoming, services: Services) -> Reply:
    """Who runs the bot, and who is banned."""
    return Reply((_people(incoming, services),))


def turn_admins(incoming: Incoming, services: Services) -> Reply:
    """A button under that list: another page of it in its place."""
    return Reply(edit=_people(incoming, services, page_in(incoming.text)))


def _people(incoming: Incoming, services: Services, number: int = 0) -> Message:
    audience = services.audience(incoming)
    texts = audience.texts
    with services.database.read() as connection:
        named, banned = admin_store.admins(connection), bans.bans(connection)
    lines = [texts("admins-owners"), *(f"{one}" for one in services.telegram.admins), "", texts("admins-admins")]
    lines += [
        texts(
            "admins-line", person=str(one.user_id), by=str(one.added_by), at=texts.moment(one.added_at, audience.zone)
        )
        for one in named
    ] or [texts("admins-none")]
    if banned:
        lines += ["", texts("admins-banned"), *map(str, banned)]
    page = page_of(lines, number, _ON_A_PAGE)
    shown = "\n".join(line for _, line in page.shown).strip()
    turns = page.buttons(texts, services.turning(incoming, "admins"))
    return Message(shown if page.total == 1 else f"{shown}\n\n{page.heading('', texts).strip()}", turns)


def ban(incoming: Incoming, services: Services) -> Reply:
    """Say who would not be answered any more, and ask."""
    texts, banned = services.audience(incoming).texts, _number(incoming)
    if banned is None:
        return refuse(texts("person-which", example=Html("/ban 123456789")))
    if services.is_admin(banned):
        return refuse(texts("ban-admin", person=str(banned)), target=f"chat {banned}")
    return ask_first(incoming, services, texts("ban-ask", person=str(banned)), "shut", str(banned))


def shut_out(incoming: Incoming, services: Services) -> Reply:
    """Yes: answer a person or a chat no more, and send nothing there; what waits for it is kept for a while."""
    texts, banned = services.audience(incoming).texts, int(incoming.text)
    if services.is_admin(banned):
        said = Message(texts("ban-admin", person=str(banned)))
        return Reply(edit=said, target=f"chat {banned}", outcome="refused")

    def work(connection: sa.Connection) -> bool:
        pause_chat(connection, banned, reason="banned", now=incoming.now)
        return bans.add_ban(connection, banned, by=incoming.user_id, now=incoming.now)

    services.database.transact(work)
    return Reply(edit=Message(texts("banned", person=str(banned))), target=f"chat {banned}")


def unban(incoming: Incoming, services: Services) -> Reply:
    texts, banned = services.audience(incoming).texts, _number(incoming)
    if banned is None:
        return refuse(texts("person-which", example=Html("/unban 123456789")))

    def work(connection: sa.Connection) -> bool:
        removed = bans.remove_ban(connection, banned)
        chat = get_chat(connection, banned)
        if chat is not None and chat.paused_reason == "banned":
            resume_chat(connection, banned, now=incoming.now)
        return removed

    removed = services.database.transact(work)
    return say(texts("unbanned" if removed else "ban-none", person=str(banned)), target=f"chat {banned}")


def audit(incoming: Incoming, services: Services) -> Reply:
    """What admins did last, and what others tried, newest first."""
    return Reply((_actions(incoming, services, until=None),))


def turn_audit(incoming: Incoming, services: Services) -> Reply:
    """A button under the audit: earlier or later actions, of those that were done when the list was asked for."""
    return Reply(edit=_actions(incoming, services, until=int(incoming.text.partition(".")[0])))


def _actions(incoming: Incoming, services: Services, *, until: int | None) -> Message:
    audience = services.audience(incoming)
    texts = audience.texts
    with services.database.read() as connection:
        last = latest_action(connection) if until is None else until
        actions = recent_actions(connection, limit=_MOST_ACTIONS, until=last)
        refusals = recent_refusals(connection, limit=_REFUSALS_SHOWN)
    if not actions and not refusals:
        return Message(texts("audit-none"))

    def line(action: Action) -> str:
        at, outcome = texts.moment(action.at, audience.zone), texts(f"audit-{action.outcome}")
        what = f"{action.action} {action.target}".strip()
        return texts("audit-line", at=at, person=str(action.user_id), what=what, outcome=outcome)

    page = page_of(actions, 0 if until is None else page_in(incoming.text), _ON_A_PAGE)
    lines = [page.heading(texts("audit-heading"), texts), *(line(action) for _, action in page.shown)]
    lines += [
        texts("audit-refusal", day=texts.day(day), person=str(person), what=action, count=count)
        for day, person, action, count in refusals
    ]
    return Message("\n".join(lines), page.buttons(texts, services.turning(incoming, "audit", str(last))))


def _number(incoming: Incoming) -> int | None:
    text = incoming.text.strip()
    return int(text) if _NUMBER.fullmatch(text) and int(text) not in _NOBODY else None


def _person(incoming: Incoming) -> int | None:
    number = _number(incoming)
    return number if number is not None and number > 0 else None
