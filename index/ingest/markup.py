"""Text out of markup: what a reader would see, cleaned of characters that serve to hide or to break. Pure."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

import lxml.etree
import lxml.html
import lxml.html.defs

from index.ingest.tables import spell_out_pipes, spell_out_tables

# Joiners are part of the writing in many scripts and in emoji; every other format character only hides something.
_JOINERS = frozenset("\u200c\u200d")
_DROPPED = frozenset({"script", "style", "noscript", "template", "iframe", "object", "svg", "head", "form", "button"})
# What somebody has struck out is no longer said.
STRUCK = ("s", "strike", "del")
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul"),
    }
)
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![\d.]*[1-9])"
    r"|opacity\s*:\s*0(?![\d.]*[1-9])|(?:left|top|text-indent)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(\s*0|(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
# What scripts do to show the rest of an article, or all of it as one scrolls; nobody shows letters of no size.
_CAN_BE_SHOWN = re.compile(
    r"^hidden|display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0|(?:max-)?height\s*:\s*0",
    re.IGNORECASE,
)
_APART = re.compile(
    r"modal|dialog|popup|pop-up|cookie|consent|menu|drawer|overlay|lightbox|tooltip|newsletter|comment|sidebar|search",
    re.IGNORECASE,
)
_NEVER_TEXT = frozenset({"template", "nav", "aside", "form", "footer", "dialog"})
_FEWEST_REVEALED = 3
_PARAGRAPH = 50
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r" ?\n[ \n]*")
_MARKUP = re.compile(r"<[a-zA-Z!/]|&[a-zA-Z#]")
_BRACKET = re.compile(r"<(?![!?])(/?)([A-Za-z][\w:.-]*)?")
_ELEMENTS = lxml.html.defs.tags | frozenset(
    {
        *("article", "aside", "audio", "bdi", "canvas", "data", "details", "dialog", "embed", "figcaption", "figure"),
        *("footer", "header", "hgroup", "main", "mark", "math", "meter", "nav", "output", "picture", "progress", "rp"),
        *("rt", "ruby", "search", "section", "slot", "source", "summary", "svg", "template", "time", "track", "video"),
        *("wbr", "nobr", "marquee", "blink", "image"),
    }
)
# Markup that is still to be seen once a piece of it was read: it had been encoded twice.
_ENCODED = re.compile(
    r"</(?:p|a|div|span|strong|em|b|i|u|li|ul|ol|h[1-6]|blockquote|table|td|tr|figure)\s*>|<br\s*/?>|<(?:a|img|p)\s[^<>]*=",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_MOST_ENCODINGS = 2
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """`text` without control, format and unpaired characters, its spaces made plain; paragraphs stay on lines."""
    if not text.isascii():
        text = _visible(text)
    text = _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _BLANK_LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def one_line(text: str) -> str:
    """`clean`, on a single line."""
    return clean(text).replace("\n", " ")


def plain_text(markup: str) -> str:
    """What a reader sees of a piece of HTML, one line a paragraph. Text without any markup comes back cleaned; what
    was encoded once too often is decoded as often."""
    if not _MARKUP.search(markup):
        return clean(markup)
    text = _rendered(markup)
    for _again in range(_MOST_ENCODINGS):
        if _ENCODED.search(text):
            text = _rendered(text.replace("\n", "<br>"))
        elif _ENTITY.search(text):
            text = clean(html.unescape(text))
        else:
            break
    return text


def words_of_markup(text: str) -> str:
    """`text` to the letter, unless it is a piece of HTML, or has a drawn table: then what a reader sees of it."""
    return plain_text(text) if _ENCODED.search(text) else spell_out_pipes(text)


def title_text(markup: str) -> str:
    """A title as a reader sees it, on one line: words in angle brackets are words unless they are an element's."""
    return one_line(plain_text(markup))


def _rendered(markup: str) -> str:
    tree = parse_html(_with_words_kept(markup))
    if tree is None:
        return clean(html.unescape(re.sub(r"<[^<>]*>", " ", markup)))
    strip_hidden(tree)
    spell_out_tables(tree)
    for preformatted in tree.iter("pre"):
        _keep_lines(preformatted)
    return clean("".join(_pieces(tree)))


def _keep_lines(element: lxml.html.HtmlElement) -> None:
    """Of preformatted text the line ends are lines."""
    for node in element.iter():
        node.text = node.text and node.text.replace("\n", "\u2028")
        if node is not element:
            node.tail = node.tail and node.tail.replace("\n", "\u2028")


def _with_words_kept(markup: str) -> str:
    """`markup` with every angle bracket escaped that begins no element: <<Dawn>> is a name in quotation marks."""
    closed = set(re.findall(r"</([a-z][\w:.-]*)", markup))

    def escaped(match: re.Match[str]) -> str:
        name = match.group(2) or ""
        if name.lower() in _ELEMENTS:
            return match.group()
        # An element of somebody's own has a prefix, or is in small letters and closed somewhere.
        if ":" in name or (name and name == name.lower() and (match.group(1) or name in closed)):
            return match.group()
        return "&lt;" + match.group()[1:]

    return _BRACKET.sub(escaped, markup)


def parse_html(markup: str | bytes) -> lxml.html.HtmlElement | None:
    """The tree of a document or fragment, or None where there is none. Fetches nothing and runs nothing."""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    data = markup.encode("utf-8", "ignore") if isinstance(markup, str) else markup
    try:
        return lxml.html.document_fromstring(data.replace(b"\x00", b""), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.LxmlError, ValueError):
        return None


def strip_hidden(tree: lxml.html.HtmlElement, *, revealed: bool = False) -> None:
    """Remove from `tree` what a reader never sees; injected instructions like to live there. `revealed`: what a script
    or a click shows, because it is the greater part of the article or its rest, is shown here, too."""
    hidden = [element for element in tree.iter("*") if _is_hidden(element)]
    shown = _revealed(tree, hidden) if revealed and hidden else set()
    for element in hidden:
        if element.tag in ("html", "body") or element.getparent() is None:
            continue
        if element in shown:
            for name in ("style", "hidden", "class"):
                element.attrib.pop(name, None)
        else:
            element.drop_tree()


def _revealed(tree: lxml.html.HtmlElement, hidden: list[lxml.html.HtmlElement]) -> set[lxml.html.HtmlElement]:
    """The hidden parts that are an article's: several paragraphs of prose beside its headline or its other paragraphs,
    and at least half as much as is seen of it."""
    outermost = [element for element in hidden if not any(holder in hidden for holder in element.iterancestors())]
    groups: dict[lxml.html.HtmlElement, list[lxml.html.HtmlElement]] = {}
    for element in outermost:
        holder = element.getparent()
        called = " ".join(map(str, element.attrib.values()))
        may_be = element.tag not in _NEVER_TEXT and _CAN_BE_SHOWN.search(_how(element)) and not _APART.search(called)
        if holder is not None and may_be:
            groups.setdefault(holder, []).append(element)
    shown: set[lxml.html.HtmlElement] = set()
    for holder, elements in groups.items():
        prose = [length for element in elements for length in _prose(element)]
        around = next((e for e in (holder, *holder.iterancestors()) if e.tag in ("article", "main", "body")), holder)
        if len(prose) < _FEWEST_REVEALED or not (_prose(around) or around.xpath(".//h1")):
            continue
        seen = sum(_prose(around)) - sum(length for element in outermost for length in _prose(element))
        if sum(prose) * 2 >= seen:
            shown.update(elements)
    return shown


def _prose(element: lxml.html.HtmlElement) -> list[int]:
    """The lengths of the paragraphs of some length in an element."""
    lengths = (len(paragraph.text_content()) for paragraph in element.iter("p"))
    return [length for length in lengths if length >= _PARAGRAPH]


def _how(element: lxml.html.HtmlElement) -> str:
    return f"{'hidden' if element.get('hidden') is not None else ''};{element.get('style') or ''}"


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    # What carries aria-hidden is on the screen all the same, so it stays.
    if element.get("hidden") is not None or element.tag == "template":
        return True
    style = element.get("style")
    return style is not None and _HIDING_STYLE.search(style) is not None


def _pieces(element: lxml.html.HtmlElement) -> Iterator[str]:
    """Text in document order, a newline around each block; iterative, since nesting may be very deep."""
    skipping: lxml.html.HtmlElement | None = None
    for event, node in lxml.etree.iterwalk(element, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if skipping is None and (tag in _DROPPED or tag in STRUCK):
                skipping = node
            if skipping is None:
                yield "\n" if tag in BLOCKS else ""
                yield _as_shown(node.text)
            continue
        if skipping is None and tag in BLOCKS:
            yield "\n"
        if skipping is node:
            skipping = None
        if skipping is None and node is not element:
            yield _as_shown(node.tail)


def _as_shown(text: str | None) -> str:
    """In markup a line end is a space: only elements start lines."""
    return text.replace("\n", " ").replace("\r", " ") if text else ""


def _visible(text: str) -> str:
    """Each distinct character is judged once: texts run to millions of characters, alphabets do not."""
    composed = unicodedata.normalize("NFC", text)
    return composed.translate({ord(character): _shown_as(character) for character in set(composed)})


def _shown_as(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Zl", "Zp"):
        return "\n"
    if category == "Zs":
        return " "
    hides = category in ("Cf", "Cs", "Co", "Cn") and character not in _JOINERS
    return "" if hides else character
