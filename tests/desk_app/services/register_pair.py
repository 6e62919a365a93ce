"""Two desks that hand on the register by file."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_app.services.errors import (
    DeskError,
)
from desk_app.services.register_transfer import CarriedRegister
from sync.ports import RegisterProof
from sync.rules.cards import Card, OddCard
from sync.rules.register_sum import RegisterSum
from sync.server.keys.signing import Signer
from tests.helpers.desk_fixture import (
    NOW,
    DeskFixture,
)

PASSPHRASE = "kesällä satoi kolme viikkoa"
ODD = OddCard("KAIKU0009", ("family", "active", "2026-01-01", "2026-12-31", "2", "Espoo", "0"))
SIGNED = NOW - timedelta(hours=5)


def written(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def load(
    desk: DeskFixture,
    signer: Signer,
    cards: Sequence[Card | OddCard],
    *,
    revision: int = 7,
    signed_at: datetime = SIGNED,
) -> None:
    """Let the register have given these cards, signed."""
    total = RegisterSum()
    for card in cards:
        total = total.plus(card)
    text = written(signed_at)
    desk.register.begin_load(revision)
    desk.register.add_page(sorted(cards, key=lambda card: card.number), after=None, last=True)
    desk.register.adopt(
        revision=revision,
        expected=total,
        verified_at=signed_at,
        proof=RegisterProof(text, signer.sign_at(revision, total, text)),
    )


def out(desk: DeskFixture, file: Path) -> CarriedRegister:
    return desk.services.register_transfer.carry_out(file, PASSPHRASE)


def taken(desk: DeskFixture, file: Path) -> CarriedRegister:
    return desk.services.register_transfer.carry_in(file, PASSPHRASE)


def state(desk: DeskFixture) -> tuple[object, ...]:
    return (desk.register.status(), [offer.id for offer in desk.offers.all()], desk.desk.record())


def refused(desk: DeskFixture, file: Path) -> type[DeskError]:
    """How a file is refused, with nothing changed."""
    before = state(desk)
    with pytest.raises(DeskError) as error:
        taken(desk, file)
    assert state(desk) == before
    assert desk.register.loading() is None
    return type(error.value)
