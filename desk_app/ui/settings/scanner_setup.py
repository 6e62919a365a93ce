"""Sets the scanner's prefix and suffix by one scan of any card."""

from desk_app.messages.sentences import sentences
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.scanner_setup import Added, added
from desk_app.services.scans import Ending, Scan
from desk_app.ui.background.tasks import Token
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.plain_text import plain
from sync.rules.payloads import CardRead, Foreign, ForeignRead

_ENDINGS = {
    Ending.NOTHING: QT_TRANSLATE_NOOP("ScannerSetupForm", "No key at the end."),
    Ending.ENTER: QT_TRANSLATE_NOOP("ScannerSetupForm", "Enter at the end."),
    Ending.TAB: QT_TRANSLATE_NOOP("ScannerSetupForm", "Tab at the end."),
}


class ScannerSetupForm(FormRow):
    """The card is not kept, shown or checked: only what came around its number."""

    def __init__(self, context: PageContext) -> None:
        read, keep, leave = Button("", context.icons, "scan"), Button("primary"), Button()
        super().__init__(context.icons, in_a_row(read, keep, leave))
        self._read, self._keep, self._leave = read, keep, leave
        self._context = context
        self._waits = False
        self._token = Token()
        self._found: Added | None = None
        self._error = ""
        self._read.clicked.connect(self._start)
        self._keep.clicked.connect(self._save_found)
        self._leave.clicked.connect(self.clear)

    def clear(self) -> None:
        """Wait for nothing, and forget what came."""
        self._begin(waits=False)

    def handle_scan(self, scan: Scan) -> bool:
        """Use the scan that is waited for; leave others alone."""
        if not self._waits:
            return False
        burst = scan.burst
        if burst is None:
            self._ask_again(
                self.tr("Some characters are missing, or the card was not read with the scanner.")
            )
            return True
        if not _may_be_a_card(scan):
            self._ask_again(self.tr("That was not a card."))
            return True
        self._waits = False
        text, ending = burst.text, burst.ending
        knows = self._context.services.checking.knows
        self._token = self._context.tasks.run(
            lambda: added(text, ending, knows), self._show_found, self._failed
        )
        self.refresh()
        return True

    def refresh(self) -> None:
        """Show what holds now, in the current language."""
        locked = self._is_locked()
        if locked and (self._waits or self._found):
            self._waits, self._found, self._error = False, None, ""
        self._read.set_texts(self.tr("Scan any card now"))
        self._keep.set_texts(self.tr("Use this"))
        self._leave.set_texts(self.tr("Keep the old setting"))
        self._read.setEnabled(not locked and not self._waits)
        self._keep.setVisible(self._offers())
        self._leave.setVisible(self._waits or self._offers())
        self.set_texts(self.tr("Before and after the number"), self._setting_text())
        self.show_fault(self._error)

    def _ask_again(self, fault: str) -> None:
        """Say why nothing was found; the next scan is waited for."""
        self._error = sentences(fault, self.tr("Scan any card of the kind you use."))
        self._waits = True
        self.refresh()

    def _setting_text(self) -> str:
        if self._waits:
            return self.tr("Waiting for the scanner: scan a card now. Its number is not saved.")
        found, settings = self._found, self._context.preferences.settings
        if found is None:
            now = self._around(settings.scanner_prefix, settings.scanner_suffix)
            return sentences(
                self.tr(
                    "Does your scanner add something to every code? Scan one card to set it up."
                ),
                self.tr("Current setting: {around}").format(around=now),
            )
        texts = [
            self.tr("The scan had: {around}").format(
                around=self._around(found.prefix, found.suffix)
            ),
            self._context.language.words.translate("ScannerSetupForm", _ENDINGS[found.ending]),
        ]
        if not self._offers():
            texts.append(self.tr("This is already the setting."))
        elif not found.by_register:
            texts.append(
                self.tr(
                    "The card is not in this desk's copy of the register: check whether this looks "
                    "right."
                )
            )
        return sentences(*texts)

    def _around(self, prefix: str, suffix: str) -> str:
        if not prefix and not suffix:
            return self.tr("nothing around the number.")
        nothing = self.tr("nothing")
        before, after = (f"“{plain(each)}”" if each else nothing for each in (prefix, suffix))
        return self.tr("before the number {before}, after it {after}.").format(
            before=before, after=after
        )

    def _offers(self) -> bool:
        found, settings = self._found, self._context.preferences.settings
        now = (settings.scanner_prefix, settings.scanner_suffix)
        return found is not None and (found.prefix, found.suffix) != now

    def _is_locked(self) -> bool:
        is_locked = self._context.preferences.is_locked
        return is_locked("scanner_prefix") or is_locked("scanner_suffix")

    def _start(self) -> None:
        self._begin(waits=True)

    def _begin(self, *, waits: bool) -> None:
        self._token.drop()
        self._waits, self._found, self._error = waits, None, ""
        self.refresh()

    def _show_found(self, found: Added | None) -> None:
        if found is None:
            self._ask_again(self.tr("The program cannot tell where the number begins and ends."))
        else:
            self._found, self._error = found, ""
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self.clear()
        self._context.bridge.report_fault(error)

    def _save_found(self) -> None:
        found = self._found
        if found is not None:
            self._found = None
            self._context.preferences.change(
                scanner_prefix=found.prefix, scanner_suffix=found.suffix
            )
            self.refresh()


def _may_be_a_card(scan: Scan) -> bool:
    """Whether it may be a card: until a prefix is set, it may look like another code."""
    reading = scan.reading
    other = isinstance(reading, ForeignRead) and reading.what in (Foreign.OTHER, Foreign.TICKET)
    return isinstance(reading, CardRead) or other
