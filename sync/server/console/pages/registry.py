"""Every route of the console with what answers it."""

from collections.abc import Mapping

from sync.server.console.asked import Handler
from sync.server.console.pages import home, sign_in, workplaces

_MODULES = (home, sign_in, workplaces)


def handlers() -> Mapping[str, Handler]:
    """By route, such as ``GET /cards``. Raises ``LookupError`` for one that stands twice."""
    found: dict[str, Handler] = {}
    for module in _MODULES:
        if twice := found.keys() & module.ROUTES.keys():
            raise LookupError(f"these routes stand twice: {sorted(twice)}")
        found.update(module.ROUTES)
    return found
