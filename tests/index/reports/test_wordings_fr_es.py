"""How French and Spanish agencies word blame, denials, who holds what, tolls and who says it."""

from __future__ import annotations

import pytest

from index.reports.records import Statement
from tests.index.reports.building import statements_in

# A sentence, who says it ("" for nobody), and who is said to have done what: type, agent, class.
BLAMED = (
    ("fr", "Kiev impute à Moscou la frappe qui a détruit la centrale.", "Kiev", ("blame", "Moscou", "strike")),
    ("fr", "L'attaque a été imputée à la Russie par les autorités.", "", ("blame", "Russie", "attack")),
    (
        "fr",
        "L'Ukraine a pointé du doigt la Russie après le bombardement du marché.",
        "L'Ukraine",
        ("blame", "Russie", "bomb"),
    ),
    ("fr", "Le Pakistan met en cause l'Inde dans l'attentat.", "Le Pakistan", ("blame", "l'Inde", "attack")),
    ("fr", "Des tirs de roquettes attribués au Hezbollah ont visé la base.", "", ("blame", "Hezbollah", "attack")),
    ("fr", "L'attentat, revendiqué par Daech, a visé un marché.", "", ("claim", "Daech", "attack")),
    (
        "fr",
        "Les rebelles ont mis la main sur l'aéroport, a fait savoir le porte-parole de l'armée.",
        "le porte-parole de l'armée",
        ("blame", "Les rebelles", "capture"),
    ),
    (
        "fr",
        "Le M23 s'est emparé de la ville de Masisi, ont indiqué des habitants.",
        "des habitants",
        ("blame", "M23", "capture"),
    ),
    ("fr", "L'armée s'est retirée de Kara, selon le gouverneur.", "le gouverneur", ("blame", "L'armée", "withdraw")),
    (
        "fr",
        "L'armée ne s'est pas retirée de Kara, affirme le gouverneur.",
        "le gouverneur",
        ("denial", "L'armée", "withdraw"),
    ),
    (
        "fr",
        "L'armée ne contrôle plus la colline, reconnaît un officier.",
        "un officier",
        ("denial", "L'armée", "capture"),
    ),
    ("fr", "La route de Goma est impraticable depuis mardi.", "", ("blame", "", "close")),
    ("fr", "Plus de 100 civils sont détenus par la junte.", "", ("blame", "junte", "detain")),
    ("es", "Ucrania atribuyó a Rusia el ataque contra el mercado.", "Ucrania", ("blame", "Rusia", "attack")),
    ("es", "Kiev responsabiliza a Moscú del bombardeo del hospital.", "Kiev", ("blame", "Moscú", "bomb")),
    ("es", "Israel echó la culpa a Hamás por la explosión.", "Israel", ("blame", "Hamás", "")),
    (
        "es",
        "La explosión, que las autoridades achacan al ELN, destruyó el puente.",
        "las autoridades",
        ("blame", "ELN", "destroy"),
    ),
    ("es", "Hezbolá reivindicó el ataque contra el cuartel.", "", ("claim", "Hezbolá", "attack")),
    (
        "es",
        "Los rebeldes se apoderaron de la ciudad de Masisi, relataron vecinos.",
        "vecinos",
        ("blame", "Los rebeldes", "capture"),
    ),
    (
        "es",
        "El Ejército se retiró de la localidad, según el gobernador.",
        "el gobernador",
        ("blame", "El Ejército", "withdraw"),
    ),
    (
        "es",
        "El Ejército ya no controla la colina, reconoció un oficial.",
        "un oficial",
        ("denial", "El Ejército", "capture"),
    ),
    ("es", "La ciudad sigue en manos del Ejército.", "", ("blame", "Ejército", "capture")),
    ("es", "La carretera está intransitable desde el martes.", "", ("blame", "", "close")),
    ("es", "Los militares fueron secuestrados por guerrilleros.", "", ("blame", "guerrilleros", "detain")),
)

DENIED = (
    (
        "fr",
        "« Ces accusations sont dénuées de tout fondement », a martelé le porte-parole du Kremlin.",
        "le porte-parole du Kremlin",
    ),
    ("fr", "Le Rwanda balaie ces allégations, qualifiées de pure invention.", "Le Rwanda"),
    ("es", "«Estas acusaciones carecen de fundamento», recalcó el portavoz del Kremlin.", "el portavoz del Kremlin"),
    ("es", "«Es una burda mentira», ironizó el ministro.", "el ministro"),
)

# A sentence that denies nothing for all its little words.
AFFIRMED = (
    ("fr", "Plus de 20 personnes ont été tuées dans le pilonnage du marché."),
    ("fr", "Le ministre n'a pas précisé combien de soldats avaient été tués."),
    ("es", "El ministro no precisó cuántos soldados habían muerto."),
)

# A sentence with its numbers: value, modality, what is counted, what became of them.
COUNTED = (
    (
        "fr",
        "Le bilan s'est alourdi à 27 morts, a annoncé lundi le ministère de la Santé.",
        [(27, "exact", "people", "killed")],
    ),
    (
        "fr",
        "Au moins 12 personnes ont péri dans la frappe, dont quatre enfants.",
        [(12, "at_least", "people", "killed"), (4, "exact", "children", "killed")],
    ),
    ("fr", "Une frappe de drone a coûté la vie à neuf civils à Khartoum.", [(9, "exact", "civilians", "killed")]),
    (
        "fr",
        "Six pêcheurs sont portés disparus et deux autres ont été secourus.",
        [(6, "exact", "workers", "missing"), (2, "exact", "people", "rescued")],
    ),
    ("fr", "Jusqu'à 30 combattants ont été neutralisés, d'après l'état-major.", [(30, "up_to", "fighters", "killed")]),
    (
        "fr",
        "Les combats ont jeté sur les routes plus de 20.000 personnes.",
        [(20_000, "at_least", "people", "displaced")],
    ),
    (
        "es",
        "Al menos 12 personas perdieron la vida en el ataque, entre ellas cuatro niños.",
        [(12, "at_least", "people", "killed"), (4, "exact", "children", "killed")],
    ),
    ("es", "Un ataque con drones se cobró la vida de nueve civiles.", [(9, "exact", "civilians", "killed")]),
    (
        "es",
        "Los combates han obligado a huir a más de 20.000 personas.",
        [(20_000, "at_least", "people", "displaced")],
    ),
    ("es", "Hasta 30 combatientes fueron abatidos, según el Estado Mayor.", [(30, "up_to", "fighters", "killed")]),
    ("es", "La cifra de heridos pasó de 12 a 19, agregaron los bomberos.", [(19, "exact", "people", "wounded")]),
)


def _statement(text: str, language: str) -> Statement:
    return statements_in(text, language)[0]


@pytest.mark.parametrize(("language", "text", "speaker", "act"), BLAMED)
def test_who_is_said_to_have_done_what(language: str, text: str, speaker: str, act: tuple[str, str, str]) -> None:
    statement = _statement(text, language)

    assert act in [(found.type, found.agent.name, found.verb) for found in statement.acts]
    assert [voice.name for voice in statement.voices] == ([speaker] if speaker else [])


@pytest.mark.parametrize(("language", "text", "speaker"), DENIED)
def test_what_is_waved_aside_is_denied(language: str, text: str, speaker: str) -> None:
    statement = _statement(text, language)

    assert statement.negated
    assert [voice.name for voice in statement.voices] == [speaker]


@pytest.mark.parametrize(("language", "text"), AFFIRMED)
def test_what_is_not_denied_is_affirmed(language: str, text: str) -> None:
    assert not _statement(text, language).negated


@pytest.mark.parametrize(("language", "text", "counts"), COUNTED)
def test_a_toll_is_counted_however_it_is_worded(
    language: str, text: str, counts: list[tuple[int, str, str, str]]
) -> None:
    figures = _statement(text, language).figures

    assert [(figure.value, figure.modality, figure.counted, figure.outcome) for figure in figures] == counts
