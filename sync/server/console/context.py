"""The console's context for every page: the register, and tokens and seals by its secret."""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

import pyotp
from argon2 import PasswordHasher
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from sync.rules.periods import local_day
from sync.server.keys.derived import derived_key
from sync.server.services.central_register import CentralRegister
from sync.server.store.database import RegisterDatabase


class Console:
    """The register behind the console. Safe to use from many threads and processes."""

    def __init__(self, central: CentralRegister, passwords: PasswordHasher | None = None) -> None:
        secret = central.keys.secret
        self.central = central
        self.passwords = passwords or PasswordHasher()
        self.unknown_password = self.passwords.hash(secrets.token_urlsafe())
        """What the password of nobody is compared with, so that it takes as long."""
        self._forms_key = derived_key(secret, b"console forms")
        self._marks_key = derived_key(secret, b"console cards")
        self._text_cipher = AESSIV(derived_key(secret, b"console texts", 64))
        self._totp_cipher = AESSIV(derived_key(secret, b"console codes", 64))
        self.unknown_totp_key = self.seal(pyotp.random_base32())
        """What the code of nobody is compared with."""

    @property
    def database(self) -> RegisterDatabase:
        """The register's database."""
        return self.central.database

    @property
    def now(self) -> Callable[[], datetime]:
        """The register's clock."""
        return self.central.now

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the scheme's days."""
        return self.central.policy.zone

    def today(self) -> date:
        """The day in the scheme's time zone."""
        return local_day(self.now(), self.zone)

    def form_token(self, cookie: str) -> str:
        """The token of a form that was made for the visitor with this cookie."""
        return hmac.digest(self._forms_key, cookie.encode(), sha256).hex()

    def mark_of(self, number: str) -> bytes:
        """The mark by which a card's entries are found in the audit; the secret alone makes it."""
        return hmac.digest(self._marks_key, number.encode(), sha256)

    def seal(self, totp_key: str) -> bytes:
        """Seal the key of one-time codes for the database."""
        return self._totp_cipher.encrypt(totp_key.encode(), None)

    def seal_text(self, text: str) -> str:
        """Seal a text that travels in a page, so that nobody can read or change it there."""
        return urlsafe_b64encode(self._text_cipher.encrypt(text.encode(), None)).decode()

    def unseal_text(self, sealed: str) -> str:
        """Open a sealed text. Raises ``InvalidTag`` or ``ValueError`` for a forged one."""
        return self._text_cipher.decrypt(urlsafe_b64decode(sealed), None).decode()

    def unseal(self, sealed: bytes) -> str:
        """The key of one-time codes."""
        return self._totp_cipher.decrypt(bytes(sealed), None).decode()
