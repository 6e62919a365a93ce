"""The spelling of areas: a typed area takes the spelling of one that is there already."""

from sqlalchemy import Connection, select

from sync.rules.venues import same_area
from sync.server.store.console_tables import workplaces
from sync.server.store.tables import venues


def as_written(connection: Connection, area: str) -> str:
    """An area as venues or workplaces write it; as it was typed where it is new."""
    for column in (venues.c.area, workplaces.c.area):
        for known in connection.scalars(select(column).distinct().order_by(column)):
            if same_area(known, area):
                return str(known)
    return " ".join(area.split())
