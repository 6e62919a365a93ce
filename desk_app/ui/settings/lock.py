"""Settings of the PIN lock: setting a PIN, when to lock, and removing the PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.form import FormRow

MINUTES = (1, 2, 5, 10, 15, 30)


class LockPart(SettingsPart):
    """Asks for a new PIN, twice; where one is set, when to lock, and the PIN to remove it."""

    lock_now = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "lock")
        self._new, self._again, self._known = (_pin_field() for _ in range(3))
        self._minutes = Choice(context.icons)
        icons = context.icons
        self._new_row, self._again_row = FormRow(icons, self._new), FormRow(icons, self._again)
        self._minutes_row, self._known_row = (
            FormRow(icons, self._minutes, above=True),
            FormRow(icons, self._known),
        )
        self._set = Button("", icons, "lock")
        self._lock = Button("", icons, "lock")
        self._remove = Button("link")
        self._without: tuple[QWidget, ...] = (self._new_row, self._again_row, in_a_row(self._set))
        self._with: tuple[QWidget, ...] = (
            self._minutes_row,
            in_a_row(self._lock),
            self._known_row,
            in_a_row(self._remove),
        )
        self.add(*self._without, *self._with)
        self._set.clicked.connect(self._set_pin)
        self._again.returnPressed.connect(self._set_pin)
        self._lock.clicked.connect(self.lock_now)
        self._remove.clicked.connect(self._remove_pin)
        self._known.returnPressed.connect(self._remove_pin)
        self._minutes.chosen.connect(
            lambda minutes: context.preferences.change(lock_after_minutes=int(minutes))
        )
        context.lock.changed.connect(self.refresh)
        self.begin()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.set_texts(
            self.tr("Lock"),
            self.tr(
                "If you set a PIN, the window locks at the start, when it has not been used for a "
                "while, and when you press Ctrl+L. The lock keeps out a passer-by, but not a "
                "thief who has the computer's disk."
            ),
        )
        self._new_row.set_texts(self.tr("New PIN"), self.tr("At least 4 characters."))
        self._again_row.set_texts(self.tr("Repeat the PIN"))
        self._set.set_texts(self.tr("Set the PIN"))
        self._minutes_row.set_texts(self.tr("Lock after"))
        self._minutes.set_options(
            {str(each): self.tr("{minutes} min").format(minutes=each) for each in MINUTES}
        )
        self._lock.set_texts(self.tr("Lock now"))
        self._known_row.set_texts(self.tr("PIN"), self.tr("Enter the PIN to remove it."))
        self._remove.set_texts(self.tr("Remove the PIN"))

    def refresh(self) -> None:
        """Show what holds now."""
        pin_set = self.context.lock.pin_set
        for each in self._without:
            each.setVisible(not pin_set)
        for each in self._with:
            each.setVisible(pin_set)
        self._minutes.show_chosen(str(self.context.preferences.settings.lock_after_minutes))

    def _set_pin(self) -> None:
        pin = self._new.text()
        self._new_row.show_fault("")
        if pin != self._again.text():
            self._again_row.show_fault(self.tr("The PINs do not match."))
            return
        self._again_row.show_fault("")
        self.context.tasks.run(
            lambda: self.context.services.lock.set_pin(pin),
            lambda _: self._was_set(),
            lambda error: self._new_row.show_fault(self._fault_text(error)),
        )

    def _was_set(self) -> None:
        self._empty()
        self.context.lock.note_pin(is_set=True)
        self.context.notifier.notify("success", self.tr("The PIN has been set."))

    def _remove_pin(self) -> None:
        pin = self._known.text()
        self._known_row.show_fault("")
        self.context.tasks.run(
            lambda: self.context.services.lock.remove_pin(pin),
            lambda _: self._was_removed(),
            lambda error: self._known_row.show_fault(self._fault_text(error)),
        )

    def _was_removed(self) -> None:
        self._empty()
        self.context.lock.note_pin(is_set=False)
        self.context.notifier.notify("success", self.tr("The PIN has been removed."))

    def _empty(self) -> None:
        for field in (self._new, self._again, self._known):
            field.clear()

    def _fault_text(self, error: Exception) -> str:
        return " ".join(self.context.language.words.error(error))


def _pin_field() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
