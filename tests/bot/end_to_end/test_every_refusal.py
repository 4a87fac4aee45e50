"""Everything that the bot says no to, over HTTP, in English and in Arabic, in the words of the catalogue."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from importlib import resources

import pytest
import sqlalchemy as sa
from fluent.syntax import ast, parse

from bot.chat.registry import COMMANDS
from bot.store import schema
from index.store.database import Database
from tests.bot.end_to_end.talk import Talk, out_of_order
from tests.bot.end_to_end.world import LANGUAGES, QUESTION, World, admins, feed
from tests.servers import updates
from tests.servers.site import Reply, Site

pytestmark = pytest.mark.timeout(300)

# The one with ids from here on is let in.
_people = itertools.count(900)
_LET_IN = tuple(range(900, 1200))
_COUNTRIES = ("Sudan", "Yemen", "Syria", "Iraq", "Iran", "Libya", "Mali", "Niger", "Chad", "Haiti", "Congo", "Lebanon")
# Said of other errors with their own words in it; and what takes 200 mutes, 5,000 sources, a file or a site that
# misbehaves, which the tests of these have.
_OTHERS = {
    "error-said",
    "error-redirects",
    "error-too-heavy",
    "error-tls",
    "error-private-address",
    "error-too-many-muted",
    "error-too-many-hidden",
    "error-too-many-sources",
    "error-not-opml",
    "error-file-unread",
}


@pytest.fixture(scope="module")
def world(running_copy: Callable[..., World]) -> World:
    """A bot that answers only some chats, each but a few times."""
    return running_copy(
        admins=admins(LANGUAGES),
        SITREP_TELEGRAM__ALLOWED_CHATS=",".join(map(str, (*_LET_IN, *(-100_000 - one for one in _LET_IN)))),
        SITREP_TELEGRAM__QUESTIONS_PER_HOUR="2",
        SITREP_TELEGRAM__MESSAGES_PER_MINUTE="30",
    )


@pytest.fixture(params=LANGUAGES)
def talk(world: World, request: pytest.FixtureRequest) -> Talk:
    return Talk(world.api, request.param, next(_people))


def refusals() -> list[str]:
    """The keys of the catalogue under its heading "Refusals and errors"."""
    source = resources.files("bot.wording") / "locales" / "en" / "sitrep.ftl"
    found, under = [], ""
    for entry in parse(source.read_text(encoding="utf-8")).body:
        if isinstance(entry, ast.GroupComment):
            under = entry.content or ""
        elif isinstance(entry, ast.Message) and under == "Refusals and errors":
            found.append(entry.id.name)
    return sorted(set(found) - _OTHERS)


class TestRefusals:
    @pytest.mark.parametrize("key", refusals())
    def test_a_refusal(self, key: str, talk: Talk, world: World) -> None:
        refuse = getattr(self, key.replace("-", "_"), None)
        assert refuse is not None, f"nobody is refused with {key} here: add it"
        refuse(talk, world)

    def refused_admin(self, talk: Talk, _: World) -> None:
        for command in COMMANDS.values():
            if command.rule.who == "admins":
                talk.say(f"/{command.name}", "refused-admin")

    def refused_owner(self, talk: Talk, world: World) -> None:
        owner = Talk(world.api, talk.language, admins(LANGUAGES)[talk.language])
        owner.say(f"/addadmin {talk.user_id}", "admin-added")
        talk.say("/addadmin 5", "refused-owner")

    def refused_group_admin(self, talk: Talk, _: World) -> None:
        talk.where = {"chat_id": -100_000 - talk.user_id, "kind": "supergroup"}
        talk.say("/subscribe 07:00 Kyiv", "refused-group-admin")

    def refused_forwarded(self, talk: Talk, _: World) -> None:
        origin = {"type": "hidden_user", "date": 0, "sender_user_name": "x"}
        talk.say("/forget", "refused-forwarded", forward_origin=origin)

    def refused_edited(self, talk: Talk, _: World) -> None:
        talk.say("/subscribe 07:00 Kyiv", "refused-edited", field="edited_message")

    def refused_stranger(self, talk: Talk, _: World) -> None:
        talk.user_id += 5000
        talk.say("/help", "refused-stranger")
        talk.say(QUESTION, "refused-stranger")

    def unknown_command(self, talk: Talk, _: World) -> None:
        talk.say("/nonsense", "unknown-command")

    def nearly_command(self, talk: Talk, _: World) -> None:
        assert "/follow" in (talk.say("follow Gaza", "nearly-command").text or "")

    def unknown_command_near(self, talk: Talk, _: World) -> None:
        assert "/language" in (talk.say("/langauge", "unknown-command-near").text or "")
        talk.say("/brodcast", "unknown-command")

    def press_expired(self, talk: Talk, _: World) -> None:
        hello = talk.say("/start", "start")
        for data in ("x", "cite:t1.1:ffffff:c:AAAAAAAAAAAA", "end:1:ffffff:u:AAAAAAAAAAAA"):
            talk.forge(hello, data, "press-expired")

    def _add(self, talk: Talk, world: World, address: str, key: str, **routes: Reply) -> None:
        admin = Talk(world.api, talk.language, admins(LANGUAGES)[talk.language])
        with Site() as site:
            site.routes.update({f"/{path}": reply for path, reply in routes.items()})
            admin.say(f"/addsource {address.format(site=site.url)}", key)

    def error_bad_address(self, talk: Talk, world: World) -> None:
        self._add(talk, world, "ftp://example.org/x", "error-bad-address")

    def error_not_reached(self, talk: Talk, world: World) -> None:
        self._add(talk, world, "{site}/broken", "error-not-reached", broken=Reply(status=500))

    def error_forbidden(self, talk: Talk, world: World) -> None:
        self._add(talk, world, "{site}/closed", "error-forbidden", closed=Reply(status=403))

    def error_not_found(self, talk: Talk, world: World) -> None:
        self._add(talk, world, "{site}/away", "error-not-found", away=Reply(status=410))

    def error_no_source(self, talk: Talk, world: World) -> None:
        self._add(talk, world, "{site}/paper", "error-no-source", paper=Reply(b"%PDF-1.4 " + b"x" * 500))

    def error_source_exists(self, talk: Talk, world: World) -> None:
        admin = Talk(world.api, talk.language, admins(LANGUAGES)[talk.language])
        with Site() as site:
            site.routes["/feed"] = Reply(feed(site, "Once"), headers={"content-type": "application/rss+xml"})
            offers = [admin.say(f"/addsource {site.url}/feed", "addsource-found") for _ in range(2)]
            admin.press(offers[0], talk.text("button-confirm"), "addsource-done")
            admin.press(offers[1], talk.text("button-confirm"), "error-source-exists")

    def error_source_unknown(self, talk: Talk, world: World) -> None:
        admin = Talk(world.api, talk.language, admins(LANGUAGES)[talk.language])
        admin.say("/pausesource 4711", "error-source-unknown")

    def error_publisher_unknown(self, talk: Talk, world: World) -> None:
        admin = Talk(world.api, talk.language, admins(LANGUAGES)[talk.language])
        admin.say("/publisher Nobody At All", "error-publisher-unknown")

    def error_bad_field(self, talk: Talk, world: World) -> None:
        admin = Talk(world.api, talk.language, admins(LANGUAGES)[talk.language])
        admin.say("/setpublisher Meridian Wire\nmood: good", "error-bad-field")

    def error_bad_value(self, talk: Talk, world: World) -> None:
        admin = Talk(world.api, talk.language, admins(LANGUAGES)[talk.language])
        admin.say("/setpublisher Meridian Wire\nstate-run: perhaps", "error-bad-value")

    def error_source_ambiguous(self, talk: Talk, world: World) -> None:
        admin = Talk(world.api, talk.language, admins(LANGUAGES)[talk.language])
        with Site() as site:
            for path in ("one", "two"):
                body = feed(site, f"Twin {talk.language}")
                site.routes[f"/{path}"] = Reply(body, headers={"content-type": "application/rss+xml"})
                found = admin.say(f"/addsource {site.url}/{path}", "addsource-found")
                admin.press(found, talk.text("button-confirm"), "addsource-done")
            admin.say(f"/pausesource Twin {talk.language}", "error-source-ambiguous")

    def error_unexpected(self, talk: Talk, world: World) -> None:
        talk.say(QUESTION, "answer-footing")
        database = Database.open(None, world.data_dir)
        spoiled = sa.update(schema.turn).where(schema.turn.c.chat_id == talk.user_id).values(answer={"claims": []})
        database.transact(lambda connection: connection.execute(spoiled))
        database.close()
        talk.say("Who said that?", "error-unexpected")

    def error_zone_unknown(self, talk: Talk, _: World) -> None:
        talk.say("/timezone Nowhereville-on-Sea", "error-zone-unknown")

    def error_time_unknown(self, talk: Talk, _: World) -> None:
        talk.say("/subscribe 25:00 Kyiv", "subscribe-unclear")
        talk.say("/cancel", "left-as-it-is")
        talk.say("25:99", "error-time-unknown")

    def error_too_many(self, talk: Talk, _: World) -> None:
        for minute in range(20):
            talk.say(f"/subscribe 07:{minute:02d} Kyiv", "subscribed")
        talk.say("/subscribe 08:00 Kyiv", "error-too-many")

    def error_too_many_topics(self, talk: Talk, _: World) -> None:
        for ten in range(2):
            talk.say("/follow " + ", ".join(f"Topic {ten}{one}" for one in range(10)), "follow-done")
        talk.say("/follow Another", "error-too-many-topics")


def test_more_questions_than_an_hours_share(talk: Talk) -> None:
    for _ in range(2):
        talk.say(QUESTION, "answer-footing")

    talk.say(QUESTION, "too-many-questions")
    talk.say("/brief", "too-many-questions")


def test_a_flood_is_told_once(talk: Talk) -> None:
    before = talk.api.last
    for _ in range(35):
        talk.api.push(updates.message("/help", user_id=talk.user_id, language=talk.language))

    talk.hear("flooding", after=before)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("?!…", "ask-how"),
        ("a" * 2100, "ask-too-long"),
        ("hello", "small-talk"),
        ("thanks", "small-talk-thanks"),
        ("Who are you?", "start"),
        ("good night", "small-talk-farewell"),
        ("unsubscribe", "subscriptions-none"),
        ("7:30", "hour-offer"),
        ("https://nowhere.example/1", "link-unknown"),
        ("/timezone", "zone-unset"),
        ("How many moons has Jupiter?", "answer-none-hint"),
        ("/report", "report-nothing"),
        ("/unsubscribe", "subscriptions-none"),
        ("/subscribe 07:00 Kyiv " + ", ".join(_COUNTRIES), "topics-too-many"),
        ("/compare", "view-how"),
        ("/timeline Atlantis", "view-nothing"),
        ("/follow", "follow-none"),
    ],
)
def test_a_hint_where_something_is_missing(talk: Talk, text: str, key: str) -> None:
    talk.say(text, key)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("/addsource", "addsource-how"),
        ("/removesource", "source-which"),
        ("/broadcast", "broadcast-how"),
        ("/broadcast " + "\N{GRINNING FACE}" * 2100, "broadcast-too-long"),
        ("/ban", "person-which"),
        ("/addadmin @somebody", "person-which"),
    ],
)
def test_a_hint_for_an_admin(world: World, talk: Talk, text: str, key: str) -> None:
    Talk(world.api, talk.language, admins(LANGUAGES)[talk.language]).say(text, key)


def test_a_button_of_a_forgotten_answer_says_so(talk: Talk) -> None:
    answer = talk.say(QUESTION, "answer-footing")
    talk.say("/forget yes", "forgotten")

    talk.press_for_notice(answer, "[1]", "passage-gone")


def test_no_refusal_comes_out_of_order(world: World) -> None:
    """Last of this module."""
    broken = {line for r in world.api.sent() for line in out_of_order(r.text or "")}

    assert broken == set()
