"""Venues: what they are, their offers, their commitments, and codes by which desks enrol."""

import re
from collections.abc import Mapping

from starlette.responses import Response

from sync.rules.enrolment_link import EnrolmentLink
from sync.rules.venues import Venue
from sync.server.console.formats import parse_day
from sync.server.console.forms import LONGEST_TEXT
from sync.server.console.page_request import NUMBER_IN_TEXT, Handler, PageRequest
from sync.server.console.qr_codes import qr_svg
from sync.server.console.rights import Place, is_within
from sync.server.console.store import area_reports, console_audit
from sync.server.store import areas, desks, offers, venues
from sync.server.store.console_tables import Role

_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,59}")
_HOURS = 24 * 7
"""Ours: how long a printed activation code lives; it travels on paper."""


def _list(request: PageRequest) -> Response:
    with request.console.database.reading() as connection:
        found = venues.all_of(connection)
        waiting = area_reports.unanswered(connection)
    mine = [each for each in found if is_within(request.me, Place(each.area, each.id))]
    return request.page("venues.html", venues=mine, waiting=waiting)


def _form(request: PageRequest) -> Response:
    typed = {"id": "", "name": "", "area": request.me.workplace.area, "local_only": ""}
    return request.page("venue_new.html", typed=typed)


def _make(request: PageRequest) -> Response:
    fields = request.fields()
    venue_id = fields.read("id", _venue_id, "venues.id_wrong")
    name = fields.words("name")
    area = request.me.workplace.area or fields.words("area")
    with request.console.database.reading() as connection:
        area = areas.as_written(connection, area)
        if venue_id in venues.all_ids(connection):
            fields.errors["id"] = "venues.id_taken"
    if fields.errors or venue_id is None:
        typed = {key: fields.raw(key) for key in ("id", "name", "area", "local_only")}
        return request.page("venue_new.html", 422, typed=typed, errors=fields.errors)
    new = Venue(venue_id, name, area, fields.is_on("local_only"))
    request.require(Place(area, venue_id))
    now = request.console.now()
    with request.console.database.writing() as connection:
        venues.put(connection, new)
        console_audit.add(connection, now, request.me, "venue_made", name, area=area)
    return request.go(f"/venues/{venue_id}", "venue_made")


def _venue_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError("no id")
    return text


def _show(request: PageRequest) -> Response:
    return _show_page(request, 200, {}, {"starts": "", "ends": "", "text": ""})


def _show_page(
    request: PageRequest, status: int, errors: Mapping[str, str], typed: Mapping[str, str]
) -> Response:
    venue = request.venue
    with request.console.database.reading() as connection:
        listed = area_reports.listed_offers(connection, venue.id)
        stored = offers.load(connection, venue.id, listed)
        promised = area_reports.commitments_of(connection, venue.id)
    return request.page(
        "venue.html",
        status,
        venue=venue,
        offers=[stored[each].offer for each in listed],
        commitments=promised,
        typed=typed,
        errors=errors,
        is_coordinator=request.me.workplace.role is not Role.VENUE,
        longest=LONGEST_TEXT,
    )


def _commit(request: PageRequest) -> Response:
    venue = request.venue
    fields = request.fields()
    starts = fields.read("starts", parse_day, "form.day_wrong")
    ends = fields.read_optional("ends", parse_day, "form.day_wrong")
    text = request.text_without_numbers(fields)
    if starts and ends and ends < starts:
        fields.errors["ends"] = "form.day_wrong"
    if fields.errors or starts is None:
        typed = {key: fields.raw(key) for key in ("starts", "ends", "text")}
        if fields.errors.get("text") == NUMBER_IN_TEXT:
            typed["text"] = ""  # a whole number stands on no page that does not need it
        return _show_page(request, 422, fields.errors, typed)
    now = request.console.now()
    with request.console.database.writing() as connection:
        is_new = area_reports.add_commitment(
            connection, venue.id, starts, ends, text, now, fields.new_id()
        )
        if is_new:
            console_audit.add(
                connection, now, request.me, "commitment_made", venue.name, area=venue.area
            )
    return request.go(f"/venues/{venue.id}", "commitment_made")


def _activate(request: PageRequest) -> Response:
    """A code for one desk, on a page to print; it is shown this once, and kept as a hash."""
    venue = request.venue
    now = request.console.now()
    with request.console.database.writing() as connection:
        code = desks.make_activation(connection, [venue.id], now, _HOURS)
        console_audit.add(
            connection, now, request.me, "activation_made", venue.name, area=venue.area
        )
    link = EnrolmentLink(request.origin.removesuffix(request.base), code)
    picture = qr_svg(link.text(), request.plain("activation.picture"))
    days = _HOURS // 24
    return request.page(
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
