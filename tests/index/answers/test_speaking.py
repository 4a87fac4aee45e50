"""Whose words a question asks for, and which statements are theirs."""

from __future__ import annotations

import pytest

from index.answers.speaking import asked_speaker, of_speaker, says
from index.reports.romanised import heard, ways_heard
from tests.index.answers.building import ranked, report

ABOUT = report(
    "The port of Dolna was hit on Monday. The mayor of Dolna said the cranes were lost.", outlet="Vale Radio"
)
MINISTRY = report("The defence ministry of Russia said the port of Dolna held fuel.", outlet="Delta Post")
NAMING = report("A letter about the strike on Dolna reached Moscow by noon.", outlet="Harbour Gazette")


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("What did the governor of Kherson say about the strike?", "en", "the governor of Kherson"),
        ("How many died in Dolna, according to the Red Cross?", "en", "the Red Cross"),
        ("How many drones did Russia say it downed?", "en", "Russia"),
        ("Что заявило Минобороны России?", "ru", "Минобороны России"),
        ("Що сказав Петро Гнатюк про порт Дольна?", "uk", "Петро Гнатюк"),
        ("¿Qué dijo la Media Luna Roja?", "es", "la Media Luna Roja"),
        ("How many died, as reported by Delta Post and Vale Radio?", "en", "Delta Post and Vale Radio"),
    ],
)
def test_a_question_names_whose_words_it_asks_for(question: str, language: str, name: str) -> None:
    voice = asked_speaker(question, language)

    assert voice is not None
    assert voice.name == name


@pytest.mark.parametrize(
    "question",
    [
        "Who shelled the market in Kutum?",
        "How many were killed, who says what?",
        "The mayor accused the army of the attack. What was said by both camps?",
        "Dolna, 4 March: how many were killed?",
        "Kharkiv: which bridge was hit, on what day?",
        "Was the depot hit? the army says hundreds dead",
        "Does the Meridian article on Dolna suggest another cause?",
    ],
)
def test_a_question_that_asks_for_nobodys_words_has_no_speaker(question: str) -> None:
    assert asked_speaker(question, "en") is None


def test_the_word_before_a_state_is_no_part_of_its_name() -> None:
    for question in ("Has Russia commented on the strike on Dolna?", "Drones Russia says it downed over Dolna"):
        voice = asked_speaker(question, "en")

        assert voice is not None
        assert (voice.name, voice.actor) == ("Russia", "russia")


def test_the_words_of_whoever_is_asked_about_are_kept_and_no_others() -> None:
    voice = asked_speaker("What did Russia say about the strike on Dolna?", "en")

    kept = of_speaker(voice, ranked((ABOUT, 9.0), (MINISTRY, 4.0)), 3.0)

    assert [candidate.report for candidate in kept] == [MINISTRY]


def test_where_nobody_of_them_speaks_what_names_them_is_kept_if_it_is_about_what_is_asked() -> None:
    voice = asked_speaker("What did Russia say about the strike on Dolna?", "en")

    near = of_speaker(voice, ranked((ABOUT, 9.0), (NAMING, 7.0)), 3.0)
    far = of_speaker(voice, ranked((ABOUT, 9.0), (NAMING, 5.0)), 3.0)

    assert [candidate.report for candidate in near] == [NAMING]
    assert far == []


def test_a_family_name_alone_is_whoever_bears_it() -> None:
    voice = asked_speaker("What did Kovalenko say about the bridge?", "en")
    named = report("Andriy Kovalenko, head of the road service, said the bridge would open.")
    another = report("Petro Shevchuk, head of the road service, said the bridge would open.")

    assert voice is not None
    assert any(says(voice, testimony) for testimony in named.testimonies)
    assert not any(says(voice, testimony) for testimony in another.testimonies)


def test_who_has_no_name_is_named_by_what_they_are() -> None:
    said_wrong = report("Posts in local channels that five people had died were wrong, the governor of Dolna said.")
    voice = asked_speaker("How many died in Dolna according to local channels?", "en")

    kept = of_speaker(voice, ranked((said_wrong, 9.0), (ABOUT, 8.0)), 3.0)

    assert [candidate.report for candidate in kept] == [said_wrong]


def test_two_outlets_are_asked_at_once() -> None:
    voice = asked_speaker("How many died in Dolna, as reported by Delta Post and Vale Radio?", "en")

    assert {candidate.report for candidate in of_speaker(voice, ranked((ABOUT, 9.0), (NAMING, 8.0)), 3.0)} == {ABOUT}


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Що сказав Даніель Гагарі про порт Дольна?", "uk"),
        ("Что сказал Даниэль Хагари о порте Дольна?", "ru"),
    ],
)
def test_a_name_is_heard_across_alphabets(question: str, language: str) -> None:
    telling = report("General Daniel Hagari said the port of Dolna was empty.", outlet="Delta Post")
    voice = asked_speaker(question, language)

    assert voice is not None
    assert says(voice, telling.testimonies[0])


@pytest.mark.parametrize(
    ("written", "latin"),
    [("موسوي", "Mousavi"), ("باقري", "Bagheri"), ("כלסו", "Kalsu"), ("كادوقلي", "Kadugli"), ("Джибуті", "Djibouti")],
)
def test_a_letter_that_is_consonant_and_vowel_is_heard_as_either(written: str, latin: str) -> None:
    assert heard(latin) in ways_heard(written)
