"""Complementary cell suppression: hides small numbers so that no sum gives them away.

A move changes some cells by one, so that all totals stay right and no cell becomes zero. Once its
cells are hidden, nobody can tell whether it was made, and so what the small ones among them are.
Those are shown as below five, but for one of four that grows by the move: that would be five.

Cells are known by their place in the table as one row, totals last in each dimension.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, product
from math import prod

SMALLEST = 5
"""Of the numbers that are shown."""
OF_A_TOTAL = 6.0
"""As many more parts are rather hidden than one total over them."""
_MOST_PARTNERS = 8
"""Of one dimension: the largest ones are tried."""
_MOST_TRIED = 12
"""So many moves for one small number, so that a nation's table takes no seconds."""
Move = Sequence[tuple[int, int]]
"""Places, and whether each grows (1) or shrinks (-1)."""


class CellSuppression:
    """The moves of a table that are chosen, and their cells hidden."""

    def __init__(self, values: Sequence[int], weights: Sequence[float]) -> None:
        self.values = values
        self.can = {1: [value > 0 for value in values], -1: [value > 1 for value in values]}
        """Which cells may grow or shrink by one."""
        self._weights = weights
        self.hidden: set[int] = set()
        self.unmarked: set[int] = set()
        """Those of the hidden small ones that are not even shown as small."""

    def hide(self, small: Collection[int]) -> None:
        """Hide the small ones, and with them what they could be found by."""
        self.hidden.update(small)
        safe: set[int] = set()
        for place in sorted(small):
            if place in safe:
                continue
            move = self.move_for(place)
            safe.update(each for each, _ in move)
            self.hidden.update(each for each, _ in move)
            self.unmarked.update(self._unmarked_by(move))

    def move_for(self, place: int) -> Move:
        """A move that changes a cell."""
        raise NotImplementedError

    def cheapest(self, moves: Iterable[Move]) -> Move:
        """The one with which least is still to be hidden."""
        best = float("inf")
        found: Move = ()
        for move in moves:
            new = {place for place, _ in move if place not in self.hidden}
            new.update(each for each in self._unmarked_by(move) if each not in self.unmarked)
            cost = sum(map(self._weights.__getitem__, new))
            if cost < best:
                best, found = cost, move
            if not new:
                break
        return found

    def _unmarked_by(self, move: Move) -> Iterator[int]:
        return (place for place, sign in move if sign == 1 and self.values[place] == SMALLEST - 1)


class TableSuppression(CellSuppression):
    """Moves of a table with any number of dimensions, each with its totals."""

    def __init__(self, values: Sequence[int], shape: Sequence[int]) -> None:
        self._shape = shape
        self._strides = [prod(shape[axis + 1 :]) for axis in range(len(shape))]
        self._at = list(product(*map(range, shape)))
        weights = [
            OF_A_TOTAL ** sum(i == n - 1 for i, n in zip(each, shape, strict=True))
            for each in self._at
        ]
        super().__init__(values, weights)
        self._partners = [self._largest(axis) for axis in range(len(shape))]
        self._parts = [
            place
            for place, (value, weight) in enumerate(zip(values, weights, strict=True))
            if value and weight == 1
        ]
        by_size = sorted(self._parts, key=values.__getitem__, reverse=True)
        self._largest_parts = by_size[:_MOST_TRIED]

    def _largest(self, axis: int) -> list[int]:
        """The places in a dimension with the largest totals, and of the total itself."""
        last, stride = self._shape[axis] - 1, self._strides[axis]
        end = len(self.values) - 1 - last * stride
        by_size = sorted(
            range(last), key=lambda place: self.values[end + place * stride], reverse=True
        )
        return [*by_size[:_MOST_PARTNERS], last]

    def move_for(self, place: int) -> Move:
        """The cheapest one; the total of everything stays if it can."""
        everything = len(self.values) - 1
        move = self.cheapest(self._boxes(place))
        if everything not in self.hidden and any(each == everything for each, _ in move):
            move = self.cheapest(chain([move], self._pairs(place)))
        return move

    def _boxes(self, place: int) -> Iterator[Move]:
        """The corners of boxes around a cell: parts of a sum against each other, or with it."""
        tried = 0
        for sign in (1, -1):
            if self.can[sign][place]:
                for corners in self._turned([(place, sign)], 0):
                    yield corners
                    tried += 1
                    if tried == _MOST_TRIED:
                        return

    def _turned(self, corners: list[tuple[int, int]], axis: int) -> Iterator[Move]:
        if axis == len(self._shape):
            yield corners
            return
        stride, last = self._strides[axis], self._shape[axis] - 1
        own = self._at[corners[0][0]][axis]
        for other in self._partners[axis]:
            if other == own:
                continue
            turn = 1 if last in (own, other) else -1
            step = (other - own) * stride
            turned = []
            for place, sign in corners:
                if not self.can[sign * turn][place + step]:
                    break
                turned.append((place + step, sign * turn))
            else:
                yield from self._turned(corners + turned, axis + 1)

    def _pairs(self, place: int) -> Iterator[Move]:
        """A part of a cell grows, and one elsewhere shrinks, or the other way round.

        So the totals of both change, but not the total of everything.
        """
        one = next(part for part in self._parts if place in self._with_totals(part))
        mine = {*self._with_totals(one)}
        for way, other in product((1, -1), self._largest_parts):
            theirs = {*self._with_totals(other)}
            if place in theirs:
                continue
            move = [(each, way) for each in mine - theirs]
            move += [(each, -way) for each in theirs - mine]
            if all(self.can[sign][each] for each, sign in move):
                yield move

    def _with_totals(self, part: int) -> Iterator[int]:
        """A part and every total that it is in."""
        ways = [
            (0, (n - 1 - own) * stride)
            for own, n, stride in zip(self._at[part], self._shape, self._strides, strict=True)
        ]
        return (part + sum(steps) for steps in product(*ways))
