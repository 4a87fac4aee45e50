"""Sites: whose a web address is, and so who speaks in what it serves. Pure."""

from __future__ import annotations

import dataclasses
import ipaddress
import re
from urllib.parse import urlsplit

from tld import get_fld

from index.language.remembering import remembered

# Houses whose tenants have a name each under them, and that the Public Suffix List does not have in its private part.
_TENANTS_BY_NAME = frozenset(
    (
        *("wordpress.com", "substack.com", "livejournal.com", "tumblr.com", "medium.com", "ghost.io", "weebly.com"),
        *("typepad.com", "over-blog.com", "beehiiv.com", "hatenablog.com", "wixsite.com", "blogger.com"),
    )
)
# Houses whose tenants have the first part of the path; those behind these parts have the one after it.
_TENANTS_BY_PATH = frozenset(
    (
        *("t.me", "telegram.me", "x.com", "twitter.com", "facebook.com", "vk.com", "ok.ru", "instagram.com"),
        *("youtube.com", "medium.com", "github.com", "gitlab.com", "reddit.com", "sites.google.com"),
    )
)
_FORWARDING = frozenset({"s", "view", "channel", "user", "c", "r", "u", "pages", "groups"})
# A tenant's name there; medium.com has pages of its own beside those of its writers.
_TENANT = re.compile(r"@?[\w.-]{1,64}")


@dataclasses.dataclass(frozen=True, slots=True)
class Speaker:
    """For whom a source may speak: its own site, and the sites that an admin has bound to the same `house`."""

    house: str
    sites: frozenset[str]

    @classmethod
    def of(cls, url: str) -> Speaker:
        """One for whose site nobody has bound another."""
        return cls(site_of(url), frozenset({site_of(url)}))

    def owns(self, url: str) -> bool:
        return site_of(url) in self.sites


@remembered(50_000)
def site_of(url: str) -> str:
    """Whose an address is: its registrable domain, with the tenants of shared hosts told apart; its host and port
    where it has no such domain (an intranet's short name, an IP address)."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url.strip().lower()
    if "." not in host or _is_ip(host):
        return f"{host}:{port}" if port not in (None, 80, 443) else host
    domain = _domain(host)
    if domain in _TENANTS_BY_NAME or domain.startswith("blogspot."):
        tenant = host.removesuffix(domain).rstrip(".").rpartition(".")[2]
        if tenant not in ("", "www"):
            return f"{tenant}.{domain}"
    for shared in (host.removeprefix("www."), domain):
        if shared in _TENANTS_BY_PATH and (tenant := _tenant(shared, parts.path)):
            return f"{shared}/{tenant}"
    return domain


def same_site(first: str, second: str) -> bool:
    """Whether two addresses are of one site."""
    return site_of(first) == site_of(second)


def _domain(host: str) -> str:
    """By the Public Suffix List with its private part; a suffix that it has not got is one label, as it says."""
    known = get_fld(f"http://{host}/", fail_silently=True, search_private=True)
    return known or ".".join(host.split(".")[-2:])


def _tenant(shared: str, path: str) -> str:
    names = [part for part in path.split("/") if part]
    if len(names) > 1 and names[0].lower() in _FORWARDING:
        names = names[1:]
    if not names or not _TENANT.fullmatch(names[0]) or (shared == "medium.com" and not names[0].startswith("@")):
        return ""
    return names[0].lower()


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
