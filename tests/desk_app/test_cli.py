"""The headless command line against a live register: its JSON and its exit statuses."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from desk_app.__main__ import main
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.offers import Offer, OfferKind, OfferName, OfferStatus, Sector
from sync.rules.venues import Venue
from tests.helpers.register import LiveRegister

TODAY = date.today()  # noqa: DTZ011 - the desk judges by this day too
VENUE = Venue("teatteri", "Kaupunginteatteri", "Espoo")
MUSEUM = Offer(
    id=uuid4(),
    kind=OfferKind.STANDING,
    sector=Sector.CULTURE,
    name=OfferName("Museo", "Museum", "Museum"),
    status=OfferStatus.ON_SALE,
    minors_allowed=True,
)
OFFER = ("--offer", str(MUSEUM.id))


def a_card(
    number: str,
    *,
    kind: CardKind = CardKind.PERSONAL,
    minors: int = 0,
    until: date = TODAY + timedelta(days=100),
) -> Card:
    start = TODAY - timedelta(days=100)
    return Card(number, kind, CardStatus.ACTIVE, start, until, minors, VENUE.area, local_only=False)


CARDS = (
    a_card("FAMILY1", minors=2),
    a_card("EXPIRED1", until=TODAY - timedelta(days=1)),
    a_card("GROUP1", kind=CardKind.COMMUNITY),
)


@dataclass
class Answered:
    """What a command did."""

    status: int
    data: dict[str, Any]
    words: str


class Typist:
    """Types commands at a desk with a home of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = folder / "home"
        self.secrets = folder / "secrets.json"
        self._capsys = capsys

    def __call__(self, *typed: str) -> Answered:
        arguments = ["--home", str(self.home), "--secrets", f"file:{self.secrets}", "--json"]
        try:
            status = main([*arguments, *typed])
        except SystemExit as ended:  # argparse's way to say no
            status = int(ended.code or 0)
        said = self._capsys.readouterr()
        return Answered(status, json.loads(said.out) if said.out else {}, said.err)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path_factory.mktemp("register")) as running:
        running.import_venues([VENUE])
        running.import_cards(CARDS)
        running.import_offers(VENUE.id, [MUSEUM])
        yield running


@pytest.fixture
def new_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typist:
    return Typist(tmp_path, capsys)


@pytest.fixture
def desk(new_desk: Typist, register: LiveRegister) -> Typist:
    code = register.activation(VENUE.id)
    assert new_desk("enrol", "--api", register.url, "--code", code).status == 0
    assert new_desk("sync").status == 0
    return new_desk


def test_a_desk_that_is_not_enrolled_says_so(new_desk: Typist) -> None:
    assert new_desk("check", "FAMILY1", *OFFER).status == 5
    assert new_desk("sync").status == 5


def test_a_wrong_activation_code_enrols_nobody(new_desk: Typist, register: LiveRegister) -> None:
    refused = new_desk("enrol", "--api", register.url, "--code", "WRONG")

    assert refused.status == 5
    assert refused.data["error"]["code"] == "activation_unknown"


def test_enrolling_answers_with_desk_venue_and_policy(
    new_desk: Typist, register: LiveRegister
) -> None:
    enrolled = new_desk("enrol", "--api", register.url, "--code", register.activation(VENUE.id))

    assert enrolled.status == 0
    assert enrolled.data["venue"] == {"id": "teatteri", "name": VENUE.name, "area": "Espoo"}
    assert enrolled.data["policy"]["timezone"] == "Europe/Helsinki"


def test_plain_http_to_another_machine_is_refused_as_bad_usage(new_desk: Typist) -> None:
    assert new_desk("enrol", "--api", "http://kanta.example", "--code", "A").status == 2


@pytest.mark.parametrize(
    "typed",
    [
        ("enrol", "--api", "http://127.0.0.1:9", "--code", ""),
        ("enrol", "--api", "http://127.0.0.1:9", "--code", "A" * 300),
        ("enrol", "--api", "http://127.0.0.1:9", "--code", "A", "--name", "\x00"),
        ("record", "FAMILY1", *OFFER, "--operator", "A" * 300),
        ("record", "FAMILY1", *OFFER, "--operator", "\x1b[31m"),
        ("record", "FAMILY1", *OFFER, "--recorded-at", "0001-01-01T00:00:00+14:00"),
        ("record", "FAMILY1", *OFFER, "--recorded-at", "2026-11-24T18:30:00"),
        ("record", "FAMILY1", *OFFER, "--children", "-1"),
        ("record", "FAMILY1", *OFFER, "--children", "9" * 400),
        ("check", "FAMILY1", *OFFER, "--on", "24.11.2026"),
        ("sync", "--timeout", "nan"),
        ("void", "1", "--reason", "mistake"),
        ("void", str(uuid4()), "--reason", "mood"),
        ("dance",),
    ],
)
def test_what_makes_no_sense_is_bad_usage(new_desk: Typist, typed: tuple[str, ...]) -> None:
    answer = new_desk(*typed)

    assert answer.status == 2
    assert answer.words.strip()


@pytest.mark.parametrize(("typed", "seen"), [("2", 6), ("1", 0), ("0", 6)])
def test_a_card_has_one_holder(desk: Typist, typed: str, seen: int) -> None:
    assert desk("record", "FAMILY1", *OFFER, "--holder", typed).status == seen


def test_a_valid_card_is_answered_with_what_to_hand_out(desk: Typist) -> None:
    answer = desk("check", "family-1", *OFFER)

    assert answer.status == 0
    assert answer.data["verdict"] == "valid"
    assert answer.data["allowed"] == {
        "holder": 1,
        "children_and_grandchildren": 2,
        "assistants": None,
        "worker": 0,
        "community_minors": 0,
    }


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("EXPIRED1", "expired"),
        ("NOBODY1", "unknown"),
        ("!?", "malformed_number"),
        ("A" * 10_000, "malformed_number"),
        ("FAMILY\x001", "malformed_number"),
    ],
)
def test_a_card_that_does_not_admit_is_refused_by_the_rules(
    desk: Typist, number: str, verdict: str
) -> None:
    answer = desk("check", number, *OFFER)

    assert (answer.status, answer.data["verdict"]) == (6, verdict)


def test_the_day_may_be_named(desk: Typist) -> None:
    yesterday = (TODAY - timedelta(days=1)).isoformat()

    assert desk("check", "EXPIRED1", *OFFER, "--on", yesterday).status == 0


def test_an_unknown_offer_is_bad_usage(desk: Typist) -> None:
    assert desk("check", "FAMILY1", "--offer", str(uuid4())).status == 2
    assert desk("record", "FAMILY1", "--offer", "museum").status == 2


def test_a_recorded_visit_waits_and_then_arrives_once(desk: Typist, register: LiveRegister) -> None:
    recorded = desk("record", "FAMILY1", *OFFER, "--children", "1", "--grandchildren", "1")
    waiting = desk("queue")
    synced = desk("sync")
    again = desk("sync")

    arrived = [visit for visit in register.visits() if str(visit.id) == recorded.data["visit_id"]]
    assert recorded.data["state"] == "pending"
    assert waiting.data["pending"] == 1
    assert (synced.data["accepted"], again.data["sent"]) == (1, 0)
    assert [visit.tickets.counted for visit in arrived] == [3]


def test_more_children_than_the_card_has_are_refused_and_nothing_is_recorded(
    desk: Typist,
) -> None:
    refused = desk("record", "FAMILY1", *OFFER, "--children", "3")

    assert refused.status == 6
    assert refused.data["verdict"]["refusals"] == ["minors_exceeded"]
    assert desk("queue").data["pending"] == 0


def test_the_plain_case_of_a_community_card_is_its_worker(
    desk: Typist, register: LiveRegister
) -> None:
    recorded = desk("record", "GROUP1", *OFFER, "--community-minors", "4")
    desk("sync")

    arrived = next(v for v in register.visits() if str(v.id) == recorded.data["visit_id"])
    assert (arrived.tickets.worker, arrived.tickets.community_minors) == (1, 4)


def test_an_unknown_card_is_recorded_provisionally_and_the_register_has_the_last_word(
    desk: Typist,
) -> None:
    printed = ("--provisional", "--printed-valid-until", TODAY.isoformat())
    recorded = desk("record", "NOBODY1", *OFFER, *printed)
    synced = desk("sync")

    assert recorded.status == 0
    assert synced.status == 4
    assert desk("queue").data["attention"][0]["code"] == "card_unknown"


def test_a_provisional_record_needs_the_printed_day(desk: Typist) -> None:
    assert desk("record", "NOBODY1", *OFFER, "--provisional").status == 2


def test_a_card_that_has_run_out_by_its_cardboard_is_refused(desk: Typist) -> None:
    printed = (TODAY - timedelta(days=1)).isoformat()
    refused = desk("record", "NOBODY1", *OFFER, "--provisional", "--printed-valid-until", printed)

    assert refused.status == 6
    assert refused.data["verdict"]["refusals"] == ["card_expired"]


def test_a_void_takes_a_visit_back_at_the_register_too(
    desk: Typist, register: LiveRegister
) -> None:
    visit = desk("record", "FAMILY1", *OFFER).data["visit_id"]
    voided = desk("void", visit, "--reason", "mistake")
    desk("sync")

    arrived = next(v for v in register.visits() if str(v.id) == visit)
    assert voided.status == 0
    assert arrived.state == "voided"
    assert desk("void", visit, "--reason", "mistake").status == 2


@pytest.mark.parametrize("syncs_before", [0, 1])
def test_a_corrected_visit_takes_the_place_of_the_old_one(
    desk: Typist, register: LiveRegister, syncs_before: int
) -> None:
    old = desk("record", "FAMILY1", *OFFER).data["visit_id"]
    for _ in range(syncs_before):
        desk("sync")
    new = desk("correct", old, "FAMILY1", *OFFER, "--children", "2").data["visit_id"]
    synced = desk("sync")

    arrived = {str(v.id): v for v in register.visits()}
    assert synced.status == 0
    assert arrived[old].state == "voided"
    assert (arrived[new].state, arrived[new].tickets.children) == ("accepted", 2)


def test_a_correction_that_the_rules_refuse_leaves_the_old_visit_as_it_was(desk: Typist) -> None:
    old = desk("record", "FAMILY1", *OFFER).data["visit_id"]
    refused = desk("correct", old, "FAMILY1", *OFFER, "--children", "3")

    assert refused.status == 6
    assert desk("queue").data["pending"] == 1
    assert desk("void", old, "--reason", "mistake").status == 0


def test_an_offer_added_without_a_network_is_sold_at_once_and_arrives_with_its_visits(
    desk: Typist, register: LiveRegister
) -> None:
    register.stop()
    try:
        offer = desk("add-offer", "--name", "Pihakonsertti", "--no-minors").data["offer_id"]
        visit = desk("record", "FAMILY1", "--offer", offer).data["visit_id"]
    finally:
        register.start()
    synced = desk("sync")

    assert (synced.status, synced.data["accepted"]) == (0, 2)
    assert visit in {str(v.id) for v in register.visits()}


def test_an_offer_without_a_name_is_bad_usage(desk: Typist) -> None:
    assert desk("add-offer", "--name", " ").status == 2


def test_without_a_network_the_work_goes_on_and_nothing_is_lost(
    desk: Typist, register: LiveRegister
) -> None:
    register.stop()
    try:
        recorded = desk("record", "FAMILY1", *OFFER)
        offline = desk("sync")
    finally:
        register.start()
    online = desk("sync")

    assert recorded.status == 0
    assert (offline.status, offline.data["online"], offline.data["pending"]) == (3, False, 1)
    assert (online.status, online.data["accepted"]) == (0, 1)


def test_a_revoked_desk_stops_and_keeps_its_unsent_work(
    new_desk: Typist, register: LiveRegister
) -> None:
    code = register.activation(VENUE.id)
    desk_id = new_desk("enrol", "--api", register.url, "--code", code).data["desk_id"]
    new_desk("sync")
    new_desk("record", "FAMILY1", *OFFER)
    register.revoke(UUID(desk_id))

    assert new_desk("sync").status == 5
    assert new_desk("check", "FAMILY1", *OFFER).status == 5
    assert new_desk("queue").data["pending"] == 1


def test_work_of_a_revoked_desk_goes_out_after_a_new_enrolment(
    new_desk: Typist, register: LiveRegister
) -> None:
    first = new_desk("enrol", "--api", register.url, "--code", register.activation(VENUE.id))
    new_desk("sync")
    visit = new_desk("record", "FAMILY1", *OFFER).data["visit_id"]
    register.revoke(UUID(first.data["desk_id"]))
    new_desk("sync")
    new_desk("enrol", "--api", register.url, "--code", register.activation(VENUE.id))

    assert new_desk("sync").data["accepted"] == 1
    assert visit in {str(v.id) for v in register.visits()}


def test_a_home_that_cannot_be_written_is_named(new_desk: Typist, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")

    answer = new_desk("queue")

    assert answer.status == 7
    assert str(tmp_path / "home") in answer.words


def test_a_lost_key_is_said_and_the_file_is_left_alone(desk: Typist) -> None:
    desk.secrets.unlink()
    before = (desk.home / "desk.db").read_bytes()

    assert desk("queue").status == 7
    assert (desk.home / "desk.db").read_bytes() == before


def test_secrets_that_others_can_read_are_refused(desk: Typist) -> None:
    desk.secrets.chmod(0o644)

    assert desk("queue").status == 7


def test_nothing_that_a_command_says_on_standard_error_bears_a_card_number(
    desk: Typist,
) -> None:
    said = desk("check", "NOBODY1", *OFFER).words + desk("record", "EXPIRED1", *OFFER).words

    assert "NOBODY1" not in said
    assert "EXPIRED1" not in said


def test_words_are_answered_where_no_json_is_asked_for(
    desk: Typist, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sv_FI.UTF-8")

    main(
        ["check", "FAMILY1", *OFFER, "--home", str(desk.home), "--secrets", f"file:{desk.secrets}"]
    )

    assert "Kortinnehavaren och högst 2 barn" in capsys.readouterr().out


def test_without_a_screen_the_window_is_refused_in_words(tmp_path: Path) -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    ended = subprocess.run(
        [sys.executable, "-m", "desk_app", "--home", str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
        env={name: value for name, value in os.environ.items() if name not in screens}
        | {"LC_ALL": "en_GB.UTF-8"},
    )

    assert ended.returncode == 2
    assert "no screen" in ended.stderr


def test_headless_commands_never_load_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from desk_app.__main__ import main;"
        f"main(['queue', '--home', {str(tmp_path)!r}, '--secrets', 'file:{tmp_path}/s.json']);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], check=False, env=os.environ | {"LC_ALL": "C.UTF-8"}
    )

    assert ended.returncode == 0
