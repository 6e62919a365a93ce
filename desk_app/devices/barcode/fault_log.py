"""Logs the errors that a library raises over pictures, each kind once."""

import logging

_log = logging.getLogger(__name__)


class FaultLog:
    """Logs faults, each kind at each place once: a camera would fill the log in an hour."""

    def __init__(self) -> None:
        self._reported: set[tuple[str, type[Exception]]] = set()

    def log_once(self, where: str, fault: Exception) -> None:
        """Log a fault, unless its like was logged before."""
        if (where, type(fault)) not in self._reported:
            self._reported.add((where, type(fault)))
            _log.warning("reading codes failed in %s", where, exc_info=fault)
