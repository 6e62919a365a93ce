"""The venue (Kaikukortti-kohde)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Venue:
    """Where the desk stands; ``area`` decides about local-only cards."""

    id: str
    name: str
    area: str
