"""Settings of the counter's sounds: on or off, volume, and a trial of each."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSlider

from desk_app.services.sounds import SilenceReason, Sound
from desk_app.ui.background.tasks import Token
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.switch import Switch

_STEP = 10


class SoundsPart(SettingsPart):
    """The sound settings. The volume is the program's own, relative to the computer's."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "sound")
        self._silence: SilenceReason | None = None
        self._trial = Token()
        self._on = Switch()
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._volume.setRange(0, 100)
        self._volume.setSingleStep(_STEP)
        self._volume.setPageStep(2 * _STEP)
        self._on_row = FormRow(context.icons, self._on)
        self._volume_row = FormRow(context.icons, self._volume)
        self._tries = {sound: Button("", context.icons, "sound") for sound in Sound}
        self._listen = FormRow(context.icons, in_a_row(*self._tries.values()), above=True)
        self.add(self._on_row, self._volume_row, self._listen)
        self._on.clicked.connect(lambda on: context.preferences.change(sound_on=on))
        self._volume.valueChanged.connect(lambda to: context.preferences.change(sound_volume=to))
        for sound, button in self._tries.items():
            button.clicked.connect(lambda _=False, sound=sound: self._try_out(sound))
        self.begin()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.set_texts(self.tr("Sounds"))
        self._on_row.set_texts(
            self.tr("Sounds at the counter"),
            self.tr(
                "Quiet sounds tell you: recorded, check the screen, no ticket. The screen always "
                "shows the same."
            ),
        )
        self._volume_row.set_texts(self.tr("Volume"))
        self._listen.set_texts(self.tr("Play a sound"))
        self._tries[Sound.DONE].set_texts(self.tr("Recorded", "sound"))
        self._tries[Sound.ATTENTION].set_texts(self.tr("Check the screen", "sound"))
        self._tries[Sound.REFUSED].set_texts(self.tr("No ticket", "sound"))
        self._show_silence()

    def refresh(self) -> None:
        """Show what holds now."""
        settings = self.context.preferences.settings
        self._on.setChecked(settings.sound_on)
        is_locked = self.context.preferences.is_locked
        self._on.setEnabled(not is_locked("sound_on"))
        self._volume.setEnabled(settings.sound_on and not is_locked("sound_volume"))
        for button in self._tries.values():
            button.setEnabled(settings.sound_on and self.context.sounds is not None)
        with QSignalBlocker(self._volume):
            self._volume.setValue(settings.sound_volume)

    def _try_out(self, sound: Sound) -> None:
        sounds, volume = self.context.sounds, self.context.preferences.settings.sound_volume
        if sounds is not None:
            self._trial.drop()  # it may end later than this one
            self._trial = self.context.tasks.run_outside(
                lambda: sounds.try_out(sound, volume), self._tried, self.context.bridge.report_fault
            )

    def _tried(self, silence: SilenceReason | None) -> None:
        self._silence = silence
        self._show_silence()

    def _show_silence(self) -> None:
        texts = {
            None: "",
            SilenceReason.NO_PLAYER: self.tr(
                "This computer has no program that plays sounds. On Linux, install pipewire-bin, "
                "pulseaudio-utils or alsa-utils. Everything else works as before."
            ),
            SilenceReason.NO_DEVICE: self.tr(
                "The sound could not be played. Check that the speaker is connected and turned "
                "on, then try again. Everything else works normally."
            ),
        }
        self._listen.show_fault(texts[self._silence])
