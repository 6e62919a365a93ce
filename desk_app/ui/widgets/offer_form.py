"""The form for an offer of the venue's own."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.ui.icons import Icons
from desk_app.ui.language import Language
from desk_app.ui.models.offer_draft import Fault, Field, OfferDraft
from desk_app.ui.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.flow import FlowLayout
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.message import Message
from desk_app.ui.widgets.section import Section
from desk_app.ui.widgets.switch import Switch
from desk_app.wording.offers import OfferWords
from sync.rules.offers import OfferKind, Sector


class OfferForm(Section):
    """``asked`` bears what is to be added; ``closed`` says that nothing is."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self, icons: Icons, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(icons, "offers", parent)
        self._language = language
        self._tried = False
        self.fields = {field: QLineEdit() for field in Field}
        self._kind = Choice(icons)
        self._sector = Choice(icons)
        self._minors = Switch()
        self._rows = {field: FormRow(icons, edit) for field, edit in self.fields.items()}
        self._kind_row = FormRow(icons, self._kind)
        self._sector_row = FormRow(icons, self._sector)
        self._minors_row = FormRow(icons, self._minors)
        self.message = Message(icons)
        self.add_button = Button("primary")
        self._cancel = Button("")
        self.acts = QWidget()
        """Kept in sight by whoever lays the page out."""
        flow = FlowLayout(self.acts, Space.S)
        flow.addWidget(self.add_button)
        flow.addWidget(self._cancel)
        names = (Field.NAME_FI, Field.NAME_SV, Field.NAME_EN)
        self.add(*(self._rows[field] for field in names), self._kind_row, self._sector_row)
        self.add(*(self._rows[field] for field in (Field.DAY, Field.TIME, Field.PLACE)))
        self.add(self._minors_row, self.message)
        self.column.addStretch(1)
        for edit in self.fields.values():
            edit.textChanged.connect(lambda _: self._changed())
            edit.returnPressed.connect(self._add)
        self._kind.chosen.connect(lambda _: self._changed())
        self.add_button.clicked.connect(self._add)
        self._cancel.clicked.connect(self.closed)
        self._retranslate()

    def start(self) -> None:
        """Empty, with the keyboard in the first field."""
        self._tried = False
        for edit in self.fields.values():
            edit.clear()
        self._kind.show_chosen(OfferKind.EVENT)
        self._sector.show_chosen(Sector.CULTURE)
        self._minors.setChecked(True)
        self.message.say("info", "")
        self._changed()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """The first field has it."""
        self.fields[Field.NAME_FI].setFocus()

    @property
    def begun(self) -> bool:
        """Whether anything was typed."""
        return any(edit.text().strip() for edit in self.fields.values())

    def show_trouble(self, error: Exception) -> None:
        """It could not be added; what was typed stays."""
        self.message.say("stop", " ".join(self._language.words.error(error)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the language in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def draft(self) -> OfferDraft:
        """What stands in the form."""
        return OfferDraft(
            texts={field: edit.text() for field, edit in self.fields.items()},
            kind=OfferKind((self._kind.chosen_keys() or (OfferKind.EVENT.value,))[0]),
            sector=Sector((self._sector.chosen_keys() or (Sector.CULTURE.value,))[0]),
            minors_allowed=self._minors.isChecked(),
        )

    def _add(self) -> None:
        self._tried = True
        self._changed()
        draft = self.draft()
        faults = draft.faults()
        if faults:
            self.fields[next(field for field in Field if field in faults)].setFocus()
            return
        asked = draft.asked()
        self.asked.emit(asked)

    def _changed(self) -> None:
        draft = self.draft()
        faults = draft.faults() if self._tried else {}
        for field, row in self._rows.items():
            row.show_fault(self._fault(field, faults[field]) if field in faults else "")
        for field in (Field.DAY, Field.TIME):
            self._rows[field].setVisible(draft.dated)
        self._minors_row.setVisible(draft.kind is not OfferKind.COURSE)

    def _fault(self, field: Field, fault: Fault) -> str:
        if fault is Fault.TOO_LONG:
            return self.tr("Shorter, please: at most 200 characters.")
        if field is Field.DAY:
            return self.tr("Write the day, the month and the year, as in 9.3.2027.")
        if field is Field.TIME:
            return self.tr("Write the hour and the minutes, as in 18.30.")
        return self.tr("The offer needs a name in Finnish.")

    def _retranslate(self) -> None:
        said = OfferWords(self._language.words)
        self.say(
            self.tr("Add an offer"),
            self.tr("It can be sold here at once. The register hears of it by itself."),
        )
        self._rows[Field.NAME_FI].say(self.tr("Name in Finnish"))
        self._rows[Field.NAME_SV].say(self.tr("Name in Swedish"), self.tr("If it has one"))
        self._rows[Field.NAME_EN].say(self.tr("Name in English"), self.tr("If it has one"))
        self._rows[Field.DAY].say(self.tr("Day"), self.tr("As in 9.3.2027"))
        self._rows[Field.TIME].say(self.tr("Begins at"), self.tr("As in 18.30"))
        self._rows[Field.PLACE].say(self.tr("Place"), self.tr("A hall or an address, if needed"))
        self._kind.offer({kind.value: said.kind(kind) for kind in OfferKind})
        self._sector.offer({sector.value: said.sector(sector) for sector in Sector})
        self._kind_row.say(self.tr("What it is"))
        self._sector_row.say(self.tr("Sector in the statistics"))
        self._minors_row.say(self.tr("Children may come along"))
        self.add_button.say(self.tr("Add the offer"))
        self._cancel.say(self.tr("Leave it"))
        self._changed()
