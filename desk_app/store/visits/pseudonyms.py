"""Marks in the place of card numbers: enough to count a card's visits, too little to name it.

A mark is an HMAC-SHA-256 of the number under a random key of this file's own. Numbers are short
enough to be guessed by whoever has the key, so a mark hides a number from a glance, from a report
and from another desk, not from the owner of file and key: the register lies beside it. That is
why marks go too, as soon as no limit counts by them.
"""

import hmac

import sqlalchemy as sa

from desk_app.store.schema.tables import marking

_KEY = sa.select(marking.c.key)


def pseudonym_of(connection: sa.Connection, number: str) -> bytes:
    """The mark of a normalised card number."""
    key: bytes = connection.execute(_KEY).scalar_one()
    return hmac.digest(key, number.encode(), "sha256")
