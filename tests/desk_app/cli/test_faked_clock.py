"""A machine whose clock is wrong, as faketime makes it, through the real command line."""

import json
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from uuid import uuid4

import pytest

from tests.helpers.cli_user import MUSEUM, OFFER, TODAY, VENUE, Answered, CliUser
from tests.helpers.faked_program import FAKETIME, FakedProgram
from tests.helpers.fault_proxy import STEPS, FaultProxy, Reply
from tests.helpers.faults import Request, sends
from tests.helpers.log_watch import LogWatch
from tests.helpers.register import LiveRegister

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        FAKETIME is None, reason="faketime is for Linux; `installer/prepare.py --tests` brings it"
    ),
]


class DatedProxy(FaultProxy):
    """A connection on which answers are ``behind`` the time.

    With ``next`` the desk's next question is answered once with another ``Date``; ``offers`` are
    added to those of the register.
    """

    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.behind = timedelta()
        self.next: tuple[int, str, str] | None = None
        self.offers: list[object] = []

    def answer(self, request: Request, connection: socket.socket) -> None:
        if self.next is not None and request.line.startswith(STEPS["desk"]):
            (status, media_type, date), self.next = self.next, None
            body = b"<html>" if media_type == "text/html" else self._ask(request).body
            sends(status, body, media_type=media_type, headers={"Date": date})(connection)
            return
        reply = self._ask(request)
        if self.offers and request.line.startswith(STEPS["offers"]):
            page = json.loads(reply.body)
            page["offers"] += self.offers
            reply = Reply(reply.status, reply.headers, json.dumps(page).encode())
        if self.behind:
            at = parsedate_to_datetime(reply.headers["date"]) - self.behind
            date_ = {"date": format_datetime(at, usegmt=True)}
            reply = Reply(reply.status, {**reply.headers, **date_}, reply.body)
        reply.sent()(connection)

    def _ask(self, request: Request) -> Reply:
        """Unpacked, so that it can be changed, and with one way to write the headers' names."""
        plain = {name: text for name, text in request.headers.items() if "encoding" not in name}
        reply = super()._ask(Request(request.line, plain, request.body))
        return Reply(
            reply.status, {name.lower(): each for name, each in reply.headers.items()}, reply.body
        )


class Laptop:
    """A desk, typed at by the right clock; or by a wrong one, in a program of its own."""

    def __init__(self, cli_user: CliUser, program: FakedProgram, machine: FakedProgram) -> None:
        self._cli_user = cli_user
        self._program = program
        self._machine = machine

    def __call__(self, *typed: str, clock: str | None = None) -> Answered:
        return self._cli_user(*typed) if clock is None else self._typed(self._program, clock, typed)

    def running_on(self, *typed: str, clock: str) -> Answered:
        """Typed without a start of the machine since the last time that this was used."""
        return self._typed(self._machine, clock, typed)

    def enrol(self, url: str, code: str) -> "Laptop":
        assert self("enrol", "--api", url, "--code", code).status == 0
        assert self("sync").status == 0
        return self

    def _typed(self, program: FakedProgram, clock: str, typed: tuple[str, ...]) -> Answered:
        home, secrets = str(self._cli_user.home), f"file:{self._cli_user.secrets}"
        arguments = ["--home", home, "--secrets", secrets, "--json", *typed]
        status, answered, error_output = program(clock, arguments)
        return Answered(status, json.loads(answered) if answered else {}, error_output)


@pytest.fixture(scope="module", autouse=True)
def passphrase() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KAIKULUUKKU_PASSPHRASE", "kesällä satoi kolme viikkoa")
        yield


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakedProgram]:
    with FakedProgram(tmp_path_factory.mktemp("clock")) as running:
        yield running


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakedProgram]:
    with FakedProgram(tmp_path_factory.mktemp("clock"), runs_on=True) as running:
        yield running


@pytest.fixture
def new_laptop(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    log_watch: LogWatch,
    program: FakedProgram,
    machine: FakedProgram,
) -> Laptop:
    log_watch.allow(r"^(desk_app\.services\.timekeeping|sync\.worker|desk_app\.services\.second)")
    return Laptop(CliUser(tmp_path, capsys), program, machine)


@pytest.fixture
def register(register: LiveRegister) -> LiveRegister:
    register.start()  # where a test before has stopped it
    return register


@pytest.fixture
def arrived(register: LiveRegister) -> Callable[[], list[date]]:
    """The days of what has arrived since the test began."""
    before = {visit.id for visit in register.visits()}
    return lambda: [each.local_date for each in register.visits() if each.id not in before]


@pytest.fixture
def laptop(new_laptop: Laptop, register: LiveRegister) -> Laptop:
    return new_laptop.enrol(register.url, register.activation(VENUE.id))


@pytest.fixture
def another(tmp_path: Path, register: LiveRegister, capsys: pytest.CaptureFixture[str]) -> CliUser:
    """Another desk of the venue, whose clock is right."""
    desk = CliUser(tmp_path / "another", capsys)
    code = register.activation(VENUE.id)
    assert desk("enrol", "--api", register.url, "--code", code, "--name", "Luukku 2").status == 0
    assert desk("sync").status == 0
    return desk


@pytest.mark.parametrize("clock", ["@2020-01-01 12:00:00", "-58d", "@1969-06-01 12:00:00"])
def test_a_visit_of_a_dead_battery_keeps_the_last_known_day_once_the_clock_is_right(
    laptop: Laptop, arrived: Callable[[], list[date]], clock: str
) -> None:
    recorded = laptop("record", "FAMILY1", *OFFER, clock=clock)
    assert recorded.status == 0
    assert "clock_untrusted" in recorded.data["verdict"]["notices"]

    assert laptop("sync").data["accepted"] == 1
    assert arrived() == [TODAY]


@pytest.mark.parametrize("clock", ["-58d", "-1y", "+9d", "@1970-01-01 00:00:01", "+60y"])
def test_a_wrong_clock_stops_nothing_and_leaves_no_trace_once_it_is_right(
    laptop: Laptop, register: LiveRegister, arrived: Callable[[], list[date]], clock: str
) -> None:
    assert laptop("record", "FAMILY1", *OFFER, clock=clock).status == 0
    synced = laptop("sync", clock=clock)
    assert (synced.status, synced.data["faults"]) == (0, [])
    assert arrived() == [TODAY]
    assert laptop("record", "FAMILY1", *OFFER, clock=clock).status == 0
    register.stop()

    for offline in (clock, None):
        assert laptop("check", "FAMILY1", *OFFER, clock=offline).data["verdict"] == "valid"


def test_a_visit_of_a_clock_ahead_is_brought_back_before_it_is_sent_and_said(
    laptop: Laptop, arrived: Callable[[], list[date]]
) -> None:
    visit = laptop("record", "FAMILY1", *OFFER, clock="+3d").data["visit_id"]

    synced = laptop("sync")

    assert synced.status == 0
    assert arrived() == [TODAY]
    assert [each["visit_id"] for each in synced.data["redated"]] == [visit]


@pytest.mark.parametrize("first", ["carrier", "own desk"])
def test_a_visit_that_was_carried_out_by_a_clock_ahead_arrives_once_with_its_day(
    laptop: Laptop,
    another: CliUser,
    arrived: Callable[[], list[date]],
    tmp_path: Path,
    first: str,
) -> None:
    visit = laptop("record", "FAMILY1", *OFFER, clock="+1d").data["visit_id"]
    assert laptop("carry-out", str(tmp_path / "work"), clock="+1d").data == {"operations": 1}
    assert another("carry-in", str(tmp_path / "work")).data["operations"] == 1
    desks: list[Callable[..., Answered]] = [another, laptop]
    if first == "own desk":
        desks.reverse()

    for desk in desks:
        redated = desk("sync").data["redated"]
        assert [each["visit_id"] for each in redated] == [visit]

    assert arrived() == [TODAY]
    for desk in desks:
        queue = desk("queue").data
        assert (queue["pending"], queue["attention"]) == (0, [])


def test_a_clock_that_is_put_right_while_the_machine_runs_moves_the_evenings_visits(
    new_laptop: Laptop, register: LiveRegister, arrived: Callable[[], list[date]], tmp_path: Path
) -> None:
    laptop, table = new_laptop, tmp_path / "visits.json"
    with DatedProxy(register.url) as proxy:
        proxy.behind = timedelta(days=60)  # last season all was well
        code = register.activation(VENUE.id)
        for typed in (("enrol", "--api", proxy.url, "--code", code), ("sync",)):
            assert laptop(*typed, clock="-60d").status == 0
        recorded = laptop.running_on("record", "FAMILY1", *OFFER, clock="-60d")
        export = ("export", "--format", "json", "--out", str(table))

        def day() -> str:
            assert laptop.running_on(*export, clock="+0").data == {"rows": 1}
            return str(json.loads(table.read_text())["visits"][0]["local_date"])

        assert recorded.data["state"] == "pending"
        assert day() == TODAY.isoformat()
        proxy.behind = timedelta()
        assert laptop.running_on("sync", clock="+0").data["accepted"] == 1
    assert arrived() == [TODAY]


def test_a_register_of_a_clock_ten_years_ahead_ages_by_its_real_age(
    laptop: Laptop, register: LiveRegister
) -> None:
    assert laptop("sync", clock="+10y").status == 0
    register.stop()

    checked = laptop("check", "FAMILY1", *OFFER, clock="+40d")

    assert checked.data["verdict"] == "register_too_old"


def test_a_strangers_or_absurd_date_changes_no_day(
    new_laptop: Laptop, register: LiveRegister, arrived: Callable[[], list[date]]
) -> None:
    strangers = [
        (503, "text/html", "Fri, 01 Jan 2100 00:00:00 GMT"),
        (200, "text/html", "Fri, 01 Jan 2027 00:00:00 GMT"),
        (200, "application/json", "Fri, 31 Dec 9999 23:59:59 GMT"),
        (200, "application/json", "Fri, 01 Jan 0100 00:00:00 GMT"),
        (200, "application/json", "Fri, 01 Jan 2100 00:00:00 GMT"),
    ]
    with DatedProxy(register.url) as proxy:
        laptop = new_laptop.enrol(proxy.url, register.activation(VENUE.id))
        for number, stranger in enumerate(strangers, start=1):
            laptop("record", "FAMILY1", *OFFER)
            proxy.next = stranger

            assert laptop("sync").data["accepted"] == 1, stranger

            assert arrived() == [TODAY] * number
            assert laptop("check", "FAMILY1", *OFFER).data["verdict"] == "valid"
        assert laptop("sync").status == 0


def test_an_offer_of_an_absurd_year_is_left_out_and_the_rest_counts(
    new_laptop: Laptop, register: LiveRegister, log_watch: LogWatch
) -> None:
    log_watch.allow(r"^sync\.pages: OfferFeedPage: 2 of the offers cannot be read")
    good = {"kind": "standing", "sector": "sport", "status": "on_sale", "minors_allowed": True}
    times = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", None]
    with DatedProxy(register.url) as proxy:
        laptop = new_laptop.enrol(proxy.url, register.activation(VENUE.id))
        proxy.offers = [
            {**good, "id": str(uuid4()), "name": {"fi": f"{at}"}, "starts_at": at} for at in times
        ]
        register.import_offers(VENUE.id, [MUSEUM])
        for clock in (None, "-1y"):
            assert laptop("sync", clock=clock).status == 0
            offers = laptop("offers", clock=clock)
            assert offers.status == 0
            assert {each["name"]["fi"] for each in offers.data["offers"]} == {"Museo", "None"}


def test_a_day_out_of_bounds_is_refused_at_the_desk(laptop: Laptop) -> None:
    for at in (datetime.now(UTC) + timedelta(days=6), datetime.now(UTC) - timedelta(days=430)):
        assert laptop("record", "FAMILY1", *OFFER, "--recorded-at", at.isoformat()).status == 2


def test_a_clock_that_was_never_right_is_put_right_by_two_answers_of_the_register(
    new_laptop: Laptop, register: LiveRegister, arrived: Callable[[], list[date]]
) -> None:
    laptop = new_laptop
    code = register.activation(VENUE.id)
    clock = "@2020-01-01 12:00:00"
    assert laptop("enrol", "--api", register.url, "--code", code, clock=clock).status == 0
    assert laptop("sync", clock=clock).status == 0
    assert laptop("record", "FAMILY1", *OFFER, clock="@2020-01-01 12:01:00").status == 0
    assert laptop("sync", clock="@2020-01-01 12:02:00").data["accepted"] == 1

    assert arrived() == [TODAY]
