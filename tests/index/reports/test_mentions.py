"""Who is meant by pronouns, family names and "the ministry"."""

from __future__ import annotations

import pytest

from index.reports.statements import statements_of


def last_speaker(text: str, language: str = "en") -> str:
    speaker = statements_of(text, language)[-1].speaker
    return speaker.name if speaker is not None else ""


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The port authority shut the gates. It said a mine was found.", "The port authority"),
        ("en", "Residents fled. They said a mine was found.", "Residents"),
        ("en", "Petra Novak runs the port. Novak said a mine was found.", "Petra Novak"),
        ("en", "The ministry of trade said so. Ships wait, the ministry added.", "The ministry of trade"),
        ("en", "Regional governor Jan Brook came. The governor said a mine was found.", "Regional governor Jan Brook"),
        ("ru", "Начальник порта Пётр Лунин закрыл ворота. По его словам, найдена мина.", "Начальник порта Пётр Лунин"),
        ("ru", "Об этом сообщил Пётр Лунин. Лунин добавил, что найдена мина.", "Пётр Лунин"),
        ("uk", "Про це повідомив Павло Лунь. За словами Луня, знайдено міну.", "Павло Лунь"),
        ("ar", "قالت هيئة الموانئ إن الميناء مغلق. وأضافت أن لغما عثر عليه.", "هيئة الموانئ"),
        ("es", "La autoridad portuaria cerró el muelle, dijo Rosa Luna. Según ella, hay una mina.", "Rosa Luna"),
        ("fr", "Le port est fermé, a dit Rose Laval. « Une mine », a-t-elle ajouté.", "Rose Laval"),
        ("he", "מנהל הנמל אמר כי הנמל סגור. לדבריו, נמצא מוקש.", "מנהל הנמל"),
    ],
)
def test_a_short_mention_is_who_was_named_before(language: str, text: str, speaker: str) -> None:
    assert last_speaker(text, language) == speaker


def test_somebody_new_is_not_who_was_named_before() -> None:
    assert last_speaker("Two officers said so. Another officer said no mine was found.") == "Another officer"


def test_whoever_is_accused_denies() -> None:
    assert last_speaker("The port accused Red Fleet of mining the bay. It denied the charge.") == "Red Fleet"


def test_a_body_without_a_name_that_denies_keeps_its_word() -> None:
    assert last_speaker("The network blamed the fleet. The group denied that it had mined the bay.") == "The group"


def test_nobody_named_leaves_the_pronoun() -> None:
    assert last_speaker("It said a mine was found.") == "It"


TWO = "Colonel Jan Brook said the quay was shut. The mayor, Nika Dahl, said it was open. {0}"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", TWO.format("He said a mine was found. She said none was."), "She"),
        ("en", TWO.format("She said a mine was found. He said none was."), "He"),
        ("en", TWO.format("She said a mine was found."), "The mayor, Nika Dahl"),
        (
            "en",
            f"Jan Brook came. He said so. {TWO.format('She said a mine was found. He agreed, he said.')}",
            "Jan Brook",
        ),
        (
            "en",
            "The mayor, Nika Dahl, said it was shut. A third man left. A mine was found, she added.",
            "The mayor, Nika Dahl",
        ),
        (
            "ru",
            "Пётр Лунин сказал, что порт закрыт. Нина Даль сказала иное. Он добавил, что мин нет. Она сказала: есть.",
            "Она",
        ),
    ],
)
def test_he_and_she_are_two_people_and_nobody_where_it_can_not_be_told_which(
    language: str, text: str, speaker: str
) -> None:
    assert last_speaker(text, language) in (speaker, f"Colonel {speaker}")


def speakers(text: str) -> list[str]:
    return [statement.speaker.name for statement in statements_of(text, "en") if statement.speaker is not None]


@pytest.mark.parametrize(
    "text",
    [
        "A monitoring group said nine had died. The Vale Observatory for Human Rights said shells still fell.",
        "A watchdog said nine had died. It snowed. The Vale Observatory for Human Rights said shells still fell.",
        "The Vale Observatory for Human Rights said shells still fell. The watchdog said nine had died.",
    ],
)
def test_a_monitor_without_a_name_is_the_one_that_the_report_names(text: str) -> None:
    assert speakers(text) == ["The Vale Observatory for Human Rights"] * 2


def test_a_monitor_that_no_report_names_keeps_its_word() -> None:
    text = "A monitoring group said nine had died. The mayor Jan Brook said shells still fell."

    assert speakers(text) == ["A monitoring group", "The mayor Jan Brook"]


def test_a_monitor_with_a_name_keeps_it() -> None:
    text = "The Delta Rights Watch said nine had died. The Vale Observatory for Human Rights said shells still fell."

    assert speakers(text) == ["The Delta Rights Watch", "The Vale Observatory for Human Rights"]


def test_a_charity_is_not_the_people_who_work_for_it() -> None:
    text = "Seven people working for the charity said the well was hit. The charity said the mill burned."

    assert speakers(text) == ["Seven people working for the charity", "The charity"]


def test_a_claim_is_not_who_makes_it() -> None:
    assert speakers("The claim by activists in Vale that the mill burned is old.") == ["activists in Vale"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Colonel Ivan Orlov was at the river. The guns were silent, the officer said.", "Colonel Ivan Orlov"),
        (
            "Ana Reyes, the mayor of Tibú, walked the pier. Three boats sank, the mayor said.",
            "Ana Reyes, the mayor of Tibú",
        ),
        ("The army was slow to speak. Its bulletin said that three boats sank.", "The army"),
        (
            "Ana Reyes, the mayor of Tibú, was abroad. Her office said that three boats sank.",
            "Ana Reyes, the mayor of Tibú",
        ),
        ("Asked about the pier, the navy sent two lines. No boat had sunk, it said.", "the navy"),
        ("The army's spokesman was asked about Deir Hafer. He said the road was open.", "The army's spokesman"),
    ],
)
def test_an_officer_a_bulletin_and_it_are_who_was_named_before(text: str, speaker: str) -> None:
    assert statements_of(text, "en")[-1].voices[0].name == speaker


def test_an_officer_after_somebody_without_an_office_stays_unnamed() -> None:
    text = "Ana Reyes lost her house. The guns were silent, the officer said."

    assert statements_of(text, "en")[-1].voices[0].name == "the officer"
