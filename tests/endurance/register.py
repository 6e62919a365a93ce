"""A register that is struck again and again while desks send: nothing lost, nothing doubled.

``python -m tests.endurance.register --operations 100000`` has several desks send batches to a real
server on a real PostgreSQL, while the server is killed, a backend is killed (which ends them all),
PostgreSQL is stopped as by a power cut and started again, and sessions are cut. Then it compares
what was acknowledged with what the database holds. The report is JSON on standard output.
"""

import argparse
import json
import logging
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import UUID

import requests
from sqlalchemy import create_engine, select, text
from sqlalchemy.exc import DBAPIError

from sync.protocol import dump_operation
from sync.rules.offers import Quota
from sync.rules.visits import Operation
from sync.server.services.central_register import CentralRegister
from sync.server.store import tables
from tests.endurance.crash_target import CrashTarget
from tests.helpers.enrolling import new_token
from tests.helpers.postgres import Cluster
from tests.helpers.samples import VENUE, a_card, a_visit, a_void, an_offer

BATCH = 50
_CARDS = [f"CRASH{number:04}" for number in range(500)]
_PAUSE = 0.2


@dataclass
class RegisterReport:
    """What came of it. ``miscounted`` are tickets of the offer that its quota counts too many."""

    operations: int
    acknowledged: int = 0
    strikes: Counter[str] = field(default_factory=Counter)
    retries: int = 0
    seconds: float = 0.0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    miscounted: int = 0

    @property
    def is_good(self) -> bool:
        """Whether every visit is there and counted once, in its right state."""
        return self.lost == self.doubled == self.wrong == self.miscounted == 0

    def to_json(self) -> str:
        """The report as it is written."""
        return json.dumps(vars(self), indent=2)


class _SendingDesk:
    """Sends its share, each batch until it is acknowledged."""

    def __init__(self, url: str, token: str, offer_id: UUID, share: int) -> None:
        self._url = f"{url}/desk/v1/operations"
        self._headers = {"Authorization": f"Bearer {token}"}
        self._offer_id = offer_id
        self._share = share
        self.states: dict[UUID, str] = {}
        self.retries = 0
        self.done = 0

    def work(self) -> None:
        """Send it all; every tenth visit is voided in the same batch."""
        while self.done < self._share:
            visits = [
                a_visit(self._offer_id, number=random.choice(_CARDS), at=datetime.now(UTC))
                for _ in range(BATCH)
            ]
            voided = visits[:: BATCH // 5]
            voids = [a_void(visit.id) for visit in voided]
            batch: list[Operation] = [*visits, *voids]
            self._send([dump_operation(each) for each in batch])
            self.states |= {visit.id: "accepted" for visit in visits}
            self.states |= {visit.id: "voided" for visit in voided}
            self.done += len(visits) + len(voids)

    def _send(self, operations: list[dict[str, object]]) -> None:
        while True:
            with suppress(requests.RequestException, ValueError):
                answer = requests.post(
                    self._url, json={"operations": operations}, headers=self._headers, timeout=30
                )
                if answer.status_code == 200:
                    outcomes = {result["outcome"] for result in answer.json()["results"]}
                    if outcomes <= {"accepted", "duplicate"}:
                        return
                    raise RuntimeError(f"the register says {outcomes}")
            self.retries += 1
            time.sleep(_PAUSE)


def strike(cluster: Cluster, url: str, server: CrashTarget, kind: str) -> None:
    """Do one harm."""
    match kind:
        case "server killed":
            server.kill()
            server.start()
        case "database stopped":
            cluster.stop()
            cluster.start()
        case _:
            engine = create_engine(url)
            mine = "FROM pg_stat_activity WHERE datname = current_database()"
            others = f"{mine} AND pid <> pg_backend_pid()"
            # One that has ended meanwhile cannot be killed: then nothing is struck this time.
            with suppress(DBAPIError, ProcessLookupError), engine.connect() as connection:
                if kind == "sessions cut":
                    connection.execute(text(f"SELECT pg_terminate_backend(pid) {others}"))
                elif pids := connection.scalars(text(f"SELECT pid {others}")).all():
                    os.kill(random.choice(pids), signal.SIGKILL)
            engine.dispose()


STRIKES = ("server killed", "backend killed", "database stopped", "sessions cut")


def endure(operations: int, *, desks: int = 4, every: float = 3.0) -> RegisterReport:
    """Send so many operations while something is struck every few seconds, and compare."""
    report = RegisterReport(operations)
    began = time.monotonic()
    with ExitStack() as stack:
        cluster = stack.enter_context(Cluster(durable=True))
        url = stack.enter_context(cluster.database())
        central = CentralRegister.open(url)
        central.put_venues([VENUE])
        central.change_cards([a_card(number) for number in _CARDS])
        offer = replace(an_offer(), quota=Quota(operations, 0))
        central.put_offers(VENUE.id, [offer])
        tokens = [new_token(central, VENUE.id) for _ in range(desks)]
        central.close()
        server = stack.enter_context(CrashTarget(url))
        crowd = [_SendingDesk(server.url, token, offer.id, operations // desks) for token in tokens]
        threads = [threading.Thread(target=desk.work) for desk in crowd]
        for thread in threads:
            thread.start()
        done = 0
        while any(thread.is_alive() for thread in threads):
            time.sleep(every)
            if done == (done := sum(desk.done for desk in crowd)):
                continue  # a slow machine has to come to something between two strikes
            kind = STRIKES[report.strikes.total() % len(STRIKES)]
            strike(cluster, url, server, kind)
            report.strikes[kind] += 1
        cluster.stop()  # the last one may still be felt; and what is acknowledged outlives this too
        cluster.start()
        central = CentralRegister.open(url)
        visits = [*central.visits()]
        with central.database.reading() as connection:
            used = connection.scalar(
                select(tables.offers.c.used).where(tables.offers.c.id == offer.id)
            )
        central.close()
    held = Counter((visit.id, str(visit.state)) for visit in visits)
    counted = sum(visit.tickets.counted for visit in visits if visit.state == "accepted")
    report.miscounted = int(used or 0) - counted
    known = {id_: state for desk in crowd for id_, state in desk.states.items()}
    times = Counter(id_ for id_, _ in held.elements())
    report.acknowledged = sum(desk.done for desk in crowd)
    report.retries = sum(desk.retries for desk in crowd)
    report.lost = len(known.keys() - times.keys())
    report.doubled = sum(count > 1 for count in times.values())
    report.wrong = sum(known.get(id_) != state for id_, state in held)
    report.seconds = round(time.monotonic() - began, 1)
    return report


def main() -> int:
    """Read what is wanted, endure it, say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.register", description=__doc__)
    parser.add_argument("--operations", type=int, default=100_000)
    parser.add_argument("--desks", type=int, default=4)
    parser.add_argument("--every", type=float, default=3.0, help="seconds between two strikes")
    wanted = parser.parse_args()
    logging.disable(logging.CRITICAL)
    report = endure(wanted.operations, desks=wanted.desks, every=wanted.every)
    sys.stdout.write(report.to_json() + "\n")
    return 0 if report.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
