"""A question or a briefing whose time is over gives what is ready; the article that cost it is set aside, and named."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from index import Index
from index.store.readings import SetAside
from index.stories.interest import Interest
from index.stories.story import Briefing

NOW = datetime(2026, 4, 25, 12, tzinfo=UTC)
SINCE = NOW - timedelta(days=1)
# Over at once, and not: one report is read in any case, and whatever that takes is most of it.
NO_TIME, HARDLY_ANY = 0.0, 1e-9
QUESTION = "How many people were killed near Orlivka?"


def row(number: int, place: str = "Orlivka") -> dict[str, str]:
    return {
        "url": f"https://e{number}.example/{number}",
        "title": f"Shelling near {place}",
        "text": f"Shells killed {number} people near {place} on Saturday, outlet number {number} was told by doctors.",
        "publisher": f"Ledger {number}",
        "published": (NOW - timedelta(hours=number)).isoformat(),
    }


def test_an_answer_is_cut_short_only_where_time_ran_out(corpus: Index) -> None:
    corpus.add([row(3), row(4), row(5)], now=NOW)

    whole = corpus.ask(QUESTION, now=NOW, deadline_s=math.inf)
    cut = corpus.ask(QUESTION, now=NOW, deadline_s=NO_TIME)

    assert not whole.cut_short
    assert "cut_short" not in whole.to_json()
    assert cut.cut_short
    assert cut.to_json()["cut_short"] is True
    assert len({citation.article_id for citation in whole.citations}) > 1
    assert len({citation.article_id for citation in cut.citations}) <= 1


@pytest.mark.parametrize("make", [Index.brief, Index.draft])
def test_a_briefing_tells_one_story_at_least_and_calls_no_topic_quiet(
    corpus: Index, make: Callable[..., Briefing]
) -> None:
    corpus.add([row(3, "Orlivka"), row(4, "Tessarin")], now=NOW)
    interest = Interest(followed=("Orlivka", "Tessarin", "Maridun"))

    whole = make(corpus, SINCE, NOW, interest)
    cut = make(corpus, SINCE, NOW, interest, deadline_s=NO_TIME)

    assert (len(whole.stories), whole.cut_short, whole.quiet_topics) == (2, False, ("Maridun",))
    assert (len(cut.stories), cut.cut_short, cut.quiet_topics) == (1, True, ())


def test_the_article_that_cost_the_time_is_set_aside_and_named(corpus: Index) -> None:
    corpus.add([row(3)], now=NOW)
    before = corpus.ask(QUESTION, now=NOW, deadline_s=math.inf)

    corpus.ask(QUESTION, now=NOW, deadline_s=HARDLY_ANY)

    assert before.kind == "answer"
    assert corpus.set_aside() == [SetAside("Shelling near Orlivka", "Ledger 3", slow=True)]
    assert corpus.stats().slow == 1
    assert corpus.ask(QUESTION, now=NOW, deadline_s=math.inf).kind == "abstain"
    # It is still found by a search: only what answers are made of is not taken from it.
    assert [hit.passage.publisher for hit in corpus.search("Shelling Orlivka")] == ["Ledger 3"]


def test_a_briefing_sets_aside_what_cost_its_time(corpus: Index) -> None:
    corpus.add([row(3, "Orlivka"), row(4, "Tessarin")], now=NOW)

    corpus.brief(SINCE, NOW, deadline_s=HARDLY_ANY)

    assert len(corpus.set_aside()) == 1


def test_what_was_set_aside_is_used_again_where_an_admin_says_so_or_its_text_is_another(corpus: Index) -> None:
    corpus.add([row(3)], now=NOW)
    corpus.ask(QUESTION, now=NOW, deadline_s=HARDLY_ANY)

    again = corpus.try_again()
    after_admin = corpus.set_aside()
    corpus.ask(QUESTION, now=NOW, deadline_s=HARDLY_ANY)
    corpus.add([row(3) | {"text": "Shells killed six people near Orlivka, doctors said on Saturday."}], now=NOW)

    assert (again, after_admin) == (1, [])
    assert corpus.set_aside() == []
    assert "six" in corpus.ask(QUESTION, now=NOW, deadline_s=math.inf).text
