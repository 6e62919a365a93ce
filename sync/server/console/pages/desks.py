"""The desks of an area or a venue: how each is, the urgent ones first, and turning one away."""

from collections.abc import Mapping

from sqlalchemy import Connection
from starlette.responses import Response

from sync.rules.codes import Refusal
from sync.server.console.asked import Asked, Handler, PageRefusedError
from sync.server.console.forms import whole_number
from sync.server.console.rights import COORDINATORS, Place, is_within
from sync.server.console.store import area_reports, console_audit
from sync.server.store import desks, standings, venues

_A_PAGE = 50


def _list(asked: Asked) -> Response:
    now = asked.console.now()
    try:
        number = whole_number(1, 1 << 20)(asked.request.query_params.get("page", "1"))
    except ValueError as wrong:
        raise PageRefusedError(400, "error.malformed") from wrong
    with asked.console.database.reading() as connection:
        by_id = {
            each.id: each
            for each in venues.all_of(connection)
            if is_within(asked.me, Place(each.area, each.id))
        }
        first = (number - 1) * _A_PAGE
        found = area_reports.desks_of(connection, by_id.keys(), now, first, _A_PAGE + 1)
        shown = found[:_A_PAGE]
        refused = area_reports.refusals(connection, [each["id"] for each in shown])
    return asked.page(
        "desks.html",
        desks=shown,
        venues=by_id,
        refused=refused,
        silent_before=now - standings.SILENT_AFTER,
        now=now,
        causes=frozenset(Refusal),
        may_revoke=asked.me.workplace.role in COORDINATORS,
        previous=number - 1,
        following=number + 1 if len(found) > _A_PAGE else None,
    )


def _revoke(asked: Asked) -> Response:
    desk_id = asked.objects["desk"].id
    now = asked.console.now()
    with asked.console.database.writing() as connection:
        desks.revoke(connection, desk_id, now)
        _write_down(asked, connection, "desk_revoked")
    return asked.go("/desks", "desk_revoked")


def _clear(asked: Asked) -> Response:
    with asked.console.database.writing() as connection:
        standings.clear_forked(connection, asked.objects["desk"].id)
        _write_down(asked, connection, "desk_cleared")
    return asked.go("/desks", "desk_cleared")


def _write_down(asked: Asked, connection: Connection, action: str) -> None:
    desk = asked.objects["desk"]
    console_audit.add(connection, asked.console.now(), asked.me, action, desk.name, area=desk.area)


ROUTES: Mapping[str, Handler] = {
    "GET /desks": _list,
    "POST /desks/{desk}/revoke": _revoke,
    "POST /desks/{desk}/clear-forked": _clear,
}
