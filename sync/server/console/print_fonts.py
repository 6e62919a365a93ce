"""The font of what is printed, embedded in it: it has the letters of the Sámi languages, too."""

from functools import cache
from importlib.resources import as_file, files

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

NORMAL, BOLD = "Inter", "Inter-Bold"
_FILES = {NORMAL: "Inter-Regular.ttf", BOLD: "Inter-Bold.ttf"}


@cache
def load() -> None:
    """Make the fonts known by their names."""
    for name, file in _FILES.items():
        with as_file(files("resources").joinpath("console", "fonts", file)) as path:
            registerFont(TTFont(name, str(path)))
