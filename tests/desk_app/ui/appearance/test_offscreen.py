"""Drawing without a screen, as the demo and the self-test do where there is none."""

import os
import subprocess
import sys

import pytest

_DRAW = """
from PySide6.QtGui import QGuiApplication
from desk_app.ui.appearance.offscreen import draw_offscreen
draw_offscreen()
print(QGuiApplication([]).platformName())
"""
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize("unset", [{}, dict.fromkeys(_SCREENS, "")], ids=["absent", "empty"])
def test_without_a_screen_qt_draws_offscreen(unset: dict[str, str]) -> None:
    others = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    drawn = subprocess.run(
        [sys.executable, "-c", _DRAW], check=False, capture_output=True, text=True,
        env=others | unset,
    )  # fmt: skip
    assert (drawn.returncode, drawn.stdout.strip()) == (0, "offscreen")
