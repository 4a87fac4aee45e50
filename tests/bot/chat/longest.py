"""The longest of everything that a text can hold: names, titles and sentences far beyond what outlets write."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

from index.answers.answer import Answer, Citation, Claim, Conflict, Position, Searched
from index.articles import PassageView, SentenceChange, StoredPassage
from index.errors import Doubt
from index.ingest.discovery import Inspection, Offer
from index.ingest.entries import Entry
from index.language.loaded import Loaded
from index.profiles import Publisher
from index.stories.activity import Activity, Theatre
from index.stories.atlas import Spot
from index.stories.incidents import Incident, Overview
from index.stories.story import Briefing, Change, Correction, Story, StoryBrief
from index.stories.views import Comparison, Day, FigurePoint, FigureTable, Telling, Timeline

NOW = datetime(2024, 12, 28, 22, 47, tzinfo=UTC)
# Words from left to right and from right to left, one of two UTF-16 units a letter, and what HTML escapes.
_WORDS = "“Міністерство” & <الدفاع> said 😀 1,234 killed; "


def words(units: int) -> str:
    text = (_WORDS * (units // len(_WORDS) + 1))[:units]
    while len(text.encode("utf-16-le")) // 2 > units:
        text = text[:-1]
    return text.strip()


NAME, TITLE, SENTENCE = words(160), words(400), words(1500)
CHAIN = (NAME, words(150), words(140), words(130), words(120))
URL = f"https://{'x' * 60}.example/{'a/' * 400}"


def citation(n: int, article: int) -> Citation:
    name = f"{words(150)} {article}"
    return Citation(n, f"p{n}", f"a{article}", f"{URL}{article}", f"{TITLE} {article}", name, NOW, SENTENCE, 0, 1)


CITED = tuple(citation(n, n) for n in range(1, 41))
CONFLICT = Conflict(NAME, tuple(Position(words(300), CHAIN, (n, n + 1, n + 2)) for n in range(1, 13)))
CLAIMS = tuple(Claim(SENTENCE, SENTENCE, CHAIN, (n, n + 1, n + 2, n + 3)) for n in range(1, 21, 2))

ANSWER = Answer("q", "answer", NOW, "", CLAIMS, CITED, (CONFLICT, CONFLICT), origins=1234)
ABSTENTION = Answer(
    "q", "abstain", NOW, "", searched=Searched(
        names=tuple(f"{words(50)} {n}" for n in range(11)), first=date(2023, 12, 28), last=date(2024, 12, 28),
        unnamed=tuple(f"{words(50)} {n}" for n in range(11)), seen=tuple((NAME, date(2024, 12, 28)) for _ in range(11)),
        nearest=TITLE, publisher=NAME, written=date(2024, 12, 28), passages=12345, outlets=1234, newest_at=NOW,
    ),
)  # fmt: skip

CHANGES = tuple(Change(kind, SENTENCE, TITLE, CHAIN, (1, 2, 3)) for kind in ("figure", "denial", "correction"))
CORRECTIONS = tuple(
    Correction(str(n), kind, NAME, NAME, NAME, SENTENCE, NOW, (n,))
    for n, kind in enumerate(("corrected", "edited", "withdrawn"), start=1)
)


def story(number: int) -> StoryBrief:
    told = Story(f"s{number:012x}", f"{TITLE} {number}", NOW, NOW, (), 1234, 1234)
    return StoryBrief(told, CLAIMS[:6], (CONFLICT,), "developing", opposed=True, changes=CHANGES)


TOPICS = tuple(f"{n} {words(95)}" for n in range(10))
FOLLOWED = tuple(f"{n} {words(95)}" for n in range(10, 30))
SPOTS = [Spot(words(60), "Democratic Republic of the Congo", 1.0, 2.0) for _ in range(6)]
OVERVIEW = Overview(
    Activity(NOW, tuple(Theatre("DR Congo", (1234,) * 14, 1234.5) for _ in range(4)), 0),
    tuple(Incident(f"s{n:012x}", spot, n) for n, spot in enumerate(SPOTS, start=1)),
    (),
    (),
)
BRIEFING = Briefing(
    NOW - timedelta(days=1), NOW, TOPICS, tuple(story(n) for n in range(1, 7)), CITED,
    quiet_topics=(*TOPICS, *FOLLOWED), failing_sources=tuple(f"{NAME} {n}" for n in range(300)),
    sources=300, more=1234, unchanged=1234, followed=FOLLOWED, corrections=CORRECTIONS, overview=OVERVIEW,
)  # fmt: skip
ALERT = dataclasses.replace(BRIEFING, stories=BRIEFING.stories[:1], corrections=())

PASSAGE = StoredPassage("p", "a", URL, TITLE, NAME, NOW, NOW, 0, 700, 700 + 2500, words(2500))
REWORDED = tuple(SentenceChange(words(500), words(500)) for _ in range(9))
VIEW = PassageView(PASSAGE, words(3000), words(3000), 1, 2, NOW, REWORDED)
QUOTED = dataclasses.replace(CITED[0], start=900, end=1900)

LOADED = tuple(Loaded("xxxxx", at, at + 5) for at in range(0, 880, 20))
COMPARISON = Comparison(
    tuple(Telling(NAME, words(900), LOADED, SENTENCE, LOADED, NAME, NOW, n) for n in range(1, 41)), CITED
)
TIMELINE = Timeline(
    tuple(Day(date(2024, 12, n), tuple((SENTENCE, m) for m in range(1, 13))) for n in range(1, 29)), CITED
)
FIGURES = FigureTable(
    tuple(
        FigurePoint(date(2024, 12, day), "displaced", words(40), words(300), 1234.0, 123456.0, NAME, NAME, 1 + n)
        for day in range(1, 29)
        for n in range(30)
    ),
    CITED,
)
PROFILE = Publisher(words(150), words(100), "uk", words(400), words(100), True, NOW, "1")
INSPECTION = Inspection(
    URL, "feed", TITLE, "ckb-Arab-IQ", tuple(Entry(str(n), URL, TITLE) for n in range(3)), 1234, 1234.0, False,
    tuple(Offer(URL, TITLE) for _ in range(5)), Doubt("encoding_guessed", words(500)),
)  # fmt: skip
