"""The desks of an area or a venue: how each is, the urgent ones first, and turning one away."""

from collections.abc import Mapping

from sqlalchemy import Connection
from starlette.responses import Response

from sync.rules.codes import Refusal
from sync.server.console.forms import whole_number
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.rights import COORDINATORS, Place, is_within
from sync.server.console.store import area_reports, console_audit
from sync.server.store import desks, standings, venues

_A_PAGE = 50


def _list(request: PageRequest) -> Response:
    now = request.console.now()
    try:
        number = whole_number(1, 1 << 20)(request.http.query_params.get("page", "1"))
    except ValueError as wrong:
        raise PageRefusedError(400, "error.malformed") from wrong
    with request.console.database.reading() as connection:
        by_id = {
            each.id: each
            for each in venues.all_of(connection)
            if is_within(request.me, Place(each.area, each.id))
        }
        first = (number - 1) * _A_PAGE
        found = area_reports.desks_of(connection, by_id.keys(), now, first, _A_PAGE + 1)
        shown = found[:_A_PAGE]
        refused = area_reports.refusals(connection, [each["id"] for each in shown])
    return request.page(
        "desks.html",
        desks=shown,
        venues=by_id,
        refused=refused,
        silent_before=now - standings.SILENT_AFTER,
        now=now,
        causes=frozenset(Refusal),
        may_revoke=request.me.workplace.role in COORDINATORS,
        previous=number - 1,
        following=number + 1 if len(found) > _A_PAGE else None,
    )


def _revoke(request: PageRequest) -> Response:
    desk_id = request.objects["desk"].id
    now = request.console.now()
    with request.console.database.writing() as connection:
        desks.revoke(connection, desk_id, now)
        _write_down(request, connection, "desk_revoked")
    return request.go("/desks", "desk_revoked")


def _clear(request: PageRequest) -> Response:
    with request.console.database.writing() as connection:
        standings.clear_forked(connection, request.objects["desk"].id)
        _write_down(request, connection, "desk_cleared")
    return request.go("/desks", "desk_cleared")


def _write_down(request: PageRequest, connection: Connection, action: str) -> None:
    desk = request.objects["desk"]
    console_audit.add(
        connection, request.console.now(), request.me, action, desk.name, area=desk.area
    )


ROUTES: Mapping[str, Handler] = {
    "GET /desks": _list,
    "POST /desks/{desk}/revoke": _revoke,
    "POST /desks/{desk}/clear-forked": _clear,
}
