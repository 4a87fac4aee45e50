"""Questions, and the passages behind their answers."""

from __future__ import annotations

import dataclasses
import re
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.chat.commands.dialogue import only_asks
from bot.chat.incoming import ChatKind, Incoming, MessageKind
from bot.chat.kept import answer_of, citation_of, row_of
from bot.chat.ratings import BUTTON_MINUTES, rating_row
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.hiding import answer_without
from bot.store.articles import stored_as
from bot.store.briefings import citations_of
from bot.store.said import Said, said_in, said_to
from bot.store.tallies import count
from bot.store.turns import StoredTurn, add_turn, get_turn, latest_turns
from bot.store.watches import citations_of_alert
from bot.usage import ABSTAINED, ANSWERED, wait_name
from bot.wording.render import Reader, answer_messages
from bot.wording.render_passage import passage_message
from bot.wording.typeset import shorten
from index.answers.answer import Citation
from index.answers.followups import Turn

MOST_CHARACTERS = 2000
# A question may refer to what was asked this long ago.
_CONVERSATION = timedelta(minutes=30)
# What fits into the notice that a press shows.
_NOTICE_UNITS = 190
_CITED = re.compile(r"([tba])([0-9]{1,18})\.([0-9]{1,4})")


def ask(incoming: Incoming, services: Services) -> Reply:
    """Answer a question with citations, or say that the corpus does not support an answer. "When?" alone is asked of
    what went before."""
    turns = _turns(incoming, services)
    answered = any(turn.answer is not None and turn.answer.claims for turn in turns)
    if not answered and only_asks(incoming.text):
        return say(services.audience(incoming).texts("answer-none-before"))
    return _answered(incoming, services, turns)


def ask_afresh(incoming: Incoming, services: Services) -> Reply:
    """Answer what leans on nothing that was asked before."""
    return _answered(incoming, services, [])


def _answered(incoming: Incoming, services: Services, turns: list[Turn]) -> Reply:
    audience = services.audience(incoming)
    question = " ".join(incoming.text.split())
    if too_many(incoming, services):
        return say(audience.texts("too-many-questions"))
    if len(question) > MOST_CHARACTERS:
        return say(audience.texts("ask-too-long", most=MOST_CHARACTERS))
    if not any(character.isalnum() for character in question):
        return say(audience.texts("ask-how"))
    before = _answered_before(incoming, services)
    if incoming.kind is MessageKind.EDITED and before is None and incoming.chat_kind is not ChatKind.PRIVATE:
        # It was no question before: a correction of what was said to others.
        return Reply()
    answer = services.index.ask(question, now=incoming.now, zone=audience.zone, turns=turns)
    answer = answer_without(answer, services.hidden(incoming.chat_id))
    turn_id = keep(incoming, services, question=question, answer=row_of(answer))
    _count(incoming, services, answered=answer.kind == "answer")
    tail = (rating_row(f"t{turn_id}", audience.texts, services.signing(incoming, minutes=BUTTON_MINUTES)),)
    said = answer_messages(answer, services.citing(incoming, audience, turn_id), tail=tail)
    if before is None:
        return Reply(tuple(said), turn_id=turn_id)
    return Reply(tuple(said[1:]), edit=dataclasses.replace(said[0], edits=before.message_id), turn_id=turn_id)


def _answered_before(incoming: Incoming, services: Services) -> Said | None:
    """The answer to a question that was edited since."""
    if incoming.kind is not MessageKind.EDITED or incoming.message_id is None:
        return None
    with services.database.read() as connection:
        return said_to(connection, incoming.chat_id, incoming.message_id)


def _count(incoming: Incoming, services: Services, *, answered: bool) -> None:
    """What /stats shows of a question: whether it was answered, and in what time."""
    took = (services.clock() - incoming.now) / timedelta(milliseconds=1)
    what = ANSWERED if answered else ABSTAINED, wait_name(took)
    services.database.transact(lambda connection: count(connection, incoming.now.date(), *what))


def too_many(incoming: Incoming, services: Services) -> bool:
    """Whether this person has asked for more than an hour's share; what is asked now is counted."""
    return not services.admits(incoming.user_id, incoming.now)


def keep(incoming: Incoming, services: Services, *, question: str, answer: dict[str, Any]) -> int:
    """Keep what was answered, for its citation buttons; the turn's id."""

    def work(connection: sa.Connection) -> int:
        services.open_chat(connection, incoming)
        return add_turn(
            connection,
            incoming.chat_id,
            user_id=incoming.user_id,
            question=question,
            answer=answer,
            now=incoming.now,
        )

    return services.database.transact(work)


def open_citation(incoming: Incoming, services: Services) -> Reply:
    """The exact passage that a citation points to, in its surroundings."""
    audience = services.audience(incoming)
    citation = _citation(incoming, services)
    if citation is not None and incoming.chat_kind is ChatKind.CHANNEL:
        # Any reader of a channel may press; what they get is for them alone.
        return Reply(notice=shorten(f"{citation.publisher}: {citation.quote}", _NOTICE_UNITS))
    view = services.index.passage(citation.passage_id) if citation else None
    if citation is None or view is None:
        return Reply(notice=audience.texts.plain("passage-gone"))
    reader = Reader(audience.texts, audience.zone, profiles=services.profiles())
    with services.database.read() as connection:
        stored = stored_as(connection, [citation.passage_id]).get(citation.passage_id)
    return Reply((passage_message(view, citation, reader, stored),))


def _citation(incoming: Incoming, services: Services) -> Citation | None:
    match = _CITED.fullmatch(incoming.text)
    if match is None:
        return None
    with services.database.read() as connection:
        rows = _citations(connection, match[1], int(match[2]), incoming.chat_id)
    for row in rows:
        if row["n"] == int(match[3]):
            return citation_of(row)
    return None


def _citations(connection: sa.Connection, kind: str, row_id: int, chat_id: int) -> list[dict[str, Any]]:
    if kind == "b":
        return citations_of(connection, row_id, chat_id=chat_id) or []
    if kind == "a":
        return citations_of_alert(connection, row_id, chat_id=chat_id)
    turn = get_turn(connection, row_id, chat_id=chat_id)
    return turn.answer.get("citations", []) if turn else []


def _turns(incoming: Incoming, services: Services) -> list[Turn]:
    """The person's own questions of this conversation, for a follow-up to lean on; where they reply to an answer, that
    one alone, whoever asked for it."""
    with services.database.read() as connection:
        replied = said_in(connection, incoming.chat_id, incoming.answers_to) if incoming.answers_to else None
        turn = get_turn(connection, replied.turn_id, chat_id=incoming.chat_id) if replied else None
        if turn is not None and "claims" in turn.answer:
            return [_turn(turn)]
        stored = latest_turns(
            connection,
            incoming.chat_id,
            user_id=incoming.user_id,
            since=incoming.now - _CONVERSATION,
        )
    return [_turn(row) for row in stored if "claims" in row.answer]


def _turn(row: StoredTurn) -> Turn:
    return Turn(row.question, answer_of(row.answer))
