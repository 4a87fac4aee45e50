"""`python -m tests.train.judge`: the support judge learnt anew or further, in pieces that resume; then `--ship`.

A piece takes `--minutes` of processor time. Pieces learn at one rate; in the last, `--settle`, it falls to nothing.
What was learnt stands in build/judge between pieces; `--ship` writes what of it goes beside index/embedding/judge.py.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import itertools
import math
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from index.embedding import judge, network
from index.embedding.precision import fastest_precision
from tests.train import answered, pairs, reports, teacher
from tests.train.pairs import Pair
from tests.train.windows import Drawing, Group, Lesson

STATE = Path("build/judge/state.pt")
FROZEN = 6
_RATE, _HEAD_RATE = 1.5e-4, 1e-3
_WARM_STEPS = 60
_GROUPS = 8
# Of an earlier state so much is kept: what it knew of languages that the last pieces seldom drew.
_KEPT = 0.25
# How far the teacher's chance counts beside what is right, and how much its order.
_TRUST, _TEACH = 0.35, 0.5
# Of a hundred questions so many are on reports of war made of templates.
_REPORTS = 0.025
_SAVE_S = 180.0
# Batches that are drawn at once.
_CHUNK = 20

# A question's windows, each with its sentences' places; what is right of each sentence; what the teacher says of each:
# a logit, not a number where it was not asked.
Packed = tuple[list[tuple[list[int], list[tuple[int, int]]]], list[bool], list[float]]


def base(folder: Path) -> dict[str, Tensor]:
    """The embedding model's own weights."""
    return {name: tensor.float() for name, tensor in load_file(folder / "model.safetensors").items()}


def learnt_names(weights: dict[str, Tensor]) -> list[str]:
    prefixes = [f"encoder.layer.{layer}." for layer in range(FROZEN, network.layers(weights))]
    return [name for name in weights if name.startswith(("head.", *prefixes))]


def with_head(weights: dict[str, Tensor], *, means: int = 2, bias: Sequence[float] = (-1.0,)) -> dict[str, Tensor]:
    """The weights with a fresh head over so many states side by side, that begins by saying `bias`."""
    width = weights["embeddings.word_embeddings.weight"].shape[1]
    generator = torch.Generator().manual_seed(1)

    def fresh(rows: int, columns: int) -> Tensor:
        return torch.rand((rows, columns), generator=generator).mul_(2).sub_(1).mul_(columns**-0.5)

    head = {
        "head.0.weight": fresh(128, means * width),
        "head.0.bias": torch.zeros(128),
        "head.1.weight": fresh(len(bias), 128),
        "head.1.bias": torch.tensor(bias),
    }
    return weights | head


class Pieces:
    """Texts to pieces of words, each text once."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._of: dict[str, list[int]] = {}

    def of(self, text: str) -> list[int]:
        if text not in self._of:
            self._of[text] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return self._of[text]

    def packed(self, group: Group) -> Packed:
        """Its windows, and what is right of each sentence that has room in one."""
        windows: list[tuple[list[int], list[tuple[int, int]]]] = []
        right: list[bool] = []
        taught: list[float] = []
        for window in group.windows:
            ids, spans = judge.pack(self.of(group.question), [self.of(text) for text in window.sentences])
            if spans:
                windows.append((ids, spans))
                right += window.says[: len(spans)]
                taught += (window.taught or (math.nan,) * len(spans))[: len(spans)]
        return windows, right, taught


def loss_of(scores: Tensor, right: Tensor, taught: Tensor, group: Tensor, groups: int) -> Tensor:
    """How wrong each sentence is, how wrong the order within a question is, and how far from the teacher's it is."""
    was_asked = ~taught.isnan()
    said = torch.where(was_asked, (1 - _TRUST) * right + _TRUST * taught.sigmoid(), right)
    loss = functional.binary_cross_entropy_with_logits(scores, said, pos_weight=torch.tensor(2.0))
    loss = loss + 0.5 * order_loss(scores, right, group, groups)
    if was_asked.any():
        loss = loss + _TEACH * taught_loss(scores[was_asked], taught[was_asked], group[was_asked], groups)
    return loss


def taught_loss(scores: Tensor, taught: Tensor, group: Tensor, groups: int) -> Tensor:
    """How far a question's scores are from the teacher's: both as chances over its sentences."""

    def chances(of: Tensor) -> Tensor:
        highest = torch.full((groups,), -1e9).scatter_reduce(0, group, of.detach(), "amax")
        raised = (of - highest[group]).exp()
        shares: Tensor = raised / torch.zeros(groups).index_add(0, group, raised)[group]
        return shares

    wanted = chances(taught)
    away = wanted * (wanted.clamp(min=1e-6).log() - chances(scores).clamp(min=1e-6).log())
    return away.sum() / len(set(group.tolist()))


def order_loss(scores: Tensor, right: Tensor, group: Tensor, groups: int) -> Tensor:
    highest = torch.full((groups,), -1e9).scatter_reduce(0, group, scores.detach(), "amax")
    raised = (scores - highest[group]).exp()
    total = torch.zeros(groups).index_add(0, group, raised)
    said = torch.zeros(groups).index_add(0, group, raised * right)
    answered = torch.zeros(groups).index_add(0, group, right) > 0
    order = -(said[answered] / total[answered]).clamp(min=1e-6).log()
    return order.mean() if answered.any() else scores.new_zeros(())


def learn(folder: Path, minutes: float, *, settle: bool, rate: float, on_answered: float, further: bool) -> None:
    """One piece: so many minutes of processor time, from where the last one ended, or, `further`, from the judge that
    ships. Of all questions the share `on_answered` is on the reports that were written for this."""
    torch.set_num_threads(1)
    weights = with_head(base(folder))
    if further:
        weights = network.shifted(weights, network.trained(judge.WEIGHTS)[0], torch.float32)
    names = learnt_names(weights)
    state = torch.load(STATE) if STATE.exists() else {"weights": {}, "step": 0, "windows": 0}
    weights.update(state["weights"])
    for name, tensor in weights.items():
        if name in names:
            weights[name] = tensor.clone().requires_grad_(True)
        elif name.startswith("encoder."):
            weights[name] = network.in_precision(tensor, fastest_precision())
    optimizer = optimizer_of(weights, names, _RATE * rate, _HEAD_RATE * rate)
    learnt = pairs.learnt()
    taught = lessons(learnt)
    print(f"{len(taught)} questions are taught")
    drawing, pieces = Drawing(learnt, pairs.across(learnt.values()), taught), Pieces(folder)
    first, windows = state["step"], state["windows"]
    step, rng = first, random.Random(first)
    begun, saved = time.process_time(), time.monotonic()
    losses: list[float] = []
    while (share := (time.process_time() - begun) / (minutes * 60)) < 1:
        if not step % _CHUNK or not losses:
            batches = _batches(drawing, rng, on_answered)
        for part, full in zip(optimizer.param_groups, (_RATE, _RATE, _HEAD_RATE), strict=True):
            fall = max(0.02, 1 - share) if settle else 1.0
            # A piece begins with an optimizer that has seen nothing.
            part["lr"] = full * rate * fall * min(1.0, (step - first + 1) / _WARM_STEPS)
        loss, seen = _step(weights, names, optimizer, [pieces.packed(group) for group in batches[step % _CHUNK]])
        step, windows = step + 1, windows + seen
        losses.append(loss)
        if step % 25 == 0:
            print(f"step {step} loss {np.mean(losses[-100:]):.3f} windows {windows} share {share:.2f}", flush=True)
        if time.monotonic() - saved > _SAVE_S:
            saved = time.monotonic()
            _save(weights, names, step, windows)
    _save(weights, names, step, windows)


def lessons(learnt: Mapping[str, Sequence[Pair]]) -> dict[str, Lesson]:
    """What the teacher says, its scores as logits of how often such a sentence says it."""
    taught = teacher.lessons()
    if not taught:
        return {}
    scale, shift = teacher.line_of(taught, itertools.chain(*learnt.values()))

    def evened(scores: Sequence[float]) -> tuple[float, ...]:
        return tuple(scale * score + shift for score in scores)

    return {
        key: Lesson(
            evened(lesson.own),
            tuple(dataclasses.replace(window, taught=evened(window.taught)) for window in lesson.others),
        )
        for key, lesson in taught.items()
    }


def _step(
    weights: dict[str, Tensor], names: Sequence[str], optimizer: torch.optim.AdamW, packed: Sequence[Packed]
) -> tuple[float, int]:
    """Learn from one batch of questions; its loss, and how many windows it had."""
    batch = [window for windows, _, _ in packed for window in windows]
    right = torch.tensor([float(says) for _, right, _ in packed for says in right])
    taught = torch.tensor([score for _, _, taught in packed for score in taught])
    group = torch.tensor([at for at, (_, right, _) in enumerate(packed) for _ in right])
    loss = loss_of(judge.forward(weights, batch, fastest_precision()), right, taught, group, len(packed))
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_([weights[name] for name in names], 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return loss.item(), len(batch)


def _batches(drawing: Drawing, rng: random.Random, on_answered: float) -> list[list[Group]]:
    """Some batches, each of groups of like length."""

    def drawn() -> Group:
        if rng.random() < on_answered:
            return answered.draw(rng)
        return reports.draw(rng) if rng.random() < _REPORTS else drawing.draw(rng)

    groups = [drawn() for _ in range(_GROUPS * _CHUNK)]
    groups.sort(key=lambda group: max(sum(map(len, window.sentences)) for window in group.windows))
    batches = [groups[at : at + _GROUPS] for at in range(0, len(groups), _GROUPS)]
    rng.shuffle(batches)
    return batches


def optimizer_of(
    weights: Mapping[str, Tensor], names: Sequence[str], rate: float, head_rate: float
) -> torch.optim.AdamW:
    def part(chosen: Sequence[str], rate: float, decay: float) -> dict[str, object]:
        return {"params": [weights[name] for name in chosen], "lr": rate, "weight_decay": decay}

    deep = [name for name in names if not name.startswith("head.")]
    parts = [
        part([name for name in deep if weights[name].ndim > 1], rate, 0.01),
        part([name for name in deep if weights[name].ndim <= 1], rate, 0.0),
        part([name for name in names if name.startswith("head.")], head_rate, 0.01),
    ]
    return torch.optim.AdamW(parts, betas=(0.9, 0.98), fused=True)


def _save(weights: dict[str, Tensor], names: Sequence[str], step: int, windows: int) -> None:
    STATE.parent.mkdir(parents=True, exist_ok=True)
    kept = {name: weights[name].detach() for name in names}
    fresh = STATE.with_suffix(".new")
    torch.save({"weights": kept, "step": step, "windows": windows}, fresh)
    fresh.replace(STATE)


def shipped(weights: dict[str, Tensor], learnt: dict[str, Tensor], rank: int) -> dict[str, Tensor]:
    """What was learnt, small: a matrix's shift as the product of two thin ones, in half precision."""
    kept = {}
    for name, tensor in learnt.items():
        if name.startswith("head."):
            kept[name] = tensor.half()
        elif tensor.ndim < 2:
            kept[name] = (tensor - weights[name]).half()
        else:
            left, spread, right = torch.linalg.svd(tensor - weights[name], full_matrices=False)
            root = spread[:rank].sqrt()
            kept[f"{name}.left"] = (left[:, :rank] * root).half().contiguous()
            kept[f"{name}.right"] = (root[:, None] * right[:rank]).half().contiguous()
    return kept


def held_out_groups(count: int) -> list[Group]:
    """Questions that were not learnt from, to calibrate by."""
    names = ("heq_test.he", "arcd_test.ar", "tydi_dev.ru", "tydi_dev.en", "tydi_dev.ar", "pquad_test.fa")
    titles = pairs.held_titles()
    held = {name: pairs.file(name) for name in names}
    for language in ("en", "es", "ru"):
        rows = pairs.file(f"xquad.{language}")
        held[f"xquad.{language}"] = tuple(pair for pair in rows if pair.title in titles)
    drawing = Drawing(held, pairs.across(held[f"xquad.{language}"] for language in ("en", "es", "ru")))
    written = [
        (case, question) for case in answered.cases() if case.writer in answered.HELD_OUT for question in case.questions
    ]
    rng = random.Random(11)
    half = count // 2
    groups = [drawing.draw_from(rng.choice(sorted(held)), rng) for _ in range(count - half)]
    return groups + [answered.group_of(*rng.choice(written), rng) for _ in range(half)]


def calibrated(weights: dict[str, Tensor], pieces: Pieces) -> tuple[float, float]:
    """Scale and shift that make a score the logit of how often such a sentence says it."""
    scores, right = [], []
    with torch.inference_mode():
        for group in held_out_groups(300):
            windows, says, _ = pieces.packed(group)
            scores.append(judge.forward(weights, windows, fastest_precision()))
            right += says
    raw, truth = torch.cat(scores), torch.tensor(right, dtype=torch.float32)
    line = torch.tensor([1.0, 0.0], requires_grad=True)
    solver = torch.optim.LBFGS([line], max_iter=100)

    def closure() -> Tensor:
        solver.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(raw * line[0] + line[1], truth)
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    solver.step(closure)
    return float(line[0].detach()), float(line[1].detach())


def ship(folder: Path, rank: int, earlier: Path | None) -> None:
    """Write what was learnt, and a part of an earlier state or of a judge that shipped before, beside the product's
    judge; print its hash. Between the two it keeps most of what either knows (Wortsman and others 2022, "Robust
    fine-tuning of zero-shot models")."""
    torch.set_num_threads(1)
    weights = base(folder)
    state = torch.load(STATE)
    learnt = {name: tensor.float() for name, tensor in state["weights"].items()}
    if earlier is not None:
        shipped_before = earlier.suffix == judge.WEIGHTS.suffix
        kept = before(weights, earlier) if shipped_before else torch.load(earlier)["weights"]
        learnt = {name: torch.lerp(tensor, kept[name].float(), _KEPT) for name, tensor in learnt.items()}
    delta = shipped(weights, learnt, rank)
    scale, shift = calibrated(network.shifted(weights, delta, fastest_precision()), Pieces(folder))
    stated = {"scale": f"{scale:.4f}", "shift": f"{shift:.4f}", "rank": str(rank), "windows": str(state["windows"])}
    save_file(delta, judge.WEIGHTS, metadata=stated)
    digest = hashlib.sha256(judge.WEIGHTS.read_bytes()).hexdigest()
    print(f"{judge.WEIGHTS.name}: {judge.WEIGHTS.stat().st_size / 1e6:.1f} MB, {stated}\nsha256 {digest}")


def before(weights: dict[str, Tensor], path: Path) -> dict[str, Tensor]:
    """The weights of a judge that shipped."""
    return network.shifted(weights, network.trained(path)[0], torch.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("data/models/multilingual-e5-small"))
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--settle", action="store_true", help="the last piece: the rate falls to nothing")
    parser.add_argument("--ship", action="store_true", help="write what was learnt beside index/embedding/judge.py")
    parser.add_argument("--rank", type=int, default=64, help="of the shifts that are shipped")
    parser.add_argument(
        "--earlier",
        type=Path,
        help="a state from before the last pieces, or a judge that shipped, of which a quarter is kept",
    )
    parser.add_argument("--rate", type=float, default=1.0, help="times the usual rate")
    parser.add_argument("--answered", type=float, default=0.0, help="the share of questions on what was written for it")
    parser.add_argument("--further", action="store_true", help="begin with the judge that ships")
    asked = parser.parse_args()
    if asked.ship:
        ship(asked.model, asked.rank, asked.earlier)
        return
    learn(
        asked.model,
        asked.minutes,
        settle=asked.settle,
        rate=asked.rate,
        on_answered=asked.answered,
        further=asked.further,
    )


if __name__ == "__main__":
    main()
