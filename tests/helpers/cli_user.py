"""Commands typed at a desk with a home of its own, and the register that it talks to."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from desk_app.__main__ import main
from desk_app.cli.main import run
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.offers import Offer, OfferKind, OfferName, OfferStatus, Sector
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from tests.helpers.sealing import QUICK


def _zone_at_noon() -> str:
    """A time zone in which it is about noon: tests begin and end on one day, whenever they run.

    The sign is that of the names below ``Etc``, where a zone in the east has a minus.
    """
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"


POLICY = Policy(timezone=_zone_at_noon())
"""The policy of a register whose desks' tests go by ``TODAY``."""
TODAY = datetime.now(POLICY.zone).date()
"""The day that a desk of such a register counts as today."""
VENUE = Venue("teatteri", "Kaupunginteatteri", "Espoo")
MUSEUM = Offer(
    id=uuid4(),
    kind=OfferKind.STANDING,
    sector=Sector.CULTURE,
    name=OfferName("Museo", "Museum", "Museum"),
    status=OfferStatus.ON_SALE,
    minors_allowed=True,
)
OFFER = ("--offer", str(MUSEUM.id))


def a_card(
    number: str,
    *,
    kind: CardKind = CardKind.PERSONAL,
    minors: int = 0,
    until: date = TODAY + timedelta(days=100),
) -> Card:
    start = TODAY - timedelta(days=100)
    return Card(number, kind, CardStatus.ACTIVE, start, until, minors, VENUE.area, local_only=False)


CARDS = (
    a_card("FAMILY1", minors=2),
    a_card("EXPIRED1", until=TODAY - timedelta(days=1)),
    a_card("GROUP1", kind=CardKind.COMMUNITY),
)


@dataclass
class Answered:
    """What a command did."""

    status: int
    data: dict[str, Any]
    words: str


class CliUser:
    """Types commands at a desk with a home of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = folder / "home"
        self.secrets = folder / "secrets.json"
        self._capsys = capsys

    @property
    def key(self) -> str:
        """The key of its database."""
        key: str = json.loads(self.secrets.read_text())["database-key"]
        return key

    def __call__(self, *typed: str) -> Answered:
        arguments = ["--home", str(self.home), "--secrets", f"file:{self.secrets}", "--json"]
        try:
            status = main([*arguments, *typed], partial(run, hardness=QUICK))
        except SystemExit as ended:  # argparse's way to say no
            status = int(ended.code or 0)
        output = self._capsys.readouterr()
        return Answered(status, json.loads(output.out) if output.out else {}, output.err)
