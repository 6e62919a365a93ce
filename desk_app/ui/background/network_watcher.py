"""Watches the operating system's network state for a connection that comes back."""

import logging

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

_log = logging.getLogger(__name__)

Reachability = QNetworkInformation.Reachability

_REACH = {
    Reachability.Unknown: 0,
    Reachability.Disconnected: 0,
    Reachability.Local: 1,
    Reachability.Site: 2,
    Reachability.Online: 3,
}
_REACH_IN_PORTAL = 1
"""The rank of a network behind a sign-in page, whatever else the system reports."""


class NetworkWatcher(QObject):
    """Signals that there may be a connection again; only a real call shows whether there is.

    Where the system reports nothing, the sync worker finds the connection by trying, as ever.
    """

    came_back = Signal()
    """The network reaches farther than before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reach = 0
        if not QNetworkInformation.loadDefaultBackend():
            _log.info("the system does not report its network; the connection is found by trying")
            return
        network = QNetworkInformation.instance()
        network.reachabilityChanged.connect(self._changed)
        network.isBehindCaptivePortalChanged.connect(self._changed)
        self._changed()

    def _changed(self) -> None:
        network = QNetworkInformation.instance()
        self.on_reachability(network.reachability(), in_portal=network.isBehindCaptivePortal())

    def on_reachability(self, reachability: Reachability, *, in_portal: bool) -> None:
        """Handle the system's report on the network."""
        before = self._reach
        self._reach = min(_REACH[reachability], _REACH_IN_PORTAL if in_portal else 3)
        if self._reach > before:
            self.came_back.emit()
