"""What stands side by side where there is room, and one below the other in large type."""

from PySide6.QtWidgets import QBoxLayout, QWidget


def turn(row: QBoxLayout, widget: QWidget, ems: int) -> bool:
    """Lay the row for the width of its widget; true where that is less than so many letters M."""
    narrow = widget.width() < ems * widget.fontMetrics().horizontalAdvance("M")
    down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    row.setDirection(down if narrow else across)
    return narrow
