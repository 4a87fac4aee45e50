"""Time that a question or a briefing may take, by clocks that the test moves."""

from __future__ import annotations

from index.allowance import Allowance, unlimited


class Hands:
    """Two clocks: what a reader waits, and what the thread works."""

    def __init__(self) -> None:
        self.waited = self.worked = 100.0

    def allowance(self, seconds: float) -> Allowance:
        return Allowance(seconds, clock=lambda: self.waited, cpu=lambda: self.worked)

    def work(self, allowance: Allowance, article_id: str, seconds: float) -> None:
        with allowance.on(article_id):
            self.waited += seconds
            self.worked += seconds


def test_time_runs_from_the_first_look_at_it() -> None:
    hands = Hands()
    allowance = hands.allowance(10)

    hands.waited += 60
    at_first = allowance.used_up()
    hands.waited += 9.9
    before = allowance.used_up()
    hands.waited += 0.2

    assert (at_first, before, allowance.used_up()) == (False, False, True)
    assert allowance.cut_short


def test_the_article_that_took_most_of_the_time_is_to_blame() -> None:
    hands = Hands()
    allowance = hands.allowance(10)
    allowance.used_up()

    hands.work(allowance, "quick", 1.0)
    hands.work(allowance, "slow", 5.0)
    hands.work(allowance, "slow", 4.5)

    assert allowance.used_up()
    assert allowance.to_blame() == ("slow", 9.5)


def test_nobody_is_to_blame_for_a_slow_machine_for_many_small_ones_or_where_time_was_enough() -> None:
    hands = Hands()
    waiting, many, enough = hands.allowance(10), hands.allowance(10), hands.allowance(10)
    for allowance in (waiting, many, enough):
        allowance.used_up()

    with waiting.on("waited for"):
        hands.waited += 11
    for number in range(11):
        hands.work(many, str(number), 1.0)
    hands.work(enough, "slow", 9.0)

    assert waiting.used_up()
    assert many.used_up()
    assert [allowance.to_blame() for allowance in (waiting, many, enough)] == [None, None, None]


def test_who_waits_as_long_as_it_takes_is_never_cut_short() -> None:
    allowance = unlimited()

    with allowance.on("any"):
        pass

    assert not allowance.used_up()
    assert allowance.to_blame() is None
