"""Sounds at the counter: whether, and how loud."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSlider

from desk_app.ui.fittings import Fittings
from desk_app.ui.pages.settings.part import Part
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.switch import Switch

_STEP = 10


class Sounds(Part):
    """The volume is the program's own; the computer's comes on top of it."""

    def __init__(self, fittings: Fittings) -> None:
        super().__init__(fittings, "sound")
        self._on = Switch()
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._volume.setRange(0, 100)
        self._volume.setSingleStep(_STEP)
        self._volume.setPageStep(2 * _STEP)
        self._on_row = FormRow(fittings.icons, self._on)
        self._volume_row = FormRow(fittings.icons, self._volume)
        self.add(self._on_row, self._volume_row)
        self._on.clicked.connect(lambda on: fittings.preferences.change(sound_on=on))
        self._volume.valueChanged.connect(lambda to: fittings.preferences.change(sound_volume=to))
        self.begin()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.say(self.tr("Sounds"))
        self._on_row.say(
            self.tr("Sounds at the counter"),
            self.tr("Soft ones for recorded, look and refused. Nothing is told by sound alone."),
        )
        self._volume_row.say(self.tr("Volume"))

    def refresh(self) -> None:
        """Show what holds now."""
        settings = self.fittings.preferences.settings
        self._on.setChecked(settings.sound_on)
        is_locked = self.fittings.preferences.is_locked
        self._on.setEnabled(not is_locked("sound_on"))
        self._volume.setEnabled(settings.sound_on and not is_locked("sound_volume"))
        with QSignalBlocker(self._volume):
            self._volume.setValue(settings.sound_volume)
