"""The startup screen, with progress, messages and questions before the window opens.

A cold disk takes seconds, and a recovery longer. The work is done on a thread of its own, so that
the screen stays responsive.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QProgressBar, QVBoxLayout, QWidget

from desk_app.messages import Messages
from desk_app.services.errors import StoreKeyError
from desk_app.ui.appearance.theme import Space
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.widgets.plain_text import message_box
from desk_app.ui.widgets.styling import label

T = TypeVar("T")

_TITLE = "Kaikuluukku"
_WIDTH_EMS = 32
_LINES = 2
"""Room for the longest that is said, so that the view stays as it is."""


class StartupScreen(QWidget):
    """Closing it cancels opening the window; work under way is finished all the same."""

    _mending = Signal()

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self._tasks = Tasks(self)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)  # nobody can tell how long it takes
        self._bar.setTextVisible(False)
        self._what = label("body", wrap=True)
        self._what.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._what.ensurePolished()
        self._what.setMinimumHeight(_LINES * self._what.fontMetrics().lineSpacing())
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)  # there is work to wait for
        self.setWindowTitle(_TITLE)
        name = label("title")
        name.setText(_TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(name)
        column.addWidget(self._bar)
        column.addWidget(self._what)
        self.setFixedWidth(_WIDTH_EMS * self.fontMetrics().horizontalAdvance("M"))
        self._mending.connect(self._show_repair, Qt.ConnectionType.QueuedConnection)
        self._set_text(messages.translate("Opening", "Opening the ticket desk…"))

    def wait_for(self, work: Callable[[], T]) -> T:
        """Do it on a thread of its own; what comes of it. The view stays alive meanwhile.

        Raises what the work raises.
        """
        loop = QEventLoop()
        answers: list[T] = []
        errors: list[Exception] = []

        def done(answer: T) -> None:
            answers.append(answer)
            loop.quit()

        def failed(error: Exception) -> None:
            errors.append(error)
            loop.quit()

        self._tasks.run(work, done, failed)
        while not answers and not errors:  # Qt may end every loop, when the session ends
            loop.exec()
        if errors:
            raise errors[0]
        return answers[0]

    def show_repair(self) -> None:
        """Show that damage is being repaired, which takes a while. Safe from any thread."""
        self._mending.emit()

    def show_and_wait(self, text: str, *, something_lost: bool = False) -> None:
        """Say it, and wait until it has been read."""
        icon = QMessageBox.Icon.Warning if something_lost else QMessageBox.Icon.Information
        message_box(icon, _TITLE, text, parent=self).exec()

    def wants_to_start_afresh(self, error: StoreKeyError) -> bool:
        """Ask whether to set the old data aside. The safe answer is the one that Enter gives."""
        translate = self._messages.translate
        box = message_box(
            QMessageBox.Icon.Warning,
            _TITLE,
            self._messages.error(error)[0],
            translate(
                "Rescue",
                "The key is missing or wrong, or the whole file is damaged. Nothing was "
                "overwritten. If you can restore the key, close the program, restore the key and "
                "start the program again. If not, set up this desk again with a new activation "
                "code: the old data is kept.",
            ),
        )
        afresh = box.addButton(
            translate("Rescue", "Set up again"), QMessageBox.ButtonRole.DestructiveRole
        )
        close = box.addButton(translate("Rescue", "Close"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        box.exec()
        return box.clickedButton() is afresh

    def leave(self) -> None:
        """The window is there, or there will be none."""
        self.close()
        self._tasks.close()

    def _show_repair(self) -> None:
        self._set_text(
            self._messages.translate(
                "Opening", "Repairing damaged data. Please wait: this can take a few minutes."
            )
        )

    def _set_text(self, what: str) -> None:
        self._what.setText(what)
        self._bar.setAccessibleName(what)
