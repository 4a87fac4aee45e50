"""What is told of what happened."""

from __future__ import annotations

from index.answers.summing import summed_up
from tests.index.answers.building import ranked, report

ATTACK = report("Drones struck the grain port of Odesa at dawn on 4 March.")
AGAIN = report("At dawn on 4 March drones struck the grain port of Odesa.", outlet="Delta Post")
DEAD = report("Three dockers were killed and nine were wounded at the port of Odesa.", outlet="Vale Radio")
WAR = report("The war has killed more than 14,000 people in Odesa and elsewhere.", outlet="Coast Daily")
CLOSED = report("Ships were turned back, and the harbour stays shut until Friday.", outlet="Pier News")


def texts(*scored: tuple[object, float], most: int = 3, behind: float = 3.0) -> list[str]:
    return [pick.testimony.text for pick in summed_up(ranked(*scored), most, behind)]  # type: ignore[arg-type]


def test_those_hurt_are_told_before_the_attack_is_told_again() -> None:
    told = texts((ATTACK, 9.0), (AGAIN, 8.8), (DEAD, 7.9), most=2)

    assert set(told) == {ATTACK.text, DEAD.text}


def test_what_adds_something_goes_before_what_repeats() -> None:
    told = texts((DEAD, 9.0), (ATTACK, 8.9), (AGAIN, 8.8), (CLOSED, 8.0))

    assert told[:2] == [DEAD.text, ATTACK.text]
    assert told[2] == CLOSED.text


def test_a_toll_of_the_whole_war_tells_nothing_of_the_day() -> None:
    assert WAR.text not in texts((ATTACK, 9.0), (WAR, 8.5), (DEAD, 7.0))


def test_what_is_much_less_likely_is_not_told() -> None:
    assert texts((ATTACK, 9.0), (CLOSED, 5.0)) == [ATTACK.text]
