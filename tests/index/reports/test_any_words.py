from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.language.lexicon import LANGUAGES, lexicon
from index.reports.acts import PartySpan, acts_in, negated
from index.reports.figures import figures_in

MARKS = [",", ".", "-", "–", "(", ")", '"', "5", "40", "1,300", "12", "2019", "%", "'s"]


def words_of_lexicons(language: str) -> list[str]:
    """Every word that the readers know, as it is written."""
    listings = [listing for concern in ("counting", "acts", "dates") for listing in lexicon(language, concern).values()]
    entries = {entry for listing in listings for words in listing.values() for entry in words.split()}
    return sorted(entry.replace("_", " ").rstrip("*") for entry in entries)


KNOWN = {language: words_of_lexicons(language) for language in LANGUAGES}


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, str]:
    language = draw(st.sampled_from(LANGUAGES))
    words = draw(st.lists(st.sampled_from(KNOWN[language]) | st.sampled_from(MARKS), max_size=24))
    return language, " ".join(words)


@given(sentence=sentences(), written=st.none() | st.dates())
def test_figures_lie_within_their_sentence_in_order(sentence: tuple[str, str], written: date | None) -> None:
    language, text = sentence

    figures = figures_in(text, 0, len(text), language, written)

    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)
    for figure in figures:
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.low <= figure.high


@given(sentence=sentences(), places=st.lists(st.integers(min_value=0, max_value=200), max_size=8))
def test_acts_are_few_and_their_parties_are_those_named(sentence: tuple[str, str], places: list[int]) -> None:
    language, text = sentence
    parties = [PartySpan(f"p{place}", f"id{place}", place, place + 3) for place in places]

    acts = acts_in(text, 0, len(text), language, parties)

    assert len(acts) <= 12
    named = {party.actor for party in parties} | {""}
    assert all(act.agent.actor in named and act.patient.actor in named for act in acts)
    assert isinstance(negated(text, 0, len(text), language), bool)
