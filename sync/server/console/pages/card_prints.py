"""Labels to print, and the card on its holder's telephone.

The holder's link carries a secret, nothing about the person, and ends when the issuer says so or
the card does.
"""

import secrets
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection
from starlette.responses import Response

from sync.rules.card_numbers import mask
from sync.rules.cards import CardStatus
from sync.server.console.formats import day
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.qr_codes import qr_svg
from sync.server.console.rights import Place, is_within
from sync.server.console.store import console_audit, console_sessions, registered_cards
from sync.server.console.store.registered_cards import RegisteredCard

MOST_LABELS = 400
"""Of one print: fifty sheets."""
_TOKEN_BYTES = 24


def _labels(request: PageRequest) -> Response:
    """Labels of the cards that were ticked."""
    try:
        ids = [UUID(str(each)) for each in request.form.getlist("card")]
    except ValueError as wrong:
        raise PageRefusedError(400, "error.malformed") from wrong
    if not 1 <= len(ids) <= MOST_LABELS:
        raise PageRefusedError(422, "cards.none_ticked", most=MOST_LABELS)
    with request.console.database.reading() as connection:
        found = registered_cards.some(connection, ids)
    if not all(is_within(request.me, Place(each.area)) for each in found):
        raise PageRefusedError(403, "error.forbidden")
    lines = []
    with request.console.database.writing() as connection:
        for each in found:
            if each.card is not None:
                ends = request.plain("cards.valid_until_day", day=day(each.card.valid_until))
                lines.append((each.number, ends))
                _write_down(connection, request, "label_printed", each)
    if not lines:
        raise PageRefusedError(409, "cards.gone")
    pdf = request.background.run(_pdf, lines, request.plain("cards.labels"))
    headers = {"Content-Disposition": 'inline; filename="labels.pdf"'}
    return Response(pdf, headers=headers, media_type="application/pdf")


def _pdf(lines: Sequence[tuple[str, str]], title: str) -> bytes:
    from sync.server.console.labels import labels_pdf  # noqa: PLC0415 - it loads long

    return labels_pdf(lines, title)


def _make_link(request: PageRequest) -> Response:
    registered: RegisteredCard = request.objects["card"]
    if registered.card is None or registered.card.status is CardStatus.REVOKED:
        raise PageRefusedError(409, "cards.is_revoked")
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with request.console.database.writing() as connection:
        registered_cards.add_link(connection, registered.id, token, request.console.now())
        _write_down(connection, request, "mobile_link_made", registered)
    link = f"{request.origin}/mobile/{token}"
    picture = qr_svg(link, request.plain("mobile.link_picture"))
    return request.page("mobile_link.html", registered=registered, link=link, picture=picture)


def _end_links(request: PageRequest) -> Response:
    registered: RegisteredCard = request.objects["card"]
    with request.console.database.writing() as connection:
        registered_cards.revoke_links(connection, registered.id, request.console.now())
        _write_down(connection, request, "mobile_link_ended", registered)
    return request.go(f"/cards/{registered.id}", "mobile_link_ended")


def _mobile(request: PageRequest) -> Response:
    """The card as its holder sees it. It needs no sign-in: the link is the card."""
    secret = request.http.path_params["secret"]
    try:
        with request.console.database.reading() as connection:
            found = registered_cards.by_link(connection, secret)
    except KeyError as ended:
        _note_wrong(request, secret)
        raise PageRefusedError(404, "mobile.ended") from ended
    if found.card is None:
        raise PageRefusedError(404, "mobile.ended")
    today = request.console.today()
    state = "mobile.valid"
    if found.card.status is not CardStatus.ACTIVE:
        state = "mobile.suspended"
    elif found.card.valid_until < today:
        state = "mobile.expired"
    picture = qr_svg(found.number, request.plain("mobile.picture"))
    return request.page("mobile.html", card=found.card, state=state, picture=picture)


def _note_wrong(request: PageRequest, secret: str) -> None:
    """Let a caller who tries secrets that never existed wait. Raises ``BusyError``."""
    caller = request.http.client.host if request.http.client else ""
    with request.console.database.reading() as connection:
        if registered_cards.was_link(connection, secret):
            return
    with request.console.database.writing() as connection:
        console_sessions.note_wrong_link(connection, caller, request.console.now())


def _write_down(
    connection: Connection, request: PageRequest, action: str, registered: RegisteredCard
) -> None:
    console_audit.add(
        connection,
        request.console.now(),
        request.me,
        action,
        mask(registered.number),
        area=registered.area,
        mark=request.console.mark_of(registered.number),
    )


ROUTES: Mapping[str, Handler] = {
    "POST /cards/labels": _labels,
    "POST /cards/{card}/links": _make_link,
    "POST /cards/{card}/links/end": _end_links,
    "GET /mobile/{secret}": _mobile,
}
