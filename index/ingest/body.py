"""A response's body as it arrives: unpacked by us, capped in size on both sides and in ratio. Pure.

How it is packed is told by its first bytes: what the server says of it is often wrong."""

from __future__ import annotations

import zlib

from index.errors import FetchError

# News pages compress to a tenth, long tables to a fiftieth; a bomb is a thousandth.
_MAX_RATIO = 200
_RATIO_MATTERS_ABOVE = 1_000_000
_STEP = 65_536
_GZIP = b"\x1f\x8b"
# A file of feeds that is packed as such, packed once more for the way, and once more by mistake.
_MOST_LAYERS = 3
_UNREADABLE = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz"})
_TEXT_STARTS = (b"<", b"{", b"[", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Body:
    """Collects the bytes of one body; raises FetchError as soon as a cap is passed, with little more held."""

    def __init__(self, encoding: str, max_bytes: int) -> None:
        self._names = {name.strip().lower() for name in encoding.split(",") if name.strip()}
        self._max_bytes = max_bytes
        self._received = 0
        self._first = b""
        self._unpacker: _Unpacker | None = None

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes off the wire."""
        self._received += len(chunk)
        if self._received > self._max_bytes:
            raise _too_large()
        if self._unpacker is None:
            self._first += chunk
            # Two bytes tell; a body of one is what it is.
            if len(self._first) < 2:
                return
            chunk, self._first = self._first, b""
            self._unpacker = _Unpacker(self._packing(chunk), self._max_bytes)
        self._unpacker.feed(chunk, self._received)

    def finish(self) -> bytes:
        """The whole body; FetchError where it was cut off."""
        if self._unpacker is None:
            return self._first
        body = self._unpacker.finish()
        for _layer in range(_MOST_LAYERS - 1):
            if not body.startswith(_GZIP):
                break
            inner = _Unpacker(zlib.MAX_WBITS | 16, self._max_bytes)
            inner.feed(body, self._received)
            body = inner.finish()
        return body

    def _packing(self, first: bytes) -> int | None:
        """The window that zlib is to be told; None for what is not packed."""
        if first.startswith(_GZIP):
            return zlib.MAX_WBITS | 16
        if first.lstrip()[:3].startswith(_TEXT_STARTS):
            return None
        if self._names & _UNREADABLE:
            raise FetchError("The site packs its answer in an unknown way.", code="encoding", permanent=True)
        if "deflate" not in self._names:
            return None
        # The name stands for zlib's format; some servers send the bare stream inside it.
        has_header = first[0] & 0x0F == 8 and int.from_bytes(first[:2], "big") % 31 == 0
        return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS


class _Unpacker:
    """One layer of packing taken off as the bytes come; several packed parts one after the other are one."""

    def __init__(self, wbits: int | None, max_bytes: int) -> None:
        self._wbits = wbits
        self._inflate = None if wbits is None else zlib.decompressobj(wbits)
        self._max_bytes = max_bytes
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes, received: int) -> None:
        if self._inflate is None or self._wbits is None:
            self._keep(chunk, received)
            return
        try:
            while chunk:
                if self._inflate.eof:
                    if not chunk.startswith(_GZIP):
                        return
                    self._inflate = zlib.decompressobj(self._wbits)
                self._keep(self._inflate.decompress(chunk, _STEP), received)
                chunk = self._inflate.unconsumed_tail or self._inflate.unused_data
        except zlib.error as error:
            raise _broken() from error

    def finish(self) -> bytes:
        if self._inflate is not None:
            try:
                self._keep(self._inflate.flush(_STEP), self._size or _STEP)
            except zlib.error as error:
                raise _broken() from error
            if not self._inflate.eof:
                raise _broken()
        return b"".join(self._parts)

    def _keep(self, part: bytes, received: int) -> None:
        self._size += len(part)
        if self._size > self._max_bytes:
            raise _too_large()
        if self._size > max(_RATIO_MATTERS_ABOVE, received * _MAX_RATIO):
            raise FetchError("The site's answer unpacks to far too much.", code="bomb", permanent=True)
        if part:
            self._parts.append(part)


def _too_large() -> FetchError:
    return FetchError("The document at that address is too large.", code="too_large", permanent=True)


def _broken() -> FetchError:
    return FetchError("The site broke off its answer.", code="incomplete", permanent=False)
