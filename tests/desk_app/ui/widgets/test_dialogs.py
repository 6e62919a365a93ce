"""The dialogs that ask for files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.widgets.dialogs import ask_where, ask_which, close_dialogs

Then = Callable[[Path], object]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def where(window: QWidget, then: Then) -> None:
    ask_where(window, "Save", "visits.csv", ["CSV (*.csv)"], then)


def which(window: QWidget, then: Then) -> None:
    ask_which(window, "Open", ["CSV (*.csv)"], then)


@pytest.mark.parametrize("ask", [where, which])
def test_whichever_asks_for_a_file_is_closed_on_every_system_and_nothing_was_chosen(
    window: QWidget, ask: Callable[[QWidget, Then], None]
) -> None:
    chosen: list[Path] = []
    ask(window, chosen.append)
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.isVisible()
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    close_dialogs(window)
    assert not dialog.isVisible()
    assert chosen == []


def test_a_name_is_proposed_and_the_file_is_saved_under_it(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    where(window, chosen.append)
    (dialog,) = window.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "visits.csv"
    dialog.selectFile(str(tmp_path / "mine"))
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert chosen == [tmp_path / "mine.csv"]
