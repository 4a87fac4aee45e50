"""Only what we signed, for this person and chat and not too long ago, is taken for a press."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.buttons import ANYONE, BadPress, Press, Signer, citation_opener

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
SIGNER = Signer.of_token("1:token")
ids = st.integers(min_value=-(2**52), max_value=2**52)


@given(chat_id=ids, user_id=ids, payload=st.from_regex(r"[tb][0-9]{1,12}\.[0-9]{1,3}", fullmatch=True))
def test_what_was_signed_is_read_back_within_64_bytes(chat_id: int, user_id: int, payload: str) -> None:
    data = SIGNER.sign("cite", payload, chat_id=chat_id, user_id=user_id, expires_at=LATER)

    assert len(data.encode()) <= 64
    assert SIGNER.read(data, chat_id=chat_id, user_id=user_id, now=NOW) == Press("cite", payload)


@given(st.data())
def test_a_changed_character_is_noticed(data: st.DataObject) -> None:
    signed = SIGNER.sign("confirm", "17", chat_id=5, user_id=6, expires_at=LATER)
    at = data.draw(st.integers(0, len(signed) - 1))
    other = data.draw(st.characters().filter(lambda c: c != signed[at]))

    with pytest.raises(BadPress):
        SIGNER.read(signed[:at] + other + signed[at + 1 :], chat_id=5, user_id=6, now=NOW)


@given(st.text(max_size=80))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(BadPress):
        SIGNER.read(text, chat_id=5, user_id=6, now=NOW)


@pytest.mark.parametrize(
    ("chat_id", "user_id", "now", "token"),
    [
        (8, 6, NOW, "1:token"),
        (5, 7, NOW, "1:token"),
        (5, 6, LATER + timedelta(minutes=1), "1:token"),
        (5, 6, NOW, "1:other"),
    ],
    ids=["another chat", "another person", "too late", "another bot"],
)
def test_a_press_is_bound(chat_id: int, user_id: int, now: datetime, token: str) -> None:
    data = SIGNER.sign("confirm", "17", chat_id=5, user_id=6, expires_at=LATER)

    with pytest.raises(BadPress):
        Signer.of_token(token).read(data, chat_id=chat_id, user_id=user_id, now=now)


def test_a_citation_may_be_opened_by_anyone_in_the_chat_and_nowhere_else() -> None:
    data = citation_opener(SIGNER, chat_id=-100, row="b", row_id=12, now=NOW)(3)

    assert SIGNER.read(data, chat_id=-100, user_id=77, now=NOW) == Press("cite", "b12.3")
    with pytest.raises(BadPress):
        SIGNER.read(data, chat_id=-200, user_id=77, now=NOW)


def test_a_personal_press_can_not_be_turned_into_one_for_anyone() -> None:
    data = SIGNER.sign("confirm", "17", chat_id=5, user_id=6, expires_at=LATER)

    with pytest.raises(BadPress):
        SIGNER.read(data.replace(":u:", ":c:"), chat_id=5, user_id=ANYONE, now=NOW)
