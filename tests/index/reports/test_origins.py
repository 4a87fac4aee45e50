"""Origins are counted by evidence: what a source says of itself can only lower the count."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from index.reports.origins import Carried, origins

SEEN = datetime(2026, 4, 10, 12, tzinfo=UTC)
WIRE = "The dam at Marwa broke before dawn and water reached the lower streets of the town within the hour."
BRIDGE = "Engineers closed the iron bridge at Sorrel after cracks were found in two of its seven pillars last night."
WHEAT = "Wheat prices fell for a third week as traders waited for news from the ministry about the winter harvest."
SCHOOL = "Pupils returned to eleven schools in the northern district, where heating had failed during the long frost."


def carried(name: str, text: str, house: str = "", minutes: int = 0) -> Carried:
    at = SEEN + timedelta(minutes=minutes)
    return Carried(f"{name}-{minutes}-{text[:9]}", name, text, house=house, seen_at=at, published_at=at)


def test_copies_of_one_wire_are_one_origin() -> None:
    found = origins(
        [
            Carried("a", "Daily", f"{WIRE} The mayor asked for boats. --AFP"),
            Carried("b", "Herald", f"Flood. {WIRE} Schools are shut."),
            Carried("c", "Star", WHEAT),
        ]
    )

    assert found.of["a"] == found.of["b"] == "AFP"
    assert found.of["c"] == "Star"
    assert found.count == 2


def test_one_house_is_one_origin_whatever_names_and_credits_it_gives() -> None:
    texts = (f"{WIRE} (Reuters)", f"{BRIDGE} (AFP)", f"{WHEAT} (AP)", SCHOOL)

    found = origins([carried(f"Name {n}", text, "liar.example", n) for n, text in enumerate(texts)])

    assert found.count == 1


def test_sites_that_credit_one_agency_are_one_origin_and_its_own_report_is_that_one() -> None:
    own = [carried("Reuters", WHEAT, "reuters.example")]
    others = [
        carried("Daily", f"{WIRE} (Reuters)", "daily.example"),
        carried("Star", f"{BRIDGE} (Reuters)", "star.example"),
    ]

    assert origins([*own, *others]).count == 1


def test_a_credit_never_takes_an_origin_from_those_who_have_one_of_their_own() -> None:
    liar = [carried("Liar", f"{SCHOOL} ({name})", "liar.example", n) for n, name in enumerate(("Reuters", "AFP", "AP"))]
    honest = [carried("Daily", WIRE, "daily.example", 9), carried("Star", BRIDGE, "star.example", 9)]

    assert origins([*liar, *honest]).count == 3


def test_a_compilation_of_others_texts_does_not_make_them_one() -> None:
    honest = [carried("Daily", WIRE, "daily.example"), carried("Star", BRIDGE, "star.example")]
    compiled = carried("Liar", f"{WIRE} {BRIDGE}", "liar.example", 5)

    assert origins([*honest, compiled]).count == 2
    assert origins([compiled, *honest]).of[compiled.article_id] in {"Daily", "Star"}


def test_parts_of_a_text_that_was_there_before_are_its_copies() -> None:
    wire = carried("Wire", f"{WIRE} {BRIDGE}", "wire.example")
    parts = [carried("Daily", WIRE, "daily.example", 30), carried("Star", BRIDGE, "star.example", 40)]

    found = origins([*parts, wire])

    assert found.named == ("Wire",)


def test_an_imported_article_stands_for_its_publisher_and_that_for_its_source() -> None:
    imported = [carried("Daily", WIRE), carried("Star", BRIDGE)]

    assert origins(imported).count == 2
    assert origins([*imported, carried("Daily", WHEAT, "daily.example")]).count == 2
