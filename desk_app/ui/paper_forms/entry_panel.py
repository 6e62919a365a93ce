"""The panel for entering paper forms: the offer and the day once, then row after row."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.services.scans import Scan
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.paper_forms.controller import PaperFormController
from desk_app.ui.paper_forms.grid import PaperGrid, PaperGridRow, Phase
from desk_app.ui.paper_forms.table import PaperTable
from desk_app.ui.paper_forms.words import standing, titles
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.confirm import ConfirmButton
from desk_app.ui.widgets.flow import FlowLayout
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated
from sync.rules.payloads import CardRead


class PaperEntryPanel(Translated, QWidget):
    """The grid with its buttons. Rows that were saved before come first."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._offer: UUID | None = None
        self._day: date | None = None
        self.grid = PaperGrid(self)
        self.controller = PaperFormController(
            context.services.paper_entry, context.tasks, context.app_status, self.grid
        )
        self.controller.setParent(self)
        icons = context.icons
        self.others = MessageBar(icons)
        self.table = PaperTable(self.grid)
        self.standing = label("body", wrap=True)
        self.record_button = Button("primary", icons, "check")
        self.again_button = Button("")
        self._drop = ConfirmButton("", icons)
        self._clear = Button("")
        self.acts = QWidget()
        """The buttons, which the page keeps in sight."""
        flow = FlowLayout(self.acts, Space.S)
        for action in (self.record_button, self.again_button, self._drop, self._clear):
            flow.addWidget(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.others)
        column.addWidget(self.table, 1)
        column.addWidget(self.standing)
        self._connect()
        self._retranslate()

    def begin(self, offer_id: UUID | None, day: date | None) -> None:
        """Start new rows for this offer and day; none can be entered while one is missing."""
        if (offer_id, day) != (self._offer, self._day):
            self.table.finish()
            self._offer, self._day = offer_id, day
            self.controller.begin(offer_id, day)
            self._show()

    def start(self) -> None:
        """Put the keyboard in the row that waits."""
        self.table.go_to_end()

    def handle_scan(self, scan: Scan) -> bool:
        """Fill a card's number into the current row, or into a new one."""
        if not isinstance(scan.reading, CardRead) or self._offer is None or self._day is None:
            return False
        row = self.grid.fill_number(self.table.row(), scan.reading.number)
        self.table.go_to(row)
        return True

    def record_row(self) -> None:
        """Record the current row, also where its card is there already."""
        entry = self.grid.entry(self.table.row())
        if entry is not None:
            self.controller.record(entry)

    def _connect(self) -> None:
        self.grid.changed.connect(self._show)
        self.table.moved.connect(self._show)
        self._context.app_status.changed.connect(self._show)
        self.table.record_wanted.connect(self.record_row)
        self.record_button.clicked.connect(self._record_ready)
        self.again_button.clicked.connect(self.record_row)
        self._drop.confirmed.connect(self._drop_row)
        self._clear.clicked.connect(self.controller.clear_recorded)
        self.others.acted.connect(self._move_others)
        self.controller.finished.connect(self._notify_finished)
        self.controller.failed.connect(self._notify_error)

    def _record_ready(self) -> None:
        self.table.finish()
        self.controller.record_ready()

    def _drop_row(self) -> None:
        entry = self.grid.entry(self.table.row())
        if entry is not None and entry.phase is not Phase.BLANK:
            self.controller.drop(entry)

    def _move_others(self) -> None:
        if self._offer is not None and self._day is not None:
            others = self.controller.others(self._offer, self._day)
            self.controller.move(others, self._offer, self._day)

    # Texts

    def _show(self) -> None:
        entries = self.grid.entries()
        ready = sum(each.is_ready for each in entries)
        self.record_button.set_texts(self.tr("Record %n ready row(s)", "", ready))
        self.record_button.setEnabled(ready > 0)
        entry = self.grid.entry(self.table.row())
        text = "" if entry is None else self._describe(entry)
        if entry is not None and text:
            row = self.tr("Row {number}").format(number=self.table.row() + 1)
            text = f"{row}: {text}"
        self.standing.setText(text)
        self.standing.setVisible(bool(text))
        twice = entry is not None and entry.may_be_recorded and not entry.is_ready
        self.again_button.setVisible(twice)
        self._drop.setVisible(entry is not None and entry.phase is Phase.KEPT)
        self._clear.setVisible(any(each.phase is Phase.RECORDED for each in entries))
        self.table.show_fee(any(self._asks_fee(each.row.offer_id) for each in entries))
        self._show_others()

    def _asks_fee(self, offer_id: UUID) -> bool:
        offer = self._context.app_status.offer(offer_id)
        return offer is not None and bool(offer.value_asked)

    def _describe(self, entry: PaperGridRow) -> str:
        """Show the state of a row; one of another offer or day says of which."""
        words = self._context.language.words
        text = standing(entry, words)
        row = entry.row
        if entry.phase is Phase.BLANK or (row.offer_id, row.day) == (self._offer, self._day):
            return text
        offer = self._context.app_status.offer(row.offer_id)
        name = words.offer_name(offer) if offer is not None else "…"
        return f"{name} {words.date(row.day)}: {text}"

    def _show_others(self) -> None:
        if self._offer is None or self._day is None:
            self.others.show_message("info", "")
            return
        count = len(self.controller.others(self._offer, self._day))
        if not count:
            self.others.show_message("info", "")
            return
        text = self.tr("%n row(s) belong to another offer or date.", "", count)
        self.others.show_message("info", text, action=self.tr("Move to this offer and date"))

    def _notify_finished(self, done: int, failed: int) -> None:
        text = self.tr("%n row(s) recorded.", "", done)
        if failed:
            text += " " + self.tr("%n row(s) need checking.", "", failed)
        self._context.notifier.notify("warning" if failed else "success", text)

    def _notify_error(self, error: Exception) -> None:
        self._context.notifier.notify("error", " ".join(self._context.language.words.error(error)))

    def _retranslate(self) -> None:
        self.grid.set_texts(titles(self._context.language.words), self._describe)
        self.table.setAccessibleName(self.tr("Rows of the paper form"))
        self.again_button.set_texts(self.tr("Record this row anyway"))
        self.again_button.setToolTip("Ctrl+Enter")
        self._drop.set_texts(
            self.tr("Remove this row"),
            self.tr("Remove the row without recording it?"),
            self.tr("Remove the row"),
            self.tr("Keep the row"),
        )
        self._clear.set_texts(self.tr("Hide recorded rows"))
        self._show()
