"""Other looks at one story: how outlets word it, its days, its figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.chat.commands.parts import first_part
from bot.chat.commands.questions import MOST_CHARACTERS, keep, too_many
from bot.chat.incoming import Incoming
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.wording import render_pictures
from bot.wording.message import Message
from bot.wording.render import Reader
from bot.wording.render_views import comparison_messages, figure_messages, timeline_messages
from bot.wording.typeset import Html
from index.answers.answer import Citation
from index.stories.story import Story


def compare(incoming: Incoming, services: Services) -> Reply:
    """How each outlet words the story that fits the topic best."""
    return _of_story(incoming, services, lambda story: services.index.compare(story.story_id), comparison_messages)


def timeline(incoming: Incoming, services: Services) -> Reply:
    """The story that fits the topic best, day by day."""
    return _of_story(incoming, services, lambda story: services.index.timeline(story.story_id), timeline_messages)


def open_story(incoming: Incoming, services: Services, story_id: str) -> Reply:
    """A story that a link names, day by day."""
    seen = services.index.timeline(story_id)
    if seen is None or not seen.citations:
        return say(services.audience(incoming).texts("view-nothing"))
    return _kept(incoming, services, seen.citations, lambda reader: timeline_messages(seen, reader))


def figures(incoming: Incoming, services: Services) -> Reply:
    """The tolls that reports on the topic give."""
    texts = services.audience(incoming).texts
    refusal = _refusal(incoming, services)
    if refusal is not None:
        return refusal
    table = services.index.figures(incoming.text)
    if not table.points:
        return say(texts("view-nothing"))

    def render(reader: Reader) -> list[Message]:
        return [*figure_messages(table, reader), *render_pictures.figure_messages(table, incoming.text, reader)]

    return _kept(incoming, services, table.citations, render)


def _of_story(
    incoming: Incoming,
    services: Services,
    look: Callable[[Story], Any],
    render: Callable[[Any, Reader], list[Message]],
) -> Reply:
    refusal = _refusal(incoming, services)
    if refusal is not None:
        return refusal
    stories = services.index.find_stories(incoming.text)
    seen = look(stories[0]) if stories else None
    if seen is None or not seen.citations:
        return say(services.audience(incoming).texts("view-nothing"))
    return _kept(incoming, services, seen.citations, lambda reader: render(seen, reader))


def _refusal(incoming: Incoming, services: Services) -> Reply | None:
    texts = services.audience(incoming).texts
    if not any(character.isalnum() for character in incoming.text) or len(incoming.text) > MOST_CHARACTERS:
        return say(texts("view-how", example=Html(f"/{incoming.command} Damascus")))
    return say(texts("too-many-questions")) if too_many(incoming, services) else None


def _kept(
    incoming: Incoming,
    services: Services,
    citations: Sequence[Citation],
    render: Callable[[Reader], list[Message]],
) -> Reply:
    """Keep the citations for their buttons, then set the view."""
    answer = {"citations": [citation.to_json() for citation in citations]}
    turn_id = keep(incoming, services, question=f"/{incoming.command}", answer=answer)
    made = render(services.citing(incoming, services.audience(incoming), turn_id))
    pictures = [message for message in made if message.picture is not None]
    said = [message for message in made if message.picture is None]
    return Reply((first_part(incoming, services, turn_id, said), *pictures))
