import dataclasses
import json
from typing import Any

from index.stories.briefing import ComposingPolicy, compose
from index.stories.changes import since_last
from index.stories.interest import Interest
from index.stories.story import Briefing
from index.stories.told import Period, Told
from tests.index.stories.test_briefing import GRAVE, SINCE, UNTIL, ZUMMAR, briefed, member, sample, story


def sent(briefing: Briefing) -> dict[str, Any]:
    """A briefing as it is kept: through JSON."""
    kept: dict[str, Any] = json.loads(json.dumps(briefing.to_json()))
    return kept


def cited(briefing: Briefing) -> set[int]:
    told: list[tuple[int, ...]] = []
    for brief in briefing.stories:
        told += [claim.citations for claim in brief.claims]
        told += [change.citations for change in brief.changes]
        told += [position.citations for conflict in brief.conflicts for position in conflict.positions]
        told += [value.citations for course in brief.developments for value in course.values]
    assert all(told)
    return {number for numbers in told for number in numbers}


def test_for_a_reader_who_got_nothing_all_is_new() -> None:
    briefing = since_last(briefed(story(*ZUMMAR), story(*GRAVE[:2], fresh=GRAVE[1:2], name="s2")), [])

    assert {brief.section for brief in briefing.stories} == {"new"}
    assert briefing.unchanged == 0


def test_a_story_with_nothing_new_is_left_out_and_counted() -> None:
    first = since_last(briefed(story(*ZUMMAR)), [])
    copy = sample("rockets-iraq-us-base-syria")

    second = since_last(briefed(story(*ZUMMAR, *copy, fresh=copy)), [sent(first)])

    assert second.stories == ()
    assert second.unchanged == 1
    assert second.citations == ()


def incident(number: int) -> Told:
    place = ["Karsh", "Dura", "Salma", "Tell", "Rabia", "Hadid", "Marj", "Zeid"][number]
    one = member(
        f"n{number}",
        f"Shelling of {place}",
        f"Shells hit {place} on Sunday and killed {number + 3} people, a nurse said.",
    )
    return story(one, name=f"s{number}")


def test_what_a_reader_knows_does_not_crowd_out_what_is_new() -> None:
    known = since_last(briefed(*(incident(n) for n in range(2, 8)), most=12), [])
    draft = briefed(*(incident(n) for n in range(8)), most=12)

    after = since_last(draft, [sent(known)])

    assert {brief.story.story_id for brief in after.stories} == {"s0", "s1"}
    assert after.unchanged == 6


def test_a_draft_is_cut_to_what_is_told_but_not_the_only_story_of_a_topic() -> None:
    draft = briefed(*(incident(n) for n in range(8)), followed=("Karsh",), most=12)
    last = dataclasses.replace(draft, stories=(*draft.stories[1:], draft.stories[0]))

    cut = since_last(last, [], most=3)

    assert len(cut.stories) == 3
    assert cut.more == 5
    assert any(brief.topics == ("Karsh",) for brief in cut.stories)
    assert cut.quiet_topics == ()


def test_a_new_toll_is_told_beside_the_old_one() -> None:
    first = since_last(briefed(story(GRAVE[0])), [])

    second = since_last(briefed(story(*GRAVE[:2], fresh=GRAVE[1:2])), [sent(first)])

    (brief,) = second.stories
    (change,) = [one for one in brief.changes if one.kind == "figure"]
    assert brief.section == "developing"
    assert "310" in change.text
    assert change.before == "283 killed"
    assert change.citations


def test_a_new_denial_is_a_change_told_once() -> None:
    first = since_last(briefed(story(GRAVE[0])), [])

    second = since_last(briefed(story(*GRAVE[:2], fresh=GRAVE[1:2])), [sent(first)])
    copy = member("copy", GRAVE[1].title, GRAVE[1].text, publisher="Copyist", day=24)
    third = since_last(briefed(story(*GRAVE[:2], copy, fresh=(copy,))), [sent(first), sent(second)])

    (brief,) = second.stories
    assert [change.attribution[0] for change in brief.changes if change.kind == "denial"] == ["The Israeli military"]
    assert third.stories == ()


def test_a_correction_is_told_as_one() -> None:
    early = member("early", "Five aid workers killed", "Five aid workers were killed in Deir al-Balah, medics said.")
    late = sample("world-central-kitchen-convoy")[0]
    first = since_last(briefed(story(early)), [])

    second = since_last(briefed(story(early, late, fresh=(late,))), [sent(first)])

    (brief,) = second.stories
    (change,) = [one for one in brief.changes if one.kind == "correction"]
    assert "An earlier version said five people had been killed" in change.text


def test_every_sentence_of_an_update_is_cited_and_numbers_run_from_one() -> None:
    first = since_last(briefed(story(GRAVE[0]), story(*ZUMMAR, name="s2")), [])

    second = since_last(briefed(story(*GRAVE[:2], fresh=GRAVE[1:2]), story(*ZUMMAR, name="s2")), [sent(first)])

    assert cited(second) == {citation.n for citation in second.citations}
    assert [citation.n for citation in second.citations] == list(range(1, len(second.citations) + 1))
    texts = {one.article_id: one.text for one in (*GRAVE, *ZUMMAR)}
    assert all(texts[c.article_id][c.start : c.end] == c.quote for c in (*second.citations, *second.spare))


def test_a_merged_story_is_known_by_its_articles() -> None:
    first = since_last(briefed(story(*GRAVE[:2], name="old")), [])

    second = since_last(briefed(story(*GRAVE, fresh=GRAVE[2:], name="new")), [sent(first)])

    assert [brief.section for brief in second.stories] == ["developing"]


def test_a_draft_is_cut_by_weight_and_not_by_section() -> None:
    """A weighty story that began before is told before slight new ones, though the new section comes first."""
    towns = ("Karsh", "Tell", "Dura", "Mazar", "Ulya", "Sefar", "Nahr", "Wadi", "Qalat")
    slight = [
        story(member(f"n{at}", f"Shells hit {town}", f"Shells hit {town} on Sunday, police said."), name=f"n{at}")
        for at, town in enumerate(towns)
    ]
    before = member("old", "The bridge of Marj", "The bridge of Marj was closed on Friday, the governor said.", day=19)
    now = member("now", "Forty killed at Marj", "Shells killed 40 people at the bridge of Marj, the governor said.")
    weighty = story(before, now, fresh=(now,), name="marj", origins=8)
    first = member("first", "Ninety killed at Rasm", "Shells killed 90 people at the market of Rasm, the mayor said.")
    period = Period(SINCE, UNTIL, Interest(), ())

    draft = compose(
        [*slight, weighty, story(first, name="rasm", origins=20)],
        period,
        policy=ComposingPolicy(stories=14, characters=None),
    )

    assert "marj" in {brief.story.story_id for brief in since_last(draft, []).stories}
