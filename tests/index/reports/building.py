"""Reports and statements made by hand, for tests of what several reports say together."""

from __future__ import annotations

from datetime import UTC, datetime

from index.reports.reading import read
from index.reports.records import Act, Figure, Party, Reading, Statement, Voice
from index.reports.report import Report, Span, Testimony
from index.reports.statements import statements_of

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
# What somebody says, in each language.
_SAYS = {
    "en": "{} said that the road was shut.",
    "ar": "قالت {} إن الطريق مغلق.",
    "ru": "{} заявил, что дорога закрыта.",
    "uk": "{} заявив, що дорога закрита.",
    "es": "{} dijo que la carretera está cerrada.",
    "fr": "{} a déclaré que la route est fermée.",
    "he": "{} אמר כי הכביש סגור.",
}


def statements_in(text: str, language: str) -> tuple[Statement, ...]:
    """The statements of a text, read as a report without a title."""
    return read("", text, "Harbour Gazette", NOON, language).statements


def read_voice(name: str, language: str = "en") -> Voice:
    """Who speaks where somebody of that name is said to have said something."""
    speaker = statements_of(_SAYS[language].format(name), language)[0].speaker
    assert speaker is not None
    return speaker


def figure(value: float, outcome: str = "killed", counted: str = "people", **fields: object) -> Figure:
    """A count; exact unless `modality` says otherwise."""
    made = {"low": value, "high": value, "modality": "exact", "start": 0, "end": 1} | fields
    return Figure(value=value, counted=counted, outcome=outcome, **made)  # type: ignore[arg-type]


def voice(name: str, *, actor: str = "", kind: str = "body") -> Voice:
    return Voice(name, kind, actor=actor, office=tuple(name.lower().split()))  # type: ignore[arg-type]


def act(agent: str, verb: str = "attack", *, denial: bool = False) -> Act:
    return Act("denial" if denial else "blame", Party(agent, agent), Party(""), (), verb, denial)


def said(
    text: str,
    speaker: Voice | None = None,
    *,
    outlet: str = "Harbour Gazette",
    at: datetime = NOON,
    figures: tuple[Figure, ...] = (),
    acts: tuple[Act, ...] = (),
    negated: bool = False,
) -> Testimony:
    """One statement in a report of its own."""
    statement = Statement(
        start=0,
        end=len(text),
        sentence=0,
        kind="own" if speaker is None else "reported",
        voices=() if speaker is None else (speaker,),
        content=(0, len(text)),
        figures=figures,
        acts=acts,
        negated=negated,
    )
    reading = Reading(1, "en", at.date(), None, (statement,))
    return Testimony(report_of(text, reading, outlet=outlet, at=at), 0, statement)


def report_of(text: str, reading: Reading, *, outlet: str, at: datetime, title: str = "") -> Report:
    """A report of one passage, with its reading."""
    key = f"{outlet}-{at.isoformat()}-{text}"
    return Report(
        article_id=key,
        url="https://gazette.example/1",
        title=title,
        text=text,
        publisher=outlet,
        published_at=at,
        first_seen_at=at,
        reading=reading,
        spans=(Span(f"passage of {key}", 0, len(text)),),
    )
