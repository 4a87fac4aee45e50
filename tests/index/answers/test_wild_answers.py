"""Questions in which public reports once found bots wrong, asked of a corpus of our own with the real model: opposite
reports, foreign figures, speakers, names of places and groups, times, tables, headlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from index import Index, Settings
from index.answers.answer import Answer
from index.embedding.model import LocalModel
from index.importing import to_article

AS_OF = datetime(2026, 3, 14, 12, tzinfo=UTC)  # a Saturday
OUTLETS = ("Quayside Courier", "Upland Post", "River Gazette")


def report(number: int, day: str, title: str, text: str, outlet: int = 0) -> dict[str, str]:
    site = OUTLETS[outlet].split()[0].lower()
    return {
        "url": f"https://{site}.example/{number}",
        "title": title,
        "text": text,
        "publisher": OUTLETS[outlet],
        "published": f"2026-03-{day}:00:00Z",
    }


# What one side says and what the other says of the same thing, with the question on it.
OPPOSITES = {
    "left": (
        "Patients were moved out of the hospital in Kupiansk on Thursday, the health ministry said.",
        "Patients were not moved out of the hospital in Kupiansk on Thursday, its chief doctor said.",
        "Were patients moved out of the hospital in Kupiansk?",
        "not moved out",
    ),
    "open": (
        "The Rafah crossing is open to lorries, the crossings authority said on Thursday.",
        "The Rafah crossing is closed to lorries, a border official said on Thursday.",
        "Is the Rafah crossing open to lorries?",
        "closed",
    ),
    "accepted": (
        "Hamas has accepted the truce plan, the Egyptian foreign ministry said on Thursday.",
        "Hamas has rejected the truce plan, an Israeli official said on Thursday.",
        "Did Hamas accept the truce plan?",
        "rejected",
    ),
    "freed": (
        "The rebels freed all the miners held in Walikale on Thursday, a rebel spokesman said.",
        "The rebels have not freed the miners held in Walikale, the mine's owners said on Thursday.",
        "Were the miners held in Walikale freed?",
        "not freed",
    ),
    "taken": (
        "The army has taken the town of Babanusa, an army spokesman said on Thursday.",
        "The army has not taken the town of Babanusa, a spokesman for the Rapid Support Forces said on Thursday.",
        "Has the army taken Babanusa?",
        "not taken",
    ),
}
ROWS = [
    *(
        report(100 + number, "12T10" if side == 0 else "12T14", f"News on the {name}: {side}", text, side)
        for number, (name, pair) in enumerate(OPPOSITES.items())
        for side, text in enumerate(pair[:2])
    ),
    report(
        1,
        "11T17",
        "Bombs fall on two towns of Sumy region",
        "Two bombs fell on Sumy region on Wednesday. In Konotop 19 people were killed and 71 injured when one hit a "
        "dairy, the regional prosecutor's office said. In Shostka 8 people were killed and 30 injured at a sawmill.",
    ),
    report(
        2,
        "12T16",
        "Row over the dam at Tabqa",
        "The army's spokesman, Colonel Anwar Zeid, said on Thursday that the dam gate at Tabqa had been blown up. The "
        "town's mayor, Berivan Celik, said that it had given way to a flood. He demanded an inquiry by the engineers "
        "union. She said that the ferry would run at night.",
    ),
    report(
        3,
        "13T09",
        "Harm by town, provincial health office",
        "The provincial health office of Tyre published its count for March on Friday.\n| Town | Killed | Injured |\n"
        "|---|---|---|\n| Qana | 14 | 33 |\n| Bazouriye | 0 | 6 |\nThe figures are provisional.",
        1,
    ),
    report(
        4,
        "12T09",
        "Shelling of the quay in Mykolaiv wounds four",
        "Shells hit the quay of Mykolaiv on Wednesday. No one was killed, the regional governor, Pavlo Lesko, said; "
        "four dockers were wounded. A fifth man refused treatment. Earlier posts in channels that nine people had died "
        "were wrong, he added.",
    ),
    report(
        5,
        "12T10",
        "በአክሱም ላይ ጥቃት",
        "በአክሱም ከተማ ሐሙስ ዕለት በመድፍ ሁለት ቤቶች ተመቱ። አራት ሰዎች ቆስለዋል ሲል የከተማው አስተዳደር ገለጸ።",
        2,
    ),
    report(
        6,
        "12T12",
        "Shells hit Aksum",
        "Two houses were hit by shells in Aksum on Thursday, the town council said. Nobody spoke of the wounded.",
        2,
    ),
    report(
        7,
        "11T12",
        "Drivers set free near Shire",
        "The Tigray People's Liberation Front freed 23 lorry drivers near Shire on Tuesday, the drivers' union said.",
    ),
    report(
        8,
        "11T13",
        "Drivers set free near Goma",
        "The M23 group freed 31 lorry drivers near Goma on Tuesday, the drivers' union said.",
        1,
    ),
    report(
        9, "12T12", "School hit in Zaporizhzhia", "A drone hit a school in Zaporizhzhia on Wednesday, the police said."
    ),
    report(
        10,
        "14T09",
        "Shelling in Zaporizhzhia",
        "Shelling cut the water supply of Zaporizhzhia on Friday, the mayor's office said.",
    ),
    report(
        11,
        "10T09",
        "Mill burns in Deir ez-Zor",
        "A mill in Deir ez-Zor burned on Monday. Some 700 tonnes of flour were lost, its owner said.",
        1,
    ),
    report(
        12,
        "11T12",
        "Court in Mogadishu is shelled",
        "Mortar bombs hit a court in Mogadishu on Tuesday. Five clerks were hurt, the police said.",
        1,
    ),
    report(
        13,
        "12T12",
        "Capture of Huliaipole denied",
        "Ukraine's general staff denied on Thursday that Russian forces had captured the town of Huliaipole.",
        2,
    ),
]


@pytest.fixture(scope="module")
def corpus(model: LocalModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(Settings(tmp_path_factory.mktemp("wild")), embedder=model) as opened:
        opened.add([to_article(row) for row in ROWS])
        yield opened


def ask(corpus: Index, question: str) -> Answer:
    return corpus.ask(question, now=AS_OF)


@pytest.mark.parametrize("name", OPPOSITES)
def test_opposite_reports_are_two_sides_and_neither_supports_the_other(corpus: Index, name: str) -> None:
    yes, no, question, opposite = OPPOSITES[name]

    answer = ask(corpus, question)

    said = {claim.text: claim.citations for claim in answer.claims}
    assert [yes in said, no in said, opposite in answer.text] == [True] * 3, said
    sites = {citation.n: citation.publisher for citation in answer.citations}
    for text, citations in said.items():
        assert len({sites[n] for n in citations}) == 1, text


@pytest.mark.parametrize(
    ("question", "expected", "foreign"),
    [
        ("How many people were killed in Shostka on Wednesday?", "8", "19"),
        ("how many died in konotop", "19", "8 people"),
        ("How many people were killed at the dairy in Shostka?", "8", "19"),
        ("How many people were killed in Bazouriye in March?", "Killed: 0", "14"),
        ("How many people were killed in Mykolaiv on Wednesday?", "No one was killed", "nine"),
        ("How many lorry drivers did the TPLF free?", "23", "31"),
        ("How many lorry drivers did M23 free?", "31", "Tigray"),
        ("What burned in Dayr az-Zawr?", "A mill", "School"),
        ("How many clerks were hurt in Muqdisho?", "Five", "four"),
        ("What has happened in Zaporizhzhia since Friday?", "water supply", "school"),
        ("What happened in Zaporozhye on Friday?", "water", "school"),
        ("What happened in Zaporizhzhia three days ago?", "school", "water"),
        ("What happened in Zaporizhzhia the day before yesterday?", "", "water supply"),
        ("What happened in Sumy region on Wednesday?", "Two bombs fell", "Mykolaiv"),
    ],
)
def test_an_answer_has_what_is_asked_for_and_nothing_of_another(
    corpus: Index, question: str, expected: str, foreign: str
) -> None:
    answer = ask(corpus, question)

    shown = " / ".join(claim.text for claim in answer.claims)
    assert expected in shown
    assert foreign not in shown
    assert not answer.conflicts


def test_the_wounded_of_a_town_that_nobody_counts_are_not_those_of_another(corpus: Index) -> None:
    answer = ask(corpus, "How many people were wounded in Aksum?")

    assert not any("dockers" in claim.text or "injured" in claim.text for claim in answer.claims)


def test_what_a_man_said_is_not_said_by_a_woman(corpus: Index) -> None:
    answer = ask(corpus, "Who demanded an inquiry by the engineers union in Tabqa?")

    assert answer.claims
    assert not any("Berivan" in name for claim in answer.claims for name in claim.attribution)


def test_a_claim_is_the_whole_sentence_of_whoever_denies_it(corpus: Index) -> None:
    answer = ask(corpus, "Have Russian forces captured Huliaipole?")

    assert any("denied" in claim.text for claim in answer.claims)
    assert all("denied" in claim.text or "captured" not in claim.text for claim in answer.claims)


def test_a_place_that_is_named_is_not_said_to_be_named_nowhere(corpus: Index) -> None:
    answer = ask(corpus, "Who is the head of the town council in Aksum?")

    assert "No report near this names Aksum" not in answer.text


def test_headlines_of_a_briefing_are_whole(corpus: Index) -> None:
    briefing = corpus.brief(since=datetime(2026, 3, 9, tzinfo=UTC), until=AS_OF)

    headlines = [headline for story in briefing.stories for headline in story.headlines]
    assert headlines
    assert all(headline.count("(") == headline.count(")") for headline in headlines)
    assert not any(headline.rstrip(" )").endswith(("'", ",", "…")) for headline in headlines)
