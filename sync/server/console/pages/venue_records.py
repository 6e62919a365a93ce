"""A venue's visits, and its notes to Kaikukeskus, which coordinators answer."""

from collections.abc import Mapping
from uuid import UUID

from starlette.responses import Response

from sync.rules.codes import Refusal
from sync.rules.tickets import KINDS, TicketGroup
from sync.server.console.asked import Asked, Handler, PageRefusedError
from sync.server.console.forms import LONGEST_TEXT, whole_number
from sync.server.console.store import area_reports, console_audit
from sync.server.keys.derived import PSEUDONYM_PREFIX
from sync.server.store.operations import tickets_of

_A_PAGE = 50
_NOTES = 200


def _visits(asked: Asked) -> Response:
    venue = asked.venue
    before = None
    if text := asked.request.query_params.get("before"):
        try:
            before = whole_number(1, 1 << 53)(text)
        except ValueError as wrong:
            raise PageRefusedError(400, "error.malformed") from wrong
    with asked.console.database.reading() as connection:
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
    return asked.page("visits.html", venue=venue, lines=lines, older=older)


def _notes(asked: Asked) -> Response:
    return _notes_page(asked, 200)


def _notes_page(asked: Asked, status: int, wrong: tuple[UUID, str] | None = None) -> Response:
    venue = asked.venue
    with asked.console.database.reading() as connection:
        found = area_reports.notes_of(connection, venue.id, _NOTES)
    return asked.page(
        "notes.html",
        status,
        venue=venue,
        notes=found,
        wrong=wrong,
        longest=LONGEST_TEXT,
        causes=frozenset(Refusal),
    )


def _answer(asked: Asked) -> Response:
    venue = asked.venue
    try:
        note_id = UUID(asked.request.path_params["note"])
    except ValueError as unknown:
        raise PageRefusedError(404, "error.missing") from unknown
    fields = asked.fields()
    text = asked.text_without_numbers(fields)
    if fields.errors:
        return _notes_page(asked, 422, (note_id, fields.errors["text"]))
    now = asked.console.now()
    try:
        with asked.console.database.writing() as connection:
            area_reports.answer_note(connection, venue.id, note_id, asked.me.id, text, now)
            console_audit.add(
                connection, now, asked.me, "note_answered", venue.name, area=venue.area
            )
    except KeyError as unknown:
        raise PageRefusedError(404, "error.missing") from unknown
    return asked.go(f"/venues/{venue.id}/notes", "note_answered")


ROUTES: Mapping[str, Handler] = {
    "GET /venues/{venue}/visits": _visits,
    "GET /venues/{venue}/notes": _notes,
    "POST /venues/{venue}/notes/{note}/answer": _answer,
}
