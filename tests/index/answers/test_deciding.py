"""Which counts are shown, and of which incident they are."""

from __future__ import annotations

import dataclasses

import pytest

from index.answers.candidates import Candidate, counts, gather, weighed
from index.answers.deciding import decide
from index.answers.incidents import of_incident
from index.answers.learned import WEIGHTS
from index.answers.picks import Decision, says_the_same
from index.answers.policy import DEFAULT
from index.answers.setting import place_match
from index.reports.report import Report
from tests.index.answers.building import inquiry, ranked, report
from tests.index.reports.building import figure

HOW_MANY = inquiry("How many were killed in Kupiansk?")


def shown(decision: Decision) -> list[float]:
    return [pick.figure.value for pick in decision.picks if pick.figure is not None]


@pytest.mark.parametrize(
    ("question", "accepted", "refused"),
    [
        ("How many civilians were killed in Kupiansk?", {"civilians", "people"}, {"soldiers", "children"}),
        ("How many soldiers were killed in Kupiansk?", {"soldiers", "fighters", "people"}, {"civilians"}),
        ("How many children were killed in Kupiansk?", {"children"}, {"people", "civilians"}),
    ],
)
def test_a_count_of_people_may_be_of_the_civilians_or_fighters_asked_for(
    question: str, accepted: set[str], refused: set[str]
) -> None:
    asked = inquiry(question)

    assert all(counts(asked, figure(9, counted=counted)) for counted in accepted)
    assert not any(counts(asked, figure(9, counted=counted)) for counted in refused)


def test_nobody_killed_is_none_of_anybody_killed() -> None:
    assert counts(inquiry("How many children were killed in Kupiansk?"), figure(0))


def test_a_report_that_only_mentions_the_incident_gives_no_counts() -> None:
    about = report("A shell killed nine people in Kupiansk, the mayor said.")
    aside = report("The police of Kupiansk said shells had killed seventy people.", outlet="Delta Post")

    near = decide(HOW_MANY, ranked((about, 9.0), (aside, 9.0 - DEFAULT.report_behind)), DEFAULT)
    far = decide(HOW_MANY, ranked((about, 9.0), (aside, 8.9 - DEFAULT.report_behind)), DEFAULT)

    assert {position.figure.value for position in near.disputes[0].positions if position.figure} == {9, 70}
    assert shown(far) == [9]
    assert not far.disputes


def test_named_speakers_are_shown_before_outlets_own_counts_where_there_are_too_many() -> None:
    own = report("A shell killed nine people in Kupiansk.")
    mayor = report("A shell killed fourteen people in Kupiansk, the mayor said.", outlet="Delta Post")
    police = report("A shell killed twenty people in Kupiansk, the police said.", outlet="Vale Radio")
    two = dataclasses.replace(DEFAULT, positions=2)

    (dispute,) = decide(HOW_MANY, ranked((own, 9.0), (mayor, 8.0), (police, 7.0)), two).disputes

    assert [position.figure.value for position in dispute.positions if position.figure] == [14, 20]


def test_a_vague_number_stands_behind_exact_ones_and_is_shown_where_there_is_no_other() -> None:
    vague = report("A shell killed dozens of people in Kupiansk, the mayor said.")
    exact = report("A shell killed nine people in Kupiansk, the police said.", outlet="Delta Post")

    assert shown(decide(HOW_MANY, ranked((vague, 9.0), (exact, 8.0)), DEFAULT)) == [9]
    (pick,) = decide(HOW_MANY, ranked((vague, 9.0)), DEFAULT).picks
    assert pick.figure is not None
    assert pick.figure.vague


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("A shell hit Kupiansk.", 1.0),
        ("Nine people died in Kharkiv region.", 0.0),
        ("Nine people died in Kharkiv.", -1.0),
        ("Nine people died in Izium.", -1.0),
        ("Nine people died in Odesa region.", -1.0),
    ],
)
def test_the_region_around_a_town_is_not_elsewhere_and_a_town_in_it_is(text: str, match: float) -> None:
    told = report(f"Shells fell on Kupiansk at dawn. {text}")

    assert place_match(HOW_MANY, told.testimonies[-1]) == match


def test_where_no_day_is_asked_for_the_incident_is_that_of_the_most_likely_reports() -> None:
    told = "A shell killed {} people in Kupiansk on {} March 2026."
    first = report(told.format("two", 2), day=2)
    later = [report(told.format("nine", 14), day=14, outlet=outlet) for outlet in ("Delta Post", "Vale Radio")]

    here = of_incident(HOW_MANY, ranked((first, 9.0), *((reported, 8.5) for reported in later)))
    unlikely = of_incident(HOW_MANY, ranked((first, 9.0), *((reported, 5.5) for reported in later)))

    assert {candidate.report for candidate in here} == set(later)
    assert {candidate.report for candidate in unlikely} == {first}


def test_where_a_day_is_asked_for_the_incident_is_of_that_day() -> None:
    asked = inquiry("How many were killed in Kupiansk on 2 March 2026?")
    told = "A shell killed {} people in Kupiansk on {} March 2026."
    first = report(told.format("two", 2), day=2)
    later = [report(told.format("nine", 14), day=14, outlet=outlet) for outlet in ("Delta Post", "Vale Radio")]

    here = of_incident(asked, ranked((first, 9.0), *((reported, 8.5) for reported in later)))

    assert {candidate.report for candidate in here} == {first}


def test_a_later_report_that_looks_back_on_the_day_asked_about_counts() -> None:
    asked = inquiry("How many were killed in Kupiansk on 2 March 2026?")
    back = report("Mourners met in Kupiansk. It was shelled on 2 March 2026. Nine people were killed there.", day=12)
    other = report("Mourners met in Kupiansk. It was shelled on 9 March 2026. Six people were killed there.", day=12)

    assert shown(decide(asked, ranked((back, 9.0)), DEFAULT)) == [9]
    assert shown(decide(asked, ranked((other, 9.0)), DEFAULT)) == []


def test_a_dispute_on_something_else_does_not_take_the_place_of_the_answer() -> None:
    answer = report("The jurors in Kupiansk saw videos of the blast.")
    accusing = report("Ukraine said Russia shelled Kupiansk.", outlet="Delta Post")
    denying = report("Russia said it had not shelled Kupiansk.", outlet="Vale Radio")
    seen = inquiry("What did the jurors in Kupiansk see?", "what")
    shelled = inquiry("Who shelled Kupiansk?", "blame")

    beside = decide(seen, ranked((answer, 9.0), (accusing, 7.0), (denying, 7.0)), DEFAULT)
    asked = decide(shelled, ranked((answer, 9.0), (accusing, 7.0), (denying, 7.0)), DEFAULT)

    assert not beside.disputes
    assert beside.picks[0].testimony.report is answer
    assert [len(dispute.positions) for dispute in asked.disputes] == [2]


def test_the_latest_count_of_a_toll_that_grew_stands_first() -> None:
    first = report("A shell killed nine people in Kupiansk, the mayor said.", day=4)
    later = report("Fourteen people were killed in Kupiansk, the fishermen's union said.", day=6, outlet="Delta Post")

    assert shown(decide(HOW_MANY, ranked((first, 9.0), (later, 6.0)), DEFAULT))[0] == 14


def test_officials_who_count_the_same_people_bring_each_other_up_to_date() -> None:
    mayor = report("Nine people were killed in Kupiansk, the mayor said.", day=4)
    rescuers = report(
        "Fourteen people were killed in Kupiansk, the emergency service said.", day=5, outlet="Delta Post"
    )

    decision = decide(HOW_MANY, ranked((mayor, 9.0), (rescuers, 8.0)), DEFAULT)

    assert not decision.disputes
    assert shown(decision)[0] == 14


def test_a_count_of_a_town_is_a_part_of_the_count_of_its_country() -> None:
    asked = inquiry("How many were killed in Ukraine on 4 March 2026?")
    whole = report("At least eight people were killed across Ukraine on 4 March, officials said.")
    part = report("Three people were killed in Kharkiv on 4 March, the mayor said.", outlet="Delta Post")

    decision = decide(asked, ranked((whole, 9.0), (part, 8.9)), DEFAULT)

    assert shown(decision) == [8]
    assert not decision.disputes


def weighed_rows(question: str, *reports: Report) -> list[Candidate]:
    asked = inquiry(question)
    return weighed(gather(asked, reports, []), WEIGHTS)


def test_another_number_than_a_toll_is_answered_by_statements_that_have_it_and_makes_no_dispute() -> None:
    question = "How many square kilometres did the army retake?"
    area = report("The army retook 300 square kilometres, the general said.")
    toll = report("The army said 40 soldiers were killed while it retook the valley.", outlet="Delta Post")
    none = report("The army retook the valley, the president said.", outlet="Vale Radio")

    decision = decide(inquiry(question), weighed_rows(question, area, toll, none), DEFAULT)

    assert decision.picks[0].testimony.report is area
    assert all(pick.testimony.report is not none for pick in decision.picks)
    assert not decision.disputes


def test_who_asks_for_a_victim_gets_no_dispute_on_who_did_it() -> None:
    question = "Which general was killed in Kupiansk?"
    one = report("General Orlov was killed by Russia in Kupiansk, Ukraine said.")
    other = report("General Orlov was killed by Ukraine in Kupiansk, Russia said.", outlet="Delta Post")

    decision = decide(inquiry(question, "who"), ranked((one, 9.0), (other, 8.0)), DEFAULT)

    assert not decision.disputes
    assert decide(
        inquiry("Who killed General Orlov in Kupiansk?", "who"), ranked((one, 9.0), (other, 8.0)), DEFAULT
    ).disputes


def test_a_statement_that_only_names_a_side_accuses_nobody() -> None:
    question = "Who attacked the plant in Kupiansk?"
    told = report("Ukrainian drones attacked the plant in Kupiansk.")
    aside = report(
        "Drones have attacked the plant in Kupiansk, one of Russia's makers of engines.", outlet="Delta Post"
    )

    assert not decide(inquiry(question, "blame"), ranked((told, 9.0), (aside, 9.5)), DEFAULT).disputes


def test_a_towns_count_is_a_part_where_its_report_has_a_larger_one_of_the_region() -> None:
    region = report(
        "Raids killed 22 people in Eastern Ghouta. Most were in Douma in Eastern Ghouta, where 16 people were killed."
    )
    town = report("Raids killed 16 people in Douma in Eastern Ghouta.")
    asked = inquiry("How many were killed in Eastern Ghouta?")

    assert shown(decide(asked, ranked((region, 9.0)), DEFAULT)) == [22]
    assert shown(decide(asked, ranked((town, 9.0)), DEFAULT)) == [16]


def test_no_casualties_somewhere_are_no_rival_of_those_counted() -> None:
    counted = report("A shell killed nine people in Kupiansk, the mayor said.")
    elsewhere = report("Drones crossed the region at night. No casualties were reported.", outlet="Delta Post")
    denied = report("Nobody was killed in Kupiansk, the police said.", outlet="Vale Radio")

    assert not decide(HOW_MANY, ranked((counted, 9.0), (elsewhere, 8.0)), DEFAULT).disputes
    assert decide(HOW_MANY, ranked((counted, 9.0), (denied, 8.0)), DEFAULT).disputes


def test_a_report_of_days_later_counts_only_where_it_names_the_day_or_the_place() -> None:
    first = report("A shell killed nine people in Kupiansk on 4 March, the mayor said.", day=4)
    mine = "A mine killed twelve people. A bus had left the road. Two drivers were held. Rain fell. The bus came from"
    other = report(f"{mine} Kupiansk.", day=14, outlet="Delta Post")
    recalled = report("The shell that hit Kupiansk on 4 March killed eleven people, the police said.", day=14)

    assert shown(decide(HOW_MANY, ranked((first, 9.0), (other, 8.0)), DEFAULT)) == [9]
    assert 11 in shown(decide(HOW_MANY, ranked((first, 9.0), (recalled, 8.0)), DEFAULT))


def test_an_account_of_a_deed_in_somebodys_words_goes_before_one_that_is_only_guessed() -> None:
    guessed = report("Officials in Goma spoke with M23 about the shelling of the market.")
    told = report("The army said M23 shelled the market of Goma.", outlet="Delta Post")
    who = inquiry("Who shelled the market of Goma?", "blame")

    (first, *_) = decide(who, ranked((guessed, 9.0), (told, 7.5)), DEFAULT).picks

    assert first.testimony.report is told


def test_a_far_larger_count_of_a_less_likely_statement_is_of_something_else() -> None:
    strike = report("A shell killed nine people in Kupiansk, the mayor said.", day=4)
    war = report(
        "Raids on the east have killed 1,400 people, the rescuers of Kupiansk said.", day=6, outlet="Vale Radio"
    )
    aside = report("A shell killed fourteen people in Kupiansk, the police said.", day=6, outlet="Delta Post")
    far = 9.0 - DEFAULT.report_behind - 1.0

    decision = decide(HOW_MANY, ranked((strike, 9.0), (aside, 8.0), (war, far)), DEFAULT)

    assert shown(decision)[0] == 14
    assert 1400 not in [
        position.figure.value for dispute in decision.disputes for position in dispute.positions if position.figure
    ]


def test_the_dead_of_a_report_without_the_rockets_asked_about_are_no_answer() -> None:
    asked = inquiry("How many people were killed by the rockets?")
    rockets = report("Rockets were fired at the harbour, and nobody was killed, the mayor said.")
    convoy = report("Seven people were killed when a convoy was hit, the charity said.", outlet="Delta Post")

    assert shown(decide(asked, ranked((convoy, 9.0), (rockets, 8.0)), DEFAULT)) == [0]
    assert shown(decide(asked, ranked((convoy, 9.0)), DEFAULT)) == [7]


def test_an_exact_count_that_is_much_less_likely_than_a_vague_one_is_shown() -> None:
    vague = report("A shell killed dozens of people in Kupiansk, the mayor said.")
    exact = report("A shell killed nine people in Kupiansk, the police said.", outlet="Delta Post")

    assert shown(decide(HOW_MANY, ranked((vague, 9.0), (exact, 8.5 - DEFAULT.report_behind)), DEFAULT)) == [9]


def test_what_was_done_in_another_country_is_elsewhere() -> None:
    asked = inquiry("How many soldiers were killed at the bases in Iraq?")
    there = report("Iraq sent help. Fighters overran a base in Kenya and killed three soldiers.").testimonies[1]
    acting = report("Nobody was hurt when Iran fired at the bases, officials in Iraq said.").testimonies[0]

    assert place_match(asked, there) == -1
    assert place_match(asked, acting) == 0


def test_what_was_done_in_two_towns_of_the_country_asked_about_is_no_one_incident() -> None:
    asked = inquiry("How many soldiers were killed at the bases in Iraq?")
    erbil = report("Three soldiers were killed at a base in Erbil in Iraq, the army said.")
    basra = report("Nine soldiers were killed at a base in Basra in Iraq, the police said.", outlet="Delta Post")

    here = of_incident(asked, ranked((erbil, 9.0), (basra, 8.5)))

    assert {candidate.report for candidate in here} == {erbil}


def test_an_exact_number_comes_before_a_vague_one() -> None:
    asked = inquiry("How many prisoners escaped from the jail?")
    vague = report("Thousands of prisoners escaped from the jail.")
    exact = report("Almost all of the 4,000 prisoners escaped from the jail.", outlet="Delta Post")
    scores = {vague: 9.0, exact: 8.5}

    found = weighed([row for read in scores for row in gather(asked, [read], [])], WEIGHTS)
    candidates = [dataclasses.replace(candidate, score=scores[candidate.report]) for candidate in found]
    candidates.sort(key=lambda candidate: -candidate.score)

    assert decide(asked, candidates, DEFAULT).picks[0].testimony.report is exact


def test_nobody_differs_on_a_deed_that_no_list_knows_but_by_saying_and_denying_it() -> None:
    asked = inquiry("Will the soldiers be prosecuted over Maya Salem?", "yesno")
    kyiv = report("Russia killed Maya Salem, Ukraine said.")
    moscow = report("Ukraine killed Maya Salem, Russia said.", outlet="Delta Post")

    assert not asked.deeds
    assert not decide(asked, ranked((kyiv, 9.0), (moscow, 8.5)), DEFAULT).disputes


def test_what_lies_near_a_town_answers_which_village_near_it() -> None:
    asked = inquiry("Which village near Kupiansk was taken?", "where")
    read = report(
        "Russian troops took Petropavlivka in Kharkiv region, the ministry said.", title="Kupiansk: a village falls"
    )

    assert [candidate.report for candidate in of_incident(asked, ranked((read, 9.0)))] == [read]


def test_the_likeliest_statement_stays_where_accounts_of_the_deed_are_much_less_likely() -> None:
    asked = inquiry("Did the army shell the school?", "yesno")
    likely = report("It is not known who hit the school, the mayor said.")
    other = report("Russia shelled a school in another district, Ukraine said.", outlet="Delta Post")

    decision = decide(asked, ranked((likely, 12.0), (other, 5.0)), DEFAULT)

    assert decision.picks[0].testimony.report is likely


def test_what_happened_in_a_district_happened_in_the_town_that_the_report_is_of() -> None:
    read = report("KUPIANSK - Shells hit the town. Four were killed in the Shevchenkivskyi district, the mayor said.")
    other = report("KUPIANSK - Shells hit the town. Four were killed in Izium, the mayor said.")

    assert place_match(HOW_MANY, read.testimonies[-1]) >= 0
    assert place_match(HOW_MANY, other.testimonies[-1]) == -1


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "What percentage of the bridges in Kupiansk was rebuilt?",
            ["Kupiansk has rebuilt 40 percent of its bridges."],
        ),
        ("How much money did the bridges of Kupiansk cost?", ["The bridges of Kupiansk cost €12m."]),
    ],
)
def test_a_share_or_a_sum_is_answered_by_one_and_by_no_other_number(question: str, told: list[str]) -> None:
    texts = ["Kupiansk has rebuilt 11 bridges.", "Kupiansk has rebuilt 40 percent of its bridges."]
    texts.append("The bridges of Kupiansk cost €12m.")
    found = [report(text, outlet=f"Outlet {place}") for place, text in enumerate(texts)]
    asked = inquiry(question)
    candidates = weighed(gather(asked, found, []), WEIGHTS)

    assert [pick.testimony.text for pick in decide(asked, candidates, DEFAULT).picks] == told


def test_what_one_attack_took_is_no_years_toll() -> None:
    attack = report("Shells killed two civilians in Kharkiv on Tuesday, in Ukraine's east.")
    year = report("With 2,514 civilians killed, 2025 was the deadliest year in Ukraine.", outlet="Delta Post")
    asked = inquiry("How many civilians were killed in Ukraine in 2025?")

    assert shown(decide(asked, ranked((attack, 9.0), (year, 8.5)), DEFAULT)) == [2514]
    assert not decide(asked, ranked((attack, 9.0)), DEFAULT).picks


def test_who_denied_it_is_answered_by_a_denial() -> None:
    reports = [
        (report("The depot at Dolna burned on Monday, the mayor said."), 9.0),
        (report("The army of Vale said it was not involved in the fire at Dolna.", outlet="Delta Post"), 6.0),
    ]

    [pick] = decide(inquiry("Who denied a role in the fire at Dolna?", "who"), ranked(*reports), DEFAULT).picks

    assert pick.testimony.report is reports[1][0]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Russian troops struck the store with rockets from the far bank of the Oskil, an official said.", 0.0),
        ("The town has been held since Tuesday, the mayor said by telephone from Izium.", 0.0),
        ("Ukraine shelled it in order to blame Kyiv, an official said.", 0.0),
        ("In Izium the market burned, an official said.", -1.0),
    ],
)
def test_a_river_a_source_and_a_state_are_no_scene(text: str, match: float) -> None:
    read = report(f"The grain store in Kupiansk burned. {text}", title="Fire in Kupiansk")

    assert place_match(inquiry("Who struck the grain store in Kupiansk?", "blame"), read.testimonies[1]) >= match
    assert match == 0.0 or place_match(inquiry("Who struck it in Kupiansk?", "blame"), read.testimonies[1]) == match


def test_the_same_words_of_two_sides_are_no_copies() -> None:
    first = report("Tribal fighters burned the houses in Mazraa, elders said.")
    second = report("Druze fighters burned the houses in Mazraa, elders said.", outlet="Delta Post")

    assert not says_the_same(first.testimonies[0], second.testimonies[0])


def test_a_count_many_times_larger_than_those_of_two_other_reports_is_not_of_the_incident() -> None:
    reads = [
        report("Police said 8 people were killed in the attack on Baidoa.", outlet="Vale Radio"),
        report("The mayor said 9 people were killed in the attack on Baidoa.", outlet="Delta Post"),
        report("A drought killed some 43,000 people, a ministry in Baidoa said."),
    ]

    decision = decide(inquiry("How many were killed in Baidoa?"), ranked(*((one, 9.0) for one in reads)), DEFAULT)

    assert 43_000 not in shown(decision)


def test_a_neighbouring_towns_hospital_counts_its_own_dead() -> None:
    own = report(
        "The municipality of Tarhuna said five people had died in the raid on Tarhuna.", title="Raid on Tarhuna"
    )
    other = report(
        "Rockets were fired at Gharyan after the raid on Tarhuna. Gharyan's hospital said 11 people had died there.",
        title="Gharyan pays for Tarhuna",
        outlet="Delta Post",
    )

    decision = decide(inquiry("How many died in the raid on Tarhuna?"), ranked((own, 9.0), (other, 8.0)), DEFAULT)

    assert shown(decision) == [5]


def test_another_months_dead_are_not_those_of_the_day_asked_about() -> None:
    read = report("Four people were killed in Izium on 3 March, the mayor said. In May six people died in Izium.")

    decision = decide(inquiry("How many were killed in Izium on 3 March?"), ranked((read, 9.0)), DEFAULT)

    assert shown(decision) == [4]


def texts(decision: Decision) -> list[str]:
    return [pick.testimony.text for pick in decision.picks]


def test_who_did_it_is_told_by_who_names_somebody_and_not_by_what_is_only_nearer() -> None:
    nearer = report("The market of Kupiansk was shelled at noon.")
    named = report("Russian troops shelled the market of Kupiansk.", outlet="Delta Post")
    asked = inquiry("Who shelled the market of Kupiansk?", "blame")

    decision = decide(asked, ranked((nearer, 9.0), (named, 9.5 - DEFAULT.report_behind)), DEFAULT)

    assert texts(decision)[0].startswith("Russian troops")


def test_what_was_done_to_something_else_stands_behind_what_was_done_to_what_is_asked_about() -> None:
    other = report("Ukraine shelled a bridge after the market of Kupiansk had burned.")
    asked_about = report("Russian troops shelled the market of Kupiansk.", outlet="Delta Post")
    asked = inquiry("Who shelled the market of Kupiansk?", "blame")

    assert asked.objects == {"market"}
    decision = decide(asked, ranked((other, 9.0), (asked_about, 8.0)), DEFAULT)

    assert texts(decision)[0].startswith("Russian troops")


def test_a_deed_stays_done_and_the_latest_report_of_another_does_not_come_first() -> None:
    done = report("Russian troops struck the market of Kupiansk, the mayor said.", day=2)
    later = report("Russian troops struck a mill near Kupiansk, the police said.", outlet="Delta Post", day=9)
    asked = inquiry("Did Russia strike the market of Kupiansk?", "yesno")

    decision = decide(asked, ranked((done, 9.0), (later, 8.5)), DEFAULT)

    assert texts(decision)[0].startswith("Russian troops struck the market")
