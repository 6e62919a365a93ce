"""The counter by ear: a sound whenever something new has to be heard, as loud as staff like it."""

from PySide6.QtCore import QObject

from desk_app.services.sounds import Sounds
from desk_app.ui.models.cues import cue
from desk_app.ui.preferences import Preferences
from desk_app.ui.ticket_deeds import TicketDeeds


class Sounding(QObject):
    """Follows the sale. The same moment, shown again, is heard once."""

    def __init__(
        self, deeds: TicketDeeds, preferences: Preferences, sounds: Sounds, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._preferences = preferences
        self._sounds = sounds
        self._heard: tuple[object, ...] = ()
        deeds.changed.connect(self._hear)

    def _hear(self) -> None:
        sale = self._deeds.sale
        sound = cue(sale)
        moment = (sound, sale.checked, sale.recorded, sale.trouble, sale.hint)
        if moment == self._heard:
            return
        self._heard = moment
        settings = self._preferences.settings
        if sound is not None and settings.sound_on:
            self._sounds.play(sound, settings.sound_volume)
