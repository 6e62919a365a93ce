"""Structured logs: one JSON object a line, without card numbers, tokens or keys."""

import logging
import sys

from pydantic_core import to_json
from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

from sync.redaction import redact, traceback_text


class RedactingJsonFormatter(JsonFormatter):
    """Formats a record as JSON: where a fault happened and of which kind, all else redacted."""

    def __init__(self) -> None:
        super().__init__(
            ["levelname", "name", "message"],
            json_serializer=_write,
            timestamp="time",
            rename_fields={"levelname": "level", "name": "logger", "exc_info": "traceback"},
            reserved_attrs=[*RESERVED_ATTRS, "color_message"],  # uvicorn's own, with terminal codes
        )

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line; a text out of an exception may carry what a database was given."""
        given = record.args if isinstance(record.args, tuple) else ()
        if any(isinstance(part, BaseException) for part in given):
            record = logging.makeLogRecord(record.__dict__)
            record.msg, record.args = redact(record.getMessage()), None
        return super().format(record)

    def formatException(self, ei: object) -> str:  # noqa: N802  the library's name
        """The traceback without what was being handled."""
        error = ei[1] if isinstance(ei, tuple) else None
        return traceback_text(error) if isinstance(error, BaseException) else ""


def _write(record: object, **_options: object) -> str:
    return to_json(record, fallback=str).decode()


def log_as_json() -> None:
    """Have everything logged to standard error, from INFO on."""
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False  # none is said
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingJsonFormatter())
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
