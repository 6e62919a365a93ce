"""Venues: what they are, their offers, their commitments, and codes by which desks enrol."""

import re
from collections.abc import Mapping

from starlette.responses import Response

from sync.rules.enrolment_link import EnrolmentLink
from sync.rules.venues import Venue
from sync.server.console.asked import NUMBER_IN_TEXT, Asked, Handler
from sync.server.console.codes import qr_svg
from sync.server.console.formats import parse_day
from sync.server.console.forms import LONGEST_TEXT
from sync.server.console.rights import Place, is_within
from sync.server.console.store import area_reports, console_audit
from sync.server.store import areas, desks, offers, venues
from sync.server.store.console_tables import Role

_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,59}")
_HOURS = 24 * 7
"""Ours: how long a printed activation code lives; it travels on paper."""


def _list(asked: Asked) -> Response:
    with asked.console.database.reading() as connection:
        found = venues.all_of(connection)
        waiting = area_reports.unanswered(connection)
    mine = [each for each in found if is_within(asked.me, Place(each.area, each.id))]
    return asked.page("venues.html", venues=mine, waiting=waiting)


def _form(asked: Asked) -> Response:
    typed = {"id": "", "name": "", "area": asked.me.workplace.area, "local_only": ""}
    return asked.page("venue_new.html", typed=typed)


def _make(asked: Asked) -> Response:
    fields = asked.fields()
    venue_id = fields.read("id", _venue_id, "venues.id_wrong")
    name = fields.words("name")
    area = asked.me.workplace.area or fields.words("area")
    with asked.console.database.reading() as connection:
        area = areas.as_written(connection, area)
        if venue_id in venues.all_ids(connection):
            fields.errors["id"] = "venues.id_taken"
    if fields.errors or venue_id is None:
        typed = {key: fields.raw(key) for key in ("id", "name", "area", "local_only")}
        return asked.page("venue_new.html", 422, typed=typed, errors=fields.errors)
    new = Venue(venue_id, name, area, fields.is_on("local_only"))
    asked.require(Place(area, venue_id))
    now = asked.console.now()
    with asked.console.database.writing() as connection:
        venues.put(connection, [new])
        console_audit.add(connection, now, asked.me, "venue_made", name, area=area)
    return asked.go(f"/venues/{venue_id}", "venue_made")


def _venue_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError("no id")
    return text


def _show(asked: Asked) -> Response:
    return _show_page(asked, 200, {}, {"starts": "", "ends": "", "text": ""})


def _show_page(
    asked: Asked, status: int, errors: Mapping[str, str], typed: Mapping[str, str]
) -> Response:
    venue = asked.venue
    with asked.console.database.reading() as connection:
        listed = area_reports.listed_offers(connection, venue.id)
        stored = offers.load(connection, venue.id, listed)
        promised = area_reports.commitments_of(connection, venue.id)
    return asked.page(
        "venue.html",
        status,
        venue=venue,
        offers=[stored[each].offer for each in listed],
        commitments=promised,
        typed=typed,
        errors=errors,
        is_coordinator=asked.me.workplace.role is not Role.VENUE,
        longest=LONGEST_TEXT,
    )


def _commit(asked: Asked) -> Response:
    venue = asked.venue
    fields = asked.fields()
    starts = fields.read("starts", parse_day, "form.day_wrong")
    ends = fields.read_optional("ends", parse_day, "form.day_wrong")
    text = asked.text_without_numbers(fields)
    if starts and ends and ends < starts:
        fields.errors["ends"] = "form.day_wrong"
    if fields.errors or starts is None:
        typed = {key: fields.raw(key) for key in ("starts", "ends", "text")}
        if fields.errors.get("text") == NUMBER_IN_TEXT:
            typed["text"] = ""  # a whole number stands on no page that does not need it
        return _show_page(asked, 422, fields.errors, typed)
    now = asked.console.now()
    with asked.console.database.writing() as connection:
        is_new = area_reports.add_commitment(
            connection, venue.id, starts, ends, text, now, fields.new_id()
        )
        if is_new:
            console_audit.add(
                connection, now, asked.me, "commitment_made", venue.name, area=venue.area
            )
    return asked.go(f"/venues/{venue.id}", "commitment_made")


def _activate(asked: Asked) -> Response:
    """A code for one desk, on a page to print; it is shown this once, and kept as a hash."""
    venue = asked.venue
    now = asked.console.now()
    with asked.console.database.writing() as connection:
        code = desks.make_activation(connection, [venue.id], now, _HOURS)
        console_audit.add(connection, now, asked.me, "activation_made", venue.name, area=venue.area)
    link = EnrolmentLink(asked.origin.removesuffix(asked.base), code)
    picture = qr_svg(link.text(), asked.plain("activation.picture"))
    days = _HOURS // 24
    return asked.page(
        "activation.html", venue=venue, code=code, link=link, picture=picture, days=days
    )


ROUTES: Mapping[str, Handler] = {
    "GET /venues": _list,
    "GET /venues/new": _form,
    "POST /venues/new": _make,
    "GET /venues/{venue}": _show,
    "POST /venues/{venue}/commitments": _commit,
    "POST /venues/{venue}/activation": _activate,
}
