"""`python -m tests.train.contradiction`: what tells whether two passages contradict each other, learnt anew, or
further from `--start FILE`; it prints what it makes of the files that are held out. `--ship FILE...` writes
the mean of what was learnt beside index/embedding/contradiction.py.

Pairs of passages of one incident are learnt from (`tests/train/stances.py`), and now and then a pair of two.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional

from index.embedding import contradiction, judge, network
from tests.eval.judge import auc
from tests.train.judge import Pieces, base, optimizer_of, shipped, with_head
from tests.train.stances import HELD_OUT, Incident, Right, drawn, incidents

_FROZEN = 5
_RATE, _HEAD_RATE = 1.5e-4, 1e-3
_WARM_STEPS = 60
_BATCH, _CHUNK = 16, 8
# How far that a passage takes a stand counts beside that two contradict each other.
_STANDS = 0.5


def started(folder: Path, *, further: bool = False) -> dict[str, Tensor]:
    """The embedding model's weights as the judge has shifted them, with a fresh head; or those that ship."""
    if further:
        return network.shifted(base(folder), network.trained(contradiction.WEIGHTS)[0], torch.float32)
    delta, _ = network.trained(judge.WEIGHTS)
    return with_head(network.shifted(base(folder), delta, torch.float32), means=4, bias=(-1.0, 0.0, 0.0))


def learn(
    state: Path, folder: Path, minutes: float, held: Sequence[str], *, start: Path | None, further: bool, seed: int
) -> None:
    """So many minutes of processor time, of all files but those held out; the rate falls to nothing."""
    torch.set_num_threads(1)
    weights, pieces, rng = started(folder, further=further), Pieces(folder), random.Random(seed)
    if start is not None:
        weights |= torch.load(start)
    learnt = incidents(held, others=True)
    names = learnt_names(weights)
    for name in names:
        weights[name] = weights[name].clone().requires_grad_(True)
    optimizer = optimizer_of(weights, names, _RATE, _HEAD_RATE)
    begun, step, losses = time.process_time(), 0, []
    while (share := (time.process_time() - begun) / (minutes * 60)) < 1:
        for batch in _batches(learnt, pieces, rng):
            share = (time.process_time() - begun) / (minutes * 60)
            fall = max(0.02, 1 - share) * min(1.0, (step + 1) / _WARM_STEPS)
            for part, full in zip(optimizer.param_groups, (_RATE, _RATE, _HEAD_RATE), strict=True):
                part["lr"] = full * fall
            losses.append(_step(weights, names, optimizer, batch))
            step += 1
            if step % 40 == 0:
                print(f"step {step} loss {np.mean(losses[-80:]):.3f} share {share:.2f}", flush=True)
    state.parent.mkdir(parents=True, exist_ok=True)
    torch.save({name: weights[name].detach() for name in names}, state)


def learnt_names(weights: Mapping[str, Tensor]) -> list[str]:
    prefixes = [f"encoder.layer.{layer}." for layer in range(_FROZEN, network.layers(weights))]
    return [name for name in weights if name.startswith(("head.", *prefixes))]


def _batches(
    learnt: Sequence[Incident], pieces: Pieces, rng: random.Random
) -> Iterator[list[tuple[contradiction.Packed, Right]]]:
    """Some batches, each of pairs of like length."""
    lessons = []
    for question, (one, other), right in (drawn(learnt, rng) for _ in range(_BATCH * _CHUNK)):
        lessons.append((contradiction.pack(*map(pieces.of, (question, one, other))), right))
    lessons.sort(key=lambda lesson: len(lesson[0][0]))
    batches = [lessons[at : at + _BATCH] for at in range(0, len(lessons), _BATCH)]
    rng.shuffle(batches)
    yield from batches


def _step(
    weights: dict[str, Tensor],
    names: Sequence[str],
    optimizer: torch.optim.Optimizer,
    batch: Sequence[tuple[contradiction.Packed, Right]],
) -> float:
    said = contradiction.forward(weights, [packed for packed, _ in batch], torch.float32)
    right = torch.tensor([right for _, right in batch])
    wrong = functional.binary_cross_entropy_with_logits
    loss = wrong(said[:, 0], right[:, 0]) + _STANDS * wrong(said[:, 1:], right[:, 1:])
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_([weights[name] for name in names], 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return loss.item()


def report(state: Path, folder: Path, held: Sequence[str]) -> None:
    """How often the pair of an incident that is likeliest to contradict each other does, of files not learnt from; what
    is made of whole reports tests/train/opposing.py tells."""
    learnt = started(folder) | torch.load(state)
    pieces, asked = Pieces(folder), [incident for incident in incidents(held) if not incident.of_reports]
    scores, opposed, tops = [], [], []
    for incident in asked:
        pairs = [pair for pair in incident.pairs() if pair[0].text < pair[1].text]
        texts = [(incident.question, one.text, other.text) for one, other, _ in pairs]
        packed = [contradiction.pack(*map(pieces.of, three)) for three in texts]
        with torch.inference_mode():
            logits = contradiction.forward(learnt, packed, torch.float32)[:, 0].tolist()
        right = [pair[2][0] for pair in pairs]
        scores += logits
        opposed += right
        best = int(np.argmax(logits))
        tops.append((logits[best], right[best], any(right)))
    told_apart = auc(
        [score for score, right in zip(scores, opposed, strict=True) if right],
        [score for score, right in zip(scores, opposed, strict=True) if not right],
    )
    disputes = sum(is_dispute for _, _, is_dispute in tops)
    print(f"{', '.join(held)}: {disputes} of {len(asked)} are disputes; AUC of a pair {told_apart:.3f}")
    for least in (0.0, 1.0, 2.0):
        told = sum(bool(right) for logit, right, _ in tops if logit >= least)
        false = sum(not is_dispute for logit, _, is_dispute in tops if logit >= least)
        print(
            f"  likeliest pair at {least:g} or more: {told} of {disputes}, and {false} of {len(tops) - disputes} others"
        )


def ship(states: Sequence[Path], folder: Path, rank: int) -> None:
    """Write the mean of what was learnt beside the product's module; print its hash."""
    several = [torch.load(state) for state in states]
    learnt = {name: torch.stack([one[name] for one in several]).mean(0) for name in several[0]}
    delta = shipped(base(folder), learnt, rank)
    save_file(delta, contradiction.WEIGHTS, metadata={"rank": str(rank)})
    digest = hashlib.sha256(contradiction.WEIGHTS.read_bytes()).hexdigest()
    print(f"{contradiction.WEIGHTS.name}: {contradiction.WEIGHTS.stat().st_size / 1e6:.1f} MB\nsha256 {digest}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=Path("data/models/multilingual-e5-small"))
    parser.add_argument("--state", type=Path, default=Path("build/contradiction/state.pt"))
    parser.add_argument("--start", type=Path, help="a state to go on from")
    parser.add_argument("--further", action="store_true", help="begin with what ships")
    parser.add_argument("--minutes", type=float, default=48.0)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--held", nargs="*", default=sorted(HELD_OUT), help="files that are not learnt from")
    parser.add_argument("--ship", type=Path, nargs="+", help="states of which the mean is written")
    parser.add_argument("--rank", type=int, default=96, help="of the shifts that are shipped")
    asked = parser.parse_args()
    if asked.ship:
        ship(asked.ship, asked.model, asked.rank)
        return
    learn(
        asked.state,
        asked.model,
        asked.minutes,
        asked.held,
        start=asked.start,
        further=asked.further,
        seed=asked.seed,
    )
    if any(not incident.of_reports for incident in incidents(asked.held)):
        report(asked.state, asked.model, asked.held)


if __name__ == "__main__":
    main()
