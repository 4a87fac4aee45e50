from index.stories.views import compare, figure_table, timeline
from tests.index.stories.test_briefing import GRAVE, ZUMMAR, member, report

REPORTS = {one.article_id: report(one) for one in (*GRAVE, *ZUMMAR)}


def test_outlets_that_lean_come_first_with_their_loaded_words() -> None:
    comparison = compare(GRAVE, REPORTS, {"Rafidain Voice": "government", "Elsewhere": "opposition"})

    assert [(one.publisher, one.leaning) for one in comparison.tellings] == [
        ("Rafidain Voice", "government"),
        ("Atlantic Ledger", None),
        ("Meridian Wire", None),
    ]
    assert [word.text for word in comparison.tellings[0].title_loaded] == ["martyrs"]


def test_each_outlet_is_quoted_with_what_it_says_of_the_story() -> None:
    lead = "Shells hit the market of Karsh on Monday and killed nine people, medics said."
    aside = "A claim that named no market said that 40 people had been hurt in a fire, an agency reported."
    one = member("a", "Shells hit Karsh", lead, publisher="Alpha")
    other = member("b", "Shells hit Karsh", f"{lead.replace('nine', 'ten')} {aside} {aside}", publisher="Bravo")

    told = compare([one, other], {each.article_id: report(each) for each in (one, other)}, {}).tellings

    assert [telling.quote.split(" on Monday")[0] for telling in told] == ["Shells hit the market of Karsh"] * 2


def test_loaded_words_are_marked_where_they_stand() -> None:
    for telling in compare(ZUMMAR, REPORTS, {}).tellings:
        assert all(telling.title[one.start : one.end] == one.text for one in telling.title_loaded)
        assert all(telling.quote[one.start : one.end] == one.text for one in telling.quote_loaded)


def test_figures_over_time_keep_each_speaker_and_day_and_are_cited() -> None:
    table = figure_table([GRAVE], REPORTS)
    cited = {citation.n for citation in table.citations}

    assert [(one.day.day, one.high) for one in table.points if one.outcome == "killed" and not one.kind] == [
        (22, 283),
        (23, 310),
        (25, 392),
    ]
    assert {one.citation for one in table.points} == cited
    days = {one.citation: one.day for one in reversed(table.points)}
    assert [days[number] for number in sorted(days)] == sorted(days.values(), reverse=True)  # read from the newest


def test_a_timeline_goes_by_day_and_tells_nothing_twice() -> None:
    found = timeline(GRAVE, REPORTS)
    told = [text for day in found.days for text, _ in day.claims]

    assert [day.day.day for day in found.days] == [22, 23, 25]
    assert len(told) == len(set(told))
    assert {number for day in found.days for _, number in day.claims} == {one.n for one in found.citations}


def test_a_story_that_was_not_read_says_nothing() -> None:
    assert compare(GRAVE, {}, {}).tellings == ()
    assert figure_table([GRAVE], {}).points == ()
    assert timeline(GRAVE, {}).days == ()
