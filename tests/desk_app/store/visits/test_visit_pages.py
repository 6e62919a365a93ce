"""The journal in pages: newest first, each visit once, narrowed as asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from desk_app.devices.clock import TimeOrderedIds
from desk_app.services.visit_pages import (
    PagePosition,
    VisitLine,
    VisitOutcome,
    VisitQuery,
    VisitSubset,
)
from desk_app.store.connection.database import Database
from desk_app.store.register.offers import StoredOffers
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.visit_pages import StoredVisitPages
from sync.ports import OperationState, SendResult
from sync.rules.offers import OfferName
from sync.rules.visits import Tickets, VenueVisit, VisitState, Void, VoidReason
from tests.helpers.samples import MOMENT, a_visit, an_offer
from tests.helpers.store import KEY, SteppingClock

PLAY = replace(an_offer(name="Äidin näytelmä"), name=OfferName("Äidin näytelmä", "Mors pjäs"))
POOL = an_offer(name="Uimahalli")
TODAY = MOMENT.date()


class PagedJournal:
    """A store, the journal in it, and its pages."""

    def __init__(self, path: Path) -> None:
        self.database = Database.open(path, KEY)
        self.written = StoredJournal(self.database)
        self.pages = StoredVisitPages(self.database)
        self._ids = TimeOrderedIds()
        offers = StoredOffers(self.database)
        offers.apply([PLAY, POOL], (), cursor="1", complete_at=MOMENT)

    def record(
        self, offer_id: UUID = PLAY.id, *, number: str = "AB12345", days_ago: int = 0
    ) -> UUID:
        at = MOMENT - timedelta(days=days_ago)
        visit = replace(a_visit(offer_id, number=number, at=at), id=self._ids.new())
        self.written.record(visit)
        return visit.id

    def void(self, visit_id: UUID, reason: VoidReason = VoidReason.MISTAKE) -> None:
        self.written.void(
            Void(id=self._ids.new(), visit_id=visit_id, reason=reason, recorded_at=MOMENT)
        )

    def settle(self) -> None:
        """Let the register have accepted all that waits."""
        outbox = StoredOutbox(self.database, SteppingClock())
        outbox.record_results(
            [SendResult(each.id, OperationState.ACCEPTED) for each in outbox.claim(500)]
        )

    def refuse(self) -> None:
        outbox = StoredOutbox(self.database, SteppingClock())
        refused = [
            SendResult(each.id, OperationState.REJECTED, "card_unknown")
            for each in outbox.claim(500)
        ]
        outbox.record_results(refused)

    def receive(self, *, number: str = "CD67890", state: VisitState = VisitState.ACCEPTED) -> UUID:
        visit = VenueVisit(
            id=self._ids.new(),
            desk_id=uuid4(),
            desk_name="Kassa 2",
            card_number=number,
            offer_id=POOL.id,
            tickets=Tickets(holder=1, children=2),
            local_date=TODAY,
            state=state,
        )
        StoredActivity(self.database).apply([visit], cursor="1")
        return visit.id

    def found(self, **wanted: Any) -> list[UUID]:  # noqa: ANN401 - by name, as Wanted has them
        asked = VisitQuery(**wanted)
        lines = self.pages.page(asked, None, 100)
        assert self.pages.count(asked) == len(lines)
        return [line.id for line in lines]

    def line(self, visit_id: UUID) -> VisitLine:
        return next(
            each for each in self.pages.page(VisitQuery(), None, 100) if each.id == visit_id
        )


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[PagedJournal]:
    made = PagedJournal(tmp_path / "desk.db")
    yield made
    made.database.close()


def test_the_newest_day_comes_first_and_within_it_what_was_recorded_last(
    journal: PagedJournal,
) -> None:
    today, later = journal.record(), journal.record()
    keyed_in_last = journal.record(days_ago=1)
    assert journal.found() == [later, today, keyed_in_last]


def test_pages_follow_each_other_without_a_gap_or_a_repeat(journal: PagedJournal) -> None:
    recorded = {journal.record(days_ago=n % 3) for n in range(9)} | {journal.receive()}
    seen: list[UUID] = []
    after: PagePosition | None = None
    while lines := journal.pages.page(VisitQuery(), after, 4):
        seen += [line.id for line in lines]
        after = PagePosition(lines[-1].local_date, lines[-1].id)
    assert len(seen) == len(recorded)
    assert set(seen) == recorded


def test_another_desks_visit_carries_that_desks_name(journal: PagedJournal) -> None:
    line = journal.line(journal.receive())
    assert (line.desk_name, line.outcome) == ("Kassa 2", VisitOutcome.SENT)
    assert not line.can_be_undone


def test_a_visit_of_ours_that_the_register_tells_of_is_there_once(journal: PagedJournal) -> None:
    recorded = journal.record()
    journal.settle()
    visit = journal.written.entry(recorded)
    assert visit is not None
    received = VenueVisit(
        id=recorded,
        desk_id=uuid4(),
        desk_name="Lippuluukku 1",
        card_number="AB12345",
        offer_id=PLAY.id,
        tickets=Tickets(holder=1),
        local_date=TODAY,
        state=VisitState.ACCEPTED,
    )
    StoredActivity(journal.database).apply([received], cursor="1")
    assert journal.found() == [recorded]


def test_the_end_of_a_card_number_finds_its_visits(journal: PagedJournal) -> None:
    ours, theirs = journal.record(number="AB12345"), journal.receive(number="XY92345")
    journal.record(number="AB12399")
    assert set(journal.found(text="23 45")) == {ours, theirs}


def test_a_number_in_small_letters_is_found_too(journal: PagedJournal) -> None:
    recorded = journal.record(number="AB12345")
    assert journal.found(text="ab1-2345") == [recorded]


def test_a_whole_number_finds_no_longer_one_that_ends_so(journal: PagedJournal) -> None:
    journal.record(number="XAB12345")
    mine = journal.record(number="AB12345")
    assert journal.found(number="AB12345") == [mine]


def test_words_of_an_offers_name_find_its_visits_in_any_language(journal: PagedJournal) -> None:
    play = journal.record(PLAY.id)
    journal.record(POOL.id)
    assert journal.found(text="äidin") == journal.found(text="PJÄS mors") == [play]


def test_days_are_narrowed_to_with_both_bounds_included(journal: PagedJournal) -> None:
    days = [journal.record(days_ago=ago) for ago in range(4)]
    wanted = {"first": TODAY - timedelta(days=2), "last": TODAY - timedelta(days=1)}
    assert journal.found(**wanted) == [days[1], days[2]]


def test_an_offer_is_narrowed_to(journal: PagedJournal) -> None:
    journal.record(PLAY.id)
    pool = journal.record(POOL.id)
    assert journal.found(offer_id=POOL.id) == [pool]


def test_every_state_is_narrowed_to_what_is_in_it(journal: PagedJournal) -> None:
    sent, undone = journal.record(), journal.record()
    journal.settle()
    journal.void(undone)
    journal.settle()
    refused = journal.record()
    journal.refuse()
    waiting = journal.record()
    received_undone = journal.receive(state=VisitState.VOIDED)
    assert journal.found(only=VisitSubset.SENT) == [sent]
    assert set(journal.found(only=VisitSubset.UNDONE)) == {undone, received_undone}
    assert journal.found(only=VisitSubset.REFUSED) == [refused]
    assert journal.found(only=VisitSubset.WAITING) == [waiting]
    assert journal.found(only=VisitSubset.ANONYMISED) == []


def test_a_corrected_visit_is_shown_as_replaced(journal: PagedJournal) -> None:
    old = journal.record()
    journal.void(old, VoidReason.CORRECTED)
    assert journal.line(old).outcome is VisitOutcome.REPLACED
    assert not journal.line(old).can_be_undone
