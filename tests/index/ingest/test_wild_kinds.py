"""Inputs of the same kinds as those that failed in the wild, made anew: each says what it is to come to."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from xml.sax.saxutils import escape

import pytest

from index.ingest.desk import IngestDesk
from index.ingest.entries import Entry, NotAFeed
from index.ingest.feeds import parse_feed
from index.ingest.listings import parse_section
from index.ingest.shapes import shape_of
from index.ingest.timestamps import moment
from index.language.sentences import sentences
from index.store.database import Database
from tests.index.ingest.conftest import NOW
from tests.index.ingest.test_channels import page, post, words
from tests.index.ingest.test_wild_feeds import ITEM, NAMES, TEXT, URL, page_of, polled, rss, stored
from tests.index.ingest.test_wild_pages import SENTENCES, read
from tests.servers.site import Reply, Site

SOURCE = "<source url='https://cale.example'>Cale Gazette</source>"
XHTML = (
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"'
    ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
)
ATOM = (
    b"<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Silo hit in Vessel Bay</a:title><a:id>x</a:id>"
    b"<a:link href='/1'/></a:entry></a:feed>"
)
RDF = (
    b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
    b"<item rdf:about='/1'><title>Silo hit in Vessel Bay</title><link>/1</link></item></rdf:RDF>"
)


@pytest.mark.parametrize(
    "document",
    [
        rss(ITEM, prolog="<br />\n<b>Warning</b>: Undefined variable in <b>/srv/f.php</b> on line <b>3</b><br />\n"),
        rss(ITEM, prolog="Notice: something in feed.php on line 9\n"),
        rss(ITEM, prolog="<!-- <rss> made by hand --><?xml version='1.0'?>"),
        b"\xef\xbb\xbf\xef\xbb\xbf" + rss(ITEM),
        rss(ITEM).decode().encode("utf-32"),
        rss(ITEM, prolog="<?xml version='1.0' encoding='utf-8'?>").decode().encode("utf-16"),
        rss(ITEM, prolog="<?xml version='1.0' encoding='utf-16'?>"),
        rss(ITEM).replace(b"rss", b"RSS").replace(b"item", b"ITEM"),
        rss(ITEM).replace(b"Silo", b"Si\x00lo\x0b"),
        rss(ITEM) + b"<script>track()</script></body></html>",
        b"<rss version='2.0'><item>" + ITEM.encode() + b"</item></rss>",
        ATOM,
        RDF,
    ],
)
def test_a_feed_that_was_carelessly_made_is_a_feed(document: bytes) -> None:
    assert shape_of(document) == "feed"
    assert [entry.title for entry in parse_feed(document, url=URL).entries] == ["Silo hit in Vessel Bay"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Silo hit &#55357;&#56629; now", "Silo hit 🔵 now"),
        ("Silo hit &#xD83D; now", "Silo hit now"),
        ("Silo &#1114112;&#0;hit", "Silo hit"),
        ("Harbour&#146;s silo &#x96; hit", "Harbour’s silo – hit"),
        ("caf&amp;eacute hit", "café hit"),
        ("Silo & barn hit < dawn", "Silo & barn hit < dawn"),
        ("&lt;img src=x onerror=alert(1)&gt;Silo hit", "Silo hit"),
    ],
)
def test_letters_written_by_number_or_by_a_slip_are_letters(written: str, shown: str) -> None:
    [entry] = parse_feed(rss(f"<title>{written}</title><link>/1</link>"), url=URL).entries

    assert entry.title == shown


def test_entities_of_pages_are_letters_in_a_feed_that_calls_itself_a_page() -> None:
    [entry] = parse_feed(rss("<title>Silo&nbsp;hit &mdash; &laquo;dawn&raquo;</title>", prolog=XHTML), url=URL).entries

    assert entry.title == "Silo hit — «dawn»"


NUMBERED = "Fri, 10 Apr 2026 15:20:00 {}"
ZONES = {
    "AFT": "10:50",
    "IRDT": "10:50",
    "NPT": "09:35",
    "WIB": "08:20",
    "JST": "06:20",
    "HKT": "07:20",
    "AZT": "11:20",
    "VET": "19:20",
    "ALMT": "10:20",
    "SAST": "13:20",
    "ART": "18:20",
    "WEST": "14:20",
    "UZT": "10:20",
    "ET": "19:20",
    "PT": "22:20",
    "UTC+0530": "09:50",
    "UTC +3": "12:20",
    "Asia/Tehran": "11:50",
    "GMT-0500 (Eastern Daylight Time)": "20:20",
    **dict.fromkeys(("CST", "AMT", "BST", "Moscow time", "Kyiv", "Europe/Nowhere", "+25:00", "SLST"), None),
}
WRITTEN = {
    "2026-04-10 15:20:00 EET": "13:20",
    "2026-04-10T15:20:00 Europe/Kyiv": "12:20",
    "2026-04-10T15:20:00+3": "12:20",
    "2026年4月10日 下午3:20": "15:20",
    "2026년 4월 10일 오후 3:20": "15:20",
    "2026-04-10 上午12:20": "00:20",
    "2026年4月10日 中午11:50": "11:50",
    "2026年4月10日 中午1:20": "13:20",
    "2026年4月10日(金) 15:20": "15:20",
    "10 أبريل 2026 03:20 م": "15:20",
    "10 أبريل 2026 9:20 صباحا": "09:20",
    "10 ابريل 2026 15:20": "15:20",
    "10 באפריל 2026, 15:20": "15:20",
    "10 квітня 2026, 9:20 вечора": "21:20",
    "10 апреля 2026, 3:20 дня": "15:20",
    "10 Απριλίου 2026 3:20 μ.μ.": "15:20",
    "10 Nisan 2026 Cuma 15:20": "15:20",
    "10. April 2026, 15:20 Uhr": "15:20",
    "၁၀ ဧပြီ ၂၀၂၆ ၁၅:၂၀": "15:20",
    "ኤፕሪል 10, 2026 15:20": "15:20",
    "10 اپریل 2026 15:20": "15:20",
    "10 avril 2026 à 15:20": "15:20",
    "10 de abril de 2026 15:20": "15:20",
    "Apr 10, 2026, 3:20 p.m.": "15:20",
    "10 апр. 2026 г., 15:20": "15:20",
    "Friday 10th of April 2026 03:20:00 PM": "15:20",
    **dict.fromkeys(("15 апреля 2026 15:20 (мск)", "04/10/2026 10:00", "10.04.26 10:00", "22 شوال 1447 15:20"), None),
    **dict.fromkeys(("21 فروردین 1405 15:20", "Fri, 31 Apr 2026 10:00:00 GMT", "10 April 2026 3.20pm"), None),
    **dict.fromkeys(("Fri, 10 Apr 2026 25:61:00 GMT", "3 hours ago", "April 2026", "10 Apr", "0", "-1"), None),
}


@pytest.mark.parametrize(
    ("written", "clock"), [*((NUMBERED.format(zone), clock) for zone, clock in ZONES.items()), *WRITTEN.items()]
)
def test_a_moment_is_read_in_its_own_clock_or_not_known(written: str, clock: str | None) -> None:
    at = moment(written)

    assert (at and at.strftime("%d %H:%M")) == (clock and f"10 {clock}")


@pytest.mark.parametrize(("country", "hour"), [("CN", 7), ("US", 20)])
def test_a_zone_of_two_continents_is_read_by_the_country(country: str, hour: int) -> None:
    at = moment("Fri Apr 10 15:20:00 CST 2026", country=country)

    assert at is not None
    assert at.hour == hour


SPACES = (
    "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:a='http://www.w3.org/2005/Atom'"
    " xmlns:p='http://prismstandard.org/namespaces/basic/2.0/' xmlns:ev='http://purl.org/rss/1.0/modules/event/'"
)


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ("<pubDate></pubDate><dc:date>2026-04-09T08:00:00Z</dc:date>", 9),
        ("<pubDate>gestern</pubDate><dc:date>2026-04-09T08:00:00Z</dc:date>", 9),
        ("<pubDate>gestern</pubDate><a:updated>2026-04-09T08:00:00Z</a:updated>", 9),
        ("<p:publicationDate>2026-04-09T08:00:00Z</p:publicationDate>", 9),
        ("<ev:startdate>2026-04-09T08:00:00Z</ev:startdate>", None),
        ("<eventDate>2026-04-01</eventDate>", None),
        ("<expirationDate>2026-04-01</expirationDate>", None),
    ],
)
def test_the_day_of_an_entry_is_when_it_was_written(fields: str, day: int | None) -> None:
    document = rss(f"<title>Silo hit</title><link>/1</link>{fields}").replace(b"<rss ", f"<rss {SPACES} ".encode())

    [entry] = parse_feed(document, url=URL).entries

    assert (entry.dated_at and entry.dated_at.day) == day


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("<guid>https://river.example/g1</guid>", "https://river.example/g1"),
        ("<link/><a:link xmlns:a='http://www.w3.org/2005/Atom' href='/at'/>", "https://river.example/at"),
        ("<link><![CDATA[\n   https://river.example/ws \n]]></link>", "https://river.example/ws"),
        ("<link>//river.example/pr</link>", "https://river.example/pr"),
        ("<link>www.river.example/w</link>", "https://www.river.example/w"),
        ("<link>https://river.example/x?a=1&amp;amp;b=2</link>", "https://river.example/x?a=1&b=2"),
        ("<enclosure url='/sitrep.pdf' type='application/pdf'/>", "https://river.example/sitrep.pdf"),
    ],
)
def test_where_an_entry_leads_is_found_wherever_it_stands(link: str, url: str) -> None:
    [entry] = parse_feed(rss(f"<title>Silo hit</title>{link}"), url=URL).entries

    assert entry.url == url


@pytest.mark.parametrize(
    "item",
    [
        f"<description>{TEXT}</description>",
        "<title>Silo hit in Vessel Bay</title>",
        "<title>Silo hit in Vessel Bay</title><link>javascript:void(0)</link>",
        f"<title>Bulletin</title><enclosure url='/b.mp3' type='audio/mpeg'/><description>{TEXT}</description>",
        f"<title>&amp;nbsp;</title><description>{TEXT}</description>",
    ],
)
def test_an_entry_without_a_page_has_an_address_and_a_title_all_the_same(item: str) -> None:
    [entry] = parse_feed(rss(item), url=URL).entries

    assert entry.url is not None
    assert "#entry-" in entry.url
    assert entry.title


@pytest.mark.parametrize(
    ("item", "title", "summary", "outlet"),
    [
        (
            f"<title>Silo hit in Vessel Bay - Cale Gazette</title>{SOURCE}",
            "Silo hit in Vessel Bay",
            "",
            "Cale Gazette",
        ),
        (
            f"<title>Silo hit - Cale Gazette</title>{SOURCE}<description>"
            "&lt;a href='/x'&gt;Silo hit&lt;/a&gt;&amp;nbsp;&lt;font&gt;Cale Gazette&lt;/font&gt;</description>",
            "Silo hit",
            "",
            "Cale Gazette",
        ),
        (
            f"<title>Silo hit</title>{SOURCE}<description>"
            "&lt;p&gt;Nobody was hurt, officials say&lt;/p&gt;&lt;i&gt;Cale Gazette&lt;/i&gt;</description>",
            "Silo hit",
            "Nobody was hurt, officials say",
            "Cale Gazette",
        ),
        ("<title>Silo hit (via Cale Gazette)</title>", "Silo hit", "", "Cale Gazette"),
        ("<title>Silo hit | via Cale Gazette</title>", "Silo hit", "", "Cale Gazette"),
        ("<title>Aid reaches Cale via Orrin</title>", "Aid reaches Cale via Orrin", "", None),
        (
            f"<title>Dockers attack Cale Gazette</title>{SOURCE}",
            "Dockers attack Cale Gazette",
            "",
            "Cale Gazette",
        ),
    ],
)
def test_whom_an_aggregator_has_it_from_is_kept_apart_from_what_it_says(
    item: str, title: str, summary: str, outlet: str | None
) -> None:
    [entry] = parse_feed(rss(f"{item}<link>/s</link>"), url=URL).entries

    assert (entry.title, entry.summary.replace("\n", " "), entry.origin_name) == (title, summary, outlet)


@pytest.mark.parametrize(
    ("body", "summary", "outlet"),
    [
        (f"<p>Country: Cale</p><p>Source: Bay Relief</p><p>{TEXT}</p>", TEXT, "Bay Relief"),
        (
            "<p>Countries: Cale, Orrin</p><p>Sources: Bay Relief</p><p>Please refer to the attached file.</p>",
            "",
            "Bay Relief",
        ),
        ("<p>Please refer to the attached map.</p>", "", None),
        (
            "<p>Source: the river police, who searched the quay</p>",
            "Source: the river police, who searched the quay",
            None,
        ),
    ],
)
def test_labels_of_a_catalogue_are_no_text_and_its_source_is_kept(body: str, summary: str, outlet: str | None) -> None:
    [entry] = parse_feed(
        rss(f"<title>Report 7</title><link>/7</link><description>{escape(body)}</description>"), url=URL
    ).entries

    assert (entry.summary, entry.origin_name) == (summary, outlet)


def feed_of(*items: dict[str, Any]) -> dict[str, Any]:
    return {"version": "https://jsonfeed.org/version/1.1", "title": "River Post", "items": list(items)}


@pytest.mark.parametrize(
    ("document", "url", "title", "day"),
    [
        (
            feed_of({"id": "https://river.example/1", "content_text": TEXT, "date_published": "2026-04-10T08:00:00Z"}),
            "https://river.example/1",
            TEXT.split(". ")[0] + ".",
            10,
        ),
        (
            feed_of({"id": "a", "title": "Report", "attachments": [{"url": "/r.pdf"}]}),
            "https://river.example/r.pdf",
            "Report",
            None,
        ),
        (
            [
                {
                    "id": 5,
                    "date": "2026-04-11T01:00:00",
                    "date_gmt": "2026-04-10T22:00:00",
                    "link": "/?p=5",
                    "title": {"rendered": "Harbour&#8217;s silo"},
                    "content": {"rendered": f"<p>{TEXT}</p>"},
                }
            ],
            "https://river.example/?p=5",
            "Harbour’s silo",
            10,
        ),
        (
            [{"id": "11", "created_at": "2026-04-10T08:00:00.000Z", "url": "/@q/11", "content": f"<p>{TEXT}</p>"}],
            "https://river.example/@q/11",
            TEXT.split(". ")[0] + ".",
            10,
        ),
        (
            {
                "data": [
                    {
                        "id": "41",
                        "fields": {
                            "title": "Report 7",
                            "file": [{"url": "https://relief.example/7.pdf"}],
                            "date": {"created": "2026-04-09T10:00:00+00:00", "original": "2026-04-08T00:00:00+00:00"},
                        },
                    }
                ]
            },
            "https://relief.example/7.pdf",
            "Report 7",
            8,
        ),
        (
            {
                "articles": [
                    {"url": "https://a.example/1", "title": "Silo hit , they say", "seendate": "20260408T101500Z"}
                ]
            },
            "https://a.example/1",
            "Silo hit, they say",
            8,
        ),
        (
            {"response": {"results": [{"webTitle": "Silo hit", "webUrl": "/w", "webPublicationDate": "2026-04-10"}]}},
            "https://river.example/w",
            "Silo hit",
            10,
        ),
        (
            {"features": [{"properties": {"name": "Silo hit", "url": "/m", "date": "2026-04-08"}}]},
            "https://river.example/m",
            "Silo hit",
            8,
        ),
    ],
)
def test_lists_in_json_of_many_makers_are_read(document: Any, url: str, title: str, day: int | None) -> None:
    [entry] = parse_feed(json.dumps(document).encode(), url=URL).entries

    assert (entry.url, entry.title) == (url, title)
    assert (entry.published_at and entry.published_at.day) == day


@pytest.mark.parametrize("document", [{"articles": []}, {"data": []}, {}, feed_of()])
def test_an_answer_in_which_nothing_was_found_is_an_empty_list(document: object) -> None:
    assert parse_feed(json.dumps(document).encode(), url=URL).entries == ()


@pytest.mark.parametrize("document", [{"error": {"message": "no"}}, {"data": [{"id": 1}]}, {"items": [1, None]}])
def test_an_answer_that_says_something_else_is_no_list(document: object) -> None:
    with pytest.raises(NotAFeed):
        parse_feed(json.dumps(document).encode(), url=URL)


def test_a_language_is_known_by_its_english_name() -> None:
    item = {"url": "https://a.example/1", "title": "Silo hit", "language": "Ukrainian"}

    assert parse_feed(json.dumps({"articles": [item]}).encode(), url=URL).entries[0].language == "uk"


FORWARDED = (
    "<div class='tgme_widget_message_forwarded_from'>Forwarded from "
    "<span class='tgme_widget_message_forwarded_from_name'>Cale Watch</span>{}</div>"
)
SIGNED = "<span class='tgme_widget_message_forwarded_from_author'>Ana Ruiz</span>"


def entry_of(inner: str) -> Entry | None:
    return next(iter(parse_section(page(post(1, inner)), url="https://t.me/s/orrin").entries), None)


@pytest.mark.parametrize(
    "inner",
    [
        words("https://x.example/only-a-link"),
        words("#Orrin #breaking"),
        words("❗️❗️❗️"),
        words("@orrin_live"),
        "<div class='message_media_not_supported_label'>Please open Telegram to view this post</div>",
        "<div class='tgme_widget_message_document_title'>sitrep_7.pdf</div>",
        "<div class='tgme_widget_message_voice'>x</div>",
        "<div class='tgme_widget_message_poll'><div class='tgme_widget_message_poll_question'>Who?</div></div>",
    ],
)
def test_a_post_without_words_of_its_own_is_no_report(inner: str) -> None:
    assert entry_of(inner) is None


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (words("The ford is <tg-spoiler>mined</tg-spoiler>."), "The ford is mined."),
        (words("The order of <s>Monday</s> Tuesday stands."), "The order of Tuesday stands."),
        (words("<pre>Quay A: 3\nQuay B: 0</pre>"), "Quay A: 3\nQuay B: 0"),
        (words("<blockquote expandable>Nobody may pass.</blockquote>So it says."), "Nobody may pass.\nSo it says."),
        (words("<i class='emoji'><b>🔥</b></i> The ford is shut."), "🔥 The ford is shut."),
    ],
)
def test_a_post_is_what_a_reader_sees_of_it(inner: str, text: str) -> None:
    entry = entry_of(inner)

    assert entry is not None
    assert entry.content == text


@pytest.mark.parametrize(("signature", "author"), [("", None), (SIGNED, "Ana Ruiz")])
def test_whose_post_was_forwarded_is_no_author(signature: str, author: str | None) -> None:
    entry = entry_of(FORWARDED.format(signature) + words("The mole is open, they write."))

    assert entry is not None
    assert (entry.author, entry.origin_name) == (author, "Cale Watch")


def test_a_preview_that_shows_no_older_posts_leaves_a_gap_that_is_told(desk: IngestDesk, site: Site) -> None:
    site.routes["/s/orrin"] = Reply(page(*(post(n) for n in range(1, 6))))
    desk.add(desk.inspect(f"{site.url}/s/orrin", now=NOW), now=NOW)
    desk.poll(now=NOW)
    later = Reply(page(*(post(n) for n in range(31, 36))))
    site.routes["/s/orrin"] = site.routes["/s/orrin?before=31"] = later

    desk.poll(now=NOW + timedelta(hours=1))

    [event] = [event for event in desk.events.untold() if event.kind == "gap"]
    assert event.details["count"] == 25


LINK = "<a href='/x'>Earthquake in Sarn kills hundreds</a>"
POINTERS = (
    *("یہ بھی پڑھیں: {0}", "相关阅读：{0}", "延伸阅读：{0}", "По теме: {0}", "עוד בנושא: {0}", "Leggi anche: {0}"),
    *("ተጨማሪ ያንብቡ፦ {0}", "ဆက်စပ်သတင်း - {0}", "► {0}", "&gt;&gt; {0}", "Czytaj też: {0}"),
)
ASIDE = (
    *("Facebook Twitter WhatsApp Telegram Email", "به اشتراک بگذارید", "شارك هذا المقال", "AP Photo/A. Ruiz"),
    *(
        "Crédit photo : AFP",
        "图片来源：路透社",
        "Advertisement",
        "ADVERTISEMENT - SCROLL TO CONTINUE",
        "إعلان",
        "Реклама",
    ),
    *("Publicité", "广告", "Listen • 3:45", "00:00 / 03:12", "Your browser does not support the audio element."),
    *("Слухати статтю", "This audio is AI-generated.", "3 мин. чтения", "Temps de lecture : 3 min", "3 دقائق قراءة"),
    *("Lesezeit: 3 Minuten", "Article continues below", "تابع القراءة", "Tags: silo, Vessel Bay, war", "Теги: силос"),
    *("Bültenimize abone olun", "ما را در تلگرام دنبال کنید", "ہمیں واٹس ایپ پر فالو کریں", "关注我们的微信公众号"),
    *("Subscribe to our YouTube channel", "Leave a comment", "Updated 3 hours ago", "Published On 10 Apr 2026"),
    *("Якщо ви помітили помилку, виділіть її та натисніть Ctrl+Enter",),
)


@pytest.mark.parametrize("piece", [*(line.format(LINK) for line in POINTERS), *ASIDE])
@pytest.mark.parametrize("place", [0, 3, 8])
def test_what_only_stands_around_an_article_is_left_out_in_any_language(piece: str, place: int) -> None:
    paragraphs = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    paragraphs.insert(place, f"<p>{piece}</p>")

    assert read("".join(paragraphs)).text == "\n".join(SENTENCES)


@pytest.mark.parametrize(
    "sentence",
    [
        "Published reports said that the ferry had left at 10:30 and had not been seen since then by anybody.",
        "Advertisements for the lost ferry were put up in the town on Friday by the families of its crew.",
        "Facebook and Telegram were slow in the whole of the county on Friday, its people told us.",
        "Listen to the sirens for 5 minutes, the mayor told people, and go down into the cellars after that.",
    ],
)
def test_a_sentence_that_begins_like_what_stands_around_is_text(sentence: str) -> None:
    paragraphs = [f"<p>{one}</p>" for one in SENTENCES]
    paragraphs.insert(3, f"<p>{sentence}</p>")

    assert sentence in read("".join(paragraphs)).text


def test_words_that_were_struck_out_are_not_said_any_more() -> None:
    text = read(
        "<p>The strike hurt <del>twelve</del> <ins>three</ins> dockers, the harbour master said on Friday.</p>" * 3
    )

    assert "twelve" not in text.text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ဗုံးကျပြီး လူငါးဦး ဒဏ်ရာရသည်။ မီးကို နံနက်တွင် ငြိမ်းသတ်ခဲ့သည်။", 2),
        ("ከተማዋ ላይ የተተኮሰ ሮኬት አምስት ሰዎችን አቆሰለ። እሳቱ ጠዋት ጠፋ።", 2),
        ("شہر پر راکٹ گرنے سے پانچ افراد زخمی ہوئے۔ آگ صبح بجھا دی گئی۔", 2),
        ("一枚火箭弹击中港口，五人受伤。大火于中午扑灭！谁干的？", 3),
        ("गोदाम पर रॉकेट गिरा। पाँच लोग घायल हुए।", 2),
    ],
)
def test_sentences_end_where_their_script_ends_them(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


@pytest.mark.parametrize(
    ("links", "canonical", "kept"),
    [
        (("/story.php?id=1", "/story.php?id=2"), "/story.php", {"/story.php?id=1", "/story.php?id=2"}),
        (("/news/a", "/news/b"), "/", {"/news/a", "/news/b"}),
        (("/news/a", "/news/b"), "/news/all", {"/news/all", "/news/b"}),
        (("/news/a?utm_source=x", "/news/b?utm_source=x"), None, {"/news/a?utm_source=x", "/news/b?utm_source=x"}),
    ],
)
def test_articles_that_come_one_by_one_under_one_stated_address_stay_apart(
    desk: IngestDesk, database: Database, site: Site, links: tuple[str, str], canonical: str | None, kept: set[str]
) -> None:
    for link, name in zip(links, NAMES, strict=False):
        site.routes[link] = page_of(name, canonical or "")
    items = [f"<title>{name}</title><link>{link}</link>" for link, name in zip(links, NAMES, strict=False)]

    polled(desk, site, rss(items[0]))
    site.routes["/feed"] = Reply(rss(items[1]))
    report = desk.poll(now=NOW + timedelta(hours=1))
    desk.poll(now=NOW + timedelta(hours=26))

    assert (report.new, report.revised) == (1, 0)
    found = stored(database)
    assert set(found) == kept
    assert sorted(title for title, _text, _part in found.values()) == sorted(NAMES[:2])


def test_the_next_post_at_the_address_of_the_last_is_an_article(
    desk: IngestDesk, database: Database, site: Site
) -> None:
    site.routes["/live"] = page_of("The war: live", "")
    first = f"<title>Live: the silo</title><link>/live</link><guid isPermaLink='false'>p1</guid><description>{TEXT}"
    other = (
        "The bridge at Orrin is open, the county said after noon, and lorries may go to Cale again by the coast road."
    )
    polled(desk, site, rss(f"{first}</description>"))
    second = "<title>Live: the bridge</title><link>/live</link><guid isPermaLink='false'>p2</guid>"
    site.routes["/feed"] = Reply(rss(f"{second}<description>{other}</description>"))

    desk.poll(now=NOW + timedelta(hours=1))

    assert ("Live: the bridge", other, None) in stored(database).values()
    assert len(stored(database)) == 2


def test_a_new_name_for_an_entry_makes_no_second_article(desk: IngestDesk, database: Database, site: Site) -> None:
    site.routes["/a"] = page_of(NAMES[0], "")
    item = f"<title>{NAMES[0]}</title><link>/a</link><guid isPermaLink='false'>{{}}</guid>"
    polled(desk, site, rss(item.format("g1")))
    site.routes["/feed"] = Reply(rss(item.format("g2")))

    desk.poll(now=NOW + timedelta(hours=1))

    assert len(stored(database)) == 1


def test_an_entry_whose_page_is_gone_is_counted(desk: IngestDesk, database: Database, site: Site) -> None:
    site.routes["/a"] = Reply(b"gone", 410)
    polled(desk, site, rss(f"<title>{NAMES[0]}</title><link>/a</link>"))

    assert stored(database) == {}
    assert [(event.kind, event.details["count"]) for event in desk.events.untold()] == [("dropped", 1)]


@pytest.mark.parametrize(
    ("answer", "path"),
    [
        (
            "HTTP/1.1 301 x\r\nLocation: /новини/feed\r\nContent-Length: 0\r\n\r\n",
            "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/feed",
        ),
        ("HTTP/1.1 301 x\r\nLocation: /my feed.xml\r\nContent-Length: 0\r\n\r\n", "/my%20feed.xml"),
        (
            "HTTP/1.1 302 x\r\nLocation: /b\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2; Secure\r\nContent-Length: 0\r\n\r\n",
            "/b",
        ),
        (
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 307\r\nLocation: b\r\nContent-Length: 0\r\n\r\n",
            "/b",
        ),
    ],
)
def test_a_redirect_is_followed_however_it_is_written(desk: IngestDesk, site: Site, answer: str, path: str) -> None:
    site.routes["/feed"] = Reply(raw=answer.encode())
    site.routes[path] = Reply(rss(ITEM))

    assert desk.inspect(f"{site.url}/feed", now=NOW).count == 1
