"""A verdict as commands print it for programs."""

from typing import Any

from pydantic import TypeAdapter

from sync.rules.entitlement import Verdict

_VERDICT: TypeAdapter[Verdict] = TypeAdapter(Verdict)


def dump_verdict(verdict: Verdict) -> dict[str, Any]:
    """A verdict as the contract writes it."""
    data: dict[str, Any] = _VERDICT.dump_python(verdict, mode="json")
    if data["missing"] is None:
        del data["missing"]
    for past in data["earlier"]:
        del past["offer_kind"], past["venue_id"]
        if past["at"] is None:
            del past["at"]
    return data
