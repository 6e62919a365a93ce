"""Reads and writes encrypted transfer files of unsent operations."""

from datetime import datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from desk_app.files.atomic_write import read_bounded, write_atomically
from desk_app.files.sealing import MAGIC, Hardness, SealedFormat, seal, unseal
from desk_app.services.errors import (
    FileTakenError,
    TransferForeignError,
    TransferTooLargeError,
)
from desk_app.services.transfer import Transfer
from sync.rules.visits import Note, OwnOffer, Visit, Void

LARGEST = 16 << 20
"""Ours: bytes. A visit takes some 500, so this holds 30,000 of them: a large venue's year."""


class _TransferContent(BaseModel):
    """The content of a transfer file. Operations have the form in which they are sent."""

    model_config = ConfigDict(strict=True, frozen=True, hide_input_in_errors=True)

    venue_id: str
    venue_name: str
    register_key: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    desk_id: UUID
    desk_name: str
    packed_at: datetime
    operations: list[Annotated[Visit | Void | OwnOffer | Note, Field(discriminator="kind")]]


class SealedTransferFiles:
    """Implements the desk's ``TransferFiles``."""

    def __init__(self, hardness: Hardness | None = None) -> None:
        self._hardness = hardness or Hardness.moderate()

    def write(self, path: Path, transfer: Transfer, passphrase: str) -> None:
        """Write the transfer file to a new file, or in the place of an older transfer file."""
        ours = {MAGIC + bytes([form]) for form in (SealedFormat.WHOLE, SealedFormat.EARLIER_WHOLE)}
        if path.exists() and read_bounded(path, len(MAGIC) + 1) not in {b"", *ours}:
            raise FileTakenError(path=str(path))
        content = _TransferContent(
            venue_id=transfer.venue_id,
            venue_name=transfer.venue_name,
            register_key=transfer.register_key.hex(),
            desk_id=transfer.desk_id,
            desk_name=transfer.desk_name,
            packed_at=transfer.packed_at,
            operations=list(transfer.operations),
        )
        plain = content.model_dump_json(exclude_none=True).encode()
        sealed = seal(plain, passphrase, self._hardness)
        if len(sealed) > LARGEST:
            raise TransferTooLargeError(path=str(path))
        write_atomically(path, sealed)

    def read(self, path: Path, passphrase: str) -> Transfer:
        """Open a transfer file."""
        sealed = read_bounded(path, LARGEST + 1)
        if len(sealed) > LARGEST:
            raise TransferTooLargeError(path=str(path))
        try:
            content = _TransferContent.model_validate_json(unseal(sealed, passphrase))
        except ValidationError as other:  # sealed by something else that knows the passphrase
            raise TransferForeignError from other
        return Transfer(
            venue_id=content.venue_id,
            venue_name=content.venue_name,
            register_key=bytes.fromhex(content.register_key),
            desk_id=content.desk_id,
            desk_name=content.desk_name,
            packed_at=content.packed_at,
            operations=tuple(content.operations),
        )
