"""Controls the camera: on or off by the settings; its codes go to the scan router.

Codes are looked for only while the ticket page is shown and waits for a card.
"""

from PySide6.QtCore import QObject, Qt, Signal

from desk_app.services.cameras import Camera, CameraState, Code, Picture
from desk_app.services.scans import Scan
from desk_app.ui.background.preferences import Preferences
from sync.rules.payloads import Foreign, ForeignRead, parse_payload
from sync.rules.visits import EntryMethod

_FACING_THE_OPERATOR = ("front", "integrated", "built-in", "internal", "facetime", "user")


class CameraController(QObject):
    """Passes the camera's pictures and codes from its threads to the GUI thread."""

    changed = Signal()
    """The state changed, or the camera was switched on or off."""
    picture_ready = Signal()
    scanned = Signal(object)
    """A code was read; carries a :class:`Scan`."""

    _state_changed = Signal(object)
    _picture_ready = Signal()
    _code_read = Signal(object)

    def __init__(self, camera: Camera, preferences: Preferences) -> None:
        super().__init__()
        self._camera = camera
        self._preferences = preferences
        self._open = False
        self._in_sight = False
        self._wish: str | None = None
        self.state = CameraState()
        queued = Qt.ConnectionType.QueuedConnection
        self._state_changed.connect(self._handle_state, queued)
        self._picture_ready.connect(self._handle_picture, queued)
        self._code_read.connect(self._handle_code, queued)
        preferences.changed.connect(self._follow)

    @property
    def on(self) -> bool:
        """Whether staff want the camera."""
        return self._preferences.settings.camera_on

    @property
    def mirrored(self) -> bool:
        """Whether the picture is mirrored, as somebody who looks into the camera expects."""
        chosen = self._preferences.settings.camera_mirrored
        if chosen != "auto":
            return chosen == "yes"
        name = (self.state.name or "").lower()
        return any(word in name for word in _FACING_THE_OPERATOR)

    def switch(self) -> None:
        """Switch the camera on or off."""
        self._preferences.change(camera_on=not self.on)

    def choose_next(self) -> None:
        """Change to the next camera; the choice is saved."""
        names = list(self.state.names)
        if names:
            now = names.index(self.state.name) if self.state.name in names else -1
            self._preferences.change(camera=names[(now + 1) % len(names)])

    def show_in_window(self, *, in_sight: bool) -> None:
        """Note whether the picture is shown: a hidden camera is released."""
        self._in_sight = in_sight
        self._follow()

    def set_decoding(self, *, on: bool) -> None:
        """Set whether a card is expected."""
        self._camera.set_decoding(on=on)

    def latest_picture(self) -> Picture | None:
        """The latest picture."""
        return self._camera.latest_picture()

    def stop(self) -> None:
        """The window goes."""
        self._in_sight = False
        self._camera.switch_off()
        self._open = False

    # Called on the camera's threads

    def state_changed(self, state: CameraState) -> None:
        """The state of the camera changed."""
        self._state_changed.emit(state)

    def picture_came(self) -> None:
        """A picture is available."""
        self._picture_ready.emit()

    def code_seen(self, code: Code) -> None:
        """A code was detected."""
        self._code_read.emit(code)

    def several_seen(self) -> None:
        """Two cards are in the picture."""
        self._code_read.emit(None)

    # Called on the GUI thread

    def _follow(self) -> None:
        """Apply the settings."""
        wish = self._preferences.settings.camera
        on = self.on and self._in_sight
        if on and (not self._open or wish != self._wish):
            self.state = CameraState(self.state.names, wish)
            self._camera.switch_on(wish, self)
        elif not on and self._open:
            self._camera.switch_off()
            self.state = CameraState(self.state.names, wish)
        self._open, self._wish = on, wish
        self.changed.emit()

    def _handle_state(self, state: CameraState) -> None:
        if self._open:
            self.state = state
            self.changed.emit()

    def _handle_picture(self) -> None:
        if self._open:
            self.picture_ready.emit()

    def _handle_code(self, code: Code | None) -> None:
        if self._open:
            several = ForeignRead(Foreign.SEVERAL_CARDS)
            reading = several if code is None else parse_payload(code.text, code.symbology)
            self.scanned.emit(Scan(reading, EntryMethod.CAMERA))
