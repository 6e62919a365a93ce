"""Many desks at one server process on PostgreSQL, each at a box office's pace."""

import asyncio
import json
import os
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

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
_WARM_UP = 5.0
"""Seconds that are not counted, in which all desks connect."""


@dataclass
class _Log:
    """Seconds that each call took, and what went wrong."""

    posts: list[float] = field(default_factory=list)
    asks: list[float] = field(default_factory=list)
    failures: int = 0


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
        before = os.times()
        with serving(url) as api:
            log = asyncio.run(_crowd(api, enrolled, seconds))
        after = os.times()  # the server is the only child that has ended meanwhile
        busy = after.children_user + after.children_system
        busy -= before.children_user + before.children_system
    return {
        "desks": desks,
        "visits_a_second": round(len(log.posts) * VISITS_A_POST / seconds),
        "visits_a_second_wanted": round(desks * VISITS_A_POST / POST_EVERY),
        "post": _spread(log.posts),
        "changes": _spread(log.asks),
        "failures": log.failures,
        "server_cores": round(busy / (after.elapsed - before.elapsed), 2),
        "target": "p99 below 250 ms at 1000 desks",
    }


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
    starts = perf_counter() + _WARM_UP
    ends = starts + seconds
    await asyncio.gather(
        *(_desk(api, token, offer, log, starts, ends) for token, offer in enrolled)
    )
    return log


async def _desk(
    api: str, token: str, offer_id: UUID, log: _Log, starts: float, ends: float
) -> None:
    """One desk: it keeps its pace, and what the server is late with is in the figures."""
    where = urlsplit(api)
    await asyncio.sleep(random.uniform(0, POST_EVERY))
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    head = f"Host: x\r\nAuthorization: Bearer {token}\r\n"
    template = json.dumps(dump_operation(a_visit(offer_id, at=datetime.now(UTC))))
    blank = json.loads(template)["id"]
    next_post = perf_counter()
    next_ask = next_post + random.uniform(0, ASK_EVERY)
    while (due := min(next_post, next_ask)) < ends:
        await asyncio.sleep(max(0.0, due - perf_counter()))
        if due == next_post:
            text, taken = _post(head, template, blank), log.posts
            next_post += POST_EVERY
        else:
            text = f"GET /desk/v1/register/changes?after={_CARDS} HTTP/1.1\r\n{head}\r\n"
            taken = log.asks
            next_ask += ASK_EVERY
        writer.write(text.encode())
        answered = await _answer(reader)
        if due >= starts:
            taken.append(perf_counter() - due)
            log.failures += not answered
    writer.close()


def _post(head: str, template: str, blank: str) -> str:
    body = ", ".join(
        template.replace(blank, str(uuid4())).replace(
            "AB12345",
            f"K{random.randrange(_CARDS):06}",
        )
        for _ in range(VISITS_A_POST)
    )
    body = f'{{"operations": [{body}]}}'
    return (
        f"POST /desk/v1/operations HTTP/1.1\r\n{head}Content-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    )


async def _answer(reader: asyncio.StreamReader) -> bool:
    """Read one answer to its end; whether it is the right one."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    length = next(
        int(line.partition(":")[2]) for line in head.splitlines() if line.startswith("content-le")
    )
    body = await reader.readexactly(length)
    return head.startswith("http/1.1 200") and b"rejected" not in body
