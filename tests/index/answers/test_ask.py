from __future__ import annotations

from datetime import UTC, datetime

from index.answers.ask import ask
from index.answers.question import Turn, understand
from index.answers.support import too_early
from tests.index.answers.shelf import Shelf, article

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)

MORNING = article(
    "Drones struck the grain port of Odesa on Sunday, the harbour office said. At least 12 people were killed and"
    " 30 were wounded in the strike on Odesa, the harbour office said. Ukraine accused Russian"
    " forces of firing the drones."
    " Two silos burned until noon.",
    title="Drones strike the grain port of Odesa",
    publisher="Morning Post",
)
EVENING = article(
    "Nineteen people were killed when drones struck the grain port of Odesa, city hospitals said on Monday. Moscow"
    " denied that its forces carried out the strike on the port of Odesa, the Foreign Ministry said.",
    title="Toll of the strike on the port of Odesa",
    publisher="Evening Star",
)
ELSEWHERE = article(
    "The farmers of Marib began to plant sorghum early this year. Rain fell for ten days in the hills above Marib.",
    title="Rain in the hills",
    publisher="Farm News",
)
SHELF = Shelf([MORNING, EVENING, ELSEWHERE])


def test_a_question_about_numbers_is_answered_with_each_source_and_their_disagreement() -> None:
    answer = ask(SHELF, "How many people were killed in the strike on the port of Odesa?", now=NOW)

    assert answer.kind == "answer"
    assert "At least 12 people" in answer.claims[0].text + answer.claims[1].text
    (conflict,) = answer.conflicts
    assert [position.value for position in conflict.positions] == [
        "At least 12 killed, 30 wounded",
        "Nineteen [19] killed",
    ]
    assert all(position.citations for position in conflict.positions)


def test_who_did_it_shows_the_accusation_and_the_denial() -> None:
    answer = ask(SHELF, "Who is responsible for the strike on the port of Odesa?", now=NOW)

    shown = " ".join(claim.text for claim in answer.claims)
    assert "accused" in shown
    assert "denied" in shown
    assert [conflict.about for conflict in answer.conflicts] == ["who is responsible"]


def test_every_citation_is_the_articles_own_text() -> None:
    answer = ask(SHELF, "What happened in Odesa?", now=NOW)

    texts = {each.url: each.text for each in SHELF.articles}
    assert answer.citations
    assert all(texts[one.url][one.start : one.end] == one.quote for one in answer.citations)
    assert all(claim.citations for claim in answer.claims)


def test_a_question_that_nothing_supports_is_refused_without_citations() -> None:
    answer = ask(SHELF, "How many tanks did Venezuela buy from Bolivia?", now=NOW)

    assert answer.kind == "abstain"
    assert (answer.claims, answer.citations, answer.conflicts) == ((), (), ())
    assert "Venezuela" in answer.text
    assert "Looked for" in answer.text


def test_an_empty_corpus_abstains() -> None:
    assert ask(Shelf([]), "What happened in Odesa?", now=NOW).kind == "abstain"


def test_what_was_written_after_the_question_is_left_out() -> None:
    early = datetime(2024, 4, 20, tzinfo=UTC)

    assert ask(SHELF, "What happened in Odesa?", now=early).kind == "abstain"


def test_a_follow_up_is_answered_about_the_same_place() -> None:
    answer = ask(SHELF, "and how many were wounded?", now=NOW, turns=[Turn("How many were killed in Odesa?")])

    assert answer.kind == "answer"
    assert "30" in " ".join(claim.text for claim in answer.claims)


def test_who_does_not_speak_in_any_report_is_not_answered_for() -> None:
    answer = ask(SHELF, "What did the Iranian foreign minister say about the strike on the port of Odesa?", now=NOW)

    assert answer.kind == "abstain"


def test_a_country_is_not_found_in_a_surname_that_sounds_like_it() -> None:
    visit = article("Mohammed al-Sudani met the president on Monday. Al-Sudani spoke of troops.", title="A visit")

    answer = ask(Shelf([visit, ELSEWHERE]), "What happened in Sudan?", now=NOW)

    assert answer.kind == "abstain"
    assert "No report near this names Sudan." in answer.text


def test_an_abstention_says_how_fresh_the_reporting_from_a_place_is() -> None:
    answer = ask(SHELF, "What did the Iranian foreign minister say about Odesa?", now=NOW)

    assert answer.kind == "abstain"
    assert "The newest report found that names Odesa is of 22 Apr 2024." in answer.text


def test_who_asks_for_the_latest_gets_the_last_days_first() -> None:
    old = article(
        "Shells hit the market of Odesa, the mayor of Odesa said. Fighting went on in Odesa.", day="2024-01-10"
    )

    answer = ask(Shelf([old, MORNING]), "What is the latest from Odesa?", now=NOW)

    assert answer.kind == "answer"
    assert {citation.url for citation in answer.citations} == {MORNING.url}


def test_a_count_over_months_is_no_rival_of_one_incidents_toll() -> None:
    total = article(
        "At least 196 people were killed in Odesa since October, the harbour office said.", publisher="Weekly"
    )

    answer = ask(Shelf([MORNING, EVENING, total]), "How many were killed in the strike on Odesa?", now=NOW)

    assert not any("196" in position.value for conflict in answer.conflicts for position in conflict.positions)


def test_reports_from_before_the_days_asked_about_do_not_answer() -> None:
    later = datetime(2024, 6, 20, 12, tzinfo=UTC)

    assert ask(SHELF, "What happened in Odesa this week?", now=NOW).kind == "answer"
    for asked in ("What happened in Odesa today?", "What happened in Odesa this week?"):
        silent = ask(SHELF, asked, now=later)
        assert silent.kind == "abstain"
        assert "The newest report found that names Odesa is of" in silent.text


def test_a_day_without_a_year_may_be_of_an_earlier_one() -> None:
    later = datetime(2026, 6, 20, 12, tzinfo=UTC)
    hits = SHELF.search("Odesa")

    assert not too_early(understand("How many were killed in Odesa on 21 April?", later), hits, later)
    assert too_early(understand("How many were killed in Odesa on 21 April 2026?", later), hits, later)


def test_of_days_to_come_earlier_reports_may_tell() -> None:
    plan = article(
        "The ministers of Kenya and Sudan will meet in Nairobi on 9 May, the Kenyan foreign ministry said.",
        title="Ministers to meet in Nairobi",
        publisher="Morning Post",
    )

    assert ask(Shelf([plan, ELSEWHERE]), "Who will meet in Nairobi on 9 May?", now=NOW).kind == "answer"


def test_the_latest_that_is_old_says_how_old_and_is_the_newest_there_is() -> None:
    older = article("Shells hit the mill of Odesa, the mayor of Odesa said. Odesa lost its light.", day="2024-03-02")
    later = datetime(2024, 9, 1, tzinfo=UTC)

    answer = ask(Shelf([older, MORNING]), "What is the latest from Odesa?", now=later)

    assert answer.kind == "answer"
    assert answer.stale is not None
    assert str(answer.stale[1]) == "2024-04-22"
    assert answer.text.startswith("The newest report found that names Odesa is of 22 Apr 2024.")
    assert {citation.url for citation in answer.citations} == {MORNING.url}


def test_the_latest_that_is_new_says_nothing_of_age() -> None:
    assert ask(SHELF, "What is the latest from Odesa?", now=NOW).stale is None


def test_a_place_named_in_passing_is_not_what_a_report_is_about() -> None:
    answer = ask(Shelf([article(
        "Drones struck the grain port of Odesa on Sunday, the harbour office said. Ships went to Yemen instead.",
        title="Drones strike the grain port of Odesa",
    )]), "What is the situation in Yemen?", now=NOW)  # fmt: skip

    assert answer.kind == "abstain"


def test_what_happened_on_days_that_nobody_wrote_about_is_not_told_from_other_days() -> None:
    much_later = datetime(2025, 1, 1, tzinfo=UTC)

    assert ask(SHELF, "What happened in Odesa in April 2024?", now=much_later).kind == "answer"
    assert ask(SHELF, "What happened in Odesa in February 2023?", now=much_later).kind == "abstain"


def test_reports_from_before_the_day_asked_about_are_not_mixed_in() -> None:
    older = article(
        "Shells hit the port of Odesa, the mayor of Odesa said. Odesa lost its light.",
        title="Shells hit the port of Odesa", day="2024-04-02",
    )  # fmt: skip

    answer = ask(Shelf([older, MORNING, EVENING]), "What happened in Odesa on 21 April 2024?", now=NOW)

    assert older.url not in {citation.url for citation in answer.citations}


def test_who_struck_it_asks_for_accounts() -> None:
    answer = ask(SHELF, "Who bombed the port of Odesa?", now=NOW)

    shown = " ".join(claim.text for claim in answer.claims)
    assert "accused" in shown
    assert "denied" in shown


def test_a_timeline_runs_from_the_oldest_on() -> None:
    second = article(
        "Firemen put out the last of the fires in the port of Odesa on Wednesday, the mayor of Odesa said.",
        title="Fires in the port of Odesa are out", day="2024-04-24",
    )  # fmt: skip

    answer = ask(Shelf([second, MORNING]), "Timeline of the strike on the port of Odesa", now=NOW)

    days = [{one.n: one for one in answer.citations}[claim.citations[0]].published_at for claim in answer.claims]
    assert answer.kind == "answer"
    assert days == sorted(days, key=str)


GRAVE = article(
    "Rescuers dug 73 bodies out of a grave near the mill of Marwa, the relief office said. On Monday it spoke of 210"
    " bodies in the grave near the mill of Marwa, of which 65 had been named.",
    title="Bodies in a grave near the mill of Marwa",
)


def test_bodies_are_found_not_killed() -> None:
    other = article(
        "The count of the grave near the mill of Marwa is 310 bodies, a medic said.",
        title="More bodies in a grave near the mill of Marwa", publisher="Evening Star",
    )  # fmt: skip
    answer = ask(Shelf([GRAVE, other]), "How many bodies were found in the grave near the mill of Marwa?", now=NOW)

    (conflict,) = answer.conflicts
    assert conflict.about == "the number of dead"
    assert all("killed" not in position.value for position in conflict.positions)
    assert not any("65" in position.value for position in conflict.positions)


def test_fighters_are_not_held_against_civilians_nor_a_wars_dead_against_a_days() -> None:
    army = article(
        "The strike on the port of Odesa killed 40 fighters, the army said. More than 90,000 people were killed in the"
        " war, the army said of Odesa.",
        title="The strike on the port of Odesa", publisher="Army News",
    )  # fmt: skip
    asked = "How many civilians were killed in the strike on the port of Odesa?"

    answer = ask(Shelf([MORNING, EVENING, army]), asked, now=NOW)

    values = " ".join(position.value for conflict in answer.conflicts for position in conflict.positions)
    assert "40" not in values
    assert "90,000" not in values


def test_what_somebody_said_is_not_followed_by_what_others_said() -> None:
    answer = ask(SHELF, "What did the harbour office say about the strike on the port of Odesa?", now=NOW)

    assert answer.kind == "answer"
    assert all("harbour office" in claim.text for claim in answer.claims)


def test_a_count_since_a_day_of_the_same_month_is_of_the_incident() -> None:
    raid = article(
        "The army killed 200 gunmen in the raid on the mill of Marwa since 2 April, the army said.",
        title="The raid on the mill of Marwa", publisher="Army News",
    )  # fmt: skip
    office = article(
        "The raid on the mill of Marwa killed 400 people, the relief office said.",
        title="The raid on the mill of Marwa", publisher="Evening Star",
    )  # fmt: skip

    answer = ask(Shelf([raid, office]), "How many were killed in the raid on the mill of Marwa?", now=NOW)

    values = " ".join(position.value for conflict in answer.conflicts for position in conflict.positions)
    assert "200" in values
    assert "400" in values


def test_what_happened_is_not_answered_with_the_wars_history() -> None:
    history = article(
        "The port of Odesa has been shelled since early 2022, the mayor of Odesa said. A ship with grain left the port"
        " of Odesa on Sunday.",
        title="A ship leaves the port of Odesa", publisher="Farm News",
    )  # fmt: skip

    answer = ask(Shelf([history]), "What happened in the port of Odesa?", now=NOW)

    assert "2022" not in " ".join(claim.text for claim in answer.claims)


def test_a_question_of_one_month_is_not_answered_with_a_report_of_a_later_year() -> None:
    later = article(
        "Drones struck the depot in Odesa, the mayor of Odesa said.",
        title="Drones strike the depot in Odesa",
        day="2025-06-02",
    )
    asked = "What did drones hit in Odesa in April 2024?"

    answer = ask(Shelf([later, MORNING]), asked, now=datetime(2025, 7, 1, tzinfo=UTC))

    assert {citation.url for citation in answer.citations} == {MORNING.url}
