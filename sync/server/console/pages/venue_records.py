"""A venue's visits, and its notes to Kaikukeskus, which coordinators answer."""

from collections.abc import Mapping
from uuid import UUID

from starlette.responses import Response

from sync.rules.codes import Refusal
from sync.rules.tickets import KINDS, TicketGroup
from sync.server.console.forms import LONGEST_TEXT, whole_number
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.store import area_reports, console_audit
from sync.server.keys.derived import PSEUDONYM_PREFIX
from sync.server.store.operations import tickets_of

_A_PAGE = 50
_NOTES = 200


def _visits(request: PageRequest) -> Response:
    venue = request.venue
    before = None
    if text := request.http.query_params.get("before"):
        try:
            before = whole_number(1, 1 << 53)(text)
        except ValueError as wrong:
            raise PageRefusedError(400, "error.malformed") from wrong
    with request.console.database.reading() as connection:
        rows = area_reports.visits_of(connection, venue.id, before, _A_PAGE + 1)
    lines = []
    for row in rows[:_A_PAGE]:
        tickets = tickets_of(row)
        assistants = sum(
            getattr(tickets, kind.name) for kind in KINDS if kind.group is TicketGroup.ASSISTANTS
        )
        number = row.card_number
        is_kept = bool(number) and not number.startswith(PSEUDONYM_PREFIX)
        lines.append((row, number if is_kept else "", tickets.adults, tickets.minors, assistants))
    older = rows[_A_PAGE - 1].position if len(rows) > _A_PAGE else None
    return request.page("visits.html", venue=venue, lines=lines, older=older)


def _notes(request: PageRequest) -> Response:
    return _notes_page(request, 200)


def _notes_page(
    request: PageRequest, status: int, wrong: tuple[UUID, str] | None = None
) -> Response:
    venue = request.venue
    with request.console.database.reading() as connection:
        found = area_reports.notes_of(connection, venue.id, _NOTES)
    return request.page(
        "notes.html",
        status,
        venue=venue,
        notes=found,
        wrong=wrong,
        longest=LONGEST_TEXT,
        causes=frozenset(Refusal),
    )


def _answer(request: PageRequest) -> Response:
    venue = request.venue
    try:
        note_id = UUID(request.http.path_params["note"])
    except ValueError as unknown:
        raise PageRefusedError(404, "error.missing") from unknown
    fields = request.fields()
    text = request.text_without_numbers(fields)
    if fields.errors:
        return _notes_page(request, 422, (note_id, fields.errors["text"]))
    now = request.console.now()
    try:
        with request.console.database.writing() as connection:
            area_reports.answer_note(connection, venue.id, note_id, request.me.id, text, now)
            console_audit.add(
                connection, now, request.me, "note_answered", venue.name, area=venue.area
            )
    except KeyError as unknown:
        raise PageRefusedError(404, "error.missing") from unknown
    return request.go(f"/venues/{venue.id}/notes", "note_answered")


ROUTES: Mapping[str, Handler] = {
    "GET /venues/{venue}/visits": _visits,
    "GET /venues/{venue}/notes": _notes,
    "POST /venues/{venue}/notes/{note}/answer": _answer,
}
