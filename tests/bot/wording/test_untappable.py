"""Whatever stands in a stranger's text, Telegram makes nothing of it that can be tapped."""

from __future__ import annotations

import pytest

from bot.wording.typeset import escape, shorten, told_apart
from tests.servers.telegram_html import tappable

_WRITTEN = (
    "/forget", "/stop@other_bot", "«/forget»", "1/forget", "—/ban", "@nobody_here", "＠nobody_here",
    "foo@nobody_here", "a.b@mail.example.com", "t.me/joinchat/AA", "T.ME/x", "telegram.me/x",
    "tg://resolve?domain=x", "ton://x", "https://wrong.example.com", "wrong.com/path", "wrong.com:443",
    "user:pw@wrong.com", "//wrong.com", "wrong。com", "wrong．com", "wrong\u200b.com", "wrong.com\u202e",
    "пример.рф", "мвд.рф/вход", "xn--e1afmkfd.xn--p1ai", "1.1.1.1:8080/x", "http://[::1]/", "localhost:8080/x",
    "ftp://a.b/c", "magnet:?x", "mailto:a@b.co", "tel:+380441234567", "#war", "#війна", "$BTC",
    "4111 1111 1111 1111", "+1 202 555 0199", "/f\u2060orget", "@\u2060nobody_here", "report.zip", "end.Next",
)  # fmt: skip


@pytest.mark.parametrize("around", ["{}", "said {} today", "“{}”", "[{}]", "{}.", "x{}", "line\n{}"])
def test_nothing_of_a_strangers_text_can_be_tapped(around: str) -> None:
    texts = [around.format(written) for written in _WRITTEN]

    assert [text for text in texts if tappable(escape(told_apart(shorten(text, 300))))] == []
