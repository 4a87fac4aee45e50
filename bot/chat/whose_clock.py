"""By whose clocks a briefing is to come: the city or zone in a wish. Pure."""

from __future__ import annotations

from collections.abc import Callable

from bot.chat.words import AND, Word, is_asked_word

_ZONE_WORDS = 4

Zone = Callable[[str], str | None]


def zone_told(words: list[Word], used: set[int], clock: frozenset[int], zone_named: Zone) -> tuple[str | None, bool]:
    """The city or zone: behind the hour, before it, or all that is left; and whether one was told that may be another
    thing: of what clocks nobody knows, or beside the days alone, where it may be a topic."""
    free = [place for place in range(len(words)) if place not in used]
    runs: list[list[int]] = []
    for place in free:
        if runs and runs[-1][-1] == place - 1 and not words[place - 1].break_after:
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        told = [place for place in run if is_asked_word(words[place].bare, "zone")]
        beside = not words[run[-1]].break_after or run[-1] + 1 in used
        if not told and run[0] > 0 and run[0] - 1 not in used:
            # Another item of a list of topics.
            continue
        zone = _zone_in(run, words, set(used) if not told else used, zone_named, free, beside=beside, told=bool(told))
        if zone is None:
            if told and _is_unknown_place(run, words, told):
                return None, True
            continue
        by_clock = not used or run[0] - 1 in clock or run[-1] + 1 in clock
        if not told and not by_clock and words[run[0]].bare == "по":
            continue
        if not told and not by_clock and not is_asked_word(words[run[0]].bare, "joints"):
            return None, True
        return _zone_in(run, words, used, zone_named, free, beside=beside, told=bool(told)) or zone, False
    return None, False


def _is_unknown_place(run: list[int], words: list[Word], told: list[int]) -> bool:
    """Whether behind what tells of somebody's clocks a name stands that is no city's: in what time?"""
    behind = [words[place] for place in run if place > told[-1]]
    # Where letters have no capitals any word behind may be a name.
    return any(word.written[:1].isupper() or (_is_caseless(word) and not says_nothing(word)) for word in behind)


def _is_caseless(word: Word) -> bool:
    return word.written.upper() == word.written.lower() and word.written[:1].isalpha()


def _zone_in(
    run: list[int], words: list[Word], used: set[int], zone_named: Zone, free: list[int], *, beside: bool, told: bool
) -> str | None:
    """The zone that a run of words names; the words that name it are added to `used`."""
    for start in range(len(run)):
        before = [words[place].bare for place in run[:start]]
        if any(is_asked_word(bare, kind) for bare in before for kind in ("topical", "news")):
            return None
        if not told and not all(is_asked_word(bare, "joints") or is_asked_word(bare, "speech") for bare in before):
            return None
        for count in range(min(_ZONE_WORDS, len(run) - start), 0, -1):
            taken = run[start : start + count]
            behind = run[start + count :]
            if words[taken[-1]].break_after and not behind and not beside and not told:
                continue
            if taken[-1] + 1 in free and words[taken[-1] + 1].bare in AND:
                # The first of a list.
                continue
            if count == 1 and says_nothing(words[taken[0]]):
                continue
            zone = _named(words, taken, zone_named)
            if zone is not None:
                used.update(run[:start], taken)
                used.update(place for place in behind if is_asked_word(words[place].bare, "zone"))
                return zone
    return None


def _named(words: list[Word], taken: list[int], zone_named: Zone) -> str | None:
    written = " ".join(words[place].written for place in taken).strip(".!?")
    zone = zone_named(written)
    return zone if zone is not None and ("/" in zone or zone.isupper()) else None


def says_nothing(word: Word) -> bool:
    """Whether a word is none of a name. Written large it is a name's: the UN."""
    if len(word.written) > 1 and word.written.isupper() and word.written.isalpha():
        return False
    return any(is_asked_word(word.bare, kind) for kind in ("speech", "joints", "topical", "news", "zone"))
