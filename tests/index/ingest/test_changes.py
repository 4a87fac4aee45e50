"""What changed between two states of an article."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from index.articles import PassageView, SentenceChange, StoredPassage
from index.ingest.changes import what_changed, with_changes
from index.ingest.desk import IngestDesk
from index.store.database import Database
from index.store.revisions import revisions
from index.store.schema import article
from tests.index.ingest.conftest import NOW
from tests.index.ingest.newsroom import Item, Newsroom
from tests.servers.site import Site

BEFORE = "Rockets hit the base on Monday. Nine people were wounded, officials said. The road is closed."


def test_a_figure_that_was_corrected_is_one_changed_sentence() -> None:
    after = BEFORE.replace("Nine", "Twelve")

    assert what_changed(BEFORE, after) == (
        SentenceChange("Nine people were wounded, officials said.", "Twelve people were wounded, officials said."),
    )


def test_what_was_added_and_taken_out_is_told_apart() -> None:
    after = "Rockets hit the base on Monday. Nine people were wounded, officials said. Iraq opened an inquiry into it."

    assert what_changed(BEFORE, after) == (
        SentenceChange("The road is closed.", ""),
        SentenceChange("", "Iraq opened an inquiry into it."),
    )


def test_spaces_and_lines_are_no_change() -> None:
    assert what_changed(BEFORE, BEFORE.replace(". ", ".\n\n")) == ()
    assert what_changed("", "") == ()


def test_the_states_of_a_polled_article_show_its_correction(desk: IngestDesk, database: Database, site: Site) -> None:
    item = Item(1, text=BEFORE + " " + Item(2).text.replace("\n", " "))
    newsroom = Newsroom(site, item)
    desk.sources.add(newsroom.feed_url, name="The Ledger", now=NOW)
    desk.poll(now=NOW)
    item.text, item.summary = item.text.replace("Nine people were", "Twelve people were"), item.summary + " Corrected."
    desk.poll(now=NOW + timedelta(hours=1))

    with database.read() as connection:
        article_id = connection.execute(sa.select(article.c.id)).scalar_one()
    first, second = revisions(database, article_id)

    assert (first.number, second.number, second.created_at) == (1, 2, NOW + timedelta(hours=1))
    assert [change.after for change in what_changed(first.text, second.text)] == [
        "Twelve people were wounded, officials said."
    ]


def test_a_cited_passage_is_shown_with_what_became_of_it() -> None:
    after = "The road has been closed for days. " + BEFORE.replace("Nine", "Twelve").replace(" The road is closed.", "")
    start = BEFORE.index("Nine")
    passage = StoredPassage(
        passage_id="p",
        article_id="a",
        url="https://a.example/1",
        title="T",
        publisher="The Ledger",
        published_at=None,
        first_seen_at=NOW,
        ordinal=0,
        start=start,
        end=BEFORE.index(" The road"),
        text="Nine people were wounded, officials said.",
    )

    seen = with_changes(PassageView(passage, "", "", 1, 2), BEFORE, after)

    assert seen.changes[0].after == "Twelve people were wounded, officials said."
    assert len(seen.changes) == 3
