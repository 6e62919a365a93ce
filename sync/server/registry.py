"""The register of cards: every change has a revision of its own, and nothing old is lost.

Beside each change stand the count and the checksum of the whole register after it, so that any
page of changes can say, signed, what the register was at exactly the revision it reaches.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from sync.errors import CardUnknownError, RevisionGoneError
from sync.rules.card_numbers import MalformedNumberError, normalise
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.register_sum import RegisterSum
from sync.server.bulk import delete_rows, insert_rows, plain_name, select_rows
from sync.server.tables import card_versions, cards, register

BATCH = 2_000
"""Changes handled at once; every database takes as many values in one statement."""
_HEAD = select(register.c.revision, register.c.count, register.c.checksum)
CardChange = Card | str
"""A card that came or changed, or the number of one that left."""
_CARD_COLUMNS = tuple(card_versions.c[column.name] for column in cards.c)
_BESIDE_NUMBER = tuple(column for column in cards.c if column is not cards.c.number)
_FROM = (
    select(
        card_versions.c.revision,
        card_versions.c.count,
        card_versions.c.checksum,
        card_versions.c.dropped,
        *_CARD_COLUMNS,
    )
    .where(card_versions.c.revision >= bindparam("after"))
    .order_by(card_versions.c.revision)
    .limit(bindparam("most"))
)
_VERSION = (card_versions.c.revision, card_versions.c.dropped, *_CARD_COLUMNS)


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


def head(connection: Connection) -> Head:
    """The register as it stands."""
    return _head(*connection.execute(_HEAD).one())


def page(connection: Connection, after: str | None, limit: int) -> tuple[list[Card], bool]:
    """Cards with numbers beyond ``after`` in code point order, and whether there are more."""
    query = select(cards).order_by(cards.c.number).limit(limit + 1)
    if after is not None:
        query = query.where(cards.c.number > after)
    found = [_card(*row) for row in connection.execute(query)]
    return found[:limit], len(found) > limit


def changes(connection: Connection, after: int, limit: int) -> Changes:
    """What changed beyond revision ``after``.

    Raises :class:`RevisionGoneError` for a revision that this register never reached, as after a
    restored backup.
    """
    now = head(connection)
    if after == now.revision:  # as nearly always; the columns of a row cost more than the rest
        return Changes([], now, more=False)
    rows = list(connection.execute(_FROM, {"after": after, "most": limit + 2}))
    reached = Head(0, RegisterSum())
    if after:  # its own row comes first, since revisions follow each other without a gap
        if not rows or rows[0].revision != after:
            raise RevisionGoneError("the register does not know this revision; load it afresh")
        reached = _head(*rows.pop(0)[:3])
    page = rows[:limit]
    if page:
        reached = _head(*page[-1][:3])
    told = [number if card is None else card for _, number, card in map(_version, page)]
    return Changes(told, reached, len(rows) > limit)


def card(connection: Connection, number: str) -> Card:
    """One card. Raises :class:`CardUnknownError`, for what cannot be a number, too."""
    try:
        query = select(cards).where(cards.c.number == normalise(number))
    except MalformedNumberError as malformed:
        raise CardUnknownError("no card has a number of this form") from malformed
    row = connection.execute(query).one_or_none()
    if row is None:
        raise CardUnknownError("the register does not have this card")
    return _card(*row)


def change(connection: Connection, changed: Iterable[CardChange], made_at: datetime) -> Tally:
    """Put and drop cards, one revision for each that makes a difference.

    The register's row is locked until the transaction ends, so revisions follow each other
    without a gap and in the order in which they become visible.
    """
    now = _head(*connection.execute(_HEAD.with_for_update()).one())
    tally = Tally()
    left = iter(changed)
    while batch := list(islice(left, BATCH)):
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
    numbers = {item if isinstance(item, str) else item.number for item in batch}
    before = {
        row.number: _card(*row)
        for row in select_rows(
            connection, (cards.c.number,), ((number,) for number in numbers), _BESIDE_NUMBER
        )
    }
    standing = dict(before)
    versions: list[dict[str, Any]] = []
    revision, total = now.revision, now.sum
    for item in batch:
        number = item if isinstance(item, str) else item.number
        new = None if isinstance(item, str) else item
        old = standing.get(number)
        if new == old:
            tally.same += 1
            continue
        if old is not None:
            total = total.minus(old)
            del standing[number]
        if new is None:
            tally.dropped += 1
        else:
            total = total.plus(new)
            standing[number] = new
            tally.put += 1
        revision += 1
        versions.append(
            (_NO_CARD if new is None else _row(new))
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
        insert_rows(connection, card_versions, versions)
        _replace(connection, before, standing)
    return Head(revision, total)


def _replace(
    connection: Connection, before: Mapping[str, Card], standing: Mapping[str, Card]
) -> None:
    gone = [number for number, old in before.items() if standing.get(number) != old]
    delete_rows(connection, cards.c.number, gone)
    new = [_row(card) for number, card in standing.items() if before.get(number) != card]
    insert_rows(connection, cards, new)


def versions_of(
    connection: Connection, numbers: Iterable[str]
) -> list[tuple[int, str, Card | None]]:
    """Every version of some cards, in order: its revision, the number, and what it was then."""
    keys = ((number,) for number in numbers)
    mine = select_rows(connection, (card_versions.c.number,), keys, _VERSION)
    return [_version(row) for row in sorted(mine, key=attrgetter("revision"))]


def versions_since(
    connection: Connection, after: int, most: int
) -> list[tuple[int, str, Card | None]]:
    """The first versions of any card beyond revision ``after``, in order."""
    rows = connection.execute(_FROM, {"after": after + 1, "most": most})
    return [_version(row) for row in rows]


def superseded(connection: Connection, revisions: Iterable[int]) -> dict[int, datetime]:
    """When each of the revisions ceased to be the current one; a current one is left out."""
    versions = card_versions.c
    next_ones = ((revision + 1,) for revision in revisions)
    rows = select_rows(connection, (versions.revision,), next_ones, (versions.made_at,))
    return {row.revision - 1: row.made_at for row in rows}


def _head(revision: int, count: int, checksum: str) -> Head:
    return Head(revision, RegisterSum.from_hex(count, checksum))


_FIELDS = [plain_name(column) for column in cards.c]
_NO_CARD: dict[str, Any] = dict.fromkeys(_FIELDS)


def _row(card: Card) -> dict[str, Any]:
    """The card's values, which are all plain: no need for the deep copies of ``asdict``."""
    return {name: getattr(card, name) for name in _FIELDS}


def _card(
    number: str,
    kind: str,
    status: str,
    valid_from: date,
    valid_until: date,
    minors: int,
    area: str,
    local_only: bool,  # noqa: FBT001  a column like the others, in the table's order
) -> Card:
    return Card(
        number, _KINDS[kind], _STATUSES[status], valid_from, valid_until, minors, area, local_only
    )


_KINDS = {kind.value: kind for kind in CardKind}
_STATUSES = {status.value: status for status in CardStatus}


def _version(row: Row[Any]) -> tuple[int, str, Card | None]:
    return row.revision, row.number, None if row.dropped else _card(*row[-len(_CARD_COLUMNS) :])
