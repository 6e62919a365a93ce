"""The register's checksum: equal at both ends if and only if both hold the same cards.

The sum, modulo 2^256, of SHA-256 over each card's line (contract 1.4). Being a sum, it is updated
by adding and subtracting single cards, and the order of changes does not matter.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Self

from sync.rules.cards import Card, OddCard

_MODULUS = 1 << 256
_CHECKSUM = re.compile("[0-9a-fA-F]{64}")
_SIGNED_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z", re.ASCII)


def card_line(card: Card | OddCard) -> str:
    """``number|kind|status|valid_from|valid_until|minors|area|local_only``, the last as 0 or 1."""
    if isinstance(card, OddCard):
        return "|".join((card.number, *card.fields))
    return (
        f"{card.number}|{card.kind}|{card.status}|{card.valid_from.isoformat()}"
        f"|{card.valid_until.isoformat()}|{card.minors}|{card.area}|{int(card.local_only)}"
    )


def _digest(line: str) -> int:
    return int.from_bytes(sha256(line.encode()).digest(), "big")


@dataclass(frozen=True, slots=True)
class RegisterSum:
    """How many cards a register holds, and the sum over them."""

    count: int = 0
    total: int = 0

    @classmethod
    def from_hex(cls, count: int, checksum: str) -> Self:
        """Parses the wire form. Raises ``ValueError`` unless 64 hex digits."""
        if not _CHECKSUM.fullmatch(checksum):
            raise ValueError("a checksum has 64 hex digits")
        return cls(count, int(checksum, 16))

    @classmethod
    def of(cls, lines: Iterable[str]) -> Self:
        """The sum over cards by their lines; one that comes twice counts twice."""
        digests = [_digest(line) for line in lines]
        return cls(len(digests), sum(digests) % _MODULUS)

    @property
    def checksum(self) -> str:
        """The sum as 64 hex digits."""
        return f"{self.total:064x}"

    def __add__(self, other: "RegisterSum") -> "RegisterSum":
        """The sum over the cards of both."""
        return RegisterSum(self.count + other.count, (self.total + other.total) % _MODULUS)

    def __sub__(self, other: "RegisterSum") -> "RegisterSum":
        """The sum without the cards of the other."""
        return RegisterSum(self.count - other.count, (self.total - other.total) % _MODULUS)

    def plus(self, card: Card | OddCard) -> "RegisterSum":
        """The sum with one card more."""
        return RegisterSum(self.count + 1, (self.total + _digest(card_line(card))) % _MODULUS)

    def minus(self, card: Card | OddCard) -> "RegisterSum":
        """The sum with one card less."""
        return RegisterSum(self.count - 1, (self.total - _digest(card_line(card))) % _MODULUS)


def signed_text(revision: int, register: RegisterSum) -> bytes:
    """The text that the register signs with Ed25519 (contract 1.4)."""
    return f"kaikukanta-register\n{revision}\n{register.count}\n{register.checksum}".encode("ascii")


def signed_text_at(revision: int, register: RegisterSum, signed_at: str) -> bytes:
    """The text that the register signs with the time, to be passed on (contract 1.4)."""
    return signed_text(revision, register) + f"\n{signed_at}".encode("ascii")


def parse_signed_at(text: str) -> datetime:
    """The time that was signed (UTC). Raises ``ValueError`` unless it is as the contract has it."""
    if not _SIGNED_AT.fullmatch(text):
        raise ValueError("a signed time is in UTC, with Z")
    return datetime.fromisoformat(text).astimezone(UTC)
