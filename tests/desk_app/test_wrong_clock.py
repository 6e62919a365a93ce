"""A laptop with a wrong clock serves the queue, and its visits arrive with the right dates."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.recording import TicketsRequest, VisitRequest
from sync.rules.codes import Notice, VerdictCode
from sync.rules.periods import local_day
from sync.rules.policy import Policy
from sync.rules.visits import Visit
from tests.helpers.clocks import SettableClock
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, an_offer

OFFER = an_offer()
SOON = timedelta(minutes=10)


class Laptop:
    """A desk of a live register; ``clock`` is its own idea of the time."""

    def __init__(self, app: App, clock: SettableClock) -> None:
        self.app = app
        self.clock = clock

    def record(self) -> Visit:
        asked = VisitRequest(number="AB12345", offer_id=OFFER.id)
        return self.app.services.recording.record(asked).visit

    def kept(self, visit: Visit) -> Visit:
        entry = self.app.services.journal.entry(visit.id)
        assert entry is not None
        assert isinstance(entry.visit, Visit)
        return entry.visit


@pytest.fixture
def register(tmp_path: Path) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path) as running:
        running.import_venues([VENUE])
        running.import_cards([a_card()])
        running.import_offers(VENUE.id, [OFFER])
        yield running


def opened(folder: Path, clock: SettableClock) -> App:
    messages = Messages(catalogue("en"), "en")
    return App.open(Home(folder / "home"), f"file:{folder / 'secrets.json'}", messages, clock)


@pytest.fixture
def laptop(tmp_path: Path, register: LiveRegister) -> Iterator[Laptop]:
    clock = SettableClock(datetime.now(UTC))
    with opened(tmp_path, clock) as app:
        register.enrol(app, VENUE.id)
        app.sync_once()
        yield Laptop(app, clock)


def test_a_clock_in_1970_refuses_nobody_and_says_so(laptop: Laptop) -> None:
    laptop.clock.set_wrong(datetime(1970, 1, 1, tzinfo=UTC))

    verdict = laptop.app.services.checking.check("AB12345", OFFER.id).verdict

    assert verdict.verdict is VerdictCode.VALID
    assert Notice.CLOCK_UNTRUSTED in verdict.notices


@pytest.mark.parametrize(
    "wrong",
    [timedelta(hours=1), timedelta(hours=-1), timedelta(days=-365 * 50)],
    ids=["an hour ahead", "an hour behind", "fifty years behind"],
)
def test_visits_of_a_wrong_clock_arrive_with_the_right_date(
    laptop: Laptop, register: LiveRegister, wrong: timedelta
) -> None:
    laptop.clock.set_wrong(datetime.now(UTC) + wrong)
    visit = laptop.record()

    report = laptop.app.sync_once()

    assert report.accepted == 1
    assert abs(laptop.kept(visit).recorded_at - datetime.now(UTC)) < SOON
    assert not laptop.kept(visit).clock_trusted
    assert [arrived.local_date for arrived in register.visits()] == [laptop.kept(visit).local_date]


@pytest.mark.parametrize("wrong", [timedelta(days=-58), timedelta(days=3), timedelta(days=-3650)])
def test_what_takes_the_place_of_a_visit_with_a_doubtful_day_is_dated_anew_too(
    laptop: Laptop, wrong: timedelta
) -> None:
    true_day = local_day(datetime.now(UTC), Policy().zone)
    laptop.clock.set_wrong(datetime.now(UTC) + wrong)
    corrected, taken_back = laptop.record(), laptop.record()
    correcting, voiding = laptop.app.services.correcting, laptop.app.services.voiding
    asked = VisitRequest(number="AB12345", offer_id=OFFER.id, tickets=TicketsRequest(assistants=1))
    replacing = correcting.correct(corrected.id, asked).visit
    voiding.void(taken_back.id)
    put_back = correcting.put_back(taken_back).visit

    report = laptop.app.sync_once()

    assert (report.rejected, report.pending) == (0, 0)
    for visit in (laptop.kept(replacing), laptop.kept(put_back)):
        assert abs(visit.recorded_at - datetime.now(UTC)) < SOON
        assert true_day <= visit.local_date <= local_day(datetime.now(UTC), Policy().zone)
        assert not visit.clock_trusted


def test_a_store_that_is_mended_under_a_wrong_clock_notes_the_last_known_time(
    laptop: Laptop, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    visit = laptop.record()
    laptop.app.sync_once()
    laptop.app.close()
    (tmp_path / "home" / "desk.db").unlink()
    known = laptop.clock.at

    with opened(tmp_path, SettableClock(datetime(1970, 1, 1, tzinfo=UTC))) as again:
        recovery = again.opened.recovery
        assert recovery is not None
        assert recovery.rebuilt
        assert abs(recovery.at - known) < SOON
        assert again.services.journal.entry(visit.id) is not None
