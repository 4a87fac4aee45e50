from datetime import UTC, date, datetime

import numpy as np
import pytest

from index.stories.signature import Signature, signature, stated_day
from index.stories.similarity import StoryPolicy, rarity_of, shared_terms, similarities

POLICY = StoryPolicy()


def made(name: str, text: str, *, day: int = 1, title: str = "", model: str = "m", vector: float = 0.0) -> Signature:
    return signature(
        name,
        revision_id=1,
        publisher="Outlet",
        dated_at=datetime(2024, 4, day, tzinfo=UTC),
        title=title,
        text=text,
        fingerprint=model,
        embeddings=[np.array([1.0, vector], np.float32)],
    )


def alike(one: Signature, other: Signature) -> float:
    rarity = dict.fromkeys({*one.terms, *other.terms}, 1.0)
    return float(similarities([one, other], rarity, policy=POLICY)[0, 1])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wed 05 Apr 2017 Syria attack symptoms consistent", date(2017, 4, 5)),
        ("06.04.2017 The attack in Syrian Idlib province", date(2017, 4, 6)),
        ("Rebels said on Monday that the road was open.", None),
        ("99.99.2017 is not a day", None),
    ],
)
def test_the_day_that_a_text_begins_with(text: str, day: date | None) -> None:
    assert stated_day(text) == day


def test_the_stated_day_wins_over_the_metadata() -> None:
    one = made("a", "06.04.2017 The attack in Idlib killed 27.", day=20)

    assert date.fromordinal(one.day) == date(2017, 4, 6)


def test_a_title_weighs_more_than_the_text() -> None:
    one = made("a", "A convoy was hit near the bridge.", title="Convoy hit")

    assert one.terms["convoy"] > one.terms["bridg"]


def test_likeness_fades_with_the_days_between() -> None:
    text = "Rockets hit the market of Douma and killed twelve people."
    near, far = made("b", text, day=3), made("c", text, day=16)

    assert alike(made("a", text), near) > alike(made("a", text), far) > 0


def test_beyond_the_window_nothing_is_alike() -> None:
    text = "Rockets hit the market of Douma and killed twelve people."

    assert alike(made("a", text, day=1), made("b", text, day=1 + POLICY.window_days + 1)) == 0


def test_embeddings_of_two_models_are_not_compared() -> None:
    one, other = made("a", "Market of Douma", model="m1"), made("b", "Bridge of Raqqa", model="m2")

    assert alike(one, other) == 0
    assert alike(one, made("b", "Bridge of Raqqa", model="m1")) > 0


def test_what_two_articles_share_is_named_by_weight() -> None:
    one = made("a", "Rockets hit Zummar and the base")
    other = made("b", "Zummar rockets hit a road and the base")

    rarity = rarity_of({"base": 500, "hit": 400, "rocket": 90, "zummar": 2}, 1000)

    assert shared_terms(one, other, rarity)[0] == "zummar"
