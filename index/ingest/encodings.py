"""The encoding of a document that may lie about it. Pure."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_XML_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]+)", re.IGNORECASE)
_HTTP_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]+)", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the world's news is written in; left to itself the guesser likes rare code pages.
_LIKELY = [
    *("cp1251", "koi8_r", "cp1256", "cp1255", "cp1253", "cp1254", "cp1250", "cp1252", "cp1257"),
    *("big5", "gb18030", "shift_jis", "euc_jp", "euc_kr", "cp866"),
]
_MAX_BROKEN = 0.02
# What Polish, Czech, Slovak and Hungarian are written with. Western text read as theirs has other letters (ŕ for à),
# which the guesser does not mind.
_CENTRAL = frozenset(chr(code) for code in range(128)) | frozenset("áäąčćďéěęëíłľĺńňóöőôřśšťúůüűýźžż„“”‚‘’«»–—…§°\xa0")


def decode(body: bytes, content_type: str = "") -> tuple[str, bool]:
    """The text of `body`, and whether its encoding had to be guessed.

    A declaration is believed only where the bytes bear it out.
    """
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body.decode(encoding, "replace"), False
    if is_wide(body):
        return body.decode("utf-16-be" if body[0] == 0 else "utf-16-le", "replace"), False
    declared = _declared(body, content_type)
    # Nothing else beyond ASCII happens to be valid UTF-8, so that goes before any declaration; ASCII with escapes
    # (ISO-2022-JP) is what only a declaration can tell.
    order = ("utf-8", *declared) if not body.isascii() else (*declared, "utf-8")
    for encoding in order:
        text = _strictly(body, encoding)
        if text is not None:
            return text, False
    text = body.decode("utf-8", "replace")
    beyond_ascii = sum(1 for byte in body if byte > 0x7F)
    if text.count("\ufffd") <= beyond_ascii * _MAX_BROKEN:
        return text, True
    return _guess(body, declared), True


def is_wide(body: bytes) -> bool:
    """Whether a document is in UTF-16, with or without a mark at its beginning."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return not body.startswith(codecs.BOM_UTF32_LE)
    # Markup and JSON begin with two ASCII characters.
    return len(body) > 3 and ((not any(body[:4:2]) and all(body[1:4:2])) or (not any(body[1:4:2]) and all(body[:4:2])))


def _declared(body: bytes, content_type: str) -> list[str]:
    """The encodings that the document and the server name, widened to what browsers take them for."""
    head = body[:2048]
    found = [match.group(1).decode("ascii") for match in [_XML_DECLARATION.search(head)] if match]
    found += [match.group(1) for match in [_HTTP_CHARSET.search(content_type)] if match]
    found += [match.group(1).decode("ascii") for match in [_META_CHARSET.search(head)] if match]
    wider = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "us-ascii": "utf-8", "ascii": "utf-8"}
    return [wider.get(name.lower(), name.lower()) for name in found]


def _strictly(body: bytes, encoding: str) -> str | None:
    # A declaration that we could read as ASCII proves that the document is not in UTF-16 or UTF-32.
    if encoding.startswith(("utf-16", "utf-32", "utf16", "utf32", "ucs", "iso-10646")):
        return None
    try:
        return body.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(body: bytes, declared: list[str]) -> str:
    """The likeliest encoding, judged by the words alone: markup is ASCII everywhere and only blurs it."""
    words = b" ".join(word for word in re.findall(rb"[^\s<>\"'=/;&]{3,}", body[:500_000]) if not word.isascii())
    best = from_bytes(words[:50_000], cp_isolation=_LIKELY).best()
    if best is not None:
        western = best.encoding == "cp1250" and not _CENTRAL.issuperset(body.decode("cp1250", "replace").lower())
        return body.decode("cp1252" if western else best.encoding, "replace")
    return body.decode(next((name for name in declared if _known(name)), "cp1252"), "replace")


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True
