"""``season``: gathers what the season check looks at."""

from datetime import date

from desk_app.bootstrap.application import App
from desk_app.devices.secrets import secrets_from
from desk_app.diagnostics.machine import free_mb
from desk_app.services.errors import DeskError
from desk_app.services.season import Season, SeasonFacts, check_season
from desk_app.store.register.season import StoredSeason
from sync.rules.periods import local_day

_FILE = "file:"


def examine_season(app: App, until: date) -> Season:
    """Check whether the desk can do without a network until a day.

    Raises ``NotEnrolledError`` or a ``StoreError``.
    """
    desk = app.services.checking.enrolment()
    today = app.clock.moment(desk.policy).at.date()
    store = StoredSeason(app.opened.database)
    problems: dict[str, DeskError] = {}
    free = 0
    try:
        free = free_mb(app.home.folder)
    except DeskError as unwritable:
        problems["disk"] = unwritable
    choice = app.secrets_choice
    try:
        secrets_from(choice, app.home.folder).get("season")  # only asking is the point
    except DeskError as locked:
        problems["keyring"] = locked
    return check_season(
        until,
        SeasonFacts(
            today=today,
            last_contact=local_day(
                app.clock.latest_register_time() or desk.enrolled_at, desk.policy.zone
            ),
            standing=app.services.standing.standing(),
            offers=app.services.offers.all(),
            cards_ending=store.cards_ending(today, until),
            other_desks=store.other_desks(desk.desk_id),
            free_mb=free,
            secrets_file=choice.removeprefix(_FILE) if choice.startswith(_FILE) else None,
            problems=problems,
        ),
    )
