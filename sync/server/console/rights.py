"""The rights to open each page and send each form: one table, to which every route is held.

A route whose path names a card, a venue and so on is open only for those of one's own area or
workplace; what its path names is what is looked at (:func:`is_within`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sync.rules.venues import same_area
from sync.server.console.store.accounts import Account
from sync.server.store.console_tables import Role

NATIONAL, COORDINATOR, ISSUER, VENUE = Role
EVERYBODY = frozenset(Role)
"""All who are signed in."""
COORDINATORS = frozenset({NATIONAL, COORDINATOR})
ISSUERS = frozenset({NATIONAL, COORDINATOR, ISSUER})
VENUES = frozenset({NATIONAL, COORDINATOR, VENUE})
STRANGERS = None
"""Also those who are not signed in."""

RIGHTS: Mapping[str, frozenset[Role] | None] = {
    "GET /sign-in": STRANGERS,
    "POST /sign-in": STRANGERS,
    "POST /sign-in/oidc": STRANGERS,
    "GET /sign-in/oidc/callback": STRANGERS,
    "GET /invitations/{invitation}": STRANGERS,
    "POST /invitations/{invitation}": STRANGERS,
    "GET /language/{language}": STRANGERS,
    "GET /static/{file}": STRANGERS,
    "GET /": EVERYBODY,
    "POST /sign-out": EVERYBODY,
    "GET /mobile/{secret}": STRANGERS,
    "GET /cards": ISSUERS,
    "POST /cards/find": ISSUERS,
    "GET /cards/new": ISSUERS,
    "POST /cards/new": ISSUERS,
    "GET /cards/many": ISSUERS,
    "POST /cards/many": ISSUERS,
    "POST /cards/many/confirm": ISSUERS,
    "POST /cards/labels": ISSUERS,
    "GET /cards/{card}": ISSUERS,
    "POST /cards/{card}/renew": ISSUERS,
    "POST /cards/{card}/suspend": ISSUERS,
    "POST /cards/{card}/resume": ISSUERS,
    "POST /cards/{card}/revoke": ISSUERS,
    "GET /cards/{card}/replace": ISSUERS,
    "POST /cards/{card}/replace": ISSUERS,
    "POST /cards/{card}/links": ISSUERS,
    "POST /cards/{card}/links/end": ISSUERS,
    "GET /venues": VENUES,
    "GET /venues/new": COORDINATORS,
    "POST /venues/new": COORDINATORS,
    "GET /venues/{venue}": VENUES,
    "POST /venues/{venue}/commitments": COORDINATORS,
    "POST /venues/{venue}/activation": COORDINATORS,
    "GET /venues/{venue}/offers/new": VENUES,
    "POST /venues/{venue}/offers/new": VENUES,
    "GET /venues/{venue}/offers/{offer}": VENUES,
    "POST /venues/{venue}/offers/{offer}": VENUES,
    "POST /venues/{venue}/offers/{offer}/remove": VENUES,
    "GET /venues/{venue}/visits": frozenset(
        {VENUE}
    ),  # others see statistics, with small numbers hidden
    "GET /venues/{venue}/notes": VENUES,
    "POST /venues/{venue}/notes/{note}/answer": COORDINATORS,
    "GET /desks": VENUES,
    "POST /desks/{desk}/revoke": COORDINATORS,
    "POST /desks/{desk}/clear-forked": COORDINATORS,
    "GET /figures": EVERYBODY,
    "GET /figures/export/{form}": EVERYBODY,
    "GET /audit": COORDINATORS,
    "POST /audit": COORDINATORS,
    "POST /audit/export/{form}": COORDINATORS,
    "GET /workplaces": COORDINATORS,
    "GET /workplaces/new": COORDINATORS,
    "POST /workplaces/new": COORDINATORS,
    "GET /workplaces/{workplace}": COORDINATORS,
    "POST /workplaces/{workplace}/close": COORDINATORS,
    "POST /workplaces/{workplace}/accounts": COORDINATORS,
    "POST /accounts/{account}/invite": COORDINATORS,
    "POST /accounts/{account}/close": COORDINATORS,
}
WITH_PICTURE = frozenset({"POST /cards/find", "POST /cards/new", "POST /cards/{card}/replace"})
"""The forms that take a picture of a card in place of its number."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something belongs to: what a path names, or what a form is about to make."""

    area: str
    venue_id: str | None = None
    role: Role | None = None
    """Of a workplace, or of the workplace of an account."""


def is_within(account: Account, place: Place) -> bool:
    """Whether something is in an account's reach."""
    own = account.workplace
    if own.role is NATIONAL:
        return True
    if own.role is VENUE:
        return place.role is None and place.venue_id == own.venue_id
    if place.role in COORDINATORS:
        return False  # coordinators are made and closed by Kaikukeskus alone
    return same_area(place.area, own.area)
