from index.sample import sample_articles


def test_the_sample_holds_three_outlets_on_reserved_domains() -> None:
    articles = sample_articles()

    assert 12 <= len(articles) <= 20
    assert len({article.publisher for article in articles}) == 3
    assert len({article.url for article in articles}) == len(articles)
    assert all(article.url.split("/")[2].endswith(".example") for article in articles)


def test_every_article_has_a_date_in_april_2024_and_a_readable_length() -> None:
    for article in sample_articles():
        assert article.published_at is not None
        assert (article.published_at.year, article.published_at.month) == (2024, 4)
        assert 100 <= len(article.text.split()) <= 450


def test_the_counted_attacks_stand_there_with_their_speaker() -> None:
    sentences = [line for article in sample_articles() for line in article.text.split("\n")]

    assert any(
        "140 attacks on US troops" in line and "Sabrina Singh" in line and "counted" in line for line in sentences
    )
