"""Validates the day of a visit that staff enter, by the register's own bounds."""

from datetime import date

from desk_app.services.errors import DayToComeError, DayTooOldError
from sync.rules.bounds import day_meant, day_refusal
from sync.rules.codes import Refusal


def check_visit_day(day: date, today: date, *, ahead: bool = True) -> None:
    """Raise ``DayToComeError`` or ``DayTooOldError`` for a day that no visit can have.

    Not ``ahead``, it cannot be tomorrow either: the form on the table has been filled in.
    """
    refusal = day_refusal(day, today)
    if refusal is None and (ahead or day <= today):
        return
    meant = day_meant(day, today)
    facts = {"day": day.isoformat()} | ({} if meant is None else {"meant": meant.isoformat()})
    if refusal is Refusal.TOO_OLD:
        raise DayTooOldError(**facts)
    raise DayToComeError(**facts)
