"""Answers, briefings and passages of any content are messages that Telegram accepts, nothing lost."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording.message import Message
from bot.wording.render import Reader, answer_messages
from bot.wording.render_briefing import briefing_messages
from bot.wording.render_passage import passage_message
from bot.wording.texts import languages, texts_for
from bot.wording.typeset import JOINER, clean, defused, told_apart
from index.answers.answer import Answer, Citation, Claim, Conflict, Position, Subject
from index.articles import PassageView, SentenceChange, StoredPassage
from index.stories.story import Briefing, Change, Story, StoryBrief
from tests.bot.chat.longest import VIEW
from tests.cases import cases
from tests.servers.telegram_html import Parsed, parse

NOW = datetime(2024, 4, 23, 12, 0, tzinfo=UTC)
words = st.text(st.characters(codec=None) | st.sampled_from("<&>\"'/ab \u202e\u2066😀א"), max_size=60)
sentences = st.one_of(words, st.builds(lambda word, n: (word + " ") * n, words, st.integers(1, 80)))
urls = st.sampled_from(["https://e.org/a?b=1&c=2", "javascript:alert(1)", "http://xn--e.org/", "https://e.org/<b>"])


@st.composite
def citations(draw: st.DrawFn) -> tuple[Citation, ...]:
    count = draw(st.integers(0, 12))
    one = st.builds(
        Citation,
        n=st.just(0),
        passage_id=st.just("p"),
        article_id=st.sampled_from("abcdef"),
        url=urls,
        title=sentences,
        publisher=words,
        published_at=st.sampled_from([None, NOW]),
        quote=words,
        start=st.just(0),
        end=st.just(1),
    )
    return tuple(dataclasses.replace(draw(one), n=n) for n in range(1, count + 1))


numbers = st.lists(st.integers(0, 14), max_size=4).map(tuple)
chains = st.lists(words, max_size=4).map(tuple)
claims = st.lists(st.builds(Claim, sentences, words, chains, numbers), max_size=8).map(tuple)
positions = st.lists(st.builds(Position, sentences, chains, numbers), max_size=4).map(tuple)
conflicts = st.lists(st.builds(Conflict, sentences, positions), max_size=2).map(tuple)
answers = st.builds(
    Answer, words, st.sampled_from(["answer", "abstain"]), st.just(NOW), sentences, claims, citations(), conflicts,
    st.integers(0, 9),
)  # fmt: skip
stories = st.builds(
    Story, st.just("s"), sentences, st.just(NOW), st.just(NOW), st.just(()), st.just(1), st.integers(0, 5)
)
changes = st.builds(Change, st.sampled_from(["figure", "denial", "correction"]), sentences, sentences, chains, numbers)
briefs = st.builds(
    StoryBrief,
    stories,
    claims,
    conflicts,
    section=st.sampled_from(["new", "developing"]),
    opposed=st.booleans(),
    changes=st.lists(changes, max_size=4).map(tuple),
)
briefings = st.builds(
    Briefing,
    st.just(NOW),
    st.just(NOW),
    chains,
    st.lists(briefs, max_size=3).map(tuple),
    citations(),
    quiet_topics=chains,
    failing_sources=chains,
    sources=st.integers(0, 5),
    more=st.integers(0, 3),
    unchanged=st.integers(0, 3),
)
readers = st.builds(
    lambda language, buttons: Reader(texts_for(language), "Asia/Baghdad", (lambda n: f"cite:{n}") if buttons else None),
    st.sampled_from(languages()),
    st.booleans(),
)


def seen(messages: list[Message]) -> list[Parsed]:
    """The messages as Telegram parses them, within its limits."""
    parsed = [parse(message.html) for message in messages]
    for message, shown in zip(messages, parsed, strict=True):
        assert shown.text
        assert shown.utf16 <= 4096
        assert len(shown.entities) <= 100
        assert sum(map(len, message.buttons)) <= 100
        assert all(link.startswith(("http://", "https://")) for link in shown.links)
    return parsed


@cases(50, share=0.3)
@given(answers, readers)
def test_any_answer(answer: Answer, reader: Reader) -> None:
    shown = seen(answer_messages(answer, reader))

    if answer.kind == "answer":
        for claim in answer.claims:
            start = defused(told_apart(clean(claim.text)).strip()).replace(JOINER, "")[:30].strip()
            assert sum(start in part.text.replace(JOINER, "") for part in shown) >= 1


@cases(30, share=0.1)
@given(briefings, readers, st.booleans())
def test_any_briefing(briefing: Briefing, reader: Reader, late: bool) -> None:
    seen(briefing_messages(briefing, reader, late=late, notes=("A note.",)))


@cases(50, share=0.2)
@given(sentences, sentences, sentences, citations(), readers)
def test_any_passage(text: str, before: str, after: str, cited: tuple[Citation, ...], reader: Reader) -> None:
    passage = StoredPassage("p", "a", "https://e.org/", text, text, None, NOW, 0, 0, len(text), text)
    view = PassageView(passage, before, after, 1, 2)

    seen([passage_message(view, cited[0] if cited else None, reader)])


def citation(n: int, article: str = "a") -> Citation:
    return Citation(n, f"p{n}", article, f"https://e.org/{article}", f"Title {article}", "Reuters", NOW, "q", 0, 1)


def test_an_answer_reads_well() -> None:
    answer = Answer(
        "q",
        "answer",
        NOW,
        "",
        (Claim("Some 165 attacks were counted.", "q", ("the Pentagon", "Reuters"), (1, 2)),),
        (citation(1), citation(2), citation(3, "b")),
        (Conflict("the toll", (Position("7", ("Reuters",), (1,)), Position("13", ("IRNA",), (3,)))),),
        origins=2,
    )

    (message,) = answer_messages(answer, Reader(texts_for("en"), "UTC"))

    assert parse(message.html).text == (
        "Some 165 attacks were counted. (the Pentagon → Reuters) [1][2]\n\n"
        "Sources disagree on the toll:\n• Tue 23 Apr 2024: 7 (Reuters) [1]\n• Tue 23 Apr 2024: 13 (IRNA) [3]\n\n"
        "Sources\n[1][2] Title a, Reuters, 23 Apr 2024, 12:00\n[3] Title b, Reuters, 23 Apr 2024, 12:00\n\n"
        "From 2 independent origins. As of 23 Apr 2024, 12:00, UTC."
    )


def told(number: int, section: Literal["new", "developing"], *conflicts: Conflict) -> StoryBrief:
    story = Story(f"s{number}", f"Shells hit Karsh {number} (Wire)", NOW, NOW, (), 2, number)
    return StoryBrief(story, (Claim(f"Claim {number}.", "", ("Wire",), (1,)),), conflicts, section=section)


@pytest.mark.parametrize(
    ("language", "disputed"),
    [("en", "Sources disagree on the number killed:"), ("fr", "Les sources divergent sur le nombre de morts :")],
)
def test_a_briefing_has_each_section_once_and_what_is_disputed_in_one_line_of_its_story(
    language: str, disputed: str
) -> None:
    source = Citation(1, "p", "a", "https://e.org/a", "Shelling", "Wire", NOW, "Claim 1.", 0, 8)
    conflict = Conflict(
        "the number killed",
        (Position("at least 20", ("medics", "Wire"), (1,)), Position("32", ("mayor",), (1,))),
        Subject(outcome="killed"),
    )
    stories = (told(1, "developing", conflict), told(2, "developing"), told(3, "new"))
    briefing = Briefing(NOW, NOW, ("Karsh", "Tell"), stories, (source,), quiet_topics=("Tell",), sources=3)
    texts = texts_for(language)

    (message,) = briefing_messages(briefing, Reader(texts))
    lines = parse(message.html, "HTML").text.splitlines()

    order = [texts.plain(f"section-{name}") for name in ("developing", "new")]
    assert [line for line in lines if line in order] == order
    (sides,) = [place for place, line in enumerate(lines) if line.startswith(disputed)]
    assert lines.index("1. Shells hit Karsh 1 (Wire)") < sides < lines.index("2. Shells hit Karsh 2 (Wire)")
    # Who, what and when.
    assert all(said in lines[sides] for said in ("at least 20 (medics", "32 (mayor)", "23"))
    counts = [texts.plain("story-outlets", outlets=2), texts.plain("story-origins", origins=3)]
    assert ", ".join(counts) in lines
    assert sides < next(place for place, line in enumerate(lines) if "Tell" in line and place > 5)


def test_an_abstention_shows_no_citation() -> None:
    answer = Answer("q", "abstain", NOW, "Nothing on Jupiter.", (), (citation(1),))

    (message,) = answer_messages(answer, Reader(texts_for("en"), "UTC", lambda n: f"cite:{n}"))

    assert message.buttons == ()
    assert parse(message.html).links == []


@pytest.mark.parametrize("start", [0, 120, 3000])
def test_the_cited_words_are_bold_in_their_passage(start: int) -> None:
    text = "word " * 800
    quote = text[start : start + 40]
    passage = StoredPassage("p", "a", "https://e.org/", "T", "P", NOW, NOW, 0, 500, 500 + len(text), text)
    cited = dataclasses.replace(citation(1), start=500 + start, end=540 + start, quote=quote)

    shown = parse(passage_message(PassageView(passage, "", "", 1, 1), cited, Reader(texts_for("en"))).html)

    bold = [e for e in shown.entities if e["type"]["@type"] == "textEntityTypeBold"]
    assert any(shown.text[e["offset"] : e["offset"] + e["length"]].strip() == quote.strip() for e in bold)
    assert shown.utf16 <= 4096


def test_a_passage_that_was_changed_since_shows_how() -> None:
    changes = (
        SentenceChange("Nine were hurt.", "Twelve were hurt."),
        SentenceChange("", "An inquiry began."),
        SentenceChange("It is over.", ""),
    )
    view = dataclasses.replace(VIEW, changes=(*changes, *changes), modified_at=NOW)

    shown = parse(passage_message(view, None, Reader(texts_for("en"))).html).text

    assert "before: “Nine were hurt.” now: “Twelve were hurt.”" in shown
    assert "new: “An inquiry began.”" in shown
    assert "taken out: “It is over.”" in shown
    assert "and more sentences: 3" in shown
