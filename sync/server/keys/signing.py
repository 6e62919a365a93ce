"""The register's keys: its secret, and the Ed25519 keys that sign the register (contract 1.4)."""

import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import Base64Bytes, BaseModel, ConfigDict, ValidationError

from sync.messages import SignedKeyChange
from sync.rules.register_keys import key_change_text
from sync.rules.register_sum import RegisterSum, signed_text, signed_text_at

_SECRET_BYTES = 32


class Signer:
    """Signs with one private key, raw; keys and signatures are given in base64."""

    def __init__(self, private_key: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private_key)

    @property
    def public_key(self) -> str:
        """The raw public key, as desks get it when they enrol."""
        return _in_base64(self._key.public_key().public_bytes_raw())

    def sign(self, revision: int, register: RegisterSum) -> str:
        """The signature of a register at a revision."""
        return self._signature(signed_text(revision, register))

    def sign_at(self, revision: int, register: RegisterSum, signed_at: str) -> str:
        """The signature that covers a time too, so that the register can be handed on."""
        return self._signature(signed_text_at(revision, register, signed_at))

    def sign_next(self, public_key: str) -> str:
        """The signature by which this key vouches for the next one."""
        return self._signature(key_change_text(b64decode(public_key)))

    def _signature(self, text: bytes) -> str:
        return _in_base64(self._key.sign(text))


class _KeyFileContent(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    secret: Base64Bytes
    signing: list[Base64Bytes]
    changes: list[SignedKeyChange] = []


@dataclass(frozen=True, slots=True)
class Keys:
    """What only this register has. ``signing`` are raw Ed25519 private keys."""

    secret: bytes
    signing: tuple[bytes, ...]
    changes: tuple[SignedKeyChange, ...] = ()

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
            content = _KeyFileContent.model_validate_json(text)
        except ValidationError as wrong:
            raise ValueError("they are not written as this program writes them") from wrong
        if not content.signing:
            raise ValueError("there is no signing key among them")
        for key in content.signing:
            Ed25519PrivateKey.from_private_bytes(key)
        return cls(content.secret, tuple(content.signing), tuple(content.changes))

    def written(self) -> str:
        """The keys as a file holds them."""
        content = {
            "secret": _in_base64(self.secret),
            "signing": [_in_base64(key) for key in self.signing],
            "changes": list(self.changes),
        }
        return _KeyFileContent.model_validate(content).model_dump_json(indent=1) + "\n"

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
        changed = {
            b64decode(text) for change in self.changes for text in (change.before, change.key)
        }
        return public in {self.public, *changed}

    def begin_change(self) -> Self:
        """The keys with a next one, which the one in use has signed. Raises ``ValueError``."""
        if self.following is not None:
            raise ValueError("a change of key is under way already")
        key = new_key()
        public = Signer(key).public_key
        signer = self.signer
        change = SignedKeyChange(
            before=signer.public_key, key=public, signature=signer.sign_next(public)
        )
        return replace(self, signing=(*self.signing, key), changes=(*self.changes, change))

    def finish_change(self) -> Self:
        """The keys with the next one in use, the old one gone. Raises ``ValueError``."""
        if self.following is None:
            raise ValueError("no change of key is under way")
        return replace(self, signing=self.signing[1:])


def new_key() -> bytes:
    """A new private key, raw."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def _in_base64(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")
