"""The panel beside the verdict, where a quota is held in shares: what is left here, and in all."""

from typing import cast
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel

from desk_app.services.neighbours import NoNeighbours, TicketsLeft
from desk_app.store.visits.quota_shares import StoredShares
from tests.desk_app.ui.conftest import Person
from tests.helpers.desk_fixture import TONIGHT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "lippua jäljellä täällä, koko kohteessa 5"),
        ("sv", "biljetter kvar här, 5 vid alla luckor"),
        ("en", "tickets left here, 5 in the house"),
    ],
)
def test_it_says_what_is_left_here_and_in_the_house(
    person: Person, language: str, text: str
) -> None:
    desk = person.desk_fixture
    StoredShares(desk.database).grant(TONIGHT.id, 2, 1)
    shared = cast("NoNeighbours", desk.services.neighbours)
    cast("dict[UUID, TicketsLeft]", shared.left)[TONIGHT.id] = TicketsLeft(2, 5)
    person.speak(language)
    person.page._preferences.change(offer_id=TONIGHT.id)
    person.bridge.report_data_change()

    person.until(lambda: person.sees(text))

    spoken = {each.accessibleName() for each in person.window.findChildren(QLabel)}
    assert f"2 {text}" in spoken
