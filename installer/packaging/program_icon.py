"""The program's own mark, drawn from its SVG in the forms that systems ask for.

Run ``python -m installer.packaging.program_icon FILE.ico`` in the build's environment, which has Qt
and Pillow.
"""

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from installer.packaging.paths import ROOT

_MARK = ROOT / "resources" / "brand" / "kaikuluukku.svg"
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)


def write_ico(path: Path) -> None:
    """Write the icon for Windows: every usual size in one file."""
    drawn = [_draw(size) for size in _ICO_SIZES]
    drawn[-1].save(path, format="ICO", append_images=drawn[:-1], sizes=[i.size for i in drawn])


def write_icns(path: Path) -> None:
    """Write the icon for macOS."""
    _draw(1024).save(path, format="ICNS")


def _draw(size: int) -> Image.Image:
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    QGuiApplication.instance() or QGuiApplication([])
    image = QImage(QSize(size, size), QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(_MARK)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))


if __name__ == "__main__":
    wanted = Path(sys.argv[1])
    {".ico": write_ico, ".icns": write_icns}[wanted.suffix](wanted)
