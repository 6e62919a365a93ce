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
    return area_key(one) == area_key(other)


def spellings(area: str) -> set[str]:
    """The usual ways to write an area, for a database that compares letter by letter."""
    return {area, area.upper(), area.lower(), area.title(), area.capitalize()}


def area_key(area: str) -> str:
    """What all ways of writing an area have in common."""
    return " ".join(unicodedata.normalize("NFKC", area).casefold().split())
