"""Passes signals from background threads to the GUI thread."""

from PySide6.QtCore import QObject, Signal

from desk_app.services.recovery import Recovery
from desk_app.services.status import Connection


class Bridge(QObject):
    """Signals that may be emitted from any thread; they arrive on the GUI thread, in order."""

    connection_changed = Signal(object)
    """The connection to the register changed; carries a :class:`Connection`."""
    data_changed = Signal()
    """Register, offers or queue changed in the store."""

    loading = Signal(int, int)
    """Progress of a fresh load: cards so far, and how many there will be, 0 if not known."""

    faulted = Signal(object)
    """A bug of this program: an unhandled exception."""

    recovered = Signal(object)
    """Database and operation log were completed from each other; carries a :class:`Recovery`."""
    log_behind = Signal()
    """The latest record could not be written to the operation log."""
    damaged = Signal()
    """Part of the desk's data is damaged; the next start repairs it."""

    def report_fault(self, error: BaseException) -> None:
        """Report an unhandled exception, which has been logged."""
        self.faulted.emit(error)

    def report_recovery(self, recovery: Recovery) -> None:
        """Report a repair while the window is open."""
        self.recovered.emit(recovery)

    def report_log_behind(self) -> None:
        """Report that a record is in the database alone."""
        self.log_behind.emit()

    def report_damage(self) -> None:
        """Report that the data check found damage."""
        self.damaged.emit()

    def report_connection(self, connection: Connection) -> None:
        """Report the sync worker's connection."""
        self.connection_changed.emit(connection)

    def report_loading(self, cards: int, of: int | None) -> None:
        """Report the sync worker's progress of a fresh load."""
        self.loading.emit(cards, of or 0)

    def report_data_change(self) -> None:
        """Report that the sync worker changed data."""
        self.data_changed.emit()
