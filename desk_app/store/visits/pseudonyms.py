"""Pseudonyms in place of card numbers: enough to count a card's visits, not to name it.

A pseudonym is an HMAC-SHA-256 of the number under a random key of this file. Numbers are short
enough to be guessed with the key, so it hides a number from a glance, from a report and
from another desk, not from the owner of file and key: the register is in the same file. That is why
pseudonyms are removed too, as soon as no limit counts by them.
"""

import hmac

import sqlalchemy as sa

from desk_app.store.schema.tables import marking

_KEY = sa.select(marking.c.key)


def pseudonym_of(connection: sa.Connection, number: str) -> bytes:
    """The mark of a normalised card number."""
    key: bytes = connection.execute(_KEY).scalar_one()
    return hmac.digest(key, number.encode(), "sha256")
