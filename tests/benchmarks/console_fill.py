"""A register of some years, to measure its console on: cards, visits, desks, and what was noted.

Most rows are made by the database itself out of some thousands that are written here: writing a
million takes longer than measuring them.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CTE, Connection, Function, func, insert, literal, select

from sync.messages import Outcome
from sync.rules.cards import CardStatus
from sync.rules.offers import Offer, Sector
from sync.rules.venues import Venue
from sync.rules.visits import Tickets, VisitState
from sync.server.console import sign_in
from sync.server.console.context import Console
from sync.server.console.store import accounts, registered_cards, visit_sums
from sync.server.services.central_register import CentralRegister
from sync.server.services.desk_session import DeskSession
from sync.server.store import operations, venues
from sync.server.store.console_tables import Role, console_audit
from sync.server.store.console_tables import registered_cards as registered
from sync.server.store.database_limits import ADMIN
from sync.server.store.tables import audit, cards, desks, standings, visits
from tests.benchmarks.nation import CARDS, VENUES, Seat, card_number, enrol
from tests.helpers.samples import a_card, a_visit, an_offer

AREAS = 50
YEARS = 5
"""Over which the visits are spread: a million are then some 550 a day in the whole nation."""
_WRITTEN_HERE = 20_000
_REFUSALS = 20  # of each desk
_NUMBERS_KEPT = 30  # days
_STATUSES = (*[CardStatus.ACTIVE] * 17, *[CardStatus.SUSPENDED] * 2, CardStatus.REVOKED)


@dataclass(frozen=True)
class Filled:
    """What was made: the desks, a session of Kaikukeskus, and one of each thing to look at."""

    desks: list[Seat]
    cookie: str
    venue_cookie: str
    form_token: str
    venue: str
    offer: UUID
    card: UUID
    number: str


def fill(url: str, *, desk_count: int, card_count: int, visit_count: int) -> Filled:
    """Fill an empty database."""
    central = CentralRegister.open(url, limits=ADMIN)
    places = [Venue(f"v{number}", f"Talo {number}", _area(number)) for number in range(VENUES)]
    sectors = [*Sector]
    offers = {
        venue.id: replace(an_offer(), sector=sectors[number % len(sectors)])
        for number, venue in enumerate(places)
    }
    enrolled = enrol(central, desk_count, places, offers)
    _put_cards(central, card_count)
    console = Console(central)
    invitation = sign_in.national_account(console, "kaikukeskus")
    with central.database.writing() as connection:
        account = accounts.invited(connection, invitation, central.now())
        place = accounts.add_workplace(
            connection, Role.VENUE, "Talo 0", _area(0), "v0", central.now()
        )
        at_venue = accounts.account(
            connection, sign_in.new_account(connection, console, place, "talo")
        )
        issuer = accounts.add_workplace(
            connection, Role.ISSUER, "Sosiaalitoimi", _area(0), None, central.now()
        )
        _write_visits(connection, visit_count, [*offers.values()], central.now())
        _write_beside(connection, issuer, central.now())
        number = card_number(0)
        found = registered_cards.id_of(connection, number)
    assert found is not None
    visit_sums.bring_up_to_date(central.database)  # as the server does every hour
    central.database.analyse()
    cookie = sign_in.begin_session(console, account, timedelta(hours=12))
    venue_cookie = sign_in.begin_session(console, at_venue, timedelta(hours=12))
    seats = _at_the_end(central, enrolled)
    central.close()
    return Filled(
        seats,
        cookie,
        venue_cookie,
        console.form_token(cookie),
        "v0",
        offers["v0"].id,
        found[0],
        number,
    )


def _area(number: int) -> str:
    return f"Kunta {number % AREAS}"


def _put_cards(central: CentralRegister, count: int) -> None:
    today = central.now().date()
    made = []
    for number in range(count):
        is_used = number < CARDS  # the desks record visits on these
        since = today - timedelta(days=random.randrange(300 if is_used else YEARS * 365))
        made.append(
            replace(
                a_card(card_number(number), minors=number % 4),
                status=CardStatus.ACTIVE if is_used else random.choice(_STATUSES),
                valid_from=since,
                valid_until=since + timedelta(days=365),
                area=_area(number),
            )
        )
    central.change_cards(made)


def _write_visits(
    connection: Connection, count: int, offers: Sequence[Offer], now: datetime
) -> None:
    """Visits at every venue; the numbers of old ones are no longer kept."""
    ids = list(connection.scalars(select(desks.c.id).order_by(desks.c.name)))
    written = min(count, _WRITTEN_HERE)
    rows = []
    for number in range(written):
        at = now - timedelta(days=random.randrange(YEARS * 365))
        at = datetime.combine(at, time(random.randrange(9, 20)), UTC)
        offer = offers[number % VENUES]
        is_old = now - at > timedelta(days=_NUMBERS_KEPT - 1)
        visit = replace(
            a_visit(offer.id, number=card_number(random.randrange(1_000)), at=at),
            tickets=Tickets(
                holder=1, children=random.choice((0, 0, 0, 1, 2)), assistants=number % 20 == 0
            ),
        )
        rows.append(
            {
                **operations.columns_of(visit),
                **({"card_number": ""} if is_old else {}),
                "venue_id": f"v{number % VENUES}",
                "desk_id": random.choice(ids),
                "received_at": at,
                "state": VisitState.VOIDED if number % 40 == 0 else VisitState.ACCEPTED,
                "position": 2 + number // VENUES,
            }
        )
    connection.execute(insert(visits), rows)
    of_one_venue, times = -(-written // VENUES), count // written - 1
    if times:
        copies = _numbers(times)
        made = {
            "id": _new_id(connection),
            "position": visits.c.position + copies.c.number * of_one_venue,
        }
        values = [made.get(column.name, column) for column in visits.c]
        copied = select(*values).select_from(visits.join(copies, literal(1) == 1))
        connection.execute(insert(visits).from_select([*visits.c.keys()], copied))
    for number in range(VENUES):
        venues.set_position(connection, f"v{number}", 2 + of_one_venue * (times + 1))


def _write_beside(connection: Connection, issuer: UUID, now: datetime) -> None:
    """That the cards were registered, how the desks stand, and what was refused."""
    by_day = select(cards.c.number, cards.c.area, cards.c.valid_from).order_by(cards.c.valid_from)
    given = [
        (number, area, datetime.combine(day, time(random.randrange(8, 16)), UTC))
        for number, area, day in connection.execute(by_day)
    ]
    details_end = now - timedelta(days=2 * 365)  # those of older cards have been forgotten
    connection.execute(
        insert(registered),
        [
            {
                "id": uuid4(),
                "number": number,
                "area": area,
                "registered_at": at,
                "workplace_id": issuer,
                "birth_year": 1970 if at > details_end else None,
                "postcode": "00100" if at > details_end else None,
            }
            for number, area, at in given
        ],
    )
    done = {"login": "virkailija", "action": "card_registered", "subject": "*****45"}
    connection.execute(
        insert(console_audit), [{"at": at, "area": area, **done} for _, area, at in given]
    )
    noted = select(
        desks.c.id, literal(now, standings.c.heard_at.type), literal(0), literal(0), literal(1),
        literal(1), literal("x"),
    )  # fmt: skip
    names = ["desk_id", "heard_at", "pending", "attention", "register_revision", "nonces"]
    connection.execute(insert(standings).from_select([*names, "nonce_given"], noted))
    times = _numbers(_REFUSALS)
    refused = select(
        literal(now, audit.c.at.type), desks.c.id, _new_id(connection), literal("visit"),
        literal(Outcome.REJECTED, audit.c.outcome.type), literal("card_expired"),
    ).select_from(desks.join(times, literal(1) == 1))  # fmt: skip
    names = ["at", "desk_id", "operation_id", "kind", "outcome", "code"]
    connection.execute(insert(audit).from_select(names, refused))


def _numbers(most: int) -> CTE:
    """1 to ``most``, as rows."""
    counting = select(literal(1).label("number")).cte("numbers", recursive=True)
    return counting.union_all(select(counting.c.number + 1).where(counting.c.number < most))


def _new_id(connection: Connection) -> Function[Any]:
    if connection.dialect.name == "postgresql":
        return func.gen_random_uuid()
    return func.lower(func.hex(func.randomblob(16)))


def _at_the_end(central: CentralRegister, seats: list[Seat]) -> list[Seat]:
    """The desks once they have read all that there is, as desks have that work every day."""
    cursors: list[str] = []
    for seat in seats[:VENUES]:
        session, cursor, more = DeskSession(central, seat.token), None, True
        while more:
            page = session.activity(cursor)
            cursor, more = page.cursor, page.more
        cursors.append(cursor or "")
    return [replace(seat, cursor=cursors[number % VENUES]) for number, seat in enumerate(seats)]
