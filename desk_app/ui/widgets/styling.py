"""Sets the dynamic properties that the style sheet uses, and the type scale of labels."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QWidget

from desk_app.ui.widgets.plain_text import NameLabel, PlainLabel


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet selects by, and have it looked at again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for each in (widget, *widget.findChildren(QWidget)):
        if each.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it is looked at yet
            each.style().polish(each)
            each.update()


def label(kind: str, *, wrap: bool = False) -> QLabel:
    """A label of a kind in the type scale: ``small``, ``strong``, ``title``, ``headline``, …."""
    made = PlainLabel()
    made.setProperty("type", kind)
    made.setWordWrap(wrap)
    return made


def name_label(kind: str) -> QLabel:
    """The same for a name from outside, which may have words of any length."""
    made = NameLabel()
    made.setProperty("type", kind)
    return made


@contextmanager
def layout_suspended(layout: QLayout) -> Iterator[None]:
    """Lay a layout's parts out after all changes.

    Qt lays out a window up to its frame for each part that is shown.
    """
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
