"""Importing NDJSON: all of a file or nothing, and the bad line is named."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from sync.protocol import dump_offer
from sync.rules.cards import Card
from sync.server.commands.importing import LONGEST_LINE, BadLineError, Files, import_files
from sync.server.store import venues
from tests.helpers.samples import VENUE, a_card, an_offer
from tests.sync.server.register_fixture import ELSEWHERE, RegisterFixture

CARD: dict[str, Any] = TypeAdapter(Card).dump_python(a_card("NEW1234"), mode="json")


def write(path: Path, *lines: dict[str, Any] | str | bytes) -> Path:
    encoded = (
        line
        if isinstance(line, bytes)
        else (line if isinstance(line, str) else json.dumps(line)).encode()
        for line in lines
    )
    path.write_bytes(b"\n".join(encoded))
    return path


def numbers(fixture: RegisterFixture) -> list[str]:
    return [card.number for card in fixture.desk.cards(None).cards]


def test_cards_are_put_and_dropped_in_the_order_of_the_file(
    fixture: RegisterFixture, tmp_path: Path
) -> None:
    file = write(
        tmp_path / "cards.ndjson",
        "\ufeff" + json.dumps(CARD),
        "",
        CARD | {"number": "NEW5678"},
        {"op": "drop", "number": fixture.card.number},
        {"op": "drop", "number": "NEW5678"},
        CARD,
    )
    tally = import_files(fixture.central, Files(cards=file)).cards
    assert (tally.put, tally.dropped, tally.same) == (2, 2, 1)
    assert numbers(fixture) == ["NEW1234"]


def test_a_new_venue_writes_its_area_as_the_others_do(
    fixture: RegisterFixture, tmp_path: Path
) -> None:
    venue = {"id": "new", "name": "Uusi", "area": VENUE.area.upper(), "local_only": False}
    import_files(fixture.central, Files(venues=write(tmp_path / "venues", venue)))
    with fixture.central.database.reading() as connection:
        assert [each.area for each in venues.all_of(connection) if each.id == "new"] == [VENUE.area]


def test_offers_are_put_and_dropped(fixture: RegisterFixture, tmp_path: Path) -> None:
    new, other = an_offer(), an_offer()
    fixture.central.put_offers(ELSEWHERE.id, [other])
    file = write(
        tmp_path / "offers.ndjson",
        dump_offer(new) | {"venue_id": VENUE.id},
        {"op": "drop", "id": str(fixture.offer.id)},
        {"op": "drop", "id": str(other.id), "venue_id": ELSEWHERE.id},
    )
    report = import_files(fixture.central, Files(offers=file))
    assert (report.offers, report.offers_dropped) == (1, 2)
    assert fixture.desk.offers(None).offers == [new]
    assert fixture.new_desk(ELSEWHERE).offers(None).removed == [other.id]


def test_an_offer_that_is_imported_again_is_no_news_to_desks(
    fixture: RegisterFixture, tmp_path: Path
) -> None:
    """Whatever the zone that its times are written in."""
    offer = dump_offer(an_offer()) | {"venue_id": VENUE.id}
    files = Files(offers=write(tmp_path / "o", offer | {"starts_at": "2026-12-24T18:00:00+02:00"}))
    assert import_files(fixture.central, files).offers == 1
    cursor = fixture.desk.offers(None).cursor
    files = Files(offers=write(tmp_path / "o", offer | {"starts_at": "2026-12-24T16:00:00Z"}))
    assert import_files(fixture.central, files).offers == 0
    assert fixture.desk.offers(cursor).offers == []


def test_an_offer_that_is_dropped_after_it_was_put_is_gone(
    fixture: RegisterFixture, tmp_path: Path
) -> None:
    new = an_offer()
    file = write(
        tmp_path / "offers.ndjson",
        dump_offer(new) | {"venue_id": VENUE.id},
        {"op": "drop", "id": str(new.id), "venue_id": VENUE.id},
    )
    import_files(fixture.central, Files(offers=file))
    assert fixture.desk.offers(None).offers == [fixture.offer]


def test_venues_come_first_so_that_their_offers_find_them(
    fixture: RegisterFixture, tmp_path: Path
) -> None:
    venues = write(tmp_path / "v", {"id": "uusi", "name": "Uusi talo", "area": "Espoo"})
    offers = write(tmp_path / "o", dump_offer(an_offer()) | {"venue_id": "uusi"})
    report = import_files(fixture.central, Files(venues=venues, offers=offers))
    assert (report.venues, report.offers) == (1, 1)


def test_a_venue_may_be_renamed(fixture: RegisterFixture, tmp_path: Path) -> None:
    file = write(tmp_path / "v", {"id": VENUE.id, "name": "Uusi nimi", "area": "Espoo"})
    import_files(fixture.central, Files(venues=file))
    assert fixture.new_desk().me().venue == replace(VENUE, name="Uusi nimi")


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        b"\xff",
        CARD | {"number": "SECRET 99"},
        CARD | {"valid_until": "2026-02-30"},
        CARD | {"minors": -1},
        CARD | {"area": "Es\u0000poo"},
        CARD | {"area": "Es\u202epoo"},
        {"op": "drop"},
        {"op": "drop", "number": 7},
        "x" * (LONGEST_LINE + 1),
    ],
    ids=lambda bad: str(bad)[:40],
)
def test_a_bad_line_is_named_and_nothing_is_imported(
    fixture: RegisterFixture, tmp_path: Path, bad: dict[str, Any] | str | bytes
) -> None:
    venues = write(tmp_path / "v", {"id": "uusi", "name": "Uusi talo", "area": "Espoo"})
    cards = write(tmp_path / "cards.ndjson", CARD, "", bad)
    before = fixture.desk.me().register_revision
    with pytest.raises(
        BadLineError, match=r"cards\.ndjson, line 3: .*nothing was imported"
    ) as caught:
        import_files(fixture.central, Files(venues=venues, cards=cards))
    assert "SECRET" not in str(caught.value)
    assert fixture.desk.me().register_revision == before
    with pytest.raises(KeyError):
        fixture.central.make_activation("uusi")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"venue_id": "nowhere"}, "no such venue"),
        ({"venue_id": None}, "venue_id"),
        ({"starts_at": "0001-01-01T00:00:00+10:00"}, "line 1"),
        ({"name": {}}, "name.fi"),
        ({"name": {"fi": "Ilta\u2028toinen"}}, "line separators"),
        ({"place": "Sali\u202e"}, "turn the direction"),
    ],
)
def test_a_bad_offer_is_named(
    fixture: RegisterFixture, tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    line = dump_offer(an_offer()) | {"venue_id": VENUE.id} | change
    with pytest.raises(BadLineError, match=reason):
        import_files(fixture.central, Files(offers=write(tmp_path / "o", line)))


def test_many_cards_fit_through(fixture: RegisterFixture, tmp_path: Path) -> None:
    lines = [CARD | {"number": f"CARD{number:06}"} for number in range(5_000)]
    tally = import_files(fixture.central, Files(cards=write(tmp_path / "cards", *lines))).cards
    assert tally.put == 5_000
    assert fixture.desk.changes(0, 10).more
    assert fixture.desk.changes(5_000).count == len(numbers(fixture)) == 5_001
