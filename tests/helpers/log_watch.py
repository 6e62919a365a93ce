"""An eye on the log: what our loggers warn of must be something that the test expects."""

import logging
import re


class LogWatch(logging.Handler):
    """Keeps each record of WARNING or worse, and what was said to be expected."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._expected: list[str] = []
        self._allowed: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def expect(self, pattern: str) -> None:
        """A line that matches this regular expression will be logged, once or more."""
        self._expected.append(pattern)

    def allow(self, pattern: str) -> None:
        """A line that matches may be logged, by chance."""
        self._allowed.append(pattern)

    def complaints(self) -> list[str]:
        """What was logged and not expected, and what was expected and not logged."""
        lines = [f"{record.name}: {record.getMessage()}" for record in self._records]
        unexpected = [
            f"logged, and not expected: {line}"
            for line in lines
            if not any(re.search(pattern, line) for pattern in [*self._expected, *self._allowed])
        ]
        unseen = [
            f"expected, and not logged: {pattern}"
            for pattern in self._expected
            if not any(re.search(pattern, line) for line in lines)
        ]
        return unexpected + unseen
