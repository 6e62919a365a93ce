"""The register to a file, and from a file, for desks of the venue without a network."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desk_app.messages.register_words import RegisterWords
from desk_app.services.register_transfer import CarriedRegister, Progress
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.dialogs import ask_where, ask_which
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.progress import Progress as ProgressBar
from desk_app.ui.widgets.section import Section
from desk_app.ui.widgets.translated import Translated

_BETWEEN_STEPS = 0.1
"""Seconds between two steps of the progress that are shown."""
_Work = Callable[[Path, str, Progress], CarriedRegister]


class RegisterFilePart(Translated, Section):
    """The file is chosen first, then its passphrase is asked for.

    ``imported`` once the register of a file is in use.
    """

    imported = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.icons, "register")
        self._context = context
        self._file: Path | None = None
        self._writes = False
        icons = context.icons
        self.message = MessageBar(icons)
        self.progress = ProgressBar(cancellable=False)
        self.progress.hide()
        self._write = Button("", icons, "export")
        self._read = Button("", icons, "down")
        self.passphrase, self.again = (_secret_field() for _ in range(2))
        self._row, self._again_row = FormRow(icons, self.passphrase), FormRow(icons, self.again)
        self._go = Button("primary", icons, "key")
        self._cancel = Button("link")
        self._choice = in_a_row(self._write, self._read)
        self._acts = in_a_row(self._go, self._cancel)
        self.add(self._choice, self._row, self._again_row, self._acts, self.progress, self.message)
        self._write.clicked.connect(self._ask_where)
        self._read.clicked.connect(self._ask_which)
        self._go.clicked.connect(self.go)
        self._cancel.clicked.connect(self._leave)
        self.passphrase.returnPressed.connect(self._entered)
        self.again.returnPressed.connect(self.go)
        self._leave()
        self._retranslate()

    def begin(self, file: Path, *, writes: bool) -> None:
        """Ask for the passphrase of a file that is to be written, or read."""
        self._file, self._writes = file, writes
        self._ask(shown=True)
        self._retranslate()
        self.passphrase.setFocus()

    def go(self) -> None:
        """Write or read the file."""
        if self._file is None:
            return
        passphrase = self.passphrase.text()
        self._again_row.show_fault("")
        if self._writes and passphrase != self.again.text():
            self._again_row.show_fault(self.tr("The two do not match."))
            return
        transfer = self._context.services.register_transfer
        self._run(transfer.carry_out if self._writes else transfer.carry_in, self._file, passphrase)

    def _run(self, work: _Work, file: Path, passphrase: str) -> None:
        self._leave()
        self._choice.setEnabled(False)
        self.message.show_message("info", "")
        writes = self._writes
        what = self.tr("Saving the register") if writes else self.tr("Importing the register")
        last = 0.0

        def report_progress(part: float) -> None:
            nonlocal last
            now = time.monotonic()
            if part >= 1 or now - last >= _BETWEEN_STEPS:
                last = now
                tasks.report(lambda: self.progress.show_progress(what, part, now))

        tasks = self._context.tasks
        self.progress.show_progress(what, None, time.monotonic())
        self.progress.show()
        tasks.run_outside(
            lambda: work(file, passphrase, report_progress),
            lambda carried: self._done(carried, writes=writes),
            self._failed,
        )

    def _done(self, carried: CarriedRegister, *, writes: bool) -> None:
        self._end()
        words, status = RegisterWords(self._context.language.words), self._context.app_status
        text_of = words.carried_out if writes else words.carried_in
        text = text_of(carried.count, carried.verified_at.astimezone(status.zone))
        now = status.now().astimezone(status.zone)
        good = words.good_until(carried.good_until.astimezone(status.zone), now)
        self.message.show_message("success", text if writes else f"{text} {good}")
        if not writes:
            status.refresh()
            self.imported.emit()

    def _failed(self, error: Exception) -> None:
        self._end()
        self.message.show_message("error", " ".join(self._context.language.words.error(error)))

    def _end(self) -> None:
        self.progress.hide()
        self._choice.setEnabled(True)

    def _entered(self) -> None:
        if self._writes:
            self.again.setFocus()
        else:
            self.go()

    def _leave(self) -> None:
        """Ask for nothing; what was typed is gone."""
        self._file = None
        self._ask(shown=False)
        for field in (self.passphrase, self.again):
            field.clear()

    def _ask(self, *, shown: bool) -> None:
        self._choice.setVisible(not shown)
        for each in (self._row, self._acts):
            each.setVisible(shown)
        self._again_row.setVisible(shown and self._writes)

    def _ask_where(self) -> None:
        ask_where(
            self,
            self.tr("Save the register in a file"),
            self.tr("kaikukortti-register.kaiku"),
            [self.tr("Kaikuluukku files (*.kaiku)")],
            lambda path: self.begin(path, writes=True),
        )

    def _ask_which(self) -> None:
        ask_which(
            self,
            self.tr("Import the register from a file"),
            [self.tr("Kaikuluukku files (*.kaiku)"), self.tr("All files (*)")],
            lambda path: self.begin(path, writes=False),
        )

    def _retranslate(self) -> None:
        self.set_texts(
            self.tr("The register by file"),
            self.tr(
                "A desk that is online saves the register on a memory stick, and an offline desk "
                "of the same venue imports it. Every card is verified by Kaikukanta's own "
                "signature."
            ),
        )
        self._write.set_texts(self.tr("Save in a file…"))
        self._read.set_texts(self.tr("Import from a file…"))
        hint = (
            self.tr("At least 10 characters. A few words make a good passphrase.")
            if self._writes
            else ""
        )
        self._row.set_texts(self.tr("Passphrase for the file"), hint)
        self._again_row.set_texts(self.tr("Repeat the passphrase"))
        self._go.set_texts(self.tr("Save the file") if self._writes else self.tr("Import the file"))
        self._cancel.set_texts(self.tr("Cancel"))


def _secret_field() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
