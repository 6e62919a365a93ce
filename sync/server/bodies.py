"""Request bodies: JSON, perhaps gzip, of a bounded size however far they unfold."""

import asyncio
import zlib

from starlette.requests import Request

from sync.errors import RequestRefusedError
from sync.protocol import MOST_OPERATIONS_BYTES

_UNREAD_AT_MOST = 16 * MOST_OPERATIONS_BYTES
"""A body that is too large is still read up to here, so that the client hears the answer."""
BODY_SECONDS = 30.0
"""A client that takes longer to send its body is cut off."""
_GZIP = 16 + zlib.MAX_WBITS


class SlowBodyError(Exception):
    """The body did not come in time."""


async def read_json_body(request: Request) -> bytes:
    """The decoded body.

    Raises :class:`RequestRefusedError` (too large, not JSON by its header, broken gzip) or
    :class:`SlowBodyError`.
    """
    try:
        async with asyncio.timeout(request.app.state.body_seconds):
            raw = await _read(request)
    except TimeoutError as slow:
        raise SlowBodyError from slow
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise RequestRefusedError("the body must be application/json", code="unsupported_media")
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip"}:
        raise RequestRefusedError("the body may be plain or gzip", code="unsupported_media")
    return _unfold(raw) if encoding == "gzip" else raw


async def _read(request: Request) -> bytes:
    kept = bytearray()
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= MOST_OPERATIONS_BYTES:
            kept += chunk
        elif size > _UNREAD_AT_MOST:
            break
    if size > MOST_OPERATIONS_BYTES:
        raise _too_large()
    return bytes(kept)


def _unfold(packed: bytes) -> bytes:
    """Gunzip, never further than a body may be long: a few bytes can unfold to gigabytes."""
    unfolder = zlib.decompressobj(_GZIP)
    try:
        plain = unfolder.decompress(packed, MOST_OPERATIONS_BYTES + 1)
    except zlib.error as broken:
        raise RequestRefusedError("the body is not gzip", code="malformed_json") from broken
    if len(plain) > MOST_OPERATIONS_BYTES:
        raise _too_large()
    if not unfolder.eof or unfolder.unused_data:
        raise RequestRefusedError("the gzip body is cut or runs on", code="malformed_json")
    return plain


def _too_large() -> RequestRefusedError:
    return RequestRefusedError("a body has at most 1 MiB, unpacked", code="too_large")
