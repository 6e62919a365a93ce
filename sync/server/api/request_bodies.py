"""Request bodies: JSON, perhaps gzip, of a bounded size however far they unfold.

Nothing is read of a body before it is known who sends it: a route says how that is found out.
"""

import asyncio
import zlib
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.routing import APIRoute
from pydantic_core import from_json
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sync.errors import RequestRefusedError

MOST_OF_A_STRANGER = 16 << 10
"""Bytes of the body of a caller without a token."""
_THROWN_AWAY_AT_MOST = 16 << 20
"""Bytes of a body that is too large: heard, not kept, so that the client gets its answer."""
BODY_SECONDS = 30.0
"""A client that takes longer to send its body is cut off."""
_GZIP = 16 + zlib.MAX_WBITS


class JsonRequest(Request):
    """A request whose body is JSON of ``most`` bytes, packed or unpacked, and read already."""

    async def read(self, most: int) -> None:
        """Read the body.

        Raises ``RequestRefusedError`` (too large, no JSON, broken gzip), or ``HTTPException`` where
        it does not come in time.
        """
        try:
            async with asyncio.timeout(self.app.state.body_seconds):
                kept = await self._received(most)
        except TimeoutError as slow:
            detail = "the body did not come in time"
            raise HTTPException(408, detail, {"Connection": "close"}) from slow
        media_type = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type != "application/json":
            raise RequestRefusedError("the body must be application/json", code="unsupported_media")
        coding = self.headers.get("content-encoding", "identity").strip().lower()
        if coding not in {"identity", "gzip"}:
            raise RequestRefusedError("the body may be plain or gzip", code="unsupported_media")
        self._body = _unfolded(kept, most) if coding == "gzip" else kept
        try:
            self._json = from_json(self._body, allow_inf_nan=False)
        except ValueError as broken:
            raise RequestRefusedError("the body is not JSON", code="malformed_json") from broken

    async def _received(self, most: int) -> bytes:
        kept = bytearray()
        size = 0
        async for chunk in self.stream():
            size += len(chunk)
            if size <= most:
                kept += chunk
            elif size > _THROWN_AWAY_AT_MOST:
                break
        if size > most:
            raise _too_large(most)
        return bytes(kept)


class PublicRoute(APIRoute):
    """A call that anybody may make: a body is small."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, behind the reading of a body."""
        answer = super().get_route_handler()

        async def handler(given: Request) -> Response:
            if self.body_field is None:
                return await answer(given)
            given.state.is_body_unread = True
            most = await self.admit(given)
            request = JsonRequest(given.scope, given.receive)
            await request.read(most)
            given.state.is_body_unread = False
            return await answer(request)

        return handler

    async def admit(self, _request: Request) -> int:
        """How many bytes a caller may send, or an exception where it may send nothing."""
        return MOST_OF_A_STRANGER


def _unfolded(packed: bytes, most: int) -> bytes:
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
