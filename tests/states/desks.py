"""A desk with a person at it, as each state needs it."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.config.settings import Settings
from desk_app.services.scans import Scan
from desk_app.ui.widgets.search_field import _PAUSE_MS
from sync.rules.payloads import parse_payload
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import LONGEST_MS, Person
from tests.helpers.desk_fixture import TONIGHT, DeskFixture


class Waiter:
    """What a person needs of pytest-qt."""

    @staticmethod
    def waitUntil(seen: Callable[[], bool], timeout: int = LONGEST_MS) -> None:
        until = time.monotonic() + timeout / 1000
        while not seen():
            if time.monotonic() > until:
                raise TimeoutError
            QTest.qWait(5)


class StaffedDesk:
    """Its store, and the people who sat down at it."""

    def __init__(
        self,
        qt: QApplication,
        fixture: DeskFixture,
        language: str,
        waiter: Any,  # noqa: ANN401 - what a person needs of pytest-qt
    ) -> None:
        self.fixture = fixture
        self.size = (1366, 768)
        self.people: list[Person] = []
        self._qt, self._language, self._waiter = qt, language, waiter

    def ready(self) -> None:
        """Enrolled, with a register and offers."""
        self.fixture.enrol()
        self.fixture.load_register()
        self.fixture.load_offers()

    def person(self, *, first_start: bool = False, **settings: object) -> Person:
        """Sit somebody down."""
        chosen = {"language": self._language, "theme": "light", "offer_id": TONIGHT.id, **settings}
        person = Person(self._waiter, self._qt, self.fixture, Settings.model_validate(chosen))
        self.people.append(person)
        person.window.resize(*self.size)
        if not first_start:
            person.leave_first_start()
        self.rest()
        return person

    def rest(self) -> None:
        """Until all that was asked for has come."""
        for person in self.people:
            person.until(partial(_is_idle, person))
        QTest.qWait(30)

    def rest_after_typing(self) -> None:
        """Until what was typed in a search field has been looked for."""
        QTest.qWait(2 * _PAUSE_MS)
        self.rest()

    def scan(self, number: str) -> None:
        """A card is read by a scanner, and judged."""
        self.people[-1].window.handle_scan(Scan(parse_payload(number), EntryMethod.SCANNER))
        self.rest()
        QTest.qWait(170)


def _is_idle(person: Person) -> bool:
    return person.tasks.idle
