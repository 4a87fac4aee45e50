"""Every command and button: its handler, who may use it, where. Authorisation and the command menus come from here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from bot.chat.commands import (
    asking,
    briefs,
    broadcast,
    curation,
    dialogue,
    feedback,
    following,
    greeting,
    hiding,
    links,
    parts,
    people,
    privacy,
    profiles,
    publishers,
    questions,
    settings,
    sources,
    statistics,
    stories,
    subscribing,
    views,
    watching,
)
from bot.chat.incoming import ChatKind, Incoming
from bot.chat.intents import Intent
from bot.chat.reply import Reply, say
from bot.chat.roles import RUNS_THE_BOT, Role, Rule, Who
from bot.chat.services import Services
from bot.wording.render import SHORT_UNITS
from bot.wording.typeset import Html, escape, isolate, shorten

Handler = Callable[[Incoming, Services], Reply]

_ADMINS = Rule(Who.ADMINS, frozenset({ChatKind.PRIVATE}))
_OWNERS = Rule(Who.OWNERS, frozenset({ChatKind.PRIVATE}))
_EVERYWHERE = frozenset(ChatKind)
_GROUP_ADMINS = Rule(Who.GROUP_ADMINS, _EVERYWHERE)
_ANYONE = Rule()
# What people write without the slash that it needs, with no more words than these behind it.
_SAID_WITHOUT_SLASH = frozenset(
    {
        "follow",
        "unfollow",
        "watch",
        "unwatch",
        "hide",
        "compare",
        "timeline",
        "figures",
        "timezone",
        "quiet",
        "publisher",
    }
)
_FEW_WORDS = 4
# The commands before which /help leaves a line free.
_GROUPS = frozenset({"ask", "subscribe", "follow", "timezone", "sources", "export", "ban"})


@dataclasses.dataclass(frozen=True, slots=True)
class Command:
    """`name` is what is typed after the slash, or the action of a button's data. `slow`: typing is shown meanwhile.
    `listed`: in the menu of commands and in /help, with the text `command-NAME`. `reads_file`: a document that came
    with it is fetched. `by_standing`: what it shows depends on whether the person is an admin of the group.
    """

    name: str
    handle: Handler
    rule: Rule = _ANYONE
    slow: bool = False
    listed: bool = True
    reads_file: bool = False
    by_standing: bool = False


def _help(incoming: Incoming, services: Services) -> Reply:
    """Every command that this person may use here, one line each."""
    audience = services.audience(incoming)
    texts, role = audience.texts, services.role_of(incoming.user_id)
    private = incoming.chat_kind is ChatKind.PRIVATE

    def lines(who: frozenset[Who]) -> list[str]:
        shown = (c for c in COMMANDS.values() if c.listed and c.rule.who in who)
        return [Html(f"{_gap(c)}{isolate(f'/{c.name}', rtl=texts.rtl)} - {texts(f'command-{c.name}')}") for c in shown]

    parts = [texts("help-heading"), *lines(frozenset({Who.ANYONE, Who.GROUP_ADMINS}))]
    if role >= Role.ADMIN and private:
        shown = RUNS_THE_BOT if role is Role.OWNER else frozenset({Who.ADMINS})
        parts += ["", texts("help-admins"), *lines(shown)]
    return say("\n".join([*parts, "", texts("help-footing")]))


def _gap(command: Command) -> str:
    """What sets a group of commands off from those before it."""
    return "\n" if command.name in _GROUPS else ""


def unknown(incoming: Incoming, services: Services) -> Reply:
    """A command that there is not, beside those that this person could mean."""
    shown = {Who.ANYONE, Who.GROUP_ADMINS}
    shown |= RUNS_THE_BOT if services.is_admin(incoming.user_id) else set()
    names = " ".join(c.name for c in COMMANDS.values() if c.rule.who in shown)
    return greeting.unknown(dataclasses.replace(incoming, text=names), services)


def command_meant(text: str) -> str | None:
    """The command that a few words begin with, as it is written: follow Gaza, hide Rafidain Voice."""
    name, _, rest = text.partition(" ")
    command = COMMANDS.get(name.casefold())
    if command is None or command.name not in _SAID_WITHOUT_SLASH or not rest or len(rest.split()) > _FEW_WORDS:
        return None
    return f"/{command.name} {rest.strip()}"


def nearly(incoming: Incoming, services: Services) -> Reply:
    """What was meant as a command, as it is to be sent."""
    texts = services.audience(incoming).texts
    name, _, rest = incoming.text.partition(" ")
    command = Html(isolate(f"<code>{name} {escape(shorten(rest, SHORT_UNITS))}</code>", rtl=texts.rtl))
    return say(texts("nearly-command", command=command))


def _subscribe(incoming: Incoming, services: Services) -> Reply:
    """With an hour, a zone or topics: at once; without a word: by buttons."""
    return (subscribing.subscribe if incoming.text else dialogue.ask_hour)(incoming, services)


# Plain text, as if behind /ask; a forwarded message is a question, too.
QUESTION = Command("ask", questions.ask, Rule(forwarded=True, edited=True), slow=True)
ANSWER = Command("answer", dialogue.hear, _GROUP_ADMINS)
NEWS_OF_A_PLACE = Command("brief", briefs.news_of_a_place, Rule(forwarded=True), slow=True)
# What people say that is no question.
SAID = {
    Intent.GREETING: Command("greeting", greeting.greet, Rule(forwarded=True)),
    Intent.THANKS: Command("thanks", greeting.welcome, Rule(forwarded=True)),
    Intent.FAREWELL: Command("farewell", greeting.part, Rule(forwarded=True)),
    Intent.ABOUT: Command("about", greeting.about, Rule(forwarded=True)),
    Intent.PLACE: NEWS_OF_A_PLACE,
    Intent.LINK: Command("link", links.look_up, Rule(forwarded=True), slow=True),
    Intent.TIME: Command("time", dialogue.offer_hour, _GROUP_ADMINS),
    Intent.NOTHING: Command("nothing", greeting.nothing, Rule(forwarded=True)),
}
NEARLY = Command("nearly", nearly)
UNKNOWN = Command("unknown", unknown, Rule(forwarded=True))
PLACE = Command("place", dialogue.place, slow=True)
EXPIRED = Command("expired", greeting.expired, Rule(chats=_EVERYWHERE))

COMMANDS = {
    command.name: command
    for command in (
        Command("start", greeting.start, listed=False),
        Command("help", _help),
        Command("about", greeting.about, listed=False),
        Command("privacy", privacy.policy, listed=False),
        Command("stop", subscribing.unsubscribe, _GROUP_ADMINS, listed=False),
        Command("cancel", dialogue.cancel, listed=False),
        Command("news", briefs.brief, slow=True, listed=False),
        Command("stories", briefs.brief, slow=True, listed=False),
        Command("topics", following.follow, _GROUP_ADMINS, listed=False),
        Command("search", questions.ask, Rule(edited=True), slow=True, listed=False),
        dataclasses.replace(QUESTION, rule=Rule(edited=True)),
        Command("brief", briefs.brief, slow=True),
        Command("compare", views.compare, slow=True),
        Command("timeline", views.timeline, slow=True),
        Command("figures", views.figures, slow=True),
        Command("subscribe", _subscribe, _GROUP_ADMINS),
        Command("subscriptions", subscribing.subscriptions, Rule(chats=_EVERYWHERE), by_standing=True),
        Command("unsubscribe", subscribing.unsubscribe, _GROUP_ADMINS),
        Command("follow", following.follow, _GROUP_ADMINS),
        Command("unfollow", following.unfollow, _GROUP_ADMINS),
        Command("hide", hiding.hide, _GROUP_ADMINS),
        Command("watch", watching.watch, _GROUP_ADMINS),
        Command("unwatch", watching.unwatch, _GROUP_ADMINS),
        Command("quiet", watching.quiet, _GROUP_ADMINS),
        Command("muted", stories.muted, _GROUP_ADMINS),
        Command("timezone", settings.timezone, _GROUP_ADMINS),
        Command("language", settings.language, _GROUP_ADMINS),
        Command("settings", settings.settings, _GROUP_ADMINS),
        Command("sources", sources.sources),
        Command("publisher", publishers.show),
        Command("report", feedback.report),
        Command("export", privacy.export),
        Command("mydata", privacy.export, listed=False),
        Command("forget", privacy.forget, _GROUP_ADMINS),
        Command("addsource", sources.add, _ADMINS, slow=True),
        Command("removesource", sources.remove, _ADMINS),
        Command("pausesource", sources.pause, _ADMINS),
        Command("resumesource", sources.resume, _ADMINS),
        Command("testsource", sources.test, _ADMINS, slow=True),
        Command("vouch", sources.vouch, _ADMINS),
        Command("unvouch", sources.unvouch, _ADMINS),
        Command("filtersource", curation.filter_source, _ADMINS),
        Command("exportsources", curation.export_opml, _ADMINS),
        Command("importsources", curation.import_opml, _ADMINS, slow=True, reads_file=True),
        Command("setpublisher", publishers.describe, _ADMINS),
        Command("stats", statistics.stats, _ADMINS),
        Command("broadcast", broadcast.broadcast, _ADMINS),
        Command("ban", people.ban, _ADMINS),
        Command("unban", people.unban, _ADMINS),
        Command("admins", people.admins, _ADMINS),
        Command("audit", people.audit, _ADMINS),
        Command("addadmin", people.add_admin, _OWNERS),
        Command("removeadmin", people.remove_admin, _OWNERS),
    )
}

BUTTONS = {
    command.name: command
    for command in (
        Command("cite", questions.open_citation, Rule(chats=_EVERYWHERE)),
        Command("try", greeting.try_question, slow=True),
        Command("brief", briefs.brief, slow=True),
        Command("daily", dialogue.ask_hour, _GROUP_ADMINS),
        Command("page", settings.open_page, _GROUP_ADMINS),
        Command("zone", settings.choose_zone, _GROUP_ADMINS),
        Command("travel", settings.travel, _GROUP_ADMINS),
        Command("language", settings.choose_language, _GROUP_ADMINS),
        Command("pictures", settings.choose_pictures, _GROUP_ADMINS),
        Command("hour", dialogue.choose_hour, _GROUP_ADMINS),
        Command("topic", dialogue.choose_topic, _GROUP_ADMINS),
        Command("topics", dialogue.finish, _GROUP_ADMINS),
        Command("locate", dialogue.locate),
        Command("rate", feedback.rate, Rule(chats=_EVERYWHERE)),
        Command("judge", feedback.judge),
        Command("verdict", feedback.verdict),
        Command("meant", subscribing.take_as_city, _GROUP_ADMINS),
        Command("end", subscribing.end_subscription, _GROUP_ADMINS),
        Command("subscriptions", subscribing.turn_page, Rule(chats=_EVERYWHERE), by_standing=True),
        Command("unfollow", following.end_follow, _GROUP_ADMINS),
        Command("follows", following.turn_page, _GROUP_ADMINS),
        Command("unhide", hiding.show_again, _GROUP_ADMINS),
        Command("hidden", hiding.turn_page, _GROUP_ADMINS),
        Command("unwatch", watching.end_watch, _GROUP_ADMINS),
        Command("watches", watching.turn_page, _GROUP_ADMINS),
        Command("story", stories.more, slow=True),
        Command("mute", stories.mute, _GROUP_ADMINS),
        Command("unmute", stories.unmute, _GROUP_ADMINS),
        Command("mutes", stories.turn_page, _GROUP_ADMINS),
        Command("part", parts.turn_part),
        Command("sources", sources.turn_page),
        Command("publishers", publishers.turn_page),
        Command("admins", people.turn_admins, _ADMINS),
        Command("audit", people.turn_audit, _ADMINS),
        Command("moved", sources.follow_move, _ADMINS),
        Command("profile", profiles.choose_field, _ADMINS),
        Command("describe", profiles.set_field, _ADMINS),
        Command("confirm", sources.confirm, _ADMINS),
        Command("erase", privacy.erase, _GROUP_ADMINS),
        Command("refrain", sources.cancel, _ADMINS),
        Command("drop", sources.drop, _ADMINS),
        Command("shut", people.shut_out, _ADMINS),
        Command("dismiss", people.dismiss, _OWNERS),
        Command("never", asking.never_mind),
        Command("reported", feedback.open_reported, _ADMINS, slow=True),
        Command("send", broadcast.send, _ADMINS),
        Command("discard", broadcast.discard, _ADMINS),
    )
}
