"""Parses the arguments of the venue's own offer."""

import argparse
from dataclasses import replace
from typing import Any

from desk_app.services.errors import OfferMalformedError
from desk_app.services.offer_creation import OfferRequest
from sync.rules.offers import CardLimit, LimitPeriod

_PLAIN = (
    "name_fi",
    "name_sv",
    "name_en",
    "kind",
    "sector",
    "status",
    "place",
    "starts_at",
    "ends_at",
    "tickets",
    "value_cents",
    "ceiling_cents",
    "value_asked",
    "minors_allowed",
)


def asked_offer(args: argparse.Namespace, base: OfferRequest) -> OfferRequest:
    """``base`` with all that was typed. Raises ``OfferMalformedError``."""
    given: dict[str, Any] = vars(args)
    changes = {name: given[name] for name in _PLAIN if name in given}
    if "venue" in given:
        changes["venue_id"] = given["venue"]
    try:
        changes["card_limit"] = _limit(given, "limit", base.card_limit)
        changes["course_limit"] = _limit(given, "course_limit", base.course_limit)
    except ValueError as malformed:
        raise OfferMalformedError(reason=str(malformed)) from malformed
    return replace(base, **changes)


def _limit(given: dict[str, Any], name: str, before: CardLimit | None) -> CardLimit | None:
    count = given.get(name, before.count if before else None)
    if count is None:
        return None
    before = before or CardLimit(count, LimitPeriod.OFFER)
    return CardLimit(
        count,
        given.get(f"{name}_period", before.period),
        given.get(f"{name}_days", before.days),
        given.get(f"{name}_months", before.months),
    )
