"""What is drawn on a button stands out from its ground, in every state and every theme."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import RING, THEMES, Theme, ThemeName, contrast
from desk_app.ui.appearance.theme_manager import apply_theme
from desk_app.ui.shell.navigation_rail import RailButton
from desk_app.ui.widgets.button import Button, WrappingButton
from tests.desk_app.ui.conftest import LONGEST_MS
from tests.desk_app.ui.measures import colour_name, pixels
from tests.helpers.windows import put_away

RESOURCES = Path(__file__).parents[4] / "resources"
SHEET = (RESOURCES / "themes" / "window.qss").read_text("utf-8")
STATES = ("plain", "hovered", "focused", "focused and hovered", "checked", "disabled")
ROLES = ("", "primary", "quiet", "link", "plain", "danger", "chip", "step", "choice")
EVERY = pytest.mark.parametrize("theme", THEMES)


class Board(QWidget):
    """One button on the ground of a card, and another that has the keyboard meanwhile."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.button = button
        self.other = Button()
        row = QHBoxLayout(self)
        row.addWidget(self.other)
        row.addWidget(button)

    def drawn(self, state: str) -> QImage:
        """The button, with its ring, in a state."""
        self.button.setCheckable(state == "checked")
        self.button.setChecked(state == "checked")
        self.button.setEnabled(state != "disabled")
        self.button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, "hovered" in state)
        (self.button if "focused" in state else self.other).setFocus()
        return self.grab().toImage().copy(self.button.geometry())


def contrast_within(picture: QImage) -> float:
    """The strongest there is between the ground, which has most of the pixels, and what is on it.

    Edges are mixed of both, and the border is no ink.
    """
    margin = 4 * RING
    inner = pixels(picture)[margin : -margin - 1, margin : -margin - 1]
    colours, counts = np.unique(inner, return_counts=True)
    ground = colour_name(int(colours[counts.argmax()]))
    return max(contrast(ground, colour_name(int(colour))) for colour in colours)


@pytest.fixture
def icons() -> Icons:
    return Icons(RESOURCES / "icons")


@pytest.fixture
def boards(qtbot: QtBot, qapp: QApplication) -> Iterator[list[Board]]:
    assert qtbot
    assert qapp
    shown: list[Board] = []
    yield shown
    for board in shown:
        put_away(board)


def weak(qtbot: QtBot, board: Board, least: float) -> dict[str, float]:
    board.show()
    board.activateWindow()
    qtbot.waitUntil(board.isActiveWindow, timeout=LONGEST_MS)
    found = {state: contrast_within(board.drawn(state)) for state in STATES}
    return {state: ratio for state, ratio in found.items() if ratio < least}


@EVERY
@pytest.mark.parametrize("role", ROLES)
def test_an_icon_on_a_button_stands_out(
    qtbot: QtBot, qapp: QApplication, icons: Icons, boards: list[Board], theme: ThemeName, role: str
) -> None:
    boards.append(Board(Button(role, icons, "check")))
    apply_theme(qapp, boards[0], Theme(theme), SHEET)
    assert weak(qtbot, boards[0], 3) == {}


@EVERY
def test_an_icon_on_the_rail_stands_out(
    qtbot: QtBot, qapp: QApplication, icons: Icons, boards: list[Board], theme: ThemeName
) -> None:
    boards.append(Board(RailButton(icons, "inbox")))
    apply_theme(qapp, boards[0], Theme(theme), SHEET)
    assert weak(qtbot, boards[0], 3) == {}


@EVERY
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", [Button, WrappingButton])
def test_a_word_on_a_button_can_be_read(
    qtbot: QtBot,
    qapp: QApplication,
    boards: list[Board],
    theme: ThemeName,
    role: str,
    kind: type[Button],
) -> None:
    button = kind(role)
    button.set_texts("IIIIII")  # strokes as wide as a pixel, so that one has the whole ink
    button.setMinimumWidth(200)
    boards.append(Board(button))
    apply_theme(qapp, boards[0], Theme(theme), SHEET)
    assert weak(qtbot, boards[0], 4.5) == {}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("waiting", [1, 42, 100])
@pytest.mark.parametrize("compact", [True, False])
def test_the_number_of_what_waits_is_whole(
    qapp: QApplication,
    icons: Icons,
    boards: list[Board],
    scale: float,
    waiting: int,
    compact: bool,  # noqa: FBT001 - a case
) -> None:
    button = RailButton(icons, "inbox")
    button.set_texts("To resolve")
    button.set_compact(compact)
    button.show_waiting(waiting)
    boards.append(Board(button))
    apply_theme(qapp, boards[0], Theme("light", scale), SHEET)
    boards[0].resize(boards[0].sizeHint())
    boards[0].show()
    picture = boards[0].drawn("plain")
    accent = QColor(THEMES["light"].accent).rgb()
    columns = {
        x: column.sum() for x, column in enumerate((pixels(picture) == accent).T) if column.any()
    }
    left, right = min(columns), max(columns)
    assert columns[left] == columns[right]  # both its ends are round
    assert right < picture.width() - 1
