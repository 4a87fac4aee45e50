"""Where pictures are drawn: one at a time, each once, and what goes wrong is one error."""

from __future__ import annotations

import collections
import json
import threading
from collections.abc import Callable

from bot.pictures.picture import Picture
from index.errors import SitrepError

Draw = Callable[[Picture], bytes]

# Everybody who follows the same topics gets the same picture; one is up to 150 kB.
_KEPT = 64


class PictureFailed(SitrepError):
    """A picture could not be drawn; the words beside it say the same."""

    code = "picture_failed"


class Easel:
    """Draws pictures as PNG. Safe to use from several threads: matplotlib is not, so they take turns."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._drawn: collections.OrderedDict[str, bytes] = collections.OrderedDict()

    def png(self, picture: Picture, *, dark: bool = False) -> bytes:
        """The picture for a light card or a dark one. Raises PictureFailed."""
        key = json.dumps([picture.to_json(), dark], sort_keys=True)
        with self._turn:
            if key not in self._drawn:
                self._drawn[key] = _drawn(picture, dark=dark)
            self._drawn.move_to_end(key)
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
            return self._drawn[key]


def _drawn(picture: Picture, *, dark: bool) -> bytes:
    try:
        # matplotlib takes a second to import: only who draws waits for it.
        from bot.pictures.drawing import draw

        return draw(picture, dark=dark)
    except (
        ArithmeticError,
        AttributeError,
        ImportError,
        LookupError,
        OSError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as e:
        raise PictureFailed(f"a picture could not be drawn ({type(e).__name__})") from e
