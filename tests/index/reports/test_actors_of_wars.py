"""The parties of today's wars and the offices of their towns by the names that reports give them."""

from __future__ import annotations

import pytest

from index.reports.actors import entry_of, namings, side_of
from index.reports.speakers import office_of, same_speaker
from tests.index.reports.building import read_voice as voice


@pytest.mark.parametrize(
    ("text", "language", "entries"),
    [
        ("The TNLA and the Three Brotherhood Alliance fought.", "en", ["tnla", "brotherhood_alliance"]),
        ("The PDF fights for the NUG, the KNLA beside it.", "en", ["pdf", "nug", "knu"]),
        ("l'Armée d'Arakan et le Front de libération de l'Azawad", "fr", ["arakan_army", "azawad"]),
        ("le M23/AFC, l'AFC/M23, les Wazalendo", "fr", ["m23", "m23", "wazalendo"]),
        ("ISWAP and Islamic State in West Africa Province", "en", ["iswap", "iswap"]),
        ("The Kurdistan Workers' Party and the PMF", "en", ["pkk", "pmf"]),
        ("The U.S.-led coalition and the Saudi-led coalition", "en", ["global_coalition", "saudi_coalition"]),
        ("легион «Свобода России» и глава ДНР", "ru", ["freedom_of_russia", "dpr"]),
        ("пешмергой и Белыми касками", "ru", ["peshmerga", "white_helmets"]),
        ("ДСНС, ГУР і Армії Аракану", "uk", ["dsns", "hur", "arakan_army"]),
        ("el CJNG, los Choneros y los cascos azules", "es", ["cjng", "choneros", "blue_helmets"]),
        ("Viv Ansanm et la PNH", "fr", ["viv_ansanm", "pnh"]),
        ("המצפה הסורי לזכויות האדם והטליבאן", "he", ["sohr", "taliban"]),
        ("SPLM-IO, the White Army and the SSPDF", "en", ["splm_io", "white_army", "sspdf"]),
    ],
)
def test_the_parties_of_a_war_are_known(text: str, language: str, entries: list[str]) -> None:
    assert [naming.entry for naming in namings(text, language)] == entries


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وفتح مسلحون النار على القاعدة الجوية.", "ar"),
        ("قالت وزارة المالية إن الشباب في خاتمة العام.", "ar"),
        ("The bandits met the committee; let us go.", "en"),
    ],
)
def test_plain_words_are_no_parties(text: str, language: str) -> None:
    assert namings(text, language) == ()


def test_forces_and_branches_are_of_their_sides() -> None:
    assert voice("The Myanmar junta", "en").actor == voice("The Tatmadaw", "en").actor == "myanmar"
    assert entry_of("глава ЛНР", "ru") == "lpr"
    assert voice("глава ЛНР", "ru").actor == "russia"
    assert (side_of("iswap"), side_of("pdf"), side_of("vdp")) == ("islamic_state", "nug", "burkina")


@pytest.mark.parametrize(
    ("name", "language", "office"),
    [
        ("The mayor's office", "en", "mayor"),
        ("The municipality", "en", "mayor"),
        ("L'édile", "fr", "mayor"),
        ("La mairie", "fr", "mayor"),
        ("رئيس البلدية", "ar", "mayor"),
        ("Міський голова", "uk", "mayor"),
        ("Мэрия", "ru", "mayor"),
        ("ראש העירייה", "he", "mayor"),
        ("Харківська ОВА", "uk", "governor"),
        ("Державна служба з надзвичайних ситуацій", "uk", "emergency"),
        ("The prosecutor's office", "en", "prosecution"),
        ("La junte", "fr", "army"),
        ("Les Casques bleus", "fr", "peacekeepers"),
    ],
)
def test_an_office_is_one_in_all_languages(name: str, language: str, office: str) -> None:
    assert office_of(voice(name, language)) == {office}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("The Sudan Doctors Network", "en"), ("شبكة أطباء السودان", "ar"), True),
        (("The Sudan Doctors Union", "en"), ("شبكة أطباء السودان", "ar"), False),
        (("The Syrian Observatory for Human Rights", "en"), ("المرصد السوري لحقوق الإنسان", "ar"), True),
        (("Emergency Lawyers", "en"), ("محامو الطوارئ", "ar"), True),
        (("HUR", "en"), ("ГУР", "uk"), True),
        (("HUR", "en"), ("СБУ", "uk"), False),
        (("The bishop", "en"), ("The imam", "en"), False),
        (("The energy ministry", "en"), ("The finance ministry", "en"), False),
    ],
)
def test_bodies_that_are_not_one_are_told_apart(first: tuple[str, str], second: tuple[str, str], *, same: bool) -> None:
    assert same_speaker(voice(*first), voice(*second)) is same
