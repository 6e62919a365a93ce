"""A window's desk and headless commands beside it, each a program of its own, at the same time."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.errors import RefusedError
from desk_app.services.recording import VisitRequest
from sync.rules.offers import CardLimit, LimitPeriod, Quota
from sync.rules.visits import VisitState
from tests.helpers import programs
from tests.helpers.cli_user import MUSEUM, POLICY, VENUE, a_card
from tests.helpers.register import LiveRegister

TICKETS = 12
ONCE = replace(MUSEUM, id=UUID(int=1), card_limit=CardLimit(1, LimitPeriod.DAY))
SCARCE = replace(MUSEUM, id=UUID(int=2), quota=Quota(TICKETS, 0))
CARDS = [f"SHARED{number:02}" for number in range(8)]

_COMMANDS = """
import contextlib, io, json, sys
from desk_app.__main__ import main
desk, commands = json.loads(sys.argv[1])
for command in commands:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = main([*desk, "--json", *command])
    print(json.dumps([command[0], status, json.loads(out.getvalue())]), flush=True)
"""


@pytest.fixture
def register(tmp_path: Path) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path, policy=POLICY) as running:
        running.import_venues([VENUE])
        running.import_cards([a_card(number) for number in CARDS])
        running.import_offers(VENUE.id, [ONCE, SCARCE, MUSEUM])
        yield running


def test_nothing_is_lost_and_no_limit_is_passed_while_all_of_them_work(
    tmp_path: Path, register: LiveRegister
) -> None:
    home, secrets = tmp_path / "home", f"file:{tmp_path / 'secrets.json'}"
    desk = ["--home", str(home), "--secrets", secrets]

    def program(*commands: list[str]) -> programs.Started:
        return programs.start(
            "-c", _COMMANDS, json.dumps([desk, commands]), loads=programs.COMMANDS
        )

    with App.open(Home(home), secrets, Messages(catalogue("en"), "en")) as window:
        register.enrol(window, VENUE.id)
        window.sync_once()
        window.start_sync_worker(lambda _: None)
        given: Counter[UUID] = Counter()
        to_void = []
        for number in CARDS:
            asked = VisitRequest(number=number, offer_id=MUSEUM.id)
            to_void.append(window.services.recording.record(asked).visit.id)
            given[MUSEUM.id] += 1
        once = [["record", number, "--offer", str(ONCE.id)] for number in CARDS]
        scarce = [["record", number, "--offer", str(SCARCE.id)] for number in CARDS]
        beside = [
            program(*once, *scarce),
            program(*scarce, *once),
            program(*[["sync"]] * 4),
            program(*(["void", str(visit), "--reason", "mistake"] for visit in to_void[::2])),
        ]
        for visit in to_void[1::2]:
            window.services.voiding.void(visit)
        for number in CARDS:
            for offer in (SCARCE, ONCE):
                try:
                    window.services.recording.record(VisitRequest(number=number, offer_id=offer.id))
                except RefusedError:
                    continue
                given[offer.id] += 1
        results: list[Any] = []
        for each in beside:
            output, complaints = each.communicate(timeout=300)
            assert (each.returncode, complaints.strip()) == (0, ""), complaints
            results += map(json.loads, output.splitlines())
        acknowledged = [
            data["visit_id"] for _, status, data in results if status == 0 and data.get("visit_id")
        ]
        window.sync_once()
        kept = {str(entry.visit.id) for entry in window.services.journal.latest(1000)}
        count = window.services.journal.count()

    taken_back = {visit.id for visit in register.visits() if visit.state is VisitState.VOIDED}
    arrived = Counter(visit.offer_id for visit in register.visits())
    assert {status for _, status, _ in results} <= {0, 6}
    assert {status for action, status, _ in results if action == "void"} == {0}
    assert taken_back == set(to_void)
    assert set(acknowledged) <= kept
    assert len(kept) == len(acknowledged) + given.total()
    assert (count.pending, count.attention, count.sent) == (0, 0, len(kept) + len(to_void))
    assert (arrived[ONCE.id], arrived[SCARCE.id]) == (len(CARDS), TICKETS)
