"""Request bodies: JSON, perhaps gzip, of a bounded size however far they unfold."""

import asyncio
import zlib
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from sync.errors import RequestRefusedError
from sync.server.services.batches import complaint

Shape = TypeVar("Shape")
MOST_SMALL_BYTES = 16 << 10
"""Of every body but a batch of operations."""
_THROWN_AWAY_AT_MOST = 16 << 20
"""Bytes of a body that is too large: heard, not kept, so that the client gets its answer."""
BODY_SECONDS = 30.0
"""A client that takes longer to send its body is cut off."""
_GZIP = 16 + zlib.MAX_WBITS
_HEARD_OUT = "heard_out"


async def read_message(request: Request, shape: type[Shape]) -> Shape:
    """A small message. Raises as :func:`read_json_body` does."""
    try:
        body = await read_json_body(request, most=MOST_SMALL_BYTES)
        message: Shape = _adapter(cast("Any", shape)).validate_json(body, strict=True)
    except ValidationError as wrong:
        broken = wrong.errors(include_input=False)[0]["type"] == "json_invalid"
        code = "malformed_json" if broken else "malformed"
        raise RequestRefusedError(complaint(wrong), code=code) from wrong
    return message


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any class that is parsed
    return TypeAdapter(shape)


def is_heard_out(request: Request) -> bool:
    """Whether the client has sent all that it had to say."""
    return getattr(request.state, _HEARD_OUT, False)


async def read_json_body(request: Request, *, most: int) -> bytes:
    """The decoded body, of ``most`` bytes at most, packed or unpacked.

    Raises ``RequestRefusedError`` (too large, not JSON by its header, broken gzip), or
    ``HTTPException`` where it does not come in time.
    """
    kept = bytearray()
    size = 0
    try:
        async with asyncio.timeout(request.app.state.body_seconds):
            async for chunk in request.stream():
                size += len(chunk)
                if size <= most:
                    kept += chunk
                elif size > _THROWN_AWAY_AT_MOST:
                    break
    except TimeoutError as slow:
        detail = "the body did not come in time"
        raise HTTPException(408, detail, {"Connection": "close"}) from slow
    setattr(request.state, _HEARD_OUT, size <= _THROWN_AWAY_AT_MOST)
    if size > most:
        raise _too_large(most)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise RequestRefusedError("the body must be application/json", code="unsupported_media")
    match request.headers.get("content-encoding", "identity").strip().lower():
        case "identity":
            return bytes(kept)
        case "gzip":
            return _unfold(kept, most)
        case _:
            raise RequestRefusedError("the body may be plain or gzip", code="unsupported_media")


def _unfold(packed: bytearray, most: int) -> bytes:
    """Gunzip, never further than a body may be long: a few bytes can unfold to gigabytes."""
    unfolder = zlib.decompressobj(_GZIP)
    try:
        plain = unfolder.decompress(packed, most + 1)
    except zlib.error as broken:
        raise RequestRefusedError("the body is not gzip", code="malformed_json") from broken
    if len(plain) > most:
        raise _too_large(most)
    if not unfolder.eof or unfolder.unused_data:
        raise RequestRefusedError("the gzip body is cut or runs on", code="malformed_json")
    return plain


def _too_large(most: int) -> RequestRefusedError:
    return RequestRefusedError(f"a body has at most {most} bytes, unpacked", code="too_large")
