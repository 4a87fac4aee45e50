"""What the records hold of a quote in another language, in the reader's: composed, with nothing translated. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.wording.texts import Texts
from bot.wording.typeset import Html, escape, isolate, shorten, told_apart
from index.places import table
from index.reports.actors import shown_name
from index.reports.shown import Gist, Tally

_WHO_UNITS = 60
_OF_WEAPONS = ""
_BOUNDS: Mapping[str, str] = {"at_least": "gist-at-least", "about": "gist-about", "up_to": "gist-up-to"}


def gist_line(gist: Gist | None, texts: Texts) -> Html | None:
    """A line beside a quote in another language than the reader's; None where the quote needs none."""
    if gist is None or gist.language == texts.language:
        return None
    if gist.deed or gist.tallies:
        what = Html(texts.joint.join([*_acts(gist, texts), *_tolls(gist, texts), *_where_and_when(gist, texts)]))
    else:
        names = [*_mentioned(gist, texts), *_where_and_when(gist, texts)]
        what = texts("gist-mentions", names=Html(texts.joint.join(names)))
    who = shown_name(gist.actor, texts.language) or shorten(gist.speaker, _WHO_UNITS)
    said = texts("gist-said", who=_isolated(who, texts), what=what) if who else what
    return texts("gist", what=said, original=texts("gist-original", language=Html(gist.language)))


def _acts(gist: Gist, texts: Texts) -> list[Html]:
    if not gist.deed:
        return []
    if gist.deed == "shoot_down":
        weapons = [_tally(tally, texts) for tally in gist.tallies if tally.outcome == _OF_WEAPONS]
        return [texts("gist-shot-down", weapons=Html(texts.joint.join(weapons)))]
    return [texts(f"gist-{gist.deed}")]


def _tolls(gist: Gist, texts: Texts) -> Iterable[Html]:
    return [_tally(tally, texts) for tally in gist.tallies if tally.outcome != _OF_WEAPONS]


def _tally(tally: Tally, texts: Texts) -> Html:
    """So many in words, with the plural that the number asks for."""
    number = texts.number(tally.low)
    if tally.modality == "exact" and tally.low != tally.high:
        number = f"{number}–{texts.number(tally.high)}"
    count = tally.high if tally.modality == "exact" else tally.low
    weapons = tally.outcome == _OF_WEAPONS
    counted = texts(f"gist-{tally.counted if weapons else tally.outcome}", count=int(count), number=number)
    if tally.counted and not weapons:
        counted = texts("gist-apart", counted=counted, of=texts(f"gist-of-{tally.counted}"))
    return texts(_BOUNDS[tally.modality], counted=counted) if tally.modality in _BOUNDS else counted


def _mentioned(gist: Gist, texts: Texts) -> list[Html]:
    names = [shown_name(actor, texts.language) for actor in gist.mentioned]
    return [_isolated(name, texts) for name in dict.fromkeys(names) if name]


def _where_and_when(gist: Gist, texts: Texts) -> list[Html]:
    places = [place for place_id in gist.places if (place := table().place(place_id)) is not None]
    named = [next(iter(table().names(place, texts.language)), place.name) for place in places]
    parts = [_isolated(name, texts) for name in named]
    return parts if gist.day is None else [*parts, _isolated(texts.short_day(gist.day), texts)]


def _isolated(name: str, texts: Texts) -> Html:
    return Html(isolate(escape(told_apart(name)), rtl=texts.rtl))
