"""Fetching one web address: safe from private networks, bounded in time and size, honest about who asks."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import ipaddress
import ssl
import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from urllib.parse import urlsplit

import certifi
import httpcore

from index.errors import FetchError
from index.ingest.addresses import Address, IpAddress, parse, refuse
from index.ingest.body import Body
from index.ingest.network import CheckedBackend, Deadline, Dial, Resolve, resolve_checked, system_dial, system_resolve

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


@dataclasses.dataclass(frozen=True, slots=True)
class FetchPolicy:
    """How addresses are fetched."""

    # Hosts and networks (10.0.0.0/8) of an intranet that sources may be read from, on any port; "*" for all of them.
    # Only hosts that an admin has added as a source are visited there: links inside feeds never lead to others.
    allow_private_networks: tuple[str, ...] = ()
    # Seconds for one whole request, redirects included.
    timeout_s: float = 20.0
    # Largest document read, in bytes, before and after decompression.
    max_bytes: int = 15_000_000
    # Redirects followed.
    max_redirects: int = 5
    # How the bot names itself to publishers.
    user_agent: str = "sitrep/0.1 (news reader; one connection a site; honours robots.txt)"

    def __post_init__(self) -> None:
        # What was a switch before is all of them, or none.
        if isinstance(self.allow_private_networks, bool):
            object.__setattr__(self, "allow_private_networks", ("*",) if self.allow_private_networks else ())


@dataclasses.dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered. `url` is where it came from in the end.

    `moved_to` is where the address has moved for good, as far as the redirects up to there were permanent; `cookies`
    are the Set-Cookie headers, which live as long as one request with its redirects.
    A document over the cap is an error, never a silent cut.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    moved_to: str | None = None
    cookies: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclasses.dataclass(frozen=True, slots=True)
class Inside:
    """The hosts and networks of an intranet that may be read at all."""

    everything: bool = False
    hosts: frozenset[str] = frozenset()
    networks: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = ()

    @classmethod
    def of(cls, entries: Sequence[str]) -> Inside:
        """From what the operator wrote: names of hosts, addresses, networks; "*" for everything."""
        hosts, networks = set(), []
        for entry in entries:
            try:
                networks.append(ipaddress.ip_network(entry.strip(), strict=False))
            except ValueError:
                hosts.add(entry.strip().lower().rstrip("."))
        return cls(bool(hosts & {"*", "true", "yes", "1"}), frozenset(hosts - {"", "false", "no"}), tuple(networks))

    def __bool__(self) -> bool:
        return self.everything or bool(self.hosts) or bool(self.networks)

    def has(self, host: str, ip: IpAddress) -> bool:
        return self.everything or host in self.hosts or any(ip in network for network in self.networks)


def host_of(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


class Cookies:
    """The cookies that a host gives on the way to a document, sent back to that host alone."""

    def __init__(self) -> None:
        self._by_host: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def take(self, host: str, headers: tuple[str, ...]) -> bool:
        """Keep what Set-Cookie headers give; whether that is something new."""
        pairs = (header.partition(";")[0].partition("=") for header in headers)
        given = {name.strip(): value.strip() for name, _is, value in pairs if name.strip()}
        is_new = any(self._by_host[host].get(name) != value for name, value in given.items())
        self._by_host[host] |= given
        return is_new

    def sent_to(self, host: str) -> dict[str, str]:
        """The header to send, if any."""
        own = "; ".join(f"{name}={value}" for name, value in self._by_host[host].items())
        return {"Cookie": own} if own else {}


class Fetcher:
    """Fetches addresses, one connection a host at a time; safe to share between threads."""

    def __init__(
        self,
        policy: FetchPolicy,
        *,
        resolve: Resolve = system_resolve,
        dial: Dial = system_dial,
        tls: ssl.SSLContext | None = None,
        typed: Callable[[], Collection[str]] = tuple,
    ) -> None:
        """`typed` gives the hosts that admins have added sources of."""
        self.policy = policy
        self._typed = typed
        self._inside = Inside.of(policy.allow_private_networks)
        self._resolve = resolve
        self._dial = dial
        self._tls = tls or _system_tls()
        self._gate = threading.Lock()
        self._hosts: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        max_bytes: int | None = None,
        linked: bool = False,
    ) -> Fetched:
        """What is at `url`, whatever its status; FetchError where there is no answer to be had.

        `linked`: nobody typed it, it stood in a document. Redirects are followed, each checked as the first was. A
        connection cut short is tried once again.
        """
        deadline = Deadline(self.policy.timeout_s)
        ours = "" if linked else host_of(url)
        try:
            return self._follow(url, ours, headers or {}, deadline, max_bytes or self.policy.max_bytes)
        except (httpcore.RemoteProtocolError, httpcore.ReadError):
            pass
        try:
            return self._follow(url, ours, headers or {}, deadline, max_bytes or self.policy.max_bytes)
        except (httpcore.RemoteProtocolError, httpcore.ReadError) as error:
            raise _transient("The site broke off its answer.", "incomplete") from error

    def _follow(self, url: str, ours: str, headers: Mapping[str, str], deadline: Deadline, max_bytes: int) -> Fetched:
        address = self._parse(url, ours)
        visited = {address.url}
        cookies = Cookies()
        moved_to: str | None = None
        permanent = True
        for _hop in range(self.policy.max_redirects + 1):
            fetched = self._once(address, ours, {**headers, **cookies.sent_to(address.host)}, deadline, max_bytes)
            if fetched.status not in _REDIRECTS or "location" not in fetched.headers:
                return dataclasses.replace(fetched, moved_to=moved_to)
            following = self._parse(_location(fetched.headers["location"]), ours, base=address.url)
            if address.scheme == "https" and following.scheme == "http":
                raise refuse("The site redirects from a secure address to an insecure one.", "redirect_scheme")
            # Some sites give a cookie and send back to where one was: that is no circle, once.
            if not cookies.take(address.host, fetched.cookies) and following.url in visited:
                raise refuse("The site redirects in a circle.", "redirect_loop")
            permanent = permanent and fetched.status in _PERMANENT
            moved_to = following.url if permanent else moved_to
            visited.add(following.url)
            address = following
        raise refuse("The site redirects too many times.", "too_many_redirects")

    def _parse(self, url: str, ours: str, base: str | None = None) -> Address:
        """The address; refused where it leads inside and nobody has typed it."""
        address = parse(url, base=base, allow_private=bool(self._inside))
        return address if self._may_enter(address, ours) else parse(url, base=base)

    def _may_enter(self, address: Address, ours: str) -> bool:
        """Whether a host may be inside: an admin has typed it, now or as a source."""
        return bool(self._inside) and (address.host == ours or address.host in self._typed())

    def _once(
        self, address: Address, ours: str, headers: Mapping[str, str], deadline: Deadline, max_bytes: int
    ) -> Fetched:
        with self._gate:
            host = self._hosts[address.host]
        try:
            if not host.acquire(timeout=deadline.remaining()):
                raise _transient("The site was busy with another request of ours.", "busy")
            try:
                return self._request(address, ours, headers, deadline, max_bytes)
            finally:
                host.release()
        except httpcore.ConnectError as error:
            raise _transient("The site could not be reached.", "connect") from error
        except ssl.SSLCertVerificationError as error:
            raise _transient("The site's certificate is not valid.", "tls") from error
        except ssl.SSLError as error:
            raise _transient("No secure connection to the site could be made.", "tls") from error
        except httpcore.TimeoutException as error:
            raise _transient("The site took too long to answer.", "timeout") from error
        except httpcore.WriteError as error:
            raise _transient("The site could not be reached.", "connect") from error

    def _request(
        self, address: Address, ours: str, headers: Mapping[str, str], deadline: Deadline, max_bytes: int
    ) -> Fetched:
        inside = self._inside if self._may_enter(address, ours) else Inside()
        addresses = resolve_checked(
            address, self._resolve, deadline=deadline, allow_private=lambda ip: inside.has(address.host, ip)
        )
        url = httpcore.URL(scheme=address.scheme, host=address.host, port=address.port, target=address.target)
        backend = CheckedBackend(addresses, deadline, self._dial)
        with (
            httpcore.HTTPConnection(url.origin, ssl_context=self._tls, network_backend=backend) as connection,
            connection.stream("GET", url, headers=self._headers(address, headers)) as response,
        ):
            received = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            body = b"" if response.status in _REDIRECTS else _read(response, received, max_bytes)
            cookies = (value.decode("latin-1") for name, value in response.headers if name.lower() == b"set-cookie")
            return Fetched(address.url, response.status, received, body, cookies=tuple(cookies))

    def _headers(self, address: Address, extra: Mapping[str, str]) -> list[tuple[str, str]]:
        host = address.url.split("/", 3)[2]
        return [
            ("Host", host),
            ("User-Agent", self.policy.user_agent),
            ("Accept", "*/*"),
            ("Accept-Encoding", "gzip, deflate, identity"),
            ("Connection", "close"),
            *((name, value) for name, value in extra.items() if not set("\r\n\0") & set(value)),
        ]


@functools.cache
def _system_tls() -> ssl.SSLContext:
    """Certificates are checked against certifi's list, always; reading that takes longer than a fetch."""
    return ssl.create_default_context(cafile=certifi.where())


def _read(response: httpcore.Response, headers: Mapping[str, str], max_bytes: int) -> bytes:
    body = Body(headers.get("content-encoding", ""), max_bytes)
    for chunk in response.iter_stream():
        body.feed(chunk)
    return body.finish()


def _location(stated: str) -> str:
    """Where a redirect leads, as browsers read it: letters may stand in it as they are, and spaces."""
    with contextlib.suppress(UnicodeError):
        stated = stated.encode("latin-1").decode("utf-8")
    return stated.strip().replace(" ", "%20")


def _transient(sentence: str, code: str) -> FetchError:
    return FetchError(sentence, code=code, permanent=False)
