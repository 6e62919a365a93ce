"""The season check of a desk on a machine on which all is well."""

from datetime import date

from desk_app.services.season import Season, SeasonFacts, check_season
from desk_app.store.register.season import StoredSeason
from tests.helpers.desk_fixture import DeskFixture


def season_of(desk: DeskFixture, until: date) -> Season:
    """What the check finds."""
    today = desk.clock.at.date()
    return check_season(
        until,
        SeasonFacts(
            today=today,
            last_contact=today,
            standing=desk.services.standing.standing(),
            offers=desk.offers.all(),
            cards_ending=StoredSeason(desk.database).cards_ending(today, until),
            other_desks=["Luukku 2"],
            free_mb=9_000,
            secrets_file=None,
            problems={},
        ),
    )
