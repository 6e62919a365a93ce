"""The camera at the ticket page: real pictures from a folder, real threads, a real window."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from desk_app.devices.camera import DeviceCamera, Optics, camera
from desk_app.devices.camera_sources import shrunk
from desk_app.services.errors import CameraTakenError
from desk_app.ui.widgets.viewfinder import Viewfinder, _CameraView
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import ENTER, ESCAPE, Person, PersonAt
from tests.desk_app.ui.input.test_scanning import HOLDER, open_other
from tests.helpers.camera import CountingDecoder, HandCameras, folder_of, frame
from tests.helpers.desk_fixture import DeskFixture

F4 = Qt.Key.Key_F4
HINT = "Hold the code inside the frame, about 10 cm from the camera."


@pytest.fixture
def cameras() -> HandCameras:
    return HandCameras("Integrated Camera", "Desk Camera")


@pytest.fixture
def decoder() -> CountingDecoder:
    return CountingDecoder()


@pytest.fixture
def seated(
    ready_desk_fixture: DeskFixture,
    person_at: PersonAt,
    cameras: HandCameras,
    decoder: CountingDecoder,
) -> Person:
    """A person with two cameras, switched off."""
    assert ready_desk_fixture.offers.all()
    optics = Optics(cameras, decoder, shrunk)
    return person_at(camera=DeviceCamera(lambda: optics))


def test_a_card_before_the_camera_is_checked_and_recorded_as_such(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, tmp_path: Path
) -> None:
    pictures = folder_of(tmp_path / "cards", None, "https://kaiku.example/kortti/KAIKU0002")
    person = person_at(camera=camera(pictures), camera_on=True)
    person.until(lambda: person.headline() == HOLDER)
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert ready_desk_fixture.visits()[0].visit.entry is EntryMethod.CAMERA


def test_two_cards_before_the_camera_are_said_to_be_two_and_neither_is_taken(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, tmp_path: Path
) -> None:
    pictures = folder_of(tmp_path / "cards", "KAIKU0002")
    both = np.hstack([frame("KAIKU0002")[:, 160:480], frame("KAIKU0001")[:, 160:480]])
    assert cv2.imwrite(str(pictures / "00.png"), both)
    person = person_at(camera=camera(pictures), camera_on=True)
    person.until(lambda: person.sees("There are two cards in front of the camera"))
    assert not person.page.number.text()
    assert not ready_desk_fixture.visits()


def test_a_camera_unplugged_while_it_reads_is_told_and_reads_on_once_it_is_back(
    seated: Person, cameras: HandCameras, decoder: CountingDecoder
) -> None:
    seated.press(F4)
    seated.until(lambda: decoder.asked > 0)
    cameras.plugged.clear()
    seated.until(lambda: seated.sees("No camera was found."))
    cameras.plugged.append("Integrated Camera")
    seated.until(lambda: seated.sees(HINT))
    decoder.texts = ["KAIKU0002"]
    seated.until(lambda: seated.headline() == HOLDER)


def test_f4_switches_the_camera_on_and_off_and_is_remembered(
    seated: Person, cameras: HandCameras
) -> None:
    seated.press(F4)
    seated.until(lambda: seated.sees(HINT))
    seated.until(lambda: [each.camera_on for each in seated.saved] == [True])
    seated.press(F4)
    seated.until(lambda: cameras.open_now == 0)
    assert not seated.sees(HINT)
    seated.until(lambda: [each.camera_on for each in seated.saved] == [True, False])


def test_the_button_switches_it_too(seated: Person, cameras: HandCameras) -> None:
    seated.click("Turn on the camera")
    seated.until(lambda: seated.sees(HINT))
    seated.click("Turn off the camera")
    seated.until(lambda: cameras.open_now == 0)


def test_the_next_camera_is_chosen_by_its_name_and_remembered(
    seated: Person, cameras: HandCameras
) -> None:
    seated.press(F4)
    seated.until(lambda: seated.sees("Integrated Camera"))
    seated.until(lambda: seated.sees(HINT))
    seated.click("Switch camera")
    seated.until(lambda: seated.sees("Desk Camera") and seated.sees(HINT))
    assert cameras.opened == ["Integrated Camera", "Desk Camera"]
    seated.until(lambda: [each.camera for each in seated.saved] == [None, "Desk Camera"])


def test_without_a_camera_a_sentence_says_so_and_the_counter_goes_on(
    seated: Person, cameras: HandCameras
) -> None:
    cameras.plugged.clear()
    seated.press(F4)
    seated.until(lambda: seated.sees("No camera was found."))
    assert seated.check("KAIKU0002") == HOLDER


def test_a_camera_that_another_program_has_is_told_and_comes_by_itself(
    seated: Person, cameras: HandCameras
) -> None:
    cameras.error = CameraTakenError(name="Integrated Camera")
    seated.press(F4)
    seated.until(lambda: seated.sees("There is no picture from the camera: Integrated Camera."))
    cameras.error = None
    seated.until(lambda: seated.sees(HINT))


def test_the_camera_is_let_go_while_another_page_is_in_sight(
    seated: Person, cameras: HandCameras
) -> None:
    seated.press(F4)
    seated.until(lambda: seated.sees(HINT))
    open_other(seated)
    seated.until(lambda: cameras.open_now == 0)
    seated.window.open_page(seated.page.topic)
    seated.until(lambda: cameras.open_now == 1)


def test_nothing_is_looked_for_while_a_result_is_in_sight(
    seated: Person, cameras: HandCameras, decoder: CountingDecoder
) -> None:
    seated.check("KAIKU0002")
    seated.press(F4)
    seated.until(lambda: cameras.read > 10)
    assert decoder.asked == 0
    seated.press(ESCAPE)
    seated.until(lambda: decoder.asked > 0)


def test_a_card_that_lies_before_the_camera_is_no_second_visit(
    seated: Person, decoder: CountingDecoder
) -> None:
    decoder.texts = ["KAIKU0002"]
    seated.press(F4)
    seated.until(lambda: seated.headline() == HOLDER)
    seated.press(ENTER)
    seated.until(lambda: seated.headline() == "Recorded")
    asked = decoder.asked
    seated.until(lambda: decoder.asked > asked + 3)
    assert seated.headline() == "Recorded"


def pixel(person: Person, at: float) -> QColor:
    """The colour of the picture at a part of its width, in the middle of its height."""
    [view] = (view for view in person.window.findChildren(_CameraView) if view.isVisible())
    shown = view.grab().toImage()
    return shown.pixelColor(round(shown.width() * at), shown.height() // 2)


@pytest.mark.parametrize(
    ("name", "chosen", "mirrored"),
    [
        ("Integrated Camera", "auto", True),
        ("Desk Camera", "auto", False),
        ("Desk Camera", "yes", True),
        ("Integrated Camera", "no", False),
    ],
)
def test_a_camera_that_faces_the_operator_is_shown_as_in_a_mirror(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, name: str, chosen: str, *, mirrored: bool
) -> None:
    assert ready_desk_fixture.offers.all()
    dark_on_the_left = frame()
    dark_on_the_left[:, :320] = 0
    optics = Optics(HandCameras(name, shows=dark_on_the_left), CountingDecoder(), shrunk)
    person = person_at(camera=DeviceCamera(lambda: optics), camera_on=True, camera_mirrored=chosen)
    person.until(lambda: person.sees(HINT))
    person.until(lambda: pixel(person, 0.05).lightness() != pixel(person, 0.95).lightness())
    assert (pixel(person, 0.95).lightness() < 50) is mirrored


def test_a_desk_without_a_built_in_camera_shows_no_panel(person: Person) -> None:
    assert person.window.findChild(Viewfinder) is None
    person.press(F4)
    assert "Camera" not in {label.text() for label in person.window.findChildren(QLabel)}
