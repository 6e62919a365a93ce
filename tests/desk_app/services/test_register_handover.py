"""What of a neighbour's register a desk takes: what the register has signed, and nothing older."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desk_app.services.register_errors import RegisterUnprovenError
from desk_app.services.register_handover import RegisterHandoverService
from sync.lan.news import NewerPart, RegisterVersion
from sync.server.keys.signing import Signer, new_key
from tests.desk_app.services.register_pair import ODD, SIGNED, load, written
from tests.helpers.desk_fixture import CARDS, NOW, DeskFixture

LATER = SIGNED + timedelta(hours=2)


def handover(desk: DeskFixture) -> RegisterHandoverService:
    return RegisterHandoverService(desk.desk, desk.register, desk.clock, nullcontext)


def version_of(desk: DeskFixture) -> RegisterVersion:
    found = handover(desk).version()
    assert found is not None
    return found


def test_a_desk_without_cards_takes_those_of_a_neighbour(
    writer: DeskFixture, reader: DeskFixture
) -> None:
    assert handover(reader).version() is None
    assert handover(reader).newer_part(version_of(writer)) is NewerPart.CARDS


def test_newer_cards_are_taken_and_older_ones_are_not(
    writer: DeskFixture, reader: DeskFixture, signer: Signer
) -> None:
    load(reader, signer, CARDS, revision=8, signed_at=LATER)

    assert handover(reader).newer_part(version_of(writer)) is NewerPart.NOTHING
    assert handover(writer).newer_part(version_of(reader)) is NewerPart.CARDS


def test_the_same_cards_are_as_new_as_the_latest_signature(
    writer: DeskFixture, reader: DeskFixture, signer: Signer
) -> None:
    load(reader, signer, [*CARDS, ODD], signed_at=LATER)
    newer = version_of(reader)
    assert handover(writer).newer_part(newer) is NewerPart.SIGNATURE

    handover(writer).apply_signature(newer)

    status = writer.register.status()
    assert status is not None
    assert status.verified_at == LATER
    assert version_of(writer) == newer
    assert handover(writer).newer_part(newer) is NewerPart.NOTHING


def test_a_signature_of_a_time_to_come_counts_from_now_and_is_taken_once(
    writer: DeskFixture, reader: DeskFixture, signer: Signer
) -> None:
    load(reader, signer, [*CARDS, ODD], signed_at=NOW + timedelta(days=3))

    handover(writer).apply_signature(version_of(reader))

    status = writer.register.status()
    assert status is not None
    assert status.verified_at == writer.clock.now()
    assert handover(writer).newer_part(version_of(reader)) is NewerPart.NOTHING


@pytest.mark.parametrize(
    "change",
    [
        {"count": 7},
        {"checksum": "0" * 64},
        {"checksum": "no sum"},
        {"revision": 70},
        {"signed_at": written(NOW)},
        {"signed_at": "today"},
        {"signature": "AAAA"},
        {"signature": "ä"},
    ],
)
def test_what_the_register_has_not_signed_is_worth_nothing(
    writer: DeskFixture, reader: DeskFixture, change: dict[str, Any]
) -> None:
    assert handover(reader).newer_part(replace(version_of(writer), **change)) is NewerPart.NOTHING


def test_a_signature_over_other_cards_does_not_make_these_newer(writer: DeskFixture) -> None:
    forged = replace(version_of(writer), signed_at=written(LATER))
    before = writer.register.status()

    with pytest.raises(RegisterUnprovenError):
        handover(writer).apply_signature(forged)

    assert writer.register.status() == before


def test_another_registers_word_counts_for_nothing(
    writer: DeskFixture, new_desk: Callable[..., DeskFixture]
) -> None:
    stranger = Signer(new_key())
    other = new_desk(stranger.public_key)
    load(other, stranger, [*CARDS, ODD], signed_at=LATER)

    assert handover(writer).newer_part(version_of(other)) is NewerPart.NOTHING


def test_a_desk_that_the_register_turned_away_hands_nothing_on(writer: DeskFixture) -> None:
    writer.desk.refused("desk_revoked")

    assert handover(writer).version() is None
