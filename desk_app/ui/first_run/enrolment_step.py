"""The second step: enrolling this computer as a desk of a venue, by a code that works once.

Where work of an earlier enrolment waits, the step asks first: elsewhere that would be held back.
Once the register has answered, the step says whose desk this is now, to be confirmed.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desk_app.messages.sentences import sentences
from desk_app.services.ports import DeskRecord
from desk_app.services.scans import PartRead, Scan
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.first_run.step import FirstRunStep
from desk_app.ui.input.scan_hints import hint_texts
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.styling import label, restyle
from sync.rules.payloads import EnrolmentRead, Reading

_CODE_SIGNS, _GROUP = 12, 4
_OF_ADDRESS = frozenset(
    {
        *("insecure_address", "unreachable", "broken_answer", "register_mismatch"),
        *("not_supported", "redirected", "captive_portal", "certificate_refused"),
    }
)
_OF_CODE = frozenset({"activation_unknown", "activation_used", "activation_expired"})
"""Faults that a right address, or a right code, mends; they stand at its field."""


class EnrolmentStep(FirstRunStep):
    """Asks for address and code. Scanning the enrolment code fills the fields in."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        icons = context.icons
        self._address, self._code, self._name = (QLineEdit() for _ in range(3))
        self._rows = [FormRow(icons, each) for each in (self._address, self._code, self._name)]
        self._message = MessageBar(icons)
        self._asking = False
        self._doubting = False
        self._enrolled_as: DeskRecord | None = None
        self._venues = label("headline", wrap=True)
        self._again = Button("link")
        self._confirming = in_a_row(self._again)
        for each in (*self._rows, self._venues, self._confirming, self._message):
            self.column.addWidget(each)
        for each in (self._address, self._code, self._name):
            each.textChanged.connect(self._edited)
            each.returnPressed.connect(self._entered)
        self._code.textEdited.connect(self._group_code)
        self._address.editingFinished.connect(self._complete_address)
        self._again.clicked.connect(self._ask_for_another)
        self._show_form()
        self.retranslate()

    def title(self) -> str:
        """The step's title."""
        if self._enrolled_as is not None:
            return self.tr("This desk records for:") if self._several else self.tr("You are now:")
        return self.tr("Enrol this desk")

    def about(self) -> str:
        """The step's purpose."""
        if self._several:
            return self.tr(
                "Each visit is counted for the venue whose event or service is chosen. Check that "
                "all the venues below are right before you continue."
            )
        if self._enrolled_as is not None:
            return self.tr(
                "Everything that this desk records is counted for the venue below. Check that it "
                "is yours before you continue."
            )
        return self.tr(
            "Your venue has an activation code from Kaikukeskus or from your administrator. Scan "
            "its QR code, or type the details from the letter. The code links this desk to your "
            "venue."
        )

    def go_on(self) -> str:
        """The text of the button that goes on."""
        if self._enrolled_as is not None:
            return super().go_on()
        if self._asking:
            return self.tr("Contacting the register…")
        return self.tr("Enrol anyway") if self._doubting else self.tr("Enrol")

    def may_go_on(self) -> bool:
        """Whether all required fields are filled in, or the venue is there to be confirmed."""
        if self._enrolled_as is not None:
            return True
        fields = (self._address, self._code, self._name)
        return not self._asking and all(field.text().strip() for field in fields)

    def may_go_back(self) -> bool:
        """Whether there is a way back: not once a venue is to be confirmed."""
        return self._enrolled_as is None

    def enter(self) -> None:
        """Ask for address and code; what was confirmed, or left, is over."""
        self._enrolled_as = None
        self._show_form()

    def begin(self) -> None:
        """Focus the first empty field; what is to be confirmed leaves the button the keyboard."""
        if self._enrolled_as is not None:
            return
        standing = self.context.app_status.standing
        if standing is not None and standing.desk is not None and not self._address.text():
            self._address.setText(standing.desk.api_url)
            self._name.setText(standing.desk.desk_name)
        if not self._name.text():
            self._name.setText(self.tr("Ticket desk 1"))
        fields = (self._address, self._code, self._name)
        empty = [field for field in fields if not field.text()]
        (empty or fields)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def handle_scan(self, scan: Scan) -> None:
        """Fill the fields in from an enrolment code; for other codes show a hint."""
        if not isinstance(scan.reading, EnrolmentRead):
            self._message.show_message("warning", self._not_taken(scan.reading))
            return
        if self._enrolled_as is not None:
            self._ask_for_another()
        self._address.setText(scan.reading.link.api_url)
        self._code.setText(scan.reading.link.code)
        self._message.show_message(
            "info", self.tr("The code was read. Check the address, then select Enrol.")
        )

    def _not_taken(self, reading: Reading | PartRead) -> str:
        if isinstance(reading, PartRead):
            return sentences(*hint_texts(reading, self.context.language.words))
        return self.tr("This is not an activation code. Scan the code in the letter.")

    def proceed(self) -> None:
        """Ask the register, in the background; or go on with what it has answered."""
        if self._enrolled_as is not None:
            self._enrolled_as = None
            self._show_form()
            self.done.emit()
            return
        if not self.may_go_on():
            return
        waiting = self._waiting()
        if waiting and not self._doubting:
            self._ask_whether(waiting)
            return
        self._asking, self._doubting = True, False
        self._message.hide()
        self.changed.emit()
        enrol = self.context.services.enrolling.enrol
        self._complete_address()
        address, code, name = (
            field.text().strip() for field in (self._address, self._code, self._name)
        )
        self.context.tasks.run_outside(
            lambda: enrol(api_url=address, code=code, desk_name=name, ca_file=None),
            self._enrolled,
            self._failed,
        )

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        one, several = self.tr("Not my venue: use another code"), self.tr("Use another code")
        self._again.set_texts(several if self._several else one)
        address, code, name = self._rows
        address.set_texts(self.tr("Register address"), self.tr("Starts with https://"))
        code.set_texts(
            self.tr("Activation code"), self.tr("12 letters and digits. The code works once.")
        )
        name.set_texts(self.tr("Name of this desk"), self.tr("Helps you tell your desks apart."))

    @property
    def _several(self) -> bool:
        """Whether it is the desk of a ticket agent, which records for several venues."""
        return self._enrolled_as is not None and len(self._enrolled_as.venues) > 1

    def _waiting(self) -> int:
        """The number of unsent operations of an earlier enrolment."""
        standing = self.context.app_status.standing
        return standing.queue.pending if standing is not None and standing.desk is not None else 0

    def _ask_whether(self, waiting: int) -> None:
        """Ask for confirmation: the button has to be pressed again; Enter alone is not enough."""
        self._doubting = True
        waiting_text = self.tr("%n record(s) from this desk waiting to be sent.", "", waiting)
        held = self.tr("At another venue they are held back. Send them first if you can.")
        self._message.show_message("warning", f"{waiting_text} {held}")
        self.changed.emit()

    def _complete_address(self) -> None:
        """An address is one of the web, and safe, where nothing else is said."""
        text = self._address.text().strip()
        if text and "://" not in text:
            self._address.setText(f"https://{text}")

    def _group_code(self, text: str) -> None:
        """Show the code in groups of four, as the letter has it, while it is typed at its end."""
        signs = "".join(sign for sign in text.upper() if sign.isalnum())
        at_end = self._code.cursorPosition() == len(text)
        if at_end and len(signs) <= _CODE_SIGNS:
            groups = (signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))
            self._code.setText("-".join(groups))

    def _edited(self) -> None:
        """Withdraw the confirmation after a change, and what was said of what was there before."""
        if self._doubting:
            self._doubting = False
            self._message.hide()
        self._mark(None, "")
        self.changed.emit()

    def _entered(self) -> None:
        if not self._doubting:
            self.proceed()

    def _enrolled(self, record: DeskRecord) -> None:
        self._asking = False
        self._code.clear()
        self._enrolled_as = record
        self.context.app_status.refresh()
        self._show_form()
        self.turned.emit()

    def _ask_for_another(self) -> None:
        """It was the code of another venue: back to the form, for another one."""
        self._enrolled_as = None
        self._show_form()
        self.turned.emit()

    def _show_form(self) -> None:
        record = self._enrolled_as
        for row in self._rows:
            row.setVisible(record is None)
        for each in (self._venues, self._confirming):
            each.setVisible(record is not None)
        if record is not None:
            venues = record.venues or (record.venue,)
            restyle(self._venues, "type", "title" if self._several else "headline")
            self._venues.setText("\n".join(venue.name for venue in venues))
            self.retranslate()
            self._message.hide()

    def _failed(self, error: Exception) -> None:
        self._asking = False
        code = getattr(error, "code", "")
        faulty = self._address if code in _OF_ADDRESS else self._code
        what, advice = self.context.language.words.error(error)
        text = f"{what} {self._advice_here(code) or advice}"
        if code in _OF_ADDRESS | _OF_CODE:
            self._mark(faulty, text)
        else:
            self._message.show_message("error", text)
        self.changed.emit()
        faulty.setFocus(Qt.FocusReason.OtherFocusReason)
        faulty.selectAll()

    def _advice_here(self, code: str) -> str:
        """What to do about a fault that an enrolled desk only waits for."""
        if code == "unreachable":
            return self.tr("Check the address and the connection, and try again.")
        return self.tr("Wait a moment and try again.") if code == "busy" else ""

    def _mark(self, faulty: QLineEdit | None, text: str) -> None:
        """Say what is wrong at its field; the others are right as far as is known."""
        for row in self._rows:
            row.show_fault(text if row.control is faulty else "")
