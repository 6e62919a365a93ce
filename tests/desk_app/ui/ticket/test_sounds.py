"""What is played at the counter, and what the settings say when nothing can be."""

from desk_app.services.sounds import SilenceReason, Sound
from tests.desk_app.ui.conftest import ENTER, ESCAPE, Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture


def test_a_plain_verdict_is_silent_and_its_record_is_heard(person: Person) -> None:
    person.check("KAIKU0001")
    assert person.sounds.played == []
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert person.sounds.played == [(Sound.DONE, 60)]


def test_a_refusal_is_heard_once_however_often_it_is_shown(person: Person) -> None:
    person.check("KAIKU0003")
    person.speak("sv")
    person.until(lambda: person.headline() == "Kortet har gått ut")
    assert person.sounds.played == [(Sound.REFUSED, 60)]


def test_the_same_refusal_of_the_next_card_is_heard_again(person: Person) -> None:
    person.check("KAIKU0003")
    person.press(ESCAPE)
    person.check("KAIKU0003")
    assert [sound for sound, _ in person.sounds.played] == [Sound.REFUSED, Sound.REFUSED]


def test_what_somebody_has_to_look_at_sounds_like_it(person: Person) -> None:
    person.check("KAIKU9999")
    person.check("a!")
    assert [sound for sound, _ in person.sounds.played] == [Sound.ATTENTION, Sound.ATTENTION]


def test_sounds_that_are_off_are_not_heard(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record() is not None
    person = person_at(sound_on=False)
    person.check("KAIKU0003")
    assert person.sounds.played == []


def test_the_settings_let_one_hear_each_sound_and_say_why_none_comes(person: Person) -> None:
    person.window.open_page("settings")
    person.click("No ticket")
    person.until(lambda: person.sounds.played == [(Sound.REFUSED, 60)])
    person.sounds.silence = SilenceReason.NO_PLAYER
    person.click("Check the screen")
    person.until(lambda: person.sees("This computer has no program that plays sounds."))
