"""The many ways in which English reports blame, deny, claim, count and attribute; all that is told is invented."""

from __future__ import annotations

import pytest

from index.reports.records import Statement
from tests.index.reports.building import statements_in


def first(text: str) -> Statement:
    return statements_in(text, "en")[0]


@pytest.mark.parametrize(
    ("text", "speaker", "accused", "verb"),
    [
        ("Ukraine pointed the finger at Russia over the strike on the grain terminal.", "Ukraine", "russia", "strike"),
        ("Israel pinned the blame for the bombing on Hezbollah.", "Israel", "hezbollah", "bomb"),
        ("The drone attack bore the hallmarks of Hezbollah, Israel said.", "Israel", "hezbollah", "strike"),
        (
            "Ukraine was implicated in the sabotage of the pipeline, the mayor alleged.",
            "the mayor",
            "ukraine",
            "destroy",
        ),
        ("Turkey faulted Syria for violating the truce.", "Turkey", "syria", "violate"),
        ("Pakistan holds India accountable for the deaths of nine villagers.", "Pakistan", "india", "kill"),
        ("Rwanda lambasted Congo for bombing the camp.", "Rwanda", "drc", "bomb"),
        ("Russia blamed the attack on Ukraine, which denied any involvement.", "Russia", "ukraine", "attack"),
    ],
)
def test_blame_is_laid_in_many_words(text: str, speaker: str, accused: str, verb: str) -> None:
    statement = first(text)

    assert [voice.name for voice in statement.voices] == [speaker]
    assert [(act.type, act.agent.actor, act.verb) for act in statement.acts] == [("blame", accused, verb)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Iran scoffed at claims that its forces had ransacked the embassy.", "loot"),
        ("Israel repudiated the charge that its jets had flattened the school.", "destroy"),
        ("Russia waved away reports that its troops had abandoned the town of Sarn.", "withdraw"),
        ("Russia said there was no truth to reports that it had seized the island.", "capture"),
        ("Ukrainian troops have yet to withdraw from Sarn.", "withdraw"),
        ("Ukraine refused to hand over the bodies.", "release"),
    ],
)
def test_a_denial_has_many_words(text: str, verb: str) -> None:
    statement = first(text)

    assert statement.negated
    assert [(act.type, act.verb) for act in statement.acts] == [("denial", verb)]


@pytest.mark.parametrize(
    ("text", "agent", "verb"),
    [
        ("Russian forces wrested control of the village from Ukraine.", "russia", "capture"),
        ("The town fell into the hands of the Taliban on Sunday.", "taliban", "capture"),
        ("The village is under Russian control.", "russia", "capture"),
        ("Syria said its soldiers had fallen back from the ridge.", "syria", "withdraw"),
        ("The Rafah crossing is back in service.", "", "open"),
        ("The bridge at Sarn is impassable.", "", "close"),
        ("The airport was shut down at dawn.", "", "close"),
        ("Hamas set free four hostages on Friday.", "hamas", "release"),
    ],
)
def test_a_deed_is_told_in_many_words(text: str, agent: str, verb: str) -> None:
    assert [(act.agent.actor, act.verb) for act in first(text).acts] == [(agent, verb)]


@pytest.mark.parametrize(
    "text",
    [
        "The army held a funeral for the captain.",
        "The minister took over as head of the mission.",
        "Iran is a close ally of Syria.",
        "Soldiers closed in on the town.",
        "Russia declined to comment on the plan.",
    ],
)
def test_words_of_deeds_in_phrases_that_tell_of_none_are_no_deeds(text: str) -> None:
    statement = first(text)

    assert statement.acts == ()
    assert not statement.negated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 14 people perished and 30 were hospitalised.", [(14, "killed"), (30, "wounded")]),
        ("The death toll has climbed to 41 from 37, rescuers said.", [(41, "killed")]),
        ("The toll topped 1,000 on Friday.", [(1000, "killed")]),
        ("A couple of shoppers were fatally shot.", [(2, "killed")]),
        ("Several dozen villagers were driven from their homes.", [(24, "displaced")]),
        ("Kenya's navy freed 18 seafarers and apprehended five pirates.", [(18, "released"), (5, "arrested")]),
        ("Myanmar's army drove out hundreds of villagers, activists say.", [(200, "displaced")]),
        ("There were no deaths or injuries, police said.", [(0, "killed"), (0, "wounded")]),
    ],
)
def test_what_became_of_those_counted_has_many_words(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.outcome) for figure in first(text).figures] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The hospital, a surgeon averred, was out of action.", "a surgeon"),
        ('Asked about the raid, the mayor retorted: "That is a fabrication."', "the mayor"),
        ("The governor briefed reporters that 20 homes had been gutted.", "The governor"),
        ("Egypt cast doubt on the toll.", "Egypt"),
        ("The UN verified 312 civilian deaths.", "The UN"),
        ("Sudan's envoy lashed out at Chad over the raid.", "Sudan's envoy"),
    ],
)
def test_who_says_it_is_told_by_many_verbs(text: str, speaker: str) -> None:
    assert [voice.name for voice in first(text).voices] == [speaker]
