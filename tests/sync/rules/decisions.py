"""Reads the decision table, and says where the rules decide otherwise than a row expects.

``python -m tests.sync.rules.decisions`` prints every difference and ends with how many there are.
"""

import csv
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pydantic import TypeAdapter

from sync.rules.cards import Card
from sync.rules.cases import Case
from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.entitlement import (
    NOTHING,
    Allowed,
    Verdict,
    judge,
    judge_provisionally,
    objections,
    up_to,
)
from sync.rules.offers import Offer
from sync.rules.policy import Policy, RegisterAge, Term, register_age
from sync.rules.tickets import KINDS, Tickets
from sync.rules.visits import PastVisit

FOLDER = Path(__file__).parent
POLICY = Policy()
TERMS = (
    Term(date(2025, 8, 11), date(2025, 12, 12)),
    Term(date(2026, 1, 12), date(2026, 5, 29)),
)
NOBODY = "nobody"
_AGE_UNITS = {"h": timedelta(hours=1), "s": timedelta(seconds=1)}
_CEILINGS = {"minors": "children_and_grandchildren", "clients": "community_minors"}
_LETTERS = {kind.name[0]: kind.name for kind in KINDS if kind.name != "community_minors"}
_LETTERS["m"] = "community_minors"
_CARD = TypeAdapter(Card)
_OFFER = TypeAdapter(Offer)
_PAST_TICKETS = re.compile(r"(\d*)([a-z])")


@dataclass(frozen=True)
class Decision:
    """One line of the table: what is the case, and what is expected."""

    sentence: str
    case: Case
    printed: date | None
    expected: Verdict
    asked: Tickets | None
    objections: tuple[Refusal, ...]

    def verdict(self) -> Verdict:
        """What the rules decide."""
        if self.printed is None:
            return judge(self.case)
        return judge_provisionally(self.case, self.printed)

    def differences(self) -> Iterator[str]:
        """Where the rules decide otherwise than the row expects."""
        verdict = self.verdict()
        for name in ("verdict", "refusals", "notices", "allowed", "pays_cents"):
            found, expected = getattr(verdict, name), getattr(self.expected, name)
            if found != expected:
                yield f"{name}: {found}, and not {expected}"
        if self.asked is not None:
            against = objections(self.case, verdict, self.asked)
            if against != self.objections:
                yield f"objections: {against}, and not {self.objections}"


def rows() -> list[Decision]:
    """The whole table."""
    with (FOLDER / "decisions.csv").open(encoding="utf-8", newline="") as table:
        lines = csv.DictReader(table, delimiter=";", strict=True)
        return [_row(line) for line in lines if not line["sentence"].startswith("#")]


def card(name: str) -> Card:
    """A card of ``cards_and_offers.toml``."""
    usual = {"status": "active", "area": "Espoo", "local_only": False}
    number = name.upper().replace("_", "") + "2025"
    fields: dict[str, Any] = {**usual, **_named()["card"][name], "number": number}
    return _CARD.validate_python(fields)


def offer(name: str) -> Offer:
    """An offer of ``cards_and_offers.toml``."""
    usual = {"sector": "culture", "status": "on_sale", "minors_allowed": True, "name": {"fi": name}}
    fields: dict[str, Any] = {**usual, **_named()["offer"][name], "id": uuid5(NAMESPACE_URL, name)}
    return _OFFER.validate_python(fields)


@cache
def _named() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "cards_and_offers.toml").read_text(encoding="utf-8"))


def _row(line: dict[str, str]) -> Decision:
    moment = _moment(line["when"])
    case = Case(
        card=card(line["card"]) if line["card"] else None,
        offer=offer(line["offer"]),
        venue_area=(line["venue"] or "Espoo").removesuffix("!"),
        venue_local_only=line["venue"].endswith("!"),
        moment=moment,
        register=_register(line["register"] or "0 h", moment),
        past_visits=[_past(word) for word in line["earlier"].split()],
        queued=int(line["queued"] or "0"),
        terms=TERMS,
    )
    expected = Verdict(
        verdict=VerdictCode(line["verdict"]),
        card=None,
        allowed=_allowed(line["allowed"]),
        refusals=_refusals(line["refusals"]),
        notices=tuple(Notice(word) for word in line["notices"].split()),
        pays_cents=int((line["pays"] or "0.00").replace(".", "")),
    )
    return Decision(
        sentence=line["sentence"],
        case=case,
        printed=date.fromisoformat(line["printed"]) if line["printed"] else None,
        expected=expected,
        asked=_tickets(line["asked"]) if line["asked"] else None,
        objections=_refusals(line["objections"]),
    )


def _moment(text: str) -> datetime:
    if text.endswith("Z"):
        return datetime.fromisoformat(text).astimezone(POLICY.zone)
    return datetime.combine(date.fromisoformat(text), time(12), POLICY.zone)


def _register(text: str, moment: datetime) -> RegisterAge:
    if text == "never":
        return register_age(None, moment, POLICY)
    words = text.split()
    age = sum(
        (int(many) * _AGE_UNITS[unit] for many, unit in zip(words[::2], words[1::2], strict=True)),
        timedelta(),
    )
    now = moment.astimezone(UTC)
    return register_age(now - age, now, POLICY)


def _past(word: str) -> PastVisit:
    name, _, rest = word.partition("@")
    day, _, tickets = rest.partition("/")
    visited = offer(name)
    counts = {
        _LETTERS[letter]: int(many or "1") for many, letter in _PAST_TICKETS.findall(tickets or "h")
    }
    return PastVisit(visited.id, visited.kind, date.fromisoformat(day), Tickets(**counts))


def _refusals(text: str) -> tuple[Refusal, ...]:
    return tuple(Refusal(word) for word in text.split())


def _counts(text: str) -> dict[str, str]:
    parts = (part.split() for part in text.split(",") if part)
    return {name: many for many, name in parts}


def _allowed(text: str) -> Allowed:
    if not text:
        return NOTHING
    ceilings = {
        _CEILINGS.get(name, name): None if many == "any" else int(many)
        for name, many in _counts(text).items()
    }
    return up_to(**{"assistants": None, **ceilings})


def _tickets(text: str) -> Tickets:
    if text == NOBODY:
        return Tickets()
    counts = {name.replace("clients", "community_minors"): n for name, n in _counts(text).items()}
    return Tickets(**{name: int(many) for name, many in counts.items()})


def main() -> int:
    """Print every difference; how many there are."""
    found = [f"{row.sentence}: {what}" for row in rows() for what in row.differences()]
    sys.stdout.write("\n".join([*found, f"{len(found)} differences in {len(rows())} rows", ""]))
    return len(found)


if __name__ == "__main__":
    sys.exit(min(main(), 100))
