"""Our icons: strokes on a field of 24, drawn in whatever colour they stand in."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """All icons of the resources, read once."""

    def __init__(self, folder: Path) -> None:
        """Read the folder. Raises ``OSError``."""
        self._sources = {
            file.stem: file.read_text(encoding="utf-8") for file in folder.glob("*.svg")
        }

    def pixmap(self, name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
        """An icon as a picture of ``side`` device-independent pixels. Raises ``KeyError``."""
        source = self._sources[name].replace("currentColor", colour.name())
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        return pixmap
