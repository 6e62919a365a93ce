"""Runs work off the GUI thread, and delivers its result on the GUI thread.

One worker runs tasks in order: the store has one writer, and a query made after a record sees that
record.
"""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

T = TypeVar("T")
Failed = Callable[[Exception], None]

_log = logging.getLogger(__name__)


class Token:
    """Cancels the delivery of a result. Work that has begun is finished all the same."""

    def __init__(self) -> None:
        self._dropped = False

    @property
    def dropped(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self._dropped

    def drop(self) -> None:
        """Cancel: the result is no longer wanted."""
        self._dropped = True


_Finished = tuple[Token, Callable[[], None]]


class Tasks(QObject):
    """The window's one way to call what may take time."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._outside = ThreadPoolExecutor(max_workers=4, thread_name_prefix="outside")
        self._to_leave: dict[Token, Callable[[], None]] = {}
        self._under_way = set[Token]()
        self._closed = False
        self._finished.connect(self._queue, Qt.ConnectionType.QueuedConnection)
        self._results: deque[_Finished] = deque()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._deliver)

    @property
    def idle(self) -> bool:
        """Whether every result has been delivered: then the window shows all that was asked for."""
        return not self._under_way

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Token:
        """Run ``work`` on the worker; then ``done`` or ``failed`` here, on the GUI thread."""
        token = Token()
        self._under_way.add(token)
        self._worker.submit(self._work, work, done, failed, token)
        return token

    def run_outside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        leave: Callable[[], None] | None = None,
    ) -> Token:
        """Run as :meth:`run` does, for the network and large files: nothing waits behind it.

        It has to end by itself, and soon; or else soon after ``leave`` is called, which is done
        when the window closes.
        """
        token = Token()
        if leave is not None:
            self._to_leave[token] = leave
        self._under_way.add(token)
        self._outside.submit(self._work, work, done, failed, token)
        return token

    def report(self, progress: Callable[[], None]) -> None:
        """Report progress from within work, on the GUI thread."""
        self._finished.emit((Token(), progress))

    def close(self) -> None:
        """Finish all work that was given, and stop. What was to be recorded is recorded.

        Answers that come from now on are dropped: the widgets that asked are going away too.
        """
        self._closed = True
        for leave in [*self._to_leave.values()]:
            leave()
        self._outside.shutdown(wait=True, cancel_futures=True)
        self._worker.shutdown(wait=True)

    def _work(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed, token: Token
    ) -> None:
        try:
            answer = work()
        except Exception as caught:  # noqa: BLE001 - whatever it is, the asker has to show it
            if not _has_words(caught):  # then it is a bug
                _log.error("work for the window failed", exc_info=caught)
            error = caught
            self._finished.emit((token, lambda: failed(error)))
        else:
            self._finished.emit((token, lambda: done(answer)))
        finally:
            self._to_leave.pop(token, None)

    @Slot(object)
    def _queue(self, finished: _Finished) -> None:
        self._results.append(finished)
        self._turn.start()

    @Slot()
    def _deliver(self) -> None:
        """Deliver one result in each turn of the event loop, so that keys come in between."""
        token, deliver = self._results.popleft()
        if not self._results:
            self._turn.stop()
        try:
            if not token.dropped and not self._closed:
                deliver()
        finally:
            self._under_way.discard(token)  # afterwards, since it may have asked for more


def _has_words(error: Exception) -> bool:
    """Whether an error is the desk's or the register's own, with a code and a message."""
    return isinstance(getattr(error, "code", None), str)
