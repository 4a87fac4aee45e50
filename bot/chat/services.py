"""What handlers work with."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.alerts import AlertPolicy
from bot.briefings import BriefingPolicy
from bot.chat.buttons import ANYONE, Signer, citation_opener
from bot.chat.incoming import ChatKind, Incoming
from bot.chat.intents import Intents, WordIntents
from bot.chat.paging import TURN_MINUTES
from bot.chat.policy import TelegramPolicy
from bot.chat.roles import Role
from bot.page.permalinks import NO_PAGES, Permalinks
from bot.store.admins import admins, is_admin
from bot.store.chats import Chat, ensure_chat, forget_chat, get_chat
from bot.store.hidden import hidden_from
from bot.store.limits import admit
from bot.wording.render import Reader
from bot.wording.texts import Texts, texts_for
from index import Index
from index.profiles import Publisher
from index.store.database import Database


@dataclasses.dataclass(frozen=True, slots=True)
class Services:
    """`clock` gives aware UTC."""

    index: Index
    database: Database
    telegram: TelegramPolicy
    briefing: BriefingPolicy
    alerts: AlertPolicy
    signer: Signer
    clock: Callable[[], datetime]
    permalinks: Permalinks = NO_PAGES
    intents: Intents = dataclasses.field(default_factory=WordIntents)

    def audience(self, incoming: Incoming) -> Audience:
        """Whom a handler speaks to: in the language that the chat chose, else in that of whoever writes."""
        with self.database.read() as connection:
            chat = get_chat(connection, incoming.chat_id)
        language = (chat.language if chat else None) or incoming.language
        zone = (chat.zone if chat else None) or self.briefing.zone
        return Audience(chat, texts_for(language), zone)

    def role_of(self, user_id: int) -> Role:
        """What the configuration (owners) or the database (admins) makes of this person. Asked anew at every update."""
        if user_id in self.telegram.admins:
            return Role.OWNER
        with self.database.read() as connection:
            return Role.ADMIN if is_admin(connection, user_id) else Role.READER

    def is_admin(self, user_id: int) -> bool:
        """Whether this person is an owner or an admin."""
        return self.role_of(user_id) >= Role.ADMIN

    def admin_ids(self, connection: sa.Connection) -> list[int]:
        """All owners and admins."""
        return sorted({*self.telegram.admins, *(one.user_id for one in admins(connection))})

    def open_chat(self, connection: sa.Connection, incoming: Incoming) -> Chat:
        """The chat's row, made where it is new."""
        return ensure_chat(
            connection,
            incoming.chat_id,
            kind=incoming.chat_kind,
            now=incoming.now,
            # The language of a group is its admins' to choose, not that of whoever writes there first.
            language=texts_for(incoming.language).language if incoming.chat_kind is ChatKind.PRIVATE else None,
        )

    def sign(self, incoming: Incoming, action: str, payload: str = "", *, minutes: int, own: bool = True) -> str:
        """Data of a button under a reply: for this person alone, or for anyone in the chat."""
        return self.signer.sign(
            action,
            payload,
            chat_id=incoming.chat_id,
            user_id=incoming.user_id if own else ANYONE,
            expires_at=incoming.now + timedelta(minutes=minutes),
        )

    def signing(self, incoming: Incoming, *, minutes: int) -> Callable[[str, str], str]:
        """Makes the data, of action and payload, of buttons that anyone in the chat may press."""
        return lambda action, payload: self.sign(incoming, action, payload, minutes=minutes, own=False)

    def turning(self, incoming: Incoming, action: str, about: str = "") -> Callable[[int], str]:
        """Makes the data of the buttons to a list's other pages; `about` says which list, where there are several."""
        payload = f"{about}." if about else ""
        return lambda page: self.sign(incoming, action, f"{payload}{page}", minutes=TURN_MINUTES, own=False)

    def citing(self, incoming: Incoming, audience: Audience, turn_id: int) -> Reader:
        """A reader whose citation buttons open the passages of a stored turn."""
        opener = citation_opener(self.signer, chat_id=incoming.chat_id, row="t", row_id=turn_id, now=incoming.now)
        return Reader(audience.texts, audience.zone, opener, self.profiles(), len(self.hidden(incoming.chat_id)))

    def hidden(self, chat_id: int) -> frozenset[str]:
        """The outlets that a chat has hidden."""
        with self.database.read() as connection:
            return hidden_from(connection, chat_id)

    def forget(self, chat_id: int) -> None:
        """Remove everything held about a chat, from the database's log too, and a person's id from what they did."""
        self.database.transact(lambda connection: forget_chat(connection, chat_id))
        self.index.ingest.forget_person(str(chat_id))
        self.database.empty_log()

    def admits(self, user_id: int, now: datetime) -> bool:
        """Whether a person may ask once more this hour, which is then counted."""
        who, most = self.signer.pseudonym(user_id), self.telegram.questions_per_hour
        return self.database.transact(lambda connection: admit(connection, who, most=most, now=now))

    def profiles(self) -> dict[str, Publisher]:
        """What admins wrote down about publishers, by name."""
        return {one.name: one for one in self.index.ingest.publishers.list()}


@dataclasses.dataclass(frozen=True, slots=True)
class Audience:
    """A chat as far as it is known, its language's texts and its zone."""

    chat: Chat | None
    texts: Texts
    zone: str
