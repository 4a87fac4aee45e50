from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.answers.attribution import Attribution, attributions
from index.answers.claims import worded
from index.answers.compose import Pick, compose
from index.answers.dates import dateline
from index.answers.disputes import figure_dispute, figures_held
from index.answers.evidence import report
from index.answers.question import understand
from index.answers.ranking import rank
from index.language.terms import terms
from index.language.wordlists import words
from index.reports.faithful import faithful
from tests.index.answers.shelf import SEEN, article, passages

OWN = Attribution(("The Outlet",), "own")


def claim(text: str, *, who: Attribution = OWN, wanted: frozenset[str] = frozenset(), longest: int = 300) -> str:
    read = report(passages(article(text)))
    return worded(read.sentences[0], read, who, lambda piece: len(wanted & set(terms(piece))), longest=longest).text


def test_a_dateline_does_not_belong_to_the_claim() -> None:
    assert claim("KYIV, Ukraine (AP) -- The bridge was hit.") == "The bridge was hit."
    assert claim("WASHINGTON - The bridge was hit.") == "The bridge was hit."
    assert claim("The NATO - Ukraine council met.") == "The NATO - Ukraine council met."


@pytest.mark.parametrize("head", ["DAMASCUS, April 1 (Some Wire) - ", "KABUL, Afghanistan (CNN) -- ", "GAZA (Wire) - "])
def test_a_dateline_is_known_by_its_form_even_where_its_agency_is_not(head: str) -> None:
    assert claim(f"{head}An air strike destroyed a house.") == "An air strike destroyed a house."


def test_a_name_with_its_meaning_in_brackets_is_no_dateline() -> None:
    assert claim("NATO (North Atlantic) said it would stay.") == "NATO (North Atlantic) said it would stay."


def test_a_weekday_is_not_parted_from_its_date() -> None:
    text = "Crews found 73 more bodies on Monday, April 22, from a grave in the yard of the hospital, the service said."

    assert not claim(text, wanted=frozenset({"grave", "hospit"}), longest=70).startswith("… April")


def test_a_weekday_gets_its_date_in_brackets() -> None:
    assert claim("Shells fell on Sunday near the port.") == "Shells fell on Sunday [21 April 2024] near the port."


def test_a_weekday_with_its_date_beside_it_gets_none() -> None:
    assert claim("Shells fell on Sunday 14 April.") == "Shells fell on Sunday 14 April."


def test_a_pronoun_that_speaks_gets_its_name_in_brackets() -> None:
    who = Attribution(("Governor Talal Haddad", "The Outlet"), "reported")

    assert claim("He said the road was closed.", who=who) == "He [Governor Talal Haddad] said the road was closed."


def test_a_loaded_word_stands_in_quotation_marks_unless_it_is_quoted_already() -> None:
    assert claim('The terrorists fled the "terrorist" camp.') == 'The “terrorists” fled the "terrorist" camp.'


def test_what_only_explains_a_name_is_cut_before_what_is_said_of_it() -> None:
    text = (
        "The river commission, which was set up by the two countries after the floods of last spring, has met for the"
        " whole of the week and named no day for the opening of the dam."
    )

    assert claim(text, wanted=frozenset({"dam", "open"}), longest=120) == (
        "The river commission … has met for the whole of the week and named no day for the opening of the dam."
    )


def test_what_is_told_is_not_made_a_quotation() -> None:
    text = (
        "The office counted 140 raids in the north of the country in all of the year, Ana Novak said, calling them"
        ' "grave".'
    )
    (who,) = attributions([text], "The Outlet")

    cut = claim(text, who=who, wanted=frozenset({"offic", "raid"}), longest=60)

    assert "“" not in cut
    assert "[" not in cut


def test_of_a_long_sentence_the_clause_that_is_wanted_is_kept() -> None:
    text = (
        "The council met for the whole of the day to speak of roads and of schools, while the farmers waited outside,"
        " and the minister, who came late, said that the dam at Marwa would be rebuilt by the spring of next year."
    )

    kept = claim(text, wanted=frozenset({"dam", "marwa"}), longest=120)

    assert "Marwa" in kept
    assert kept.startswith("… ")
    assert len(kept) <= 130


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wed 05 Apr 2017 The port is shut.", date(2017, 4, 5)),
        ("On 5 April 2017 the port was shut.", None),
        ("The port is shut.", None),
    ],
)
def test_the_day_of_writing_is_taken_from_a_stamp_only(text: str, day: date | None) -> None:
    assert dateline(text) == day


def test_what_is_not_in_the_quote_is_not_faithful() -> None:
    quote = 'Six people died in Marwa, "a disaster" the mayor said.'

    assert faithful('Six people died in Marwa [a town], "a disaster".', quote)
    assert not faithful("Seven [7] or 8 people died in Marwa.", quote)
    assert not faithful("Six people died in Odesa.", quote)
    assert not faithful('Six people died, "a massacre".', quote)


WORDS = st.sampled_from(
    sorted(
        words("""The the He said told killed wounded at least 12 70 1,300 dozens people children
    soldiers of in on Sunday
    yesterday Marwa Odesa Reuters “we ” " regime terrorists died , ; — and while which (CNN) -- Governor Haddad
    April 2017 5 according to denied blamed said. it. No. U.S. Watch » [x] … an attack""")
    )
)
TEXTS = st.lists(st.lists(WORDS, min_size=3, max_size=30).map(" ".join), min_size=1, max_size=5).map(". ".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.text(max_size=60))
def test_nothing_reaches_an_answer_that_its_quote_does_not_say(text: str, odd: str) -> None:
    whole = f"{text}. {odd} killed 5 people." if odd.strip() else f"{text}."
    read = report(passages(article(whole)))
    question = understand("How many people were killed in Marwa?", SEEN)
    ranked = rank(question, [read], {})
    held = figures_held(question, ranked, ("killed",))
    dispute = figure_dispute(held, "killed")

    answer = compose(question, [Pick(one) for one in ranked[:4]], [dispute] if dispute else [], as_of=SEEN, longest=80)

    cited = {citation.n: citation for citation in answer.citations}
    for made in answer.claims:
        assert made.citations
        assert all(faithful(made.text, made.quote) or made.text == made.quote for _ in made.citations)
        assert cited[made.citations[0]].quote == made.quote
    for citation in answer.citations:
        assert whole[citation.start : citation.end] == citation.quote
    for conflict in answer.conflicts:
        for position in conflict.positions:
            assert position.citations
            assert all(faithful(position.value, cited[number].quote) for number in position.citations)
