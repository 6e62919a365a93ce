"""The register of cards: every change has a revision of its own, and nothing old is lost.

Beside each change stand the count and the checksum of the whole register after it, so that any
page of changes can say, signed, what the register was at exactly the revision it reaches.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from sync.errors import CardUnknownError, RevisionGoneError
from sync.rules.card_numbers import MalformedNumberError, normalise
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.register_sum import RegisterSum
from sync.server.store.tables import card_versions, cards, register

_AT_ONCE = 2_000
"""Changes handled at once; every database takes as many values in one statement."""
CardChange = Card | str
"""A card that came or changed, or the number of one that left."""
_HEAD = (register.c.revision, register.c.count.label("size"), register.c.checksum)
_VERSION = [
    # a row is a tuple, and so has a method of the name "count"
    column.label("size") if column.name == "count" else column
    for column in card_versions.c
]
_FIELDS = [field.name for field in fields(Card)]
_NO_CARD: dict[str, Any] = dict.fromkeys(_FIELDS)


@dataclass(frozen=True, slots=True)
class Head:
    """The register as a whole, at a revision."""

    revision: int
    sum: RegisterSum


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes that lead to ``head``, in order."""

    changes: Sequence[CardChange]
    head: Head
    more: bool


@dataclass(slots=True)
class Tally:
    """What a set of changes came to; ``same`` changed nothing and made no revision."""

    put: int = 0
    dropped: int = 0
    same: int = 0


class History:
    """A few cards through all revisions."""

    def __init__(self, versions: dict[str, list[tuple[int, Card | None]]]) -> None:
        self._versions = versions

    def today(self, number: str) -> Card | None:
        """The card as it stands."""
        versions = self._versions.get(number)
        return versions[-1][1] if versions else None

    def at(self, number: str, revision: int) -> Card | None:
        """The card as it stood at a revision."""
        stood = None
        for since, version in self._versions.get(number, ()):
            if since > revision:
                break
            stood = version
        return stood


def head(connection: Connection) -> Head:
    """The register as it stands."""
    query = select(*_HEAD)
    return _head(connection.execute(query).one())


def page(connection: Connection, after: str | None, limit: int) -> tuple[list[Card], bool]:
    """Cards with numbers beyond ``after`` in code point order, and whether there are more."""
    query = select(cards).order_by(cards.c.number).limit(limit + 1)
    if after is not None:
        query = query.where(cards.c.number > after)
    found = [_card(row) for row in connection.execute(query)]
    return found[:limit], len(found) > limit


def changes(connection: Connection, after: int, limit: int) -> Changes:
    """What changed beyond revision ``after``.

    Raises :class:`RevisionGoneError` for a revision that this register never reached, as after a
    restored backup.
    """
    now = head(connection)
    if after == now.revision:
        return Changes([], now, more=False)
    query = (
        select(*_VERSION)
        .where(card_versions.c.revision >= after)
        .order_by(card_versions.c.revision)
        .limit(limit + 2)
    )
    rows = list(connection.execute(query))
    reached = Head(0, RegisterSum())
    if after:  # its own row comes first, since revisions follow each other without a gap
        if not rows or rows[0].revision != after:
            raise RevisionGoneError("the register does not know this revision; load it afresh")
        reached = _head(rows.pop(0))
    told = rows[:limit]
    if told:
        reached = _head(told[-1])
    return Changes([_version(row) or row.number for row in told], reached, len(rows) > limit)


def card(connection: Connection, number: str) -> Card:
    """One card. Raises :class:`CardUnknownError`, for what cannot be a number, too."""
    try:
        query = select(cards).where(cards.c.number == normalise(number))
    except MalformedNumberError as malformed:
        raise CardUnknownError("no card has a number of this form") from malformed
    row = connection.execute(query).one_or_none()
    if row is None:
        raise CardUnknownError("the register does not have this card")
    return _card(row)


def history(connection: Connection, numbers: Collection[str]) -> History:
    """Every version of some cards."""
    query = (
        select(card_versions)
        .where(card_versions.c.number.in_(numbers))
        .order_by(card_versions.c.number, card_versions.c.revision)
    )
    versions = defaultdict[str, list[tuple[int, Card | None]]](list)
    for row in connection.execute(query):
        versions[row.number].append((row.revision, _version(row)))
    return History(versions)


def superseded(connection: Connection, revisions: Collection[int]) -> dict[int, datetime]:
    """When each of the revisions ceased to be the current one; a current one is left out."""
    query = select(card_versions.c.revision, card_versions.c.made_at).where(
        card_versions.c.revision.in_({revision + 1 for revision in revisions})
    )
    return {row.revision - 1: row.made_at for row in connection.execute(query)}


def change(connection: Connection, changed: Iterable[CardChange], made_at: datetime) -> Tally:
    """Put and drop cards, one revision for each that makes a difference.

    The register's row is locked until the transaction ends, so revisions follow each other
    without a gap and in the order in which they become visible.
    """
    query = select(*_HEAD)
    now = _head(connection.execute(query.with_for_update()).one())
    tally = Tally()
    left = iter(changed)
    while batch := list(islice(left, _AT_ONCE)):
        now = _change_batch(connection, batch, now, made_at, tally)
    connection.execute(
        update(register).values(
            revision=now.revision, count=now.sum.count, checksum=now.sum.checksum
        )
    )
    return tally


def _change_batch(
    connection: Connection,
    batch: Sequence[CardChange],
    now: Head,
    made_at: datetime,
    tally: Tally,
) -> Head:
    numbers = {_number(item) for item in batch}
    query = select(cards).where(cards.c.number.in_(numbers))
    before = {row.number: _card(row) for row in connection.execute(query)}
    standing = dict(before)
    versions: list[dict[str, Any]] = []
    revision, total = now.revision, now.sum
    for item in batch:
        number = _number(item)
        new = None if isinstance(item, str) else item
        old = standing.pop(number, None)
        if new is not None:
            standing[number] = new
        if new == old:
            tally.same += 1
            continue
        if old is not None:
            total = total.minus(old)
        if new is None:
            tally.dropped += 1
        else:
            total = total.plus(new)
            tally.put += 1
        revision += 1
        versions.append(
            (_NO_CARD if new is None else _values(new))
            | {
                "revision": revision,
                "number": number,
                "dropped": new is None,
                "made_at": made_at,
                "count": total.count,
                "checksum": total.checksum,
            }
        )
    if versions:
        connection.execute(insert(card_versions), versions)
    changed = {number for number in numbers if before.get(number) != standing.get(number)}
    if gone := changed & before.keys():
        connection.execute(delete(cards).where(cards.c.number.in_(gone)))
    if new_ones := [_values(standing[number]) for number in changed & standing.keys()]:
        connection.execute(insert(cards), new_ones)
    return Head(revision, total)


def _number(change_: CardChange) -> str:
    return change_ if isinstance(change_, str) else change_.number


def _head(row: Row[*tuple[Any, ...]]) -> Head:
    return Head(row.revision, RegisterSum.from_hex(row.size, row.checksum))


def _values(card_: Card) -> dict[str, Any]:
    return {name: getattr(card_, name) for name in _FIELDS}


def _card(row: Row[Any]) -> Card:
    return Card(
        row.number,
        CardKind(row.kind),
        CardStatus(row.status),
        row.valid_from,
        row.valid_until,
        row.minors,
        row.area,
        row.local_only,
    )


def _version(row: Row[Any]) -> Card | None:
    """The card as it was then; ``None`` where it had left."""
    return None if row.dropped else _card(row)
