"""Offscreen rendering, for screenshots and the self-test."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_EXPECTED_WARNINGS = "This plugin does not support propagateSizeHints()"


def draw_offscreen() -> None:
    """Let Qt draw without a screen, unless its platform was chosen. Called before it starts."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    qInstallMessageHandler(_write_message)


def _write_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write Qt's messages to standard error, except the platform's about every window."""
    del kind, context
    if message != _EXPECTED_WARNINGS:
        print(message, file=sys.stderr)  # noqa: T201 - where Qt itself would say it
