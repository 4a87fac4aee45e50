"""What of a briefing is read in a minute. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from index.reports.shown import Claim, Conflict, Gist
from index.stories.story import StoryBrief

# A briefing before its sources; what stands around its stories (when, of what, what was quiet) takes the rest of 1,500.
MOST_CHARACTERS = 1300
# So many stories are told in any case, and those that lead a topic.
_FEWEST = 3
# A number in brackets with its space, how many outlets and origins, and the words around a dispute.
_MARK, _ORIGINS, _DISPUTED = 5, 25, 20
# What records say of a claim in another language, beside who says it; and where it only says who is mentioned.
_GIST, _MENTIONS = 65, 65


def fitted(
    briefs: Sequence[StoryBrief], leading: Collection[str], *, most: int = MOST_CHARACTERS, language: str = ""
) -> tuple[list[StoryBrief], list[StoryBrief]]:
    """The stories that fit, in their order, and those that do not. All are told by their headlines first; where room is
    left, it is said whom those in another language name, then the first ones are told in a line, and then in two. The
    first three and the `leading` ones (ids) are told however long they are. `language` is the reader's, "" where it is
    not known."""
    fitting: list[StoryBrief] = []
    left: list[StoryBrief] = []
    room = most - sum(length(_at_a_glance(brief), language) for brief in briefs if brief.story.story_id in leading)
    for brief in briefs:
        glance = _at_a_glance(brief)
        due = brief.story.story_id in leading
        if due or length(glance, language) <= room or len(fitting) < _FEWEST:
            fitting.append(glance)
            room -= 0 if due else length(glance, language)
        else:
            left.append(brief)
    whole = {brief.story.story_id: brief for brief in briefs}
    for form in (_named_at_a_glance, _in_short, lambda brief: brief):
        for place, shown in enumerate(fitting):
            longer = form(whole[shown.story.story_id])
            more = length(longer, language) - length(shown, language)
            if more <= room:
                fitting[place] = longer
                room -= more
    return fitting, left


def length(brief: StoryBrief, language: str = "") -> int:
    """About how many characters a story takes for a reader of a language."""
    lines = sum(_length_of(claim) for claim in brief.claims if not brief.says_headline(claim))
    lines += _MARK * len(brief.claims)
    lines += sum(_length_of_gist(claim.gist, language) for claim in brief.claims)
    lines += sum(len(change.text) + len(change.before) + 2 * _MARK for change in brief.changes)
    return len(brief.story.headline) + _ORIGINS + lines + sum(map(_length_of_dispute, brief.conflicts))


def _length_of(claim: Claim) -> int:
    return len(claim.text) + sum(map(len, claim.attribution)) + _MARK


def _length_of_gist(gist: Gist | None, language: str) -> int:
    if gist is None or not language or gist.language == language:
        return 0
    return len(gist.speaker) + (_MENTIONS if gist.mentioned else _GIST)


def _length_of_dispute(conflict: Conflict) -> int:
    sides = sum(len(side.value) + sum(map(len, side.attribution)) + _MARK for side in conflict.positions)
    return len(conflict.about) + _DISPUTED + sides


def _at_a_glance(brief: StoryBrief) -> StoryBrief:
    """A story in its headline, where nobody disputes it and nothing changed; its claim stands behind the number that it
    cites. Whom it only names is not said."""
    short = _named_at_a_glance(brief)
    return dataclasses.replace(short, claims=tuple(_without_names(claim) for claim in short.claims))


def _named_at_a_glance(brief: StoryBrief) -> StoryBrief:
    short = _in_short(brief)
    more = brief.conflicts or brief.changes or brief.developments or brief.denied
    return short if more else dataclasses.replace(short, glance=True)


def _without_names(claim: Claim) -> Claim:
    tells = claim.gist is None or claim.gist.deed or claim.gist.tallies
    return claim if tells else dataclasses.replace(claim, gist=None)


def _in_short(brief: StoryBrief) -> StoryBrief:
    """A story in its first claim; who denies it stays."""
    if brief.denied:
        return brief
    return dataclasses.replace(brief, claims=brief.claims[:1], headlines=brief.headlines[:1])
