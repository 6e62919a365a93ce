"""A column that scrolls when there is no room for all of it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.focus_scrolling import scroll_to


class _ScrollColumn(QScrollArea):
    """What has the keyboard stays in sight when the room for the column becomes less."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Once what is in it has found its place."""
        super().resizeEvent(event)
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            QTimer.singleShot(0, focus, lambda: scroll_to(focus))


class _Fitting(_ScrollColumn):
    """As high as what is in it, where there is room for that."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """The height of all of it at this width."""
        inner, wide = self.widget(), self.viewport().width()
        if inner is None:
            return super().sizeHint()
        high = inner.heightForWidth(wide) if inner.hasHeightForWidth() else -1
        return QSize(super().sizeHint().width(), max(high, inner.minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the height again where there is more or less in it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def scrolled_as_needed(inner: QWidget) -> QScrollArea:
    """Scroll as :func:`scrolled` does, but no higher than what is in it."""
    return _around(inner, _Fitting())


def scrolled(inner: QWidget) -> QScrollArea:
    """A frame around ``inner`` that scrolls down, never sideways, and follows the keyboard."""
    return _around(inner, _ScrollColumn())


def _around(inner: QWidget, scroll: QScrollArea) -> QScrollArea:
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inner)
    return scroll


def scrolled_above(form: QWidget, acts: QWidget) -> QWidget:
    """A form that scrolls, above buttons that stay in sight."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    column.addWidget(scrolled(form), 1)
    column.addWidget(acts)
    return both
