"""What opens: files of now, files of earlier versions, and none that costs too much."""

import base64
import io

import pytest

from desk_app.files.register_files import SealedRegisterFiles
from desk_app.files.sealed_stream import SealedStream, seal_stream
from desk_app.files.sealing import Hardness, seal, unseal
from desk_app.files.transfer_files import SealedTransferFiles
from desk_app.services.errors import TransferDamagedError, TransferUnopenedError

LIGHT = Hardness(passes=1, memory=8 << 10)
EARLIER_WHOLE = base64.b64decode(
    "S0FJS1VQQVJDRUwBAAAAAQAAAAAAACAABsh77h/oY1jYI43sVRIUqH6gvu/k9geM0fgIpL676nP8eRHVLdPYaOLynkZx"
    "4J7B4x8PP22FXgrPmi08r1jfT0U51A=="
)
"""The words "unsent work", as an earlier version sealed them."""
EARLIER_STREAM = base64.b64decode(
    "S0FJS1VQQVJDRUwCAAAAAQAAAAAAACAAoQrIIyHTIGq6A1nAqfMw8AdpA7O3s9iDkCuYs0kcnlNhURgM3fRn9gAAABYi"
    "FUCGqGTdI1Pq/B/BfwGM0+Hti5QzAAAAF0eDMvya5PfDJU/uJrH2P+78Cm7mBt65AAAAEQxojDu7ZqIr3MviAJR6oGkg"
)
"""The messages "first" and "second", likewise."""


@pytest.mark.parametrize("files", [SealedTransferFiles, SealedRegisterFiles])
def test_a_file_costs_the_moderate_setting_unless_told_otherwise(
    files: type[SealedTransferFiles] | type[SealedRegisterFiles],
) -> None:
    assert files()._hardness == Hardness(3, 256 << 20)


def test_a_file_of_ours_opens() -> None:
    assert unseal(seal(b"work", "a passphrase", LIGHT), "a passphrase") == b"work"


def test_a_file_of_an_earlier_version_opens() -> None:
    assert unseal(EARLIER_WHOLE, "a passphrase") == b"unsent work"


def test_a_stream_of_ours_opens_as_often_as_it_is_read() -> None:
    stream = opened(b"".join(seal_stream([b"first", b"second"], "a passphrase", LIGHT)))
    assert [list(stream.messages()) for _ in range(2)] == [[b"first", b"second"]] * 2


def test_a_stream_of_an_earlier_version_opens() -> None:
    assert list(opened(EARLIER_STREAM).messages()) == [b"first", b"second"]


@pytest.mark.parametrize(
    "sealed", [EARLIER_WHOLE, seal(b"work", "a passphrase", LIGHT)], ids=["earlier", "ours"]
)
def test_a_changed_file_does_not_open(sealed: bytes) -> None:
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    with pytest.raises(TransferUnopenedError):
        unseal(changed, "a passphrase")


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 0, 2), (0, 2), (0, 1), (0, 1, 2, 2)])
def test_messages_out_of_their_order_are_noticed(order: tuple[int, ...]) -> None:
    header, *messages = seal_stream([b"first", b"second"], "a passphrase", LIGHT)
    stream = opened(b"".join([header, *(messages[each] for each in order)]))
    with pytest.raises((TransferDamagedError, TransferUnopenedError)):
        list(stream.messages())


def test_an_earlier_format_does_not_open_what_a_newer_one_sealed() -> None:
    sealed = bytearray(seal(b"work" * 20, "a passphrase", LIGHT))
    sealed[11] = 1
    with pytest.raises(TransferUnopenedError):
        unseal(bytes(sealed), "a passphrase")


def opened(sealed: bytes) -> SealedStream:
    """The stream with these bytes."""
    return SealedStream(io.BytesIO(sealed), "a passphrase")


@pytest.mark.parametrize(
    "asked",
    [
        Hardness(passes=4, memory=8 << 10),
        Hardness(passes=1, memory=(256 << 20) + 1024),
    ],
)
def test_a_file_that_asks_for_more_than_ours_do_is_refused_before_it_is_paid(
    asked: Hardness,
) -> None:
    costly = bytearray(seal(b"work", "a passphrase", LIGHT))
    costly[12:24] = asked.passes.to_bytes(4, "big") + asked.memory.to_bytes(8, "big")

    with pytest.raises(TransferDamagedError):
        unseal(bytes(costly), "a passphrase")

    assert not asked.is_allowed
