"""A register without its HTTP skin, a clock to turn, and desks to send from."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import literal, null, select, union_all

from sync.messages import OperationResult
from sync.rules.cards import Card
from sync.rules.offers import CardLimit, LimitPeriod, Offer, OfferKind, Quota
from sync.rules.venues import Venue
from sync.rules.visits import Operation, Tickets, Visit
from sync.server.keys.key_files import keys_of
from sync.server.services.central_register import CentralRegister
from sync.server.services.desk_session import DeskSession
from sync.server.store import offers, tables
from tests.helpers.enrolling import new_token
from tests.helpers.put_back import Copy, copy_of, put_back
from tests.helpers.samples import MOMENT, VENUE, a_card, a_visit, an_offer

ELSEWHERE = Venue("museo", "Rantamuseo", "Turku")
TODAY = date(2026, 11, 24)


class RegisterFixture:
    """A register at :data:`MOMENT` with two venues, one card and one offer."""

    card: Card
    offer: Offer
    token: str

    def __init__(self, url: str, model: Self | None = None) -> None:
        """``model`` is one of whose database this is a copy: to fill one takes its time."""
        self.now = MOMENT
        self.url = url
        if model is not None:
            shutil.copy2(str(keys_of(model.url)), str(keys_of(url)))
        self.central = CentralRegister.open(url, clock=lambda: self.now)
        if model is not None:
            self.card, self.offer = model.card, model.offer
            self.desk = DeskSession(self.central, model.token)
            return
        self.central.put_venues([VENUE, ELSEWHERE])
        self.card = a_card(minors=2)
        self.central.change_cards([self.card])
        self.offer = self.with_offer(an_offer())
        self.token = self.new_token(VENUE)
        self.desk = DeskSession(self.central, self.token)

    def new_desk(self, venue: Venue = VENUE, name: str = "Lippuluukku 1") -> DeskSession:
        return DeskSession(self.central, self.new_token(venue, name=name))

    def new_token(self, *venues: Venue, name: str = "Lippuluukku 1") -> str:
        ids = [venue.id for venue in venues or (VENUE,)]
        return new_token(self.central, *ids, name=name)

    def empty_venue(self) -> Venue:
        """A venue without any offer or visit."""
        venue = Venue("uusi", "Uusi kohde", "Espoo")
        self.central.put_venues([venue])
        return venue

    def with_offer(self, offer: Offer, venue: Venue = VENUE) -> Offer:
        self.central.put_offers(venue.id, [offer])
        return offer

    def without_offer(self, offer: Offer, venue: Venue = VENUE) -> None:
        with self.central.database.writing() as connection:
            offers.drop(connection, venue.id, [offer.id])

    def visit(self, offer: Offer | None = None, *, day: date = TODAY, **tickets: int) -> Visit:
        visit = a_visit((offer or self.offer).id, number=self.card.number)
        return replace(visit, local_date=day, tickets=Tickets(**(tickets or {"holder": 1})))

    def send(self, *operations: Operation, desk: DeskSession | None = None) -> list[str]:
        """Each outcome, with its code where there is one: ``rejected card_unknown``."""
        return [outcome_of(result) for result in (desk or self.desk).submit(list(operations))]

    def states(self) -> dict[UUID, str]:
        return {visit.id: str(visit.state) for visit in self.central.visits()}

    def used(self, offer: Offer) -> int | None:
        page = self.desk.offers(None)
        quota = next(found.quota for found in page.offers if found.id == offer.id)
        return quota.used if quota else None

    def feed_of(self, offer: Offer) -> Offer | None:
        """The offer as desks hear of it; ``None`` where it is off the list."""
        page = self.desk.offers(None)
        return next((found for found in page.offers if found.id == offer.id), None)

    def audit(self) -> list[tuple[UUID, str, str | None]]:
        """All that was sent, in the order of its time, and what was told."""
        others = tables.audit.c
        accepted = [
            select(table.c.received_at.label("at"), table.c.id, literal("accepted"), null())
            for table in (tables.visits, tables.voids, tables.own_offers)
        ]
        query = union_all(
            *accepted,
            select(others.at, others.operation_id, others.outcome, others.code),
        ).order_by("at")
        with self.central.database.reading() as connection:
            return [(row[1], row[2], row[3]) for row in connection.execute(query)]

    def backup(self) -> Copy:
        """All rows of all tables as they are, to be put back later."""
        return copy_of(self.central)

    def put_back(self, backup: Copy) -> None:
        """Have the database be again what a backup has kept, under the running register."""
        put_back(self.central, backup)

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)


def outcome_of(result: OperationResult) -> str:
    return f"{result.outcome} {result.code}" if result.code else str(result.outcome)


def with_quota(total: int, used: int = 0) -> Offer:
    return replace(an_offer(), quota=Quota(total, used))


def with_limit(count: int, period: LimitPeriod, days: int | None = None) -> Offer:
    return replace(an_offer(), card_limit=CardLimit(count, period, days))


def a_course(count: int = 2) -> Offer:
    limit = CardLimit(count, LimitPeriod.CALENDAR_YEAR)
    return replace(an_offer(), kind=OfferKind.COURSE, card_limit=limit)


def at(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)
