"""The register handed on by file: verified by itself, all of it or nothing, never an older one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.files.sealing import HEADER
from desk_app.services.errors import (
    FileTakenError,
    TransferDamagedError,
    TransferElsewhereError,
    TransferTooNewError,
    TransferUnopenedError,
)
from desk_app.services.recording import VisitRequest
from desk_app.services.register_errors import (
    RegisterMissingError,
    RegisterOlderError,
    RegisterUnsignedError,
    TransferOtherRegisterError,
)
from desk_app.services.register_transfer import CarriedRegister
from sync.ports import RegisterProof
from sync.rules.register_sum import RegisterSum
from sync.rules.venues import Venue
from sync.server.keys.signing import Keys, Signer, new_key
from sync.signatures import verified_changes
from tests.desk_app.services.register_pair import (
    ODD,
    PASSPHRASE,
    SIGNED,
    load,
    out,
    refused,
    taken,
    written,
)
from tests.helpers.desk_fixture import (
    ALONE,
    CARDS,
    FAMILY,
    NOW,
    POOL,
    TONIGHT,
    VENUE,
    DeskFixture,
)


def test_a_desk_without_a_network_knows_every_card_and_offer_of_the_other(
    writer: DeskFixture, reader: DeskFixture, file: Path
) -> None:
    carried = out(writer, file)
    came = taken(reader, file)

    assert came == carried == CarriedRegister(7, 6, SIGNED, SIGNED + timedelta(days=30))
    assert reader.register.find(FAMILY.number) == FAMILY
    assert reader.register.status() == writer.register.status()
    assert reader.offers.all() == writer.offers.all()


def test_changes_that_are_not_in_their_place_yet_are_written_too(
    writer: DeskFixture, reader: DeskFixture, file: Path, signer: Signer
) -> None:
    more = replace(ALONE, minors=3)
    new = replace(ALONE, number="KAIKU0006")
    after = [FAMILY, more, *CARDS[2:], new]
    total = RegisterSum()
    for card in after:
        total = total.plus(card)
    text = written(NOW)
    writer.register._tidy = lambda: None  # type: ignore[method-assign]  # as where it was cut off
    writer.register.apply(
        {ALONE.number: more, new.number: new, ODD.number: None},
        revision=8,
        expected=total,
        verified_at=NOW,
        proof=RegisterProof(text, signer.sign_at(8, total, text)),
    )
    out(writer, file)
    taken(reader, file)

    assert [reader.register.find(card.number) for card in after] == after


def test_a_file_that_was_taken_in_can_be_handed_on_further(
    writer: DeskFixture,
    reader: DeskFixture,
    new_desk: Callable[..., DeskFixture],
    file: Path,
    tmp_path: Path,
) -> None:
    out(writer, file)
    taken(reader, file)
    out(reader, tmp_path / "second.kaiku")

    assert taken(new_desk(), tmp_path / "second.kaiku").verified_at == SIGNED


def test_the_same_file_twice_changes_nothing(
    writer: DeskFixture, reader: DeskFixture, file: Path
) -> None:
    out(writer, file)
    first = taken(reader, file)
    assert taken(reader, file) == first
    assert taken(writer, file).revision == 7


def test_a_desk_that_agreed_with_the_register_later_keeps_its_later_time(
    writer: DeskFixture, reader: DeskFixture, file: Path, signer: Signer
) -> None:
    out(writer, file)
    load(reader, signer, [*CARDS, ODD], signed_at=NOW)

    assert taken(reader, file).verified_at == NOW


def test_a_clock_that_is_behind_never_makes_the_register_younger_than_now(
    writer: DeskFixture, reader: DeskFixture, file: Path
) -> None:
    out(writer, file)
    reader.clock.at = SIGNED - timedelta(days=3)

    assert taken(reader, file).verified_at == reader.clock.at


@pytest.mark.parametrize(
    ("revision", "signed_at"),
    [(6, SIGNED - timedelta(hours=1)), (8, SIGNED - timedelta(hours=1)), (6, SIGNED)],
)
def test_an_older_register_is_refused(
    writer: DeskFixture,
    reader: DeskFixture,
    file: Path,
    signer: Signer,
    revision: int,
    signed_at: datetime,
) -> None:
    load(writer, signer, [FAMILY], revision=revision, signed_at=signed_at)
    out(writer, file)
    load(reader, signer, CARDS)

    assert refused(reader, file) is RegisterOlderError


def test_a_register_that_was_put_back_from_a_backup_has_signed_a_lower_revision_later(
    writer: DeskFixture, reader: DeskFixture, file: Path, signer: Signer
) -> None:
    load(writer, signer, [FAMILY], revision=3, signed_at=NOW)
    out(writer, file)
    load(reader, signer, CARDS)

    assert taken(reader, file).revision == 3


def test_offers_that_the_desk_has_heard_of_later_stay(
    writer: DeskFixture, reader: DeskFixture, file: Path
) -> None:
    out(writer, file)
    reader.clock.at = NOW + timedelta(hours=1)
    reader.load_offers([POOL])
    taken(reader, file)

    assert [offer.id for offer in reader.offers.all()] == [POOL.id]


def test_offers_of_the_file_take_the_place_of_earlier_ones_until_the_feed_is_read_anew(
    writer: DeskFixture, reader: DeskFixture, file: Path
) -> None:
    reader.clock.at = NOW - timedelta(hours=1)
    reader.load_offers([replace(TONIGHT, place="Elsewhere"), replace(POOL, id=FAR)])
    out(writer, file)
    reader.clock.at = NOW
    taken(reader, file)
    assert [offer.id for offer in reader.offers.all()] == [
        offer.id for offer in writer.offers.all()
    ]
    assert reader.offers.cursor() is None
    reader.load_offers([POOL])

    assert [offer.id for offer in reader.offers.all()] == [POOL.id]


FAR = UUID(int=99)


def test_a_file_of_another_venue_or_register_is_refused(
    writer: DeskFixture, new_desk: Callable[..., DeskFixture], file: Path
) -> None:
    out(writer, file)

    elsewhere = new_desk(venue=Venue("uimahalli", "Uimahalli", "Espoo"))
    assert refused(elsewhere, file) is TransferElsewhereError
    assert refused(new_desk(Signer(new_key()).public_key), file) is TransferOtherRegisterError


def test_every_change_and_every_cut_of_a_file_is_noticed(
    writer: DeskFixture, reader: DeskFixture, file: Path
) -> None:
    out(writer, file)
    sealed = file.read_bytes()
    ends = [
        0,
        5,
        HEADER.size,
        HEADER.size + 24,
        len(sealed) // 2,
        len(sealed) - 21,
        len(sealed) - 1,
    ]
    for content in [*(sealed[:end] for end in ends), sealed + b"x"]:
        file.write_bytes(content)
        assert refused(reader, file) is TransferDamagedError
    for at in range(11, len(sealed), 97):
        file.write_bytes(sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :])
        assert refused(reader, file) in {
            TransferDamagedError,
            TransferUnopenedError,
            TransferTooNewError,
        }


def test_once_the_passphrase_has_opened_the_first_message_a_change_is_told_as_that(
    writer: DeskFixture, reader: DeskFixture, file: Path
) -> None:
    out(writer, file)
    sealed = bytearray(file.read_bytes())
    sealed[-1] ^= 1
    file.write_bytes(sealed)

    assert refused(reader, file) is TransferDamagedError


def test_another_passphrase_does_not_open_it(
    writer: DeskFixture, reader: DeskFixture, file: Path
) -> None:
    writer.services.register_transfer.carry_out(file, PASSPHRASE.upper())

    assert refused(reader, file) is TransferUnopenedError


def test_a_desk_learns_of_the_register_s_next_key_by_the_file(
    new_desk: Callable[..., DeskFixture], file: Path
) -> None:
    keys = Keys(bytes(32), (new_key(),), ())
    old = keys.signer.public_key
    writer, reader = new_desk(old), new_desk(old)
    keys = keys.begin_change().finish_change()
    changes = verified_changes((each.before, each.key, each.signature) for each in keys.changes)
    writer.desk.keys(trusted=keys.public, changes=changes)
    load(writer, keys.signer, CARDS)
    out(writer, file)
    taken(reader, file)

    record = reader.desk.record()
    assert record is not None
    assert (record.signed_by, [*record.key_changes]) == (keys.public, changes)


def test_a_register_of_an_older_server_cannot_be_handed_on(reader: DeskFixture, file: Path) -> None:
    with pytest.raises(RegisterMissingError):
        out(reader, file)
    reader.load_register()
    with pytest.raises(RegisterUnsignedError):
        out(reader, file)
    assert not file.exists()


def test_neither_a_letter_nor_unsent_work_is_overwritten(writer: DeskFixture, file: Path) -> None:
    file.write_text("kirje")
    with pytest.raises(FileTakenError):
        out(writer, file)
    assert file.read_text() == "kirje"
    file.unlink()
    writer.services.recording.record(VisitRequest(number=FAMILY.number, offer_id=POOL.id))
    writer.services.transfer.carry_out(file, PASSPHRASE)
    with pytest.raises(FileTakenError):
        out(writer, file)
    file.unlink()
    out(writer, file)
    with pytest.raises(FileTakenError):
        writer.services.transfer.carry_out(file, PASSPHRASE)


def test_nothing_of_a_card_can_be_read_in_the_file(writer: DeskFixture, file: Path) -> None:
    out(writer, file)
    content = file.read_bytes()

    assert [
        word for word in (b"KAIKU0001", VENUE.name.encode(), b"revision") if word in content
    ] == []


def test_it_is_told_how_far_it_is(writer: DeskFixture, reader: DeskFixture, file: Path) -> None:
    progress: list[float] = []
    writer.services.register_transfer.carry_out(file, PASSPHRASE, progress.append)
    reader.services.register_transfer.carry_in(file, PASSPHRASE, progress.append)

    assert progress == [1.0, 0.5, 1.0]
