"""Derived keys of this register: for nonces, places among the cards, and marks of numbers.

They are kept by keys that are derived from the register's secret, which lies apart from the
database: so every process of the register, and a register that was put back from a backup, knows
its own, and the database alone gives none of them away.
"""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.errors import RequestRefusedError
from sync.rules.card_numbers import MalformedNumberError, normalise

_MAC_BYTES = 16
PSEUDONYM_PREFIX = "~"
"""What a mark begins with; no card number does."""


def derived_key(secret: bytes, purpose: bytes, length: int = 32) -> bytes:
    """A key for one purpose, from which nothing can be learned of the secret."""
    return HKDF(SHA256(), length, salt=None, info=b"kaikukanta " + purpose).derive(secret)


class Nonces:
    """The nonces of standings: numbered for each desk, and not to be made up by anybody else."""

    def __init__(self, secret: bytes) -> None:
        self._key = derived_key(secret, b"nonces")

    def make(self, desk_id: UUID, count: int) -> str:
        """The nonce that a desk is given as its ``count``-th."""
        text = f"{count}.{secrets.token_urlsafe(12)}"
        return f"{text}.{self._mac(desk_id, text)}"

    def count_of(self, desk_id: UUID, nonce: str | None) -> int | None:
        """Which one a nonce is; ``None`` where it was never given to this desk."""
        text, _, mac = (nonce or "").rpartition(".")
        count = text.partition(".")[0]
        if not hmac.compare_digest(mac.encode(), self._mac(desk_id, text).encode()):
            return None
        return int(count)

    def _mac(self, desk_id: UUID, text: str) -> str:
        made = hmac.digest(self._key, f"{desk_id} {text}".encode(), sha256)
        return urlsafe_b64encode(made[:_MAC_BYTES]).rstrip(b"=").decode("ascii")


class PageTokens:
    """Places among the cards, as ``next`` tells them: opaque, since proxies write URLs down."""

    def __init__(self, secret: bytes) -> None:
        self._cipher = AESSIV(derived_key(secret, b"places", 64))

    def after(self, number: str) -> str:
        """The place behind a card."""
        sealed = self._cipher.encrypt(number.encode("ascii"), None)
        return urlsafe_b64encode(sealed).rstrip(b"=").decode("ascii")

    def number_before(self, place: str) -> str:
        """The card's number before a place, or the number itself as version 1.0 has it.

        Raises ``RequestRefusedError`` for what is neither.
        """
        try:
            if normalise(place) == place:
                return place
        except MalformedNumberError:
            pass
        try:
            sealed = urlsafe_b64decode(place + "=" * (-len(place) % 4))
            return self._cipher.decrypt(sealed, None).decode("ascii")
        except (ValueError, InvalidTag) as unknown:
            raise RequestRefusedError("after: no place of this register") from unknown


class Pseudonyms:
    """Pseudonyms in the place of card numbers that are no longer kept.

    The same number has the same mark at a venue, so that limits go on counting. Nobody without the
    secret can try out which number it was, short as numbers are.
    """

    def __init__(self, secret: bytes) -> None:
        self._key = derived_key(secret, b"marks")

    def of(self, venue_id: str, number: str) -> str:
        """The mark of a number at a venue."""
        made = hmac.digest(self._key, f"{venue_id}\n{number}".encode(), sha256)
        return PSEUDONYM_PREFIX + urlsafe_b64encode(made[:_MAC_BYTES]).rstrip(b"=").decode("ascii")
