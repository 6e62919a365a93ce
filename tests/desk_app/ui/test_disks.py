"""The window on a disk that is really full."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QScrollArea

from desk_app.services.errors import StoreFullError
from desk_app.ui.ticket.card_session import CardSession
from sync.rules.visits import Tickets
from tests.desk_app.ui.conftest import DOWN, ENTER, RIGHT, Person, make_ready
from tests.helpers.desk_fixture import DeskFixture
from tests.helpers.disks import SmallDisk


@pytest.fixture
def desk_fixture(disk: SmallDisk) -> Iterator[DeskFixture]:
    desk = make_ready(DeskFixture(disk.folder))
    yield desk
    desk.close()


def test_the_trouble_is_said_the_sale_is_kept_and_enter_tries_again(
    disk: SmallDisk, desk_fixture: DeskFixture, person: Person
) -> None:
    texts = {
        "store_full": ("The disk is full", "Free up disk space"),
        "store_unusable": ("This desk's data cannot be used", "Ask your IT support"),
    }[disk.full_code]
    person.check("KAIKU0001")
    person.press(DOWN, RIGHT)
    disk.fill()
    session = person.page._controller.session
    before: Exception | None = None  # the error of each try is another
    for _ in range(2):
        person.press(ENTER)
        person.until(partial(_is_another, session, before))
        before = session.error
        person.until(lambda: person.headline().startswith(texts[0]))
        assert person.sees(texts[1])
        assert (person.number, person.sees("Recorded")) == ("KAIKU0001", False)
        steppers = person.steppers()
        assert (steppers["Holder"], steppers["Children under 18"]) == (1, 1)
    disk.make_room()
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    (entry,) = desk_fixture.visits()
    assert entry.visit.tickets == Tickets(holder=1, children=1)


def _is_another(session: CardSession, before: Exception | None) -> bool:
    return session.error not in (None, before)


@pytest.mark.parametrize(
    "path",
    [
        r"D:\lippuluukku\AppData\Local\kaikuluukku\the_desk_at_the_summer_theatre\desk.db",
        "/srv/the_desk_at_the_summer_theatre/with_a_name_that_nobody_could_remember/desk.db",
    ],
)
def test_a_long_path_in_a_trouble_leaves_everything_in_sight(person: Person, path: str) -> None:
    person.desk_fixture.journal.fault = StoreFullError(path=path)
    person.check("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.headline().startswith("The disk is full"))
    scroll = person.page.panel.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    content = scroll.widget()
    assert content is not None
    person.until(lambda: content.width() <= scroll.viewport().width())
