"""The program's icons: strokes on a field of 24, drawn in the text colour."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """All icons of the resources, read once, and drawn once in each colour and size.

    Qt keeps the pictures, for every window of the program.
    """

    def __init__(self, folder: Path) -> None:
        """Read the folder. Raises ``OSError``."""
        self._sources = {
            file.stem: file.read_text(encoding="utf-8") for file in folder.glob("*.svg")
        }

    def pixmap(self, name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
        """An icon as a picture of ``side`` device-independent pixels. Raises ``KeyError``."""
        key = f"icon {name} {colour.name()} {side} {ratio}"
        drawn = QPixmap()
        if not QPixmapCache.find(key, drawn):
            drawn = self._draw(name, colour.name(), side, ratio)
            QPixmapCache.insert(key, drawn)
        return drawn

    def _draw(self, name: str, colour: str, side: int, ratio: float) -> QPixmap:
        source = self._sources[name].replace("currentColor", colour)
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        return pixmap
