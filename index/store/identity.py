"""What makes two addresses one article, and what may stand in a stored text."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from index.sites import site_of

# Parameters that say where a reader came from, not what they read.
_TRACKING = re.compile(
    r"(?:utm_\w+|at_(?:medium|campaign|link\w*|format|ptr_name|bbc_team)|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid"
    r"|mc_[ce]id|igshid|twclid|ocid|cmpid|cmp|icid|ito|ncid|sr_share|smid|smtyp|src|ref|ref_src|ref_url|referrer"
    r"|partner|rss|feed(?:name|type)?|traffic_source|xtor|__twitter_impression|amp|outputtype)",
    re.IGNORECASE,
)
# What stands behind # where it says which of several things at one address is meant: a page that a script fills, a post
# of a live blog, an entry without an address of its own. Everything else there only says where to look.
_PLACE = re.compile(r"[!/].+|entry-[0-9a-f]{8,}|(?!.*[=:])(?!comment|respond|reply|disqus)(?=.*\d).{2,}", re.IGNORECASE)
_AMP_PATH = re.compile(r"^/amp(?=/.)|/amp/?$|\.amp(?=\.html?$|$)", re.IGNORECASE)
# NUL, C0 but tab and line ends, DEL, C1, lone surrogates, noncharacters: SQL or Chroma refuse them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def url_key(url: str) -> str:
    """The address without what does not identify an article: scheme, `www.`, tracking, AMP, a mere place to look at."""
    cleaned = clean(url).strip()
    try:
        parts = urlsplit(cleaned)
        port = parts.port
    except ValueError:
        return cleaned
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return cleaned
    # The same article for telephones.
    host = re.sub(r"^(?:www\.)?(?:(?:m|mobile|amp)\.(?=.+\..))?", "", parts.hostname)
    if site_of(host) != site_of(parts.hostname):
        # A tenant of a shared host who is called "m".
        host = parts.hostname
    if port not in {None, 80, 443}:
        host = f"{host}:{port}"
    path = quote(_AMP_PATH.sub("", unquote(parts.path)), safe="/%:@!$&'()*+,;=~").rstrip("/")
    kept = sorted(
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(name)
    )
    query = f"?{urlencode(kept)}" if kept else ""
    behind = place_in(cleaned)
    return f"{host}{path}{query}" + (f"#{behind}" if behind else "")


def place_in(url: str) -> str:
    """The part behind # that tells one of several things at an address from the others; "" where there is none."""
    fragment = url.partition("#")[2].strip()
    return quote(unquote(fragment), safe="/%:@!$&'()*+,;=~?") if _PLACE.fullmatch(fragment) else ""


def article_key(url: str, site: str) -> str:
    """The key of what `site` serves under an address: what a site says of another's address is an article of its own,
    whatever else is stored under that address."""
    key = url_key(url)
    return key if not site or site_of(key) == site or site_of(url) == site else f"{site} {key}"


def article_id(key: str) -> str:
    """The article's id, made of its url key."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def clean(text: str) -> str:
    """`text` without the characters that can not be stored; everything else exactly as it was."""
    return _FORBIDDEN.sub("", text)


def text_hash(title: str, text: str) -> str:
    """Equal for two states of an article that read the same."""
    return hashlib.sha256(f"{title}\0{text}".encode()).hexdigest()
