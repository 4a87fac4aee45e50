"""A statement as it is shown: its own words, none that its quote does not have."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.reports.citing import Citations, claim
from index.reports.faithful import faithful
from index.reports.reading import read
from index.reports.report import Report, Span
from index.reports.wordings import worded

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)


def report(text: str) -> Report:
    return Report(
        article_id="a",
        url="https://gazette.example/1",
        title="A report",
        text=text,
        publisher="Harbour Gazette",
        published_at=AT,
        first_seen_at=AT,
        reading=read("A report", text, "Harbour Gazette", AT),
        spans=(Span("p", 0, len(text)),),
    )


@pytest.mark.parametrize("head", ["KYIV, Ukraine (AP) -- ", "WASHINGTON - ", "DOHA, Dec 17 (Meridian) - "])
def test_a_dateline_does_not_belong_to_the_claim(head: str) -> None:
    (testimony,) = report(f"{head}The bridge was hit on Sunday, the mayor said.").testimonies

    assert worded(testimony, None).text == "The bridge was hit on Sunday, the mayor said."


def test_what_is_not_in_the_quote_is_not_faithful() -> None:
    quote = 'Six people died in Marwa, "a disaster" the mayor said.'

    assert faithful('Six people died in Marwa [a town], "a disaster".', quote)
    assert not faithful("Seven [7] or 8 people died in Marwa.", quote)
    assert not faithful("Six people died in Odesa.", quote)
    assert not faithful('Six people died, "a massacre".', quote)


WORDS = st.sampled_from(
    [
        "The",
        "the",
        "He",
        "said",
        "told",
        "killed",
        "wounded",
        "at",
        "least",
        "12",
        "70",
        "1,300",
        "dozens",
        "people",
        "children",
        "soldiers",
        "of",
        "in",
        "on",
        "Sunday",
        "yesterday",
        "Marwa",
        "Odesa",
        "Reuters",
        "“we",
        "”",
        "regime",
        "terrorists",
        "died",
        ",",
        ";",
        "—",
        "and",
        "while",
        "which",
        "(CNN)",
        "Governor",
        "Haddad",
        "April",
        "2017",
        "5",
        "denied",
        "blamed",
        "said.",
        "it.",
        "No.",
        "U.S.",
        "Watch",
        "»",
        "[x]",
        "…",
        "an",
        "attack",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=3, max_size=30).map(" ".join), min_size=1, max_size=5).map(". ".join)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_nothing_is_claimed_that_its_quote_does_not_say(text: str) -> None:
    whole, numbered = report(text), Citations()

    claims = [claim(testimony, numbered) for testimony in whole.testimonies]

    cited = {citation.n: citation for citation in numbered.all}
    for made in claims:
        assert faithful(made.text, made.quote) or made.text == made.quote
        assert cited[made.citations[0]].quote == made.quote
    assert all(text[citation.start : citation.end] == citation.quote for citation in numbered.all)
