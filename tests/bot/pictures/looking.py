"""Looking at a PNG as a test can: its size, and where there is ink."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from PIL import Image

Pixels = np.ndarray[Any, np.dtype[np.uint8]]


def pixels(png: bytes) -> Pixels:
    with Image.open(io.BytesIO(png)) as image:
        assert image.format == "PNG"
        return np.asarray(image.convert("RGB"))


def ink(seen: Pixels) -> float:
    """The share of pixels that differ from the paper, which is the colour of the corner."""
    return float((np.abs(seen.astype(int) - seen[0, 0].astype(int)).max(axis=2) > 40).mean())


def colours(seen: Pixels) -> set[tuple[int, int, int]]:
    """The colours that fill more than a few pixels."""
    found, counts = np.unique(seen.reshape(-1, 3), axis=0, return_counts=True)
    return {tuple(map(int, colour)) for colour, count in zip(found, counts, strict=True) if count > 30}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
