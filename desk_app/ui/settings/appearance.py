"""Settings of language, colours and text size."""

from desk_app.ui.appearance.language import NAMES
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.form import FormRow

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class AppearancePart(SettingsPart):
    """Choices take effect at once, and are saved."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "theme")
        icons = context.icons
        self._language, self._theme, self._scale = (Choice(icons) for _ in range(3))
        self._rows = tuple(
            FormRow(icons, choice, above=True)
            for choice in (self._language, self._theme, self._scale)
        )
        self.add(*self._rows)
        change = context.preferences.change
        self._language.chosen.connect(lambda code: change(language=code))
        self._theme.chosen.connect(lambda name: change(theme=name))
        self._scale.chosen.connect(lambda scale: change(text_scale=float(scale)))
        self.begin()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.set_texts(self.tr("Language and appearance"))
        language, theme, scale = self._rows
        language.set_texts(self.tr("Language"))
        theme.set_texts(self.tr("Colours"), self.tr("System uses this computer's own setting."))
        scale.set_texts(self.tr("Text size"))
        self._language.set_options(NAMES)
        self._theme.set_options(
            {
                "system": self.tr("System"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
                "contrast": self.tr("High contrast"),
            }
        )
        percent = self.tr("{percent}%")
        self._scale.set_options(
            {str(size): percent.format(percent=f"{size:.0%}"[:-1]) for size in SCALES}
        )

    def refresh(self) -> None:
        """Mark what holds now."""
        settings = self.context.preferences.settings
        self._language.show_chosen(settings.language)
        self._theme.show_chosen(settings.theme)
        self._scale.show_chosen(str(settings.text_scale))
        is_locked = self.context.preferences.is_locked
        self._language.setEnabled(not is_locked("language"))
        self._theme.setEnabled(not is_locked("theme"))
        self._scale.setEnabled(not is_locked("text_scale"))

    def set_default_focus(self) -> None:
        """Focus the current language."""
        self._language.set_default_focus()
