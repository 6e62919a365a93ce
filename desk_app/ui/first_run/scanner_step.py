"""The third step: testing the scanner."""

from desk_app.services.scans import Scan
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.first_run.step import FirstRunStep
from desk_app.ui.widgets.scanner_trial import ScannerTrial


class ScannerStep(FirstRunStep):
    """Tests the scanner. Staff without a scanner can skip it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._trial = ScannerTrial(context.icons, context.language)
        self.column.addWidget(self._trial)

    def title(self) -> str:
        """The step's title."""
        return self.tr("Try the scanner")

    def about(self) -> str:
        """The step's purpose."""
        return self.tr(
            "Scan any barcode or QR code to check that the scanner works with this computer. If "
            "you have no scanner, continue: you can also type card numbers."
        )

    def begin(self) -> None:
        """Wait for a scan."""
        self._trial.clear()

    def handle_scan(self, scan: Scan) -> None:
        """Show the scan."""
        self._trial.handle_scan(scan)
