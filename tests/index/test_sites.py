"""Sites: whose an address is."""

from __future__ import annotations

import pytest

from index.sites import same_site, site_of


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.herald.co.uk/world", "herald.co.uk"),
        ("https://feeds.herald.co.uk:8443/rss", "herald.co.uk"),
        ("https://monitor.wordpress.com/2026/04/", "monitor.wordpress.com"),
        ("https://m.wordpress.com/a", "m.wordpress.com"),
        ("https://wordpress.com/a", "wordpress.com"),
        ("https://a.b.github.io/x", "b.github.io"),
        ("https://monitor.blogspot.co.uk/x", "monitor.blogspot.co.uk"),
        ("https://t.me/s/Some_Channel", "t.me/some_channel"),
        ("https://t.me/some_channel/77", "t.me/some_channel"),
        ("https://medium.com/@writer/piece", "medium.com/@writer"),
        ("http://news.herald.example./x", "herald.example"),
        ("http://10.1.2.3:8080/x", "10.1.2.3:8080"),
        ("http://wiki/x", "wiki"),
        ("http://wiki:8080/x", "wiki:8080"),
    ],
)
def test_a_site_is_the_registrable_domain_and_a_tenant_is_one_of_its_own(url: str, site: str) -> None:
    assert site_of(url) == site


def test_what_is_no_address_is_no_site_of_anothers() -> None:
    assert not same_site("http://[bad", "https://herald.example/")
