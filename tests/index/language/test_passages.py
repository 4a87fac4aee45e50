"""Passages cover a text exactly, whatever it is made of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.language.passages import PassagePolicy, cut, pieces

SHORT = PassagePolicy(most_pieces=30, least_pieces=8)

texts = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(["Rockets hit the base. ", "غزة. ", "数", "word ", "\n\n", "7.62 mm! ", "x" * 50]), max_size=60
    ).map("".join),
)


@given(texts)
def test_nothing_but_white_space_is_left_out_and_nothing_is_in_two_passages(text: str) -> None:
    spans = cut(text, SHORT)

    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    assert all(start < end for start, end in spans)


@given(texts)
def test_no_passage_is_much_longer_than_the_policy_says(text: str) -> None:
    for start, end in cut(text, SHORT):
        assert pieces(text[start:end]) <= SHORT.most_pieces + SHORT.least_pieces


def test_a_passage_ends_where_a_sentence_does() -> None:
    text = " ".join(f"Sentence number {n} reports on the war." for n in range(20))

    spans = cut(text, SHORT)

    assert len(spans) > 2
    assert all(text[start:end].endswith("war.") for start, end in spans)


def test_a_text_without_white_space_is_cut_all_the_same() -> None:
    spans = cut("字" * 5000, PassagePolicy())

    assert len(spans) > 10
    assert "".join("字" * (end - start) for start, end in spans) == "字" * 5000


def test_a_short_last_passage_joins_the_one_before() -> None:
    text = "One long enough sentence fills this passage with many different words about something. Short."

    assert cut(text, PassagePolicy(most_pieces=18, least_pieces=6)) == [(0, len(text))]
