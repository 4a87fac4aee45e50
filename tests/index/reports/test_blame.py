from __future__ import annotations

import pytest

from index.reports.blame import blamed_in
from index.reports.deeds import NOBODY, Clause, PartySpan
from index.reports.records import Party
from index.reports.states import states_in


def clause(text: str, *names: str, language: str = "en") -> Clause:
    parties = [PartySpan(name, name.lower(), text.index(name), text.index(name) + len(name)) for name in names]
    return Clause(text, 0, len(text), language, parties)


@pytest.mark.parametrize(
    ("language", "text", "accuser", "accused"),
    [
        ("en", "Vardia accuses Olmen of the raid", "Vardia", "Olmen"),
        ("en", "The raid, Vardia said, was the work of Olmen", "Vardia", "Olmen"),
        ("en", "Vardia said Olmen was responsible for the raid", "Vardia", "Olmen"),
        ("en", "Vardia said the shells were fired from Olmen", "Vardia", "Olmen"),
        ("fr", "La Vardie impute le raid à Olmen", "Vardie", "Olmen"),
        ("fr", "La Vardie dit qu'Olmen est responsable du raid", "Vardie", "Olmen"),
        ("es", "Vardia culpó a Olmen del ataque", "Vardia", "Olmen"),
        ("es", "Vardia atribuyó el ataque a Olmen", "Vardia", "Olmen"),
        ("ru", "Вардия возложила ответственность на Олмен", "Вардия", "Олмен"),
        ("ru", "Вардия заявила, что Олмен стоит за атакой", "Вардия", "Олмен"),
        ("uk", "Вардія звинувачує Олмен в атаці", "Вардія", "Олмен"),
        ("ar", "حملت فارديا أولمن مسؤولية الهجوم", "فارديا", "أولمن"),
        ("ar", "قالت فارديا إن أولمن تقف وراء الهجوم", "فارديا", "أولمن"),
        ("he", "ורדיה מאשימה את אולמן בתקיפה", "ורדיה", "אולמן"),
    ],
)
def test_who_is_accused_is_told_from_who_accuses(language: str, text: str, accuser: str, accused: str) -> None:
    frames = blamed_in(clause(text, accuser, accused, language=language))

    assert {frame.party.name for frame in frames} == {accused}


def test_who_is_accused_without_a_name_is_kept_in_words() -> None:
    frames = blamed_in(clause('The mayor blamed "armed bandits" for the raid'))

    assert [frame.party for frame in frames] == [Party("armed bandits")]


def test_a_weapon_is_its_owners() -> None:
    frames = blamed_in(clause("Investigators say the missile was Vardian", "Vardian"))

    assert [(frame.party.name, frame.verb) for frame in frames] == [("Vardian", "strike")]


def test_nobody_is_blamed_where_nobody_is_accused() -> None:
    assert blamed_in(clause("Vardia met Olmen in Sarn", "Vardia", "Olmen")) == []


@pytest.mark.parametrize(
    ("language", "text", "verb"),
    [
        ("en", "The ceasefire has been broken", "break_truce"),
        ("en", "The ceasefire is in force", "truce"),
        ("en", "Negotiations resumed", "talk"),
        ("en", "The blockade was lifted", "break_siege"),
        ("fr", "Le cessez-le-feu tient", "truce"),
        ("fr", "Le siège a été levé", "break_siege"),
        ("es", "La tregua se rompió", "break_truce"),
        ("es", "El diálogo continúa", "talk"),
        ("ru", "Перемирие сорвано", "break_truce"),
        ("ru", "Переговоры продолжаются", "talk"),
        ("uk", "Перемир'я порушено", "break_truce"),
        ("uk", "Рейси скасовано", "suspend_flights"),
        ("ar", "انهارت الهدنة", "break_truce"),
        ("ar", "استؤنفت المفاوضات", "talk"),
        ("he", "הפסקת האש קרסה", "break_truce"),
        ("he", "המצור הוסר", "break_siege"),
    ],
)
def test_a_state_is_told_of_without_a_deed(language: str, text: str, verb: str) -> None:
    assert [act.verb for act in states_in(clause(text, language=language))] == [verb]


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("en", "Sarn is in Vardia's hands", "Vardia"),
        ("en", "Sarn is under the control of Vardia", "Vardia"),
        ("fr", "Sarn est aux mains de la Vardie", "Vardie"),
        ("es", "Sarn está en manos de Vardia", "Vardia"),
        ("ru", "Сарн под контролем Вардии", "Вардии"),
        ("uk", "Сарн під контролем Вардії", "Вардії"),
        ("ar", "سارن تحت سيطرة فارديا", "فارديا"),
        ("he", "סארן בשליטת ורדיה", "ורדיה"),
    ],
)
def test_in_whose_hands_a_place_is(language: str, text: str, holder: str) -> None:
    acts = states_in(clause(text, holder, language=language))

    assert [(act.agent.name, act.verb) for act in acts] == [(holder, "capture")]


def test_a_noun_alone_tells_of_no_state() -> None:
    assert states_in(clause("The truce of 1990")) == []


def test_parties_are_found_by_the_words_they_cover() -> None:
    sentence = clause("Said Vardia's army: go", "Vardia")

    assert [(mention.first, mention.last) for mention in sentence.mentions] == [(1, 1)]
    assert sentence.phrase(3, 2) == NOBODY
