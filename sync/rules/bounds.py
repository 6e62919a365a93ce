"""Bounds of time: for a clock, for an instant, and for the day of a visit.

A desk and a register that judge by the same bounds never refuse each other's visits for their day.
"""

from datetime import MAXYEAR, UTC, date, datetime

from sync.rules.codes import Refusal

RELEASED = datetime(2026, 1, 1, tzinfo=UTC)
"""No clock that is right says less: this program was not there before."""
LAST_TIME_BELIEVED = RELEASED.replace(year=RELEASED.year + 10)
"""Ours: a clock that says more is taken for wrong; by then there is a newer version."""
DAYS_AHEAD = 1
"""A day for clocks and time zones (contract 1.6)."""
DAYS_BACK = 400
"""Earlier days belong to statistics that are closed (contract 1.6)."""
FIRST_YEAR = 2000
LAST_YEAR = 2199
"""Ours: no visit, and no offer, is of another year; a day of any other is a slip."""


def is_believable(at: datetime) -> bool:
    """Whether a clock that says this can be right."""
    return RELEASED <= at <= LAST_TIME_BELIEVED


def is_meant(day: date) -> bool:
    """Whether a day, or a moment, lies in a year that can be meant."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def check_instant(at: datetime | None, what: str) -> None:
    """Raise ``ValueError`` for an instant without a time zone, or of an absurd year.

    Years within the bounds can be written, read back and reckoned with in every time zone.
    """
    if at is None:
        return
    if at.tzinfo is None:
        raise ValueError(f"{what} must name its time zone")
    check_day(at.date(), what)


def check_end(at: datetime | None, what: str) -> None:
    """Check as :func:`check_instant`, but for the last day of the year 9999: "for ever".

    It has to be a moment in UTC too.
    """
    if at is None or at.tzinfo is None or at.year != MAXYEAR:
        check_instant(at, what)
        return
    try:
        at.astimezone(UTC)
    except OverflowError as beyond:
        raise ValueError(f"{what} lies beyond all years") from beyond


def check_day(day: date, what: str) -> None:
    """Raise ``ValueError`` for a day of an absurd year."""
    if not is_meant(day):
        raise ValueError(f"{what} lies between the years {FIRST_YEAR} and {LAST_YEAR}")


def day_refusal(day: date, today: date) -> Refusal | None:
    """The refusal of a visit's day: ``malformed`` if to come, ``too_old`` if long past, or none."""
    ahead = (day - today).days
    if ahead > DAYS_AHEAD:
        return Refusal.MALFORMED
    return Refusal.TOO_OLD if ahead < -DAYS_BACK else None


def day_meant(day: date, today: date) -> date | None:
    """The probably meant day for one out of bounds: the latest similar day that has been.

    ``None`` where no year makes it right, as for a 29 February.
    """
    for year in (today.year, today.year - 1):
        try:
            meant = day.replace(year=year)
        except ValueError:
            continue
        if meant <= today and day_refusal(meant, today) is None:
            return meant
    return None
