"""The register's keys, kept apart from its database, which is backed up and copied.

They lie in a file that the register's user alone can read, or in an environment variable of the
same content: one JSON object with the ``secret`` from which this register's own marks and nonces
are made, the private ``signing`` keys, of which the first signs, and the ``changes`` by which the
register has come to its key. All bytes are in base64.
"""

import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import Base64Bytes, BaseModel, ConfigDict, ValidationError

from sync.protocol import ToldKeyChange
from sync.rules.register_keys import key_change_text
from sync.server.private_files import NotPrivateError, check_private, write_private
from sync.server.signing import Signer, new_key

VARIABLE = "KAIKUKANTA_KEYS"
"""Its value is what a file of keys would hold."""
FOLDER_VARIABLE = "KAIKUKANTA_KEY_FOLDER"
_SECRET_BYTES = 32


class KeysUnusableError(Exception):
    """There are no keys for this database, or none that can be used; the message says why."""


class _Content(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    secret: Base64Bytes
    signing: list[Base64Bytes]
    changes: list[ToldKeyChange] = []


@dataclass(frozen=True, slots=True)
class Keys:
    """What only this register has. ``signing`` are raw Ed25519 private keys."""

    secret: bytes
    signing: tuple[bytes, ...]
    changes: tuple[ToldKeyChange, ...] = ()

    @classmethod
    def new(cls, signing_key: bytes | None = None) -> Self:
        """New keys; or those of a register that had its signing key alone, and goes by it."""
        if signing_key is not None:
            return cls(signing_key, (signing_key,))
        return cls(secrets.token_bytes(_SECRET_BYTES), (new_key(),))

    @classmethod
    def read(cls, text: str) -> Self:
        """Keys as they are written. Raises ``ValueError``."""
        try:
            content = _Content.model_validate_json(text)
        except ValidationError as wrong:
            raise ValueError("they are not written as this program writes them") from wrong
        if not content.signing:
            raise ValueError("there is no signing key among them")
        for key in content.signing:
            Ed25519PrivateKey.from_private_bytes(key)
        return cls(content.secret, tuple(content.signing), tuple(content.changes))

    def written(self) -> str:
        """As a file holds them."""
        content = {
            "secret": _in_base64(self.secret),
            "signing": [_in_base64(key) for key in self.signing],
            "changes": list(self.changes),
        }
        return _Content.model_validate(content).model_dump_json(indent=1) + "\n"

    @property
    def signer(self) -> Signer:
        """Signs with the key in use."""
        return Signer(self.signing[0])

    @property
    def public(self) -> bytes:
        """The raw public key by which desks verify the register now."""
        return b64decode(self.signer.public_key)

    @property
    def following(self) -> bytes | None:
        """The public key that will sign next, while a change is under way."""
        return b64decode(Signer(self.signing[1]).public_key) if len(self.signing) > 1 else None

    def is_known(self, public: bytes) -> bool:
        """Whether a public key is, or was, this register's."""
        told = {b64decode(text) for change in self.changes for text in (change.before, change.key)}
        return public in {self.public, *told}

    def begin_change(self) -> "Keys":
        """With a next key, for which the one in use vouches. Raises ``ValueError`` twice over."""
        if self.following is not None:
            raise ValueError("a change of key is under way already")
        key = new_key()
        public = Signer(key).public_key
        vouching = Ed25519PrivateKey.from_private_bytes(self.signing[0])
        change = ToldKeyChange(
            before=_in_base64(self.public),
            key=public,
            signature=_in_base64(vouching.sign(key_change_text(b64decode(public)))),
        )
        return replace(self, signing=(*self.signing, key), changes=(*self.changes, change))

    def finish_change(self) -> "Keys":
        """With the next key in use, and the old one gone. Raises ``ValueError`` without a next."""
        if self.following is None:
            raise ValueError("no change of key is under way")
        return replace(self, signing=self.signing[1:])


class KeyFile:
    """Keys in a file. It is read again when it has changed: other processes use it too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: tuple[tuple[int, ...], Keys] | None = None

    def __str__(self) -> str:
        return str(self.path)

    def current(self) -> Keys | None:
        """The keys as they are now; ``None`` without a file. Raises ``KeysUnusableError``."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return self._known[1] if self._known else None  # what is running goes on
        state = (found.st_ino, found.st_mtime_ns, found.st_size)
        if self._known is None or self._known[0] != state:
            self._known = state, self._read()
        return self._known[1]

    def _read(self) -> Keys:
        try:
            check_private(self.path)
            return Keys.read(self.path.read_text(encoding="utf-8"))
        except NotPrivateError as open_to_others:
            raise KeysUnusableError(str(open_to_others)) from open_to_others
        except (OSError, ValueError) as unusable:
            raise KeysUnusableError(f"the keys in {self.path} cannot be used: {unusable}") from None

    def write(self, keys: Keys, *, new: bool = False) -> None:
        """Keep keys. Raises ``FileExistsError`` where they are to be ``new``, or ``OSError``."""
        if new and not self.path.parent.exists():
            self.path.parent.mkdir(mode=0o700, parents=True)
        write_private(self.path, keys.written(), new=new)


class GivenKeys:
    """Keys out of an environment variable."""

    def __init__(self, text: str) -> None:
        try:
            self._keys = Keys.read(text)
        except ValueError as wrong:
            raise KeysUnusableError(f"the keys in {VARIABLE} cannot be used: {wrong}") from None

    def __str__(self) -> str:
        return VARIABLE

    def current(self) -> Keys:
        """The keys."""
        return self._keys

    def write(self, keys: Keys, *, new: bool = False) -> None:
        """Raise ``KeysUnusableError``: what is given cannot be changed from here."""
        del keys, new
        raise KeysUnusableError(f"keys that are given in {VARIABLE} cannot be changed from here")


KeyStore = KeyFile | GivenKeys


def key_store(
    place: str, path: Path | None = None, environment: Mapping[str, str] = os.environ
) -> KeyStore:
    """Where the keys of a database are: named, given in the environment, or at their usual place.

    ``place`` is the path of the file that goes with the database, or a mere name, which then
    lies in a folder of the user's. Raises ``KeysUnusableError``.
    """
    if path is not None:
        return KeyFile(path)
    if environment.get(VARIABLE):
        return GivenKeys(environment[VARIABLE])
    folder = Path(environment.get(FOLDER_VARIABLE) or Path.home() / ".kaikukanta")
    return KeyFile(folder / place)  # a place that is absolute stays where it is


def _in_base64(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")
