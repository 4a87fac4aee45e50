"""Admins look at addresses, filter sources, exchange lists of them, and write down what is known of publishers."""

from __future__ import annotations

from typing import Any

import pytest

from bot.wording.render import Reader, answer_messages
from bot.wording.render_passage import passage_message
from bot.wording.texts import languages, texts_for
from index.answers.answer import Answer, Citation, Claim
from index.articles import PassageView, StoredPassage
from index.profiles import Publisher
from tests.bot.chat.conversation import ADMIN, READER, Conversation
from tests.bot.worlds import START
from tests.servers import updates

OPML = b"""<opml version='2.0'><body><outline text='Ledger' xmlUrl='https://ledger.example/feed'/>
<outline text='Voice' xmlUrl='https://voice.example/rss'/></body></opml>"""

PASSAGE = StoredPassage(
    "p", "a", "https://l.example/1", "A title", "Levant Wire", None, START, 0, 0, 14, "Ten were hurt."
)


def said(talk: Conversation, text: str, user_id: int = ADMIN, **more: Any) -> str:
    return talk.say(text, user_id=user_id, **more)[0].text or ""


def ledger(talk: Conversation) -> int:
    return talk.services.index.sources.add("https://ledger.example/feed", name="The Ledger", now=talk.clock()).id


def test_vouching_says_what_it_does_for_a_site_that_is_new_and_for_one_that_is_not(empty: Conversation) -> None:
    number = ledger(empty)

    how = said(empty, "/vouch")
    new = said(empty, f"/vouch {number}")
    said(empty, f"/unvouch {number}")
    empty.clock.advance(days=8)
    old = said(empty, f"/vouch {number} ledger-live.example")

    assert "less than 7 days" in how
    assert "count for alerts (/watch) at once; otherwise they would have counted from Wed 1 May 2024 on" in new
    assert "counted for alerts (/watch) before" in old
    assert "It speaks for: ledger-live." in old


def test_what_is_wrong_with_a_source_is_joined_as_the_language_joins(empty: Conversation) -> None:
    store, now = empty.services.index.sources, empty.clock()
    store.add("https://ledger.example/feed", name="The Ledger", now=now)
    (leased,) = store.lease("t", now=now, limit=1)
    store.finish(leased.id, owner="t", values={"degraded": True}, now=now)

    arabic = said(empty, "/sources", language="ar")

    assert "؛ معيب الصياغة" in arabic


class TestList:
    def test_it_has_pages_that_buttons_turn(self, empty: Conversation) -> None:
        for number in range(12):
            url = f"https://site{number}.example/feed"
            empty.services.index.sources.add(url, name=f"Outlet {number:02}", now=empty.clock())

        first = empty.say("/sources")[0]
        (second,) = empty.press(first, "Part 2")
        (third,) = empty.press(second, "Part 3")

        assert "I read 12 sources" in (first.text or "")
        assert [name in (first.text or "") for name in ("Outlet 04", "Outlet 05")] == [True, False]
        assert "Outlet 05" in (second.text or "")
        assert [button["text"] for button in second.buttons] == ["Part 1", "Part 3"]
        assert "Outlet 11" in (third.text or "")
        assert "site11.example" not in (third.text or "")
        assert [button["text"] for button in third.buttons] == ["Part 2"]

    def test_an_admin_sees_today_against_the_usual_and_readers_see_since_when_it_is_quiet(
        self, empty: Conversation
    ) -> None:
        number, now = ledger(empty), empty.clock()
        store = empty.services.index.sources
        (leased,) = store.lease("t", now=now, limit=1)
        values = {"per_day": 7.4, "health": "quiet", "last_success_at": now, "last_new_at": now}
        store.finish(leased.id, owner="t", values=values, now=now)

        shown = said(empty, "/sources")

        assert f"{number}. The Ledger (feed)" in shown
        assert "today 0, usually 7.4 a day" in shown
        assert "nothing new since 24 Apr 2024" in said(empty, "/sources", READER)

    def test_a_page_of_the_longest_fits_into_one_message(self, empty: Conversation) -> None:
        for number in range(6):
            store, now = empty.services.index.sources, empty.clock()
            source = store.add(f"https://site{number}.example/{'x' * 1900}", name="N" * 200, now=now)
            words = tuple(f"{'w' * 60}{n}" for n in range(20))
            store.change(source.id, topics=words, keep_words=words, drop_words=words)
            (leased,) = store.lease("t", now=now, limit=1)
            values = {"health": "failing", "last_error": "e" * 900, "per_day": 1.0}
            store.finish(leased.id, owner="t", values=values, now=now)

        (page,) = empty.say("/sources", user_id=ADMIN)

        assert page.accepted


def test_a_source_that_there_is_is_tried_by_its_number(empty: Conversation) -> None:
    number = ledger(empty)
    empty.services.index.sources.change(number, url="http://127.0.0.1/feed")

    # Its own address is what is looked at: a private one, here.
    assert said(empty, f"/testsource {number}") == texts_for("en").plain("error-private-address")
    assert said(empty, "/testsource 99") == texts_for("en").plain("error-source-unknown")


class TestTopics:
    def test_the_sources_on_a_topic_are_listed_under_any_of_its_names(self, empty: Conversation) -> None:
        number, now = ledger(empty), empty.clock()
        for n in range(7):
            source = empty.services.index.sources.add(f"https://site{n}.example/rss", name=f"Outlet {n}", now=now)
            empty.services.index.sources.change(source.id, topics=("Sudan",))
        said(empty, f"/filtersource {number}\ntopics: Ukraine, front")

        (first,) = empty.say("/sources sudan", user_id=READER)
        (second,) = empty.press(first, "Part 2", user_id=READER)

        assert (first.text or "").startswith("I read 7 sources on Sudan")
        assert ["Ledger" in (page.text or "") for page in (first, second)] == [False, False]
        assert "Outlet 6" in (second.text or "")
        assert "The Ledger" in said(empty, "/sources Украина", READER)
        assert said(empty, "/sources Yemen", READER).endswith("front, Sudan, Ukraine")

    def test_without_topics_that_is_said(self, empty: Conversation) -> None:
        ledger(empty)

        assert said(empty, "/sources Sudan").startswith("No source is filed under a topic")


class TestFilters:
    def test_words_are_set_shown_and_taken_back(self, empty: Conversation) -> None:
        number = ledger(empty)

        shown = said(empty, f"/filtersource {number}\nkeep: Kharkiv, Sumy\ndrop: football\ntopics: Ukraine")

        assert "keep: Kharkiv, Sumy" in shown
        source = empty.services.index.sources.find("The Ledger")
        assert (source.keep_words, source.drop_words, source.topics) == (
            ("Kharkiv", "Sumy"),
            ("football",),
            ("Ukraine",),
        )
        assert "topics: Ukraine" in said(empty, "/sources")
        assert "keep: -" in said(empty, f"/filtersource {number}\nkeep:")
        assert empty.services.index.sources.find("The Ledger").drop_words == ("football",)

    @pytest.mark.parametrize("text", ["", "\nkeep: a", "1\nmood: good", "1\nkeep a"])
    def test_what_is_no_filter_changes_nothing(self, empty: Conversation, text: str) -> None:
        ledger(empty)

        said(empty, f"/filtersource {text}")

        assert empty.services.index.sources.find("The Ledger").keep_words == ()


class TestFiles:
    def test_a_list_goes_out_and_comes_back(self, empty: Conversation) -> None:
        empty.api.files["f1"] = OPML

        (added,) = empty.take(updates.document("mine.opml", "f1", len(OPML), user_id=ADMIN))
        (again,) = empty.take(updates.document("mine.xml", "f1", len(OPML), caption="/importsources", user_id=ADMIN))
        exported = empty.say("/exportsources", user_id=ADMIN)

        assert (added.text or "").startswith("Added: 2. Known already: 0")
        assert (again.text or "").startswith("Added: 0. Known already: 2")
        assert "2 sources" in (exported[0].text or "")
        assert [receipt.method for receipt in empty.api.receipts].count("sendDocument") == 1
        assert said(empty, "/importsources").startswith("Send me the file")

    def test_nobody_elses_file_is_fetched(self, empty: Conversation) -> None:
        empty.api.files["f1"] = OPML

        (refused,) = empty.take(updates.document("mine.opml", "f1", len(OPML), user_id=READER))

        assert (refused.text or "").startswith("Only admins")
        assert "getFile" not in [receipt.method for receipt in empty.api.receipts]
        assert empty.services.index.sources.list() == []

    @pytest.mark.parametrize(("content", "size"), [(b"not xml", 7), (OPML, 6_000_000), (None, 10)])
    def test_what_can_not_be_read_is_said(self, empty: Conversation, content: bytes | None, size: int) -> None:
        if content is not None:
            empty.api.files["f1"] = content

        (reply,) = empty.take(updates.document("mine.opml", "f1", size, user_id=ADMIN))

        assert "file" in (reply.text or "")
        assert empty.services.index.sources.list() == []

    def test_other_documents_are_not_read(self, empty: Conversation) -> None:
        (said,) = empty.take(updates.document("photo.zip", "f1", 10, user_id=ADMIN))

        assert (said.text or "").startswith("Please ask in words")
        assert not [one for one in empty.api.receipts if one.method == "getFile"]


class TestPublishers:
    def test_admins_write_a_profile_and_readers_see_it(self, empty: Conversation) -> None:
        ledger(empty)

        shown = said(empty, "/setpublisher the ledger\ncountry: Syria\nstate-run: yes\nleaning: pro-government")

        assert "state-run: yes" in shown
        assert "owner: unknown" in shown
        assert said(empty, "/publisher The Ledger", READER) == shown
        assert "The Ledger" in said(empty, "/publisher", READER)
        assert "leaning: unknown" in said(empty, "/setpublisher The Ledger\nleaning: unknown")

    def test_a_wrong_field_or_an_unknown_name_writes_nothing(self, empty: Conversation) -> None:
        ledger(empty)

        assert "these fields" in said(empty, "/setpublisher The Ledger\ncountry: Syria\nmood: good")
        assert "No publisher" in said(empty, "/setpublisher Somebody Else\ncountry: Syria")
        assert said(empty, "/setpublisher The Ledger").startswith("Send the publisher's name")

        assert empty.services.index.ingest.publishers.list() == ()

    def test_an_admin_sets_a_profile_by_buttons(self, empty: Conversation) -> None:
        ledger(empty)
        said(empty, "/setpublisher The Ledger\nleaning: pro-government")
        empty.services.index.sources.add("https://second.example/rss", name="Second", now=empty.clock())

        (shown,) = empty.say("/publisher Second", user_id=ADMIN)
        assert [button["text"] for button in shown.buttons] == [
            *("country", "language", "owner", "leaning", "state-run"),
        ]
        (asked,) = empty.press(shown, "leaning", user_id=ADMIN)
        assert [button["text"] for button in asked.buttons] == ["pro-government", "unknown"]
        (changed,) = empty.press(asked, "pro-government", user_id=ADMIN)
        (state,) = empty.press(changed, "state-run", user_id=ADMIN)
        (done,) = empty.press(state, "yes", user_id=ADMIN)

        assert "leaning: pro-government" in (done.text or "")
        assert "state-run: yes" in (done.text or "")
        profile = empty.services.index.ingest.publishers.get("Second")
        assert (profile.leaning, profile.state_run, profile.changed_by) == ("pro-government", True, str(ADMIN))
        assert "publisher Second" in said(empty, "/audit")
        (back,) = empty.press(empty.press(done, "leaning", user_id=ADMIN)[0], "unknown", user_id=ADMIN)
        assert "leaning: unknown" in (back.text or "")

    def test_readers_get_no_buttons_and_can_not_press_an_admins(self, empty: Conversation) -> None:
        ledger(empty)

        (shown,) = empty.say("/publisher The Ledger", user_id=READER)
        (admins,) = empty.say("/publisher The Ledger", user_id=ADMIN)
        empty.press(admins, "state-run", user_id=READER)

        assert shown.buttons == []
        assert empty.services.index.ingest.publishers.list() == ()

    @pytest.mark.parametrize("language", languages())
    def test_it_stands_with_every_citation(self, language: str) -> None:
        profile = Publisher("Levant Wire", country="Syria", leaning="pro-government", state_run=True)
        reader = Reader(texts_for(language), profiles={"Levant Wire": profile})
        cited = Citation(1, "p", "a", "https://l.example/1", "A title", "Levant Wire", None, "Ten were hurt.", 0, 14)
        answer = Answer("q", "answer", START, "", (Claim("Ten were hurt.", "Ten were hurt.", (), (1,)),), (cited,))

        view = passage_message(PassageView(PASSAGE, "", "", 1, 1), cited, reader).html
        listed = answer_messages(answer, reader)[0].html

        texts = texts_for(language)
        described = texts.joint.join([texts("profile-state-run"), "pro-government", "Syria"])
        known = f"Levant Wire ({described}){texts.joint}"
        for shown in (view, listed):
            assert known in shown.replace("\u2068", "").replace("\u2069", "")

    def test_what_nobody_wrote_down_is_not_shown(self) -> None:
        reader = Reader(texts_for("en"), profiles={"Levant Wire": Publisher("Levant Wire", state_run=False)})

        assert "Levant Wire, " in passage_message(PassageView(PASSAGE, "", "", 1, 1), None, reader).html
