"""Applies the theme to the application and its window, and follows the platform's colour scheme."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.ui.appearance.theme import Theme, chosen
from desk_app.ui.background.preferences import Preferences

_STYLE = "fusion"


class ThemeManager(QObject):
    """Keeps the window in the theme and the text size that staff chose."""

    def __init__(self, app: QApplication, preferences: Preferences, template: Path) -> None:
        """Raises ``OSError`` where the template is missing."""
        super().__init__()
        self._app = app
        self._preferences = preferences
        self._template = template.read_text(encoding="utf-8")
        self._window: QWidget | None = None
        self._worn: Theme | None = None
        preferences.changed.connect(self.apply)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        hints.accessibility().contrastPreferenceChanged.connect(self.apply)
        apply_plain_theme(app, self._theme())

    def dress(self, window: QWidget) -> None:
        """Put the style sheet on a window that is built, and keep it in the theme from now on."""
        self._window = window
        self.apply()

    def apply(self) -> None:
        """Put on the theme in force, unless it is worn already."""
        theme = self._theme()
        if self._window is not None and theme != self._worn:
            self._worn = theme
            apply_theme(self._app, self._window, theme, self._template)

    def _theme(self) -> Theme:
        settings = self._preferences.settings
        return Theme(chosen(settings.theme), settings.text_scale)


def apply_theme(app: QApplication, window: QWidget, theme: Theme, template: str) -> None:
    """Apply a theme; ``template`` is the style sheet with its places for the tokens.

    The window wears the style sheet, and not the application: there, whatever is built would be
    matched with it anew at every step by which it comes to its place in the window.
    """
    apply_plain_theme(app, theme)
    window.setStyleSheet(theme.style_sheet(template))


def apply_plain_theme(app: QApplication, theme: Theme) -> None:
    """A theme's type and colours, without its style sheet."""
    # Each time that one is set, Qt goes through every widget anew.
    if app.style().name() != _STYLE:
        app.setStyle(_STYLE)
    if app.font() != theme.font():
        app.setFont(theme.font())
    if app.palette() != theme.palette():
        app.setPalette(theme.palette())
