"""Counts calls to the register; its reachability is known from real calls alone."""

from collections.abc import Callable
from typing import TypeVar

from sync.errors import (
    BrokenAnswerError,
    BusyError,
    CentralFaultError,
    NotSupportedError,
    UnreachableError,
)

_Answer = TypeVar("_Answer")


class CancelledError(Exception):
    """The cycle was cancelled before its next call."""


class CallTracker:
    """Makes each call, unless the cycle is cancelled, and counts the results."""

    def __init__(self, stopping: Callable[[], bool]) -> None:
        self._stopping = stopping
        self.answered = 0
        self.misses = 0
        """Failed calls since the last one that was answered."""
        self.retry_after = 0.0

    def make(self, call: Callable[[], _Answer]) -> _Answer:
        """Make a call. Raises what the call raises, or ``CancelledError`` in its place."""
        if self._stopping():
            raise CancelledError
        try:
            answer = call()
        except BusyError as busy:
            self.retry_after = max(self.retry_after, busy.retry_after)
            self.misses += 1
            raise
        except (UnreachableError, BrokenAnswerError):
            self.misses += 1
            raise
        except NotSupportedError:  # an older register's word, or a stranger's: it says nothing
            raise
        except CentralFaultError:  # any other of them is the register's own word: it is there
            self._was_answered()
            raise
        self._was_answered()
        return answer

    def _was_answered(self) -> None:
        self.answered += 1
        self.misses = 0
