"""News outlets as texts name them."""

from __future__ import annotations

from index.language.wordlists import words
from index.reports.agencies import agency

_SUFFIXES = words(
    """
    news tv television agency press channel radio times post guardian journal herald tribune mail today newspaper
    daily weekly network broadcaster media arab monde spiegel bbc cnn nbc abc cbs npr pbs msnbc jazeera mayadeen
    arabiya manar alam reuters afp ap sputnik tass interfax ria sana rt dw euronews france24
    """
)


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet."""
    lower = name.lower().replace("al-", "").split()
    return bool(agency(name)) or bool(_SUFFIXES & set(lower))
