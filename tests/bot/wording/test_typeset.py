"""Whatever a source or a person wrote, Telegram takes what we make of it, and shows it as it was."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.wording.message import Button
from bot.wording.typeset import (
    JOINER,
    MOST_UNITS,
    Block,
    clean,
    defused,
    entities,
    escape,
    is_web,
    isolate,
    link,
    messages,
    plain,
    shorten,
    told_apart,
    utf16,
)
from tests.cases import cases
from tests.servers.telegram_html import parse, tappable

texts = st.text(st.characters(codec=None), max_size=400)
hostile = st.lists(
    st.sampled_from(
        [
            "</b>",
            "<a href='https://e.org'>",
            "&",
            "&lt;",
            "\u202e",
            "\u2066",
            "\u200b",
            "\ufeff",
            "\x00",
            "😀",
            "\n",
            "x ",
        ]
    )
).map("".join)


@cases(100, share=0.2)
@given(texts | hostile)
@example("</b><a href=tg://user?id=1>x</a> & \u202eevil\u2069 \ud800")
def test_escaped_text_is_shown_as_it_was_without_what_can_not_be_seen(text: str) -> None:
    shown = parse(f"<b>{escape(text)}</b>").text

    assert shown == defused(clean(text)).strip()
    assert shown.replace(JOINER, "") == clean(text).strip() or "·" in shown
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in shown)


@cases(100, share=0.1)
@given(texts | hostile)
def test_lengths_are_telegrams(text: str) -> None:
    markup = f"<i>{escape(text)}</i>"

    parsed = parse(markup)
    assert utf16(plain(markup).strip()) == parsed.utf16
    assert entities(markup) >= len(parsed.entities)


@given(texts | hostile, st.integers(10, 200))
def test_shortened_text_keeps_its_beginning(text: str, units: int) -> None:
    short = shorten(text, units)

    assert utf16(short) <= units
    assert short == text.strip() or (short.endswith("…") and text.strip().startswith(short[:-1]))


@pytest.mark.parametrize(
    "character", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff\u00ad\U000e0041"
)
def test_what_hides_or_turns_text_is_taken_out(character: str) -> None:
    assert clean(f"a{character}b") == "ab"


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "👩‍🚒"])
def test_joiners_that_shape_letters_and_emoji_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "tg://user?id=1",
        "t.me/x",
        "//e.org",
        "https://",
        "https://user:pw@e.org/",
        "https://e.org/ x",
        "https://e.org/\u202e",
        "https://[::1",
        "",
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert not is_web(url)
    assert parse(link(url, "label")).links == []


def test_a_link_keeps_its_address() -> None:
    assert parse(link('https://e.org/?a=1&b="2"', "<x>")).links == ['https://e.org/?a=1&b="2"']


def test_a_name_in_another_direction_is_isolated() -> None:
    assert isolate("الميادين", rtl=False) == "\u2068الميادين\u2069"
    assert isolate("Reuters", rtl=False) == "Reuters"
    assert isolate("Reuters", rtl=True) == "\u2068Reuters\u2069"


@cases(100, share=0.1)
@given(st.lists(st.tuples(st.integers(1, 3500), st.integers(0, 12)), max_size=25))
def test_blocks_are_never_cut_and_messages_never_too_long(sizes: list[tuple[int, int]]) -> None:
    blocks = [
        Block(f"<b>{number}</b>" + "😀" * (units // 2), tuple(Button(f"{number}.{b}", data="x") for b in range(count)))
        for number, (units, count) in enumerate(sizes)
    ]

    made = messages(blocks, part=lambda n, m: f"Part {n} of {m}")

    shown = [parse(message.html) for message in made if message.html]
    assert all(p.utf16 <= MOST_UNITS and len(p.entities) <= 100 for p in shown)
    assert all(sum(map(len, message.buttons)) <= 100 for message in made)
    whole = "".join(p.text for p in shown)
    assert all(plain(block.html) in whole for block in blocks)
    assert sum(len(row) for m in made for row in m.buttons) == sum(count for _, count in sizes)


tapping = st.lists(
    st.sampled_from(
        [
            *(
                "/forget",
                "/unsubscribe@sitrep_bot",
                "@evil_help_bot",
                "#now",
                "$USD",
                "evil.example/login",
                "t.me/evil",
            ),
            *(
                "https://evil.example",
                "tg://resolve?domain=evil",
                "someone@evil.example",
                "evil.com",
                "ton://x",
                "1.2.3.4",
            ),
            *("4111 1111 1111 1111", "4111111111111111", "http://1.2.3.4/x", "www.evil.co.uk", "xn--e1afmkfd.xn--p1ai"),
            *(" ", "\n", "(", ",", "говорит.рф", "。", "a", "_", "-", "https:/", "/", "//", ":", "@", "..", "é"),
        ]
    ),
    max_size=12,
).map("".join)


@cases(200, share=0.2)
@given(tapping)
@example("1.2.3.4:4111 1111 1111 1111, at 07:30")
@example("press /forget or see evil.example/login, @evil_help_bot, t.me/evilbot?start=x and 4111 1111 1111 1111")
def test_nothing_that_somebody_wrote_can_be_tapped(text: str) -> None:
    assert tappable(f"<b>{escape(text)}</b>") == []


def test_a_sources_marks_are_told_apart_from_ours() -> None:
    assert told_apart("Forty [1][2] were hurt […] → Pentagon [sic]") == "Forty (1)(2) were hurt (…) -> Pentagon [sic]"
