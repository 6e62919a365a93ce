"""Changes of the register's key: the current key signs the next one (contract 3).

Desks know the key of their enrolment. When the register changes it, the old key signs the new one,
and a desk that knows the old one believes the new one from then on.
"""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyChange:
    """``before`` has signed ``key``; both are raw Ed25519 public keys.

    The ``signature`` is in base64, as it was heard; empty where an earlier version did not keep it.
    """

    before: bytes
    key: bytes
    signature: str = ""


def key_change_text(key: bytes) -> bytes:
    """The text that the current key signs to vouch for the next one."""
    return b"kaikukanta-register-key\n" + base64.b64encode(key)


def later_keys(first: bytes, changes: Sequence[KeyChange]) -> list[bytes]:
    """The keys that follow from ``first``, itself included, in their order."""
    keys = [first]
    for change in changes:
        if change.before == keys[-1] and change.key not in keys:
            keys.append(change.key)
    return keys


def family(key: bytes, changes: Iterable[KeyChange]) -> frozenset[bytes]:
    """Every key of the register that has or had ``key``."""
    known = {key}
    pairs = [{change.before, change.key} for change in changes]
    while new := [pair for pair in pairs if pair & known and not pair <= known]:
        known = known.union(*new)
    return frozenset(known)
