"""A coordinator's and a venue's work: venues, offers, activation codes, desks, visits, notes."""

import re
from dataclasses import replace
from uuid import uuid4

import pytest

from sync.messages import EnrolmentRequest, StandingReport
from sync.rules.offers import CardLimit, LimitPeriod, OfferKind, Quota
from sync.rules.visits import Note
from sync.server.console.pages import desks
from sync.server.console.store import accounts
from sync.server.store import venues
from sync.server.store.console_tables import Role
from tests.helpers.samples import MOMENT, VENUE
from tests.helpers.visitor import Page, Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture

AN_OFFER = {
    "name_fi": "Uimahalli",
    "kind": "standing",
    "sector": "sport",
    "quota": "20",
    "limit": "2",
    "period": "days",
    "span": "30",
    "value": "8,50",
}


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


one_database = pytest.mark.parametrize("database_kind", ["sqlite"])
"""For what is refused before any database hears of it."""


@pytest.fixture
def coordinator(console: ConsoleFixture) -> Visitor:
    return console.signed_in(Role.COORDINATOR)


@pytest.fixture
def venue(console: ConsoleFixture) -> Visitor:
    return console.signed_in(Role.VENUE)


def add_offer(visitor: Visitor, **typed: str) -> Page:
    page = visitor.open(f"/venues/{VENUE.id}/offers/new")
    return visitor.send(page, "/offers/new", **(AN_OFFER | typed))


def test_a_venues_new_offer_is_in_its_desks_feed(console: ConsoleFixture, venue: Visitor) -> None:
    assert "Added to the offers." in add_offer(venue).text
    (offer,) = [each for each in console.desk.offers(None).offers if each.name.fi == "Uimahalli"]
    assert offer.quota == Quota(20, 0)
    assert offer.card_limit == CardLimit(2, LimitPeriod.DAYS, days=30)
    assert offer.value_cents == 850


def test_an_offer_is_changed_and_taken_off_the_list(
    console: ConsoleFixture, venue: Visitor
) -> None:
    path = f"/venues/{VENUE.id}/offers/{console.offer.id}"
    page = venue.open(path)
    venue.send(page, str(console.offer.id), name_fi="Toinen nimi", sector="science")
    changed = console.feed_of(console.offer)
    assert changed is not None
    assert changed == replace(console.offer, name=changed.name, sector=changed.sector)
    assert (changed.name.fi, changed.sector) == ("Toinen nimi", "science")
    venue.send(venue.open(path), "/remove")
    assert console.feed_of(console.offer) is None
    assert venue.open(path).status == 404


@one_database
@pytest.mark.parametrize(
    "typed",
    [
        {"name_fi": ""},
        {"kind": ""},
        {"kind": OfferKind.EVENT},
        {"quota": "-3"},
        {"span": ""},
        {"period": ""},
        {"value": "free"},
        {"starts": "2026-13-01T10:00"},
        {"starts": "2026-12-02T10:00", "ends": "2026-12-01T10:00"},
    ],
)
def test_an_offer_that_is_wrong_is_told_and_not_kept(
    console: ConsoleFixture, venue: Visitor, typed: dict[str, str]
) -> None:
    assert add_offer(venue, **typed).status == 422
    assert len(console.desk.offers(None).offers) == 1


def test_a_printed_activation_code_enrols_a_desk_and_can_be_scanned(
    console: ConsoleFixture, coordinator: Visitor
) -> None:
    page = coordinator.send(coordinator.open(f"/venues/{VENUE.id}"), "/activation")
    code = re.findall(r'<p class="secret">(.*?)</p>', page.response.text)[0]
    assert "<svg" in page.response.text
    request = EnrolmentRequest(activation_code=code, desk_name="Uusi", app_version="1")
    assert console.central.enrol(request, "here").venue == VENUE


def test_a_new_venue_belongs_to_the_coordinators_area(
    console: ConsoleFixture, coordinator: Visitor
) -> None:
    page = coordinator.open("/venues/new")
    made = coordinator.send(page, "/venues/new", id="uusi-halli", name="Uusi halli")
    assert (made.path, "Uusi halli" in made.text) == ("/console/venues/uusi-halli", True)
    other = console.signed_in(Role.COORDINATOR, there=True)
    assert other.open("/venues/uusi-halli").status == 403
    again = coordinator.send(page, "/venues/new", id="uusi-halli", name="Toinen")
    assert again.status == 422


def test_an_area_is_written_as_it_is_already(console: ConsoleFixture) -> None:
    national = console.signed_in(Role.NATIONAL)
    token = national.token()
    typed = {"csrf": token, "name": "Toinen", "area": f" {VENUE.area.upper()} "}
    national.post("/workplaces/new", role="issuer", **typed)
    national.post("/venues/new", id="toinen-halli", **typed)
    with console.central.database.reading() as connection:
        made = [each.area for each in accounts.all_workplaces(connection) if each.name == "Toinen"]
        made += [each.area for each in venues.all_of(connection) if each.name == "Toinen"]
    assert made == [VENUE.area, VENUE.area]


def test_a_commitment_has_its_dates(coordinator: Visitor) -> None:
    page = coordinator.open(f"/venues/{VENUE.id}")
    text = "Sisäänpääsy kaikkiin näytäntöihin"
    shown = coordinator.send(
        page, "/commitments", starts="2026-01-01", ends="2026-12-31", text=text
    )
    assert "1.1.2026" in shown.text
    assert "31.12.2026" in shown.text
    assert text in shown.text
    turned = {"starts": "2026-12-31", "ends": "2026-01-01", "text": text}
    assert coordinator.send(page, "/commitments", **turned).status == 422


def test_the_table_of_desks_says_how_each_is_and_why_it_was_refused(
    console: ConsoleFixture, coordinator: Visitor
) -> None:
    report = StandingReport(
        app_version="1.4.2",
        pending=7,
        attention=3,
        oldest_pending_at=None,
        register_revision=1,
        register_verified_at=MOMENT,
        clock_ahead_ms=None,
        lan_key=None,
        nonce=None,
    )
    console.desk.standing(report)
    console.send(replace(console.visit(), card_number="UNKNOWN99"))
    text = coordinator.open("/desks").text
    for shown in ("Lippuluukku 1", "1.4.2", "7", "3", "not in the register: 1", "in order"):
        assert shown in text
    other = console.signed_in(Role.COORDINATOR, there=True)
    assert "Lippuluukku 1" not in other.open("/desks").text


def test_desks_that_need_attention_come_first_a_page_at_a_time(
    console: ConsoleFixture, coordinator: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "_A_PAGE", 2)
    report = StandingReport(app_version="1.4.2", pending=0, attention=0, register_revision=1)
    console.new_desk(name="Kunnossa").standing(report)
    console.new_desk(name="Odottaa").standing(replace(report, pending=7))
    console.new_desk(name="Kahdesti").standing(replace(report, nonce="of a copy"))
    seen, path = [], "/desks"
    for way in ("page=2", "page=3", "page=2"):
        page = coordinator.open(path)
        seen.append(re.findall(r'<th scope="row">(.*?)<br>', page.response.text))
        path = f"/desks?{way}"
        assert any(link.endswith(path) for link in page.links) == (way != "page=3")
    assert seen == [["Kahdesti", "Odottaa"], ["Lippuluukku 1", "Kunnossa"], []]


@one_database
@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30])
def test_a_page_of_desks_that_cannot_be_is_refused(coordinator: Visitor, number: str) -> None:
    assert coordinator.open("/desks", page=number).status == 400


def test_a_revoked_desk_is_turned_away(console: ConsoleFixture, coordinator: Visitor) -> None:
    assert "is revoked" in coordinator.send(coordinator.open("/desks"), "/revoke").text
    (row,) = [each for each in console.central.desks() if each["venue_id"] == VENUE.id]
    assert row["revoked_at"] is not None


def test_a_venue_sees_its_visits_with_masked_numbers(
    console: ConsoleFixture, venue: Visitor
) -> None:
    console.send(console.visit(holder=1, children=2))
    page = venue.open(f"/venues/{VENUE.id}/visits")
    assert "accepted" in page.text
    assert console.card.number not in page.response.text


def test_used_tickets_from_which_small_numbers_follow_are_for_the_venue_alone(
    console: ConsoleFixture, coordinator: Visitor, venue: Visitor
) -> None:
    limited = console.with_offer(replace(console.offer, id=uuid4(), quota=Quota(20, 0)))
    assert console.send(console.visit(limited, holder=1, children=2)) == ["accepted"]
    seen = [each.open(f"/venues/{VENUE.id}") for each in (venue, coordinator)]
    assert ["3 / 20" in page.text for page in seen] == [True, False]
    assert [any(link.endswith("/visits") for link in page.links) for page in seen] == [True, False]


def test_visits_are_shown_a_page_at_a_time(console: ConsoleFixture, venue: Visitor) -> None:
    console.send(*(replace(console.visit(), id=uuid4()) for _ in range(60)))
    first = venue.open(f"/venues/{VENUE.id}/visits")
    (older,) = [link for link in first.links if "before=" in link]
    second = venue.open(older.removeprefix(venue.url))
    assert [len(re.findall("<tr>", page.response.text)) for page in (first, second)] == [51, 11]


def test_a_note_is_answered_by_the_coordinator_and_read_by_the_venue(
    console: ConsoleFixture, coordinator: Visitor, venue: Visitor
) -> None:
    note = Note(id=uuid4(), recorded_at=MOMENT, about=uuid4(), text="Kortti oli aito")
    assert console.send(note) == ["accepted"]
    assert "Waits for an answer" in venue.open(f"/venues/{VENUE.id}/notes").text
    page = coordinator.open(f"/venues/{VENUE.id}/notes")
    answered = coordinator.send(page, "/answer", text="Kiitos, se on nyt rekisterissä")
    assert "The venue can see it" in answered.text
    assert "Kiitos, se on nyt" in venue.open(f"/venues/{VENUE.id}/notes").text


@pytest.mark.parametrize(
    "odd", ["{}", "kortti {}.", "({})"], ids=["alone", "in a sentence", "bracketed"]
)
def test_no_answer_and_no_commitment_names_a_card_by_its_whole_number(
    console: ConsoleFixture, coordinator: Visitor, odd: str
) -> None:
    number = console.card.number
    spaced = odd.format(f"{number[:3].lower()} {number[3:]}")
    assert console.send(Note(id=uuid4(), recorded_at=MOMENT, about=uuid4(), text="?")) == [
        "accepted"
    ]
    page = coordinator.open(f"/venues/{VENUE.id}/notes")
    refused = coordinator.send(page, "/answer", text=spaced)
    assert (refused.status, "whole card number" in refused.text) == (422, True)
    page = coordinator.open(f"/venues/{VENUE.id}")
    refused = coordinator.send(page, "/commitments", starts="2026-01-01", text=odd.format(number))
    assert (refused.status, "whole card number" in refused.text) == (422, True)
    assert number not in refused.response.text


def test_what_venues_write_is_text_and_no_markup(console: ConsoleFixture, venue: Visitor) -> None:
    add_offer(venue, name_fi="<script>alert(1)</script>")
    page = venue.open(f"/venues/{VENUE.id}")
    assert "<script>alert(1)</script>" in page.text
    assert [tag for tag, _ in page.tags if tag == "script"] == []
    del console
