"""What a screen reader is told at the counter."""

from tests.desk_app.ui.conftest import DOWN, ENTER, RIGHT, Person


def test_arrows_tell_a_screen_reader_the_kind_of_ticket_that_they_lead_to(person: Person) -> None:
    person.check("KAIKU0001")
    spoken: list[str] = []
    person.page.panel.announced.connect(spoken.append)
    person.press(DOWN, DOWN, RIGHT)
    assert [each.replace("\xa0", " ") for each in spoken] == [
        "Children under 18: 0",
        "Grandchildren under 18: 0",
        "Record: holder, 1 grandchild",
    ]


def test_another_language_does_not_tell_again_what_was_recorded(person: Person) -> None:
    person.check("KAIKU0002")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    spoken: list[str] = []
    person.page.panel.announced.connect(spoken.append)
    person.speak("fi")
    person.until(lambda: person.headline() == "Kirjattu")
    assert spoken == []
