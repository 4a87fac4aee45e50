"""The rows of buttons under a briefing: more on each story, and whether it was helpful. Pure."""

from __future__ import annotations

from collections.abc import Callable

from bot.wording.message import Button
from bot.wording.texts import Texts
from index.stories.story import Briefing

# Makes a button's data of its action and payload.
Sign = Callable[[str, str], str]
_A_ROW = 3
VERDICTS = ("good", "bad", "report")
BUTTON_MINUTES = 60 * 24 * 30


def briefing_rows(
    briefing: Briefing, about: str, texts: Texts, sign: Sign, *, channel: bool = False
) -> tuple[tuple[Button, ...], ...]:
    """A button for each story told, in their order, then the one for what the reader thinks.

    None where nothing is told.
    """
    if not briefing.stories:
        return ()
    if channel:
        # Whoever reads a channel can be shown a notice, and nothing that would be said to all.
        return (verdict_row(about, texts, sign, action="rate"),)
    opened = [
        Button(texts.plain("button-story", number=number), data=sign("story", brief.story.story_id))
        for number, brief in enumerate(briefing.stories, start=1)
    ]
    rows = [tuple(opened[start : start + _A_ROW]) for start in range(0, len(opened), _A_ROW)]
    return (*rows, rating_row(about, texts, sign))


def rating_row(about: str, texts: Texts, sign: Sign) -> tuple[Button, ...]:
    """The button that asks whether it was helpful."""
    return (Button(texts.plain("button-judge"), data=sign("judge", about)),)


def verdict_row(
    about: str, texts: Texts, sign: Sign, *, verdicts: tuple[str, ...] = VERDICTS, action: str = "verdict"
) -> tuple[Button, ...]:
    """Helpful, not helpful, report."""
    return tuple(
        Button(texts.plain(f"button-{verdict}"), data=sign(action, f"{about}.{verdict}")) for verdict in verdicts
    )
