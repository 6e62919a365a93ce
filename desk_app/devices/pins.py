"""PINs hashed with Argon2id, as libsodium does it for logins."""

from nacl import pwhash
from nacl.exceptions import InvalidkeyError


class Argon2Pins:
    """Argon2id. Each guess at a stolen hash costs about a tenth of a second and 64 MiB."""

    def hashed(self, pin: str) -> str:
        """The PIN's hash, with its salt and its cost in it."""
        return pwhash.argon2id.str(
            pin.encode(),
            opslimit=pwhash.argon2id.OPSLIMIT_INTERACTIVE,
            memlimit=pwhash.argon2id.MEMLIMIT_INTERACTIVE,
        ).decode("ascii")

    def matches(self, pin: str, kept: str) -> bool:
        """Whether this is the PIN."""
        try:
            return pwhash.verify(kept.encode("ascii"), pin.encode())
        except InvalidkeyError:
            return False
