"""Every way to name a private address is refused, in one clear line, with nothing connected to."""

from __future__ import annotations

import ipaddress
import itertools
import socket
import sys
from collections.abc import Iterator

import pytest

from index.errors import FetchError
from index.ingest.addresses import is_public, parse, web_link
from index.ingest.fetch import Fetcher, FetchPolicy
from tests.servers.site import Reply, Site

# One address at least in every range of RELIABILITY.md's catalogue (29), first and last where they differ.
PRIVATE_V4 = [
    *("127.0.0.1", "127.255.255.254", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1"),
    *("192.168.255.255", "169.254.169.254", "169.254.0.1", "100.64.0.1", "100.127.255.255", "0.0.0.0", "0.1.2.3"),
    *("192.0.0.1", "192.0.0.8", "192.0.0.255", "198.18.0.1", "198.19.255.255", "224.0.0.1", "224.0.1.1"),
    *("239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16", "192.0.2.1", "198.51.100.7", "203.0.113.9"),
]
PRIVATE_V6 = [
    *("::1", "::", "::2", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1"),
    *("64:ff9b::808:808", "64:ff9b:1::1", "64:ff9b:1:ffff::1", "2002:7f00:1::", "2002:808:808::1", "2001::1"),
    *("2001:0:4136:e378:8000:63bf:3fff:fdd2", "fc00::1", "fdff::1", "fe80::1", "febf::1", "fec0::1", "feff::1"),
    *("ff00::1", "ff02::1", "ffff::1", "2001:db8::1", "100::1", "3fff::1", "5f00::1", "4000::1"),
]
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.216.34", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:4700::1111"]


def spellings(ip: str) -> Iterator[str]:
    """Hosts that some resolver or library takes for this IPv4 address."""
    number = int(ipaddress.IPv4Address(ip))
    a, b, c, d = ip.split(".")
    yield from (ip, ip + ".", str(number), hex(number), oct(number).replace("0o", "0"), f"0x{number:08X}")
    yield from (f"{a}.{b}.{int(c) * 256 + int(d)}", f"{a}.{int(b) * 65536 + int(c) * 256 + int(d)}")
    yield from (".".join(f"0{int(part):o}" for part in (a, b, c, d)), ".".join(hex(int(x)) for x in (a, b, c, d)))
    yield from (f"{a}。{b}。{c}。{d}", f"{a}．{b}．{c}．{d}", f"{a}｡{b}｡{c}｡{d}")
    yield "".join(chr(0xFF10 + int(x)) if x.isdigit() else x for x in ip)
    yield "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(x)] if x.isdigit() else x for x in ip)
    yield from (ip.replace(".", "%2e"), "".join(f"%{ord(x):02x}" for x in ip), f"[::ffff:{ip}]", f"[::{ip}]")
    yield from (f"[64:ff9b::{ip}]", f"[2002:{int(a) * 256 + int(b):x}:{int(c) * 256 + int(d):x}::]")
    yield from (f"user@{ip}", f"user:word@{ip}", f"a.example@{ip}", f"{ip}#@a.example", f"a.example\\@{ip}")


TRICKS = sorted(
    {f"{scheme}://{host}/" for scheme in ("http", "https") for ip in PRIVATE_V4 for host in spellings(ip)}
    | {
        f"{scheme}://[{ip}]{rest}"
        for scheme in ("http", "https")
        for ip in PRIVATE_V6
        for rest in ("/", ":80/", "%25lo/")
    }
)


@pytest.fixture
def dialled() -> Iterator[list[object]]:
    """Every address that anything in this process connects to while the test runs."""
    seen: list[object] = []
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in ("socket.connect", "socket.sendto"):
            seen.append(arguments[-1])

    sys.addaudithook(hook)
    yield seen
    watching.clear()


def refusal(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.get(url)
    sentence = str(caught.value)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 100
    return caught.value.code


def answering(*ips: str) -> Fetcher:
    """A fetcher whose resolver gives these addresses for every name."""
    return Fetcher(FetchPolicy(timeout_s=2.0), resolve=lambda host, port: list(ips))


def test_over_two_thousand_tricks_are_tried() -> None:
    cases = len(TRICKS) + len(PRIVATE_V4 + PRIVATE_V6) * 40
    assert cases > 2000


def test_no_spelling_of_a_private_address_is_ever_dialled(dialled: list[object]) -> None:
    fetcher = Fetcher(FetchPolicy(timeout_s=2.0))
    allowed = {"private_address", "bad_address", "credentials", "connect"}

    codes = {url: refusal(fetcher, url) for url in TRICKS if "@a.example" not in url}

    assert set(codes.values()) <= allowed
    assert dialled == []


@pytest.mark.parametrize("ip", PRIVATE_V4 + PRIVATE_V6)
def test_a_name_that_resolves_to_a_private_address_is_refused(ip: str, dialled: list[object]) -> None:
    assert refusal(answering(ip), "http://news.example/feed") == "private_address"
    for mixed in itertools.permutations([ip, "93.184.216.34"]):
        assert refusal(answering(*mixed), "https://news.example/feed") == "private_address"

    assert dialled == []


@pytest.mark.parametrize("ip", PUBLIC)
def test_public_addresses_are_not_refused(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


def test_the_name_is_resolved_once_and_the_checked_address_dialled() -> None:
    answers = [["127.0.0.1"], ["93.184.216.34"]]
    dialled: list[tuple[str, int]] = []
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return answers.pop()

    def nobody(address: tuple[str, int], timeout: float) -> socket.socket:
        dialled.append(address)
        raise ConnectionRefusedError

    # The second answer, loopback, is never asked for.
    fetcher = Fetcher(FetchPolicy(timeout_s=2.0), resolve=rebinding, dial=nobody)

    assert refusal(fetcher, "http://rebind.example/") == "connect"
    assert asked == ["rebind.example"]
    assert dialled == [("93.184.216.34", 80)]


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_a_trap_on_loopback_hears_nothing(address: str) -> None:
    """With real listeners and the system's own resolver: no name or number of this machine gets through."""
    try:
        trap = Site(address=address)
    except OSError:
        pytest.skip("this machine has no such address")
    hosts = [
        "localhost",
        "127.0.0.1",
        "127.1",
        "0",
        "2130706433",
        "0x7f.1",
        "127。0。0。1",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ]
    with trap:
        # Port numbers are refused of themselves; here they alone are let through, to get at the check behind.
        fetcher = Fetcher(FetchPolicy(timeout_s=2.0))
        for host in [*hosts, socket.gethostname()]:
            assert refusal(fetcher, f"http://{host}:{trap.port}/") in ("port", "private_address", "bad_address")
            assert refusal(fetcher, f"http://{host}/") in ("private_address", "bad_address", "connect")

        assert trap.requests == []


def test_a_redirect_into_a_private_network_is_not_followed(site: Site) -> None:
    """The first hop is let in as if it were public; each further hop is checked for itself."""
    with Site() as trap:
        targets = [f"http://127.0.0.1:{trap.port}/", f"http://localhost:{trap.port}/", f"//127.1:{trap.port}/"]
        targets += [
            "http://169.254.169.254/latest/meta-data/",
            "file:///etc/passwd",
            "gopher://127.0.0.1/",
            "http://[::1]/",
        ]
        for n, target in enumerate(targets):
            site.routes[f"/{n}"] = Reply(status=302, headers={"Location": target})
            fetcher = public_at(site)

            assert refusal(fetcher, f"http://news.example/{n}") in ("private_address", "bad_address", "scheme", "port")

        assert trap.requests == []
        assert len(site.requests) == len(targets)


def public_at(site: Site) -> Fetcher:
    """A fetcher that takes news.example for a public name, and reaches the site when it dials that."""
    return Fetcher(
        FetchPolicy(timeout_s=2.0),
        resolve=lambda host, port: ["93.184.216.34"] if host == "news.example" else ["127.0.0.1"],
        dial=lambda address, timeout: socket.create_connection(("127.0.0.1", site.port), timeout),
    )


def test_a_secure_address_does_not_lead_to_an_insecure_one() -> None:
    import ssl

    import trustme

    authority = trustme.CA()
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with Site(certificate=authority.issue_cert("news.example", "other.example")) as site:
        site.routes["/"] = Reply(status=301, headers={"Location": "http://news.example/"})
        site.routes["/ok"] = Reply(b"safe")
        policy = FetchPolicy(allow_private_networks=("*",), timeout_s=3.0)
        fetcher = Fetcher(policy, resolve=lambda host, port: ["127.0.0.1"], tls=context)
        base = f"https://news.example:{site.port}"

        assert fetcher.get(f"{base}/ok").body == b"safe"
        assert refusal(fetcher, f"{base}/") == "redirect_scheme"
        # The name in the certificate is what is asked for, though an IP address is dialled.
        assert refusal(fetcher, f"https://wrong.example:{site.port}/ok") == "tls"
        # A certificate that nobody vouches for.
        assert refusal(Fetcher(policy, resolve=lambda host, port: ["127.0.0.1"]), f"{base}/ok") == "tls"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("http://a.example:22/", "port"),
        ("http://a.example:8080/", "port"),
        ("ftp://a.example/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("data:text/html,x", "scheme"),
        ("tg://resolve?domain=x", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("http://user:word@a.example/", "credentials"),
        ("http://a.example/\r\nHost: b", "bad_address"),
        ("http://a.example/\x00", "bad_address"),
        ("http://a..example/", "bad_address"),
        ("http://" + "a" * 64 + ".example/", "bad_address"),
        ("http:///path", "bad_address"),
        ("http://a.example/" + "x" * 2048, "bad_address"),
        ("http://a.example:99999/", "bad_address"),
        ("http://[::1", "bad_address"),
        ("", "bad_address"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(text: str, code: str) -> None:
    with pytest.raises(FetchError) as caught:
        parse(text)
    assert caught.value.code == code


def test_addresses_come_in_one_normal_form() -> None:
    assert parse("HTTP://News.Example.:80/a b?q=ü#part".replace(" ", "%20")).url == "http://news.example/a%20b?q=%C3%BC"
    assert parse("https://münchen.example/").url == "https://xn--mnchen-3ya.example/"
    assert web_link("/x y", base="http://a.example/q/") == "http://a.example/x%20y"
    assert web_link("javascript:void(0)", base="http://a.example/") is None


def test_a_name_that_imitates_another_comes_with_a_warning() -> None:
    mixed = parse("https://exаmple.com/")
    whole = parse("https://xn--80ak6aa92e.com/")

    assert mixed.host == "xn--exmple-4nf.com"
    assert mixed.doubt is not None
    assert whole.doubt is not None
    assert parse("https://münchen.de/").doubt is None
    assert parse("https://почта.рф/").doubt is None
