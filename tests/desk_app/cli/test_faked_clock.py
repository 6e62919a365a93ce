"""A machine whose clock is wrong, as faketime makes it, through the real command line."""

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sync.rules.policy import Policy
from tests.helpers.cli_user import CARDS, MUSEUM, OFFER, TODAY, VENUE, Answered, CliUser
from tests.helpers.fault_road import STEPS, FaultRoad
from tests.helpers.faults import Heard, sends
from tests.helpers.log_watch import LogWatch
from tests.helpers.register import LiveRegister

FAKETIME = shutil.which("faketime")
ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.skipif(
    FAKETIME is None, reason="faketime is for Linux; `installer/prepare.py --tests` brings it"
)


class DatedRoad(FaultRoad):
    """A connection on which the desk's first question is answered once with another ``Date``."""

    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.next: tuple[int, str, str] | None = None

    def answer(self, heard: Heard, connection: socket.socket) -> None:
        if self.next is None or not heard.line.startswith(STEPS["desk"]):
            super().answer(heard, connection)
            return
        (status, media_type, said), self.next = self.next, None
        body = b"<html>" if media_type == "text/html" else self._ask(heard).body
        sends(status, body, media_type=media_type, headers={"Date": said})(connection)


class Laptop:
    """A desk, typed at by the right clock; or by a wrong one, in a program of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._cli_user = CliUser(folder, capsys)

    def __call__(self, *typed: str, clock: str | None = None) -> Answered:
        if clock is None:
            return self._cli_user(*typed)
        home, secrets = str(self._cli_user.home), f"file:{self._cli_user.secrets}"
        program = (sys.executable, "-m", "desk_app", "--home", home, "--secrets", secrets)
        ended = subprocess.run(
            [str(FAKETIME), "-f", clock, *program, "--json", *typed],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            timeout=60,
        )
        said = json.loads(ended.stdout) if ended.stdout else {}
        return Answered(ended.returncode, said, ended.stderr)

    def enrol(self, url: str, code: str) -> "Laptop":
        assert self("enrol", "--api", url, "--code", code).status == 0
        assert self("sync").status == 0
        return self


@pytest.fixture
def new_laptop(tmp_path: Path, capsys: pytest.CaptureFixture[str], log_watch: LogWatch) -> Laptop:
    log_watch.allow(r"^(desk_app\.services\.timekeeping|sync\.worker|desk_app\.services\.second)")
    return Laptop(tmp_path, capsys)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path) as running:
        running.import_venues([VENUE])
        running.import_cards(CARDS)
        running.import_offers(VENUE.id, [MUSEUM])
        yield running


@pytest.fixture
def laptop(new_laptop: Laptop, register: LiveRegister) -> Laptop:
    return new_laptop.enrol(register.url, register.activation(VENUE.id))


def arrived(register: LiveRegister) -> list[date]:
    return [visit.local_date for visit in register.visits()]


@pytest.mark.parametrize("clock", ["@2020-01-01 12:00:00", "-58d", "@1969-06-01 12:00:00"])
def test_a_visit_of_a_dead_battery_keeps_the_last_known_day_once_the_clock_is_right(
    laptop: Laptop, register: LiveRegister, clock: str
) -> None:
    recorded = laptop("record", "FAMILY1", *OFFER, clock=clock)
    assert recorded.status == 0
    assert "clock_untrusted" in recorded.data["verdict"]["notices"]

    assert laptop("sync").data["accepted"] == 1
    assert arrived(register) == [TODAY]


@pytest.mark.parametrize("clock", ["-58d", "-1y", "+9d"])
def test_a_wrong_clock_that_was_put_right_leaves_no_trace_in_a_verdict(
    laptop: Laptop, register: LiveRegister, clock: str
) -> None:
    assert laptop("sync", clock=clock).status == 0
    assert laptop("record", "FAMILY1", *OFFER, clock=clock).status == 0
    register.stop()

    checked = laptop("check", "FAMILY1", *OFFER)

    assert checked.data["verdict"] == "valid"


def test_a_visit_of_a_clock_ahead_is_brought_back_before_it_is_sent_and_said(
    laptop: Laptop, register: LiveRegister
) -> None:
    visit = laptop("record", "FAMILY1", *OFFER, clock="+3d").data["visit_id"]

    synced = laptop("sync")

    assert synced.status == 0
    assert arrived(register) == [TODAY]
    assert [each["visit_id"] for each in synced.data["redated"]] == [visit]


def test_a_card_is_judged_by_the_registers_time_on_a_machine_a_year_behind(
    laptop: Laptop, register: LiveRegister
) -> None:
    assert laptop("sync", clock="-1y").status == 0
    register.stop()

    checked = laptop("check", "FAMILY1", *OFFER, clock="-1y")

    assert checked.data["verdict"] == "valid"


@pytest.mark.parametrize("clock", ["@1970-01-01 00:00:01", "+60y"])
def test_a_clock_generations_off_neither_stops_the_sale_nor_the_sending(
    laptop: Laptop, register: LiveRegister, clock: str
) -> None:
    assert laptop("record", "FAMILY1", *OFFER, clock=clock).status == 0
    synced = laptop("sync", clock=clock)

    assert (synced.status, synced.data["faults"]) == (0, [])
    assert arrived(register) == [TODAY]
    assert laptop("check", "FAMILY1", *OFFER).data["verdict"] == "valid"


def test_a_register_of_a_clock_ten_years_ahead_ages_by_its_real_age(
    laptop: Laptop, register: LiveRegister
) -> None:
    assert laptop("sync", clock="+10y").status == 0
    register.stop()

    checked = laptop("check", "FAMILY1", *OFFER, clock="+40d")

    assert checked.data["verdict"] == "register_too_old"


@pytest.mark.parametrize(
    ("status", "media_type", "said"),
    [
        (503, "text/html", "Fri, 01 Jan 2100 00:00:00 GMT"),
        (200, "text/html", "Fri, 01 Jan 2027 00:00:00 GMT"),
        (200, "application/json", "Fri, 31 Dec 9999 23:59:59 GMT"),
        (200, "application/json", "Fri, 01 Jan 0100 00:00:00 GMT"),
        (200, "application/json", "Fri, 01 Jan 2100 00:00:00 GMT"),
    ],
)
def test_a_strangers_or_absurd_date_changes_no_day(
    new_laptop: Laptop, register: LiveRegister, status: int, media_type: str, said: str
) -> None:
    with DatedRoad(register.url) as road:
        laptop = new_laptop.enrol(road.url, register.activation(VENUE.id))
        laptop("record", "FAMILY1", *OFFER)
        road.next = (status, media_type, said)

        assert laptop("sync").data["accepted"] == 1

        assert arrived(register) == [TODAY]
        assert laptop("check", "FAMILY1", *OFFER).data["verdict"] == "valid"
        assert laptop("sync").status == 0


def test_a_day_out_of_bounds_is_refused_at_the_desk(laptop: Laptop) -> None:
    for at in (datetime.now(UTC) + timedelta(days=6), datetime.now(UTC) - timedelta(days=430)):
        assert laptop("record", "FAMILY1", *OFFER, "--recorded-at", at.isoformat()).status == 2


def test_a_clock_that_was_never_right_is_put_right_by_two_answers_of_the_register(
    new_laptop: Laptop, register: LiveRegister
) -> None:
    laptop = new_laptop
    code = register.activation(VENUE.id)
    clock = "@2020-01-01 12:00:00"
    assert laptop("enrol", "--api", register.url, "--code", code, clock=clock).status == 0
    assert laptop("sync", clock=clock).status == 0
    assert laptop("record", "FAMILY1", *OFFER, clock="@2020-01-01 12:01:00").status == 0
    assert laptop("sync", clock="@2020-01-01 12:02:00").data["accepted"] == 1

    today = datetime.now(Policy().zone).date()
    assert arrived(register) in ([TODAY], [today])
