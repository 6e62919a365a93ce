"""A message covers no control, on any page."""

from itertools import product

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLineEdit, QWidget

from desk_app.ui.paper_forms.page import PaperPage
from tests.desk_app.ui.conftest import Person
from tests.desk_app.ui.measures import settle, turned_to

CONTROLS = (QAbstractButton, QAbstractSpinBox, QLineEdit)


def covered(person: Person) -> list[str]:
    """The controls that the message lies over."""
    window, messages = person.window, person.window.messages
    assert messages.isVisible()
    place = QRect(messages.mapTo(window, QPoint(0, 0)), messages.size())
    found = []
    for each in window.findChildren(QWidget):
        if isinstance(each, CONTROLS) and each.isVisible() and not messages.isAncestorOf(each):
            seen = each.visibleRegion().boundingRect()
            if place.intersects(QRect(each.mapTo(window, seen.topLeft()), seen.size())):
                found.append(each.accessibleName())
    return found


def test_a_message_covers_no_control_of_any_page(person: Person) -> None:
    person.check("KAIKU0002")
    found = {}
    for page, size in product(person.window.pages(), [(1366, 768), (1024, 560)]):
        person.window.resize(*size)
        turned_to(person, page)
        person.window.message.show_message(
            "warning", "The file cannot be saved: /srv/luukku/visits.csv."
        )
        settle()
        found[page.topic, size] = covered(person)
        person.window.message.show_message("info", "")
    assert {where: names for where, names in found.items() if names} == {}


def test_a_message_makes_way_for_a_button_that_comes_up_beneath_it(person: Person) -> None:
    page = person.open(PaperPage)
    turned_to(person, page)
    page.show_part("print")
    settle()
    person.window.message.show_message("success", "1 row recorded.")
    settle()
    page.show_part("key_in")
    person.until(lambda: covered(person) == [])
