"""Files with a register that somebody made who knows the passphrase: no card can be changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.files.register_files import SealedRegisterFiles
from desk_app.files.sealed_stream import seal_stream
from desk_app.services.errors import (
    DeskError,
    TransferDamagedError,
)
from desk_app.services.register_errors import (
    RegisterUnprovenError,
)
from desk_app.services.register_transfer import RegisterTransfer
from sync.rules.cards import Card, OddCard
from sync.rules.register_sum import RegisterSum
from tests.desk_app.services.register_pair import (
    ODD,
    PASSPHRASE,
    out,
    refused,
    written,
)
from tests.helpers.desk_fixture import (
    ALONE,
    CARDS,
    FAMILY,
    NOW,
    DeskFixture,
)
from tests.helpers.sealing import QUICK


def forge(
    file: Path,
    writer: DeskFixture,
    change: Callable[[RegisterTransfer], RegisterTransfer],
    cards: Sequence[Card | OddCard] = (*CARDS, ODD),
) -> None:
    """Write what a desk of the venue could write that means harm, and knows the passphrase."""
    files = SealedRegisterFiles(QUICK)
    out(writer, file)
    with files.open(file, PASSPHRASE) as opened:
        transfer = opened.transfer
    files.write(file, change(transfer), iter([[*cards]]), PASSPHRASE)


def unchanged(transfer: RegisterTransfer) -> RegisterTransfer:
    return transfer


@pytest.mark.parametrize(
    ("cards", "error"),
    [
        (CARDS, RegisterUnprovenError),
        ((*CARDS, ODD, replace(ALONE, number="KAIKU1000")), RegisterUnprovenError),
        ((replace(FAMILY, minors=9), *CARDS[1:], ODD), RegisterUnprovenError),
        # These would push others out.
        ((*reversed(CARDS),), TransferDamagedError),
        ((*CARDS, CARDS[-1], ODD), TransferDamagedError),
    ],
    ids=["one less", "one more", "one other", "out of order", "one twice"],
)
def test_other_cards_than_the_signed_ones_are_refused(
    writer: DeskFixture,
    reader: DeskFixture,
    file: Path,
    cards: Sequence[Card | OddCard],
    error: type[DeskError],
) -> None:
    forge(file, writer, unchanged, cards)

    assert refused(reader, file) is error


@pytest.mark.parametrize(
    "change",
    [
        lambda it: replace(it, revision=it.revision + 1),
        lambda it: replace(it, proof=replace(it.proof, signed_at=written(NOW))),
        lambda it: replace(it, proof=replace(it.proof, signature="")),
        lambda it: replace(it, sum=RegisterSum(5, it.sum.total)),
    ],
    ids=["revision", "time", "signature", "count"],
)
def test_no_word_of_the_signed_ones_can_be_changed(
    writer: DeskFixture,
    reader: DeskFixture,
    file: Path,
    change: Callable[[RegisterTransfer], RegisterTransfer],
) -> None:
    forge(file, writer, change)

    assert refused(reader, file) is RegisterUnprovenError


def test_a_message_that_is_no_register_is_refused(reader: DeskFixture, file: Path) -> None:
    for message in (b"", b"[]", b"{}", b'{"offers":1}'):
        file.write_bytes(b"".join(seal_stream([message], PASSPHRASE, QUICK)))
        assert issubclass(refused(reader, file), DeskError)
