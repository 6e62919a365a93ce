"""Moves of the cards' two tables by area: how the cards are now, and when they began.

Every card stands once in either table, so that an area's sum is the same in both. It is shown
nowhere, but follows from them, and with it a small number that only one of them hides. A move
therefore changes both tables of an area together, or none of its sums.

A row is an area, the last one all of them. Columns are the parts, such as a state or a month, and
then the sums of groups of them, such as a year.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from sync.server.console.cell_suppression import OF_A_TOTAL, CellSuppression, Move

if TYPE_CHECKING:
    import numpy as np

_MOST_TRIED = 24
"""So many moves for one small number."""
_ROWS_TRIED = 3
_COLUMNS_TRIED = 3
"""Of each kind: the largest ones."""


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A part: which table it is of, and which sum it is a part of there, if of any."""

    table: int
    group: int | None = None
    is_shown: bool = True


class CardSuppression(CellSuppression):
    """Moves of parts in pairs: one for another of the same table, or both tables together."""

    def __init__(self, parts: "np.ndarray", columns: Sequence[CardColumn]) -> None:
        """``parts`` has a row for each area, whose sums are the same in both tables."""
        import numpy as np  # noqa: PLC0415 - see suppression

        groups = max((each.group + 1 for each in columns if each.group is not None), default=0)
        sums = np.zeros((len(parts), groups), dtype=np.int64)
        for place, column in enumerate(columns):
            if column.group is not None:
                sums[:, column.group] += parts[:, place]
        table = np.hstack([parts, sums])
        self.table = np.vstack([table, table.sum(axis=0)])
        """All that is shown."""
        self._columns = columns
        self._width = len(columns) + groups
        by_size = np.argsort(-parts.sum(axis=1), kind="stable")
        self._largest_rows = by_size[:_ROWS_TRIED].tolist()
        self._filled = [np.flatnonzero(row > 0).tolist() for row in parts]
        weights = [float(each.is_shown) for each in columns] + [OF_A_TOTAL] * groups
        of_all = [OF_A_TOTAL * each for each in weights]
        super().__init__(self.table.ravel().tolist(), weights * len(parts) + of_all)

    def move_for(self, place: int) -> Move:
        """The cheapest of some; that of one card more in both tables is always there."""
        return self.cheapest(islice(self._moves(place), _MOST_TRIED))

    def _moves(self, place: int) -> Iterator[Move]:
        row, column = divmod(place, self._width)
        is_of_all = row == len(self._filled)
        for own, part in self._parts_of(row, column):
            for other in self._others(own, part):
                way = 1 if self._columns[part].table != self._columns[other].table else -1
                beside = [] if is_of_all else [each for each in self._largest_rows if each != own]
                for counter in chain(beside, [None]):
                    for sign in (1, -1):
                        steps = [(own, part, sign), (own, other, sign * way)]
                        if counter is not None:
                            steps += [(counter, part, -sign), (counter, other, -sign * way)]
                        move = self._all_of(steps)
                        if any(each == place for each, _ in move):
                            yield move

    def _parts_of(self, row: int, column: int) -> list[tuple[int, int]]:
        """The largest parts that are counted in a cell."""
        group = column - len(self._columns)
        rows = range(len(self._filled)) if row == len(self._filled) else [row]
        found = [
            (each, part)
            for each in rows
            for part in self._filled[each]
            if part == column or (group >= 0 and self._columns[part].group == group)
        ]
        return sorted(found, key=self._size, reverse=True)[:_COLUMNS_TRIED]

    def _others(self, row: int, part: int) -> list[int]:
        """Parts of a row to pair one with: of its own group, of its own table, of the other."""
        mine = self._columns[part]
        kinds: tuple[list[int], list[int], list[int]] = ([], [], [])
        for each in self._filled[row]:
            column = self._columns[each]
            if each != part:
                is_near = column.group == mine.group
                kinds[2 if column.table != mine.table else 0 if is_near else 1].append(each)
        return [
            each
            for some in kinds
            for each in sorted(some, key=lambda it: self._size((row, it)), reverse=True)[
                :_COLUMNS_TRIED
            ]
        ]

    def _size(self, part: tuple[int, int]) -> int:
        place = part[0] * self._width + part[1]
        return self.values[place]

    def _all_of(self, steps: Sequence[tuple[int, int, int]]) -> Move:
        """What changes with some parts; empty where something cannot."""
        change: dict[int, int] = {}
        for row, part, sign in steps:
            group = self._columns[part].group
            for each in (row, len(self._filled)):
                start = each * self._width
                for column in (part,) if group is None else (part, len(self._columns) + group):
                    change[start + column] = change.get(start + column, 0) + sign
        move = [(place, sign) for place, sign in change.items() if sign]
        is_possible = all(abs(sign) == 1 and self.can[sign][place] for place, sign in move)
        return move if is_possible else []
