"""States of the other pages: what was rejected, visits, offers, paper, statistics, settings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.services.errors import (
    PassphraseWeakError,
    PrinterError,
    TransferDamagedError,
    TransferForeignError,
    TransferUnopenedError,
)
from desk_app.services.neighbours import NeighbourDesk, NeighboursStatus, NeighbourState
from desk_app.services.offer_creation import OfferRequest
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.services.season import SeasonFacts, check_season
from desk_app.services.updates import Update, UpdateCheck
from desk_app.store.register.season import StoredSeason
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.ui.offers.page import OffersPage
from desk_app.ui.paper_forms.grid import CELLS
from desk_app.ui.paper_forms.page import PaperPage
from desk_app.ui.rejections.page import RejectionsPage
from desk_app.ui.season.page import SeasonPage
from desk_app.ui.settings.lock import LockPart
from desk_app.ui.settings.neighbours import NeighboursPart
from desk_app.ui.settings.page import SettingsPage
from desk_app.ui.statistics.page import StatisticsPage
from desk_app.ui.visits.page import VisitsPage
from desk_app.ui.widgets.offer_draft import Field
from desk_app.ui.widgets.statistics_words import Grouping
from sync.ports import OperationState, SendResult
from sync.rules.codes import Refusal
from sync.rules.offers import OfferKind, OfferName, Sector
from sync.rules.visits import EntryMethod
from tests.helpers.desk_fixture import CARDS, FAMILY, NOW, POOL, TONIGHT
from tests.states.desks import StaffedDesk

_LONG = 60 * timedelta(days=1)


def _keys(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def rejections(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """A visit rejected for every reason, each chosen in the list; questions, notes and forms."""
    desk.ready()
    codes = [*Refusal, "too_large", "something_else"]
    asked = VisitRequest(number=FAMILY.number, offer_id=POOL.id, tickets=TicketsRequest(children=2))
    of = {desk.fixture.services.recording.record(asked).visit.id: code for code in codes}
    own = desk.fixture.services.offer_creation.add(
        OfferRequest(name_fi="Keilahalli", kind=OfferKind.STANDING, sector=Sector.SPORT)
    )
    outbox = StoredOutbox(desk.fixture.database, desk.fixture.clock)
    outbox.record_results(
        [
            SendResult(each.id, OperationState.REJECTED, str(of.get(each.id, "malformed")))
            for each in outbox.claim(500)
        ]
    )
    person = desk.person()
    page = person.open(RejectionsPage)
    yield "rejections-none-chosen", person.window
    for visit_id, code in of.items():
        page.rows.show_current(visit_id)
        yield f"rejected-{code}", page
    first = next(iter(of))
    page.rows.show_current(first)
    for name, key in (("note", Qt.Key.Key_F9), ("withdraw", Qt.Key.Key_F8)):
        _keys(key)
        yield f"rejections-{name}", page
        _keys(Qt.Key.Key_Escape)
    page.rows.show_current(first)
    _keys(Qt.Key.Key_F6)
    yield "rejections-correct", page
    _keys(Qt.Key.Key_Escape)
    page._select_alike()
    yield "rejections-several", page
    desk.fixture.services.rejections.leave(first, note="Kortti on uusittu marraskuussa")
    desk.fixture.services.rejections.send_again(list(of)[1])
    person.bridge.report_data_change()
    desk.rest()
    page.rows.show_current(first)
    yield "rejections-with-kaikukeskus", page
    page.rows.show_current(next(each for each in page.rows.places() if each not in of))
    yield "rejections-own-offer", page
    assert own


def visits(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """A visit's details, withdrawing, correcting, filters, and lists without a line."""
    desk.ready()
    person = desk.person()
    page = person.open(VisitsPage)
    yield "visits-none", person.window
    for number, children in (("KAIKU0001", 2), ("KAIKU0002", 0), ("KAIKU0004", 0)):
        asked = VisitRequest(
            number=number, offer_id=TONIGHT.id, tickets=TicketsRequest(children=children or None)
        )
        desk.fixture.services.recording.record(asked)
    person.bridge.report_data_change()
    desk.rest()
    page.table.set_default_focus()
    page.table.pick(2)
    yield "visits-chosen", person.window
    _keys(Qt.Key.Key_Delete)
    yield "visits-withdraw", person.window
    _keys(Qt.Key.Key_Escape)
    page.table.set_default_focus()
    _keys(Qt.Key.Key_Return)
    desk.rest()
    yield "visits-correct", person.window
    page._close()
    page._narrow.setChecked(True)
    yield "visits-filter", person.window
    page.search.setText("zzz")
    desk.rest_after_typing()
    yield "visits-no-match", person.window


def offers(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """Each kind of offer's details, the form's faults, filters, and removing."""
    desk.ready()
    person = desk.person()
    page = person.open(OffersPage)
    desk.rest()
    for place in page.rows.places():
        page.rows.show_current(place)
        yield f"offers-{place.int}", person.window
    page.open_form()
    wrong = {
        Field.NAME_SV: "x" * 300,
        Field.DAY: "31.2.2027",
        Field.TIME: "25.00",
        Field.ENDS: "ennen",
        Field.TICKETS: "kymmenen",
        Field.LIMIT: "1,5",
        Field.COURSES: "-",
        Field.VALUE: "paljon",
        Field.CEILING: "10,005",
    }
    for field, text in wrong.items():
        page.form.fields[field].setText(text)
    page.form.add_button.click()
    yield "offers-form-faults", person.window
    for field in wrong:
        page.form.fields[field].clear()
    page.form.fields[Field.NAME_FI].setText("Keilahalli")
    page.form._kind.choose(OfferKind.STANDING.value) if hasattr(page.form._kind, "choose") else None
    page.close_form()
    added = desk.fixture.services.offer_creation.add(
        OfferRequest(name_fi="Keilahalli", kind=OfferKind.STANDING, sector=Sector.SPORT)
    )
    person.bridge.report_data_change()
    desk.rest()
    page.rows.show_current(added.id)
    yield "offers-own", person.window
    page.change()
    yield "offers-own-form", person.window
    page.close_form()
    page.search.setText("zzz")
    desk.rest_after_typing()
    yield "offers-no-match", person.window


def paper(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """Rows of a paper form in every state, a wrong day, and the form in print."""
    desk.ready()
    asked = VisitRequest(
        number="KAIKU0002",
        offer_id=TONIGHT.id,
        entry=EntryMethod.PAPER,
        at=NOW - timedelta(days=1),
    )
    desk.fixture.services.recording.record(asked)
    person = desk.person()
    page = person.open(PaperPage)
    page.day.setText("41.10.2026")
    page._go_on()
    yield "paper-wrong-day", person.window
    page.day.setText("1.1.2024")
    page._go_on()
    yield "paper-day-too-old", person.window
    page.day.setText("16.10.2026")
    page.show_part("key_in")
    page.set_default_focus()
    grid = page.paper_entry.grid
    numbers = (*(card.number for card in CARDS), "KAIKU9999", "!!", "KAIKU0002")
    for place, number in enumerate(numbers):
        grid.setData(grid.index(place, 0), number)
    grid.setData(grid.index(0, CELLS.index("children")), "7")
    desk.rest()
    yield "paper-rows", person.window
    page.paper_entry.table.go_to(5)
    yield "paper-unseen", person.window
    page.paper_entry._record_ready()
    desk.rest()
    yield "paper-recorded", person.window
    page.show_part("print")
    yield "paper-print", person.window
    page.printing.message.show_message(
        "error", " ".join(page._context.language.words.error(PrinterError()))
    ) if hasattr(page.printing, "message") else None
    yield "paper-print-failed", person.window


def statistics(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """By every grouping, without visits, while saving, and the question about card numbers."""
    desk.ready()
    person = desk.person()
    page = person.open(StatisticsPage)
    yield "statistics-none", person.window
    long_name = OfferName("Kuntosali, kolmen kuukauden kortti", "Gymmet, tremånaderskort", "Gym")
    desk.fixture.load_offers((TONIGHT, replace(POOL, name=long_name)))
    for number, offer in (("KAIKU0001", TONIGHT), ("KAIKU0002", POOL), ("KAIKU0004", POOL)):
        for back in range(1, 12):
            asked = VisitRequest(
                number=number,
                offer_id=offer.id,
                entry=EntryMethod.PAPER,
                at=NOW - timedelta(days=back),
            )
            desk.fixture.services.recording.record(asked)
    page.shown()
    desk.rest()
    for by in (Grouping.DAY, Grouping.OFFER, Grouping.SECTOR):
        page.breakdown.by.show_chosen(by.value)
        page.breakdown._show()
        yield f"statistics-{by}", person.window
    page.choose_period("own")
    yield "statistics-own-period", person.window
    page._with_cards.setFocus()
    page.breakdown.table.setFocus()
    yield "statistics-card-numbers", person.window


def settings(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """All of the settings, from top to foot, with and without a PIN; the neighbours' states."""
    desk.ready()
    person = desk.person()
    page = person.open(SettingsPage)
    bar = page._scroll.verticalScrollBar()
    status = page.desk.context.app_status
    status.update_check = UpdateCheck(
        Update("1.2.0", {"fi": "Korjauksia.", "sv": "Rättelser.", "en": "Fixes."}, "https://x.fi"),
        outdated_since=date(2026, 9, 1),
    )
    status.changed.emit()
    for part, place in (("top", 0.0), ("middle", 0.5), ("foot", 1.0)):
        bar.setValue(round(place * bar.maximum()))
        yield f"settings-{part}", person.window
    neighbours = page.findChild(NeighboursPart)
    assert neighbours is not None
    desks = (
        NeighbourDesk(TONIGHT.id, "Luukku 2", in_reach=True, address="192.168.1.23"),
        NeighbourDesk(POOL.id, "Kahvion luukku", in_reach=False),
    )
    view = _ShownNeighbours()
    object.__setattr__(neighbours.context.services, "neighbours", view)
    page._go_to(neighbours)
    for state in NeighbourState:
        together = state in (NeighbourState.TOGETHER, NeighbourState.SEARCHING)
        view.now = NeighboursStatus(state, 47113, desks if together else ())
        neighbours._show_desks()
        yield f"neighbours-{state}", neighbours
    lock = page.findChild(LockPart)
    assert lock is not None
    page._go_to(lock)
    lock._new.setText("12")
    lock._set_pin()
    yield "settings-pin-differs", lock
    lock._again.setText("12")
    lock._set_pin()
    yield "settings-pin-short", lock
    desk.fixture.lock.set_pin("4711")
    lock.context.lock.note_pin(is_set=True)
    lock._known.setText("0000")
    lock._remove_pin()
    desk.rest()
    yield "settings-pin-wrong", lock
    setup = page.readers
    page._go_to(setup)
    yield "settings-scanner", person.window
    desk.scan("KAIKU0001")
    yield "settings-scanner-read", person.window
    setup._setup._start()
    yield "settings-scanner-setup", person.window
    person.window.toggle_help()
    yield "settings-help", person.window


class _ShownNeighbours:
    now = NeighboursStatus()

    def status(self) -> NeighboursStatus:
        return self.now

    def tickets(self, offer_id: object) -> None:
        del offer_id


def season(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """What is in order and what is not, and the register by file."""
    desk.ready()
    person = desk.person()
    page = person.open(SeasonPage)
    yield "season", person.window
    page.field.setText("1.13.2026")
    page.check()
    yield "season-wrong-day", person.window
    for name, until in (("good", date(2026, 10, 25)), ("bad", date(2027, 3, 1))):
        page._find(until)
        desk.rest()
        yield f"season-{name}", person.window
    facts = SeasonFacts(
        today=NOW.date(),
        last_contact=NOW.date(),
        standing=replace(
            desk.fixture.services.standing.standing(),
            clock_trusted=False,
            register_verified_at=None,
        ),
        offers=(),
        cards_ending=StoredSeason(desk.fixture.database).cards_ending(
            NOW.date(), NOW.date() + _LONG
        ),
        other_desks=[],
        free_mb=120,
        secrets_file="/srv/luukku/avaimet.json",
        problems={},
    )
    page._found(check_season(NOW.date() + _LONG, facts))
    yield "season-worst", page
    part = page.register_file
    part.begin(Path("/media/usb/kaikukortti-rekisteri.kaiku"), writes=True)
    yield "season-file-out", part
    part.passphrase.setText("kesä")
    part.again.setText("talvi")
    part.go()
    yield "season-file-differs", part
    for fault in (
        PassphraseWeakError(shortest="10"),
        TransferForeignError(),
        TransferUnopenedError(),
        TransferDamagedError(),
    ):
        part._failed(fault)
        yield f"season-file-{fault.code}", part
    part.begin(Path("/media/usb/kaikukortti-rekisteri.kaiku"), writes=False)
    yield "season-file-in", part


STATES = (rejections, visits, offers, paper, statistics, settings, season)
