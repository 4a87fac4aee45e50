"""A response's body as it arrives: decompressed by us, capped in size on both sides and in ratio. Pure."""

from __future__ import annotations

import zlib

from index.errors import FetchError

# News pages compress to a tenth, long tables to a fiftieth; a bomb is a thousandth.
_MAX_RATIO = 200
_RATIO_MATTERS_ABOVE = 1_000_000
_STEP = 65_536


class Body:
    """Collects the bytes of one body; raises FetchError as soon as a cap is passed, with little more held."""

    def __init__(self, encoding: str, max_bytes: int) -> None:
        names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
        gzipped = names in (["gzip"], ["x-gzip"])
        if names not in ([], ["identity"]) and not gzipped:
            raise FetchError("The site packs its answer in an unknown way.", code="encoding", permanent=True)
        self._inflate = zlib.decompressobj(wbits=31) if gzipped else None
        self._max_bytes = max_bytes
        self._received = 0
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes off the wire."""
        self._received += len(chunk)
        if self._received > self._max_bytes:
            raise _too_large()
        if self._inflate is None:
            self._keep(chunk)
            return
        try:
            while chunk and not self._inflate.eof:
                self._keep(self._inflate.decompress(chunk, _STEP))
                chunk = self._inflate.unconsumed_tail
        except zlib.error as error:
            raise _broken() from error

    def finish(self) -> bytes:
        """The whole body; FetchError where it was cut off."""
        if self._inflate is not None and self._received:
            try:
                self._keep(self._inflate.flush(_STEP))
            except zlib.error as error:
                raise _broken() from error
            if not self._inflate.eof:
                raise _broken()
        return b"".join(self._parts)

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._max_bytes:
            raise _too_large()
        if self._size > max(_RATIO_MATTERS_ABOVE, self._received * _MAX_RATIO):
            raise FetchError("The site's answer unpacks to far too much.", code="bomb", permanent=True)
        if part:
            self._parts.append(part)


def _too_large() -> FetchError:
    return FetchError("The document at that address is too large.", code="too_large", permanent=True)


def _broken() -> FetchError:
    return FetchError("The site broke off its answer.", code="incomplete", permanent=False)
