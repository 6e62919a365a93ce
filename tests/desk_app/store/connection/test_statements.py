"""Rows that the driver inserts by itself are stored as SQLAlchemy stores them."""

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from desk_app.store.connection.database import Database
from desk_app.store.connection.statements import PreparedInsert, driver
from desk_app.store.schema.tables import visits
from desk_app.store.visits.records import visit_row
from tests.helpers.samples import MOMENT, a_visit

COLUMNS = {column.name: column for column in visits.c}
STORED = sa.text("SELECT * FROM visits ORDER BY rowid")


def test_every_kind_of_value_is_stored_as_sqlalchemy_stores_it(database: Database) -> None:
    plain = a_visit()
    full = replace(
        plain,
        printed_valid_until=date(2026, 12, 31),
        operator="AB",
        value_cents=0,
        provisional=True,
    )
    prepared = PreparedInsert(visits.insert(), COLUMNS)
    for visit in (plain, full):
        row = visit_row(visit) | {"system_at": MOMENT, "clock_run": 3, "card_mark": b"\0\1"}
        with database.write() as connection:
            connection.execute(visits.insert(), row)
            by_sqlalchemy = driver(connection).execute(STORED.text).fetchall()
            connection.execute(visits.delete())
            prepared.run(connection, row)
            assert driver(connection).execute(STORED.text).fetchall() == by_sqlalchemy
            connection.execute(visits.delete())
