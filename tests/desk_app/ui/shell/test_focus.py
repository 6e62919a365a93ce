"""The keyboard never falls on a stranger: what is removed or rebuilt hands it to its neighbour."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from desk_app.ui.context.page import WindowPage
from tests.desk_app.ui.conftest import Person
from tests.desk_app.ui.measures import controls, settle, turned_to


def in_page(page: WindowPage) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and focus.isVisible() and (focus is page or page.isAncestorOf(focus))


def test_whatever_is_removed_from_a_page_leaves_the_keyboard_on_it(person: Person) -> None:
    astray = []
    for page in person.window.pages():
        turned_to(person, page)
        for control in [each for each in controls(page) if page.isAncestorOf(each)]:
            if not isValid(control):  # rebuilt with what was hidden before
                continue
            control.setFocus()
            if not control.hasFocus():
                continue
            control.hide()
            settle()
            if not in_page(page):
                astray.append(f"{page.topic}: {control.accessibleName()}")
            control.show()
    assert astray == []


def row_of(page: WindowPage, *names: str) -> QWidget:
    """A row of buttons on a page, as a list of things has them."""
    row = QWidget(page)
    across = QHBoxLayout(row)
    for name in names:
        button = QPushButton(row)
        button.setAccessibleName(name)
        across.addWidget(button)
    row.show()
    return row


def test_the_neighbour_has_it_when_one_of_a_row_goes(person: Person) -> None:
    row = row_of(person.page, "a", "b", "c")
    first, middle, last = row.findChildren(QPushButton)
    middle.setFocus()
    middle.hide()
    settle()
    assert last.hasFocus()
    last.hide()
    settle()
    assert first.hasFocus()


def test_what_is_rebuilt_has_it_again(person: Person) -> None:
    row = row_of(person.page, "a", "b", "c")
    old = row.findChildren(QPushButton)
    old[1].setFocus()
    for each in old:
        each.hide()
        each.deleteLater()
    layout = row.layout()
    assert layout is not None
    for name in ("new", "a", "b", "c"):
        button = QPushButton(row)
        button.setAccessibleName(name)
        layout.addWidget(button)
        button.show()
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "b"


def test_what_is_disabled_for_a_moment_has_it_back_and_its_neighbour_never(person: Person) -> None:
    row = row_of(person.page, "a", "b", "c")
    middle = row.findChildren(QPushButton)[1]
    middle.setFocus()
    middle.setEnabled(False)
    settle()
    assert not any(each.hasFocus() for each in row.findChildren(QPushButton))
    assert in_page(person.page)
    middle.setEnabled(True)
    settle()
    assert middle.hasFocus()
