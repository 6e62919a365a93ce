"""Checking and recording at one offer that is open daily, with ever more visits to it.

What was recorded before must not be felt at the counter. What a card used itself has to be judged,
so half of the cards are regular customers, with all those visits, and the others have none: for
these nothing but the number of visits at the offer differs. The desks are measured in turns, so
that a busy moment of the machine falls on all.
"""

import random
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from statistics import median

from desk_app.devices.clock import SystemClock
from desk_app.services.checking import CheckService
from desk_app.services.timekeeping import Timekeeping
from desk_app.store.connection.database import Database
from desk_app.store.operation_log.commits import OperationLog
from desk_app.store.register.clock import StoredClock
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.looked_up_cards import StoredLookedUpCards
from desk_app.store.register.offers import StoredOffers
from desk_app.store.register.register import StoredRegister
from desk_app.store.schema.tables import operations, visits
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.records import visit_row
from sync.ports import OperationState
from sync.rules.offers import Quota
from sync.rules.register_sum import RegisterSum, card_line
from sync.rules.visits import Visit
from tests.benchmarks.yardsticks import NOW, Figures, number, p99, pages, seconds, visit
from tests.helpers.desks import a_record
from tests.helpers.samples import an_offer, as_in_feed

BEFORE = (0, 1_000, 50_000)
"""So many visits stand recorded at the offer already."""
_CARDS = 10_000
_OFFER = replace(an_offer(), quota=Quota(1_000_000, 0))


@dataclass
class _OfferDesk:
    database: Database
    checking: CheckService
    journal: StoredJournal
    checks: list[float]
    regulars: list[float]
    records: list[float]


def measure(folder: Path, *, times: int) -> Figures:
    """Milliseconds for each number of earlier visits, and how the last compares to the first."""
    desks = [_desk(folder / f"{before}.db", before) for before in BEFORE]
    draw = random.Random(2030)
    for _ in range(times):
        regular = draw.randrange(0, _CARDS, 2)
        for desk in draw.sample(desks, len(desks)):
            for n, taken in ((regular, desk.regulars), (regular + 1, desk.checks)):
                wanted = number(n)
                taken.append(seconds(lambda: desk.checking.check(wanted, _OFFER.id)))  # noqa: B023 - called at once
            recorded = _visit(draw.randrange(0, _CARDS, 2))
            desk.records.append(seconds(lambda: desk.journal.record(recorded)))  # noqa: B023 - called at once
    for desk in desks:
        desk.database.close()
    first, last = desks[0], desks[-1]
    return {
        "times": times,
        **{f"after_{before}": _figures(desk) for before, desk in zip(BEFORE, desks, strict=True)},
        "check_ratio": round(median(last.checks) / median(first.checks), 2),
        "regulars_check_ratio": round(median(last.regulars) / median(first.regulars), 2),
        "record_ratio": round(median(last.records) / median(first.records), 2),
    }


def _figures(desk: _OfferDesk) -> Figures:
    return {
        "check_p50_ms": round(median(desk.checks) * 1e3, 2),
        "check_p99_ms": round(p99(desk.checks) * 1e3, 2),
        "check_of_regulars_p50_ms": round(median(desk.regulars) * 1e3, 2),
        "record_p50_ms": round(median(desk.records) * 1e3, 2),
        "record_p99_ms": round(p99(desk.records) * 1e3, 2),
    }


def _visit(n: int) -> Visit:
    return replace(visit(n), offer_id=_OFFER.id)


def _desk(path: Path, before: int) -> _OfferDesk:
    key = secrets.token_hex(32)
    database = Database.open(path, key)
    desk, register, offers = StoredDesk(database), StoredRegister(database), StoredOffers(database)
    desk.enrol(a_record())
    register.begin_load(1)
    total = RegisterSum()
    for page in pages(_CARDS):
        total += RegisterSum.of(map(card_line, page))
        register.add_page(page, after=None, last=True)
    register.adopt(revision=1, expected=total, verified_at=NOW)
    _fill(database, before)
    offers.apply([_OFFER], [], cursor="1", complete_at=NOW)
    database.close()
    return _opened(path, key)


def _opened(path: Path, key: str) -> _OfferDesk:
    """The desk as it is opened in the morning.

    Making it ran more statements than the driver keeps compiled, and the more the more there was.
    """
    database = Database.open(path, key)
    desk, register, offers = StoredDesk(database), StoredRegister(database), StoredOffers(database)
    database.follow(OperationLog(path, key))
    journal = StoredJournal(database)
    timekeeping = Timekeeping(SystemClock(), StoredClock(database), desk)
    seen = StoredLookedUpCards(database)
    checking = CheckService(desk, register, offers, journal, timekeeping, seen)
    return _OfferDesk(database, checking, journal, [], [], [])


def _fill(database: Database, before: int) -> None:
    """Visits that the register has accepted, and told of: one card's among them, and many's."""
    made = [
        replace(_visit(2 * n % _CARDS), recorded_at=NOW - timedelta(hours=1)) for n in range(before)
    ]
    if not made:
        return
    with database.write() as connection:
        connection.execute(visits.insert(), [visit_row(each) for each in made])
        connection.execute(
            operations.insert(),
            [
                {
                    "id": each.id,
                    "kind": each.kind,
                    "visit_id": each.id,
                    "state": OperationState.ACCEPTED,
                    "taken": True,
                    "settled_at": NOW - timedelta(minutes=30),
                }
                for each in made
            ],
        )
    own = a_record().desk_id
    StoredActivity(database).apply([as_in_feed(each, desk_id=own) for each in made], cursor="1")
