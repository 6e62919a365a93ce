"""The venue (Kaikukortti-kohde)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Venue:
    """Where the desk stands; ``area`` decides about local-only cards.

    A ``local_only`` venue takes cards of its own area alone (contract 1.2).
    """

    id: str
    name: str
    area: str
    local_only: bool = False
