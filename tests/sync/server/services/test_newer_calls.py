"""What version 1.1 of the contract adds: places, look-ups, signed times, notes, late cards."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from sync.errors import BusyError, CardUnknownError, RequestRefusedError
from sync.rules.register_sum import RegisterSum, signed_text_at
from sync.rules.venues import Venue
from sync.rules.visits import Note
from sync.server.store.tables import lookups
from sync.signatures import SignatureCheck
from tests.helpers.samples import MOMENT, a_card
from tests.sync.server.register_fixture import TODAY, RegisterFixture

NUMBERS = ["AB12345", "CD0001", "CD0002", "CD0003"]


@pytest.fixture
def cards(fixture: RegisterFixture) -> RegisterFixture:
    fixture.central.change_cards([a_card(number) for number in NUMBERS[1:]])
    return fixture


def test_the_next_page_is_told_without_a_card_number(cards: RegisterFixture) -> None:
    page = cards.desk.cards(None, 2)
    assert page.next is not None
    assert "CD0001" not in page.next


def test_pages_follow_each_other_by_what_they_tell(cards: RegisterFixture) -> None:
    seen: list[str] = []
    place = None
    while True:
        page = cards.desk.cards(place, 1)
        seen += [card.number for card in page.cards]
        if page.next is None:
            break
        place = page.next
    assert seen == NUMBERS


def test_a_card_number_is_a_place_too_as_in_version_1_0(cards: RegisterFixture) -> None:
    page = cards.desk.cards("CD0001", 10)
    assert [card.number for card in page.cards] == ["CD0002", "CD0003"]


@pytest.mark.parametrize("place", ["no place", "x" * 40, "ä", ""])
def test_a_place_that_was_never_told_is_refused(cards: RegisterFixture, place: str) -> None:
    with pytest.raises(RequestRefusedError):
        cards.desk.cards(place, 10)


def look_up(fixture: RegisterFixture, *, before: int) -> None:
    """Look a card up where so many have been looked up in this minute, and on this day."""
    fixture.desk.card("AB12345")
    with fixture.central.database.writing() as connection:
        counts = {"minute_count": min(before, 59), "day_count": before}
        connection.execute(update(lookups).values(counts))
    fixture.desk.card("AB12345")


def test_a_desk_may_look_up_60_cards_a_minute(fixture: RegisterFixture) -> None:
    look_up(fixture, before=59)
    with pytest.raises(BusyError) as refused:
        fixture.desk.card("AB12345")
    assert (refused.value.code, refused.value.retry_after) == ("rate_limited", 60.0)

    fixture.now += timedelta(minutes=1)
    fixture.desk.card("AB12345")


def test_an_unknown_number_counts_as_a_look_up(fixture: RegisterFixture) -> None:
    look_up(fixture, before=58)
    with pytest.raises(CardUnknownError):
        fixture.desk.card("ZZ99999")
    with pytest.raises(BusyError):
        fixture.desk.card("ZZ99999")


def test_a_desk_may_look_up_1000_cards_a_day(fixture: RegisterFixture) -> None:
    look_up(fixture, before=999)
    fixture.now += timedelta(minutes=1)
    with pytest.raises(BusyError) as refused:
        fixture.desk.card("AB12345")
    assert refused.value.retry_after > 23 * 3600


def test_one_desks_look_ups_are_not_anothers(fixture: RegisterFixture) -> None:
    look_up(fixture, before=59)
    fixture.new_desk(name="Toinen").card("AB12345")


def is_signed(fixture: RegisterFixture, page_limit: int, after: int) -> tuple[bool, str]:
    page = fixture.desk.changes(after, page_limit)
    register = RegisterSum.from_hex(page.count, page.checksum)
    assert page.signed_at is not None
    assert page.signature_at is not None
    text = signed_text_at(page.revision, register, page.signed_at)
    return SignatureCheck(fixture.central.keys.public)(text, page.signature_at), page.signed_at


def test_the_register_is_signed_with_the_time(cards: RegisterFixture) -> None:
    cards.now += timedelta(hours=2)
    assert is_signed(cards, 100, 0) == (True, f"{cards.now:%Y-%m-%dT%H:%M:%SZ}")


def test_an_earlier_revision_is_signed_with_the_time_until_which_it_stood(
    fixture: RegisterFixture,
) -> None:
    fixture.now += timedelta(hours=2)
    fixture.central.change_cards([a_card("CD0001")])
    until = fixture.now
    fixture.now += timedelta(hours=2)
    assert is_signed(fixture, 1, 0) == (True, f"{until:%Y-%m-%dT%H:%M:%SZ}")


def a_note(**changed: object) -> Note:
    note = Note(
        id=uuid4(), recorded_at=MOMENT, about=uuid4(), code="card_unknown", text="Kortti oli uusi."
    )
    return replace(note, **changed)  # type: ignore[arg-type]  # the fields are a note's


def test_a_note_reaches_the_register(fixture: RegisterFixture) -> None:
    note = a_note(operator="AK")
    assert fixture.send(note) == ["accepted"]
    (received,) = fixture.central.notes()
    assert (received["about"], received["code"], received["text"]) == (
        note.about,
        note.code,
        note.text,
    )
    assert (received["operator"], received["desk_name"]) == ("AK", "Lippuluukku 1")


def test_a_note_that_comes_again_is_a_duplicate_and_another_text_a_conflict(
    fixture: RegisterFixture,
) -> None:
    note = a_note()
    other = replace(note, text="Jotakin muuta.")
    assert fixture.send(note, note, other) == ["accepted", "duplicate", "rejected id_conflict"]
    assert len(list(fixture.central.notes())) == 1


def test_a_note_that_names_a_card_is_refused_whichever_card_it_is(
    fixture: RegisterFixture,
) -> None:
    unknown = replace(fixture.visit(), card_number="ZZ99999")
    assert fixture.send(unknown) == ["rejected card_unknown"]
    assert fixture.send(
        a_note(about=unknown.id, text="Kortti zz-99999 oli uusi."),
        a_note(about=unknown.id, text="Piti olla AB 12345."),
        a_note(about=unknown.id, text="Kortti oli uusi."),
    ) == ["rejected malformed", "rejected malformed", "accepted"]
    assert [note["text"] for note in fixture.central.notes()] == ["Kortti oli uusi."]


def test_old_visits_come_without_card_numbers(fixture: RegisterFixture) -> None:
    old = fixture.visit(day=TODAY - timedelta(days=31))
    recent = fixture.visit(day=TODAY - timedelta(days=30))
    fixture.send(old, recent)
    numbers = {visit.id: visit.card_number for visit in fixture.desk.activity(None).visits}
    assert numbers == {old.id: None, recent.id: "AB12345"}


def test_a_card_that_its_issuer_entered_late_is_good_for_who_showed_it_before(
    fixture: RegisterFixture,
) -> None:
    late = replace(a_card("CD0001"), valid_from=TODAY + timedelta(days=1))
    fixture.central.change_cards([late])
    shown = replace(
        fixture.visit(),
        card_number="CD0001",
        provisional=True,
        printed_valid_until=late.valid_until,
    )
    other_day = replace(shown, id=uuid4(), printed_valid_until=date(2029, 1, 1))
    assert fixture.send(shown, other_day) == ["accepted", "rejected card_not_yet_valid"]


def test_a_venue_of_a_local_pilot_takes_cards_of_its_own_area_alone(
    fixture: RegisterFixture,
) -> None:
    pilot = Venue("savo", "Savonlinnan kohde", "Savonlinna", local_only=True)
    fixture.central.put_venues([pilot])
    offer = fixture.with_offer(replace(fixture.offer, id=uuid4()), pilot)
    desk = fixture.new_desk(pilot)

    assert desk.me().venue.local_only
    assert fixture.send(fixture.visit(offer), desk=desk) == ["rejected area_not_allowed"]
