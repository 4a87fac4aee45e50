import dataclasses
from datetime import UTC, datetime, timedelta

from index.reports.report import Report
from index.stories.briefing import ComposingPolicy, compose
from index.stories.interest import Interest
from index.stories.members import Member, StoryMembers
from index.stories.replay import Issue, Reader, faults, replay
from index.stories.story import Briefing
from index.stories.told import Period, Told
from index.stories.topics import topics_of
from tests.index.stories.test_briefing import GRAVE, ZUMMAR, report

SINCE, UNTIL = datetime(2024, 4, 21, tzinfo=UTC), datetime(2024, 4, 28, tzinfo=UTC)
READERS = [Reader("all"), Reader("gaza", ("Khan Younis",)), Reader("iraq", ("rockets Iraq",))]


def brief(since: datetime, until: datetime, interest: Interest) -> Briefing:
    told = []
    for name, members in (("grave", GRAVE), ("zummar", ZUMMAR)):
        known = tuple(one for one in members if one.dated_at < until)
        fresh = tuple(one for one in known if one.dated_at >= since)
        reports: dict[str, Report] = {one.article_id: report(one) for one in known}
        if fresh:
            told.append(Told(StoryMembers(name, "", known), fresh, 1, reports))
    return compose(told, Period(since, until, interest), policy=ComposingPolicy())


def stories_of(issues: list[Issue], reader: str) -> list[str]:
    return [brief.story.story_id for issue in issues if issue.reader.name == reader for brief in issue.briefing.stories]


def test_each_reader_gets_their_topics_a_day_at_a_time() -> None:
    issues = list(replay(brief, SINCE, UNTIL, READERS))

    assert len(issues) == 7 * len(READERS)
    assert set(stories_of(issues, "gaza")) == {"grave"}
    assert set(stories_of(issues, "iraq")) == {"zummar"}


def test_a_replay_has_no_faults_and_tells_a_developing_story_by_what_changed() -> None:
    issues = list(replay(brief, SINCE, UNTIL, READERS))

    assert faults(issues) == []
    told = [one for issue in issues if issue.reader.name == "gaza" for one in issue.briefing.stories]
    assert [one.section for one in told] == ["new", "developing", "developing"]
    assert all(one.changes for one in told[1:])


def test_a_claim_told_twice_is_a_fault() -> None:
    (issue, *_) = [one for one in replay(brief, SINCE, UNTIL, READERS) if one.briefing.stories]

    assert any("told again" in line for line in faults([issue, issue]))


def test_an_uncited_sentence_is_a_fault() -> None:
    (issue, *_) = [one for one in replay(brief, SINCE, UNTIL, READERS) if one.briefing.stories]
    bare = dataclasses.replace(issue, briefing=dataclasses.replace(issue.briefing, citations=()))

    assert any("uncited" in line for line in faults([bare]))


def test_a_story_told_as_new_again_is_a_fault() -> None:
    (issue, *_) = [one for one in replay(brief, SINCE, UNTIL, READERS) if one.briefing.stories]

    assert any("told as new again" in line for line in faults([issue, issue]))


def test_a_claim_that_is_not_in_what_it_cites_is_a_fault() -> None:
    (issue, *_) = [one for one in replay(brief, SINCE, UNTIL, READERS) if one.briefing.stories]
    others = tuple(dataclasses.replace(one, quote="Nothing of it.") for one in issue.briefing.citations)
    bent = dataclasses.replace(issue, briefing=dataclasses.replace(issue.briefing, citations=others))

    assert any("not in what it cites" in line for line in faults([bent]))


def test_a_headline_that_no_claim_says_is_a_fault() -> None:
    (issue, *_) = [one for one in replay(brief, SINCE, UNTIL, READERS) if one.briefing.stories]
    (first, *rest) = issue.briefing.stories
    named = dataclasses.replace(first, story=dataclasses.replace(first.story, headline="Carnage in Karsh (Wire)"))
    bent = dataclasses.replace(issue, briefing=dataclasses.replace(issue.briefing, stories=(named, *rest)))

    assert any("no claim says the headline" in line for line in faults([bent]))


def test_a_change_told_twice_is_a_fault() -> None:
    issues = [one for one in replay(brief, SINCE, UNTIL, READERS) if any(s.changes for s in one.briefing.stories)]

    assert any("told as changed again" in line for line in faults([issues[0], issues[0]]))


def test_the_last_period_ends_where_the_replay_ends() -> None:
    issues = list(replay(brief, SINCE, SINCE + timedelta(hours=36), [Reader("all")]))

    assert [issue.briefing.until - issue.briefing.since for issue in issues] == [timedelta(days=1), timedelta(hours=12)]


def test_topics_of_members_keep_their_order() -> None:
    members: tuple[Member, ...] = GRAVE

    assert topics_of(members, ("Odesa", "Khan Younis", "Nasser hospital")) == ("Khan Younis", "Nasser hospital")
