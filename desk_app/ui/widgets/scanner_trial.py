"""A test of the scanner: the text read, how, and whether it is ready."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.scans import (
    Burst,
    Ending,
    Keyboard,
    Mismatch,
    NormalisedScan,
    PartRead,
    Scan,
)
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.input.scan_hints import hint_texts
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.styling import label, restyle
from desk_app.ui.widgets.translated import Translated
from sync.rules.payloads import CardRead, EnrolmentRead, Reading

_ENDINGS = {
    Ending.NOTHING: QT_TRANSLATE_NOOP("ScannerTrial", "nothing (each scan takes a little longer)"),
    Ending.ENTER: QT_TRANSLATE_NOOP("ScannerTrial", "Enter"),
    Ending.TAB: QT_TRANSLATE_NOOP("ScannerTrial", "Tab"),
}
_KEYBOARDS = {
    Keyboard.US: QT_TRANSLATE_NOOP("ScannerTrial", "US"),
    Keyboard.FINNISH: QT_TRANSLATE_NOOP("ScannerTrial", "Finnish or Swedish"),
    Keyboard.NORWEGIAN: QT_TRANSLATE_NOOP("ScannerTrial", "Norwegian"),
    Keyboard.DANISH: QT_TRANSLATE_NOOP("ScannerTrial", "Danish"),
    Keyboard.GERMAN: QT_TRANSLATE_NOOP("ScannerTrial", "German"),
    Keyboard.BRITISH: QT_TRANSLATE_NOOP("ScannerTrial", "UK"),
    Keyboard.FRENCH: QT_TRANSLATE_NOOP("ScannerTrial", "French"),
    Keyboard.RUSSIAN: QT_TRANSLATE_NOOP("ScannerTrial", "Russian"),
    Keyboard.GREEK: QT_TRANSLATE_NOOP("ScannerTrial", "Greek"),
}


_IN_SIGHT_MS = 30_000


class ScannerTrial(Translated, QFrame):
    """The page that contains it hands it the scans, by its own ``handle_scan``."""

    def __init__(self, icons: Icons, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._scan: Scan | None = None
        self._icon = IconLabel(icons, "scan", 24)
        self._headline = label("strong", wrap=True)
        self._advice = label("muted", wrap=True)
        self._head = QFrame()
        self._head.setObjectName("head")
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        texts.addWidget(self._headline)
        texts.addWidget(self._advice)
        across = QHBoxLayout(self._head)
        across.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        across.setSpacing(Space.M)
        across.addWidget(self._icon)
        across.addLayout(texts, 1)
        self._facts = QWidget()
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(Space.M, 0, Space.M, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setColumnStretch(1, 1)
        self._rows = [(label("muted"), label("body", wrap=True)) for _ in range(4)]
        for place, (name, value) in enumerate(self._rows):
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(value, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._head)
        column.addWidget(self._facts)
        self._timer = QTimer(self, singleShot=True, interval=_IN_SIGHT_MS)
        self._timer.timeout.connect(self.clear)
        self._show()

    def handle_scan(self, scan: Scan) -> bool:
        """Show what came, for a while. A card that is only tried goes no further."""
        self._scan = scan
        self._timer.start()
        self._show()
        return True

    def clear(self) -> None:
        """Wait for a scan again; nothing is left of the last one."""
        self._timer.stop()
        self._scan = None
        for _, value in self._rows:
            value.clear()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """A number does not stay behind, wherever somebody goes."""
        super().hideEvent(event)
        self.clear()

    def _retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        scan = self._scan
        self._facts.setVisible(scan is not None and scan.burst is not None)
        restyle(self._head, "tone", "calm" if scan is None else "success")
        self._icon.show_icon("scan" if scan is None else "check")
        if scan is None:
            self._headline.setText(self.tr("Scan a card, or any barcode"))
            self._advice.setText(
                self.tr(
                    "If nothing happens, set the scanner to work as a keyboard. Its manual has a "
                    "barcode for this, often called USB keyboard or HID."
                )
            )
            return
        if isinstance(scan.reading, PartRead):
            self._show_part(scan.reading)
            return
        self._headline.setText(self.tr("The scanner is ready to use"))
        self._advice.setText(self._what(scan.reading))
        if scan.burst is not None and scan.normalised is not None:
            self._show_facts(scan.burst, scan.normalised)

    def _show_part(self, part: PartRead) -> None:
        restyle(self._head, "tone", "warning")
        self._icon.show_icon("warning")
        for line, text in zip(
            (self._headline, self._advice), hint_texts(part, self._language.words), strict=True
        ):
            line.setText(text)

    def _show_facts(self, burst: Burst, normalised: NormalisedScan) -> None:
        facts = (
            (self.tr("Scanned text"), normalised.text),
            (self.tr("Speed"), self.tr("{ms} ms per character").format(ms=round(burst.pace))),
            (self.tr("Ends with"), self._translate(_ENDINGS[burst.ending])),
            (self.tr("Keyboard"), self._keyboard(normalised.corrected_layout)),
        )
        for (name, value), (named, text) in zip(self._rows, facts, strict=True):
            name.setText(named)
            value.setText(text)

    def _what(self, reading: Reading) -> str:
        if isinstance(reading, CardRead):
            return self.tr("The scanner read a card number.")
        if isinstance(reading, EnrolmentRead):
            return self.tr("The scanner read an activation code.")
        return self._language.words.foreign(reading.what)[0]

    def _keyboard(self, corrected_layout: Mismatch | None) -> str:
        if corrected_layout is None:
            return self.tr("same layout as this computer")
        if corrected_layout.scanner is corrected_layout.computer:
            return self.tr("Caps Lock is on; the program corrects this")
        text = self.tr(
            "the scanner is set to {scanner} and the computer to {computer}; the program corrects "
            "this"
        ).format(
            scanner=self._translate(_KEYBOARDS[corrected_layout.scanner]),
            computer=self._translate(_KEYBOARDS[corrected_layout.computer]),
        )
        return f"{text}; Caps Lock" if corrected_layout.caps_lock else text

    def _translate(self, text: str) -> str:
        return self._language.words.translate("ScannerTrial", text)
