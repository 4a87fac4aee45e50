"""What changed between two states of an article, sentence by sentence. Pure."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Sequence

from index.articles import PassageView, SentenceChange
from index.language.sentences import sentences

# Sentences this alike are one that was changed; less alike, one went and another came.
_SAME_SENTENCE = 0.6


def what_changed(before: str, after: str) -> tuple[SentenceChange, ...]:
    """The sentences that differ, in the order of the text. Spaces and line ends make no difference."""
    old, new = _sentences(before), _sentences(after)
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    changes: list[SentenceChange] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            changes += _paired(old[a:b], new[c:d])
    return tuple(changes)


def with_changes(view: PassageView, cited: str, newest: str) -> PassageView:
    """The view with what the `newest` text of the article has otherwise, the sentences of the passage first."""
    changes = what_changed(cited, newest)
    passage = " ".join(view.passage.text.split())
    own = [change for change in changes if change.before and change.before in passage]
    return dataclasses.replace(view, changes=(*own, *(change for change in changes if change not in own)))


def _sentences(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in sentences(text)]


def _paired(old: Sequence[str], new: Sequence[str]) -> list[SentenceChange]:
    """Each old sentence with the new one that it became, if any; then what was added."""
    left = list(new)
    changes = []
    for sentence in old:
        likest = max(left, key=lambda one: _alike(sentence, one), default="")
        if likest and _alike(sentence, likest) >= _SAME_SENTENCE:
            left.remove(likest)
            changes.append(SentenceChange(sentence, likest))
        else:
            changes.append(SentenceChange(sentence, ""))
    return changes + [SentenceChange("", sentence) for sentence in left]


def _alike(first: str, second: str) -> float:
    return difflib.SequenceMatcher(a=first.split(), b=second.split(), autojunk=False).ratio()
