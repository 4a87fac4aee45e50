"""Who and where a report names: parties and places, and the country that it is about."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Sequence

from index.places import Mention, mentions
from index.reports.actors import Naming, actor_of_country, home_of, namings, of_the_state, without_parts
from index.reports.deeds import PartySpan
from index.reports.records import PlaceMention, Voice


@dataclasses.dataclass(frozen=True, slots=True)
class Named:
    """The parties and places of a text. `countries` is what it is about, `home` the actor whose "the army" is meant."""

    language: str
    parties: tuple[PartySpan, ...]
    places: tuple[PlaceMention, ...]
    countries: frozenset[str]
    home: str


def named_in(text: str, language: str, countries: Collection[str] = (), home: str = "") -> Named:
    """What a text names; `countries` and `home` are what is known of the report that it belongs to."""
    acting = namings(text, language)
    met = without_parts(mentions(text, language, countries), acting)
    at_home = home_of(acting) or home or actor_of_country(_main_country(met))
    parties = [*acting, *_countries(met, acting)]
    plain = of_the_state(text, language, parties, at_home) if at_home else ()
    return Named(
        language,
        tuple(
            PartySpan(naming.name, naming.actor, naming.start, naming.end)
            for naming in sorted([*parties, *plain], key=lambda naming: naming.start)
        ),
        tuple(_place(mention) for mention in met if mention.kind == "place"),
        frozenset(mention.place.country for mention in met if mention.place.country) | frozenset(countries),
        at_home,
    )


def placed(voice: Voice, named: Named) -> Voice:
    """A voice with the town or region that its name says it is of, and the country where no actor is known."""
    met = mentions(voice.name, named.language, named.countries)
    local = [mention for mention in met if mention.kind == "place" and mention.place.kind != "country"]
    country = next((mention.place.country for mention in met if mention.place.kind == "country"), "")
    return dataclasses.replace(
        voice,
        place=local[0].place.id if local else "",
        actor=voice.actor or actor_of_country(country),
    )


def _countries(met: Sequence[Mention], acting: Sequence[Naming]) -> list[Naming]:
    """Countries that are named and are no entries of the actors' file."""
    taken = {place for naming in acting for place in range(naming.start, naming.end)}
    return [
        Naming(mention.text, actor, actor, mention.start, mention.end)
        for mention in met
        if mention.place.kind == "country" and mention.start not in taken
        if (actor := actor_of_country(mention.place.country))
    ]


def _main_country(met: Sequence[Mention]) -> str:
    counts = Counter(mention.place.country for mention in met if mention.place.country)
    return counts.most_common(1)[0][0] if counts else ""


def _place(mention: Mention) -> PlaceMention:
    return PlaceMention(mention.text, mention.place.id, mention.place.country, mention.start, mention.end)
