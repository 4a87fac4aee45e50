"""Accusations and denials in seven languages: who says it, of whom, and that swapped parties never agree."""

from __future__ import annotations

import itertools

import pytest

from index.reports.accounts import Account, account, opposed
from tests.index.answers.building import report

# Russia's words on Ukraine, Ukraine's on Russia, and Ukraine's denial.
SAID: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        (
            "Russia accused Ukraine of shelling the school in Makiivka.",
            "Ukraine shelled the school in Makiivka, Russia said.",
            "Russia held Ukraine responsible for the shelling of the school in Makiivka.",
            "Ukraine was accused by Russia of shelling the school in Makiivka.",
        ),
        ("Ukraine said Russia had shelled the school in Makiivka.", "Ukraine blamed Russia for shelling the school."),
        ("Ukraine denied shelling the school in Makiivka.", "Ukraine said it did not shell the school in Makiivka."),
    ),
    "fr": (
        (
            "La Russie accuse l'Ukraine d'avoir bombardé l'école de Makiïvka.",
            "La Russie tient l'Ukraine pour responsable du bombardement de l'école de Makiïvka.",
        ),
        ("Selon l'Ukraine, la Russie a bombardé l'école de Makiïvka.",),
        ("L'Ukraine dément avoir bombardé l'école de Makiïvka.",),
    ),
    "es": (
        ("Rusia acusó a Ucrania de bombardear la escuela de Makíivka.",),
        ("Rusia bombardeó la escuela de Makíivka, dijo Ucrania.",),
        ("Ucrania niega haber bombardeado la escuela de Makíivka.",),
    ),
    "ru": (
        (
            "Россия обвинила Украину в обстреле школы в Макеевке.",
            "Россия возложила на Украину ответственность за обстрел школы в Макеевке.",
        ),
        ("Украина заявила, что Россия обстреляла школу в Макеевке.",),
        ("Украина заявила, что не обстреливала школу в Макеевке.",),
    ),
    "uk": (
        ("Росія поклала на Україну відповідальність за обстріл школи в Макіївці.",),
        ("Росія обстріляла школу в Макіївці, заявила Україна.",),
        ("Україна заявила, що не обстрілювала школу в Макіївці.",),
    ),
    "he": (
        ("רוסיה האשימה את אוקראינה בהפגזת בית הספר במקייבקה.",),
        ("אוקראינה טוענת כי רוסיה הפגיזה את בית הספר במקייבקה.",),
        ("אוקראינה הכחישה שהפגיזה את בית הספר במקייבקה.",),
    ),
    "ar": (
        (
            "اتهمت روسيا أوكرانيا بقصف المدرسة في ماكيفكا.",
            "روسيا تتهم أوكرانيا بقصف المدرسة في ماكيفكا.",
            "أوكرانيا قصفت المدرسة في ماكيفكا، بحسب روسيا.",
        ),
        ("أوكرانيا تتهم روسيا بقصف المدرسة في ماكيفكا.",),
        ("أوكرانيا تنفي قصف المدرسة في ماكيفكا.", "نفت أوكرانيا قصف المدرسة في ماكيفكا."),
    ),
}
ROLES = (("russia", "ukraine"), ("ukraine", "russia"), ("ukraine", ""))


def _account(text: str, language: str) -> Account:
    return account(report(text, language=language).testimonies[0], 1.0)


def _accounts(role: int) -> list[tuple[str, Account]]:
    return [(language, _account(text, language)) for language, said in SAID.items() for text in said[role]]


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("role", range(3))
def test_who_says_it_and_of_whom_is_read(language: str, role: int) -> None:
    speaker, accused = ROLES[role]

    for text in SAID[language][role]:
        read = _account(text, language)

        assert read.testimony.speaker is not None, text
        assert read.testimony.speaker.actor == speaker, text
        assert read.denies == (not accused), text
        assert not accused or read.agent == accused, text


def test_swapped_accusations_oppose_each_other_in_any_two_languages() -> None:
    for (_, one), (_, other) in itertools.product(_accounts(0), _accounts(1)):
        assert opposed(one, other), (one.testimony.text, other.testimony.text)


def test_a_denial_opposes_the_accusation_in_any_two_languages() -> None:
    for (_, accusation), (_, denial) in itertools.product(_accounts(0), _accounts(2)):
        assert opposed(accusation, denial), (accusation.testimony.text, denial.testimony.text)


def test_the_same_accusation_in_two_languages_is_no_dispute() -> None:
    for (_, one), (_, other) in itertools.combinations(_accounts(0), 2):
        assert not opposed(one, other), (one.testimony.text, other.testimony.text)


def test_an_arabic_charge_and_its_denial_in_one_headline_have_two_speakers() -> None:
    read = report("كييف تتهم موسكو بتفجير السد وموسكو تنفي.", language="ar").testimonies[0]

    assert [voice.name for voice in read.statement.voices] == ["كييف", "موسكو"]


def test_a_party_whose_name_stands_in_quotation_marks_at_the_head_of_a_sentence_speaks() -> None:
    read = report("«Талибан» обвинил Пакистан в ударе по деревне.", language="ru").testimonies[0]

    assert read.speaker is not None
    assert read.speaker.actor == "taliban"


@pytest.mark.parametrize(
    ("text", "language", "speaker", "accused"),
    [
        ("The shelling, which Kyiv attributed to Russia, went on for an hour.", "en", "Kyiv", "russia"),
        (
            "Le bombardement, imputé à la Russie par le maire de Kherson, a détruit une école.",
            "fr",
            "le maire de Kherson",
            "russia",
        ),
    ],
)
def test_who_lays_a_deed_on_somebody_speaks_also_behind_it(
    text: str, language: str, speaker: str, accused: str
) -> None:
    testimony = report(text, language=language).testimonies[0]

    assert [voice.name for voice in testimony.statement.voices] == [speaker]
    assert account(testimony, 0.0).agent == accused


def test_that_nobody_was_hurt_denies_no_damage() -> None:
    damage = report("The power station was damaged by shells, the company said.").testimonies[0]
    unhurt = report("No worker was hurt, the mayor said.", outlet="Delta Post").testimonies[0]

    assert not opposed(account(damage, 9.0), account(unhurt, 9.0))
