"""A preview of the paper form."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desk_app.ui.paper_forms.form_layout import HEIGHT, WIDTH, PaperForm
from desk_app.ui.paper_forms.form_painter import paint_page

_LEAST = 280
"""The least width in pixels."""


class PaperFormPreview(QWidget):
    """Shows the first page, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: PaperForm | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_form(self, sheet: PaperForm) -> None:
        """Show another form."""
        self._sheet = sheet
        self.update()

    def sizeHint(self) -> QSize:
        """Small, but of the page's shape."""
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def hasHeightForWidth(self) -> bool:
        """The page's shape decides."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of a page of this width."""
        return round(width * HEIGHT / WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper is white in every theme."""
        del event
        width = min(self.width(), round(self.height() * WIDTH / HEIGHT))
        page = QRectF(0, 0, width, width * HEIGHT / WIDTH).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QApplication.palette().placeholderText().color())
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(page)
        if self._sheet is not None:
            paint_page(painter, self._sheet, 0, page)
        painter.end()
