"""Certificates that prove nothing, served over real sockets: each is refused, with one plain sentence."""

from __future__ import annotations

import dataclasses
import ssl
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from index.errors import FetchError
from index.ingest.fetch import Fetcher, FetchPolicy
from tests.servers.site import Certificate, Reply, Site

# What OpenSSL calls them.
_EXPIRED, _NOT_YET, _SELF_SIGNED, _UNKNOWN_ISSUER, _WRONG_HOST = 10, 9, 18, 20, 62
_DAY = timedelta(days=1)


@dataclasses.dataclass(frozen=True)
class SelfSigned:
    """An authority's own certificate, as a server's."""

    authority: trustme.CA

    def configure_cert(self, context: ssl.SSLContext) -> None:
        chain = trustme.Blob(self.authority.private_key_pem.bytes() + self.authority.cert_pem.bytes())
        with chain.tempfile() as path:
            context.load_cert_chain(path)


def certificates(authority: trustme.CA) -> dict[int, Certificate]:
    now = datetime.now(UTC)
    return {
        _EXPIRED: authority.issue_cert("news.example", not_before=now - 9 * _DAY, not_after=now - _DAY),
        _NOT_YET: authority.issue_cert("news.example", not_before=now + _DAY, not_after=now + 9 * _DAY),
        _SELF_SIGNED: SelfSigned(trustme.CA()),
        _UNKNOWN_ISSUER: trustme.CA().issue_cert("news.example"),
        _WRONG_HOST: authority.issue_cert("other.example"),
    }


def fetcher(authority: trustme.CA) -> Fetcher:
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    policy = FetchPolicy(allow_private_networks=("*",), timeout_s=5.0)
    return Fetcher(policy, resolve=lambda host, port: ["127.0.0.1"], tls=trusting)


@pytest.mark.parametrize("wrong", [_EXPIRED, _NOT_YET, _SELF_SIGNED, _UNKNOWN_ISSUER, _WRONG_HOST])
def test_a_certificate_that_proves_nothing_is_refused(wrong: int) -> None:
    authority = trustme.CA()
    with Site(certificate=certificates(authority)[wrong]) as site:
        site.routes["/feed"] = Reply(b"not to be read")

        with pytest.raises(FetchError) as refused:
            fetcher(authority).get(f"https://news.example:{site.port}/feed")

        assert refused.value.code == "tls"
        assert str(refused.value) == "The site's certificate is not valid."
        cause = refused.value.__cause__
        assert isinstance(cause, ssl.SSLCertVerificationError)
        assert cause.verify_code == wrong
        assert site.requests == []


def test_a_certificate_that_holds_is_accepted_and_no_setting_lifts_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    authority = trustme.CA()
    monkeypatch.setenv("PYTHONHTTPSVERIFY", "0")
    with Site(certificate=authority.issue_cert("news.example")) as site, authority.cert_pem.tempfile() as path:
        site.routes["/feed"] = Reply(b"read")
        url = f"https://news.example:{site.port}/feed"
        monkeypatch.setenv("SSL_CERT_FILE", path)

        assert fetcher(authority).get(url).body == b"read"
        # An authority that the environment would have us trust.
        policy = FetchPolicy(allow_private_networks=("*",), timeout_s=5.0)
        with pytest.raises(FetchError, match="certificate is not valid"):
            Fetcher(policy, resolve=lambda host, port: ["127.0.0.1"]).get(url)
