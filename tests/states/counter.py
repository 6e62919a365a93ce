"""States of the ticket page: verdicts, refusals, hints, errors, modes, and the strip below."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk_app.services.errors import (
    DeskRevokedError,
    NotEnrolledError,
    StoreDamagedError,
    StoreFullError,
    StoreLockedError,
    StoreReadOnlyError,
)
from desk_app.services.missing_operations import MissingOperations
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.services.scans import PartRead
from desk_app.services.status import Connection, ConnectionState
from desk_app.services.sync_health import SyncHealth
from desk_app.services.updates import Update, UpdateCheck
from desk_app.ui.input.scan_hints import ScanHint
from desk_app.ui.ticket.stages import Stage
from sync.rules.cards import CardStatus
from sync.rules.offers import CardLimit, LimitPeriod, OfferKind, OfferStatus, Quota, Sector
from sync.rules.payloads import Foreign, ForeignRead
from sync.rules.policy import RegisterAge
from sync.rules.venues import Venue
from tests.helpers.desk_fixture import (
    CARDS,
    FAMILY,
    NOW,
    OFFERS,
    POOL,
    TONIGHT,
    VENUE,
)
from tests.states.desks import StaffedDesk

_DAY = timedelta(days=1)
_TODAY = NOW.date()
_MORE_CARDS = (
    replace(FAMILY, number="KAIKU0006", status=CardStatus.REVOKED),
    replace(FAMILY, number="KAIKU0007", valid_from=_TODAY + _DAY),
    replace(FAMILY, number="KAIKU0008", area="Savonlinna", local_only=True),
    replace(FAMILY, number="KAIKU0009", valid_until=_TODAY),
    replace(FAMILY, number="KAIKU0010", minors=12),
)
_CARDS = {
    "family": "KAIKU0001",
    "alone": "KAIKU0002",
    "expired": "KAIKU0003",
    "community": "KAIKU0004",
    "suspended": "KAIKU0005",
    "revoked": "KAIKU0006",
    "not-yet-valid": "KAIKU0007",
    "elsewhere": "KAIKU0008",
    "last-day": "KAIKU0009",
    "twelve-children": "KAIKU0010",
    "unknown": "KAIKU9999",
    "check-character": "KAIKU0002E",
}
_COURSE = replace(
    TONIGHT,
    kind=OfferKind.COURSE,
    sector=Sector.EDUCATION,
    quota=None,
    starts_at=NOW + 7 * _DAY,
    card_limit=CardLimit(2, LimitPeriod.CALENDAR_YEAR),
    value_cents=4_000,
    ceiling_cents=2_500,
    minors_allowed=False,
)
_OFFERS = {
    "sold-out": replace(TONIGHT, status=OfferStatus.SOLD_OUT),
    "cancelled": replace(TONIGHT, status=OfferStatus.CANCELLED),
    "adults-only": replace(TONIGHT, minors_allowed=False),
    "none-left": replace(TONIGHT, quota=Quota(40, 40)),
    "few-left": replace(TONIGHT, quota=Quota(40, 38)),
    "over": replace(TONIGHT, starts_at=NOW - 3 * _DAY, ends_at=NOW - 3 * _DAY, quota=None),
    "after-card": replace(TONIGHT, starts_at=NOW + 100 * _DAY, quota=None),
    "course": _COURSE,
    "fee-asked": replace(_COURSE, value_cents=None, value_asked=True),
    "limit": replace(POOL, id=TONIGHT.id, card_limit=CardLimit(1, LimitPeriod.DAY)),
}


def _cards(desk: StaffedDesk) -> None:
    desk.fixture.enrol()
    desk.fixture.load_register((*CARDS, *_MORE_CARDS))
    desk.fixture.load_offers()


def verdicts(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """Every kind of card at an ordinary event."""
    _cards(desk)
    person = desk.person()
    for name, number in _CARDS.items():
        desk.scan(number)
        yield f"card-{name}", person.page.panel
    person.page._controller.begin_provisional()
    desk.scan(_CARDS["unknown"])
    person.page._controller.begin_provisional()
    yield "card-unknown-printed-day", person.window
    person.page.panel.printed_day.field.setText("9.13.2027")
    person.page.go_on()
    yield "card-unknown-printed-day-wrong", person.window
    person.page.panel.printed_day.field.setText("31.12.2026")
    person.page.go_on()
    desk.rest()
    yield "card-unknown-by-printed-day", person.page.panel
    desk.fixture.query_card.answers = True
    desk.scan("KAIKU9998")
    yield "card-known-nowhere", person.page.panel
    desk.fixture.query_card.open.clear()
    desk.fixture.query_card.open.set()
    person.page._controller.clear()
    person.page._controller.type("a!")
    person.page.check()
    yield "card-malformed", person.page.panel


def offers(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """A family and a community at every kind of offer."""
    _cards(desk)
    person = desk.person()
    for name, offer in _OFFERS.items():
        desk.fixture.load_offers((offer, *OFFERS[1:]))
        person.bridge.report_data_change()
        desk.rest()
        if name == "limit":
            record(desk, FAMILY.number)
        for card in ("family", "community"):
            person.page._controller.clear()
            desk.scan(_CARDS[card])
            yield f"offer-{name}-{card}", person.page.panel


def record(desk: StaffedDesk, number: str, **tickets: int) -> None:
    """A visit that was recorded before."""
    asked = VisitRequest(number=number, offer_id=TONIGHT.id, tickets=TicketsRequest(**tickets))
    desk.fixture.services.recording.record(asked)


def hints(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """What a scan may be told of, before and beside a verdict."""
    _cards(desk)
    person = desk.person()
    controller = person.page._controller
    for what in Foreign:
        controller.clear()
        controller.session.read(ForeignRead(what))
        controller.changed.emit()
        yield f"hint-{what}", person.page.panel
    controller.session.read_in_part(PartRead())
    controller.changed.emit()
    yield "hint-part", person.page.panel
    desk.scan(_CARDS["family"])
    for hint in ScanHint:
        controller.session.hint = hint
        controller.changed.emit()
        yield f"hint-{hint}", person.page.panel
    record(desk, _CARDS["alone"])
    controller.clear()
    desk.scan(_CARDS["alone"])
    yield "card-used-today", person.page.panel
    controller.clear()
    desk.scan(_CARDS["family"])
    controller.give(controller.session.rows[1], 2)
    controller.give(controller.session.rows[0], 0)
    yield "card-children-alone", person.page.panel
    QTest.keyClick(person.page.number, Qt.Key.Key_Question)
    yield "keys", person.window


def errors(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """What may go wrong while a card is checked or recorded."""
    _cards(desk)
    person = desk.person()
    desk.scan(_CARDS["family"])
    for fault in (
        StoreFullError(path="/srv/luukku/.local/share/kaikuluukku/desk.db"),
        StoreReadOnlyError(path="/srv/luukku/.local/share/kaikuluukku/desk.db"),
        StoreLockedError(path="/srv/luukku/.local/share/kaikuluukku/desk.db"),
        StoreDamagedError(path="/srv/luukku/.local/share/kaikuluukku/desk.db"),
        DeskRevokedError(reason="desk_revoked"),
        NotEnrolledError(),
    ):
        person.page._controller.session.error = fault
        person.page._controller.changed.emit()
        yield f"error-{fault.code}", person.page.panel


def modes(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """Express, groups, undoing, and the side with all that it may hold."""
    _cards(desk)
    person = desk.person(express=True)
    desk.scan(_CARDS["alone"])
    yield "express-recorded", person.window
    desk.scan(_CARDS["family"])
    yield "express-children", person.window
    QTest.keyClick(person.page.number, Qt.Key.Key_F6)
    desk.rest()
    yield "express-group", person.window
    person.page.go_on()
    desk.rest()
    person.page.undo()
    desk.rest()
    yield "group-undone", person.window
    person.page.side.earlier._open.setChecked(True)
    for last in list(person.page.recent_visits.listed):
        person.page.recent_visits.toggle(last.visit.id)
        desk.rest()
    yield "undone-and-restored", person.window
    for last in list(person.page.recent_visits.listed)[1:]:
        person.page.recent_visits.toggle(last.visit.id)
        desk.rest()
    yield "earlier-undone", person.window
    person.page.choose_offer()
    person.page.chooser.search.setText("zzz")
    desk.rest_after_typing()
    yield "chooser-nothing", person.window
    person.page.close_offers()
    person.page._controller.session.stage = Stage.RECORDING
    person.page._controller.changed.emit()
    QTest.qWait(200)
    yield "recording", person.window


def without_offers(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """Before anything has come, and with a register that is too old."""
    desk.fixture.enrol()
    desk.fixture.load_register(verified_at=NOW - 60 * _DAY)
    person = desk.person()
    yield "no-offers", person.window
    desk.fixture.load_offers()
    person.bridge.report_data_change()
    desk.rest()
    desk.scan(_CARDS["family"])
    yield "register-too-old", person.window
    desk.fixture.load_register(verified_at=NOW - 3 * _DAY)
    person.bridge.report_data_change()
    desk.rest()
    person.page._controller.clear()
    desk.scan(_CARDS["family"])
    yield "register-stale", person.window


def strip(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """Every sentence of the status strip, and of the notices above it."""
    desk.ready()
    record(desk, _CARDS["alone"])
    person = desk.person()
    status = person.page._app_status
    standing = status.standing
    assert standing is not None
    for name, connection in {
        "unknown": Connection(),
        "busy": Connection(ConnectionState.ONLINE, busy=True),
        "offline": Connection(
            ConnectionState.OFFLINE, fault="unreachable", next_try_at=NOW + timedelta(minutes=4)
        ),
        "refused": Connection(ConnectionState.REFUSED, fault="desk_revoked"),
        "busy-register": Connection(ConnectionState.ONLINE, fault="rate_limited"),
        "certificate": Connection(ConnectionState.OFFLINE, fault="certificate_refused"),
        "portal": Connection(ConnectionState.OFFLINE, fault="captive_portal"),
        "store-full": Connection(ConnectionState.ONLINE, fault="store_full"),
        "bug": Connection(ConnectionState.ONLINE, fault="bug"),
    }.items():
        status.connection = connection
        status.changed.emit()
        yield f"strip-{name}", person.window.strip
    status.connection = Connection(ConnectionState.ONLINE)
    missing = MissingOperations(3, NOW - 5 * _DAY, NOW - 2 * _DAY, sought=True)
    for name, other in {
        "fresh": replace(standing, register_age=RegisterAge.FRESH),
        "to-resolve": replace(standing, queue=replace(standing.queue, attention=2)),
        "clock-ahead": replace(standing, clock_off=timedelta(hours=3)),
        "clock-doubted": replace(standing, clock_trusted=False),
        "forked": replace(standing, sync_health=SyncHealth(forked_at=NOW)),
        "resent": replace(standing, sync_health=SyncHealth(resent_at=NOW, resent=12)),
        "needs-code": replace(standing, sync_health=SyncHealth(needs_code=True)),
        "missing": replace(standing, missing=missing),
        "no-register": replace(standing, register_verified_at=None),
    }.items():
        status.standing = other
        status.changed.emit()
        yield f"strip-{name}", person.window.strip
    status.standing = standing
    status.update_check = UpdateCheck(Update("1.2.0", {"fi": ""}, "https://kaikuluukku.fi"))
    status.changed.emit()
    yield "strip-update", person.window.strip
    person.window.show_fault(RuntimeError("a bug"))
    person.window.lock_wanted.emit()
    yield "banner-fault", person.window


def agent(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """A ticket agent's desk, which records for several venues."""
    college = Venue("opisto", "Pohjois-Karjalan kansalaisopisto", "Savonlinna")
    desk.fixture.enrol(venues=[VENUE, college])
    desk.fixture.load_register()
    desk.fixture.load_offers((TONIGHT, replace(POOL, venue_id=college.id)))
    person = desk.person()
    desk.scan(_CARDS["family"])
    yield "agent-counter", person.window


STATES = (verdicts, offers, hints, errors, modes, without_offers, strip, agent)
