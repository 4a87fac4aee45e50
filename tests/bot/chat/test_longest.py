"""The longest message of each kind in each language is within Telegram's limits, as Telegram's own parser reads it."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import pytest
import sqlalchemy as sa

from bot.alerts import Moment
from bot.chat.alerting import alert_renderer
from bot.chat.buttons import Signer, citation_opener
from bot.chat.commands.sources import found_text
from bot.chat.ratings import briefing_rows, rating_row
from bot.store import admins, bans, schema
from bot.store.audit import Action, record_action
from bot.store.mutes import MOST_MUTED
from bot.store.subscriptions import add_subscription
from bot.wording.message import Button, Message
from bot.wording.render import Reader, answer_messages, shared_claim
from bot.wording.render_briefing import briefing_messages
from bot.wording.render_passage import passage_message
from bot.wording.render_pictures import figure_messages as figure_pictures
from bot.wording.render_pictures import overview_messages, page_row
from bot.wording.render_views import comparison_messages, figure_messages, timeline_messages
from bot.wording.texts import languages, texts_for
from bot.wording.typeset import Html, plain
from tests.bot.chat import longest
from tests.bot.chat.conversation import ADMIN, Conversation
from tests.servers import botapi_rules as rules
from tests.servers import updates
from tests.servers.botapi import Receipt
from tests.servers.telegram_html import parse

# A chat's and a row's ids as large as they get.
_CHAT, _ROW = -1_002_999_999_999, 999_999_999
# What a phone shows of a button in a row of two is shorter; Telegram cuts it off.
_LONGEST_LABEL = 64
_people = itertools.count(81_000)


class Longest:
    """The longest message of each kind so far: its units, entities and buttons, and of how many it was one."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, tuple[int, int, int, int]]] = defaultdict(dict)

    def check(self, kind: str, language: str, made: Sequence[Message]) -> None:
        assert made, kind
        sizes = [_size(message) for message in made]
        units, entities, buttons = (max(size[place] for size in sizes) for place in range(3))
        self._found[kind][language] = units, entities, buttons, len(made)

    def table(self) -> str:
        lines = [f"{'kind':24} {'units':>5} {'entities':>8} {'buttons':>7} {'messages':>8}  longest in"]
        for kind, found in self._found.items():
            language, (units, entities, buttons, made) = max(found.items(), key=lambda one: one[1])
            lines.append(f"{kind:24} {units:5} {entities:8} {buttons:7} {made:8}  {language} (of {len(found)})")
        return "\n".join(lines)


def _size(message: Message) -> tuple[int, int, int]:
    """How long the message is as Telegram has it; what Telegram would refuse or show otherwise fails."""
    shown = parse(message.html)
    assert shown.text == plain(message.html).strip()
    assert 0 < shown.utf16 <= (4096 if message.picture is None else 1024)
    assert len(shown.entities) <= 100
    buttons = [button for row in message.buttons for button in row]
    assert len(buttons) <= 100
    for button in buttons:
        assert 0 < len(button.label) <= _LONGEST_LABEL
        assert "\n" not in button.label
        assert button.copy is None or len(button.copy) <= 256
        assert button.url or button.copy or 0 < len((button.data or "").encode()) <= 64
    return shown.utf16, len(shown.entities), len(buttons)


@pytest.fixture(scope="module")
def record() -> Iterator[Longest]:
    kept = Longest()
    yield kept
    print(kept.table())


@pytest.fixture(params=languages())
def reader(request: pytest.FixtureRequest) -> Reader:
    opener = citation_opener(Signer(b"key"), chat_id=_CHAT, row="t", row_id=_ROW, now=longest.NOW)
    profiles = {one.publisher: dataclasses.replace(longest.PROFILE, name=one.publisher) for one in longest.CITED}
    return Reader(texts_for(request.param), "America/Argentina/ComodRivadavia", opener, profiles)


def sign(action: str, payload: str) -> str:
    return Signer(b"key").sign(action, payload, chat_id=_CHAT, expires_at=longest.NOW)


class TestReports:
    def test_answers(self, reader: Reader, record: Longest) -> None:
        language, tail = reader.texts.language, (rating_row(f"t{_ROW}", reader.texts, sign),)

        record.check("answer", language, answer_messages(longest.ANSWER, reader, tail=tail))
        record.check("abstention", language, answer_messages(longest.ABSTENTION, reader, tail=tail))
        record.check("passage", language, [passage_message(longest.VIEW, longest.QUOTED, reader)])
        shared = [shared_claim(claim, longest.CITED, reader) for claim in longest.CLAIMS]
        record.check("shared by inline mode", language, [Message(html) for html in shared])

    def test_briefings(self, reader: Reader, record: Longest) -> None:
        language, texts = reader.texts.language, reader.texts
        notes = [texts("missed-undelivered", day=texts.day(longest.NOW.date())) for _ in range(7)]
        rows = briefing_rows(longest.BRIEFING, f"b{_ROW}", texts, sign)
        tail = (*rows, page_row("https://example.org/" + "x" * 60, texts))
        quiet = dataclasses.replace(longest.BRIEFING, stories=())

        told = briefing_messages(longest.BRIEFING, reader, late=True, notes=notes, tail=tail)
        record.check("briefing", language, told)
        record.check("briefing, quiet", language, briefing_messages(quiet, reader, late=True, notes=notes))
        record.check("briefing, caption", language, overview_messages(longest.BRIEFING, reader))

    def test_alerts(self, reader: Reader, record: Longest) -> None:
        language = reader.texts.language
        moment = Moment(_CHAT, _ROW, longest.TOPICS[0], reader.zone, language, longest.NOW, edited=True, last=True)
        render = alert_renderer(Signer(b"key"), lambda: reader.profiles)
        taken_back = [dataclasses.replace(longest.ALERT, corrections=(one,)) for one in longest.CORRECTIONS]

        record.check("alert", language, [render(longest.ALERT, moment)])
        record.check("correction", language, [render(one, moment) for one in taken_back])

    def test_views(self, reader: Reader, record: Longest) -> None:
        language = reader.texts.language

        record.check("comparison", language, comparison_messages(longest.COMPARISON, reader))
        record.check("timeline", language, timeline_messages(longest.TIMELINE, reader))
        record.check("figures", language, figure_messages(longest.FIGURES, reader))
        record.check("figures, caption", language, figure_pictures(longest.FIGURES, longest.words(600), reader))
        found = [Message(found_text(longest.INSPECTION, reader.texts, asks=asks)) for asks in (True, False)]
        record.check("preview of a source", language, found)


class TestLists:
    """Everything that a chat or an admin can fill, filled to its limit, every page of it."""

    @pytest.fixture(params=languages())
    def owner(self, request: pytest.FixtureRequest, empty: Conversation) -> Talker:
        """One who can do everything, and did."""
        talker = Talker(empty, next(_people), str(request.param))
        policy = dataclasses.replace(empty.services.telegram, admins=(ADMIN, talker.person))
        empty.services = dataclasses.replace(empty.services, telegram=policy)
        return talker

    def test_what_a_chat_asked_for(self, owner: Talker, record: Longest) -> None:
        topics = ", ".join(f"{n} {longest.words(92).replace(';', '').replace(',', '')}" for n in range(10))
        more = ", ".join(f"{n} {longest.words(92).replace(';', '').replace(',', '')}" for n in range(10, 20))
        zone, split = "America/Argentina/ComodRivadavia", tuple(topics.split(", "))
        record.check("subscribed", owner.language, owner.said(f"/subscribe 07:00 {zone} {topics}"))
        for minute in range(1, 20):
            owner.write(
                lambda connection, minute=minute: add_subscription(
                    connection, owner.person, minute=minute, zone=zone, topics=split, now=longest.NOW
                )
            )
        for kind, texts in (
            ("briefings", ["/subscriptions"]),
            ("settings", ["/settings"]),
            ("followed", [f"/follow {topics}", f"/follow {more}", "/follow", "/unfollow all"]),
            ("watched", [f"/watch 20 {topics}", f"/watch 20 {more}", "/watch", "/unwatch all"]),
            ("unsubscribed", ["/unsubscribe all"]),
            ("zone", ["/timezone America/Argentina/ComodRivadavia", "/timezone"]),
            ("quiet hours", ["/quiet", "/quiet 23:59 0:01", "/quiet"]),
            ("pages of settings", ["/subscribe", "/language"]),
        ):
            for text in texts:
                record.check(kind, owner.language, owner.said(text))

    def test_muted_stories(self, owner: Talker, record: Longest) -> None:
        owner.said("/subscribe 07:00 Kyiv")
        held = [
            {"chat_id": owner.person, "story_id": f"s{n:012x}", "headline": longest.words(200)}
            for n in range(MOST_MUTED)
        ]
        muted = sa.insert(schema.mute).values([{**one, "created_at": longest.NOW} for one in held])
        owner.write(lambda connection: connection.execute(muted))

        pages = owner.said("/muted")

        assert len(pages) == MOST_MUTED / 10
        record.check("muted", owner.language, pages)

    def test_what_an_owner_sees(self, owner: Talker, record: Longest) -> None:
        def fill(connection: sa.Connection) -> None:
            for n in range(200):
                target = f"publisher {longest.words(90)}"
                record_action(connection, Action(longest.NOW, 10**10 + n, "setpublisher", target, "refused"))
                admins.add_admin(connection, 10**10 + n, by=10**10, now=longest.NOW)
                bans.add_ban(connection, -(10**12) - n, by=10**10, now=longest.NOW)

        owner.write(fill)

        for kind in ("help", "start", "stats", "admins", "audit", "export", "forget"):
            record.check(kind, owner.language, owner.said(f"/{kind}"))
        record.check("message to all", owner.language, owner.said(f"/broadcast {longest.words(4000)}"))

    def test_sources(self, owner: Talker, record: Longest) -> None:
        store, now = owner.talk.services.index.sources, owner.talk.clock()
        for n in range(60):
            url, name = f"https://{'x' * 60}{n}.example/{'a/' * 200}", f"{longest.words(300)} {n}"
            held = store.add(url, name=name, language="ckb-Arab-IQ", now=now)
            words = tuple(f"{n} {longest.words(60)}" for n in range(40))
            store.change(held.id, topics=words, keep_words=words, drop_words=words)
        for source in store.lease("t", now=now, limit=60):
            values = {"per_day": 123456.7, "health": "failing", "degraded": True, "last_error": longest.words(500)}
            store.finish(source.id, owner="t", values=values, now=now)

        filters = "\n".join(f"{name}: {longest.words(1200).replace(',', '')}" for name in ("keep", "drop", "topics"))
        profile = f"ownership: {longest.words(1500)}\ncountry: {longest.words(1500)}"
        name = f"{longest.words(300)} 7"
        for kind, text in (
            ("sources", "/sources"),
            ("sources on a topic", f"/sources 7 {longest.words(60)}"),
            ("filters", f"/filtersource 7\n{filters}"),
            ("publishers", "/publisher"),
            ("publisher", f"/setpublisher {name}\n{profile}"),
            ("publisher", f"/publisher {name}"),
            ("source changed", "/pausesource 7"),
            ("list of sources", "/exportsources"),
        ):
            record.check(kind, owner.language, owner.said(text))


@dataclasses.dataclass(frozen=True)
class Talker:
    """A person who speaks a language and turns every page."""

    talk: Conversation
    person: int
    language: str

    def said(self, text: str) -> list[Message]:
        """All that comes back, and of a list what its buttons to the next page show."""
        before = len(self.talk.api.receipts)
        found = self.talk.say(text, user_id=self.person, language=self.language)
        while (label := self._next(found[-1])) is not None:
            body = updates.press(label, under=found[-1].message or {}, user_id=self.person, language=self.language)
            found += self.talk.take(body)
        assert [receipt.error for receipt in self.talk.api.receipts[before:] if not receipt.accepted] == []
        return [_message(receipt) for receipt in found]

    def write(self, work: Callable[[sa.Connection], object]) -> None:
        self.talk.services.database.transact(work)

    def _next(self, receipt: Receipt) -> str | None:
        """What the button to the page after this one carries."""
        part = re.search(self._part(r"(\d+)", r"(\d+)"), receipt.text or "")
        if part is None or part[1] == part[2]:
            return None
        label = texts_for(self.language).plain("button-turn", number=int(part[1]) + 1)
        return next(str(one["callback_data"]) for one in receipt.buttons if one["text"] == label)

    def _part(self, *numbers: str) -> str:
        return texts_for(self.language).plain("part", number=Html(numbers[0]), total=Html(numbers[1]))


def _message(receipt: Receipt) -> Message:
    """A message that was sent, as it was made."""
    rows = rules.keyboard_of(receipt.params)
    buttons = [tuple(Button(one["text"], one.get("callback_data"), one.get("url")) for one in row) for row in rows]
    if receipt.method == "sendPhoto":
        assert parse(str(receipt.params["caption"])).utf16 <= 1024
        return Message(str(receipt.params["caption"]), tuple(buttons))
    return Message(str(receipt.params["text"]), tuple(buttons))
