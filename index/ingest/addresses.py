"""Web addresses: which ones we would visit at all, and which IP addresses are public. Pure."""

from __future__ import annotations

import dataclasses
import ipaddress
import re
from urllib.parse import quote, urljoin, urlsplit

import idna
from confusable_homoglyphs import confusables

from index.errors import AddressRefused, Doubt, FetchError

_MAX_LENGTH = 2048
_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
# What a path, query or bracketed host may hold as it is; all else is percent-encoded.
_PATH_SAFE = "/%:@!$&'()*+,;=-._~"
_QUERY_SAFE = _PATH_SAFE + "?[]|"

_NOT_PUBLIC_V4 = tuple(
    ipaddress.IPv4Network(block)
    for block in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"),
        *("192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
        # A cloud's own name server, reachable from every machine in it.
        *("168.63.129.16/32", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
# Only 2000::/3 is given out to the public; NAT64, ::/96, mapped, site-local and the rest lie outside it.
_PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(
    ipaddress.IPv6Network(block)
    # Protocol assignments with Teredo and ORCHID, documentation, 6to4, AS112.
    for block in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclasses.dataclass(frozen=True, slots=True)
class Address:
    """A web address that may be visited once its host is resolved to public addresses.

    `url` is the normal form (punycode host, no fragment); `doubt` is for the person who typed
    it, where the host imitates another; `ip` is set where the host is an IP address itself.
    """

    scheme: str
    host: str
    port: int
    target: str
    url: str
    doubt: Doubt | None = None
    ip: IpAddress | None = None


def refuse(sentence: str, code: str) -> AddressRefused:
    """The error for an address that will never be visited."""
    return AddressRefused(sentence, code=code)


def parse(text: str, *, base: str | None = None, allow_private: bool = False) -> Address:
    """The address written as `text` (relative to `base`, where given), or FetchError with one plain sentence.

    `allow_private` also lets through private IP addresses and ports other than 80 and 443.
    """
    url = text.strip()
    if not url or len(url) > _MAX_LENGTH:
        raise refuse("That address is empty." if not url else "That address is too long.", "bad_address")
    if _CONTROL.search(url) or "\\" in url:
        raise refuse("That address has characters in it that no web address has.", "bad_address")
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        port = parts.port
    except ValueError as error:
        raise refuse("That is not a web address.", "bad_address") from error
    if parts.scheme not in _PORTS:
        raise refuse("Only http and https addresses can be read.", "scheme")
    if parts.username is not None or parts.password is not None:
        raise refuse("An address with a user name or password in it is not accepted.", "credentials")
    host, ip, doubt = _host(parts.hostname or "")
    if ip is not None and not allow_private and not is_public(ip):
        raise refuse("That address leads into a private network.", "private_address")
    port = _PORTS[parts.scheme] if port is None else port
    if port not in _PORTS.values() and not allow_private:
        raise refuse("Only the usual web ports, 80 and 443, can be read.", "port")
    target = quote(parts.path or "/", safe=_PATH_SAFE)
    if parts.query:
        target += "?" + quote(parts.query, safe=_QUERY_SAFE)
    shown_host = f"[{host}]" if ip is not None and ip.version == 6 else host
    shown_port = "" if port == _PORTS[parts.scheme] else f":{port}"
    url = f"{parts.scheme}://{shown_host}{shown_port}{target}"
    return Address(parts.scheme, host, port, target, url, doubt, ip)


def is_public(ip: IpAddress) -> bool:
    """Whether an IP address belongs to the public internet; an IPv6 one that carries an IPv4 one never does."""
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in block for block in _NOT_PUBLIC_V4)
    return ip in _PUBLIC_V6 and ip.scope_id is None and not any(ip in block for block in _NOT_PUBLIC_V6)


def web_link(text: str | None, *, base: str | None = None) -> str | None:
    """A link found in a document, absolute and normal; None for anything that is not a plain http(s) link."""
    if not text:
        return None
    try:
        return parse(re.sub(r"[\t\r\n]", "", text.strip()).replace(" ", "%20"), base=base, allow_private=True).url
    except FetchError:
        return None


def _host(raw: str) -> tuple[str, IpAddress | None, Doubt | None]:
    """The host in ASCII, the IP address that it is (if it is one), and a doubt (if it imitates another)."""
    if ":" in raw:
        return _ipv6(raw)
    if not raw or "%" in raw:
        raise refuse("That is not a web address.", "bad_address")
    try:
        host = raw.lower() if raw.isascii() else idna.encode(raw, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise refuse("That is not a web address.", "bad_address") from error
    labels = host.removesuffix(".").split(".")
    if _NUMERIC.fullmatch(labels[-1]):
        return _ipv4(host)
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise refuse("That is not a web address.", "bad_address")
    host = ".".join(labels)
    return host, None, _imitation(host)


def _ipv4(host: str) -> tuple[str, IpAddress, None]:
    """Only four plain decimal numbers: other spellings (127.1, 0x7f.1, 2130706433) serve to hide one."""
    try:
        ip = ipaddress.IPv4Address(host)
    except ValueError as error:
        raise refuse("That is not a web address.", "bad_address") from error
    return str(ip), ip, None


def _ipv6(host: str) -> tuple[str, IpAddress, None]:
    try:
        ip = ipaddress.IPv6Address(host)
    except ValueError as error:
        raise refuse("That is not a web address.", "bad_address") from error
    return str(ip), ip, None


def _imitation(host: str) -> Doubt | None:
    """A doubt about a host of mixed scripts, or one whose foreign letters all look Latin."""
    if "xn--" not in host:
        return None
    # The last label is a country's or a registry's: it imitates nothing.
    for label in host.split(".")[:-1]:
        if not label.startswith("xn--"):
            continue
        try:
            letters = idna.decode(label)
        except (idna.IDNAError, UnicodeError):
            return Doubt("improper_name", f"{host} is not a proper international name; check who sent it.")
        foreign = [letter for letter in letters if not letter.isascii()]
        lookalikes = [x for x in foreign if confusables.is_confusable(x, preferred_aliases=["latin"])]
        if confusables.is_dangerous(letters, preferred_aliases=["latin"]) or len(lookalikes) == len(foreign):
            said = f"The name {host} has letters that look like others; check that it is the right site."
            return Doubt("lookalike", said)
    return None
