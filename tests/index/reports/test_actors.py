"""Armed actors, states and missions by their names in each language."""

from __future__ import annotations

from datetime import date

import pytest

from index.language.lexicon import LANGUAGES
from index.reports.actors import actor_of, actors, entry_of, home_of, namings, of_the_state, side_of, state_of


@pytest.mark.parametrize(
    ("name", "language", "actor"),
    [
        ("the Rapid Support Forces", "en", "rsf"),
        ("the RSF", "en", "rsf"),
        ("قوات الدعم السريع", "ar", "rsf"),
        ("ولقوات الدعم السريع", "ar", "rsf"),
        ("les Forces de soutien rapide", "fr", "rsf"),
        ("Сил быстрой поддержки", "ru", "rsf"),
        ("the IDF", "en", "israel"),
        ('דובר צה"ל', "he", "israel"),
        ("جيش الاحتلال", "ar", "israel"),
        ("ЦАХАЛа", "ru", "israel"),
        ("Збройні сили України", "uk", "ukraine"),
        ("ВСУ", "ru", "ukraine"),
        ("el ELN", "es", "eln"),
        ("a baker", "en", ""),
    ],
)
def test_an_actor_is_found_by_its_names_in_any_case(name: str, language: str, actor: str) -> None:
    assert actor_of(name, language) == actor


def test_a_capital_is_its_government() -> None:
    assert actor_of("Moscow", "en") == actor_of("Москвы", "ru") == "russia"


def test_who_rules_a_place_is_whose_body_it_is_and_who_helps_is_not() -> None:
    assert actor_of("the Houthi-run ports authority", "en") == "houthis"
    assert actor_of("the Russian-installed harbour master", "en") == "russia"
    assert actor_of("the US-backed SDF", "en") == "sdf"


def test_a_word_in_small_letters_is_no_name_in_capitals() -> None:
    assert namings("They told us who is there.", "en") == ()
    assert [naming.actor for naming in namings("The US told the WHO.", "en")] == ["usa", "united_nations"]


def test_a_naming_is_where_it_stands_without_its_possessive() -> None:
    text = "Israel's army left."

    (naming,) = namings(text, "en")

    assert text[naming.start : naming.end] == "Israel"


def test_a_plain_army_is_that_of_the_state_the_report_is_about() -> None:
    text = "The RSF accused the army of burning the market. The Ethiopian army was not there."
    named = namings(text, "en")

    (army,) = of_the_state(text, "en", named, "sudan")

    assert (army.name, army.actor, text[army.start : army.end]) == ("army", "sudan", "army")


def test_a_report_is_at_home_where_most_of_its_actors_are() -> None:
    assert home_of(namings("The RSF left. The SAF and the RSF fought. Egypt waited.", "en")) == "sudan"
    assert home_of(()) == ""


def test_sides_and_states_are_asked_by_id() -> None:
    assert side_of("wagner") == "russia"
    assert side_of("pl") == "pl"
    assert state_of("SD") == "sudan"
    assert state_of("") == ""


def test_every_entry_leads_to_a_side_and_has_a_name_in_english() -> None:
    for entry in actors():
        assert side_of(actors()[entry].id) or actors()[entry].id in {"united_nations"}
    assert len(LANGUAGES) == 7
    assert entry_of("the Islamic State", "en") == "islamic_state"


def test_who_ruled_a_state_until_a_day_is_that_state_before_it() -> None:
    ruler = actors()["assad"]

    assert ruler.until > date.min
    assert side_of("assad", date(2016, 5, 1)) == ruler.was == "syria"
    assert side_of("assad", ruler.until) == side_of("assad") == "assad"


def test_a_country_named_as_where_somebody_has_an_office_is_no_actor() -> None:
    assert actor_of("the Moscow based observatory", "en") == ""
    assert actor_of("the Moscow observatory", "en") == "russia"
