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
        """Raises ``OSError`` where the template is missing.

        The style sheet is taken off until :meth:`dress` puts it on: as long as it is on, each
        widget is matched with it anew at every step by which it comes to its place in the window.
        """
        super().__init__()
        self._app = app
        self._preferences = preferences
        self._template = template.read_text(encoding="utf-8")
        self._worn: Theme | None = None
        preferences.changed.connect(self.apply)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        hints.accessibility().contrastPreferenceChanged.connect(self.apply)
        app.setStyleSheet("")
        self._plain = self._theme()
        apply_plain_theme(app, self._plain)

    def apply(self) -> None:
        """Put on the theme in force, unless it is worn already."""
        theme = self._theme()
        if theme == self._worn:
            return
        if theme != self._plain:
            apply_plain_theme(self._app, theme)
        self._plain = self._worn = theme
        self._app.setStyleSheet(theme.style_sheet(self._template))

    def _theme(self) -> Theme:
        settings = self._preferences.settings
        return Theme(chosen(settings.theme), settings.text_scale)


def apply_theme(app: QApplication, theme: Theme, template: str) -> None:
    """Apply a theme; ``template`` is the style sheet with its places for the tokens."""
    apply_plain_theme(app, theme)
    app.setStyleSheet(theme.style_sheet(template))


def apply_plain_theme(app: QApplication, theme: Theme) -> None:
    """A theme's type and colours, without its style sheet."""
    app.setStyle("Fusion")
    app.setFont(theme.font())
    app.setPalette(theme.palette())
