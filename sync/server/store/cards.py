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

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from sync.errors import CardUnknownError, RevisionGoneError
from sync.rules.card_numbers import MalformedNumberError, normalise, numbers_in
from sync.rules.cards import Card
from sync.rules.register_sum import RegisterSum
from sync.server.store.tables import card_versions, cards, register

_AT_ONCE = 2_000
"""Changes handled at once; every database takes as many values in one statement."""
CardChange = Card | str
"""A card that came or changed, or the number of one that left."""
_HEAD = ("revision", "count", "checksum")
_FIELDS = [field.name for field in fields(Card)]
_NO_CARD: dict[str, Any] = dict.fromkeys(_FIELDS)
_VERSION = [card_versions.c[name] for name in ("dropped", *_FIELDS)]
_THE_HEAD = select(*(register.c[name] for name in _HEAD))
_VERSIONS = (
    select(*_VERSION, card_versions.c.revision)
    .where(card_versions.c.number.in_(bindparam("numbers", expanding=True)))
    .order_by(card_versions.c.revision)
)
_SUPERSEDED = select(card_versions.c.revision, card_versions.c.made_at).where(
    card_versions.c.revision.in_(bindparam("revisions", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Head:
    """The register as a whole, at a revision."""

    revision: int
    sum: RegisterSum


@dataclass(slots=True)
class ChangeCounts:
    """What a set of changes came to; ``same`` changed nothing and made no revision."""

    put: int = 0
    dropped: int = 0
    same: int = 0


def head(connection: Connection, *, lock: bool = False) -> Head:
    """The register as it is now."""
    query = _THE_HEAD.with_for_update() if lock else _THE_HEAD
    return _head(connection.execute(query).one())


def page(connection: Connection, after: str | None, limit: int) -> tuple[list[Card], bool]:
    """Cards with numbers beyond ``after`` in code point order, and whether there are more."""
    query = select(cards).order_by(cards.c.number).limit(limit + 1)
    if after is not None:
        query = query.where(cards.c.number > after)
    found = [Card(*row) for row in connection.execute(query)]
    return found[:limit], len(found) > limit


def changes(
    connection: Connection, after: int, limit: int
) -> tuple[Sequence[CardChange], Head, datetime | None]:
    """What changed beyond revision ``after``, in order, where that leads, and when more followed.

    Raises :class:`RevisionGoneError` for a revision that this register never reached, as after a
    restored backup.
    """
    now = head(connection)
    if after == now.revision:
        return [], now, None
    if after > now.revision:
        raise RevisionGoneError("the register does not know this revision; load it afresh")
    query = (
        select(*_VERSION, card_versions.c.made_at, *(card_versions.c[name] for name in _HEAD))
        .where(card_versions.c.revision > after)
        .order_by(card_versions.c.revision)
        .limit(limit + 1)
    )
    rows = connection.execute(query).all()
    page = rows[:limit]
    reached = _head(page[-1][-len(_HEAD) :])
    followed_at = rows[limit].made_at if len(rows) > limit else None
    return [_version(row) or row.number for row in page], reached, followed_at


def card(connection: Connection, number: str) -> Card:
    """One card. Raises :class:`CardUnknownError`, for what cannot be a number, too."""
    try:
        query = select(cards).where(cards.c.number == normalise(number))
    except MalformedNumberError as malformed:
        raise CardUnknownError("no card has a number of this form") from malformed
    row = connection.execute(query).one_or_none()
    if row is None:
        raise CardUnknownError("the register does not have this card")
    return Card(*row)


def is_any_named(connection: Connection, text: str) -> bool:
    """Whether a text has the whole number of a card of the register, also one with spaces in it."""
    ordered = sorted(numbers_in(text))
    return any(
        connection.scalar(select(cards.c.number).where(cards.c.number.in_(some)).limit(1))
        for some in (ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE))
    )


def versions(
    connection: Connection, numbers: Collection[str]
) -> dict[str, list[tuple[int, Card | None]]]:
    """Every version of some cards, each from a revision on; ``None`` where the card had left."""
    found = defaultdict[str, list[tuple[int, Card | None]]](list)
    for row in connection.execute(_VERSIONS, {"numbers": [*numbers]}):
        found[row.number].append((row.revision, _version(row)))
    return found


def superseded(connection: Connection, revisions: Collection[int]) -> dict[int, datetime]:
    """When each of the revisions ceased to be the current one; a current one is left out."""
    if not revisions:
        return {}
    following = {"revisions": [revision + 1 for revision in revisions]}
    return {row.revision - 1: row.made_at for row in connection.execute(_SUPERSEDED, following)}


def change(
    connection: Connection, changed: Iterable[CardChange], made_at: datetime
) -> ChangeCounts:
    """Put and drop cards, one revision for each that makes a difference.

    The register's row is locked until the transaction ends, so revisions follow each other
    without a gap and in the order in which they become visible.
    """
    now = head(connection, lock=True)
    counts = ChangeCounts()
    left = iter(changed)
    while batch := list(islice(left, _AT_ONCE)):
        now = _change_batch(connection, batch, now, made_at, counts)
    connection.execute(update(register).values(_values(now)))
    return counts


def _change_batch(
    connection: Connection,
    batch: Sequence[CardChange],
    now: Head,
    made_at: datetime,
    counts: ChangeCounts,
) -> Head:
    numbers = {_number(item) for item in batch}
    query = select(cards).where(cards.c.number.in_(numbers))
    before = {row.number: Card(*row) for row in connection.execute(query)}
    after: dict[str, Card | None] = {**before}
    made: list[dict[str, Any]] = []
    for item in batch:
        number = _number(item)
        old = after.get(number)
        new = after[number] = None if isinstance(item, str) else item
        if new == old:
            counts.same += 1
            continue
        total = now.sum if old is None else now.sum.minus(old)
        if new is None:
            counts.dropped += 1
        else:
            counts.put += 1
            total = total.plus(new)
        now = Head(now.revision + 1, total)
        card_values = _NO_CARD | {"number": number} if new is None else _row(new)
        made.append({**card_values, **_values(now), "dropped": new is None, "made_at": made_at})
    changed = {number for number, card in after.items() if card != before.get(number)}
    if made:
        connection.execute(insert(card_versions), made)
    if gone := changed & before.keys():
        connection.execute(delete(cards).where(cards.c.number.in_(gone)))
    if new_ones := [_row(card) for number in changed if (card := after[number])]:
        connection.execute(insert(cards), new_ones)
    return now


def _row(card: Card) -> dict[str, Any]:
    return {name: getattr(card, name) for name in _FIELDS}


def _number(item: CardChange) -> str:
    return item if isinstance(item, str) else item.number


def _head(row: Sequence[Any]) -> Head:
    return Head(row[0], RegisterSum.from_hex(row[1], row[2]))


def _values(now: Head) -> dict[str, Any]:
    return {"revision": now.revision, "count": now.sum.count, "checksum": now.sum.checksum}


def _version(row: Sequence[Any]) -> Card | None:
    dropped, *values = row[: len(_VERSION)]
    return None if dropped else Card(*values)
