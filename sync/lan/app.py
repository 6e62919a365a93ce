"""The answers of a desk to its neighbours: an ASGI application behind mutual TLS.

Every caller is a neighbour: :mod:`sync.lan.serving` puts its desk into each request's
state. Every answer is bounded in bytes and in time.
"""

import asyncio
import re
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from sync.lan.addresses import LanAddress
from sync.lan.counts import CountsInTurn
from sync.lan.long_polling import SharedPoll
from sync.lan.news import MOST_ENTRIES, MOST_NEWS, NewsOperation
from sync.lan.ports import NewsStore, RegisterHandover, Shares
from sync.lan.rate_limit import RateLimit
from sync.lan.received_news import ReceivedNews
from sync.lan.wire import read_asked, read_ids, write_moved, write_news, write_operations

BASE_PATH = "/lan/v1"
LONGEST_WAIT = 1.0
"""Seconds until an answer without news: a neighbour that gets none for much longer is cut off."""
_PAUSE = 0.2
"""Seconds between two looks for news, which are made for all neighbours that wait together."""
_BETWEEN_PIECES = 0.2
"""Seconds between two pieces of the register, for all who ask: the counter must not notice them."""
_OF_REQUEST = 0.002
"""Seconds that are reckoned for a request itself."""
_MOST_BODY = 16 << 10
_BODY_SECONDS = 5.0
_JSON = "application/json"
_NUMBER = re.compile("[0-9]{1,18}")
_PORT = re.compile("[1-9][0-9]{3,4}")
_LAST_PORT = 65_535
_Answer = TypeVar("_Answer")
_Asked = TypeVar("_Asked")


@dataclass(frozen=True, slots=True)
class _NewsPage:
    """A page of news, the place that it reaches, and whether nothing is in it."""

    body: bytes
    reached: int
    is_empty: bool


@dataclass(frozen=True, slots=True)
class _SentShares:
    """What a neighbour was sent of shares."""

    left: CountsInTurn = field(default_factory=CountsInTurn)
    moved: CountsInTurn = field(default_factory=CountsInTurn)


@dataclass(frozen=True, slots=True)
class _NewsState:
    """The place of the latest news, and the tickets left of each share."""

    last: int
    left: Mapping[UUID, int]


class NeighbourApp:
    """The calls. ``is_neighbour`` says whether a desk is still one.

    ``called`` is told of a neighbour that asks for news, and where it listens.
    """

    def __init__(
        self,
        news: NewsStore,
        shares: Shares,
        register: RegisterHandover,
        is_neighbour: Callable[[UUID], bool],
        called: Callable[[UUID, LanAddress | None], None],
        received: ReceivedNews,
    ) -> None:
        self._news = news
        self._shares = shares
        self._register = register
        self._is_neighbour = is_neighbour
        self._called = called
        self._received = received
        self._threads: CapacityLimiter | None = None
        self._rate_limits = defaultdict[UUID, RateLimit](RateLimit)
        self._sent_shares = defaultdict[UUID, _SentShares](_SentShares)
        self._piece_turn = asyncio.Lock()
        self._next_poll = SharedPoll(self._look_aside, _PAUSE)
        self.asgi = Starlette(
            routes=[
                Route(f"{BASE_PATH}/health", self._send_health),
                Route(f"{BASE_PATH}/news", self._send_news),
                Route(f"{BASE_PATH}/operations", self._send_operations, methods=["POST"]),
                Route(f"{BASE_PATH}/tickets", self._give_tickets, methods=["POST"]),
                Route(f"{BASE_PATH}/register", self._hand_on),
            ]
        )

    async def _send_health(self, request: Request) -> Response:
        await self._rest(request)
        return Response(status_code=200 if self._is_welcome(request) else 403)

    async def _send_news(self, request: Request) -> Response:
        """The news after a cursor; an answer without news comes after a moment, or at once."""
        desk: UUID = request.state.neighbour
        await self._rest(request)
        if self._is_welcome(request):
            self._called(desk, _listens_at(request))
        waits = request.query_params.get("wait") != "0"
        most = 0 if request.query_params.get("entries") == "0" else MOST_ENTRIES
        until = time.monotonic() + (LONGEST_WAIT if waits and most else 0.0)
        cursor = request.query_params.get("after", "")
        after, seen = await self._ask(request, lambda: (self._news.place(cursor), self._look()))
        after, left = min(after, seen.last), seen.left
        while True:
            if not self._is_welcome(request) or await request.is_disconnected():
                return Response(status_code=403)
            is_due = time.monotonic() >= until or seen.left != left
            if seen.last > after or is_due:
                page = await self._ask(request, partial(self._page, desk, after, seen.last, most))
                if is_due or not page.is_empty:
                    return Response(page.body, media_type=_JSON)
                after = page.reached
            if after >= seen.last:
                seen = await self._next_poll.next()

    def _look(self) -> _NewsState:
        return _NewsState(self._news.last(), self._shares.left())

    async def _look_aside(self) -> _NewsState:
        """A look that is made for all neighbours that wait, and so is no single one's to pay."""
        return await to_thread.run_sync(self._look, limiter=self._limiter())

    def _page(self, desk: UUID, after: int, last: int, most: int) -> _NewsPage:
        sent = self._sent_shares[desk]
        left = {offer: max(0, left) for offer, left in self._shares.left().items()}
        shares = (sent.left.choose(left), sent.moved.choose(self._shares.moved(desk)))
        while True:
            page = self._page_of(desk, after, last, most, shares)
            if len(page.body) <= MOST_NEWS or most <= 1:
                return page
            most = max(1, most // 4)

    def _page_of(
        self,
        desk: UUID,
        after: int,
        last: int,
        most: int,
        shares: tuple[Mapping[UUID, int], Mapping[UUID, int]],
    ) -> _NewsPage:
        all_news, reached = self._news.read(after, most)
        news = self._received.news_for(desk, all_news)
        body = write_news(
            replace(
                news,
                more=reached < last,
                left=shares[0],
                moved=shares[1],
                register=self._register.version(),
            )
        )
        is_empty = not (news.operations or news.visits or news.briefs)
        return _NewsPage(body, reached, is_empty)

    async def _send_operations(self, request: Request) -> Response:
        """What the neighbour lacks of that which it was told in brief, or the first part of it."""
        return await self._answer(request, read_ids, lambda ids: _as_fits(self._news.whole(ids)))

    async def _give_tickets(self, request: Request) -> Response:
        """Tickets of this desk's share, as far as they can be spared."""
        desk: UUID = request.state.neighbour
        return await self._answer(
            request, read_asked, lambda asked: write_moved(self._shares.give(desk, asked))
        )

    async def _answer(
        self, request: Request, read: Callable[[bytes], _Asked], work: Callable[[_Asked], bytes]
    ) -> Response:
        """What ``work`` makes of a neighbour's body; ``read`` may refuse it by ``ValueError``."""
        await self._rest(request)
        body = await _body(request)
        if body is None or not self._is_welcome(request):
            return Response(status_code=403, headers={"connection": "close"})  # read no further
        try:
            asked = read(body)
        except ValueError:
            return Response(status_code=422)
        return Response(await self._ask(request, lambda: work(asked)), media_type=_JSON)

    async def _hand_on(self, request: Request) -> Response:
        """A piece of the register, as a sealed file that is made once and read in pieces."""
        start = request.query_params.get("from", "")
        await self._rest(request)
        if not self._is_welcome(request) or not _NUMBER.fullmatch(start):
            return Response(status_code=403)
        async with self._piece_turn:
            piece = await self._ask(request, lambda: self._register.piece(int(start)))
            if piece is not None:
                await asyncio.sleep(_BETWEEN_PIECES)
        if piece is None:
            return Response(status_code=404)
        headers = {
            "x-file": piece.file,
            "x-size": str(piece.size),
            "x-passphrase": piece.passphrase,
            "x-signed-at": piece.signed_at,
        }
        return Response(piece.data, headers=headers, media_type="application/octet-stream")

    def _is_welcome(self, request: Request) -> bool:
        return self._is_neighbour(request.state.neighbour)

    async def _rest(self, request: Request) -> None:
        """Wait until this neighbour may have more computed, a request too."""
        limit = self._rate_limits[request.state.neighbour]
        limit.spend(_OF_REQUEST)
        await asyncio.sleep(limit.rest())

    async def _ask(self, request: Request, work: Callable[[], _Answer]) -> _Answer:
        """What the store answers; what that takes is counted in the neighbour's limit."""
        limit = self._rate_limits[request.state.neighbour]

        def counted() -> _Answer:
            with limit.spent():
                return work()

        return await to_thread.run_sync(counted, limiter=self._limiter())

    def _limiter(self) -> CapacityLimiter:
        if self._threads is None:  # it is of the loop in which it is made
            self._threads = CapacityLimiter(2)
        return self._threads


def _as_fits(operations: Sequence[NewsOperation]) -> bytes:
    """The first of the operations, as many as one answer holds."""
    most = len(operations)
    while len(body := write_operations(operations[:most])) > MOST_NEWS and most > 1:
        most //= 2
    return body


def _listens_at(request: Request) -> LanAddress | None:
    port = request.query_params.get("port", "")
    if not _PORT.fullmatch(port) or int(port) > _LAST_PORT:
        return None
    return LanAddress(request.state.host, int(port))


async def _body(request: Request) -> bytes | None:
    """The request's body; ``None`` where it is too long, or takes too long."""
    body = bytearray()
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > _MOST_BODY:
                    return None
    except (TimeoutError, ClientDisconnect):
        return None
    return bytes(body)
