"""The page of the audit log: search by words, days or a card's number, and export."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from itertools import islice

from starlette.responses import Response, StreamingResponse

from sync.rules.card_numbers import MalformedNumberError, normalise
from sync.server.console.formats import moment, parse_day
from sync.server.console.forms import FormFields, whole_number
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.store import console_audit
from sync.server.console.store.console_audit import AuditQuery
from sync.server.console.table_downloads import FORMS, csv_in_parts, workbook
from sync.server.store import cards

_A_PAGE = 100
_WORDS_DAYS = 90
"""Ours: words are looked for among the entries of so many days where no first day is given. No
index of both kinds of database finds a part of a word, and a search of years takes too long."""
_AT_ONCE = 1_000
_MOST_IN_A_WORKBOOK = 20_000
"""Ours: it is made in memory, within the time that a page may take."""


def _query_of(request: PageRequest, fields: FormFields) -> AuditQuery:
    """What is searched. A card's number is looked for by its mark, and stands in no address."""
    text = fields.raw("text").strip()[:200]
    mark = request.console.mark_of(normalise(text)) if _may_be_number(text) else None
    since = fields.read_optional("since", parse_day, "form.day_wrong")
    until = fields.read_optional("until", parse_day, "form.day_wrong")
    zone = request.console.zone
    return AuditQuery(
        text,
        mark,
        request.console.now() - timedelta(days=_WORDS_DAYS) if since is None else None,
        None if since is None else datetime.combine(since, time.min, zone),
        None if until is None else datetime.combine(until + timedelta(days=1), time.min, zone),
    )


def _may_be_number(text: str) -> bool:
    try:
        normalise(text)
    except MalformedNumberError:
        return False
    return True


def _has_number(request: PageRequest, text: str) -> bool:
    """Whether a card's whole number was searched for, also one that is not in the register now."""
    if _may_be_number(text) and any(sign.isdigit() for sign in text):
        return True
    with request.console.database.reading() as connection:
        return cards.is_any_named(connection, text)


def _show(request: PageRequest) -> Response:
    return _page(request, AuditQuery(), {})


def _search(request: PageRequest) -> Response:
    fields = request.fields()
    query = _query_of(request, fields)
    typed = {key: fields.raw(key) for key in ("text", "since", "until")}
    if _has_number(request, query.text):
        typed["text"] = ""  # a whole number stands on no page that does not need it
    return _page(request, query, fields.errors, typed)


def _page(
    request: PageRequest,
    query: AuditQuery,
    errors: Mapping[str, str],
    typed: Mapping[str, str] | None = None,
) -> Response:
    before = None
    if text := request.fields().raw("before"):
        try:
            before = whole_number(1, 1 << 53)(text)
        except ValueError as wrong:
            raise PageRefusedError(400, "error.malformed") from wrong
    with request.console.database.reading() as connection:
        rows = console_audit.page(connection, request.me, query, before, _A_PAGE + 1)
    return request.page(
        "audit.html",
        422 if errors else 200,
        rows=rows[:_A_PAGE],
        older=rows[_A_PAGE - 1].number if len(rows) > _A_PAGE else None,
        typed=typed or {"text": "", "since": "", "until": ""},
        errors=errors,
        words_days=_WORDS_DAYS,
    )


def _export(request: PageRequest) -> Response:
    """A file of text holds all there is, and is sent while it is read; a workbook has an end."""
    form = request.http.path_params["form"]
    if form not in FORMS:
        raise PageRefusedError(404, "error.missing")
    fields = request.fields()
    lines = _lines(request, _query_of(request, fields))
    if fields.errors:
        return _search(request)
    head = [request.plain(f"audit.{name}") for name in ("at", "login", "area", "action", "subject")]
    headers = {"Content-Disposition": f'attachment; filename="audit.{form}"'}
    if form == "csv":
        content = csv_in_parts(head, lines)
        return StreamingResponse(content, headers=headers, media_type=FORMS[form])
    some = list(islice(lines, _MOST_IN_A_WORKBOOK + 1))
    if len(some) > _MOST_IN_A_WORKBOOK:
        raise PageRefusedError(422, "audit.too_many", most=_MOST_IN_A_WORKBOOK)
    return Response(
        request.background.run(workbook, head, some), headers=headers, media_type=FORMS[form]
    )


def _lines(request: PageRequest, query: AuditQuery) -> Iterator[list[str]]:
    """All entries, the oldest first. Between two reads no connection is held: nobody waits."""
    console, zone, last = request.console, request.console.zone, 0
    while True:
        with console.database.reading() as connection:
            rows = console_audit.following(connection, request.me, query, last, _AT_ONCE)
        for row in rows:
            action = request.plain(f"action.{row.action}")
            yield [moment(row.at, zone), row.login, row.area, action, row.subject]
        if len(rows) < _AT_ONCE:
            return
        last = rows[-1].number


ROUTES: Mapping[str, Handler] = {
    "GET /audit": _show,
    "POST /audit": _search,
    "POST /audit/export/{form}": _export,
}
