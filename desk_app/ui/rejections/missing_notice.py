"""The notice on the inbox page of records that are missing, until somebody confirms it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.messages.sync_words import SyncWords
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.translated import Translated


class MissingNotice(Translated, QWidget):
    """Takes no room while nothing is missing."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.bar = MessageBar(context.icons, closable=False)
        self._shown = ("", "")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.bar)
        self.bar.acted.connect(self._acknowledge)
        context.app_status.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        standing = self._context.app_status.standing
        words = SyncWords(self._context.language.words)
        text = words.missing_of(standing.missing, standing.desk) if standing else ""
        texts = (text, self.tr("I have read this"))
        self.setVisible(bool(text))
        if texts != self._shown:
            self._shown = texts
            self.bar.show_message("warning", text, action=texts[1])

    def _acknowledge(self) -> None:
        self._context.tasks.run(
            self._context.services.standing.acknowledge_missing,
            lambda _: self._context.app_status.refresh(),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._context.notifier.notify(
            "warning", " ".join(self._context.language.words.error(error))
        )

    def _retranslate(self) -> None:
        self._show()
