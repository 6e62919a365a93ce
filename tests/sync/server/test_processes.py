"""Several server processes on one database: exactly once, the quota, and revisions in order."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from time import sleep
from typing import Any
from uuid import uuid4

import pytest
import requests
from pydantic import TypeAdapter

from sync.protocol import dump_operation
from sync.rules.cards import Card
from sync.rules.offers import Offer
from sync.rules.visits import Visit
from sync.server.services.central_register import CentralRegister
from tests.helpers.enrolling import new_token
from tests.helpers.samples import VENUE, a_card, a_visit
from tests.sync.server.program import run, running
from tests.sync.server.register_fixture import with_quota

PROCESSES = 2
IMPORTS = 2
DESKS = 6
TIMEOUT = 60


@dataclass(frozen=True)
class Shared:
    """A database with several servers on it, and desks that are enrolled."""

    central: CentralRegister
    db: str
    urls: list[str]
    tokens: list[str]
    offer: Offer

    def call(self, desk: int, server: int, path: str, **details: Any) -> Any:  # noqa: ANN401 - JSON
        token = {"Authorization": f"Bearer {self.tokens[desk % len(self.tokens)]}"}
        url = f"{self.urls[server % len(self.urls)]}/desk/v1{path}"
        method = "POST" if "json" in details else "GET"
        answer = requests.request(method, url, headers=token, timeout=TIMEOUT, **details)
        answer.raise_for_status()
        return answer.json()

    def post(self, desk: int, server: int, visits: list[Visit]) -> list[str]:
        body = {"operations": [dump_operation(visit) for visit in visits]}
        results = self.call(desk, server, "/operations", json=body)["results"]
        return [result["outcome"] for result in results]

    def used(self) -> int:
        (offer,) = self.call(0, 0, "/offers")["offers"]
        used: int = offer["quota"]["used"]
        return used


@pytest.fixture(scope="module")
def servers(lasting_database_url: str) -> Iterator[tuple[str, list[str]]]:
    """A database, and the addresses of the servers on it, for all tests of this module."""
    db = lasting_database_url
    with ExitStack() as stack:
        with closing(CentralRegister.open(db)) as central:
            central.change_cards([a_card()])
        yield db, [stack.enter_context(running(db))[1] for _ in range(PROCESSES)]


@pytest.fixture
def shared(servers: tuple[str, list[str]]) -> Iterator[Shared]:
    """Desks of a venue that no other test knows."""
    db, urls = servers
    venue = replace(VENUE, id=uuid4().hex)
    with closing(CentralRegister.open(db)) as central:
        central.put_venues([venue])
        offer = with_quota(60)
        central.put_offers(venue.id, [offer])
        tokens = [new_token(central, venue.id) for _ in range(DESKS)]
        yield Shared(central, db, urls, tokens, offer)


def visits(offer: Offer, count: int) -> list[Visit]:
    return [a_visit(offer.id, at=datetime.now(UTC)) for _ in range(count)]


def test_the_same_batch_at_every_process_at_once_counts_once(shared: Shared) -> None:
    sent = visits(shared.offer, 20)
    with ThreadPoolExecutor(DESKS) as pool:
        answers = list(pool.map(lambda desk: shared.post(desk, desk, sent), range(DESKS)))
    for of_one in zip(*answers, strict=True):
        assert sorted(of_one) == ["accepted"] + ["duplicate"] * (DESKS - 1)
    held = [visit for visit in shared.central.visits() if visit.offer_id == shared.offer.id]
    assert shared.used() == len(held) == 20


def test_a_quota_holds_over_all_processes(shared: Shared) -> None:
    batches = [visits(shared.offer, 5) for _ in range(4 * DESKS)]
    with ThreadPoolExecutor(DESKS) as pool:
        desks = range(len(batches))
        servers = [desk + desk // DESKS for desk in desks]
        answers = pool.map(shared.post, desks, servers, batches)
        outcomes = [outcome for answer in answers for outcome in answer]
    assert (outcomes.count("accepted"), outcomes.count("rejected")) == (60, 60)
    assert shared.used() == 60


def test_revisions_are_seen_in_order_while_imports_go_on(shared: Shared, tmp_path: Path) -> None:
    """No reader at any process ever sees a revision before those below it are there."""
    files = []
    imported = [f"C{number}X{place:03}" for number in range(IMPORTS) for place in range(50)]
    for number in range(IMPORTS):
        path = tmp_path / f"{number}.ndjson"
        lines = [
            json.dumps(TypeAdapter(Card).dump_python(a_card(name), mode="json"))
            for name in imported[number * 50 : number * 50 + 50]
        ]
        path.write_text("\n".join(lines), encoding="utf-8")
        files.append(str(path))

    def follow(server: int) -> tuple[list[int], set[str]]:
        reached, numbers = [0], set[str]()
        while len(numbers) < 1 + len(imported):
            if len(numbers) == 1:
                sleep(0.2)  # the programs that import are starting
            page = shared.call(0, server, f"/register/changes?after={reached[-1]}&limit=40")
            assert page["revision"] == reached[-1] + len(page["changes"])
            numbers |= {change["card"]["number"] for change in page["changes"]}
            assert page["count"] == len(numbers)
            if page["changes"]:
                reached.append(page["revision"])
        return reached, numbers

    with ThreadPoolExecutor(PROCESSES + len(files)) as pool:
        readers = [pool.submit(follow, server) for server in range(PROCESSES)]
        imports = [pool.submit(run, "import", "--db", shared.db, "--cards", file) for file in files]
        assert [done.result().returncode for done in imports] == [0] * IMPORTS
        followed = [reader.result() for reader in readers]
    for reached, numbers in followed:
        assert all(before < after for before, after in pairwise(reached))
        assert numbers == {"AB12345", *imported}
