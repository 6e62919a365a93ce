"""Reads and writes sealed files with the register (docs/register-file.md)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Annotated
from uuid import UUID

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    field_validator,
)
from pydantic_core import to_json

from desk_app.files.atomic_write import read_bounded, write_pieces
from desk_app.files.sealed_stream import SealedStream, seal_stream
from desk_app.files.sealing import MAGIC, Hardness, SealedFormat
from desk_app.services.errors import (
    FileTakenError,
    FileUnreadableError,
    TransferDamagedError,
    TransferForeignError,
    TransferTooLargeError,
)
from desk_app.services.register_transfer import MOST_COUNTED, Cards, RegisterTransfer
from sync.messages import OfferFeedPage
from sync.pages import parse_message
from sync.ports import RegisterProof
from sync.protocol import Revision
from sync.rules.card_fields import card_of, fields_of
from sync.rules.offers import Offer
from sync.rules.register_keys import KeyChange
from sync.rules.register_sum import RegisterSum, parse_signed_at

MOST_OFFERS = 20_000
"""Ours: what no venue has, and every memory holds."""
_OFFERS_A_MESSAGE = 500
_Field = str | int
_Row = tuple[str, _Field, _Field, _Field, _Field, _Field, _Field, _Field]
_ROWS = TypeAdapter(list[_Row])
_LINE = "|".join(["%s"] * 8)
"""A card's line from its fields (contract 1.4)."""
_Key = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _RegisterFileHead(BaseModel):
    """The first message: what the register signed, and whose it is."""

    model_config = ConfigDict(strict=True, frozen=True, hide_input_in_errors=True)

    venue_id: str
    venue_name: str
    register_key: _Key
    key_changes: list[tuple[_Key, _Key, str]]
    revision: Revision
    count: Annotated[int, Field(ge=0)]
    checksum: _Key
    signed_at: str
    signature_at: str
    offers_at: AwareDatetime | None
    counted: Annotated[list[UUID], Field(max_length=MOST_COUNTED)] = []

    @field_validator("signed_at")
    @classmethod
    def _is_time(cls, text: str) -> str:
        parse_signed_at(text)
        return text


class SealedRegisterFiles:
    """Implements the desk's ``RegisterFiles``."""

    def __init__(self, hardness: Hardness | None = None) -> None:
        self._hardness = hardness or Hardness.moderate()

    def is_register(self, path: Path) -> bool:
        """Whether a file says that it holds a register; what is no transfer file does not."""
        forms = (SealedFormat.STREAM, SealedFormat.EARLIER_STREAM)
        return read_bounded(path, len(MAGIC) + 1) in {MAGIC + bytes([form]) for form in forms}

    def write(self, path: Path, transfer: RegisterTransfer, cards: Cards, passphrase: str) -> None:
        """Write a new file, or in the place of an older one with a register."""
        if path.exists() and not self.is_register(path) and read_bounded(path, 1):
            raise FileTakenError(path=str(path))
        if len(transfer.offers) > MOST_OFFERS:
            raise TransferTooLargeError(path=str(path))
        head = _RegisterFileHead(
            venue_id=transfer.venue_id,
            venue_name=transfer.venue_name,
            register_key=transfer.register_key.hex(),
            key_changes=[
                (change.before.hex(), change.key.hex(), change.signature)
                for change in transfer.key_changes
            ],
            revision=transfer.revision,
            count=transfer.sum.count,
            checksum=transfer.sum.checksum,
            signed_at=transfer.proof.signed_at,
            signature_at=transfer.proof.signature,
            offers_at=transfer.offers_at,
            counted=[*transfer.counted],
        )
        messages = chain(
            [head.model_dump_json().encode()],
            _offer_messages(transfer.offers),
            (to_json([fields_of(card) for card in page]) for page in cards),
        )
        write_pieces(path, seal_stream(messages, passphrase, self._hardness))

    @contextmanager
    def open(self, path: Path, passphrase: str) -> Iterator["OpenRegisterFile"]:
        """Open a file."""
        with _read_errors_in_words(path):
            file = path.open("rb")
        with file:
            with _read_errors_in_words(path):
                stream = SealedStream(file, passphrase)
            yield OpenRegisterFile(path, stream)


class OpenRegisterFile:
    """Implements the desk's ``RegisterFile``."""

    def __init__(self, path: Path, stream: SealedStream) -> None:
        self._path = path
        self._stream = stream
        messages = self._messages()
        head = _read_head(next(messages, b""))
        feed_offers: list[Offer] = []
        for message in messages:
            if not _is_offers(message):
                break
            feed_offers += parse_message(OfferFeedPage, message).offers
            if len(feed_offers) > MOST_OFFERS:
                raise TransferTooLargeError(path=str(path))
        self.transfer = RegisterTransfer(
            venue_id=head.venue_id,
            venue_name=head.venue_name,
            register_key=bytes.fromhex(head.register_key),
            key_changes=[
                KeyChange(bytes.fromhex(before), bytes.fromhex(key), signature)
                for before, key, signature in head.key_changes
            ],
            revision=head.revision,
            sum=RegisterSum.from_hex(head.count, head.checksum),
            proof=RegisterProof(head.signed_at, head.signature_at),
            offers=feed_offers,
            offers_at=head.offers_at,
            counted=head.counted,
        )

    def pages(self) -> Cards:
        """The cards, each number once and in order."""
        for rows in self._rows():
            yield [card_of(row) for row in rows]

    def sum(self, on_page: Callable[[int], None]) -> RegisterSum:
        """The sum over the cards; how many each page had is told."""
        total = RegisterSum()
        for rows in self._rows():
            total += RegisterSum.of(_LINE % row for row in rows)
            on_page(len(rows))
        return total

    def _rows(self) -> Iterator[list[_Row]]:
        last = ""
        messages = self._messages()
        next(messages, None)
        for message in messages:
            if _is_offers(message):
                continue
            rows = _read_rows(message)
            for row in rows:
                if row[0] <= last:
                    raise TransferDamagedError
                last = row[0]
            yield rows

    def _messages(self) -> Iterator[bytes]:
        with _read_errors_in_words(self._path):
            yield from self._stream.messages()


def _offer_messages(offers: Sequence[Offer]) -> Iterable[bytes]:
    for start in range(0, len(offers), _OFFERS_A_MESSAGE):
        some = [*offers[start : start + _OFFERS_A_MESSAGE]]
        page = OfferFeedPage(cursor="", offers=some, removed=[], more=True)
        yield to_json(page, exclude_none=True)


def _is_offers(message: bytes) -> bool:
    return message.startswith(b"{")


def _read_head(message: bytes) -> _RegisterFileHead:
    try:
        return _RegisterFileHead.model_validate_json(message)
    except ValidationError as other:  # sealed by something else that knows the passphrase
        raise TransferForeignError from other


def _read_rows(message: bytes) -> list[_Row]:
    try:
        return _ROWS.validate_json(message, strict=True)
    except ValidationError as other:
        raise TransferDamagedError from other


@contextmanager
def _read_errors_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as unreadable:
        raise FileUnreadableError(path=str(path)) from unreadable
