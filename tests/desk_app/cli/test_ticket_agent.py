"""A ticket agent's desk by the command line, with a register that names several venues."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from sync.rules.venues import Venue
from tests.helpers.cli_user import MUSEUM, VENUE, CliUser, a_card
from tests.helpers.register import LiveRegister

COLLEGE = Venue("opisto", "Rannan opisto", "Turku", local_only=True)
CHOIR = replace(MUSEUM, id=uuid4())
LOCAL = replace(a_card("LOCAL1"), area="turku")


@pytest.fixture
def desk(register: LiveRegister, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CliUser:
    register.import_venues([COLLEGE])
    register.import_offers(COLLEGE.id, [CHOIR])
    register.import_cards([LOCAL])
    desk = CliUser(tmp_path / "agent", capsys)
    code = register.activation(VENUE.id, COLLEGE.id)
    enrolled = desk("enrol", "--api", register.url, "--code", code)
    assert [each["id"] for each in enrolled.data["venues"]] == [VENUE.id, COLLEGE.id]
    assert desk("sync").status == 0
    return desk


def test_each_offer_says_whose_it_is_and_its_visits_go_there(
    desk: CliUser, register: LiveRegister
) -> None:
    offers = {each["id"]: each["venue_id"] for each in desk("offers").data["offers"]}
    assert offers == {str(MUSEUM.id): VENUE.id, str(CHOIR.id): COLLEGE.id}
    assert desk("check", "FAMILY1", "--offer", str(CHOIR.id)).data["verdict"] == "area_not_allowed"
    assert desk("record", "LOCAL1", "--offer", str(CHOIR.id)).status == 0
    assert desk("record", "LOCAL1", "--offer", str(MUSEUM.id)).status == 0

    assert desk("sync").data["accepted"] == 2

    arrived = {visit.offer_id: visit.venue_id for visit in register.visits()}
    assert arrived == {MUSEUM.id: VENUE.id, CHOIR.id: COLLEGE.id}


def test_an_offer_is_added_for_one_of_the_venues(desk: CliUser, register: LiveRegister) -> None:
    what = ("add-offer", "--name", "Kuoro", "--kind", "standing")
    refused = desk(*what, "--venue", "elsewhere")
    assert (refused.status, refused.data["error"]["code"]) == (2, "offer_malformed")
    added = desk(*what, "--venue", COLLEGE.id).data["offer_id"]
    assert desk("change-offer", added, "--venue", VENUE.id).status == 2
    assert desk("change-offer", added, "--name-sv", "Kör").status == 0
    visit = desk("record", "LOCAL1", "--offer", added).data["visit_id"]
    assert desk("void", visit, "--reason", "mistake").status == 0

    synced = desk("sync")

    assert (synced.data["accepted"], synced.data["rejected"]) == (4, 0)
    arrived = next(each for each in register.visits() if str(each.id) == visit)
    assert (arrived.venue_id, arrived.state) == (COLLEGE.id, "voided")
    theirs = {each["id"]: each["venue_id"] for each in desk("offers").data["offers"]}
    assert theirs[added] == COLLEGE.id


def test_an_export_names_the_venue_of_each_visit(desk: CliUser, tmp_path: Path) -> None:
    for offer in (MUSEUM, CHOIR):
        desk("record", "LOCAL1", "--offer", str(offer.id))
    written = tmp_path / "visits.csv"
    assert desk("export", "--format", "csv", "--out", str(written)).data == {"rows": 2}
    text = written.read_text(encoding="utf-8-sig")
    assert VENUE.name in text
    assert COLLEGE.name in text
