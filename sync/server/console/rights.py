"""Who may open which page and send which form: one table, to which every route is held.

A route whose path names a card, a venue and so on is open only for those of one's own area or
workplace; what its path names is what is looked at (:func:`is_within`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sync.rules.venues import same_area
from sync.server.store.accounts import Account
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
    "GET /invitations/{invitation}": STRANGERS,
    "POST /invitations/{invitation}": STRANGERS,
    "GET /language/{language}": STRANGERS,
    "GET /static/{file}": STRANGERS,
    "GET /": EVERYBODY,
    "POST /sign-out": EVERYBODY,
    "GET /workplaces": COORDINATORS,
    "GET /workplaces/new": COORDINATORS,
    "POST /workplaces/new": COORDINATORS,
    "GET /workplaces/{workplace}": COORDINATORS,
    "POST /workplaces/{workplace}/close": COORDINATORS,
    "POST /workplaces/{workplace}/accounts": COORDINATORS,
    "POST /accounts/{account}/invite": COORDINATORS,
    "POST /accounts/{account}/close": COORDINATORS,
}


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
