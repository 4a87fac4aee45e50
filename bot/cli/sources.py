"""`sitrep source …`: the sources, as an operator changes them."""

from __future__ import annotations


