"""How this process holds its memory, and how many threads work on it."""

from __future__ import annotations

import ctypes
import gc
import os
import sys

# From glibc's malloc.h.
_M_ARENA_MAX = -8


def keep_in_one_arena() -> None:
    """Have malloc serve all threads from one arena; to be called before there are any.

    glibc gives threads arenas of their own, eight a core, and what each has freed is of no use to the others: a process
    that polls in ever new threads grows for weeks without holding anything more.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 1)


def give_back() -> None:
    """Give the system what was freed: malloc keeps what lies below something that is still used."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


# Python looks for garbage after every 700 objects more; reports are made of fifty thousand a question, and a third of
# a question's time went into looking. What a question made is freed without it, when its snapshot closes.
_OBJECTS_MORE = 100_000


def look_for_garbage_less_often() -> None:
    """Have Python look for garbage after so many objects more than usual."""
    gc.set_threshold(_OBJECTS_MORE, 5, 5)


def multiply_in_one_thread() -> None:
    """Have NumPy multiply in the thread that asks; to be called before it is imported.

    A question's vectors are multiplied in no time, and then OpenBLAS's other threads spin for a while: a quarter of a
    question's CPU went into that. The embedding model has threads of its own, and they are left as they are.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
