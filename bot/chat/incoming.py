"""What came in: one frozen record for a message or a press, whatever Telegram wrapped it in. Pure."""

from __future__ import annotations

import dataclasses
import enum
import re
from datetime import datetime

import telegram

from bot.wording.typeset import clean

# The account that stands for "an admin of this group who does not show who".
ANONYMOUS_ADMIN = 1087968824
# Telegram's accounts that stand for whoever writes as a group or a channel.
_STAND_INS = frozenset({ANONYMOUS_ADMIN, 136817688})
_MENTION: str | None = telegram.MessageEntity.MENTION
_NAMED: str | None = telegram.MessageEntity.TEXT_MENTION
# A command as people write it: also with a blank behind the slash, or in their own script.
_COMMAND = re.compile(r"[/／]\s?(\w{1,32})(?:@(\w+))?(?:\s+|$)")


class ChatKind(enum.StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    CHANNEL = "channel"


class MessageKind(enum.StrEnum):
    NEW = "new"
    EDITED = "edited"
    FORWARDED = "forwarded"
    CHANNEL_POST = "channel_post"
    ANONYMOUS = "anonymous"
    PRESS = "press"


@dataclasses.dataclass(frozen=True, slots=True)
class Me:
    """The bot's own account."""

    id: int
    username: str


@dataclasses.dataclass(frozen=True, slots=True)
class File:
    """A document that a person sent; `content` only where its command asks for it."""

    id: str
    name: str
    size: int
    content: bytes = b""


@dataclasses.dataclass(frozen=True, slots=True)
class Incoming:
    """A message or a press. `command` is without its slash, lower case; None for plain text.

    `text` is what follows the command, the plain text, or the data of the button. `addressed`: meant for the bot.
    """

    update_id: int
    user_id: int
    chat_id: int
    chat_kind: ChatKind
    kind: MessageKind
    text: str
    now: datetime
    command: str | None = None
    thread_id: int | None = None
    message_id: int | None = None
    language: str | None = None
    addressed: bool = True
    press_id: str | None = None
    file: File | None = None
    # The message of ours that this one replies to.
    answers_to: int | None = None
    # Several pictures sent at once are one message.
    album: str | None = None
    # Whether this person may change what the chat has set.
    may_set: bool = True
    # Degrees north and east that a person shared, in private; never kept, never logged.
    place: tuple[float, float] | None = dataclasses.field(default=None, repr=False)


def read_update(update: telegram.Update, me: Me, *, now: datetime) -> Incoming | None:
    """The update as the handlers see it; None where it is nothing for them."""
    if update.callback_query is not None:
        return _read_press(update.update_id, update.callback_query, now)
    # What people write to a business account, or of a guest's, is for somebody else: those are no messages here.
    message = update.message or update.edited_message or update.channel_post or update.edited_channel_post
    file = _read_file(message) if message is not None else None
    if message is None or _is_of_a_bot(message) or message.group_chat_created or message.new_chat_members:
        return None
    written = message.text or message.caption
    if not written and file is None and not _is_wordless(message):
        return None
    kind = _message_kind(update, message)
    # A list of sources says by its name what is to be done with it.
    command, text, for_us = _split(clean(written or ("/importsources" if file else "")), me)
    addressed = for_us and (command is not None or message.chat.type == "private" or _names(message, me))
    text = _without_mention(text, message, me)
    if addressed and command is None and not text and (pointed := _pointed_at(message)):
        # Who answers somebody's question with our name alone asks it.
        text, kind = clean(pointed), MessageKind.FORWARDED
    return Incoming(
        update_id=update.update_id,
        user_id=message.from_user.id if message.from_user else 0,
        chat_id=message.chat.id,
        chat_kind=_chat_kind(message.chat.type),
        kind=kind,
        text=text,
        now=now,
        command=command,
        thread_id=message.message_thread_id if message.is_topic_message else None,
        message_id=message.message_id,
        language=message.from_user.language_code if message.from_user else None,
        addressed=addressed,
        file=file,
        answers_to=_answered(message, me),
        album=message.media_group_id,
        place=_read_place(message),
    )


def _is_of_a_bot(message: telegram.Message) -> bool:
    """Whether a bot wrote it, or made what a person sent: nobody said that. Telegram's own stand for people."""
    writer = message.from_user
    return message.via_bot is not None or (writer is not None and writer.is_bot and writer.id not in _STAND_INS)


def _read_press(update_id: int, query: telegram.CallbackQuery, now: datetime) -> Incoming | None:
    if query.message is None or query.data is None:
        return None
    message = query.message if isinstance(query.message, telegram.Message) else None
    return Incoming(
        update_id=update_id,
        user_id=query.from_user.id,
        chat_id=query.message.chat.id,
        chat_kind=_chat_kind(query.message.chat.type),
        kind=MessageKind.PRESS,
        text=query.data,
        now=now,
        thread_id=message.message_thread_id if message and message.is_topic_message else None,
        message_id=query.message.message_id,
        language=query.from_user.language_code,
        press_id=query.id,
    )


def _read_file(message: telegram.Message) -> File | None:
    """A list of sources, sent to the bot in private; other documents are nothing for it."""
    sent = message.document
    if sent is None or message.chat.type != "private":
        return None
    name = sent.file_name or ""
    if not name.lower().endswith((".opml", ".xml")):
        return None
    return File(sent.file_id, name, sent.file_size or 0)


def _is_wordless(message: telegram.Message) -> bool:
    """Whether a person sent something without words, in private: a picture, a sticker, their voice."""
    sent = message.effective_attachment is not None or message.checklist is not None
    return message.chat.type == "private" and sent


def _read_place(message: telegram.Message) -> tuple[float, float] | None:
    """Where a person says that they are, in private."""
    if message.location is None or message.chat.type != "private":
        return None
    return message.location.latitude, message.location.longitude


def _message_kind(update: telegram.Update, message: telegram.Message) -> MessageKind:
    if update.edited_message is not None or update.edited_channel_post is not None:
        return MessageKind.EDITED
    if message.forward_origin is not None or message.is_automatic_forward:
        return MessageKind.FORWARDED
    if update.channel_post is not None:
        return MessageKind.CHANNEL_POST
    if message.sender_chat is not None:
        same = message.sender_chat.id == message.chat.id
        return MessageKind.ANONYMOUS if same else MessageKind.CHANNEL_POST
    return MessageKind.NEW


def _chat_kind(kind: str) -> ChatKind:
    return {"private": ChatKind.PRIVATE, "channel": ChatKind.CHANNEL}.get(kind, ChatKind.GROUP)


def _split(text: str, me: Me) -> tuple[str | None, str, bool]:
    """The command, what follows it, and whether it is not another bot's."""
    match = _COMMAND.match(text)
    if match is None:
        return None, text.strip(), True
    for_us = match[2] is None or match[2].casefold() == me.username.casefold()
    return match[1].lower(), text[match.end() :].strip(), for_us


def _names(message: telegram.Message, me: Me) -> bool:
    """Whether a message in a group mentions the bot or answers it."""
    if _answered(message, me) is not None:
        return True
    return any(mention.casefold() == f"@{me.username}".casefold() for mention in _parts(message, _MENTION)) or bool(
        _called(message, me)
    )


def _parts(message: telegram.Message, kind: str | None) -> list[str]:
    """The parts of a message's words that are of a kind. Each call raises where a message has no words of its kind."""
    parts = [*message.parse_entities([kind]).values()] if message.text else []
    return [*parts, *message.parse_caption_entities([kind]).values()] if message.caption else parts


def _called(message: telegram.Message, me: Me) -> list[str]:
    """The words by which a message calls the bot where it names its account without the name that begins with @."""
    entities = (*message.entities, *message.caption_entities)
    if not any(entity.user is not None and entity.user.id == me.id for entity in entities):
        return []
    return _parts(message, _NAMED)


def _pointed_at(message: telegram.Message) -> str | None:
    """The words of somebody else's message that this one replies to; a command is none."""
    other = message.reply_to_message
    if other is None or other.forum_topic_created is not None or _is_of_a_bot(other):
        return None
    words = other.text or other.caption or ""
    return None if _COMMAND.match(words) else words


def _answered(message: telegram.Message, me: Me) -> int | None:
    """The message of ours that is replied to. In a forum every message replies to the one that opened its topic."""
    answered = message.reply_to_message
    own = answered is not None and answered.from_user is not None and answered.from_user.id == me.id
    return answered.message_id if answered is not None and own else None


def _without_mention(text: str, message: telegram.Message, me: Me) -> str:
    for called in _called(message, me):
        text = text.replace(called, " ", 1)
    return re.sub(rf"@{re.escape(me.username)}\b", " ", text, flags=re.IGNORECASE).strip()
