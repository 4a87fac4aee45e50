"""Whether a Chroma collection answers and finds what it holds. Also run as a process of its own, on a folder:
`python -m index.retrieval.probe FOLDER` ends with 0 where all its collections are sound.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

# The newest vectors are the ones a kill can have taken; the others are sampled.
_NEWEST = 300
_SAMPLES = 20
_NEAR = 1e-3
# Chroma's graph is approximate: of 60 near-equal vectors upserted by two clients at once it lost 3 in one run of three.
# A damaged one loses a third and more.
_MOST_LOST = 0.1


def is_sound(collection: Collection) -> bool:
    """Whether the vectors looked at are their own nearest, but for a few. May raise anything that Chroma raises."""
    count: int = collection.count()
    begins = {max(0, count - _NEWEST), *(count * part // _SAMPLES for part in range(_SAMPLES))}
    seen = lost = 0
    for begin in sorted(begins):
        size = _NEWEST if begin == max(0, count - _NEWEST) else 5
        page: Any = collection.get(limit=size, offset=begin, include=["embeddings"])
        if not page["ids"]:
            return count == 0
        found: Any = collection.query(query_embeddings=page["embeddings"], n_results=1, include=["distances"])
        seen += len(page["ids"])
        lost += sum(not distances or distances[0] > _NEAR for distances in found["distances"])
    return lost <= seen * _MOST_LOST


def main(folder: str) -> int:
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False))
    return 0 if all(is_sound(collection) for collection in client.list_collections()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
