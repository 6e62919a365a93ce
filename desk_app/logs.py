"""Logs for whoever mends a desk. They never bear a whole card number, a token or a key."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_MOST_BYTES = 1_000_000
_KEPT_FILES = 3


def log_to_stderr(level: int = logging.WARNING) -> None:
    """For the headless commands: standard output is for their answer alone."""
    logging.basicConfig(stream=sys.stderr, level=level, format=_FORMAT, force=True)


def log_to_file(path: Path) -> None:
    """For the window; older files are dropped. Raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        path, maxBytes=_MOST_BYTES, backupCount=_KEPT_FILES, encoding="utf-8", delay=True
    )
    logging.basicConfig(handlers=[handler], level=logging.INFO, format=_FORMAT, force=True)
