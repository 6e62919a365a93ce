"""The venue (Kaikukortti-kohde)."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Venue:
    """The venue of the desk.

    ``area`` decides about local-only cards. A ``local_only`` venue takes the cards of its own area
    alone: a local pilot works both ways (Savonlinna 2018).
    """

    id: str
    name: str
    area: str
    local_only: bool = False


def same_area(one: str, other: str) -> bool:
    """Whether two areas are one, however they are written: ``ESPOO`` is Espoo."""
    return _folded(one) == _folded(other)


def _folded(area: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", area).casefold().split())
