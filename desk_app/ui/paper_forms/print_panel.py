"""The panel for printing the form: offer, day, language and number of pages."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.appearance.language import NAMES
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.paper_forms.form_layout import PaperForm, paper_form
from desk_app.ui.paper_forms.form_painter import LAYOUT, print_form, write_pdf
from desk_app.ui.paper_forms.form_preview import PaperFormPreview
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.dialogs import ask_where
from desk_app.ui.widgets.flow import FlowLayout
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.stepper import Stepper
from desk_app.ui.widgets.translated import Translated
from sync.rules.offers import Offer

_MOST_PAGES = 20
_PAGES = 2
"""Forms to begin with: two make thirty-two lines."""


class PaperPrintPanel(Translated, QWidget):
    """Prints or saves the form in the background."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._offer: Offer | None = None
        self._day: date | None = None
        self._pages = _PAGES
        icons = context.icons
        self._languages = Choice(icons)
        self._languages.set_options(NAMES)
        self._language_row = FormRow(icons, self._languages, above=True)
        self._stepper = Stepper(icons)
        self._preview = PaperFormPreview()
        self.print_button = Button("primary", icons, "print")
        self.save_button = Button("", icons, "save")
        self.acts = QWidget()
        """The buttons, which the page keeps in sight."""
        flow = FlowLayout(self.acts, Space.S)
        flow.addWidget(self.print_button)
        flow.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for each in (self._language_row, self._stepper, self._preview):
            column.addWidget(each)
        column.addStretch(1)
        self._languages.chosen.connect(lambda _: self._show())
        self._stepper.stepped.connect(self._step)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        context.app_status.changed.connect(self._show)
        self._retranslate()

    def begin(self, offer: Offer | None, day: date | None) -> None:
        """Set the form's offer and day; ``None`` is left to be written by hand."""
        self._offer, self._day = offer, day
        self._show()

    def sheet(self) -> PaperForm:
        """The form as chosen."""
        app_status = self._context.app_status
        code = (self._languages.chosen_keys() or (self._context.language.code,))[0]
        return paper_form(
            self._context.language.words_in(code),
            self._venue(),
            self._offer,
            self._day,
            app_status.zone,
            self._pages,
            fee=self._has_fee(),
        )

    def _venue(self) -> str:
        """The venue's name; at a desk of several venues it is written by hand without an offer."""
        standing = self._context.app_status.standing
        desk = standing.desk if standing else None
        if desk is None or (self._offer is None and len(desk.venues) > 1):
            return ""
        return desk.venue.name if self._offer is None else desk.venue_of(self._offer).name

    def _has_fee(self) -> bool:
        """Whether the offer has a fee asked for; for no offer, whether any of the desk's has."""
        chosen = self._offer
        offers = self._context.app_status.offers if chosen is None else (chosen,)
        return any(each.value_asked for each in offers)

    def save(self, path: str) -> None:
        """Write it as a PDF."""
        sheet = self.sheet()
        self._work(lambda: write_pdf(sheet, path), self.tr("The form has been saved."))

    def print_on(self, printer: QPrinter) -> None:
        """Print it."""
        sheet = self.sheet()
        self._work(lambda: print_form(sheet, printer), self.tr("The form was sent to the printer."))

    def _step(self, by: int) -> None:
        self._pages = min(max(1, self._pages + by), _MOST_PAGES)
        self._show()

    def _print(self) -> None:
        """The system's own dialog; it holds up nothing, and paper comes in its own time."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(LAYOUT)
        printer.setDocName(self.sheet().title)
        dialog = QPrintDialog(printer, self)
        dialog.setModal(False)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _save(self) -> None:
        name = self.tr("kaikukortti-form.pdf")
        ask_where(
            self,
            self.tr("Save as PDF"),
            name,
            ["PDF (*.pdf)"],
            lambda path: self.save(str(path)),
        )

    def _work(self, work: Callable[[], None], done: str) -> None:
        words, notifier = self._context.language.words, self._context.notifier
        notifier.notify("info", self.tr("One moment…"))
        self._context.tasks.run_outside(
            work,
            lambda _: notifier.notify("success", done),
            lambda error: notifier.notify("error", " ".join(words.error(error))),
        )

    def _show(self) -> None:
        name = self.tr("Pages (%n line(s) each)", "", self.sheet().rows)
        self._stepper.show_count(name, self._pages, _MOST_PAGES, chosen=False)
        self._preview.show_form(self.sheet())

    def _retranslate(self) -> None:
        self._languages.show_chosen(self._context.language.code)
        self._language_row.set_texts(self.tr("Language of the form"))
        self._preview.setAccessibleName(self.tr("Preview of the form"))
        self.print_button.set_texts(self.tr("Print…"))
        self.save_button.set_texts(self.tr("Save as PDF…"))
        self._show()
