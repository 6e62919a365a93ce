"""The hourly work for the console: holders' details are forgotten, visits are summed."""

from datetime import timedelta

from sqlalchemy import func, select, update

from sync.rules.periods import local_day
from sync.server.console.store import visit_sums
from sync.server.services.central_register import CentralRegister
from sync.server.services.retention import AT_ONCE
from sync.server.store.console_tables import registered_cards
from sync.server.store.tables import cards

DETAILS_DAYS = 365
"""Ours: after a card's last day, for holders who renew late; one that has left the register has had
twelve months besides."""


def sum_visits(central: CentralRegister) -> None:
    """Sum visits, so that a request for statistics adds up the last hour's alone."""
    visit_sums.bring_up_to_date(central.database)


def forget_details(central: CentralRegister) -> int:
    """Forget birth year and postcode of holders whose cards ended long ago; of how many.

    For the statistics the decade and the postcode's first two digits stay.
    """
    now = central.now()
    today = local_day(now, central.policy.zone)
    known = registered_cards.c
    has_ended = cards.c.valid_until < today - timedelta(days=DETAILS_DAYS)
    has_gone = cards.c.number.is_(None) & (known.registered_at < now - timedelta(2 * DETAILS_DAYS))
    query = (
        select(known.id)
        .outerjoin_from(registered_cards, cards, cards.c.number == known.number)
        .where(known.birth_year.is_not(None) | known.postcode.is_not(None))
        .where(has_ended | has_gone)
    )
    coarse = {
        "birth_decade": known.birth_year - known.birth_year % 10,
        "postcode_area": func.substr(known.postcode, 1, 2),
        "birth_year": None,
        "postcode": None,
    }
    forgotten = 0
    while True:
        with central.database.reading() as connection:  # the search takes long and locks nothing
            some = connection.scalars(query.limit(AT_ONCE)).all()
        if not some:
            return forgotten
        still_due = known.id.in_(query.where(known.id.in_(some)))  # not renewed in between
        with central.database.writing() as connection:
            connection.execute(update(registered_cards).where(still_due).values(coarse))
        forgotten += len(some)
