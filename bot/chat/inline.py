"""Inline mode: `@bot question` in any chat gives cited claims to share. Pure but for the asking."""

from __future__ import annotations

import dataclasses

from bot.chat.services import Services
from bot.wording.render import Reader, shared_claim
from bot.wording.texts import texts_for
from bot.wording.typeset import clean, plain, shorten

# Fewer characters are a question that is still being typed.
LEAST_CHARACTERS = 8
MOST_CHARACTERS = 200
PAGE = 5
_TITLE_UNITS = 60
_DESCRIPTION_UNITS = 160


@dataclasses.dataclass(frozen=True, slots=True)
class Shareable:
    """One claim to share: how it is listed, and the HTML that is sent."""

    key: str
    title: str
    description: str
    html: str


def shareables(question: str, language: str | None, services: Services, *, user_id: int) -> list[Shareable]:
    """The claims that answer a person's question, each with its citation; none where the corpus does not support one,
    or where the person has had an hour's share of answers."""
    asked = " ".join(clean(question).split())
    if not LEAST_CHARACTERS <= len(asked) <= MOST_CHARACTERS:
        return []
    if not services.admits(user_id, services.clock()):
        return []
    answer = services.index.ask(asked, now=services.clock(), zone=services.briefing.zone)
    reader = Reader(texts_for(language), services.briefing.zone, profiles=services.profiles())
    cited = {citation.n: citation for citation in answer.citations}
    made = []
    for number, claim in enumerate(answer.claims if answer.kind == "answer" else ()):
        publishers = ", ".join(dict.fromkeys(cited[n].publisher for n in claim.citations if n in cited))
        html = shared_claim(claim, answer.citations, reader)
        title = shorten(clean(claim.text), _TITLE_UNITS)
        made.append(Shareable(str(number), title, shorten(clean(publishers), _DESCRIPTION_UNITS), html))
    return [one for one in made if plain(one.html).strip() and one.title]
