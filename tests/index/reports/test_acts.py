from __future__ import annotations

import time

import pytest

from index.reports.acts import NOBODY, THE_SPEAKER, PartySpan, acts_in, negated
from index.reports.records import Act, Party
from index.reports.states import STATES, state
from tests.index.reports.act_sentences import AFFIRMED, DENIED, SENTENCES, Expected

CASES = [
    (language, text, parties, expected)
    for language, sentences in SENTENCES.items()
    for text, parties, expected in sentences
]


def spans(text: str, names: list[str]) -> list[PartySpan]:
    return [PartySpan(name, name.lower(), text.index(name), text.index(name) + len(name)) for name in names]


def read(text: str, *names: str, language: str = "en") -> tuple[Act, ...]:
    return acts_in(text, 0, len(text), language, spans(text, list(names)))


@pytest.mark.parametrize(("language", "text", "parties", "expected"), CASES)
def test_a_sentence_gives_who_did_what(language: str, text: str, parties: list[str], expected: Expected) -> None:
    acts = acts_in(text, 0, len(text), language, spans(text, parties))

    assert expected in [(act.type, act.agent.name, act.verb) for act in acts]


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, texts in DENIED.items() for text in texts])
def test_a_denied_sentence_is_denied(language: str, text: str) -> None:
    assert negated(text, 0, len(text), language)


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, texts in AFFIRMED.items() for text in texts])
def test_an_affirmed_sentence_is_not_denied(language: str, text: str) -> None:
    assert not negated(text, 0, len(text), language)


def test_swapped_parties_give_swapped_acts() -> None:
    one = read("Vardia said Olmen shelled the mill.", "Vardia", "Olmen")
    other = read("Olmen said Vardia shelled the mill.", "Vardia", "Olmen")

    assert [act.agent.actor for act in one] == ["olmen"]
    assert [act.agent.actor for act in other] == ["vardia"]


@pytest.mark.parametrize(
    ("language", "text", "parties", "agent"),
    [
        ("ru", "Школа в Лесном была обстреляна вардийскими войсками.", ["вардийскими"], "вардийскими"),
        ("ru", "Больница обстреляна ночью ракетами вардийской армии.", ["вардийской"], "вардийской"),
        ("uk", "Лікарню обстріляно вардійськими військами.", ["вардійськими"], "вардійськими"),
        ("ru", "Склад был уничтожен неизвестными.", [], "неизвестными"),
        ("ru", "Склад был уничтожен ракетами.", [], ""),
        ("ru", "Склад был уничтожен в районе вардийской базы.", ["вардийской"], ""),
    ],
)
def test_who_did_it_stands_in_the_instrumental(language: str, text: str, parties: list[str], agent: str) -> None:
    assert [act.agent.name for act in read(text, *parties, language=language)] == [agent]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Vardia claimed to have shot down a drone."),
        ("fr", "La Vardie affirme avoir éliminé un chef de bande."),
        ("es", "Los rebeldes afirmaron haber derribado un dron."),
        ("es", "El ejército dijo que abatió a dos hombres."),
        ("ru", "Министерство утверждает, что взяло под контроль посёлок."),
        ("ru", "В штабе заявили, что сбили пять дронов."),
        ("uk", "Вардія заявила, що захопила село."),
        ("he", "הצבא הודיע כי תקף מחסן נשק."),
    ],
)
def test_what_a_speaker_tells_without_a_subject_is_his_own_deed(language: str, text: str) -> None:
    assert [(act.type, act.agent) for act in read(text, language=language)] == [("claim", THE_SPEAKER)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Губернатор сообщил, что обстреляли рынок."),
        ("ru", "В больнице сообщили, что ранили пятерых."),
        ("es", "El gobierno dijo que abatieron a dos hombres."),
        ("en", "Vardia said five were killed."),
    ],
)
def test_what_somebody_did_is_not_the_deed_of_who_tells_it(language: str, text: str) -> None:
    assert [act.agent for act in read(text, language=language)] == [NOBODY]


@pytest.mark.parametrize(
    ("text", "parties", "agent", "patient"),
    [
        ("The army was accused of shelling the market.", [], "The army", "market"),
        ("Olmen is accused of killing four hostages.", ["Olmen"], "Olmen", "four hostages"),
        ("Olmen was shelling the market.", ["Olmen"], "Olmen", "market"),
    ],
)
def test_who_is_accused_or_still_at_it_acts_and_does_not_suffer(
    text: str, parties: list[str], agent: str, patient: str
) -> None:
    assert [(act.agent.name, act.patient.name) for act in read(text, *parties)] == [(agent, patient)]


def test_who_suffers_is_named_by_id_where_it_is_a_party_and_else_by_the_words() -> None:
    party = read("Vardian troops attacked the League at dawn.", "Vardian", "League")[0]
    words = read("Vardian troops attacked the old mill at dawn.", "Vardian")[0]

    assert party.patient == Party("League", "league")
    assert words.patient == Party("old mill")


def test_who_speaks_after_the_deed_is_not_its_patient() -> None:
    act = read("Vardian troops attacked the mill on Friday, the League said.", "Vardian", "League")[0]

    assert act.patient.name == "mill"


def test_the_passive_turns_who_did_it_and_to_whom() -> None:
    act = read("The League was attacked by Vardia.", "League", "Vardia")[0]

    assert (act.agent.name, act.patient.name) == ("Vardia", "League")


def test_a_weapon_is_no_agent() -> None:
    act = read("Nine people were killed by a landmine.")[0]

    assert act.agent == NOBODY


def test_soldiers_without_a_side_are_an_agent_in_words() -> None:
    act = read("Nine people were killed by soldiers.")[0]

    assert act.agent == Party("soldiers")


def test_we_is_the_speaker_where_nobody_is_named() -> None:
    act = read("We did not shell the mill.")[0]

    assert (act.type, act.agent, act.negated) == ("denial", THE_SPEAKER, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The group denied bombing the mill."), ("fr", "Le groupe dément avoir attaqué le moulin.")],
)
def test_who_denies_a_deed_denies_its_own(language: str, text: str) -> None:
    act = read(text, language=language)[0]

    assert (act.type, act.agent) == ("denial", THE_SPEAKER)


def test_deeds_joined_by_and_share_who_did_them() -> None:
    acts = read("The League said its men had attacked the airfield and killed nine pilots.", "League")

    assert [(act.type, act.agent.name, act.verb) for act in acts] == [
        ("claim", "League", "attack"),
        ("claim", "League", "kill"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("The crossing is closed.", "The crossing has reopened.", "passage"),
        ("Sarn remains besieged.", "The army has broken the siege of Sarn.", "siege"),
        ("The troops have entered Sarn.", "The troops have withdrawn from Sarn.", "presence"),
        ("The troops have entered Sarn.", "The troops have not entered Sarn.", "presence"),
        ("The miners are being held in Sarn.", "The miners were released.", "captivity"),
        ("The truce holds.", "The truce collapsed.", "truce"),
        ("Flights resumed on Monday.", "There are no flights to Sarn.", "flights"),
        ("The mayor is alive.", "The mayor was shot dead.", "life"),
    ],
)
def test_opposites_leave_one_thing_in_two_states(one: str, other: str, name: str) -> None:
    states = [[state(act) for act in read(text)] for text in (one, other)]

    assert (name, True) in states[0] + states[1]
    assert (name, False) in states[0] + states[1]


def test_a_deed_without_an_opposite_leaves_no_state() -> None:
    assert state(read("Vardia shelled the mill.", "Vardia")[0]) is None


def test_each_state_has_two_sides() -> None:
    sides: dict[str, set[bool]] = {}
    for name, polarity in STATES.values():
        sides.setdefault(name, set()).add(polarity)

    assert all(len(polarities) == 2 for polarities in sides.values())


def test_a_party_of_another_sentence_takes_no_part() -> None:
    text = "Vardia waited. The mill was shelled."

    acts = acts_in(text, 15, len(text), "en", spans(text, ["Vardia"]))

    assert [act.agent for act in acts] == [NOBODY]


@pytest.mark.parametrize("word", ["killed ", "accused ", "said killed ", "siege ", "هاجم ", "the "])
def test_a_long_sentence_of_one_word_is_read_in_no_time(word: str) -> None:
    text = word * 20_000

    began = time.process_time()
    acts_in(text, 0, len(text), "en", [PartySpan("k", "k", place, place + 1) for place in range(0, 5000, 7)])
    negated(text, 0, len(text), "en")

    assert time.process_time() - began < 1


def test_it_may_be_the_attack_that_killed_and_not_who_speaks_of_it() -> None:
    [*_, minister] = read("Syria condemned the attack and said it had killed five people.", "Syria")
    [army] = read("Syria said it had killed five people.", "Syria")
    sentence = "Syria condemned the attack and said it had killed five people."
    split = sentence.index("and said")
    [*_, later] = acts_in(sentence, split, len(sentence), "en", ())

    assert (minister.verb, minister.agent) == ("kill", NOBODY)
    assert (later.verb, later.agent) == ("kill", NOBODY)
    assert (army.verb, army.agent) == ("kill", Party("Syria", "syria"))


def test_what_befell_nobody_but_who_speaks_denies_no_deed() -> None:
    text = "The ambassador, who was not hurt, said five people had been killed."

    assert [(act.verb, act.negated) for act in read(text)] == [("kill", False)]
