"""Keeps what was made of some numbers last, for as long as these are the same."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_MOST = 64
Name = TypeVar("Name", bound=Hashable)
Numbers = TypeVar("Numbers")
Made = TypeVar("Made")


class ResultCache(Generic[Name, Numbers, Made]):
    """The latest result for each name, and the numbers that it was made of.

    Another register's numbers, or those of one that was put back, are others: nothing is shown of
    them that does not follow from them.
    """

    def __init__(self) -> None:
        self._kept: dict[Name, tuple[Numbers, Made]] = {}

    def of(self, name: Name, numbers: Numbers, make: Callable[[Numbers], Made]) -> Made:
        """What is made of the numbers; it is made where they are not the last ones."""
        kept = self._kept.get(name)
        if kept is not None and kept[0] == numbers:
            return kept[1]
        made = make(numbers)
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[name] = numbers, made
        return made
