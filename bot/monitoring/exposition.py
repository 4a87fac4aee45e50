"""The figures as Prometheus reads them. Names and labels say what, never who: no id, no name, no text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

from bot.monitoring.figures import Figures
from bot.usage import ABSTAINED, ANSWERED, WAITS_MS

_STATES = ("pending", "sending", "sent", "dead", "blocked", "unknown", "expired", "cancelled")
_HEALTH = ("ok", "failing", "quiet")


def expose(figures: Figures, model_s: Mapping[str, float]) -> bytes:
    """The page at /metrics. `model_s`: seconds that this process waited for the embedding model, by what for."""
    return generate_latest(_Once([*_metrics(figures), _model(model_s)]))


class _Once(Collector):
    """What was read, as a registry of its own."""

    def __init__(self, metrics: list[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> Iterator[Metric]:
        yield from self._metrics


def _metrics(figures: Figures) -> Iterator[Metric]:
    length = GaugeMetricFamily("sitrep_queue_length", "What waits to be done", labels=["queue"])
    age = GaugeMetricFamily("sitrep_queue_oldest_seconds", "How long the oldest has waited", labels=["queue"])
    for name, queue in figures.queues.items():
        length.add_metric([name], queue.length)
        age.add_metric([name], queue.oldest_s)
    yield from (length, age)
    yield _gauge("sitrep_deliveries", "Messages made in the last day", "outcome", _all(_STATES, figures.deliveries))
    yield _gauge("sitrep_sources", "Sources that are read, by health", "health", _all(_HEALTH, figures.sources))
    asked = {name: figures.tallies.get(name, 0) for name in (ANSWERED, ABSTAINED)}
    yield _gauge("sitrep_questions_today", "Questions of this day (UTC) by outcome", "outcome", asked)
    yield _waits(figures.tallies)
    yield GaugeMetricFamily("sitrep_articles_set_aside", "Texts that can not be indexed", value=figures.quarantined)
    yield GaugeMetricFamily("sitrep_chroma_generation", "The collection in use", value=figures.generation)
    yield GaugeMetricFamily("sitrep_chroma_lacking", "Passages not in Chroma yet", value=figures.lacking)


def _all(names: tuple[str, ...], counted: Mapping[str, int]) -> dict[str, int]:
    """Zeros too: a rate can not be taken of what is not there."""
    return {**dict.fromkeys(names, 0), **counted}


def _gauge(name: str, text: str, label: str, values: Mapping[str, float]) -> Metric:
    metric = GaugeMetricFamily(name, text, labels=[label])
    for value, number in values.items():
        metric.add_metric([value], number)
    return metric


def _waits(tallies: Mapping[str, int]) -> Metric:
    """How long answers of this day took; the sum is not counted anywhere."""
    total, buckets = 0, []
    for place in range(len(WAITS_MS) + 1):
        total += tallies.get(f"wait.{place}", 0)
        upper = f"{WAITS_MS[place] / 1000:g}" if place < len(WAITS_MS) else "+Inf"
        buckets.append((upper, float(total)))
    metric = HistogramMetricFamily("sitrep_answer_seconds_today", "How long the answers of this day (UTC) took")
    metric.add_metric([], buckets, sum_value=None)
    return metric


def _model(model_s: Mapping[str, float]) -> Metric:
    metric = CounterMetricFamily("sitrep_model_seconds", "Seconds waited for the embedding model", labels=["texts"])
    for what in ("passages", "queries"):
        metric.add_metric([what], model_s.get(what, 0.0))
    return metric
