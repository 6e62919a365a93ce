"""Plays a sound for each new verdict, at the chosen volume."""

from PySide6.QtCore import QObject

from desk_app.services.sounds import Sounds
from desk_app.ui.background.preferences import Preferences
from desk_app.ui.ticket.controller import TicketController
from desk_app.ui.ticket.sound_mapping import cue


class VerdictSounds(QObject):
    """Follows the session. The same state, shown again, is played once."""

    def __init__(
        self,
        controller: TicketController,
        preferences: Preferences,
        sounds: Sounds,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._preferences = preferences
        self._sounds = sounds
        self._latest: tuple[object, ...] = ()
        controller.changed.connect(self._play)

    def _play(self) -> None:
        session = self._controller.session
        sound = cue(session)
        moment = (sound, session.checked, session.recorded, session.error, session.hint)
        if moment == self._latest:
            return
        self._latest = moment
        settings = self._preferences.settings
        if sound is not None and settings.sound_on:
            self._sounds.play(sound, settings.sound_volume)
