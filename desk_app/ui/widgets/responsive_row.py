"""Lays widgets out side by side where there is room, and below each other in large type."""

from PySide6.QtWidgets import QBoxLayout, QWidget


def stack_if_narrow(row: QBoxLayout, widget: QWidget, ems: int, *, fits: bool = True) -> bool:
    """Lay the row for the width of its widget; true where it goes one below the other.

    That is where the width is less than so many letters M, or what is in it does not fit as it is.
    """
    narrow = not fits or widget.width() < ems * widget.fontMetrics().horizontalAdvance("M")
    down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    row.setDirection(down if narrow else across)
    return narrow
