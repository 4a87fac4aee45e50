"""A publisher's profile as readers see it."""

from __future__ import annotations

from bot.wording.texts import Texts
from bot.wording.typeset import Html, shorten
from index.profiles import FIELDS, Publisher

_NAME_UNITS = 200
_VALUE_UNITS = 300


def profile_text(profile: Publisher, texts: Texts) -> Html:
    lines = [Html(f"<b>{texts('publishers-line', name=shorten(profile.name, _NAME_UNITS))}</b>")]
    for field in FIELDS:
        value = getattr(profile, field)
        if isinstance(value, bool):
            value = texts("profile-yes" if value else "profile-no")
        elif value is not None:
            value = shorten(value, _VALUE_UNITS)
        label = texts(f"profile-{field.replace('_', '-')}")
        lines.append(texts("profile-line", field=label, value=texts("profile-unknown") if value is None else value))
    return Html("\n".join([*lines, texts("profile-whose")]))
