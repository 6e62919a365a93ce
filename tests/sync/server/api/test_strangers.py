"""Strangers: whose address is believed, whose turn comes first, and what is logged of them."""

import asyncio
import logging
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import anyio
import pytest
import requests

from sync.errors import DeskRefusedError
from sync.server.api.app import make_app
from sync.server.api.connection_bounds import Connections
from sync.server.api.queues import Queues
from sync.server.api.serving import Network
from sync.server.api.unknown_callers import LogLimiter, RefusalDelay
from sync.server.services.central_register import CentralRegister
from sync.server.services.desk_session import DeskSession
from sync.server.store.attempt_limits import MOST_OF_ONE_START
from sync.server.store.desks import hash_token
from tests.benchmarks import strangers
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE
from tests.sync.server.program import run_in_turn
from tests.sync.server.register_fixture import RegisterFixture

LOCAL = ip_network("127.0.0.0/8")


def enrolled(url: str, code: str, forwarded: str) -> requests.Response:
    body = {"activation_code": code, "desk_name": "Luukku", "app_version": "1"}
    headers = {"X-Forwarded-For": forwarded}
    return requests.post(f"{url}/desk/v1/enrolments", json=body, headers=headers, timeout=60)


@pytest.mark.parametrize(("proxies", "status"), [([LOCAL], 201), ([], 429)])
def test_a_forwarded_address_is_believed_of_named_proxies_alone(
    tmp_path: Path, proxies: list[Network], status: int
) -> None:
    """Otherwise a guesser would have an address of their own for every guess."""
    with LiveRegister(tmp_path, proxies=proxies) as register:
        register.import_venues([VENUE])
        code = register.activation(VENUE.id)
        for _ in range(MOST_OF_ONE_START):
            enrolled(register.url, f"{code[:4]}-XXXX-XXXX", "203.0.113.1")
        assert enrolled(register.url, code, "203.0.113.2").status_code == status


def test_proxies_are_named_by_address_or_network(tmp_path: Path) -> None:
    start = ["run", "--db", f"sqlite:///{tmp_path / 'register.db'}", "--port", "0"]
    written = ("10.0.0.0/8", "127.0.0.1", "fd00::/8", "proxy.example")
    commands = [[*start, "--host", "nowhere.", "--trusted-proxy", each] for each in written]
    *taken, refused = run_in_turn(*commands)
    for each in taken:
        assert "cannot listen on nowhere." in each.complained
    assert refused.status == 2
    assert "10.0.0.0/8" in refused.complained


class Wire:
    """A connection that is idle from the start."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.idle_since: float | None = 0.0
        self.is_cut = False

    def cut(self) -> None:
        self.is_cut = True


def test_a_named_proxy_may_have_any_number_of_connections() -> None:
    open_ones = Connections(most=100, most_from_one=2, is_proxy=lambda one: one == "10.0.0.1")
    from_proxy = [Wire("10.0.0.1") for _ in range(5)]
    for wire in from_proxy:
        open_ones.add(wire)
    assert not any(wire.is_cut for wire in from_proxy)


def test_desks_are_answered_beside_hostile_connections_of_five_kinds(tmp_path: Path) -> None:
    """The benchmark in short: how long it takes, and the memory, are measured there."""

    async def story(plan: strangers.Plan) -> tuple[dict[str, Any], set[str]]:
        async with strangers.crowd(plan) as come:
            return await strangers.work(plan), set(come)

    desks = strangers.fill(f"sqlite:///{tmp_path / 'register.db'}", 3)
    with LiveRegister(tmp_path) as register:
        plan = strangers.Plan(register.url, desks, strangers=50, seconds=0.6, every=0.2)
        figures, kinds = asyncio.run(story(plan))
    assert len(kinds) == 5
    assert figures["accepted"] >= 3
    assert figures["failures"] == {}


def refuse() -> None:
    raise DeskRefusedError("no", code="token_invalid")


def test_a_crowd_of_made_up_tokens_keeps_no_known_desk_waiting() -> None:
    async def story() -> str:
        turns = Queues()
        assert await turns.ask("right", lambda: "first") == "first"
        for _ in range(int(turns.strangers.total_tokens)):
            turns.strangers.acquire_on_behalf_of_nowait(object())
        with anyio.fail_after(60):
            return await turns.ask("right", lambda: "answered")

    assert anyio.run(story) == "answered"


def test_a_token_that_is_refused_waits_among_strangers_again() -> None:
    async def story() -> None:
        turns = Queues()
        await turns.ask("once right", lambda: None)
        assert hash_token("once right") in turns.known
        with pytest.raises(DeskRefusedError):
            await turns.ask("once right", refuse)
        assert hash_token("once right") not in turns.known

    anyio.run(story)


def test_nothing_more_is_heard_of_a_token_with_which_a_batch_was_refused() -> None:
    async def story() -> None:
        turns = Queues()
        await turns.ask("once right", lambda: None)
        with pytest.raises(DeskRefusedError):
            await turns.settle("once right", refuse)
        assert not turns.knows("once right")

    anyio.run(story)


def test_a_server_that_starts_anew_knows_every_desk_that_is_enrolled(tmp_path: Path) -> None:
    fixture = RegisterFixture(f"sqlite:///{tmp_path / 'register.db'}")
    revoked = fixture.new_token()
    fixture.central.revoke(DeskSession(fixture.central, revoked).me().desk_id)
    token = fixture.new_token()
    known = make_app(fixture.central).state.queues.known
    assert hash_token(token) in known
    assert hash_token(revoked) not in known
    fixture.central.close()


def test_the_more_are_refused_at_once_the_longer_they_wait() -> None:
    async def together(count: int) -> float:
        refused, began = RefusalDelay(), anyio.current_time()
        async with anyio.create_task_group() as group:
            for _ in range(count):
                group.start_soon(refused.wait)
        return anyio.current_time() - began

    assert anyio.run(together, 30) < anyio.run(together, 50)


def test_who_is_refused_waits_for_those_who_still_stand_in_line_too(tmp_path: Path) -> None:
    """Else a crowd that is refused one by one would never be one, and take all that there is."""
    central = CentralRegister.open(f"sqlite:///{tmp_path / 'register.db'}")
    app = make_app(central)

    async def story() -> bool:
        async with anyio.create_task_group() as group:
            for _ in range(40):
                group.start_soon(app.state.queues.strangers.acquire_on_behalf_of, object())
            await anyio.wait_all_tasks_blocked()
            many: bool = app.state.refused.beyond_a_few > 0
            group.cancel_scope.cancel()
        return many

    assert anyio.run(story)
    central.close()


def test_a_line_is_logged_at_once_and_then_with_all_hits_of_a_while() -> None:
    seldom = LogLimiter(every=0.0)
    assert [seldom.hits(), seldom.hits()] == [1, 1]
    rarely = LogLimiter(every=3600.0)
    assert [rarely.hits() for _ in range(4)] == [1, 0, 0, 0]


def test_refused_requests_are_logged_once_a_minute_not_once_a_hit(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "sync.server")
    with LiveRegister(tmp_path) as register:
        for _ in range(30):
            requests.get(f"{register.url}/desk/v1/me", timeout=60)
    lines = [vars(record) for record in caplog.records]
    assert [line["status"] for line in lines if line["msg"] == "requests refused"] == [401]
    assert [line for line in lines if line["msg"] == "request"] == []
