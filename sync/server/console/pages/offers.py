"""A venue's offers: added, changed and taken off its list; its desks hear of it by their feed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from starlette.responses import Response

from sync.rules.offers import (
    LONGEST_SPAN_DAYS,
    LONGEST_SPAN_MONTHS,
    MOST,
    CardLimit,
    LimitPeriod,
    Offer,
    OfferKind,
    OfferName,
    OfferStatus,
    Quota,
    Sector,
)
from sync.rules.texts import check_new_text
from sync.server.console.forms import LONGEST_WORDS, FormFields, whole_number
from sync.server.console.page_request import Handler, PageRefusedError, PageRequest
from sync.server.console.store import console_audit
from sync.server.store import offers
from sync.server.store.offers import StoredOffer

_FIELDS = (
    "kind", "sector", "name_fi", "name_sv", "name_en", "place", "starts", "ends", "status",
    "quota", "limit", "period", "span", "value", "ceiling", "minors_allowed",
)  # fmt: skip
_SPANS = {LimitPeriod.DAYS: LONGEST_SPAN_DAYS, LimitPeriod.MONTHS: LONGEST_SPAN_MONTHS}


def _new(request: PageRequest) -> Response:
    blank = dict.fromkeys(_FIELDS, "") | {"status": OfferStatus.ON_SALE, "minors_allowed": "on"}
    return _form_page(request, None, 200, blank, {})


def _edit(request: PageRequest) -> Response:
    stored = _stored(request)
    typed = _typed(stored.given, request.console.zone)
    return _form_page(request, stored, 200, typed, {})


def _form_page(
    request: PageRequest,
    stored: StoredOffer | None,
    status: int,
    typed: Mapping[str, str],
    errors: Mapping[str, str],
) -> Response:
    return request.page(
        "offer.html",
        status,
        venue=request.objects["venue"],
        stored=stored,
        typed=typed,
        errors=errors,
        kinds=list(OfferKind),
        sectors=list(Sector),
        statuses=list(OfferStatus),
        periods=list(LimitPeriod),
    )


def _stored(request: PageRequest) -> StoredOffer:
    venue = request.venue
    try:
        offer_id = UUID(request.http.path_params["offer"])
        with request.console.database.reading() as connection:
            stored = offers.load(connection, venue.id, [offer_id])[offer_id]
    except (KeyError, ValueError) as unknown:
        raise PageRefusedError(404, "error.missing") from unknown
    if stored.removed:
        raise PageRefusedError(404, "error.missing")
    return stored


def _add(request: PageRequest) -> Response:
    return _save(request, None, "offer_made")


def _change(request: PageRequest) -> Response:
    return _save(request, _stored(request), "offer_changed")


def _save(request: PageRequest, stored: StoredOffer | None, done: str) -> Response:
    venue = request.venue
    fields = request.fields()
    before = stored.given if stored else None
    offer = _read(fields, request.console.zone, before)
    if offer is None:
        typed = {name: fields.raw(name) for name in _FIELDS}
        return _form_page(request, stored, 422, typed, fields.errors)
    now = request.console.now()
    with request.console.database.writing() as connection:
        is_there = before is None and offers.load(connection, venue.id, [offer.id])
        if not is_there:
            offers.put(connection, venue.id, [offer])
            console_audit.add(connection, now, request.me, done, offer.name.fi, area=venue.area)
    return request.go(f"/venues/{venue.id}", done)


def _remove(request: PageRequest) -> Response:
    venue = request.venue
    stored = _stored(request)
    now = request.console.now()
    with request.console.database.writing() as connection:
        offers.drop(connection, venue.id, [stored.given.id])
        name = stored.given.name.fi
        console_audit.add(connection, now, request.me, "offer_removed", name, area=venue.area)
    return request.go(f"/venues/{venue.id}", "offer_removed")


def _read(fields: FormFields, zone: ZoneInfo, before: Offer | None) -> Offer | None:
    """The offer of a form. What the form does not ask for stays as it was before."""
    kind = fields.choice("kind", OfferKind)
    sector = fields.choice("sector", Sector)
    status = fields.choice("status", OfferStatus)
    name = fields.words("name_fi")
    others = {
        key: fields.read_optional(key, _words, "form.words_wrong")
        for key in ("name_sv", "name_en", "place")
    }
    starts = fields.read_optional("starts", _moment(zone), "offers.time_wrong")
    ends = fields.read_optional("ends", _moment(zone), "offers.time_wrong")
    if starts and ends and ends < starts:
        fields.errors["ends"] = "offers.time_wrong"
    if kind is OfferKind.EVENT and starts is None:
        fields.errors.setdefault("starts", "offers.time_missing")
    count = whole_number(0, MOST)
    total = fields.read_optional("quota", count, "offers.count_wrong")
    limit = _limit(fields)
    value = fields.read_optional("value", _cents, "offers.money_wrong")
    ceiling = fields.read_optional("ceiling", _cents, "offers.money_wrong")
    if fields.errors:
        return None
    used = before.quota.used if before and before.quota else 0
    new = Offer(
        id=before.id if before else fields.new_id(),
        kind=kind,
        sector=sector,
        name=OfferName(name, others["name_sv"], others["name_en"]),
        place=others["place"],
        starts_at=starts,
        ends_at=ends,
        status=status,
        quota=None if total is None else Quota(total, used),
        card_limit=limit,
        value_cents=value,
        ceiling_cents=ceiling,
        minors_allowed=fields.is_on("minors_allowed"),
    )
    if before is None:
        return new
    return replace(new, course_limit=before.course_limit, value_asked=before.value_asked)


def _limit(fields: FormFields) -> CardLimit | None:
    count = fields.read_optional("limit", whole_number(0, MOST), "offers.count_wrong")
    if count is None:
        return None
    period = fields.choice("period", LimitPeriod)
    if period not in _SPANS:
        return CardLimit(count, period) if period else None
    span = fields.read("span", whole_number(1, _SPANS[period]), "offers.span_wrong")
    if span is None:
        return None
    in_days = period is LimitPeriod.DAYS
    return CardLimit(count, period, span if in_days else None, None if in_days else span)


def _words(text: str) -> str:
    check_new_text(text, "it", longest=LONGEST_WORDS)
    return text


def _moment(zone: ZoneInfo) -> Callable[[str], datetime]:
    def parse(text: str) -> datetime:
        moment = datetime.fromisoformat(text)
        if not 2000 <= moment.year <= 2200:
            raise ValueError("an absurd year")
        return moment.replace(tzinfo=zone)

    return parse


def _cents(text: str) -> int:
    whole, _, part = text.replace(",", ".").partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= 6 and len(part) <= 2):
        raise ValueError("no sum of money")
    return int(whole) * 100 + (int(part.ljust(2, "0")) if part else 0)


def _typed(offer: Offer, zone: ZoneInfo) -> dict[str, str]:
    limit = offer.card_limit
    values: dict[str, Any] = {
        "kind": offer.kind,
        "sector": offer.sector,
        "status": offer.status,
        "name_fi": offer.name.fi,
        "name_sv": offer.name.sv,
        "name_en": offer.name.en,
        "place": offer.place,
        "starts": _local(offer.starts_at, zone),
        "ends": _local(offer.ends_at, zone),
        "quota": offer.quota and offer.quota.total,
        "limit": limit and limit.count,
        "period": limit and limit.period,
        "span": limit and (limit.days or limit.months),
        "value": _euros(offer.value_cents),
        "ceiling": _euros(offer.ceiling_cents),
        "minors_allowed": "on" if offer.minors_allowed else "",
    }
    return {key: "" if value is None else str(value) for key, value in values.items()}


def _local(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return None if moment is None else moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M")


def _euros(cents: int | None) -> str | None:
    return None if cents is None else f"{cents // 100},{cents % 100:02d}"


ROUTES: Mapping[str, Handler] = {
    "GET /venues/{venue}/offers/new": _new,
    "POST /venues/{venue}/offers/new": _add,
    "GET /venues/{venue}/offers/{offer}": _edit,
    "POST /venues/{venue}/offers/{offer}": _change,
    "POST /venues/{venue}/offers/{offer}/remove": _remove,
}
