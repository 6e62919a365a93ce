"""What could be read of the journal, put together from a damaged file and from its copies.

Operations are told apart by their ids, so that nothing is there twice. Where two sources differ,
the newer one is right, but for an operation's state: the one that is further along holds. One
that is sent once more than needed does no harm, as its id is its idempotency key (contract 1.6).
"""

from collections.abc import Iterable, Mapping
from io import SEEK_END, BytesIO
from pathlib import Path

from desk_app.store.cipher import PAGE_SIZE, SALT_SIZE, PageCipher, salt_of
from desk_app.store.rescue.layouts import Row, layouts
from desk_app.store.rescue.leaves import TABLE_LEAF, Value, rows_on
from desk_app.store.rescue.wal import Wal
from desk_app.store.tables import JOURNAL, operations
from sync.ports import OperationState

_FURTHER_ALONG = (
    OperationState.PENDING,
    OperationState.SENDING,
    OperationState.REJECTED,
    OperationState.WITHDRAWN,
    OperationState.ACCEPTED,
)
_CONTENTS = {"visit": "visits", "void": "voids", "offer": "own_offers"}
"""The table that holds the content of an operation of each kind."""


class Finds:
    """The journal's rows, by table and identity. Add the newest source first."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[Value, Row]] = {table.name: {} for table in JOURNAL}
        self.highest = 0
        """The highest place in the journal that any source speaks of."""
        self.accounted = 0
        """Up to this place a whole copy says what there was: no gap before it is a loss."""

    def add_file(self, path: Path, key: str) -> None:
        """Take in all that can be read of a file and its write-ahead log. Raises ``OSError``."""
        cipher = cipher_of(path, key)
        log = Wal.read(path.with_name(f"{path.name}-wal"))
        newer = {} if log is None else log.pages(cipher)
        with path.open("rb") if path.exists() else BytesIO() as file:
            in_file = -(-file.seek(0, SEEK_END) // PAGE_SIZE)

            def fetch(number: int) -> bytes | None:
                file.seek((number - 1) * PAGE_SIZE)
                page = newer.get(number) or file.read(PAGE_SIZE)
                return cipher.plain(page) if cipher.is_whole(number, page) else None

            for number in range(2, max(in_file, *newer, 1) + 1):
                file.seek((number - 1) * PAGE_SIZE)
                page = newer.get(number) or file.read(PAGE_SIZE)
                if (
                    len(page) == PAGE_SIZE
                    and cipher.kind(page) == TABLE_LEAF
                    and cipher.is_whole(number, page)
                ):
                    for rowid, values in rows_on(cipher.plain(page), fetch):
                        self._add(rowid, values)

    def complete(self) -> int:
        """Make it a journal again; how many operations are known of, but lost.

        Content without an operation is queued once more. An operation without content is left
        out: if the register has it, nothing is missing there.
        """
        queue = self.rows["operations"]
        taken: set[Value] = set()
        for row in queue.values():
            if row["seq"] in taken:  # given anew after a loss that nobody noticed
                row["seq"] = None
            taken.add(row["seq"])
        places = {row["seq"] for row in queue.values()}
        for kind, table in _CONTENTS.items():
            for identity, content in self.rows[table].items():
                if identity not in queue:
                    queue[identity] = _queued_again(kind, content)
        contents = {kind: self.rows[table].keys() for kind, table in _CONTENTS.items()}
        empty = {
            identity
            for identity, row in queue.items()
            if identity not in contents[str(row["kind"])]
        }
        lost = sum(queue[identity]["state"] != OperationState.ACCEPTED for identity in empty)
        for identity in empty:
            del queue[identity]
        return lost + self._gaps(places)

    def _gaps(self, places: Iterable[Value]) -> int:
        """Places in the journal that nothing was found for, less what was queued again."""
        found = {place for place in places if isinstance(place, int) and place > self.accounted}
        again = sum(row["seq"] is None for row in self.rows["operations"].values())
        return max(0, self.highest - self.accounted - len(found) - again)

    def _add(self, rowid: int, values: list[Value]) -> None:
        match values:
            case [operations.name, int(highest)]:  # SQLite's own count of the rows ever made
                self.highest = max(self.highest, highest)
                return
        for layout in layouts():
            row = layout.read(rowid, values)
            if row is not None:
                self._merge(layout.table.name, row)
                return

    def _merge(self, table: str, row: Row) -> None:
        identity = row.get("id", row.get("seq"))
        known = self.rows[table].setdefault(identity, row)
        if table == operations.name:
            seq = row["seq"]
            self.highest = max(self.highest, seq if isinstance(seq, int) else 0)
            self.rows[table][identity] = _further(known, row)


def cipher_of(path: Path, key: str) -> PageCipher:
    """The cipher of a file: by the salt in its header, or where that is gone by the key's own."""
    if not path.exists():
        return PageCipher(key, salt_of(key))
    with path.open("rb") as file:
        salt = file.read(SALT_SIZE)
        file.seek(0)
        page = file.read(PAGE_SIZE)
    own = PageCipher(key, salt)
    return own if len(salt) == SALT_SIZE and own.is_whole(1, page) else _by_pages(path, key, own)


def _by_pages(path: Path, key: str, by_header: PageCipher) -> PageCipher:
    """Whichever salt opens a page after the first; the key's own where none does."""
    with path.open("rb") as file:
        number = 1
        while page := file.read(PAGE_SIZE):
            if number > 1 and by_header.is_whole(number, page):
                return by_header
            number += 1
    return PageCipher(key, salt_of(key))


def _further(one: Row, other: Row) -> Row:
    first, second = (
        _FURTHER_ALONG.index(OperationState(str(row["state"]))) for row in (one, other)
    )
    ahead = other if second > first else one
    return ahead | {"seq": one["seq"], "taken": int(bool(one["taken"] or other["taken"]))}


def _queued_again(kind: str, content: Mapping[str, Value]) -> Row:
    """An operation whose place in the queue was lost. It may have been sent: it must not change."""
    return {
        "seq": None,
        "id": content["id"],
        "kind": kind,
        "visit_id": {"visit": content["id"], "void": content.get("visit_id")}.get(kind),
        "state": OperationState.PENDING.value,
        "taken": 1,
    }
