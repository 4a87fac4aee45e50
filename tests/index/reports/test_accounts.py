"""Accounts of a deed: swapped parties, denials and later states."""

from __future__ import annotations

from datetime import timedelta

from index.reports.accounts import account, alike, dispute, opposed, oppositions
from index.reports.positions import Incident
from index.reports.records import Act, Party
from tests.index.answers.building import report
from tests.index.reports.building import NOON, act, said, voice

ARMY, RSF = voice("the army", actor="saf"), voice("the RSF", actor="rsf")


def test_who_accuses_each_other_of_one_deed_disagree_with_both_sides_shown() -> None:
    army = account(said("The RSF burned the market, the army said.", ARMY, acts=(act("rsf", "burn"),)), 1.0)
    rsf = account(said("The army burned the market, the RSF said.", RSF, acts=(act("saf", "burn"),)), 1.0)

    found = dispute([army, rsf], Incident(deed="burn"), oppositions([army, rsf], is_state=False))

    assert found is not None
    assert [position.speaker.name for position in found.positions] == ["the army", "the RSF"]


def test_who_blame_the_same_party_agree() -> None:
    army = account(said("The RSF burned it, the army said.", ARMY, acts=(act("rsf", "burn"),)), 1.0)
    mayor = account(said("The RSF burned it, the mayor said.", voice("the mayor"), acts=(act("rsf", "burn"),)), 1.0)

    assert not opposed(army, mayor)
    assert dispute([army, mayor], Incident(), oppositions([army, mayor], is_state=False)) is None


def test_each_side_has_an_account_among_the_first() -> None:
    army, mayor, clinic = (
        account(said("The RSF burned it.", speaker, acts=(act("rsf", "burn"),)), relevance)
        for speaker, relevance in ((ARMY, 3.0), (voice("the mayor"), 2.5), (voice("the Delta clinic"), 2.2))
    )
    rsf = account(said("The army burned it, the RSF said.", RSF, acts=(act("saf", "burn"),)), 1.0)

    found = dispute(
        [army, mayor, clinic, rsf], Incident(deed="burn"), oppositions([army, mayor, clinic, rsf], is_state=False)
    )

    assert found is not None
    assert [position.speaker.name for position in found.positions][:2] == ["the army", "the RSF"]


def test_a_denial_opposes_the_accusation_it_denies() -> None:
    army = account(said("The RSF burned it, the army said.", ARMY, acts=(act("rsf", "burn"),)), 1.0)
    rsf = account(said("The RSF denied that it burned it.", RSF, acts=(act("rsf", "burn", denial=True),)), 1.0)

    assert opposed(army, rsf)


def test_a_negated_statement_opposes_the_same_statement() -> None:
    entered = account(said("Troops have entered, a resident said.", voice("a resident")), 1.0)
    stayed = account(said("Troops have not entered, a spokesman said.", voice("a spokesman"), negated=True), 1.0)

    assert opposed(entered, stayed)


def test_what_is_said_of_a_state_days_later_replaces_it_and_is_no_dispute() -> None:
    closed = account(said("The bridge is not open, the mayor said.", voice("the mayor"), negated=True), 1.0)
    opened = said("The bridge is open, the road service said.", voice("the road service"), at=NOON + timedelta(days=9))

    assert (
        dispute([closed, account(opened, 1.0)], Incident(), oppositions([closed, account(opened, 1.0)], is_state=True))
        is None
    )
    assert (
        dispute([closed, account(opened, 1.0)], Incident(), oppositions([closed, account(opened, 1.0)], is_state=False))
        is not None
    )


def test_swapped_parties_are_not_alike_though_all_words_are() -> None:
    one = said("Hamas shelled the trucks of the Israeli army at the crossing")
    other = said("The Israeli army shelled the trucks of Hamas at the crossing")

    assert not alike(one, other)


def test_the_same_words_in_the_same_order_are_alike() -> None:
    one = said("Qatar said that talks on a truce had regained momentum on Tuesday")
    other = said("Qatar said Tuesday that talks on a truce had regained momentum")

    assert alike(one, other)


def test_a_negated_sentence_does_not_deny_what_it_only_names() -> None:
    text = "Four years of war have not broken the country or its people, the president said of the invasion."
    invasion = Act("blame", Party("Russia", "russia"), Party(""), ("invas",), "enter")
    burning = Act("blame", Party("Russia", "russia"), Party(""), ("burn", "market"), "burn")

    named = account(said(text, ARMY, acts=(invasion,), negated=True), 1.0)
    told = account(said("They did not burn the market.", ARMY, acts=(burning,), negated=True), 1.0)

    assert not named.denies
    assert told.denies


def test_two_who_left_a_town_do_not_oppose_each_other() -> None:
    left, gone = (
        account(said("It has left the town.", speaker, acts=(act(agent, "withdraw"),)), 1.0)
        for speaker, agent in ((ARMY, "rsf"), (RSF, "saf"))
    )

    assert not opposed(left, gone)


def test_rebels_are_a_side_though_no_list_knows_which() -> None:
    army = report("The Syrian army said the rebels fired the rockets at the market.")
    rebels = report("The rebels said the Syrian army fired the rockets at the market.", outlet="Delta Post")

    assert opposed(account(army.testimonies[0], 1.0), account(rebels.testimonies[0], 1.0))
