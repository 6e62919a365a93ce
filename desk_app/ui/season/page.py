"""The page for a time without a network: until when, what to do today, and the register by file."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk_app.messages.register_words import RegisterWords
from desk_app.services.season import Season
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.season.checklist import Checklist
from desk_app.ui.season.entry import SeasonEntry
from desk_app.ui.season.printing import print_checklist
from desk_app.ui.season.register_file import RegisterFilePart
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.page_header import PageHeader
from desk_app.ui.widgets.printed_day import printed_day
from desk_app.ui.widgets.scroll import scrolled
from desk_app.ui.widgets.section import Section
from desk_app.ui.widgets.translated import Translated
from sync.rules.policy import good_until


class SeasonPage(Translated, SeasonEntry, WindowPage):
    """The day and the list above; below, the register to a file and from a file."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._season: Season | None = None
        icons = context.icons
        self._header = PageHeader()
        self.message = MessageBar(icons)
        self._check = Section(icons, "calendar")
        self.field = QLineEdit()
        self.field.setMaxLength(10)
        self._row = FormRow(icons, self.field)
        self._look = Button("primary", icons, "search")
        self._print = Button("", icons, "print")
        self.checklist = Checklist(icons, context.language)
        self._check.add(self._row, in_a_row(self._look, self._print), self.checklist)
        self.register_file = RegisterFilePart(context)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        for part in (self._header, self.message, self._check, self.register_file):
            column.addWidget(part)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        around.addWidget(scrolled(inner))
        self._look.clicked.connect(self.check)
        self.field.returnPressed.connect(self.check)
        self._print.clicked.connect(self._ask_printer)
        self._check.setHidden(context.check_season is None)
        self._print.hide()
        context.app_status.changed.connect(self._show_good_until)
        self.register_file.imported.connect(self._check_again)
        self._retranslate()

    def shown(self) -> None:
        """Look again: a day may have passed."""
        self._check_again()

    def set_default_focus(self) -> None:
        """Focus the day."""
        self.field.setFocus()

    def check(self) -> None:
        """Look at everything for the day that was typed."""
        until = printed_day(self.field.text())
        if until is None:
            self.message.show_message("info", "")
            self._row.show_fault(
                self.tr("Enter the date as day, month and year, for example 9.3.2027.")
            )
            return
        self._row.show_fault("")
        self._find(until)

    def _check_again(self) -> None:
        self._show_good_until()
        if self._season is not None:
            self._find(self._season.until)

    def _find(self, until: date) -> None:
        check = self._context.check_season
        if check is not None:
            self._context.tasks.run_outside(lambda: check(until), self._found, self._failed)

    def _found(self, season: Season) -> None:
        self._season = season
        self.message.show_message("info", "")
        self.checklist.show_season(season)
        self._print.show()

    def _failed(self, error: Exception) -> None:
        self.message.show_message("error", " ".join(self._context.language.words.error(error)))

    def _ask_printer(self) -> None:
        """The system's own dialog; it holds up nothing."""
        season = self._season
        if season is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title_of(season.until))
        dialog = QPrintDialog(printer, self)
        dialog.setModal(False)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print the list that is shown."""
        if self._season is None:
            return
        title, lines = self._title_of(self._season.until), self.checklist.lines()
        self._context.tasks.run_outside(
            lambda: print_checklist(printer, title, lines),
            lambda _: self.message.show_message(
                "success", self.tr("The list was sent to the printer.")
            ),
            self._failed,
        )

    def _title_of(self, until: date) -> str:
        day = self._context.language.words.date(until)
        return self.tr("Without a network until {day}").format(day=day)

    def _show_good_until(self) -> None:
        status = self._context.app_status
        standing = status.standing
        about = ""
        if standing is not None and standing.register_verified_at is not None:
            until = good_until(standing.register_verified_at, status.policy)
            about = RegisterWords(self._context.language.words).good_until(
                until.astimezone(status.zone), status.now().astimezone(status.zone)
            )
        self._header.set_texts(self.tr("Working offline"), about)

    def _retranslate(self) -> None:
        self._check.set_texts(
            self.tr("What to do today"),
            self.tr("Enter the last date without a network, and tick what is done."),
        )
        self._row.set_texts(self.tr("Last date without a network"), self.tr("d.m.yyyy"))
        self._look.set_texts(self.tr("Check"))
        self._print.set_texts(self.tr("Print the list…"))
        self._show_good_until()
        if self._season is not None:
            self.checklist.show_season(self._season)
