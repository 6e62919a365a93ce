"""Many desks at one server process on PostgreSQL, each at a box office's pace."""

import asyncio
import json
import os
import random
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from sync.protocol import EnrolmentRequest, dump_operation
from sync.rules.venues import Venue
from sync.server.authority import Authority
from tests.benchmarks.servers import database, serving
from tests.helpers.samples import a_card, a_visit, an_offer

Figures = dict[str, Any]

POST_EVERY = 2.0
VISITS_A_POST = 20
ASK_EVERY = 10.0
_VENUES = 50
_CARDS = 5_000
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_STEPS = 500_000
_WARM_UP = 5.0
"""Seconds that are not counted, in which all desks connect."""


@dataclass
class _Log:
    """Seconds that each call took, and what went wrong."""

    posts: list[float] = field(default_factory=list)
    asks: list[float] = field(default_factory=list)
    failures: int = 0
    in_time: int = 0
    """Posts that were answered before the measure's end."""


def measure(folder: Path, *, desks: int, seconds: float) -> Figures:
    """How long the desks wait for their answers."""
    with database("postgresql", folder) as url:
        authority = Authority.open(url)
        venues = [Venue(f"v{number}", f"Talo {number}", "Espoo") for number in range(_VENUES)]
        offers = {venue.id: an_offer() for venue in venues}
        authority.put_venues(venues)
        for venue_id, offer in offers.items():
            authority.put_offers(venue_id, [offer])
        authority.change_cards(a_card(f"K{number:06}") for number in range(_CARDS))
        enrolled = []
        for number in range(desks):
            venue_id = venues[number % _VENUES].id
            asked = EnrolmentRequest(
                activation_code=authority.make_activation(venue_id),
                desk_name=f"Luukku {number}",
                app_version="1",
            )
            enrolled.append((authority.enrol(asked, "bench").token, offers[venue_id].id))
        authority.close()
        paces = [_pace()]
        before = os.times()
        with serving(url) as api:
            log = asyncio.run(_crowd(api, enrolled, seconds))
        after = os.times()  # the server is the only child that has ended meanwhile
        busy = after.children_user + after.children_system
        busy -= before.children_user + before.children_system
        paces.append(_pace())
    return {
        "desks": desks,
        "visits_a_second": round(log.in_time * VISITS_A_POST / seconds),
        "visits_a_second_wanted": round(desks * VISITS_A_POST / POST_EVERY),
        "post": _spread(log.posts),
        "changes": _spread(log.asks),
        "failures": log.failures,
        "yardstick": {"python_step_ns": paces},  # before and after: how fast the machine was
        "server_cores": round(busy / (after.elapsed - before.elapsed), 2),
        "target": "p99 below 250 ms at 1000 desks",
    }


def _pace() -> int:
    """Nanoseconds that this machine takes for a step of the barest loop, at its best of three."""
    taken = []
    for _ in range(3):
        began = perf_counter_ns()
        total = 0
        for number in range(_STEPS):
            total += number * number
        taken.append((perf_counter_ns() - began) // _STEPS)
    return min(taken)


def _spread(seconds: list[float]) -> Figures:
    milliseconds = [each * 1000 for each in seconds]
    hundredths = quantiles(milliseconds, n=100)
    return {
        "calls": len(milliseconds),
        "p50_ms": round(median(milliseconds), 1),
        "p99_ms": round(hundredths[98], 1),
        "worst_ms": round(max(milliseconds), 1),
    }


async def _crowd(api: str, enrolled: list[tuple[str, UUID]], seconds: float) -> _Log:
    log = _Log()
    where = urlsplit(api)
    assert where.hostname is not None
    assert where.port is not None
    loop = asyncio.get_running_loop()
    counted_from = loop.time() + _WARM_UP
    ends = counted_from + seconds
    waited_for = []
    for token, offer_id in enrolled:
        desk = partial(_Desk, token, offer_id, log, counted_from, ends)
        _, connected = await loop.create_connection(desk, where.hostname, where.port)
        waited_for.append(connected.done)
    await asyncio.gather(*waited_for)
    return log


class _Desk(asyncio.Protocol):
    """One desk: it keeps its pace, and what the server is late with is in the figures.

    It is as lean as can be, so that the two cores are the server's: prepared texts, one timer, and
    an answer that is looked at, not parsed.
    """

    _transport: asyncio.Transport

    def __init__(
        self, token: str, offer_id: UUID, log: _Log, counted_from: float, ends: float
    ) -> None:
        self._head = f"Host: x\r\nAuthorization: Bearer {token}\r\n"
        self._pieces = _visit_in_pieces(offer_id)
        self._log, self._counted_from, self._ends = log, counted_from, ends
        self._loop = asyncio.get_running_loop()
        self._heard = bytearray()
        self._missing = 0
        self.done: asyncio.Future[None] = self._loop.create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin at a moment of one's own."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._next_post = self._loop.time() + random.uniform(0, POST_EVERY)
        self._next_ask = self._next_post + random.uniform(0, ASK_EVERY)
        self._await_the_next()

    def _await_the_next(self) -> None:
        self._due = min(self._next_post, self._next_ask)
        if self._due >= self._ends:
            self._transport.close()
            self.done.set_result(None)
            return
        self._loop.call_at(self._due, self._call)

    def _call(self) -> None:
        if self._due == self._next_post:
            self._taken = self._log.posts
            self._next_post += POST_EVERY
            self._transport.write(_post(self._head, self._pieces))
        else:
            self._taken = self._log.asks
            self._next_ask += ASK_EVERY
            path = f"/desk/v1/register/changes?after={_CARDS}"
            self._transport.write(f"GET {path} HTTP/1.1\r\n{self._head}\r\n".encode())

    def data_received(self, data: bytes) -> None:
        """Take in a part of the answer; at its end, note how long it took."""
        self._heard += data
        if not self._missing:
            head, found, _ = self._heard.partition(b"\r\n\r\n")
            if not found:
                return
            self._missing = len(head) + len(found) + int(_LENGTH.findall(head)[0])
        if len(self._heard) < self._missing:
            return
        if self._due >= self._counted_from:
            now = self._loop.time()
            self._taken.append(now - self._due)
            self._log.in_time += self._taken is self._log.posts and now < self._ends
            well = self._heard.startswith(b"HTTP/1.1 200") and b"rejected" not in self._heard
            self._log.failures += not well
        self._heard.clear()
        self._missing = 0
        self._await_the_next()

    def connection_lost(self, exc: Exception | None) -> None:
        """A server that hangs up ends the measure."""
        if not self.done.done():
            self.done.set_exception(exc or ConnectionResetError("the server hung up"))


def _visit_in_pieces(offer_id: UUID) -> tuple[str, str, str]:
    """A visit as JSON, cut where its id and where the last digits of its card go."""
    blank = a_visit(offer_id, number="K000000", at=datetime.now(UTC))
    text = json.dumps(dump_operation(blank))
    before, after = text.split(str(blank.id))
    between, after = after.split("000000")
    return before, between, after


def _post(head: str, pieces: tuple[str, str, str]) -> bytes:
    before, between, after = pieces
    draw = random.getrandbits
    body = ", ".join(
        f"{before}{UUID(int=draw(128), version=4)}{between}{draw(16) % _CARDS:06}{after}"
        for _ in range(VISITS_A_POST)
    )
    return (
        f"POST /desk/v1/operations HTTP/1.1\r\n{head}Content-Type: application/json\r\n"
        f'Content-Length: {len(body) + 18}\r\n\r\n{{"operations": [{body}]}}'
    ).encode()
