"""Pictures with their captions, which say the same in words. Pure."""

from __future__ import annotations

from babel.numbers import format_decimal

from bot.pictures.picture import Picture
from bot.wording.message import Button, Message
from bot.wording.render import Reader
from bot.wording.texts import Texts
from bot.wording.typeset import Html, escape, isolate, plain, shorten, utf16
from index.stories.activity import Theatre
from index.stories.atlas import called, country_called
from index.stories.charts import ChartPanel, figure_chart
from index.stories.incidents import Overview
from index.stories.story import Briefing
from index.stories.views import FigureTable

# Telegram's limit for the words under a picture.
MOST_CAPTION = 1024


def overview_messages(briefing: Briefing, reader: Reader) -> list[Message]:
    """The picture of a briefing, none where it is quiet."""
    if briefing.overview is None or not briefing.stories or not briefing.overview.activity.theatres:
        return []
    overview = briefing.overview.numbered([one.story.story_id for one in briefing.stories])
    picture = Picture(overview, "", reader.texts.language, reader.zone)
    return [Message(overview_caption(overview, reader), picture=picture)]


def overview_caption(overview: Overview, reader: Reader) -> Html:
    """What the picture of a briefing shows, in words."""
    texts = reader.texts
    lines = [texts("overview-caption"), *(_theatre(one, texts) for one in overview.activity.theatres)]
    if overview.incidents:
        lines.append(texts("overview-places", places=_places(overview, reader)))
    return _within(lines)


def page_row(url: str, texts: Texts) -> tuple[Button, ...]:
    """The button that opens a briefing's page."""
    return (Button(texts.plain("button-evidence"), url=url),)


def figure_messages(table: FigureTable, topic: str, reader: Reader) -> list[Message]:
    """Tolls over time as a picture, its caption the range of each; none where there is nothing to draw."""
    chart = figure_chart(table)
    if chart is None:
        return []
    heading = Html(f"<b>{isolate(escape(shorten(topic, 200)), rtl=reader.texts.rtl)}</b>")
    lines = [heading, *(_range(panel, reader.texts) for panel in chart.panels), reader.texts("figures-caption")]
    return [Message(_within(lines), picture=Picture(chart, topic, reader.texts.language, reader.zone))]


def country_name(country: str, texts: Texts) -> str:
    """A country in the reader's language."""
    return country_called(country, texts.language)


def number(value: float, texts: Texts) -> str:
    return str(format_decimal(round(value, 1), locale=texts.language))


def _theatre(theatre: Theatre, texts: Texts) -> Html:
    values = {"place": country_name(theatre.country, texts), "count": number(theatre.days[-1], texts)}
    if theatre.usual is None:
        return texts("overview-theatre-new", **values)
    return texts("overview-theatre", usual=number(theatre.usual, texts), **values)


def _places(overview: Overview, reader: Reader) -> Html:
    language = reader.texts.language
    return reader.texts.listed(f"{one.number} {called(one.spot.name, language)}" for one in overview.incidents)


def _range(panel: ChartPanel, texts: Texts) -> Html:
    outcome = texts.plain(f"outcome-{panel.outcome}")
    what = f"{outcome} ({panel.kind})" if panel.kind else outcome
    low, high = (number(end, texts) for end in (min(p.low for p in panel.points), max(p.high for p in panel.points)))
    if low == high:
        return texts("figures-single", what=what, value=low)
    return texts("figures-range", what=what, low=low, high=high)


def _within(lines: list[Html]) -> Html:
    """As many of the lines as a caption takes."""
    while len(lines) > 1 and utf16(plain("\n".join(lines))) > MOST_CAPTION:
        lines = lines[:-1]
    return Html("\n".join(lines))
