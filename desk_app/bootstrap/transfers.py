"""Joins the parts that carry work and the register from desk to desk by file."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from desk_app.files.register_files import SealedRegisterFiles
from desk_app.files.sealing import Hardness
from desk_app.files.transfer_files import SealedTransferFiles
from desk_app.services.checking import CheckService
from desk_app.services.register_transfer import (
    OfferBook,
    RegisterSource,
    RegisterTransferService,
)
from desk_app.services.transfer import TransferService, TransferStore, TransferTime
from sync.ports import DeskBook


def transfers(  # noqa: PLR0913 - the parts to join, each by its name
    checking: CheckService,
    work: TransferStore,
    desk: DeskBook,
    register: RegisterSource,
    offers: OfferBook,
    clock: TransferTime,
    *,
    queued: Callable[[], None],
    only_sync_worker: Callable[[], AbstractContextManager[None]],
    hardness: Hardness | None = None,
) -> tuple[TransferService, RegisterTransferService]:
    """The services for unsent work and for the register, with sealed files."""
    return (
        TransferService(checking, work, SealedTransferFiles(hardness), clock, queued=queued),
        RegisterTransferService(
            checking,
            desk,
            register,
            offers,
            SealedRegisterFiles(hardness),
            clock,
            only_sync_worker=only_sync_worker,
        ),
    )
