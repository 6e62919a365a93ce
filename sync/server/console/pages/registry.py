"""Every route of the console with what answers it."""

from collections.abc import Mapping

from sync.server.console.page_request import Handler
from sync.server.console.pages import (
    audit,
    card_batches,
    card_prints,
    cards,
    desks,
    home,
    offers,
    oidc,
    sign_in,
    statistics,
    venue_records,
    venues,
    workplaces,
)

_MODULES = (
    audit,
    card_batches,
    card_prints,
    cards,
    desks,
    statistics,
    home,
    offers,
    oidc,
    sign_in,
    venue_records,
    venues,
    workplaces,
)


def handlers() -> Mapping[str, Handler]:
    """The handlers by route, such as ``GET /cards``; a word stands before a part with a name.

    Raises ``LookupError`` for one that stands twice.
    """
    found: dict[str, Handler] = {}
    for module in _MODULES:
        if twice := found.keys() & module.ROUTES.keys():
            raise LookupError(f"these routes stand twice: {sorted(twice)}")
        found.update(module.ROUTES)
    return dict(sorted(found.items(), key=lambda each: each[0].split(" ")[::-1]))
