"""What opening a sealed file may cost, also one from elsewhere."""

import pytest
from nacl.pwhash import argon2id

from desk_app.files.register_files import SealedRegisterFiles
from desk_app.files.sealing import Hardness, seal, unseal
from desk_app.files.transfer_files import SealedTransferFiles
from desk_app.services.errors import TransferDamagedError

LIGHT = Hardness(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)


@pytest.mark.parametrize("files", [SealedTransferFiles, SealedRegisterFiles])
def test_a_file_costs_the_moderate_setting_unless_told_otherwise(
    files: type[SealedTransferFiles] | type[SealedRegisterFiles],
) -> None:
    assert files()._hardness == Hardness(argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE)


def test_a_file_of_ours_opens() -> None:
    assert unseal(seal(b"work", "a passphrase", LIGHT), "a passphrase") == b"work"


@pytest.mark.parametrize(
    "asked",
    [
        Hardness(argon2id.OPSLIMIT_MODERATE + 1, argon2id.MEMLIMIT_MIN),
        Hardness(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MODERATE + 1024),
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
