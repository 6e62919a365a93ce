"""The window on a disk that is really full."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.rules.visits import Tickets
from tests.desk_app.ui.conftest import DOWN, ENTER, RIGHT, Person
from tests.helpers.booth import Booth
from tests.helpers.disks import SmallDisk, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


@pytest.fixture
def booth(disk: SmallDisk) -> Iterator[Booth]:
    desk = Booth(disk.folder)
    yield desk
    desk.close()


def test_the_trouble_is_said_the_sale_is_kept_and_enter_tries_again(
    disk: SmallDisk, booth: Booth, person: Person
) -> None:
    said = {
        "store_full": ("The disk is full", "Make room on the disk"),
        "store_unusable": ("The data of this desk cannot be used", "Ask your IT support"),
    }[disk.full_code]
    person.check("KAIKU0001")
    person.press(DOWN, RIGHT)
    disk.fill()
    for _ in range(2):
        person.press(ENTER)
        person.until(lambda: person.headline().startswith(said[0]))
        assert person.sees(said[1])
        assert (person.number, person.sees("Recorded")) == ("KAIKU0001", False)
        steppers = person.steppers()
        assert (steppers["Holder"], steppers["Children"]) == (1, 1)
    disk.make_room()
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    (entry,) = booth.visits()
    assert entry.visit.tickets == Tickets(holder=1, children=1)
