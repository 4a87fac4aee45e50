"""Every catalogue has every text, none that nobody uses, and each is HTML that Telegram accepts."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import ast, parse

import bot
from bot.chat.registry import COMMANDS
from bot.wording.texts import languages, texts_for
from tests.servers.telegram_html import parse as telegram_parse

LIMITS = {"button-": 40, "command-": 256, "passage-gone": 200, "refused-": 200, "unsubscribed-notice": 200}
# Keys that code puts together from a name; the names are looked for instead.
COMPOSED = (
    "gist-",
    "outcome-",
    "about-",
    "button-page-",
    "button-good",
    "button-bad",
    "button-report",
    "command-",
    "error-",
    "source-kind-",
    "section-",
    "change-",
    "correction-",
    "missed-",
    "refused-",
    "audit-",
    "filter-",
    "profile-",
    "source-event-",
    "why-",
    "doubt-",
    "stats-",
    "pause-",
    "usage-",
    "delivery-",
    "answer-none-",
)


def catalogue(language: str) -> dict[str, ast.Message]:
    source = resources.files("bot.wording") / "locales" / language / "sitrep.ftl"
    body = parse(source.read_text(encoding="utf-8")).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)], language
    return {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}


def variables(node: Any) -> set[str]:
    """The names of what is put into a text."""
    if isinstance(node, ast.VariableReference):
        return {node.id.name}
    if isinstance(node, list):
        return set().union(*map(variables, node)) if node else set()
    if isinstance(node, ast.BaseNode):
        return set().union(*(variables(value) for value in vars(node).values()), set())
    return set()


def numbers(node: Any) -> set[str]:
    """The names that a text chooses its plural by."""
    if isinstance(node, ast.SelectExpression):
        return variables(node.selector)
    if isinstance(node, list):
        return set().union(*map(numbers, node)) if node else set()
    if isinstance(node, ast.BaseNode):
        return set().union(*(numbers(value) for value in vars(node).values()), set())
    return set()


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_is_complete_and_takes_the_same_values(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)

    assert set(other) == set(english)
    for key in english:
        assert variables(other[key]) == variables(english[key]), (language, key)


def test_no_text_is_unused() -> None:
    written = (path for kind in ("*.py", "*.html") for path in Path(bot.__file__).parent.rglob(kind))
    code = "\n".join(path.read_text(encoding="utf-8") for path in written)
    unused = [
        key
        for key in catalogue("en")
        if f'"{key}"' not in code and f"'{key}'" not in code and not key.startswith(COMPOSED)
    ]

    assert unused == []


def test_every_listed_command_has_its_line() -> None:
    wanted = {f"command-{command.name}" for command in COMMANDS.values() if command.listed}

    assert {key for key in catalogue("en") if key.startswith("command-")} == wanted


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 11, 21, 1_000_000])
def test_every_text_is_html_within_its_limit(language: str, count: int) -> None:
    texts = texts_for(language)
    for key, entry in catalogue(language).items():
        values: dict[str, Any] = dict.fromkeys(variables(entry), "<الاسم> & Name" * 8)
        values |= dict.fromkeys(numbers(entry), count)
        html = texts(key, **values)
        if key == "error-said" or not values:
            assert html
        assert telegram_parse(html).utf16 <= 4096, (language, key)
        for prefix, limit in LIMITS.items():
            if key.startswith(prefix) and not values:
                assert len(texts.plain(key)) <= limit, (language, key)


def test_texts_for_people_do_not_shout() -> None:
    for language in languages():
        source = (resources.files("bot.wording") / "locales" / language / "sitrep.ftl").read_text(encoding="utf-8")
        assert not re.search(r"[!¡](?!\d)", source), language


def test_a_language_is_chosen_by_its_tag_and_english_stands_in() -> None:
    assert texts_for("en-GB").language == "en"
    assert texts_for("tlh").language == "en"
    assert texts_for(None).language == "en"


def test_moments_are_local() -> None:
    at = datetime(2024, 4, 23, 12, 0, tzinfo=UTC)

    assert texts_for("en").moment(at, "Asia/Baghdad") == "23 Apr 2024, 15:00"


def test_a_command_in_a_text_from_right_to_left_keeps_its_direction_and_an_address_its_letters() -> None:
    texts = texts_for("ar")
    address = "https://example.org/?feed=/rss"

    said = texts("addsource-found", name="Name", kind="feed", url=texts.link(address, "feed"))

    assert telegram_parse(said).links == [address]
    assert "\u2068/vouch 3 example.org\u2069" in texts("vouch-how", days=7)
