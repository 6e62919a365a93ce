"""An issuer's cards: one is registered, found, renewed, suspended, ended, replaced."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta

from starlette.responses import Response

from sync.rules.card_numbers import CardNumber
from sync.rules.cards import MOST_MINORS, Card, CardKind, CardStatus
from sync.rules.periods import last_valid_day
from sync.server.console import card_pictures, issuing
from sync.server.console.card_pictures import PictureUnreadableError
from sync.server.console.formats import parse_day
from sync.server.console.forms import FormFields, whole_number
from sync.server.console.issuing import NotPossibleError
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.path_objects import place_of
from sync.server.console.rights import Place, is_within
from sync.server.console.store import accounts, registered_cards
from sync.server.console.store.registered_cards import Details, RegisteredCard
from sync.server.store import areas
from sync.server.store.console_tables import Role

_SHOWN = 50
_RECEIVED_AGO = timedelta(days=366)
"""Ours: an issuer who works on paper enters a card late, but not by more than it holds."""
_TYPED = (
    "number", "kind", "received", "last", "minors", "birth_year", "postcode", "area",
    "local_only", "sure",
)  # fmt: skip


def _list(request: PageRequest) -> Response:
    return _list_page(request, 200, {})


def _list_page(request: PageRequest, status: int, errors: Mapping[str, str]) -> Response:
    own = request.me.workplace
    with request.console.database.reading() as connection:
        ids = None
        if own.role is Role.ISSUER:
            ids = [own.id]
        elif own.role is Role.COORDINATOR:
            every = accounts.all_workplaces(connection)
            ids = [each.id for each in every if is_within(request.me, place_of(each))] + [own.id]
        found = registered_cards.of_workplaces(connection, ids, _SHOWN)
    return request.page(
        "cards.html", status, cards=found, errors=errors, today=request.console.today()
    )


def _find(request: PageRequest) -> Response:
    """To the page of a card whose number was typed: it stands in no address, and nobody's log."""
    fields = request.fields()
    number = _number_in_picture(fields)
    if number is None and not fields.errors:
        number = fields.read("number", issuing.read_number, "cards.number_wrong")
    if number is None:
        return _list_page(request, 422, fields.errors)
    now = request.console.now()
    with request.console.database.writing() as connection:
        known = registered_cards.id_of(connection, number)
        if known is None:
            card = registered_cards.existing(connection, [number]).get(number)
            if card is not None and is_within(request.me, Place(card.area)):
                new = registered_cards.add(connection, card, None, Details(), now)
                known = new, card.area
    if known is None or not is_within(request.me, Place(known[1])):
        return _list_page(request, 404, {"number": "cards.not_found"})
    return request.go(f"/cards/{known[0]}")


def _number_in_picture(fields: FormFields) -> CardNumber | None:
    """The number in the picture that was sent, if one was; noted where it cannot be read."""
    upload = fields.upload("picture")
    if upload is None:
        return None
    try:
        return card_pictures.number_in(upload.file.read())
    except PictureUnreadableError as unreadable:
        fields.errors["picture"] = unreadable.key
        return None


def _form(request: PageRequest) -> Response:
    today = request.console.today()
    typed = dict.fromkeys(_TYPED, "") | {
        "kind": CardKind.PERSONAL,
        "received": today.isoformat(),
        "area": request.me.workplace.area,
    }
    return _form_page(request, 200, typed, {})


def _form_page(
    request: PageRequest,
    status: int,
    typed: Mapping[str, str],
    errors: Mapping[str, str],
    alike: list[Card] | None = None,
    *,
    was_read: bool = False,
) -> Response:
    first, last = issuing.birth_years(request.console.today())
    return request.page(
        "card_new.html",
        status,
        typed=typed,
        errors=errors,
        alike=alike or [],
        was_read=was_read,
        kinds=list(CardKind),
        first_year=first,
        last_year=last,
        most=MOST_MINORS,
    )


def _register(request: PageRequest) -> Response:
    fields = request.fields()
    typed = {name: fields.raw(name) for name in _TYPED}
    if number := _number_in_picture(fields):
        return _form_page(request, 200, typed | {"number": number}, {}, was_read=True)
    if fields.errors:
        return _form_page(request, 422, typed, fields.errors)
    read = read_card(fields, request)
    if read is None:
        return _form_page(request, 422, typed, fields.errors)
    card, details = read
    request.require(Place(card.area))
    if not fields.is_on("sure"):
        with request.console.database.reading() as connection:
            alike = registered_cards.similar(connection, [card.number])
        if alike:
            return _form_page(request, 409, typed, {}, alike[card.number])
    try:
        new = issuing.register(request.console, request.me, card, details, fields.new_id())
    except NotPossibleError as there:
        return _form_page(request, 422, typed, {"number": there.key})
    return request.go(f"/cards/{new}", "card_registered")


def read_card(fields: FormFields, request: PageRequest) -> tuple[Card, Details] | None:
    """A new card out of a form, or a line of a file; ``None`` where a field is wrong."""
    today = request.console.today()
    number = fields.read("number", issuing.read_number, "cards.number_wrong")
    kind = fields.read("kind", CardKind, "form.choice_missing")
    received = fields.read("received", _received_by(today), "cards.received_wrong") or today
    last = fields.read_optional("last", _last_after(received), "cards.last_wrong")
    minors, details = 0, Details()
    if kind is not CardKind.COMMUNITY:
        minors = fields.read("minors", whole_number(0, MOST_MINORS), "cards.minors_wrong") or 0
        years = whole_number(*issuing.birth_years(today))
        details = Details(
            fields.read("birth_year", years, "cards.birth_year_wrong"),
            fields.read("postcode", issuing.read_postcode, "cards.postcode_wrong"),
        )
    area = request.me.workplace.area or _typed_area(fields, request)
    if fields.errors or number is None or kind is None:
        return None
    ends = last or last_valid_day(received)
    local = fields.is_on("local_only")
    return Card(number, kind, CardStatus.ACTIVE, received, ends, minors, area, local), details


def _typed_area(fields: FormFields, request: PageRequest) -> str:
    with request.console.database.reading() as connection:
        return areas.as_written(connection, fields.words("area"))


def _received_by(today: date) -> Callable[[str], date]:
    def parse(text: str) -> date:
        day = parse_day(text)
        if not today - _RECEIVED_AGO <= day <= today:
            raise ValueError("not a day of the last year")
        return day

    return parse


def _last_after(received: date) -> Callable[[str], date]:
    """A pilot's cards may end with the pilot; no card holds for longer than twelve months."""

    def parse(text: str) -> date:
        day = parse_day(text)
        if not received <= day <= last_valid_day(received):
            raise ValueError("not within twelve months")
        return day

    return parse


def _show(request: PageRequest) -> Response:
    return _show_page(request, request.objects["card"])


def _show_page(
    request: PageRequest,
    registered: RegisteredCard,
    status: int = 200,
    *,
    errors: Mapping[str, str] | None = None,
) -> Response:
    """The page of a card, its number masked."""
    with request.console.database.reading() as connection:
        has_link = registered_cards.has_link(connection, registered.id)
        before = None
        if registered.replaces is not None:
            before = registered_cards.get(connection, registered.replaces)
    today = request.console.today()
    return request.page(
        "card.html",
        status,
        registered=registered,
        before=before,
        errors=errors or {},
        has_link=has_link,
        today=today,
        new_last=last_valid_day(today),
        most=MOST_MINORS,
    )


def _renew(request: PageRequest) -> Response:
    registered: RegisteredCard = request.objects["card"]
    fields = request.fields()
    minors: int | None = 0
    if registered.card is not None and registered.card.kind is CardKind.PERSONAL:
        minors = fields.read("minors", whole_number(0, MOST_MINORS), "cards.minors_wrong")
    if minors is None:
        return _show_page(request, registered, 422, errors=fields.errors)
    with _refused_in_words():
        issuing.renew(request.console, request.me, registered, minors)
    return request.go(f"/cards/{registered.id}", "card_renewed")


def _status(status: CardStatus, done: str) -> Handler:
    def change(request: PageRequest) -> Response:
        registered: RegisteredCard = request.objects["card"]
        with _refused_in_words():
            issuing.set_status(request.console, request.me, registered, status)
        return request.go(f"/cards/{registered.id}", done)

    return change


def _replace_form(request: PageRequest) -> Response:
    return _replace_page(request, 200, "", {})


def _replace_page(
    request: PageRequest,
    status: int,
    typed: str,
    errors: Mapping[str, str],
    alike: list[Card] | None = None,
    *,
    was_read: bool = False,
) -> Response:
    return request.page(
        "card_replace.html",
        status,
        registered=request.objects["card"],
        typed=typed,
        errors=errors,
        alike=alike or [],
        was_read=was_read,
    )


def _replace(request: PageRequest) -> Response:
    registered: RegisteredCard = request.objects["card"]
    fields = request.fields()
    typed = fields.raw("number")
    if in_picture := _number_in_picture(fields):
        return _replace_page(request, 200, in_picture, {}, was_read=True)
    if fields.errors:
        return _replace_page(request, 422, typed, fields.errors)
    number = fields.read("number", issuing.read_number, "cards.number_wrong")
    if number is None:
        return _replace_page(request, 422, typed, fields.errors)
    if not fields.is_on("sure"):
        with request.console.database.reading() as connection:
            alike = registered_cards.similar(connection, [number]).get(number, [])
        if alike := [each for each in alike if each.number != registered.number]:
            return _replace_page(request, 409, typed, {}, alike)
    try:
        new = issuing.replace_lost(request.console, request.me, registered, number, fields.new_id())
    except NotPossibleError as refused:
        return _replace_page(request, 422, typed, {"number": refused.key})
    return request.go(f"/cards/{new}", "card_replaced")


@contextmanager
def _refused_in_words() -> Iterator[None]:
    """Say on a page what the card's state forbids."""
    try:
        yield
    except NotPossibleError as refused:
        raise PageRefusedError(409, refused.key) from refused


ROUTES: Mapping[str, Handler] = {
    "GET /cards": _list,
    "POST /cards/find": _find,
    "GET /cards/new": _form,
    "POST /cards/new": _register,
    "GET /cards/{card}": _show,
    "POST /cards/{card}/renew": _renew,
    "POST /cards/{card}/suspend": _status(CardStatus.SUSPENDED, "card_suspended"),
    "POST /cards/{card}/resume": _status(CardStatus.ACTIVE, "card_resumed"),
    "POST /cards/{card}/revoke": _status(CardStatus.REVOKED, "card_revoked"),
    "GET /cards/{card}/replace": _replace_form,
    "POST /cards/{card}/replace": _replace,
}
