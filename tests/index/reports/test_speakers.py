"""Speakers as entities, whatever they are called."""

from __future__ import annotations

import pytest

from index.reports.records import Voice
from index.reports.speakers import SpeakerContext, key, office_of, same_speaker, short_for_body
from tests.index.reports.building import read_voice as voice
from tests.index.reports.building import statements_in


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("The territory's Civil Defence", "en"), ("The Hamas-run civil defence agency", "en")),
        (("The Civil Defence", "en"), ("الدفاع المدني", "ar")),
        (("Governor Petra Novak", "en"), ("The head of the region, Petra Novak,", "en")),
        (("The regional governor", "en"), ("Governor Petra Novak", "en")),
        (("The Rapid Support Forces", "en"), ("قوات الدعم السريع", "ar")),
        (("The Israeli army", "en"), ('דובר צה"ל', "he")),
        (("The health minister", "en"), ("The health ministry", "en")),
        (("The health ministry", "en"), ("وزارة الصحة", "ar")),
        (("Минобороны России", "ru"), ("Russia's defence ministry", "en")),
        (("Army spokesman Ivan Petrov", "en"), ("Army spokesman John Brook", "en")),
        (("Оксана Бойко", "uk"), ("Oksana Boiko", "en")),
        (("Le HCR", "fr"), ("The UN refugee agency", "en")),
        (("WHO", "en"), ("The World Health Organization", "en")),
        (("L'Organisation mondiale de la santé", "fr"), ("The World Health Organization", "en")),
        (("Hamas", "en"), ("Hamas spokesman Sami Odeh", "en")),
        (("مستشفى الأمل", "ar"), ("Al-Amal hospital", "en")),
        (("El ejército de Colombia", "es"), ("The Colombian army", "en")),
        (("VOHR", "en"), ("The Vale Observatory for Human Rights", "en")),
        (("The state news agency TARN", "en"), ("TARN", "en")),
        (
            ("Petra Novak, head of the Vale Observatory for Human Rights,", "en"),
            ("The Vale Observatory for Human Rights", "en"),
        ),
        (("Vale Observatory for Human Rights head Petra Novak", "en"), ("The Vale Observatory for Human Rights", "en")),
        (("Rami Abdul-Lateef", "en"), ("Rami Abdel Lateef", "en")),
    ],
)
def test_one_speaker_under_two_names(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert same_speaker(voice(*first), voice(*second))
    assert same_speaker(voice(*second), voice(*first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("The Houthi-run health ministry", "en"),
            ("The health ministry of the internationally recognised government", "en"),
        ),
        (("Ukraine's head of the Rivne region", "en"), ("The Russian-installed head of the Rivne region", "en")),
        (("Governor Petra Novak", "en"), ("Governor Jan Novotny", "en")),
        (("The governor of Daraa, Anwar Zoubi,", "en"), ("Ahmad Zoubi, a baker,", "en")),
        (("The defence ministry", "en"), ("The health ministry", "en")),
        (("Hamas", "en"), ("The Hamas-run health ministry", "en")),
        (("Israel's foreign ministry", "en"), ("Israel's military", "en")),
        (("Al-Amal hospital", "en"), ("Al-Noor hospital", "en")),
        (("The Red Cross", "en"), ("The Red Crescent", "en")),
        (("UNICEF", "en"), ("UNRWA", "en")),
        (("The army", "en"), ("Residents", "en")),
        (("The Plain Movement", "en"), ("The Harbour Movement", "en")),
        (("A Syrian rights organisation", "en"), ("The Syrian army", "en")),
        (("A Sudanese aid organisation", "en"), ("Sudan", "en")),
        (("A Sudanese activist", "en"), ("Sudan", "en")),
        (("The Britain-based rights organisation", "en"), ("Britain", "en")),
        (("VOHR", "en"), ("The Delta Observatory for Human Rights", "en")),
        (("The state news agency TARN", "en"), ("The state news agency VELN", "en")),
        (
            ("Petra Novak, head of the Delta Observatory for Human Rights,", "en"),
            ("The Vale Observatory for Human Rights", "en"),
        ),
        (
            ("Delta Observatory for Human Rights head Petra Novak", "en"),
            ("The Vale Observatory for Human Rights", "en"),
        ),
        (("Rami Abdul-Lateef", "en"), ("Omar Abdel Lateef", "en")),
    ],
)
def test_two_speakers_stay_two(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert not same_speaker(voice(*first), voice(*second))
    assert not same_speaker(voice(*second), voice(*first))


def test_places_that_differ_keep_speakers_apart() -> None:
    here = Voice("the mayor", "person", office=("mayor",), place="1")
    there = Voice("the mayor", "person", office=("mayor",), place="2")

    assert not same_speaker(here, there)
    assert same_speaker(here, Voice("the mayor", "person", office=("mayor",)))


def test_a_plain_army_is_the_states_that_the_reports_are_about() -> None:
    sudan = SpeakerContext(home="sudan")

    assert same_speaker(voice("The army"), voice("The Sudanese army"), sudan)
    assert not same_speaker(voice("The army"), voice("The Ethiopian army"), sudan)


def test_the_head_of_a_region_is_its_governor() -> None:
    assert office_of(voice("The head of the region")) == office_of(voice("The governor")) == {"governor"}


def test_keys_gather_what_is_one_speaker() -> None:
    assert key(voice("The Israeli army")) == key(voice("Israel"))
    assert key(voice("Governor Petra Novak")) == key(voice("Petra Novak"))
    assert key(voice("The Plain Movement")) != key(voice("The Harbour Movement"))


def test_where_somebody_has_an_office_gives_no_side() -> None:
    assert voice("The Britain-based rights organisation").actor == ""
    assert voice("The British rights organisation").actor == "uk"


@pytest.mark.parametrize(
    ("short", "is_short"),
    [("The Observatory", True), ("The Network", False), ("The group", False), ("The Delta Observatory", False)],
)
def test_the_noun_of_a_body_alone_is_short_for_its_full_name(short: str, is_short: bool) -> None:
    assert short_for_body(voice(short), voice("The Vale Observatory for Human Rights")) is is_short


def test_two_peoples_elders_are_two_and_those_of_here_are_one() -> None:
    assert not same_speaker(voice("Druze elders"), voice("tribal elders"))
    assert same_speaker(voice("Druze elders"), voice("the elders"))
    assert same_speaker(voice("local residents"), voice("residents"))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("واتهم الجيش السوداني قوات الدعم السريع بقصف السوق.", "الجيش السوداني"),
        ("اتهمت السلطات السورية إسرائيل بقصف دمشق.", "السلطات السورية"),
        ("وقال المتحدث باسم قوات الدعم السريع إن الطريق مغلق.", "المتحدث باسم قوات الدعم السريع"),
        ("قال وزير الدفاع الإسرائيلي إن الطريق مغلق.", "وزير الدفاع الإسرائيلي"),
    ],
)
def test_behind_an_arabic_verb_who_speaks_ends_where_another_side_begins(sentence: str, name: str) -> None:
    (statement,) = statements_in(sentence, "ar")

    assert [speaker.name for speaker in statement.voices] == [name]
