"""Many cards at once, out of a CSV or XLSX file; what becomes of each line is shown before all.

Between the preview and the decision the lines travel sealed within the page.
"""

import json
import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Mapping
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from starlette.datastructures import FormData
from starlette.responses import Response

from sync.rules.card_numbers import MalformedNumberError, normalise
from sync.rules.cards import Card, CardKind
from sync.rules.venues import same_area
from sync.server.console import issuing
from sync.server.console.forms import FormFields
from sync.server.console.issuing import NotPossibleError
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.pages.card_prints import MOST_LABELS
from sync.server.console.pages.cards import read_card
from sync.server.console.store import registered_cards
from sync.server.console.store.registered_cards import Details
from sync.server.console.table_uploads import MOST_LINES, TableUnreadableError, read_table

Line = tuple[int, Mapping[str, str]]
_MOST = f"{MOST_LINES:,}".replace(",", "\N{NO-BREAK SPACE}")
COLUMNS = ("number", "kind", "received", "last", "minors", "birth_year", "postcode", "area")


def _form(request: PageRequest) -> Response:
    return _form_page(request, 200, {})


def _form_page(request: PageRequest, status: int, errors: Mapping[str, str]) -> Response:
    _need_area(request)
    return request.page("batch.html", status, errors=errors, most=_MOST, columns=COLUMNS)


def _need_area(request: PageRequest) -> None:
    """Cards belong to an area, and Kaikukeskus has none."""
    if not request.me.workplace.area:
        raise PageRefusedError(409, "batch.no_area")


def _preview(request: PageRequest) -> Response:
    _need_area(request)
    upload = request.fields().upload("file")
    if upload is None:
        return _form_page(request, 422, {"file": "batch.file_missing"})
    try:
        lines = read_table(upload.file.read(), COLUMNS)
    except TableUnreadableError as unreadable:
        return _form_page(request, 422, {"file": unreadable.key})
    good, outcomes = judge(request, lines)
    sealed = _sealed(request, good) if good else ""
    return request.page(
        "batch_preview.html",
        outcomes=outcomes,
        good=len(good),
        sealed=sealed,
        counts=Counter(outcome for _, _, outcome, _ in outcomes),
    )


def _sealed(request: PageRequest, good: list[Line]) -> str:
    """Lines as they travel in the page, packed: ten thousand come back within a form's bounds."""
    lines = [[str(uuid4()), dict(line)] for _, line in good]
    content = json.dumps({"by": str(request.me.id), "lines": lines})
    return request.console.seal_text(b64encode(zlib.compress(content.encode())).decode())


def _unsealed(request: PageRequest) -> list[tuple[UUID, Mapping[str, str]]]:
    """The lines of this visitor's own preview, each with the id of its card.

    Raises :class:`PageRefusedError`.
    """
    try:
        packed = b64decode(request.console.unseal_text(request.fields().raw("sealed")))
    except (InvalidTag, ValueError) as forged:
        raise PageRefusedError(400, "error.malformed") from forged
    content = json.loads(zlib.decompress(packed))
    if content["by"] != str(request.me.id):
        raise PageRefusedError(403, "error.forbidden")
    return [(UUID(new), line) for new, line in content["lines"]]


def judge(
    request: PageRequest, lines: list[Line]
) -> tuple[list[Line], list[tuple[int, str, str, str]]]:
    """The lines to register, and every line's place in the file, card, outcome, reason."""
    seen: set[str] = set()
    read: dict[int, str] = {}
    outcomes: dict[int, tuple[str, str, str]] = {}
    for place, line in lines:
        shown = _number_of(line)
        understood, errors = _understood(request, line)
        if understood is None:
            outcomes[place] = shown, "wrong", next(iter(errors.values()))
        elif understood[0].number in seen:
            outcomes[place] = shown, "twice", "batch.twice"
        else:
            seen.add(understood[0].number)
            read[place] = understood[0].number
    with request.console.database.reading() as connection:
        there = registered_cards.existing(connection, seen)
        alike = registered_cards.with_look_alikes(connection, seen - there.keys())
    for place, number in read.items():
        if number in there:
            outcomes[place] = number, "there", "cards.is_there"
        elif number in alike:
            outcomes[place] = number, "alike", "batch.alike"
        else:
            outcomes[place] = number, "new", "batch.is_new"
    good = [(n, line) for n, line in lines if outcomes[n][1] in {"new", "alike"}]
    return good, [(place, *outcomes[place]) for place, _ in lines]


def _number_of(line: Mapping[str, str]) -> str:
    try:
        return normalise(line.get("number", ""))
    except MalformedNumberError:
        return ""


def _understood(
    request: PageRequest, line: Mapping[str, str]
) -> tuple[tuple[Card, Details] | None, dict[str, str]]:
    today = request.console.today().isoformat()
    given = {"kind": CardKind.PERSONAL, "received": today} | {k: v for k, v in line.items() if v}
    fields = FormFields(FormData(given))
    if not same_area(line.get("area") or request.me.workplace.area, request.me.workplace.area):
        fields.errors["area"] = "batch.other_area"
    return read_card(fields, request), fields.errors


def _confirm(request: PageRequest) -> Response:
    _need_area(request)
    wanted = []
    for new, line in _unsealed(request):
        understood, _ = _understood(request, line)
        if understood is None:  # the day has changed meanwhile
            raise PageRefusedError(409, "batch.changed_meanwhile")
        wanted.append((new, *understood))
    try:
        made = issuing.register_all(request.console, request.me, wanted)
    except NotPossibleError as refused:
        raise PageRefusedError(409, refused.key) from refused
    return request.page("batch_done.html", made=made, most=MOST_LABELS)


ROUTES: Mapping[str, Handler] = {
    "GET /cards/many": _form,
    "POST /cards/many": _preview,
    "POST /cards/many/confirm": _confirm,
}
