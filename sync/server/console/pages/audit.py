"""Who did what when: searched by words, days or a card's number, and taken along."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from starlette.responses import Response

from sync.rules.card_numbers import MalformedNumberError, normalise
from sync.server.console.asked import Asked, Handler, PageRefusedError
from sync.server.console.formats import moment, parse_day
from sync.server.console.forms import FormFields, whole_number
from sync.server.console.tables_out import FORMS, written
from sync.server.store import console_audit
from sync.server.store.console_audit import Wanted

_A_PAGE = 100
_MOST_EXPORTED = 100_000


def _wanted(asked: Asked, fields: FormFields) -> Wanted:
    """What is searched. A card's number is looked for by its mark, and stands in no address."""
    text = fields.raw("text").strip()[:200]
    mark = asked.console.mark_of(normalise(text)) if _may_be_number(text) else None
    since = fields.read_optional("since", parse_day, "form.day_wrong")
    until = fields.read_optional("until", parse_day, "form.day_wrong")
    zone = asked.console.zone
    return Wanted(
        text,
        mark,
        None if since is None else datetime.combine(since, time.min, zone),
        None if until is None else datetime.combine(until + timedelta(days=1), time.min, zone),
    )


def _may_be_number(text: str) -> bool:
    try:
        normalise(text)
    except MalformedNumberError:
        return False
    return True


def _show(asked: Asked) -> Response:
    return _page(asked, Wanted(), {})


def _search(asked: Asked) -> Response:
    fields = asked.fields()
    wanted = _wanted(asked, fields)
    typed = {key: fields.raw(key) for key in ("text", "since", "until")}
    if _may_be_number(wanted.text) and any(sign.isdigit() for sign in wanted.text):
        typed["text"] = ""  # a whole number stands on no page that does not need it
    return _page(asked, wanted, fields.errors, typed)


def _page(
    asked: Asked,
    wanted: Wanted,
    errors: Mapping[str, str],
    typed: Mapping[str, str] | None = None,
) -> Response:
    before = None
    if text := asked.fields().raw("before"):
        try:
            before = whole_number(1, 1 << 53)(text)
        except ValueError as wrong:
            raise PageRefusedError(400, "error.malformed") from wrong
    with asked.console.database.reading() as connection:
        rows = console_audit.page(connection, asked.me, wanted, before, _A_PAGE + 1)
    return asked.page(
        "audit.html",
        422 if errors else 200,
        rows=rows[:_A_PAGE],
        older=rows[_A_PAGE - 1].number if len(rows) > _A_PAGE else None,
        typed=typed or {"text": "", "since": "", "until": ""},
        errors=errors,
    )


def _export(asked: Asked) -> Response:
    form = asked.request.path_params["form"]
    if form not in FORMS:
        raise PageRefusedError(404, "error.missing")
    wanted = _wanted(asked, asked.fields())
    zone = asked.console.zone
    lines = []
    with asked.console.database.streaming() as connection:
        for row in console_audit.every(connection, asked.me, wanted):
            told = asked.plain(f"action.{row.action}")
            lines.append([moment(row.at, zone), row.login, row.area, told, row.subject])
            if len(lines) >= _MOST_EXPORTED:
                break
    names = ("at", "login", "area", "action", "subject")
    head = [asked.plain(f"audit.{name}") for name in names]
    headers = {"Content-Disposition": f'attachment; filename="audit.{form}"'}
    return Response(written(form, head, lines), headers=headers, media_type=FORMS[form])


ROUTES: Mapping[str, Handler] = {
    "GET /audit": _show,
    "POST /audit": _search,
    "POST /audit/export/{form}": _export,
}
