"""Applies the theme to the application, and follows the platform's colour scheme."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desk_app.ui.appearance.theme import Theme, chosen
from desk_app.ui.background.preferences import Preferences


class ThemeManager(QObject):
    """Keeps the application in the theme and the text size that staff chose."""

    def __init__(self, app: QApplication, preferences: Preferences, template: Path) -> None:
        """Put the theme on. Raises ``OSError`` where the template is missing."""
        super().__init__()
        self._app = app
        self._preferences = preferences
        self._template = template.read_text(encoding="utf-8")
        self._worn: Theme | None = None
        preferences.changed.connect(self.dress)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.dress)
        hints.accessibility().contrastPreferenceChanged.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Put on the theme in force, unless it is worn already."""
        settings = self._preferences.settings
        theme = Theme(chosen(settings.theme), settings.text_scale)
        if theme == self._worn:
            return
        self._worn = theme
        apply_theme(self._app, theme, self._template)


def apply_theme(app: QApplication, theme: Theme, template: str) -> None:
    """Put a theme on; ``template`` is the style sheet with its places for the tokens."""
    app.setStyle("Fusion")
    app.setFont(theme.font())
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet(template))
