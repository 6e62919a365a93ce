"""The last step: loading the register, so that cards can be checked offline."""

import time

from PySide6.QtGui import QShowEvent

from desk_app.messages.sentences import sentences
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.first_run.step import FirstRunStep
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.progress import Progress


class RegisterStep(FirstRunStep):
    """Shows the load's progress. The load goes on behind the ticket page too."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._progress = Progress(cancellable=False)
        self._message = MessageBar(context.icons)
        self._cards, self._whole = 0, 0
        self.column.addWidget(self._progress)
        self.column.addWidget(self._message)
        context.bridge.loading.connect(self._came_along)
        context.app_status.changed.connect(self._show)

    def title(self) -> str:
        """The step's title."""
        return self.tr("Downloading the register") if not self._is_here() else self.tr("Ready")

    def about(self) -> str:
        """The step's purpose, or what it has come to."""
        if self._is_here():
            return self.tr("Cards are now checked at once, even offline.")
        return self.tr(
            "With a copy of the register on this computer, cards are checked at once, even "
            "offline. You can open the ticket desk now: the download continues."
        )

    def go_on(self) -> str:
        """The text of the button that goes on."""
        return self.tr("Open the ticket desk")

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._show()

    def _is_here(self) -> bool:
        standing = self.context.app_status.standing
        return standing is not None and standing.register_verified_at is not None

    def _came_along(self, cards: int, whole: int) -> None:
        self._cards, self._whole = cards, whole
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while the step was hidden."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if not self.isVisible():
            return
        app_status, words = self.context.app_status, self.context.language.words
        standing = app_status.standing
        if self._is_here() and standing is not None:
            self._progress.hide()
            count = self.tr("%Ln card(s) downloaded.", "", standing.register_count)
            self._message.show_message(
                "success", sentences(words.register_age(standing, app_status.now()), count)
            )
        else:
            self._progress.show()
            part = self._cards / self._whole if self._whole else None
            what = self.tr("%Ln card(s) so far", "", self._cards)
            self._progress.show_progress(what, part, time.monotonic())
            fault = app_status.connection.fault
            text = words.connection(app_status.connection) if fault else ""
            self._message.show_message("warning", text)
        self.changed.emit()
