"""Tests the scanner and the camera."""

from desk_app.services.scans import Scan
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.settings.scanner_setup import ScannerSetupForm
from desk_app.ui.widgets.scanner_trial import ScannerTrial
from desk_app.ui.widgets.viewfinder import Viewfinder


class ReadersPart(SettingsPart):
    """A card that is scanned here is only a test, and goes no further."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "scan")
        self._trial = ScannerTrial(context.icons, context.language)
        self._setup = ScannerSetupForm(context)
        self.add(self._trial, self._setup)
        self._camera_controller = context.camera_controller
        if self._camera_controller is not None:
            self.add(Viewfinder(context.icons, context.language, self._camera_controller))
        self.begin()

    def shown(self) -> None:
        """The camera may see."""
        self._trial.clear()
        self._setup.clear()
        if self._camera_controller is not None:
            self._camera_controller.show_in_window(in_sight=True)
            self._camera_controller.set_decoding(on=True)

    def hidden(self) -> None:
        """Release the camera, and clear what was scanned."""
        self._trial.clear()
        self._setup.clear()
        if self._camera_controller is not None:
            self._camera_controller.show_in_window(in_sight=False)

    def handle_scan(self, scan: Scan) -> bool:
        """Set the scanner by it where that was asked for; else show what came."""
        if self._setup.handle_scan(scan):
            self._trial.clear()
            return True
        return self._trial.handle_scan(scan)

    def refresh(self) -> None:
        """Show what holds now."""
        self._setup.refresh()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.set_texts(
            self.tr("Scanner and camera"),
            self.tr(
                "Scan any card to test the scanner. Nothing is checked or recorded on this page."
            ),
        )
