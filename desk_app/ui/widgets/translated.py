"""The base class of widgets whose texts follow the language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Base
else:
    _Base = object


class Translated(_Base):
    """Named before a widget's other base class: says its texts anew on a language change."""

    def changeEvent(self, event: QEvent) -> None:
        """Translate the texts on a language change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        """Set every text, in the current language."""
        raise NotImplementedError
