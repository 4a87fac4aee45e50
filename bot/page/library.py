"""What the pages are read from: stored briefings, passages and pictures."""

from __future__ import annotations

import dataclasses
from typing import Any

from bot.briefings import BriefingPolicy
from bot.page.view import PageView, page_view
from bot.pictures.easel import Easel
from bot.pictures.picture import Picture
from bot.store import pages
from bot.store.articles import stored_as
from bot.wording.render import Reader
from bot.wording.render_passage import stored_line
from bot.wording.render_pictures import overview_caption
from bot.wording.texts import Texts, texts_for
from bot.wording.typeset import plain
from index import Index
from index.articles import PassageView
from index.stories.incidents import Overview

# What is kept with a briefing for our own use.
_OURS = ("digest", "overview")


@dataclasses.dataclass(frozen=True, slots=True)
class OpenPage:
    """A page that somebody asked for."""

    token: str
    view: PageView
    texts: Texts
    picture: Picture | None
    exported: dict[str, Any]


class Library:
    """Finds pages and draws their pictures. Safe to use from several threads."""

    def __init__(self, corpus: Index, easel: Easel, policy: BriefingPolicy) -> None:
        self._corpus = corpus
        self._easel = easel
        self._policy = policy

    def open(self, token: str) -> OpenPage | None:
        """The page of an address, with each quote's passage; None where there is none."""
        with self._corpus.database.read() as connection:
            stored = pages.find_page(connection, token)
        if stored is None:
            return None
        texts, zone = texts_for(stored.language), stored.zone or self._policy.zone
        picture = _picture(stored.content, texts, zone)
        words = _in_words(picture, texts, zone)
        view = page_view(
            stored.content,
            self._passages(stored.content),
            texts,
            zone=zone,
            picture=words,
            stored=self._stored(stored.content, texts, zone),
        )
        exported = {name: value for name, value in stored.content.items() if name not in _OURS}
        return OpenPage(token, view, texts, picture, exported)

    def picture(self, page: OpenPage, *, dark: bool) -> bytes | None:
        """The page's picture; None where it has none. Raises PictureFailed."""
        return None if page.picture is None else self._easel.png(page.picture, dark=dark)

    def texts_of(self, languages: str | None) -> Texts:
        """The texts for who sent this Accept-Language header: its first language."""
        return texts_for((languages or "").partition(",")[0].partition(";")[0].strip() or None)

    def _stored(self, content: dict[str, Any], texts: Texts, zone: str) -> dict[str, str]:
        wanted = [row["passage_id"] for row in content["citations"]]
        with self._corpus.database.read() as connection:
            found = stored_as(connection, wanted)
        return {passage_id: plain(stored_line(one, texts, zone)) for passage_id, one in found.items()}

    def _passages(self, content: dict[str, Any]) -> dict[str, PassageView]:
        wanted = dict.fromkeys(row["passage_id"] for row in content["citations"])
        found = ((passage_id, self._corpus.passage(passage_id)) for passage_id in wanted)
        return {passage_id: view for passage_id, view in found if view is not None}


def _picture(content: dict[str, Any], texts: Texts, zone: str) -> Picture | None:
    if not content.get("overview"):
        return None
    overview = Overview.from_json(content["overview"])
    if not overview.activity.theatres:
        return None
    return Picture(overview.numbered([row["story_id"] for row in content["stories"]]), "", texts.language, zone)


def _in_words(picture: Picture | None, texts: Texts, zone: str) -> str:
    if picture is None or not isinstance(picture.subject, Overview):
        return ""
    return plain(overview_caption(picture.subject, Reader(texts, zone)))
