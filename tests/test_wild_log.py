"""The conditions that public bug reports of feed readers, extractors and bots tell of, each with the tests of ours that
fail where we meet it wrongly.

`CONDITIONS` are those of the log of failing inputs beside the project (../shared/cases/wild/LOG.md), by its ids;
`REAL` are the real files that were read by eye, by what was wrong with them. Each test that is named here has to be
there; where the log lies beside the project, each of its conditions has to be here.
"""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
LOG = TESTS.parents[1] / "shared" / "cases" / "wild" / "LOG.md"

FEEDS, PAGES, KINDS = (
    "index/ingest/test_wild_feeds.py",
    "index/ingest/test_wild_pages.py",
    "index/ingest/test_wild_kinds.py",
)
SHARED, CHANNELS = "index/ingest/test_wild_shared.py", "index/ingest/test_channels.py"
ANSWERS = "index/answers/test_wild_answers.py"
SIDES = (ANSWERS, "test_opposite_reports_are_two_sides_and_neither_supports_the_other")
ASKED = (ANSWERS, "test_an_answer_has_what_is_asked_for_and_nothing_of_another")
FEED = (FEEDS, "test_a_feed_is_one_by_its_first_element_wherever_that_stands")
CARELESS = (KINDS, "test_a_feed_that_was_carelessly_made_is_a_feed")
PACKED = (FEEDS, "test_a_feed_is_unpacked_however_it_is_packed_and_labelled")
OF_ONE_ENTRY = (SHARED, "test_it_is_a_feed_of_one_entry")
OWN_PAGES = (FEEDS, "test_entries_with_pages_of_their_own_are_as_many_articles")
SHARE_A_PAGE = (FEEDS, "test_entries_that_share_a_page_are_articles_in_their_own_words")
ONE_BY_ONE = (KINDS, "test_articles_that_come_one_by_one_under_one_stated_address_stay_apart")
THREE = (SHARED, "test_three_entries_are_three_articles_of_one_state_each")
HEADLINE = (FEEDS, "test_a_headline_alone_is_kept_as_one")
TEASERS = (FEEDS, "test_teasers_whose_pages_are_refused_are_kept_and_told")
REVEALED = (PAGES, "test_what_a_script_or_a_click_reveals_is_text")
EIGHT = (SHARED, "test_a_page_comes_to_its_eight_sentences")
AROUND = (PAGES, "test_what_stands_among_the_paragraphs_and_is_not_of_them_is_left_out")
AROUND_TOO = (KINDS, "test_what_only_stands_around_an_article_is_left_out_in_any_language")
NO_HEADLINE = (PAGES, "test_the_name_of_the_site_and_the_title_of_another_article_are_no_headline")
AUTHOR = (PAGES, "test_the_author_is_a_person_before_a_desk_and_never_an_address")
STANDFIRST = (PAGES, "test_the_standfirst_is_kept")
MEASURED = ("index/ingest/test_pages.py", "test_real_pages_are_read_as_well_as_the_floor_says")
REFUSED_PAGES = ("index/ingest/test_feeds.py", "test_every_entry_that_says_something_is_kept_where_its_page_is_refused")
DOCUMENTS = (FEEDS, "test_a_list_of_documents_is_a_source")
JSON = (FEEDS, "test_lists_in_json_are_read")
CLOCK = (PAGES, "test_a_time_is_read_in_the_zone_that_the_page_states")
SPEAKERS = "index/reports/test_mentions.py"

# id: (what is wrong in the wild, the tests).
CONDITIONS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "f01": ("a whole page inside an entry hides the feed", (FEED, OF_ONE_ENTRY)),
    "f43": ("an element of pages inside an entry hides the feed", (FEED, OF_ONE_ENTRY)),
    "f03": ("a licence before the first element hides the feed", (FEED, CARELESS, OF_ONE_ENTRY)),
    "f11": ("packed as nobody asked for", (PACKED, OF_ONE_ENTRY)),
    "f12": ("said to be packed and is not", (PACKED, OF_ONE_ENTRY)),
    "f14": ("packed and not said to be", (PACKED, (FEEDS, "test_a_packed_sitemap_is_read"), OF_ONE_ENTRY)),
    "f15": ("packed twice", (PACKED, OF_ONE_ENTRY)),
    "f22/d03": ("pages that all name one address as their own", (OWN_PAGES, ONE_BY_ONE, THREE)),
    "f24": ("addresses that a script reads", (SHARE_A_PAGE, THREE)),
    "f25": (
        "entries that all lead to one map",
        (SHARE_A_PAGE, (KINDS, "test_the_next_post_at_the_address_of_the_last_is_an_article"), THREE),
    ),
    "f06": ("posts without titles", ((FEEDS, "test_a_post_without_a_title_is_an_article"), THREE)),
    "f07": ("a headline and nothing else", (HEADLINE, (SHARED, "test_a_headline_is_kept_as_one"))),
    "f21": (
        "an aggregator speaks for all whom it lists",
        (
            (KINDS, "test_whom_an_aggregator_has_it_from_is_kept_apart_from_what_it_says"),
            ("index/ingest/test_identity.py", "test_a_stated_source_is_no_publisher"),
            (SHARED, "test_the_outlets_of_an_aggregator_are_told_apart_and_its_site_publishes"),
        ),
    ),
    "f18a": (
        "titles encoded twice",
        (
            (FEEDS, "test_the_letters_of_a_title_survive"),
            (KINDS, "test_letters_written_by_number_or_by_a_slip_are_letters"),
            (SHARED, "test_titles_have_no_entities_and_keep_their_marks"),
        ),
    ),
    "f32": (
        "bodies encoded twice",
        (
            (FEEDS, "test_a_body_that_was_encoded_twice_is_read_as_text"),
            (SHARED, "test_text_has_letters_and_no_markup"),
        ),
    ),
    "f40b": (
        "letters of pages under an old document type",
        (
            (FEEDS, "test_html_entities_are_letters_under_any_document_type"),
            (KINDS, "test_entities_of_pages_are_letters_in_a_feed_that_calls_itself_a_page"),
            (SHARED, "test_text_has_letters_and_no_markup"),
        ),
    ),
    "f09/d02": (
        "only the day of the last change",
        (
            (FEEDS, "test_every_date_that_a_feed_states_is_used"),
            (KINDS, "test_the_day_of_an_entry_is_when_it_was_written"),
            (SHARED, "test_what_has_only_a_day_of_change_is_dated_by_it"),
        ),
    ),
    "f10": (
        "names of zones",
        (
            (FEEDS, "test_a_date_is_read_in_its_zone_or_not_at_all"),
            (FEEDS, "test_a_zone_that_several_countries_have_is_read_by_the_country"),
            (KINDS, "test_a_moment_is_read_in_its_own_clock_or_not_known"),
            (SHARED, "test_a_zone_is_applied_or_the_time_unknown"),
        ),
    ),
    "f19a": (
        "a day read as the first of its month",
        (
            (FEEDS, "test_a_date_is_read_in_its_zone_or_not_at_all"),
            (SHARED, "test_no_date_is_the_first_of_a_month_by_mistake"),
        ),
    ),
    "p01": (
        "text that fades in",
        (REVEALED, (PAGES, "test_paragraphs_that_are_each_revealed_are_text"), EIGHT),
    ),
    "p02": ("the rest behind a button", (REVEALED, EIGHT)),
    "p32": ("the rest behind a wall, but there", (REVEALED, EIGHT)),
    "p05": ("pointers to other articles as paragraphs", (AROUND, AROUND_TOO, EIGHT)),
    "p19": ("players, share lines and calls to subscribe", (AROUND, AROUND_TOO, EIGHT)),
    "p15": (
        "a page titled with the name of its site",
        (NO_HEADLINE, (PAGES, "test_a_page_titled_with_the_name_of_its_source_has_the_headline_of_the_feed"), EIGHT),
    ),
    "p18": ("a desk where a person signs", (AUTHOR, (SHARED, "test_the_author_is_a_person"))),
    "p23": (
        "the front page in an article's place",
        (
            (PAGES, "test_where_a_redirect_leads_elsewhere_the_feeds_words_are_kept"),
            (SHARED, "test_where_the_front_page_is_shown_instead_the_feeds_words_stay"),
        ),
    ),
    "t01": (
        "a quoted post taken for the post",
        (
            (CHANNELS, "test_what_a_post_quotes_shows_or_asks_is_not_what_it_says"),
            (KINDS, "test_a_post_without_words_of_its_own_is_no_report"),
            (SHARED, "test_a_post_that_quotes_another_has_no_words_of_its_own"),
        ),
    ),
    "t07": (
        "tags taken for a title",
        (
            (CHANNELS, "test_what_a_post_quotes_shows_or_asks_is_not_what_it_says"),
            (SHARED, "test_a_post_is_titled_by_its_first_sentence"),
        ),
    ),
    "t10": (
        "posts between two looks",
        (
            (CHANNELS, "test_posts_since_the_last_look_are_read_however_many"),
            (CHANNELS, "test_posts_that_can_not_be_had_any_more_are_told"),
            (KINDS, "test_a_preview_that_shows_no_older_posts_leaves_a_gap_that_is_told"),
        ),
    ),
    "tg1": (
        "a bad chat taken for a bad message",
        (
            ("bot/delivery/test_outcome.py", "test_a_refusal_is_recognised"),
            ("bot/delivery/test_sender.py", "test_blocked_pauses_the_chat_keeps_what_waits_and_start_brings_it"),
            ("bot/delivery/test_sender.py", "test_who_subscribed_a_group_is_told_when_it_can_not_be_written_to"),
        ),
    ),
    "pol": (
        "an opposite report cited as support",
        (
            SIDES,
            ("index/reports/test_accounts.py", "test_a_negated_statement_opposes_the_same_statement"),
            ("index/reports/test_acts.py", "test_opposites_leave_one_thing_in_two_states"),
        ),
    ),
    "pol2": (
        "the same in natural wording",
        (SIDES, ("index/reports/test_acts.py", "test_a_denied_sentence_is_denied")),
    ),
    "hd": (
        "a claim that begins after who denies it",
        (
            (ANSWERS, "test_a_claim_is_the_whole_sentence_of_whoever_denies_it"),
            ("index/reports/test_wordings.py", "test_nothing_is_claimed_that_its_quote_does_not_say"),
        ),
    ),
    "dis": (
        "two towns held against each other",
        (
            ASKED,
            (
                "index/reports/test_counts.py",
                "test_different_speakers_with_different_counts_are_a_dispute_with_both_sides",
            ),
        ),
    ),
    "fill": (
        "figures of another town",
        (ASKED, (ANSWERS, "test_the_wounded_of_a_town_that_nobody_counts_are_not_those_of_another")),
    ),
    "grp": (
        "figures of another group",
        (ASKED, ("index/reports/test_actors.py", "test_an_actor_is_found_by_its_names_in_any_case")),
    ),
    "spk": (
        "his words in her mouth",
        (
            (ANSWERS, "test_what_a_man_said_is_not_said_by_a_woman"),
            (SPEAKERS, "test_he_and_she_are_two_people_and_nobody_where_it_can_not_be_told_which"),
        ),
    ),
    "abs": (
        "said to be named nowhere where it is named",
        ((ANSWERS, "test_a_place_that_is_named_is_not_said_to_be_named_nowhere"),),
    ),
    "spl": (
        "spellings of places",
        (ASKED, ("index/places/test_keys.py", "test_ways_of_writing_one_name_have_one_key")),
    ),
    "als": (
        "names of groups",
        (ASKED, ("index/reports/test_actors.py", "test_an_actor_is_found_by_its_names_in_any_case")),
    ),
    "tim": ("times in questions", (ASKED, ("index/language/test_times.py", "test_days_are_those_that_the_words_name"))),
    "tab": (
        "a row of a table without its headings",
        (ASKED, (PAGES, "test_a_table_is_read_with_its_headings_or_not_at_all")),
    ),
    "prem": ("a premise that is false", (ASKED,)),
    "reg": (
        "a region and the towns in it",
        (
            ASKED,
            ("index/answers/test_deciding.py", "test_the_region_around_a_town_is_not_elsewhere_and_a_town_in_it_is"),
        ),
    ),
    "hl": (
        "headlines cut in the middle",
        (
            (ANSWERS, "test_headlines_of_a_briefing_are_whole"),
            ("index/stories/test_briefing.py", "test_a_headline_is_a_claims_main_clause"),
        ),
    ),
    "jl1": (
        "lines to import that nobody can open or read",
        (
            ("bot/cli/test_wild_lines.py", "test_what_can_be_read_is_read"),
            ("bot/cli/test_wild_lines.py", "test_what_can_not_be_read_is_refused_in_one_line_and_nothing_is_kept"),
            ("bot/cli/test_wild_lines.py", "test_the_lines_of_public_reports_are_read_or_refused"),
        ),
    ),
}

# What was wrong with real files, by kind, and how many rows of the table of them are of it.
REAL: dict[str, tuple[int, tuple[tuple[str, str], ...]]] = {
    "entries gone where pages answer 403": (3, (TEASERS, REFUSED_PAGES)),
    "entries gone that have a title only": (1, (HEADLINE, REFUSED_PAGES)),
    "an address shown as a name": (1, ((FEEDS, "test_all_authors_are_kept_and_no_address_is_one"),)),
    "labels of a catalogue as text, the last of several authors": (
        1,
        (
            (KINDS, "test_labels_of_a_catalogue_are_no_text_and_its_source_is_kept"),
            (FEEDS, "test_all_authors_are_kept_and_no_address_is_one"),
        ),
    ),
    "an aggregator without text": (
        1,
        (
            (
                "index/ingest/test_identity.py",
                "test_what_a_feed_says_of_a_page_that_cannot_be_read_is_the_feeds_own_words",
            ),
        ),
    ),
    "lists of documents": (2, (DOCUMENTS,)),
    "lists in JSON": (1, (JSON, (KINDS, "test_lists_in_json_of_many_makers_are_read"))),
    "a channel with a forwarded post": (1, ((KINDS, "test_whose_post_was_forwarded_is_no_author"),)),
    "lists of sources": (1, (("index/ingest/test_discovery.py", "test_opml_of_others_is_read_and_bombs_are_refused"),)),
    "standfirsts and first paragraphs lost": (4, (STANDFIRST, MEASURED)),
    "agencies not credited": (
        0,
        (("index/reports/test_credits.py", "test_a_credit_is_read_at_the_head_or_in_the_last_line"),),
    ),
    "share lines, promotions and counts of comments kept": (5, (AROUND, AROUND_TOO)),
    "no date on the page": (
        2,
        (("index/ingest/test_discovery.py", "test_what_can_not_be_a_source_is_one_plain_sentence"),),
    ),
    "bylines lost": (4, (AUTHOR, MEASURED)),
    "a time without its zone": (1, (CLOCK,)),
    "the name of a site for a title": (1, (NO_HEADLINE, MEASURED)),
    "nothing lost": (5, (MEASURED,)),
}


@functools.cache
def functions(path: str) -> frozenset[str]:
    tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_has_tests_that_are_there(condition: str) -> None:
    _what, tests = CONDITIONS[condition]

    assert tests
    assert [name for path, name in tests if name not in functions(path)] == []


@pytest.mark.parametrize("kind", REAL)
def test_what_was_wrong_with_real_files_has_tests_that_are_there(kind: str) -> None:
    _count, tests = REAL[kind]

    assert [name for path, name in tests if name not in functions(path)] == []


@pytest.mark.skipif(not LOG.is_file(), reason="the log of failing inputs is not beside the project")
def test_every_condition_of_the_log_is_here() -> None:
    first, _heading, second = LOG.read_text(encoding="utf-8").partition("## Real files")
    ids = re.findall(r"^\| ([a-z]+\d*[a-z]?\d*(?:/\w+)?) \|", first, re.MULTILINE)
    files = re.findall(r"^\| (?!file |---)(.+?) \|", second, re.MULTILINE)

    assert {name for name in ids if name != "id"} == set(CONDITIONS)
    assert sum(count for count, _tests in REAL.values()) == len(files)
