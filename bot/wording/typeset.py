"""Setting text for Telegram: what is escaped, what is taken out, how long it is, and where messages are cut. Pure."""

from __future__ import annotations

import dataclasses
import functools
import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from bot.wording.message import Button, Message

# Telegram counts code points after parsing; UTF-16 units are never fewer, and safe for entity offsets as well.
MOST_UNITS = 4096
MOST_ENTITIES = 100
_MOST_BUTTONS = 60
# Room for "Part 10 of 12" in any language.
_PART_UNITS = 80
# What one stack of lines holds: two of them fit into a message.
_STACK_UNITS, _STACK_ENTITIES = 2000, 48

# Joiners shape Persian and Indic words and emoji; the Arabic signs are visible. All other format characters
# (bidi overrides and isolates, zero-width, tags, soft hyphens) can only mislead a reader.
_KEPT_FORMAT = frozenset("\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\t": " "}
_TAG = re.compile(r"<[^<>]*>")
FSI, PDI = "\u2068", "\u2069"
# It has no width, and ends what Telegram looks for: /command, @name, #tag, $TAG, ://, a host's dots, a card's digits.
JOINER = "\u2060"
_TAPPABLE = re.compile(
    r"(?<!\w)/(?=\w)|[@#$](?=\w)|:(?=//)|\.(?=[^\W\d_]{2}|[0-9]{1,3}\.[0-9])|(?<=[0-9])[0-9](?=[0-9 -]{8})"
)
# In a text of such a length, one in so many characters is tappable in none that is honest.
_LONG, _DENSE = 200, 8
_OUR_MARKS = re.compile(r"\[(?:[0-9]{1,3}|…|\.\.\.)\]|[→←⟶⟵➔➜]")
_THEIRS = dict.fromkeys("→⟶➔➜", "->") | dict.fromkeys("←⟵", "<-")


class Html(str):
    """Text that is Telegram's HTML already: escaped, tags balanced."""

    __slots__ = ()


def clean(text: str) -> str:
    """`text` without control, format and unassigned-for-good characters; line ends are newlines."""
    for end, plain in _LINE_ENDS.items():
        text = text.replace(end, plain)
    return "".join(c for c in text if c in "\n " or _is_shown(c))


@functools.lru_cache(maxsize=8192)
def _is_shown(character: str) -> bool:
    category = unicodedata.category(character)
    if category in {"Cc", "Cs"}:
        return False
    if category == "Cf":
        return character in _KEPT_FORMAT
    return ord(character) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(character) <= 0xFDEF


def escape(text: str) -> Html:
    """`text`, cleaned, so that Telegram shows it as it is and makes nothing of it that can be tapped."""
    return Html(html.escape(defused(clean(text)), quote=False))


def defused(text: str) -> str:
    """`text` with something unseen where Telegram would take a part of it for a command, a name or an address."""
    if len(text) > _LONG and len(_TAPPABLE.findall(text)) * _DENSE > len(text):
        # Nobody writes so; it would only make a message too long.
        return _TAPPABLE.sub("·", text)
    return _TAPPABLE.sub(lambda found: f"{found[0]}{JOINER}", text)


def told_apart(text: str) -> str:
    """A source's words without what means something of ours there: the mark of a citation, who passed something on."""
    return _OUR_MARKS.sub(lambda found: _THEIRS.get(found[0]) or f"({found[0][1:-1]})", text)


def isolate(text: str, *, rtl: bool) -> str:
    """`text` kept from reordering the sentence around it, where its direction differs from the sentence's."""
    directions = {unicodedata.bidirectional(character) for character in text}
    against = directions & ({"L", "EN", "AN", "ES", "CS"} if rtl else {"R", "AL", "AN"})
    return f"{FSI}{text}{PDI}" if against else text


def link(url: str, label: str) -> Html:
    """`label` (plain text) as a link, or alone where the address is not a web page's."""
    if not is_web(url):
        return escape(label)
    # All of it is our link: nothing else in it can be tapped.
    return Html(f'<a href="{html.escape(url)}">{html.escape(clean(label), quote=False)}</a>')


def is_web(url: str) -> bool:
    """Whether an address may be shown as a link: http or https, a host, no blanks or hidden characters."""
    if len(url) > 2048 or clean(url) != url or re.search(r"\s", url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def shorten(text: str, units: int) -> str:
    """`text` cut between words to at most `units` UTF-16 units, with an ellipsis where something was cut."""
    text = text.strip()
    if utf16(text) <= units:
        return text
    kept = text[:units]
    while utf16(kept) > units - 1:
        kept = kept[:-1]
    head, blank, _ = kept.rpartition(" ")
    return f"{(head if blank and len(head) > len(kept) // 2 else kept).rstrip(' ,;:.')}…"


def utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(markup: str) -> str:
    """What a reader sees of our own HTML."""
    return html.unescape(_TAG.sub("", markup))


def entities(markup: str) -> int:
    return sum(not tag.startswith("</") for tag in _TAG.findall(markup))


@dataclasses.dataclass(frozen=True, slots=True)
class Block:
    """What stays together in one message: some HTML, and the buttons that belong to it."""

    html: str
    buttons: tuple[Button, ...] = ()


def stacked(head: str, lines: Sequence[Block]) -> list[Block]:
    """Lines under a head as one block, or as several where they are too many for one."""
    stacks = [[Block(head)]]
    for line in lines:
        if not _fits([*stacks[-1], line], most=_STACK_UNITS, entities_at_most=_STACK_ENTITIES):
            stacks.append([])
        stacks[-1].append(line)
    return [
        Block("\n".join(line.html for line in stack), tuple(button for line in stack for button in line.buttons))
        for stack in stacks
    ]


def messages(
    blocks: Sequence[Block],
    *,
    part: Callable[[int, int], str],
    tail: Sequence[tuple[Button, ...]] = (),
    columns: int = 2,
    most: int = MOST_UNITS,
) -> list[Message]:
    """`blocks` in as few messages of at most so many units as Telegram's limits allow, none of them cut.

    `part(n, m)` is the line that ends each message where there are several; `tail` are rows of buttons under the
    last one. A block must be shorter than a message: its maker shortens, or stacks its lines.
    """
    groups: list[list[Block]] = [[]]
    for block in blocks:
        if groups[-1] and not _fits([*groups[-1], block], most=most - _PART_UNITS):
            groups.append([])
        groups[-1].append(block)
    made = []
    for number, group in enumerate(groups, start=1):
        lines = [block.html for block in group]
        if len(groups) > 1:
            lines.append(part(number, len(groups)))
        rows = _rows([button for block in group for button in block.buttons], columns)
        made.append(Message("\n\n".join(lines), (*rows, *(tail if number == len(groups) else ()))))
    return made


def _fits(group: Sequence[Block], *, most: int, entities_at_most: int = MOST_ENTITIES - 2) -> bool:
    text = "\n\n".join(block.html for block in group)
    return (
        utf16(plain(text)) <= most
        and entities(text) <= entities_at_most
        and len({button for block in group for button in block.buttons}) <= _MOST_BUTTONS
    )


def _rows(buttons: Sequence[Button], columns: int) -> tuple[tuple[Button, ...], ...]:
    unique = list(dict.fromkeys(buttons))
    return tuple(tuple(unique[i : i + columns]) for i in range(0, len(unique), columns))
