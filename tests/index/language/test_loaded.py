from __future__ import annotations

import pytest

from index.language.loaded import loaded_words, quoted


def words(text: str) -> list[str]:
    return [one.text.lower() for one in loaded_words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Assad regime bombed the town.", ["assad regime"]),
        ("Two martyrs fell to the Zionist enemy.", ["martyrs", "zionist"]),
        ("Ten people were killed in Homs.", []),
        ('He called it a "massacre" of civilians.', []),
        ("The regimental band played on.", []),
        ("The sanctions regime held.", []),
        ("Orcs shelled Kharkiv overnight.", ["orcs"]),
        ("The Kiev regime sent neo-Nazis to the front.", ["kiev regime", "neo-nazis"]),
        ("The junta said that extremists burned the village.", ["junta", "extremists"]),
        ("Mercenaries of the aggression coalition bombed Saada.", ["mercenaries", "aggression coalition"]),
        ("The heroic army mopped up the bandits in Omdurman.", ["heroic", "mopped up", "bandits"]),
        ("An opposition militia left the occupied town.", []),
        ("The International Criminal Court spoke of war crimes and crimes against humanity.", []),
        ("He was held on a murder charge.", []),
        ("The army of the regime fled.", ["regime"]),
        ("Activists said regime planes came; meanwhile five regime raids hit.", ["regime", "regime"]),
        ("He spoke of “a massacre", []),
    ],
)
def test_loaded_words_are_found_outside_quotations(text: str, found: list[str]) -> None:
    assert words(text)[: len(found)] == found
    assert bool(words(text)) == bool(found)


def test_places_of_loaded_words_are_exact() -> None:
    text = "Takfiri terrorists fled; the heroic army advanced."

    assert all(text[one.start : one.end] == one.text for one in loaded_words(text))


def test_a_loaded_word_is_set_in_quotation_marks_unless_it_is_of_a_name() -> None:
    assert quoted("The heroic army fled to the Al-Marwa Martyrs Hospital.") == (
        "The “heroic” army fled to the Al-Marwa Martyrs Hospital."
    )
    assert quoted("The People's Liberation Army met Terrorists.") == "The People's Liberation Army met “Terrorists”."
