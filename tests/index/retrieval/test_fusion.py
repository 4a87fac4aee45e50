"""How what speaks for a passage and for its article is joined into one order."""

from __future__ import annotations

from index.retrieval.fusion import Evidence, Weights, Whole, fuse, varied
from index.retrieval.lexical import Question, article_share, coverage

WEIGHTS = Weights(meaning=2.0, words=0.5, phrases=0.5, article_meaning=1.0, article_words=0.6, coverage=0.5)
QUESTION = Question({"convoy": 2.0, "goma": 3.0}, (), mean_length=10.0, mean_passages=2.0)


def test_of_two_like_passages_the_one_in_the_better_article_comes_first() -> None:
    alike = {"cosine": 0.8, "words": 0.5}
    found = [
        Evidence(1, **alike, whole=Whole(cosine=0.6, words=0.2, covered=0.4)),
        Evidence(2, **alike, whole=Whole(cosine=0.7, words=0.6, covered=1.0)),
        Evidence(3, cosine=0.5),
    ]
    assert [one.number for one in fuse(found, WEIGHTS)] == [2, 1, 3]


def test_a_perfect_match_scores_one() -> None:
    perfect = Evidence(1, cosine=1.0, words=1.0, phrases=1.0, whole=Whole(1.0, 1.0, 1.0))
    assert fuse([perfect, Evidence(2, cosine=0.2)], WEIGHTS)[0].score == 1.0


def test_an_article_does_not_fill_the_list() -> None:
    ranked = fuse([Evidence(number, cosine=1 - number / 10) for number in range(6)], WEIGHTS)
    article_of = {0: "a", 1: "a", 2: "a", 3: "a", 4: "b", 5: "c"}
    assert [one.number for one in varied(ranked, article_of, 2)] == [0, 1, 4, 5, 2, 3]


def test_an_article_is_weighed_by_all_its_passages_together() -> None:
    apart = ["convoi news | the convoy left", "convoi news | it came to goma"]
    assert coverage(QUESTION, apart) == 1.0
    assert coverage(QUESTION, apart[:1]) == 0.4
    assert article_share(QUESTION, apart) > article_share(QUESTION, apart[:1]) > 0
