"""Log files, which never contain a whole card number, a token or a key."""

import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from sync.redaction import traceback_text

_log = logging.getLogger(__name__)
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_MOST_BYTES = 1_000_000
_KEPT_FILES = 3


class RedactingFormatter(logging.Formatter):
    """Writes every traceback whole, and redacts in its messages what could be a secret.

    A library's error may quote what it was handling: a statement's values, a line of a file.
    """

    def formatException(  # noqa: N802 - logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """The traceback, redacted for a log."""
        return "" if ei[1] is None else traceback_text(ei[1])


def log_to_stderr(level: int = logging.WARNING) -> None:
    """Log for the headless commands: standard output is for their results alone."""
    _log_to(logging.StreamHandler(sys.stderr), level)


def log_to_file(path: Path) -> None:
    """Log for the window; older files are dropped. Raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        path, maxBytes=_MOST_BYTES, backupCount=_KEPT_FILES, encoding="utf-8", delay=True
    )
    _log_to(handler, logging.INFO)


def log_crashes(report: Callable[[BaseException], None]) -> None:
    """Log unhandled exceptions of slots, threads and destructors, instead of printing them raw.

    ``report`` is called with it from wherever it was raised, so that it can be shown as the fault
    of this program that it is.
    """

    def crashed(error: BaseException | None) -> None:
        if error is None or isinstance(error, KeyboardInterrupt):
            return
        _log.critical("unhandled exception", exc_info=error)
        report(error)

    sys.excepthook = lambda _kind, error, _trace: crashed(error)
    threading.excepthook = lambda thrown: crashed(thrown.exc_value)
    sys.unraisablehook = lambda thrown: crashed(thrown.exc_value)


def _log_to(handler: logging.Handler, level: int) -> None:
    handler.setFormatter(RedactingFormatter(_FORMAT))
    logging.basicConfig(handlers=[handler], level=level, force=True)
